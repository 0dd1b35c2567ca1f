//! `parallax lexicon coverage`: how the entries meet a corpus.

use crate::cli::arguments::Inputs;
use crate::cli::console::Console;
use crate::cli::inputs;
use parallax::analyzer::{Analysis, Analyzer};
use parallax::lexicon::{Category, EntryId, WordClass};
use parallax::report::plain::plain;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// How many words left and right of a hit count as near it.
const NEAR: usize = 3;

/// How often a word must stand near hits before it is proposed.
const FEWEST: u32 = 3;

/// The hits of every entry in a corpus.
pub(super) struct Hits {
    pub(super) articles: usize,
    pub(super) words: u64,
    /// Plain uses in any voice.
    pub(super) plain: HashMap<EntryId, u32>,
}

/// What one article adds.
struct OfArticle {
    words: u32,
    hits: Vec<EntryId>,
    /// Words near a hit and elsewhere, that no entry lists.
    near: BTreeMap<String, (u32, u32)>,
}

/// Counts the plain uses of every entry.
pub(super) fn hits(options: &Inputs, analyzer: &Analyzer, console: &mut Console) -> Option<Hits> {
    read(options, analyzer, console).map(|(hits, _)| hits)
}

type Near = BTreeMap<String, (u32, u32)>;

fn read(options: &Inputs, analyzer: &Analyzer, console: &mut Console) -> Option<(Hits, Near)> {
    let articles = inputs::articles(options, analyzer, console);
    if articles.is_empty() {
        return None;
    }
    let found = inputs::in_parallel(options, &articles, |article| {
        of_article(&analyzer.analyze(article))
    });
    let mut hits = Hits {
        articles: articles.len(),
        words: 0,
        plain: HashMap::new(),
    };
    let mut near = Near::new();
    for article in found {
        hits.words += u64::from(article.words);
        for entry in article.hits {
            *hits.plain.entry(entry).or_default() += 1;
        }
        for (word, (close, far)) in article.near {
            let of = near.entry(word).or_default();
            of.0 += close;
            of.1 += far;
        }
    }
    Some((hits, near))
}

fn of_article(analysis: &Analysis<'_>) -> OfArticle {
    let (document, facts) = (&analysis.document, &analysis.facts);
    let mut listed = vec![false; document.tokens.len()];
    let mut close = vec![false; document.tokens.len()];
    for term in &analysis.terms {
        listed[term.tokens.clone()].fill(true);
        if term.status.counts() {
            let sentence = &document.sentences[term.sentence].tokens;
            let from = term.tokens.start.saturating_sub(NEAR).max(sentence.start);
            close[from..(term.tokens.end + NEAR).min(sentence.end)].fill(true);
        }
    }
    let mut near = Near::new();
    for at in 0..document.tokens.len() {
        let token = &document.tokens[at];
        let grammar = [
            WordClass::Determiner,
            WordClass::PossessiveDeterminer,
            WordClass::SubjectPronoun,
            WordClass::ObjectPronoun,
            WordClass::IndefinitePronoun,
            WordClass::Relative,
            WordClass::Interrogative,
            WordClass::Be,
            WordClass::Have,
            WordClass::Do,
            WordClass::Modal,
            WordClass::Negation,
            WordClass::Preposition,
            WordClass::Coordinator,
            WordClass::Subordinator,
            WordClass::Time,
            WordClass::NumberWord,
        ];
        // Names and the words of grammar are no candidates.
        if listed[at] || !token.is_word() || token.capital || facts.any(document, at, &grammar) {
            continue;
        }
        let of = near.entry(document.folded(at).to_owned()).or_default();
        if close[at] {
            of.0 += 1;
        } else {
            of.1 += 1;
        }
    }
    let plain = analysis.terms.iter().filter(|term| term.status.counts());
    OfArticle {
        words: document.body_words(),
        hits: plain.map(|term| term.entry).collect(),
        near,
    }
}

/// Which entries the corpus hits, which it never hits, and what stands near hits and is listed nowhere.
pub(super) fn coverage(options: &Inputs, top: usize, console: &mut Console) -> Option<String> {
    let analyzer = inputs::analyzer(options, console);
    let (hits, near) = read(options, &analyzer, console)?;
    let lexicon = analyzer.lexicon();
    let live: Vec<EntryId> = (0..lexicon.entries().len() as u32)
        .map(EntryId)
        .filter(|&id| !lexicon.entry(id).retired)
        .collect();
    let mut counted: Vec<(EntryId, u32)> = live
        .iter()
        .filter_map(|id| hits.plain.get(id).map(|&count| (*id, count)))
        .collect();
    counted.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), lexicon.entry(id).id()));
    let total: u32 = counted.iter().map(|(_, count)| count).sum();
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{} articles, {} body words: {total} plain uses of {} of {} entries\n",
        hits.articles,
        hits.words,
        counted.len(),
        live.len()
    );
    let _ = writeln!(text, "MOST HIT  plain uses, entry, category, weight");
    for (id, count) in counted.iter().take(top) {
        let entry = lexicon.entry(*id);
        let _ = writeln!(
            text,
            "  {count:>6}  {:<32} {:<18} {}",
            entry.id(),
            entry.category.code(),
            entry.weight
        );
    }
    let _ = writeln!(text, "\nNEVER HIT  by category");
    for (category, _) in Category::ALL {
        let of = live
            .iter()
            .filter(|id| lexicon.entry(**id).category == *category);
        let never: Vec<&str> = of
            .clone()
            .filter(|id| !hits.plain.contains_key(id))
            .map(|id| lexicon.entry(*id).id())
            .collect();
        if never.is_empty() {
            continue;
        }
        let more = never.len().saturating_sub(top);
        let shown: Vec<&str> = never.iter().take(top).copied().collect();
        let rest = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let _ = writeln!(
            text,
            "  {:<18} {:>4} of {:<4} {}{rest}",
            category.code(),
            never.len(),
            of.count(),
            shown.join(", ")
        );
    }
    let _ = writeln!(
        text,
        "\nUNLISTED WORDS NEAR HITS  within {NEAR} words of a plain use, against elsewhere: candidates to read, not to copy"
    );
    for (word, close, far) in candidates(&near).into_iter().take(top) {
        let _ = writeln!(
            text,
            "  {close:>6} near {far:>6} elsewhere  {}",
            plain(word)
        );
    }
    Some(text)
}

/// Words that stand near hits more often than chance lets expect, by the log-likelihood ratio (Dunning 1993).
fn candidates(near: &Near) -> Vec<(&str, u32, u32)> {
    let (mut close, mut far) = (0_u64, 0_u64);
    for &(near, elsewhere) in near.values() {
        close += u64::from(near);
        far += u64::from(elsewhere);
    }
    let share = close as f64 / (close + far).max(1) as f64;
    let mut found: Vec<(f64, &str, u32, u32)> = near
        .iter()
        .filter(|(_, (near, _))| *near >= FEWEST)
        .filter_map(|(word, &(near, elsewhere))| {
            let all = f64::from(near + elsewhere);
            let expected = all * share;
            let over = f64::from(near);
            (over > expected).then(|| {
                let rest = f64::from(elsewhere);
                let mut ratio = over * (over / expected).ln();
                if elsewhere > 0 {
                    ratio += rest * (rest / (all - expected)).ln();
                }
                (2.0 * ratio, word.as_str(), near, elsewhere)
            })
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    found
        .into_iter()
        .map(|(_, word, near, elsewhere)| (word, near, elsewhere))
        .collect()
}
