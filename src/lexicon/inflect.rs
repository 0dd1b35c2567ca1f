//! Inflection by rule: no stemmer, so that a reviewer can tell every form from the entry.

/// The plural of a noun; of a phrase, the plural of its last word.
pub(super) fn plural(noun: &str) -> String {
    with_s(noun, false)
}

/// -s, past and -ing of a verb in its base form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct VerbForms {
    pub(super) third: String,
    pub(super) past: String,
    pub(super) ing: String,
}

/// Inflects a verb; `double` doubles its last consonant.
pub(super) fn verb(base: &str, double: bool) -> VerbForms {
    let last = base.chars().next_back().filter(|_| double);
    let stem = || {
        let mut stem = String::with_capacity(base.len() + 4);
        stem.push_str(base);
        stem.extend(last);
        stem
    };
    let past = if double {
        stem() + "ed"
    } else if base.ends_with('e') {
        stem() + "d"
    } else if ends_in_consonant_y(base) {
        base[..base.len() - 1].to_owned() + "ied"
    } else {
        stem() + "ed"
    };
    let ing = if double {
        stem() + "ing"
    } else if let Some(stem) = base.strip_suffix("ie") {
        stem.to_owned() + "ying"
    } else if base.ends_with('e')
        && !["ee", "oe", "ye"].iter().any(|end| base.ends_with(end))
        && base.len() > 2
    {
        base[..base.len() - 1].to_owned() + "ing"
    } else {
        stem() + "ing"
    };
    VerbForms {
        third: with_s(base, true),
        past,
        ing,
    }
}

fn with_s(word: &str, verb: bool) -> String {
    if ends_in_consonant_y(word) {
        return word[..word.len() - 1].to_owned() + "ies";
    }
    let hisses = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end))
        || (verb && word.ends_with('o'));
    word.to_owned() + if hisses { "es" } else { "s" }
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut last = word.chars().rev();
    last.next() == Some('y') && last.next().is_some_and(|c| !"aeiou".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_take_their_plural() {
        for (noun, expected) in [
            ("atrocity", "atrocities"),
            ("regime", "regimes"),
            ("witch", "witches"),
            ("boss", "bosses"),
            ("hoax", "hoaxes"),
            ("ploy", "ploys"),
            ("hard-liner", "hard-liners"),
            ("lynch mob", "lynch mobs"),
            ("café", "cafés"),
        ] {
            assert_eq!(plural(noun), expected);
        }
    }

    #[test]
    fn verbs_take_their_forms() {
        for (base, double, third, past, ing) in [
            ("claim", false, "claims", "claimed", "claiming"),
            ("seize", false, "seizes", "seized", "seizing"),
            ("deny", false, "denies", "denied", "denying"),
            ("decry", false, "decries", "decried", "decrying"),
            ("destroy", false, "destroys", "destroyed", "destroying"),
            ("plot", true, "plots", "plotted", "plotting"),
            ("crush", false, "crushes", "crushed", "crushing"),
            ("veto", false, "vetoes", "vetoed", "vetoing"),
            ("lie", false, "lies", "lied", "lying"),
            ("agree", false, "agrees", "agreed", "agreeing"),
            (
                "terrorise",
                false,
                "terrorises",
                "terrorised",
                "terrorising",
            ),
            ("argue", false, "argues", "argued", "arguing"),
            ("confess", false, "confesses", "confessed", "confessing"),
        ] {
            let expected = VerbForms {
                third: third.into(),
                past: past.into(),
                ing: ing.into(),
            };
            assert_eq!(verb(base, double), expected, "{base}");
        }
    }
}
