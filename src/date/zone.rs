//! How time zones are written.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n, take_while1};
use nom::character::complete::{alpha1, char, digit1, one_of};
use nom::combinator::{map, not, opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::number::{number, two_digits};
use super::written::Zone;

/// `Z`, `+08:00`, `GMT+0800`, `CST`, `Asia/Shanghai`.
pub(super) fn zone(i: &str) -> IResult<&str, Zone<'_>> {
    alt((map(utc, Zone::Offset), map(offset, Zone::Offset), map(zone_name, Zone::Named))).parse(i)
}

/// `Z`, `UTC`, and `UTC+8`, which is an offset.
pub(super) fn utc(i: &str) -> IResult<&str, i32> {
    let name = alt((tag_no_case("UTC"), tag_no_case("GMT"), tag_no_case("UT"), tag_no_case("Z")));
    let (i, minutes) = preceded(name, opt(offset)).parse(i)?;
    let (i, ()) = not(take_while1(|c: char| c.is_alphanumeric() || "+-".contains(c))).parse(i)?;
    Ok((i, minutes.unwrap_or(0)))
}

/// `+0800`, `+08:00`, `-4`, `+530`.
pub(super) fn offset(i: &str) -> IResult<&str, i32> {
    let (i, sign) = one_of("+-").parse(i)?;
    let (i, (hours, minutes)) = alt((
        (number(1, 2), preceded(char(':'), two_digits)),
        (two_digits, two_digits),
        (number(1, 1), two_digits),
        map(number(1, 2), |hours| (hours, 0)),
    ))
    .parse(i)?;
    let (i, ()) = not(alt((digit1, tag(":")))).parse(i)?;
    // An offset beyond what chrono takes is refused with the date's value; sixty minutes here, since
    // their sum could be one that it takes.
    let east =
        if minutes < 60 { i32::try_from(hours * 60 + minutes).unwrap_or(i32::MAX) } else { FAR };
    Ok((i, if sign == '-' { -east } else { east }))
}

/// An offset, in minutes, that is none.
const FAR: i32 = 100 * 60;

/// `CST`, `Asia/Shanghai`, `America/Argentina/Buenos_Aires`.
fn zone_name(i: &str) -> IResult<&str, &str> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    let bracketed = delimited(char('['), take_while1(in_name), char(']'));
    let abbreviation = take_while_m_n(2, 5, |c: char| c.is_ascii_uppercase());
    let place = verify(take_while1(in_name), |name: &str| name.contains('/'));
    alt((
        bracketed,
        terminated(abbreviation, not(take_while1(in_name))),
        preceded(peek(alpha1), place),
    ))
    .parse(i)
}
