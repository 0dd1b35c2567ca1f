//! Attribution by a colon: scripts ("NAME: …"), headlines ("Orr: …", "…: Orr").

use super::{Attribution, Confidence, Cue as CueSpan, Form, Scene, Tag};
use crate::article::ZoneKind;
use crate::lexicon::{Level, Stance};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// Longest name before a colon, in tokens.
const LONGEST: usize = 8;

pub(super) fn find(scene: &Scene<'_>, sentence: usize, found: &mut Vec<Attribution>) {
    let range = scene.document.sentences[sentence].tokens.clone();
    let low = scene.sentence_low(sentence);
    let high = scene.without_final(&range);
    let block = &scene.document.blocks[scene.document.sentences[sentence].block];
    let headline = matches!(block.zone.kind, ZoneKind::Headline | ZoneKind::Deck);
    let Some(colon) =
        (low..high).find(|&at| scene.kind(at) == TokenKind::Colon && !scene.quoted(at))
    else {
        return;
    };
    let name = low..colon;
    let opens_block = range.start == block.tokens.start || low > range.start;
    let role = headline && name.len() <= 4 && name.clone().all(|at| scene.tags[at].is_nominal()) && name.end > name.start && scene.facts.word(scene.document, name.end - 1).role.is_some();
    if (is_name(scene, &name) || role) && colon + 1 < high {
        let quote = scene.quotation_end(colon + 1);
        let script = scene.document.tokens[name.clone()]
            .iter()
            .filter(|token| token.is_word())
            .all(|token| token.all_caps);
        let (content, form) = match quote {
            Some(end) => (
                colon + 1..end,
                if headline {
                    Form::HeadlineColon
                } else {
                    Form::Script
                },
            ),
            None if headline => (colon + 1..high, Form::HeadlineColon),
            None if script && opens_block => {
                (colon + 1..scene.without_final(&block.tokens), Form::Script)
            }
            None => return,
        };
        if headline && quote.is_none() && !speaks(scene, &name) {
            return;
        }
        found.extend(build(scene, sentence, colon, name, content, form));
        return;
    }
    let tail = colon + 1..high;
    if headline && is_name(scene, &tail) && tail.len() <= 4 && scene.has_finite(low, colon) {
        found.extend(build(
            scene,
            sentence,
            colon,
            tail,
            low..colon,
            Form::HeadlineTail,
        ));
    }
}

fn is_name(scene: &Scene<'_>, range: &Range<TokenIndex>) -> bool {
    !range.is_empty()
        && range.len() <= LONGEST
        && range.clone().all(|at| match scene.tags[at] {
            Tag::Name | Tag::Number => true,
            Tag::Coordinator => true,
            Tag::Preposition => matches!(scene.word(at), "of" | "de" | "for"),
            Tag::Mark => matches!(
                scene.kind(at),
                TokenKind::Period | TokenKind::Open | TokenKind::Close | TokenKind::Other
            ),
            _ => scene.document.tokens[at].capital,
        })
        && scene.tags[range.start] != Tag::Number
        && range.clone().any(|at| scene.tags[at] == Tag::Name)
}

/// Whether a name before a headline's colon is one that can speak: a person or body, not a topic such as a place.
fn speaks(scene: &Scene<'_>, range: &Range<TokenIndex>) -> bool {
    use crate::lexicon::WordClass;
    !range.clone().all(|at| {
        scene.has(at, WordClass::CommonOpener)
            || scene.has(at, WordClass::Place) && range.len() == 1
            || scene.has(at, WordClass::Verb)
    }) && range.len() <= 4
}

fn build(
    scene: &Scene<'_>,
    sentence: usize,
    colon: TokenIndex,
    source: Range<TokenIndex>,
    content: Range<TokenIndex>,
    form: Form,
) -> Option<Attribution> {
    let content = scene.whole_quotations(scene.trim_content(content)?);
    Some(Attribution {
        level: Level::Report,
        form,
        stance: Stance::NeutralSpeech,
        cue: CueSpan {
            id: None,
            lemma: ":".to_owned(),
            tokens: vec![colon..colon + 1],
        },
        source: vec![source],
        confidence: Confidence::Exact,
        content: vec![content],
        sentence,
        negated: false,
        conditional: false,
        via: None,
        nested: false,
    })
}
