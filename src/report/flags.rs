//! What a reader should not miss in one article, in words; every format shows the same.

use super::{ArticleReport, AttributionReport, SourceReport};
use crate::lexicon::Stance;

/// From this part of the reported words on, one source dominates.
const DOMINATES: f64 = 0.75;

/// The flags, what weighs most first.
pub(super) fn flags(article: &ArticleReport) -> Vec<String> {
    let mut heard: Vec<&SourceReport> = article
        .sources
        .iter()
        .filter(|source| source.words > 0)
        .collect();
    heard.sort_by_key(|source| std::cmp::Reverse(source.words));
    let mut flags = Vec::new();
    flags.extend(unheard(article));
    flags.extend(concentrated(&heard, article.voices.reported));
    flags.extend(anonymous(&heard));
    flags.extend(
        article
            .attributions
            .iter()
            .filter_map(|attribution| doubting(attribution, article)),
    );
    flags
}

fn unheard(article: &ArticleReport) -> Option<String> {
    (article.voices.reported == 0 && article.words > 0)
        .then(|| "nobody is reported or quoted: every statement is the outlet's own".to_owned())
}

fn concentrated(heard: &[&SourceReport], reported: u32) -> Option<String> {
    let top = heard.first()?;
    if heard.len() == 1 && top.words == reported {
        return Some(format!("all reported words are one source's: {}", top.name));
    }
    let share = f64::from(top.words) / f64::from(reported.max(1));
    (share >= DOMINATES).then(|| {
        format!(
            "one source has {:.0}% of the reported words: {}",
            100.0 * share,
            top.name
        )
    })
}

fn anonymous(heard: &[&SourceReport]) -> Option<String> {
    let anonymous: Vec<_> = heard.iter().filter(|source| source.anonymous).collect();
    let with_reason = anonymous
        .iter()
        .filter(|source| source.reason.is_some())
        .count();
    let reason = match (with_reason, anonymous.len()) {
        (_, 0) => return None,
        (0, _) => "no reason is given".to_owned(),
        (some, all) if some == all => "a reason is given".to_owned(),
        (some, _) => format!("a reason is given for {some}"),
    };
    let verb = if anonymous.len() == 1 { "is" } else { "are" };
    let sources = if heard.len() == 1 {
        "source"
    } else {
        "sources"
    };
    Some(format!(
        "{} of {} {sources} {verb} anonymous; {reason}",
        anonymous.len(),
        heard.len()
    ))
}

fn doubting(attribution: &AttributionReport, article: &ArticleReport) -> Option<String> {
    if attribution.stance != Stance::Doubting || !attribution.counts() {
        return None;
    }
    let id = attribution.source.source_id.as_ref();
    let source = id.and_then(|id| article.sources.iter().find(|source| source.id == *id));
    let name = source.map_or("nobody who is named", |source| &source.name);
    Some(format!(
        "doubting cue \"{}\" [S{}] for {name}",
        attribution.cue.text, attribution.sentence
    ))
}
