//! Gates on the command line: reading them and their baseline, judging each article, and saying which failed.

use super::arguments::GateOptions;
use super::config::{Override, Resolved};
use super::console::Console;
use super::outputs;
use parallax::analyzer::Analyzer;
use parallax::article::Article;
use parallax::error::Problem;
use parallax::party::Parties;
use parallax::policy::{self, Allowances, Baseline, Gate, Judged, Setting};
use parallax::report::{self, ArticleReport, GateState, ReportOptions};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The gates of a run, and what they are judged by.
pub(crate) struct Gates {
    usual: Vec<Gate>,
    phrases: Vec<String>,
    entries: Vec<String>,
    overrides: Vec<Override>,
    baseline: Baseline,
    place: Option<PathBuf>,
    update: bool,
}

/// How the gates of one article went, and what to say of its comments.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Verdicts {
    judged: Judged,
    problems: Vec<Problem>,
    notes: Vec<Problem>,
}

impl Verdicts {
    /// How each gate went.
    pub(crate) fn outcomes(&self) -> &[report::GateOutcome] {
        &self.judged.outcomes
    }

    /// The gates that failed, as they were written.
    pub(crate) fn failed(&self) -> Vec<String> {
        let failed = self.judged.outcomes.iter();
        let failed = failed.filter(|outcome| outcome.state == GateState::Failed);
        failed.map(|outcome| outcome.gate.clone()).collect()
    }

    /// Keeps what is not as it should be, and gives the gates that could not be measured: a batch says how many, not which.
    pub(crate) fn shortened(&mut self) -> Vec<String> {
        let outcomes = std::mem::take(&mut self.judged.outcomes);
        let (unmeasured, rest): (Vec<_>, Vec<_>) = outcomes
            .into_iter()
            .filter(|outcome| outcome.state != GateState::Passed)
            .partition(|outcome| outcome.state == GateState::NotMeasured);
        self.judged.outcomes = rest;
        unmeasured.into_iter().map(|outcome| outcome.gate).collect()
    }
}

/// A gate on the figure of a side that is not declared would never fail.
fn undeclared(gate: &Gate, parties: &Parties) -> Option<Problem> {
    let side = gate.side.as_ref()?;
    if parties.find(side).is_some() {
        return None;
    }
    let declared: Vec<&str> = parties.iter().map(|(_, party)| party.id.as_str()).collect();
    let remedy = if declared.is_empty() {
        "declare it with --parties FILE or --party NAME=alias,alias".to_owned()
    } else {
        format!("the declared ones are {}", declared.join(", "))
    };
    let message = format!("`{}`: no side `{side}` is declared; {remedy}", gate.written);
    Some(Problem::new("--fail-on", message))
}

impl Gates {
    /// Reads the gates and the baseline. `None` where one of them is wrong, after all mistakes were listed.
    pub(crate) fn read(
        options: &GateOptions,
        resolved: &Resolved,
        analyzer: &Analyzer,
        console: &mut Console,
    ) -> Option<Self> {
        let mut right = true;
        let mut fail = |problem: Problem| {
            console.problem(&problem);
            right = false;
        };
        let mut gates = Vec::new();
        for text in &options.fail_on {
            match Gate::parse(text) {
                Ok(gate) => gates.push(gate),
                Err(message) => fail(Problem::new("--fail-on", message)),
            }
        }
        let more = resolved.overrides.iter().flat_map(|over| &over.gates);
        for gate in gates.iter().chain(more.flatten()) {
            if let Some(problem) = undeclared(gate, analyzer.parties()) {
                fail(problem);
            }
        }
        let (phrases, entries) = (
            resolved.texts("allow.phrases"),
            resolved.texts("allow.entries"),
        );
        let configured = entries
            .iter()
            .chain(resolved.overrides.iter().flat_map(|over| &over.entries));
        for message in
            policy::unknown_entries(&configured.cloned().collect::<Vec<_>>(), analyzer.lexicon())
        {
            fail(Problem::new(resolved.place(), message));
        }
        let mut baseline = Baseline::default();
        let place = options.gate_baseline.clone();
        if let Some(path) = &place {
            let shown = path.display().to_string();
            match std::fs::read_to_string(path) {
                Ok(text) => match Baseline::parse(&shown, &text) {
                    Ok(read) => baseline = read,
                    // It is about to be written anew.
                    Err(_) if options.update_gate_baseline => {}
                    Err(problem) => fail(problem),
                },
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    if !options.update_gate_baseline {
                        fail(Problem::new(
                            shown,
                            "does not exist; write it with --update-gate-baseline",
                        ));
                    }
                }
                Err(error) => fail(Problem::new(
                    shown,
                    format!(
                        "cannot be read: {error}; it is a JSON text that --update-gate-baseline writes"
                    ),
                )),
            }
        }
        right.then(|| Self {
            usual: gates,
            phrases,
            entries,
            overrides: resolved.overrides.clone(),
            baseline,
            place,
            update: options.update_gate_baseline,
        })
    }

    /// All that decides: runs with the same text judge alike.
    pub(crate) fn key(&self) -> String {
        format!(
            "{:?} {:?} {:?} {:?} {:?}",
            self.usual, self.phrases, self.entries, self.overrides, self.baseline
        )
    }

    /// Whether no article has a gate.
    pub(crate) fn is_empty(&self) -> bool {
        self.usual.is_empty()
            && self
                .overrides
                .iter()
                .all(|over| over.gates.as_ref().is_none_or(Vec::is_empty))
    }

    /// Judges an article whose text is kept in its report.
    pub(crate) fn judge(
        &self,
        analyzer: &Analyzer,
        article: &Article,
        report: &ArticleReport,
        options: ReportOptions,
    ) -> Verdicts {
        let mut gates = &self.usual;
        let (mut phrases, mut entries) = (self.phrases.clone(), self.entries.clone());
        let path = report::location::file(report);
        for over in self
            .overrides
            .iter()
            .filter(|over| over.files.is_match(path.trim_start_matches("./")))
        {
            if let Some(own) = &over.gates {
                gates = own;
            }
            phrases.extend_from_slice(&over.phrases);
            entries.extend_from_slice(&over.entries);
        }
        if gates.is_empty() {
            return Verdicts::default();
        }
        let (allowances, problems) =
            Allowances::of(article, analyzer.lexicon(), &phrases, &entries);
        let mut notes = Vec::new();
        let mut without = None;
        if !allowances.is_empty() {
            let mut analysis = analyzer.analyze(article);
            let (reasons, idle) = allowances.leave_out(&mut analysis, analyzer.lexicon());
            for allowance in idle {
                notes.push(Problem::at_line(
                    path,
                    allowance.line,
                    format!(
                        "allows `{}`, which does not occur; remove the comment",
                        allowance.name
                    ),
                ));
            }
            if !reasons.is_empty() {
                without = Some((
                    report::article_report(analyzer, &analysis, options).measures,
                    reasons.join("; "),
                ));
            }
        }
        let setting = Setting {
            gates,
            baseline: &self.baseline,
            allowances: &allowances,
            without: without
                .as_ref()
                .map(|(measures, reasons)| (measures.as_slice(), reasons.as_str())),
        };
        Verdicts {
            judged: policy::evaluate(report, &setting),
            problems,
            notes,
        }
    }

    /// Says what failed and what could not be measured, and brings the baseline up to date. `articles` are those that were judged, as id and file.
    pub(crate) fn close(
        &self,
        verdicts: &mut [Verdicts],
        articles: &[(&str, &str)],
        console: &mut Console,
    ) {
        if self.is_empty() {
            return;
        }
        for (verdicts, (_, file)) in verdicts.iter_mut().zip(articles) {
            for problem in &verdicts.problems {
                console.problem(problem);
            }
            for note in &verdicts.notes {
                console.note(note);
            }
            for outcome in &mut verdicts.judged.outcomes {
                if self.update && outcome.state == GateState::Failed {
                    outcome.state = GateState::Accepted;
                    outcome.message.push_str("; the baseline now accepts it");
                }
                said(outcome, file, console);
            }
        }
        let met: BTreeSet<usize> = verdicts
            .iter()
            .flat_map(|verdicts| &verdicts.judged.met)
            .copied()
            .collect();
        let judged: BTreeSet<&str> = articles.iter().map(|(id, _)| *id).collect();
        let unmet = self
            .baseline
            .accepted
            .iter()
            .enumerate()
            .filter(|(index, _)| !met.contains(index));
        let (stale, elsewhere): (Vec<_>, Vec<_>) = unmet
            .map(|(_, entry)| entry)
            .partition(|entry| judged.contains(entry.article.as_str()));
        let Some(path) = &self.place else { return };
        let place = path.display().to_string();
        if !self.update {
            for entry in stale {
                console.note(&Problem::new(&place, format!(
                    "is stale: `{}` no longer fails as it did for {}; --update-gate-baseline brings it up to date",
                    entry.gate, entry.article
                )));
            }
            return;
        }
        let failures = verdicts
            .iter()
            .flat_map(|verdicts| &verdicts.judged.failures);
        let baseline = Baseline::new(failures.chain(elsewhere).cloned().collect());
        console.note(&Problem::new(
            &place,
            format!("accepts {} failures of gates", baseline.accepted.len()),
        ));
        match baseline.text() {
            Ok(text) => outputs::write_file(path, &text, console),
            Err(error) => console.problem(&Problem::new(
                &place,
                format!("cannot be written: {error}; please report this"),
            )),
        }
    }
}

/// What people read of an outcome on standard error; a gate that holds needs no word.
fn said(outcome: &report::GateOutcome, file: &str, console: &mut Console) {
    let first = outcome.evidence.first();
    let mut place = file.to_owned();
    if let Some(line) = first.and_then(|first| first.line) {
        // A record's file already ends with its line.
        if let Some(column) = first.and_then(|first| first.column) {
            place = format!("{place}:{line}:{column}");
        }
    }
    let rests = first.map_or_else(String::new, |first| {
        format!("; first: \"{}\" [{}]", shortened(&first.text), first.id)
    });
    let told = Problem::new(place, format!("{}{rests}", outcome.message));
    match outcome.state {
        GateState::Passed => {}
        GateState::Failed => console.gate(&told),
        GateState::Accepted | GateState::Allowed | GateState::NotMeasured => console.note(&told),
    }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
