//! Keys, and the colon after them.

use nom::branch::alt;
use nom::combinator::{consumed, eof, map, peek, verify};
use nom::error::Error;
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

use super::lines::{line_end, mark, spaces};
use super::texts::{flow_plain, plain, quoted_text};

#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'a> {
    pub(super) text: &'a str,
    /// With its quotes.
    pub(super) written: &'a str,
}

/// A key and the colon after it.
pub(super) fn key(i: &str) -> IResult<&str, Key<'_>> {
    match word(i) {
        Some(found) => Ok(found),
        None => key_of(verify(plain, begins_key)).parse(i),
    }
}

/// A key that is a word, as most are, and right before its colon.
fn word(i: &str) -> Option<(&str, Key<'_>)> {
    let end = i.bytes().position(|byte| !IN_WORD[usize::from(byte)])?;
    if !(1..=1024).contains(&end) {
        return None;
    }
    match &i.as_bytes()[end..] {
        [b':', b' ' | b'\n', ..] => {
            let (text, colon) = i.split_at(end);
            Some((&colon[1..], Key { text, written: text }))
        }
        _ => None,
    }
}

/// The bytes that are of a word wherever they stand in it.
const IN_WORD: [bool; 256] = {
    let mut in_word = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        in_word[byte] =
            byte == b'_' as usize || byte >= 128 || (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    in_word
};

/// A key within braces.
pub(super) fn flow_key(i: &str) -> IResult<&str, Key<'_>> {
    key_of(verify(flow_plain(b":"), begins_key)).parse(i)
}

fn key_of<'a>(
    plain: impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>>,
) -> impl Parser<&'a str, Output = Key<'a>, Error = Error<&'a str>> {
    let quoted = |quote| delimited(mark(quote), quoted_text(quote), mark(quote));
    // 7.4.2: a key in one line has at most 1,024 characters.
    let written = verify(consumed(alt((quoted("'"), quoted("\""), plain))), |(written, _)| {
        written.len() <= 1024
    });
    map(terminated(written, colon), |(written, text)| Key { text, written })
}

/// 7.4, 8.2.2: after the colon of a key there is a blank or nothing.
fn colon(i: &str) -> IResult<&str, &str> {
    let end = alt((mark(" "), line_end, eof));
    delimited(spaces, mark(":"), peek(end)).parse(i)
}

/// Whether plain text is a name and nothing else.
fn begins_key(text: &str) -> bool {
    // 9.1: `---` and `...` part documents. 8.2.2: `? ` begins a key of any kind.
    !text.starts_with(['-', '?', ':']) && !text.starts_with("...")
        // The merge key of YAML 1.1.
        && text != "<<"
}
