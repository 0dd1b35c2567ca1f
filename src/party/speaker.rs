//! Whose side speaks: the side of every source, from what the text says of it (measures §4.6). Where the text does not say, there is none.

use super::mentions::PartyMention;
use super::{MentionForm, Mentions, PartyId};
use crate::lexicon::{Facts, Lexicon, Phrases, RoleMatch, SourceKind, WordClass};
use crate::source::{Source, SourceIndex, Sources};
use crate::text::{Document, TokenIndex, TokenKind, fold_diacritics};
use std::ops::Range;

/// How far an owner after a role is looked for: "ombudsman of the Republic of Ardovia".
const TAIL: usize = 8;

/// The side of every source of an article; those that the text does not give to exactly one side have none.
pub(super) fn sides(
    document: &Document<'_>,
    facts: &Facts,
    lexicon: &Lexicon,
    sources: &Sources,
    mentions: &Mentions,
) -> Vec<Option<PartyId>> {
    let phrases = PhraseSides::new(document, facts, lexicon, mentions);
    let mut sides: Vec<Option<PartyId>> = sources
        .clusters
        .iter()
        .map(|source| phrases.of_source(source, sources))
        .collect();
    // A ministry's spokeswoman is of the ministry's side, once that is known.
    let by_organisation: Vec<(SourceIndex, PartyId)> = sources
        .clusters
        .iter()
        .enumerate()
        .filter(|(index, _)| sides[*index].is_none())
        .filter_map(|(index, source)| {
            let organisation = source.organisation.as_ref()?;
            Some((
                index,
                phrases.of_organisation(organisation, sources, &sides)?,
            ))
        })
        .collect();
    for (index, side) in by_organisation {
        sides[index] = Some(side);
    }
    sides
}

/// Reads the side of noun phrases strictly: whose a person or body is, not whom it is about or where it happens to be.
pub(super) struct PhraseSides<'a> {
    document: &'a Document<'a>,
    facts: &'a Facts,
    lexicon: &'a Lexicon,
    mentions: &'a Mentions,
    outsider: Phrases<'a>,
    owner: Phrases<'a>,
    place: Phrases<'a>,
    guest: Phrases<'a>,
    topic: Phrases<'a>,
}

impl<'a> PhraseSides<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        facts: &'a Facts,
        lexicon: &'a Lexicon,
        mentions: &'a Mentions,
    ) -> Self {
        Self {
            document,
            facts,
            lexicon,
            mentions,
            outsider: lexicon.phrases("side_outsider"),
            owner: lexicon.phrases("side_owner_preposition"),
            place: lexicon.phrases("side_place_preposition"),
            guest: lexicon.phrases("side_guest"),
            topic: lexicon.phrases("side_topic_head"),
        }
    }

    /// The side that all mentions of a source that tell agree on.
    fn of_source(&self, source: &Source, sources: &Sources) -> Option<PartyId> {
        let mentioned = source.mentions.iter();
        let mut told: Vec<PartyId> = mentioned
            .filter_map(|mention| self.of_phrase(mention.tokens.clone()))
            .collect();
        if let Some(name) = &source.identity.name {
            told.extend(self.of_roles(name, sources));
        }
        agreed(&told)
    }

    /// What the roles that the text gives to a name say of its side: "Davit Orr, the Ardovian ombudsman".
    fn of_roles(&self, name: &str, sources: &Sources) -> Vec<PartyId> {
        let roles = sources.roles.iter().filter(|role| role.name == name);
        roles
            .filter_map(|role| {
                self.of_phrase(role.tokens.clone())
                    .or_else(|| self.of_phrase(self.with_tail(&role.tokens)))
            })
            .collect()
    }

    /// The side of the body or person that a source is named with.
    fn of_organisation(
        &self,
        organisation: &str,
        sources: &Sources,
        sides: &[Option<PartyId>],
    ) -> Option<PartyId> {
        let key = fold_diacritics(organisation);
        let told = self.of_roles(&key, sources);
        if !told.is_empty() {
            return agreed(&told);
        }
        // "the ministry": the only one that speaks, or several of one side.
        let mut told = Vec::new();
        for (source, side) in sources.clusters.iter().zip(sides) {
            let name = fold_diacritics(&source.name);
            let named = name.strip_suffix(key.as_str());
            if named.is_some_and(|before| before.ends_with(' ')) {
                told.push((*side)?);
            }
        }
        agreed(&told)
    }

    /// A role with what follows it up to the next mark or verb: "ombudsman of Ardovia".
    fn with_tail(&self, role: &Range<TokenIndex>) -> Range<TokenIndex> {
        let sentence = &self.document.sentences[self.document.sentence_of(role.start)].tokens;
        let limit = (role.end + TAIL).min(sentence.end);
        let stops = [
            WordClass::Be,
            WordClass::Have,
            WordClass::Modal,
            WordClass::Relative,
            WordClass::Subordinator,
            WordClass::Coordinator,
        ];
        let end = (role.end..limit).find(|&at| {
            !self.document.tokens[at].is_word() || self.facts.any(self.document, at, &stops)
        });
        role.start..end.unwrap_or(limit)
    }

    /// The side of the person or body that a noun phrase names, if the phrase says so.
    pub(super) fn of_phrase(&self, tokens: Range<TokenIndex>) -> Option<PartyId> {
        let within = self.mentions.within(tokens.clone()).iter();
        let within: Vec<&PartyMention> = within.filter(|mention| !mention.compound).collect();
        if within.is_empty() {
            return None;
        }
        // "Hennis Vouk, a Brell shepherd": who is named says more than what he is.
        let named = self.apposition(&tokens).unwrap_or(tokens.end);
        if named < tokens.end
            && let Some(side) = self.of_phrase(tokens.start..named)
        {
            return Some(side);
        }
        let preposition = self.preposition(&tokens);
        let front = tokens.start..preposition.unwrap_or(tokens.end);
        let before_head = |mention: &&&PartyMention| mention.tokens.end <= front.end;
        let mut side: Option<&PartyMention> = None;
        for mention in within.iter().filter(before_head) {
            if side.is_some_and(|side| side.party != mention.party && mention.joined) {
                return None;
            }
            side = Some(mention);
        }
        if let Some(mention) = side {
            return self.modifies(mention, &front).then_some(mention.party);
        }
        self.of_tail(&front, tokens.end)
    }

    /// Where a comma opens an apposition: before a determiner or a word in small letters.
    fn apposition(&self, tokens: &Range<TokenIndex>) -> Option<TokenIndex> {
        let next = |at: TokenIndex| &self.document.tokens[at + 1];
        let small = |at: TokenIndex| next(at).is_word() && !next(at).capital;
        let linked = |at: TokenIndex| {
            let links = [WordClass::Coordinator, WordClass::Preposition];
            self.facts.any(self.document, at + 1, &links)
        };
        (tokens.start + 1..tokens.end.saturating_sub(1)).find(|&at| {
            self.document.tokens[at].kind == TokenKind::Comma && small(at) && !linked(at)
        })
    }

    /// The first preposition of a phrase after its first word.
    fn preposition(&self, tokens: &Range<TokenIndex>) -> Option<TokenIndex> {
        (tokens.start + 1..tokens.end).find(|&at| {
            self.mentions.at(at).is_none()
                && self.facts.has(self.document, at, WordClass::Preposition)
        })
    }

    /// Whether a mention before the head makes the phrase the side's: it is the head, or says whose the head is.
    fn modifies(&self, mention: &PartyMention, front: &Range<TokenIndex>) -> bool {
        let place = mention.form == MentionForm::Place;
        let rest = mention.tokens.end..front.end;
        if self.is_empty(&rest) {
            return !place && !mention.possessive;
        }
        if rest.clone().any(|at| self.is(&self.outsider, at)) {
            return false;
        }
        let owned = mention.form == MentionForm::Demonym || mention.possessive;
        if owned && !place {
            return true;
        }
        // "Ardovia experts" are about it, "Ardovia officials" of it.
        let about = |at| self.is(&self.topic, at) || self.is(&self.guest, at);
        self.role_in(&rest)
            .is_some_and(|role| !rest.clone().any(about) && (!place || self.is_of_state(role)))
    }

    /// The side after the preposition of a phrase whose front names none.
    fn of_tail(&self, front: &Range<TokenIndex>, end: TokenIndex) -> Option<PartyId> {
        let (preposition, head) = (front.end, front.clone());
        if head.clone().any(|at| self.is(&self.outsider, at)) {
            return None;
        }
        let inner = preposition + 1..end;
        if self.is(&self.owner, preposition) {
            let side = self.of_phrase(inner.clone())?;
            // "victims of Ardovia's shelling": what is owned must be a body, an office, or the side itself.
            let mention = self.mentions.within(inner.clone()).first()?;
            let body = !mention.possessive && mention.form != MentionForm::Demonym
                || self.role_in(&inner).is_some();
            // "the University of Ardovia" is not its government.
            let own = self
                .role_in(&head)
                .is_none_or(|role| self.is_of_state(role) || self.is_of_people(role));
            return (body && own).then_some(side);
        }
        if !self.is(&self.place, preposition) || head.clone().any(|at| self.is(&self.guest, at)) {
            return None;
        }
        // "a foreign ministry official in Brell", but not "Lutian officials in Brell".
        let foreign = head.clone().skip(1).any(|at| self.is_capital(at))
            || head
                .clone()
                .any(|at| self.facts.has(self.document, at, WordClass::Demonym));
        let state = self
            .role_in(&head)
            .is_some_and(|role| self.is_of_state(role));
        let mut sides = self.mentions.within(inner).iter();
        let side = sides.next()?;
        let one = sides.all(|mention| mention.party == side.party);
        (state && !foreign && one).then_some(side.party)
    }

    fn is(&self, list: &Phrases<'_>, at: TokenIndex) -> bool {
        list.at(self.document, self.facts, at).is_some()
    }

    fn is_empty(&self, tokens: &Range<TokenIndex>) -> bool {
        let ends = [
            WordClass::Relative,
            WordClass::Coordinator,
            WordClass::Subordinator,
        ];
        tokens.is_empty()
            || !self.document.tokens[tokens.start].is_word()
            || self.facts.any(self.document, tokens.start, &ends)
    }

    fn is_capital(&self, at: TokenIndex) -> bool {
        self.document
            .tokens
            .get(at)
            .is_some_and(|token| token.capital)
    }

    fn role_in(&self, tokens: &Range<TokenIndex>) -> Option<&RoleMatch> {
        tokens
            .clone()
            .filter_map(|at| self.lexicon.role_at(self.document, self.facts, at))
            .filter(|role| role.tokens.end <= tokens.end)
            .last()
    }

    fn is_of_state(&self, role: &RoleMatch) -> bool {
        matches!(
            self.lexicon.role(role.role).kind,
            SourceKind::Official | SourceKind::Security
        )
    }

    fn is_of_people(&self, role: &RoleMatch) -> bool {
        matches!(
            self.lexicon.role(role.role).kind,
            SourceKind::Citizen | SourceKind::VictimFamily | SourceKind::PartyPolitics
        )
    }
}

/// The side that all agree on.
fn agreed(told: &[PartyId]) -> Option<PartyId> {
    let first = *told.first()?;
    told.iter().all(|&side| side == first).then_some(first)
}
