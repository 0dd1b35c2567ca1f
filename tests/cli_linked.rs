//! Sources of compared articles that are one are said to be, with how they were linked.

use assert_cmd::Command;

#[test]
fn a_part_of_a_name_is_linked_to_the_full_name_of_another_article() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    };
    let first = write(
        "a.txt",
        "Gate held\n\nDana Ruhl said the gate had held through the night. Nobody was hurt.\n",
    );
    let second = write(
        "b.txt",
        "Gate failed\n\nRuhl said the gate had failed twice.\n",
    );
    let output = Command::cargo_bin("parallax")
        .expect("the program")
        .args(["compare", "--format", "json"])
        .args([&first, &second])
        .output()
        .expect("runs");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let notes = report["comparison"]["notes"].to_string();
    assert!(
        notes.contains("“Dana Ruhl” (A) and “Ruhl” (B) are taken for one source"),
        "{notes}"
    );
}
