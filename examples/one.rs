fn main() {
    let analyzer = parallax::analyzer::Analyzer::builtin();
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let opts = parallax::article::ReadOptions::default();
    let readings = parallax::article::read_paths(&paths, analyzer.zone_rules(), &opts);
    for p in &readings.problems {
        eprintln!("{p}");
    }
    for a in &readings.articles {
        let x = analyzer.analyze(a);
        let d = &x.document;
        println!(
            "{} words {} sentences {} {:?}",
            a.path,
            d.body_words(),
            d.body_sentences(),
            (
                x.voices.author,
                x.voices.reported,
                x.voices.ambiguous,
                x.voices.direct
            )
        );
        for at in &x.attributions {
            let s = |r: &Vec<std::ops::Range<usize>>| {
                r.iter()
                    .map(|x| d.span_of(x.clone()).slice(d.text).to_string())
                    .collect::<Vec<_>>()
                    .join(" || ")
            };
            println!(
                "   S{} {:?} {:?} {:?} S[{}] C[{}] T[{}] {:?} {} {}",
                d.sentences[at.sentence].number,
                at.level,
                at.form,
                at.stance,
                s(&at.source),
                s(&at.cue.tokens),
                s(&at.content),
                at.confidence,
                if at.nested { "NESTED" } else { "" },
                if at.negated { "NEG" } else { "" }
            );
        }
        for t in &x.terms {
            let e = analyzer.lexicon().entry(t.entry);
            if e.weight > 0 {
                println!(
                    "      {} [{}] w{} {:?} {:?} {:?}",
                    t.span.slice(d.text),
                    e.id(),
                    e.weight,
                    e.category,
                    t.status,
                    x.voices.of(t.tokens.start)
                );
            }
        }
    }
}
