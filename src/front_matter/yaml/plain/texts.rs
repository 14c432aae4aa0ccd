//! Plain and quoted scalars.

use std::iter::repeat_n;

use memchr::{memchr, memchr2, memchr3, memchr3_iter};
use nom::branch::alt;
use nom::combinator::{consumed, map, not, verify};
use nom::error::Error;
use nom::multi::many0_count;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::lines::{cut, deeper, is_blank_or_end, line_breaks, line_end, mark, spaces};
use crate::front_matter::scalar::{Scalar, Style};
use crate::text::Text;

/// 7.3.3, in one line: up to `: `, ` #` or the line's end, without the blanks before it.
pub(super) fn plain(i: &str) -> IResult<&str, &str> {
    verify(|i| Ok(cut(i, plain_end(i.as_bytes()))), begins_plain).parse(i)
}

fn plain_end(bytes: &[u8]) -> usize {
    let stops = |at: &usize| match bytes[*at] {
        b':' => is_blank_or_end(bytes.get(at + 1)),
        b'#' => *at > 0 && bytes[at - 1] == b' ',
        _ => true,
    };
    memchr3_iter(b':', b'#', b'\n', bytes).find(stops).unwrap_or(bytes.len())
}

pub(super) fn plain_scalar(text: &str) -> Scalar<'_> {
    Scalar::new(Text::borrowed(text), Style::Plain)
}

/// A scalar that has the rest of its line to itself and does not go on in the next, as most do: its
/// text as written, and what follows the line. Plain text would go on deeper than `indent`.
pub(super) fn whole_line(i: &str, indent: usize) -> Option<(&str, &str, Scalar<'_>)> {
    let (line, rest) = i.split_at(memchr(b'\n', i.as_bytes())?);
    let (line, rest) = (line.strip_suffix('\r').unwrap_or(line), &rest[1..]);
    let quoted = |style| Scalar::new(Text::borrowed(&line[1..line.len() - 1]), style);
    let scalar = match line.as_bytes() {
        [b'\'', text @ .., b'\''] if memchr(b'\'', text).is_none() => quoted(Style::SingleQuoted),
        [b'"', text @ .., b'"'] if memchr2(b'"', b'\\', text).is_none() => {
            quoted(Style::DoubleQuoted)
        }
        // 7.3.3: a line below may go on with plain text, and blank ones may stand before it.
        _ if goes_on(rest, indent) => return None,
        text @ [first, .., last]
            if (first.is_ascii_alphanumeric() || !first.is_ascii())
                && !is_blank_or_end(Some(last))
                && plain_end(text) == text.len() =>
        {
            plain_scalar(line)
        }
        _ => return None,
    };
    Some((rest, line, scalar))
}

fn goes_on(below: &str, indent: usize) -> bool {
    let width = below.bytes().take_while(|&byte| byte == b' ').count();
    width > indent || matches!(below.as_bytes().get(width), Some(b'\n' | b'\r'))
}

/// 7.3.3 and 6.5: plain text that may go on in lines deeper than `indent`.
pub(super) fn plain_lines<'a>(
    indent: usize,
) -> impl Parser<&'a str, Output = Scalar<'a>, Error = Error<&'a str>> {
    move |i: &'a str| {
        let (mut rest, first) = plain(i)?;
        let next = preceded(spaces, line_end).parse(rest).map_or("", |(next, _)| next);
        if !next.starts_with([' ', '\n', '\r']) {
            return Ok((rest, plain_scalar(first)));
        }
        let mut folded = String::new();
        // 6.6: a comment ends the text.
        while let Ok((next, breaks)) = terminated(deeper(indent), not(mark("#"))).parse(rest) {
            if folded.is_empty() {
                folded.push_str(first);
            }
            fold(&mut folded, breaks);
            let (after, part) = cut(next, plain_end(next.as_bytes()));
            folded.push_str(part);
            rest = after;
        }
        let text = if folded.is_empty() { Text::borrowed(first) } else { folded.into() };
        Ok((rest, Scalar::new(text, Style::Plain)))
    }
}

/// 7.3.1, 7.3.2 and 6.5: quoted text over lines, however they are indented, without escapes.
pub(super) fn quoted_lines<'a>() -> impl Parser<&'a str, Output = Scalar<'a>, Error = Error<&'a str>>
{
    let lines = |quote, style| {
        let lines = move |i: &'a str| {
            let mut folded = String::new();
            let (mut rest, mut part) = quoted_text(quote).parse(i)?;
            while !rest.starts_with(quote) {
                folded.push_str(part.trim_end_matches([' ', '\r']));
                // 9.1.2: `---` and `...` part documents, within quotes too.
                let (next, breaks) =
                    terminated(line_breaks, not(alt((mark("---"), mark("..."))))).parse(rest)?;
                fold(&mut folded, breaks);
                (rest, part) = quoted_text(quote).parse(next)?;
            }
            folded.push_str(part);
            Ok((rest, Scalar::new(folded.into(), style)))
        };
        delimited(mark(quote), lines, mark(quote))
    };
    alt((lines("'", Style::SingleQuoted), lines("\"", Style::DoubleQuoted)))
}

/// 7.3.3, within brackets, closed by one of `ends`. Where another mark stands, or the line ends, there
/// is no answer: `[a: b]` holds a mapping, `[a` goes on in the next line.
pub(super) fn flow_plain<'a>(
    ends: &'static [u8],
) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    move |i: &'a str| {
        let bytes = i.as_bytes();
        let is_mark = |at: &usize| {
            matches!(bytes[*at], b',' | b'[' | b']' | b'{' | b'}' | b':' | b'#' | b'\n')
        };
        let stops = |at: &usize| is_mark(at) && !is_text_in_flow(bytes, *at);
        let end = (0..bytes.len()).find(stops).unwrap_or(bytes.len());
        let closed = |_: &str| bytes.get(end).is_some_and(|end| ends.contains(end));
        verify(verify(|i| Ok(cut(i, end)), begins_flow_plain), closed).parse(i)
    }
}

/// 7.3.3: `:` before text and `#` behind it are text.
fn is_text_in_flow(bytes: &[u8], at: usize) -> bool {
    let follows = bytes.get(at + 1);
    match bytes[at] {
        b':' => {
            !is_blank_or_end(follows) && !matches!(follows, Some(b',' | b'[' | b']' | b'{' | b'}'))
        }
        b'#' => at > 0 && bytes[at - 1] != b' ',
        _ => false,
    }
}

/// 7.3.3: plain text does not begin with an indicator; `-` may begin it before a character.
fn begins_plain(text: &str) -> bool {
    let Some((first, follows)) = text.as_bytes().split_first() else { return false };
    match first {
        b'-' | b':' => !is_blank_or_end(follows.first()),
        b'?' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>'
        | b'\'' | b'"' | b'%' | b'@' | b'`' => false,
        _ => true,
    }
}

/// Within brackets, where an adjacent `:` may follow a quoted key, it begins no text here.
fn begins_flow_plain(text: &str) -> bool {
    begins_plain(text) && !text.starts_with(':')
}

/// 7.3.2, in one line: two quotes stand for one.
pub(super) fn single_quoted(i: &str) -> IResult<&str, Scalar<'_>> {
    let quotes = many0_count((mark("''"), quoted_text("'")));
    let text =
        map(consumed((quoted_text("'"), quotes)), |(written, (text, quotes))| match quotes {
            0 => Text::borrowed(text),
            _ => written.replace("''", "'").into(),
        });
    let scalar = map(text, |text| Scalar::new(text, Style::SingleQuoted));
    delimited(mark("'"), scalar, mark("'")).parse(i)
}

/// 7.3.1, in one line: without escapes.
pub(super) fn double_quoted(i: &str) -> IResult<&str, Scalar<'_>> {
    let scalar =
        map(quoted_text("\""), |text| Scalar::new(Text::borrowed(text), Style::DoubleQuoted));
    delimited(mark("\""), scalar, mark("\"")).parse(i)
}

/// What stands before the closing `quote`, a line's end or, where those escape, a backslash.
pub(super) fn quoted_text<'a>(
    quote: &'static str,
) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    let (quote, escape) = if quote == "'" { (b'\'', b'\'') } else { (b'"', b'\\') };
    move |i: &'a str| {
        let end = memchr3(quote, b'\n', escape, i.as_bytes()).unwrap_or(i.len());
        let (text, rest) = i.split_at(end);
        Ok((rest, text))
    }
}

/// 6.5: one line end is a space, each further one stands for itself.
pub(super) fn fold(text: &mut String, breaks: usize) {
    if breaks == 1 {
        text.push(' ');
    } else {
        text.extend(repeat_n('\n', breaks - 1));
    }
}
