//! Where a text mentions its sides, and the side of a phrase.

use super::model::{MentionForm, PartyId};
use crate::text::TokenIndex;
use std::ops::Range;

/// One mention of a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyMention {
    /// The side.
    pub party: PartyId,
    /// Its tokens; those of mentions never overlap, but for the two sides of one hyphenated word: `Ardovian-Tesmundian`.
    pub tokens: Range<TokenIndex>,
    /// How the side is named.
    pub form: MentionForm,
    /// Index into [`super::Party::names`]: which name it is.
    pub name: usize,
    /// Whether it is part of a hyphenated word: `Ardovian-held`, `anti-Ardovian`. It is a mention, and says nothing of whose the thing is.
    pub compound: bool,
    /// Whether it is possessive: `Ardovia's`.
    pub possessive: bool,
    /// Whether a coordinator or comma stands between it and the mention before it, and nothing else: `Ardovia and Tesmund`.
    pub joined: bool,
    /// The nearest preposition before it in its sentence.
    pub(super) preposition: Option<TokenIndex>,
}

/// All mentions of all sides in one article, headings included, in the order of the text. Empty where no side is declared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    pub(super) all: Vec<PartyMention>,
}

impl Mentions {
    /// All mentions, in order.
    pub fn iter(&self) -> impl Iterator<Item = &PartyMention> {
        self.all.iter()
    }

    /// The mentions of one side, in order.
    pub fn of(&self, party: PartyId) -> impl Iterator<Item = &PartyMention> {
        self.all
            .iter()
            .filter(move |mention| mention.party == party)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The mentions that lie wholly within a stretch of tokens, in order.
    pub fn within(&self, tokens: Range<TokenIndex>) -> &[PartyMention] {
        let from = self
            .all
            .partition_point(|mention| mention.tokens.start < tokens.start);
        let rest = &self.all[from..];
        let to = rest.partition_point(|mention| mention.tokens.end <= tokens.end);
        &rest[..to]
    }

    /// The first mention that holds a token.
    pub fn at(&self, token: TokenIndex) -> Option<&PartyMention> {
        let from = self
            .all
            .partition_point(|mention| mention.tokens.end <= token);
        self.all
            .get(from)
            .filter(|mention| mention.tokens.contains(&token))
    }

    /// The side that a noun phrase belongs to, if it is exactly one: who acts, speaks or owns. Places do not decide, nor do parts of hyphenated words.
    ///
    /// The mention before the head and before any preposition decides: `Ardovia's shelling of Tesmund` is Ardovia's, `Ardovia's Tesmundian minority`
    /// is Tesmundian (the mention nearest the head), `Ardovia and Tesmund` is nobody's. Where no side is mentioned there, the only one in the whole
    /// phrase decides: `the army of Ardovia`.
    pub fn side_of(&self, tokens: Range<TokenIndex>) -> Option<PartyId> {
        self.decide(tokens, |mention| mention.form != MentionForm::Place)
    }

    /// The same, where places decide too: for who is harmed and where, as in `houses in Penday`.
    pub fn side_at(&self, tokens: Range<TokenIndex>) -> Option<PartyId> {
        self.decide(tokens, |_| true)
    }

    /// The sides mentioned in a stretch of tokens, each once, in order of first mention. Places and parts of hyphenated words are left out.
    pub fn sides_in(&self, tokens: Range<TokenIndex>) -> Vec<PartyId> {
        let mut sides = Vec::new();
        for mention in self.within(tokens) {
            let named = !mention.compound && mention.form != MentionForm::Place;
            if named && !sides.contains(&mention.party) {
                sides.push(mention.party);
            }
        }
        sides
    }

    fn decide(
        &self,
        tokens: Range<TokenIndex>,
        counts: impl Fn(&PartyMention) -> bool,
    ) -> Option<PartyId> {
        let within = self.within(tokens.clone());
        let mut counting = within
            .iter()
            .filter(|mention| !mention.compound && counts(mention));
        let before_head = |mention: &&PartyMention| {
            mention
                .preposition
                .is_none_or(|preposition| preposition < tokens.start)
        };
        let mut side: Option<&PartyMention> = None;
        for mention in counting.clone().filter(before_head) {
            if side.is_some_and(|side| side.party != mention.party && mention.joined) {
                return None;
            }
            side = Some(mention);
        }
        if let Some(side) = side {
            return Some(side.party);
        }
        let first = counting.next()?.party;
        counting
            .all(|mention| mention.party == first)
            .then_some(first)
    }
}
