//! Which word is chosen for a thing that has several (measures §5.3).

use super::evidence::EvidenceKind;
use super::registry::{Family, Measure, Unit};
use super::{EvidenceId, Sheet, Subject};
use std::collections::BTreeSet;

const LIMITS: &str = "Shows a choice of words, not who is right; a set is only as complete as its pack, and a quotation's word is the speaker's.";
const SOURCE: &str =
    "Own definition; naming packs, after word choice and labelling (Hamborg et al.)";

pub(super) const FAMILY: Family = Family {
    name: "naming",
    title: "Names for the same thing",
    measures: &[
        Measure {
            id: "naming.sets",
            code: "M4.3",
            name: "things with several names",
            unit: Unit::Count,
            formula: "naming sets of which a word occurs, headings included",
            meaning: "How many things the article names for which opposing camps have different words.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "the first name of each set",
            ..Measure::BLANK
        },
        Measure {
            id: "naming.marked",
            code: "M4.3",
            name: "marked names, author",
            unit: Unit::Count,
            formula: "words of naming sets in the author's voice that their pack does not take for the unmarked one, headings included",
            meaning: "How often the outlet itself uses a word that one camp uses more than the other.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "names",
            ..Measure::BLANK
        },
        Measure {
            id: "naming.mixed",
            code: "M4.3",
            name: "sets with two words, author",
            unit: Unit::Count,
            formula: "naming sets of which the author's voice uses two variants or more",
            meaning: "For how many things the outlet itself has more than one word.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "the first name of each set",
            ..Measure::BLANK
        },
        Measure {
            id: "naming.switches",
            code: "M4.3",
            name: "changes of word",
            unit: Unit::Count,
            formula: "names in the author's voice that differ from the name before in their set",
            meaning: "How often the outlet changes the word that it uses itself for a thing.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "names",
            ..Measure::BLANK
        },
    ],
    measure,
};

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let naming = subject.naming;
    let ids = |indices: Vec<usize>| -> Vec<EvidenceId> {
        indices
            .into_iter()
            .map(|index| EvidenceId::new(EvidenceKind::Name, index))
            .collect()
    };
    let first = |of: &crate::framing::naming::SetUse| {
        let all = of.variants.iter().flat_map(|of| &of.mentions);
        all.min().copied()
    };
    let mut count = |id, mut indices: Vec<usize>| {
        indices.sort_unstable();
        sheet.count(id, indices.len() as u32, ids(indices));
    };
    let things: BTreeSet<usize> = naming.sets.iter().map(|of| of.set).collect();
    let firsts = things.iter().filter_map(|set| {
        naming
            .sets
            .iter()
            .filter(|of| of.set == *set)
            .filter_map(first)
            .min()
    });
    count("naming.sets", firsts.collect());
    let marked = naming.names.iter().enumerate().filter(|(_, name)| {
        name.is_own() && !subject.lexicon.name_variants()[name.found.variant].neutral
    });
    count("naming.marked", marked.map(|(index, _)| index).collect());
    let own = |of: &&crate::framing::naming::SetUse| {
        let own = of.variants.iter().filter(|of| {
            of.mentions
                .iter()
                .any(|&index| naming.names[index].is_own())
        });
        own.count() > 1
    };
    let mixed = naming.sets.iter().filter(own).filter_map(first);
    count("naming.mixed", mixed.collect());
    let switches = naming.sets.iter().flat_map(|of| &of.switches).copied();
    count("naming.switches", switches.collect());
}
