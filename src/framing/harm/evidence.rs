//! Whether a word with several senses tells of harm here: a person, a place, a building, a weapon or an armed body stands by it.

use super::{Agent, AgentKind, Reader};
use crate::attribution::Tag;
use crate::lexicon::{HarmKind, WordClass};
use crate::text::TokenIndex;
use std::ops::Range;

impl Reader<'_> {
    /// Whether a phrase can be who or what suffers.
    pub(super) fn can_suffer(&self, phrase: &Range<TokenIndex>, kind: HarmKind) -> bool {
        if kind == HarmKind::Breach {
            return phrase.clone().any(|at| self.is(&self.words.truce, at));
        }
        let head = self.head_of(phrase);
        if kind == HarmKind::Damage && self.tag(head) != Tag::Name {
            // "he collapsed on stage", "house prices exploded"
            return self.is(&self.words.place, head)
                || self.is(&self.words.weapon, head)
                || self.tag(head) == Tag::Number && phrase.len() <= 2;
        }
        let counts = matches!(self.tag(head), Tag::Number | Tag::Indefinite);
        if counts && phrase.len() <= 2 {
            return true;
        }
        // "the budget of the library" is no library; "thousands of villagers" are villagers.
        let whole = counts || self.is(&self.words.people, head);
        let of = phrase.clone().find(|&at| self.is(&self.words.of, at));
        let own = phrase.start..of.filter(|_| !whole).unwrap_or(phrase.end);
        own.clone().any(|at| {
            self.tag(at) != Tag::Name
                && (self.is(&self.words.people, at)
                    || self.is(&self.words.place, at)
                    || self.is(&self.words.armed, at))
                || self.scene.has(at, WordClass::Place)
                || self.scene.has(at, WordClass::Demonym)
                || self.person(at)
                || counts && self.tag(at) == Tag::Name
        }) || self.tag(head) == Tag::Name && self.lone_name(phrase)
    }

    /// Whether a phrase names a place or thing, or counts people: nobody wounds those with words.
    pub(super) fn is_thing_or_count(&self, phrase: &Range<TokenIndex>) -> bool {
        let head = self.head_of(phrase);
        self.tag(head) != Tag::Name && self.is(&self.words.place, head)
            || phrase.clone().any(|at| self.tag(at) == Tag::Number)
    }

    /// Whether a phrase is a pronoun, which tells nothing by itself.
    pub(super) fn is_pronoun(&self, phrase: &Range<TokenIndex>) -> bool {
        let head = self.head_of(phrase);
        matches!(
            self.tag(head),
            Tag::Pronoun | Tag::ObjectPronoun | Tag::Indefinite
        ) || phrase.len() == 1 && self.tag(head) == Tag::Determiner
    }

    fn person(&self, at: TokenIndex) -> bool {
        let (document, facts) = (self.scene.document, self.scene.facts);
        self.scene
            .lexicon
            .role_at(document, facts, at)
            .is_some_and(|found| self.scene.lexicon.role(found.role).person)
    }

    /// A name by itself: a person or a place, and not "the Fed".
    fn lone_name(&self, phrase: &Range<TokenIndex>) -> bool {
        phrase
            .clone()
            .all(|at| matches!(self.tag(at), Tag::Name | Tag::Mark))
    }

    /// Whether an agent is one that harms: an armed body, a weapon, a disaster.
    pub(super) fn can_harm(&self, agent: &Agent) -> bool {
        match agent.kind {
            AgentKind::Instrument | AgentKind::Event => true,
            AgentKind::Actor => agent
                .tokens
                .clone()
                .any(|at| self.tag(at) != Tag::Name && self.is(&self.words.armed, at)),
        }
    }

    /// Whether a weapon stands before a noun within its phrase: "drone strike".
    pub(super) fn has_weapon(&self, phrase: &Range<TokenIndex>) -> bool {
        phrase
            .clone()
            .any(|at| self.is(&self.words.weapon, at) || self.is(&self.words.armed, at))
    }
}
