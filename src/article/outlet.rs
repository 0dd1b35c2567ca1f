//! Who published an article: from the metadata, the byline or the file's name, in that order.

use super::rules::ZoneRules;
use super::{Outlet, OutletFrom, Zone, ZoneKind};
use std::path::Path;

/// The outlet of an article. `named` is what the metadata say; without it the host of `url` counts as metadata.
pub(super) fn outlet(
    named: Option<&str>,
    url: Option<&str>,
    text: &str,
    zones: &[Zone],
    path: &str,
    rules: &ZoneRules,
) -> Outlet {
    let named = named
        .map(|name| host(name).unwrap_or_else(|| name.trim().to_owned()))
        .filter(|name| !name.is_empty());
    if let Some(name) = named.or_else(|| url.and_then(host)) {
        return Outlet {
            name,
            from: OutletFrom::Metadata,
        };
    }
    if let Some(name) = in_byline(text, zones, rules) {
        return Outlet {
            name,
            from: OutletFrom::Byline,
        };
    }
    Outlet {
        name: stem(path),
        from: OutletFrom::FileName,
    }
}

/// The first outlet that a byline names, in the words of the text.
fn in_byline(text: &str, zones: &[Zone], rules: &ZoneRules) -> Option<String> {
    zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Byline)
        .find_map(|zone| {
            let line = zone.span.slice(text);
            let (start, end) = rules.outlets.find(line)?;
            Some(
                line[start..end]
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        })
}

/// The host of an address, without `www.`.
fn host(address: &str) -> Option<String> {
    let rest = ["https://", "http://", "//"]
        .iter()
        .find_map(|scheme| address.trim().strip_prefix(scheme))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.split(':').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// The file's name without folders and extension.
fn stem(path: &str) -> String {
    Path::new(path).file_stem().map_or_else(
        || path.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_file_names() {
        assert_eq!(
            host("https://www.Post.example:80/a?b").as_deref(),
            Some("post.example")
        );
        assert_eq!(host("Valley Post"), None);
        assert_eq!(stem("a/bbc-news.txt"), "bbc-news");
        assert_eq!(stem("000_abc.txt"), "000_abc");
        assert_eq!(stem("articles.en.jsonl"), "articles.en");
    }
}
