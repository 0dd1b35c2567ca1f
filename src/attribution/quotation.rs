//! Quotations without a cue of their own: those that continue a speaker, and orphans (measures §3.5 D–E).

use super::{Attribution, Confidence, Cue as CueSpan, Form, Scene};
use crate::lexicon::{Level, Stance, WordClass};
use crate::text::TokenIndex;
use std::ops::Range;

/// Fewest words of a quotation that is taken for speech.
const SPEECH: u32 = 4;

/// Gives sentences that are wholly quoted to the speaker before them.
pub(super) fn complete(scene: &Scene<'_>, found: &mut Vec<Attribution>) {
    found.sort_by_key(first_token);
    let listed = found.len();
    let mut covered = vec![false; scene.document.tokens.len()];
    for attribution in found.iter() {
        for range in &attribution.content {
            covered[range.clone()].fill(true);
        }
    }
    let mut speakers = Speakers::default();
    for index in 0..scene.document.quotations.len() {
        let quotation = &scene.document.quotations[index];
        if quotation.depth > 0 || quotation.words < SPEECH || covered[quotation.inner.start] {
            continue;
        }
        let outer = quotation.outer.clone();
        let sentence = scene.document.sentence_of(outer.start);
        if !stands_alone(scene, &outer, sentence) {
            if let Some(range) = gesture_subject(scene, sentence, &outer) {
                let orphan = orphan(
                    sentence,
                    outer.clone(),
                    vec![range],
                    Confidence::Inherited,
                    Form::Direct,
                );
                covered[outer].fill(true);
                found.push(orphan);
            }
            continue;
        }
        let last = speakers.before(scene, found, listed, outer.start);
        match last.map(|(speaker, end)| (&mut found[speaker], end)) {
            Some((speaker, end)) if continues(scene, speaker, end, &outer) => {
                let same_block = scene.document.sentences[speaker.sentence].block
                    == scene.document.sentences[sentence].block;
                if same_block || runs_on(scene, speaker) {
                    speaker.content.push(outer.clone());
                    speakers.goes_on(scene, outer.end);
                } else {
                    let source = speaker.source.clone();
                    found.push(orphan(
                        sentence,
                        outer.clone(),
                        source,
                        Confidence::Inherited,
                        Form::Floating,
                    ));
                }
            }
            _ => found.push(orphan(
                sentence,
                outer.clone(),
                Vec::new(),
                Confidence::Unresolved,
                Form::Direct,
            )),
        }
        covered[outer].fill(true);
    }
    found.sort_by_key(first_token);
}

/// Whoever speaks last before a quotation, found in one pass over the attributions and quotations.
#[derive(Default)]
struct Speakers {
    /// How many of the listed attributions, and of those added since, have been looked at.
    listed: usize,
    added: usize,
    /// Sentence, whether quoted, last token and index of the latest speaker.
    latest: Option<(usize, bool, TokenIndex, usize)>,
}

impl Speakers {
    /// The latest speaker before a quotation, and where its words end. The first `listed` attributions are in order; later ones were made
    /// from earlier quotations.
    fn before(
        &mut self,
        scene: &Scene<'_>,
        found: &[Attribution],
        listed: usize,
        quotation: TokenIndex,
    ) -> Option<(usize, TokenIndex)> {
        while self.listed < listed && first_token(&found[self.listed]) < quotation {
            self.add(scene, found, self.listed);
            self.listed += 1;
        }
        while listed + self.added < found.len() {
            self.add(scene, found, listed + self.added);
            self.added += 1;
        }
        self.latest.map(|(_, _, last, index)| (index, last))
    }

    fn add(&mut self, scene: &Scene<'_>, found: &[Attribution], index: usize) {
        let attribution = &found[index];
        if matches!(attribution.level, Level::Report | Level::SpeechAct) {
            let last = last_token(attribution);
            let quoted = attribution
                .content
                .iter()
                .any(|range| scene.quoted(range.start));
            let sentence = scene.document.sentence_of(last.saturating_sub(1));
            self.latest = self.latest.max(Some((sentence, quoted, last, index)));
        }
    }

    /// The latest speaker goes on to `end` in a quotation.
    fn goes_on(&mut self, scene: &Scene<'_>, end: TokenIndex) {
        if let Some((sentence, quoted, last, _)) = &mut self.latest {
            *last = end.max(*last);
            *quoted = true;
            *sentence = scene.document.sentence_of(last.saturating_sub(1));
        }
    }
}

fn first_token(attribution: &Attribution) -> TokenIndex {
    let cue = attribution.cue.tokens.first().map(|range| range.start);
    cue.or_else(|| attribution.content.first().map(|range| range.start))
        .unwrap_or(0)
}

fn last_token(attribution: &Attribution) -> TokenIndex {
    let cue = attribution.cue.tokens.last().map_or(0, |range| range.end);
    attribution
        .content
        .iter()
        .map(|range| range.end)
        .max()
        .unwrap_or(0)
        .max(cue)
}

/// Whether a quotation is the whole of its sentence or sentences.
fn stands_alone(scene: &Scene<'_>, outer: &Range<TokenIndex>, sentence: usize) -> bool {
    let first = scene.document.sentences[sentence].tokens.start;
    let last = scene.document.sentences[scene.document.sentence_of(outer.end - 1)]
        .tokens
        .end;
    let outside = (first..outer.start).chain(outer.end..last);
    !outside
        .into_iter()
        .any(|at| scene.document.tokens[at].is_word() && !scene.quoted(at))
}

/// Whether a quotation follows the speaker's last words, with nothing of the author's between but a paragraph's end.
fn continues(
    scene: &Scene<'_>,
    speaker: &Attribution,
    end: TokenIndex,
    outer: &Range<TokenIndex>,
) -> bool {
    let end = end.max(
        speaker
            .source
            .iter()
            .map(|range| range.end)
            .max()
            .unwrap_or(0),
    );
    let sentence_end = scene.document.sentences[scene.document.sentence_of(end.saturating_sub(1))]
        .tokens
        .end;
    let from = sentence_end.min(outer.start);
    let gap_words = (from..outer.start)
        .filter(|&at| scene.document.tokens[at].is_word() && !scene.quoted(at))
        .count();
    if gap_words > 0 {
        return false;
    }
    let quoted = speaker
        .content
        .iter()
        .any(|range| scene.quoted(range.end - 1));
    let (a, b) = (
        scene.document.sentences[speaker.sentence].block,
        scene.document.sentences[scene.document.sentence_of(outer.start)].block,
    );
    let last_block =
        scene.document.sentences[scene.document.sentence_of(end.saturating_sub(1))].block;
    a == b || quoted && b <= last_block + 1
}

fn runs_on(scene: &Scene<'_>, speaker: &Attribution) -> bool {
    speaker.content.iter().any(|range| {
        let quote = scene.document.tokens[range.end - 1].quote as usize;
        scene
            .document
            .quotations
            .get(quote.wrapping_sub(1))
            .is_some_and(|quotation| quotation.runs_on)
    })
}

/// "He shrugged. “…”" in one sentence: the subject of a gesture speaks.
fn gesture_subject(
    scene: &Scene<'_>,
    sentence: usize,
    outer: &Range<TokenIndex>,
) -> Option<Range<TokenIndex>> {
    let range = scene.document.sentences[sentence].tokens.clone();
    let gesture = range.clone().find(|&at| {
        scene.has(at, WordClass::Gesture) && !scene.quoted(at) && scene.tags[at].is_verb()
    })?;
    if outer.start < gesture && outer.end > gesture {
        return None;
    }
    scene
        .left_phrase(range.start, gesture)
        .map(|(range, _)| range)
}

fn orphan(
    sentence: usize,
    content: Range<TokenIndex>,
    source: Vec<Range<TokenIndex>>,
    confidence: Confidence,
    form: Form,
) -> Attribution {
    Attribution {
        level: Level::Report,
        form,
        stance: Stance::NeutralSpeech,
        cue: CueSpan {
            id: None,
            lemma: String::new(),
            tokens: Vec::new(),
        },
        source,
        confidence,
        content: vec![content],
        sentence,
        negated: false,
        conditional: false,
        via: None,
        nested: false,
    }
}
