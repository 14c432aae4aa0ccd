//! How times of day are written.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::character::complete::{alpha1, char, digit1, one_of, space0};
use nom::combinator::{fail, not, opt, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::number::{number, two_digits};
use super::written::{Clock, Half};

/// `11:06`, `3:04:05.6 PM`, `下午3:06`, `11时06分15秒`.
pub(super) fn clock(i: &str) -> IResult<&str, Clock> {
    let (i, before) = opt(terminated(ideographic_half, space0)).parse(i)?;
    let (i, hour) = number(1, 2).parse(i)?;
    let (i, (minute, second, nanos)) =
        opt(alt((colon_minutes, ideographic_minutes))).map(Option::unwrap_or_default).parse(i)?;
    let (i, after) = opt(preceded(space0, half)).parse(i)?;
    let half = before.or(after);
    // `2021-10-10 11`: an hour alone is a time only with `am` or `pm` (or `时`).
    if minute.is_none() && half.is_none() {
        return fail().parse(i);
    }
    Ok((i, Clock { hour, minute: minute.unwrap_or(0), second, nanos, half }))
}

type Minutes = (Option<u32>, u32, u32);

/// `:06`, `:06:15`, `:06:15.123`.
fn colon_minutes(i: &str) -> IResult<&str, Minutes> {
    let (i, minute) = preceded(char(':'), number(1, 2)).parse(i)?;
    let (i, second) = opt((preceded(char(':'), number(1, 2)), opt(fraction))).parse(i)?;
    let (second, nanos) = second.unwrap_or((0, None));
    Ok((i, (Some(minute), second, nanos.unwrap_or(0))))
}

/// `时`, `时06分`, `点06分15秒`.
fn ideographic_minutes(i: &str) -> IResult<&str, Minutes> {
    let part = |marks| opt(delimited(space0, number(1, 2), one_of(marks)));
    let (i, _) = (space0, one_of("时時点點시")).parse(i)?;
    let (i, minute) = part("分분").parse(i)?;
    let (i, second) = part("秒초").parse(i)?;
    Ok((i, (Some(minute.unwrap_or(0)), second.unwrap_or(0), 0)))
}

/// `110615`, `1106`: hours, minutes and perhaps seconds without colons.
pub(super) fn compact_clock(i: &str) -> IResult<&str, Clock> {
    let (i, (hour, minute, second)) = ((two_digits, two_digits, opt(two_digits)), not(digit1))
        .parse(i)
        .map(|(i, (t, ()))| (i, t))?;
    Ok((i, Clock { hour, minute, second: second.unwrap_or(0), ..Clock::default() }))
}

/// `.123`, `,5`: as nanoseconds; digits beyond them are dropped.
pub(super) fn fraction(i: &str) -> IResult<&str, u32> {
    let (i, digits) = preceded(one_of(".,"), digit1).parse(i)?;
    let digits = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
    Ok((i, digits.fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0'))))
}

fn half(i: &str) -> IResult<&str, Half> {
    let am = alt((tag_no_case("am"), tag_no_case("a.m.")));
    let pm = alt((tag_no_case("pm"), tag_no_case("p.m.")));
    alt((
        terminated(alt((value(Half::Am, am), value(Half::Pm, pm))), not(alpha1)),
        ideographic_half,
    ))
    .parse(i)
}

/// `晚上` and `中午` are not here: `晚上12点` is two different moments to two people.
fn ideographic_half(i: &str) -> IResult<&str, Half> {
    let am = alt((tag("上午"), tag("凌晨"), tag("早上"), tag("午前"), tag("오전")));
    let pm = alt((tag("下午"), tag("午後"), tag("오후")));
    alt((value(Half::Am, am), value(Half::Pm, pm))).parse(i)
}
