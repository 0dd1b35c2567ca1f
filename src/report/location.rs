//! Where a thing stands in the file that people open: lines and columns, and the file's address.

use super::model::{ArticleReport, Place};
use crate::article::Origin;
use std::path::{Component, Path};

/// The lines of one text, by the code points at which they begin.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<u32>,
    origin: Origin,
}

/// A stretch of a file. Lines and columns count from 1, columns in code points; the end is one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// First line.
    pub line: u32,
    /// First column, where the file's text is the article's.
    pub column: Option<u32>,
    /// Last line.
    pub end_line: u32,
    /// One past the last column.
    pub end_column: Option<u32>,
}

impl Lines {
    /// Of an article whose text is kept in the report; without it only the line of a record is known.
    pub fn new(article: &ArticleReport) -> Self {
        let mut starts = vec![0];
        if let (Origin::File, Some(text)) = (article.origin, &article.text) {
            let ends = text.chars().zip(1..).filter(|(c, _)| *c == '\n');
            starts.extend(ends.map(|(_, next)| next));
        }
        Self {
            starts,
            origin: article.origin,
        }
    }

    /// The region of a place; `None` for a record of a JSON document.
    pub fn region(&self, [start, end]: Place) -> Option<Region> {
        match self.origin {
            Origin::Record => None,
            Origin::Line(line) => Some(Region {
                line,
                column: None,
                end_line: line,
                end_column: None,
            }),
            Origin::File => {
                let ((line, column), (end_line, end_column)) = (self.at(start), self.at(end));
                Some(Region {
                    line,
                    column: Some(column),
                    end_line,
                    end_column: Some(end_column),
                })
            }
        }
    }

    fn at(&self, point: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= point).max(1);
        (line as u32, point - self.starts[line - 1] + 1)
    }
}

/// The file of an article: its path without the number of the record's line.
pub fn file(article: &ArticleReport) -> &str {
    match article.origin {
        Origin::Line(line) => article
            .path
            .strip_suffix(&format!(":{line}"))
            .unwrap_or(&article.path),
        Origin::File | Origin::Record => &article.path,
    }
}

/// A path with strokes, relative to `base` where it lies below it.
pub fn relative(path: &str, base: &Path) -> String {
    let path = Path::new(path);
    let path = path.strip_prefix(base).unwrap_or(path);
    let mut text = String::new();
    for component in path.components() {
        match component {
            Component::RootDir => text.push('/'),
            Component::CurDir => {}
            Component::Prefix(prefix) => text.push_str(&prefix.as_os_str().to_string_lossy()),
            Component::ParentDir | Component::Normal(_) => {
                if !text.is_empty() && !text.ends_with('/') {
                    text.push('/');
                }
                text.push_str(&component.as_os_str().to_string_lossy());
            }
        }
    }
    text
}

/// The address of a file (RFC 3986): relative below `base`, else with the scheme `file`; what is not unreserved is percent-encoded.
pub fn uri(path: &str, base: &Path) -> String {
    use std::fmt::Write as _;
    let path = relative(path, base);
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_relative_and_encoded() {
        let base = Path::new("/work/desk");
        assert_eq!(uri("/work/desk/a b/ü#1.txt", base), "a%20b/%C3%BC%231.txt");
        assert_eq!(uri("./x/../y?.txt", base), "x/../y%3F.txt");
        assert_eq!(
            uri("/elsewhere/a:b.txt", base),
            "file:///elsewhere/a%3Ab.txt"
        );
        assert_eq!(relative("a/b.txt", base), "a/b.txt");
    }

    #[test]
    fn lines_and_columns_count_code_points() {
        let lines = Lines {
            starts: vec![0, 4, 9],
            origin: Origin::File,
        };
        assert_eq!(lines.at(0), (1, 1));
        assert_eq!(lines.at(3), (1, 4));
        assert_eq!(lines.at(4), (2, 1));
        assert_eq!(lines.at(20), (3, 12));
    }
}
