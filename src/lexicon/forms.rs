//! The forms of an entry: from a word or phrase in a pack to the pieces that the matcher looks for.

use super::cue::VerbForm;
use super::inflect;
use crate::text::cut_words;
use std::borrow::Cow;

/// How many letters a word must have beyond its `prefix*` or `*suffix`.
pub(super) const BEYOND: usize = 3;

/// What must stand at one place of a form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece<'a> {
    /// This folded word.
    Word(Cow<'a, str>),
    /// `_`
    Any,
    /// `prefix*`
    Prefix(Cow<'a, str>),
    /// `*suffix`
    Suffix(Cow<'a, str>),
    /// `{cap}`
    Capital,
    /// `{num}`
    Number,
}

/// Cuts a form or a phrase of a context list. Words are folded and cut as the text is.
pub(super) fn pieces(phrase: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(2);
    for part in phrase.split_ascii_whitespace() {
        match part {
            "_" => pieces.push(Piece::Any),
            "{cap}" => pieces.push(Piece::Capital),
            "{num}" => pieces.push(Piece::Number),
            _ if is_plain(part) => pieces.push(Piece::Word(Cow::Borrowed(part))),
            _ => {
                if let Some(prefix) = part.strip_suffix('*') {
                    pieces.push(Piece::Prefix(Cow::Owned(fold(prefix))));
                } else if let Some(suffix) = part.strip_prefix('*') {
                    pieces.push(Piece::Suffix(Cow::Owned(fold(suffix))));
                } else {
                    words_and_marks(part, &mut pieces);
                }
            }
        }
    }
    pieces
}

/// The words of a part, and the marks that must stand in the text too: a comma or period at its end, or a mark that stands alone.
fn words_and_marks(part: &str, pieces: &mut Vec<Piece<'_>>) {
    let before = pieces.len();
    pieces.extend(
        cut_words(part)
            .into_iter()
            .map(|word| Piece::Word(Cow::Owned(word))),
    );
    let last = part.chars().next_back().filter(char::is_ascii_punctuation);
    let mark = match (pieces.len() - before, last) {
        (0, Some(mark)) if part.len() == 1 => mark,
        (1.., Some(mark @ (',' | '.'))) if !matches!(pieces.last(), Some(Piece::Word(word)) if word.ends_with('.')) => {
            mark
        }
        _ => return,
    };
    pieces.push(Piece::Word(Cow::Owned(mark.to_string())));
}

/// What in a form the matcher would read otherwise than it is written, if anything.
pub(super) fn misread(form: &str) -> Option<String> {
    let folded = crate::text::fold_word(form);
    if folded != form {
        return Some(format!("is read as `{folded}`; write it so"));
    }
    if form.split(' ').any(str::is_empty) {
        return Some("holds a space too many".to_owned());
    }
    let dropped = form
        .split(' ')
        .filter(|part| !matches!(*part, "_" | "{cap}" | "{num}") && part.chars().count() > 1);
    let dropped = dropped
        .flat_map(str::chars)
        .find(|c| c.is_ascii_punctuation() && !"-'.,/&*%".contains(*c));
    dropped
        .map(|mark| format!("holds `{mark}`, which is not matched; leave it out"))
        .or_else(|| pieces(form).is_empty().then(|| "holds no word".to_owned()))
}

fn fold(part: &str) -> String {
    crate::text::fold_word(part).into_owned()
}

/// Lower-case ASCII letters with inner hyphens and apostrophes: one token as it stands.
fn is_plain(part: &str) -> bool {
    let bytes = part.as_bytes();
    let mut letter_before = false;
    for &byte in bytes {
        let letter = byte.is_ascii_lowercase();
        let joins = letter_before && matches!(byte, b'-' | b'\'');
        if !letter && !joins {
            return false;
        }
        letter_before = letter;
    }
    letter_before
}

/// How the words of an entry are inflected.
pub(super) struct Inflection<'a> {
    pub(super) rule: super::entry::Inflect,
    /// Which word of a phrase is inflected; by default the first of a verb, the last of a noun.
    pub(super) word: Option<usize>,
    pub(super) double: bool,
    pub(super) irregular: &'a super::pack::List<'a>,
}

/// Calls `each` with every form that `form` has: itself, and what the rule makes of it.
pub(super) fn inflected(
    form: &str,
    how: &Inflection<'_>,
    mut each: impl FnMut(&[Piece<'_>], VerbForm),
) {
    use super::entry::Inflect;
    let mut pieces = pieces(form);
    if how.rule == Inflect::None || pieces.is_empty() {
        each(&pieces, VerbForm::Invariable);
        return;
    }
    let default = if how.rule == Inflect::Verb {
        0
    } else {
        pieces.len() - 1
    };
    let at = how.word.unwrap_or(default).min(pieces.len() - 1);
    let Piece::Word(base) = &pieces[at] else {
        each(&pieces, VerbForm::Invariable);
        return;
    };
    let base = base.clone();
    let mut made: Vec<(Cow<'_, str>, VerbForm)> = Vec::with_capacity(6);
    if how.rule == Inflect::Noun {
        made.push((base.clone(), VerbForm::Base));
        if how.irregular.is_empty() {
            made.push((inflect::plural(&base).into(), VerbForm::ThirdS));
        }
        made.extend(
            how.irregular
                .iter()
                .map(|plural| (plural.into(), VerbForm::ThirdS)),
        );
    } else {
        let forms = inflect::verb(&base, how.double);
        let mut base_form = VerbForm::Base;
        let count = how.irregular.iter().count();
        for (index, irregular) in how.irregular.iter().enumerate() {
            if irregular == base {
                base_form = VerbForm::BaseOrPast;
                continue;
            }
            let form = match (index, count) {
                (_, 1) => VerbForm::PastOrParticiple,
                (0, _) => VerbForm::Past,
                _ => VerbForm::Participle,
            };
            made.push((irregular.into(), form));
        }
        if count == 0 {
            made.push((forms.past.into(), VerbForm::PastOrParticiple));
        }
        made.push((base.clone(), base_form));
        made.push((forms.third.into(), VerbForm::ThirdS));
        made.push((forms.ing.into(), VerbForm::Ing));
    }
    let words = pieces.len();
    for (word, form) in made {
        if words > 1 && word.contains(' ') {
            each(&self::pieces(&word), form);
        } else {
            pieces[at] = Piece::Word(word);
            each(&pieces, form);
        }
    }
}

/// A form as text again, for messages and look-ups.
pub(super) fn to_text(pieces: &[Piece<'_>]) -> String {
    let mut text = String::new();
    for piece in pieces {
        if !text.is_empty() && !matches!(piece, Piece::Word(word) if word == "," || word == ".") {
            text.push(' ');
        }
        match piece {
            Piece::Word(word) => text.push_str(word),
            Piece::Any => text.push('_'),
            Piece::Prefix(prefix) => {
                text.push_str(prefix);
                text.push('*');
            }
            Piece::Suffix(suffix) => {
                text.push('*');
                text.push_str(suffix);
            }
            Piece::Capital => text.push_str("{cap}"),
            Piece::Number => text.push_str("{num}"),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::entry::Inflect;
    use super::super::pack::List;
    use super::*;

    fn all(form: &str, rule: Inflect, double: bool, irregular: &str) -> Vec<String> {
        let irregular = List(irregular.into());
        let mut forms = Vec::new();
        inflected(
            form,
            &Inflection {
                rule,
                word: None,
                double,
                irregular: &irregular,
            },
            |pieces, _| forms.push(to_text(pieces)),
        );
        forms.sort();
        forms
    }

    #[test]
    fn phrases_inflect_one_word() {
        assert_eq!(
            all("plot against", Inflect::Verb, true, ""),
            [
                "plot against",
                "plots against",
                "plotted against",
                "plotting against"
            ]
        );
        assert_eq!(
            all("war crime", Inflect::Noun, false, ""),
            ["war crime", "war crimes"]
        );
        assert_eq!(
            all("strike", Inflect::Verb, false, "struck|stricken"),
            ["stricken", "strike", "strikes", "striking", "struck"]
        );
        assert_eq!(
            all("put it", Inflect::Verb, true, "put"),
            ["put it", "puts it", "putting it"]
        );
    }

    #[test]
    fn pieces_know_their_wildcards() {
        assert_eq!(
            to_text(&pieces("War _ pro-* *phobe {cap} {num} U.S.")),
            "war _ pro-* *phobe {cap} {num} u.s."
        );
        assert_eq!(pieces("9/11").len(), 2);
        assert_eq!(
            to_text(&pieces("too little, too late")),
            "too little, too late"
        );
        assert_eq!(to_text(&pieces("us vs. them")), "us vs. them");
        assert_eq!(
            to_text(&pieces("u.s.-backed states' terms & rights")),
            "u.s. backed states terms & rights"
        );
        assert_eq!(misread("states' rights"), None);
        assert_eq!(misread("u.s.-backed"), None);
        assert!(
            misread("Illegal").is_some()
                && misread("so (called)").is_some()
                && misread("'").is_none()
                && misread("a  b").is_some()
        );
    }
}
