//! Who speaks, how concentrated, of which kind, and who stays unnamed.

mod declared;

use super::registry::Family;
use super::{EvidenceId, Sheet, Subject};
use crate::lexicon::SourceKind;
use crate::source::Source;

pub(super) const FAMILY: Family = Family {
    name: "sources",
    title: "Who speaks",
    measures: declared::MEASURES,
    measure,
};

const NOTHING: &str = "nothing is reported";
const NOBODY: &str = "no reported words have a known source";

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let sources: Vec<(&Source, EvidenceId)> = subject
        .sources
        .clusters
        .iter()
        .zip(sheet.ids.sources.iter().copied())
        .filter(|(source, _)| source.speaks())
        .collect();
    let ids = |wanted: &dyn Fn(&Source) -> bool| -> Vec<EvidenceId> {
        sources
            .iter()
            .filter(|(source, _)| wanted(source))
            .map(|&(_, id)| id)
            .collect()
    };
    let sum = |wanted: &dyn Fn(&Source) -> bool, of: &dyn Fn(&Source) -> u32| -> u32 {
        sources
            .iter()
            .filter(|(source, _)| wanted(source))
            .map(|(source, _)| of(source))
            .sum()
    };
    let words = |source: &Source| source.words;
    let reported = subject.voices.reported;
    let with_words = ids(&|source| source.words > 0);
    let without = ids(&|source| source.words == 0);
    sheet.count("sources.count", with_words.len() as u32, with_words.clone());
    sheet.count("sources.present", without.len() as u32, without);

    let spread = subject.sources.concentration();
    let most = sources
        .iter()
        .map(|(source, _)| source.words)
        .max()
        .unwrap_or(0);
    let top = sources
        .iter()
        .find(|(source, _)| most > 0 && source.words == most)
        .map(|&(_, id)| id);
    let top = top.into_iter().collect();
    sheet.number(
        "sources.effective",
        spread.map(|of| of.effective),
        NOBODY,
        with_words.clone(),
    );
    sheet.share("sources.top.share", most, reported, NOTHING, top);
    for (id, value) in [
        ("sources.hhi", spread.map(|of| of.hhi)),
        ("sources.entropy", spread.map(|of| of.entropy)),
        ("sources.evenness", spread.and_then(|of| of.evenness)),
        ("sources.gini", spread.map(|of| of.gini)),
    ] {
        let why = if spread.is_some() {
            "one source only"
        } else {
            NOBODY
        };
        sheet.number(id, value, why, with_words.clone());
    }

    let unnamed = |source: &Source| source.anonymity.is_anonymous();
    let explained = |source: &Source| unnamed(source) && source.reason.is_some();
    let (anonymous, reasoned) = (ids(&unnamed), ids(&explained));
    let count = anonymous.len() as u32;
    sheet.count("sources.anonymous", count, anonymous.clone());
    sheet.share(
        "sources.anonymous.share",
        sum(&unnamed, &words),
        reported,
        NOTHING,
        anonymous,
    );
    sheet.share(
        "sources.anonymous.reason",
        reasoned.len() as u32,
        count,
        "no anonymous source",
        reasoned,
    );

    let relations = sum(&|_| true, &Source::relations);
    for measure in FAMILY.measures {
        let Some((kind, denominator)) = measure
            .id
            .strip_prefix("sources.kind.")
            .and_then(|rest| rest.split_once('.'))
        else {
            continue;
        };
        let kind = SourceKind::from_name(kind);
        let wanted = |source: &Source| Some(source.kind) == kind;
        let found = ids(&wanted);
        if denominator == "words" {
            sheet.share(measure.id, sum(&wanted, &words), reported, NOTHING, found);
        } else {
            let part = sum(&wanted, &Source::relations);
            sheet.share(
                measure.id,
                part,
                relations,
                "no reports and no speech acts",
                found,
            );
        }
    }
}
