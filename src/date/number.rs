//! Numbers of so many digits.

use nom::bytes::complete::take_while_m_n;
use nom::combinator::map_opt;
use nom::error::Error;
use nom::{IResult, Parser};

/// A number of so many digits, at most nine.
pub(super) fn number<'t>(
    least: usize,
    most: usize,
) -> impl Parser<&'t str, Output = u32, Error = Error<&'t str>> {
    map_opt(digits(least, most), |digits| digits.parse().ok())
}

pub(super) fn digits<'t>(
    least: usize,
    most: usize,
) -> impl Parser<&'t str, Output = &'t str, Error = Error<&'t str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit())
}

pub(super) fn two_digits(i: &str) -> IResult<&str, u32> {
    number(2, 2).parse(i)
}
