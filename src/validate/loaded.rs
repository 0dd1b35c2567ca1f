//! How right the loaded terms are: word by word, and sentence by sentence where the gold judges sentences.

use super::answers::Answer;
use super::figure::{Kind, f1, ratio};
use super::gold::GoldArticle;
use super::ranking::Ranking;

const fn kind(
    id: &'static str,
    name: &'static str,
    meaning: &'static str,
    decimals: usize,
) -> Kind {
    Kind {
        id,
        name,
        meaning,
        decimals,
    }
}

/// How many figures there are.
pub const COUNT: usize = 10;

/// The figures, in order.
pub static KINDS: [Kind; COUNT] = [
    kind(
        "words.precision",
        "word precision",
        "flagged words that the gold marks",
        3,
    ),
    kind(
        "words.recall",
        "word recall",
        "gold's words that are flagged",
        3,
    ),
    kind("words.f1", "word F1", "their harmonic mean", 3),
    kind("words.lift", "lift", "precision over chance", 2),
    kind(
        "words.flagged_per_1000",
        "flagged per 1000",
        "of all words",
        1,
    ),
    kind("words.gold_per_1000", "gold per 1000", "of all words", 1),
    kind(
        "sentences.macro_f1",
        "sentence macro F1",
        "any flagged term means biased",
        3,
    ),
    kind(
        "sentences.biased_f1",
        "biased F1",
        "the biased ones in it",
        3,
    ),
    kind(
        "sentences.best_macro_f1",
        "best macro F1",
        "at the threshold best for this gold",
        3,
    ),
    kind("sentences.auc", "AUC", "0.5 is chance", 3),
];

/// What the figures are computed from, for one article.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    /// Words.
    pub words: u64,
    /// Words that the gold marks.
    pub gold: u64,
    /// Words that the answer flags.
    pub found: u64,
    both: u64,
    /// Whether the gold calls the sentence biased, and how biased the answer says it is.
    pub(super) sentence: Option<(bool, f64)>,
}

/// The words of a text, as spans in code points: letters and digits, with apostrophes and hyphens between them.
pub(super) fn words(text: &str) -> Vec<[u32; 2]> {
    let mut words = Vec::new();
    let mut start = None;
    let mut chars = text.chars().zip(0..).peekable();
    let is_word = |c: char| c.is_alphanumeric();
    while let Some((c, at)) = chars.next() {
        if is_word(c) {
            start.get_or_insert(at);
        }
        let joins = matches!(c, '\'' | '’' | '-') && start.is_some();
        let goes_on = chars.peek().is_some_and(|&(next, _)| {
            is_word(next) || is_word(c) && matches!(next, '\'' | '’' | '-')
        });
        if let Some(first) = start
            && !((is_word(c) || joins) && goes_on)
        {
            // A mark at the end of a word is not part of it.
            words.push([first, if is_word(c) { at + 1 } else { at }]);
            start = None;
        }
    }
    words
}

/// Which words a span covers any of.
pub(super) fn covered(words: &[[u32; 2]], spans: impl Iterator<Item = [u32; 2]>) -> Vec<bool> {
    let mut hit = vec![false; words.len()];
    for [start, end] in spans {
        let first = words.partition_point(|word| word[1] <= start);
        let last = words.partition_point(|word| word[0] < end);
        if first < last {
            hit[first..last].fill(true);
        }
    }
    hit
}

/// The spans of the gold that count as loaded.
pub(super) fn gold_spans(gold: &GoldArticle) -> impl Iterator<Item = [u32; 2]> {
    gold.labels
        .iter()
        .flatten()
        .filter(|(.., kind)| matches!(kind.as_str(), "loaded" | "name-calling"))
        .map(|&(start, end, _)| [start, end])
}

/// Counts one article.
pub(super) fn counts(gold: &GoldArticle, answer: &Answer) -> Counts {
    let words = words(&gold.text);
    let marked = covered(&words, gold_spans(gold));
    let flagged = covered(&words, answer.loaded.iter().map(|(span, _)| *span));
    let count = |hits: &[bool]| hits.iter().filter(|&&hit| hit).count() as u64;
    let score = || answer.loaded.iter().map(|(_, weight)| weight.abs()).sum();
    Counts {
        words: words.len() as u64,
        gold: count(&marked),
        found: count(&flagged),
        both: marked
            .iter()
            .zip(&flagged)
            .filter(|(a, b)| **a && **b)
            .count() as u64,
        sentence: gold
            .biased
            .map(|biased| (biased, answer.score.unwrap_or_else(score))),
    }
}

/// The figures of [`KINDS`] for articles that count as often as their weights say.
pub(super) fn compute(
    articles: &[Counts],
    ranking: &Ranking,
    weights: &[u32],
) -> [Option<f64>; COUNT] {
    let sum = |count: fn(&Counts) -> u64| -> u64 {
        let weighted = articles.iter().zip(weights);
        weighted
            .map(|(counts, &weight)| count(counts) * u64::from(weight))
            .sum()
    };
    let (words, gold, found, both) = (
        sum(|c| c.words),
        sum(|c| c.gold),
        sum(|c| c.found),
        sum(|c| c.both),
    );
    let (p, r) = (ratio(both, found, gold), ratio(both, gold, found));
    let share = |part: u64| (words > 0).then(|| part as f64 / words as f64);
    let lift = p
        .zip(share(gold))
        .filter(|(_, base)| *base > 0.0)
        .map(|(p, base)| p / base);
    let per_1000 = |part: u64| share(part).map(|share| share * 1000.0);
    let sentences = ranking.figures(weights);
    [
        p,
        r,
        f1(p, r),
        lift,
        per_1000(found),
        per_1000(gold),
        sentences[0],
        sentences[1],
        sentences[2],
        sentences[3],
    ]
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_cut_as_the_definition_cuts_them() {
        let cut = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            words(text)
                .into_iter()
                .map(|[s, e]| chars[s as usize..e as usize].iter().collect())
                .collect()
        };
        assert_eq!(
            cut("it’s a well-known 'trick' -- so-- 4.5_x"),
            ["it’s", "a", "well-known", "trick", "so", "4", "5", "x"]
        );
        assert_eq!(cut("a-'b o'-"), ["a", "b", "o"]);
        assert_eq!(cut("ends"), ["ends"]);
    }
}
