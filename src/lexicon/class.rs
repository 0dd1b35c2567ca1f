//! Closed classes of words and the few open ones that the rules name. The words themselves stand in packs of kind `words`.

/// A class of words that rules refer to by name. Packs of kind `words` list the members under the snake-case name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum WordClass {
    /// the, a, this, some, any, each…
    Determiner,
    /// my, his, their…
    PossessiveDeterminer,
    /// he, she, they, it, we, I, you, who-ever forms excluded
    SubjectPronoun,
    /// him, her, them, me, us
    ObjectPronoun,
    /// someone, many, others, everyone, none, both, neither…
    IndefinitePronoun,
    /// he and she in all their forms: singular persons
    SingularPersonPronoun,
    /// who, which, that, whom, whose
    Relative,
    /// what, how, why, when, where, whether, if
    Interrogative,
    /// be in all its forms
    Be,
    /// have in all its forms
    Have,
    /// do in all its forms
    Do,
    /// will, would, can, could, may, might, must, shall, should, and their contractions
    Modal,
    /// not, never, n't forms, neither, nor, hardly…
    Negation,
    /// adverbs not in -ly that stand between subject and verb: also, then, later, again…
    Adverb,
    /// in, on, at, of, for, with…
    Preposition,
    /// and, but, or, nor, yet
    Coordinator,
    /// because, although, while, when, after, before, since, until, as, if, unless, though, whereas…
    Subordinator,
    /// Monday…, January…, today, yesterday, morning, week, earlier…
    Time,
    /// one, two … dozens, hundreds, million
    NumberWord,
    /// Mr, Mrs, Dr, Sen, President, Prime Minister's words, Judge…: attach to the name on their right
    Title,
    /// Nationalities and demonyms: adjectives and nouns that are capitalised and are no person's name by themselves
    Demonym,
    /// Countries, capitals, US states and great cities
    Place,
    /// Words that open sentences with a capital and are no names: function words and frequent openers
    CommonOpener,
    /// Common verbs in all inflected forms that are not also common nouns in that form
    Verb,
    /// Common verb forms that are as often nouns or adjectives: plan, vote, support, open
    VerbOrNoun,
    /// Common adjectives
    Adjective,
    /// People to whom things are told: reporters, journalists, lawmakers…
    Addressee,
    /// Places of speech after in/on/at/during: interview, statement, speech, letter, briefing…
    Venue,
    /// Legal forms and kinds that end a name: Inc, Corp, University, Committee, Party…
    OrganisationWord,
    /// Works: book, film, song, memoir, series… before a title in quotes
    Work,
    /// called, dubbed, termed, nicknamed, so-called…: before a term in quotes
    Naming,
    /// nobody, no one, nothing…
    NegativePronoun,
    /// Smiling, shrugging, going on: verbs of gesture and aspect that let a quotation go with their subject
    Gesture,
    /// so-called, self-styled, purported…: hold the words after them at arm's length
    DistancingWord,
    /// deny in all its forms: negates the -ing clause after it
    NegatingVerb,
    /// but, that, which…: end the reach of a negation
    ClauseMark,
    /// only, just, merely…: after a negation they take it back
    NegationFocus,
    /// seem, become, remain, look…: an adjective follows
    LinkingVerb,
    /// early, family, supply…: end in -ly and are no adverbs
    NotAdverb,
}

impl WordClass {
    /// All classes with their names in packs.
    pub const ALL: [(Self, &'static str); 39] = [
        (Self::Determiner, "determiner"),
        (Self::PossessiveDeterminer, "possessive_determiner"),
        (Self::SubjectPronoun, "subject_pronoun"),
        (Self::ObjectPronoun, "object_pronoun"),
        (Self::IndefinitePronoun, "indefinite_pronoun"),
        (Self::SingularPersonPronoun, "singular_person_pronoun"),
        (Self::Relative, "relative"),
        (Self::Interrogative, "interrogative"),
        (Self::Be, "be"),
        (Self::Have, "have"),
        (Self::Do, "do"),
        (Self::Modal, "modal"),
        (Self::Negation, "negation"),
        (Self::Adverb, "adverb"),
        (Self::Preposition, "preposition"),
        (Self::Coordinator, "coordinator"),
        (Self::Subordinator, "subordinator"),
        (Self::Time, "time"),
        (Self::NumberWord, "number_word"),
        (Self::Title, "title"),
        (Self::Demonym, "demonym"),
        (Self::Place, "place"),
        (Self::CommonOpener, "common_opener"),
        (Self::Verb, "verb"),
        (Self::VerbOrNoun, "verb_or_noun"),
        (Self::Adjective, "adjective"),
        (Self::Addressee, "addressee"),
        (Self::Venue, "venue"),
        (Self::OrganisationWord, "organisation_word"),
        (Self::Work, "work"),
        (Self::Naming, "naming"),
        (Self::NegativePronoun, "negative_pronoun"),
        (Self::Gesture, "gesture"),
        (Self::DistancingWord, "distancing_word"),
        (Self::NegatingVerb, "negating_verb"),
        (Self::ClauseMark, "clause_mark"),
        (Self::NegationFocus, "negation_focus"),
        (Self::LinkingVerb, "linking_verb"),
        (Self::NotAdverb, "not_adverb"),
    ];

    /// The class that a pack names `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, n)| *n == name)
            .map(|(class, _)| *class)
    }
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordClasses(u64);

impl WordClasses {
    /// Adds a class.
    pub const fn insert(&mut self, class: WordClass) {
        self.0 |= 1 << class as u8;
    }

    /// Whether the class is in the set.
    #[inline]
    pub const fn has(self, class: WordClass) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether any of the classes is in the set.
    #[inline]
    pub fn any(self, classes: &[WordClass]) -> bool {
        // One mask, made when the program is built, and one test.
        let bits = classes
            .iter()
            .fold(0_u64, |bits, &class| bits | 1 << class as u8);
        self.0 & bits != 0
    }

    /// Whether the sets share a class.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the word is in no class.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<WordClass> for WordClasses {
    fn from_iter<T: IntoIterator<Item = WordClass>>(classes: T) -> Self {
        let mut all = Self::default();
        for class in classes {
            all.insert(class);
        }
        all
    }
}
