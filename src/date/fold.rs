//! Full-width digits and rare spaces to the plain ones that the grammar knows.

use std::borrow::Cow;

/// The text with each full-width sign (`１`, `：`, `（`) as its ASCII twin, every kind of blank as a
/// space and the minus sign as a hyphen; borrowed if it is so already.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| folded(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(folded).collect())
}

fn folded(c: char) -> char {
    match c {
        ' '..='~' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}
