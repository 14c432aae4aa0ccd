//! Texts put together at random, the same ones every time, for tests.

/// So many texts, each of a few of the pieces.
pub(super) fn texts(pieces: &[&str], count: u32) -> impl Iterator<Item = String> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    // xorshift.
    let mut below = move |count: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % count as u64) as usize
    };
    (0..count).map(move |_| {
        let mut text = String::new();
        for _ in 0..=below(14) {
            text.push_str(pieces[below(pieces.len())]);
            if below(4) == 0 {
                text.push('\n');
            }
        }
        text
    })
}
