//! [`Index`]: the words of a table by their first or last letters, so that a text is compared with
//! the few that begin or end as it does.

use super::words::{CJK_AGENCIES, CJK_ENDINGS, LABELS, OPENERS, PLACES};
use crate::document::build::text::is_cjk;

/// Words, in lower case, by their first or last letters. The compiler makes it.
pub(super) struct Index<const LEN: usize> {
    words: [Entry; LEN],
    /// Of each [slot], the place of its first word.
    first: [u16; SLOTS],
    /// Of each word, the place of the next one of its slot.
    next: [u16; LEN],
    /// Of each ASCII letter, a bit for the one that is second to it in a word.
    seconds: [u32; 128],
}

/// So many letters tell most words from all others.
const LETTERS: usize = 4;

/// ASCII letters have one each.
const SLOTS: usize = 128;

/// The place of no word.
const NONE: u16 = u16::MAX;

#[derive(Clone, Copy)]
struct Entry {
    /// The first or last ones; NUL where it has no more.
    letters: [char; LETTERS],
    word: &'static str,
    /// Where its first space is, if all of it is ASCII.
    space: Option<usize>,
}

const LABEL_COUNT: usize = {
    let (mut count, mut row) = (0, 0);
    while row < LABELS.len() {
        count += LABELS[row].1.len();
        row += 1;
    }
    count
};

const ALL_LABELS: [&str; LABEL_COUNT] = {
    let mut labels = [""; LABEL_COUNT];
    let (mut count, mut row) = (0, 0);
    while row < LABELS.len() {
        let mut at = 0;
        while at < LABELS[row].1.len() {
            labels[count] = LABELS[row].1[at];
            (count, at) = (count + 1, at + 1);
        }
        row += 1;
    }
    labels
};

pub(super) static LABELS_BY_FIRST: Index<LABEL_COUNT> = Index::of(&ALL_LABELS, Edge::First);
pub(super) static LABELS_BY_LAST: Index<LABEL_COUNT> = Index::of(&ALL_LABELS, Edge::Last);
pub(super) static OPENERS_BY_FIRST: Index<{ OPENERS.len() }> = Index::of(OPENERS, Edge::First);
pub(super) static PLACES_BY_FIRST: Index<{ PLACES.len() }> = Index::of(PLACES, Edge::First);
pub(super) static CJK_ENDINGS_BY_LAST: Index<{ CJK_ENDINGS.len() }> =
    Index::of(CJK_ENDINGS, Edge::Last);
pub(super) static CJK_AGENCIES_BY_FIRST: Index<{ CJK_AGENCIES.len() }> =
    Index::of(CJK_AGENCIES, Edge::First);

/// Which letters of a word it is found by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    First,
    Last,
}

impl<const LEN: usize> Index<LEN> {
    const fn of(words: &[&'static str], edge: Edge) -> Self {
        let no_word = Entry { letters: ['\0'; LETTERS], word: "", space: None };
        let mut index = Self {
            words: [no_word; LEN],
            first: [NONE; SLOTS],
            next: [NONE; LEN],
            seconds: [0; 128],
        };
        let mut at = 0;
        while at < LEN {
            let entry = Entry::new(words[at], edge);
            let [first, second, ..] = entry.letters;
            if first.is_ascii() {
                index.seconds[first as usize] |=
                    if second == '\0' { u32::MAX } else { bit(second) };
            }
            index.words[at] = entry;
            index.next[at] = index.first[slot(first)];
            index.first[slot(first)] = at as u16;
            at += 1;
        }
        index
    }

    /// The words that begin with the first letters of `text`, whatever their case there, and may go on
    /// as it does.
    pub(super) fn beginning_as(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let is_space = |at: usize| text.as_bytes().get(at) == Some(&b' ');
        let words = self.with(text.chars());
        words.filter(move |entry| entry.space.is_none_or(is_space)).map(|entry| entry.word)
    }

    /// The words that end with the last letters of `text`, whatever their case there.
    pub(super) fn ending_as(&self, text: &str) -> impl Iterator<Item = &'static str> {
        self.with(text.chars().rev()).map(|entry| entry.word)
    }

    fn with(&self, text: impl Iterator<Item = char>) -> impl Iterator<Item = &Entry> {
        let mut text = text.map(lower);
        let [first, second] = [(); 2].map(|()| text.next().unwrap_or('\0'));
        let seconds = self.seconds.get(first as usize);
        let may_be = seconds.is_none_or(|seconds| seconds & bit(second) != 0);
        let start = if may_be { self.first[slot(first)] } else { NONE };
        let [third, fourth] = [(); 2].map(|()| match start {
            NONE => '\0',
            _ => text.next().unwrap_or('\0'),
        });
        let letters = [first, second, third, fourth];
        let places =
            std::iter::successors(Some(start), |&at| self.next.get(usize::from(at)).copied());
        let words = places.map_while(|at| self.words.get(usize::from(at)));
        words.filter(move |entry| {
            let mut pairs = entry.letters.into_iter().zip(letters);
            pairs.all(|(own, letter)| own == letter || own == '\0')
        })
    }
}

impl Entry {
    const fn new(word: &'static str, edge: Edge) -> Self {
        let bytes = word.as_bytes();
        let (mut letters, mut count) = (['\0'; LETTERS], 0);
        let (mut start, mut end) = (0, bytes.len());
        while count < LETTERS && start < end {
            let (letter, len) = match edge {
                Edge::First => decode(bytes, start),
                Edge::Last => decode(bytes, last_start(bytes, end)),
            };
            letters[count] = letter.to_ascii_lowercase();
            match edge {
                Edge::First => start += len,
                Edge::Last => end -= len,
            }
            count += 1;
        }
        let mut space = 0;
        while space < bytes.len() && bytes[space] != b' ' {
            space += 1;
        }
        let space = if word.is_ascii() && space < bytes.len() { Some(space) } else { None };
        Self { letters, word, space }
    }
}

/// The character of a text at a place, and its length.
const fn decode(text: &[u8], at: usize) -> (char, usize) {
    /// A byte that goes on with a character holds so many bits of it.
    const BITS: u32 = 6;
    let first = text[at];
    let len = match first {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    };
    let mut code = if len == 1 { first as u32 } else { (first & 0x7F >> len) as u32 };
    let mut next = 1;
    while next < len {
        code = code << BITS | (text[at + next] & 0x3F) as u32;
        next += 1;
    }
    match char::from_u32(code) {
        Some(c) => (c, len),
        None => panic!("a word of a table is a text"),
    }
}

/// Where the character begins that ends at a place.
const fn last_start(text: &[u8], end: usize) -> usize {
    let mut at = end - 1;
    while text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

const fn slot(letter: char) -> usize {
    letter as usize % SLOTS
}

const fn bit(letter: char) -> u32 {
    1 << (letter as u32 & 31)
}

/// A letter in lower case, where that is one letter. Most are told without Unicode's tables.
pub(super) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    if is_cjk(c) {
        return c;
    }
    let mut lower = c.to_lowercase();
    if lower.len() == 1 { lower.next().unwrap_or(c) } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_letters_they_are_found_by() {
        let lists = [&ALL_LABELS[..], OPENERS, PLACES, CJK_ENDINGS, CJK_AGENCIES];
        for word in lists.concat() {
            let by = |edge| Entry::new(word, edge).letters.into_iter().take_while(|&c| c != '\0');
            assert!(by(Edge::First).eq(word.chars().map(lower).take(LETTERS)), "{word}");
            assert!(by(Edge::Last).eq(word.chars().rev().map(lower).take(LETTERS)), "{word}");
        }
    }

    #[test]
    fn words_are_found_by_their_letters() {
        let credits = |text| LABELS_BY_FIRST.beginning_as(text).any(|word| word == "photo credit");
        assert!(credits("PHOTO CREDIT: Ann Lee"));
        assert!(!credits("Photo: Ann Lee"));
        assert!(LABELS_BY_FIRST.beginning_as("Photo: Ann Lee").any(|word| word == "photo"));
        assert!(LABELS_BY_LAST.ending_as("ФОТО").any(|word| word == "фото"));
        assert!(OPENERS_BY_FIRST.beginning_as("©").eq(["©"]));
        assert_eq!(PLACES_BY_FIRST.beginning_as("").next(), None);
        assert_eq!(PLACES_BY_FIRST.beginning_as("zebra").next(), None);
    }
}
