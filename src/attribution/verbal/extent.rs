//! How far the content of a verb reaches, left and right of it.

use super::Site;
use crate::attribution::content::Limits;
use crate::attribution::{Scene, Tag};
use crate::lexicon::Stance;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    /// A quotation right of its cue: it alone where it ends a sentence of its own, else with the rest of the clause.
    pub(super) fn quoted_content(
        &self,
        site: &Site<'_>,
        start: TokenIndex,
    ) -> Vec<Range<TokenIndex>> {
        if let Some(end) = self.quotation_end(start)
            && end >= 2
            && matches!(
                self.kind(end - 2),
                TokenKind::Comma | TokenKind::Period | TokenKind::Terminator
            )
            && !(end < site.high && self.kind(end) == TokenKind::OpenQuote)
        {
            return vec![start..end];
        }
        self.content_of(site, start, site.high, true)
    }

    /// "Republicans seeking the office have raised": a relative clause ends where the main verb begins.
    pub(in crate::attribution) fn cut_at_main_verb(
        &self,
        content: &mut [Range<TokenIndex>],
        clause: bool,
    ) {
        let Some(range) = content.last_mut() else {
            return;
        };
        let mut open = usize::from(clause);
        let mut at = range.start;
        while at < range.end {
            if let Some(end) = self.quotation_end(at) {
                at = end.max(at + 1);
                continue;
            }
            match self.tags[at] {
                Tag::That | Tag::Interrogative if at == range.start => {}
                Tag::Relative
                | Tag::That
                | Tag::Subordinator
                | Tag::Interrogative
                | Tag::Pronoun => open += 1,
                Tag::Coordinator | Tag::Mark
                    if at > range.start && self.tags[at] == Tag::Coordinator =>
                {
                    return;
                }
                Tag::Be | Tag::Have | Tag::Modal | Tag::VerbS | Tag::Do if at > range.start => {
                    let ended = self.tags[at - 1].is_head()
                        || clause
                            && (self.tags[at - 1].is_verb() || self.tags[at - 1] == Tag::Adjective);
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

    /// The content left of a cue or its source: back to the sentence's start, or the quotation alone after an introduction.
    pub(super) fn left_content(
        &self,
        site: &Site<'_>,
        end: TokenIndex,
    ) -> Option<Vec<Range<TokenIndex>>> {
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
        if stop > start + 1
            && matches!(self.tags[stop - 1], Tag::Subordinator | Tag::Interrogative)
            && self.word(stop - 1) != "as"
        {
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
                let introduced = matches!(
                    self.kind(quotation.outer.start - 1),
                    TokenKind::Comma | TokenKind::Colon | TokenKind::Dash
                );
                let whole =
                    quotation.words >= 4 && self.document.tokens[quotation.inner.start].capital;
                let own_verb = self.has_finite(start, quotation.outer.start);
                if introduced
                    && (!own_verb
                        || whole
                        || self.kind(quotation.outer.start - 1) == TokenKind::Colon)
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
        let says_something = |range: &Range<TokenIndex>| {
            self.has_finite(range.start, range.end)
                || range
                    .clone()
                    .any(|at| self.quoted(at) || self.tags[at].is_verb())
        };
        let after_cue = self.skip_adjuncts(site.found.tokens.end, site.high);
        let continues = after_cue + 1 < site.high
            && self.kind(after_cue) == TokenKind::Comma
            && self.tags[after_cue + 1] != Tag::VerbIng;
        let verb_next = continues && self.tags[after_cue + 1].is_finite();
        let mut content: Vec<Range<TokenIndex>> = self
            .trim_content(start..stop.max(start))
            .filter(|range| {
                continues && range.len() > 1
                    || verb_next
                    || says_something(range)
                    || range.len() >= 4 && site.cue.inverts
            })
            .map(|range| self.whole_quotations(range))
            .into_iter()
            .collect();
        // ", analysts contend, …": the rest of the clause after an insertion.
        let after = self.skip_adjuncts(site.found.tokens.end, site.high);
        if end < site.head
            && after < site.high
            && matches!(self.kind(after), TokenKind::Comma | TokenKind::Dash)
            && after + 1 < site.high
        {
            let next = after + 1;
            let participle = self.tags[next] == Tag::VerbIng || self.kind(after) == TokenKind::Dash;
            let goes_on = self.tags[next] == Tag::Coordinator
                && next + 1 < site.high
                && (self.tags[next + 1].is_finite() || self.tags[next + 1].is_auxiliary());
            if goes_on {
                content.extend(self.right_content(next, site.high, true));
            } else if self.kind(next) == TokenKind::OpenQuote {
                if let Some(close) = self.quotation_end(next) {
                    content.push(next..close);
                }
            } else if !participle
                && !matches!(self.tags[next], Tag::Coordinator | Tag::Relative)
                && !matches!(
                    self.word(next),
                    "as" | "while" | "when" | "after" | "though" | "although"
                )
                && !content
                    .first()
                    .is_some_and(|left| self.quoted(left.end - 1))
            {
                content.extend(self.right_content(next, site.high, true));
            }
        }
        (!content.is_empty()).then_some(content)
    }

    pub(in crate::attribution) fn right_content(
        &self,
        start: TokenIndex,
        high: TokenIndex,
        clause: bool,
    ) -> Vec<Range<TokenIndex>> {
        self.limited_content(start, Limits::new(high, clause))
    }

    pub(super) fn limited_content(
        &self,
        start: TokenIndex,
        limits: Limits,
    ) -> Vec<Range<TokenIndex>> {
        let end = self.content_end(start, limits);
        self.trim_content(start..end)
            .map(|range| self.whole_quotations(range))
            .into_iter()
            .collect()
    }

    /// The content right of a cue, with what the cue's own form and place tell of its end.
    pub(super) fn content_of(
        &self,
        site: &Site<'_>,
        start: TokenIndex,
        high: TokenIndex,
        clause: bool,
    ) -> Vec<Range<TokenIndex>> {
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
                self.kind(at) == TokenKind::Comma
                    && !self.quoted(at)
                    && (self.tags[at + 1].is_nominal() || self.tags[at + 1] == Tag::Pronoun)
                    && self.opens_clause(at + 1, site.high)
            });
        let lead = (!site.group.participle && !site.group.infinitive)
            .then(|| self.tags[site.group.start])
            .filter(|tag| tag.is_verb() || matches!(tag, Tag::Have | Tag::Be))
            .or(Some(self.tags[site.head]));
        self.limited_content(
            start,
            Limits {
                high,
                clause,
                lead,
                dependent,
            },
        )
    }

    /// "Orr responded:" at a paragraph's end: the paragraph that follows.
    pub(super) fn next_block(&self, site: &Site<'_>) -> Option<Range<TokenIndex>> {
        let block = self.document.sentences[site.sentence].block;
        let next = self
            .document
            .blocks
            .get(block + 1)
            .filter(|_| self.document.blocks[block].tokens.end <= site.high + 1)?;
        let first = next.tokens.start;
        match self.quotation_end(first) {
            Some(end) => Some(first..end),
            None => self.trim_content(next.tokens.clone()),
        }
    }

    /// A nominal content: to the end of the phrase with what hangs on it.
    pub(super) fn phrase_content(
        &self,
        site: &Site<'_>,
        start: TokenIndex,
    ) -> Vec<Range<TokenIndex>> {
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
}
