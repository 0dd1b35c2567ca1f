//! Harm constructions as annotations and as the tool finds them, and how the two are matched.
#![allow(dead_code)]

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, Outlet, OutletFrom, Zone, ZoneKind};
use parallax::framing::harm::{Construction, Reality};
use parallax::span::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// One annotated construction. Spans are code points of the article's text.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Gold {
    pub(crate) span: [usize; 2],
    pub(crate) class: String,
    pub(crate) agent: Option<[usize; 2]>,
    pub(crate) victim: Option<[usize; 2]>,
    #[serde(default)]
    pub(crate) unreal: bool,
}

/// One construction as found, in code points.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) predicate: [usize; 2],
    pub(crate) class: &'static str,
    pub(crate) agent: Option<[usize; 2]>,
    pub(crate) victim: Option<[usize; 2]>,
    pub(crate) unreal: bool,
    pub(crate) sentence: u32,
    pub(crate) lemma: String,
}

pub(crate) fn points(text: &str, bytes: Range<usize>) -> [usize; 2] {
    let start = text[..bytes.start].chars().count();
    [start, start + text[bytes].chars().count()]
}

pub(crate) fn slice(text: &str, [from, to]: [usize; 2]) -> String {
    text.chars().skip(from).take(to - from).collect()
}

pub(crate) fn found(analyzer: &Analyzer, analysis: &Analysis<'_>) -> Vec<Found> {
    let document = &analysis.document;
    let place = |tokens: &Range<usize>| {
        let span = document.span_of(tokens.clone());
        points(document.text, span.start as usize..span.end as usize)
    };
    let one = |found: &Construction| Found {
        predicate: place(&found.predicate),
        class: found.class.name(),
        agent: found.agent.as_ref().map(|agent| place(&agent.tokens)),
        victim: found.victim.as_ref().map(place),
        unreal: found.reality != Reality::Plain,
        sentence: document.sentences[found.sentence].number,
        lemma: analyzer.lexicon().harm(found.harm).lemma.clone(),
    };
    analysis.harms.constructions.iter().map(one).collect()
}

/// A text whose paragraphs are body, but the first, which is the headline.
pub(crate) fn plain(id: &str, text: String) -> Article {
    let mut zones = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let kind = if start == 0 {
            ZoneKind::Headline
        } else {
            ZoneKind::Body
        };
        if !line.trim().is_empty() {
            zones.push(Zone {
                kind,
                span: Span::new(start as u32, (start + line.trim_end().len()) as u32),
            });
        }
        start += line.len();
    }
    Article {
        id: id.to_owned(),
        path: id.to_owned(),
        origin: parallax::article::Origin::default(),
        outlet: Outlet {
            name: id.to_owned(),
            from: OutletFrom::FileName,
        },
        event: None,
        published: None,
        url: None,
        title: None,
        genre: None,
        text,
        zones,
    }
}

fn overlap(a: [usize; 2], b: [usize; 2]) -> usize {
    a[1].min(b[1]).saturating_sub(a[0].max(b[0]))
}

/// Whether two annotations of a participant mean the same words: both absent, or the shorter lies in the longer by more than half.
pub(crate) fn same(a: Option<[usize; 2]>, b: Option<[usize; 2]>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let shorter = (a[1] - a[0]).min(b[1] - b[0]);
            2 * overlap(a, b) > shorter
        }
        _ => false,
    }
}

/// Pairs each annotated construction with the found one whose predicate lies in its span, each once; the closest first.
pub(crate) fn pair(gold: &[Gold], found: &[Found]) -> Vec<Option<usize>> {
    let mut taken = vec![false; found.len()];
    gold.iter()
        .map(|gold| {
            let best = (0..found.len())
                .filter(|&at| !taken[at] && overlap(gold.span, found[at].predicate) > 0)
                .max_by_key(|&at| {
                    let shared = overlap(gold.span, found[at].predicate);
                    let all = (gold.span[1] - gold.span[0])
                        .max(found[at].predicate[1] - found[at].predicate[0]);
                    (
                        usize::from(found[at].class == gold.class),
                        shared * 1000 / all.max(1),
                    )
                });
            if let Some(at) = best {
                taken[at] = true;
            }
            best
        })
        .collect()
}

/// Hits, what was found and what was annotated.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) hits: u32,
    pub(crate) found: u32,
    pub(crate) gold: u32,
}

impl Tally {
    pub(crate) fn precision(self) -> f64 {
        f64::from(self.hits) / f64::from(self.found.max(1))
    }

    pub(crate) fn recall(self) -> f64 {
        f64::from(self.hits) / f64::from(self.gold.max(1))
    }

    pub(crate) fn f1(self) -> f64 {
        2.0 * f64::from(self.hits) / f64::from((self.found + self.gold).max(1))
    }

    pub(crate) fn line(self, name: &str) -> String {
        format!(
            "{name:<28} P {:.3} R {:.3} F1 {:.3}  ({} of {} found, {} annotated)",
            self.precision(),
            self.recall(),
            self.f1(),
            self.hits,
            self.found,
            self.gold
        )
    }
}

/// The figures of several articles.
#[derive(Debug, Clone, Default)]
pub(crate) struct Score {
    pub(crate) any: Tally,
    pub(crate) classes: BTreeMap<String, Tally>,
    pub(crate) class: Tally,
    pub(crate) agent: Tally,
    pub(crate) victim: Tally,
}

impl Score {
    /// Adds an article; `errors` takes what went wrong.
    pub(crate) fn add(
        &mut self,
        text: &str,
        gold: &[Gold],
        found: &[Found],
        errors: &mut Vec<String>,
    ) {
        let pairs = pair(gold, found);
        for tally in [&mut self.any, &mut self.class] {
            tally.gold += gold.len() as u32;
            tally.found += found.len() as u32;
        }
        for gold in gold {
            self.classes.entry(gold.class.clone()).or_default().gold += 1;
            self.agent.gold += u32::from(gold.agent.is_some());
            self.victim.gold += u32::from(gold.victim.is_some());
        }
        for found in found {
            self.classes
                .entry(found.class.to_owned())
                .or_default()
                .found += 1;
            self.agent.found += u32::from(found.agent.is_some());
            self.victim.found += u32::from(found.victim.is_some());
        }
        let show =
            |part: Option<[usize; 2]>| part.map_or("–".to_owned(), |part| slice(text, part));
        for (gold, at) in gold.iter().zip(&pairs) {
            let Some(found) = at.map(|at| &found[at]) else {
                errors.push(format!(
                    "missed: {} [{}]",
                    slice(text, gold.span),
                    gold.class
                ));
                continue;
            };
            self.any.hits += 1;
            let (class, agent, victim) = (
                found.class == gold.class,
                same(gold.agent, found.agent),
                same(gold.victim, found.victim),
            );
            self.class.hits += u32::from(class);
            self.classes.entry(gold.class.clone()).or_default().hits += u32::from(class);
            self.agent.hits += u32::from(gold.agent.is_some() && agent);
            self.victim.hits += u32::from(gold.victim.is_some() && victim);
            if !class {
                errors.push(format!(
                    "class: {} is {}, found {}",
                    slice(text, gold.span),
                    gold.class,
                    found.class
                ));
            }
            if !agent {
                errors.push(format!(
                    "agent: {}: {} found {}",
                    slice(text, gold.span),
                    show(gold.agent),
                    show(found.agent)
                ));
            }
            if !victim {
                errors.push(format!(
                    "victim: {}: {} found {}",
                    slice(text, gold.span),
                    show(gold.victim),
                    show(found.victim)
                ));
            }
            if gold.unreal != found.unreal {
                errors.push(format!(
                    "unreal: {} is {}",
                    slice(text, gold.span),
                    gold.unreal
                ));
            }
        }
        for (at, found) in found.iter().enumerate() {
            if !pairs.contains(&Some(at)) {
                errors.push(format!(
                    "extra: {} [{}] S{} agent {} victim {}",
                    slice(text, found.predicate),
                    found.class,
                    found.sentence,
                    show(found.agent),
                    show(found.victim)
                ));
            }
        }
    }

    pub(crate) fn report(&self) -> String {
        let mut lines = vec![
            self.any.line("construction"),
            self.class.line("construction and class"),
            self.agent.line("agent"),
            self.victim.line("victim"),
        ];
        for (name, tally) in &self.classes {
            lines.push(tally.line(&format!("  {name}")));
        }
        lines.join("\n")
    }
}
