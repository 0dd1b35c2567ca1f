//! Attribution by a fixed phrase: according to, in the words of, reportedly (measures §3.5 A).

use super::{Attribution, Confidence, Cue as CueSpan, Form, Scene, Tag};
use crate::lexicon::{CueKind, Level};
use crate::text::{TokenIndex, TokenKind};

pub(super) fn find(scene: &Scene<'_>, sentence: usize, found: &mut Vec<Attribution>) {
    let range = scene.document.sentences[sentence].tokens.clone();
    let low = scene.sentence_low(sentence);
    let high = scene.without_final(&range);
    let mut at = low;
    while at < high {
        if scene.cues.at(at).is_empty() {
            at += 1;
            continue;
        }
        let matched = scene
            .cues
            .of_kind(scene.lexicon, at, CueKind::Phrase)
            .next();
        let Some((matched, cue)) = matched.filter(|_| !scene.quoted(at)) else {
            at += 1;
            continue;
        };
        let after = matched.tokens.end;
        // "believed to the end": only an infinitive is said of somebody.
        let infinitive = cue.takes.inf
            && !(cue.takes.np || cue.takes.that || cue.takes.quote)
            && scene.word(after - 1) == "to";
        if infinitive
            && (after >= high || !(scene.tags[after].is_verb() || scene.tags[after].is_auxiliary()))
        {
            at = after;
            continue;
        }
        let blank = Attribution {
            level: cue.level,
            form: if cue.level == Level::Vague {
                Form::Vague
            } else {
                Form::AccordingTo
            },
            stance: cue.stance,
            cue: CueSpan {
                id: Some(matched.cue),
                lemma: cue.lemma.clone(),
                tokens: vec![matched.tokens.clone()],
            },
            source: Vec::new(),
            confidence: Confidence::Unresolved,
            content: Vec::new(),
            sentence,
            negated: false,
            conditional: false,
            via: None,
            nested: false,
        };
        let built = if cue.level == Level::Vague {
            scene.vague_adverb(blank, low, high, at, after)
        } else if cue.level != Level::Report || !cue.takes.np {
            scene.subject_phrase(blank, low, high, at, after)
        } else {
            scene.according(blank, low, high, at, after)
        };
        found.extend(built);
        at = after.max(at + 1);
    }
}

impl Scene<'_> {
    fn according(
        &self,
        mut blank: Attribution,
        low: TokenIndex,
        high: TokenIndex,
        cue: TokenIndex,
        after: TokenIndex,
    ) -> Option<Attribution> {
        // "in his view": the source stands inside the phrase.
        let plain = match (cue..after)
            .find(|&at| matches!(self.tags[at], Tag::Possessive | Tag::ObjectPronoun))
        {
            Some(owner) => owner..owner + 1,
            None => self.right_phrase(after, high)?,
        };
        let inside = plain.end <= after;
        let mut source = if inside {
            plain.clone()
        } else {
            self.with_apposition(plain.clone(), high)
        };
        let initial = cue == low
            || cue == low + 1 && !self.tags[low].is_nominal()
            || self.opens_after_mark(low, cue);
        // "According to the poll, Orr leads": what follows the comma is no apposition unless another comma closes it.
        if initial
            && source.end != plain.end
            && (source.end >= high || self.kind(source.end) != TokenKind::Comma)
        {
            source = plain.clone();
        }
        blank.confidence = if matches!(self.tags[plain.start], Tag::ObjectPronoun | Tag::Possessive)
        {
            Confidence::Pronoun
        } else {
            Confidence::Exact
        };
        // "The treaty is, in the words of Orr, a dead letter": what was interrupted goes on.
        if cue >= low + 2
            && self.kind(cue - 1) == TokenKind::Comma
            && self.tags[cue - 2].is_auxiliary()
        {
            source = plain.clone();
        }
        let rest = source.end.max(after);
        if initial {
            // "According to NP, …"
            let start =
                (rest..high).find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))? + 1;
            blank.source = vec![source];
            blank.content = self.right_content(start, high, true);
            if cue > low + 1 && self.opens_after_mark(low, cue) {
                // What stood before an inserted "…, according to NP, …" belongs to the content too.
                let left = self.trim_content(low..cue)?;
                blank.content.insert(0, self.whole_quotations(left));
            }
            return (!blank.content.is_empty()).then_some(blank);
        }
        let left = self.trim_content(self.left_edge(low, cue)..cue)?;
        blank.content = vec![self.whole_quotations(left)];
        // ", according to NP, and the rest": an inserted source.
        if rest < high && self.kind(rest) == TokenKind::Comma && rest + 1 < high {
            let next = rest + 1;
            let goes_on = match self.tags[next] {
                Tag::Relative | Tag::Subordinator | Tag::VerbIng => false,
                Tag::Coordinator => false,
                Tag::Mark => self.kind(next) == TokenKind::OpenQuote,
                _ => !self.opens_clause(next, high) || self.tags[next].is_finite(),
            };
            if goes_on {
                blank.content.extend(self.right_content(next, high, true));
            }
        }
        blank.source = vec![source];
        Some(blank)
    }

    fn opens_after_mark(&self, low: TokenIndex, cue: TokenIndex) -> bool {
        // "But, according to", "On Monday, according to" with little before it.
        cue > low
            && self.kind(cue - 1) == TokenKind::Comma
            && cue - low <= 9
            && !self.has_finite(low, cue)
    }

    /// Where the clause before ", according to" begins: after a semicolon, else the sentence's start.
    fn left_edge(&self, low: TokenIndex, cue: TokenIndex) -> TokenIndex {
        (low..cue)
            .rev()
            .find(|&at| self.kind(at) == TokenKind::Semicolon && !self.quoted(at))
            .map_or(low, |at| at + 1)
    }

    /// "in support of", "on record as", "on the grounds that": the clause's subject is the source.
    fn subject_phrase(
        &self,
        mut blank: Attribution,
        low: TokenIndex,
        high: TokenIndex,
        cue: TokenIndex,
        after: TokenIndex,
    ) -> Option<Attribution> {
        // "The union would like to": the phrase is itself the verb.
        let own = self.tags[cue] == Tag::Modal;
        let (source, confidence) = if own {
            self.left_phrase(low, cue)
        } else {
            self.nearest_subject(low, cue)
        }?;
        let clause = blank.level == Level::Report;
        blank.form = match blank.level {
            Level::Report => Form::Indirect,
            Level::Mental => Form::Mental,
            _ => super::verbal::nominal_form(blank.stance),
        };
        let start = if after < high && matches!(self.tags[after], Tag::Preposition | Tag::To) {
            after + 1
        } else {
            after
        };
        blank.content = self.right_content(start, high, clause);
        blank.source = vec![source];
        blank.confidence = confidence;
        (!blank.content.is_empty()).then_some(blank)
    }

    /// "reportedly": the clause round it, said by nobody in particular.
    fn vague_adverb(
        &self,
        mut blank: Attribution,
        low: TokenIndex,
        high: TokenIndex,
        cue: TokenIndex,
        after: TokenIndex,
    ) -> Option<Attribution> {
        // "is widely expected to", "was reportedly sold": the subject stands before the auxiliary.
        let mut group = cue;
        while group > low && self.tags[group - 1].is_auxiliary() {
            group -= 1;
        }
        let (subject, _) = self
            .left_phrase(low, group)
            .unwrap_or((cue..cue, Confidence::Unresolved));
        // "By all accounts, the king was drunk."
        let comma = cue == low && after < high && self.kind(after) == TokenKind::Comma;
        let right = self.right_content(after + usize::from(comma), high, comma);
        if !subject.is_empty() {
            blank.content.push(subject);
        }
        blank.content.extend(right);
        (!blank.content.is_empty()).then_some(blank)
    }
}
