//! The label that a text begins with, found in the table without reading most texts.

use super::super::labels::LABELS;
use crate::document::aside::AsideKind;

/// No label of the table is longer, in bytes.
pub(super) const LONGEST_LABEL: usize = 64;

/// The label that a text begins with, and where it ends.
pub(super) fn label(text: &str) -> Option<(AsideKind, usize)> {
    let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !BEGINNINGS.may_begin(words) || !begins_one(words) {
        return None;
    }
    let folded = Folded::of(words);
    let mut key = folded.as_bytes();
    // The longest label is the last one that is not after the text, if the text begins with it; else
    // only what they have in common can be one.
    loop {
        let (label, kind) = last_label(key)?;
        let common = label.bytes().zip(key).take_while(|(one, other)| one == *other).count();
        if common == label.len() {
            if let Some(end) = word_end(words, common) {
                return Some((*kind, text.len() - words.len() + end));
            }
            key = &key[..common - 1];
        } else {
            key = &key[..common];
        }
    }
}

/// Whether a label begins as a text does, by its first four letters; those of other scripts are not
/// looked at.
fn begins_one(text: &str) -> bool {
    /// In bits: the bytes of a start but the first three, and the first four.
    const AFTER_THREE: u32 = 40;
    const AFTER_FOUR: u32 = 32;
    let Some(first) = text.as_bytes().first_chunk::<4>().filter(|first| first.is_ascii()) else {
        return true;
    };
    let key = u64::from(u32::from_be_bytes(first.map(|byte| byte.to_ascii_lowercase())));
    let begins = STARTS.partition_point(|start| start >> AFTER_THREE < key >> 8);
    let alike = STARTS[begins..].iter().take_while(|&start| start >> AFTER_THREE == key >> 8);
    alike.map(|start| start >> AFTER_FOUR).any(|start| start == key || start as u8 == 0)
}

/// The last label that does not come after `key`.
fn last_label(key: &[u8]) -> Option<&'static (&'static str, AsideKind)> {
    let start = start_of(key);
    let after = STARTS.partition_point(|&other| other <= start);
    // Of those that begin as the key does, some may come after it.
    let mut before = LABELS[..after].iter().rev();
    before.find(|(label, _)| start_of(label.as_bytes()) < start || label.as_bytes() <= key)
}

/// The beginning of each label, as a number: these are compared sooner.
static STARTS: [u64; LABELS.len()] = {
    let mut starts = [0; LABELS.len()];
    let mut at = 0;
    while at < LABELS.len() {
        starts[at] = start_of(LABELS[at].0.as_bytes());
        at += 1;
    }
    starts
};

/// The first bytes of a text as a number that is in order as the texts are.
const fn start_of(text: &[u8]) -> u64 {
    let (mut start, mut at) = ([0; 8], 0);
    while at < start.len() && at < text.len() {
        start[at] = text[at];
        at += 1;
    }
    u64::from_be_bytes(start)
}

/// How labels begin: most texts do not begin so, and are looked at no further.
pub(super) static BEGINNINGS: Beginnings = Beginnings::of(LABELS);

pub(super) struct Beginnings {
    /// Of each first byte, a bit for what follows it.
    next: [u32; 256],
    /// Of each first byte that is a letter, a bit for the two that follow it.
    two: [u32; 256],
}

impl Beginnings {
    const fn of(labels: &[(&str, AsideKind)]) -> Self {
        let (mut next, mut two) = ([0; 256], [0; 256]);
        let mut at = 0;
        while at < labels.len() {
            let label = labels[at].0.as_bytes();
            next[label[0] as usize] |= match label {
                [first, second, third, ..] if Self::has_no_case(*first) => {
                    Self::bit(*second ^ third.rotate_left(2))
                }
                _ => Self::bit(label[1]),
            };
            two[label[0] as usize] |=
                if label[2].is_ascii() { Self::bit_of_two(label[1], label[2]) } else { u32::MAX };
            at += 1;
        }
        Self { next, two }
    }

    /// Letters differ from their capitals in none of these bits.
    const fn bit(byte: u8) -> u32 {
        1 << (byte & 31)
    }

    const fn bit_of_two(second: u8, third: u8) -> u32 {
        Self::bit((second & 31).wrapping_mul(7) ^ third)
    }

    /// Whether characters that begin with a byte are of CJK, and no signs.
    const fn has_no_case(first: u8) -> bool {
        matches!(first, 0xE4..=0xE9 | 0xEB..=0xED)
    }

    pub(super) fn may_begin(&self, text: &str) -> bool {
        let signs =
            text.bytes().take_while(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        let text = &text.as_bytes()[signs.count()..];
        match *text {
            [first, second, ref rest @ ..] if first.is_ascii() && second.is_ascii() => {
                let first = usize::from(first.to_ascii_lowercase());
                let third = rest.first().filter(|third| third.is_ascii());
                let two = third.map_or(u32::MAX, |&third| Self::bit_of_two(second, third));
                self.next[first] & Self::bit(second) != 0 && self.two[first] & two != 0
            }
            [first, second, third, ..] if Self::has_no_case(first) => {
                self.next[usize::from(first)] & Self::bit(second ^ third.rotate_left(2)) != 0
            }
            // Others may be signs, or have capitals of other bytes.
            [_, ..] => true,
            [] => false,
        }
    }
}

/// The beginning of a text in lower case.
pub(super) struct Folded {
    bytes: [u8; LONGEST_LABEL],
    len: usize,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self { bytes: [0; LONGEST_LABEL], len: 0 };
        for c in text.chars().map(lower) {
            let end = folded.len + c.len_utf8();
            let Some(slot) = folded.bytes.get_mut(folded.len..end) else { break };
            c.encode_utf8(slot);
            folded.len = end;
        }
        folded
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Where a text goes on after `len` bytes of it in lower case, if a word ends there.
fn word_end(text: &str, len: usize) -> Option<usize> {
    let (mut lowered, mut last) = (0, '\0');
    for (at, c) in text.char_indices() {
        if lowered == len {
            // Of a script without spaces, words need not end.
            return (!c.is_alphanumeric() || last >= '\u{0E00}').then_some(at);
        }
        lowered += lower(c).len_utf8();
        last = c;
    }
    (lowered == len).then_some(text.len())
}

fn lower(c: char) -> char {
    match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        // Kana, Hangul and what is written in Chinese have no case.
        '\u{2E80}'..'\u{A640}' | '\u{AC00}'..'\u{D7B0}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}
