//! Prints the JSON Schema of a machine format: `cargo run --features schema --example report_schema > docs/schema/report.schema.json`,
//! and with `-- diff` that of `parallax diff`, for `docs/schema/diff.schema.json`.
#![allow(clippy::print_stdout)]

use parallax::report::schema;

fn main() -> serde_json::Result<()> {
    let schema = match std::env::args().nth(1).as_deref() {
        Some("diff") => schema::revision()?,
        _ => schema::pretty()?,
    };
    print!("{schema}");
    Ok(())
}
