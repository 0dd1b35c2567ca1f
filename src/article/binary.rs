//! Recognises files that are no plain text by their first bytes.

/// A kind of file that is not read.
#[derive(Debug, Clone, Copy)]
pub(super) struct BinaryKind {
    name: &'static str,
    remedy: &'static str,
}

impl BinaryKind {
    /// What the file looks like and what to do.
    pub(super) fn refusal(self) -> String {
        format!("looks like {}, not plain text; {}", self.name, self.remedy)
    }
}

const EXTRACT: &str = "extract its text first (for example with pdftotext) and give the .txt file";
const UNPACK: &str = "unpack it and give the files inside";
const NO_TEXT: &str = "give the article's text as a .txt, .md or .json file";
const SAVE_AS: &str = "save it as plain text (UTF-8) and give that file";
const PAGE: &str = "extract the article (for example with trafilatura --json) and give the result";

const MAGIC: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF file", EXTRACT),
    (
        b"PK\x03\x04",
        "a ZIP archive or an office document",
        "save the document as plain text, or unpack the archive, and give the files",
    ),
    (b"PK\x05\x06", "a ZIP archive", UNPACK),
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"\xfd7zXZ\0", "an xz archive", UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"Rar!\x1a", "a RAR archive", UNPACK),
    (b"\x89PNG", "an image (PNG)", NO_TEXT),
    (b"\xff\xd8\xff", "an image (JPEG)", NO_TEXT),
    (b"GIF87a", "an image (GIF)", NO_TEXT),
    (b"GIF89a", "an image (GIF)", NO_TEXT),
    (b"RIFF", "an image or a recording (RIFF)", NO_TEXT),
    (b"II*\0", "an image (TIFF)", NO_TEXT),
    (b"MM\0*", "an image (TIFF)", NO_TEXT),
    (b"\xd0\xcf\x11\xe0", "an office document", SAVE_AS),
    (b"{\\rtf", "an RTF document", SAVE_AS),
    (b"\x7fELF", "a program", NO_TEXT),
    (
        b"SQLite format 3",
        "a database",
        "export the articles as JSON lines",
    ),
    (
        b"PAR1",
        "a Parquet file",
        "export the articles as JSON lines",
    ),
    (b"ID3", "a recording", NO_TEXT),
];

/// What the bytes look like, if they look like something that is not read.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<BinaryKind> {
    if let Some(&(_, name, remedy)) = MAGIC.iter().find(|(magic, _, _)| bytes.starts_with(magic)) {
        return Some(BinaryKind { name, remedy });
    }
    let start = bytes.trim_ascii_start();
    let tag = start[..start.len().min(14)].to_ascii_lowercase();
    let page = tag.starts_with(b"<!doctype html") || tag.starts_with(b"<html");
    page.then_some(BinaryKind {
        name: "an HTML page",
        remedy: PAGE,
    })
}
