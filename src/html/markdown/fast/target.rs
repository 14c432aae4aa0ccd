//! [`Target`]: where a link leads, and its title.

use memchr::{memchr, memchr2, memchr3};

use super::inline::By;
use super::{Declined, Known, sign};

/// What stands where a link's destination may.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target<'a> {
    To { target: &'a str, end: usize },
    None,
}

/// The destination at a place.
pub(super) fn at(text: &str, at: usize) -> Known<Target<'_>> {
    /// More parentheses in each other are left to pulldown-cmark.
    const NESTED: u32 = 8;
    let bytes = text.as_bytes();
    if bytes.get(at) == Some(&b'<') {
        return in_angles(text, at);
    }
    let (mut end, mut open, mut has_ampersand) = (sign::target_end(bytes, at), 0, false);
    loop {
        match bytes.get(end) {
            None | Some(0..=b' ') => break,
            Some(b'(') if open == NESTED => return Err(Declined),
            Some(b'(') => open += 1,
            Some(b')') if open == 0 => break,
            Some(b')') => open -= 1,
            Some(b'&') => has_ampersand = true,
            // An escaped character.
            Some(_) => return Err(Declined),
        }
        end = sign::target_end(bytes, end + 1);
    }
    let target = &text[at..end];
    if has_ampersand && may_hold_reference(target) {
        return Err(Declined);
    }
    Ok(if open == 0 { Target::To { target, end } } else { Target::None })
}

/// The destination between `<` and `>`.
fn in_angles(text: &str, at: usize) -> Known<Target<'_>> {
    let rest = &text[at + 1..];
    let Some(length) = memchr3(b'>', b'\n', b'\\', rest.as_bytes()) else { return Err(Declined) };
    let target = &rest[..length];
    if rest.as_bytes()[length] != b'>' || may_hold_reference(target) || target.contains('<') {
        return Err(Declined);
    }
    Ok(Target::To { target, end: at + length + 2 })
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

/// Whether something may stand for a character.
fn may_hold_reference(text: &str) -> bool {
    memchr(b'&', text.as_bytes()).is_some_and(|at| memchr(b';', &text.as_bytes()[at..]).is_some())
}

/// How the address at a place, behind a `<`, is one, and where its `>` stands.
pub(super) fn address(bytes: &[u8], at: usize) -> Known<Option<(By, usize)>> {
    let is_end = |byte: &u8| matches!(byte, 0..=b' ' | b'<' | b'>');
    let length = bytes[at..].iter().position(is_end).unwrap_or(bytes.len() - at);
    let address = &bytes[at..at + length];
    if bytes.get(at + length) != Some(&b'>') {
        return Ok(None);
    }
    let of_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+');
    let scheme = address.iter().take_while(|byte| of_scheme(byte)).count();
    let begins = address.first().is_some_and(u8::is_ascii_alphabetic);
    if begins && (2..=32).contains(&scheme) && address.get(scheme) == Some(&b':') {
        return Ok(Some((By::Address, at + length)));
    }
    // Mail is told by pulldown-cmark.
    if memchr(b'@', address).is_some() { Err(Declined) } else { Ok(None) }
}
