//! [`Definitions`]: the link reference definitions of a text.

use std::borrow::Cow;
use std::cmp::Ordering;

use memchr::{memchr, memchr3, memchr3_iter};

use super::blocks::Blocks;
use super::mark::{self, is_end, line_after, line_end, skip_blanks};
use super::target::{self, Target, Written};
use super::{Declined, Known};

/// The definitions; once [sorted](Self::sort), by label.
#[derive(Debug, Default)]
pub(super) struct Definitions<'a>(Vec<Defined<'a>>);

/// A label and what it stands for.
#[derive(Debug)]
struct Defined<'a> {
    /// A number that labels have in common which are the same: so most are told apart.
    sum: u64,
    label: Cow<'a, str>,
    definition: Definition<'a>,
}

impl Defined<'_> {
    /// How it compares to a label with a sum.
    fn compared(&self, sum: u64, label: &str) -> Ordering {
        self.sum.cmp(&sum).then_with(|| compared(&self.label, label))
    }
}

/// Where a reference leads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Definition<'a> {
    pub(super) target: Written<'a>,
    pub(super) title: &'a str,
}

/// A label may be so long, in bytes; in characters, as the standard counts, it may be longer.
const LABEL: usize = 900;

impl Blocks<'_> {
    /// Takes link reference definitions, and the paragraph that follows them directly.
    pub(super) fn definitions(&mut self, mut start: usize, mut at: usize) -> Known<usize> {
        while self.bytes[at] == b'[' {
            let Some(end) = self.definition_of_link(at)? else { break };
            let next = line_after(self.bytes, line_end(self.bytes, end));
            let below = self.below(next)?.filter(|&below| !is_end(self.bytes, below));
            let Some(below) = below else {
                self.finish_list(start);
                return Ok(next);
            };
            (start, at) = (next, below);
        }
        self.paragraph(at)
    }

    /// Takes the link reference definition at a place; answers where it ends, if it is one.
    fn definition_of_link(&mut self, at: usize) -> Known<Option<usize>> {
        let (bytes, text) = (self.bytes, self.text);
        let Some(label_end) = label_end(bytes, at)? else { return Ok(None) };
        let mut start = skip_blanks(bytes, label_end + 2);
        if is_end(bytes, start) {
            let below = line_after(bytes, start);
            let (at, passed) = self.passed(below)?;
            let indent = mark::indent(bytes, below, at)?;
            start = skip_blanks(bytes, at);
            let at = at + indent;
            let is_over = indent < 4
                && (mark::underline(bytes, at).is_some() || self.interrupts(at, passed, false)?);
            if is_over || is_end(bytes, start) {
                return Ok(None);
            }
        }
        self.outline.definitions.take(&text[at + 1..label_end], text, start)
    }
}

impl<'a> Definitions<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sorts them, once all were taken. Of several with a label the first is left.
    pub(super) fn sort(&mut self) {
        self.0.sort_by(|one, other| one.compared(other.sum, &other.label));
        self.0.dedup_by(|next, one| one.compared(next.sum, &next.label).is_eq());
    }

    /// What a label stands for.
    pub(super) fn get(&self, label: &str) -> Known<Option<Definition<'a>>> {
        let label = key(label)?;
        let sum = sum(&label);
        let found = self.0.binary_search_by(|it| it.compared(sum, &label));
        Ok(found.ok().map(|at| self.0[at].definition))
    }

    /// Takes the definition of a label whose destination may begin at a place; answers where it ends, if it
    /// is one.
    fn take(&mut self, label: &'a str, text: &'a str, start: usize) -> Known<Option<usize>> {
        let bytes = text.as_bytes();
        let label = key(label)?;
        let Target::To { target, end } = target::at(text, start)? else { return Ok(None) };
        if end == start {
            return Err(Declined);
        }
        let next = skip_blanks(bytes, end);
        let (title, end) = if is_end(bytes, next) {
            if may_be_title(bytes, next) {
                return Err(Declined);
            }
            ("", end)
        } else {
            if next == end {
                return Ok(None);
            }
            match target::title(text, next)? {
                Some((title, end)) if is_end(bytes, skip_blanks(bytes, end)) => (title, end),
                _ => return Ok(None),
            }
        };
        let definition = Definition { target, title };
        self.0.push(Defined { sum: sum(&label), label, definition });
        Ok(Some(end))
    }
}

/// Whether the line below a line's end may be the title of the definition above.
fn may_be_title(bytes: &[u8], end: usize) -> bool {
    let mut below =
        bytes[end..].iter().skip(1).skip_while(|byte| matches!(byte, b' ' | b'\t' | b'>'));
    matches!(below.next(), Some(b'"' | b'\'' | b'('))
}

/// Where the label ends that a `[` at a place begins: at its `]`, behind which a `:` stands.
fn label_end(bytes: &[u8], at: usize) -> Known<Option<usize>> {
    let rest = &bytes[at + 1..];
    let label = &rest[..rest.len().min(LABEL)];
    let (mut length, mut is_escaped) = (0, false);
    while let Some(found) = memchr3(b'[', b']', b'\\', &label[length..]) {
        length += found;
        match label[length] {
            b'[' => return Ok(None),
            b']' => {
                if rest.get(length + 1) != Some(&b':') {
                    return Ok(None);
                }
                // An escaped character, a label of two lines.
                let is_plain = !is_escaped && memchr(b'\n', &label[..length]).is_none();
                return if is_plain { Ok(Some(at + 1 + length)) } else { Err(Declined) };
            }
            _ => {
                is_escaped = true;
                length += 1;
                length += usize::from(label.get(length).is_some_and(u8::is_ascii_punctuation));
            }
        }
    }
    if label.len() < rest.len() { Err(Declined) } else { Ok(None) }
}

/// A label with single spaces for its white space, as labels are compared.
fn key(label: &str) -> Known<Cow<'_, str>> {
    let label = label.trim_ascii();
    let folds = label.is_ascii() || label.chars().all(folds_alone);
    if label.is_empty() || label.len() > LABEL || !folds {
        return Err(Declined);
    }
    let bytes = label.as_bytes();
    let is_spaced = memchr3_iter(b' ', b'\t', b'\n', bytes)
        .any(|space| bytes[space] != b' ' || bytes[space + 1] == b' ');
    if !is_spaced {
        return Ok(label.into());
    }
    let words: Vec<&str> = label.split_ascii_whitespace().collect();
    Ok(words.join(" ").into())
}

/// A number of a label, for which case does not count.
fn sum(label: &str) -> u64 {
    let add = |sum: u64, number: u64| (sum ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    if !label.is_ascii() {
        return label.chars().fold(0, |sum, it| add(sum, u64::from(u32::from(lower(it)))));
    }
    // Eight bytes at once: in ASCII this bit is all that case changes.
    let (mut sum, mut rest) = (label.len() as u64, label.as_bytes());
    while let Some((eight, more)) = rest.split_first_chunk() {
        sum = add(sum.rotate_left(29), u64::from_le_bytes(*eight) | 0x2020_2020_2020_2020);
        rest = more;
    }
    rest.iter().fold(sum, |sum, byte| add(sum, u64::from(byte | 0x20)))
}

/// How labels compare: case does not count.
fn compared(one: &str, other: &str) -> Ordering {
    if one.eq_ignore_ascii_case(other) {
        return Ordering::Equal;
    }
    one.chars().map(lower).cmp(other.chars().map(lower))
}

/// A character that [folds alone](folds_alone), in lower case.
fn lower(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_lowercase();
    }
    character.to_lowercase().next().unwrap_or(character)
}

/// Whether to compare without case is to compare in lower case, for a character: it has one capital
/// letter, or is one, or has no case.
fn folds_alone(character: char) -> bool {
    if character.is_ascii() {
        return true;
    }
    let (mut lower, mut upper) = (character.to_lowercase(), character.to_uppercase());
    let (Some(low), Some(up), None, None) =
        (lower.next(), upper.next(), lower.next(), upper.next())
    else {
        return false;
    };
    // `ſ` has the capital of `s`, and K, the sign of Kelvin, the small letter of `K`.
    up.to_lowercase().eq([low])
        && low.to_uppercase().eq([up])
        && (character == low || character == up)
}
