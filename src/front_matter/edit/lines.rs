//! Lines of a text: where they begin and end. All take time linear in the lines they pass.

use memchr::{memchr2, memrchr2};

/// Where the line of `at` begins.
pub(super) fn start(text: &str, at: usize) -> usize {
    memrchr2(b'\n', b'\r', &text.as_bytes()[..at]).map_or(0, |end| end + 1)
}

/// Where the line of `at` ends, its line end not included.
pub(super) fn end(text: &str, at: usize) -> usize {
    memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end)
}

/// Where the line after that of `at` begins.
pub(super) fn next(text: &str, at: usize) -> usize {
    let end = end(text, at);
    let bytes = &text.as_bytes()[end..];
    let width = if bytes.starts_with(b"\r\n") { 2 } else { usize::from(!bytes.is_empty()) };
    end + width
}

/// The line end that the lines before `at` have; `\n` if there is none.
pub(super) fn newline_before(text: &str, at: usize) -> &'static str {
    match memrchr2(b'\n', b'\r', &text.as_bytes()[..at]) {
        Some(end) if text[..=end].ends_with("\r\n") => "\r\n",
        Some(end) if text[end..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// What stands on the line before `at`, as blanks: what a line below must begin with to be as deep.
pub(super) fn indent(text: &str, at: usize) -> String {
    let before = &text[start(text, at)..at];
    before.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect()
}

/// Whether nothing but blanks stands on the line before `at`.
pub(super) fn begins(text: &str, at: usize) -> bool {
    text[start(text, at)..at].bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// Passes over blanks, line ends and comments from `at` on.
pub(super) fn skip_ignored(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        if bytes.get(at) != Some(&b'#') {
            return at;
        }
        at = end(text, at);
    }
}

/// Passes over blanks from `at` on.
pub(super) fn skip_blanks(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}
