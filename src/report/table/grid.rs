//! A table whose columns share the width of the page.

use super::page::INDENT;
use super::rich::Rich;
use super::tone::{Paint, Tone};
use comfy_table::presets::NOTHING;
use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Row, Table, Width,
};

/// Columns between two columns.
const GAP: usize = 2;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Column {
    /// Text, wrapped, at least so wide when there is that much of it.
    Text(u16),
    /// Figures: aligned right, never wrapped.
    Figure,
    /// Short words: aligned left, never wrapped.
    Word,
    /// Text, wrapped to exactly this width, gap included.
    Even(u16),
}

/// Rows and columns, before they are laid out.
#[derive(Debug, Clone)]
pub(in crate::report) struct Grid {
    columns: Vec<Column>,
    header: Vec<Rich>,
    rows: Vec<Vec<Rich>>,
    ruled: bool,
}

impl Grid {
    pub(super) fn new(columns: Vec<Column>) -> Self {
        Self {
            columns,
            header: Vec::new(),
            rows: Vec::new(),
            ruled: false,
        }
    }

    /// Names the columns.
    pub(super) fn header<'t>(mut self, names: impl IntoIterator<Item = &'t str>) -> Self {
        self.header = names
            .into_iter()
            .map(|name| Rich::new().toned(name, Tone::Dim))
            .collect();
        self
    }

    /// Names the columns in the tone of titles, with a line below.
    pub(super) fn ruled_header(mut self, names: impl IntoIterator<Item = Rich>) -> Self {
        self.header = names.into_iter().collect();
        self.ruled = true;
        self
    }

    /// How the columns are set.
    pub(in crate::report) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The names of the columns; empty where they have none.
    pub(in crate::report) fn names(&self) -> &[Rich] {
        &self.header
    }

    /// The rows.
    pub(in crate::report) fn rows(&self) -> &[Vec<Rich>] {
        &self.rows
    }

    pub(super) fn row(&mut self, cells: Vec<Rich>) {
        self.rows.push(cells);
    }

    /// Whether a page of this width has room for its narrowest form.
    pub(super) fn fits(&self, width: usize) -> bool {
        let columns = (0..self.columns.len()).map(|column| self.least(column));
        columns.sum::<usize>() + self.gaps() <= width
    }

    /// The rows with the names of the columns written into them: for pages that have no room for columns.
    pub(super) fn listed(&self) -> Vec<(Rich, Rich)> {
        let rows = self.rows.iter().map(|row| {
            let mut cells = row.iter().zip(&self.header);
            let label = cells
                .next()
                .map_or_else(Rich::new, |(cell, _)| cell.clone());
            let named = cells.filter(|(cell, _)| !cell.is_empty());
            let named = named.map(|(cell, name)| Rich::joined([name.clone(), cell.clone()], " "));
            (label, Rich::joined(named, " · "))
        });
        rows.collect()
    }

    /// The lines of the table, none wider than `width`.
    pub(super) fn lines(&self, width: usize, paint: Paint) -> Vec<String> {
        let widths = self.widths(width);
        let mut table = Table::new();
        let mut style = NOTHING;
        if self.ruled {
            style = style.header_separator(LineStyle::none().fill('─'));
        }
        table.load_style(style);
        table.force_no_tty();
        table.set_content_arrangement(ContentArrangement::Disabled);
        if !self.header.is_empty() {
            table.set_header(self.cells(&self.header, &widths, paint));
        }
        for row in &self.rows {
            table.add_row(self.cells(row, &widths, paint));
        }
        let last = self.columns.len().saturating_sub(1);
        for (index, width) in widths.into_iter().enumerate() {
            if let Some(column) = table.column_mut(index) {
                let left = if index == 0 { self.indent() } else { 0 };
                let right = if index == last { 0 } else { GAP };
                column.set_padding((left as u16, right as u16));
                let width = Width::Fixed((left + width + right) as u16);
                column.set_constraint(ColumnConstraint::Absolute(width));
            }
        }
        table
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect()
    }

    /// The width of each column without its gap: what it must have, then one more in turn for those whose text is cut.
    fn widths(&self, width: usize) -> Vec<usize> {
        let wanted: Vec<usize> = (0..self.columns.len())
            .map(|column| self.content(column))
            .collect();
        let mut widths: Vec<usize> = (0..self.columns.len())
            .map(|column| self.least(column))
            .collect();
        let mut room = width.saturating_sub(self.gaps() + widths.iter().sum::<usize>());
        while room > 0 {
            let before = room;
            for (column, width) in widths.iter_mut().enumerate() {
                let grows =
                    matches!(self.columns[column], Column::Text(_)) && *width < wanted[column];
                if grows && room > 0 {
                    *width += 1;
                    room -= 1;
                }
            }
            if room == before {
                break;
            }
        }
        widths
    }

    const fn indent(&self) -> usize {
        if self.ruled { 0 } else { INDENT }
    }

    fn gaps(&self) -> usize {
        GAP * self.columns.len().saturating_sub(1) + self.indent()
    }

    /// The least width of a column.
    fn least(&self, column: usize) -> usize {
        match self.columns[column] {
            Column::Text(least) => self.content(column).min(usize::from(least)).max(1),
            Column::Figure | Column::Word => self.content(column).max(1),
            Column::Even(width) => usize::from(width).saturating_sub(GAP).max(1),
        }
    }

    /// The width of a column's longest cell.
    fn content(&self, column: usize) -> usize {
        let rows = self.rows.iter().chain([&self.header]);
        rows.filter_map(|row| row.get(column))
            .map(Rich::width)
            .max()
            .unwrap_or(0)
    }

    fn cells(&self, row: &[Rich], widths: &[usize], paint: Paint) -> Row {
        let cells = row
            .iter()
            .zip(&self.columns)
            .zip(widths)
            .map(|((rich, column), width)| {
                let lines: Vec<String> = rich
                    .wrap(*width, *width)
                    .iter()
                    .map(|line| line.show(paint))
                    .collect();
                let alignment = match column {
                    Column::Figure => CellAlignment::Right,
                    _ => CellAlignment::Left,
                };
                Cell::new(lines.join("\n")).set_alignment(alignment)
            });
        Row::from(cells.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(text: &str) -> Rich {
        Rich::new().text(text)
    }

    #[test]
    fn figures_stand_right_and_text_wraps() {
        let mut grid = Grid::new(vec![Column::Text(12), Column::Figure, Column::Text(8)])
            .header(["source", "words", "kind"]);
        grid.row(vec![
            text("Azerbaijan's Prosecutor General's Office"),
            text("17"),
            text("official (prosecution)"),
        ]);
        grid.row(vec![
            text("diplomatic sources"),
            text("150"),
            text("unnamed"),
        ]);
        let lines = grid.lines(44, Paint::new(false));
        assert!(
            lines.iter().all(|line| line.chars().count() <= 44),
            "{lines:#?}"
        );
        assert!(lines[0].starts_with("  source"));
        assert!(lines[1].contains("   17"), "{lines:#?}");
    }

    proptest! {
        #[test]
        fn no_row_is_too_wide(words in prop::collection::vec("[a-z 停]{0,30}", 12), width in 40usize..120, color: bool) {
            let mut grid = Grid::new(vec![Column::Text(10), Column::Figure, Column::Text(8), Column::Text(8)]);
            for row in words.chunks(3) {
                grid.row(vec![Rich::new().toned(&row[0], Tone::Loaded), text("1,234"), text(&row[1]), text(&row[2])]);
            }
            for line in grid.lines(width, Paint::new(color)) {
                let bare = anstream::adapter::strip_str(&line).to_string();
                prop_assert!(unicode_width::UnicodeWidthStr::width(bare.as_str()) <= width, "{}", line);
            }
        }
    }
}
