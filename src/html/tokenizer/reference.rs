//! Character references, line ends and NUL: from text as written to text as meant.

use std::borrow::Cow;

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};
use memchr::{memchr, memchr2, memchr3, memrchr};

use crate::text::Text;

/// Decodes the character references of a text that is not HTML otherwise (a feed's title).
pub(crate) fn decode_references(text: &str) -> Cow<'_, str> {
    let Some(mut at) = memchr(b'&', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut decoded = String::new();
    let mut copied = 0;
    loop {
        let end = match reference(text.get(at..).unwrap_or_default(), Rule::Text) {
            Some(reference) => {
                decoded.push_str(text.get(copied..at).unwrap_or_default());
                reference.push_to(&mut decoded);
                copied = at + reference.length;
                copied
            }
            None => at + 1,
        };
        match memchr(b'&', text.as_bytes().get(end..).unwrap_or_default()) {
            Some(found) => at = end + found,
            None if copied == 0 => return Cow::Borrowed(text),
            None => break,
        }
    }
    decoded.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(decoded)
}

/// Whether what follows a text that was read as text may make its end something else.
pub(super) fn may_go_on(text: &str) -> bool {
    if text.ends_with(['<', '\r']) || text.ends_with("</") {
        return true;
    }
    let start = text.len().saturating_sub(LONGEST + 1);
    let tail = text.as_bytes().get(start..).unwrap_or_default();
    memrchr(b'&', tail).is_some_and(|at| {
        let after = tail.get(at + 1..).unwrap_or_default();
        after.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'#')
    })
}

/// Text with references.
pub(super) fn text(raw: &str) -> Text<'_> {
    decode(raw, Rule::Text)
}

/// The value of an attribute, in which fewer references are read.
pub(in crate::html) fn attribute_value(raw: &str) -> Text<'_> {
    decode(raw, Rule::Attribute)
}

/// Text without references.
pub(in crate::html) fn raw_text(raw: &str) -> Text<'_> {
    decode(raw, Rule::Raw)
}

/// Where a text stands, which decides what is read as a reference.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    Text,
    Attribute,
    Raw,
}

impl Rule {
    /// The first byte that does not mean itself.
    fn find(self, bytes: &[u8]) -> Option<usize> {
        match self {
            Self::Raw => memchr2(b'\r', 0, bytes),
            _ => memchr3(b'&', b'\r', 0, bytes),
        }
    }
}

fn decode(raw: &str, rule: Rule) -> Text<'_> {
    let bytes = raw.as_bytes();
    let Some(mut at) = rule.find(bytes) else { return Text::borrowed(raw) };
    let mut decoded = String::new();
    // Up to here the text is in `decoded`.
    let mut copied = 0;
    loop {
        let before = raw.get(copied..at).unwrap_or_default();
        let mut next = at + 1;
        match bytes.get(at) {
            Some(b'\r') => {
                decoded.reserve(raw.len() - copied);
                decoded.push_str(before);
                // A CRLF leaves its LF, a lone CR becomes one.
                if bytes.get(next) != Some(&b'\n') {
                    decoded.push('\n');
                }
                copied = next;
            }
            Some(0) => {
                decoded.reserve(raw.len() - copied);
                decoded.push_str(before);
                decoded.push('\u{FFFD}');
                copied = next;
            }
            _ => {
                if let Some(reference) = reference(raw.get(at..).unwrap_or_default(), rule) {
                    // What is decoded is hardly ever longer than what is written.
                    decoded.reserve(raw.len() - copied);
                    decoded.push_str(before);
                    reference.push_to(&mut decoded);
                    next = at + reference.length;
                    copied = next;
                }
            }
        }
        match rule.find(bytes.get(next..).unwrap_or_default()) {
            Some(found) => at = next + found,
            // Nothing but an `&` that means itself.
            None if copied == 0 => return Text::borrowed(raw),
            None => break,
        }
    }
    decoded.push_str(raw.get(copied..).unwrap_or_default());
    Text::from(decoded)
}

/// A character reference: what it stands for and how long it is written.
struct Reference {
    first: char,
    second: Option<char>,
    length: usize,
}

impl Reference {
    fn push_to(&self, text: &mut String) {
        text.push(self.first);
        text.extend(self.second);
    }
}

/// The reference at the start of `text`, which begins with `&`.
fn reference(text: &str, rule: Rule) -> Option<Reference> {
    match text.as_bytes().get(1)? {
        b'#' => numeric(text),
        byte if byte.is_ascii_alphanumeric() => named(text.get(1..)?, rule),
        _ => None,
    }
}

fn numeric(text: &str) -> Option<Reference> {
    let hexadecimal = matches!(text.as_bytes().get(2), Some(b'x' | b'X'));
    let (radix, start) = if hexadecimal { (16, 3) } else { (10, 2) };
    let digits = text.as_bytes().get(start..)?;
    let mut number: u32 = 0;
    let mut length = start;
    for &byte in digits {
        let Some(digit) = char::from(byte).to_digit(radix) else { break };
        number = number.saturating_mul(radix).saturating_add(digit);
        length += 1;
    }
    if length == start {
        return None;
    }
    length += usize::from(text.as_bytes().get(length) == Some(&b';'));
    Some(Reference { first: numbered(number), second: None, length })
}

/// The character of a number, as the standard repairs it.
fn numbered(number: u32) -> char {
    let windows_1252 = match number {
        0 => Some('\u{FFFD}'),
        0x80..=0x9F => C1_REPLACEMENTS.get(number as usize - 0x80).copied().flatten(),
        _ => None,
    };
    windows_1252.or_else(|| char::from_u32(number)).unwrap_or('\u{FFFD}')
}

/// The length of `CounterClockwiseContourIntegral;`, the longest name.
const LONGEST: usize = 32;

/// The longest name that `text` begins with.
fn named(text: &str, rule: Rule) -> Option<Reference> {
    let bytes = text.as_bytes();
    if let Some(found) = usual(bytes) {
        return Some(found);
    }
    let run = bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    // A name with its semicolon is the longest match there can be.
    if bytes.get(run) == Some(&b';') {
        if let Some(found) = entity(text, run + 1) {
            return Some(found);
        }
    }
    if rule == Rule::Attribute {
        // `&copy=1` and `&copyright` in an address are no references.
        let after = bytes.get(run);
        let address = after.is_some_and(|&byte| byte == b'=' || byte.is_ascii_alphanumeric());
        return if address { None } else { entity(text, run) };
    }
    let mut found = None;
    for length in 1..=run {
        // The table has an entry for every beginning of a name.
        let Some(&(first, _)) = text.get(..length).and_then(|name| NAMED_ENTITIES.get(name)) else {
            break;
        };
        if first != 0 {
            found = entity(text, length);
        }
    }
    found
}

/// The references that most are, without the table of all. A name with its semicolon is the longest
/// match there can be.
fn usual(bytes: &[u8]) -> Option<Reference> {
    let (first, length) = match bytes {
        [b'l', b't', b';', ..] => ('<', 4),
        [b'g', b't', b';', ..] => ('>', 4),
        [b'a', b'm', b'p', b';', ..] => ('&', 5),
        [b'q', b'u', b'o', b't', b';', ..] => ('"', 6),
        [b'n', b'b', b's', b'p', b';', ..] => ('\u{A0}', 6),
        _ => return None,
    };
    Some(Reference { first, second: None, length })
}

fn entity(text: &str, length: usize) -> Option<Reference> {
    let &(first, second) = NAMED_ENTITIES.get(text.get(..length)?)?;
    let first = char::from_u32(first).filter(|&first| first != '\0')?;
    let second = char::from_u32(second).filter(|&second| second != '\0');
    Some(Reference { first, second, length: length + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded() {
        assert_eq!(decode_references("a &amp; b"), "a & b");
        assert_eq!(decode_references("&notit; &notin; &not"), "¬it; ∉ ¬");
        assert_eq!(decode_references("&#123;&#x7d;&#128;"), "{}€");
        assert_eq!(decode_references("&#xD800;&#0;&#99999999999;"), "\u{FFFD}\u{FFFD}\u{FFFD}");
        assert!(matches!(decode_references("AT&T &;"), Cow::Borrowed("AT&T &;")));
    }

    #[test]
    fn addresses_keep_their_ampersands() {
        assert_eq!(attribute_value("?a=1&copy=2&amp;lt=3&lt"), "?a=1&copy=2&lt=3<");
        assert_eq!(attribute_value("&copyright &notin &copy"), "&copyright &notin ©");
    }
}
