//! Noun phrases left and right of a cue (measures §3.5 C, §3.6), found from tags and marks.

use super::{Confidence, Scene, Tag};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// Farthest an apposition reaches, in tokens.
const APPOSITION: usize = 34;
/// Farthest that several insertions between a subject and its verb reach together, in tokens.
const INSERTIONS: usize = 120;
/// Longest noun phrase, in tokens.
const LONGEST: usize = 26;

/// A source as found, with how.
pub(super) type Found = (Range<TokenIndex>, Confidence);

impl Scene<'_> {
    pub(super) fn kind(&self, at: TokenIndex) -> TokenKind {
        self.document.tokens[at].kind
    }

    pub(super) fn word(&self, at: TokenIndex) -> &str {
        self.document.folded(at)
    }

    pub(super) fn has(&self, at: TokenIndex, class: WordClass) -> bool {
        self.facts.has(self.document, at, class)
    }

    pub(super) fn quoted(&self, at: TokenIndex) -> bool {
        self.document.tokens[at].is_quoted()
    }

    pub(super) fn possessive(&self, at: TokenIndex) -> bool {
        self.facts.possessive(self.document, at)
    }

    /// The tag at `at` within `range`, or a mark outside it.
    pub(super) fn tag(&self, at: TokenIndex, range: &Range<TokenIndex>) -> Tag {
        if range.contains(&at) {
            self.tags[at]
        } else {
            Tag::Mark
        }
    }

    /// The noun phrase that ends just before `end`, not reaching before `low`: the subject of a verb at `end`.
    pub(super) fn left_phrase(&self, low: TokenIndex, end: TokenIndex) -> Option<Found> {
        let mut last = end.checked_sub(1).filter(|&last| last >= low)?;
        // "Trump Tuesday said", "he also later said"
        while last > low && matches!(self.tags[last], Tag::Time | Tag::Adverb) {
            last -= 1;
        }
        match self.kind(last) {
            TokenKind::Comma | TokenKind::Dash | TokenKind::Close => {
                let near = low.max(last.saturating_sub(INSERTIONS));
                self.fronted(low, last).or_else(|| self.before_apposition(near, last))
            }
            TokenKind::CloseQuote => self.quoted_name(low, last),
            TokenKind::Word | TokenKind::Number | TokenKind::Other => {
                self.plain_left(low, last + 1).map(|range| {
                    let range = self.headline_list(low, range);
                    let confidence =
                        if matches!(self.tags[range.start], Tag::Pronoun | Tag::Relative)
                            && range.len() == 1
                        {
                            Confidence::Pronoun
                        } else {
                            Confidence::Exact
                        };
                    (range, confidence)
                })
            }
            _ => None,
        }
    }

    /// "Top diplomat, counterparts discuss": in a headline a comma stands for "and".
    fn headline_list(&self, low: TokenIndex, range: Range<TokenIndex>) -> Range<TokenIndex> {
        let headline = self.document.sentences[self.document.sentence_of(range.start)].number == 0;
        let listed = headline
            && range.start >= low + 2
            && self.kind(range.start - 1) == TokenKind::Comma
            && (low..range.start - 1).all(|at| {
                matches!(
                    self.tags[at],
                    Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Number
                )
            });
        if listed { low..range.end } else { range }
    }

    /// A name or paper set in quotation marks: "The “Today” show said".
    fn quoted_name(&self, low: TokenIndex, close: TokenIndex) -> Option<Found> {
        let quotation = self
            .document
            .quotations
            .iter()
            .find(|quotation| quotation.inner.end == close)?;
        if quotation.words > 5
            || quotation.outer.start < low
            || !self.document.tokens[quotation.inner.start].capital
        {
            return None;
        }
        let start = self
            .plain_left(low, quotation.outer.start)
            .map_or(quotation.outer.start, |range| range.start);
        Some((start..close + 1, Confidence::Exact))
    }

    /// "Orr, who lost her farm in Pell, Ardania, in July, said": a subject that opens the sentence, with nothing but
    /// descriptions up to the cue.
    fn fronted(&self, low: TokenIndex, close: TokenIndex) -> Option<Found> {
        if close - low > INSERTIONS {
            return None;
        }
        let mut start = low;
        while start < close
            && (matches!(self.tags[start], Tag::Coordinator | Tag::Adverb)
                || self.kind(start) == TokenKind::Comma)
        {
            start += 1;
        }
        let first =
            (start..close).find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))?;
        if !self.tags[start].is_nominal()
            || (start..first).any(|at| {
                self.tags[at].is_finite()
                    || matches!(self.tags[at], Tag::That | Tag::Relative | Tag::Subordinator)
            })
        {
            return None;
        }
        let mut begin = first + 1;
        let mut relative = false;
        for at in first + 1..=close {
            if self.kind(at) != TokenKind::Comma && at != close {
                continue;
            }
            let part = begin..at;
            if !part.is_empty() {
                let opens_relative = self.tags[begin] == Tag::Relative
                    || begin + 1 < at && self.tags[begin + 1] == Tag::Relative;
                if !opens_relative
                    && part.clone().any(|k| {
                        self.tags[k] == Tag::Pronoun
                            || self.tags[k].is_finite()
                                && !(self.tags[k] == Tag::VerbEd
                                    && (k == begin || self.reduced_relative(k, begin, at)))
                                && !self.inside_relative(begin, k)
                    })
                {
                    return None;
                }
                relative |= opens_relative;
            }
            begin = at + 1;
        }
        let range = self
            .plain_left(low, first)
            .filter(|range| range.start == start)?;
        let inside = first + 1..close;
        if inside.is_empty()
            || !inside.clone().any(|at| self.kind(at) == TokenKind::Comma) && !relative
        {
            return None;
        }
        let end = if self.belongs(&inside) {
            close
        } else {
            range.end
        };
        Some((range.start..end, Confidence::Apposition))
    }

    /// Walks back over an apposition or insertion that ends with the mark at `close`.
    fn before_apposition(&self, low: TokenIndex, close: TokenIndex) -> Option<Found> {
        let close_kind = self.kind(close);
        let reach = close.saturating_sub(APPOSITION).max(low);
        let mut mate = close;
        let mut depth = 0_u32;
        loop {
            if mate <= reach {
                return None;
            }
            mate -= 1;
            match (close_kind, self.kind(mate)) {
                (TokenKind::Close, TokenKind::Open) => break,
                (TokenKind::Dash, TokenKind::Dash) => break,
                (_, TokenKind::Close) => depth += 1,
                (_, TokenKind::Open) if depth > 0 => depth -= 1,
                (TokenKind::Comma, TokenKind::Comma)
                    if depth == 0 && !self.in_list(mate, close) =>
                {
                    break;
                }
                (_, TokenKind::Semicolon | TokenKind::Colon | TokenKind::Terminator) => {
                    return None;
                }
                _ => {}
            }
        }
        if mate <= low {
            return None;
        }
        let inside = mate + 1..close;
        if inside.is_empty() {
            return None;
        }
        // An insertion with its own subject and verb is no apposition: ", he told reporters,".
        if self.is_clause(&inside) {
            return None;
        }
        let (before, confidence) = match self.kind(mate - 1) {
            TokenKind::Comma | TokenKind::Dash | TokenKind::Close if mate - 1 > low => {
                self.before_apposition(low, mate - 1)?
            }
            _ => (self.plain_left(low, mate)?, Confidence::Apposition),
        };
        // "Jones, 45, a farmer, said": the name stands before the age.
        if let Some(comma) = before
            .start
            .checked_sub(1)
            .filter(|&c| c > low && self.kind(c) == TokenKind::Comma)
            && matches!(
                self.tags[before.start],
                Tag::Number | Tag::Determiner | Tag::Noun | Tag::Adjective
            )
            && let Some(name) = self.plain_left(low, comma)
            && self.tags[name.end - 1] == Tag::Name
        {
            return Some((
                name.start..if self.belongs(&inside) { close } else { mate },
                Confidence::Apposition,
            ));
        }
        let end = if self.belongs(&inside) {
            if close_kind == TokenKind::Close {
                close + 1
            } else {
                close
            }
        } else {
            before.end
        };
        Some((before.start..end, confidence))
    }

    /// Whether an insertion describes the noun before it, against one that says when or how.
    fn belongs(&self, inside: &Range<TokenIndex>) -> bool {
        let first = self.tags[inside.start];
        let word = self.word(inside.start);
        match first {
            Tag::Subordinator | Tag::Preposition if word == "as" => {
                inside.len() > 2 && self.word(inside.start + 1) == "well"
            }
            Tag::Adverb
            | Tag::Subordinator
            | Tag::Time
            | Tag::Negation
            | Tag::Interrogative
            | Tag::To
            | Tag::VerbEd => false,
            Tag::VerbIng => word == "including",
            Tag::Preposition => matches!(
                word,
                "of" | "from" | "like" | "with" | "such" | "including" | "along" | "besides"
            ),
            Tag::Coordinator => inside.len() <= 12,

            _ => !matches!(
                word,
                "however"
                    | "meanwhile"
                    | "too"
                    | "though"
                    | "instead"
                    | "for"
                    | "in"
                    | "on"
                    | "at"
                    | "by"
                    | "during"
                    | "asked"
            ),
        }
    }

    /// Whether a comma belongs to a list that ends before `close`: "France, Russia, and the US,".
    fn in_list(&self, comma: TokenIndex, close: TokenIndex) -> bool {
        comma + 1 < close && self.tags[comma + 1] == Tag::Coordinator && comma + 8 > close
    }

    /// Whether a stretch between commas has its own subject and finite verb.
    pub(super) fn is_clause(&self, inside: &Range<TokenIndex>) -> bool {
        let first = self.tags[inside.start];
        if first == Tag::Pronoun {
            return true;
        }
        if matches!(
            first,
            Tag::Relative
                | Tag::Subordinator
                | Tag::Interrogative
                | Tag::Preposition
                | Tag::Coordinator
                | Tag::That
        ) {
            return false;
        }
        let mut subject = false;
        for at in inside.clone() {
            match self.tags[at] {
                Tag::Relative | Tag::Subordinator | Tag::That => return false,
                Tag::Be | Tag::Have | Tag::Modal | Tag::VerbS | Tag::Do if subject => return true,
                Tag::VerbEd
                    if subject
                        && (self.word(at) == "said"
                            || first == Tag::Name
                                && self.tag(at + 1, inside).is_nominal()
                                && !self.has(at, WordClass::Naming)) =>
                {
                    return true;
                }
                Tag::Pronoun => subject = true,
                Tag::Name | Tag::Noun => subject = true,
                _ => {}
            }
        }
        false
    }

    /// A noun phrase without commas (but with lists) that ends just before `end`.
    pub(super) fn plain_left(&self, low: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
        let last = end.checked_sub(1).filter(|&last| last >= low)?;
        if matches!(self.tags[last], Tag::Pronoun) {
            return self.with_coordinate(low, last, end);
        }
        if matches!(self.tags[last], Tag::Relative | Tag::That) {
            return Some(last..end);
        }
        let mut start = end;
        let mut last_noun_first = end;
        while start > low && end - start < LONGEST {
            let at = start - 1;
            let tag = self.tags[at];
            let kind = self.kind(at);
            match tag {
                Tag::Mark => match kind {
                    TokenKind::Other => {}
                    TokenKind::CloseQuote | TokenKind::OpenQuote if self.short_quote(at) => {}
                    TokenKind::Quote => {}
                    TokenKind::Period if at > low && self.abbreviates(at) => {}
                    TokenKind::Close | TokenKind::Open if self.bracket_inside(low, at, start) => {}
                    TokenKind::Comma if self.list_comma(low, at, end) => {}
                    _ => break,
                },
                Tag::Pronoun => break,
                Tag::ObjectPronoun if start < end => {}
                Tag::Coordinator if matches!(self.word(at), "and" | "or" | "&") => {
                    if !self.joins(low, at, start) {
                        break;
                    }
                }
                Tag::Coordinator
                | Tag::Subordinator
                | Tag::Interrogative
                | Tag::Modal
                | Tag::Do => break,
                Tag::Relative => {
                    // "people who know him say": the clause belongs to the noun before "who".
                    if self.has_finite(at + 1, end)
                        && at > low
                        && self.tags[at - 1].is_head()
                        && self.kind(at - 1) != TokenKind::Comma
                    {
                        start = at;
                        continue;
                    }
                    if self.has_finite(at + 1, end) {
                        break;
                    }
                    return if start == end {
                        Some(at..end)
                    } else {
                        self.trimmed(start, end, low)
                    };
                }
                Tag::That => {
                    if self.has_finite(at + 1, end)
                        && at > low
                        && self.tags[at - 1].is_head()
                        && !self.is_report_left(at)
                    {
                        start = at;
                        continue;
                    }
                    break;
                }
                Tag::Be | Tag::Have | Tag::VerbS | Tag::VerbBase => {
                    if !self.inside_relative(low, at) {
                        break;
                    }
                }
                Tag::VerbEd => {
                    if !self.inside_relative(low, at) && !self.reduced_relative(at, low, end) {
                        break;
                    }
                }
                Tag::VerbIng => {
                    if at > low && matches!(self.tags[at - 1], Tag::Be) {
                        break;
                    }
                    if at == low
                        || self.tags[at - 1] == Tag::Mark
                            && start < end
                            && !self.tags[at + 1].is_nominal()
                    {
                        break;
                    }
                }
                Tag::To | Tag::Adverb | Tag::Negation | Tag::Preposition => {}
                _ => last_noun_first = at,
            }
            start = at;
        }
        let _ = last_noun_first;
        self.trimmed(start, end, low)
    }

    /// Cuts from the left what cannot open a subject: prepositions with their phrase, adverbs, conjunctions.
    fn trimmed(
        &self,
        mut start: TokenIndex,
        end: TokenIndex,
        _low: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        while start < end {
            match self.tags[start] {
                Tag::Mark
                    if !matches!(
                        self.kind(start),
                        TokenKind::OpenQuote | TokenKind::Open | TokenKind::Other
                    ) =>
                {
                    start += 1
                }
                Tag::Mark
                    if self.kind(start) == TokenKind::Other
                        && !matches!(
                            self.document.token_text(start),
                            "#" | "@" | "$" | "£" | "€"
                        ) =>
                {
                    start += 1
                }
                Tag::Mark if self.kind(start) == TokenKind::Open => start += 1,
                Tag::Adverb
                    if matches!(
                        self.word(start),
                        "even" | "only" | "nearly" | "almost" | "virtually" | "about" | "roughly"
                    ) && start + 1 < end =>
                {
                    break;
                }
                Tag::Adverb | Tag::Coordinator | Tag::Negation | Tag::To | Tag::That => start += 1,
                Tag::Time
                    if start + 1 < end
                        && matches!(
                            self.tags[start + 1],
                            Tag::Name | Tag::Determiner | Tag::Time | Tag::Adverb
                        ) =>
                {
                    start += 1
                }
                Tag::Preposition
                    if matches!(self.word(start), "with" | "including")
                        && start + 1 < end
                        && self.after_prepositional(start, end).is_none() =>
                {
                    start += 1
                }
                Tag::Preposition => match self.after_prepositional(start, end) {
                    Some(next) if next == start => break,
                    Some(next) => start = next,
                    None => return None,
                },
                _ => break,
            }
        }
        // A phrase ends in a head.
        let mut stop = end;
        while stop > start
            && (matches!(
                self.tags[stop - 1],
                Tag::Adverb | Tag::Preposition | Tag::Coordinator | Tag::To | Tag::Negation
            ))
        {
            stop -= 1;
        }
        let has_head = (start..stop).any(|at| {
            self.tags[at].is_head() || matches!(self.tags[at], Tag::Adjective | Tag::Determiner)
        });
        (start < stop && has_head).then_some(start..stop)
    }

    /// After "In Ardania Orr said" has been cut to begin at "In": where the subject begins.
    fn after_prepositional(&self, start: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
        if matches!(
            self.word(start),
            "about" | "around" | "over" | "under" | "between" | "up"
        ) && start + 1 < end
            && self.tags[start + 1] == Tag::Number
        {
            return Some(start); // "about 40 people said"
        }
        let mut at = end - 1;
        while at > start + 1 {
            let (here, before) = (self.tags[at], self.tags[at - 1]);
            let opens = matches!(here, Tag::Determiner | Tag::Pronoun)
                || here == Tag::Name && before == Tag::Noun
                || here == Tag::Name && before == Tag::Time
                || here == Tag::Possessive;
            if opens && before.is_head() && !self.possessive(at - 1) {
                return Some(at);
            }
            at -= 1;
        }
        None
    }

    fn with_coordinate(
        &self,
        low: TokenIndex,
        pronoun: TokenIndex,
        end: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        if pronoun >= low + 2
            && self.word(pronoun - 1) == "and"
            && self.tags[pronoun - 2] == Tag::Name
            && !self.has_finite(low, pronoun - 1)
        {
            let start = self
                .plain_left(low, pronoun - 1)
                .map_or(pronoun, |range| range.start);
            return Some(start..end);
        }
        Some(pronoun..end)
    }

    fn short_quote(&self, at: TokenIndex) -> bool {
        const SHORT: u32 = 4;
        let quote = self.document.tokens[at].quote;
        quote != 0
            && self
                .document
                .quotations
                .get(quote as usize - 1)
                .is_some_and(|quotation| quotation.words <= SHORT)
    }

    fn abbreviates(&self, period: TokenIndex) -> bool {
        !self.document.tokens[period].space_before
            && self.document.tokens[period - 1].capital
            && self.document.tokens[period - 1].span().len() <= 5
    }

    fn bracket_inside(&self, low: TokenIndex, at: TokenIndex, start: TokenIndex) -> bool {
        // "Sen. Jane Orr (R-Pell.) said": taken along when short.
        const SHORT: usize = 8;
        match self.kind(at) {
            TokenKind::Close => {
                (low.max(at.saturating_sub(SHORT))..at).any(|i| self.kind(i) == TokenKind::Open)
            }
            TokenKind::Open => (start..(start + SHORT).min(self.tags.len()))
                .any(|i| self.kind(i) == TokenKind::Close),
            _ => false,
        }
    }

    /// A comma of a list "A, B and C", with the coordinator to its right and nothing finite between.
    fn list_comma(&self, low: TokenIndex, comma: TokenIndex, end: TokenIndex) -> bool {
        if comma <= low || !matches!(self.tags[comma - 1], Tag::Name | Tag::Noun) {
            return false;
        }
        let right = comma + 1..end;
        let coordinated = right
            .clone()
            .any(|at| self.tags[at] == Tag::Coordinator && matches!(self.word(at), "and" | "or"));
        if !coordinated || self.has_finite(right.start, right.end) {
            return false;
        }
        // What precedes the comma must not be an introductory phrase.
        let mut at = comma;
        while at > low
            && matches!(
                self.tags[at - 1],
                Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Number
            )
        {
            at -= 1;
        }
        (at == low || self.tags[at - 1] == Tag::Mark || self.tags[at - 1] == Tag::Coordinator)
            && self.tags[right.start] != Tag::Determiner
            || self.tags[comma - 1] == Tag::Name && self.tags[right.start] == Tag::Name
    }

    /// Whether the coordinator at `at` joins two noun phrases rather than two clauses.
    fn joins(&self, low: TokenIndex, at: TokenIndex, start: TokenIndex) -> bool {
        if at <= low
            || !self.tags[at - 1].is_head()
                && !matches!(self.tags[at - 1], Tag::Adjective)
                && self.kind(at - 1) != TokenKind::Comma
        {
            return false;
        }
        // Left of the coordinator, up to the clause's opening, there must be no finite verb.
        let mut k = at;
        while k > low {
            k -= 1;
            match self.tags[k] {
                Tag::Mark
                    if matches!(
                        self.kind(k),
                        TokenKind::Comma
                            | TokenKind::Dash
                            | TokenKind::Colon
                            | TokenKind::Semicolon
                            | TokenKind::CloseQuote
                    ) =>
                {
                    break;
                }
                Tag::Subordinator | Tag::Interrogative | Tag::Relative | Tag::That => break,
                Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::VerbS | Tag::VerbBase => {
                    return false;
                }
                Tag::VerbEd if !self.reduced_relative(k, low, at) => return false,
                Tag::VerbIng | Tag::To => return false,
                _ => {}
            }
        }
        let _ = start;
        true
    }

    pub(super) fn has_finite(&self, from: TokenIndex, to: TokenIndex) -> bool {
        (from..to.min(self.tags.len())).any(|at| {
            self.tags[at].is_finite()
                && !(self.tags[at] == Tag::VerbEd && self.reduced_relative(at, from, to))
        })
    }

    /// Whether a verb stands in a relative clause that opens to its left without a mark between.
    fn inside_relative(&self, low: TokenIndex, at: TokenIndex) -> bool {
        const REACH: usize = 14;
        let mut k = at;
        while k > low && at - k < REACH {
            k -= 1;
            match self.tags[k] {
                Tag::Relative => return k > low && self.tags[k - 1].is_head(),
                Tag::That => {
                    return k > low && self.tags[k - 1].is_head() && !self.is_report_left(k);
                }
                Tag::Mark | Tag::Subordinator | Tag::Interrogative => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether the word before `at` is a verb of saying, so that a "that" here opens its content.
    fn is_report_left(&self, at: TokenIndex) -> bool {
        at > 0
            && (self.tags[at - 1].is_verb()
                || self
                    .cues
                    .of_kind(self.lexicon, at - 1, crate::lexicon::CueKind::Noun)
                    .next()
                    .is_some())
    }

    /// "officials briefed on the matter": a participle after a noun that takes no object.
    pub(super) fn reduced_relative(
        &self,
        at: TokenIndex,
        low: TokenIndex,
        end: TokenIndex,
    ) -> bool {
        if at <= low
            || !matches!(
                self.tags[at - 1],
                Tag::Noun
                    | Tag::Name
                    | Tag::Indefinite
                    | Tag::ObjectPronoun
                    | Tag::Mark
                    | Tag::Adverb
            )
            || self.word(at) == "said"
        {
            return false;
        }
        if self.tags[at - 1] == Tag::Mark && self.kind(at - 1) != TokenKind::Comma {
            return false;
        }
        if at + 1 == end
            && matches!(
                self.word(at - 1),
                "those" | "people" | "voters" | "residents" | "everyone" | "anyone"
            )
        {
            return true; // "those surveyed say"
        }
        let Some(&next) = self.tags.get(at + 1).filter(|_| at + 1 < end) else {
            return false;
        };
        let noun = matches!(self.tags[at - 1], Tag::Noun | Tag::Indefinite);
        match next {
            Tag::Preposition => noun || matches!(self.word(at + 1), "by"),
            Tag::To => {
                noun && !matches!(
                    self.word(at),
                    "wanted"
                        | "tried"
                        | "refused"
                        | "decided"
                        | "continued"
                        | "hoped"
                        | "planned"
                        | "agreed"
                        | "declined"
                )
            }
            Tag::Adverb | Tag::Time => noun,
            _ => false,
        }
    }

    /// The noun phrase that begins at `start`, up to `high`, for a source right of its cue; appositions are taken along.
    pub(super) fn right_phrase(
        &self,
        start: TokenIndex,
        high: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        let mut at = start;
        while at < high && matches!(self.tags[at], Tag::Adverb | Tag::Time) {
            at += 1;
        }
        let first = at;
        if at >= high {
            return None;
        }
        if matches!(self.tags[at], Tag::Pronoun) {
            return Some(at..at + 1);
        }
        let mut head = false;
        while at < high && at - first < LONGEST {
            match self.tags[at] {
                Tag::Mark => match self.kind(at) {
                    TokenKind::Other => {}
                    TokenKind::Period if at > first && self.abbreviates(at) && at + 1 < high => {}
                    TokenKind::OpenQuote | TokenKind::CloseQuote if self.short_quote(at) => {}
                    TokenKind::Open if self.bracket_inside(first, at, at + 1) => {}
                    TokenKind::Close => {}
                    TokenKind::Quote => {}
                    TokenKind::Comma if self.right_list_comma(at, high) => {}
                    _ => break,
                },
                Tag::Time if head => break,
                Tag::Preposition
                    if !head
                        || matches!(
                            self.word(at),
                            "of" | "for"
                                | "at"
                                | "from"
                                | "with"
                                | "in"
                                | "like"
                                | "within"
                                | "behind"
                                | "on"
                                | "by"
                        ) && !self.is_venue_phrase(at, high) => {}
                Tag::Preposition
                | Tag::Subordinator
                | Tag::That
                | Tag::Interrogative
                | Tag::Modal
                | Tag::Do
                | Tag::Be
                | Tag::Have
                | Tag::VerbS
                | Tag::VerbBase
                | Tag::To
                | Tag::Negation => break,
                Tag::Relative => {
                    // "a farmer who saw it": to the next mark.
                    while at < high && self.tags[at] != Tag::Mark {
                        at += 1;
                    }
                    break;
                }
                Tag::Pronoun => break,
                Tag::Coordinator
                    if matches!(self.word(at), "and" | "or" | "&")
                        && at + 1 < high
                        && self.tags[at + 1].is_nominal()
                        && self.tags[at + 1] != Tag::Pronoun => {}
                Tag::Coordinator => break,
                Tag::VerbEd if head && !self.reduced_relative(at, first, high) => break,
                Tag::VerbIng if head => break,
                Tag::Adverb if head => break,
                tag => head |= tag.is_head(),
            }
            at += 1;
        }
        while at > first
            && (self.tags[at - 1] == Tag::Mark
                && !matches!(
                    self.kind(at - 1),
                    TokenKind::Close | TokenKind::CloseQuote | TokenKind::Period | TokenKind::Other
                )
                || matches!(
                    self.tags[at - 1],
                    Tag::Preposition | Tag::Coordinator | Tag::Adverb
                ))
        {
            at -= 1;
        }
        head.then_some(first..at).filter(|range| !range.is_empty())
    }

    fn right_list_comma(&self, comma: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 9;
        if comma + 1 >= high
            || !matches!(self.tags[comma + 1], Tag::Name)
            || self.tags[comma - 1] != Tag::Name
        {
            return false;
        }
        (comma + 1..high.min(comma + REACH))
            .take_while(|&at| !self.tags[at].is_finite())
            .any(|at| self.word(at) == "and" && at + 1 < high && self.tags[at + 1] == Tag::Name)
    }

    /// Extends a phrase over ", a farmer from Pell" to the mark that ends it.
    pub(super) fn with_apposition(
        &self,
        range: Range<TokenIndex>,
        high: TokenIndex,
    ) -> Range<TokenIndex> {
        let comma = range.end;
        if comma + 1 >= high || self.kind(comma) != TokenKind::Comma {
            return range;
        }
        let first = comma + 1;
        let opens = match self.tags[first] {
            Tag::Determiner
            | Tag::Noun
            | Tag::Adjective
            | Tag::Number
            | Tag::Relative
            | Tag::Possessive => true,
            Tag::Name => !self.has(first, WordClass::Time),
            _ => false,
        };
        if !opens {
            return range;
        }
        let mut at = first;
        while at < high {
            match self.kind(at) {
                TokenKind::Comma
                | TokenKind::Dash
                | TokenKind::Semicolon
                | TokenKind::OpenQuote
                | TokenKind::Colon => break,
                TokenKind::Period if at + 1 >= high || !self.abbreviates(at) => break,
                TokenKind::Terminator => break,
                _ => {}
            }
            if self.tags[at] == Tag::Subordinator && self.subject_then_verb(at + 1, high) {
                break;
            }
            at += 1;
        }
        let inside = first..at;
        let relative = self.tags[first] == Tag::Relative;
        if at - first > APPOSITION || !relative && self.is_clause(&inside) || inside.is_empty() {
            return range;
        }
        let extended = range.start..at;
        // "Orr, 45, a farmer"
        if at < high && self.kind(at) == TokenKind::Comma && at - first <= 1 {
            self.with_apposition(extended, high)
        } else {
            extended
        }
    }

    /// "in an interview", "on Twitter", "at a rally": where something was said.
    pub(super) fn is_venue_phrase(&self, preposition: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 6;
        if !matches!(
            self.word(preposition),
            "in" | "on"
                | "at"
                | "during"
                | "to"
                | "via"
                | "through"
                | "from"
                | "after"
                | "with"
                | "by"
                | "before"
        ) {
            return false;
        }
        for at in preposition + 1..high.min(preposition + REACH) {
            if self.has(at, WordClass::Venue)
                || self.has(at, WordClass::Time)
                || self.has(at, WordClass::Addressee)
            {
                return true;
            }
            if !matches!(
                self.tags[at],
                Tag::Determiner
                    | Tag::Adjective
                    | Tag::Noun
                    | Tag::Name
                    | Tag::Possessive
                    | Tag::Number
                    | Tag::Adverb
            ) {
                return false;
            }
        }
        false
    }
}
