//! What the headline says and leaves out (measures §5.6): its attribution, its words in the body, and whether a claim has lost its source on the way up.

use super::harm::{Construction, Harms};
use crate::article::ZoneKind;
use crate::attribution::{Attribution, Form, Scene, Voice};
use crate::lexicon::{Facts, Level, Lexicon, WordClass, WordClasses, stem};
use crate::text::{Document, TokenIndex, TokenKind};
use std::ops::Range;

/// From this part of its content words on, a report of the body says what the headline says.
const SAME_CLAIM: f64 = 0.5;
/// That many words the two must share at least.
const LEAST_SHARED: u32 = 3;

/// What the headline says.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Its text.
    pub text: String,
    /// Its tokens in the document; `None` where the title is given beside the text.
    pub tokens: Option<Range<TokenIndex>>,
    /// Its words.
    pub words: u32,
    /// The attribution in it, an index into the article's; `None` where it names no source.
    pub attribution: Option<usize>,
    /// Whether it names a source at all; a title beside the text has no index.
    pub attributed: bool,
    /// Whether it asks.
    pub question: bool,
    /// Whether it exclaims.
    pub exclamation: bool,
    /// Its numbers, as written.
    pub numbers: Vec<String>,
    /// Its words that carry content, each once.
    pub content: u32,
    /// Of these, words that the body has too.
    pub in_body: u32,
    /// The first harm construction in it, an index into the article's.
    pub harm: Option<usize>,
    /// The attribution that its claim has in the body and not here.
    pub dropped: Option<Dropped>,
}

/// A claim of the headline that the body gives to a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The attribution of the body, an index into the article's.
    pub attribution: usize,
    /// How many content words the two share.
    pub shared: u32,
}

/// What was found before.
pub struct Found<'f> {
    /// The article's attributions.
    pub attributions: &'f [Attribution],
    /// Who harms whom.
    pub harms: &'f Harms,
}

/// The headline of a document, or the title that stands beside it.
pub fn headline(
    document: &Document<'_>,
    facts: &Facts,
    lexicon: &Lexicon,
    title: Option<&str>,
    found: &Found<'_>,
    voice: impl Fn(TokenIndex) -> Voice,
) -> Option<Headline> {
    let body = Body {
        document,
        endings: lexicon.class_words("word_ending"),
        found,
        voice: &voice,
    };
    let zone = document
        .blocks
        .iter()
        .find(|block| block.zone.kind == ZoneKind::Headline && !block.tokens.is_empty());
    if let Some(block) = zone {
        let tokens = block.tokens.clone();
        // Of several, the one at the end or before a colon introduces the whole headline.
        let whole = |of: &Attribution| matches!(of.form, Form::HeadlineTail | Form::HeadlineColon);
        let attribution = found
            .attributions
            .iter()
            .enumerate()
            .filter(|(_, of)| {
                names_a_source(document, facts, of) && block.sentences.contains(&of.sentence)
            })
            .min_by_key(|(_, of)| !whole(of))
            .map(|(index, _)| index);
        let mut headline = body.read(document, facts, tokens.clone());
        headline.attribution = attribution;
        headline.attributed = attribution.is_some();
        headline.harm = found
            .harms
            .constructions
            .iter()
            .position(|harm| tokens.contains(&harm.predicate.start));
        headline.tokens = Some(tokens.clone());
        body.dropped(&mut headline, document, facts, tokens);
        return Some(headline);
    }
    let title = title.filter(|title| !title.trim().is_empty())?;
    let beside = Document::from_plain(title, lexicon.sentence_rules());
    let known = lexicon.facts(&beside);
    let tokens = 0..beside.tokens.len();
    let mut headline = body.read(&beside, &known, tokens.clone());
    headline.attributed = Scene::new(&beside, &known, lexicon)
        .attributions()
        .iter()
        .any(|attribution| names_a_source(&beside, &known, attribution));
    body.dropped(&mut headline, &beside, &known, tokens);
    Some(headline)
}

/// Whether an attribution says who stands behind the words. Headlines leave words out, so that a participle may look like a verb of speech:
/// after a preposition (`on disputed plateau`) it is none.
fn names_a_source(document: &Document<'_>, facts: &Facts, attribution: &Attribution) -> bool {
    let cue = attribution.cue.tokens.first().map_or(0, |cue| cue.start);
    let inside = cue > 0 && facts.has(document, cue - 1, WordClass::Preposition);
    matches!(attribution.level, Level::Report | Level::SpeechAct)
        && !attribution.source.is_empty()
        && !inside
}

struct Body<'b, F> {
    document: &'b Document<'b>,
    endings: &'b [String],
    found: &'b Found<'b>,
    voice: &'b F,
}

/// The stems of a headline's content words, each once; more than 64 are no headline.
struct Stems {
    count: usize,
    /// By word of the document's vocabulary: a bit for its stem, none where the headline has no such word.
    of_word: Vec<u64>,
}

impl Stems {
    /// The bits of the stems that stand at these tokens.
    fn bits(&self, document: &Document<'_>, tokens: Range<TokenIndex>) -> u64 {
        tokens.fold(0, |bits, at| {
            bits | self.of_word[document.tokens[at].word.0 as usize]
        })
    }
}

impl<F: Fn(TokenIndex) -> Voice> Body<'_, F> {
    /// What the tokens of a headline say by themselves, and which of its words the body has.
    fn read(&self, document: &Document<'_>, facts: &Facts, tokens: Range<TokenIndex>) -> Headline {
        let stems = self.stems(document, facts, tokens.clone());
        let mark = |sign: &str| tokens.clone().any(|at| document.folded(at) == sign);
        let numbers = tokens.clone().filter(|&at| facts.word(document, at).number);
        let body = self.document.sentences.iter().filter(|of| of.number > 0);
        let in_body = body.fold(0, |bits, of| {
            bits | stems.bits(self.document, of.tokens.clone())
        });
        Headline {
            text: document
                .span_of(tokens.clone())
                .slice(document.text)
                .to_owned(),
            tokens: None,
            words: document.words_in(tokens.clone()),
            attribution: None,
            attributed: false,
            question: mark("?"),
            exclamation: mark("!"),
            numbers: numbers
                .map(|at| document.token_text(at).to_owned())
                .collect(),
            content: stems.count as u32,
            in_body: in_body.count_ones(),
            harm: None,
            dropped: None,
        }
    }

    fn stems(&self, document: &Document<'_>, facts: &Facts, tokens: Range<TokenIndex>) -> Stems {
        let mut stems: Vec<String> = tokens
            .filter(|&at| is_content(document, facts, at))
            .map(|at| stem(document.folded(at), self.endings))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems.truncate(64);
        let firsts: Vec<Option<u8>> = stems.iter().map(|stem| stem.bytes().next()).collect();
        let bit = |word: &str| {
            let first = word.bytes().next();
            let known = firsts
                .contains(&first)
                .then(|| stems.binary_search(&stem(word, self.endings)).ok());
            known.flatten().map_or(0, |at| 1_u64 << at)
        };
        Stems {
            count: stems.len(),
            of_word: self.document.vocabulary.iter().map(bit).collect(),
        }
    }

    /// Looks for a source that the claim of the headline has in the body.
    fn dropped(
        &self,
        headline: &mut Headline,
        document: &Document<'_>,
        facts: &Facts,
        tokens: Range<TokenIndex>,
    ) {
        if headline.attributed || headline.question {
            return;
        }
        let stems = self.stems(document, facts, tokens);
        headline.dropped = self.same_claim(&stems).or_else(|| self.same_harm(headline));
    }

    /// The report of the body that says most of what the headline says, unless the outlet says as much itself.
    fn same_claim(&self, stems: &Stems) -> Option<Dropped> {
        let reports = self
            .found
            .attributions
            .iter()
            .enumerate()
            .filter(|(_, of)| self.is_report_of_body(of));
        let best = reports
            .map(|(index, of)| {
                let content = of.content.iter();
                let bits = content.fold(0, |bits, range| {
                    bits | stems.bits(self.document, range.clone())
                });
                (bits.count_ones(), index)
            })
            .max_by_key(|&(shared, index)| (shared, std::cmp::Reverse(index)))?;
        let (shared, attribution) = best;
        let enough = shared >= LEAST_SHARED && f64::from(shared) >= SAME_CLAIM * stems.count as f64;
        let own = self.document.sentences.iter().filter(|of| of.number > 0);
        let own = own.map(|sentence| {
            let own = sentence
                .tokens
                .clone()
                .filter(|&at| (self.voice)(at) == Voice::Author);
            let bits = own.fold(0, |bits, at| bits | stems.bits(self.document, at..at + 1));
            bits.count_ones()
        });
        (enough && own.max().unwrap_or(0) < shared).then_some(Dropped {
            attribution,
            shared,
        })
    }

    /// The first report of a harm, where the headline tells of such a harm and the body does so in the words of sources only.
    fn same_harm(&self, headline: &Headline) -> Option<Dropped> {
        let harms = &self.found.harms.constructions;
        let wanted = &harms[headline.harm?];
        let in_body = |harm: &&Construction| {
            harm.kind == wanted.kind
                && harm.counts()
                && self.document.sentences[harm.sentence].number > 0
        };
        let told = || harms.iter().filter(in_body);
        let sourced = |harm: &Construction| (self.voice)(harm.predicate.start) == Voice::Reported;
        if !wanted.counts() || !told().all(sourced) {
            return None;
        }
        let first = told().next()?;
        let attribution = self.found.attributions.iter().position(|of| {
            self.is_report_of_body(of)
                && of
                    .content
                    .iter()
                    .any(|range| range.contains(&first.predicate.start))
        })?;
        Some(Dropped {
            attribution,
            shared: 1,
        })
    }

    fn is_report_of_body(&self, attribution: &Attribution) -> bool {
        attribution.level == Level::Report
            && attribution.counts()
            && self.document.sentences[attribution.sentence].number > 0
    }
}

/// Whether a word says something by itself.
fn is_content(document: &Document<'_>, facts: &Facts, at: TokenIndex) -> bool {
    const FUNCTION: [WordClass; 16] = [
        WordClass::Determiner,
        WordClass::PossessiveDeterminer,
        WordClass::SubjectPronoun,
        WordClass::ObjectPronoun,
        WordClass::IndefinitePronoun,
        WordClass::Relative,
        WordClass::Interrogative,
        WordClass::Be,
        WordClass::Have,
        WordClass::Do,
        WordClass::Modal,
        WordClass::Preposition,
        WordClass::Coordinator,
        WordClass::Subordinator,
        WordClass::Adverb,
        WordClass::ClauseMark,
    ];
    let token = &document.tokens[at];
    let word = facts.word(document, at);
    let classes: WordClasses = word.classes;
    token.is_word() && (word.number || token.kind == TokenKind::Number || !classes.any(&FUNCTION))
}
