//! Figures and years: a number with what it counts and what befalls it.

use super::super::basis::Basis;
use super::super::figures::Figure;
use super::super::stems::Number;
use super::cells::cell;
use super::{Item, ItemKind};
use crate::lexicon::{HarmKind, WordClass};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Words after a number among which stands what it counts.
const NEAR: usize = 3;
/// Tokens between a number and the harm that befalls what it counts.
const HARM: usize = 8;

/// What a number is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Slot {
    /// What befalls those who are counted.
    pub(super) harm: Option<HarmKind>,
    /// What is counted; `None` where harm befalls them: people, civilians, soldiers are one then.
    pub(super) unit: Option<Number>,
    pub(super) percent: bool,
}

/// A number of an article with what it counts.
pub(super) struct Counted {
    pub(super) article: usize,
    pub(super) sentence: usize,
    pub(super) figure: Figure,
    pub(super) slot: Slot,
    /// What is counted, whatever befalls it.
    pub(super) unit: Option<Number>,
    /// The number with what it counts.
    pub(super) tokens: Range<TokenIndex>,
}

/// The numbers of all articles, in order.
pub(super) struct Found {
    pub(super) counted: Vec<Counted>,
    years: Vec<(usize, Figure)>,
}

impl Found {
    pub(super) fn new(basis: &Basis<'_>) -> Self {
        let mut found = Self {
            counted: Vec::new(),
            years: Vec::new(),
        };
        for article in 0..basis.articles() {
            let analysis = basis.analysis(article);
            for (sentence, of) in analysis.document.sentences.iter().enumerate() {
                if of.number == 0 {
                    continue;
                }
                for figure in basis.values.figures(analysis, of.tokens.clone()) {
                    if figure.year {
                        found.years.push((article, figure));
                    } else if let Some((slot, unit, tokens)) =
                        slot(basis, article, sentence, &figure, of.tokens.end)
                    {
                        found.counted.push(Counted {
                            article,
                            sentence,
                            figure,
                            slot,
                            unit,
                            tokens,
                        });
                    }
                }
            }
        }
        found
    }

    /// The numbers of one sentence.
    pub(super) fn of_sentence(&self, article: usize, sentence: usize) -> &[Counted] {
        let place = |of: &Counted| (of.article, of.sentence);
        let wanted = (article, sentence);
        let from = self.counted.partition_point(|of| place(of) < wanted);
        let to = self.counted.partition_point(|of| place(of) <= wanted);
        &self.counted[from..to]
    }

    /// One item a number of a thing, and one a year.
    pub(super) fn items(&self, basis: &Basis<'_>) -> Vec<Item> {
        let mut gathered = Gathered::default();
        for counted in &self.counted {
            gathered.add(
                (Some(counted.slot), counted.figure.value.to_bits()),
                counted.article,
                counted.tokens.clone(),
            );
        }
        let mut items = gathered.items(basis, ItemKind::Figure);
        let mut gathered = Gathered::default();
        for (article, figure) in &self.years {
            let key = (None, figure.value.to_bits());
            gathered.add(key, *article, figure.tokens.clone());
        }
        items.extend(gathered.items(basis, ItemKind::Year));
        items
    }
}

type Key = (Option<Slot>, u64);

/// Places by key, in the order of the first.
#[derive(Default)]
struct Gathered {
    by_key: FxHashMap<Key, usize>,
    places: Vec<Vec<(usize, Range<TokenIndex>)>>,
}

impl Gathered {
    fn add(&mut self, key: Key, article: usize, tokens: Range<TokenIndex>) {
        let index = *self.by_key.entry(key).or_insert_with(|| {
            self.places.push(Vec::new());
            self.places.len() - 1
        });
        self.places[index].push((article, tokens));
    }

    fn items(&self, basis: &Basis<'_>, kind: ItemKind) -> Vec<Item> {
        let item = |places: &Vec<(usize, Range<TokenIndex>)>| {
            let (first, tokens) = places.first()?;
            let document = &basis.analysis(*first).document;
            let cells = (0..basis.articles()).map(|article| {
                let own: Vec<Range<TokenIndex>> = places
                    .iter()
                    .filter(|(of, _)| *of == article)
                    .map(|(_, tokens)| tokens.clone())
                    .collect();
                cell(basis, article, &own, kind == ItemKind::Figure)
            });
            Some(Item {
                kind,
                label: document
                    .span_of(tokens.clone())
                    .slice(document.text)
                    .to_owned(),
                check: None,
                cells: cells.collect(),
            })
        };
        self.places.iter().filter_map(item).collect()
    }
}

/// What a number counts, and the tokens from the number to it. Numbers that count nothing (a score, an age in brackets) are left out.
fn slot(
    basis: &Basis<'_>,
    article: usize,
    sentence: usize,
    figure: &Figure,
    end: TokenIndex,
) -> Option<(Slot, Option<Number>, Range<TokenIndex>)> {
    let analysis = basis.analysis(article);
    let document = &analysis.document;
    let mut unit = None;
    let mut seen = 0;
    for at in figure.tokens.end..end {
        if !document.tokens[at].is_word() {
            if document.token_text(at) == "%" {
                continue;
            }
            break;
        }
        seen += 1;
        if seen > NEAR || analysis.facts.has(document, at, WordClass::Preposition) && seen > 1 {
            break;
        }
        if analysis
            .facts
            .any(document, at, &[WordClass::Adjective, WordClass::Demonym])
        {
            continue;
        }
        let Some((stem, _)) = basis.stems.content(article, at, false) else {
            continue;
        };
        if !analysis.facts.has(document, at, WordClass::Verb) {
            unit = Some((stem, at));
        }
        break;
    }
    let harm = harm(analysis, sentence, figure);
    let tokens = match unit {
        Some((_, at)) => figure.tokens.start..at + 1,
        None => figure.tokens.clone(),
    };
    let counted = unit.map(|(stem, _)| stem);
    let slot = Slot {
        harm,
        unit: counted.filter(|_| harm.is_none()),
        percent: figure.percent,
    };
    (slot.harm.is_some() || slot.unit.is_some()).then_some((slot, counted, tokens))
}

/// What befalls those whom a number counts: the harm whose victim holds the number, or that stands beside it.
fn harm(
    analysis: &crate::analyzer::Analysis<'_>,
    sentence: usize,
    figure: &Figure,
) -> Option<HarmKind> {
    const CASUALTIES: [HarmKind; 3] = [HarmKind::Killing, HarmKind::Injury, HarmKind::Missing];
    let harms = analysis.harms.constructions.iter();
    let all = harms.chain(&analysis.harms.missing);
    let at = figure.tokens.start;
    all.filter(|found| found.sentence == sentence && CASUALTIES.contains(&found.kind))
        .filter_map(|found| {
            let holds = found
                .victim
                .as_ref()
                .is_some_and(|victim| victim.contains(&at));
            let apart = if at < found.predicate.start {
                found.predicate.start - at
            } else {
                at.saturating_sub(found.predicate.end)
            };
            (holds || apart <= HARM && found.victim.is_none())
                .then_some(((!holds, apart), found.kind))
        })
        .min_by_key(|(near, _)| *near)
        .map(|(_, kind)| kind)
}
