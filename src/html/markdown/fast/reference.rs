//! References to characters.

use memchr::memchr;
use pulldown_cmark::CowStr;

use super::{Declined, Known};

/// What the reference that an `&` at a place begins stands for, and where it ends; if it is one. Those
/// that few texts have are left to pulldown-cmark's table.
pub(super) fn at(bytes: &[u8], at: usize) -> Known<Option<(&'static str, usize)>> {
    let rest = &bytes[at + 1..];
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let length = rest.iter().take_while(|byte| is_name(byte)).count();
    if length == 0 || rest.get(length) != Some(&b';') {
        return Ok(None);
    }
    let made = match &rest[..length] {
        b"amp" => "&",
        b"lt" => "<",
        b"gt" => ">",
        b"quot" => "\"",
        b"nbsp" => "\u{a0}",
        b"#39" => "'",
        b"copy" => "©",
        b"mdash" => "—",
        b"ndash" => "–",
        b"hellip" => "…",
        _ => return Err(Declined),
    };
    Ok(Some((made, at + length + 2)))
}

/// Whether all references of a text are known.
pub(super) fn all(text: &str) -> Known<()> {
    let mut next = 0;
    while let Some(length) = memchr(b'&', &text.as_bytes()[next..]) {
        let start = next + length;
        next = at(text.as_bytes(), start)?.map_or(start + 1, |(_, end)| end);
    }
    Ok(())
}

/// A text whose references are [known](all), with what they stand for.
pub(super) fn resolved(text: &str) -> CowStr<'_> {
    let (mut resolved, mut copied, mut next) = (String::new(), 0, 0);
    while let Some(length) = memchr(b'&', &text.as_bytes()[next..]) {
        let start = next + length;
        next = start + 1;
        if let Ok(Some((made, end))) = at(text.as_bytes(), start) {
            resolved.push_str(&text[copied..start]);
            resolved.push_str(made);
            (copied, next) = (end, end);
        }
    }
    if copied == 0 {
        return text.into();
    }
    resolved.push_str(&text[copied..]);
    resolved.into()
}
