//! The names of months and weekdays.

use chrono::Weekday;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{alpha1, char, one_of};
use nom::combinator::{map_opt, value};
use nom::error::Error;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// `Dec`, `Sept`, `december`.
pub(super) fn month_name(i: &str) -> IResult<&str, u32> {
    map_opt(alpha1, |word| {
        let found = MONTHS.iter().position(|name| abbreviates(word, name))?;
        u32::try_from(found + 1).ok()
    })
    .parse(i)
}

/// `Mon`, `Thurs`, `monday`.
pub(super) fn weekday_name(i: &str) -> IResult<&str, Weekday> {
    map_opt(alpha1, |word| {
        let found = WEEKDAYS.iter().position(|name| abbreviates(word, name))?;
        Weekday::try_from(u8::try_from(found).ok()?).ok()
    })
    .parse(i)
}

/// `星期一`, `周一`, `月曜日`, `월요일`, and `(一)` of any of them.
pub(super) fn ideographic_weekday(i: &str) -> IResult<&str, Weekday> {
    let short = alt((full_weekday, ideograph(JAPANESE), ideograph(KOREAN)));
    alt((full_weekday, delimited(char('('), short, char(')')))).parse(i)
}

fn full_weekday(i: &str) -> IResult<&str, Weekday> {
    let week = alt((tag("星期"), tag("礼拜"), tag("禮拜"), tag("周"), tag("週")));
    alt((
        preceded(week, alt((ideograph(CHINESE), value(Weekday::Sun, char('天'))))),
        terminated(ideograph(JAPANESE), tag("曜日")),
        terminated(ideograph(KOREAN), tag("요일")),
    ))
    .parse(i)
}

const CHINESE: &str = "一二三四五六日";
const JAPANESE: &str = "月火水木金土日";
const KOREAN: &str = "월화수목금토일";

/// One of seven signs, Monday's first.
fn ideograph<'t>(
    signs: &'static str,
) -> impl Parser<&'t str, Output = Weekday, Error = Error<&'t str>> {
    map_opt(one_of(signs), move |sign| {
        let found = signs.chars().position(|other| other == sign)?;
        Weekday::try_from(u8::try_from(found).ok()?).ok()
    })
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether `word` is `name` or its first letters: `Sep`, `Sept`, `Thurs`.
fn abbreviates(word: &str, name: &str) -> bool {
    word.len() >= 3 && name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}
