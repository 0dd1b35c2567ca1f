//! Attribution by a verb: said, claims, urged, hopes (measures §3.5 B–D).

mod complement;
mod extent;
mod inverted;
mod passive;
mod subject;

use crate::attribution::clause::Group;
use crate::attribution::phrase::Found;
use crate::attribution::{Attribution, Confidence, Cue as CueSpan, Form, Scene, Tag};
use crate::lexicon::{Cue, CueKind, CueMatch, Level, Stance};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How many attributions back the speaker of a sentence is looked for.
const EARLIER: usize = 12;

/// What follows a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::attribution) enum Complement {
    Clause(TokenIndex),
    Quote(TokenIndex),
    Phrase(TokenIndex),
    Infinitive(TokenIndex),
    Ing(TokenIndex),
    None,
}

/// A verb cue in its sentence.
struct Site<'a> {
    found: &'a CueMatch,
    cue: &'a Cue,
    head: TokenIndex,
    group: Group,
    low: TokenIndex,
    high: TokenIndex,
    sentence: usize,
}

pub(in crate::attribution) fn find(
    scene: &Scene<'_>,
    sentence: usize,
    from: usize,
    found: &mut Vec<Attribution>,
) {
    let range = scene.document.sentences[sentence].tokens.clone();
    let low = scene.sentence_low(sentence);
    let high = scene.without_final(&range);
    // None overlaps another.
    let mut phrases: Vec<Range<TokenIndex>> = found[from..]
        .iter()
        .flat_map(|other| other.cue.tokens.iter().cloned())
        .collect();
    phrases.sort_unstable_by_key(|cue| cue.start);
    let mut at = low;
    while at < high {
        if scene.quoted(at) || !scene.tags[at].is_verb() {
            at += 1;
            continue;
        }
        // "is believed to be": a fixed phrase has attributed it already.
        let phrase = phrases.partition_point(|cue| cue.end <= at);
        if let Some(cue) = phrases.get(phrase).filter(|cue| cue.contains(&at)) {
            at = cue.end;
            continue;
        }
        let mut next = at + 1;
        for (candidate, cue) in scene.cues.of_kind(scene.lexicon, at, CueKind::Verb) {
            let group = scene.group(low, at, candidate.form);
            let site = Site {
                found: candidate,
                cue,
                head: at,
                group,
                low,
                high,
                sentence,
            };
            // "was convinced that", "is determined to": an attitude of the subject, found with the adjectives.
            if site.group.passive
                && scene
                    .cues
                    .of_kind(scene.lexicon, at, CueKind::Adjective)
                    .next()
                    .is_some()
            {
                continue;
            }
            // Whoever spoke so far is among the last few.
            let earlier = &found[from.max(found.len().saturating_sub(EARLIER))..];
            if let Some(attribution) = scene.verbal(&site, earlier) {
                next = attribution
                    .cue
                    .tokens
                    .first()
                    .map_or(candidate.tokens.end, |cue| cue.end)
                    .max(at + 1);
                found.push(attribution);
                break;
            }
        }
        at = next;
    }
}

impl Scene<'_> {
    fn verbal(&self, site: &Site<'_>, earlier: &[Attribution]) -> Option<Attribution> {
        if site.group.passive || self.is_agent_participle(site) || self.is_asked(site) {
            return self.passive(site);
        }
        if self.is_reduced_site(site) {
            return None;
        }
        if self.is_seeming(site) {
            return self.seeming(site);
        }
        if let Some(attribution) = self.inverted(site) {
            return Some(attribution);
        }
        if let Some(attribution) = self.figure_at(site, earlier) {
            return Some(attribution);
        }
        let complement = self.complement(site, site.found.tokens.end);
        let source = self.subject(site, complement, earlier)?;
        if source.0.is_empty() {
            return None;
        }
        self.with_source(site, source, complement)
    }

    /// "said the broad ban on spending to move them prevented it": a clause whose verb nobody could find.
    ///
    /// Only after a verb of saying that needs a clause, with nothing said before it.
    fn is_plain_report(
        &self,
        site: &Site<'_>,
        source: &Range<TokenIndex>,
        after: TokenIndex,
        left: Option<&[Range<TokenIndex>]>,
    ) -> bool {
        const SHORTEST: usize = 4;
        let takes = site.cue.takes;
        let claims = left.is_some_and(|content| {
            content
                .iter()
                .any(|range| self.quoted(range.start) || self.has_finite(range.start, range.end))
        });
        takes.that
            && !takes.np
            && !site.cue.overt_that
            && site.cue.level == Level::Report
            && !claims
            && !(source.start > site.low && self.quoted(source.start - 1))
            && after + SHORTEST <= site.high
            && !self.is_barred_object(site.cue, after, site.high)
            && (self.tags[after].is_nominal() || self.tags[after] == Tag::VerbIng)
            && (self.has_finite(after + 2, site.high)
                || site.cue.stance == Stance::NeutralSpeech
                    && (after..site.high).any(|at| self.tags[at].is_verb()))
    }

    /// "put the toll at 43": a figure that the source vouches for.
    fn figure_at(&self, site: &Site<'_>, earlier: &[Attribution]) -> Option<Attribution> {
        const REACH: usize = 9;
        let takes = site.cue.takes;
        if takes.that || takes.np || takes.quote || site.cue.level != Level::Report {
            return None;
        }
        let from = site.found.tokens.end;
        let at = (from..site.high.min(from + REACH))
            .find(|&at| site.cue.topics.iter().any(|topic| topic == self.word(at)))?;
        let number = self.skip_adjuncts(at + 1, site.high);
        if !(number < site.high && self.tags[number] == Tag::Number)
            && !self.begins_with_number(&(at + 1..site.high))
        {
            return None;
        }
        let mut content: Vec<Range<TokenIndex>> = self.trim_content(from..at).into_iter().collect();
        content.extend(self.content_of(site, at + 1, site.high, false));
        let source = self.subject(site, Complement::Phrase(from), earlier)?;
        let mut built = self.build(site, source, content, Level::Report, true);
        built.cue.tokens.push(at..at + 1);
        Some(built)
    }

    fn with_source(
        &self,
        site: &Site<'_>,
        source: Found,
        complement: Complement,
    ) -> Option<Attribution> {
        let takes = site.cue.takes;
        let before = || self.left_content(site, source.0.start);
        let mut tail = false;
        let after_quote =
            source.0.start > site.low && self.kind(source.0.start - 1) == TokenKind::CloseQuote;
        let complement = match complement {
            // "…," Orr said of the plan.
            Complement::Clause(start) if after_quote && self.tags[start] == Tag::Preposition => {
                Complement::None
            }
            Complement::Phrase(start) | Complement::Infinitive(start) | Complement::Ing(start)
                if after_quote
                    && site.cue.level == Level::Report
                    && takes.quote
                    && (start > site.found.tokens.end
                        || self.tags[start] != Tag::ObjectPronoun && !site.cue.addressee) =>
            {
                Complement::None
            }
            complement => complement,
        };
        let complement = match complement {
            // "…," Orr told the programme “Pell Today”: a title, not more speech.
            Complement::Quote(start)
                if after_quote
                    && self.kind(start - 1) != TokenKind::Comma
                    && self.is_short_quotation(start) =>
            {
                Complement::None
            }
            complement => complement,
        };
        let (content, mut level) = match complement {
            Complement::Quote(start) => (self.quoted_content(site, start), site.cue.level),
            Complement::Clause(start) => (
                self.content_of(site, start, site.high, true),
                site.cue.level,
            ),
            Complement::Infinitive(start) => (
                self.content_of(site, start, site.high, false),
                site.cue.np_level,
            ),
            Complement::Ing(start) => (
                self.content_of(site, start, site.high, false),
                if site.cue.level == Level::Report {
                    Level::Report
                } else {
                    site.cue.np_level
                },
            ),
            Complement::Phrase(start) => (self.phrase_content(site, start), site.cue.np_level),
            Complement::None if takes.that && self.is_extracted(site, &source.0) => {
                tail = true;
                let relative = source.0.start - 1;
                let mut content = vec![relative..relative + 1];
                content.extend(self.content_of(site, site.found.tokens.end, site.high, true));
                self.cut_at_main_verb(&mut content, true);
                (content, site.cue.level)
            }
            Complement::None
                if site.cue.inverts
                    && self.word(site.low) == "as"
                    && source.0.start == site.low + 1 =>
            {
                // "As Orr told the Courier, the gate was open."
                let comma = (site.found.tokens.end..site.high)
                    .find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))?;
                (
                    self.content_of(site, comma + 1, site.high, true),
                    site.cue.level,
                )
            }
            Complement::None if site.group.chained => return None,
            Complement::None => {
                if !(takes.that || takes.quote) {
                    return None;
                }
                let relative = self.is_relative_source(&source.0);
                let after = self.skip_adjuncts(site.found.tokens.end, site.high);
                let left = if relative { None } else { before() };
                if self.is_plain_report(site, &source.0, after, left.as_deref()) {
                    (
                        self.content_of(site, after, site.high, true),
                        site.cue.level,
                    )
                } else if relative {
                    return None;
                } else {
                    tail = true;
                    let quotes = left
                        .as_ref()
                        .and_then(|content| content.last())
                        .is_some_and(|range| self.quoted(range.end - 1));
                    if !quotes
                        && after < site.high
                        && (self.tags[after].is_nominal() || self.tags[after].is_verb())
                        && !site.cue.addressee
                    {
                        return None;
                    }
                    let content = left?;
                    // Only verbs of saying and thinking stand behind what they report; others need a quotation before them.
                    let as_put = source.0.start > site.low
                        && self.word(source.0.start - 1) == "as"
                        && site.cue.level == Level::Report;
                    let parenthetical = as_put
                        || takes.that
                            && (site.cue.inverts
                                || site.cue.level == Level::Report && !site.cue.overt_that);
                    if !parenthetical && !content.iter().all(|range| self.quoted(range.end - 1)) {
                        return None;
                    }
                    (content, site.cue.level)
                }
            }
        };
        let mut content = content;
        if !tail
            && (site.group.participle || self.is_relative_source(&source.0))
            && !matches!(complement, Complement::Quote(_))
        {
            self.cut_at_main_verb(&mut content, matches!(complement, Complement::Clause(_)));
        }
        if content.is_empty() {
            return None;
        }
        // "Figures": the number itself is what the source puts forward.
        let figure = matches!(complement, Complement::Phrase(_))
            && site.cue.level == Level::Report
            && site.cue.stance != Stance::Commissive
            && content.iter().any(|range| self.begins_with_number(range));
        if figure {
            level = Level::Report;
        }
        if !tail
            && matches!(complement, Complement::Clause(_) | Complement::Quote(_))
            && source.1 != Confidence::Inherited
            && let Some(comma) = source.0.start.checked_sub(1).filter(|&c| c > site.low)
            && self.kind(comma) == TokenKind::CloseQuote
        {
            // "…," he said, "…": both segments.
            let left = self.left_content(site, source.0.start).unwrap_or_default();
            if left.iter().all(|range| self.quoted(range.start)) {
                let whole = left.into_iter().chain(content).collect();
                return Some(self.build(site, source, whole, level, figure));
            }
        }
        Some(self.build(site, source, content, level, figure))
    }

    fn build(
        &self,
        site: &Site<'_>,
        source: Found,
        content: Vec<Range<TokenIndex>>,
        level: Level,
        figure: bool,
    ) -> Attribution {
        let form = if figure {
            Form::Figure
        } else {
            match level {
                Level::SpeechAct => nominal_form(site.cue.stance),
                Level::Mental => Form::Mental,
                Level::Vague => Form::Vague,
                Level::Report => Form::Indirect,
            }
        };
        Attribution {
            level,
            form,
            stance: site.cue.stance,
            cue: CueSpan {
                id: Some(site.found.cue),
                lemma: site.cue.lemma.clone(),
                tokens: vec![site.found.tokens.clone()],
            },
            source: if source.0.is_empty() {
                Vec::new()
            } else {
                vec![source.0]
            },
            confidence: source.1,
            content,
            sentence: site.sentence,
            negated: site.group.negated,
            conditional: site.group.conditional,
            via: None,
            nested: false,
        }
    }
}

impl Cue {
    fn takes_infinitive(&self) -> bool {
        self.takes.inf || self.takes.that
    }
}

pub(in crate::attribution) const fn nominal_form(stance: Stance) -> Form {
    match stance {
        Stance::NeutralTopic => Form::TopicNominal,
        Stance::DirectiveMild | Stance::DirectiveStrong | Stance::Commissive => {
            Form::DirectiveNominal
        }
        _ => Form::EvaluativeNominal,
    }
}
