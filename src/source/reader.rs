//! What the rules for sources look at: the document, what is known of its words, and the packs' lists.

use crate::lexicon::{Facts, Lexicon, Phrases, RoleMatch, WordClass};
use crate::text::{Document, TokenIndex, TokenKind, fold_diacritics};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Declares the lists with the class of each in the packs.
macro_rules! lists {
    ($($list:ident = $class:literal,)+) => {
        /// A class of words that the packs name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum List { $($list,)+ }

        const CLASSES: &[&str] = &[$($class,)+];
    };
}

lists! {
    Masculine = "pronoun_masculine",
    Feminine = "pronoun_feminine",
    Plural = "pronoun_plural",
    Neuter = "pronoun_neuter",
    Author = "pronoun_author",
    Relative = "pronoun_relative",
    Nobody = "nobody",
    Somebody = "somebody",
    Crowd = "crowd",
    TitleMasculine = "title_masculine",
    TitleFeminine = "title_feminine",
    NounMasculine = "noun_masculine",
    NounFeminine = "noun_feminine",
    PersonalTitle = "personal_title",
    Relational = "relational_role",
    Spokesperson = "spokesperson",
    Particle = "name_particle",
    Suffix = "name_suffix",
    Campaign = "campaign_word",
    PartyNoun = "party_noun",
    Reason = "anonymity_reason",
    Joint = "joint_word",
    Definite = "definite_word",
    Quantity = "quantity_noun",
    OneOf = "one_of",
    Office = "unique_office",
    MediaName = "media_name",
    BusinessName = "business_name",
    ExpertName = "expert_name",
    NgoName = "ngo_name",
    PartyName = "party_name",
    OfficialName = "official_name",
    SecurityName = "security_name",
    LabourName = "labour_name",
    IgoName = "igo_name",
    MediumCue = "medium_cue",
    Place = "place",
    Of = "of_word",
    Kin = "kin_word",
    Article = "article_word",
    PartyModifier = "party_modifier",
    WeakRole = "weak_role",
    RelativePerson = "relative_person",
}

/// The document with what the rules ask of it.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) facts: &'a Facts,
    pub(super) lexicon: &'a Lexicon,
    lists: Vec<Phrases<'a>>,
    /// For each token, the lists of which something begins there.
    begins: Vec<u64>,
    countries: &'a FxHashMap<String, String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document<'a>, facts: &'a Facts, lexicon: &'a Lexicon) -> Self {
        Self {
            document,
            facts,
            lexicon,
            begins: lexicon.phrase_bits(CLASSES, document, facts),
            lists: CLASSES.iter().map(|class| lexicon.phrases(class)).collect(),
            countries: lexicon.class_pairs("demonym_pair"),
        }
    }

    /// One past the longest phrase of a list that begins at a token.
    #[inline]
    pub(super) fn list(&self, list: List, at: TokenIndex) -> Option<TokenIndex> {
        if self.begins.get(at)? & (1 << list as u64) == 0 {
            return None;
        }
        let range = self.lists[list as usize].at(self.document, self.facts, at)?;
        Some(range.end)
    }

    /// Whether a token is a word of a list, or the first of a phrase.
    #[inline]
    pub(super) fn is(&self, list: List, at: TokenIndex) -> bool {
        self.begins
            .get(at)
            .is_some_and(|begins| begins & (1 << list as u64) != 0)
    }

    /// Whether a range is just one word or phrase of a list.
    #[inline]
    pub(super) fn is_all(&self, list: List, range: &Range<TokenIndex>) -> bool {
        !range.is_empty() && self.list(list, range.start) == Some(range.end)
    }

    #[inline]
    pub(super) fn kind(&self, at: TokenIndex) -> Option<TokenKind> {
        self.document.tokens.get(at).map(|token| token.kind)
    }

    #[inline]
    pub(super) fn has(&self, at: TokenIndex, class: WordClass) -> bool {
        at < self.document.tokens.len() && self.facts.has(self.document, at, class)
    }

    #[inline]
    pub(super) fn any(&self, at: TokenIndex, classes: &[WordClass]) -> bool {
        at < self.document.tokens.len() && self.facts.any(self.document, at, classes)
    }

    #[inline]
    pub(super) fn is_word(&self, at: TokenIndex) -> bool {
        self.document
            .tokens
            .get(at)
            .is_some_and(crate::text::Token::is_word)
    }

    #[inline]
    pub(super) fn is_capital(&self, at: TokenIndex) -> bool {
        self.document
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    /// The folded word without possessive ending.
    #[inline]
    pub(super) fn base(&self, at: TokenIndex) -> &str {
        let word = self.document.folded(at);
        word.strip_suffix("'s").unwrap_or(word)
    }

    /// The word as names are compared: without case, marks, possessive ending and the full stops of an abbreviation.
    pub(super) fn name_key(&self, at: TokenIndex) -> String {
        let mut key = String::new();
        self.push_name_key(at, &mut key);
        key
    }

    /// Adds that word to a key.
    pub(super) fn push_name_key(&self, at: TokenIndex, key: &mut String) {
        let base = self.base(at);
        if !base.is_ascii() {
            let folded = fold_diacritics(base);
            key.extend(folded.chars().filter(|&c| c != '.'));
        } else if base.contains('.') {
            key.extend(base.chars().filter(|&c| c != '.'));
        } else {
            // The folded word is in lower case.
            key.push_str(base);
        }
    }

    /// Whether the word has one letter at most as names are compared.
    pub(super) fn is_initial(&self, at: TokenIndex) -> bool {
        let base = self.base(at);
        if base.is_ascii() {
            base.bytes().filter(|&byte| byte != b'.').nth(1).is_none()
        } else {
            self.name_key(at).chars().nth(1).is_none()
        }
    }

    #[inline]
    pub(super) fn role_at(&self, at: TokenIndex) -> Option<RoleMatch> {
        if at >= self.document.tokens.len() {
            return None;
        }
        self.lexicon.role_at(self.document, self.facts, at).cloned()
    }

    /// The tokens of the sentence that holds a token.
    #[inline]
    pub(super) fn sentence(&self, at: TokenIndex) -> Range<TokenIndex> {
        let index = self.document.sentence_of(at);
        self.document
            .sentences
            .get(index)
            .map_or(at..at, |sentence| sentence.tokens.clone())
    }

    /// The country or place that a demonym or a place name stands for.
    pub(super) fn place_of(&self, at: TokenIndex) -> Option<String> {
        if !self.any(at, &[WordClass::Demonym, WordClass::Place]) {
            return None;
        }
        let base = self.base(at);
        Some(
            self.countries
                .get(base)
                .map_or_else(|| fold_diacritics(base), Clone::clone),
        )
    }

    /// The words of a range as they are compared: no determiners, no case, demonyms as their places.
    pub(super) fn key(&self, range: &Range<TokenIndex>) -> String {
        let mut key = String::new();
        for at in range.clone().filter(|&at| self.is_word(at)) {
            if self.any(at, &[WordClass::Determiner]) {
                continue;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            match self.place_of(at) {
                Some(place) => key.push_str(&place),
                None => self.push_name_key(at, &mut key),
            }
        }
        key
    }

    /// The text of a range without determiners in front and without possessive ending.
    pub(super) fn shown(&self, range: &Range<TokenIndex>) -> String {
        let mut range = range.clone();
        while range.len() > 1 && self.is(List::Article, range.start) {
            range.start += 1;
        }
        let text = self.document.span_of(range).slice(self.document.text);
        let bare = text
            .strip_suffix("'s")
            .or_else(|| text.strip_suffix("\u{2019}s"))
            .unwrap_or(text);
        let bare =
            bare.trim_end_matches([',', '\'', '\u{2019}', ' ', '(', '-', '\u{2014}', '\u{2013}']);
        let mut shown = String::with_capacity(bare.len());
        for word in bare.split_whitespace() {
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(word);
        }
        shown
    }

    /// Whether a token is a verb or an auxiliary that ends a noun phrase.
    #[inline]
    pub(super) fn is_verb(&self, at: TokenIndex) -> bool {
        self.any(
            at,
            &[
                WordClass::Be,
                WordClass::Have,
                WordClass::Do,
                WordClass::Modal,
                WordClass::Verb,
            ],
        ) || (at < self.document.tokens.len() && self.starts_verb_cue(at))
    }

    fn starts_verb_cue(&self, at: TokenIndex) -> bool {
        self.lexicon
            .cues_at(self.document, self.facts, at)
            .iter()
            .any(|found| {
                self.lexicon.cue(found.cue).kind == crate::lexicon::CueKind::Verb
                    && !self.lexicon.cue(found.cue).ambiguous_noun
            })
    }
}
