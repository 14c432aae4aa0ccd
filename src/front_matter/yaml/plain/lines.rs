//! Lines: what ends them, what stands before and after what they say.

use memchr::memchr;
use nom::branch::alt;
use nom::combinator::{consumed, eof, map, not, peek, recognize, verify};
use nom::error::{Error, ErrorKind};
use nom::multi::many0_count;
use nom::sequence::{preceded, terminated};
use nom::{Err, IResult, Parser};

/// Lines that say nothing: blank ones, and comments wherever they begin.
#[allow(clippy::unnecessary_wraps)] // a parser like the others
pub(super) fn ignored(mut i: &str) -> IResult<&str, ()> {
    while matches!(i.as_bytes().first(), Some(b' ' | b'\n' | b'\r' | b'#')) {
        let (content, _) = spaces(i)?;
        let end = if content.starts_with('#') { text_of_line(content)?.0 } else { content };
        match line_end(end) {
            Ok((rest, _)) => i = rest,
            Err(_) => break,
        }
    }
    Ok((i, ()))
}

/// The line's content and how far it is indented.
pub(super) fn indentation(i: &str) -> IResult<&str, usize> {
    map(spaces, str::len).parse(i)
}

/// Nothing, or a comment, up to the line's end. A comment that begins like a word, `C# and #tag`, may
/// cut a value: the events' way tells of it.
pub(super) fn line_rest(i: &str) -> IResult<&str, &str> {
    let blank = alt((mark(" "), mark("#"), peek(line_end), eof));
    let comment = recognize((mark(" "), spaces, mark("#"), blank, text_of_line));
    alt((line_end, preceded(alt((comment, spaces)), alt((line_end, eof))))).parse(i)
}

#[allow(clippy::unnecessary_wraps)] // a parser like the others
fn text_of_line(i: &str) -> IResult<&str, &str> {
    let end = memchr(b'\n', i.as_bytes()).unwrap_or(i.len());
    Ok(cut(i, end))
}

pub(super) fn line_end(i: &str) -> IResult<&str, &str> {
    let length = match i.as_bytes() {
        [b'\n', ..] => 1,
        [b'\r', b'\n', ..] => 2,
        _ => return Err(Err::Error(Error::new(i, ErrorKind::CrLf))),
    };
    let (end, rest) = i.split_at(length);
    Ok((rest, end))
}

/// nom's `tag` and `char` go from character to character; this is the most frequent step of all.
pub(super) fn mark<'a>(
    mark: &'static str,
) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    move |i: &'a str| {
        if !i.as_bytes().starts_with(mark.as_bytes()) {
            return Err(Err::Error(Error::new(i, ErrorKind::Tag)));
        }
        let (mark, rest) = i.split_at(mark.len());
        Ok((rest, mark))
    }
}

/// Any number of spaces. nom's own gives a rest that is not of the input where nothing follows.
#[allow(clippy::unnecessary_wraps)] // a parser like the others
pub(super) fn spaces(i: &str) -> IResult<&str, &str> {
    let (spaces, rest) = i.split_at(i.bytes().take_while(|&byte| byte == b' ').count());
    Ok((rest, spaces))
}

/// The line ends before a line that is not blank, and its indentation.
pub(super) fn line_breaks(i: &str) -> IResult<&str, usize> {
    let breaks = verify(many0_count((spaces, line_end)), |&breaks| breaks > 0);
    terminated(breaks, (spaces, not(eof))).parse(i)
}

/// [`line_breaks`] before a line deeper than `indent`.
pub(super) fn deeper<'a>(
    indent: usize,
) -> impl Parser<&'a str, Output = usize, Error = Error<&'a str>> {
    let is_deeper = move |i: &str| i.len() - i.trim_end_matches(' ').len() > indent;
    map(verify(consumed(line_breaks), move |(taken, _)| is_deeper(taken)), |(_, breaks)| breaks)
}

pub(super) fn is_blank_or_end(byte: Option<&u8>) -> bool {
    matches!(byte, None | Some(b' ' | b'\n' | b'\r'))
}

/// The rest from `end` on or from before the blanks in front of it, and what comes before that.
pub(super) fn cut(i: &str, end: usize) -> (&str, &str) {
    let before = i.bytes().take(end).rev();
    let blanks = before.take_while(|byte| matches!(byte, b' ' | b'\r')).count();
    let (text, rest) = i.split_at(end - blanks);
    (rest, text)
}
