//! Which relations are scored: those of speech, or all of them.

use rustc_hash::FxHashSet;
use serde::Serialize;
use std::sync::LazyLock;

/// Which relations of gold and answer are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Those whose cue holds a form of a say-type verb, or `according`.
    Speech,
    /// Every relation.
    All,
}

impl Scope {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Speech, Self::All];

    /// Its name, as in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::All => "all",
        }
    }

    /// Whether a relation with this cue is scored.
    pub(super) fn takes(self, cue: &str) -> bool {
        match self {
            Self::All => true,
            Self::Speech => cue
                .to_lowercase()
                .split(|c: char| !is_letter(c))
                .any(|word| word == "according" || SPEECH.contains(word)),
        }
    }
}

/// What a word of a cue consists of: letters, and numerals other than decimal digits.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_digit()
}

/// The say-type verbs that define the scope. The definition is part of published figures: it is not a lexicon to be grown.
const LEMMAS: &str = "say tell write add announce declare reply note observe remark explain claim allege insist contend maintain \
    assert argue confirm reveal disclose acknowledge admit concede deny warn accuse tweet joke quip reiterate stress emphasize \
    state testify report comment respond ask";

static SPEECH: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| LEMMAS.split_whitespace().flat_map(forms).collect());

fn forms(lemma: &str) -> Vec<String> {
    let short = &lemma[..lemma.len() - 1];
    let last = &lemma[lemma.len() - 1..];
    let regular = match lemma {
        "say" => {
            return ["say", "says", "said", "saying"]
                .map(str::to_owned)
                .to_vec();
        }
        "tell" => {
            return ["tell", "tells", "told", "telling"]
                .map(str::to_owned)
                .to_vec();
        }
        "write" => {
            return ["write", "writes", "wrote", "written", "writing"]
                .map(str::to_owned)
                .to_vec();
        }
        "admit" | "quip" => [
            format!("{lemma}s"),
            format!("{lemma}{last}ed"),
            format!("{lemma}{last}ing"),
        ],
        _ if last == "e" => [
            format!("{lemma}s"),
            format!("{lemma}d"),
            format!("{short}ing"),
        ],
        _ if last == "y" => [
            format!("{short}ies"),
            format!("{short}ied"),
            format!("{lemma}ing"),
        ],
        _ => {
            let hisses = ["s", "sh", "ch", "x"]
                .iter()
                .any(|end| lemma.ends_with(end));
            let ending = if hisses { "es" } else { "s" };
            [
                format!("{lemma}{ending}"),
                format!("{lemma}ed"),
                format!("{lemma}ing"),
            ]
        }
    };
    regular.into_iter().chain([lemma.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn speech_is_told_by_the_words_of_the_cue() {
        for cue in [
            "said",
            "According to",
            "has replied",
            "denies",
            "stresses",
            "quipped",
            "had been accused of",
        ] {
            assert!(Scope::Speech.takes(cue), "{cue}");
        }
        for cue in ["", ":", "hopes", "sayings", "called for", "states2"] {
            assert_eq!(Scope::Speech.takes(cue), cue == "states2", "{cue}");
            assert!(Scope::All.takes(cue));
        }
    }
}
