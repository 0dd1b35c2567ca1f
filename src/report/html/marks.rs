//! What is marked in an article's text, in layers that a reader turns on and off.

use crate::attribution::Voice;
use crate::measure::MarkerClass;
use crate::report::{ArticleReport, AttributionReport, Place, TermReport};

/// A layer of marks: one button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Loaded,
    Quotations,
    Attributions,
    Certainty,
    Claims,
    Checks,
    Harm,
    Sides,
}

impl Layer {
    /// All layers, in the order of their buttons.
    pub(super) const ALL: [Self; 8] = [
        Self::Loaded,
        Self::Attributions,
        Self::Quotations,
        Self::Harm,
        Self::Checks,
        Self::Claims,
        Self::Certainty,
        Self::Sides,
    ];

    /// Its name in the page.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Loaded => "loaded",
            Self::Quotations => "quotations",
            Self::Attributions => "attributions",
            Self::Certainty => "certainty",
            Self::Claims => "claims",
            Self::Checks => "checks",
            Self::Harm => "harm",
            Self::Sides => "sides",
        }
    }

    /// What its button says.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Loaded => "Loaded words",
            Self::Quotations => "Quotations",
            Self::Attributions => "Who says it",
            Self::Certainty => "Certainty",
            Self::Claims => "Claims without a source",
            Self::Checks => "Checked and asked",
            Self::Harm => "Harm",
            Self::Sides => "Declared sides",
        }
    }

    /// The marks of the layer in words and as they look: class, and what it is.
    pub(super) const fn key(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Loaded => &[
                ("loaded strong own", "strong"),
                ("loaded mild own", "mild"),
                ("loaded mild theirs", "a source’s word"),
                ("loaded uncounted", "listed, not counted"),
            ],
            Self::Quotations => &[("quotation", "in quotation marks")],
            Self::Attributions => &[
                ("source", "source"),
                ("cue", "verb"),
                ("content", "what is attributed"),
            ],
            Self::Certainty => &[("certainty", "hedges, boosters, what is taken for granted")],
            Self::Claims => &[("claim", "no source in the sentence")],
            Self::Checks => &[("check", "what was checked, who was asked, who is vague")],
            Self::Harm => &[
                ("harm", "harm, who does it is named"),
                ("harm unnamed", "nobody is named for it"),
            ],
            Self::Sides => &[("side", "a declared side is named")],
        }
    }

    /// Whether it is shown before a reader chooses.
    pub(super) const fn at_first(self) -> bool {
        !matches!(self, Self::Certainty | Self::Claims | Self::Sides)
    }
}

/// A stretch of text that is marked.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The evidence id of the thing; empty for quotation marks, which need no note.
    pub(super) id: String,
    pub(super) layer: Layer,
    /// How it looks.
    pub(super) class: &'static str,
    pub(super) place: Place,
    /// Whether a reader can stop at it.
    pub(super) stop: bool,
}

/// The marks of an article, in no particular order.
pub(super) fn marks(article: &ArticleReport) -> Vec<Mark> {
    let mut marks: Vec<Mark> = article.loaded.iter().map(loaded).collect();
    marks.extend(article.epistemic.iter().map(|term| Mark {
        id: term.id.clone(),
        layer: Layer::Certainty,
        class: "certainty",
        place: [term.start, term.end],
        stop: true,
    }));
    for attribution in &article.attributions {
        attributed(attribution, &mut marks);
    }
    marks.extend(article.quotations.iter().map(|&place| Mark {
        id: String::new(),
        layer: Layer::Quotations,
        class: "quotation",
        place,
        stop: false,
    }));
    marks.extend(article.markers.iter().map(|marker| Mark {
        id: marker.id.clone(),
        layer: Layer::Checks,
        class: match marker.class {
            MarkerClass::Verification | MarkerClass::ReplySought => "check",
            MarkerClass::Vague | MarkerClass::ScareQuote => "check vague",
        },
        place: marker.span,
        stop: true,
    }));
    for claim in &article.claims {
        let mark = |place: Place, stop: bool, class: &'static str| Mark {
            id: claim.id.clone(),
            layer: Layer::Claims,
            class,
            place,
            stop,
        };
        marks.push(mark(claim.span, false, "claim"));
        let triggers = claim.triggers.iter();
        marks.extend(triggers.map(|trigger| mark(trigger.span, true, "claim trigger")));
    }
    marks.extend(article.harm.iter().map(|harm| Mark {
        id: harm.id.clone(),
        layer: Layer::Harm,
        class: if harm.agent.is_some() {
            "harm"
        } else {
            "harm unnamed"
        },
        place: harm.predicate.span,
        stop: true,
    }));
    marks.extend(article.mentions.iter().map(|mention| Mark {
        id: mention.id.clone(),
        layer: Layer::Sides,
        class: "side",
        place: mention.span,
        stop: true,
    }));
    marks
}

fn loaded(term: &TermReport) -> Mark {
    let own = term.voice == Voice::Author;
    Mark {
        id: term.id.clone(),
        layer: Layer::Loaded,
        class: match (term.status.counts(), term.weight >= 2, own) {
            (false, _, _) => "loaded uncounted",
            (true, true, true) => "loaded strong own",
            (true, true, false) => "loaded strong theirs",
            (true, false, true) => "loaded mild own",
            (true, false, false) => "loaded mild theirs",
        },
        place: [term.start, term.end],
        stop: true,
    }
}

/// Source and cue can be stopped at; where neither is named, the content can.
fn attributed(attribution: &AttributionReport, marks: &mut Vec<Mark>) {
    let mark = |place: Place, class: &'static str, stop: bool| Mark {
        id: attribution.id.clone(),
        layer: Layer::Attributions,
        class,
        place,
        stop,
    };
    let (sources, cues) = (&attribution.source.spans, &attribution.cue.spans);
    let anchored = !sources.is_empty() || !cues.is_empty();
    marks.extend(sources.iter().map(|&place| mark(place, "source", true)));
    marks.extend(cues.iter().map(|&place| mark(place, "cue", true)));
    let contents = attribution.content.spans.iter().enumerate();
    marks.extend(contents.map(|(index, &place)| mark(place, "content", !anchored && index == 0)));
}
