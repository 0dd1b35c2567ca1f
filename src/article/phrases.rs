//! A list of phrases that blocks are compared with, whole or by their beginning or end.

use rustc_hash::FxHashSet;

/// Phrases, some of which stand for all texts that begin or end with them.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases {
    exact: FxHashSet<String>,
    prefixes: Vec<String>,
    suffixes: Vec<String>,
    /// The first characters of prefixes and the last ones of suffixes, which rule out most blocks at once.
    openings: Edges,
    endings: Edges,
    /// The first words of whole phrases: most runs of words are ruled out by their first.
    firsts: FxHashSet<String>,
    /// A bit for the first two letters of each of them.
    first_pairs: [u64; 16],
    /// Most words and most bytes of a whole phrase.
    longest: usize,
    widest: usize,
}

/// Up to four characters at an edge of a phrase, the outermost first.
type Edge = [char; 4];

/// How much of a block's beginning or end is compared with prefixes and suffixes.
const WINDOW: usize = 80;

impl Phrases {
    /// Adds entries; `*` at the end or the start of one stands for any further text.
    pub(super) fn extend<'a>(&mut self, entries: impl IntoIterator<Item = &'a str>) {
        for entry in entries {
            if let Some(prefix) = entry
                .strip_suffix('*')
                .map(|prefix| fold(prefix.chars()))
                .filter(|prefix| is_phrase(prefix))
            {
                self.openings.insert(edge(prefix.chars()));
                self.prefixes.push(prefix);
            } else if let Some(suffix) = entry
                .strip_prefix('*')
                .map(|suffix| fold(suffix.chars()))
                .filter(|suffix| is_phrase(suffix))
            {
                self.endings.insert(edge(suffix.chars().rev()));
                self.suffixes.push(suffix);
            } else {
                let key = key(entry);
                self.longest = self.longest.max(key.split(' ').count());
                self.widest = self.widest.max(key.len());
                if !key.is_empty() {
                    let first = first_word(&key);
                    let mut letters = first.chars();
                    let mut letter = || letters.next().unwrap_or_default();
                    let (at, bit) = pair_bit(letter(), letter());
                    self.first_pairs[at] |= bit;
                    self.firsts.insert(first.to_owned());
                    self.exact.insert(key);
                }
            }
        }
    }

    /// Whether `text`, letter case and punctuation aside, is one of the whole phrases.
    pub(super) fn is(&self, text: &str) -> bool {
        text.len() <= self.widest * 2 && self.may_begin(text) && self.exact.contains(&key(text))
    }

    /// Whether the first letters of `text` are those of a whole phrase; true as well where they are beyond ASCII.
    fn may_begin(&self, text: &str) -> bool {
        let is_dropped = |byte: u8| matches!(byte, b'\'' | b'.');
        let mut bytes = text
            .bytes()
            .skip_while(|&byte| byte < 0x80 && !byte.is_ascii_alphanumeric());
        let Some(first) = bytes.next() else {
            return self.exact.contains("");
        };
        let second = bytes.find(|&byte| !is_dropped(byte)).unwrap_or(b' ');
        if first >= 0x80 || second >= 0x80 {
            return true;
        }
        let letter = |byte: u8| char::from(byte.to_ascii_lowercase());
        let second = Some(second).filter(u8::is_ascii_alphanumeric);
        let (at, bit) = pair_bit(letter(first), second.map_or('\0', letter));
        self.first_pairs[at] & bit != 0
    }

    /// Whether `text` is one of the phrases, or begins or ends with one that allows it.
    pub(super) fn matches(&self, text: &str) -> bool {
        self.is(text) || self.prefix(text).is_some() || self.has_suffix(text)
    }

    /// The number of bytes of `text` that the longest matching prefix covers.
    pub(super) fn prefix(&self, text: &str) -> Option<usize> {
        if !self.openings.may_match(text.chars()) {
            return None;
        }
        let head = fold(text.chars().take(WINDOW));
        let first = head.as_bytes().first();
        let found = self
            .prefixes
            .iter()
            .filter(|prefix| prefix.as_bytes().first() == first && begins(&head, prefix))
            .map(|prefix| prefix.chars().count())
            .max()?;
        Some(bytes_of_folded(text, found))
    }

    fn has_suffix(&self, text: &str) -> bool {
        let ending = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !self.endings.may_match(ending.chars().rev()) {
            return false;
        }
        let start = text
            .char_indices()
            .rev()
            .take(WINDOW)
            .last()
            .map_or(0, |(at, _)| at);
        let tail = fold(text[start..].chars());
        let tail = tail.trim_end_matches(|c: char| !c.is_alphanumeric());
        self.suffixes.iter().any(|suffix| {
            tail.strip_suffix(suffix.as_str())
                .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
    }

    /// How many words the longest whole phrase has.
    pub(super) const fn most_words(&self) -> usize {
        self.longest
    }

    /// The first and longest run of words of `text` that is one of the whole phrases, as a byte range.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let words = words(text);
        let (mut opening, mut run) = (String::new(), String::new());
        for (first, &(start, stop)) in words.iter().enumerate() {
            if !self.may_begin(&text[start..stop]) {
                continue;
            }
            push_key(&mut opening, &text[start..stop]);
            if !self.firsts.contains(first_word(&opening)) {
                continue;
            }
            // The key of the run so far goes on word by word.
            run.clear();
            let (mut done, mut longest) = (start, None);
            for &(_, end) in words.iter().skip(first).take(self.longest) {
                if end - start > self.widest * 2 {
                    break;
                }
                extend_key(&mut run, &text[done..end]);
                done = end;
                if self.exact.contains(run.trim_end()) {
                    longest = Some((start, end));
                }
            }
            if longest.is_some() {
                return longest;
            }
        }
        None
    }
}

/// Whether an entry says anything.
fn is_phrase(entry: &str) -> bool {
    entry.chars().any(char::is_alphanumeric) || entry.contains('©')
}

/// The first characters, folded; the places beyond the end are empty.
fn edge(chars: impl Iterator<Item = char>) -> Edge {
    let mut edge = ['\0'; 4];
    for (place, c) in edge.iter_mut().zip(chars) {
        if c.is_ascii_graphic() {
            *place = c.to_ascii_lowercase();
            continue;
        }
        *place = match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            c if c.is_whitespace() => ' ',
            c => c.to_lowercase().next().unwrap_or(c),
        };
    }
    edge
}

/// The edges of phrases.
#[derive(Debug, Clone, Default)]
struct Edges {
    all: FxHashSet<Edge>,
    /// A bit for the first two characters of each: a look at it rules out most blocks.
    pairs: [u64; 16],
}

impl Edges {
    fn insert(&mut self, edge: Edge) {
        let (at, bit) = pair_bit(edge[0], edge[1]);
        self.pairs[at] |= bit;
        self.all.insert(edge);
    }

    /// Whether a phrase with one of these edges may stand where `chars` begin.
    fn may_match(&self, chars: impl Iterator<Item = char>) -> bool {
        if self.all.is_empty() {
            return false;
        }
        let mut edge = edge(chars);
        let near = [edge[1], '\0'].iter().any(|&second| {
            let (at, bit) = pair_bit(edge[0], second);
            self.pairs[at] & bit != 0
        });
        near && (1..=4).rev().any(|length| {
            edge[length..].fill('\0');
            self.all.contains(&edge)
        })
    }
}

/// Where the bit of two characters stands, and the bit.
const fn pair_bit(first: char, second: char) -> (usize, u64) {
    let mixed = (first as usize).wrapping_mul(37) ^ (second as usize);
    (mixed >> 6 & 15, 1 << (mixed & 63))
}

/// Whether `head` begins with `prefix` and the prefix does not stop within a word.
fn begins(head: &str, prefix: &str) -> bool {
    head.strip_prefix(prefix).is_some_and(|rest| {
        !prefix.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// Lower case, straight quotes, single spaces.
fn fold(chars: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(WINDOW);
    for c in chars {
        push_folded(&mut folded, c);
    }
    folded
}

fn push_folded(folded: &mut String, c: char) {
    if c.is_ascii_graphic() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        '’' | '‘' => folded.push('\''),
        '“' | '”' => folded.push('"'),
        c if c.is_whitespace() => {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        c => folded.extend(c.to_lowercase()),
    }
}

/// How many bytes of `text` make the first `count` folded characters.
fn bytes_of_folded(text: &str, count: usize) -> usize {
    let mut folded = String::new();
    let (mut seen, mut made) = (0, 0);
    for (at, c) in text.char_indices() {
        made += folded[seen..].chars().count();
        seen = folded.len();
        if made >= count {
            return at;
        }
        push_folded(&mut folded, c);
    }
    text.len()
}

/// The phrase in lower case without punctuation, single spaces between words; apostrophes are left out (`don't`, `dont`).
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    push_key(&mut key, text);
    key
}

/// The first word of a key.
fn first_word(key: &str) -> &str {
    key.split(' ').next().unwrap_or(key)
}

/// Writes the key of `text` over `key`.
fn push_key(key: &mut String, text: &str) {
    key.clear();
    extend_key(key, text);
    key.truncate(key.trim_end().len());
}

/// Goes on with a key; a space may stand at its end.
fn extend_key(key: &mut String, text: &str) {
    let mut open = !key.is_empty() && !key.ends_with(' ');
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            key.push(c.to_ascii_lowercase());
            open = true;
        } else if !c.is_ascii() && c.is_alphanumeric() {
            key.extend(c.to_lowercase());
            open = true;
        } else if open && !matches!(c, '\'' | '’' | '.' | '\u{ad}') {
            key.push(' ');
            open = false;
        }
    }
}

/// The words of `text`: byte ranges of runs of letters and digits, with inner apostrophes, hyphens, full stops and ampersands.
pub(super) fn words(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut words: Vec<(usize, usize)> = Vec::with_capacity(24);
    // Where the open word began, and where its last letter or digit ends.
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (letter, inner, width) = if byte < 0x80 {
            let inner = matches!(byte, b'\'' | b'-' | b'.' | b'&');
            (byte.is_ascii_alphanumeric(), inner, 1)
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            (c.is_alphanumeric(), c == '’', c.len_utf8())
        };
        let start = at;
        at += width;
        if letter {
            open = Some((open.map_or(start, |(first, _)| first), at));
        } else if !inner {
            words.extend(open.take());
        }
    }
    words.extend(open);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(entries: &[&'static str]) -> Phrases {
        let mut phrases = Phrases::default();
        phrases.extend(entries.iter().copied());
        phrases
    }

    #[test]
    fn whole_phrases_ignore_case_and_punctuation() {
        let list = phrases(&["contact us", "don't miss"]);
        assert!(list.matches("» CONTACT  US «"));
        assert!(list.matches("Don’t miss!"));
        assert!(!list.matches("Contact us today"));
    }

    #[test]
    fn prefixes_stop_at_word_boundaries() {
        let list = phrases(&["read more*", "photo:*"]);
        assert!(list.matches("Read more: the valley after the flood"));
        assert!(!list.matches("Read moreover"));
        assert!(list.matches("Photo: A. Smith"));
        assert!(!list.matches("Photo finish in the valley"));
    }

    #[test]
    fn suffixes_ignore_final_punctuation() {
        assert!(
            phrases(&["*all rights reserved"])
                .matches("© 2031 The Valley Post. All rights reserved.")
        );
    }

    #[test]
    fn the_longest_name_in_a_line_is_found() {
        let list = phrases(&["times", "valley times"]);
        let text = "Anna Roe, Valley Times";
        assert_eq!(
            list.find(text).map(|(start, end)| &text[start..end]),
            Some("Valley Times")
        );
    }

    #[test]
    fn a_prefix_knows_its_length_in_the_text() {
        let text = "Last  Updated 3 May";
        assert_eq!(
            phrases(&["last updated*"]).prefix(text).map(|n| &text[n..]),
            Some(" 3 May")
        );
    }
}
