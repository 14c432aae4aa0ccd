//! One line per spelling; chrono's own parsers as judges; any text at all.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::*;

/// What a text is read as, and what is noticed: `2021-10-10 (WeekdayMismatch)`.
fn read_as(text: &str) -> String {
    is_usual(text.trim());
    let mut diagnostics = Diagnostics::new(10);
    let date = read(Text::from(text), Span::default(), DateOrder::Unknown, &mut diagnostics);
    let kind = match date.value {
        DateValue::Text => "text".to_owned(),
        _ => date.to_string(),
    };
    let noticed = diagnostics.finish(text);
    noticed.iter().fold(kind, |line, diagnostic| format!("{line} ({:?})", diagnostic.code))
}

#[track_caller]
fn all(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read_as(text), *expected, "{text}");
    }
}

#[test]
fn years_first() {
    all(&[
        ("2021-12-27", "2021-12-27"),
        ("2018-6-5", "2018-06-05"),
        ("2013/7/13", "2013-07-13"),
        ("2013.7.13", "2013-07-13"),
        ("2013. 7. 13.", "2013-07-13"),
        ("2021-Dec-27", "2021-12-27"),
        ("20211010", "2021-10-10"),
        ("20211010T110615Z", "2021-10-10T11:06:15+00:00"),
        ("20211010110615", "2021-10-10T11:06:15"),
        ("20211010 11:06", "2021-10-10T11:06:00"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("2021-10-10 +0800", "2021-10-10"),
        ("  2021-10-10\t", "2021-10-10"),
    ]);
}

#[test]
fn times() {
    all(&[
        ("2018-06-05T08:23", "2018-06-05T08:23:00"),
        ("2018-06-05T8:23", "2018-06-05T08:23:00"),
        ("2018-06-05T0823", "2018-06-05T08:23:00"),
        ("2018-6-5 3:04:05", "2018-06-05T03:04:05"),
        ("2018-06-05, 08:23", "2018-06-05T08:23:00"),
        ("2018-06-05 08:23:01.5", "2018-06-05T08:23:01.500"),
        ("2018-06-05 08:23:01,123456789123", "2018-06-05T08:23:01.123456789"),
        ("2018-06-05 08:23 PM", "2018-06-05T20:23:00"),
        ("2018-06-05 8:23pm", "2018-06-05T20:23:00"),
        ("2018-06-05 8 p.m.", "2018-06-05T20:00:00"),
        ("2018-06-05 12:00 AM", "2018-06-05T00:00:00"),
        ("2018-06-05 12:00 PM", "2018-06-05T12:00:00"),
        ("2018-06-05 20:23 PM", "2018-06-05T20:23:00"),
        ("2018-06-05 20:23 AM", "text (ImpossibleDate)"),
        ("2018-06-05 24:00:00", "2018-06-06T00:00:00"),
        ("2018-12-31T24:00Z", "2019-01-01T00:00:00+00:00"),
        ("2018-06-05 24:00:01", "text (ImpossibleDate)"),
        ("2018-06-05 08:60", "text (ImpossibleDate)"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:60+00:00"),
        ("2016-12-31T23:59:60.5Z", "2016-12-31T23:59:60.500+00:00"),
        ("2016-12-31T23:59:61Z", "text (ImpossibleDate)"),
        ("2018-06-05 11", "text (UnreadableDate)"),
    ]);
}

#[test]
fn zones() {
    all(&[
        ("2018-06-05T08:23:00Z", "2018-06-05T08:23:00+00:00"),
        ("2018-06-05t08:23:00z", "2018-06-05T08:23:00+00:00"),
        ("2018-06-05 08:23 UTC", "2018-06-05T08:23:00+00:00"),
        ("2018-06-05 08:23 GMT", "2018-06-05T08:23:00+00:00"),
        ("2018-06-05 08:23 UTC+8", "2018-06-05T08:23:00+08:00"),
        ("2018-06-05 08:23 +0800", "2018-06-05T08:23:00+08:00"),
        ("2018-06-05 08:23+08:00", "2018-06-05T08:23:00+08:00"),
        ("2018-06-05 08:23 -4", "2018-06-05T08:23:00-04:00"),
        ("2018-06-05 08:23 \u{2212}04", "2018-06-05T08:23:00-04:00"),
        ("2018-06-05 08:23 +530", "2018-06-05T08:23:00+05:30"),
        ("2018-06-05T08:23+08:00[Asia/Shanghai]", "2018-06-05T08:23:00+08:00"),
        ("2018-06-05 08:23 +24", "text (ImpossibleDate)"),
        ("2018-06-05 08:23 +08:60", "text (ImpossibleDate)"),
        ("2018-06-05 08:23 +99999", "text (UnreadableDate)"),
        ("2018-06-05 08:23 CST", "2018-06-05T08:23:00 (UnknownZone)"),
        ("2018-06-05 08:23 Asia/Shanghai", "2018-06-05T08:23:00 (UnknownZone)"),
        ("2018-06-05T08:23[Europe/Berlin]", "2018-06-05T08:23:00 (UnknownZone)"),
        ("2018-06-05 CST", "text (UnreadableDate)"),
    ]);
}

#[test]
fn mail_and_machines() {
    all(&[
        ("Mon, 27 Dec 2021 13:45:25 GMT", "2021-12-27T13:45:25+00:00"),
        ("27 Dec 2021 13:45 -0000", "2021-12-27T13:45:00+00:00"),
        ("Mon, 27 Dec 21 13:45:25 +0800", "2021-12-27T13:45:25+08:00"),
        ("mon,27 dec 2021 13:45:25 gmt", "2021-12-27T13:45:25+00:00"),
        ("Mon, 27 Dec 2021 13:45:25 EST", "2021-12-27T13:45:25 (UnknownZone)"),
        ("Tue, 27 Dec 2021 13:45:25 GMT", "2021-12-27T13:45:25+00:00 (WeekdayMismatch)"),
        ("Monday, 27-Dec-21 13:45:25 GMT", "2021-12-27T13:45:25+00:00"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37+00:00"),
        ("Mon Dec 27 13:45:25 2021", "2021-12-27T13:45:25"),
        ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37"),
        ("Mon Dec 27 13:45:25 UTC 2021", "2021-12-27T13:45:25+00:00"),
        ("Mon Dec 27 13:45:25 +0800 2021", "2021-12-27T13:45:25+08:00"),
        ("Mon 27 Dec 01:45:25 PM CST 2021", "2021-12-27T13:45:25 (UnknownZone)"),
        ("Mon Dec 27 2021 13:45:25 GMT+0800 (CST)", "2021-12-27T13:45:25+08:00"),
        ("Mon Dec 27 2021 13:45:25 GMT+0800 (中国标准时间)", "2021-12-27T13:45:25+08:00"),
        ("Mon 2021-12-27 13:45:25 CST", "2021-12-27T13:45:25 (UnknownZone)"),
        ("1640612725", "2021-12-27T13:45:25+00:00"),
        ("1640612725.25", "2021-12-27T13:45:25.250+00:00"),
        ("1640612725007", "2021-12-27T13:45:25.007+00:00"),
    ]);
}

#[test]
fn english() {
    all(&[
        ("December 27, 2021", "2021-12-27"),
        ("Dec. 27, 2021", "2021-12-27"),
        ("Sept 5th 2021", "2021-09-05"),
        ("27 December 2021", "2021-12-27"),
        ("1st May, 2021", "2021-05-01"),
        ("27/Dec/2021", "2021-12-27"),
        ("Monday, December 27, 2021 at 1:45 PM", "2021-12-27T13:45:00"),
        ("December 27, 2021, 1:45\u{202f}PM", "2021-12-27T13:45:00"),
        ("December 27", "text (UnreadableDate)"),
        ("Dec 27 13", "text (UnreadableDate)"),
        ("December 2021", "text (UnreadableDate)"),
        ("Decade 27, 2021", "text (UnreadableDate)"),
        ("Feb 30, 2021", "text (ImpossibleDate)"),
    ]);
}

#[test]
fn east_asian() {
    all(&[
        ("2021年10月10日", "2021-10-10"),
        ("2021年1月2号", "2021-01-02"),
        ("2021年10月10日 11:06:15", "2021-10-10T11:06:15"),
        ("2021年10月10日11时06分15秒", "2021-10-10T11:06:15"),
        ("2021年10月10日 下午3:06", "2021-10-10T15:06:00"),
        ("2021年10月10日 下午3点", "2021-10-10T15:00:00"),
        ("2021年10月10日 上午12:06", "2021-10-10T00:06:00"),
        ("2021年10月10日 星期日 11:06 +0800", "2021-10-10T11:06:00+08:00"),
        ("2021年10月10日（日）11：06", "2021-10-10T11:06:00"),
        ("2021年10月10日 周一", "2021-10-10 (WeekdayMismatch)"),
        ("２０２１年１０月１０日", "2021-10-10"),
        ("２０２１／１０／１０\u{3000}１１：０６", "2021-10-10T11:06:00"),
        ("2021년 10월 10일", "2021-10-10"),
        ("2021년 10월 10일 일요일 오후 3:06", "2021-10-10T15:06:00"),
        ("2021. 10. 10. 오후 3:06", "2021-10-10T15:06:00"),
        ("2021年10月10日 晚上12点", "text (UnreadableDate)"),
        ("令和3年10月10日", "text (UnreadableDate)"),
        ("10月10日", "text (UnreadableDate)"),
        ("2021年13月1日", "text (ImpossibleDate)"),
    ]);
}

#[test]
fn times_of_no_day() {
    all(&[
        ("13:45", "13:45:00"),
        ("07:32:00.5", "07:32:00.500"),
        ("1:45 PM", "13:45:00"),
        ("3 p.m.", "15:00:00"),
        ("下午3:06", "15:06:00"),
        ("24:00", "text (ImpossibleDate)"),
        ("25:00", "text (ImpossibleDate)"),
        ("13:45 UTC", "text (UnreadableDate)"),
        ("13", "text (UnreadableDate)"),
    ]);
    let date = Date::parse("1:45 PM");
    assert_eq!((date.day(), date.instant(FixedOffset::east_opt(0))), (None, None));
    assert_eq!(date.time(), NaiveTime::from_hms_opt(13, 45, 0));
    assert_eq!(Date::parse("2021-10-10").time(), None);
    assert_eq!(Date::parse("2021-10-10 13:45").time(), date.time());
    assert_eq!(Date::parse("2021-10-10 13:45 +08").time(), date.time());
}

#[test]
fn org_mode() {
    all(&[
        ("<2021-12-27>", "2021-12-27"),
        ("<2021-12-27 Mon>", "2021-12-27"),
        ("[2021-12-27 Mon 13:45]", "2021-12-27T13:45:00"),
        ("<2021-12-27 周一 13:45>", "2021-12-27T13:45:00"),
        ("<2021-12-27 Mo. 13:45>", "2021-12-27T13:45:00"),
        ("<2021-12-27 Lun>", "2021-12-27"),
        ("<2021-12-27 Tue>", "2021-12-27 (WeekdayMismatch)"),
        ("<2021-12-27 Mon 13:45 +1w>", "text (UnreadableDate)"),
        ("<2021-12-27", "text (UnreadableDate)"),
        ("<2021-02-30 Tue>", "text (ImpossibleDate)"),
    ]);
}

#[test]
fn orders() {
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst];
    for (text, expected) in [
        ("03/04/2021", ["2021-04-03", "2021-03-04", "03/04/2021"]),
        ("12/27/2021 1:45 PM", ["12/27/2021 1:45 PM", "2021-12-27T13:45:00", "12/27/2021 1:45 PM"]),
        ("27.12.2021", ["2021-12-27", "27.12.2021", "27.12.2021"]),
        ("3.4.21", ["2021-04-03", "2021-03-04", "2003-04-21"]),
        ("21-12-27", ["2027-12-21", "21-12-27", "2021-12-27"]),
        ("03/04/0099", ["0099-04-03", "0099-03-04", "03/04/0099"]),
        ("2021-03-04", ["2021-03-04"; 3]),
    ] {
        let read = orders.map(|order| Date::parse_ordered(text, order).to_string());
        assert_eq!(read, expected, "{text}");
    }
}

#[test]
fn no_dates() {
    all(&[
        ("10/12/2021", "text (AmbiguousDate)"),
        ("10-12-2021 13:45", "text (AmbiguousDate)"),
        ("10.12.21", "text (AmbiguousDate)"),
        ("12/27/2021 1:45 PM", "text (AmbiguousDate)"),
        ("13/13/2021", "text (ImpossibleDate)"),
        ("0/1/2021", "text (ImpossibleDate)"),
        ("2021-02-30", "text (ImpossibleDate)"),
        ("2021-13-45", "text (ImpossibleDate)"),
        ("20211345", "text (ImpossibleDate)"),
        ("0000-00-00", "text (ImpossibleDate)"),
        ("2021", "text (UnreadableDate)"),
        ("2021-10", "text (UnreadableDate)"),
        ("2021-W40-7", "text (UnreadableDate)"),
        ("2021-283", "text (UnreadableDate)"),
        ("2021-10/10", "text (UnreadableDate)"),
        ("2021-10-10x", "text (UnreadableDate)"),
        ("12021-10-10", "text (UnreadableDate)"),
        ("{{ date }}", "text (UnreadableDate)"),
        ("", "text (UnreadableDate)"),
        ("-1640612725", "text (UnreadableDate)"),
        ("99999999999999999999", "text (UnreadableDate)"),
    ]);
    assert_eq!(read_as(&format!("2021-10-10{}x", " ".repeat(200))), "text (UnreadableDate)");
}

/// Moments spread over the years 1 to 9999, by a multiplier that shares no factor with the span.
fn moments() -> impl Iterator<Item = DateTime<FixedOffset>> {
    let first = DateTime::parse_from_rfc3339("0001-01-02T00:00:00Z").unwrap();
    let span = 315_500_000_000_i64;
    (0..5_000_i64).map(move |n| {
        let offset = FixedOffset::east_opt((n % 57 - 28) as i32 * 1800).unwrap();
        let nanos = if n % 3 == 0 { n * 199_999 } else { 0 };
        let distance = TimeDelta::seconds(n * 7_919_000_003 % span) + TimeDelta::nanoseconds(nanos);
        (first + distance).with_timezone(&offset)
    })
}

#[test]
fn chrono_reads_the_same() {
    for moment in moments() {
        let iso = moment.to_rfc3339();
        let chrono = DateTime::parse_from_rfc3339(&iso).map(DateValue::Instant);
        assert_eq!(Ok(Date::parse(&iso).value), chrono, "{iso}");
        let mail = moment.to_rfc2822();
        let chrono = DateTime::parse_from_rfc2822(&mail).map(DateValue::Instant);
        assert_eq!(Ok(Date::parse(&mail).value), chrono, "{mail}");
        for format in ["%a %b %e %T %z %Y", "%A, %B %d, %Y at %r %:z", "%Y年%-m月%-d日 %H:%M:%S %z"]
        {
            let text = moment.format(format).to_string();
            let seconds = moment - TimeDelta::nanoseconds(moment.timestamp_subsec_nanos().into());
            assert_eq!(Date::parse(&text).value, DateValue::Instant(seconds), "{text}");
        }
        let date = Date::parse(&iso);
        assert_eq!(
            Date::parse(&date.to_string()).value,
            date.value,
            "what is shown reads the same"
        );
    }
}

/// Whether the fast way reads a text; asserts that it reads what the grammar does.
#[track_caller]
fn is_usual(text: &str) -> bool {
    let usual = usual(text);
    if let Some(usual) = usual {
        assert_eq!(grammar::form(text), Some(Form::Calendar(usual)), "{text}");
    }
    usual.is_some()
}

#[test]
fn the_fast_way_reads_what_the_grammar_reads() {
    let formats = [
        "%a, %d %b %Y %T GMT",
        "%a, %-d %b %Y %R %z",
        "%Y-%m-%d",
        "%Y/%m/%d %T",
        "%Y-%m-%d %R",
        "%Y-%m-%dT%T%.3fZ",
        "%Y-%m-%d %T%.9f %:z",
        "%Y-%m-%dT%T%z",
    ];
    for (at, moment) in moments().enumerate() {
        for format in formats {
            let text = moment.format(format).to_string();
            assert!(is_usual(&text), "{text}");
            // Each text with one of its characters changed, taken out and put in twice.
            let (before, after) = text.split_at(at % text.len());
            let (now, rest) = after.split_at(1);
            for sign in ["0", "9", "6", ":", "-", "+", " ", ".", ",", "Z", "T", "a", "年"] {
                is_usual(&format!("{before}{sign}{rest}"));
                is_usual(&format!("{before}{now}{sign}{rest}"));
            }
            is_usual(&format!("{before}{rest}"));
            is_usual(before);
        }
    }
}

#[test]
fn any_text_is_safe() {
    let pieces = [
        "2021",
        "-",
        "10",
        "/",
        ".",
        " ",
        ":",
        "T",
        "Z",
        "+",
        "年",
        "月",
        "日",
        "Mon",
        ",",
        "Dec",
        "PM",
        "下午",
        "(",
        "[",
        "９",
        "é",
        "\0",
        "99999999999",
        "CST",
    ];
    for n in 0..40_000_usize {
        let mut seed = n.wrapping_mul(2_654_435_761) ^ (n << 7);
        let mut text = String::new();
        for _ in 0..n % 11 {
            text.push_str(pieces[seed % pieces.len()]);
            seed = seed / pieces.len() + n;
        }
        let date = Date::parse(&text);
        let again = Date::parse(&text).into_owned();
        assert_eq!(date, again);
        date.instant(FixedOffset::east_opt(3600));
    }
}

#[test]
fn json_has_one_of_four_readings() {
    let json = |text| serde_json::to_string(&Date::parse(text)).unwrap();
    for (text, expected) in [
        ("2021-10-10", r#"{"day":"2021-10-10","raw":"2021-10-10","span":[0,10]}"#),
        (
            "20211010 11:06",
            r#"{"local":"2021-10-10T11:06:00","raw":"20211010 11:06","span":[0,14]}"#,
        ),
        ("1640612725", r#"{"instant":"2021-12-27T13:45:25Z","raw":"1640612725","span":[0,10]}"#),
        ("7:32", r#"{"time":"07:32:00","raw":"7:32","span":[0,4]}"#),
        ("soon", r#"{"raw":"soon","span":[0,4]}"#),
    ] {
        assert_eq!(json(text), expected);
        assert_eq!(serde_json::from_str::<Date<'_>>(&json(text)).unwrap(), Date::parse(text));
    }
}

#[test]
fn messages_name_the_text() {
    let message = |text: &str| {
        let mut diagnostics = Diagnostics::new(10);
        read(Text::from(text), Span::default(), DateOrder::Unknown, &mut diagnostics);
        diagnostics.finish(text).remove(0).message.into_owned()
    };
    let is = |text, expected| assert_eq!(message(text), expected);
    is("soon", "`soon` is written in no known form of a date");
    is("2021-02-30", "`2021-02-30` is a day or time that does not exist");
    is("1/2/2021", "the day and the month of `1/2/2021` cannot be told apart");
    is("2021-10-10 9:00 CST", "the time zone `CST` is unknown or ambiguous; the time is local");
    is("Mon 2021-10-10", "2021-10-10 is a Sun, not a Mon");
    is(&"9".repeat(200), "a text this long is no date");
}
