//! Agents: what follows *by*, and what an agent is.

use super::{Agent, AgentKind, Reader};
use crate::attribution::Tag;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far *by* may stand from a participle, in tokens (measures §5.1).
const REACH: usize = 8;

impl Reader<'_> {
    /// The agent after *by* in the clause that goes on at `start`.
    pub(super) fn by_agent(&self, start: TokenIndex, high: TokenIndex) -> Option<Agent> {
        let mut joined = false;
        for at in start..high.min(start + REACH) {
            if let Some(by) = self.phrase_at(&self.words.by, at) {
                return self.agent_after(by.end, high);
            }
            match self.tag(at) {
                Tag::Coordinator => joined = true,
                // "burned to death in a fire caused by a pump"
                Tag::VerbEd if !joined => return None,
                Tag::Mark
                    if !matches!(
                        self.scene.kind(at),
                        TokenKind::Other | TokenKind::OpenQuote | TokenKind::CloseQuote
                    ) =>
                {
                    return None;
                }
                Tag::VerbS
                | Tag::VerbBase
                | Tag::Be
                | Tag::Have
                | Tag::Modal
                | Tag::Relative
                | Tag::Subordinator => return None,
                _ => {}
            }
        }
        None
    }

    pub(super) fn agent_after(&self, start: TokenIndex, high: TokenIndex) -> Option<Agent> {
        if matches!(self.tag(start), Tag::VerbIng) && !self.modifies(start) {
            return None;
        }
        let tokens = self.phrase(start, high)?;
        let head = self.head_of(&tokens);
        let bare = tokens.len() == 1 && self.is(&self.words.means, head);
        if bare || matches!(self.tag(head), Tag::Time) || self.tag(tokens.start) == Tag::Time {
            return None;
        }
        // "by 10%": a measure is no agent.
        if self.tag(head) == Tag::Number && tokens.len() == 1 {
            return None;
        }
        Some(self.agent(tokens))
    }

    /// A phrase as an agent.
    pub(super) fn agent(&self, tokens: Range<TokenIndex>) -> Agent {
        let head = self.head_of(&tokens);
        let last = |class| {
            self.is(class, head)
                || tokens.clone().any(|at| {
                    self.phrase_at(class, at)
                        .is_some_and(|found| found.len() > 1 && found.end == head + 1)
                })
        };
        let kind = if last(&self.words.armed) && self.tag(head) != Tag::Name {
            if last(&self.words.weapon) {
                AgentKind::Instrument
            } else {
                AgentKind::Actor
            }
        } else if self.tag(head) == Tag::Name {
            AgentKind::Actor
        } else if last(&self.words.weapon) {
            AgentKind::Instrument
        } else if last(&self.words.event) || self.is_harm_noun(head) {
            AgentKind::Event
        } else {
            AgentKind::Actor
        };
        Agent { tokens, kind }
    }

    /// Whether a noun of harm stands at a token.
    pub(super) fn is_harm_noun(&self, at: TokenIndex) -> bool {
        let mut found = Vec::new();
        let range = at..at + 1;
        self.scene
            .lexicon
            .harms_in(self.scene.document, self.scene.facts, &range, &mut found);
        found
            .iter()
            .any(|found| self.part(found) == crate::lexicon::HarmUse::Noun)
    }
}
