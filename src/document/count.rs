//! [`Count`]: how much there is to read.

use std::fmt;
use std::time::Duration;

/// Words a minute: the mean of silent readers of English (Brysbaert 2019, 190 studies).
const WORDS_A_MINUTE: u64 = 238;
/// Chinese characters and kana a minute, as Medium and Hugo (501) reckon.
const CHARACTERS_A_MINUTE: u64 = 500;
/// Letters and vowel signs of a word in the scripts that write no spaces (Thai, Lao, Khmer,
/// Burmese): without a dictionary words are reckoned by their mean length.
const LETTERS_A_WORD: usize = 5;

/// Counts the words of the text written to it. It builds no string; a word may come in parts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// Words of scripts that put spaces between them.
    spaced: usize,
    /// Chinese characters and kana, of which each counts as a word.
    characters: usize,
    /// Letters of scripts that put no spaces between words.
    unspaced: usize,
    in_word: bool,
}

impl Count {
    pub(super) const fn words(self) -> usize {
        self.spaced + self.characters + self.unspaced.div_ceil(LETTERS_A_WORD)
    }

    pub(super) fn reading_time(self) -> Duration {
        let words = (self.words() - self.characters) as u64;
        let milliseconds =
            words * 60_000 / WORDS_A_MINUTE + self.characters as u64 * 60_000 / CHARACTERS_A_MINUTE;
        Duration::from_millis(milliseconds)
    }

    fn add(&mut self, text: &str) {
        for c in text.chars() {
            match Part::of(c) {
                Part::Letter if self.in_word => {}
                Part::Letter => {
                    self.spaced += 1;
                    self.in_word = true;
                }
                Part::Joint => {}
                Part::Gap => self.in_word = false,
                Part::Character => {
                    self.characters += 1;
                    self.in_word = false;
                }
                Part::Unspaced => {
                    self.unspaced += 1;
                    self.in_word = false;
                }
            }
        }
    }
}

impl fmt::Write for Count {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.add(text);
        Ok(())
    }
}

/// What a character is to the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Makes what it stands in a word.
    Letter,
    /// Neither makes nor ends a word: `'` in `don't`, `.` in `3.5`, `-` in `well-known`.
    Joint,
    /// Ends a word.
    Gap,
    /// A word by itself.
    Character,
    /// A letter of a script without spaces between words.
    Unspaced,
}

impl Part {
    fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' => Self::Letter,
            '!'..='~' => Self::Joint,
            // Dashes, the ellipsis, and the punctuation of Chinese and Japanese.
            '\0'..=' '
            | '\u{2012}'..='\u{2015}'
            | '…'
            | '・'
            | '\u{3001}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{FF01}'..='\u{FF0F}'
            | '\u{FF1A}'..='\u{FF20}' => Self::Gap,
            _ if is_character(c) => Self::Character,
            _ if is_unspaced(c) && !is_thai_sign(c) => Self::Unspaced,
            _ if c.is_whitespace() => Self::Gap,
            _ if c.is_alphanumeric() => Self::Letter,
            _ => Self::Joint,
        }
    }
}

/// Chinese characters, kana and bopomofo. Not Hangul: Korean puts spaces between words.
pub(super) fn is_character(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
        | '\u{3031}'..='\u{3035}' | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}' | '\u{3105}'..='\u{312F}' | '\u{31A0}'..='\u{31BF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{323AF}')
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// The baht, digits and marks of repetition are no letters, nor are tone marks.
fn is_thai_sign(c: char) -> bool {
    c.is_numeric() || matches!(c, '฿' | 'ๆ' | 'ฯ' | '\u{0E48}'..='\u{0E4F}')
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    fn count(text: &str) -> Count {
        let mut count = Count::default();
        count.add(text);
        count
    }

    #[test]
    fn words_are_what_people_count() {
        for (text, expected) in [
            ("", 0),
            ("  \n ", 0),
            ("one two", 2),
            ("It's well-known: 3.5 % of 1,000 don't.", 6),
            ("a — b – c", 3),
            ("end—start", 2),
            ("wait…what", 2),
            ("hello 👋🏽 world 🎉", 2),
            ("- & -", 0),
            ("naïve cafe\u{301} año", 3),
            ("半岛电视台", 5),
            ("中国，北京。", 4),
            ("iPhone 15发布了", 5),
            ("ソフトウェアの更新", 9),
            ("안녕하세요 세계", 2),
            ("привет, мир", 2),
            ("مرحبا بالعالم", 2),
            ("नमस्ते दुनिया", 2),
            // Five words: ภาษา ไทย ไม่ มี ช่องว่าง.
            ("ภาษาไทยไม่มีช่องว่าง", 4),
            ("https://example.com/a/b?c=d", 1),
        ] {
            assert_eq!(count(text).words(), expected, "{text}");
        }
    }

    #[test]
    fn a_word_may_come_in_parts() {
        let mut count = Count::default();
        for part in ["un", "believ", "able ", "twice"] {
            count.write_str(part).unwrap();
        }
        assert_eq!(count.words(), 2);
    }

    #[test]
    fn scripts_have_their_own_pace() {
        let minute = Duration::from_secs(60);
        assert_eq!(count(&"word ".repeat(238)).reading_time(), minute);
        assert_eq!(count(&"字".repeat(500)).reading_time(), minute);
        assert_eq!(count(&"word 字字".repeat(119)).reading_time().as_secs(), 30 + 28);
    }
}
