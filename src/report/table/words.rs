//! The words with which tables name what the model has as codes.

use crate::article::{OutletFrom, ZoneKind};
use crate::lexicon::{SourceKind, Stance, TermStatus};
use crate::report::ArticleReport;

/// A text of several lines on one; as many characters as before, so that places in it stay.
pub(super) fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

/// A kind of source.
pub(in crate::report) const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "official",
        SourceKind::Security => "army or police",
        SourceKind::PartyPolitics => "party politics",
        SourceKind::Business => "business",
        SourceKind::Labour => "labour",
        SourceKind::Expert => "expert",
        SourceKind::Igo => "between governments",
        SourceKind::Ngo => "NGO",
        SourceKind::Media => "media",
        SourceKind::Citizen => "citizen",
        SourceKind::VictimFamily => "victim, family",
        SourceKind::Document => "document",
        SourceKind::Unknown => "not stated",
    }
}

/// What the choice of a cue does.
pub(in crate::report) const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::NeutralSpeech => "neutral",
        Stance::NeutralEvidential => "names the source",
        Stance::NeutralAnnounce => "announces",
        Stance::NeutralTopic => "names a topic",
        Stance::Endorsing => "vouches for it",
        Stance::Doubting => "doubts it",
        Stance::Arguing => "argues",
        Stance::Conceding => "concedes",
        Stance::Denying => "denies",
        Stance::Accusing => "accuses",
        Stance::Emotive => "shows feeling",
        Stance::DirectiveMild => "asks",
        Stance::DirectiveStrong => "demands",
        Stance::Commissive => "promises",
        Stance::EvaluativePositive => "praises",
        Stance::EvaluativeNegative => "disapproves",
        Stance::Mental => "thinks or wishes",
    }
}

/// The stances, those first that say most about the outlet.
pub(in crate::report) const STANCES: [Stance; 16] = [
    Stance::Doubting,
    Stance::Endorsing,
    Stance::Accusing,
    Stance::Denying,
    Stance::Conceding,
    Stance::Emotive,
    Stance::Arguing,
    Stance::DirectiveStrong,
    Stance::DirectiveMild,
    Stance::Commissive,
    Stance::EvaluativeNegative,
    Stance::EvaluativePositive,
    Stance::NeutralSpeech,
    Stance::NeutralEvidential,
    Stance::NeutralAnnounce,
    Stance::NeutralTopic,
];

/// Why a loaded word is listed but not counted.
pub(in crate::report) const fn status(status: TermStatus) -> &'static str {
    match status {
        TermStatus::Plain => "",
        TermStatus::Negated => "denied",
        TermStatus::Distanced => "held at arm's length",
        TermStatus::InName => "part of a name",
        TermStatus::Suppressed => "another sense",
        TermStatus::Institutional => "a court's word",
    }
}

/// A part of the text.
pub(in crate::report) const fn zone(zone: ZoneKind) -> &'static str {
    match zone {
        ZoneKind::Metadata => "metadata",
        ZoneKind::Boilerplate => "boilerplate",
        ZoneKind::Headline => "headline",
        ZoneKind::Deck => "deck",
        ZoneKind::Byline => "byline",
        ZoneKind::Dateline => "dateline",
        ZoneKind::Subhead => "subhead",
        ZoneKind::Caption => "caption",
        ZoneKind::Body => "body",
    }
}

/// The outlet as shown: the name of a file is written as words.
pub(in crate::report) fn outlet(article: &ArticleReport) -> String {
    match article.outlet_from {
        OutletFrom::FileName => {
            let words = article
                .outlet
                .split(['-', '_'])
                .filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(" ")
        }
        OutletFrom::Metadata | OutletFrom::Byline => article.outlet.clone(),
    }
}

/// Where an outlet's name was found, where a reader should know.
pub(in crate::report) const fn outlet_from(from: OutletFrom) -> &'static str {
    match from {
        OutletFrom::Metadata => "",
        OutletFrom::Byline => " (from the byline)",
        OutletFrom::FileName => " (from the file's name)",
    }
}
