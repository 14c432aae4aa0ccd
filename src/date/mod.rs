//! [`Date`]: what the author wrote, with its precision.
//!
//! ```text
//! text ──usual──▶ Written: numbers ──chrono──▶ DateValue
//!   │ not mine        ▲
//!   fold ──▶ grammar (nom)
//! ```

mod clock;
mod fold;
mod grammar;
mod names;
mod number;
mod order;
mod usual;
mod written;
mod zone;

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostics};
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;
use crate::text::Text;

use fold::fold;
use grammar::Form;
pub use order::DateOrder;
use usual::usual;
use written::{Written, Zone};

/// A date as its author wrote it: an instant, a local time, a day or a time of day. No time zone is ever guessed.
///
/// Read are the spellings of RFC 2822 (feeds), RFC 850, `asctime`, `date` and JavaScript; ISO 8601
/// and YAML timestamps, loosely (`2018-6-5`, `2013/7/13`, `+0800`, `-4`); English month names;
/// `2021年10月10日 下午3:06` and its Korean and Japanese sisters; Org mode's `<2021-12-27 Mon>`; seconds
/// and milliseconds since 1970; and a time of day alone.
/// Of zones, only `Z`, `UT`, `UTC`, `GMT` and offsets are known: there are several called `CST`.
/// Whether `10/12/2021` is in October or December is not known either, unless a [`DateOrder`] says it.
/// Such dates keep their text.
///
/// In JSON: an object with the text as `"raw"` and one of `"instant"` (RFC 3339), `"local"`, `"day"`
/// and `"time"`, or none of them where the text is no date.
///
/// # Examples
///
/// ```
/// use copydesk::{Date, DateValue};
///
/// let date = Date::parse("Mon, 27 Dec 2021 13:45:25 +0800");
/// assert_eq!(date.to_string(), "2021-12-27T13:45:25+08:00");
/// assert_eq!(Date::parse("2013/7/13").to_string(), "2013-07-13");
/// assert_eq!(Date::parse("next week").value, DateValue::Text);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Repr<'a>", into = "Repr<'a>", bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Date<'a> {
    /// What it says.
    pub value: DateValue,
    /// The text as written.
    pub raw: Text<'a>,
    /// The place of the value.
    pub span: Span,
}

/// What a [`Date`] says, as precisely as it says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateValue {
    /// A moment, with its offset from UTC.
    Instant(DateTime<FixedOffset>),
    /// A day and a time in a zone that is not said.
    Local(NaiveDateTime),
    /// A day.
    Day(NaiveDate),
    /// A time of a day that is not said.
    Time(NaiveTime),
    /// Text that is no date.
    Text,
}

impl<'a> Date<'a> {
    /// Reads a date; its span is the whole text. A text that is no date is one by
    /// [`DateValue::Text`].
    pub fn parse(text: &'a str) -> Self {
        Self::parse_ordered(text, DateOrder::Unknown)
    }

    /// [Reads](Self::parse) a date, by an `order` where it is three numbers with the year at the end.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{Date, DateOrder, DateValue};
    ///
    /// let day = |order| Date::parse_ordered("03/04/2021", order);
    /// assert_eq!(day(DateOrder::DayFirst).to_string(), "2021-04-03");
    /// assert_eq!(day(DateOrder::MonthFirst).to_string(), "2021-03-04");
    /// assert_eq!(day(DateOrder::Unknown).value, DateValue::Text);
    /// ```
    pub fn parse_ordered(text: &'a str, order: DateOrder) -> Self {
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        read(Text::borrowed(text), Span::new(0, end), order, &mut Diagnostics::new(0))
    }

    /// The moment that is meant, for sorting and comparing.
    ///
    /// A local time and a day are moments only in a zone, which the caller may know: they take
    /// `default_offset`, and a day is its first moment. `None` without one, for a time of no day and for
    /// text.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::FixedOffset;
    /// use copydesk::Date;
    ///
    /// let date = Date::parse("2021-10-10 11:06");
    /// assert_eq!(date.instant(None), None);
    /// let instant = date.instant(FixedOffset::east_opt(8 * 3600)).unwrap();
    /// assert_eq!(instant.to_rfc3339(), "2021-10-10T11:06:00+08:00");
    /// ```
    pub fn instant(&self, default_offset: Option<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let local = match self.value {
            DateValue::Instant(instant) => return Some(instant),
            DateValue::Local(local) => local,
            DateValue::Day(day) => day.and_time(NaiveTime::MIN),
            DateValue::Time(_) | DateValue::Text => return None,
        };
        default_offset?.from_local_datetime(&local).single()
    }

    /// The day on the author's calendar; `None` for a time of no day and for text.
    pub fn day(&self) -> Option<NaiveDate> {
        match self.value {
            DateValue::Instant(instant) => Some(instant.date_naive()),
            DateValue::Local(local) => Some(local.date()),
            DateValue::Day(day) => Some(day),
            DateValue::Time(_) | DateValue::Text => None,
        }
    }

    /// The time on the author's clock; `None` for a day and for text.
    pub fn time(&self) -> Option<NaiveTime> {
        match self.value {
            DateValue::Instant(instant) => Some(instant.time()),
            DateValue::Local(local) => Some(local.time()),
            DateValue::Time(time) => Some(time),
            DateValue::Day(_) | DateValue::Text => None,
        }
    }
}

/// As ISO 8601: `2021-12-27T13:45:25+00:00`, without the offset, or only the day or the time; text as
/// written.
impl fmt::Display for Date<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            DateValue::Instant(instant) => write!(f, "{}", instant.format("%+")),
            DateValue::Local(local) => write!(f, "{}", local.format("%Y-%m-%dT%H:%M:%S%.f")),
            DateValue::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            DateValue::Time(time) => write!(f, "{}", time.format("%H:%M:%S%.f")),
            DateValue::Text => write!(f, "{}", self.raw),
        }
    }
}

/// No date is longer, in bytes. `Wednesday, September 30, 2021 at 11:06:15.123456 PM GMT+0800 (China
/// Standard Time)` is 81.
const LONGEST: usize = 100;

/// Reads the date that `raw` is, and notices what is wrong with it.
pub(crate) fn read<'a>(
    raw: Text<'a>,
    span: Span,
    order: DateOrder,
    diagnostics: &mut Diagnostics,
) -> Date<'a> {
    let value = value(raw.trim(), span, order, diagnostics).unwrap_or(DateValue::Text);
    Date { value, raw, span }
}

fn value(
    text: &str,
    span: Span,
    order: DateOrder,
    diagnostics: &mut Diagnostics,
) -> Option<DateValue> {
    if text.len() > LONGEST {
        diagnostics.push(Code::UnreadableDate, span, "a text this long is no date");
        return None;
    }
    let folded;
    let form = if let Some(written) = usual(text) {
        Some(Form::Calendar(written))
    } else {
        folded = fold(text);
        grammar::form(&folded)
    };
    let Some(form) = form else {
        let message = format!("`{text}` is written in no known form of a date");
        diagnostics.push(Code::UnreadableDate, span, message);
        return None;
    };
    let mut written = None;
    let value = match form {
        Form::Calendar(parts) => written.insert(parts).value(),
        Form::Epoch(seconds, nanos) => epoch(seconds, nanos),
        Form::Time(clock) => clock.time().map(DateValue::Time),
        Form::Numbers(parts, short) => match order.of(parts, short) {
            Some(parts) => written.insert(parts).value(),
            None if may_be_day_and_month(parts.month, parts.day) => {
                let message = format!("the day and the month of `{text}` cannot be told apart");
                diagnostics.push(Code::AmbiguousDate, span, message);
                return None;
            }
            None => None,
        },
    };
    match (value, written) {
        (None, _) => {
            let message = format!("`{text}` is a day or time that does not exist");
            diagnostics.push(Code::ImpossibleDate, span, message);
        }
        (Some(_), Some(written)) => doubt(&written, span, diagnostics),
        (Some(_), None) => {}
    }
    value
}

fn epoch(seconds: i64, nanos: u32) -> Option<DateValue> {
    let utc = DateTime::from_timestamp(seconds, nanos)?;
    Some(DateValue::Instant(utc.fixed_offset()))
}

fn may_be_day_and_month(first: u32, second: u32) -> bool {
    let (less, more) = (first.min(second), first.max(second));
    (1..=12).contains(&less) && more <= 31
}

/// Notices what in a date that was read is not to be trusted.
fn doubt(written: &Written<'_>, span: Span, diagnostics: &mut Diagnostics) {
    if let Zone::Named(zone) = written.zone {
        let message = format!("the time zone `{zone}` is unknown or ambiguous; the time is local");
        diagnostics.push(Code::UnknownZone, span, message);
    }
    let Some((day, weekday)) = written.day().zip(written.weekday) else { return };
    let fitting = chrono::Datelike::weekday(&day);
    if fitting != weekday {
        let message = format!("{day} is a {fitting}, not a {weekday}");
        diagnostics.push(Code::WeekdayMismatch, span, message);
    }
}

/// The form of a [`Date`] in JSON.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Repr<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instant: Option<DateTime<FixedOffset>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    local: Option<NaiveDateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    time: Option<NaiveTime>,
    raw: Text<'a>,
    span: Span,
}

impl<'a> From<Date<'a>> for Repr<'a> {
    fn from(Date { value, raw, span }: Date<'a>) -> Self {
        let mut repr = Self { instant: None, local: None, day: None, time: None, raw, span };
        match value {
            DateValue::Instant(instant) => repr.instant = Some(instant),
            DateValue::Local(local) => repr.local = Some(local),
            DateValue::Day(day) => repr.day = Some(day),
            DateValue::Time(time) => repr.time = Some(time),
            DateValue::Text => {}
        }
        repr
    }
}

impl<'a> From<Repr<'a>> for Date<'a> {
    fn from(Repr { instant, local, day, time, raw, span }: Repr<'a>) -> Self {
        let value = instant
            .map(DateValue::Instant)
            .or(local.map(DateValue::Local))
            .or(day.map(DateValue::Day))
            .or(time.map(DateValue::Time))
            .unwrap_or(DateValue::Text);
        Self { value, raw, span }
    }
}

owned_already!(DateValue);
owned_struct!(Date { value, raw, span });

#[cfg(test)]
mod tests;
