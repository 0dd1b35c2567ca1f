//! `parallax compare`: articles about one event, side by side.

use super::arguments::{Compare, Shared};
use super::config::{self, Options};
use super::console::Console;
use super::gates::Gates;
use super::render::{self, Wanted};
use super::{inputs, outputs};
use parallax::article::Article;
use parallax::compare::coverage::Checklist;
use parallax::error::Problem;

/// Fewest and most articles that stand side by side.
const ARTICLES: std::ops::RangeInclusive<usize> = 2..=26;

pub(crate) fn run(mut compare: Compare, shared: &Shared, console: &mut Console) {
    let options = Options {
        inputs: &mut compare.inputs,
        report: &mut compare.report,
        gates: &mut compare.gates,
        group: None,
    };
    let Some(resolved) = config::resolve(shared, options, console) else {
        return;
    };
    let outputs = outputs::open(&compare.report, console);
    if outputs.is_empty() {
        return;
    }
    let analyzer = inputs::analyzer(&compare.inputs, console);
    let Some(gates) = Gates::read(&compare.gates, &resolved, &analyzer, console) else {
        return;
    };
    let articles = inputs::articles(&compare.inputs, &analyzer, console);
    if !ARTICLES.contains(&articles.len()) {
        let message = format!(
            "sets two to 26 articles side by side, and {} could be read; {}",
            articles.len(),
            if articles.len() < 2 {
                "name another one, or use `parallax score`"
            } else {
                "name fewer, or use `parallax score`"
            }
        );
        console.problem(&Problem::new("compare", message));
        return;
    }
    let baseline = match baseline(&compare, &articles) {
        Ok(baseline) => baseline,
        Err(problem) => return console.problem(&problem),
    };
    let checklist = compare
        .facts
        .as_deref()
        .map_or_else(Checklist::default, |path| inputs::checklist(path, console));
    let wanted = Wanted::by(&outputs, &compare.report, &gates);
    let analyses = inputs::in_parallel(&compare.inputs, &articles, |article| {
        analyzer.analyze(article)
    });
    let results = inputs::in_parallel(&compare.inputs, &analyses, |analysis| {
        wanted.of(&analyzer, analysis)
    });
    let report = (&compare.report, &gates);
    render::write(
        outputs,
        results,
        (Some((&analyses, &checklist)), baseline),
        &analyzer,
        report,
        console,
    );
}

/// The article of the outlet that the others are compared with: its name or id, or a part of them that no other has.
fn baseline(compare: &Compare, articles: &[Article]) -> Result<Option<usize>, Problem> {
    let Some(wanted) = &compare.baseline else {
        return Ok(None);
    };
    let plain = |name: &str| name.to_lowercase().replace(['-', '_'], " ");
    let names = |article: &Article| [plain(&article.outlet.name), plain(&article.id)];
    let wanted_plain = plain(wanted);
    let matching = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let fitting = |at: &usize| names(&articles[*at]).iter().any(|name| fits(name));
        (0..articles.len()).filter(fitting).collect()
    };
    let mut found = matching(&|name| name == wanted_plain);
    if found.is_empty() {
        found = matching(&|name| name.contains(&wanted_plain));
    }
    if let [only] = found.as_slice() {
        return Ok(Some(*only));
    }
    let outlets: Vec<&str> = articles
        .iter()
        .map(|article| article.outlet.name.as_str())
        .collect();
    let what = if found.is_empty() {
        "is none of the outlets"
    } else {
        "fits several articles"
    };
    let message = format!("`{wanted}` {what}; name one of: {}", outlets.join(", "));
    Err(Problem::new("--baseline", message))
}
