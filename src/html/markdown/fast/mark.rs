//! What a line may begin with: the marks of `CommonMark`'s blocks.
//!
//! Each is told at a place of the text, behind the white space and the marks of containers. Tabs count
//! as columns there, which is left to pulldown-cmark: where one matters, these [decline](Declined).

use memchr::memchr;
use pulldown_cmark::HeadingLevel;

use super::{Declined, Known};

/// Where the line ends that holds a place: at its line feed, or at the end.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length)
}

/// Where the line after the one that ends at a place begins.
pub(super) fn line_after(bytes: &[u8], end: usize) -> usize {
    (end + 1).min(bytes.len())
}

/// Whether a line ends at a place.
pub(super) fn is_end(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), None | Some(b'\n'))
}

/// How many spaces stand at a place, of at most so many.
pub(super) fn spaces(bytes: &[u8], at: usize, most: usize) -> Known<usize> {
    let count = bytes[at..].iter().take(most).take_while(|&&byte| byte == b' ').count();
    if count < most && bytes.get(at + count) == Some(&b'\t') { Err(Declined) } else { Ok(count) }
}

/// The place behind spaces and tabs.
pub(super) fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|&&byte| is_blank(byte)).count()
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
    let is_fence = count >= 3
        && (mark != b'`' || memchr(b'`', &bytes[at + count..line_end(bytes, at)]).is_none());
    is_fence.then_some(count)
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
