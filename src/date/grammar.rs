//! How dates are written: from a text to its [`Form`], with nom.
//!
//! ```text
//! date     = number | [weekday] ( year-first | 年月日 | month by name | numbers only ) | clock
//!          | "<" year-first [weekday] [clock] ">"
//! the rest = [gap clock] [zone] [(comment)] end
//! ```
//!
//! Whether there is such a day is asked later, of [`Written`]. The text is short (see
//! [`LONGEST`](super::LONGEST)) and nothing here repeats, so reading takes a bounded time.

use chrono::Weekday;
use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while1};
use nom::character::complete::{alpha1, char, digit1, one_of, space0, space1};
use nom::combinator::{eof, map, map_opt, not, opt, recognize, value, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::clock::{clock, compact_clock, fraction};
use super::names::{ideographic_weekday, month_name, weekday_name};
use super::number::{digits, number, two_digits};
use super::written::{Clock, Written, Zone, full_year};
use super::zone::{offset, utc, zone};

/// What kind of date a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form<'t> {
    /// Year, month and day are told apart.
    Calendar(Written<'t>),
    /// Three numbers, here as month, day and year; but which is which? And whether the last has two
    /// digits.
    Numbers(Written<'t>, bool),
    /// A time of no day.
    Time(Clock),
    /// Seconds and nanoseconds since 1970 began in UTC.
    Epoch(i64, u32),
}

/// Year, month, day.
type Ymd = (u32, u32, u32);

/// Reads a whole text; `None` if it is written in no form that is known.
pub(super) fn form(text: &str) -> Option<Form<'_>> {
    let calendar = map((opt(weekday_and_gap), alt((year_first, ideographic, named))), weekday_of);
    let day = alt((compact, calendar, org));
    alt((epoch, map(day, Form::Calendar), numbers_only, time_only))
        .parse(text)
        .ok()
        .map(|(_, form)| form)
}

fn weekday_of((weekday, written): (Option<Weekday>, Written<'_>)) -> Written<'_> {
    Written { weekday: weekday.or(written.weekday), ..written }
}

/// `1640612725`, `1640612725.5`, `1640612725000`. Fewer digits are a year, a day or nothing.
fn epoch(i: &str) -> IResult<&str, Form<'_>> {
    let seconds = (digits(9, 11), opt(fraction), eof);
    let milliseconds = (digits(13, 13), eof);
    alt((
        map_opt(seconds, |(seconds, nanos, _)| {
            Some(Form::Epoch(seconds.parse().ok()?, nanos.unwrap_or(0)))
        }),
        map_opt(milliseconds, |(digits, _): (&str, _)| {
            let milliseconds: i64 = digits.parse().ok()?;
            let nanos = u32::try_from(milliseconds % 1000).ok()? * 1_000_000;
            Some(Form::Epoch(milliseconds / 1000, nanos))
        }),
    ))
    .parse(i)
}

/// `20211010`, `20211010T110615Z`, `20211010110615`.
fn compact(i: &str) -> IResult<&str, Written<'_>> {
    let (i, day) = (number(4, 4), number(2, 2), number(2, 2)).parse(i)?;
    if let Ok((_, (clock, _))) = (compact_clock, eof).parse(i) {
        return Ok(("", written(day, Some(clock), Zone::Unsaid)));
    }
    let (i, ()) = not(digit1).parse(i)?;
    dated(day, i)
}

/// `2021-10-10`, `2021/1/2`, `2021. 10. 10.`, `2021-Dec-27`.
fn year_first(i: &str) -> IResult<&str, Written<'_>> {
    let (i, year) = year4(i)?;
    let (i, separator) = separator(i)?;
    let (i, month) = alt((day_or_month, month_name)).parse(i)?;
    let (i, _) = verify(self::separator, |second| *second == separator).parse(i)?;
    let (i, day) = day_or_month(i)?;
    let (i, _) = opt(verify(char('.'), |_| separator == '.')).parse(i)?;
    dated((year, month, day), i)
}

/// `2021年10月10日 下午3:06`, `2021년 10월 10일`.
fn ideographic(i: &str) -> IResult<&str, Written<'_>> {
    let (i, year) = terminated(year4, (space0, one_of("年년"), space0)).parse(i)?;
    let (i, month) = terminated(day_or_month, (space0, one_of("月월"), space0)).parse(i)?;
    let (i, day) = terminated(day_or_month, opt((space0, one_of("日号號일")))).parse(i)?;
    let (i, weekday) = opt(preceded(space0, ideographic_weekday)).parse(i)?;
    let (i, clock) = opt(preceded((space0, opt((char(','), space0))), clock)).parse(i)?;
    let (i, written) = ended((year, month, day), clock, i)?;
    Ok((i, Written { weekday, ..written }))
}

/// `27 Dec 2021`, `Dec 27, 2021`, `27-Dec-21`, `Dec 27 13:45:25 UTC 2021`, each with a time or without.
fn named(i: &str) -> IResult<&str, Written<'_>> {
    let day_month = (terminated(day_of_month, gap), month_name);
    let month_day = (terminated(month_name, gap), day_of_month);
    // Two digits are a year only after a month: in `Dec 27 13` they may be the hour.
    let (i, (month, day, short_year)) = alt((
        map(day_month, |(day, month)| (month, day, true)),
        map(month_day, |(month, day)| (month, day, false)),
    ))
    .parse(i)?;
    if let Ok(found) = year_last(i, month, day) {
        return Ok(found);
    }
    let year = alt((year4, verify(year2, |_| short_year)));
    let (i, year) = preceded(gap, year).parse(i)?;
    dated((year, month, day), i)
}

/// ` 13:45:25 UTC 2021`: what `asctime` and `date` write after the day.
fn year_last(i: &str, month: u32, day: u32) -> IResult<&str, Written<'_>> {
    let (i, (_, clock, zone, _, year, _)) =
        (space1, clock, opt(preceded(space1, zone)), space1, year4, eof).parse(i)?;
    Ok((i, written((year, month, day), Some(clock), zone.unwrap_or(Zone::Unsaid))))
}

/// `10/12/2021`, `10.12.21 13:45`, `21-12-10`.
fn numbers_only(i: &str) -> IResult<&str, Form<'_>> {
    let (i, first) = day_or_month(i)?;
    let (i, separator) = separator(i)?;
    let (i, second) = day_or_month(i)?;
    let (i, _) = verify(self::separator, |other| *other == separator).parse(i)?;
    let short = map(terminated(two_digits, not(digit1)), |year| (year, true));
    let (i, (year, short)) = alt((map(year4, |year| (year, false)), short)).parse(i)?;
    let (i, written) = dated((year, first, second), i)?;
    Ok((i, Form::Numbers(written, short)))
}

/// `13:45`, `1:45 PM`, `下午3:06`.
fn time_only(i: &str) -> IResult<&str, Form<'_>> {
    map(terminated(clock, (space0, eof)), Form::Time).parse(i)
}

/// `<2021-12-27 Mon 13:45>`, `[2021-12-27]`: a timestamp of Org mode, its weekday in any language.
fn org(i: &str) -> IResult<&str, Written<'_>> {
    let (i, _) = one_of("<[").parse(i)?;
    let day = (number(4, 4), preceded(char('-'), two_digits), preceded(char('-'), two_digits));
    let known = map(alt((weekday_name, ideographic_weekday)), Some);
    let other = value(None, take_while1(|c: char| c.is_alphabetic() || c == '.'));
    let weekday = opt(preceded(space1, alt((terminated(known, not(alpha1)), other))));
    let (i, (day, weekday, clock, _, _, _)) =
        (day, weekday, opt(preceded(space1, clock)), space0, one_of(">]"), eof).parse(i)?;
    let written = written(day, clock, Zone::Unsaid);
    Ok((i, Written { weekday: weekday.flatten(), ..written }))
}

/// The time and the zone after a day, to the end.
fn dated(day: Ymd, i: &str) -> IResult<&str, Written<'_>> {
    let time_after_t = preceded(one_of("Tt"), alt((clock, compact_clock)));
    let (i, clock) = opt(alt((time_after_t, preceded(time_gap, clock)))).parse(i)?;
    ended(day, clock, i)
}

/// The zone after a day and perhaps a time, to the end. A day without a time has no zone by name:
/// any word could be one.
fn ended(day: Ymd, clock: Option<Clock>, i: &str) -> IResult<&str, Written<'_>> {
    let (i, zone) = match clock {
        Some(_) => opt(preceded(space0, zone)).parse(i)?,
        None => opt(preceded(space0, map(alt((utc, offset)), Zone::Offset))).parse(i)?,
    };
    let (i, _) = (space0, opt(comment), space0, eof).parse(i)?;
    Ok((i, written(day, clock, zone.unwrap_or(Zone::Unsaid))))
}

fn written((year, month, day): Ymd, clock: Option<Clock>, zone: Zone<'_>) -> Written<'_> {
    Written { year, month, day, weekday: None, clock, zone }
}

/// `(CST)`, `[Asia/Shanghai]`: said beside an offset, for people.
fn comment(i: &str) -> IResult<&str, &str> {
    recognize(alt((
        delimited(char('('), take_while1(|c| c != ')'), char(')')),
        delimited(char('['), take_while1(|c| c != ']'), char(']')),
    )))
    .parse(i)
}

/// What stands between a day and its time.
fn time_gap(i: &str) -> IResult<&str, &str> {
    recognize((opt(char(',')), space1, opt((tag_no_case("at"), space1)))).parse(i)
}

/// What stands between the words of a date.
fn gap(i: &str) -> IResult<&str, &str> {
    take_while1(|c| " ,-/.".contains(c)).parse(i)
}

/// What stands between the numbers of a date.
fn separator(i: &str) -> IResult<&str, char> {
    alt((one_of("-/"), terminated(char('.'), space0))).parse(i)
}

fn year4(i: &str) -> IResult<&str, u32> {
    terminated(number(4, 4), not(digit1)).parse(i)
}

fn year2(i: &str) -> IResult<&str, u32> {
    map(terminated(two_digits, not(digit1)), full_year).parse(i)
}

fn day_or_month(i: &str) -> IResult<&str, u32> {
    terminated(number(1, 2), not(digit1)).parse(i)
}

/// `27`, `27th`.
fn day_of_month(i: &str) -> IResult<&str, u32> {
    let ordinal = alt((tag_no_case("st"), tag_no_case("nd"), tag_no_case("rd"), tag_no_case("th")));
    terminated(day_or_month, opt(ordinal)).parse(i)
}

fn weekday_and_gap(i: &str) -> IResult<&str, Weekday> {
    terminated(alt((weekday_name, ideographic_weekday)), gap).parse(i)
}
