//! Texts for people: without the blanks around them, character references decoded.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;

use crate::diagnostic::{Code, Diagnostics};
use crate::html::decode_references;
use crate::span::Span;
use crate::text::Text;

/// The text as people shall read it. Exporters write `&#8217;` into front matter, and some feeds every
/// brace as `&#123;`.
pub(super) fn human<'a>(text: Text<'a>, span: Span, diagnostics: &mut Diagnostics) -> Text<'a> {
    let text = trim(text);
    if memchr(b'&', text.as_bytes()).is_none() {
        return text;
    }
    match decode_references(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(decoded) => {
            let message = "HTML character references were decoded";
            diagnostics.push(Code::EntityInValue, span, message);
            Text::from(decoded)
        }
    }
}

/// The text without the blanks around it.
pub(super) fn trim(text: Text<'_>) -> Text<'_> {
    let blank = |edge: Option<char>| edge.is_some_and(char::is_whitespace);
    if !blank(text.chars().next()) && !blank(text.chars().next_back()) {
        return text;
    }
    let start = text.len() - text.trim_start().len();
    let end = start + text.trim().len();
    part(&text, start..end)
}

/// A part of a text; borrowed if the text is. Nothing where `range` does not lie on characters.
pub(super) fn part<'a>(text: &Text<'a>, range: Range<usize>) -> Text<'a> {
    match text.as_borrowed() {
        Some(text) => Text::borrowed(text.get(range).unwrap_or_default()),
        None => Text::from(text.get(range).unwrap_or_default().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimmed_text_stays_borrowed() {
        for (text, expected) in [(" a b\n", "a b"), ("", ""), (" \u{3000}", ""), ("中 ", "中")] {
            let trimmed = trim(Text::from(text));
            assert!(trimmed == expected && trimmed.is_borrowed());
            assert_eq!(trim(Text::from(text.to_owned())), expected);
        }
    }
}
