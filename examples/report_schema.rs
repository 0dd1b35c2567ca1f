//! Prints the JSON Schema of the report: `cargo run --features schema --example report_schema > docs/schema/report.schema.json`.
#![allow(clippy::print_stdout)]

fn main() -> serde_json::Result<()> {
    print!("{}", parallax::report::schema::pretty()?);
    Ok(())
}
