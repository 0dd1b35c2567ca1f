//! What the headline says and leaves out (measures §5.6).

use super::evidence::EvidenceKind;
use super::registry::{Family, Measure, Unit};
use super::{EvidenceId, Sheet, Subject};
use crate::article::ZoneKind;

const SOURCE: &str = "Own definition";
/// Why there is no value.
const NONE: &str = "the article has no headline";

pub(super) const FAMILY: Family = Family {
    name: "headline",
    title: "The headline",
    measures: &[
        Measure {
            id: "headline.match",
            code: "M4.6",
            name: "headline words in the body",
            unit: Unit::Share,
            denominator: "content words of the headline, each once",
            formula: "content words of the headline whose stem stands in the body / content words of the headline",
            meaning: "How far the body bears out the words of the headline.",
            limits: "A synonym is another word; a low share may be a figure of speech.",
            source: SOURCE,
            evidence: "the headline's zone; none where the title is given beside the text",
            range: "0–1",
            ..Measure::BLANK
        },
        Measure {
            id: "headline.attribution_dropped",
            code: "M4.6",
            name: "headline drops its source",
            unit: Unit::Count,
            formula: "1 where the headline names no source, a report of the body shares half of its content words and three at least, and no sentence in the author's voice as many; or where both tell of such a harm and the body does so in reports only",
            meaning: "Whether the headline states as fact what the body gives to a source.",
            limits: "Compares words, not meanings; a claim worded anew is missed. A question is never flagged.",
            source: SOURCE,
            evidence: "the attribution in the body",
            range: "0 or 1",
            ..Measure::BLANK
        },
    ],
    measure,
};

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let Some(headline) = subject.headline else {
        sheet.share("headline.match", 0, 0, NONE, Vec::new());
        sheet.number("headline.attribution_dropped", None, NONE, Vec::new());
        return;
    };
    // A title beside the text has no place in it.
    let zones: Vec<_> = subject
        .document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.zone.kind == ZoneKind::Headline)
        .map(|(index, _)| EvidenceId::new(EvidenceKind::Zone, index))
        .collect();
    sheet.share(
        "headline.match",
        headline.in_body,
        headline.content,
        "the headline has no words of content",
        zones,
    );
    let dropped = headline.dropped.as_ref();
    let evidence = dropped.map(|dropped| sheet.ids.attributions[dropped.attribution]);
    let evidence: Vec<_> = evidence.into_iter().collect();
    sheet.count(
        "headline.attribution_dropped",
        evidence.len() as u32,
        evidence,
    );
}
