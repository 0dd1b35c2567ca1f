use parallax::attribution::Tag;
use std::io::Write;
fn main() {
    let analyzer = parallax::analyzer::Analyzer::builtin();
    let path = std::env::args().nth(1).unwrap();
    let opts = parallax::article::ReadOptions::default();
    let readings = parallax::article::read_paths(&[path], analyzer.zone_rules(), &opts);
    for p in &readings.problems {
        eprintln!("{p}");
    }
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for a in &readings.articles {
        let analysis = analyzer.analyze(a);
        let d = &analysis.document;
        let tags = parallax::attribution::tags(d, &analysis.facts, analyzer.lexicon());
        let mut v = serde_json::to_value(parallax::report::standoff::standoff(
            &analysis,
            analyzer.lexicon(),
        ))
        .unwrap();
        let listed = v["attributions"].as_array().map_or(0, Vec::len);
        for (i, at) in analysis
            .attributions
            .iter()
            .filter(|a| !a.nested)
            .enumerate()
        {
            let cue_end = at.cue.tokens.last().map_or(0, |r| r.end);
            let first = at.content.iter().map(|r| r.start).find(|&s| s >= cue_end);
            let kind = match first {
                _ if at.form == parallax::attribution::Form::Vague => "vague",
                None => "left",
                Some(s) if d.tokens[s].is_quoted() => "quote",
                Some(s) => match tags[s] {
                    Tag::That => "that",
                    Tag::To => "inf",
                    Tag::VerbIng => "ing",
                    Tag::Interrogative => "wh",
                    _ if s > 0
                        && matches!(
                            tags[s - 1],
                            Tag::Preposition | Tag::To | Tag::Subordinator
                        ) =>
                    {
                        "prep"
                    }
                    _ if at.level == parallax::lexicon::Level::Report => "clause",
                    _ => "np",
                },
            };
            let pos = at.cue.id.map_or("colon".to_string(), |id| {
                format!("{:?}", analyzer.lexicon().cue(id).kind)
            });
            // Floating quotations are content of the relation before them.
            if i >= v["attributions"].as_array().map_or(0, Vec::len) {
                break;
            }
            v["attributions"][i]["kind"] = kind.into();
            v["attributions"][i]["nested"] = at.nested.into();
            v["attributions"][i]["pos"] = pos.into();
            v["attributions"][i]["lemma"] = at.cue.lemma.clone().into();
        }
        writeln!(out, "{v}").unwrap();
    }
}
