//! Places in the source: [`Span`] (bytes) and [`Position`] (lines and columns).

use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};
use serde::{Deserialize, Serialize};

/// A half-open range of bytes of the source.
///
/// Offsets count bytes from the start of the whole input (what
/// [`Document::source`](crate::Document::source) returns), never from the start of a part of it,
/// and lie on `char` boundaries. In JSON a span is the pair `[start, end]`.
///
/// # Examples
///
/// ```
/// use copydesk::Span;
///
/// let span = Span::new(1, 3);
/// assert_eq!(span.slice("abcd"), Some("bc"));
/// assert_eq!(span.len(), 2);
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty span at `offset`.
    pub const fn at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// The number of bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The span as a range that slices.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text at this span, or `None` where `source` is not the text that the span was made for.
    pub fn slice(self, source: &str) -> Option<&str> {
        source.get(self.range())
    }

    /// The smallest span that holds both.
    pub const fn hull(self, other: Self) -> Self {
        let start = if self.start < other.start { self.start } else { other.start };
        let end = if self.end > other.end { self.end } else { other.end };
        Self { start, end }
    }

    /// Whether `other` lies within this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The span of `part`, a slice of the text that begins at offset `base` of the source.
    ///
    /// `part` must be a sub-slice of `whole`; the answer is clamped to `whole` otherwise.
    pub(crate) fn of_part(whole: &str, part: &str, base: u32) -> Self {
        let offset = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
        let offset = offset.min(whole.len()) as u32;
        let end = offset.saturating_add(part.len() as u32).min(whole.len() as u32);
        Self::new(base + offset, base + end)
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// A line and a column, both counted from 1; the column counts characters.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, as YAML and `CommonMark` say.
///
/// # Examples
///
/// ```
/// use copydesk::Position;
///
/// let position = Position::of("a\n中b", 5);
/// assert_eq!((position.line, position.column), (2, 2));
/// assert_eq!(position.to_string(), "line 2, column 2");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl Position {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The position of the byte at `offset`; an offset past the end is the end.
    ///
    /// Takes time linear in `offset`.
    pub fn of(source: &str, offset: u32) -> Self {
        Walk::new(source).to(offset)
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Positions of ascending offsets in one pass over the source.
pub(crate) struct Walk<'a> {
    source: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Walk<'a> {
    pub(crate) const fn new(source: &'a str) -> Self {
        Self { source, offset: 0, position: Position::START }
    }

    /// Goes on to `offset`, which must not lie before the last one asked for.
    pub(crate) fn to(&mut self, offset: u32) -> Position {
        let target = (offset as usize).min(self.source.len());
        let bytes = self.source.as_bytes();
        self.pass_lines(target);
        while self.offset < target {
            let byte = bytes[self.offset];
            self.offset += 1;
            let crlf = byte == b'\r' && bytes.get(self.offset) == Some(&b'\n');
            if byte == b'\n' || (byte == b'\r' && !crlf) {
                self.position = Position { line: self.position.line + 1, column: 1 };
            } else if !is_continuation(byte) && !crlf {
                self.position.column += 1;
            }
        }
        self.position
    }

    /// Goes on to the start of the line that `target` stands in, as far as LF ends lines.
    fn pass_lines(&mut self, target: usize) {
        let bytes = self.source.as_bytes();
        let passed = bytes.get(self.offset..target).unwrap_or_default();
        let Some(last) = memrchr(b'\n', passed) else { return };
        if memchr(b'\r', &passed[..last]).is_none() {
            let lines = memchr_iter(b'\n', &passed[..=last]).count() as u32;
            self.offset += last + 1;
            self.position = Position { line: self.position.line + lines, column: 1 };
        }
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_every_kind_of_line_end() {
        let source = "a\nb\r\nc\rd中e";
        let at = |needle: &str| {
            let position = Position::of(source, source.find(needle).unwrap() as u32);
            (position.line, position.column)
        };
        assert_eq!(at("a"), (1, 1));
        assert_eq!(at("b"), (2, 1));
        assert_eq!(at("c"), (3, 1));
        assert_eq!(at("d"), (4, 1));
        assert_eq!(at("e"), (4, 3));
        assert_eq!(Position::of(source, 999), Position { line: 4, column: 4 });
    }

    #[test]
    fn parts_know_their_place() {
        let whole = "hello world";
        assert_eq!(Span::of_part(whole, &whole[6..], 100), Span::new(106, 111));
    }
}
