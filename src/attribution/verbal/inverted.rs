//! Sources right of their cue: "said Orr".

use super::Site;
use crate::attribution::{Attribution, Confidence, Scene, Tag};
use crate::lexicon::VerbForm;
use crate::text::TokenKind;

impl Scene<'_> {
    /// `"…," said Orr`: the source right of its cue.
    pub(super) fn inverted(&self, site: &Site<'_>) -> Option<Attribution> {
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
        let quoted_before =
            site.head > site.low && self.kind(site.head - 1) == TokenKind::CloseQuote;
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
            !clause_follows
                && self.has_finite(site.low, site.head)
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
}
