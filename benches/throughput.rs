//! Megabytes a second per stage, beside the floor.
fn main() {}
