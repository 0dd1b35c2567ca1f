//! Attribution by a noun or an adjective: "a statement by", "the claim that", "his plan to", "confident that".

mod owner;

use crate::attribution::phrase::Found;
use crate::attribution::verbal::nominal_form;
use crate::attribution::{Attribution, Confidence, Cue as CueSpan, Form, Scene, Tag};
use crate::lexicon::{Cue, CueKind, CueMatch, Level};
use crate::text::{TokenIndex, TokenKind};
use owner::{light_subject, owner, predicate_subject};
use std::ops::Range;

pub(in crate::attribution) fn find(
    scene: &Scene<'_>,
    sentence: usize,
    from: usize,
    found: &mut Vec<Attribution>,
) {
    let range = scene.document.sentences[sentence].tokens.clone();
    let low = scene.sentence_low(sentence);
    let high = scene.without_final(&range);
    let mut at = low;
    while at < high {
        if scene.quoted(at) || scene.cues.at(at).is_empty() {
            at += 1;
            continue;
        }
        let taken = found[from..]
            .iter()
            .any(|other| other.cue.tokens.iter().any(|cue| cue.contains(&at)));
        let mut next = at + 1;
        if !taken {
            let built = noun(scene, sentence, low, high, at)
                .or_else(|| adjective(scene, sentence, low, high, at));
            if let Some(attribution) = built {
                next = attribution
                    .cue
                    .tokens
                    .last()
                    .map_or(next, |cue| cue.end.max(next));
                found.push(attribution);
            }
        }
        at = next;
    }
}

fn noun(
    scene: &Scene<'_>,
    sentence: usize,
    low: TokenIndex,
    high: TokenIndex,
    at: TokenIndex,
) -> Option<Attribution> {
    if !matches!(scene.tags[at], Tag::Noun) {
        return None;
    }
    let (found, cue) = scene
        .cues
        .of_kind(scene.lexicon, at, CueKind::Noun)
        .next()?;
    let after = found.tokens.end;
    let (owner, phrase_start) = owner(scene, low, at);
    // "a statement by the union that …"
    let (agent, after) = match (after < high).then(|| scene.word(after)) {
        Some("by" | "from") => match scene.right_phrase(after + 1, high) {
            Some(range) => (Some(range.clone()), range.end),
            None => (None, after),
        },
        _ => (None, after),
    };
    let source: Option<Found> = agent
        .map(|range| (range, Confidence::Exact))
        .or(owner)
        .or_else(|| light_subject(scene, low, phrase_start))
        .or_else(|| predicate_subject(scene, low, phrase_start, at));
    let (content, clause) = complement(scene, cue, after, high)?;
    let mut content = scene.right_content(content, high, clause);
    scene.cut_at_main_verb(&mut content, clause);
    if content.is_empty() {
        return None;
    }
    let Some(source) = source else {
        // "The claim that the ballots were burnt is false": nobody's, where it opens the sentence.
        return (phrase_start == low && (clause || cue.level == Level::Report)).then(|| {
            build(
                sentence,
                found,
                cue,
                (0..0, Confidence::Unresolved),
                content,
                Level::Vague,
            )
        });
    };
    Some(build(
        sentence,
        found,
        cue,
        source,
        content,
        if clause { cue.level } else { cue.np_level },
    ))
}

/// What the noun is about.
fn complement(
    scene: &Scene<'_>,
    cue: &Cue,
    after: TokenIndex,
    high: TokenIndex,
) -> Option<(TokenIndex, bool)> {
    if after >= high {
        return None;
    }
    let takes = cue.takes;
    let is_topic = cue.topics.iter().any(|topic| topic == scene.word(after));
    match scene.tags[after] {
        Tag::That if takes.that => Some((after, true)),
        Tag::To if takes.inf => Some((after, false)),
        Tag::Interrogative if takes.wh => Some((after, true)),
        Tag::Be if takes.that && after + 1 < high && scene.tags[after + 1] == Tag::That => {
            Some((after + 1, true))
        }
        Tag::Mark
            if scene.kind(after) == TokenKind::Colon
                && takes.quote
                && scene.quotation_end(after + 1).is_some() =>
        {
            Some((after + 1, true))
        }
        Tag::Mark if scene.kind(after) == TokenKind::OpenQuote && takes.quote => {
            Some((after, true))
        }
        _ if is_topic && after + 1 < high && scene.kind(after + 1) != TokenKind::Comma => {
            Some((after + 1, false))
        }
        // "against the toll", "in favour of a sale"
        tag if takes.np && cue.kind == CueKind::Adjective && tag.is_nominal() => {
            Some((after, false))
        }
        _ => None,
    }
}

fn adjective(
    scene: &Scene<'_>,
    sentence: usize,
    low: TokenIndex,
    high: TokenIndex,
    at: TokenIndex,
) -> Option<Attribution> {
    let (found, cue) = scene
        .cues
        .of_kind(scene.lexicon, at, CueKind::Adjective)
        .next()?;
    let mut be = at;
    while be > low
        && matches!(
            scene.tags[be - 1],
            Tag::Adverb | Tag::Negation | Tag::Determiner
        )
    {
        be -= 1;
    }
    if be == low
        || !matches!(scene.tags[be - 1], Tag::Be)
            && !matches!(
                scene.word(be - 1),
                "feel"
                    | "feels"
                    | "felt"
                    | "remains"
                    | "remained"
                    | "remain"
                    | "stayed"
                    | "became"
                    | "grew"
                    | "seemed"
                    | "seems"
                    | "sounded"
            )
    {
        return None;
    }
    let group = scene.group(low, be - 1, crate::lexicon::VerbForm::Invariable);
    let source = if group.start > low && scene.tags[group.start - 1] == Tag::Coordinator {
        scene.nearest_subject(low, group.start - 1)
    } else {
        scene.left_phrase(low, group.start)
    }?;
    let after = found.tokens.end;
    let (start, clause) = complement(scene, cue, after, high).or_else(|| {
        (after < high && cue.takes.that && scene.tags[after] == Tag::Pronoun)
            .then_some((after, true))
    })?;
    let content = scene.right_content(start, high, clause);
    if content.is_empty() {
        return None;
    }
    let mut built = build(sentence, found, cue, source, content, cue.level);
    built.negated = group.negated;
    Some(built)
}

fn build(
    sentence: usize,
    found: &CueMatch,
    cue: &Cue,
    source: Found,
    content: Vec<Range<TokenIndex>>,
    level: Level,
) -> Attribution {
    let form = match level {
        Level::SpeechAct => nominal_form(cue.stance),
        Level::Mental => Form::Mental,
        Level::Vague => Form::Vague,
        Level::Report => Form::Indirect,
    };
    Attribution {
        level,
        form,
        stance: cue.stance,
        cue: CueSpan {
            id: Some(found.cue),
            lemma: cue.lemma.clone(),
            tokens: vec![found.tokens.clone()],
        },
        source: if source.0.is_empty() {
            Vec::new()
        } else {
            vec![source.0]
        },
        confidence: source.1,
        content,
        sentence,
        negated: false,
        conditional: false,
        via: None,
        nested: false,
    }
}
