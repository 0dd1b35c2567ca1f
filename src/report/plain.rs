//! Makes text from outside harmless to show: articles, file names and metadata are not ours, and a terminal obeys what it is sent.

use std::borrow::Cow;
use std::fmt::Write;

/// The text as one line in which nothing is obeyed and nothing is hidden.
///
/// White space becomes a space; control characters, escapes, and the characters that turn the direction of writing become visible (`\u{1b}`,
/// `\u{202e}`); characters without width, which can hide in a word, are dropped. Every report that people read sends the
/// text of articles, file names and metadata through here.
pub fn plain(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(|c| !matches!(treatment(c), Treatment::Keep)) else {
        return Cow::Borrowed(text);
    };
    let mut plain = String::with_capacity(text.len() + 16);
    plain.push_str(&text[..first]);
    for c in text[first..].chars() {
        match treatment(c) {
            Treatment::Keep => plain.push(c),
            Treatment::Space => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            Treatment::Drop => {}
            Treatment::Show => {
                // Writing to a string cannot fail.
                let _ = write!(plain, "{}", c.escape_unicode());
            }
        }
    }
    Cow::Owned(plain)
}

/// JSON that means the same and is harmless to show: what [`plain`] makes visible or drops becomes an escape, `\\u009b`.
///
/// Such characters stand in strings only, because JSON allows them nowhere else.
pub fn plain_json(json: &str) -> Cow<'_, str> {
    let escaped = |c: char| c > ' ' && treatment(c) != Treatment::Keep;
    if !json.contains(escaped) {
        return Cow::Borrowed(json);
    }
    let mut plain = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if escaped(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(plain, "\\u{unit:04x}");
            }
        } else {
            plain.push(c);
        }
    }
    Cow::Owned(plain)
}

/// What happens to a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Treatment {
    Keep,
    Space,
    Drop,
    Show,
}

const fn treatment(c: char) -> Treatment {
    match c {
        '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Treatment::Space
        }
        // Soft hyphen, zero-width space and joiners, byte-order mark, variation selectors.
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
        | '\u{FE00}'..='\u{FE0F}' => Treatment::Drop,
        // C0, DEL and C1: among them ESC and CSI, with which terminals are told to do things.
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
        // Interlinear annotation, object replacement, tags.
        | '\u{FFF9}'..='\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}' => Treatment::Show,
        _ => Treatment::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn leaves_ordinary_text_alone() {
        for text in ["", "Mevlüt Çavuşoğlu", "“words” – 14 %", "停戦", "👍"] {
            assert!(matches!(plain(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn makes_terminal_and_bidi_controls_visible() {
        for (text, shown) in [
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("a\u{202e}cod", "a\\u{202e}cod"),
            ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"),
            ("x\u{8}\u{7f}", "x\\u{8}\\u{7f}"),
        ] {
            assert_eq!(plain(text), shown);
        }
    }

    #[test]
    fn is_one_line_without_hidden_characters() {
        assert_eq!(plain("two\r\nlines\tand\u{2028}more"), "two lines and more");
        assert_eq!(plain("re\u{ad}gi\u{200b}me\u{feff}"), "regime");
    }

    #[test]
    fn json_means_the_same_and_commands_nothing() {
        let text = "a\u{9b}31m \u{202e}b\u{e0041}\n\u{1b}ü";
        let json = serde_json::json!({ "text": text }).to_string();
        let shown = plain_json(&json);
        assert!(shown.chars().all(|c| !c.is_control() && c != '\u{202e}'));
        let back: serde_json::Value = serde_json::from_str(&shown).unwrap_or_default();
        assert_eq!(back["text"], text);
        assert!(matches!(plain_json("{\"a\": \"ü\"}\n"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn nothing_is_left_to_obey(text in "\\PC{0,40}|.{0,40}") {
            let once = plain(&text).into_owned();
            prop_assert!(!once.chars().any(char::is_control));
            let twice = plain(&once).into_owned();
            prop_assert_eq!(twice, once);
        }
    }
}
