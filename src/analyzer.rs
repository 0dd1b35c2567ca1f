//! Wires the stages: the entry point for whoever embeds the library.

use crate::article::{Article, ZoneRules};
use crate::attribution::{Attribution, Scene, Voices};
use crate::framing::casualties::{self, Casualties};
use crate::framing::context::Context;
use crate::framing::harm::{self, Harms};
use crate::framing::headline::{self, Headline};
use crate::framing::naming::Naming;
use crate::lexicon::{Facts, Lexicon, TermMatch};
use crate::measure::{self, Measured, Subject};
use crate::party::{Mentions, Parties, Sides};
use crate::source::{self, Sources};
use crate::text::Document;

/// The compiled lexicons and the declared sides. Built once, shared by threads.
#[derive(Debug)]
pub struct Analyzer {
    lexicon: Lexicon,
    parties: Parties,
    zone_rules: ZoneRules,
}

/// The stages of [`Analyzer::analyze`], in order.
pub const STAGES: [&str; 13] = [
    "tokens, sentences, quotes",
    "lexicon facts",
    "terms",
    "cues and tags",
    "attribution",
    "voices",
    "scare quotes",
    "sources",
    "mentions of sides",
    "harm",
    "casualties",
    "sides",
    "names, context, headline",
];

/// What the stages found in one article.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its text, cut.
    pub document: Document<'a>,
    /// What the lexicon knows of its words.
    pub facts: Facts,
    /// Lexicon terms, in order.
    pub terms: Vec<TermMatch>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Whose voice each word is in.
    pub voices: Voices,
    /// Who speaks.
    pub sources: Sources,
    /// Where the declared sides are mentioned; empty where none is declared.
    pub parties: Mentions,
    /// Which side each source speaks for; empty where no side is declared.
    pub sides: Sides,
    /// Who harms whom.
    pub harms: Harms,
    /// Figures, names and details of those who suffer.
    pub casualties: Casualties,
    /// Which word it uses for a thing that has several.
    pub naming: Naming,
    /// Where its story begins.
    pub context: Context,
    /// What its headline says; `None` where it has none.
    pub headline: Option<Headline>,
}

impl<'a> Analysis<'a> {
    /// What the measures look at. `analyzer` is the one that made this analysis.
    pub fn subject(&'a self, analyzer: &'a Analyzer) -> Subject<'a> {
        let lexicon = &analyzer.lexicon;
        Subject {
            document: &self.document,
            facts: &self.facts,
            lexicon,
            terms: &self.terms,
            attributions: &self.attributions,
            voices: &self.voices,
            sources: &self.sources,
            parties: &analyzer.parties,
            mentions: &self.parties,
            sides: &self.sides,
            harms: &self.harms,
            casualties: &self.casualties,
            naming: &self.naming,
            context: &self.context,
            headline: self.headline.as_ref(),
        }
    }
}

impl Analyzer {
    /// With the built-in packs.
    pub fn builtin() -> Self {
        Self::new(Lexicon::builtin())
    }

    /// With a lexicon of one's own.
    pub fn new(lexicon: Lexicon) -> Self {
        let mut zone_rules = ZoneRules::default();
        for (class, _) in ZoneRules::CLASSES {
            // The names come from the same list that the rules check.
            let _ =
                zone_rules.add_class(class, lexicon.class_words(class).iter().map(String::as_str));
        }
        Self {
            lexicon,
            parties: Parties::default(),
            zone_rules,
        }
    }

    /// The same, with declared sides.
    #[must_use]
    pub fn with_parties(mut self, parties: Parties) -> Self {
        self.parties = parties;
        self
    }

    /// The declared sides; empty where none is declared.
    pub const fn parties(&self) -> &Parties {
        &self.parties
    }

    /// The compiled lexicon.
    pub const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The word lists that the readers need.
    pub const fn zone_rules(&self) -> &ZoneRules {
        &self.zone_rules
    }

    /// Runs the stages for one article.
    pub fn analyze<'a>(&self, article: &'a Article) -> Analysis<'a> {
        self.analyze_by_stage(article, |_| ())
    }

    /// The same; calls `done` after each of the [`STAGES`]: for whoever times them.
    pub fn analyze_by_stage<'a>(
        &self,
        article: &'a Article,
        mut done: impl FnMut(&'static str),
    ) -> Analysis<'a> {
        let mut stages = STAGES.into_iter();
        let mut done = || stages.next().map_or((), &mut done);
        let document = Document::new(article, self.lexicon.sentence_rules());
        done();
        let facts = self.lexicon.facts(&document);
        done();
        let mut terms = self.lexicon.terms(&document, &facts);
        done();
        let scene = Scene::new(&document, &facts, &self.lexicon);
        done();
        let attributions = scene.attributions();
        done();
        let voices = Voices::new(&document, &attributions);
        done();
        let scare = measure::scare_quotes(&document, &facts, &voices);
        measure::distance_terms(&mut terms, &scare);
        done();
        let sources = source::sources(&document, &facts, &self.lexicon, &attributions);
        done();
        let published = article.published.as_deref();
        let parties = self.parties.mentions(&document, &facts, published);
        done();
        let harms = harm::find(&scene, &parties);
        done();
        let casualties = casualties::find(&scene, &harms, &parties, &attributions);
        done();
        let sides = Sides::new(
            &self.parties,
            &scene,
            &parties,
            &sources,
            &attributions,
            &terms,
        );
        drop(scene);
        done();
        let voice = |at| voices.of(at);
        let naming = Naming::new(&document, &facts, &self.lexicon, voice, &parties);
        let context = Context::new(&document, &facts, &self.lexicon, published);
        let headline = headline::headline(
            &document,
            &facts,
            &self.lexicon,
            article.title.as_deref(),
            &headline::Found {
                attributions: &attributions,
                harms: &harms,
            },
            voice,
        );
        done();
        Analysis {
            article,
            document,
            facts,
            terms,
            attributions,
            voices,
            sources,
            parties,
            sides,
            harms,
            casualties,
            naming,
            context,
            headline,
        }
    }

    /// Counts every measure once, without intervals.
    pub fn measure(&self, analysis: &Analysis<'_>) -> Measured {
        measure::measure(&analysis.subject(self))
    }
}
