//! [`Written`]: what a text says, before anyone has asked whether there is such a day.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Weekday};

use super::DateValue;

/// The parts of a date, as numbers. None of them is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written<'t> {
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) weekday: Option<Weekday>,
    pub(super) clock: Option<Clock>,
    pub(super) zone: Zone<'t>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: u32,
    pub(super) nanos: u32,
    pub(super) half: Option<Half>,
}

/// The half of the day that a clock of twelve hours speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Am,
    Pm,
}

/// What is said of the time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone<'t> {
    Unsaid,
    /// Minutes east of UTC.
    Offset(i32),
    /// A name. Which of the zones called `CST` is meant, nobody can tell.
    Named(&'t str),
}

impl Written<'_> {
    /// The value that the parts make; `None` if there is no such day or time.
    pub(super) fn value(&self) -> Option<DateValue> {
        let day = self.day()?;
        let Some(clock) = self.clock else { return Some(DateValue::Day(day)) };
        let local = clock.on(day)?;
        match self.zone {
            Zone::Offset(minutes) => {
                let offset = FixedOffset::east_opt(minutes * 60)?;
                offset.from_local_datetime(&local).single().map(DateValue::Instant)
            }
            Zone::Unsaid | Zone::Named(_) => Some(DateValue::Local(local)),
        }
    }

    /// The day, as the calendar has it. There is no year zero.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        let year = i32::try_from(self.year).ok().filter(|year| (1..=9999).contains(year))?;
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// The year that two digits mean. RFC 2822: 50 to 99 were before 2000.
pub(super) const fn full_year(year: u32) -> u32 {
    match year {
        0..=49 => year + 2000,
        50..=99 => year + 1900,
        _ => year,
    }
}

impl Clock {
    /// This time, of any day; `None` if there is none, or if it is the next day's.
    pub(super) fn time(self) -> Option<NaiveTime> {
        let day = NaiveDate::default();
        self.on(day).filter(|local| local.date() == day).map(|local| local.time())
    }

    /// This time of `day`; `24:00:00` is the next day's midnight.
    fn on(self, day: NaiveDate) -> Option<NaiveDateTime> {
        if (self.hour, self.minute, self.second, self.nanos, self.half) == (24, 0, 0, 0, None) {
            return Some(day.succ_opt()?.and_time(NaiveTime::MIN));
        }
        let hour = self.hour_of_day()?;
        // A leap second is written as chrono does: second 59 with a thousand million nanoseconds more.
        let (second, nanos) = match self.second {
            60 => (59, self.nanos + 1_000_000_000),
            second => (second, self.nanos),
        };
        NaiveTime::from_hms_nano_opt(hour, self.minute, second, nanos)
            .map(|time| day.and_time(time))
    }

    /// The hour from 0 to 23. `13:45 PM` is no riddle; `13:45 AM` is.
    fn hour_of_day(self) -> Option<u32> {
        match (self.half, self.hour) {
            (Some(Half::Am), 12) => Some(0),
            (Some(Half::Am), 0..=11) | (None, _) | (Some(Half::Pm), 12..=23) => Some(self.hour),
            (Some(Half::Pm), 0..=11) => Some(self.hour + 12),
            _ => None,
        }
    }
}
