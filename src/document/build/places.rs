//! [`Places`]: where the parts of a text are written.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr2, memmem};

use crate::html::decode_references;
use crate::span::Span;
use crate::text::Text;

/// Where the parts of a text are written, asked for in order. A text that is a slice of the source
/// stands there as it is; one whose character references were decoded is read along with its source,
/// a reference at a time; in one that came to be otherwise, parts are sought as they are.
#[derive(Debug)]
pub(super) struct Places<'s> {
    /// The place of all of it.
    whole: Span,
    text: &'s str,
    is_slice: bool,
    /// What is written there.
    source: &'s str,
    /// The same, as long as reading it leads to the text.
    written: Option<&'s str>,
    piece: Piece<'s>,
    /// Up to where parts were sought as they are.
    sought: usize,
    /// The place answered last for something that is there once.
    last: Option<Span>,
}

/// A reference or line end, and what is written after it up to the next.
#[derive(Debug, Default)]
struct Piece<'s> {
    /// Where it begins in what is written, and in the text.
    start: (usize, usize),
    length: usize,
    decoded: Cow<'s, str>,
    /// How much of its end is written as it is meant.
    tail: usize,
}

impl<'s> Places<'s> {
    pub(super) fn new(text: &'s Text<'_>, whole: Span, source: &'s str) -> Self {
        let is_slice = text.is_borrowed();
        let source = whole.slice(source).unwrap_or_default();
        let written = Some(source).filter(|_| !is_slice);
        Self {
            whole,
            text,
            is_slice,
            source,
            written,
            piece: Piece::default(),
            sought: 0,
            last: None,
        }
    }

    /// The place of a part; that of the whole text if it is not known more exactly.
    pub(super) fn of(&mut self, part: Range<usize>) -> Span {
        let at = self.whole.start;
        let places = if self.is_slice {
            Some((part.start, part.end))
        } else {
            let written = self.written_at(part.start, false);
            written.zip(self.written_at(part.end, true)).or_else(|| self.seek(part))
        };
        places.map_or(self.whole, |(start, end)| Span::new(at + start as u32, at + end as u32))
    }

    /// The place of something that no other stands at.
    pub(super) fn of_one(&mut self, part: Range<usize>) -> Span {
        let place = self.of(part);
        let is_new = self.last != Some(place);
        self.last = Some(place);
        if is_new { place } else { Span::at(place.end) }
    }

    /// The next place where a part is written as it is.
    fn seek(&mut self, part: Range<usize>) -> Option<(usize, usize)> {
        let (whole, part) = (self.source, self.text.get(part)?);
        let found = memmem::find(whole.as_bytes().get(self.sought..)?, part.as_bytes());
        let place = found.map(|at| (self.sought + at, self.sought + at + part.len()));
        // What is not there is not sought again.
        self.sought = place.map_or(whole.len(), |(_, end)| end);
        place
    }

    /// Where what is at a place of the text is written, or ends.
    fn written_at(&mut self, at: usize, ends: bool) -> Option<usize> {
        loop {
            let within = at.checked_sub(self.piece.start.1)?;
            let length = self.piece.decoded.len();
            if within < length || ends && within == length {
                return Some(self.piece.written_at(within));
            }
            self.next_piece()?;
        }
    }

    fn next_piece(&mut self) -> Option<()> {
        let Piece { start, length, decoded, .. } = &self.piece;
        let (written_at, at) = (start.0 + length, start.1 + decoded.len());
        let rest = self.written?.get(written_at..).filter(|rest| !rest.is_empty())?;
        let next = memchr2(b'&', b'\r', &rest.as_bytes()[1..]);
        let length = next.map_or(rest.len(), |next| next + 1);
        let piece = Piece::read(rest.get(..length)?, (written_at, at));
        if !self.text.get(at..)?.starts_with(&*piece.decoded) {
            // The text came to be in another way: by Markdown, of two texts.
            self.written = None;
            return None;
        }
        self.piece = piece;
        Some(())
    }
}

impl<'s> Piece<'s> {
    fn read(written: &'s str, start: (usize, usize)) -> Self {
        let decoded = match written.strip_prefix('\r') {
            Some(rest) if rest.starts_with('\n') => Cow::Borrowed(rest),
            Some(rest) => Cow::Owned(format!("\n{rest}")),
            None => decode_references(written),
        };
        let ends = written.bytes().rev().zip(decoded.bytes().rev());
        let tail = ends.take_while(|(one, other)| one == other).count();
        Self { start, length: written.len(), decoded, tail }
    }

    fn written_at(&self, within: usize) -> usize {
        let after = self.decoded.len() - within;
        let is_after_reference = within > 0 && after <= self.tail;
        self.start.0 + if is_after_reference { self.length - after } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written of the parts of a text that stands in the source after `>`.
    fn written(source: &str, text: &str, parts: &[&str]) -> String {
        let whole = Span::new(1, source.len() as u32);
        let text = Text::from(text.to_owned());
        let mut places = Places::new(&text, whole, source);
        let mut from = 0;
        let written = parts.iter().map(|part| {
            let start = from + text[from..].find(part).unwrap();
            from = start + part.len();
            places.of_one(start..from).slice(source).unwrap()
        });
        written.collect::<Vec<_>>().join("¦")
    }

    #[test]
    fn parts_of_decoded_texts() {
        for (source, text, parts, expected) in [
            (">a &amp; [b]", "a & [b]", &["[b]"][..], "[b]"),
            (
                ">[b c=&quot;d&quot;] e [/b]",
                "[b c=\"d\"] e [/b]",
                &["[b c=\"d\"]", "[/b]"],
                "[b c=&quot;d&quot;]¦[/b]",
            ),
            (">&#123;% x %&#125;&lt;", "{% x %}<", &["{% x %}", "<"], "&#123;% x %&#125;¦&lt;"),
            (">a\r\n[b]\r[c]", "a\n[b]\n[c]", &["[b]", "[c]"], "[b]¦[c]"),
            (">&lbrack;b&rsqb;&amp", "[b]&", &["[b]"], "&lbrack;b&rsqb;"),
            // It is not what is written there: where it stands, or the whole and nothing.
            (">**a** [b] [b]", "a [b] [b]", &["[b]", "[b]"], "[b]¦[b]"),
            (">**a** [*b*] [c]", "a [b] [c]", &["[b]", "[c]"], "**a** [*b*] [c]¦"),
        ] {
            assert_eq!(written(source, text, parts), expected, "{source}");
        }
    }

    #[test]
    fn slices_of_the_source() {
        let source = ">a [b]";
        let text = Text::borrowed(&source[1..]);
        let mut places = Places::new(&text, Span::new(1, 6), source);
        assert_eq!(places.of(2..5), Span::new(3, 6));
    }

    #[test]
    fn a_megabyte_of_references_is_linear() {
        let source = format!(">{}", "[a]&amp;".repeat(100_000));
        let text = Text::from(source[1..].replace("amp;", ""));
        let mut places = Places::new(&text, Span::new(1, source.len() as u32), &source);
        let starts = (0..text.len()).step_by(4);
        let read = starts.filter(|&at| places.of(at..at + 3).slice(&source) == Some("[a]"));
        assert_eq!(read.count(), 100_000);
    }
}
