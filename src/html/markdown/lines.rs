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

#[cfg(test)]
mod tests {
    use super::{STEP, line_len};

    #[test]
    fn lines_end_where_their_line_feeds_stand() {
        for length in 0..12 * STEP {
            let text = vec![b'\r'; length];
            assert_eq!(line_len(&text), length);
            for at in 0..length {
                let mut text = text.clone();
                text[at] = b'\n';
                assert_eq!(line_len(&text), at, "{length}");
                text[length - 1] = b'\n';
                assert_eq!(line_len(&text), at, "{length}");
            }
        }
    }
}
