//! The rows of a comparison, in the order in which a careful reader would ask.

use super::figures::{NONE, counted, interval, percent, value, whole};
use super::loaded::measurement;
use super::rich::{Rich, ellipsis};
use super::{speakers, story};
use crate::attribution::Form;
use crate::lexicon::Stance;
use crate::measure::{MarkerClass, Measurement};
use crate::report::ArticleReport;

/// One article's cell.
type CellOf = fn(&ArticleReport) -> Rich;

/// Label and cell of every row.
pub(super) const ROWS: &[(&str, CellOf)] = &[
    ("headline names a source", headline),
    ("body words", |article| text(&whole(article.words))),
    ("reported share", |article| {
        measured(article, "reported.share")
    }),
    ("  of it quoted", |article| {
        measured(article, "reported.direct")
    }),
    ("sources (effective)", sources),
    ("top source share", |article| {
        measured(article, "sources.top.share")
    }),
    ("anonymous / with reason", anonymous),
    ("doubting cues", doubting),
    ("says what was checked", |article| {
        markers(article, MarkerClass::Verification)
    }),
    ("says who was asked", |article| {
        markers(article, MarkerClass::ReplySought)
    }),
    ("strong loaded, author", |article| {
        out_of(article, "loaded.strong.author")
    }),
    ("strong loaded, reported", |article| {
        out_of(article, "loaded.strong.reported")
    }),
    ("all loaded /1,000, author", all_loaded),
    ("story starts", story::start),
];

/// Measures of these rows that may have no value.
pub(super) const DASHED: &[&str] = &[
    "reported.share",
    "reported.direct",
    "sources.top.share",
    "sources.effective",
];

fn text(text: &str) -> Rich {
    Rich::new().text(text)
}

/// A value in its unit with its interval, where it has one; or a dash.
fn measured(article: &ArticleReport, id: &str) -> Rich {
    let Some(measured) = measurement(article, id) else {
        return text(NONE);
    };
    let Some(found) = measured.value else {
        return text(NONE);
    };
    let range = measured
        .interval
        .as_ref()
        .map_or_else(String::new, |range| {
            format!(" [{}]", interval(range, measured.unit))
        });
    text(&format!("{}{range}", value(found, measured.unit)))
}

/// `4 in 215`.
fn out_of(article: &ArticleReport, id: &str) -> Rich {
    text(&measurement(article, id).map_or_else(|| NONE.to_owned(), count_in))
}

fn count_in(measured: &Measurement) -> String {
    match (measured.count, measured.per) {
        (Some(count), Some(per)) => format!("{} in {}", whole(count), whole(per)),
        (Some(count), None) => whole(count),
        (None, _) => NONE.to_owned(),
    }
}

/// A rate with its interval, or the count where the text is too short for a rate.
fn all_loaded(article: &ArticleReport) -> Rich {
    let Some(measured) = measurement(article, "loaded.all.author") else {
        return text(NONE);
    };
    let Some(rate) = measured.value else {
        return text(&count_in(measured));
    };
    let range = measured
        .interval
        .as_ref()
        .map_or_else(String::new, |range| {
            format!(" [{}]", interval(range, measured.unit))
        });
    text(&format!("{}{range}", value(rate, measured.unit)))
}

/// Whether somebody stands behind the headline.
fn headline(article: &ArticleReport) -> Rich {
    let Some(headline) = &article.headline else {
        return text("no headline");
    };
    let id = headline.attribution.as_ref();
    let of = id.and_then(|id| article.attributions.iter().find(|of| of.id == *id));
    match of {
        Some(of) if headline.form == Some(Form::TopicNominal) => {
            text(&format!("talks of {}", ellipsis(&of.source.text, 32)))
        }
        Some(of) => text(&format!("yes: {}", ellipsis(&of.source.text, 40))),
        None if headline.attributed => text("yes"),
        None if headline.dropped.is_some() => text("no, only the body does"),
        None => text("no"),
    }
}

fn sources(article: &ArticleReport) -> Rich {
    let count = whole(speakers::heard(article).len() as u32);
    let effective = measurement(article, "sources.effective")
        .and_then(|measured| Some(value(measured.value?, measured.unit)));
    text(&effective.map_or(count.clone(), |effective| format!("{count} ({effective})")))
}

fn anonymous(article: &ArticleReport) -> Rich {
    let anonymous: Vec<_> = speakers::heard(article)
        .into_iter()
        .filter(|source| source.anonymous)
        .collect();
    let with_reason = anonymous
        .iter()
        .filter(|source| source.reason.is_some())
        .count();
    let words: u32 = anonymous.iter().map(|source| source.words).sum();
    let share = if words > 0 && article.voices.reported > 0 {
        format!(
            " ({} of words)",
            percent(f64::from(words) / f64::from(article.voices.reported))
        )
    } else {
        String::new()
    };
    text(&format!("{} / {}{share}", anonymous.len(), with_reason))
}

fn doubting(article: &ArticleReport) -> Rich {
    let cues: Vec<&str> = article
        .attributions
        .iter()
        .filter(|attribution| attribution.stance == Stance::Doubting && attribution.counts())
        .map(|attribution| attribution.cue.text.as_str())
        .collect();
    if cues.is_empty() {
        text("0")
    } else {
        text(&format!(
            "{} ({})",
            cues.len(),
            ellipsis(&cues.join(", "), 40)
        ))
    }
}

fn markers(article: &ArticleReport, class: MarkerClass) -> Rich {
    match article
        .markers
        .iter()
        .filter(|marker| marker.class == class)
        .count() as u32
    {
        0 => text("no"),
        1 => text("yes"),
        times => text(&format!("yes, {}", counted(times, "time", "times"))),
    }
}
