//! Front matter: the `key: value` lines between two rules at the very start of a text.

use crate::span::Span;

/// The lines between `---` and `---` (or `+++` and `+++`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// From the first rule to the last.
    pub(super) span: Span,
    /// Keys in lower case, with their values unquoted, in order.
    pub(super) fields: Vec<(String, String)>,
}

/// A text whose rule opens a longer block than this has no front matter.
const MOST_LINES: usize = 200;

/// The front matter of `text`, if it opens with one.
pub(super) fn front_matter(text: &str) -> Option<FrontMatter> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let rule = first.trim_end();
    if rule != "---" && rule != "+++" {
        return None;
    }
    let mut fields = Vec::new();
    let mut at = first.len();
    for line in lines.take(MOST_LINES) {
        let content = line.trim_end();
        if content == rule {
            let span = Span::new(0, (at + content.len()) as u32);
            return (!fields.is_empty()).then_some(FrontMatter { span, fields });
        }
        if let Some(field) = field(content) {
            fields.push(field);
        } else if !(content.is_empty() || content.starts_with([' ', '\t', '-', '#', '['])) {
            return None;
        }
        at += line.len();
    }
    None
}

fn field(line: &str) -> Option<(String, String)> {
    if line.starts_with([' ', '\t', '-', '#']) {
        return None;
    }
    let at = line.find([':', '='])?;
    let key = line[..at].trim();
    if key.is_empty()
        || !key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    {
        return None;
    }
    Some((
        key.to_lowercase(),
        unquoted(line[at + 1..].trim()).to_owned(),
    ))
}

fn unquoted(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = value
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote))
        {
            return inner;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_like_lines() {
        let text =
            "---\ntitle: \"The dam: a year on\"\r\noutlet: Valley Post\ntags:\n  - dam\n---\nBody.";
        let found = front_matter(text).expect("front matter");
        assert!(found.span.slice(text).ends_with("---"));
        assert_eq!(
            found.fields[0],
            ("title".into(), "The dam: a year on".into())
        );
        assert_eq!(found.fields[1].1, "Valley Post");
    }

    #[test]
    fn toml_like_lines() {
        let found = front_matter("+++\noutlet = 'Valley Post'\n+++\n").expect("front matter");
        assert_eq!(
            found.fields,
            [("outlet".to_owned(), "Valley Post".to_owned())]
        );
    }

    #[test]
    fn a_rule_alone_is_no_front_matter() {
        assert_eq!(front_matter("---\nThe dam broke.\n---\n"), None);
        assert_eq!(front_matter("---\n\n---\n"), None);
        assert_eq!(front_matter("---\ntitle: The dam"), None);
        assert_eq!(front_matter("Text\n---\ntitle: x\n---\n"), None);
    }
}
