//! Makes the report of one article from what the stages found.

use super::flags::flags;
use super::model::{ArticleReport, LexiconUsed, Rationale, Report, SCHEMA_VERSION, VoiceWords};
use super::sides::parties_used;
use super::view::View;
use crate::analyzer::{Analysis, Analyzer};
use crate::article::ZoneKind;
use crate::lexicon::{Family, Lexicon};
use crate::measure::{self, Seeds};
use std::collections::{BTreeMap, BTreeSet};

/// What a report holds beside what it always holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportOptions {
    /// The article's text.
    pub text: bool,
    /// Attributions of thoughts and wishes.
    pub mental: bool,
}

/// A report without comparison.
pub fn report(analyzer: &Analyzer, articles: Vec<ArticleReport>) -> Report {
    Report {
        schema_version: SCHEMA_VERSION.to_owned(),
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        lexicons: lexicons(analyzer.lexicon()),
        parties: parties_used(analyzer.parties()),
        rationales: BTreeMap::new(),
        articles,
        comparison: None,
        gates: Vec::new(),
    }
}

/// Why the entries that these articles contain are in the packs. Reads the packs' sources, which costs more than an article.
pub fn rationales(lexicon: &Lexicon, articles: &[ArticleReport]) -> BTreeMap<String, Rationale> {
    let terms = articles
        .iter()
        .flat_map(|article| article.loaded.iter().chain(&article.epistemic));
    let ids: BTreeSet<&str> = terms.map(|term| term.entry.as_str()).collect();
    let entries: Vec<_> = ids
        .iter()
        .filter_map(|id| lexicon.entry_by_id(id))
        .collect();
    let prose = lexicon.prose_of(&entries);
    prose
        .into_iter()
        .map(|(id, prose)| {
            let rationale = Rationale {
                why: prose.rationale,
                alternatives: prose.neutral_alternatives,
            };
            (lexicon.entry(id).id().to_owned(), rationale)
        })
        .collect()
}

/// The packs, in the order in which they were read.
pub fn lexicons(lexicon: &Lexicon) -> Vec<LexiconUsed> {
    lexicon
        .packs()
        .iter()
        .map(|pack| LexiconUsed {
            id: pack.id.clone(),
            version: pack.version.clone(),
            digest: pack.digest.clone(),
        })
        .collect()
}

/// The report of one article: measures with intervals, and all that they rest on.
pub fn article_report(
    analyzer: &Analyzer,
    analysis: &Analysis<'_>,
    options: ReportOptions,
) -> ArticleReport {
    let mut measured = analyzer.measure(analysis);
    let digest = measure::lexicon_digest(analyzer.lexicon());
    let seeds = Seeds {
        text: &analysis.article.text,
        lexicon: &digest,
    };
    measure::add_intervals(&analysis.subject(analyzer), &mut measured, &seeds);
    let view = View::new(analysis, analyzer, &measured);
    let (article, document) = (analysis.article, &analysis.document);
    let mut report = ArticleReport {
        id: article.id.clone(),
        path: article.path.clone(),
        origin: article.origin,
        outlet: article.outlet.name.clone(),
        outlet_from: article.outlet.from,
        event: article.event.clone(),
        title: article.title.clone(),
        published: article.published.clone(),
        url: article.url.clone(),
        genre: article.genre.clone(),
        words: document.body_words(),
        sentences: document.body_sentences(),
        paragraphs: document
            .blocks
            .iter()
            .filter(|block| block.zone.kind == ZoneKind::Body)
            .count() as u32,
        voices: VoiceWords {
            author: analysis.voices.author,
            reported: analysis.voices.reported,
            ambiguous: analysis.voices.ambiguous,
        },
        zones: view.zones(),
        loaded: view.terms(Family::Framing),
        epistemic: view.terms(Family::Epistemic),
        attributions: view.attributions(options.mental),
        sources: view.sources(),
        unresolved: view.unresolved(),
        markers: view.markers(),
        claims: view.claims(),
        headline: view.headline(),
        names: view.names(),
        naming: view.naming(),
        context: view.context(),
        story_starts: analysis.context.earliest().map(|(year, _)| year),
        mentions: view.mentions(),
        sides: view.sides(),
        harm: view.harm(),
        harm_sides: view.harm_sides(),
        figures: view.figures(analyzer),
        named_victims: view.named_victims(),
        victim_details: view.victim_details(),
        flags: Vec::new(),
        notes: view.notes(),
        quotations: if options.text {
            view.quotations()
        } else {
            Vec::new()
        },
        sentence_places: if options.text {
            view.sentence_places()
        } else {
            Vec::new()
        },
        text: options.text.then(|| article.text.clone()),
        measures: Vec::new(),
    };
    report.measures = measured.measurements;
    report.flags = flags(&report);
    report
}
