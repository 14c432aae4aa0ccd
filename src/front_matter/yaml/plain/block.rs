//! Block scalars whose lines begin alike.

use std::iter::repeat_n;

use memchr::memchr;
use nom::branch::alt;
use nom::combinator::{map_opt, success, value};
use nom::error::Error;
use nom::sequence::terminated;
use nom::{IResult, Parser};

use super::lines::{indentation, line_end, mark, spaces};
use super::texts::fold;
use crate::front_matter::scalar::{Scalar, Style};

/// 8.1: literal or folded text whose lines are deeper than `indent`. The first is not blank and tells
/// how deep.
pub(super) fn block_lines(i: &str, indent: usize) -> Option<(&str, Scalar<'_>)> {
    let (mut lines, (style, end)) = block_header(i).ok()?;
    let (first, width) = indentation(lines).ok()?;
    // 8.1.1.1: blank lines before the first one may not be deeper than it.
    if width <= indent || line_end(first).is_ok() {
        return None;
    }
    let (mut text, mut breaks) = (String::new(), 0);
    while let Ok((rest, line)) = block_line(width).parse(lines) {
        lines = rest;
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        // 8.1.3: lines that begin with a blank are not folded.
        if style == Style::Folded && line.starts_with(' ') {
            return None;
        }
        match style {
            _ if text.is_empty() => {}
            Style::Folded => fold(&mut text, breaks),
            _ => text.extend(repeat_n('\n', breaks)),
        }
        text.push_str(line);
        breaks = 1;
    }
    // 8.1.1.1: a line that is less deep, but deeper than the key, is none of the text's.
    if indentation(lines).ok()?.1 > indent {
        return None;
    }
    text.push_str(end);
    Some((lines, Scalar::new(text.into(), style)))
}

/// 8.1.1: `|`, `>`, either with `-`, and what ends the text: one line end, or nothing.
fn block_header(i: &str) -> IResult<&str, (Style, &'static str)> {
    let style = alt((value(Style::Literal, mark("|")), value(Style::Folded, mark(">"))));
    let end = alt((value("", mark("-")), success("\n")));
    terminated((style, end), (spaces, line_end)).parse(i)
}

/// A line without its indentation of `width`; of a blank one, which may be shorter, nothing.
fn block_line<'a>(width: usize) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    let line = |i: &'a str| {
        let (line, rest) = i.split_at(memchr(b'\n', i.as_bytes()).unwrap_or(i.len()));
        Ok((rest, line.strip_suffix('\r').unwrap_or(line)))
    };
    let content = move |line: &'a str| {
        let (content, blanks) = indentation(line).ok()?;
        if content.is_empty() {
            return (blanks <= width).then_some("");
        }
        line.get(width..).filter(|_| blanks >= width)
    };
    terminated(map_opt(line, content), mark("\n"))
}
