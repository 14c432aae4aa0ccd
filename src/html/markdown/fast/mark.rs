//! What a line may begin with: the marks of `CommonMark`'s blocks.
//!
//! Each is told at a place of the text, behind the white space and the marks of containers. Tabs count
//! as columns there, which is left to pulldown-cmark but at a line's start: where one matters, these
//! [decline](Declined).

use pulldown_cmark::HeadingLevel;

use super::{Declined, Known};
use crate::html::markdown::lines::line_len;

/// Where the line ends that holds a place: at its line feed, or at the end.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    at + line_len(&bytes[at..])
}

/// Where the line after the one that ends at a place begins.
pub(super) fn line_after(bytes: &[u8], end: usize) -> usize {
    (end + 1).min(bytes.len())
}

/// Whether a line ends at a place.
pub(super) fn is_end(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), None | Some(b'\n'))
}

/// Whether what stands at a place, behind the marks of containers, is text: it begins nothing, and goes on
/// with a paragraph.
#[inline]
pub(super) fn is_text(bytes: &[u8], at: usize) -> bool {
    /// The bytes that a line may begin with which is more.
    const SIGNS: &[u8] = b"\t\n #*+-0123456789:<=>[_`|~";
    const IS_TEXT: [bool; 256] = {
        let mut is_text = [true; 256];
        let mut index = 0;
        while index < SIGNS.len() {
            is_text[SIGNS[index] as usize] = false;
            index += 1;
        }
        is_text
    };
    bytes.get(at).is_some_and(|&byte| IS_TEXT[usize::from(byte)])
}

/// How many spaces stand at a place, of at most so many.
#[inline]
pub(super) fn spaces(bytes: &[u8], at: usize, most: usize) -> Known<usize> {
    if is_blank_at(bytes, at) { count_spaces(bytes, at, most) } else { Ok(0) }
}

fn count_spaces(bytes: &[u8], at: usize, most: usize) -> Known<usize> {
    let mut count = 0;
    while count < most {
        match bytes.get(at + count) {
            Some(b' ') => count += 1,
            Some(b'\t') => return Err(Declined),
            _ => break,
        }
    }
    Ok(count)
}

/// By how much the content of a line is set in that begins at a place, of at most 4 columns: behind what
/// containers begin the line with, tabs [decline](Declined); where nothing is before them, they go up to
/// there.
#[inline]
pub(super) fn indent(bytes: &[u8], line: usize, at: usize) -> Known<usize> {
    if is_blank_at(bytes, at) { count_indent(bytes, line, at) } else { Ok(0) }
}

fn count_indent(bytes: &[u8], line: usize, at: usize) -> Known<usize> {
    let count = bytes[at..].iter().take(INDENT).take_while(|&&byte| byte == b' ').count();
    match bytes.get(at + count) {
        Some(b'\t') if count < INDENT && at > line => Err(Declined),
        Some(b'\t') => Ok(INDENT),
        _ => Ok(count),
    }
}

/// The place behind the 4 columns by which a line is [set in](indent).
pub(super) fn behind_indent(bytes: &[u8], at: usize) -> usize {
    let count = bytes[at..].iter().take(INDENT).take_while(|&&byte| byte == b' ').count();
    at + count + usize::from(count < INDENT)
}

/// What is set in by so many columns is code.
const INDENT: usize = 4;

/// The place behind spaces and tabs.
#[inline]
pub(super) fn skip_blanks(bytes: &[u8], mut at: usize) -> usize {
    while is_blank_at(bytes, at) {
        at += 1;
    }
    at
}

fn is_blank_at(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|&byte| is_blank(byte))
}

pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Where the next line begins, if the rest of this one is blank.
pub(super) fn blank_line(bytes: &[u8], at: usize) -> Option<usize> {
    let end = skip_blanks(bytes, at);
    is_end(bytes, end).then(|| line_after(bytes, end))
}

/// How often a byte stands at a place.
pub(super) fn run(bytes: &[u8], at: usize, byte: u8) -> usize {
    bytes[at..].iter().take_while(|&&next| next == byte).count()
}

/// Where the line after a thematic break begins; or else the place before which none can begin.
pub(super) fn rule(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let mark = bytes[at];
    if !matches!(mark, b'*' | b'-' | b'_') {
        return Err(at);
    }
    let mut count = 0;
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\n' => break,
            b' ' | b'\t' => {}
            _ if byte == mark => count += 1,
            _ => return Err(end),
        }
        end += 1;
    }
    if count < 3 { Err(end) } else { Ok(line_after(bytes, end)) }
}

/// The level of a heading that `#` begin.
pub(super) fn heading(bytes: &[u8], at: usize) -> Option<HeadingLevel> {
    let level = run(bytes, at, b'#');
    let is_ended = bytes.get(at + level).is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\n'));
    HeadingLevel::try_from(level).ok().filter(|_| is_ended)
}

/// The level of the heading that a line underlines, and where the next line begins.
pub(super) fn underline(bytes: &[u8], at: usize) -> Option<(HeadingLevel, usize)> {
    let level = match bytes.get(at)? {
        b'=' => HeadingLevel::H1,
        b'-' => HeadingLevel::H2,
        _ => return None,
    };
    let next = blank_line(bytes, at + run(bytes, at, bytes[at]))?;
    Some((level, next))
}

/// How many marks open a code fence.
pub(super) fn fence(bytes: &[u8], at: usize) -> Option<usize> {
    let mark = bytes[at];
    let count = run(bytes, at, mark);
    // What follows is a word, or nothing.
    let holds_mark = || bytes[at + count..].iter().find(|byte| matches!(byte, b'`' | b'\n'));
    let is_fence = count >= 3 && (mark != b'`' || holds_mark() != Some(&b'`'));
    is_fence.then_some(count)
}

/// Whether the mark of an item stands at a place, one space behind it, and text or another mark.
pub(super) fn begins_item(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at..], [b'-' | b'+' | b'*', b' ', next, ..] if !is_blank(next) && next != b'\n')
}

/// The mark of a list item.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListMark {
    /// The sign, or what ends the number.
    pub(super) sign: u8,
    /// The number, if it has one.
    pub(super) number: Option<u32>,
    /// Behind the mark and the white space that belongs to it.
    pub(super) end: usize,
    /// By how much content must be set in, from the mark on.
    pub(super) indent: usize,
}

impl ListMark {
    /// The sign of the mark at a place, its number, and the place behind it.
    fn sign(bytes: &[u8], at: usize) -> Option<(u8, Option<u32>, usize)> {
        match *bytes.get(at)? {
            sign @ (b'-' | b'+' | b'*') => Some((sign, None, at + 1)),
            b'0'..=b'9' => {
                /// A longer number is none.
                const DIGITS: usize = 9;
                let digits =
                    bytes[at..].iter().take(DIGITS).take_while(|byte| byte.is_ascii_digit());
                let (mut number, mut end) = (0, at);
                for digit in digits {
                    number = number * 10 + u32::from(digit - b'0');
                    end += 1;
                }
                let sign = *bytes.get(end).filter(|sign| matches!(sign, b'.' | b')'))?;
                Some((sign, Some(number), end + 1))
            }
            _ => None,
        }
    }

    /// The mark at a place. No thematic break begins before `no_rule`, which may grow.
    pub(super) fn at(bytes: &[u8], at: usize, no_rule: &mut usize) -> Known<Option<Self>> {
        let end = at + 2;
        if begins_item(bytes, at) && bytes[at] != bytes[end] {
            return Ok(Some(Self { sign: bytes[at], number: None, end, indent: 2 }));
        }
        let Some((sign, number, behind)) = Self::sign(bytes, at) else { return Ok(None) };
        if number.is_none() && at >= *no_rule {
            match rule(bytes, at) {
                Ok(_) => return Ok(None),
                Err(end) => *no_rule = end,
            }
        }
        let space = spaces(bytes, behind, 1)?;
        if space == 0 && !is_end(bytes, behind) {
            return Ok(None);
        }
        let (mut end, mut indent) = (behind + space, behind - at + 1);
        if !is_end(bytes, skip_blanks(bytes, end)) {
            let more = spaces(bytes, end, 4)?;
            if more < 4 {
                end += more;
                indent += more;
            }
        }
        Ok(Some(Self { sign, number, end, indent }))
    }

    /// Whether the mark at a place ends the paragraph above: one of another container always does, an
    /// empty item and one that does not count from 1 do not.
    pub(super) fn interrupts(bytes: &[u8], at: usize, same_container: bool) -> Known<bool> {
        let Some((_, number, behind)) = Self::sign(bytes, at) else { return Ok(false) };
        let is_mark = spaces(bytes, behind, 1)? == 1 || is_end(bytes, behind);
        let begins_list =
            number.is_none_or(|number| number == 1) && blank_line(bytes, behind).is_none();
        Ok(is_mark && (!same_container || begins_list))
    }
}
