//! [`Signs`]: the signs that stand in a caption, seen in one pass, so that a form is looked for only
//! where its sign is.

use super::words::OPENERS;

/// A set of signs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs(u8);

impl Signs {
    pub(super) const SLASH: Self = Self(1);
    pub(super) const HYPHEN: Self = Self(2);
    pub(super) const BAR: Self = Self(4);
    /// A sign between a label and a name: `:`, `/`, `=`, `|`.
    pub(super) const SEPARATOR: Self = Self(8);
    /// The first byte of the full-width forms (`：`, `／`, `＝`, `｜`), and of others.
    pub(super) const WIDE: Self = Self(16);
    /// The first letter of `via`.
    pub(super) const V: Self = Self(32);
    /// The first byte of an opener, in either case.
    pub(super) const OPENER: Self = Self(64);

    pub(super) fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |signs, byte| signs | OF_BYTE[byte as usize]))
    }

    /// Whether a text may begin with an opener, by its first two bytes.
    pub(super) fn may_open(text: &str) -> bool {
        match *text.as_bytes() {
            [first, second, ..] => SECONDS[first as usize] & bit(second) != 0,
            _ => false,
        }
    }

    /// The places in `text` of characters that begin with such a byte.
    pub(super) fn places(self, text: &str) -> impl Iterator<Item = usize> {
        let (bytes, mut from) = (text.as_bytes(), 0);
        std::iter::from_fn(move || {
            let found =
                bytes[from..].iter().position(|&byte| Self(OF_BYTE[byte as usize]).has(self));
            let at = from + found?;
            from = at + 1;
            Some(at)
        })
    }

    /// Whether one of these is there.
    pub(super) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static OF_BYTE: [u8; 256] = {
    let mut table = [0; 256];
    table[b'/' as usize] = Signs::SLASH.or(Signs::SEPARATOR).0;
    table[b'|' as usize] = Signs::BAR.or(Signs::SEPARATOR).0;
    table[b':' as usize] = Signs::SEPARATOR.0;
    table[b'=' as usize] = Signs::SEPARATOR.0;
    table[b'-' as usize] = Signs::HYPHEN.0;
    table[b'v' as usize] = Signs::V.0;
    table[0xEF] = Signs::WIDE.0;
    let mut at = 0;
    while at < OPENERS.len() {
        let first = OPENERS[at].as_bytes()[0];
        table[first as usize] |= Signs::OPENER.0;
        table[first.to_ascii_uppercase() as usize] |= Signs::OPENER.0;
        at += 1;
    }
    table
};

/// Of each first byte of an opener, in either case, a bit for the bytes that are second to it.
static SECONDS: [u32; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < OPENERS.len() {
        let opener = OPENERS[at].as_bytes();
        table[opener[0] as usize] |= bit(opener[1]);
        table[opener[0].to_ascii_uppercase() as usize] |= bit(opener[1]);
        at += 1;
    }
    table
};

/// The same for a letter in either case.
const fn bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

#[cfg(test)]
mod tests {
    use super::super::words::{COLONS, SEPARATORS};
    use super::*;

    #[test]
    fn openers_may_open() {
        for opener in OPENERS {
            let upper = opener.to_uppercase();
            assert!(Signs::may_open(opener) && Signs::may_open(&upper), "{opener}");
        }
        assert!(!Signs::may_open("gardens"));
    }

    #[test]
    fn every_separator_has_its_sign() {
        let any = Signs::SEPARATOR.or(Signs::WIDE);
        for sign in SEPARATORS.iter().chain(&COLONS) {
            assert!(Signs::of(&format!("Photo{sign} Ann Lee")).has(any), "{sign}");
        }
        assert!(!Signs::of("Boats at rest.").has(any));
    }
}
