//! [`Segments`]: where the parts of a text that was written out come from.

use super::pen::Place;
use crate::span::Span;
use crate::text::Text;

/// The parts of a text, in order.
#[derive(Debug, Default)]
pub(super) struct Segments(Vec<Segment>);

/// Where a part of the text, from `start` to the next one, comes from.
#[derive(Debug, Clone, Copy)]
struct Segment {
    start: usize,
    span: Span,
    /// Whether it is the source at `span`.
    verbatim: bool,
}

impl Segment {
    /// Where the byte at `at` stands in the source, if this part is the source's.
    fn offset(self, at: usize) -> Option<u32> {
        let offset = self.span.start + (at - self.start) as u32;
        self.verbatim.then_some(offset.min(self.span.end))
    }
}

impl Segments {
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// What begins at `start` of the text comes from `span`.
    pub(super) fn begin(&mut self, start: usize, span: Span, verbatim: bool) {
        if let Some(last) = self.0.last_mut() {
            if verbatim && last.verbatim && last.span.end == span.start {
                last.span.end = span.end;
                return;
            }
        }
        self.0.push(Segment { start, span, verbatim });
    }

    /// A part of `whole`, borrowed from the source at its place if it stands there.
    pub(super) fn text_of<'a>(
        &self,
        part: &Text<'_>,
        whole: &str,
        source: Place<'a>,
    ) -> (Text<'a>, Option<Span>) {
        let found = part.as_borrowed().and_then(|part| self.verbatim(part, whole));
        match found.and_then(|span| Some((source.slice(span)?, span))) {
            Some((slice, span)) => (Text::borrowed(slice), Some(span)),
            None => (Text::from(part.to_string()), None),
        }
    }

    /// Where a slice of the text stands in the source.
    fn verbatim(&self, slice: &str, whole: &str) -> Option<Span> {
        let start = (slice.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
        if slice.is_empty() || start + slice.len() > whole.len() {
            return None;
        }
        let segment = self.segment(start)?;
        let offset = segment.span.start + (start - segment.start) as u32;
        let span = Span::new(offset, offset + slice.len() as u32);
        (segment.verbatim && segment.span.contains(span)).then_some(span)
    }

    /// The place of a part of the text; `base` is that of a text without parts.
    pub(super) fn span(&self, span: Span, base: u32) -> Span {
        let (start, end) = (span.start as usize, span.end as usize);
        let none = Segment { start: 0, span: Span::at(base), verbatim: false };
        let first = self.segment(start).unwrap_or(none);
        let last = self.segment(end.saturating_sub(1)).unwrap_or(none);
        let start = first.offset(start).unwrap_or(first.span.start);
        let end = last.offset(end).unwrap_or(last.span.end);
        Span::new(start, end.max(start))
    }

    /// The segment that holds the byte at `at`.
    fn segment(&self, at: usize) -> Option<Segment> {
        let after = self.0.partition_point(|segment| segment.start <= at);
        self.0.get(after.wrapping_sub(1)).copied()
    }
}
