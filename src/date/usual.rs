//! The spellings of most dates, byte by byte: the fast way.
//!
//! ```text
//! mail    = Www "," SP day SP Mon SP year SP clock SP ( "GMT" / "UTC" / ("+" / "-") hhmm )
//! iso     = year sep month sep day [ ("T" / SP) clock [ "Z" / [SP] ("+" / "-") hh[:]mm ] ]
//! clock   = hh ":" mm [ ":" ss [ "." fraction ] ]         sep = "-" / "/"
//! ```
//!
//! The answer is the very one that the [grammar](super::grammar) gives, or there is none.

use chrono::Weekday;

use super::written::{Clock, Written, Zone};

/// Reads a whole text, if it is of a usual form.
pub(super) fn usual(text: &str) -> Option<Written<'static>> {
    match text.as_bytes() {
        i @ [b'0'..=b'9', ..] => iso(i),
        i => mail(i),
    }
}

/// `Mon, 27 Dec 2021 13:45:25 GMT`.
fn mail(i: &[u8]) -> Option<Written<'static>> {
    let [a, b, c, b',', b' ', i @ ..] = i else { return None };
    let weekday = weekday([*a, *b, *c])?;
    let (day, i) = match i {
        [one @ b'0'..=b'9', b' ', ..] => (u32::from(one - b'0'), &i[1..]),
        i => two_digits(i)?,
    };
    let i = i.strip_prefix(b" ")?;
    let [a, b, c, b' ', i @ ..] = i else { return None };
    let month = month([*a, *b, *c])?;
    let (year, i) = four_digits(i)?;
    let (clock, i) = clock(i.strip_prefix(b" ")?)?;
    let zone = match i.strip_prefix(b" ")? {
        b"GMT" | b"UTC" => Zone::Offset(0),
        i => offset(i)?,
    };
    Some(Written { year, month, day, weekday: Some(weekday), clock: Some(clock), zone })
}

/// `2021-12-27`, `2021-12-27T13:45:25.123Z`, `2021/12/27 13:45:25 +0800`.
fn iso(i: &[u8]) -> Option<Written<'static>> {
    let (year, i) = four_digits(i)?;
    let (separator, i) = i.split_first().filter(|(separator, _)| b"-/".contains(separator))?;
    let (month, i) = two_digits(i)?;
    let (_, i) = i.split_first().filter(|(other, _)| *other == separator)?;
    let (day, i) = two_digits(i)?;
    let (clock, zone) = match i {
        [] => (None, Zone::Unsaid),
        [b'T' | b' ', i @ ..] => {
            let (clock, i) = clock(i)?;
            let zone = match i {
                [] => Zone::Unsaid,
                b"Z" => Zone::Offset(0),
                [b' ', i @ ..] | i => offset(i)?,
            };
            (Some(clock), zone)
        }
        _ => return None,
    };
    Some(Written { year, month, day, weekday: None, clock, zone })
}

/// `13:45`, `13:45:25`, `13:45:25.123`.
fn clock(i: &[u8]) -> Option<(Clock, &[u8])> {
    let (hour, i) = two_digits(i)?;
    let (minute, i) = two_digits(i.strip_prefix(b":")?)?;
    let minutes = Clock { hour, minute, ..Clock::default() };
    let Some(i) = i.strip_prefix(b":") else { return Some((minutes, i)) };
    let (second, i) = two_digits(i)?;
    let (nanos, i) = i.strip_prefix(b".").map_or(Some((0, i)), fraction)?;
    Some((Clock { second, nanos, ..minutes }, i))
}

/// One digit to nine, as nanoseconds.
fn fraction(i: &[u8]) -> Option<(u32, &[u8])> {
    let digits = i.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=9).contains(&digits) {
        return None;
    }
    let (digits, i) = i.split_at(digits);
    let nanos = digits.iter().fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0'));
    Some((nanos * 10_u32.pow(9 - digits.len() as u32), i))
}

/// `+0800`, `-04:00`, to the end.
fn offset(i: &[u8]) -> Option<Zone<'static>> {
    let (sign, i) = i.split_first().filter(|(sign, _)| b"+-".contains(sign))?;
    let (hours, i) = two_digits(i)?;
    let (minutes, i) = two_digits(i.strip_prefix(b":").unwrap_or(i))?;
    // Such minutes are none: the grammar knows what to say of them.
    if !i.is_empty() || minutes >= 60 {
        return None;
    }
    let east = i32::try_from(hours * 60 + minutes).ok()?;
    Some(Zone::Offset(if *sign == b'-' { -east } else { east }))
}

fn four_digits(i: &[u8]) -> Option<(u32, &[u8])> {
    let (century, i) = two_digits(i)?;
    let (year, i) = two_digits(i)?;
    Some((century * 100 + year, i))
}

fn two_digits(i: &[u8]) -> Option<(u32, &[u8])> {
    match i {
        [ten @ b'0'..=b'9', one @ b'0'..=b'9', i @ ..] => {
            Some((u32::from(ten - b'0') * 10 + u32::from(one - b'0'), i))
        }
        _ => None,
    }
}

fn month(name: [u8; 3]) -> Option<u32> {
    Some(match &name {
        b"Jan" => 1,
        b"Feb" => 2,
        b"Mar" => 3,
        b"Apr" => 4,
        b"May" => 5,
        b"Jun" => 6,
        b"Jul" => 7,
        b"Aug" => 8,
        b"Sep" => 9,
        b"Oct" => 10,
        b"Nov" => 11,
        b"Dec" => 12,
        _ => return None,
    })
}

fn weekday(name: [u8; 3]) -> Option<Weekday> {
    Some(match &name {
        b"Mon" => Weekday::Mon,
        b"Tue" => Weekday::Tue,
        b"Wed" => Weekday::Wed,
        b"Thu" => Weekday::Thu,
        b"Fri" => Weekday::Fri,
        b"Sat" => Weekday::Sat,
        b"Sun" => Weekday::Sun,
        _ => return None,
    })
}
