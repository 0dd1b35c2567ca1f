//! Two revisions of one article: what changed first, then sentence by sentence.

use super::figures::{counted, place};
use super::foot;
use super::page::{Look, Page};
use super::rich::{Rich, ellipsis};
use super::score;
use super::tone::Tone;
use super::words;
use crate::compare::revision::{ChangeKind, How};
use crate::report::revision::{
    ChangeReport, EditionReport, ExcerptReport, PairReport, RevisionReport, SentenceReport, line,
};

use std::collections::BTreeMap;

/// Columns that the words of one change may take.
const WORDS: usize = 60;
/// Columns that one text of a pair may take: some lines, not a page.
const SENTENCE: usize = 600;

/// The revisions as a page.
pub fn revision(report: &RevisionReport, look: Look) -> String {
    let mut page = Page::new(look);
    edition("-", &report.old, &mut page);
    edition("+", &report.new, &mut page);
    summary(report, &mut page);
    sentences(report, &mut page);
    if !report.notes.is_empty() {
        page.blank();
        for note in &report.notes {
            page.note(note);
        }
    }
    foot::packs(&report.lexicons, &report.tool_version, &mut page);
    page.into_text()
}

/// One of the two texts: its path, its date, its length, its headline.
fn edition(sign: &str, edition: &EditionReport, page: &mut Page) {
    let date = edition.published.as_deref().map_or("", score::day);
    page.ends(
        &Rich::new().toned(
            &format!("{sign} {}", ellipsis(&line(&edition.path), 100)),
            Tone::Title,
        ),
        &Rich::joined(
            [
                Rich::new().text(date),
                Rich::new().text(&counted(edition.words, "word", "words")),
            ]
            .into_iter()
            .filter(|part| !part.is_empty()),
            " · ",
        ),
    );
    if let Some(title) = &edition.title {
        page.hanging(2, 2, &Rich::new().text(&ellipsis(&line(title), 300)));
    }
}

/// What each kind is called.
const fn name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Headline => "headline reworded",
        ChangeKind::AttributionDropped => "attribution dropped",
        ChangeKind::AttributionAdded => "attribution added",
        ChangeKind::SourceUnnamed => "source no longer named",
        ChangeKind::SourceNamed => "source now named",
        ChangeKind::SourceExchanged => "another source",
        ChangeKind::Cue => "reporting verb",
        ChangeKind::HedgeDropped => "hedge dropped",
        ChangeKind::HedgeAdded => "hedge added",
        ChangeKind::BoosterDropped => "certainty dropped",
        ChangeKind::BoosterAdded => "certainty added",
        ChangeKind::AgentRemoved => "agent removed",
        ChangeKind::AgentNamed => "agent named",
        ChangeKind::Figure => "figure changed",
        ChangeKind::QuotationAltered => "quoted words changed",
        ChangeKind::QuotationCut => "quotation cut",
        ChangeKind::QuotationExtended => "quotation longer",
        ChangeKind::QuotationParaphrased => "no longer quoted",
        ChangeKind::QuotationMade => "now quoted",
        ChangeKind::LoadedExchanged => "loaded word for another",
        ChangeKind::LoadedAdded => "loaded word came",
        ChangeKind::LoadedDropped => "loaded word went",
        ChangeKind::CheckDropped => "check no longer stated",
        ChangeKind::CheckAdded => "check now stated",
        ChangeKind::SourceGone => "source gone",
        ChangeKind::SourceCame => "new source",
    }
}

/// All changes, a kind a line, what weighs most first.
fn summary(report: &RevisionReport, page: &mut Page) {
    page.heading(
        "WHAT CHANGED IN THE FRAMING",
        "old → new; S5 = fifth sentence of the body of the new text",
    );
    if report.changes.is_empty() {
        let reworded = report.counts.reworded + report.counts.added + report.counts.removed;
        page.line(&Rich::new().text(if reworded == 0 {
            "nothing: the texts are the same, word for word"
        } else {
            "nothing that this tool looks for"
        }));
        return;
    }
    let column = report
        .changes
        .iter()
        .map(|change| name(change.kind).len())
        .max()
        .unwrap_or(0);
    for same in report.changes.chunk_by(|one, other| one.kind == other.kind) {
        let parts = same.iter().map(|change| {
            Rich::joined(
                [
                    what(change),
                    Rich::new().toned(&format!("[{}]", where_is(change)), Tone::Dim),
                ],
                " ",
            )
        });
        page.entry(
            &Rich::new().text(name(same[0].kind)),
            column,
            &Rich::joined(parts, " · "),
        );
    }
}

/// Where a change stands: in the new text, or in the old where the sentence went.
fn where_is(change: &ChangeReport) -> String {
    match (&change.new, &change.old) {
        (Some(new), _) => place(new.sentence, new.zone),
        (None, Some(old)) => format!("was {}", place(old.sentence, old.zone)),
        (None, None) => String::new(),
    }
}

/// The words of a change.
fn what(change: &ChangeReport) -> Rich {
    let (old, new) = (change.old.as_ref(), change.new.as_ref());
    let arrow = |from: Rich, to: Rich| Rich::joined([from, to], " → ");
    match change.kind {
        ChangeKind::AttributionDropped => {
            arrow(said(old), Rich::new().text("the outlet's own word"))
        }
        ChangeKind::AttributionAdded => arrow(Rich::new().text("the outlet's own word"), said(new)),
        ChangeKind::SourceUnnamed | ChangeKind::SourceNamed | ChangeKind::SourceExchanged => {
            arrow(source(old), source(new))
        }
        ChangeKind::Headline => arrow(title(old), title(new)),
        ChangeKind::Cue => arrow(verb(old), verb(new)),
        ChangeKind::QuotationCut => dropped(old),
        ChangeKind::QuotationExtended => dropped(new),
        ChangeKind::QuotationAltered => arrow(dropped(old), dropped(new)),
        ChangeKind::QuotationParaphrased => said(old),
        ChangeKind::QuotationMade => said(new),
        ChangeKind::SourceGone => source(old),
        ChangeKind::SourceCame => source(new),
        _ => match (words_of(old), words_of(new)) {
            (Some(from), Some(to)) => arrow(from, to),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => Rich::new(),
        },
    }
}

fn quoted(text: &str) -> Rich {
    Rich::new().text(&format!("“{}”", ellipsis(&line(text), WORDS)))
}

fn words_of(excerpt: Option<&ExcerptReport>) -> Option<Rich> {
    let excerpt = excerpt.filter(|excerpt| !excerpt.text.is_empty())?;
    Some(quoted(&excerpt.text))
}

/// A headline, longer than other words.
fn title(excerpt: Option<&ExcerptReport>) -> Rich {
    excerpt.map_or_else(
        || Rich::new().text("none"),
        |excerpt| Rich::new().text(&format!("“{}”", ellipsis(&line(&excerpt.text), 3 * WORDS))),
    )
}

fn said(excerpt: Option<&ExcerptReport>) -> Rich {
    words_of(excerpt).unwrap_or_default()
}

fn source(excerpt: Option<&ExcerptReport>) -> Rich {
    let named = excerpt.and_then(|excerpt| excerpt.source.as_deref());
    Rich::new().text(&ellipsis(&line(named.unwrap_or("nobody")), WORDS))
}

fn verb(excerpt: Option<&ExcerptReport>) -> Rich {
    let stance = excerpt
        .and_then(|excerpt| excerpt.stance)
        .map_or("", words::stance);
    said(excerpt).toned(&format!(" ({stance})"), Tone::Dim)
}

fn dropped(excerpt: Option<&ExcerptReport>) -> Rich {
    let words = excerpt.map(|excerpt| excerpt.only_here.iter().map(|words| quoted(&words.text)));
    let joined = Rich::joined(words.into_iter().flatten(), ", ");
    if joined.is_empty() {
        Rich::new().text("nothing")
    } else {
        joined
    }
}

/// The sentences that hold a change, old above new.
fn sentences(report: &RevisionReport, page: &mut Page) {
    let counts = report.counts;
    let remark = [
        (counts.same, "the same"),
        (counts.reworded, "reworded"),
        (counts.removed, "removed"),
        (counts.added, "added"),
    ]
    .iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect::<Vec<_>>()
    .join(" · ");
    page.heading("SENTENCES", &remark);
    let by_id: BTreeMap<&str, &ChangeReport> = report
        .changes
        .iter()
        .map(|change| (change.id.as_str(), change))
        .collect();
    for pair in &report.pairs {
        let changes: Vec<&ChangeReport> = pair
            .changes
            .iter()
            .filter_map(|id| by_id.get(id.as_str()).copied())
            .collect();
        if changes.is_empty() {
            continue;
        }
        pair_of_texts(pair, page);
        let said = changes.iter().map(|change| {
            Rich::new()
                .toned(name(change.kind), Tone::Dim)
                .toned(": ", Tone::Dim)
        });
        let said = said.zip(&changes).map(|(label, change)| match change.kind {
            // Both stand right above.
            ChangeKind::Headline => Rich::new().toned(name(change.kind), Tone::Dim),
            _ => Rich::joined([label, what(change)], ""),
        });
        page.hanging(4, 4, &Rich::joined(said, " · "));
    }
    let silent = |how: How| {
        let unchanged = |pair: &&PairReport| pair.how == how && pair.changes.is_empty();
        report.pairs.iter().filter(unchanged).count() as u32
    };
    let quiet: Vec<String> = [
        (How::Reworded, "reworded"),
        (How::Removed, "removed"),
        (How::Added, "added"),
    ]
    .into_iter()
    .map(|(how, what)| (silent(how), what))
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect();
    if !quiet.is_empty() {
        let line = format!("without a change of framing: {}", quiet.join(" · "));
        page.line(&Rich::new().toned(&line, Tone::Dim));
    }
}

fn pair_of_texts(pair: &PairReport, page: &mut Page) {
    for (sign, sentences) in [("-", &pair.old), ("+", &pair.new)] {
        if let Some(first) = sentences.first() {
            let text: Vec<String> = sentences
                .iter()
                .map(|sentence| line(&sentence.text))
                .collect();
            let label = format!("{sign} {} ", at(first));
            page.hanging(
                2,
                4,
                &Rich::new()
                    .toned(&label, Tone::Title)
                    .text(&ellipsis(&text.join(" "), SENTENCE)),
            );
        }
    }
}

fn at(sentence: &SentenceReport) -> String {
    place(sentence.sentence, sentence.zone)
}
