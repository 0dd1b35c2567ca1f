//! A page for a terminal: headings, lines with a hanging indent, flags, and tables, none wider than the page.

use super::grid::Grid;
use super::rich::Rich;
use super::tone::{Paint, Tone};
use unicode_width::UnicodeWidthStr;

/// How a report for a terminal looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns that no line exceeds.
    pub width: u16,
    /// Whether colours may be used.
    pub color: bool,
}

/// What a section writes, before it is set.
#[derive(Debug, Clone)]
pub(in crate::report) enum Block {
    /// Opens a section: its title, and how to read it.
    Heading(String, String),
    /// A line.
    Line(Rich),
    /// A line that begins with a label.
    Labelled(Rich, Rich),
    /// What a reader should not miss.
    Flag(String),
    /// What a reader should know.
    Note(String),
    /// A table.
    Grid(Grid),
}

/// A page that is being written.
pub(super) struct Page {
    width: usize,
    paint: Paint,
    text: String,
    /// What was written, where another format sets it.
    recorded: Option<Vec<Block>>,
}

/// How far the lines under a heading stand in.
pub(super) const INDENT: usize = 2;

impl Page {
    pub(super) fn new(look: Look) -> Self {
        Self {
            width: usize::from(look.width),
            paint: Paint::new(look.color),
            text: String::new(),
            recorded: None,
        }
    }

    /// A page without lines, so wide that everything stands side by side: what is written is kept as blocks.
    pub(super) fn recording() -> Self {
        Self {
            recorded: Some(Vec::new()),
            ..Self::new(Look {
                width: u16::MAX,
                color: false,
            })
        }
    }

    /// What was recorded.
    pub(super) fn into_blocks(self) -> Vec<Block> {
        self.recorded.unwrap_or_default()
    }

    /// Keeps a block instead of setting it; gives it back where the page is set in lines.
    fn record(&mut self, block: impl FnOnce() -> Block) -> bool {
        let Some(recorded) = &mut self.recorded else {
            return false;
        };
        recorded.push(block());
        true
    }

    /// Columns of the page.
    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// The page as text.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A line across the page.
    pub(super) fn rule(&mut self) {
        if self.recorded.is_some() {
            return;
        }
        let rule = Rich::new().toned(&"─".repeat(self.width), Tone::Dim);
        self.put(&rule.show(self.paint));
    }

    /// A heading that opens a section, with a remark beside it that says how to read it.
    pub(super) fn heading(&mut self, title: &str, remark: &str) {
        if self.record(|| Block::Heading(title.to_owned(), remark.to_owned())) {
            return;
        }
        self.blank();
        let mut heading = Rich::new().toned(title, Tone::Title);
        if !remark.is_empty() {
            heading = heading.text("  ").toned(remark, Tone::Dim);
        }
        if heading.width() <= self.width {
            self.put(&heading.show(self.paint));
        } else {
            self.hanging(0, 0, &Rich::new().toned(title, Tone::Title));
            self.hanging(INDENT, INDENT, &Rich::new().toned(remark, Tone::Dim));
        }
    }

    /// A line that is wrapped; what follows the first line stands `hang` columns in.
    pub(super) fn hanging(&mut self, indent: usize, hang: usize, rich: &Rich) {
        if self.record(|| Block::Line(rich.clone())) {
            return;
        }
        let room = |indent: usize| self.width.saturating_sub(indent).max(1);
        for (index, line) in rich.wrap(room(indent), room(hang)).into_iter().enumerate() {
            let indent = if index == 0 { indent } else { hang };
            let line = format!("{:indent$}{}", "", line.show(self.paint));
            self.put(&line);
        }
    }

    /// A wrapped line under a heading.
    pub(super) fn line(&mut self, rich: &Rich) {
        self.hanging(INDENT, INDENT * 2, rich);
    }

    /// A line that begins with a label: what follows the first line stands below the text, not below the label.
    pub(super) fn labelled(&mut self, label: &str, rich: &Rich) {
        if self.record(|| Block::Labelled(Rich::new().text(label), rich.clone())) {
            return;
        }
        let hang = (INDENT + label.width() + 1).min(self.width / 3);
        let line = Rich::joined([Rich::new().text(label), rich.clone()], " ");
        self.hanging(INDENT, hang, &line);
    }

    /// A label in a column of its own, and the text beside it.
    pub(super) fn entry(&mut self, label: &Rich, column: usize, rich: &Rich) {
        if self.record(|| Block::Labelled(label.clone(), rich.clone())) {
            return;
        }
        let column = column.min(self.width / 2);
        if label.width() > column {
            self.line(label);
        }
        let hang = INDENT + column + 2;
        for (index, line) in rich
            .wrap(self.width - hang, self.width - hang)
            .iter()
            .enumerate()
        {
            let (label, gap) = match index {
                0 if label.width() <= column => {
                    (label.show(self.paint), hang - INDENT - label.width())
                }
                _ => (String::new(), hang - INDENT),
            };
            let line = format!("{:INDENT$}{label}{:gap$}{}", "", "", line.show(self.paint));
            self.put(&line);
        }
    }

    /// What a reader should not miss: a line that begins with `!`.
    pub(super) fn flag(&mut self, text: &str) {
        if self.record(|| Block::Flag(text.to_owned())) {
            return;
        }
        self.hanging(
            0,
            INDENT,
            &Rich::new().toned("!", Tone::Flag).text(" ").text(text),
        );
    }

    /// What a reader should know: a line that begins with `note`.
    pub(super) fn note(&mut self, text: &str) {
        if self.record(|| Block::Note(text.to_owned())) {
            return;
        }
        self.hanging(
            0,
            INDENT,
            &Rich::new().toned("note", Tone::Dim).text(" ").text(text),
        );
    }

    /// Two texts at the two ends of a line; one below the other where they do not fit.
    pub(super) fn ends(&mut self, left: &Rich, right: &Rich) {
        if self.record(|| Block::Line(Rich::joined([left.clone(), right.clone()], " · "))) {
            return;
        }
        let (l, r) = (left.width(), right.width());
        if l + r + 2 <= self.width {
            let gap = self.width - l - r;
            let line = format!(
                "{}{:gap$}{}",
                left.show(self.paint),
                "",
                right.show(self.paint)
            );
            self.put(&line);
        } else {
            self.hanging(0, INDENT, left);
            if !right.is_empty() {
                self.hanging(0, INDENT, right);
            }
        }
    }

    /// A table; a list where the page is too narrow for its columns.
    pub(super) fn grid(&mut self, grid: &Grid) {
        if self.record(|| Block::Grid(grid.clone())) {
            return;
        }
        if !grid.fits(self.width) {
            for (label, text) in grid.listed() {
                self.line(&label);
                self.hanging(INDENT * 2, INDENT * 3, &text);
            }
            return;
        }
        for line in grid.lines(self.width, self.paint) {
            self.put(&line);
        }
    }

    fn put(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}
