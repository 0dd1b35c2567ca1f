//! Parts of the model: names, background and the headline of one article.

use super::model::{Passage, Place};
use super::view::View;
use crate::attribution::{Form, Voice};
use crate::framing::harm::AgencyClass;
use crate::framing::naming::SetUse;
use crate::measure::{EvidenceId, EvidenceKind};
use serde::Serialize;

/// A word for a thing that has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NameReport {
    /// Its evidence id: `N1`.
    pub id: String,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds it.
    pub zone: crate::article::ZoneKind,
    /// Id of the naming set.
    pub set: String,
    /// Id of the variant in it.
    pub variant: String,
    /// Whose word it is.
    pub voice: Voice,
    /// Whether the author holds it at arm's length: so-called.
    pub distanced: bool,
}

/// A naming set in one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamingReport {
    /// Id of the set.
    pub set: String,
    /// What is named.
    pub referent: String,
    /// The declared side whose thing it is, where the set is made for each side and one is named.
    pub side: Option<String>,
    /// Whether a variant is used that the pack does not take for the unmarked word.
    pub marked: bool,
    /// The variant that is used more than any other; `null` where two are used equally often.
    pub dominant: Option<String>,
    /// The variants, the most frequent first.
    pub variants: Vec<VariantReport>,
    /// Ids of the names at which the outlet changes its word.
    pub switches: Vec<String>,
}

/// A variant of a naming set in one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VariantReport {
    /// Its id in the set.
    pub id: String,
    /// As shown.
    pub label: String,
    /// Whether the pack takes it for the unmarked word.
    pub neutral: bool,
    /// Who uses it, as the pack says.
    pub used_by: Vec<String>,
    /// All its mentions, headings included.
    pub count: u32,
    /// Its part of all mentions of the set, 0–1.
    pub share: f64,
    /// Body mentions in the author's voice.
    pub author: u32,
    /// Body mentions in reported words.
    pub reported: u32,
    /// Body mentions in words that may be either's.
    pub ambiguous: u32,
    /// Mentions in headline, deck and subheads.
    pub headings: u32,
    /// Ids of its mentions.
    pub names: Vec<String>,
}

/// A body sentence that goes back behind the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContextReport {
    /// Its evidence id: `B1`.
    pub id: String,
    /// Number of the body sentence.
    pub sentence: u32,
    /// Where the sentence stands.
    pub span: Place,
    /// Its words.
    pub words: u32,
    /// The years and phrases that take it back, in order.
    pub starts: Vec<StartReport>,
}

/// What takes a sentence back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StartReport {
    /// The year; `null` for a phrase.
    pub year: Option<u16>,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// The clause around it, for people.
    pub clause: String,
}

/// What the headline says and leaves out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeadlineReport {
    /// As written.
    pub text: String,
    /// Where; `null` where the title is given beside the text.
    pub span: Option<Place>,
    /// Its words.
    pub words: u32,
    /// Whether it names a source.
    pub attributed: bool,
    /// Id of its attribution.
    pub attribution: Option<String>,
    /// The construction of that attribution.
    pub form: Option<Form>,
    /// Whether it asks.
    pub question: bool,
    /// Whether it exclaims.
    pub exclamation: bool,
    /// Its numbers, as written.
    pub numbers: Vec<String>,
    /// How it tells of harm, if it does.
    pub agency: Option<AgencyClass>,
    /// Ids of the declared sides that it names, each once, in order.
    pub parties: Vec<String>,
    /// Ids of the names in it.
    pub names: Vec<String>,
    /// Its content words, each once.
    pub content_words: u32,
    /// Of these, those that the body has too.
    pub in_body: u32,
    /// The source that its claim has in the body and not here.
    pub dropped: Option<DroppedReport>,
}

/// A claim of the headline that the body gives to a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DroppedReport {
    /// Id of the attribution in the body.
    pub attribution: String,
    /// Number of its sentence.
    pub sentence: u32,
    /// Who says it there, as written.
    pub source: String,
    /// Content words that both share.
    pub shared: u32,
}

fn id(kind: EvidenceKind, index: usize) -> String {
    EvidenceId::new(kind, index).to_string()
}

impl View<'_> {
    pub(super) fn names(&self) -> Vec<NameReport> {
        let lexicon = self.lexicon;
        let names = self.analysis.naming.names.iter().enumerate();
        names
            .map(|(index, name)| {
                let Passage { text, span } = self.passage(&name.found.tokens);
                NameReport {
                    id: id(EvidenceKind::Name, index),
                    text,
                    span,
                    sentence: self.sentence_number(name.found.sentence),
                    zone: self.zone_of(name.found.sentence),
                    set: lexicon.naming_sets()[name.found.set].id.clone(),
                    variant: lexicon.name_variants()[name.found.variant].id.clone(),
                    voice: name.voice,
                    distanced: name.found.distanced,
                }
            })
            .collect()
    }

    pub(super) fn naming(&self) -> Vec<NamingReport> {
        let sets = self.analysis.naming.sets.iter();
        sets.map(|of| self.naming_set(of)).collect()
    }

    fn naming_set(&self, of: &SetUse) -> NamingReport {
        let (lexicon, names) = (self.lexicon, &self.analysis.naming.names);
        let set = &lexicon.naming_sets()[of.set];
        let variants = of.variants.iter().map(|of_variant| {
            let variant = &lexicon.name_variants()[of_variant.variant];
            let voice = |voice: Voice| {
                let mentions = of_variant.mentions.iter();
                mentions
                    .filter(|&&at| !names[at].heading && names[at].voice == voice)
                    .count() as u32
            };
            let headings = of_variant.mentions.iter().filter(|&&at| names[at].heading);
            VariantReport {
                id: variant.id.clone(),
                label: variant.label.clone(),
                neutral: variant.neutral,
                used_by: variant.used_by().map(str::to_owned).collect(),
                count: of_variant.mentions.len() as u32,
                share: of_variant.mentions.len() as f64 / of.total().max(1) as f64,
                author: voice(Voice::Author),
                reported: voice(Voice::Reported),
                ambiguous: voice(Voice::Ambiguous),
                headings: headings.count() as u32,
                names: of_variant
                    .mentions
                    .iter()
                    .map(|&at| id(EvidenceKind::Name, at))
                    .collect(),
            }
        });
        NamingReport {
            set: set.id.clone(),
            referent: set.referent.clone(),
            side: of.side.map(|side| self.parties.id(side).to_owned()),
            marked: of.is_marked(lexicon),
            dominant: of
                .dominant()
                .map(|at| lexicon.name_variants()[at].id.clone()),
            variants: variants.collect(),
            switches: of
                .switches
                .iter()
                .map(|&at| id(EvidenceKind::Name, at))
                .collect(),
        }
    }

    pub(super) fn context(&self) -> Vec<ContextReport> {
        let sentences = self.analysis.context.sentences.iter().enumerate();
        sentences
            .map(|(index, of)| {
                let whole = &self.analysis.document.sentences[of.sentence].tokens;
                let starts = of.starts.iter().map(|start| {
                    let Passage { text, span } = self.passage(&start.tokens);
                    StartReport {
                        year: start.year,
                        text,
                        span,
                        clause: self.clause(whole, start.tokens.start),
                    }
                });
                ContextReport {
                    id: id(EvidenceKind::Background, index),
                    sentence: self.sentence_number(of.sentence),
                    span: self.passage(whole).span,
                    words: of.words,
                    starts: starts.collect(),
                }
            })
            .collect()
    }

    /// The words between two commas or the like around a token; where they are few, what follows too.
    fn clause(&self, sentence: &std::ops::Range<usize>, at: usize) -> String {
        use crate::text::TokenKind as K;
        const FEW: u32 = 5;
        let document = &self.analysis.document;
        let ends = |at: usize| {
            matches!(
                document.tokens[at].kind,
                K::Comma | K::Semicolon | K::Colon | K::Dash | K::Period | K::Terminator
            )
        };
        let start = (sentence.start..at).rev().find(|&at| ends(at));
        let mut start = start.map_or(sentence.start, |mark| mark + 1);
        let mut end = (at..sentence.end)
            .find(|&at| ends(at))
            .unwrap_or(sentence.end);
        if document.words_in(start..end) < FEW && end + 1 < sentence.end {
            let next = (end + 1..sentence.end).find(|&at| ends(at));
            end = next.unwrap_or(sentence.end);
        }
        if document.words_in(start..end) < FEW {
            start = sentence.start;
        }
        self.passage(&(start..end)).text
    }

    pub(super) fn headline(&self) -> Option<HeadlineReport> {
        let headline = self.analysis.headline.as_ref()?;
        let ids = &self.measured.ids.attributions;
        let attribution = headline
            .attribution
            .map(|at| (ids[at], &self.analysis.attributions[at]));
        let within = headline.tokens.clone().unwrap_or(0..0);
        let names = self.analysis.naming.names.iter().enumerate();
        let sides = self.analysis.parties.sides_in(within.clone());
        Some(HeadlineReport {
            text: headline.text.clone(),
            span: headline
                .tokens
                .as_ref()
                .map(|tokens| self.passage(tokens).span),
            words: headline.words,
            attributed: headline.attributed,
            attribution: attribution.map(|(id, _)| id.to_string()),
            form: attribution.map(|(_, of)| of.form),
            question: headline.question,
            exclamation: headline.exclamation,
            numbers: headline.numbers.clone(),
            agency: headline
                .harm
                .map(|at| self.analysis.harms.constructions[at].class),
            parties: sides
                .into_iter()
                .map(|side| self.parties.id(side).to_owned())
                .collect(),
            names: names
                .filter(|(_, name)| within.contains(&name.found.tokens.start))
                .map(|(index, _)| id(EvidenceKind::Name, index))
                .collect(),
            content_words: headline.content,
            in_body: headline.in_body,
            dropped: headline.dropped.as_ref().map(|dropped| {
                let of = &self.analysis.attributions[dropped.attribution];
                DroppedReport {
                    attribution: ids[dropped.attribution].to_string(),
                    sentence: self.sentence_number(of.sentence),
                    source: of
                        .source
                        .first()
                        .map_or_else(String::new, |tokens| self.passage(tokens).text),
                    shared: dropped.shared,
                }
            }),
        })
    }
}
