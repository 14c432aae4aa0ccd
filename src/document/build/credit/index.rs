//! [`Index`]: the words of a table by their first or last letters, so that a text is compared with
//! the few that begin or end as it does.

use std::sync::LazyLock;

use super::words::{CJK_AGENCIES, CJK_ENDINGS, LABELS, OPENERS, PLACES};
use crate::document::build::text::is_cjk;

/// Words, in lower case, each with its two first or last letters; NUL where it has but one.
pub(super) struct Index(Vec<([char; 2], &'static str)>);

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
        Self::of(words.map(|word| (two(word.chars()), word)))
    }

    fn by_last(words: impl Iterator<Item = &'static str>) -> Self {
        Self::of(words.map(|word| (two(word.chars().rev()), word)))
    }

    fn of(words: impl Iterator<Item = ([char; 2], &'static str)>) -> Self {
        let mut words: Vec<_> = words.collect();
        words.sort_unstable();
        Self(words)
    }

    /// The words that begin with the first letters of `text`, whatever their case there.
    pub(super) fn beginning_as(&self, text: &str) -> impl Iterator<Item = &'static str> {
        self.with(two(text.chars()))
    }

    /// The words that end with the last letters of `text`, whatever their case there.
    pub(super) fn ending_as(&self, text: &str) -> impl Iterator<Item = &'static str> {
        self.with(two(text.chars().rev()))
    }

    fn with(&self, [letter, second]: [char; 2]) -> impl Iterator<Item = &'static str> {
        let first = self.0.partition_point(|&([other, _], _)| other < letter);
        let words = self.0[first..].iter().take_while(move |&&([other, _], _)| other == letter);
        let words = words.filter(move |([_, other], _)| *other == second || *other == '\0');
        words.map(|&(_, word)| word)
    }
}

/// The first two letters, in lower case.
fn two(mut letters: impl Iterator<Item = char>) -> [char; 2] {
    [letters.next().map_or('\0', lower), letters.next().map_or('\0', lower)]
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
        assert!(LABELS_BY_FIRST.beginning_as("Photo: Ann Lee").any(|word| word == "photo credit"));
        assert!(LABELS_BY_LAST.ending_as("ФОТО").any(|word| word == "фото"));
        assert!(OPENERS_BY_FIRST.beginning_as("©").eq(["©"]));
        assert_eq!(PLACES_BY_FIRST.beginning_as("").next(), None);
        assert_eq!(PLACES_BY_FIRST.beginning_as("zebra").next(), None);
    }
}
