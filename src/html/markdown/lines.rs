//! Where lines end.

use memchr::memchr;

/// How long the line is that a text begins with, without its end.
#[inline]
pub(super) fn line_len(text: &[u8]) -> usize {
    line_feed(text).unwrap_or(text.len())
}

/// Most lines are short: a search that is chosen as the program runs takes longer to call than to do.
#[cfg(target_arch = "x86_64")]
#[inline]
fn line_feed(text: &[u8]) -> Option<usize> {
    use memchr::arch::x86_64::sse2::memchr::One;

    match One::new(b'\n') {
        Some(search) => search.find(text),
        None => memchr(b'\n', text),
    }
}

#[cfg(not(target_arch = "x86_64"))]
#[inline]
fn line_feed(text: &[u8]) -> Option<usize> {
    memchr(b'\n', text)
}
