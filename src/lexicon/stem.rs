//! What is left of a word without its ending: for comparing words, not for finding entries.

/// Letters that an ending leaves at least.
const LEAST: usize = 4;
/// Letters of a stem at most: what follows is inflection more often than meaning (truncation as a stemmer: Can et al. 2008 found five to
/// seven letters to do as well as a dictionary for retrieval).
const MOST: usize = 7;

/// The stem of a folded word. `endings` are those of the packs, the longer first.
pub(crate) fn stem(word: &str, endings: &[String]) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let dotted = word.contains('.') && !word.bytes().any(|byte| byte.is_ascii_digit());
    let mut stem: String = word
        .chars()
        .filter(|&c| c != '\'' && c != '-' && !(dotted && c == '.'))
        .collect();
    let letters = stem.chars().count();
    let fits = |ending: &&String| {
        stem.ends_with(ending.as_str()) && letters >= ending.chars().count() + LEAST
    };
    if let Some(ending) = endings.iter().find(fits) {
        stem.truncate(stem.len() - ending.len());
    }
    if let Some((at, _)) = stem.char_indices().nth(MOST) {
        stem.truncate(at);
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let endings: Vec<String> = ["ation", "ing", "ed", "s", "e"].map(str::to_owned).to_vec();
        let stem = |word| stem(word, &endings);
        assert_eq!(stem("cease-fire"), stem("ceasefires"));
        assert_eq!(stem("i.r.s."), stem("irs"));
        assert_eq!(stem("destroyed"), stem("destroying"));
        assert_eq!(stem("bus"), "bus", "four letters remain");
        assert_eq!(stem("ministers"), "ministe");
    }
}
