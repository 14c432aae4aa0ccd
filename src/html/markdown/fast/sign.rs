//! Where in a line the next byte of a kind stands.

use crate::html::markdown::marks::{STEP, first, marks};

/// Where the next byte stands, from a place on, that may be more than text; or the end.
#[inline]
pub(super) fn next(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, is_sign)
}

/// Where the next byte stands, from a place on, that may end a link's destination; or the end.
pub(super) fn target_end(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, may_end_target)
}

/// Where the first byte that is one stands from a place on; or the end. It is told of many bytes at
/// once, so without branches.
#[inline(always)]
fn find(bytes: &[u8], mut at: usize, is: impl Fn(u8) -> bool) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<STEP>()) {
        let found = marks(*chunk, &is);
        if found != 0 {
            return at + first(found);
        }
        at += STEP;
    }
    // The last step goes over what the one before has looked at, if there is so much.
    let rest = bytes.len().saturating_sub(at);
    if let Some(chunk) = bytes.last_chunk::<STEP>().filter(|_| rest > 0) {
        let found = marks(*chunk, &is);
        let found = found >> (u8::BITS as usize * (STEP - rest));
        return if found == 0 { bytes.len() } else { at + first(found) };
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|&byte| is(byte)).unwrap_or(rest.len())
}

#[expect(clippy::needless_bitwise_bool, reason = "without a branch it is told of many at once")]
const fn may_end_target(byte: u8) -> bool {
    (byte <= b' ') | (byte == b'(') | (byte == b')') | (byte == b'\\') | (byte == b'&')
}

/// Whether a byte is one of ``!&*<[\]_`~`` (or `^`, which is none).
#[expect(clippy::needless_bitwise_bool, reason = "without a branch it is told of many at once")]
const fn is_sign(byte: u8) -> bool {
    (byte.wrapping_sub(b'[') <= b'`' - b'[')
        | (byte == b'*')
        | (byte == b'<')
        | (byte == b'&')
        | (byte == b'!')
        | (byte == b'~')
}

#[cfg(test)]
mod tests {
    use super::{is_sign, next};

    #[test]
    fn signs_are_found_where_they_stand() {
        for sign in b"!&*<[\\]_`~" {
            assert!(is_sign(*sign));
            for length in 0..40 {
                for at in 0..length {
                    let mut line = vec![b'a'; length];
                    line[at] = *sign;
                    assert_eq!(next(&line, 0), at);
                    assert_eq!(next(&line, at), at);
                    assert_eq!(next(&line, at + 1), length);
                }
            }
        }
        assert!(!b"az09 .,-\"'()".iter().any(|byte| is_sign(*byte)));
        assert!(!"é中".bytes().any(is_sign));
    }
}
