//! The model of `diff`: two revisions of one article, what changed in the framing, with the words of both.

use super::build::lexicons;
use super::model::{LexiconUsed, Passage, Place, SCHEMA_VERSION};
use super::plain::plain;
use crate::analyzer::{Analysis, Analyzer};
use crate::article::ZoneKind;
use crate::compare::revision::{
    About, Change, ChangeKind, Excerpt, How, Revised, Revision, revise,
};
use crate::lexicon::Stance;
use crate::span::CodePoints;
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// Below this part of the shorter text's sentences the two are hardly revisions of one article.
const FEW_SHARED: f64 = 0.2;

/// What `diff` found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RevisionReport {
    /// Version of this model.
    pub schema_version: String,
    /// Version of the program.
    pub tool_version: String,
    /// The packs that decided: the same packs and texts give the same result.
    pub lexicons: Vec<LexiconUsed>,
    /// The older text.
    pub old: EditionReport,
    /// The newer text.
    pub new: EditionReport,
    /// How many sentences became what, headlines and subheads included.
    pub counts: SentenceCounts,
    /// What changed in the framing, what weighs most first.
    pub changes: Vec<ChangeReport>,
    /// Which sentence became which, in the order of the newer text.
    pub pairs: Vec<PairReport>,
    /// What a reader should know beside it, one sentence each.
    pub notes: Vec<String>,
}

/// One of the two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditionReport {
    /// Where it was read from.
    pub path: String,
    /// Who published it.
    pub outlet: String,
    /// The headline.
    pub title: Option<String>,
    /// Date of publication, ISO 8601.
    pub published: Option<String>,
    /// Words of the body.
    pub words: u32,
    /// Sentences of the body.
    pub sentences: u32,
}

/// How many sentences became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentenceCounts {
    /// The same, word for word.
    pub same: u32,
    /// Worded otherwise, split or joined.
    pub reworded: u32,
    /// Only in the older text.
    pub removed: u32,
    /// Only in the newer text.
    pub added: u32,
}

/// Sentences of the older text and what they became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PairReport {
    /// What happened.
    pub how: How,
    /// In the older text: several where they were joined, none where the sentence is new.
    pub old: Vec<SentenceReport>,
    /// In the newer text: several where it was split, none where the sentence went.
    pub new: Vec<SentenceReport>,
    /// The changes that belong to it, as ids.
    pub changes: Vec<String>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentenceReport {
    /// Its number in the body, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds it.
    pub zone: ZoneKind,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeReport {
    /// Its id: `D1`.
    pub id: String,
    /// What changed.
    pub kind: ChangeKind,
    /// In the older text; `null` where the sentence is new.
    pub old: Option<ExcerptReport>,
    /// In the newer text; `null` where the sentence went.
    pub new: Option<ExcerptReport>,
}

/// The words at issue in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExcerptReport {
    /// The words, as written; empty where the change is that nothing stands there.
    pub text: String,
    /// Where; `null` where nothing stands there, or where the headline is no part of the text.
    pub span: Option<Place>,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds it.
    pub zone: ZoneKind,
    /// The source, where the change is about one.
    pub source: Option<String>,
    /// The stance of the verb, where the change is about one.
    pub stance: Option<Stance>,
    /// Of a quotation: the words that the other text does not quote.
    pub only_here: Vec<Passage>,
}

/// Compares two revisions and makes the report.
pub fn revision_report(
    analyzer: &Analyzer,
    old: &Analysis<'_>,
    new: &Analysis<'_>,
) -> RevisionReport {
    let measured = [old, new].map(|analysis| analyzer.measure(analysis));
    let [before, after] = &measured;
    let revised = |analysis, measured| Revised { analysis, measured };
    let found = revise(
        revised(old, before),
        revised(new, after),
        analyzer.lexicon(),
    );
    let (old, new) = (Text::new(old), Text::new(new));
    let changes: Vec<ChangeReport> = found
        .changes
        .iter()
        .enumerate()
        .map(|(index, change)| ChangeReport {
            id: format!("D{}", index + 1),
            kind: change.kind,
            old: old.side(change, change.old.as_ref(), true),
            new: new.side(change, change.new.as_ref(), false),
        })
        .collect();
    RevisionReport {
        schema_version: SCHEMA_VERSION.to_owned(),
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        lexicons: lexicons(analyzer.lexicon()),
        old: old.edition(),
        new: new.edition(),
        counts: SentenceCounts {
            same: found.count(How::Same),
            reworded: found.count(How::Reworded),
            removed: found.count(How::Removed),
            added: found.count(How::Added),
        },
        notes: notes(&found, &old, &new),
        pairs: pairs(&found, &old, &new),
        changes,
    }
}

fn notes(found: &Revision, old: &Text<'_>, new: &Text<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let sentences = old
        .analysis
        .document
        .sentences
        .len()
        .min(new.analysis.document.sentences.len());
    let shared = found.count(How::Same) + found.count(How::Reworded);
    if sentences > 0 && f64::from(shared) < FEW_SHARED * sentences as f64 {
        notes.push(
            "These texts share hardly a sentence: they may not be revisions of one article, and `parallax compare` may be what you want."
                .to_owned(),
        );
    }
    notes
}

fn pairs(found: &Revision, old: &Text<'_>, new: &Text<'_>) -> Vec<PairReport> {
    let of = |text: &Text<'_>, sentences: &[usize]| -> Vec<SentenceReport> {
        sentences
            .iter()
            .map(|&sentence| text.sentence(sentence))
            .collect()
    };
    let mut pairs: Vec<PairReport> = found
        .pairs
        .iter()
        .map(|pair| PairReport {
            how: pair.how,
            old: of(old, &pair.old),
            new: of(new, &pair.new),
            changes: Vec::new(),
        })
        .collect();
    // A change belongs to the pair of the sentence that it stands in.
    let mut olds = vec![None; old.analysis.document.sentences.len()];
    let mut news = vec![None; new.analysis.document.sentences.len()];
    for (index, pair) in found.pairs.iter().enumerate() {
        pair.old.iter().for_each(|&at| olds[at] = Some(index));
        pair.new.iter().for_each(|&at| news[at] = Some(index));
    }
    for (index, change) in found.changes.iter().enumerate() {
        let (text, excerpt, places) = match (&change.new, &change.old) {
            (Some(excerpt), _) => (new, excerpt, &news),
            (None, Some(excerpt)) => (old, excerpt, &olds),
            (None, None) => continue,
        };
        let at = text.analysis.document.sentence_of(excerpt.words.start);
        if let Some(pair) = places.get(at).copied().flatten() {
            pairs[pair].changes.push(format!("D{}", index + 1));
        }
    }
    pairs
}

/// One text, and where its bytes are in code points.
struct Text<'a> {
    analysis: &'a Analysis<'a>,
    points: CodePoints,
}

impl<'a> Text<'a> {
    fn new(analysis: &'a Analysis<'a>) -> Self {
        Self {
            analysis,
            points: CodePoints::new(analysis.document.text),
        }
    }

    fn edition(&self) -> EditionReport {
        let article = self.analysis.article;
        EditionReport {
            path: article.path.clone(),
            outlet: article.outlet.name.clone(),
            title: article.title.clone(),
            published: article.published.clone(),
            words: self.analysis.document.body_words(),
            sentences: self.analysis.document.body_sentences(),
        }
    }

    fn passage(&self, tokens: &Range<TokenIndex>) -> Passage {
        let document = &self.analysis.document;
        let span = document.span_of(tokens.clone());
        Passage {
            text: span.slice(document.text).to_owned(),
            span: self.points.span(document.text, span),
        }
    }

    fn zone(&self, sentence: usize) -> (u32, ZoneKind) {
        let document = &self.analysis.document;
        document
            .sentences
            .get(sentence)
            .map_or((0, ZoneKind::Body), |sentence| {
                (sentence.number, document.blocks[sentence.block].zone.kind)
            })
    }

    fn sentence(&self, sentence: usize) -> SentenceReport {
        let tokens = self.analysis.document.sentences[sentence].tokens.clone();
        let (number, zone) = self.zone(sentence);
        let Passage { text, span } = self.passage(&tokens);
        SentenceReport {
            sentence: number,
            zone,
            text,
            span,
        }
    }

    /// One side of a change.
    fn side(&self, change: &Change, excerpt: Option<&Excerpt>, old: bool) -> Option<ExcerptReport> {
        let Some(excerpt) = excerpt else {
            return self.title(change);
        };
        let at = self.analysis.document.sentence_of(excerpt.words.start);
        let (sentence, zone) = self.zone(at);
        let passage = (!excerpt.words.is_empty()).then(|| self.passage(&excerpt.words));
        let (text, span) = passage.map_or((String::new(), None), |passage| {
            (passage.text, Some(passage.span))
        });
        let (mut source, mut stance, mut only_here) = (None, None, Vec::new());
        match &change.about {
            About::Words => {}
            About::Stance(before, after) => stance = Some(if old { *before } else { *after }),
            About::Source(before, after) => {
                let of = if old { *before } else { *after };
                source = of.map(|of| self.analysis.sources.clusters[of].name.clone());
            }
            About::Quoted(lost, came) => {
                let words = if old { lost } else { came };
                only_here = words.iter().map(|words| self.passage(words)).collect();
            }
        }
        Some(ExcerptReport {
            text,
            span,
            sentence,
            zone,
            source,
            stance,
            only_here,
        })
    }

    /// A headline that stands in the metadata only.
    fn title(&self, change: &Change) -> Option<ExcerptReport> {
        if change.kind != ChangeKind::Headline {
            return None;
        }
        let title = self.analysis.article.title.as_ref()?;
        Some(ExcerptReport {
            text: title.clone(),
            span: None,
            sentence: 0,
            zone: ZoneKind::Headline,
            source: None,
            stance: None,
            only_here: Vec::new(),
        })
    }
}

/// One document, indented, with a newline at the end.
///
/// # Errors
/// When a value cannot be written as JSON, which no report holds.
pub fn pretty(report: &RevisionReport) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}

/// A text on one line, without what a terminal would obey.
pub fn line(text: &str) -> String {
    plain(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}
