//! Pronouns that stand for a side.

use super::Direction;
use crate::attribution::Tag;
use crate::party::PartyId;
use crate::text::TokenIndex;

impl Direction<'_> {
    /// The side of the speaker of what holds a token.
    fn speaker(&self, at: TokenIndex) -> Option<PartyId> {
        let (attribution, _) = self.attribution_at(at)?;
        self.sides.of_attribution(attribution)
    }

    /// Whether a token lies inside quotation marks.
    fn is_quoted(&self, at: TokenIndex) -> bool {
        self.scene.document.tokens[at].is_quoted()
    }

    /// The side that "they" or "we" stands for as a subject: the one subject pronouns may point to in the sentence before.
    pub(super) fn subject_pronoun(&self, at: TokenIndex) -> Option<PartyId> {
        if self.is(&self.words.first_person, at) {
            return self.is_quoted(at).then(|| self.speaker(at)).flatten();
        }
        if !self.is(&self.words.third_person, at) {
            return None;
        }
        // A pronoun that is a source was linked by the rules of sources, which know more.
        for (index, source) in self.sources.clusters.iter().enumerate() {
            if source
                .mentions
                .iter()
                .any(|mention| mention.tokens == (at..at + 1))
            {
                return self.sides.of_source(index);
            }
        }
        let speaker = self.speaker(at);
        if speaker.is_none() && !self.is_quoted(at) && self.attribution_at(at).is_some() {
            return None; // "Many said it failed": what they speak of is anybody's guess
        }
        if speaker.is_some() && !self.is_quoted(at) {
            return speaker; // "Ardovia said it would": the speaker, as a rule
        }
        let side = self.subject_of_the_sentence_before(at)?;
        (Some(side) != speaker).then_some(side)
    }

    /// The side of the first subject of the sentence before.
    fn subject_of_the_sentence_before(&self, at: TokenIndex) -> Option<PartyId> {
        let document = self.scene.document;
        let before = document.sentence_of(at).checked_sub(1)?;
        let sentence = &document.sentences[before];
        if sentence.number == 0 {
            return None; // a heading is no antecedent
        }
        let low = self.scene.sentence_low(before);
        let (subject, _) = self.scene.first_subject(low, sentence.tokens.end)?;
        self.phrases.of_phrase(subject)
    }

    /// Whether somebody else is named, or meant by a pronoun, between the last mention of a side and a token.
    fn another_between(&self, side: PartyId, low: TokenIndex, at: TokenIndex) -> bool {
        let mentions = self.mentions.within(low..at).iter();
        let last = mentions.rev().find(|mention| mention.party == side);
        let from = last.map_or(low, |mention| mention.tokens.end);
        (from..at).any(|at| {
            matches!(
                self.scene.tags[at],
                Tag::Name | Tag::Pronoun | Tag::ObjectPronoun
            ) && self.mentions.at(at).is_none()
        })
    }

    /// The side that "its", "their" or "our" stands for: the speaker's, or the one side named before it in the sentence.
    pub(super) fn owner(&self, at: TokenIndex) -> Option<PartyId> {
        if self.is(&self.words.first_person, at) {
            return self.is_quoted(at).then(|| self.speaker(at)).flatten();
        }
        if !self.is(&self.words.third_person, at) {
            return None;
        }
        let document = self.scene.document;
        let sentence = &document.sentences[document.sentence_of(at)].tokens;
        let low = self
            .attribution_at(at)
            .map_or(sentence.start, |(_, content)| {
                content.start.max(sentence.start)
            });
        match self.mentions.sides_in(low..at)[..] {
            [one] => (!self.another_between(one, low, at)).then_some(one),
            [] if !self.is_quoted(at) => self.speaker(at),
            // "Ardovia's breach of the truce and its raids on Tesmund"
            _ => self.joined_to(at, low),
        }
    }
}
