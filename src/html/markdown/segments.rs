//! [`Segments`]: where the parts of a text that was written out come from.

use std::cell::Cell;

use crate::span::Span;

/// The parts of a text, in order.
#[derive(Debug, Default)]
pub(super) struct Segments {
    parts: Vec<Segment>,
    /// The one that was found last: the next one looked for is often the same, or the one behind it.
    last: Cell<usize>,
    /// That one, if it is the source's: most places lie in the same one as that before.
    run: Cell<Run>,
}

/// A part of the text that is the source's.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    /// Its place in the text.
    text: Span,
    /// Where it begins in the source.
    start: u32,
}

impl Run {
    /// Where a place of the text stands in the source, if it lies in the run.
    #[inline]
    const fn place(self, at: Span) -> Option<Span> {
        let Self { text, start } = self;
        if text.start > at.start || at.start >= text.end || at.end > text.end {
            return None;
        }
        Some(Span::new(start + (at.start - text.start), start + (at.end - text.start)))
    }
}

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

    /// Where the part from `start` to `end` comes from.
    fn span(self, start: usize, end: usize) -> Span {
        let whole = self.span;
        let place = self.offset(start).zip(self.offset(end));
        place.map_or(whole, |(start, end)| Span::new(start, end))
    }
}

impl Segments {
    pub(super) fn with_capacity(parts: usize) -> Self {
        Self { parts: Vec::with_capacity(parts), ..Self::default() }
    }

    pub(super) fn clear(&mut self) {
        self.parts.clear();
        self.run.take();
    }

    /// What begins at `start` of the text comes from `span`.
    pub(super) fn begin(&mut self, start: usize, span: Span, verbatim: bool) {
        // What was known of the last part may not be true of it any more.
        self.run.take();
        if let Some(last) = self.parts.last_mut() {
            if verbatim && last.verbatim && last.span.end == span.start {
                last.span.end = span.end;
                return;
            }
        }
        self.parts.push(Segment { start, span, verbatim });
    }

    /// Where what stands at a place of the text stands in the source, as it is.
    #[inline]
    pub(super) fn verbatim(&self, at: Span) -> Option<Span> {
        if at.is_empty() {
            return None;
        }
        self.run.get().place(at).or_else(|| self.look_for_verbatim(at))
    }

    fn look_for_verbatim(&self, at: Span) -> Option<Span> {
        let segment = self.segment(at.start as usize)?;
        let offset = segment.span.start + (at.start - segment.start as u32);
        let span = Span::new(offset, offset + at.len() as u32);
        (segment.verbatim && segment.span.contains(span)).then_some(span)
    }

    /// The place of a part of the text; `base` is that of a text without parts.
    #[inline]
    pub(super) fn span(&self, span: Span, base: u32) -> Span {
        self.run.get().place(span).unwrap_or_else(|| self.look_for_span(span, base))
    }

    fn look_for_span(&self, span: Span, base: u32) -> Span {
        let (start, end) = (span.start as usize, span.end as usize);
        let none = Segment { start: 0, span: Span::at(base), verbatim: false };
        let first = self.segment(start).unwrap_or(none);
        if let Some(start) = first.offset(start).filter(|_| span.is_empty()) {
            // What ends here may come from all around it.
            return Span::at(start);
        }
        let last = self.segment(end.saturating_sub(1)).unwrap_or(none);
        let start = first.offset(start).unwrap_or(first.span.start);
        let end = last.offset(end).unwrap_or(last.span.end);
        Span::new(start, end.max(start))
    }

    /// The parts of what stands at a place of the text: their places in it, where they come from,
    /// and whether they are what stands there.
    pub(super) fn parts(&self, at: Span) -> impl Iterator<Item = (Span, Span, bool)> {
        let (mut start, end) = (at.start as usize, at.end as usize);
        let first = self.index(start).unwrap_or_default();
        let nexts = self.parts.iter().skip(first + 1).map(|next| next.start);
        let ends = nexts.chain(std::iter::once(usize::MAX));
        let parts = self.parts.iter().skip(first).zip(ends);
        parts.take_while(move |(segment, _)| segment.start < end).filter_map(
            move |(segment, next)| {
                let place = start..end.min(next);
                start = place.end;
                let at = Span::new(place.start as u32, place.end as u32);
                let span = segment.span(place.start, place.end);
                (!place.is_empty()).then_some((at, span, segment.verbatim))
            },
        )
    }

    /// The segment that holds the byte at `at`.
    fn segment(&self, at: usize) -> Option<Segment> {
        self.parts.get(self.index(at)?).copied()
    }

    /// Which segment holds the byte at `at`.
    fn index(&self, at: usize) -> Option<usize> {
        let last = self.last.get();
        let starts = |index: usize| self.parts.get(index).is_some_and(|part| part.start <= at);
        let is_near = |index: usize| starts(index) && !starts(index + 1);
        let found = if is_near(last) {
            last
        } else if is_near(last + 1) {
            last + 1
        } else {
            self.parts.partition_point(|part| part.start <= at).checked_sub(1)?
        };
        self.last.set(found);
        self.run.set(self.run_of(found));
        Some(found)
    }

    fn run_of(&self, index: usize) -> Run {
        let Some(part) = self.parts.get(index).filter(|part| part.verbatim) else {
            return Run::default();
        };
        let end = part.start + part.span.len();
        let end = self.parts.get(index + 1).map_or(end, |next| end.min(next.start));
        Run { text: Span::new(part.start as u32, end as u32), start: part.span.start }
    }
}
