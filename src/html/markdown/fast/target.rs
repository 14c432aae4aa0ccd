//! [`Target`]: where a link leads, and its title.

use memchr::{memchr, memchr2};
use pulldown_cmark::CowStr;

use super::inline::By;
use super::{Declined, Known, reference, sign};

/// What stands where a link's destination may.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target<'a> {
    To { target: Written<'a>, end: usize },
    None,
}

/// A destination as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    /// Whether it stands for itself: it holds no reference and no escaped character.
    is_plain: bool,
}

impl<'a> Written<'a> {
    pub(super) const fn plain(text: &'a str) -> Self {
        Self { text, is_plain: true }
    }

    /// A destination that may hold references and escaped characters, which must be known.
    fn of(text: &'a str) -> Known<Self> {
        Ok(Self { text, is_plain: reference::unescaped(text)?.is_none() })
    }

    /// What it stands for.
    pub(super) fn read(self) -> CowStr<'a> {
        let unescaped = if self.is_plain { Ok(None) } else { reference::unescaped(self.text) };
        unescaped.ok().flatten().map_or(self.text.into(), CowStr::from)
    }
}

/// The destination at a place.
pub(super) fn at(text: &str, at: usize) -> Known<Target<'_>> {
    /// More parentheses in each other are left to pulldown-cmark.
    const NESTED: u32 = 8;
    let bytes = text.as_bytes();
    if bytes.get(at) == Some(&b'<') {
        return in_angles(text, at);
    }
    let (mut end, mut open, mut is_plain) = (sign::target_end(bytes, at), 0, true);
    loop {
        match bytes.get(end) {
            None | Some(0..=b' ') => break,
            Some(b'(') if open == NESTED => return Err(Declined),
            Some(b'(') => open += 1,
            Some(b')') if open == 0 => break,
            Some(b')') => open -= 1,
            Some(b'\\') => {
                is_plain = false;
                end += usize::from(is_punctuation(bytes, end + 1));
            }
            Some(_) => is_plain = false,
        }
        end = sign::target_end(bytes, end + 1);
    }
    if open > 0 {
        return Ok(Target::None);
    }
    let target = &text[at..end];
    let target = if is_plain { Written::plain(target) } else { Written::of(target)? };
    Ok(Target::To { target, end })
}

/// The destination between `<` and `>`.
fn in_angles(text: &str, at: usize) -> Known<Target<'_>> {
    let rest = &text[at + 1..];
    let bytes = rest.as_bytes();
    let may_end = |byte: &u8| matches!(byte, b'>' | b'<' | b'\n' | b'\\');
    let mut length = 0;
    loop {
        length += bytes[length..].iter().position(may_end).ok_or(Declined)?;
        match bytes[length] {
            b'\\' => length += 1 + usize::from(is_punctuation(bytes, length + 1)),
            b'>' => break,
            _ => return Err(Declined),
        }
    }
    let target = Written::of(&rest[..length])?;
    Ok(Target::To { target, end: at + length + 2 })
}

/// Whether a character stands at a place that a backslash escapes.
fn is_punctuation(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_punctuation)
}

/// The title at a place and where it ends, if it stands between quotes in one line.
pub(super) fn title(text: &str, at: usize) -> Known<Option<(&str, usize)>> {
    let bytes = text.as_bytes();
    let quote = match bytes.get(at) {
        Some(&quote @ (b'"' | b'\'')) => quote,
        Some(b'(') => return Err(Declined),
        _ => return Ok(None),
    };
    let rest = &bytes[at + 1..];
    let length = memchr2(quote, b'\n', rest).filter(|&length| rest[length] == quote);
    let title = &text[at + 1..][..length.ok_or(Declined)?];
    if title.is_empty() || title.contains(['\\', '&']) {
        return Err(Declined);
    }
    Ok(Some((title, at + title.len() + 2)))
}

/// How the address at a place, behind a `<`, is one, and where its `>` stands.
pub(super) fn address(bytes: &[u8], at: usize) -> Option<(By, usize)> {
    let is_end = |byte: &u8| matches!(byte, 0..=b' ' | b'<' | b'>');
    let length = bytes[at..].iter().position(is_end).unwrap_or(bytes.len() - at);
    let address = &bytes[at..at + length];
    if bytes.get(at + length) != Some(&b'>') {
        return None;
    }
    let of_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+');
    let scheme = address.iter().take_while(|byte| of_scheme(byte)).count();
    let begins = address.first().is_some_and(u8::is_ascii_alphabetic);
    if begins && (2..=32).contains(&scheme) && address.get(scheme) == Some(&b':') {
        return Some((By::Address, at + length));
    }
    is_mail(address).then_some((By::Mail, at + length))
}

/// Whether an address is one of mail, as the standard's regular expression says.
fn is_mail(address: &[u8]) -> bool {
    /// A label of a domain may be so long.
    const LABEL: usize = 63;
    let Some(at) = memchr(b'@', address).filter(|&at| at > 0) else { return false };
    let of_user =
        |byte: &u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(byte);
    let of_label = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let mut labels = address[at + 1..].split(|&byte| byte == b'.');
    address[..at].iter().all(of_user)
        && labels.all(|label| {
            (1..=LABEL).contains(&label.len())
                && label.iter().all(of_label)
                && !label.starts_with(b"-")
                && !label.ends_with(b"-")
        })
}
