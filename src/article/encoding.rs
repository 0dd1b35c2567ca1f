//! Bytes to text: Unicode in its encodings, legacy encodings by detection, and a refusal of what is no text.

use super::binary::binary_kind;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without byte order mark; line ends as they were.
    pub(super) text: String,
    /// What a reader should know about the decoding.
    pub(super) note: Option<String>,
}

/// Decodes the bytes of one file.
///
/// # Errors
/// When the bytes are not text: what they look like and what to do.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return marked(&bytes[mark..], encoding);
    }
    if let Some(kind) = binary_kind(bytes) {
        return Err(kind.refusal());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let decoded = plain(bytes, encoding)?;
        let note = format!(
            "read as {} (it has no byte order mark); save it as UTF-8 if the text looks wrong",
            encoding.name()
        );
        return Ok(Decoded {
            text: decoded,
            note: Some(note),
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded {
            text: checked(text.to_owned())?,
            note: None,
        }),
        Err(_) if bytes.contains(&0) => Err(NO_TEXT.to_owned()),
        Err(_) => guessed(bytes),
    }
}

const NO_TEXT: &str =
    "looks like a binary file (it holds control characters); give its text as UTF-8";

fn marked(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, String> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let note = broken.then(|| {
        let count = text.matches('\u{fffd}').count();
        format!(
            "{count} places are not valid {} and became U+FFFD; save the file again as UTF-8",
            encoding.name()
        )
    });
    Ok(Decoded {
        text: checked(text.into_owned())?,
        note,
    })
}

fn plain(bytes: &[u8], encoding: &'static Encoding) -> Result<String, String> {
    checked(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// Refuses text of which more than one character in fifty is a control character, or any is NUL.
fn checked(text: String) -> Result<String, String> {
    let control =
        |&b: &u8| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c) || b == 0x7f;
    let controls = text.bytes().filter(control).count();
    if text.contains('\0') || controls * 50 > text.len() {
        Err(NO_TEXT.to_owned())
    } else {
        Ok(text)
    }
}

/// UTF-16 shows itself by NUL bytes at every second place of Western text.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if !bytes.len().is_multiple_of(2) || head.len() < 4 {
        return None;
    }
    let zeros = |parity: usize| {
        head.iter()
            .skip(parity)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 10 >= half * 6 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= half * 6 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Not valid UTF-8: UTF-8 with a few broken places, or a legacy encoding.
fn guessed(bytes: &[u8]) -> Result<Decoded, String> {
    let (mut valid, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if valid >= broken * 2 {
        return marked(bytes, UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let text = plain(bytes, encoding)?;
    let note = format!(
        "is not UTF-8; read as {}, which was guessed; save it as UTF-8 if the text looks wrong",
        encoding.name()
    );
    Ok(Decoded {
        text,
        note: Some(note),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Die Brücke — “gebaut” 1960 — brach.\r\nDer Bürgermeister schwieg.";

    fn text(bytes: &[u8]) -> String {
        decode(bytes).expect("text").text
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf8_with_and_without_mark_keeps_its_line_ends() {
        assert_eq!(
            decode(TEXT.as_bytes()),
            Ok(Decoded {
                text: TEXT.into(),
                note: None
            })
        );
        assert_eq!(text(format!("\u{feff}{TEXT}").as_bytes()), TEXT);
    }

    #[test]
    fn utf16_with_and_without_mark() {
        for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            assert_eq!(text(&utf16(&format!("\u{feff}{TEXT}"), bytes)), TEXT);
            let decoded = decode(&utf16(TEXT, bytes)).expect("text");
            assert_eq!(decoded.text, TEXT);
            assert!(decoded.note.is_some_and(|note| note.contains("UTF-16")));
        }
    }

    #[test]
    fn legacy_encodings_are_guessed_with_a_note() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(TEXT);
        let decoded = decode(&bytes).expect("text");
        assert_eq!(decoded.text, TEXT);
        assert!(
            decoded
                .note
                .is_some_and(|note| note.contains("windows-1252"))
        );
    }

    #[test]
    fn a_broken_place_does_not_cost_the_encoding() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.push(0xe2);
        let decoded = decode(&bytes).expect("text");
        assert!(decoded.text.starts_with(TEXT));
        assert!(decoded.note.is_some_and(|note| note.contains("1 place")));
    }

    #[test]
    fn binary_files_are_named() {
        for (bytes, kind) in [
            (&b"%PDF-1.7 x"[..], "PDF"),
            (b"PK\x03\x04", "ZIP"),
            (b"\x1f\x8b\x08", "gzip"),
            (b"\x89PNG\r\n\x1a\n", "image"),
            (b"  <!DOCTYPE html><html>", "HTML"),
            (b"text\0text, odd", "binary"),
            (b"\x01\x02\x03\x04\x05", "binary"),
        ] {
            let error = decode(bytes).expect_err(kind);
            assert!(error.contains(kind), "{error}");
        }
    }
}
