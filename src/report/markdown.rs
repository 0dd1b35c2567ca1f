//! Markdown for a comment on a pull request (GitHub's dialect): the figures side by side, the words, and the rest folded away.

use super::SideReport;
use super::gate::GateState;
use super::model::{ArticleReport, Report};
use super::numbers;
use super::plain::plain;
use super::table::cells::{self, Row};
use crate::measure::{FAMILIES, Measure};
use std::borrow::Cow;
use std::fmt::Write as _;

/// Writing to a string cannot fail.
macro_rules! put {
    ($text:expr, $($rest:tt)*) => { let _ = writeln!($text, $($rest)*); };
}

/// The whole comment.
pub fn markdown(report: &Report) -> String {
    let mut text = String::new();
    let articles = &report.articles;
    put!(
        text,
        "## How {} framed",
        match articles.len() {
            1 => "this article is".to_owned(),
            many => format!("these {many} articles are"),
        }
    );
    gates(report, &mut text);
    put!(text, "");
    for (letter, article) in letters(articles) {
        put!(
            text,
            "- **{letter}** {} · {}{}",
            escaped(&cells::outlet(article)),
            escaped(&cells::title(article)),
            day(article)
        );
    }
    let sides = cells::sides(articles);
    if !sides.is_empty() {
        table(&mut text, "Talked about and heard", &sides, articles);
    }
    table(&mut text, "", &cells::figures(articles), articles);
    contrasts(report, &mut text);
    let words = cells::loaded_words(articles);
    put!(
        text,
        "\n### Loaded words\n\nWording that takes a position; S5 is the fifth sentence of the body."
    );
    if words.is_empty() {
        put!(text, "\nNone found.");
    } else {
        table(&mut text, "", &words, articles);
    }
    flags(articles, &mut text);
    details(articles, &mut text);
    put!(
        text,
        "\nA loaded word is not a wrong word, and a source is not right because it is quoted. Not seen: irony, metaphor, images, placement, and what no article mentions."
    );
    put!(
        text,
        "\n<sub>parallax {} · {} lexicon packs</sub>",
        escaped(&report.tool_version),
        report.lexicons.len()
    );
    text
}

fn letters(articles: &[ArticleReport]) -> impl Iterator<Item = (String, &ArticleReport)> {
    (0_usize..).map(letter).zip(articles)
}

/// A to Z, then A27 and so on.
fn letter(index: usize) -> String {
    match u8::try_from(index) {
        Ok(small @ 0..26) => char::from(b'A' + small).to_string(),
        _ => format!("A{}", index + 1),
    }
}

fn day(article: &ArticleReport) -> String {
    let day = article
        .published
        .as_deref()
        .and_then(|date| date.split('T').next());
    day.map_or_else(String::new, |day| format!(" · {}", escaped(day)))
}

/// The gates that do not hold, and how many do.
fn gates(report: &Report, text: &mut String) {
    if report.gates.is_empty() {
        return;
    }
    let count = |state| {
        report
            .gates
            .iter()
            .filter(|gate| gate.state == state)
            .count()
    };
    put!(
        text,
        "\n**Gates:** {} failed, {} passed, {} accepted, {} not measurable",
        count(GateState::Failed),
        count(GateState::Passed),
        count(GateState::Accepted) + count(GateState::Allowed),
        count(GateState::NotMeasured)
    );
    let failed = report
        .gates
        .iter()
        .filter(|gate| gate.state == GateState::Failed);
    for (index, gate) in failed.enumerate() {
        if index == 0 {
            put!(text, "");
        }
        let first = gate.evidence.first().map_or_else(String::new, |found| {
            let line = found
                .line
                .map_or_else(String::new, |line| format!(", line {line}"));
            format!(" First: “{}”{line}.", escaped(&found.text))
        });
        put!(
            text,
            "- ❌ {} — {}.{first}",
            escaped(&gate.article),
            escaped(&gate.message)
        );
    }
}

/// A table with one column an article.
fn table(text: &mut String, title: &str, rows: &[Row], articles: &[ArticleReport]) {
    let mut header = format!("\n| {} |", escaped(title));
    let mut rule = "|---|".to_owned();
    for (letter, article) in letters(articles) {
        let _ = write!(header, " {letter} {} |", escaped(&cells::outlet(article)));
        rule.push_str("---|");
    }
    put!(text, "{header}\n{rule}");
    for (label, cells) in rows {
        let mut line = format!("| {} |", escaped(label.trim_start()));
        for cell in cells {
            let _ = write!(line, " {} |", escaped(cell));
        }
        put!(text, "{line}");
    }
}

/// What chance explains and what it does not, in one sentence.
fn contrasts(report: &Report, text: &mut String) {
    let Some(comparison) = report
        .comparison
        .as_ref()
        .filter(|comparison| comparison.tests > 0)
    else {
        return;
    };
    let standing = comparison.measures.iter().flat_map(|measure| {
        measure
            .pairs
            .iter()
            .filter(|pair| pair.distinguishable)
            .map(move |pair| (measure, pair))
    });
    let mut said = Vec::new();
    for (measure, pair) in standing {
        let name =
            crate::measure::find(&measure.id).map_or(measure.id.as_str(), |measure| measure.name);
        said.push(format!(
            "{name}: {} and {} differ (p {})",
            letter(pair.left as usize),
            letter(pair.right as usize),
            numbers::p_value(pair.p_adjusted)
        ));
    }
    if said.is_empty() {
        put!(
            text,
            "\nNo two rates are distinguishable on these texts (Holm over {} tests).",
            comparison.tests
        );
    } else {
        put!(
            text,
            "\nDistinguishable (Holm over {} tests): {}.",
            comparison.tests,
            escaped(&said.join("; "))
        );
    }
    for note in &comparison.notes {
        put!(text, "\n> {}", escaped(note));
    }
}

fn flags(articles: &[ArticleReport], text: &mut String) {
    if articles.iter().all(|article| article.flags.is_empty()) {
        return;
    }
    put!(text, "\n### Not to be missed\n");
    for (letter, article) in letters(articles) {
        for flag in &article.flags {
            put!(text, "- **{letter}** {}", escaped(flag));
        }
    }
}

/// Every measure of the registry, folded away.
fn details(articles: &[ArticleReport], text: &mut String) {
    put!(text, "\n<details><summary>Every measure</summary>\n");
    for family in FAMILIES {
        let rows: Vec<Row> = family
            .measures
            .iter()
            .flat_map(|measure| measured(measure, articles))
            .collect();
        if rows.is_empty() {
            continue;
        }
        table(text, family.title, &rows, articles);
    }
    put!(text, "\n</details>");
}

/// The row of a measure; of one that is made for each side, a row a side, and none where no side is declared.
fn measured(measure: &'static Measure, articles: &[ArticleReport]) -> Vec<Row> {
    let row = |name: Cow<'static, str>, side: Option<&str>| {
        let cells = articles.iter().map(|article| {
            let mut all = article.measures.iter();
            let found = all.find(|found| found.id == measure.id && found.side.as_deref() == side);
            found.map_or_else(|| numbers::NOTHING.to_owned(), numbers::measurement)
        });
        (name, cells.collect())
    };
    if !measure.per_side {
        return vec![row(Cow::Borrowed(measure.name), None)];
    }
    let sides = articles.first().map_or(&[][..], |article| &article.sides);
    let of = |side: &SideReport| {
        let name = format!("{}: {}", measure.name, side.label);
        row(Cow::Owned(name), Some(&side.side))
    };
    sides.iter().map(of).collect()
}

/// Text in which Markdown and HTML find nothing to obey: no emphasis, link, image, code, tag, mention, issue number or address.
pub fn escaped(text: &str) -> String {
    let shown = plain(text);
    let mut escaped = String::with_capacity(shown.len() + 16);
    for c in shown.chars() {
        match c {
            '&' | '<' | '>' | '"' | '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|'
            | '~' | '@' | ':' | '$' | '^' => {
                let _ = write!(escaped, "&#{};", c as u32);
            }
            _ => escaped.push(c),
        }
    }
    // The one address that is recognised without a colon.
    escaped
        .replace("www.", "www&#46;")
        .replace("WWW.", "WWW&#46;")
}
