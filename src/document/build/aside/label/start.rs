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

/// Whether a label begins as a text does, by its first eight bytes, if those are of ASCII and CJK;
/// other letters may have capitals of other bytes.
fn begins_one(text: &str) -> bool {
    /// In bits: the bytes of a start but the first three.
    const AFTER_THREE: u32 = 40;
    let may_have_case = |&byte: &u8| byte >= 0xC0 && !Beginnings::has_no_case(byte);
    let Some(first) = text.as_bytes().first_chunk::<8>() else { return true };
    if first.iter().any(may_have_case) {
        return true;
    }
    let key = start_of(&first.to_ascii_lowercase());
    let begins = STARTS.partition_point(|start| start >> AFTER_THREE < key >> AFTER_THREE);
    let alike = STARTS[begins..].iter().take_while(|&start| (start ^ key) >> AFTER_THREE == 0);
    // A shorter label is followed by nothing.
    alike.map(|start| (start ^ key) >> (start.trailing_zeros() & !7)).any(|unlike| unlike == 0)
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
    /// Of each two letters of ASCII, a bit for the third.
    third: [u32; 1 << 10],
}

impl Beginnings {
    const fn of(labels: &[(&str, AsideKind)]) -> Self {
        let (mut next, mut third) = ([0; 256], [0; 1 << 10]);
        let mut at = 0;
        while at < labels.len() {
            match labels[at].0.as_bytes() {
                [first, second, last, ..] if Self::has_no_case(*first) => {
                    next[*first as usize] |= Self::bit(*second ^ last.rotate_left(2));
                }
                [first, second, last, ..] if first.is_ascii() && second.is_ascii() => {
                    third[Self::two(*first, *second)] |=
                        if last.is_ascii() { Self::bit(*last) } else { u32::MAX };
                }
                _ => {}
            }
            at += 1;
        }
        Self { next, third }
    }

    /// Two letters as a number, which is the same for their capitals.
    const fn two(first: u8, second: u8) -> usize {
        (first as usize & 31) << 5 | second as usize & 31
    }

    /// Letters differ from their capitals in none of these bits.
    const fn bit(byte: u8) -> u32 {
        1 << (byte & 31)
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
                let third = rest.first().filter(|third| third.is_ascii());
                let bit = third.map_or(u32::MAX, |&third| Self::bit(third));
                self.third[Self::two(first, second)] & bit != 0
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
        let start = &text.as_bytes()[..text.len().min(LONGEST_LABEL)];
        if start.is_ascii() {
            folded.len = start.len();
            folded.bytes[..start.len()].copy_from_slice(start);
            folded.bytes.make_ascii_lowercase();
            return folded;
        }
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
