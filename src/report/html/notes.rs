//! What a reader learns about a marked stretch of text: what it is, why it is in the packs, and which figures it counts in.

use super::marks::Layer;
use super::{Shown, safe};
use crate::attribution::Voice;
use crate::lexicon::Level;
use crate::measure::{MarkerClass, Measurement, Trigger, find};
use crate::report::table::figures::{counted, place};
use crate::report::table::harm::class;
use crate::report::table::{ellipsis, words};
use crate::report::{
    ArticleReport, AttributionReport, ClaimReport, HarmReport, MarkerReport, MentionReport, Report,
    TermReport, numbers,
};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Characters of a passage that are repeated in a note.
const PASSAGE: usize = 90;
/// Figures that a note names.
const FIGURES: usize = 4;

/// Figures by the things that they count.
type Counted<'a> = BTreeMap<String, Vec<&'a Measurement>>;

/// All notes of an article. The page shows them one by one; without a script, on paper and for whoever wants them all, they are a list.
pub(super) fn notes(report: &Report, shown: &Shown<'_>) -> Markup {
    let article = shown.article;
    let mut counted: Counted<'_> = BTreeMap::new();
    for measured in &article.measures {
        for id in &measured.evidence {
            counted.entry(id.to_string()).or_default().push(measured);
        }
    }
    let mut all: Vec<(u32, Layer, &str, Markup)> = Vec::new();
    for term in &article.loaded {
        all.push((term.start, Layer::Loaded, &term.id, loaded(report, term)));
    }
    for term in &article.epistemic {
        all.push((
            term.start,
            Layer::Certainty,
            &term.id,
            epistemic(report, term),
        ));
    }
    for found in &article.attributions {
        let spans = [&found.cue.spans, &found.source.spans, &found.content.spans];
        let at = spans.into_iter().flatten().map(|span| span[0]).min();
        let note = attribution(article, found);
        all.push((at.unwrap_or(0), Layer::Attributions, &found.id, note));
    }
    for found in &article.markers {
        all.push((found.span[0], Layer::Checks, &found.id, marker(found)));
    }
    for found in &article.claims {
        all.push((found.span[0], Layer::Claims, &found.id, claim(found)));
    }
    for found in &article.harm {
        all.push((found.predicate.span[0], Layer::Harm, &found.id, harm(found)));
    }
    for found in &article.mentions {
        all.push((
            found.span[0],
            Layer::Sides,
            &found.id,
            mention(article, found),
        ));
    }
    all.sort_by_key(|(at, layer, ..)| (*at, *layer));
    html! {
        details.notes {
            summary { "All marks of this text, one by one (" (all.len()) ")" }
            ul {
                @for (_, layer, id, note) in &all {
                    li id={ (shown.key) "-" (id) } data-layer=(layer.code()) {
                        (note)
                        (figures(counted.get(*id)))
                    }
                }
            }
        }
    }
}

/// The figures that something counts in.
fn figures(measured: Option<&Vec<&Measurement>>) -> Markup {
    let Some(measured) = measured else {
        return html! {};
    };
    html! {
        p.counts {
            "Counts in: "
            @for (index, found) in measured.iter().take(FIGURES).enumerate() {
                @if index > 0 { "; " }
                (find(found.id).map_or(found.id, |measure| measure.name)) " " b { (numbers::measurement(found)) }
                @if let (Some(_), Some(count), Some(per)) = (found.value, found.count, found.per) {
                    " (" (numbers::grouped(u64::from(count))) " of " (numbers::grouped(u64::from(per))) ")"
                }
            }
            @if let Some(more) = measured.len().checked_sub(FIGURES).filter(|more| *more > 0) {
                "; and " (more) " more"
            }
            "."
        }
    }
}

fn head(text: &str, what: &str, place: &str) -> Markup {
    html! {
        p.what {
            b { "“" bdi { (safe(&ellipsis(text, PASSAGE))) } "”" }
            " " span.kind { (what) } " " span.at { (place) }
        }
    }
}

fn loaded(report: &Report, term: &TermReport) -> Markup {
    let strength = match term.weight {
        1 => "mild",
        2 => "strong",
        _ => "very strong",
    };
    let voice = match term.voice {
        Voice::Author => "the outlet’s own word",
        Voice::Reported if term.quoted => "a source’s word, quoted",
        Voice::Reported => "in a source’s mouth, paraphrased",
        Voice::Ambiguous => "nobody can tell whose word",
    };
    let what = format!("loaded word, {strength} · {} · {voice}", kind(term));
    html! {
        (head(&term.text, &what, &place(term.sentence, term.zone)))
        @if !term.status.counts() {
            p { "Listed, not counted: " (words::status(term.status)) "." }
        }
        (why(report, term))
    }
}

fn epistemic(report: &Report, term: &TermReport) -> Markup {
    html! {
        (head(&term.text, &format!("certainty · {}", kind(term)), &place(term.sentence, term.zone)))
        (why(report, term))
    }
}

fn kind(term: &TermReport) -> String {
    term.category.code().replace('_', " ")
}

/// Why the entry is in its pack.
fn why(report: &Report, term: &TermReport) -> Markup {
    let Some(rationale) = report.rationales.get(&term.entry) else {
        return html! {};
    };
    html! {
        p { (safe(&rationale.why)) }
        @if !rationale.alternatives.is_empty() {
            p { "Other wording: " (safe(&rationale.alternatives.join(" · "))) }
        }
    }
}

fn attribution(article: &ArticleReport, found: &AttributionReport) -> Markup {
    let level = match found.level {
        Level::Report => "reported words",
        Level::SpeechAct => "an act of speech, not its words",
        Level::Mental => "a thought or wish",
        Level::Vague => "said by nobody in particular",
    };
    let what = format!("{level} · {}", words::stance(found.stance));
    let cue = if found.cue.text.is_empty() {
        "quotation"
    } else {
        &found.cue.text
    };
    let source = found.source.source_id.as_ref();
    let source = source.and_then(|id| article.sources.iter().find(|source| source.id == *id));
    let counts = if found.negated {
        " The verb is denied: listed, not counted."
    } else if found.conditional {
        " The verb is hypothetical: listed, not counted."
    } else {
        ""
    };
    html! {
        (head(cue, &what, &place(found.sentence, found.zone)))
        p {
            @match source {
                Some(source) => {
                    "Source: " b { bdi { (safe(&ellipsis(&source.name, PASSAGE))) } }
                    @if !source.role.is_empty() && source.role != source.name { ", " bdi { (safe(&ellipsis(&source.role, PASSAGE))) } }
                    " (" (words::kind(source.kind))
                    @let anonymity = crate::report::table::speakers::anonymity(source);
                    @if !anonymity.is_empty() { ", " (anonymity) }
                    ")"
                },
                None if found.source.text.is_empty() => "Source: nobody is named",
                None => { "Source: " b { bdi { (safe(&ellipsis(&found.source.text, PASSAGE))) } } },
            }
            "; " (counted(found.words, "word is attributed", "words are attributed"))
            ", " (found.direct_words) " in quotation marks." (counts)
        }
    }
}

fn marker(found: &MarkerReport) -> Markup {
    let what = match found.class {
        MarkerClass::Verification => "says what was checked, or could not be",
        MarkerClass::ReplySought => "says who was asked",
        MarkerClass::Vague => "given to nobody in particular",
        MarkerClass::ScareQuote => "quotation marks around a word that nobody is said to have used",
    };
    let at = if found.sentence > 0 {
        format!("S{}", found.sentence)
    } else {
        "beside the body".to_owned()
    };
    head(&found.text, what, &at)
}

fn claim(found: &ClaimReport) -> Markup {
    html! {
        p.what {
            b { "A claim in the outlet’s own voice" } " " span.at { "S" (found.sentence) }
        }
        p {
            "Nobody is named for it in this sentence. What makes it a claim: "
            @for (index, trigger) in found.triggers.iter().enumerate() {
                @if index > 0 { ", " }
                "“" bdi { (safe(&ellipsis(&trigger.text, PASSAGE))) } "” (" (of(trigger.trigger)) ")"
            }
            "."
        }
    }
}

fn harm(found: &HarmReport) -> Markup {
    let what = format!("harm · {}", class(found.class));
    html! {
        (head(&found.text, &what, &place(found.sentence, found.zone)))
        p {
            "Who does it: "
            @match &found.agent {
                Some(agent) => b { bdi { (safe(&ellipsis(&agent.text, PASSAGE))) } },
                None => "not said in this sentence",
            }
            ". Who suffers it: "
            @match &found.victim {
                Some(victim) => b { bdi { (safe(&ellipsis(&victim.text, PASSAGE))) } },
                None => "not said in this sentence",
            }
            "."
            @if found.agent.is_none() {
                @if found.agent_elsewhere.is_some() { " The article names somebody for the like elsewhere." }
                @else { " Nobody is named for it elsewhere in the article." }
            }
        }
    }
}

fn mention(article: &ArticleReport, found: &MentionReport) -> Markup {
    let side = article.sides.iter().find(|side| side.side == found.side);
    let label = side.map_or(found.side.as_str(), |side| side.label.as_str());
    let at = if found.sentence > 0 {
        format!("S{}", found.sentence)
    } else {
        "beside the body".to_owned()
    };
    head(
        &found.text,
        &format!("names a declared side: {}", safe(label)),
        &at,
    )
}

const fn of(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::CasualtyFigure => "a figure of people harmed",
        Trigger::DamageFigure => "a figure of damage",
        Trigger::Intent => "a purpose",
        Trigger::LegalMoral => "a legal or moral verdict",
        Trigger::ContestedStatus => "a disputed status",
        Trigger::Cause => "a cause of harm",
        Trigger::Comparison => "a comparison",
        Trigger::HarmAgent => "a harm and who does it",
    }
}
