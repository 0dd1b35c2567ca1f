//! Cuts plain text into blocks, one paragraph each. Hard-wrapped lines are joined; nothing of the text changes.

use crate::span::Span;

/// A paragraph or a line that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// Its place, without marks and surrounding white space.
    pub(super) span: Span,
    /// What its Markdown mark says.
    pub(super) mark: Mark,
}

/// The Markdown mark before a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// None.
    Plain,
    /// `#` signs.
    Heading,
    /// `>`.
    Quote,
    /// `-`, `*`, `•` or a number with a full stop.
    Item,
}

#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    indent: usize,
    width: usize,
    group: usize,
    mark: Mark,
}

/// Lines longer than this many characters are paragraphs of their own, not wrapped ones.
const WIDEST_WRAP: usize = 100;
/// Shorter lines are not what a wrapped paragraph is made of.
const NARROWEST_WRAP: usize = 45;

/// The blocks of `text` from byte `from` on, in order. `stands_alone` says which lines are never part of a paragraph.
pub(super) fn blocks(text: &str, from: usize, stands_alone: impl Fn(&str) -> bool) -> Vec<Block> {
    let lines = lines(text, from);
    let wrap = wrap_width(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Option<Line> = None;
    for line in lines {
        let joins = before.is_some_and(|last| continues(text, last, line, wrap, &stands_alone));
        match blocks.last_mut() {
            Some(block) if joins => block.span.end = line.end as u32,
            _ => blocks.push(Block {
                span: Span::new(line.start as u32, line.end as u32),
                mark: line.mark,
            }),
        }
        before = Some(line);
    }
    blocks
}

fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = 0;
    let mut at = from;
    let mut blank = false;
    while at < text.len() {
        let length = line_length(&text.as_bytes()[at..]);
        let raw = &text[at..at + length];
        match line(raw, at) {
            Some(mut line) => {
                group += usize::from(blank);
                blank = false;
                line.group = group;
                lines.push(line);
            }
            None => blank = true,
        }
        at += length;
        at += match text[at..].chars().next() {
            Some('\r') if text[at + 1..].starts_with('\n') => 2,
            Some(end) => end.len_utf8(),
            None => 0,
        };
    }
    lines
}

/// The bytes up to the next line break: `\n`, `\r`, U+2028 or U+2029.
fn line_length(bytes: &[u8]) -> usize {
    let mut from = 0;
    while let Some(found) = memchr::memchr3(b'\n', b'\r', 0xE2, &bytes[from..]) {
        let at = from + found;
        let separates = || matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9]));
        if bytes[at] != 0xE2 || separates() {
            return at;
        }
        from = at + 1;
    }
    bytes.len()
}

fn line(raw: &str, at: usize) -> Option<Line> {
    let (skipped, raw) = without_comments(raw);
    let at = at + skipped;
    let trimmed = raw.trim_start_matches(is_blank);
    let indent = raw.len() - trimmed.len();
    let (mark, skip) = mark(trimmed);
    let content = trimmed[skip..].trim_start_matches(is_blank);
    let start = at + raw.len() - content.len();
    let mut content = content.trim_end_matches(is_blank);
    if mark == Mark::Heading {
        content = content.trim_end_matches('#').trim_end_matches(is_blank);
    }
    if content.is_empty() {
        return None;
    }
    let width = raw.trim_end_matches(is_blank).chars().count();
    Some(Line {
        start,
        end: start + content.len(),
        indent,
        width,
        group: 0,
        mark,
    })
}

/// The line without the comments of HTML and Markdown at its start and its end, and how many bytes were left out before it. What stands in a comment
/// is no word of the article.
fn without_comments(raw: &str) -> (usize, &str) {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let mut line = raw;
    while let Some(inner) = line.trim_start_matches(is_blank).strip_prefix(OPEN) {
        let Some(end) = inner.find(CLOSE) else { break };
        line = &inner[end + CLOSE.len()..];
    }
    let skipped = raw.len() - line.len();
    while let Some(inner) = line.trim_end_matches(is_blank).strip_suffix(CLOSE) {
        let Some(start) = inner.rfind(OPEN) else {
            break;
        };
        line = &inner[..start];
    }
    (skipped, line)
}

/// White space and the invisible characters that stand around pasted lines.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

/// The mark that a line begins with and how many bytes are left out of the block.
fn mark(line: &str) -> (Mark, usize) {
    let hashes = line.bytes().take_while(|&b| b == b'#').count();
    if (1..=6).contains(&hashes) && line[hashes..].starts_with([' ', '\t']) {
        return (Mark::Heading, hashes);
    }
    if let Some(rest) = line.strip_prefix('>') {
        return (
            Mark::Quote,
            line.len() - rest.trim_start_matches(['>', ' ']).len(),
        );
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits)
        && line[digits..].starts_with(['.', ')'])
        && line[digits + 1..].starts_with(' ');
    if numbered
        || ["- ", "* ", "• ", "· ", "+ "]
            .iter()
            .any(|bullet| line.starts_with(bullet))
    {
        return (Mark::Item, 0);
    }
    (Mark::Plain, 0)
}

/// The width at which the text is hard-wrapped, if it is: most of its line breaks fall in the middle of a sentence.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut breaks, mut broken, mut widest) = (0, 0, 0);
    for pair in lines.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if a.group != b.group || !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&a.width) {
            continue;
        }
        breaks += 1;
        broken += usize::from(
            !ends_sentence(&text[a.start..a.end]) && begins_lower(&text[b.start..b.end]),
        );
        widest = widest.max(a.width);
    }
    (broken > 0 && broken * 10 >= breaks * 3).then_some(widest)
}

/// Whether `line` goes on with the paragraph of `last`.
fn continues(
    text: &str,
    last: Line,
    line: Line,
    wrap: Option<usize>,
    stands_alone: &impl Fn(&str) -> bool,
) -> bool {
    let (a, b) = (&text[last.start..last.end], &text[line.start..line.end]);
    let new_mark = match line.mark {
        Mark::Plain => last.mark == Mark::Heading,
        Mark::Quote => last.mark != Mark::Quote,
        Mark::Heading | Mark::Item => true,
    };
    if last.group != line.group || new_mark {
        return false;
    }
    let goes_on = || {
        let indented =
            line.mark == Mark::Plain && last.mark == Mark::Plain && line.indent > last.indent + 1;
        let mid_sentence = !ends_sentence(a) && !a.ends_with([':', ';']) && begins_lower(b);
        if line.mark == Mark::Quote && mid_sentence {
            return true;
        }
        match wrap {
            Some(width) => {
                let word = b
                    .split_whitespace()
                    .next()
                    .map_or(0, |word| word.chars().count());
                let full = (last.width + 1 + word) * 100 > width * 88;
                !indented && (full || (mid_sentence && last.width >= NARROWEST_WRAP))
            }
            None => mid_sentence && !indented && last.width >= 30,
        }
    };
    goes_on() && !stands_alone(a) && !stands_alone(b)
}

/// Whether the text ends with a sentence's final mark, closing quotes and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
    text.ends_with(['.', '!', '?', '…'])
}

/// Closing quotation marks, brackets and emphasis marks.
pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_' | '“'
    )
}

fn begins_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        blocks(text, 0, |_| false)
            .iter()
            .map(|block| block.span.slice(text))
            .collect()
    }

    #[test]
    fn blank_lines_separate() {
        assert_eq!(
            cut("One two.\n\n  Three. \r\n\r\nFour"),
            ["One two.", "Three.", "Four"]
        );
    }

    #[test]
    fn short_lines_and_whole_paragraphs_stand_alone() {
        assert_eq!(
            cut("Valley Post\nPublished May 3, 2031\nSubscribe"),
            ["Valley Post", "Published May 3, 2031", "Subscribe"]
        );
        assert_eq!(
            cut("The dam broke on Monday night.\nThe council met on Tuesday."),
            [
                "The dam broke on Monday night.",
                "The council met on Tuesday."
            ]
        );
    }

    const WRAPPED: &str = "The council of the valley met on Tuesday night to discuss the dam that\n\
        broke a day earlier, according to two members who were present there.\n\
        They said that the repair would take a year.\n\
        The mayor did not answer questions when reporters asked him about the\n\
        cost of it.";

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let blocks = cut(WRAPPED);
        assert_eq!(blocks.len(), 2, "{blocks:#?}");
        assert!(blocks[0].ends_with("take a year."));
    }

    #[test]
    fn indented_lines_begin_a_paragraph() {
        let text = WRAPPED.replace("They said", "   They said");
        assert_eq!(cut(&text).len(), 3);
    }

    #[test]
    fn markdown_marks_are_left_out() {
        let text =
            "# The dam broke\nText here.\n## What next ##\n> It broke\n> at night.\n- one\n- two";
        assert_eq!(
            cut(text),
            [
                "The dam broke",
                "Text here.",
                "What next",
                "It broke\n> at night.",
                "- one",
                "- two"
            ]
        );
    }

    #[test]
    fn comments_are_no_text() {
        assert_eq!(
            cut(
                "<!-- a: b reason=\"c\" -->\nThe dam broke. <!-- d -->\n\n<!-- e --> Then <!-- f --> it rained.<!-- g --><!-- h -->"
            ),
            ["The dam broke.", "Then <!-- f --> it rained."]
        );
        assert_eq!(cut("a --> b\n<!-- open"), ["a --> b", "<!-- open"]);
    }

    #[test]
    fn lone_carriage_returns_and_line_separators_end_lines() {
        assert_eq!(cut("One.\rTwo.\u{2028}Three."), ["One.", "Two.", "Three."]);
    }
}
