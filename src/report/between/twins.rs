//! Quote twins, as the model has them.

use super::super::model::Place;
use super::{Beside, SaidBy};
use crate::compare::quotes::{PieceKind, Quoted, Twin};
use serde::Serialize;

/// A quotation that several articles have.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TwinReport {
    /// Its id: `Q1`, in the order of the first telling.
    pub id: String,
    /// Who has it, by article.
    pub told: Vec<QuotedReport>,
    /// The one with most words, an index into `told`.
    pub fullest: u32,
    /// Place among all twins when those that differ most come first, from 1.
    pub rank: u32,
}

/// A quotation as one article has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotedReport {
    /// The article, an index into `articles`.
    pub article: u32,
    /// Number of the body sentence where it begins, from 1.
    pub sentence: u32,
    /// How far down the article that is: 0 at the first sentence, 1 at the last.
    pub position: f64,
    /// The words between the marks; several places where the article breaks it off and goes on.
    pub spans: Vec<Place>,
    /// Who is said to say it; `null` where nobody is found.
    pub said_by: Option<SaidBy>,
    /// Words that it leaves out of the fullest version.
    pub words_cut: u32,
    /// The fullest version with what this one leaves out and puts in.
    pub pieces: Vec<PieceReport>,
}

/// A part of a quotation beside the fullest version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PieceReport {
    /// Whether both have it.
    pub kind: PieceKind,
    /// Its words; those of the fullest version where they are cut.
    pub text: String,
}

pub(super) fn report(twins: &[Twin], views: &[Beside<'_>]) -> Vec<TwinReport> {
    let mut reports: Vec<TwinReport> = twins
        .iter()
        .enumerate()
        .map(|(index, twin)| TwinReport {
            id: format!("Q{}", index + 1),
            told: twin
                .told
                .iter()
                .map(|quoted| quoted_report(quoted, twin, views))
                .collect(),
            fullest: twin.fullest as u32,
            rank: 0,
        })
        .collect();
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(differing(&reports[at])), at));
    for (rank, at) in order.into_iter().enumerate() {
        reports[at].rank = rank as u32 + 1;
    }
    reports
}

/// How much there is to see: another stance, another verb, words cut, and how many articles have it.
fn differing(twin: &TwinReport) -> (bool, bool, bool, usize) {
    let first = twin.told.first().and_then(|told| told.said_by.as_ref());
    let other = |differs: &dyn Fn(&SaidBy, &SaidBy) -> bool| {
        let said = twin.told.iter().filter_map(|told| told.said_by.as_ref());
        first.is_some_and(|first| said.into_iter().any(|said| differs(first, said)))
    };
    (
        other(&|a, b| a.stance != b.stance),
        twin.told.iter().any(|told| told.words_cut > 0),
        other(&|a, b| a.cue != b.cue),
        twin.told.len(),
    )
}

fn quoted_report(quoted: &Quoted, twin: &Twin, views: &[Beside<'_>]) -> QuotedReport {
    let view = &views[quoted.article];
    let fullest = twin.told.get(twin.fullest).map_or(quoted, |full| full);
    let sentence = view.sentence(quoted.sentence);
    let all = view.analysis.document.body_sentences();
    let mut cut = 0;
    let pieces = quoted.pieces.iter().map(|piece| {
        let of = if piece.kind == PieceKind::Cut {
            &views[fullest.article]
        } else {
            view
        };
        if piece.kind == PieceKind::Cut {
            cut += of.analysis.document.words_in(piece.tokens.clone());
        }
        PieceReport {
            kind: piece.kind,
            text: of.passage(piece.tokens.clone()).text,
        }
    });
    let pieces: Vec<PieceReport> = pieces.collect();
    QuotedReport {
        article: quoted.article as u32,
        sentence,
        position: if all > 1 {
            f64::from(sentence.saturating_sub(1)) / f64::from(all - 1)
        } else {
            0.0
        },
        spans: quoted
            .tokens
            .iter()
            .map(|range| view.passage(range.clone()).span)
            .collect(),
        said_by: quoted.attribution.and_then(|index| view.said_by(index)),
        words_cut: cut,
        pieces,
    }
}
