//! [`Line`]: a line of a text, and what its containers begin it with.

use std::ops::Range;

/// A line, without its end.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where its content begins: after white space, `>` and marks of list items.
    pub(super) content: usize,
    /// What of it is taken off, as it is set in.
    pub(super) cut: Range<usize>,
}

/// What a byte may be to the start of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Other,
    Blank,
    /// A part of the mark of an item.
    Item,
    Mark,
}

const SIGNS: [Sign; 256] = {
    let mut signs = [Sign::Other; 256];
    let all: [(&[u8], Sign); 3] =
        [(b" \t>", Sign::Blank), (b"-*+.)0123456789", Sign::Item), (b"`~:!?=[@", Sign::Mark)];
    let mut index = 0;
    while index < all.len() {
        let (bytes, sign) = all[index];
        let mut at = 0;
        while at < bytes.len() {
            signs[bytes[at] as usize] = sign;
            at += 1;
        }
        index += 1;
    }
    signs
};

/// Whether a line is nothing but white space and `>`.
pub(super) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|&byte| sign(byte) == Sign::Blank)
}

/// Whether the line that a text begins with may be a fence or begin with what is expanded, behind the
/// white space, the `>` and the marks of items. What holds a brace is not told.
#[inline]
pub(super) fn may_begin(text: &[u8]) -> bool {
    text.first().is_some_and(|&first| sign(first) != Sign::Other) && may_go_on(text)
}

/// The same, where the first byte may.
fn may_go_on(text: &[u8]) -> bool {
    let mut at = 0;
    while text.get(at).is_some_and(|&byte| sign(byte) == Sign::Blank) {
        at += 1;
    }
    if text.get(at).is_some_and(|&byte| sign(byte) == Sign::Item) {
        while text.get(at).is_some_and(|&byte| matches!(sign(byte), Sign::Blank | Sign::Item)) {
            at += 1;
        }
    }
    text.get(at).is_some_and(|&byte| sign(byte) == Sign::Mark) && is_mark(&text[at..])
}

const fn sign(byte: u8) -> Sign {
    SIGNS[byte as usize]
}

/// Whether a text begins with three signs of fences, containers or indented content, with `[!note]`, or
/// as what stands for the table of contents: `[toc]`, `[[toc]]`, `@[toc]`.
fn is_mark(text: &[u8]) -> bool {
    match *text {
        [b'[', next, ..] => matches!(next, b'!' | b't' | b'T' | b'['),
        [b'@', next, ..] => next == b'[',
        [mark, next, last, ..] => mark == next && mark == last,
        _ => false,
    }
}

/// The byte before a place, and before the blanks that stand before it.
pub(super) fn before_blanks(bytes: &[u8], at: usize) -> Option<u8> {
    bytes[..at].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t')).copied()
}

/// What another line in the same container begins with; `None` if that is too long to repeat.
pub(super) fn prefix(source: &str, line: &Line) -> Option<String> {
    /// So an expanded text is no more than some times as long.
    const MOST: usize = 32;
    let (before, after) = (line.start..line.cut.start, line.cut.end..line.content);
    let (before, after) = (source.get(before)?, source.get(after)?);
    let blank = |c: char| if matches!(c, '>' | ' ' | '\t') { c } else { ' ' };
    let is_short = before.len() + after.len() <= MOST;
    is_short.then(|| before.chars().chain(after.chars()).map(blank).collect())
}

/// How long the white space, the `>` and the marks of list items are that a line begins with.
pub(super) fn prefix_len(line: impl AsRef<[u8]>) -> usize {
    let bytes = line.as_ref();
    let mut at = 0;
    loop {
        let rest = &bytes[at..];
        let mark = match rest.first() {
            Some(b' ' | b'\t' | b'>') => {
                at += 1;
                continue;
            }
            Some(b'-' | b'*' | b'+') => 1,
            Some(b'0'..=b'9') => {
                let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
                if digits == 10 || !matches!(rest.get(digits), Some(b'.' | b')')) {
                    return at;
                }
                digits + 1
            }
            _ => return at,
        };
        if !matches!(rest.get(mark), Some(b' ' | b'\t')) {
            return at;
        }
        at += mark;
    }
}
