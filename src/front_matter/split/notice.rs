//! [`Notice`]: what looks like front matter to a person and is none.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::not_line_ending;
use nom::combinator::{peek, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::{blanks, fence, line_end, opener, rest_of_line};
use crate::diagnostic::{Code, Diagnostics};
use crate::front_matter::short;
use crate::span::Span;

/// Why something that looks like front matter is none: the slice of the input to blame.
#[derive(Debug, Clone, Copy)]
pub(super) enum Notice<'a> {
    /// The opening fence, and what looks like the closing one.
    Unclosed(&'a str, Option<&'a str>),
    UnknownLanguage(&'a str),
    Invisible(&'a str),
    Lookalike(&'a str),
}

impl Notice<'_> {
    #[cold]
    pub(super) fn push(self, input: &str, diagnostics: &mut Diagnostics) {
        let (code, at, message) = match self {
            Self::Unclosed(at, like) => {
                if let Some(like) = like {
                    let message = format!(
                        "`{}` does not close front matter opened by `{}`",
                        short(like),
                        short(at)
                    );
                    let span = Span::of_part(input, like, 0);
                    diagnostics.push(Code::UnknownClosingFence, span, message);
                }
                let message = format!("front matter opened by `{}` is never closed", short(at));
                (Code::UnclosedFrontMatter, at, message)
            }
            Self::UnknownLanguage(at) => {
                let message = format!("front matter in the language `{}` is not read", short(at));
                (Code::UnknownFenceLanguage, at, message)
            }
            Self::Invisible(at) => {
                let message = "invisible characters stand before the fence".to_owned();
                (Code::InvisibleBeforeFence, at, message)
            }
            Self::Lookalike(at) => {
                let message = format!("the fence `{}` is not made of the dash `-`", short(at));
                (Code::LookalikeFence, at, message)
            }
        };
        diagnostics.push(code, Span::of_part(input, at, 0), message);
    }
}

/// What `i` begins with instead of a fence.
pub(super) fn notice(i: &str) -> IResult<&str, Notice<'_>> {
    alt((unknown_language, invisible, lookalike)).parse(i)
}

/// A line that its author may have meant to close a fence of `mark`s: indented, longer, shorter,
/// with text behind it, or `...` where that closes nothing.
pub(super) fn closer_like<'a>(
    mark: u8,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    preceded(blanks, alt((fence(mark), terminated(tag("..."), rest_of_line))))
}

/// `---js`: one word after the fence.
fn unknown_language(i: &str) -> IResult<&str, Notice<'_>> {
    let word = take_while1(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '.'));
    let (i, word) =
        (fence(b'-'), blanks, word, rest_of_line).map(|(_, _, word, _)| word).parse(i)?;
    Ok((i, Notice::UnknownLanguage(word)))
}

fn invisible(i: &str) -> IResult<&str, Notice<'_>> {
    let odd = |c: char| is_invisible(c) || matches!(c, ' ' | '\t' | '\n' | '\r');
    let run = verify(take_while1(odd), |run: &str| run.contains(is_invisible));
    let (i, run) = terminated(run, peek(opener)).parse(i)?;
    Ok((i, Notice::Invisible(run.trim_matches([' ', '\t', '\n', '\r']))))
}

/// Characters that leave no ink: spaces that are not ASCII's, zero widths, marks of direction.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{AD}' | '\u{180E}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}')
        || matches!(c, '\u{205F}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{3000}' | '\u{FEFF}')
}

/// A line of dashes with one that is not `-`, above a line with a colon: an editor's "smart" fence.
fn lookalike(i: &str) -> IResult<&str, Notice<'_>> {
    let dashes = take_while1(|c| c == '-' || is_dash(c));
    let smart = verify(dashes, |line: &str| line.contains(is_dash));
    let key = verify(not_line_ending, |line: &str| line.contains([':', '：']));
    let (i, line) = terminated(smart, (blanks, line_end, peek(key))).parse(i)?;
    Ok((i, Notice::Lookalike(line)))
}

/// Dashes that are not `-`.
const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE58}' | '\u{FE63}'
    ) || matches!(c, '\u{2500}' | '\u{FF0D}' | '\u{30FC}')
}
