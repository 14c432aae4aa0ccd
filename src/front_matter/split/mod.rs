//! From the input to its two texts: front matter and body.
//!
//! ```text
//! input = [bom] *blank-line ( fenced / braced / keywords ) body  /  [bom] body
//! fenced = opener *line closer         opener: `---` `+++` `;;;` in column 0, or longer
//! braced = json-object rest-of-line    the object ends by its tokens, not by a `}` line
//! keywords = 1*( "#+" key ":" line )   only in Org; without an opener also `*line closer`, in Hexo
//! ```
//!
//! Every part is a slice of the input and nothing is allocated; each byte is looked at a constant
//! number of times. YAML forbids `---` in column 0 inside of values, so looking for the closer line
//! by line is exact.

mod notice;

use memchr::{memchr2, memchr3};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while};
use nom::character::complete::{char, one_of, space1};
use nom::combinator::{eof, fail, opt, peek, recognize, value};
use nom::multi::many0_count;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use self::notice::{Notice, closer_like, notice};
use super::{Dialect, Format, org};
use crate::diagnostic::Diagnostics;

/// The parts of an input. Joined in order they are the input again, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Split<'a> {
    /// A byte order mark, or nothing.
    pub bom: &'a str,
    /// The blank lines before the opening fence; nothing where there is no front matter.
    pub blank: &'a str,
    /// The front matter, where there is one.
    pub front_matter: Option<Fenced<'a>>,
    /// Everything else. Begins right after the closing fence's one line end; never trimmed.
    pub body: &'a str,
}

/// Front matter and its fences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fenced<'a> {
    /// The opening fence, its line end included; empty for JSON in braces and Org mode's keywords.
    pub opening: &'a str,
    /// The language, by the fence.
    pub format: Format,
    /// The text between the fences; for JSON in braces, from brace to brace.
    pub raw: &'a str,
    /// The closing fence, its line end included; for JSON in braces, the rest of the brace's line;
    /// empty for Org mode's keywords.
    pub closing: &'a str,
}

impl Fenced<'_> {
    /// Whether there is no opening fence, as only [`Dialect::Hexo`] allows.
    pub(crate) fn is_unopened(&self) -> bool {
        self.opening.is_empty() && self.closing.starts_with(['-', ';'])
    }
}

/// Splits an input into front matter and body. Copies nothing, allocates nothing.
///
/// Whether the text between the fences is a mapping is not looked at: this is the split by lines.
///
/// # Examples
///
/// ```
/// use copydesk::{Format, split};
///
/// let parts = split("\n---\ntitle: x\n---\n<p>Hello</p>");
/// let front_matter = parts.front_matter.unwrap();
/// assert_eq!((parts.blank, front_matter.opening), ("\n", "---\n"));
/// assert_eq!((front_matter.format, front_matter.raw), (Format::Yaml, "title: x\n"));
/// assert_eq!(parts.body, "<p>Hello</p>");
/// ```
pub fn split(input: &str) -> Split<'_> {
    parts(input, Dialect::Common).0
}

/// [`split`] by the rules of `dialect`; tells what looks like front matter and is none.
pub(crate) fn split_with<'a>(
    input: &'a str,
    dialect: Dialect,
    diagnostics: &mut Diagnostics,
) -> Split<'a> {
    let (split, notice) = parts(input, dialect);
    if let Some(notice) = notice {
        notice.push(input, diagnostics);
    }
    split
}

fn parts(input: &str, dialect: Dialect) -> (Split<'_>, Option<Notice<'_>>) {
    let (text, bom) = optional(bom, input);
    let (block, blank) = optional(blank_lines, text);
    match fenced(block, dialect) {
        Ok((body, fenced)) => (Split { bom, blank, front_matter: Some(fenced), body }, None),
        Err(notice) => (Split { bom, blank: "", front_matter: None, body: text }, notice),
    }
}

/// The front matter that `block` begins with and the body after it, or why there is none.
fn fenced(block: &str, dialect: Dialect) -> Result<(&str, Fenced<'_>), Option<Notice<'_>>> {
    if let Ok((rest, opener)) = opener(block) {
        return closed(block, rest, opener).ok_or_else(|| Some(unclosed(rest, opener)));
    }
    if peek(brace).parse(block).is_ok() {
        return braced(block);
    }
    if let Ok((_, notice)) = notice(block) {
        return Err(Some(notice));
    }
    match dialect {
        _ if dialect.may_lack_opener() => unopened(block).ok_or(None),
        _ if dialect.has_keywords() => keywords(block).ok_or(None),
        _ => Err(None),
    }
}

#[derive(Debug, Clone, Copy)]
struct Opener<'a> {
    fence: &'a str,
    format: Format,
}

/// `---`, `---yaml`, `--- toml`, `--- # a comment`, `+++`, `;;;`.
fn opener(i: &str) -> IResult<&str, Opener<'_>> {
    match i.as_bytes().first() {
        Some(b'-') => marked_opener(b'-', Format::Yaml).parse(i),
        Some(b'+') => marked_opener(b'+', Format::Toml).parse(i),
        Some(b';') => marked_opener(b';', Format::Json).parse(i),
        _ => fail().parse(i),
    }
}

/// A fence of `mark`, which means `format` unless it names another language.
fn marked_opener<'a>(
    mark: u8,
    format: Format,
) -> impl Parser<&'a str, Output = Opener<'a>, Error = nom::error::Error<&'a str>> {
    let named = (opt(preceded(blanks, language)), opt(comment), rest_of_line);
    let named = named.map(|(language, _, _)| language);
    // Most fences name none: that is asked first.
    (fence(mark), alt((value(None, rest_of_line), named)))
        .map(move |(fence, named)| Opener { fence, format: named.unwrap_or(format) })
}

/// Three of `mark` or more.
fn fence<'a>(
    mark: u8,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    move |i: &'a str| {
        let length = i.bytes().take_while(|&byte| byte == mark).count();
        if length < 3 {
            return fail().parse(i);
        }
        let (fence, rest) = i.split_at(length);
        Ok((rest, fence))
    }
}

fn language(i: &str) -> IResult<&str, Format> {
    alt((
        value(Format::Yaml, alt((tag_no_case("yaml"), tag_no_case("yml")))),
        value(Format::Json, tag_no_case("json")),
        value(Format::Toml, tag_no_case("toml")),
    ))
    .parse(i)
}

fn comment(i: &str) -> IResult<&str, &str> {
    recognize((space1, char('#'), take_while(|c| !matches!(c, '\n' | '\r')))).parse(i)
}

/// Nothing but blanks up to the end of the line or of the input.
fn rest_of_line(i: &str) -> IResult<&str, &str> {
    recognize((blanks, alt((line_end, eof)))).parse(i)
}

/// Spaces and tabs. Not nom's `space0`: at the end of the input its rest does not lie where it ends
/// (nom 8.0, `split_at_position_complete` of `str`), and `recognize` then takes nothing.
#[allow(clippy::unnecessary_wraps)] // a parser like the others
fn blanks(i: &str) -> IResult<&str, &str> {
    let length = i.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let (blanks, rest) = i.split_at(length);
    Ok((rest, blanks))
}

fn line_end(i: &str) -> IResult<&str, &str> {
    let length = match i.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r', ..] => 1,
        _ => return fail().parse(i),
    };
    let (end, rest) = i.split_at(length);
    Ok((rest, end))
}

fn bom(i: &str) -> IResult<&str, &str> {
    tag("\u{FEFF}").parse(i)
}

fn blank_lines(i: &str) -> IResult<&str, &str> {
    recognize(many0_count((blanks, line_end))).parse(i)
}

/// The rest and what `parser` took: nothing where it does not match.
fn optional<'a>(
    parser: fn(&'a str) -> IResult<&'a str, &'a str>,
    i: &'a str,
) -> (&'a str, &'a str) {
    parser(i).unwrap_or_else(|_| (i, &i[..0]))
}

/// Goes line by line to the closer: the same fence, or `...` for YAML.
fn closed<'a>(block: &'a str, inner: &'a str, opener: Opener<'a>) -> Option<(&'a str, Fenced<'a>)> {
    let dots = if opener.format == Format::Yaml { "..." } else { opener.fence };
    let marks = [opener.fence, dots].map(|fence| fence.as_bytes().first());
    let mut lines = inner;
    loop {
        // Of most lines the first character tells that they are no fence.
        let may_close = marks.contains(&lines.as_bytes().first());
        let closer = may_close.then(|| closer(opener.fence, dots).parse(lines));
        if let Some(Ok((body, closing))) = closer {
            let (opening, _) = block.split_at(block.len() - inner.len());
            let (raw, _) = inner.split_at(inner.len() - lines.len());
            return Some((body, Fenced { opening, format: opener.format, raw, closing }));
        }
        lines = after_line(lines)?;
    }
}

#[cold]
fn unclosed<'a>(inner: &'a str, opener: Opener<'a>) -> Notice<'a> {
    let mark = opener.fence.as_bytes().first().copied().unwrap_or(b'-');
    let mut lines = inner;
    loop {
        if let Ok((_, like)) = closer_like(mark).parse(lines) {
            return Notice::Unclosed(opener.fence, Some(like));
        }
        match after_line(lines) {
            Some(rest) => lines = rest,
            None => return Notice::Unclosed(opener.fence, None),
        }
    }
}

fn closer<'a>(
    fence: &'a str,
    dots: &'a str,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    recognize((alt((tag(fence), tag(dots))), rest_of_line))
}

/// What follows the first line; `None` after the last one.
fn after_line(i: &str) -> Option<&str> {
    let end = memchr2(b'\n', b'\r', i.as_bytes())?;
    let length = if i.as_bytes()[end..].starts_with(b"\r\n") { 2 } else { 1 };
    i.get(end + length..)
}

/// Hexo's front matter without an opening fence: all lines before the first fence.
fn unopened(block: &str) -> Option<(&str, Fenced<'_>)> {
    let mut lines = block;
    loop {
        lines = after_line(lines)?;
        let dashes = value(Format::Yaml, fence(b'-'));
        let semicolons = value(Format::Json, fence(b';'));
        if let Ok((body, format)) = terminated(alt((dashes, semicolons)), rest_of_line).parse(lines)
        {
            let (raw, _) = block.split_at(block.len() - lines.len());
            let (closing, _) = lines.split_at(lines.len() - body.len());
            return Some((body, Fenced { opening: &block[..0], format, raw, closing }));
        }
    }
}

/// Org mode's keywords: all lines before the first other one.
fn keywords(block: &str) -> Option<(&str, Fenced<'_>)> {
    let (raw, body) = block.split_at(org::keywords(block));
    let (nothing, format) = (&block[..0], Format::Org);
    let closing = &body[..0];
    (!raw.is_empty()).then_some((body, Fenced { opening: nothing, format, raw, closing }))
}

/// `{` as JSON begins, and no template (`{%`, `{{`).
fn brace(i: &str) -> IResult<&str, &str> {
    recognize((char('{'), one_of(" \t\n\r\"}"))).parse(i)
}

fn braced(block: &str) -> Result<(&str, Fenced<'_>), Option<Notice<'_>>> {
    let end = object_end(block).ok_or(Some(Notice::Unclosed(&block[..1], None)))?;
    let (raw, rest) = block.split_at(end);
    // Text after the brace: this is prose or code that begins with `{`.
    let (body, closing) = rest_of_line(rest).map_err(|_| None)?;
    Ok((body, Fenced { opening: &block[..0], format: Format::Json, raw, closing }))
}

/// The offset after the bracket that closes the first one. Counts, so that depth costs nothing.
fn object_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b'"' => at = string_end(bytes, at)?,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The offset after the quote that closes a string; JSON strings end within their line.
fn string_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += memchr3(b'"', b'\\', b'\n', bytes.get(at..)?)?;
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests;
