//! From what was found to the text of each output.

use super::arguments::{Format, Part, Report as Options};
use super::console::Console;
use super::gates::{Gates, Verdicts};
use super::outputs::Output;
use parallax::analyzer::{Analysis, Analyzer};
use parallax::compare::coverage::Checklist;
use parallax::compare::{self, SideBySide};
use parallax::error::Problem;
use parallax::measure::Measured;
use parallax::report::csv::Shape;
use parallax::report::plain::plain_json;
use parallax::report::standoff::standoff;
use parallax::report::table::{self, Look};
use parallax::report::{
    self, ArticleReport, Report, ReportOptions, csv, github, html, json, jsonl, junit, markdown,
    sarif,
};
use std::borrow::Cow;

/// What one article gives: its report, and its line of standoff annotation, each only where an output wants it.
pub(crate) struct Result {
    pub(crate) report: Option<ArticleReport>,
    standoff: Option<String>,
    verdicts: Verdicts,
}

/// What the outputs want to know of each article.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'g> {
    gates: &'g Gates,
    report: bool,
    standoff: bool,
    options: ReportOptions,
}

impl<'g> Wanted<'g> {
    pub(crate) fn by(outputs: &[Output], options: &Options, gates: &'g Gates) -> Self {
        let standoff = outputs
            .iter()
            .any(|output| output.format == Format::Standoff);
        let report = !gates.is_empty()
            || outputs
                .iter()
                .any(|output| output.format != Format::Standoff);
        // Tables cut the parts they explain from the text, pages show it, and marks need its lines.
        let places = outputs
            .iter()
            .any(|output| matches!(output.format, Format::Html | Format::Sarif | Format::Github));
        let text = options.with_text || !options.explain.is_empty() || places || !gates.is_empty();
        Self {
            gates,
            report,
            standoff,
            options: ReportOptions {
                text,
                mental: options.mental,
            },
        }
    }

    /// What the outputs want of one article.
    pub(crate) fn of(self, analyzer: &Analyzer, analysis: &Analysis<'_>) -> Result {
        let report = self
            .report
            .then(|| report::article_report(analyzer, analysis, self.options));
        let judge = |report| {
            self.gates
                .judge(analyzer, analysis.article, report, self.options)
        };
        Result {
            verdicts: report.as_ref().map(judge).unwrap_or_default(),
            report,
            standoff: self.standoff.then(|| standoff_line(analysis, analyzer)),
        }
    }
}

fn standoff_line(analysis: &Analysis<'_>, analyzer: &Analyzer) -> String {
    // Strings and numbers only: nothing in it can fail to be written.
    let line = serde_json::to_string(&standoff(analysis, analyzer.lexicon())).unwrap_or_default();
    format!("{}\n", plain_json(&line))
}

/// Writes every output. `side` holds the analyses of the articles that are set side by side, and what the reader wants to know of each.
pub(crate) fn write(
    outputs: Vec<Output>,
    results: Vec<Result>,
    (side, baseline): (Option<(&[Analysis<'_>], &Checklist)>, Option<usize>),
    analyzer: &Analyzer,
    (options, gates): (&Options, &Gates),
    console: &mut Console,
) {
    let (mut articles, mut lines) = (Vec::new(), String::new());
    let mut verdicts = Vec::new();
    for result in results {
        articles.extend(result.report);
        lines.extend(result.standoff);
        verdicts.push(result.verdicts);
    }
    let mut report = report::report(analyzer, articles);
    let judged = report.articles.iter();
    let judged: Vec<(&str, &str)> = judged
        .map(|article| (&*article.id, &*article.path))
        .collect();
    gates.close(&mut verdicts, &judged, console);
    let outcomes = verdicts.iter().flat_map(Verdicts::outcomes);
    report.gates = outcomes.cloned().collect();
    if let Some((analyses, checklist)) = side.filter(|_| !report.articles.is_empty()) {
        let side = SideBySide {
            lexicon: analyzer.lexicon(),
            analyses,
        };
        let compared = compare::compare_with(side, checklist);
        let measured: Vec<Measured> = analyses.iter().map(|of| analyzer.measure(of)).collect();
        let mut comparison = report::side_by_side(&report.articles, side, &compared);
        comparison.distinctive = compare::distinctive::distinctive(side);
        if let Some(baseline) = baseline {
            comparison = comparison.against(baseline);
        }
        comparison.card = report::card_lines(side, &measured, analyzer.parties());
        report.comparison = Some(comparison);
    }
    if outputs.iter().any(|output| output.format == Format::Html) {
        report.rationales = report::rationales(analyzer.lexicon(), &report.articles);
    }
    for output in outputs {
        match text(&output, &report, &lines, options, console) {
            Ok(text) => output.write(&text, console),
            Err(error) => console.problem(&Problem::new(
                "--format",
                format!("cannot be written: {error}; please report this"),
            )),
        }
    }
}

/// The report in the format of an output.
fn text<'l>(
    output: &Output,
    report: &Report,
    lines: &'l str,
    options: &Options,
    console: &Console,
) -> std::result::Result<Cow<'l, str>, Box<dyn std::error::Error>> {
    let base = std::env::current_dir().unwrap_or_default();
    let shape = if options.csv_long {
        Shape::Long
    } else {
        Shape::Wide
    };
    Ok(Cow::Owned(match output.format {
        Format::Standoff => return Ok(Cow::Borrowed(lines)),
        Format::Json => plain_json(&json::pretty(&as_asked(report, options))?).into_owned(),
        Format::Jsonl => jsonl::lines(&as_asked(report, options))?,
        Format::Csv => csv::csv(report, shape)?,
        Format::Html => html::page(report),
        Format::Markdown => markdown::markdown(report),
        Format::Sarif => sarif::sarif(report, &base)?,
        Format::Github => github::commands(report, &base),
        Format::Junit => junit::junit(report)?,
        Format::Table => table_text(report, output, options, console),
    }))
}

/// The report with the articles' texts only where they were asked for.
fn as_asked<'r>(report: &'r Report, options: &Options) -> Cow<'r, Report> {
    if options.with_text || report.articles.iter().all(|article| article.text.is_none()) {
        return Cow::Borrowed(report);
    }
    let mut report = report.clone();
    for article in &mut report.articles {
        article.without_text();
    }
    Cow::Owned(report)
}

fn table_text(report: &Report, output: &Output, options: &Options, console: &Console) -> String {
    let look = Look {
        width: output.columns(options),
        color: output.colored(console),
    };
    let mut parts: Vec<table::Part> = options.explain.iter().map(|part| part.of_table()).collect();
    parts.dedup();
    if report.comparison.is_some() {
        table::compare(report, &parts, look)
    } else {
        table::score(report, &parts, look)
    }
}

impl Part {
    const fn of_table(self) -> table::Part {
        match self {
            Self::Zones => table::Part::Zones,
            Self::Attributions => table::Part::Attributions,
            Self::Claims => table::Part::Claims,
            Self::Naming => table::Part::Naming,
            Self::Context => table::Part::Context,
            Self::Headline => table::Part::Headline,
            Self::Alignment => table::Part::Alignment,
            Self::Harm => table::Part::Harm,
        }
    }
}
