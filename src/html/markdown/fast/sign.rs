//! Where in a text the next byte of a kind stands.

use crate::html::markdown::marks::told;

/// Where the bytes stand that may be more than text: which of the last ones looked at are such.
#[derive(Debug, Default)]
pub(super) struct Signs {
    window: Window,
}

impl Signs {
    /// Where the next one stands, from a place on, before `end`; or the end.
    #[inline]
    pub(super) fn next(&mut self, bytes: &[u8], mut at: usize, end: usize) -> usize {
        while at < end {
            if !self.window.holds(at) {
                self.window = Window::of(bytes, at, is_sign);
            }
            match self.window.next(at) {
                Ok(found) => return found.min(end),
                Err(next) => at = next,
            }
        }
        end
    }
}

/// Where the next byte stands, from a place on, that may end a link's destination; or the end.
pub(super) fn target_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        match Window::of(bytes, at, may_end_target).next(at) {
            Ok(found) => return found.min(bytes.len()),
            Err(next) => at = next,
        }
    }
    at
}

/// Bytes that are looked at as one, and which of them are of a kind.
#[derive(Debug, Default)]
struct Window {
    start: usize,
    length: usize,
    /// A bit for each.
    found: u32,
}

/// So many.
const WINDOW: usize = u32::BITS as usize;

impl Window {
    /// The window that begins at a place; or one that holds the place, if there are too few bytes.
    #[inline(always)]
    fn of(bytes: &[u8], at: usize, is: impl Fn(u8) -> bool) -> Self {
        let rest = bytes.get(at..).and_then(|rest| rest.first_chunk());
        let (start, found) = match rest {
            Some(chunk) => (at, found(chunk, is)),
            None => last(bytes, is),
        };
        Self { start, length: WINDOW, found }
    }

    #[inline(always)]
    const fn holds(&self, at: usize) -> bool {
        at.wrapping_sub(self.start) < self.length
    }

    /// Where the next byte that was found stands, from a place in the window on; or else its end.
    #[inline(always)]
    const fn next(&self, at: usize) -> Result<usize, usize> {
        let left = self.found >> (at - self.start);
        if left == 0 {
            Err(self.start + self.length)
        } else {
            Ok(at + left.trailing_zeros() as usize)
        }
    }
}

/// Which bytes are of a kind. It is told of all at once, so without branches.
#[inline(always)]
fn found(chunk: &[u8; WINDOW], is: impl Fn(u8) -> bool) -> u32 {
    let ones = told(*chunk, is);
    let (low, high) = (eight(&ones, 0) | eight(&ones, 8), eight(&ones, 16) | eight(&ones, 24));
    if low | high == 0 {
        return 0;
    }
    bits(&ones, 0) | bits(&ones, 8) | bits(&ones, 16) | bits(&ones, 24)
}

/// Eight bytes from one on as a number.
#[inline(always)]
fn eight(ones: &[u8; WINDOW], at: usize) -> u64 {
    ones[at..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// A bit for each of eight bytes from one on, of which each has all bits or none.
#[inline(always)]
fn bits(ones: &[u8; WINDOW], at: usize) -> u32 {
    // Each is moved to the highest byte, and there by as many bits as there are bytes before it.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    (((eight(ones, at) & ONES).wrapping_mul(GATHER) >> 56) as u32) << at
}

/// The window at the end of a text.
#[cold]
fn last(bytes: &[u8], is: impl Fn(u8) -> bool) -> (usize, u32) {
    if let Some(chunk) = bytes.last_chunk() {
        return (bytes.len() - WINDOW, found(chunk, is));
    }
    let mut chunk = [0; WINDOW];
    chunk[..bytes.len()].copy_from_slice(bytes);
    (0, found(&chunk, is))
}

#[expect(clippy::needless_bitwise_bool, reason = "without a branch it is told of many at once")]
const fn may_end_target(byte: u8) -> bool {
    (byte <= b' ') | (byte | 1 == b')') | (byte == b'\\') | (byte == b'&')
}

/// Whether a byte is one of ``&*<[\]_`~`` (or of `>^|`, which are none). Images are told by their brackets.
#[expect(clippy::needless_bitwise_bool, reason = "without a branch it is told of many at once")]
#[expect(clippy::cast_possible_wrap, reason = "what wraps is negative, and no sign")]
const fn is_sign(byte: u8) -> bool {
    // Those up to the backtick are moved to the end of the positive numbers: one comparison tells them.
    const BRACKET: i8 = i8::MAX - (b'`' - b'[') as i8;
    let is_bracket = byte.wrapping_add(i8::MAX as u8 - b'`') as i8 >= BRACKET;
    is_bracket | (byte | (b'<' ^ b'~') == b'~') | (byte == b'*') | (byte == b'&')
}

#[cfg(test)]
mod tests {
    use super::{Signs, is_sign, target_end};

    #[test]
    fn signs_are_found_where_they_stand() {
        for sign in b"&*<[\\]_`~" {
            assert!(is_sign(*sign));
            for length in 0..80 {
                for at in 0..length {
                    let mut line = vec![b'a'; length];
                    line[at] = *sign;
                    let mut signs = Signs::default();
                    assert_eq!(signs.next(&line, 0, length), at);
                    assert_eq!(signs.next(&line, at, length), at);
                    assert_eq!(signs.next(&line, at + 1, length), length);
                    assert_eq!(signs.next(&line, 0, at), at);
                    assert_eq!(signs.next(&line, at / 2, length), at);
                }
            }
        }
        assert!(!b"az09 .,-!\"'()={}".iter().any(|byte| is_sign(*byte)));
        assert!(!"é中".bytes().any(is_sign));
    }

    #[test]
    fn targets_end_where_they_may() {
        for length in 0..80 {
            for at in 0..length {
                let mut target = vec![b'a'; length];
                target[at] = b')';
                assert_eq!(target_end(&target, 0), at);
                assert_eq!(target_end(&target, at), at);
                assert_eq!(target_end(&target, at + 1), length);
            }
        }
    }
}
