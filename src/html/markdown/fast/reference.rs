//! References to characters.

use memchr::memchr2;

use super::{Declined, Known};

/// What the reference that an `&` at a place begins stands for, and where it ends; if it is one. Those
/// that few texts have are left to pulldown-cmark's table.
pub(super) fn at(bytes: &[u8], at: usize) -> Known<Option<(char, usize)>> {
    let rest = &bytes[at + 1..];
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let length = rest.iter().take_while(|byte| is_name(byte)).count();
    if length == 0 || rest.get(length) != Some(&b';') {
        return Ok(None);
    }
    let made = match &rest[..length] {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"nbsp" => '\u{a0}',
        b"#39" => '\'',
        b"copy" => '©',
        b"mdash" => '—',
        b"ndash" => '–',
        b"hellip" => '…',
        _ => return Err(Declined),
    };
    Ok(Some((made, at + length + 2)))
}

/// A text with what its references and escaped characters stand for, if it holds any: they must be known.
pub(super) fn unescaped(text: &str) -> Known<Option<String>> {
    let bytes = text.as_bytes();
    let (mut unescaped, mut copied, mut next) = (String::new(), 0, 0);
    while let Some(length) = memchr2(b'&', b'\\', &bytes[next..]) {
        let start = next + length;
        next = start + 1;
        match (bytes[start], bytes.get(next)) {
            (b'&', _) => {
                if let Some((made, end)) = at(bytes, start)? {
                    unescaped.push_str(&text[copied..start]);
                    unescaped.push(made);
                    (copied, next) = (end, end);
                }
            }
            // What is escaped escapes nothing, and begins no reference.
            (_, Some(sign)) if sign.is_ascii_punctuation() => {
                unescaped.push_str(&text[copied..start]);
                (copied, next) = (next, next + 1);
            }
            _ => {}
        }
    }
    if copied == 0 {
        return Ok(None);
    }
    unescaped.push_str(&text[copied..]);
    Ok(Some(unescaped))
}
