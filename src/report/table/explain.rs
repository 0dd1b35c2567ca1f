//! How parts of a report came about, traced back to the text.

use super::figures::{counted, place};
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::words;
use crate::framing::harm::Reality;
use crate::report::{ArticleReport, AttributionReport, Place};

/// A part of a report that can be traced back to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Which block of the text is headline, byline, body, boilerplate.
    Zones,
    /// Every attribution with its cue and its content.
    Attributions,
    /// The sentences that claim something in the outlet's own voice.
    Claims,
    /// Every word for a thing that has several names, and who uses it.
    Naming,
    /// The sentences that go back behind the event.
    Context,
    /// What the headline says and leaves out.
    Headline,
    /// Which sentences of several articles are taken for the same fact.
    Alignment,
    /// Every harm construction with its class, agent and victim.
    Harm,
}

impl Part {
    /// Whether it is about an article, not about what is found between several.
    pub(super) const fn is_of_article(self) -> bool {
        !matches!(self, Self::Alignment)
    }
}

/// Writes a part of one article.
pub(super) fn section(part: Part, article: &ArticleReport, page: &mut Page) {
    let text = article.text.as_deref().unwrap_or_default();
    let text = Indexed::new(text);
    match part {
        Part::Zones => zones(article, &text, page),
        Part::Attributions => attributions(article, &text, page),
        Part::Claims => claims(article, &text, page),
        Part::Naming => super::naming::explained(article, page),
        Part::Context => super::story::explained(article, page),
        Part::Headline => super::story::headline(article, page),
        Part::Alignment => {}
        Part::Harm => harm(article, page),
    }
}

/// A text that is cut at code points.
struct Indexed<'t> {
    text: &'t str,
    /// Byte of each code point, and of the end.
    starts: Vec<usize>,
}

impl<'t> Indexed<'t> {
    fn new(text: &'t str) -> Self {
        let starts = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        Self { text, starts }
    }

    fn slice(&self, [start, end]: Place) -> &'t str {
        let at = |point: u32| {
            self.starts
                .get(point as usize)
                .copied()
                .unwrap_or(self.text.len())
        };
        self.text.get(at(start)..at(end)).unwrap_or_default()
    }
}

fn zones(article: &ArticleReport, text: &Indexed<'_>, page: &mut Page) {
    page.heading(
        "ZONES",
        "the part that each block of the text plays; rates count the body only",
    );
    let room = page.width().saturating_sub(16).max(20);
    for zone in &article.zones {
        let block = ellipsis(text.slice([zone.start, zone.end]), room);
        page.entry(
            &Rich::new().toned(words::zone(zone.zone), Tone::Dim),
            11,
            &Rich::new().text(&block),
        );
    }
}

fn attributions(article: &ArticleReport, text: &Indexed<'_>, page: &mut Page) {
    page.heading(
        "ATTRIBUTIONS",
        "source · cue · content, in the order of the text",
    );
    for attribution in &article.attributions {
        page.hanging(2, 6, &attributed(attribution, text));
    }
    if article.attributions.is_empty() {
        page.line(&Rich::new().text("none found"));
    }
}

fn attributed(attribution: &AttributionReport, text: &Indexed<'_>) -> Rich {
    const CONTENT: usize = 160;
    let source = match attribution.source.text.as_str() {
        "" => "(nobody named)",
        source => source,
    };
    let content: Vec<&str> = attribution
        .content
        .spans
        .iter()
        .map(|span| text.slice(*span))
        .collect();
    let mut remarks = vec![
        attribution.level.name().replace('_', " "),
        words::stance(attribution.stance).to_owned(),
        counted(attribution.words, "word", "words"),
    ];
    for (is, remark) in [
        (attribution.negated, "denied, not counted"),
        (attribution.conditional, "hypothetical, not counted"),
        (attribution.nested, "inside another"),
    ] {
        if is {
            remarks.push(remark.to_owned());
        }
    }
    Rich::new()
        .toned(
            &format!(
                "{} {}",
                attribution.id,
                place(attribution.sentence, attribution.zone)
            ),
            Tone::Dim,
        )
        .text(" ")
        .text(&ellipsis(source, CONTENT))
        .text(" · ")
        .toned(
            if attribution.cue.text.is_empty() {
                &attribution.cue.lemma
            } else {
                &attribution.cue.text
            },
            Tone::Title,
        )
        .text(" · ")
        .text(&ellipsis(&content.join(" … "), CONTENT))
        .toned(&format!(" ({})", remarks.join(", ")), Tone::Dim)
}

fn harm(article: &ArticleReport, page: &mut Page) {
    const PART: usize = 80;
    page.heading(
        "HARM",
        "who · word of harm · whom (class), in the order of the text",
    );
    for harm in &article.harm {
        let agent = harm.agent.as_ref().map(|agent| (&agent.text, &agent.side));
        let victim = harm
            .victim
            .as_ref()
            .map(|victim| (&victim.text, &victim.side));
        let part = |part: Option<(&String, &Option<String>)>| match part {
            None => "–".to_owned(),
            Some((text, None)) => ellipsis(text, PART),
            Some((text, Some(side))) => format!("{} [{side}]", ellipsis(text, PART)),
        };
        let mut remarks = vec![super::harm::class(harm.class).to_owned()];
        remarks.extend(match harm.reality {
            Reality::Plain => None,
            Reality::Negated => Some("denied, not counted".to_owned()),
            Reality::Hypothetical => Some("feared, planned or possible, not counted".to_owned()),
            Reality::Future => Some("to come, not counted".to_owned()),
        });
        remarks.extend(
            harm.agent_elsewhere
                .as_ref()
                .map(|id| format!("somebody is named in {id}")),
        );
        let line = Rich::new()
            .toned(
                &format!("{} {}", harm.id, place(harm.sentence, harm.zone)),
                Tone::Dim,
            )
            .text(&format!(" {} · ", part(agent)))
            .toned(&harm.predicate.text, Tone::Title)
            .text(&format!(" · {}", part(victim)))
            .toned(&format!(" ({})", remarks.join(", ")), Tone::Dim);
        page.hanging(2, 6, &line);
    }
    if article.harm.is_empty() {
        page.line(&Rich::new().text("none found"));
    }
}

fn claims(article: &ArticleReport, text: &Indexed<'_>, page: &mut Page) {
    page.heading(
        "CLAIMS",
        "in the outlet's own voice, with what makes them claims",
    );
    for claim in &article.claims {
        let triggers: Vec<String> = claim
            .triggers
            .iter()
            .map(|trigger| format!("\"{}\"", trigger.text))
            .collect();
        page.hanging(
            2,
            6,
            &Rich::new()
                .toned(&format!("S{}", claim.sentence), Tone::Dim)
                .text(" ")
                .text(&ellipsis(text.slice(claim.span), 400))
                .toned(&format!(" ({})", triggers.join(", ")), Tone::Dim),
        );
    }
    if article.claims.is_empty() {
        page.line(&Rich::new().text("none found"));
    }
}
