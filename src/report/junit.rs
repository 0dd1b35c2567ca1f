//! `JUnit`'s XML, which build servers read: one suite an article, one case a gate.

use super::gate::{GateOutcome, GateState};
use super::model::{ArticleReport, Report};
use super::numbers;
use super::plain::plain;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

type Xml = Writer<Vec<u8>>;

/// The articles with their gates. An article without gates has one case, which says that it was measured.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn junit(report: &Report) -> io::Result<String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("testsuites");
    let none = report
        .articles
        .iter()
        .filter(|article| gates(report, article).count() == 0);
    let cases = report.gates.len() + none.count();
    root.push_attribute(("name", "parallax"));
    root.push_attribute(("tests", cases.to_string().as_str()));
    root.push_attribute((
        "failures",
        count(report.gates.iter(), GateState::Failed).as_str(),
    ));
    root.push_attribute(("errors", "0"));
    xml.write_event(Event::Start(root))?;
    for article in &report.articles {
        suite(report, article, &mut xml)?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuites")))?;
    let mut text = String::from_utf8(xml.into_inner()).map_err(io::Error::other)?;
    text.push('\n');
    Ok(text)
}

fn gates<'r>(
    report: &'r Report,
    article: &ArticleReport,
) -> impl Iterator<Item = &'r GateOutcome> + Clone {
    let id = article.id.clone();
    report.gates.iter().filter(move |gate| gate.article == id)
}

fn count<'r>(gates: impl Iterator<Item = &'r GateOutcome>, state: GateState) -> String {
    gates.filter(|gate| gate.state == state).count().to_string()
}

fn suite(report: &Report, article: &ArticleReport, xml: &mut Xml) -> io::Result<()> {
    let gates = gates(report, article);
    let name = plain(&article.id).into_owned();
    let mut start = BytesStart::new("testsuite");
    start.push_attribute(("name", name.as_str()));
    start.push_attribute(("tests", gates.clone().count().max(1).to_string().as_str()));
    start.push_attribute(("failures", count(gates.clone(), GateState::Failed).as_str()));
    start.push_attribute(("errors", "0"));
    start.push_attribute((
        "skipped",
        count(gates.clone(), GateState::NotMeasured).as_str(),
    ));
    xml.write_event(Event::Start(start))?;
    properties(article, xml)?;
    if gates.clone().count() == 0 {
        let mut case = BytesStart::new("testcase");
        case.push_attribute(("name", "measured"));
        case.push_attribute(("classname", name.as_str()));
        case.push_attribute(("time", "0"));
        xml.write_event(Event::Empty(case))?;
    }
    for gate in gates {
        case(gate, &name, xml)?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuite")))
}

/// Every figure of the article.
fn properties(article: &ArticleReport, xml: &mut Xml) -> io::Result<()> {
    xml.write_event(Event::Start(BytesStart::new("properties")))?;
    for measurement in &article.measures {
        let Some(value) = measurement.value else {
            continue;
        };
        let value = numbers::round(value, measurement.unit.decimals()).to_string();
        let mut property = BytesStart::new("property");
        let name = match &measurement.side {
            Some(side) => format!("{}[{}]", measurement.id, plain(side)),
            None => measurement.id.to_owned(),
        };
        property.push_attribute(("name", name.as_str()));
        property.push_attribute(("value", value.as_str()));
        xml.write_event(Event::Empty(property))?;
    }
    xml.write_event(Event::End(BytesEnd::new("properties")))
}

fn case(gate: &GateOutcome, suite: &str, xml: &mut Xml) -> io::Result<()> {
    let mut case = BytesStart::new("testcase");
    let name = plain(&gate.gate);
    case.push_attribute(("name", &*name));
    case.push_attribute(("classname", suite));
    case.push_attribute(("time", "0"));
    let message = plain(&gate.message);
    match gate.state {
        GateState::Passed => return xml.write_event(Event::Empty(case)),
        GateState::Failed => {
            xml.write_event(Event::Start(case))?;
            let mut failure = BytesStart::new("failure");
            failure.push_attribute(("message", &*message));
            failure.push_attribute(("type", gate.measure.as_str()));
            xml.write_event(Event::Start(failure))?;
            let evidence: Vec<String> = gate
                .evidence
                .iter()
                .map(|found| {
                    let place = match (found.line, found.column) {
                        (Some(line), Some(column)) => format!("{line}:{column} "),
                        (Some(line), None) => format!("{line} "),
                        (None, _) => String::new(),
                    };
                    plain(&format!("{place}{} {}", found.id, found.text)).into_owned()
                })
                .collect();
            xml.write_event(Event::Text(BytesText::new(&evidence.join("\n"))))?;
            xml.write_event(Event::End(BytesEnd::new("failure")))?;
        }
        GateState::Accepted | GateState::Allowed => {
            xml.write_event(Event::Start(case))?;
            xml.write_event(Event::Start(BytesStart::new("system-out")))?;
            xml.write_event(Event::Text(BytesText::new(&message)))?;
            xml.write_event(Event::End(BytesEnd::new("system-out")))?;
        }
        GateState::NotMeasured => {
            xml.write_event(Event::Start(case))?;
            let mut skipped = BytesStart::new("skipped");
            skipped.push_attribute(("message", &*message));
            xml.write_event(Event::Empty(skipped))?;
        }
    }
    xml.write_event(Event::End(BytesEnd::new("testcase")))
}
