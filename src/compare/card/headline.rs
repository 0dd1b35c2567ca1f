//! Whose word the headline is: a source's, the outlet's own, or what the body leaves to somebody and the headline does not.

use super::{CardKind, CardLine, Event, Evidence, Finding};
use crate::analyzer::Analysis;
use crate::article::ZoneKind;
use crate::attribution::{Attribution, Form, Voice, attribute};
use crate::lexicon::{Facts, Level, WordClass};
use crate::text::{Document, TokenIndex};
use std::ops::Range;

/// Content words that a headline must share with a sentence of the body to be told there.
const SHARED: usize = 3;
/// Letters of a word that are compared.
const STEM: usize = 4;

/// Whose word a headline is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadlineStanding {
    /// It names its source.
    Attributed {
        /// The source and the cue as written: `operator says`.
        words: String,
    },
    /// It states what the body leaves to a source.
    Dropped {
        /// That source.
        source: Option<String>,
    },
    /// It states what the body states too.
    Own,
}

/// Finds the difference.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    let mut standings = Vec::new();
    let mut evidence = Vec::new();
    for article in event.articles() {
        if let Some((standing, tokens)) = standing(event, article) {
            standings.push((article, standing));
            evidence.extend(
                tokens
                    .into_iter()
                    .map(|tokens| Evidence { article, tokens }),
            );
        }
    }
    let is = |wanted: fn(&HeadlineStanding) -> bool| standings.iter().any(|(_, of)| wanted(of));
    let attributed = is(|of| matches!(of, HeadlineStanding::Attributed { .. }));
    let dropped = is(|of| matches!(of, HeadlineStanding::Dropped { .. }));
    let own = is(|of| matches!(of, HeadlineStanding::Own));
    if (dropped && (attributed || own)) || (own && attributed) {
        found.push(CardLine {
            kind: CardKind::Headline,
            weight: if dropped { 2.0 } else { 1.0 },
            finding: Finding::Headlines(standings),
            evidence,
        });
    }
}

/// Whose word the headline of an article is, and the words that show it; `None` where it has none, or names a topic only.
fn standing(
    event: &Event<'_>,
    article: usize,
) -> Option<(HeadlineStanding, Vec<Range<TokenIndex>>)> {
    let analysis = &event.analyses[article];
    let block = analysis
        .document
        .blocks
        .iter()
        .find(|block| block.zone.kind == ZoneKind::Headline && !block.tokens.is_empty());
    let Some(block) = block else {
        // A title of the metadata is no part of the text, and is cut by itself.
        let title = analysis.article.title.as_deref()?;
        let document = Document::from_plain(title, event.lexicon.sentence_rules());
        let facts = event.lexicon.facts(&document);
        let found = attribute(&document, &facts, event.lexicon);
        let whole = 0..document.tokens.len();
        return judge(
            event,
            article,
            &Headline {
                document: &document,
                facts: &facts,
                found: &found,
                tokens: whole,
                inside: false,
            },
        );
    };
    judge(
        event,
        article,
        &Headline {
            document: &analysis.document,
            facts: &analysis.facts,
            found: &analysis.attributions,
            tokens: block.tokens.clone(),
            inside: true,
        },
    )
}

struct Headline<'h> {
    document: &'h Document<'h>,
    facts: &'h Facts,
    found: &'h [Attribution],
    tokens: Range<TokenIndex>,
    /// Whether it is a part of the article's text.
    inside: bool,
}

fn judge(
    event: &Event<'_>,
    article: usize,
    headline: &Headline<'_>,
) -> Option<(HeadlineStanding, Vec<Range<TokenIndex>>)> {
    let own = |tokens: Range<TokenIndex>| headline.inside.then_some(tokens);
    let here = || {
        headline
            .found
            .iter()
            .filter(|of| of.counts() && within(of, &headline.tokens))
    };
    let named = here()
        .filter(|of| of.level == Level::Report && !of.source.is_empty())
        .max_by_key(|of| matches!(of.form, Form::HeadlineTail | Form::HeadlineColon));
    if let Some(attribution) = named {
        let words = introduced(headline.document, attribution);
        let tokens = own(headline.tokens.clone()).into_iter().collect();
        return Some((HeadlineStanding::Attributed { words }, tokens));
    }
    // Who discussed, demanded or praised what is what such a headline tells.
    if here().any(|of| of.level == Level::SpeechAct && !is_participle(headline, of)) {
        return None;
    }
    let analysis = &event.analyses[article];
    let (sentence, shared) = told(analysis, headline)?;
    let reported = shared
        .iter()
        .filter(|&&token| analysis.voices.of(token) == Voice::Reported)
        .count();
    let tokens = own(headline.tokens.clone()).into_iter();
    if 2 * reported > shared.len() {
        let source = source_of(event, article, &shared);
        let told = analysis.document.sentences[sentence].tokens.clone();
        return Some((
            HeadlineStanding::Dropped { source },
            tokens.chain([told]).collect(),
        ));
    }
    Some((HeadlineStanding::Own, tokens.collect()))
}

fn within(attribution: &Attribution, tokens: &Range<TokenIndex>) -> bool {
    let mut ranges = attribution.cue.tokens.iter().chain(&attribution.content);
    ranges
        .next()
        .is_some_and(|first| tokens.contains(&first.start))
}

/// `the disputed plateau`: a participle before a noun attributes nothing.
fn is_participle(headline: &Headline<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue.tokens.first() else {
        return false;
    };
    let before = cue
        .start
        .checked_sub(1)
        .filter(|at| headline.tokens.contains(at));
    before.is_some_and(|at| {
        let classes = headline.facts.classes(headline.document, at);
        classes.any(&[
            WordClass::Preposition,
            WordClass::Determiner,
            WordClass::PossessiveDeterminer,
        ])
    })
}

/// The source and the cue, in the order of the text.
fn introduced(document: &Document<'_>, attribution: &Attribution) -> String {
    let mut pieces: Vec<Range<TokenIndex>> = attribution
        .source
        .iter()
        .chain(&attribution.cue.tokens)
        .cloned()
        .collect();
    pieces.sort_by_key(|piece| piece.start);
    let texts = pieces
        .into_iter()
        .map(|piece| document.span_of(piece).slice(document.text).to_owned())
        .filter(|text| text.chars().any(char::is_alphanumeric));
    texts.collect::<Vec<_>>().join(" ")
}

/// The body sentence that shares most content words with the headline, and those words in it; of several the first.
fn told(analysis: &Analysis<'_>, headline: &Headline<'_>) -> Option<(usize, Vec<TokenIndex>)> {
    let words: Vec<&str> = headline
        .tokens
        .clone()
        .filter(|&token| is_content(headline.document, headline.facts, token))
        .map(|token| stem(headline.document.folded(token)))
        .collect();
    let document = &analysis.document;
    let mut best: Option<(usize, Vec<TokenIndex>)> = None;
    for (index, sentence) in document.sentences.iter().enumerate() {
        if sentence.number == 0 {
            continue;
        }
        let mut seen: Vec<&str> = Vec::new();
        let mut shared = Vec::new();
        for token in sentence.tokens.clone() {
            let stem = stem(document.folded(token));
            if is_content(document, &analysis.facts, token)
                && words.contains(&stem)
                && !seen.contains(&stem)
            {
                seen.push(stem);
                shared.push(token);
            }
        }
        if best
            .as_ref()
            .is_none_or(|(_, most)| shared.len() > most.len())
        {
            best = Some((index, shared));
        }
    }
    best.filter(|(_, shared)| shared.len() >= SHARED.min(words.len().max(2)))
}

/// The source of most of some words.
fn source_of(event: &Event<'_>, article: usize, tokens: &[TokenIndex]) -> Option<String> {
    let holds = |attribution: &Attribution| {
        let held = tokens.iter().filter(|token| {
            attribution
                .content
                .iter()
                .any(|range| range.contains(token))
        });
        held.count()
    };
    let (index, _) = event
        .attributions(article)
        .filter(|(_, attribution)| attribution.level == Level::Report && holds(attribution) > 0)
        .max_by_key(|(index, attribution)| (holds(attribution), std::cmp::Reverse(*index)))?;
    let source = event.source(article, index)?;
    Some(
        event.analyses[article].sources.clusters[source]
            .name
            .clone(),
    )
}

fn is_content(document: &Document<'_>, facts: &Facts, token: TokenIndex) -> bool {
    document.tokens[token].is_word()
        && !facts.classes(document, token).any(&[
            WordClass::Determiner,
            WordClass::PossessiveDeterminer,
            WordClass::SubjectPronoun,
            WordClass::ObjectPronoun,
            WordClass::Relative,
            WordClass::Be,
            WordClass::Have,
            WordClass::Do,
            WordClass::Modal,
            WordClass::Preposition,
            WordClass::Coordinator,
            WordClass::Subordinator,
        ])
}

fn stem(word: &str) -> &str {
    match word.char_indices().nth(STEM) {
        Some((end, _)) if !word.starts_with(|c: char| c.is_ascii_digit()) => &word[..end],
        _ => word,
    }
}
