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
        let v = serde_json::to_value(parallax::report::standoff::standoff(&analysis, analyzer.lexicon())).unwrap();
        writeln!(out, "{v}").unwrap();
    }
}
