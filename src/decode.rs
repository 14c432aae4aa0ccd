//! From bytes to text: UTF-8, or UTF-16 with a byte order mark.

use std::char::{REPLACEMENT_CHARACTER, decode_utf16};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::span::Span;
use crate::text::Text;

/// The text that bytes are, and what was wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'a> {
    /// The text; borrowed if the bytes are UTF-8.
    pub text: Text<'a>,
    /// What was noticed. Spans are of [`text`](Self::text); messages say the bytes.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes text of bytes: UTF-8, or UTF-16 if a byte order mark says so.
///
/// Any bytes are text in the end: what is neither is replaced by U+FFFD, as browsers do, with one
/// diagnostic. The mark of UTF-8 stays in the text, where [`split`](crate::split) parts it; that of
/// UTF-16 has said its word and is dropped.
///
/// # Examples
///
/// ```
/// use copydesk::{Code, decode};
///
/// let decoded = decode("中文".as_bytes());
/// assert!(decoded.text.is_borrowed() && decoded.diagnostics.is_empty());
///
/// let decoded = decode(b"caf\xe9, na\xefve");
/// assert_eq!(decoded.text, "caf\u{fffd}, na\u{fffd}ve");
/// assert_eq!(decoded.diagnostics[0].code, Code::InvalidUtf8);
/// assert_eq!(
///     decoded.diagnostics[0].message,
///     "2 sequences that are not UTF-8 were replaced, the first at byte 3"
/// );
/// ```
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => Decoded { text: Text::borrowed(text), diagnostics: Vec::new() },
            Err(_) => lossy(bytes),
        },
    }
}

#[cold]
fn lossy(bytes: &[u8]) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = Replaced::default();
    let mut read = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        read += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            replaced.push(&mut text, read);
        }
        read += chunk.invalid().len();
    }
    let mut diagnostics = Diagnostics::new(1);
    replaced.report("UTF-8", &mut diagnostics);
    decoded(text, diagnostics)
}

#[cold]
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = Replaced::default();
    let mut read = MARK;
    for result in decode_utf16(units) {
        if let Ok(c) = result {
            text.push(c);
            read += c.len_utf16() * 2;
        } else {
            replaced.push(&mut text, read);
            read += 2;
        }
    }
    if odd {
        replaced.push(&mut text, read);
    }
    let mut diagnostics = Diagnostics::new(2);
    diagnostics.push(Code::Utf16Decoded, Span::at(0), "UTF-16 was converted");
    replaced.report("UTF-16", &mut diagnostics);
    decoded(text, diagnostics)
}

/// The length of the byte order mark of UTF-16.
const MARK: usize = 2;

fn decoded(text: String, diagnostics: Diagnostics) -> Decoded<'static> {
    let diagnostics = diagnostics.finish(&text);
    Decoded { text: Text::from(text), diagnostics }
}

/// How many sequences were replaced, and where the first of them stood and stands.
#[derive(Default)]
struct Replaced {
    count: usize,
    first_byte: usize,
    first: Span,
}

impl Replaced {
    fn push(&mut self, text: &mut String, byte: usize) {
        let start = offset(text);
        text.push(REPLACEMENT_CHARACTER);
        if self.count == 0 {
            self.first_byte = byte;
            self.first = Span::new(start, offset(text));
        }
        self.count += 1;
    }

    fn report(&self, encoding: &str, diagnostics: &mut Diagnostics) {
        let (were, first) = match self.count {
            0 => return,
            1 => ("sequence that is not", "was replaced,"),
            _ => ("sequences that are not", "were replaced, the first"),
        };
        let (count, byte) = (self.count, self.first_byte);
        let message = format!("{count} {were} {encoding} {first} at byte {byte}");
        diagnostics.push(Code::InvalidUtf8, self.first, message);
    }
}

fn offset(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text and what is noticed of it, each with its span.
    fn read(bytes: &[u8]) -> (String, Vec<String>) {
        let Decoded { text, diagnostics } = decode(bytes);
        let line = |d: &Diagnostic| format!("{}..{} {}", d.span.start, d.span.end, d.message);
        (text.to_string(), diagnostics.iter().map(line).collect())
    }

    #[track_caller]
    fn is(bytes: &[u8], text: &str, noticed: &[&str]) {
        let (found, diagnostics) = read(bytes);
        assert_eq!(found, text);
        assert_eq!(diagnostics, noticed);
    }

    #[test]
    fn utf8_is_borrowed() {
        for text in ["", "plain", "中文", "\u{feff}---\n", "\0"] {
            let decoded = decode(text.as_bytes());
            assert_eq!(decoded.text.as_borrowed(), Some(text));
            assert!(decoded.diagnostics.is_empty());
        }
    }

    #[test]
    fn what_is_not_utf8_is_replaced() {
        let one = "1 sequence that is not UTF-8 was replaced, at byte";
        is(b"\xff", "\u{fffd}", &[&format!("0..3 {one} 0")]);
        is(b"ab\xe4\xb8", "ab\u{fffd}", &[&format!("2..5 {one} 2")]);
        is(b"\xe4\xb8\xad\xc0", "中\u{fffd}", &[&format!("3..6 {one} 3")]);
        let two = "0..3 2 sequences that are not UTF-8 were replaced, the first at byte 0";
        is(b"\xed\xa0", "\u{fffd}\u{fffd}", &[two]);
        let (text, _) = read(b"x\xf0\x9f\x92y\xf8z");
        assert_eq!(text, String::from_utf8_lossy(b"x\xf0\x9f\x92y\xf8z"));
    }

    #[test]
    fn utf16_is_converted() {
        let converted = "0..0 UTF-16 was converted";
        is(b"\xff\xfe", "", &[converted]);
        is(b"\xff\xfea\0-N", "a中", &[converted]);
        is(b"\xfe\xff\0aN-", "a中", &[converted]);
        is(b"\xfe\xff\xd8\x3d\xde\x00", "😀", &[converted]);
        let one = "1 sequence that is not UTF-16 was replaced, at byte";
        is(b"\xfe\xff\0a\xd8\x3d\0b", "a\u{fffd}b", &[converted, &format!("1..4 {one} 4")]);
        is(b"\xfe\xff\0a\0", "a\u{fffd}", &[converted, &format!("1..4 {one} 4")]);
    }
}
