//! The page for the browser: harmless, alone, readable. What only a browser can tell is tested in `tests/browser`.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use cli_support::{ARTICLE, Scene, root, sample};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

const STYLE: &str = include_str!("../src/report/html/page.css");

fn page(files: &[(&str, &str)], command: &str) -> String {
    let mut scene = Scene::new();
    let mut arguments = vec![command, "--format", "html"];
    for (name, text) in files {
        scene = scene.with(name, text);
        arguments.push(name);
    }
    let run = scene.run(&arguments);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out
}

fn of_sample(event: &str) -> String {
    let files = sample(event);
    let mut command = Scene::new().command();
    command
        .current_dir(root())
        .args(["compare", "--format", "html"])
        .args(&files);
    cli_support::finish(&mut command).out
}

/// What stands between the first `open` and the next `close`.
fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let from = text.find(open).unwrap() + open.len();
    &text[from..from + text[from..].find(close).unwrap()]
}

/// The values of an attribute, in order.
fn values<'t>(page: &'t str, attribute: &str) -> Vec<&'t str> {
    let mark = format!(" {attribute}=\"");
    let found = page.match_indices(&mark);
    found
        .map(|(at, _)| {
            let from = at + mark.len();
            &page[from..from + page[from..].find('"').unwrap()]
        })
        .collect()
}

const HOSTILE: &str = "\
<script>alert(1)</script> & the \"old\" bridge

\"</p><img src=x onerror=alert(2)>\" said Tomas Reed, the council's chief <b>engineer</b>. He called it a brutal\u{202e} blow\u{1b}[31m.

Reed claimed that ' onmouseover='alert(3) was nobody's </style></script><script>alert(4)</script> business. It was brutal.
";

#[test]
fn hostile_text_stays_text() {
    let article = format!(
        "---\ntitle: \"<svg onload=alert(5)>\"\noutlet: \"</title><script>alert(6)</script>\"\nurl: \"javascript:alert(7)\"\n---\n{HOSTILE}"
    );
    for page in [
        page(&[("a.md", &article)], "score"),
        page(&[("a.md", &article), ("<i>b</i>.txt", HOSTILE)], "compare"),
    ] {
        assert_eq!(page.matches("<script").count(), 1, "only the page's own");
        assert_eq!(page.matches("<style").count(), 1);
        assert_eq!(page.matches("<img").count(), 0);
        assert!(!page.contains("<svg onload") && !page.contains("<b>engineer"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(page.contains("\\u{202e}") && !page.contains('\u{202e}'));
        assert!(page.contains("\\u{1b}") && !page.contains('\u{1b}'));
        assert!(
            values(&page, "href")
                .iter()
                .all(|href| href.starts_with('#')),
            "nothing of an article becomes a link"
        );
    }
}

#[test]
fn only_the_pages_own_style_and_script_may_run() {
    let page = of_sample("dam-breach");
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
    let policy = policy.replace("&#39;", "'");
    for (tag, rule) in [("style", "style-src"), ("script", "script-src")] {
        let text = between(&page, &format!("<{tag}>"), &format!("</{tag}>"));
        let digest = BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
        assert!(
            policy.contains(&format!("{rule} 'sha256-{digest}'")),
            "{rule} names the {tag} of the page: {policy}"
        );
    }
    assert!(policy.starts_with("default-src 'none'"));
    assert!(!policy.contains("unsafe"));
}

#[test]
fn nothing_is_fetched() {
    let page = of_sample("dam-breach");
    for outside in [
        " src=",
        "url(",
        "@import",
        "<link",
        "<iframe",
        "<object",
        "<embed",
        "<form",
        "http-equiv=\"refresh",
        "fetch(",
        "XMLHttpRequest",
        "style=",
    ] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn every_link_has_its_place_and_every_mark_its_note() {
    for event in ["dam-breach", "transit-strike", "border-shelling"] {
        let page = of_sample(event);
        let ids = values(&page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "no id stands twice");
        let links = values(&page, "href");
        assert!(links.len() > 60, "{event} has marks");
        for link in links {
            assert!(unique.contains(&link[1..]), "{link}");
        }
        for column in page.split("<article class=\"column\" data-a=\"").skip(1) {
            let key = &column[..1];
            let column = &column[..column.find("</article>").unwrap()];
            for mark in values(column, "data-i")
                .iter()
                .flat_map(|ids| ids.split(' '))
            {
                assert!(
                    unique.contains(format!("{key}-{mark}").as_str()),
                    "{key}-{mark}"
                );
            }
        }
    }
}

/// The text of a piece of HTML.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[test]
fn the_text_is_whole_whatever_is_marked_in_it() {
    for text in [ARTICLE, HOSTILE] {
        let page = page(&[("a.txt", text)], "score");
        let column = between(&page, "<div class=\"scroll\"", "<details class=\"notes\">");
        let column = text_of(&format!("<div{column}"));
        for block in text.split("\n\n").skip(1) {
            let block = parallax::report::plain::plain(block.trim());
            assert!(column.contains(block.as_ref()), "{block}\n---\n{column}");
        }
    }
}

#[test]
fn a_mark_says_why_it_is_one() {
    let page = page(&[("a.txt", ARTICLE)], "score");
    let note = between(&page, "<li id=\"t1-L1\"", "</li>");
    let entry = parallax::lexicon::Lexicon::builtin();
    let prose = entry
        .find("brutal")
        .first()
        .and_then(|id| entry.prose(*id))
        .unwrap();
    let text = text_of(note);
    assert!(text.contains(&prose.rationale), "{text}");
    assert!(text.contains("Counts in: strong loaded"), "{text}");
    assert!(
        text.contains("S4") && text.contains("nobody can tell whose word"),
        "{text}"
    );
}

#[test]
fn eight_articles_stay_below_a_megabyte() {
    let texts: Vec<(String, String)> = ["dam-breach", "transit-strike", "border-shelling"]
        .iter()
        .flat_map(|event| sample(event))
        .map(|path| {
            (
                path.clone(),
                std::fs::read_to_string(root().join(path)).unwrap(),
            )
        })
        .collect();
    // Each article three times over: about as long as long news reports are.
    let files: Vec<(String, String)> = (0..8)
        .map(|index| {
            let body: Vec<&str> = (0..3)
                .map(|turn| texts[(index + turn) % texts.len()].1.as_str())
                .collect();
            (format!("{index}.txt"), body.join("\n\n"))
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let page = page(&files, "compare");
    assert!(page.len() > 200_000, "{}", page.len());
    assert!(page.len() < 1_000_000, "{}", page.len());
}

/// The custom colours of a rule set.
fn palette(css: &str) -> BTreeMap<&str, [f64; 3]> {
    css.split(';')
        .filter_map(|declaration| {
            let (name, value) = declaration.rsplit_once("--")?.1.split_once(':')?;
            let hex = value.trim().strip_prefix('#')?;
            let channel = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
            Some((name.trim(), [channel(0), channel(2), channel(4)]))
        })
        .collect()
}

/// Contrast of two colours (WCAG 2.2, relative luminance).
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |color: [f64; 3]| {
        let [r, g, b] = color.map(|channel| {
            let channel = channel / 255.0;
            if channel <= 0.04045 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    (one / other).max(other / one)
}

#[test]
fn colours_can_be_told_apart() {
    /// Text on its backgrounds: 4.5 (WCAG 2.2, 1.4.3).
    const TEXT: &[(&str, &[&str])] = &[
        (
            "ink",
            &[
                "paper",
                "panel",
                "quote-tint",
                "loaded-tint",
                "claim-tint",
                "voice-light",
            ],
        ),
        ("dim", &["paper", "panel", "quote-tint"]),
        (
            "loaded",
            &["paper", "panel", "quote-tint", "loaded-tint", "claim-tint"],
        ),
        ("voice", &["paper", "panel", "quote-tint", "claim-tint"]),
        ("check", &["paper", "quote-tint", "claim-tint"]),
        (
            "claim",
            &["paper", "claim-tint", "quote-tint", "loaded-tint"],
        ),
        ("on-dark", &["voice"]),
        ("paper", &["ink"]),
    ];
    /// Lines, bars and the ring of the focus: 3 (1.4.11).
    const MARKS: &[(&str, &[&str])] = &[
        ("voice", &["paper", "panel"]),
        ("voice-light", &["paper"]),
        ("certain", &["paper", "quote-tint", "claim-tint", "panel"]),
        ("dim", &["paper", "panel"]),
        ("focus", &["paper", "panel", "quote-tint", "loaded-tint"]),
    ];
    let light = palette(between(STYLE, ":root {", "}"));
    let dark = palette(between(
        between(STYLE, "(prefers-color-scheme: dark) {", "\n}"),
        ":root {",
        "}",
    ));
    assert_eq!(
        light.keys().collect::<Vec<_>>(),
        dark.keys().collect::<Vec<_>>()
    );
    let mut weak = Vec::new();
    for (scheme, colors) in [("light", &light), ("dark", &dark)] {
        for (pairs, least) in [(TEXT, 4.5), (MARKS, 3.0)] {
            for (front, backs) in pairs {
                for back in *backs {
                    let found = contrast(colors[front], colors[back]);
                    if found < least {
                        weak.push(format!(
                            "{scheme}: {front} on {back} has {found:.2}, needs {least}"
                        ));
                    }
                }
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}
