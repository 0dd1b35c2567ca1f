//! The table of sources, and what a reader should know beside the numbers.

use super::findings::{SourceReport, UnresolvedReport};
use super::numbers;
use super::view::View;
use crate::article::ZoneKind;
use crate::source::{Anonymity, Doubt, Source};

impl View<'_> {
    pub(super) fn sources(&self) -> Vec<SourceReport> {
        let sources = &self.analysis.sources;
        let reported = self.analysis.voices.reported;
        sources
            .speaking()
            .map(|(index, source)| {
                let (anonymity, described) = anonymity(source);
                let first = source.attributions.iter().min();
                let notes = sources.notes.iter().filter(|note| note.source == index);
                SourceReport {
                    id: self.measured.ids.sources[index].to_string(),
                    name: source.name.clone(),
                    role: source.role.clone(),
                    organisation: source.organisation.clone(),
                    via: source.via.clone(),
                    kind: source.kind,
                    side: self.side_of_source(index),
                    anonymous: source.anonymity.is_anonymous(),
                    anonymity: anonymity.to_owned(),
                    described,
                    reason: source.reason.as_ref().map(|why| self.passage(why).text),
                    words: source.words,
                    direct_words: source.direct_words,
                    joint: source.joint,
                    share: (reported > 0)
                        .then(|| numbers::round(f64::from(source.words) / f64::from(reported), 3)),
                    reports: source.reports,
                    speech_acts: source.speech_acts,
                    cues: self.cues(source),
                    first_sentence: first.map_or(0, |&first| {
                        self.sentence_number(self.analysis.attributions[first].sentence)
                    }),
                    mentions: source
                        .mentions
                        .iter()
                        .map(|mention| self.passage(&mention.tokens).span)
                        .collect(),
                    notes: notes.map(|note| self.doubt(note)).collect(),
                }
            })
            .collect()
    }

    pub(super) fn unresolved(&self) -> UnresolvedReport {
        let unresolved = &self.analysis.sources.unresolved;
        UnresolvedReport {
            words: unresolved.words,
            direct_words: unresolved.direct_words,
            reports: unresolved.reports,
            speech_acts: unresolved.speech_acts,
        }
    }

    /// Base forms of the cues of a source, each once, in the order of the text.
    fn cues(&self, source: &Source) -> Vec<String> {
        let mut cues: Vec<String> = Vec::new();
        for &index in &source.attributions {
            let attribution = &self.analysis.attributions[index];
            let known = cues.contains(&attribution.cue.lemma);
            if attribution.counts() && !attribution.cue.lemma.is_empty() && !known {
                cues.push(attribution.cue.lemma.clone());
            }
        }
        cues
    }

    fn doubt(&self, note: &crate::source::Note) -> String {
        let (mention, other) = (
            self.passage(&note.mention).text,
            self.passage(&note.other).text,
        );
        match note.why {
            Doubt::RoleThenName => {
                format!("\"{mention}\" may be \"{other}\": no link in the text")
            }
            Doubt::SharedName => {
                format!("\"{mention}\" may be \"{other}\": two full names share the last name")
            }
            Doubt::SeveralCandidates => {
                format!("\"{mention}\" was taken for \"{other}\", the most recent of several")
            }
        }
    }

    /// What a reader should know of the whole article, one sentence each.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        let article = self.analysis.article;
        if self.analysis.document.body_words() == 0 {
            notes.push("The article has no body text: nothing can be measured.".to_owned());
        }
        if let Some(genre) = &article.genre {
            notes.push(format!("Labelled \"{genre}\": not a news report."));
        }
        notes.extend(
            self.analysis
                .sources
                .notes
                .iter()
                .map(|note| capitalised(self.doubt(note)) + "."),
        );
        if !article
            .zones
            .iter()
            .any(|zone| zone.kind == ZoneKind::Headline)
            && article.title.is_none()
        {
            notes.push("No headline was found.".to_owned());
        }
        notes
    }
}

const fn anonymity(source: &Source) -> (&'static str, Option<u8>) {
    match source.anonymity {
        Anonymity::Named => ("named", None),
        Anonymity::UnnamedSpokesperson => ("unnamed_spokesperson", None),
        Anonymity::Collective => ("collective", None),
        Anonymity::Anonymous { level } => ("anonymous", Some(level)),
    }
}

fn capitalised(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}
