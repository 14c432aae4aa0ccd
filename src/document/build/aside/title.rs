//! [`Title`]: the title of the metadata, to be found again in the body.

use std::cell::OnceCell;

/// No title has more words than are looked at.
const MOST: usize = 64;

/// A title; its words are read where a heading begins like it, or may say it loosely.
pub(super) struct Title<'t> {
    text: &'t str,
    first: Option<u64>,
    words: OnceCell<Numbers>,
}

impl<'t> Title<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, first: Words(text).next(), words: OnceCell::new() }
    }

    fn words(&self) -> &[u64] {
        self.words.get_or_init(|| Numbers::of(self.text)).as_slice()
    }

    /// Whether a heading says the title again.
    pub(super) fn is_said(&self, heading: &str, manner: Manner) -> bool {
        if self.first.is_none() {
            return false;
        }
        if manner == Manner::WordForWord {
            let begins = Words(heading).next() == self.first;
            return begins && Words(heading).take(MOST).eq(self.words().iter().copied());
        }
        let (title, heading) = (self.words(), Numbers::of(heading));
        let heading = heading.as_slice();
        if heading == title {
            return true;
        }
        let (short, long) =
            if heading.len() < title.len() { (heading, title) } else { (title, heading) };
        let same = short.iter().filter(|word| long.contains(word)).count();
        match manner {
            Manner::InPart => same > 1 && same * 4 >= short.len(),
            _ if short.len() < 3 => false,
            _ => long.ends_with(short) || same * 4 >= short.len() * 3 && same * 2 >= long.len(),
        }
    }
}

/// How a title may be said again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// The same words.
    WordForWord,
    /// Or most of the shorter one's, or all of them after others: at the head of a body a title gets
    /// a subject before it.
    Loosely,
    /// Or a quarter of them.
    InPart,
}

/// The first words of a text, in place: a title costs no allocation.
struct Numbers {
    words: [u64; MOST],
    len: usize,
}

impl Numbers {
    fn of(text: &str) -> Self {
        let mut numbers = Self { words: [0; MOST], len: 0 };
        for (slot, word) in numbers.words.iter_mut().zip(Words(text)) {
            *slot = word;
            numbers.len += 1;
        }
        numbers
    }

    fn as_slice(&self) -> &[u64] {
        &self.words[..self.len]
    }
}

/// The words of a text as numbers; of scripts without spaces, the characters.
struct Words<'t>(&'t str);

impl Iterator for Words<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let mut word = Hash::default();
        let mut chars = self.0.chars();
        let mut rest = chars.as_str();
        while let Some(c) = chars.next() {
            let is_alone = c >= '\u{2E80}';
            match c.is_alphanumeric() {
                true if is_alone && !word.is_empty() => break,
                true => word.add(c),
                // A soft hyphen is no part of the word it may part.
                false if word.is_empty() || c == '\u{AD}' => {}
                false => break,
            }
            rest = chars.as_str();
            if is_alone && !word.is_empty() {
                break;
            }
        }
        self.0 = rest;
        (!word.is_empty()).then_some(word.0)
    }
}

/// FNV-1a of a word in lower case.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(Self::BASIS)
    }
}

impl Hash {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

    const fn is_empty(&self) -> bool {
        self.0 == Self::BASIS
    }

    fn add(&mut self, c: char) {
        if c.is_ascii() {
            self.mix(u32::from(c.to_ascii_lowercase()));
        } else {
            c.to_lowercase().for_each(|c| self.mix(u32::from(c)));
        }
    }

    fn mix(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_said_again() {
        use Manner::{InPart, Loosely, WordForWord};
        for (title, heading, manner, expected) in [
            ("Ferries sail again", "ferries  Sail Again", WordForWord, true),
            ("Ferries sail again", "Harbour: Ferries sail again", Loosely, true),
            ("Ferries sail again", "Harbour: Ferries sail again", WordForWord, false),
            (
                "Ferries sail again",
                "Harbour, after long repairs at last: Ferries sail again",
                Loosely,
                true,
            ),
            (
                "Ferries sail again",
                "Ferries sail again: why the harbour master never lost hope",
                Loosely,
                false,
            ),
            ("The pier – ferries sail again", "The pier: Fer\u{AD}ries sail again", Loosely, true),
            ("渡轮恢复航行了", "渡轮恢复航行", Loosely, true),
            ("渡轮恢复航行了", "码头关闭", Loosely, false),
            ("Ferries sail again", "Ferries", Loosely, false),
            ("Ferries sail again", "Ferries sail", Loosely, false),
            ("New in version 1.8", "Use of version 1.8", Loosely, false),
            ("The pier", "Why ferries sail again and what the pier is for", Loosely, false),
            ("ÉTÉ à Oslo", "été À OSLO", WordForWord, true),
            ("", "", Loosely, false),
            ("", "", WordForWord, false),
            ("!", "?", Loosely, false),
            (
                "Best ferries of 2024: fast, for families",
                "The ferries for every trip",
                InPart,
                true,
            ),
            ("Best ferries of 2024", "Why I live in Oslo", InPart, false),
        ] {
            assert_eq!(Title::of(title).is_said(heading, manner), expected, "{title}: {heading}");
        }
    }
}
