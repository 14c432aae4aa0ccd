//! Text with and without quotes.

use std::fmt::Write as _;

use super::Within;
use crate::front_matter::Format;
use crate::front_matter::scalar::{Resolved, Scalar, Style};
use crate::text::Text;

/// In double quotes, with the escapes that YAML, TOML and JSON share.
pub(super) fn double_quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // All of them are of four digits: what lies above is printable.
            c if !is_printable(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// In single quotes, if the format can write the text so.
pub(super) fn single_quoted(text: &str, format: Format, out: &mut String) -> bool {
    let doubled = format == Format::Yaml;
    if !text.chars().all(is_printable) || (!doubled && text.contains('\'')) {
        return false;
    }
    out.push('\'');
    out.push_str(&text.replace('\'', "''"));
    out.push('\'');
    true
}

/// YAML 1.2.2, 5.1, less line ends and tabs: what needs no escape.
pub(super) const fn is_printable(c: char) -> bool {
    !matches!(
        c,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}'
            | '\u{FFFE}' | '\u{FFFF}'
    )
}

/// A key of TOML that needs no quotes.
pub(super) fn is_bare(key: &str) -> bool {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    !key.is_empty() && key.bytes().all(bare)
}

/// Whether YAML reads a text without quotes as itself, YAML 1.1 included.
pub(super) fn is_plain(text: &str, within: Within) -> bool {
    is_safe(text, within) && !has_other_meaning(text)
}

/// Whether YAML reads a text without quotes as one plain scalar.
pub(super) fn is_safe(text: &str, within: Within) -> bool {
    const INDICATORS: [char; 19] = [
        '-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@',
        '`',
    ];
    let brackets = within == Within::Brackets;
    !text.is_empty()
        && text.trim() == text
        && !text.starts_with(INDICATORS)
        && !text.starts_with("...")
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !(brackets && text.contains([',', '[', ']', '{', '}']))
        && text.chars().all(is_printable)
}

/// Whether plain text is more than text to some reader of YAML.
fn has_other_meaning(text: &str) -> bool {
    const WORDS: [&str; 8] = ["y", "n", "yes", "no", "on", "off", "=", "<<"];
    let scalar = Scalar::new(Text::borrowed(text), Style::Plain);
    !matches!(scalar.resolve(), Resolved::Str(_))
        || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || looks_like_number(text)
}

/// Digits with what numbers, times and dates of YAML 1.1 have between them: `1_000`, `1:30`.
fn looks_like_number(text: &str) -> bool {
    let radix = ["0x", "0o", "0b"].iter().any(|prefix| text.starts_with(prefix));
    let between = |byte| match byte {
        b'_' | b':' | b'.' | b'-' | b'+' | b' ' | b'T' | b't' | b'Z' | b'e' | b'E' => true,
        _ => radix && byte.is_ascii_alphanumeric(),
    };
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '.'))
        && text.bytes().all(|byte| byte.is_ascii_digit() || between(byte))
}

/// `2021-12-27`, with or without a time.
pub(super) fn looks_like_date(text: &str) -> bool {
    text.as_bytes().get(4) == Some(&b'-') && looks_like_number(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_needs_no_quotes() {
        for text in
            ["x", "a b", "C#", "a:b", "http://x.y/z", "he said \"no\"", "中文：好", "5 km", "3D"]
        {
            assert!(is_plain(text, Within::Line), "{text}");
        }
        for text in [
            "",
            " x",
            "x ",
            "- x",
            "-",
            "a: b",
            "a #b",
            "x:",
            "#x",
            "@x",
            "yes",
            "No",
            "y",
            "null",
            "~",
            "1",
            "1.5",
            "0x1f",
            "1_000",
            "1:30",
            "2021-12-27",
            "2021-12-27 13:45:00",
            "=",
            "<<",
            "...",
            "a\tb",
            "a\nb",
            "\u{FEFF}",
            "[x]",
            "{{ x }}",
            "*x",
            "&x",
            "!x",
            "%x",
            "`x",
            "\u{a0}x",
            "true",
        ] {
            assert!(!is_plain(text, Within::Line), "{text}");
        }
        for text in ["a, b", "a]", "x{y}"] {
            assert!(is_plain(text, Within::Line) && !is_plain(text, Within::Brackets), "{text}");
        }
    }

    #[test]
    fn quotes_hold_anything() {
        let double = |text| {
            let mut out = String::new();
            double_quoted(text, &mut out);
            out
        };
        assert_eq!(double("a\"\\\n\t\0\u{7f}\u{feff}中"), r#""a\"\\\n\t\u0000\u007f\ufeff中""#);
        let single = |text, format| {
            let mut out = String::new();
            single_quoted(text, format, &mut out).then_some(out)
        };
        assert_eq!(single("it's", Format::Yaml).as_deref(), Some("'it''s'"));
        assert_eq!(single("it's", Format::Toml), None);
        assert_eq!(single("a\nb", Format::Yaml), None);
    }
}
