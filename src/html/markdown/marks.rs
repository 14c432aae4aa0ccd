//! Which of a few bytes are ones that are looked for, all told at once.

/// So many bytes are looked at in one step.
pub(super) const STEP: usize = 16;

/// Which bytes are one that is looked for: each has all bits, or none. Written in place they are told by a
/// few instructions.
#[inline(always)]
pub(super) fn told<const LEN: usize>(mut bytes: [u8; LEN], is: impl Fn(u8) -> bool) -> [u8; LEN] {
    for byte in &mut bytes {
        *byte = if is(*byte) { u8::MAX } else { 0 };
    }
    bytes
}

/// The same of the bytes of a step, as a number.
#[inline(always)]
pub(super) fn marks(bytes: [u8; STEP], is: impl Fn(u8) -> bool) -> u128 {
    u128::from_le_bytes(told(bytes, is))
}

/// The place of the first that is marked.
#[inline(always)]
pub(super) const fn first(marks: u128) -> usize {
    (marks.trailing_zeros() / u8::BITS) as usize
}
