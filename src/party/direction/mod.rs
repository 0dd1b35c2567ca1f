//! Whom a loaded term is about (measures §2.3): its target among the declared sides, and whether it favours it.
//!
//! The rules ask for a reason in the words around the term, in a fixed order; without one there is no target. A side is never taken from the sentence
//! before, but for the subject pronoun that points there.

mod clause;
mod phrase;
mod pronoun;

use super::speaker::PhraseSides;
use super::{Mentions, PartyId, Sides};
use crate::attribution::{Attribution, Scene, Tag};
use crate::lexicon::{Entry, Family, Phrases, Polarity, Target, TermMatch};
use crate::source::Sources;
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// Whom a term is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concern {
    /// The side.
    pub party: PartyId,
    /// Whether the term favours it.
    pub favourable: bool,
    /// What in the text says so.
    pub rule: Rule,
}

/// What in the text says whom a term is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A possessive or an adjective of nation in the same noun phrase: `Ardovia's reckless war`.
    Possessor,
    /// The possessive of the noun that it is coordinated with: `Ardovia's lies and threats`.
    Shared,
    /// The noun that it judges: `reckless Ardovians`.
    Modified,
    /// What follows with `of`, `by` or `as`: `aggression by Ardovia`.
    Phrase,
    /// The subject of the verb, or of the clause that it describes.
    Subject,
    /// The object of the verb.
    Object,
}

/// What the rules look at.
pub(super) struct Direction<'a> {
    scene: &'a Scene<'a>,
    mentions: &'a Mentions,
    sides: &'a Sides,
    sources: &'a Sources,
    attributions: &'a [Attribution],
    phrases: PhraseSides<'a>,
    words: Lists<'a>,
}

/// The word lists that the rules ask for.
struct Lists<'a> {
    outsider: Phrases<'a>,
    against: Phrases<'a>,
    genitive: Phrases<'a>,
    agentive: Phrases<'a>,
    essive: Phrases<'a>,
    manner: Phrases<'a>,
    patient: Phrases<'a>,
    sufferer: Phrases<'a>,
    light: Phrases<'a>,
    first_person: Phrases<'a>,
    third_person: Phrases<'a>,
}

/// How a term is used where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// As the verb at this token.
    Verb(TokenIndex),
    /// As an adverb of the verb at this token.
    Adverb(TokenIndex),
    /// As a noun, or as a word that describes one.
    Nominal,
}

impl<'a> Direction<'a> {
    pub(super) fn new(
        scene: &'a Scene<'a>,
        mentions: &'a Mentions,
        sides: &'a Sides,
        sources: &'a Sources,
        attributions: &'a [Attribution],
    ) -> Self {
        let lexicon = scene.lexicon;
        let words = Lists {
            outsider: lexicon.phrases("side_outsider"),
            against: lexicon.phrases("side_against"),
            genitive: lexicon.phrases("side_genitive"),
            agentive: lexicon.phrases("side_agentive"),
            essive: lexicon.phrases("side_essive"),
            manner: lexicon.phrases("side_manner_preposition"),
            patient: lexicon.phrases("side_patient_noun"),
            sufferer: lexicon.phrases("side_sufferer_noun"),
            light: lexicon.phrases("side_light_verb"),
            first_person: lexicon.phrases("side_first_person"),
            third_person: lexicon.phrases("side_third_person"),
        };
        Self {
            phrases: PhraseSides::new(scene.document, scene.facts, lexicon, mentions),
            scene,
            mentions,
            sides,
            sources,
            attributions,
            words,
        }
    }

    /// Whom each term is about, in the order of the terms.
    pub(super) fn concerns(&self, terms: &[TermMatch]) -> Vec<Option<Concern>> {
        terms.iter().map(|term| self.concern(term)).collect()
    }

    fn concern(&self, term: &TermMatch) -> Option<Concern> {
        let entry = self.scene.lexicon.entry(term.entry);
        let judges = entry.category.family() == Family::Framing && entry.is_about_somebody();
        if !judges || entry.polarity == Polarity::Neither {
            return None;
        }
        let (party, rule) = match self.used_as(term, entry) {
            Use::Verb(verb) => self.by_verb(verb, entry.target, term),
            Use::Adverb(verb) => self.by_verb(verb, Target::Subject, term),
            Use::Nominal => self.by_noun(term, entry),
        }?;
        Some(Concern {
            party,
            favourable: entry.polarity == Polarity::Favourable,
            rule,
        })
    }

    fn used_as(&self, term: &TermMatch, entry: &Entry) -> Use {
        let tags = &self.scene.tags;
        let sentence = self.sentence(term);
        let Range { start, end } = term.tokens;
        let last = tags[end - 1];
        let adverb = last == Tag::Adverb || self.scene.facts.adverb(self.scene.document, end - 1);
        if adverb && term.tokens.len() == 1 && entry.target != Target::Modified {
            let after = (end..sentence.end.min(end + 2)).find(|&at| tags[at].is_verb());
            let before = start
                .checked_sub(1)
                .filter(|&at| at >= sentence.start && tags[at].is_verb());
            return after.or(before).map_or(Use::Nominal, Use::Adverb);
        }
        if tags[start].is_verb() && !self.describes_a_noun(&term.tokens, &sentence) {
            return Use::Verb(start);
        }
        Use::Nominal
    }

    /// Whether what looks like a verb is a noun, or a participle before one: "the Ardovian attacks", "Ardovia's occupying forces".
    fn describes_a_noun(&self, term: &Range<TokenIndex>, sentence: &Range<TokenIndex>) -> bool {
        let tags = &self.scene.tags;
        if !matches!(tags[term.start], Tag::VerbIng | Tag::VerbEd) {
            return self.is_a_noun(term, sentence);
        }
        let noun = |at: TokenIndex| matches!(tags[at], Tag::Noun | Tag::Name | Tag::Adjective);
        let goes_on = if term.len() > 1 {
            noun(term.end - 1)
        } else {
            term.end < sentence.end && noun(term.end)
        };
        let before = term.start.checked_sub(1).filter(|&at| at >= sentence.start);
        // "from seasoned commanders"; but "by attacking homes" is a verb.
        let after_preposition =
            |at: TokenIndex| tags[term.start] == Tag::VerbEd && tags[at] == Tag::Preposition;
        let opened = before.is_some_and(|at| self.opens_a_phrase(at) || after_preposition(at));
        goes_on && opened
    }

    /// Whether a form that is a verb or a noun is a noun here: after what opens a noun phrase, or before what it is turned against.
    fn is_a_noun(&self, term: &Range<TokenIndex>, sentence: &Range<TokenIndex>) -> bool {
        let opened = term.start > sentence.start && self.opens_a_phrase(term.start - 1);
        opened || term.end < sentence.end && self.is(&self.words.against, term.end)
    }

    /// Whether a noun phrase goes on after a token: a determiner, an adjective, a possessive.
    fn opens_a_phrase(&self, at: TokenIndex) -> bool {
        let opens = [
            Tag::Determiner,
            Tag::Possessive,
            Tag::Adjective,
            Tag::Number,
        ];
        opens.contains(&self.scene.tags[at])
            || self.mentions.at(at).is_some_and(|mention| {
                mention.possessive || mention.form == super::MentionForm::Demonym
            })
    }

    fn sentence(&self, term: &TermMatch) -> Range<TokenIndex> {
        self.scene.document.sentences[term.sentence].tokens.clone()
    }

    fn is(&self, list: &Phrases<'_>, at: TokenIndex) -> bool {
        list.at(self.scene.document, self.scene.facts, at).is_some()
    }

    /// The innermost attribution whose content holds a token.
    fn attribution_at(&self, at: TokenIndex) -> Option<(usize, &Range<TokenIndex>)> {
        let holding = self
            .attributions
            .iter()
            .enumerate()
            .flat_map(|(index, attribution)| {
                let content = attribution.content.iter();
                content.map(move |range| (index, range))
            });
        holding
            .filter(|(_, range)| range.contains(&at))
            .min_by_key(|(_, range)| range.len())
    }

    /// The stretch of a sentence in which a word's clause must lie: the content that holds it.
    fn domain(&self, at: TokenIndex, sentence: &Range<TokenIndex>) -> Range<TokenIndex> {
        let Some((_, content)) = self.attribution_at(at) else {
            return sentence.clone();
        };
        content.start.max(sentence.start)..content.end.min(sentence.end)
    }
}
