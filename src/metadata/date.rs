//! [`Date`]: what the author wrote, with its precision.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::owned::{owned_already, owned_struct};
use crate::span::Span;
use crate::text::Text;

/// A date as its author wrote it: an instant, a local time or a day. No time zone is ever guessed.
///
/// In JSON: an object with the text as `"raw"` and one of `"instant"` (RFC 3339), `"local"` and
/// `"day"`, or none of them where the text is no date.
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
    /// Text that is no date.
    Text,
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
    raw: Text<'a>,
    span: Span,
}

impl<'a> From<Date<'a>> for Repr<'a> {
    fn from(Date { value, raw, span }: Date<'a>) -> Self {
        let mut repr = Self { instant: None, local: None, day: None, raw, span };
        match value {
            DateValue::Instant(instant) => repr.instant = Some(instant),
            DateValue::Local(local) => repr.local = Some(local),
            DateValue::Day(day) => repr.day = Some(day),
            DateValue::Text => {}
        }
        repr
    }
}

impl<'a> From<Repr<'a>> for Date<'a> {
    fn from(Repr { instant, local, day, raw, span }: Repr<'a>) -> Self {
        let value = instant
            .map(DateValue::Instant)
            .or(local.map(DateValue::Local))
            .or(day.map(DateValue::Day))
            .unwrap_or(DateValue::Text);
        Self { value, raw, span }
    }
}

owned_already!(DateValue);
owned_struct!(Date { value, raw, span });
