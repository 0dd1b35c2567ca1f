use std::io::BufRead;
fn main() {
    let analyzer = parallax::analyzer::Analyzer::builtin();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        if line.trim().is_empty() {
            continue;
        }
        let d = parallax::text::Document::from_plain(&line, analyzer.lexicon().sentence_rules());
        let f = analyzer.lexicon().facts(&d);
        let t = parallax::attribution::tags(&d, &f, analyzer.lexicon());
        for (i, tag) in t.iter().enumerate() {
            print!("{}/{:?} ", d.token_text(i), tag);
        }
        println!();
        for a in parallax::attribution::attribute(&d, &f, analyzer.lexicon()) {
            let s = |r: &Vec<std::ops::Range<usize>>| {
                r.iter()
                    .map(|x| d.span_of(x.clone()).slice(d.text).to_string())
                    .collect::<Vec<_>>()
                    .join(" || ")
            };
            println!(
                "   {:?} {:?} {:?} S[{}] C[{}] T[{}] {:?} neg={}",
                a.level,
                a.form,
                a.stance,
                s(&a.source),
                s(&a.cue.tokens),
                s(&a.content),
                a.confidence,
                a.negated
            );
        }
    }
}
