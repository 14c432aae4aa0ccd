//! [`Title`]: the title of the metadata, to be found again in the body.

/// No title has more words than are looked at.
const MOST: usize = 64;

/// The words of a title, each as a number: the same for the same word in any case.
pub(super) struct Title(Numbers);

impl Title {
    pub(super) fn of(title: &str) -> Self {
        Self(Numbers::of(title))
    }

    /// Whether a heading says the title again: the same words; or, if it may be said loosely, most of
    /// the shorter one's, since at the head of a body a title gets a subject before it.
    pub(super) fn is_said(&self, heading: &str, loosely: bool) -> bool {
        let title = self.0.as_slice();
        if !loosely {
            return !title.is_empty() && Words(heading).take(MOST).eq(title.iter().copied());
        }
        let heading = Numbers::of(heading);
        let heading = heading.as_slice();
        if heading == title {
            return !heading.is_empty();
        }
        let (short, long) =
            if heading.len() < title.len() { (heading, title) } else { (title, heading) };
        let same = short.iter().filter(|word| long.contains(word)).count();
        short.len() > 2 && same * 4 >= short.len() * 3 && same * 2 >= long.len()
    }
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
            let alone = c >= '\u{2E80}';
            match (word.is_empty(), c.is_alphanumeric()) {
                (true, true) => word.add(c),
                // A soft hyphen is no part of the word it may part.
                (true, false) | (false, false) if word.is_empty() || c == '\u{AD}' => {}
                (false, true) if !alone => word.add(c),
                _ => break,
            }
            rest = chars.as_str();
            if alone && !word.is_empty() {
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
        for (title, heading, loosely, expected) in [
            ("Ferries sail again", "ferries  Sail Again", false, true),
            ("Ferries sail again", "Harbour: Ferries sail again", true, true),
            ("Ferries sail again", "Harbour: Ferries sail again", false, false),
            ("The pier – ferries sail again", "The pier: Fer\u{AD}ries sail again", true, true),
            ("渡轮恢复航行了", "渡轮恢复航行", true, true),
            ("渡轮恢复航行了", "码头关闭", true, false),
            ("Ferries sail again", "Ferries", true, false),
            ("Ferries sail again", "Ferries sail", true, false),
            ("New in version 1.8", "Use of version 1.8", true, false),
            ("The pier", "Why ferries sail again and what the pier is for", true, false),
            ("", "", true, false),
            ("!", "?", true, false),
        ] {
            assert_eq!(Title::of(title).is_said(heading, loosely), expected, "{title}: {heading}");
        }
    }
}
