//! Where lines end.

use memchr::memchr;

use super::marks::{STEP, first, marks};

/// How long the line is that a text begins with, without its end.
///
/// Most lines are short: a search that is chosen as the program runs takes longer to call than to do.
#[inline]
pub(super) fn line_len(text: &[u8]) -> usize {
    /// So many steps are taken at most.
    const STEPS: usize = 8;
    for (index, bytes) in text.chunks_exact(STEP).enumerate() {
        if index == STEPS {
            return rest_len(text, index * STEP);
        }
        let any = bytes.iter().fold(0, |any, &byte| any | u8::from(byte == b'\n'));
        if let (true, Ok(bytes)) = (any != 0, bytes.try_into()) {
            return index * STEP + first(marks(bytes, |byte| byte == b'\n'));
        }
    }
    rest_len(text, text.len() / STEP * STEP)
}

/// The same, where the first bytes end no line.
#[inline(never)]
fn rest_len(text: &[u8], at: usize) -> usize {
    text.get(at..).and_then(|rest| memchr(b'\n', rest)).map_or(text.len(), |length| at + length)
}
