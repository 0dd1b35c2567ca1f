//! Folding for comparison: the text itself is never altered.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, NFC, straight apostrophes and hyphens, no soft hyphens or zero-width characters: what lexicons are matched against.
pub fn fold_word(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Cow::Owned(word.to_ascii_lowercase());
        }
        return Cow::Borrowed(word);
    }
    Cow::Owned(
        word.nfc()
            .filter_map(fold_char)
            .flat_map(char::to_lowercase)
            .nfc()
            .collect(),
    )
}

fn fold_char(c: char) -> Option<char> {
    match c {
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => None,
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{FF07}' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        _ => Some(c),
    }
}

/// Folds letters to their base form, for comparing names only: `Çavuşoğlu` and `Cavusoglu` are one.
pub fn fold_diacritics(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    fold_word(word)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'ı' => 'i',
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_apostrophes_and_composition() {
        assert_eq!(fold_word("Don\u{2019}t"), "don't");
        assert_eq!(fold_word("CAFE\u{301}"), "café");
        assert_eq!(fold_word("co\u{AD}operate"), "cooperate");
        assert_eq!(fold_diacritics("Çavuşoğlu"), fold_diacritics("Cavusoglu"));
    }
}
