//! [`Index`]: the words of a table by their first or last letters, so that a text is compared with
//! the few that begin or end as it does.

use std::sync::LazyLock;

use super::words::{CJK_AGENCIES, CJK_ENDINGS, LABELS, OPENERS, PLACES};
use crate::document::build::text::is_cjk;

/// Words, in lower case, by their first or last letters.
pub(super) struct Index {
    words: Vec<Entry>,
    /// Of each ASCII letter, a bit for the one that is second to it in a word.
    seconds: [u32; 128],
}

/// So many letters tell most words from all others.
const LETTERS: usize = 4;

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// The first or last ones; NUL where it has no more.
    letters: [char; LETTERS],
    word: &'static str,
    /// Where its first space is, if all of it is ASCII.
    space: Option<usize>,
}

pub(super) static LABELS_BY_FIRST: LazyLock<Index> = LazyLock::new(|| Index::by_first(labels()));
pub(super) static LABELS_BY_LAST: LazyLock<Index> = LazyLock::new(|| Index::by_last(labels()));
pub(super) static OPENERS_BY_FIRST: LazyLock<Index> =
    LazyLock::new(|| Index::by_first(all(OPENERS)));
pub(super) static PLACES_BY_FIRST: LazyLock<Index> = LazyLock::new(|| Index::by_first(all(PLACES)));
pub(super) static CJK_ENDINGS_BY_LAST: LazyLock<Index> =
    LazyLock::new(|| Index::by_last(all(CJK_ENDINGS)));
pub(super) static CJK_AGENCIES_BY_FIRST: LazyLock<Index> =
    LazyLock::new(|| Index::by_first(all(CJK_AGENCIES)));

fn labels() -> impl Iterator<Item = &'static str> {
    LABELS.iter().flat_map(|(_, words)| words.iter().copied())
}

fn all(words: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    words.iter().copied()
}

impl Index {
    fn by_first(words: impl Iterator<Item = &'static str>) -> Self {
        Self::of(words.map(|word| (letters(word.chars()), word)))
    }

    fn by_last(words: impl Iterator<Item = &'static str>) -> Self {
        Self::of(words.map(|word| (letters(word.chars().rev()), word)))
    }

    fn of(words: impl Iterator<Item = ([char; LETTERS], &'static str)>) -> Self {
        let mut words: Vec<_> = words.map(|(letters, word)| Entry::new(letters, word)).collect();
        words.sort_unstable();
        let mut seconds = [0; 128];
        for &Entry { letters: [first, second, ..], .. } in &words {
            if let Some(seconds) = seconds.get_mut(first as usize) {
                *seconds |= if second == '\0' { u32::MAX } else { bit(second) };
            }
        }
        Self { words, seconds }
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
        let words = if seconds.is_none_or(|seconds| seconds & bit(second) != 0) {
            &self.words[self.words.partition_point(|entry| entry.letters[0] < first)..]
        } else {
            &[]
        };
        let [third, fourth] = [(); 2].map(|()| match words {
            [] => '\0',
            _ => text.next().unwrap_or('\0'),
        });
        let letters = [first, second, third, fourth];
        let words = words.iter().take_while(move |entry| entry.letters[0] == first);
        words.filter(move |entry| {
            let mut pairs = entry.letters.into_iter().zip(letters);
            pairs.all(|(own, letter)| own == letter || own == '\0')
        })
    }
}

impl Entry {
    fn new(letters: [char; LETTERS], word: &'static str) -> Self {
        let space = if word.is_ascii() { word.find(' ') } else { None };
        Self { letters, word, space }
    }
}

const fn bit(letter: char) -> u32 {
    1 << (letter as u32 & 31)
}

/// The first letters, in lower case.
fn letters(mut text: impl Iterator<Item = char>) -> [char; LETTERS] {
    [(); LETTERS].map(|()| text.next().map_or('\0', lower))
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
