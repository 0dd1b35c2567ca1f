//! Which word an article uses for a thing that has several (measures §5.3): each naming set with its variants, by voice, and where the word changes.

use crate::attribution::Voice;
use crate::lexicon::{Facts, Lexicon, NameMatch, WordClass};
use crate::party::{Mentions, PartyId};
use crate::text::{Document, TokenIndex};

/// How many words may stand between a side and the thing that is its own: `Ardovia's newly formed army`.
const BETWEEN: usize = 3;

/// A word of a naming set in the text, with whose word it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What was found.
    pub found: NameMatch,
    /// Whose word it is.
    pub voice: Voice,
    /// Whether it stands in a heading, outside the body.
    pub heading: bool,
    /// The declared side whose thing it is, where the set has one for each side and the words beside it name one.
    pub side: Option<PartyId>,
}

impl Name {
    /// Whether the outlet itself uses the word: in its own voice, and not at arm's length.
    pub fn is_own(&self) -> bool {
        self.voice == Voice::Author && !self.found.distanced
    }
}

/// A naming set in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUse {
    /// The set, an index into [`Lexicon::naming_sets`].
    pub set: usize,
    /// The declared side whose thing it is; `None` where the set is not per side, or no side is named.
    pub side: Option<PartyId>,
    /// The variants, the most frequent first; equal ones in the order of the text.
    pub variants: Vec<VariantUse>,
    /// Where the outlet uses another word than it did before: indices into [`Naming::names`].
    pub switches: Vec<usize>,
}

/// A variant in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantUse {
    /// The variant, an index into [`Lexicon::name_variants`].
    pub variant: usize,
    /// Its mentions in order, headings included: indices into [`Naming::names`].
    pub mentions: Vec<usize>,
}

impl SetUse {
    /// All mentions of the set.
    pub fn total(&self) -> usize {
        self.variants.iter().map(|of| of.mentions.len()).sum()
    }

    /// The variant that is used more than any other; `None` where two are used equally often.
    pub fn dominant(&self) -> Option<usize> {
        let (first, rest) = self.variants.split_first()?;
        rest.first()
            .is_none_or(|second| second.mentions.len() < first.mentions.len())
            .then_some(first.variant)
    }

    /// Whether a variant is used that its pack does not take for the unmarked one.
    pub fn is_marked(&self, lexicon: &Lexicon) -> bool {
        let neutral = |of: &VariantUse| lexicon.name_variants()[of.variant].neutral;
        !self.variants.iter().all(neutral)
    }
}

/// The naming sets of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Naming {
    /// Every word of a set, in the order of the text.
    pub names: Vec<Name>,
    /// The sets that the article uses, in the order of the packs; those that are per side, by side.
    pub sets: Vec<SetUse>,
}

impl Naming {
    /// Gathers the words that the lexicon finds.
    pub fn new(
        document: &Document<'_>,
        facts: &Facts,
        lexicon: &Lexicon,
        voice: impl Fn(TokenIndex) -> Voice,
        mentions: &Mentions,
    ) -> Self {
        let found = lexicon.names(document, facts);
        let names: Vec<Name> = found
            .into_iter()
            .map(|found| {
                let per_side = lexicon.naming_sets()[found.set].per_side && !mentions.is_empty();
                Name {
                    voice: voice(found.tokens.start),
                    heading: document.sentences[found.sentence].number == 0,
                    side: per_side
                        .then(|| owner(document, facts, mentions, &found))
                        .flatten(),
                    found,
                }
            })
            .collect();
        let mut sets: Vec<SetUse> = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let known = sets
                .iter()
                .position(|of| of.set == name.found.set && of.side == name.side);
            let at = known.unwrap_or_else(|| {
                sets.push(SetUse {
                    set: name.found.set,
                    side: name.side,
                    variants: Vec::new(),
                    switches: Vec::new(),
                });
                sets.len() - 1
            });
            let variants = &mut sets[at].variants;
            match variants
                .iter_mut()
                .find(|of| of.variant == name.found.variant)
            {
                Some(of) => of.mentions.push(index),
                None => variants.push(VariantUse {
                    variant: name.found.variant,
                    mentions: vec![index],
                }),
            }
        }
        for of in &mut sets {
            of.switches = switches(&names, of);
            of.variants
                .sort_by_key(|of| std::cmp::Reverse(of.mentions.len()));
        }
        sets.sort_by_key(|of| (of.set, of.side));
        Self { names, sets }
    }
}

/// The own words at which the variant differs from the own word before.
fn switches(names: &[Name], of: &SetUse) -> Vec<usize> {
    let mut own: Vec<usize> = of
        .variants
        .iter()
        .flat_map(|of| of.mentions.iter().copied())
        .filter(|&index| names[index].is_own())
        .collect();
    own.sort_unstable();
    own.windows(2)
        .filter(|pair| names[pair[0]].found.variant != names[pair[1]].found.variant)
        .map(|pair| pair[1])
        .collect()
}

/// The side that is named directly before the thing, or after it with `of`.
fn owner(
    document: &Document<'_>,
    facts: &Facts,
    mentions: &Mentions,
    found: &NameMatch,
) -> Option<PartyId> {
    let sentence = &document.sentences[found.sentence].tokens;
    if let Some(inside) = mentions.within(found.tokens.clone()).first() {
        return Some(inside.party);
    }
    let mut at = found.tokens.start;
    for _ in 0..=BETWEEN {
        if at == sentence.start {
            break;
        }
        at -= 1;
        if let Some(mention) = mentions.at(at) {
            return (!mention.compound).then_some(mention.party);
        }
        let ends = [
            WordClass::Determiner,
            WordClass::PossessiveDeterminer,
            WordClass::Preposition,
            WordClass::Verb,
            WordClass::Be,
            WordClass::Have,
            WordClass::Modal,
            WordClass::Coordinator,
        ];
        if !document.tokens[at].is_word() || facts.any(document, at, &ends) {
            break;
        }
    }
    let mut at = found.tokens.end;
    if at < sentence.end && document.folded(at) == "of" {
        at += 1;
        if at < sentence.end && facts.has(document, at, WordClass::Determiner) {
            at += 1;
        }
        return mentions.at(at).map(|mention| mention.party);
    }
    None
}
