//! `parallax.toml`: found upward, overridden by flags, mistakes with their lines, and what holds shown with where it came from.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{Run, Scene, finish, root};
use std::sync::LazyLock;

const CONFIG: &str = "\
format = \"json\"
threads = 1

[gates]
fail_on = [\"anonymous_share > 0.1\"]

[[override]]
files = [\"opinion/**\"]
fail_on = []
";

/// The article of the other tests, with a source that nobody can identify.
static ARTICLE: LazyLock<String> = LazyLock::new(|| {
    cli_support::ARTICLE.replace(
        "Sources close to the council said the",
        "A council official said that the",
    )
});

fn scene() -> Scene {
    Scene::new()
        .with("parallax.toml", CONFIG)
        .with("news/a.txt", &*ARTICLE)
        .with("opinion/b.txt", &*ARTICLE)
}

fn below(scene: &Scene, folder: &str, arguments: &[&str]) -> Run {
    finish(
        scene
            .command()
            .current_dir(scene.path(folder))
            .args(arguments),
    )
}

#[test]
fn it_is_found_upward_and_its_values_hold() {
    let scene = scene();
    let run = below(&scene, "news", &["score", "a.txt"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.starts_with('{'), "{}", run.out);
    let run = below(&scene, "news", &["score", "a.txt", "--no-config"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("WHO SPEAKS"));
}

#[test]
fn flags_come_before_it_and_overrides_are_for_their_files() {
    let scene = scene();
    let run = scene.run(&["score", "opinion/b.txt", "--format", "csv"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("id,"));
    let run = scene.run(&["score", "news/a.txt", "opinion/b.txt"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("news/a.txt") && !run.err.contains("opinion/b.txt"),
        "{}",
        run.err
    );
    let run = scene.run(&[
        "score",
        "opinion/b.txt",
        "--fail-on",
        "anonymous_share > 0.1",
    ]);
    assert_eq!(
        run.code, 1,
        "a gate on the command line is for all: {}",
        run.err
    );
}

#[test]
fn allowed_phrases_and_entries_are_left_out_of_gates() {
    let article = ARTICLE.replace(
        "Shopkeepers called",
        "The brutal decision stood.\n\nShopkeepers called",
    );
    let gate = ["score", "a.txt", "--fail-on", "loaded.types.author > 1"];
    let scene = Scene::new().with("a.txt", &article).with(
        "parallax.toml",
        "[allow]\nphrases = [\"the Brutal decision\"]\n",
    );
    let run = scene.run(&gate);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err.contains("allowed by the configuration"),
        "{}",
        run.err
    );
    let scene = scene.with("parallax.toml", "[allow]\nphrases = [\"brutal dec\"]\n");
    assert_eq!(scene.run(&gate).code, 1, "only whole words");
    let scene = scene.with("parallax.toml", "[allow]\nentries = [\"brutl.adj\"]\n");
    let run = scene.run(&gate);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("allows the entry `brutl.adj`, which no pack has"),
        "{}",
        run.err
    );
}

#[test]
fn mistakes_are_named_with_line_and_suggestion_all_at_once() {
    let text = "fromat = \"json\"\nformat = \"jsn\"\nthreads = 0\n[gates]\nfail_onn = []\nfail_on = [\"anonymus_share > 1\"]\n[[override]]\nfile = []\n";
    let scene = Scene::new()
        .with("a.txt", &*ARTICLE)
        .with("parallax.toml", text);
    let run = scene.run(&["score", "a.txt"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    for said in [
        "parallax.toml:1: no key `fromat`; did you mean `format`?",
        "parallax.toml:2: `format` must be one of table,",
        "did you mean \"json\"?",
        "parallax.toml:3: `threads` must be a whole number from 1 to 1024",
        "parallax.toml:5: no key `gates.fail_onn`; did you mean `gates.fail_on`?",
        "parallax.toml:6: no measure is called `anonymus_share`; the nearest are sources.anonymous.share",
        "parallax.toml:8: an [[override]] has no key `file`; did you mean `files`?",
        "parallax.toml:7: an [[override]] needs `files`",
    ] {
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
    let run = scene.run(&["score", "a.txt", "--config", "gone.toml"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("gone.toml: cannot be read as a configuration"),
        "{}",
        run.err
    );
    let scene = scene.with("parallax.toml", "format = \n");
    let run = scene.run(&["score", "a.txt"]);
    assert!(
        run.err.contains("parallax.toml:1: this is no TOML"),
        "{}",
        run.err
    );
}

#[test]
fn what_holds_is_shown_with_where_it_came_from_and_can_be_read_again() {
    let scene = scene();
    let run = scene.run(&["config", "--mental"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let line = |name: &str| {
        run.out
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    };
    assert!(
        line("format = \"json\"").ends_with("# parallax.toml:1"),
        "{}",
        run.out
    );
    assert!(line("mental = true").ends_with("# flag"), "{}", run.out);
    assert!(
        line("with_text = false").ends_with("# default"),
        "{}",
        run.out
    );
    assert!(
        line("fail_on = [\"anonymous_share > 0.1\"]").ends_with("# parallax.toml:5"),
        "{}",
        run.out
    );
    let again = scene.with("parallax.toml", &run.out).run(&["config"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.out.contains("mental = true"), "{}", again.out);
    assert!(
        again.out.contains("[[override]]") && again.out.contains("files = [\"opinion/**\"]"),
        "{}",
        again.out
    );
}

#[test]
fn paths_are_meant_from_its_folder() {
    let scene = Scene::new()
        .with(
            "parallax.toml",
            "[gates]\nfail_on = [\"anonymous_share > 0.1\"]\nbaseline = \"known.json\"\n",
        )
        .with("news/a.txt", &*ARTICLE);
    let run = below(
        &scene,
        "news",
        &["score", "a.txt", "--update-gate-baseline"],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(scene.path("known.json").exists());
    assert_eq!(below(&scene, "news", &["score", "a.txt"]).code, 0);
}

#[test]
fn the_schema_is_the_published_one_and_fits_the_file() {
    let run = Scene::new().run(&["config", "--schema"]);
    let place = root().join("docs/schema/config.schema.json");
    if std::env::var_os("PARALLAX_BLESS").is_some() && std::env::var_os("CI").is_none() {
        std::fs::write(&place, &run.out).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(place).unwrap(),
        run.out,
        "parallax config --schema > docs/schema/config.schema.json"
    );
    let validator = jsonschema::validator_for(&serde_json::from_str(&run.out).unwrap()).unwrap();
    let as_json = |text: &str| serde_json::to_value(text.parse::<toml::Table>().unwrap()).unwrap();
    assert!(validator.is_valid(&as_json(CONFIG)));
    assert!(!validator.is_valid(&as_json("fromat = 1")));
    assert!(!validator.is_valid(&as_json("[gates]\nfail_onn = []")));
    assert!(!validator.is_valid(&as_json("threads = 0")));
}
