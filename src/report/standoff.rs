//! One JSON line per article, in the form that the annotation tools and the scorers of this field read.
//!
//! It is flat, as those schemes are: a token has one relation, so that what somebody reports a third party to have said is left
//! to the outer relation. The JSON report has both.

use crate::analyzer::Analysis;
use crate::attribution::{Attribution, Form, Voice};
use crate::lexicon::{Level, Lexicon, TermStatus};
use crate::span::{CodePoints, Span};
use serde::Serialize;

/// One article's annotations. Offsets are Unicode code points of the article's text, half-open.
#[derive(Debug, Serialize)]
pub struct Standoff {
    /// The article's id.
    pub id: String,
    /// Who says what, headline included.
    pub attributions: Vec<StandoffAttribution>,
    /// Loaded terms: start, end, `loaded`, weight, category, voice.
    pub labels: Vec<(u32, u32, &'static str, u8, &'static str, Voice)>,
}

/// One relation.
#[derive(Debug, Serialize)]
pub struct StandoffAttribution {
    /// Spans of the source; empty where none is named.
    pub source: Vec<[u32; 2]>,
    /// Spans of the cue.
    pub cue: Vec<[u32; 2]>,
    /// Spans of the content.
    pub content: Vec<[u32; 2]>,
    /// The level.
    pub level: Level,
}

/// Makes the row of one article.
pub fn standoff(analysis: &Analysis<'_>, lexicon: &Lexicon) -> Standoff {
    let text = analysis.document.text;
    let points = CodePoints::new(text);
    let place = |spans: Vec<Span>| -> Vec<[u32; 2]> {
        spans
            .into_iter()
            .map(|span| points.span(text, span))
            .collect()
    };
    let mut attributions: Vec<StandoffAttribution> = Vec::new();
    for attribution in analysis
        .attributions
        .iter()
        .filter(|attribution| !attribution.nested)
    {
        let spans = |ranges: &[std::ops::Range<usize>]| {
            place(Attribution::spans(&analysis.document, ranges))
        };
        let row = StandoffAttribution {
            source: spans(&attribution.source),
            cue: spans(&attribution.cue.tokens),
            content: spans(&attribution.content),
            level: attribution.level,
        };
        // A quotation that only continues a speaker is more content of the relation that named him.
        let speaker = attributions.iter_mut().rfind(|earlier| {
            attribution.form == Form::Floating
                && earlier.source == row.source
                && !row.source.is_empty()
        });
        match speaker {
            Some(speaker) => speaker.content.extend(row.content),
            None => attributions.push(row),
        }
    }
    let labels = analysis
        .terms
        .iter()
        .filter(|term| matches!(term.status, TermStatus::Plain))
        .filter_map(|term| {
            let entry = lexicon.entry(term.entry);
            let [start, end] = points.span(text, term.span);
            (entry.weight > 0).then(|| {
                (
                    start,
                    end,
                    "loaded",
                    entry.weight,
                    entry.category.code(),
                    analysis.voices.of(term.tokens.start),
                )
            })
        })
        .collect();
    Standoff {
        id: analysis.article.id.clone(),
        attributions,
        labels,
    }
}
