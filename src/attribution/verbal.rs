//! Attribution by a verb: said, claims, urged, hopes (measures §3.5 B–D).

use super::clause::Group;
use super::content::Limits;
use super::phrase::Found;
use super::{Attribution, Confidence, Cue as CueSpan, Form, Scene, Tag};
use crate::lexicon::{Cue, CueKind, CueMatch, Level, Stance, VerbForm};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How many attributions back the speaker of a sentence is looked for.
const EARLIER: usize = 16;

/// What follows a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Complement {
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

pub(super) fn find(scene: &Scene<'_>, sentence: usize, from: usize, found: &mut Vec<Attribution>) {
    let range = scene.document.sentences[sentence].tokens.clone();
    let low = scene.sentence_low(sentence);
    let high = scene.without_final(&range);
    // None overlaps another.
    let mut phrases: Vec<Range<TokenIndex>> = found[from..].iter().flat_map(|other| other.cue.tokens.iter().cloned()).collect();
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
            if site.group.passive && scene.cues.of_kind(scene.lexicon, at, CueKind::Adjective).next().is_some() {
                continue;
            }
            // Whoever spoke so far is among the last few.
            let earlier = &found[from.max(found.len().saturating_sub(EARLIER))..];
            if let Some(attribution) = scene.verbal(&site, earlier) {
                next = attribution.cue.tokens.first().map_or(candidate.tokens.end, |cue| cue.end).max(at + 1);
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

    /// "put the toll at 43": a figure that the source vouches for.
    fn figure_at(&self, site: &Site<'_>, earlier: &[Attribution]) -> Option<Attribution> {
        const REACH: usize = 9;
        let takes = site.cue.takes;
        if takes.that || takes.np || takes.quote || site.cue.level != Level::Report {
            return None;
        }
        let from = site.found.tokens.end;
        let at = (from..site.high.min(from + REACH)).find(|&at| site.cue.topics.iter().any(|topic| topic == self.word(at)))?;
        let number = self.skip_adjuncts(at + 1, site.high);
        if !(number < site.high && self.tags[number] == Tag::Number) && !self.begins_with_number(&(at + 1..site.high)) {
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
        let after_quote = source.0.start > site.low && self.kind(source.0.start - 1) == TokenKind::CloseQuote;
        let complement = match complement {
            // "…," Orr said of the plan.
            Complement::Clause(start) if after_quote && self.tags[start] == Tag::Preposition => Complement::None,
            Complement::Phrase(start) | Complement::Infinitive(start) | Complement::Ing(start)
                if after_quote && site.cue.level == Level::Report && takes.quote && (start > site.found.tokens.end || self.tags[start] != Tag::ObjectPronoun && !site.cue.addressee) =>
            {
                Complement::None
            }
            complement => complement,
        };
        let complement = match complement {
            // "…," Orr told the programme “Pell Today”: a title, not more speech.
            Complement::Quote(start) if after_quote && self.kind(start - 1) != TokenKind::Comma && self.is_short_quotation(start) => Complement::None,
            complement => complement,
        };
        let (content, mut level) = match complement {
            Complement::Quote(start) => (self.quoted_content(site, start), site.cue.level),
            Complement::Clause(start) => {
                (self.content_of(site, start, site.high, true), site.cue.level)
            }
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
            Complement::None if site.cue.inverts && self.word(site.low) == "as" && source.0.start == site.low + 1 => {
                // "As Orr told the Courier, the gate was open."
                let comma = (site.found.tokens.end..site.high).find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))?;
                (self.content_of(site, comma + 1, site.high, true), site.cue.level)
            }
            Complement::None if site.group.chained => return None,
            Complement::None => {
                if !(takes.that || takes.quote) || self.is_relative_source(&source.0) {
                    return None;
                }
                tail = true;
                let after = self.skip_adjuncts(site.found.tokens.end, site.high);
                if after < site.high && (self.tags[after].is_nominal() || self.tags[after].is_verb()) && !site.cue.addressee {
                    return None;
                }
                let content = before()?;
                // Only verbs of saying and thinking stand behind what they report; others need a quotation before them.
                let as_put = source.0.start > site.low && self.word(source.0.start - 1) == "as" && site.cue.level == Level::Report;
                let parenthetical = as_put || takes.that && (site.cue.inverts || site.cue.level == Level::Report && !site.cue.overt_that);
                if !parenthetical && !content.iter().all(|range| self.quoted(range.end - 1)) {
                    return None;
                }
                (content, site.cue.level)
            }
        };
        let mut content = content;
        if !tail && (site.group.participle || self.is_relative_source(&source.0)) && !matches!(complement, Complement::Quote(_)) {
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

        /// "a gap that experts say renders": the relative pronoun belongs to what is said.
    fn is_extracted(&self, site: &Site<'_>, source: &Range<TokenIndex>) -> bool {
        let after = site.found.tokens.end;
        source.start > site.low
            && matches!(self.tags[source.start - 1], Tag::Relative | Tag::That)
            && after < site.high
            && self.tags[after].is_finite()
    }

    /// A quotation right of its cue: it alone where it ends a sentence of its own, else with the rest of the clause.
    fn quoted_content(&self, site: &Site<'_>, start: TokenIndex) -> Vec<Range<TokenIndex>> {
        if let Some(end) = self.quotation_end(start)
            && end >= 2
            && matches!(self.kind(end - 2), TokenKind::Comma | TokenKind::Period | TokenKind::Terminator)
            && !(end < site.high && self.kind(end) == TokenKind::OpenQuote)
        {
            return vec![start..end];
        }
        self.content_of(site, start, site.high, true)
    }

    fn is_short_quotation(&self, open: TokenIndex) -> bool {
        const SHORT: u32 = 5;
        let quote = self.document.tokens[open].quote as usize;
        self.document.quotations.get(quote.wrapping_sub(1)).is_some_and(|quotation| quotation.words <= SHORT)
    }

    fn is_relative_source(&self, source: &Range<TokenIndex>) -> bool {
        source.len() == 1 && matches!(self.tags[source.start], Tag::Relative | Tag::That)
    }

    /// "Republicans seeking the office have raised": a relative clause ends where the main verb begins.
    pub(super) fn cut_at_main_verb(&self, content: &mut Vec<Range<TokenIndex>>, clause: bool) {
        let Some(range) = content.last_mut() else { return };
        let mut open = usize::from(clause);
        let mut at = range.start;
        while at < range.end {
            if let Some(end) = self.quotation_end(at) {
                at = end.max(at + 1);
                continue;
            }
            match self.tags[at] {
                Tag::That | Tag::Interrogative if at == range.start => {}
                Tag::Relative | Tag::That | Tag::Subordinator | Tag::Interrogative | Tag::Pronoun => open += 1,
                Tag::Coordinator | Tag::Mark if at > range.start => {
                    if self.tags[at] == Tag::Coordinator {
                        return;
                    }
                }
                Tag::Be | Tag::Have | Tag::Modal | Tag::VerbS | Tag::Do if at > range.start => {
                    let ended = self.tags[at - 1].is_head() || clause && (self.tags[at - 1].is_verb() || self.tags[at - 1] == Tag::Adjective);
                    if open == 0 && ended {
                        range.end = at;
                        return;
                    }
                    if self.tags[at] != Tag::Have && !(self.tags[at] == Tag::Modal) || open > 0 {
                        open = open.saturating_sub(1);
                    }
                }
                Tag::VerbEd if open > 0 && self.tags[at - 1].is_head() => open -= 1,
                // "who saw the crash said": the main verb is one of saying.
                Tag::VerbEd if at > range.start && self.tags[at - 1].is_head() && self.says(at) => {
                    range.end = at;
                    return;
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn build(&self, site: &Site<'_>,
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

    /// What stands right of the cue.
    fn complement(&self, site: &Site<'_>, from: TokenIndex) -> Complement {
        let (cue, high) = (site.cue, site.high);
        let takes = cue.takes;
        if cue.addressee {
            let after = self.skip_addressee_before(from, high, &cue.topics);
            if after > from {
                match self.signal(cue, self.skip_adjuncts(after, high), high) {
                    Complement::None => {
                        let at = self.skip_adjuncts(after, high);
                        // "told reporters." ends the sentence; "urged a ceasefire" was no addressee.
                        if cue.level == Level::Report && at >= high && !takes.np && !matches!(cue.stance, Stance::DirectiveMild | Stance::DirectiveStrong) {
                            return Complement::None;
                        }
                    }
                    // An addressee before an infinitive belongs to what is asked: "urged voters to stay".
                    Complement::Infinitive(_) if cue.level != Level::Report || takes.np => {
                        return Complement::Infinitive(from);
                    }
                    Complement::Phrase(_) if !takes.np || cue.level != Level::Report => {
                        return Complement::Phrase(from);
                    }
                    other => return other,
                }
            }
        }
        if takes.that && from < high && self.tags[from] == Tag::Preposition && let Some(that) = self.distant_that(from, high) {
            return Complement::Clause(that);
        }
        // "discussed with Orr the border": whom it was discussed with comes first.
        if cue.stance == Stance::NeutralTopic && from + 1 < high && self.word(from) == "with" {
            let after = self.skip_addressee(from + 1, high);
            if after > from + 1 && after < high && self.tags[after].is_nominal() {
                return Complement::Phrase(after);
            }
        }
        let direct = self.signal(cue, from, high);
        if direct != Complement::None {
            return direct;
        }
        let after = self.skip_adjuncts(from, high);
        let signal = if after > from { self.signal(cue, after, high) } else { Complement::None };
        match signal {
            Complement::None => self.distant(takes.that, takes.quote, after, high),
            signal => signal,
        }
    }

    fn signal(&self, cue: &Cue, at: TokenIndex, high: TokenIndex) -> Complement {
        let takes = cue.takes;
        let bare = takes.that && !cue.overt_that;
        if at >= high {
            return Complement::None;
        }
        let inside = at..high;
        match self.kind(at) {
            TokenKind::OpenQuote if takes.quote || takes.that => return Complement::Quote(at),
            TokenKind::OpenQuote if takes.np => return Complement::Phrase(at),
            TokenKind::Colon if takes.quote || takes.that => {
                return Complement::Quote(at + 1);
            }
            TokenKind::Comma | TokenKind::Dash
                if at + 1 < high
                    && self.kind(at + 1) == TokenKind::OpenQuote
                    && (takes.quote || takes.that) =>
            {
                return Complement::Quote(at + 1);
            }
            TokenKind::Comma | TokenKind::Dash if takes.that => return self.insertion_then_that(at, high).map_or(Complement::None, Complement::Clause),
            TokenKind::Word | TokenKind::Number | TokenKind::Other | TokenKind::Quote => {}
            _ => return Complement::None,
        }
        let is_topic = cue.topics.iter().any(|topic| topic == self.word(at));
        match self.tags[at] {
            Tag::That if takes.that && takes.np && self.tag(at + 1, &inside) == Tag::Noun && !self.opens_clause(at + 1, high) => Complement::Phrase(at),
            Tag::That if takes.that && !matches!(self.tag(at + 1, &inside), Tag::VerbBase | Tag::VerbS | Tag::VerbEd | Tag::Have) => Complement::Clause(at),
            Tag::That if takes.np && !self.tag(at + 1, &inside).is_finite() => {
                Complement::Phrase(at)
            }
            Tag::Interrogative if takes.wh || takes.that => Complement::Clause(at),
            Tag::Interrogative if takes.np => Complement::Phrase(at),
            Tag::To if takes.inf => Complement::Infinitive(at),
            Tag::To if is_topic => Complement::Phrase(at + 1),
            Tag::VerbIng if takes.ing => Complement::Ing(at),
            Tag::Preposition if is_topic && at + 1 < high => Complement::Phrase(at + 1),
            Tag::Preposition
                if bare && self.opens_clause(at, high) && !self.is_venue_phrase(at, high) =>
            {
                Complement::Clause(at)
            }
            Tag::Subordinator if bare && self.subordinate_then_clause(at, high) => {
                Complement::Clause(at)
            }
            Tag::Subordinator if is_topic => Complement::Phrase(at + 1),
            Tag::Pronoun if takes.np && at + 1 >= high => Complement::Phrase(at),
            Tag::Pronoun if bare => Complement::Clause(at),
            Tag::Adverb | Tag::Negation if bare && self.opens_clause(at, high) => {
                Complement::Clause(at)
            }
            Tag::Adverb if takes.np && self.tag(at + 1, &inside).is_nominal() => {
                Complement::Phrase(at)
            }
            Tag::VerbEd if takes.np && self.tag(at + 1, &inside).is_nominal() => Complement::Phrase(at),
            Tag::Relative if takes.wh && (cue.addressee || self.word(at) == "who") => Complement::Clause(at),
            Tag::Relative => Complement::None,
            tag if tag.is_nominal()
                || tag == Tag::VerbIng
                || matches!(self.kind(at), TokenKind::Other) =>
            {
                if bare && self.opens_clause(at, high) {
                    Complement::Clause(at)
                } else if takes.np && tag != Tag::Time && !self.is_barred_object(cue, at, high) {
                    Complement::Phrase(at)
                } else {
                    Complement::None
                }
            }
            _ => Complement::None,
        }
    }

    fn distant(&self, that: bool, quote: bool, from: TokenIndex, high: TokenIndex) -> Complement {
        if that && let Some(at) = self.distant_that(from, high) {
            return Complement::Clause(at);
        }
        if quote && let Some(at) = self.distant_quote(from, high) {
            return Complement::Quote(at);
        }
        Complement::None
    }

    /// "had written a few years earlier, “…”": an adjunct, a comma or colon, and a quotation.
    fn distant_quote(&self, from: TokenIndex, high: TokenIndex) -> Option<TokenIndex> {
        const REACH: usize = 14;
        let mark = (from..high.min(from + REACH))
            .take_while(|&at| !self.tags[at].is_finite() && self.kind(at) != TokenKind::OpenQuote)
            .find(|&at| matches!(self.kind(at), TokenKind::Comma | TokenKind::Colon))?;
        (mark > from && mark + 1 < high && self.kind(mark + 1) == TokenKind::OpenQuote).then_some(mark + 1)
    }

    /// "declared in a heated argument with Orr that": a phrase stands between the cue and its clause.
    fn distant_that(&self, from: TokenIndex, high: TokenIndex) -> Option<TokenIndex> {
        const REACH: usize = 16;
        if from >= high || self.tags[from] != Tag::Preposition && self.tags[from] != Tag::To {
            return None;
        }
        (from..high.min(from + REACH))
            .take_while(|&at| !matches!(self.tags[at], Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::VerbS) && !matches!(self.tags[at], Tag::Mark | Tag::Relative | Tag::Pronoun) && !self.quoted(at))
            .find(|&at| self.tags[at] == Tag::That && at > from + 1)
    }

    /// "said, however, that", "warned, in a rare rebuke, that".
    fn insertion_then_that(&self, comma: TokenIndex, high: TokenIndex) -> Option<TokenIndex> {
        const REACH: usize = 14;
        (comma + 1..high.min(comma + REACH))
            .find(|&at| self.kind(at) == self.kind(comma) && (self.kind(at) == TokenKind::Comma || at + 1 < high && self.tags[at + 1] == Tag::That))
            .map(|mate| mate + 1)
            .filter(|&that| that < high && self.tags[that] == Tag::That)
    }

    /// "said if the bill passed he would": the clause opens with a condition.
    fn subordinate_then_clause(&self, at: TokenIndex, high: TokenIndex) -> bool {
        matches!(
            self.word(at),
            "if" | "while" | "although" | "though" | "because" | "once" | "unless" | "since"
        ) && self.opens_clause(at + 1, high)
    }

    fn is_barred_object(&self, cue: &Cue, at: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 4;
        !cue.not_objects.is_empty()
            && (at..high.min(at + REACH))
                .take_while(|&k| self.tags[k].is_nominal())
                .any(|k| cue.not_objects.iter().any(|object| object == self.word(k)))
    }

    fn begins_with_number(&self, range: &Range<TokenIndex>) -> bool {
        const REACH: usize = 4;
        range
            .clone()
            .take(REACH)
            .any(|at| self.tags[at] == Tag::Number)
    }

    /// The subject of an active cue.
    fn subject(&self, site: &Site<'_>, complement: Complement, earlier: &[Attribution]) -> Option<Found> {
        let (low, start) = (site.low, site.group.start);
        if site.group.infinitive {
            let strong = matches!(complement, Complement::Quote(_))
                || matches!(complement, Complement::Clause(at) if self.tags[at] == Tag::That || site.cue.level == Level::Report && site.cue.inverts);
            return if strong { self.speaker_so_far(site, earlier, None).or_else(|| self.nearest_subject(low, start)).filter(|(range, _)| self.word(range.start) != "it") } else { None };
        }
        if start == low {
            return if site.group.participle { self.subject_of_next_clause(site) } else { None };
        }
        let before = start - 1;
        if site.group.participle {
            return self.subject_of_participle(site, before, earlier);
        }
        let coordinated = self.tags[before] == Tag::Coordinator;
        if coordinated || self.kind(before) == TokenKind::Comma {
            // "Orr criticised the plan, called it weak and left": a list of verbs.
            if !coordinated && let Some(found) = self.left_phrase(low, start) {
                return Some(found);
            }
            let end = if coordinated && before > low && self.kind(before - 1) == TokenKind::Comma { before - 1 } else { before };
            let tag = self.tags[start];
            return self
                .speaker_so_far(site, earlier, Some(tag))
                .or_else(|| self.nearest_subject_of(low, end, tag.is_verb().then_some(tag)))
                .or_else(|| self.nearest_subject(low, end));
        }
        self.left_phrase(low, start).filter(|(range, _)| self.may_be_source(range))
    }

    fn subject_of_participle(&self, site: &Site<'_>, before: TokenIndex, earlier: &[Attribution]) -> Option<Found> {
        let low = site.low;
        let taken_over = || self.speaker_so_far(site, earlier, None).or_else(|| self.first_subject(low, before)).or_else(|| self.nearest_subject(low, before));
        match (self.tags[before], self.kind(before)) {
            (_, TokenKind::Comma | TokenKind::Dash | TokenKind::CloseQuote) => {
                if before <= low {
                    self.subject_of_next_clause(site)
                } else {
                    taken_over().or_else(|| self.plain_left(low, before).map(|range| (range, Confidence::Exact)))
                }
            }
            (Tag::Subordinator | Tag::Preposition | Tag::Coordinator, _) => taken_over().or_else(|| self.subject_of_next_clause(site)),
            (tag, _) if tag.is_head() => {
                let (range, confidence) = self.left_phrase(low, site.group.start)?;
                // "She released a statement saying": she says it.
                let document = range.start > low
                    && self.tags[range.start] == Tag::Determiner
                    && matches!(self.word(range.start), "a" | "an")
                    && self.tags[range.start - 1].is_verb()
                    && site.cue.level == Level::Report;
                if document && let Some(found) = self.nearest_subject(low, range.start) {
                    return Some(found);
                }
                Some((range, confidence))
            }
            _ => taken_over(),
        }
    }

    /// Whoever speaks already in this sentence, on the outermost level; with `form`, only where the verbs have the same form.
    fn speaker_so_far(&self, site: &Site<'_>, earlier: &[Attribution], form: Option<Tag>) -> Option<Found> {
        let speaks = |attribution: &&Attribution| {
            let Some(cue) = attribution.cue.tokens.first() else { return false };
            cue.start < site.head
                && attribution.cue.id.is_some()
                && !attribution.source.is_empty()
                && form.is_none_or(|form| self.tags[cue.start] == form || !form.is_verb())
                && !earlier.iter().any(|outer| outer.content.iter().any(|range| range.contains(&cue.start)))
        };
        let last = earlier.iter().filter(speaks).next_back()?;
        // The speaker of a clause that ended long ago is not the subject: only one whose content runs up to here.
        let end = last.content.iter().map(|range| range.end).max()?;
        let gap = (end..site.group.start).any(|at| self.tags[at].is_finite() && !self.quoted(at));
        if gap {
            return None;
        }
        let source = last.source.first()?.clone();
        let confidence = if self.tags[source.start] == Tag::Pronoun { Confidence::Pronoun } else { Confidence::Inherited };
        Some((source, confidence))
    }

    fn may_be_source(&self, range: &Range<TokenIndex>) -> bool {
        range
            .clone()
            .any(|at| !matches!(self.tags[at], Tag::Time | Tag::Mark | Tag::Adverb))
            && !matches!(self.word(range.start), "there" | "here")
    }

    /// "Calling the vote a sham, Orr left": the subject stands after the comma.
    fn subject_of_next_clause(&self, site: &Site<'_>) -> Option<Found> {
        let comma = (site.found.tokens.end..site.high)
            .find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))?;
        self.first_subject(comma + 1, site.high)
    }

    /// `"…," said Orr`: the source right of its cue.
    fn inverted(&self, site: &Site<'_>) -> Option<Attribution> {
        if !site.cue.inverts
            || site.group.start != site.head
            || matches!(site.found.form, VerbForm::Ing)
        {
            return None;
        }
        let after = site.found.tokens.end;
        if after >= site.high {
            return None;
        }
        let next = self.tags[after];
        let quoted_before = site.head > site.low && self.kind(site.head - 1) == TokenKind::CloseQuote;
        if !(next.is_nominal() || next == Tag::Pronoun || next == Tag::VerbEd && quoted_before)
            || matches!(next, Tag::ObjectPronoun | Tag::Time)
        {
            return None;
        }
        let source = self.right_phrase(after, site.high)?;
        let whole = self.with_apposition(source.clone(), site.high);
        let at_start = site.head == site.low;
        let before = (!at_start).then(|| self.kind(site.head - 1));
        let after_quote = before == Some(TokenKind::CloseQuote)
            || before == Some(TokenKind::Comma)
                && site.head >= site.low + 2
                && self.kind(site.head - 2) == TokenKind::CloseQuote;
        let after_terminator = matches!(before, Some(TokenKind::Terminator));
        let accepted = if after_quote || after_terminator {
            true
        } else if before == Some(TokenKind::Comma) || before == Some(TokenKind::Dash) {
            let end = self.skip_adjuncts(whole.end, site.high);
            // The comma of an apposition before the cue leaves a subject on the left: "Jones, a farmer, said prices rose".
            let clause_follows = self.opens_clause(after, site.high)
                && self.left_phrase(site.low, site.head).is_some();
            !clause_follows && self.has_finite(site.low, site.head)
                && (end >= site.high
                    || self.kind(end) == TokenKind::Comma
                    || self.kind(end) == TokenKind::Dash)
        } else if at_start {
            let end = self.skip_adjuncts(whole.end, site.high);
            if end < site.high && matches!(self.kind(end), TokenKind::Colon | TokenKind::Comma) {
                let mut content = self.right_content(end + 1, site.high, true);
                if content.is_empty() {
                    content.extend(self.next_block(site));
                }
                if content.is_empty() {
                    return None;
                }
                return Some(self.build(
                    site,
                    (source, Confidence::Exact),
                    content,
                    site.cue.level,
                    false,
                ));
            }
            false
        } else {
            false
        };
        if !accepted {
            return None;
        }
        let mut content = self.left_content(site, site.head)?;
        // "…," said Orr, "…"
        let end = self.skip_adjuncts(whole.end, site.high);
        for from in [whole.end, end] {
            if from < site.high {
                let quote = if matches!(
                    self.kind(from),
                    TokenKind::Comma | TokenKind::Colon | TokenKind::Dash
                ) {
                    from + 1
                } else {
                    from
                };
                if quote < site.high
                    && let Some(close) = self.quotation_end(quote)
                {
                    content.push(quote..close);
                    break;
                }
            }
        }
        let confidence = if self.tags[source.start] == Tag::Pronoun {
            Confidence::Pronoun
        } else {
            Confidence::Exact
        };
        Some(self.build(site, (whole, confidence), content, site.cue.level, false))
    }

    /// The content left of a cue or its source: back to the sentence's start, or the quotation alone after an introduction.
    fn left_content(&self, site: &Site<'_>, end: TokenIndex) -> Option<Vec<Range<TokenIndex>>> {
        let mut start = site.low;
        let mut stop = end;
        while stop > start && matches!(self.kind(stop - 1), TokenKind::Comma | TokenKind::Dash) {
            stop -= 1;
        }
        // "as Orr put it", "and Orr says": what opens the insertion is no content.
        if stop > start + 1 && self.tags[stop - 1] == Tag::That {
            start = stop;
        }
        if stop > start + 1 && self.tags[stop - 1] == Tag::Coordinator {
            return None;
        }
        if stop > start + 1 && matches!(self.tags[stop - 1], Tag::Subordinator | Tag::Interrogative) && self.word(stop - 1) != "as" {
            return None;
        }
        while stop > start && matches!(self.tags[stop - 1], Tag::Subordinator | Tag::Coordinator) {
            stop -= 1;
            while stop > start && matches!(self.kind(stop - 1), TokenKind::Comma | TokenKind::Dash)
            {
                stop -= 1;
            }
        }
        if stop <= start {
            // "But, Orr added, he would stay": only what follows.
        } else if self.kind(stop - 1) == TokenKind::CloseQuote {
            let quote = self.document.tokens[stop - 1].quote as usize;
            if let Some(quotation) = self.document.quotations.get(quote.wrapping_sub(1))
                && quotation.outer.start > start
            {
                let introduced = matches!(self.kind(quotation.outer.start - 1), TokenKind::Comma | TokenKind::Colon | TokenKind::Dash);
                let whole = quotation.words >= 4 && self.document.tokens[quotation.inner.start].capital;
                let own_verb = self.has_finite(start, quotation.outer.start);
                if introduced
                    && (!own_verb || whole || self.kind(quotation.outer.start - 1) == TokenKind::Colon)
                {
                    start = quotation.outer.start;
                }
            }
        } else {
            if let Some(semicolon) = (start..stop)
                .rev()
                .find(|&at| self.kind(at) == TokenKind::Semicolon && !self.quoted(at))
            {
                start = semicolon + 1;
            }
            // A mark must part a clause from its tail: no content without it.
            if stop == end && !self.quoted(stop - 1) {
                return None;
            }
        }
        let says_something = |range: &Range<TokenIndex>| self.has_finite(range.start, range.end) || range.clone().any(|at| self.quoted(at) || self.tags[at].is_verb());
                let after_cue = self.skip_adjuncts(site.found.tokens.end, site.high);
        let continues = after_cue + 1 < site.high && self.kind(after_cue) == TokenKind::Comma && self.tags[after_cue + 1] != Tag::VerbIng;
        let verb_next = continues && self.tags[after_cue + 1].is_finite();
        let mut content: Vec<Range<TokenIndex>> = self.trim_content(start..stop.max(start)).filter(|range| continues && range.len() > 1 || verb_next || says_something(range) || range.len() >= 4 && site.cue.inverts).map(|range| self.whole_quotations(range)).into_iter().collect();
        // ", analysts contend, …": the rest of the clause after an insertion.
        let after = self.skip_adjuncts(site.found.tokens.end, site.high);
        if end < site.head
            && after < site.high
            && matches!(self.kind(after), TokenKind::Comma | TokenKind::Dash)
            && after + 1 < site.high
        {
            let next = after + 1;
            let participle = self.tags[next] == Tag::VerbIng || self.kind(after) == TokenKind::Dash;
            let goes_on = self.tags[next] == Tag::Coordinator && next + 1 < site.high && (self.tags[next + 1].is_finite() || self.tags[next + 1].is_auxiliary());
            if goes_on {
                content.extend(self.right_content(next, site.high, true));
            } else if self.kind(next) == TokenKind::OpenQuote {
                if let Some(close) = self.quotation_end(next) {
                    content.push(next..close);
                }
            } else if !participle
                && !matches!(
                    self.tags[next],
                    Tag::Coordinator | Tag::Relative
                )
                && !matches!(self.word(next), "as" | "while" | "when" | "after" | "though" | "although")
                && !content.first().is_some_and(|left| self.quoted(left.end - 1))
            {
                content.extend(self.right_content(next, site.high, true));
            }
        }
        (!content.is_empty()).then_some(content)
    }

    pub(super) fn right_content(&self, start: TokenIndex, high: TokenIndex, clause: bool) -> Vec<Range<TokenIndex>> {
        self.limited_content(start, Limits::new(high, clause))
    }

    fn limited_content(&self, start: TokenIndex, limits: Limits) -> Vec<Range<TokenIndex>> {
        let end = self.content_end(start, limits);
        self.trim_content(start..end).map(|range| self.whole_quotations(range)).into_iter().collect()
    }

    /// The content right of a cue, with what the cue's own form and place tell of its end.
    fn content_of(&self, site: &Site<'_>, start: TokenIndex, high: TokenIndex, clause: bool) -> Vec<Range<TokenIndex>> {
        if start >= site.high {
            return self.next_block(site).into_iter().collect();
        }
        let mut opener = site.low;
        while opener < site.head && matches!(self.tags[opener], Tag::Adverb | Tag::Coordinator) {
            opener += 1;
        }
        let dependent = matches!(self.tags[opener], Tag::Subordinator | Tag::Interrogative)
            && self.word(opener) != "if"
            && !(opener..site.head).any(|at| {
                self.kind(at) == TokenKind::Comma && !self.quoted(at) && (self.tags[at + 1].is_nominal() || self.tags[at + 1] == Tag::Pronoun) && self.opens_clause(at + 1, site.high)
            });
        let lead = (!site.group.participle && !site.group.infinitive).then(|| self.tags[site.group.start]).filter(|tag| tag.is_verb() || matches!(tag, Tag::Have | Tag::Be)).or(Some(self.tags[site.head]));
        self.limited_content(start, Limits { high, clause, lead, dependent })
    }

    /// "Orr responded:" at a paragraph's end: the paragraph that follows.
    fn next_block(&self, site: &Site<'_>) -> Option<Range<TokenIndex>> {
        let block = self.document.sentences[site.sentence].block;
        let next = self.document.blocks.get(block + 1).filter(|_| self.document.blocks[block].tokens.end <= site.high + 1)?;
        let first = next.tokens.start;
        match self.quotation_end(first) {
            Some(end) => Some(first..end),
            None => self.trim_content(next.tokens.clone()),
        }
    }

    /// A nominal content: to the end of the phrase with what hangs on it.
    fn phrase_content(&self, site: &Site<'_>, start: TokenIndex) -> Vec<Range<TokenIndex>> {
        let mut from = start;
        let mut high = site.high;
        if site.cue.stance == Stance::NeutralTopic {
            if self.word(from) == "with" {
                let after = self.skip_addressee(from + 1, high);
                if after > from + 1 && after < high {
                    from = if site
                        .cue
                        .topics
                        .iter()
                        .any(|topic| topic == self.word(after))
                    {
                        after + 1
                    } else {
                        after
                    };
                }
            }
            if let Some(with) = (from + 1..high).find(|&at| {
                self.word(at) == "with"
                    && matches!(
                        self.tag(at + 1, &(from..high)),
                        Tag::Possessive | Tag::Name | Tag::Determiner
                    )
            }) {
                high = with;
            }
        }
        self.content_of(site, from, high, false)
    }

    /// A participle after a noun with its agent: "a plan backed by the union".
    fn is_agent_participle(&self, site: &Site<'_>) -> bool {
        matches!(
            site.found.form,
            VerbForm::PastOrParticiple | VerbForm::Participle | VerbForm::BaseOrPast
        ) && site.group.start == site.head
            && site.head > site.low
            && matches!(
                self.tags[site.head - 1],
                Tag::Noun | Tag::Name | Tag::Mark | Tag::Adverb
            )
            && site.found.tokens.end < site.high
            && self.word(site.found.tokens.end) == "by"
            && site.found.tokens.end + 1 < site.high
            && self.tags[site.found.tokens.end + 1] != Tag::VerbIng
    }

    /// "People briefed on the matter say": a participle that describes the subject of a verb still to come.
    fn is_reduced_site(&self, site: &Site<'_>) -> bool {
        matches!(site.found.form, VerbForm::PastOrParticiple | VerbForm::Participle)
            && site.group.start == site.head
            && self.reduced_relative(site.head, site.low, site.high)
            && (site.found.tokens.end..site.high)
                .take_while(|&at| !matches!(self.tags[at], Tag::Mark | Tag::That | Tag::Relative | Tag::Subordinator | Tag::Interrogative | Tag::Coordinator | Tag::Pronoun | Tag::To))
                .any(|at| self.tags[at].is_finite() && self.tags[at - 1].is_head())
    }

    /// "Asked about the vote, Orr …", "when asked whether": nobody says who asked.
    fn is_asked(&self, site: &Site<'_>) -> bool {
        let after = site.found.tokens.end;
        matches!(site.found.form, VerbForm::PastOrParticiple)
            && site.cue.addressee
            && site.group.start == site.head
            && after < site.high
            && (matches!(self.tags[self.skip_adjuncts(after, site.high).min(site.high - 1)], Tag::Interrogative | Tag::Relative) || site.cue.topics.iter().any(|topic| topic == self.word(after)))
            && (site.head == site.low || matches!(self.tags[site.head - 1], Tag::Subordinator | Tag::Interrogative) || self.kind(site.head - 1) == TokenKind::Open)
    }

    fn passive(&self, site: &Site<'_>) -> Option<Attribution> {
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
            && self.tag(by + 1, &(by..high)) != Tag::VerbIng
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
            if content.is_empty() {
                return None;
            }
            let level = if site.cue.level == Level::Report {
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
                if self.tags[at] == Tag::To && site.cue.takes_infinitive() && site.cue.level != Level::SpeechAct && at + 1 < high && (matches!(self.tags[at + 1], Tag::VerbBase | Tag::Be | Tag::Have | Tag::Adverb | Tag::Do) || self.tags[at + 1].is_verb())
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
            Tag::Interrogative | Tag::Relative if site.cue.addressee => vague(self.limited_content(at, Limits { dependent: true, ..Limits::new(high, true) })),
            Tag::Preposition
                if site.cue.addressee
                    && site.cue.topics.iter().any(|topic| topic == self.word(at)) =>
            {
                vague(self.right_content(at + 1, high, false))
            }
            _ => None,
        }
    }

    fn is_seeming(&self, site: &Site<'_>) -> bool {
        site.cue.level == Level::Vague
    }

    /// "The plan seems dead": nobody says to whom; the content is the whole clause.
    fn seeming(&self, site: &Site<'_>) -> Option<Attribution> {
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

impl Cue {
    fn takes_infinitive(&self) -> bool {
        self.takes.inf || self.takes.that
    }
}

pub(super) const fn nominal_form(stance: Stance) -> Form {
    match stance {
        Stance::NeutralTopic => Form::TopicNominal,
        Stance::DirectiveMild | Stance::DirectiveStrong | Stance::Commissive => {
            Form::DirectiveNominal
        }
        _ => Form::EvaluativeNominal,
    }
}
