//! Verb or noun: most words of harm are both.

use super::{Place, Reader};
use crate::attribution::Tag;
use crate::lexicon::{HarmMatch, HarmUse, ObjectUse, VerbForm, WordClass};
use crate::text::{TokenIndex, TokenKind};

impl Reader<'_> {
    /// Which of the entries at one place is meant.
    pub(super) fn choose<'m>(
        &self,
        here: &'m [HarmMatch],
        place: &Place<'_>,
    ) -> Option<&'m HarmMatch> {
        let of = |part| here.iter().find(|found| self.part(found) == part);
        let (verb, noun) = (of(HarmUse::Verb), of(HarmUse::Noun));
        let is_verb = verb.is_some_and(|found| self.is_verb(found, place));
        if is_verb {
            return verb;
        }
        // "Ardovian gunners wounded": a past form is no noun.
        noun.or_else(|| of(HarmUse::State))
    }

    fn is_verb(&self, found: &HarmMatch, place: &Place<'_>) -> bool {
        let (at, after) = (found.tokens.start, found.tokens.end);
        let token = &self.scene.document.tokens[at];
        if token.capital && self.tag(at) == Tag::Name && !place.headline {
            return false;
        }
        match found.form {
            VerbForm::Past | VerbForm::Participle | VerbForm::PastOrParticiple => {
                self.past_is_verb(at, after)
            }
            VerbForm::BaseOrPast => {
                self.past_is_verb(at, after)
                    && (matches!(self.before(at), Tag::Be | Tag::Have)
                        || self.finite(found, place)
                        || self.coordinated(at, after, place)
                        || self.bare_participle(at, after))
            }
            VerbForm::Ing => self.gerund(at, after, place),
            VerbForm::Base | VerbForm::ThirdS => self.finite(found, place),
            VerbForm::Invariable => false,
        }
    }

    /// "the wounded", "injured soldiers" are no verbs; "five wounded in Tesk" is one.
    fn past_is_verb(&self, at: TokenIndex, after: TokenIndex) -> bool {
        let before = self.before(at);
        let noun_follows = matches!(self.tag(after), Tag::Noun | Tag::Name);
        if at > 0
            && self.scene.has(at - 1, WordClass::Determiner)
            && !self.scene.has(at - 1, WordClass::IndefinitePronoun)
        {
            return false;
        }
        match before {
            Tag::Determiner | Tag::Possessive => {
                // "the wounded", but "those killed", "all killed".
                self.scene.has(at - 1, WordClass::IndefinitePronoun) && !noun_follows
            }
            Tag::Adjective | Tag::Preposition if noun_follows => false,
            Tag::Number if noun_follows => false,
            _ => self.tag(at) != Tag::Adjective || !noun_follows,
        }
    }

    fn before(&self, at: TokenIndex) -> Tag {
        let mut k = at;
        while k > 0 && self.scene.kind(k - 1) == TokenKind::Quote {
            k -= 1;
        }
        if k == 0 { Tag::Mark } else { self.tag(k - 1) }
    }

    fn gerund(&self, at: TokenIndex, after: TokenIndex, place: &Place<'_>) -> bool {
        if self.is(&self.words.of, after) {
            return false;
        }
        let object = self.opens_phrase(after, place.high);
        let possessive = at > 0 && self.scene.possessive(at - 1);
        match self.before(at) {
            Tag::Be => true,
            Tag::Determiner | Tag::Possessive | Tag::Adjective => {
                object && self.occupies(at, after)
            }
            _ if possessive => object && self.occupies(at, after),
            _ => {
                object || self.tag(at) == Tag::VerbIng && self.by_agent(after, after + 1).is_some()
            }
        }
    }

    /// A participle before its noun: "the occupying forces".
    pub(super) fn occupies(&self, at: TokenIndex, after: TokenIndex) -> bool {
        at + 1 == after && matches!(self.tag(after), Tag::Noun) && self.is(&self.words.armed, after)
    }

    /// "Mine collapse kills nine": a base form has a plural before it.
    fn plural(&self, at: TokenIndex) -> bool {
        let word = self.scene.word(at);
        word.ends_with('s') && !word.ends_with("ss")
            || matches!(self.tag(at), Tag::Number | Tag::Indefinite)
            || self.is(&self.words.people, at) && self.is(&self.words.armed, at)
            || self.is(&self.words.people, at) && !self.scene.has(at, WordClass::Determiner)
    }

    fn ends_clause(&self, at: TokenIndex, place: &Place<'_>) -> bool {
        at >= place.high || self.tag(at) == Tag::Mark
    }

    /// "charged the crowd and beat protesters"
    fn coordinated(&self, at: TokenIndex, after: TokenIndex, place: &Place<'_>) -> bool {
        self.before(at) == Tag::Coordinator && self.opens_phrase(after, place.high)
    }

    /// "three guards hurt as inmates riot"
    fn bare_participle(&self, at: TokenIndex, after: TokenIndex) -> bool {
        at > 0
            && matches!(
                self.tag(at - 1),
                Tag::Noun | Tag::Name | Tag::Number | Tag::Indefinite
            )
            && matches!(
                self.tag(after),
                Tag::Preposition
                    | Tag::Subordinator
                    | Tag::Interrogative
                    | Tag::Time
                    | Tag::Coordinator
            )
    }

    fn finite(&self, found: &HarmMatch, place: &Place<'_>) -> bool {
        let (at, after) = (found.tokens.start, found.tokens.end);
        let before = self.before(at);
        let third = self.scene.word(at).ends_with('s') && !self.scene.word(at).ends_with("ss");
        let harm = self.scene.lexicon.harm(found.harm);
        let preposition = || {
            third
                && after < place.high
                && harm
                    .victim_after
                    .iter()
                    .any(|word| word == self.scene.word(after))
        };
        // "trade fire", "go off": the phrase holds all that a verb needs.
        let whole = found.tokens.len() > 1 && harm.object != ObjectUse::Needed;
        let object = self.opens_phrase(after, place.high) || preposition() || whole;
        match before {
            Tag::To => !third,
            Tag::Modal | Tag::Do | Tag::Pronoun | Tag::Relative => true,
            Tag::Be | Tag::Have => false,
            Tag::Determiner | Tag::Possessive | Tag::Preposition => false,
            Tag::Adjective => false,
            Tag::Number if third => false,
            _ if at > 0 && self.scene.possessive(at - 1) => false,
            Tag::Adverb | Tag::Negation | Tag::That => self.tag(at).is_verb() || object,
            Tag::Noun
            | Tag::Name
            | Tag::Indefinite
            | Tag::Number
            | Tag::Time
            | Tag::ObjectPronoun
            | Tag::VerbIng => {
                if self.tag(at).is_verb() {
                    // "the fresh Ardovian attacks": without an object the form in -s is the noun.
                    return object
                        || third && !self.ends_clause(after, place)
                        || !third && self.plural(at - 1);
                }
                // "Blast kills five": an object follows, and no other verb has taken the subject.
                let verbs = self.scene.has_finite(place.low, at);
                object
                    && (place.headline || !verbs)
                    && (place.headline
                        || whole
                        || matches!(
                            self.tag(after),
                            Tag::Number | Tag::Determiner | Tag::Possessive | Tag::ObjectPronoun
                        ))
            }
            _ => self.tag(at).is_verb() && (object || !third),
        }
    }
}
