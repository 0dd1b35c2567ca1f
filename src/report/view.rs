//! One article's findings with their places in code points, as the model wants them.

use super::findings::{ClaimReport, MarkerReport, TriggerReport};
use super::model::{
    AttributionReport, ContentReport, CueReport, Passage, Place, SourceMention, TermReport,
    ZoneReport,
};
use crate::analyzer::{Analysis, Analyzer};
use crate::article::ZoneKind;
use crate::attribution::Attribution;
use crate::lexicon::{Family, Level, Lexicon};
use crate::measure::{EvidenceId, EvidenceKind, Measured};
use crate::party::Parties;
use crate::span::{CodePoints, Span};
use crate::text::TokenIndex;
use std::ops::Range;

/// One article's findings.
pub(super) struct View<'a> {
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) measured: &'a Measured,
    pub(super) parties: &'a Parties,
    pub(super) lexicon: &'a Lexicon,
    points: CodePoints,
}

impl<'a> View<'a> {
    pub(super) fn new(
        analysis: &'a Analysis<'a>,
        analyzer: &'a Analyzer,
        measured: &'a Measured,
    ) -> Self {
        Self {
            analysis,
            measured,
            parties: analyzer.parties(),
            lexicon: analyzer.lexicon(),
            points: CodePoints::new(analysis.document.text),
        }
    }

    pub(super) fn place(&self, span: Span) -> Place {
        self.points.span(self.analysis.document.text, span)
    }

    pub(super) fn passage(&self, tokens: &Range<TokenIndex>) -> Passage {
        let span = self.analysis.document.span_of(tokens.clone());
        Passage {
            text: span.slice(self.analysis.document.text).to_owned(),
            span: self.place(span),
        }
    }

    /// The pieces of a role with `…` between them, and their places.
    fn pieces(&self, ranges: &[Range<TokenIndex>]) -> (String, Vec<Place>) {
        let passages = ranges.iter().map(|range| self.passage(range));
        let (texts, places): (Vec<_>, Vec<_>) =
            passages.map(|passage| (passage.text, passage.span)).unzip();
        (texts.join(" … "), places)
    }

    pub(super) fn sentence_number(&self, sentence: usize) -> u32 {
        let sentences = &self.analysis.document.sentences;
        sentences
            .get(sentence)
            .map_or(0, |sentence| sentence.number)
    }

    pub(super) const fn lexicon(&self) -> &Lexicon {
        self.lexicon
    }

    pub(super) fn zone_of(&self, sentence: usize) -> ZoneKind {
        let document = &self.analysis.document;
        document
            .sentences
            .get(sentence)
            .map_or(ZoneKind::Body, |sentence| {
                document.blocks[sentence.block].zone.kind
            })
    }

    pub(super) fn zones(&self) -> Vec<ZoneReport> {
        let mut number = 0;
        self.analysis
            .article
            .zones
            .iter()
            .map(|zone| {
                let id = zone.kind.is_text().then(|| {
                    number += 1;
                    EvidenceId::new(EvidenceKind::Zone, number - 1).to_string()
                });
                let [start, end] = self.place(zone.span);
                ZoneReport {
                    id,
                    zone: zone.kind,
                    start,
                    end,
                }
            })
            .collect()
    }

    /// Outermost quotations: those inside them are theirs.
    pub(super) fn quotations(&self) -> Vec<Place> {
        let quotations = self.analysis.document.quotations.iter();
        quotations
            .filter(|quotation| quotation.depth == 0)
            .map(|quotation| self.place(quotation.span))
            .collect()
    }

    pub(super) fn sentence_places(&self) -> Vec<Place> {
        let document = &self.analysis.document;
        let body = document.sentences.iter();
        body.filter(|sentence| sentence.number > 0)
            .map(|sentence| self.place(document.span_of(sentence.tokens.clone())))
            .collect()
    }

    pub(super) fn terms(&self, family: Family) -> Vec<TermReport> {
        let document = &self.analysis.document;
        self.analysis
            .terms
            .iter()
            .zip(&self.measured.ids.terms)
            .enumerate()
            .map(|(index, (term, id))| (index, term, id, self.lexicon.entry(term.entry)))
            .filter(|(.., entry)| entry.category.family() == family)
            .map(|(index, term, id, entry)| {
                let [start, end] = self.place(term.span);
                TermReport {
                    id: id.to_string(),
                    start,
                    end,
                    text: term.span.slice(document.text).to_owned(),
                    sentence: self.sentence_number(term.sentence),
                    zone: self.zone_of(term.sentence),
                    entry: entry.id().to_owned(),
                    category: entry.category,
                    weight: entry.weight,
                    voice: self.analysis.voices.of(term.tokens.start),
                    quoted: document.tokens[term.tokens.start].is_quoted(),
                    status: term.status,
                    about: self.about(index),
                }
            })
            .collect()
    }

    pub(super) fn attributions(&self, mental: bool) -> Vec<AttributionReport> {
        let found = &self.analysis.attributions;
        found
            .iter()
            .enumerate()
            .filter(|(_, attribution)| mental || attribution.level != Level::Mental)
            .map(|(index, attribution)| self.attribution(index, attribution))
            .collect()
    }

    fn attribution(&self, index: usize, attribution: &Attribution) -> AttributionReport {
        let (ids, document) = (&self.measured.ids, &self.analysis.document);
        let (cue, cue_spans) = self.pieces(&attribution.cue.tokens);
        let (source, source_spans) = self.pieces(&attribution.source);
        let (_, spans) = self.pieces(&attribution.content);
        let source_id = self.analysis.sources.of_attribution.get(index).copied();
        AttributionReport {
            id: ids.attributions[index].to_string(),
            level: attribution.level,
            form: attribution.form,
            stance: attribution.stance,
            cue: CueReport {
                lemma: attribution.cue.lemma.clone(),
                text: cue,
                spans: cue_spans,
            },
            source: SourceMention {
                text: source,
                spans: source_spans,
                joint_ids: self.joint_ids(index),
                source_id: source_id.flatten().map(|of| ids.sources[of].to_string()),
                confidence: attribution.confidence,
            },
            content: ContentReport { spans },
            words: attribution.words(document),
            direct_words: attribution.direct_words(document),
            sentence: self.sentence_number(attribution.sentence),
            zone: self.zone_of(attribution.sentence),
            negated: attribution.negated,
            conditional: attribution.conditional,
            nested: attribution.nested,
            via: attribution.via.as_ref().map(|via| self.passage(via)),
        }
    }

    fn joint_ids(&self, attribution: usize) -> Vec<String> {
        let joint = &self.analysis.sources.joint;
        joint
            .iter()
            .filter(|joint| joint.attribution == attribution)
            .flat_map(|joint| &joint.sources)
            .map(|&of| self.measured.ids.sources[of].to_string())
            .collect()
    }

    pub(super) fn markers(&self) -> Vec<MarkerReport> {
        let markers = self.measured.markers.iter().enumerate();
        markers
            .map(|(index, marker)| {
                let passage = self.passage(&marker.tokens);
                MarkerReport {
                    id: EvidenceId::new(EvidenceKind::Marker, index).to_string(),
                    class: marker.class,
                    text: passage.text,
                    span: passage.span,
                    sentence: self.sentence_number(marker.sentence),
                }
            })
            .collect()
    }

    pub(super) fn claims(&self) -> Vec<ClaimReport> {
        let claims = self.measured.claims.iter().enumerate();
        claims
            .map(|(index, claim)| ClaimReport {
                id: EvidenceId::new(EvidenceKind::Claim, index).to_string(),
                sentence: self.sentence_number(claim.sentence),
                span: self
                    .passage(&self.analysis.document.sentences[claim.sentence].tokens)
                    .span,
                triggers: claim
                    .triggers
                    .iter()
                    .map(|found| {
                        let passage = self.passage(&(found.start..found.end));
                        TriggerReport {
                            trigger: found.trigger,
                            text: passage.text,
                            span: passage.span,
                        }
                    })
                    .collect(),
            })
            .collect()
    }
}
