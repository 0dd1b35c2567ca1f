//! Passive cues and verbs of seeming: "was condemned by", "is believed to", "seems".

use super::Site;
use crate::attribution::content::Limits;
use crate::attribution::{Attribution, Confidence, Scene, Tag};
use crate::lexicon::{Level, VerbForm};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    /// A participle after a noun with its agent: "a plan backed by the union".
    pub(super) fn is_agent_participle(&self, site: &Site<'_>) -> bool {
        matches!(
            site.found.form,
            VerbForm::PastOrParticiple | VerbForm::Participle | VerbForm::BaseOrPast
        ) && (site.group.start..site.head).all(|at| self.tags[at] == Tag::Adverb)
            && site.group.start > site.low
            && (matches!(
                self.tags[site.group.start - 1],
                Tag::Noun
                    | Tag::Name
                    | Tag::Mark
                    | Tag::Adverb
                    | Tag::Coordinator
                    | Tag::Subordinator
                    | Tag::Interrogative
            ) || self.word(site.group.start - 1) == "as")
            && site.found.tokens.end < site.high
            && self.word(site.found.tokens.end) == "by"
            && site.found.tokens.end + 1 < site.high
            && !self.is_means(site.found.tokens.end, site.high)
    }

    /// "by abruptly closing the gate": how, not by whom.
    fn is_means(&self, by: TokenIndex, high: TokenIndex) -> bool {
        let mut at = by + 1;
        while at < high && self.tags[at] == Tag::Adverb {
            at += 1;
        }
        at < high && self.tags[at] == Tag::VerbIng
    }

    /// "People briefed on the matter say": a participle that describes the subject of a verb still to come.
    pub(super) fn is_reduced_site(&self, site: &Site<'_>) -> bool {
        matches!(
            site.found.form,
            VerbForm::PastOrParticiple | VerbForm::Participle
        ) && site.group.start == site.head
            && self.reduced_relative(site.head, site.low, site.high)
            && (site.found.tokens.end..site.high)
                .take_while(|&at| {
                    !matches!(
                        self.tags[at],
                        Tag::Mark
                            | Tag::That
                            | Tag::Relative
                            | Tag::Subordinator
                            | Tag::Interrogative
                            | Tag::Coordinator
                            | Tag::Pronoun
                            | Tag::To
                    )
                })
                .any(|at| self.tags[at].is_finite() && self.tags[at - 1].is_head())
    }

    /// "Asked about the vote, Orr …", "when asked whether": nobody says who asked.
    pub(super) fn is_asked(&self, site: &Site<'_>) -> bool {
        let after = site.found.tokens.end;
        matches!(site.found.form, VerbForm::PastOrParticiple)
            && site.cue.addressee
            && site.group.start == site.head
            && after < site.high
            && (matches!(
                self.tags[self.skip_adjuncts(after, site.high).min(site.high - 1)],
                Tag::Interrogative | Tag::Relative
            ) || self.word(after) == "by"
                || site.cue.topics.iter().any(|topic| {
                    topic == self.word(self.skip_adjuncts(after, site.high).min(site.high - 1))
                }))
            && (site.head == site.low
                || matches!(
                    self.tags[site.head - 1],
                    Tag::Subordinator | Tag::Interrogative
                )
                || self.kind(site.head - 1) == TokenKind::Open)
    }

    pub(super) fn passive(&self, site: &Site<'_>) -> Option<Attribution> {
        const REACH: usize = 7;
        let after = site.found.tokens.end;
        let high = site.high;
        let subject = if site.group.start > site.low {
            self.left_phrase(site.low, site.group.start)
        } else {
            None
        };
        // "was quoted as saying"
        if after + 1 < high && self.word(after) == "as" && self.word(after + 1) == "saying" {
            let content = self.right_content(self.skip_adjuncts(after + 2, high), high, true);
            let source = subject?;
            return (!content.is_empty()).then(|| {
                let mut built = self.build(site, source, content, Level::Report, false);
                built.cue.tokens = vec![site.found.tokens.start..after + 2];
                built
            });
        }
        let by = (after..high.min(after + REACH))
            .take_while(|&at| {
                self.kind(at) != TokenKind::Comma && self.kind(at) != TokenKind::OpenQuote
            })
            .find(|&at| self.word(at) == "by");
        if let Some(by) = by
            && let Some(agent) = self.right_phrase(by + 1, high)
            && !matches!(self.tags[agent.start], Tag::Time)
            && !self.is_means(by, high)
            && (by == after || site.cue.takes.np)
        {
            let agent = self.with_apposition(agent, high);
            let mut content: Vec<Range<TokenIndex>> =
                subject.map(|(range, _)| range).into_iter().collect();
            if by > after && !matches!(self.tags[after], Tag::Preposition | Tag::Adverb) {
                content.extend(self.trim_content(after..by));
            }
            let rest = agent.end;
            if rest < high
                && matches!(self.tags[rest], Tag::To)
                    | (rest < high && matches!(self.word(rest), "as" | "for" | "of"))
            {
                content.extend(self.right_content(rest, high, false));
            }
            // "asked by a reporter whether", "warned by the ministry that": the agent speaks, a clause is what he says.
            let clause = rest < high
                && (site.cue.takes.that && self.tags[rest] == Tag::That
                    || site.cue.addressee
                        && (matches!(self.tags[rest], Tag::Interrogative | Tag::Subordinator)
                            || site.cue.topics.iter().any(|topic| topic == self.word(rest))));
            if clause {
                content = self.limited_content(
                    rest,
                    Limits {
                        dependent: site.head == site.low || self.is_asked(site),
                        ..Limits::new(high, true)
                    },
                );
            }
            let relayed = content.is_empty()
                && site.cue.level == Level::Report
                && site.group.start > site.low
                && self.word(site.group.start - 1) == "as";
            if relayed {
                content = self.relayed_content(site, agent.end)?;
            }
            if content.is_empty() {
                return None;
            }
            let level = if clause || relayed {
                site.cue.level
            } else if site.cue.level == Level::Report {
                Level::SpeechAct
            } else {
                site.cue.np_level
            };
            return Some(self.build(site, (agent, Confidence::Exact), content, level, false));
        }
        if !site.group.passive && !self.is_asked(site) {
            return None;
        }
        let at = self.skip_adjuncts(after, high);
        let vague = |content: Vec<Range<TokenIndex>>| {
            (!content.is_empty()).then(|| {
                self.build(
                    site,
                    (0..0, Confidence::Unresolved),
                    content,
                    Level::Vague,
                    false,
                )
            })
        };
        if at >= high {
            return None;
        }
        match self.tags[at] {
            Tag::To | Tag::Subordinator | Tag::Preposition
                if self.tags[at] == Tag::To
                    && site.cue.takes_infinitive()
                    && site.cue.level != Level::SpeechAct
                    && at + 1 < high
                    && (matches!(
                        self.tags[at + 1],
                        Tag::VerbBase | Tag::Be | Tag::Have | Tag::Adverb | Tag::Do
                    ) || self.tags[at + 1].is_verb())
                    || self.word(at) == "as" && site.cue.takes.np =>
            {
                let mut content: Vec<Range<TokenIndex>> =
                    subject.map(|(range, _)| range).into_iter().collect();
                content.extend(self.right_content(at, high, false));
                if content.len() < 2 {
                    return None;
                }
                vague(content)
            }
            Tag::That if site.cue.takes.that => vague(self.right_content(at, high, true)),
            Tag::Interrogative | Tag::Relative if site.cue.addressee => {
                vague(self.limited_content(
                    at,
                    Limits {
                        dependent: true,
                        ..Limits::new(high, true)
                    },
                ))
            }
            Tag::Preposition
                if site.cue.addressee
                    && site.cue.topics.iter().any(|topic| topic == self.word(at)) =>
            {
                vague(self.right_content(at + 1, high, false))
            }
            _ => None,
        }
    }

    /// "As first reported by the Courier, the gate was open": the clause that "as" points to.
    fn relayed_content(
        &self,
        site: &Site<'_>,
        after_agent: TokenIndex,
    ) -> Option<Vec<Range<TokenIndex>>> {
        let link = site.group.start - 1;
        if link > site.low {
            return self.left_content(site, link);
        }
        let comma = (after_agent..site.high)
            .find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))?;
        Some(self.content_of(site, comma + 1, site.high, true))
    }

    pub(super) fn is_seeming(&self, site: &Site<'_>) -> bool {
        site.cue.level == Level::Vague
    }

    /// "The plan seems dead": nobody says to whom; the content is the whole clause.
    pub(super) fn seeming(&self, site: &Site<'_>) -> Option<Attribution> {
        if site.group.start <= site.low || site.group.infinitive {
            return None;
        }
        let (subject, _) = self.left_phrase(site.low, site.group.start)?;
        let after = site.found.tokens.end;
        if after >= site.high
            || self.tags[after] == Tag::Mark && self.kind(after) != TokenKind::OpenQuote
        {
            return None;
        }
        if matches!(self.tags[after], Tag::Preposition | Tag::Time)
            && !matches!(self.word(after), "like" | "as")
        {
            return None;
        }
        let mut content = vec![subject.clone()];
        if self.word(subject.start) == "it" && subject.len() == 1 {
            content.clear();
        }
        content.extend(self.right_content(after, site.high, self.tags[after] == Tag::That));
        (!content.is_empty()).then(|| {
            self.build(
                site,
                (0..0, Confidence::Unresolved),
                content,
                Level::Vague,
                false,
            )
        })
    }
}
