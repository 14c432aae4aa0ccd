//! Whether white space in a text collapses, told of many bytes at once.

use memchr::memchr2;

use super::is_space;

/// The text without the white space around it, if it is something and nothing in it collapses.
pub(in super::super) fn collapsed(text: &str) -> Option<&str> {
    let text = text.trim_ascii();
    (!text.is_empty() && clean_len(text) == text.len()).then_some(text)
}

/// Whether a text is something, and nothing in it or around it collapses.
pub(in super::super) fn is_clean(text: &str) -> bool {
    let edges = text.as_bytes().first().zip(text.as_bytes().last());
    edges.is_some_and(|(&first, &last)| first > b' ' && last > b' ')
        && clean_len(text) == text.len()
}

/// Whether a text is something, nothing in it or around it collapses, and no sign stands in it that
/// begins a shortcode: it is what it shows.
pub(in super::super) fn is_ordinary(text: &str) -> bool {
    let bytes = text.as_bytes();
    let edges = bytes.first().zip(bytes.last());
    if !edges.is_some_and(|(&first, &last)| first > b' ' && last > b' ') {
        return false;
    }
    match bytes.last_chunk::<{ BLOCK + 1 }>() {
        // What is less than a block is looked at with what stands before it.
        Some(last) => {
            let clear = clear_len(bytes, is_clear_unmarked::<LARGE>, is_clear_unmarked::<BLOCK>);
            bytes.len() - clear <= BLOCK && is_clear_unmarked::<BLOCK>(last)
        }
        None => is_clear_unmarked::<BLOCK>(&padded(bytes)),
    }
}

/// Whether a sign stands in a text that begins a shortcode.
pub(in super::super) fn is_marked(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() <= BLOCK {
        return !holds_none::<BLOCK>(&padded(bytes), |byte, _| may_begin_shortcode(byte));
    }
    memchr2(b'{', b'[', bytes).is_some()
}

/// The length of the text up to white space that collapses to something else than it is: anything
/// but one space between two visible characters.
fn clean_len(text: &str) -> usize {
    clean_end(text.as_bytes(), 0)
}

/// Where the text ends that [is clean](clean_len) from `start` on.
#[inline]
pub(super) fn clean_end(bytes: &[u8], start: usize) -> usize {
    let at = clear_end(bytes, start);
    if ends_clear(bytes, at) { bytes.len() } else { doubtful_end(bytes, at) }
}

/// The same, where a doubt is among the next bytes.
fn doubtful_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        at = first_doubt(bytes, at);
        let single =
            || bytes[at] == b' ' && bytes.get(at + 1).is_some_and(|&next| !is_space(next as char));
        if at >= bytes.len() || is_space(bytes[at] as char) && !single() {
            return at;
        }
        at = clear_end(bytes, at + 1);
    }
    at
}

/// Where the whole blocks end that are clear.
fn clear_end(bytes: &[u8], start: usize) -> usize {
    start + clear_len(&bytes[start..], is_clear::<LARGE>, is_clear::<BLOCK>)
}

/// Whether what is less than a block is clear. It is looked at with what stands before it.
#[inline(always)]
fn ends_clear(bytes: &[u8], at: usize) -> bool {
    bytes.len() - at <= BLOCK
        && bytes.last().is_some_and(|&last| last > b' ')
        && match bytes.last_chunk::<{ BLOCK + 1 }>() {
            Some(last) => is_clear::<BLOCK>(last),
            None => is_clear::<BLOCK>(&padded(bytes)),
        }
}

/// The first of the next bytes, a [`BLOCK`] of them, that [may collapse](may_collapse) or is none.
fn first_doubt(bytes: &[u8], at: usize) -> usize {
    let next = bytes.get(at..).and_then(<[u8]>::first_chunk);
    let (start, block) = if let Some(next) = next {
        (at, *next)
    } else if let Some(last) = bytes.last_chunk() {
        (bytes.len() - BLOCK, *last)
    } else {
        let mut block = [b' '; BLOCK];
        block[..bytes.len()].copy_from_slice(bytes);
        (0, block)
    };
    let block = u128::from_le_bytes(block);
    let spaces = up_to(b' ', block);
    let is_next_space = bytes.get(start + BLOCK).is_none_or(|&next| next <= b' ');
    let next_to_space = spaces >> 8 | u128::from(is_next_space) << 127;
    let doubts = up_to(b' ' - 1, block) | spaces & next_to_space;
    let first = (doubts >> (8 * (at - start))).trailing_zeros() / 8;
    bytes.len().min(at + first as usize)
}

/// A set bit, each byte's highest, for the bytes up to one of ASCII.
const fn up_to(most: u8, bytes: u128) -> u128 {
    const ONES: u128 = u128::MAX / 0xFF;
    const HIGHEST: u128 = ONES << 7;
    let above = (bytes & !HIGHEST) + ONES * (0x7F - most) as u128;
    !(above | bytes) & HIGHEST
}

/// As many bytes as are looked at together: the compiler makes a few comparisons of them.
const BLOCK: usize = 16;

/// The same in long texts.
const LARGE: usize = 4 * BLOCK;

/// The length of the whole blocks at the start of `bytes` that are clear.
#[inline(always)]
fn clear_len(bytes: &[u8], large: impl Fn(&[u8]) -> bool, small: impl Fn(&[u8]) -> bool) -> usize {
    let mut at = 0;
    while bytes.len() > at + LARGE && large(&bytes[at..=at + LARGE]) {
        at += LARGE;
    }
    while bytes.len() > at + BLOCK && small(&bytes[at..=at + BLOCK]) {
        at += BLOCK;
    }
    at
}

/// A block that begins with up to [`BLOCK`] bytes and goes on with letters.
fn padded(bytes: &[u8]) -> [u8; BLOCK + 1] {
    let mut block = [b'x'; BLOCK + 1];
    block[..bytes.len()].copy_from_slice(bytes);
    block
}

/// Whether a block holds nothing [`clean_len`] must look at: no control character, and no space before
/// another or before one.
fn is_clear<const LEN: usize>(block: &[u8]) -> bool {
    holds_none::<LEN>(block, may_collapse)
}

fn is_clear_unmarked<const LEN: usize>(block: &[u8]) -> bool {
    holds_none::<LEN>(block, |byte, next| may_collapse(byte, next) | may_begin_shortcode(byte))
}

/// Whether nothing in a block is doubtful, by a byte and the one after it. Doubts are numbers instead
/// of truth values, so that no comparison waits for another.
#[inline(always)]
fn holds_none<const LEN: usize>(block: &[u8], doubt: impl Fn(u8, u8) -> u8) -> bool {
    let (Some(bytes), Some(next)) = (block.first_chunk::<LEN>(), block.last_chunk::<LEN>()) else {
        return false;
    };
    let mut any = 0;
    for (&byte, &next) in bytes.iter().zip(next) {
        any |= doubt(byte, next);
    }
    any == 0
}

fn may_collapse(byte: u8, next: u8) -> u8 {
    u8::from(byte < b' ') | u8::from(byte == b' ') & u8::from(next <= b' ')
}

/// `{` and `[`, which are the same but for the bit that tells a small letter.
fn may_begin_shortcode(byte: u8) -> u8 {
    u8::from(byte | 0x20 == b'{')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`clean_len`] tells, byte by byte.
    fn clean_len_by_bytes(text: &str) -> usize {
        let bytes = text.as_bytes();
        let is_clean = |at: usize| {
            let is_amid = || bytes.get(at + 1).is_some_and(|&next| !is_space(next as char));
            !is_space(bytes[at] as char) || bytes[at] == b' ' && is_amid()
        };
        (0..bytes.len()).find(|&at| !is_clean(at)).unwrap_or(bytes.len())
    }

    #[test]
    fn white_space_is_found_at_every_place() {
        for (before, after) in (0..2 * LARGE).flat_map(|before| [0, 1, 15, 40].map(|a| (before, a)))
        {
            for doubt in ["", " ", "  ", "\n", "\u{1}", " \u{1}", "\u{1} ", "\u{1}\t", "é \n"] {
                let text = format!("{}{doubt}{}", "x".repeat(before), "y".repeat(after));
                assert_eq!(clean_len(&text), clean_len_by_bytes(&text), "{text:?}");
                let is_plain = doubt.is_empty() && !text.is_empty();
                assert!(!is_plain || is_clean(&text) && is_ordinary(&text), "{text:?}");
            }
        }
    }
}
