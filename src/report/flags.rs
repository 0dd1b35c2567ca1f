//! What a reader should not miss in one article, in words; every format shows the same.

use super::{ArticleReport, AttributionReport, SideReport, SourceReport};
use crate::lexicon::Stance;
use crate::measure::Reply;

/// From this part of the reported words on, one source dominates.
const DOMINATES: f64 = 0.75;
/// How many things that are held against a side a flag names.
const GROUNDS: usize = 6;

/// The flags, what weighs most first.
pub(super) fn flags(article: &ArticleReport) -> Vec<String> {
    let mut heard: Vec<&SourceReport> = article
        .sources
        .iter()
        .filter(|source| source.words > 0)
        .collect();
    heard.sort_by_key(|source| std::cmp::Reverse(source.words));
    let mut flags = Vec::new();
    flags.extend(
        article
            .sides
            .iter()
            .filter_map(|side| accused(side, article)),
    );
    flags.extend(unheard(article));
    flags.extend(one_sided(article));
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

/// A side against which something is said, and which is not heard.
fn accused(side: &SideReport, article: &ArticleReport) -> Option<String> {
    if !side.accused_without_a_voice {
        return None;
    }
    let grounds: Vec<String> = side
        .accusations
        .iter()
        .take(GROUNDS)
        .filter_map(|id| ground(&id.to_string(), article))
        .collect();
    let more = match side.accusations.len().saturating_sub(grounds.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let asked = match side.reply {
        Reply::Sought => "the article says that it was asked",
        Reply::SoughtOfSomebody => "the article says that somebody was asked",
        Reply::NotSaid => "the article does not say that it was asked",
    };
    Some(format!(
        "{} is accused without a voice: {}{more}; no word of it is reported, and {asked}",
        side.label,
        grounds.join(" ")
    ))
}

/// What is held against a side, with its place: `illegal[S15]`.
fn ground(id: &str, article: &ArticleReport) -> Option<String> {
    let term = article.loaded.iter().find(|term| term.id == id);
    let found = term.map(|term| (&term.text, term.sentence));
    let cue = || {
        let cue = article.attributions.iter().find(|one| one.id == id);
        cue.map(|one| (&one.cue.text, one.sentence))
    };
    let harm = || {
        let harm = article.harm.iter().find(|one| one.id == id);
        harm.map(|one| (&one.predicate.text, one.sentence))
    };
    let (text, sentence) = found.or_else(cue).or_else(harm)?;
    let place = match sentence {
        0 => "headline".to_owned(),
        number => format!("S{number}"),
    };
    Some(format!("{text}[{place}]"))
}

/// All that is reported is one side's.
fn one_sided(article: &ArticleReport) -> Option<String> {
    let mut heard = article.sides.iter().filter(|side| side.words > 0);
    let side = heard.next()?;
    let only = heard.next().is_none() && side.words == article.voices.reported;
    only.then(|| format!("all reported words come from one side: {}", side.label))
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
