//! Loaded terms per voice, strong and mild apart, by category and by place.

mod declared;

use super::registry::Family;
use super::{EvidenceId, Sheet, Subject};
use crate::article::ZoneKind;
use crate::attribution::Voice;
use crate::lexicon::{Category, Entry, Family as Kind};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Weight from which a term is strong.
const STRONG: u8 = 2;

pub(super) const FAMILY: Family = Family {
    name: "loaded",
    title: "Loaded words",
    measures: declared::MEASURES,
    measure,
};

/// A plain use of a loaded term.
#[derive(Clone, Copy)]
struct Use<'a> {
    id: EvidenceId,
    entry: &'a Entry,
    voice: Voice,
    zone: ZoneKind,
    block: usize,
}

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let uses = plain_uses(subject, sheet);
    let body = |voice: Voice, weight: std::ops::RangeInclusive<u8>| -> Vec<Use<'_>> {
        uses.iter()
            .filter(|found| {
                found.zone == ZoneKind::Body
                    && found.voice == voice
                    && weight.contains(&found.entry.weight)
            })
            .copied()
            .collect()
    };
    let words = |voice| subject.voices.words(voice);
    for (id, voice, weights) in [
        ("loaded.strong.author", Voice::Author, STRONG..=u8::MAX),
        (
            "loaded.strong.ambiguous",
            Voice::Ambiguous,
            STRONG..=u8::MAX,
        ),
        ("loaded.strong.reported", Voice::Reported, STRONG..=u8::MAX),
        ("loaded.mild.author", Voice::Author, 1..=STRONG - 1),
        ("loaded.mild.ambiguous", Voice::Ambiguous, 1..=STRONG - 1),
        ("loaded.mild.reported", Voice::Reported, 1..=STRONG - 1),
        ("loaded.all.author", Voice::Author, 1..=u8::MAX),
    ] {
        let found = body(voice, weights);
        sheet.rate(id, found.len() as u32, words(voice), ids(&found));
    }
    let author = body(Voice::Author, 1..=u8::MAX);
    let weight = author
        .iter()
        .map(|found| u32::from(found.entry.weight))
        .sum();
    sheet.rate(
        "loaded.weighted.author",
        weight,
        words(Voice::Author),
        ids(&author),
    );
    let types: BTreeSet<&str> = author.iter().map(|found| found.entry.id()).collect();
    sheet.count("loaded.types.author", types.len() as u32, ids(&author));
    let mut place = |id, here: &dyn Fn(&Use<'_>) -> bool| {
        let found: Vec<_> = uses.iter().filter(|found| here(found)).copied().collect();
        sheet.count(id, found.len() as u32, ids(&found));
    };
    place("loaded.headline", &|found| {
        matches!(found.zone, ZoneKind::Headline | ZoneKind::Deck)
    });
    let lead = subject
        .document
        .blocks
        .iter()
        .position(|block| block.zone.kind == ZoneKind::Body);
    place("loaded.lead", &|found| Some(found.block) == lead);
    for &(category, code) in Category::ALL {
        let id = categories()
            .iter()
            .find(|(of, _)| *of == code)
            .map(|&(_, id)| id);
        if let Some(id) = id {
            let found: Vec<_> = author
                .iter()
                .filter(|found| found.entry.category == category)
                .copied()
                .collect();
            sheet.count(id, found.len() as u32, ids(&found));
        }
    }
}

/// The categories that have a measure of their own: code and id.
fn categories() -> &'static [(&'static str, &'static str)] {
    static ALL: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let ids = FAMILY.measures.iter().map(|measure| measure.id);
        ids.filter_map(|id| Some((id.strip_prefix("loaded.category.")?, id)))
            .collect()
    })
}

fn ids(uses: &[Use<'_>]) -> Vec<EvidenceId> {
    uses.iter().map(|found| found.id).collect()
}

fn plain_uses<'a>(subject: &Subject<'a>, sheet: &Sheet) -> Vec<Use<'a>> {
    subject
        .terms
        .iter()
        .zip(&sheet.ids.terms)
        .filter_map(|(term, &id)| {
            let entry = subject.lexicon.entry(term.entry);
            let block = subject.document.sentences.get(term.sentence)?.block;
            (term.status.counts() && entry.category.family() == Kind::Framing).then(|| Use {
                id,
                entry,
                voice: subject.voices.of(term.tokens.start),
                zone: subject.document.blocks[block].zone.kind,
                block,
            })
        })
        .collect()
}
