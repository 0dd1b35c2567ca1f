//! The difference card: what to look at first, with the words that prove it.

use super::{Shown, safe};
use crate::report::table::figures::place;
use crate::report::{EvidenceReport, Report};
use maud::{Markup, html};

/// Lines of evidence below a difference.
const EVIDENCE: usize = 4;

/// The differences in their order.
pub(super) fn lines(report: &Report, articles: &[Shown<'_>]) -> Markup {
    let Some(comparison) = &report.comparison else {
        return html! {};
    };
    html! {
        @if comparison.card.is_empty() {
            p { "No difference of the kinds that this card looks for." }
        } @else {
            ol {
                @for line in &comparison.card {
                    li {
                        p.says { (safe(&line.text)) }
                        ul { @for evidence in line.evidence.iter().take(EVIDENCE) { (proof(evidence, articles)) } }
                    }
                }
            }
        }
    }
}

/// The words in their sentence, with a link to where they stand.
fn proof(evidence: &EvidenceReport, articles: &[Shown<'_>]) -> Markup {
    let Some(shown) = articles.get(evidence.article as usize) else {
        return html! {};
    };
    let chars: Vec<char> = evidence.context.chars().collect();
    let at = |point: u32| {
        let inside = point.saturating_sub(evidence.context_span[0]) as usize;
        inside.min(chars.len())
    };
    let [from, to] = evidence.span.map(at);
    let part = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
    let place = place(evidence.sentence, evidence.zone);
    html! {
        li.proof {
            b.letter { (shown.label().chars().next().unwrap_or('?')) } " "
            @if evidence.sentence > 0 {
                a href={ "#" (shown.key) "-S" (evidence.sentence) } { (place) }
            } @else {
                span.dim { (place) }
            }
            " "
            (safe(&part(0..from)))
            mark { (safe(&part(from..to.max(from)))) }
            (safe(&part(to.max(from)..chars.len())))
        }
    }
}
