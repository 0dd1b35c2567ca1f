//! Terms that are nouns or describe one: whose the noun is.

use super::{Direction, Rule};
use crate::attribution::Tag;
use crate::lexicon::{Entry, Target, TermMatch, WordClass};
use crate::party::{MentionForm, PartyId, PartyMention};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// What a rule says that has something to say.
enum Answer {
    /// This side.
    About(PartyId, Rule),
    /// Somebody who is no declared side: no later rule may be asked.
    SomebodyElse,
}

impl Answer {
    fn of(side: Option<PartyId>, rule: Rule) -> Self {
        side.map_or(Self::SomebodyElse, |side| Self::About(side, rule))
    }
}

/// How far to the left the possessive of a coordinated noun may stand.
const SHARED: usize = 16;

impl Direction<'_> {
    pub(super) fn by_noun(&self, term: &TermMatch, entry: &Entry) -> Option<(PartyId, Rule)> {
        let sentence = self.sentence(term);
        let domain = self.domain(term.tokens.start, &sentence);
        let phrase = self.phrase_around(&term.tokens, &domain);
        let shared = || {
            let side = self.shared(&phrase, &domain)?;
            Some(Answer::About(side, Rule::Shared))
        };
        let act = || {
            let side = self.act_of_the_subject(&phrase, &domain, entry)?;
            Some(Answer::About(side, Rule::Subject))
        };
        let answer = self
            .possessor(&phrase, &term.tokens)
            .or_else(shared)
            .or_else(|| self.phrase_after(&phrase, &domain))
            .or_else(|| self.predicate(&phrase, &domain))
            .or_else(act)?;
        match answer {
            Answer::About(side, rule) => Some((side, rule)),
            Answer::SomebodyElse => None,
        }
    }

    /// The noun phrase round a term, without prepositions.
    fn phrase_around(
        &self,
        term: &Range<TokenIndex>,
        domain: &Range<TokenIndex>,
    ) -> Range<TokenIndex> {
        let tags = &self.scene.tags;
        let mut start = term.start;
        while start > domain.start {
            let at = start - 1;
            let mention = self.mentions.at(at);
            let goes_on = match tags[at] {
                Tag::Determiner | Tag::Possessive => {
                    start = at;
                    break;
                }
                Tag::Adjective | Tag::Name | Tag::Noun | Tag::Number | Tag::Adverb => true,
                Tag::VerbEd | Tag::VerbIng => {
                    at > domain.start
                        && matches!(
                            tags[at - 1],
                            Tag::Determiner | Tag::Possessive | Tag::Adjective
                        )
                }
                Tag::Mark => match self.scene.kind(at) {
                    TokenKind::OpenQuote | TokenKind::CloseQuote | TokenKind::Quote => true,
                    TokenKind::Comma => {
                        at > domain.start
                            && tags[at - 1] == Tag::Adjective
                            && tags[start] == Tag::Adjective
                    }
                    _ => false,
                },
                Tag::Coordinator => {
                    at > domain.start
                        && tags[at - 1] == Tag::Adjective
                        && tags[start] == Tag::Adjective
                }
                _ => mention.is_some(),
            };
            if !goes_on {
                break;
            }
            start = at;
        }
        let mut end = term.end;
        // A term that names something ends the phrase, unless a noun follows at once.
        while end < domain.end {
            let goes_on = matches!(
                tags[end],
                Tag::Adjective | Tag::Name | Tag::Noun | Tag::Number
            ) || self.mentions.at(end).is_some()
                || tags[end] == Tag::Mark && self.scene.kind(end) == TokenKind::CloseQuote;
            if !goes_on {
                break;
            }
            end += 1;
        }
        start..end
    }

    /// A possessive or adjective of nation in the phrase, or a side as its head.
    fn possessor(&self, phrase: &Range<TokenIndex>, term: &Range<TokenIndex>) -> Option<Answer> {
        let within = self.mentions.within(phrase.clone()).iter();
        let mut last: Option<&PartyMention> = None;
        for mention in within {
            let decides = !mention.compound
                && mention.form != MentionForm::Place
                && (mention.tokens.end <= term.start || mention.tokens.start >= term.end);
            if !decides {
                continue;
            }
            if last.is_some_and(|last| last.party != mention.party && mention.joined) {
                return Some(Answer::SomebodyElse);
            }
            last = Some(mention);
        }
        let Some(mention) = last else {
            return self.possessive_pronoun(phrase, term);
        };
        let rest = mention.tokens.end..phrase.end;
        if rest.is_empty() {
            let judged = mention.tokens.start >= term.end && !mention.possessive;
            return judged.then_some(Answer::About(mention.party, Rule::Modified));
        }
        if rest.clone().any(|at| self.is(&self.words.outsider, at)) {
            return Some(Answer::SomebodyElse);
        }
        let suffered = rest.clone().any(|at| self.is(&self.words.sufferer, at));
        if mention.possessive || mention.form == MentionForm::Demonym && !suffered {
            return Some(Answer::About(mention.party, Rule::Possessor));
        }
        suffered.then_some(Answer::SomebodyElse)
    }

    fn possessive_pronoun(
        &self,
        phrase: &Range<TokenIndex>,
        term: &Range<TokenIndex>,
    ) -> Option<Answer> {
        if self.scene.tags[phrase.start] != Tag::Possessive || phrase.start >= term.start {
            return None;
        }
        let rest = phrase.start + 1..phrase.end;
        if rest.clone().any(|at| self.is(&self.words.outsider, at)) {
            return Some(Answer::SomebodyElse);
        }
        let side = self.owner(phrase.start)?;
        Some(Answer::About(side, Rule::Possessor))
    }

    /// The possessive of the noun that the phrase is coordinated with: "Ardovia's violation of the truce and attacks on homes".
    fn shared(&self, phrase: &Range<TokenIndex>, domain: &Range<TokenIndex>) -> Option<PartyId> {
        let bare = !matches!(
            self.scene.tags[phrase.start],
            Tag::Determiner | Tag::Possessive
        );
        bare.then(|| self.joined_to(phrase.start, domain.start))
            .flatten()
    }

    /// The possessive of the noun before the coordinator before a token.
    pub(super) fn joined_to(&self, start: TokenIndex, low: TokenIndex) -> Option<PartyId> {
        let tags = &self.scene.tags;
        let joint = start.checked_sub(1)?;
        if joint <= low || tags[joint] != Tag::Coordinator {
            return None;
        }
        for at in (low.max(joint.saturating_sub(SHARED))..joint).rev() {
            let allowed = matches!(
                tags[at],
                Tag::Adjective
                    | Tag::Name
                    | Tag::Noun
                    | Tag::Number
                    | Tag::Determiner
                    | Tag::Preposition
                    | Tag::Coordinator
            ) || self.mentions.at(at).is_some()
                || self.scene.kind(at) == TokenKind::Comma;
            if !allowed {
                return None;
            }
            let Some(mention) = self.mentions.at(at).filter(|mention| mention.possessive) else {
                continue;
            };
            let free = mention.tokens.start == low
                || !self.scene.facts.has(
                    self.scene.document,
                    mention.tokens.start - 1,
                    WordClass::Preposition,
                )
                || self.is(&self.words.genitive, mention.tokens.start - 1)
                || self.is(&self.words.essive, mention.tokens.start - 1);
            let decides = free && !mention.compound && mention.form != MentionForm::Place;
            return decides.then_some(mention.party);
        }
        None
    }

    /// What follows the phrase with "of", "by" or "as".
    fn phrase_after(
        &self,
        phrase: &Range<TokenIndex>,
        domain: &Range<TokenIndex>,
    ) -> Option<Answer> {
        let at = phrase.end;
        if at + 1 >= domain.end {
            return None;
        }
        let genitive = self.is(&self.words.genitive, at);
        let by = self.is(&self.words.agentive, at);
        if self.is(&self.words.essive, at) {
            let clause = at + 1..self.clause_end(at + 1, domain);
            let side = self.mentions.side_of(clause)?;
            return Some(Answer::About(side, Rule::Phrase));
        }
        if !genitive && !by {
            return None;
        }
        let after = self.scene.right_phrase(at + 1, domain.end)?;
        let patient = genitive && phrase.clone().any(|at| self.is(&self.words.patient, at));
        if patient {
            // "the shelling of Ardovia by Tesmund"
            let agent = after
                .clone()
                .find(|&at| self.is(&self.words.agentive, at))?;
            return Some(Answer::of(
                self.mentions.side_of(agent + 1..after.end),
                Rule::Phrase,
            ));
        }
        let side = self.mentions.side_of(after)?;
        Some(Answer::About(side, Rule::Phrase))
    }

    /// Where the clause that goes on at a token ends: at a mark, a conjunction or an auxiliary.
    fn clause_end(&self, from: TokenIndex, domain: &Range<TokenIndex>) -> TokenIndex {
        let ends = [
            Tag::Mark,
            Tag::Coordinator,
            Tag::Subordinator,
            Tag::Relative,
            Tag::That,
            Tag::Be,
            Tag::Have,
            Tag::Do,
            Tag::Modal,
        ];
        (from..domain.end)
            .find(|&at| ends.contains(&self.scene.tags[at]))
            .unwrap_or(domain.end)
    }

    /// "Ardovia is reckless": what a linking verb says of its subject.
    fn predicate(&self, phrase: &Range<TokenIndex>, domain: &Range<TokenIndex>) -> Option<Answer> {
        let mut at = phrase.start;
        while at > domain.start && matches!(self.scene.tags[at - 1], Tag::Adverb | Tag::Negation) {
            at -= 1;
        }
        let linking = at > domain.start
            && (self.scene.tags[at - 1] == Tag::Be
                || self.scene.has(at - 1, WordClass::LinkingVerb));
        linking.then(|| Answer::of(self.own_subject(at - 1, domain.start), Rule::Subject))
    }

    /// An act that the subject carries out, or the manner in which it acts: "launched a brutal raid", "in flagrant violation".
    fn act_of_the_subject(
        &self,
        phrase: &Range<TokenIndex>,
        domain: &Range<TokenIndex>,
        entry: &Entry,
    ) -> Option<PartyId> {
        let before = phrase
            .start
            .checked_sub(1)
            .filter(|&at| at >= domain.start)?;
        if entry.polarity == crate::lexicon::Polarity::Favourable && entry.target == Target::None {
            return None;
        }
        if self.is(&self.words.manner, before) {
            let verb = self.verb_before(before, domain)?;
            let active = !self.is_passive(verb, domain);
            let act = phrase.clone().any(|at| self.is(&self.words.patient, at));
            return if active && act {
                self.subject(verb, domain).map(|(side, _)| side)
            } else {
                None
            };
        }
        // "carried out" ends in a particle: the verb stands one or two words before.
        let verb = (before.saturating_sub(1).max(domain.start)..=before).find(|&at| {
            let list = self
                .words
                .light
                .at(self.scene.document, self.scene.facts, at);
            list.is_some_and(|found| found.end == before + 1)
        })?;
        if self.is_passive(verb, domain) {
            return None;
        }
        self.subject(verb, domain).map(|(side, _)| side)
    }
}
