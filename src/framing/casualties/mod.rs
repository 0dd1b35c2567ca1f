//! Casualty framing (measures §5.4): whose dead have figures, whose have names, whose have neither.
//!
//! A figure is a number in the words that suffer a harm, or beside a toll. Totals are told from new figures and never added to them.

mod details;
mod numbers;
mod sides;

use super::harm::{Construction, Harms};
use crate::attribution::{Attribution, Scene, Tag};
use crate::lexicon::{HarmKind, Phrases};
use crate::party::{Mentions, PartyId};
use crate::text::{TokenIndex, TokenKind};
pub use details::NamedVictim;
use serde::Serialize;
use std::ops::Range;

/// What became of those who are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Dead.
    Killed,
    /// Hurt.
    Injured,
    /// Dead and hurt together.
    Casualties,
    /// Gone and not found.
    Missing,
    /// Arrested, held or abducted.
    Detained,
    /// Driven from home.
    Displaced,
    /// Things, not people: destroyed or damaged.
    Property,
}

/// How exact a figure is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FigureBound {
    /// As it stands.
    Exact,
    /// At least.
    Floor,
    /// At most.
    Ceiling,
    /// About.
    Approximate,
}

/// What told the side of those who are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SideFrom {
    /// Their own words: Ardovian villagers.
    Victim,
    /// The place in the sentence.
    Place,
    /// Whom the same agent harms elsewhere in the article, where that is one side only.
    Agent,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The figure with what it counts.
    pub tokens: Range<TokenIndex>,
    /// Its value; `None` for dozens, hundreds and the like.
    pub number: Option<u64>,
    /// How exact it is.
    pub bound: FigureBound,
    /// What became of those counted.
    pub state: State,
    /// A running total, which holds earlier figures.
    pub total: bool,
    /// The declared side of those counted.
    pub side: Option<PartyId>,
    /// What told it.
    pub side_from: Option<SideFrom>,
    /// Its sentence, an index into the document's.
    pub sentence: usize,
    /// The harm construction that it stands in, an index into [`Harms::constructions`]; `None` for people told as missing.
    pub construction: Option<usize>,
}

/// What a text tells of those who suffer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Casualties {
    /// Figures, in order.
    pub figures: Vec<Figure>,
    /// People with a name who are killed or hurt, in order.
    pub named: Vec<NamedVictim>,
    /// Words that make a person of a figure, in order: kin, age, work, a funeral, a home.
    pub details: Vec<Range<TokenIndex>>,
}

/// Finds the figures, names and details of those who suffer.
pub fn find(
    scene: &Scene<'_>,
    harms: &Harms,
    mentions: &Mentions,
    attributions: &[Attribution],
) -> Casualties {
    if harms.constructions.is_empty() && harms.missing.is_empty() {
        return Casualties::default();
    }
    let finder = Finder::new(scene, mentions, attributions);
    let mut figures: Vec<Figure> = Vec::new();
    for (index, found) in harms.constructions.iter().enumerate() {
        finder.figures_of(found, Some(index), &mut figures);
    }
    for found in &harms.missing {
        finder.figures_of(found, None, &mut figures);
    }
    // "the blast killed and wounded five": one figure, though two verbs share it.
    figures.sort_by_key(|figure| (figure.tokens.start, figure.state));
    figures.dedup_by(|later, first| later.tokens.start == first.tokens.start);
    finder.give_sides(harms, &mut figures);
    Casualties {
        named: finder.named(harms),
        details: finder.details(harms),
        figures,
    }
}

/// Looks for figures, names and details in one document.
struct Finder<'f> {
    scene: &'f Scene<'f>,
    mentions: &'f Mentions,
    attributions: &'f [Attribution],
    floor: Phrases<'f>,
    ceiling: Phrases<'f>,
    approximate: Phrases<'f>,
    total: Phrases<'f>,
    detail: Phrases<'f>,
    among: Phrases<'f>,
    of: Phrases<'f>,
    toll: Phrases<'f>,
    place: Phrases<'f>,
    people: Phrases<'f>,
    at: Phrases<'f>,
}

impl<'f> Finder<'f> {
    fn new(scene: &'f Scene<'f>, mentions: &'f Mentions, attributions: &'f [Attribution]) -> Self {
        let class = |name| scene.lexicon.phrases(name);
        Self {
            scene,
            mentions,
            attributions,
            floor: class("casualty.floor"),
            ceiling: class("casualty.ceiling"),
            approximate: class("casualty.approx"),
            total: class("casualty.total"),
            detail: class("casualty.detail"),
            among: class("casualty.among"),
            of: class("harm.of"),
            toll: class("casualty.toll"),
            place: class("harm.place"),
            people: class("harm.people"),
            at: class("casualty.at"),
        }
    }

    fn tag(&self, at: TokenIndex) -> Tag {
        self.scene.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    fn find(&self, class: &Phrases<'_>, at: TokenIndex) -> Option<Range<TokenIndex>> {
        if at >= self.scene.document.tokens.len() {
            return None;
        }
        class.at(self.scene.document, self.scene.facts, at)
    }

    fn figures_of(
        &self,
        found: &Construction,
        construction: Option<usize>,
        figures: &mut Vec<Figure>,
    ) {
        let Some(state) = state_of(found.kind).filter(|_| found.counts()) else {
            return;
        };
        let from = figures.len();
        if let Some(victim) = &found.victim {
            self.within(victim, found, state, construction, figures);
        }
        if figures.len() == from && self.is_toll(found) {
            self.beside_toll(found, construction, figures);
        }
    }

    /// The figures of a phrase: each number with what it counts.
    fn within(
        &self,
        victim: &Range<TokenIndex>,
        found: &Construction,
        state: State,
        construction: Option<usize>,
        figures: &mut Vec<Figure>,
    ) {
        let mut at = victim.start;
        while at < victim.end {
            if self.tag(at) != Tag::Number {
                at += 1;
                continue;
            }
            let digits = at;
            while at < victim.end && self.tag(at) == Tag::Number {
                at += 1;
            }
            // "the town of 20,000", "aged 34", "Orla Venn, 34,": no figure of victims.
            let before = digits.checked_sub(1).filter(|&k| k >= victim.start);
            let age = before.is_some_and(|k| {
                self.scene.kind(k) == TokenKind::Comma
                    && k > victim.start
                    && self.tag(k - 1) == Tag::Name
            });
            let inside = before.is_some_and(|k| self.find(&self.of, k).is_some());
            if age || inside && digits > victim.start + 1 {
                continue;
            }
            let end = self.counted_end(at, victim.end);
            let things = (at..end).any(|k| {
                self.find(&self.place, k).is_some() && self.find(&self.people, k).is_none()
            });
            let state = match (state, things) {
                (_, true) => State::Property,
                // An attack on people tells of no state by itself.
                (State::Property, false) => continue,
                (state, false) => state,
            };
            let (start, bound) = self.bound(digits);
            figures.push(Figure {
                tokens: start..end,
                number: numbers::value(self.scene, digits..at),
                bound,
                state,
                total: self.is_total(found, digits),
                side: None,
                side_from: None,
                sentence: found.sentence,
                construction,
            });
        }
    }

    /// One past the noun that a number counts.
    fn counted_end(&self, at: TokenIndex, high: TokenIndex) -> TokenIndex {
        let mut end = at;
        while end < high
            && matches!(
                self.tag(end),
                Tag::Noun | Tag::Adjective | Tag::Name | Tag::Indefinite
            )
        {
            end += 1;
        }
        end
    }

    /// Where the words begin that bound a figure, and what they say.
    fn bound(&self, digits: TokenIndex) -> (TokenIndex, FigureBound) {
        const LONGEST: usize = 4;
        for start in digits.saturating_sub(LONGEST)..digits {
            for (class, bound) in [
                (&self.floor, FigureBound::Floor),
                (&self.ceiling, FigureBound::Ceiling),
                (&self.approximate, FigureBound::Approximate),
            ] {
                if self
                    .find(class, start)
                    .is_some_and(|found| found.end == digits)
                {
                    return (start, bound);
                }
            }
        }
        (digits, FigureBound::Exact)
    }

    /// Whether a word beside a figure says that it is a total.
    fn is_total(&self, found: &Construction, digits: TokenIndex) -> bool {
        const REACH: usize = 9;
        let sentence = &self.scene.document.sentences[found.sentence].tokens;
        let from = sentence.start.max(digits.saturating_sub(REACH));
        let to = sentence.end.min(found.predicate.end.max(digits) + REACH);
        (from..to).any(|at| self.find(&self.total, at).is_some())
    }

    fn is_toll(&self, found: &Construction) -> bool {
        found
            .predicate
            .clone()
            .any(|at| self.find(&self.toll, at).is_some())
    }

    /// "the toll rose to 43", "put the toll at 43".
    fn beside_toll(
        &self,
        found: &Construction,
        construction: Option<usize>,
        figures: &mut Vec<Figure>,
    ) {
        const REACH: usize = 8;
        let sentence = &self.scene.document.sentences[found.sentence].tokens;
        let to = sentence.end.min(found.predicate.end + REACH);
        for at in found.predicate.end..to {
            if self.tag(at) != Tag::Number {
                continue;
            }
            let (start, bound) = self.bound(at);
            if start == 0 || self.find(&self.at, start - 1).is_none() {
                continue;
            }
            let mut end = at;
            while end < to && self.tag(end) == Tag::Number {
                end += 1;
            }
            figures.push(Figure {
                tokens: start..end,
                number: numbers::value(self.scene, at..end),
                bound,
                state: State::Killed,
                total: true,
                side: None,
                side_from: None,
                sentence: found.sentence,
                construction,
            });
            return;
        }
    }
}

const fn state_of(kind: HarmKind) -> Option<State> {
    match kind {
        HarmKind::Killing => Some(State::Killed),
        HarmKind::Injury | HarmKind::Abuse => Some(State::Injured),
        HarmKind::Casualty => Some(State::Casualties),
        HarmKind::Missing => Some(State::Missing),
        HarmKind::Detention => Some(State::Detained),
        HarmKind::Displacement => Some(State::Displaced),
        HarmKind::Damage | HarmKind::Attack => Some(State::Property),
        HarmKind::Control | HarmKind::Breach => None,
    }
}
