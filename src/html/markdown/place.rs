//! [`Place`]: where the text that is read stands in the source.

use super::segments::Segments;
use crate::span::Span;
use crate::text::Text;

/// The text that events borrow from, of lifetime `'e`, and the source, of lifetime `'a`: the same, or
/// what the text was [expanded](super::expand) from.
///
/// Events and what is written for them have places in the text; tokens have them in the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a, 'e> {
    pub(super) text: &'e str,
    pub(super) source: Source<'a>,
    /// Where the parts of the text come from, if it is not the source itself.
    segments: Option<&'e Segments>,
}

/// The source, of which the text at hand begins at offset `base`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) base: u32,
}

impl<'a> Source<'a> {
    /// The slice at a span.
    pub(super) fn slice(self, span: Span) -> Option<&'a str> {
        let start = span.start.checked_sub(self.base)?;
        self.text.get(start as usize..(span.end - self.base) as usize)
    }
}

impl<'a> Place<'a, 'a> {
    /// The source is what is read.
    pub(super) const fn of_source(source: Source<'a>) -> Self {
        Self { text: source.text, source, segments: None }
    }
}

impl<'a, 'e> Place<'a, 'e> {
    /// A text is read whose parts come from the source.
    pub(super) const fn of_parts(
        text: &'e str,
        segments: &'e Segments,
        source: Source<'a>,
    ) -> Self {
        Self { text, source, segments: Some(segments) }
    }

    /// The text up to a place in it.
    pub(super) fn up_to(&self, end: u32) -> Self {
        Self { text: self.text.get(..end as usize).unwrap_or_default(), ..*self }
    }

    /// Where a slice of the text stands in it; `None` for other texts.
    #[inline]
    pub(super) fn locate(&self, part: &str) -> Option<Span> {
        let start = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let end = start.checked_add(part.len())?;
        (end <= self.text.len()).then_some(Span::new(start as u32, end as u32))
    }

    /// The text at a place in it.
    pub(super) fn slice(&self, at: Span) -> &'e str {
        self.text.get(at.range()).unwrap_or_default()
    }

    /// Where a place in the text stands in the source.
    #[inline]
    pub(super) fn span(&self, at: Span) -> Span {
        let base = self.source.base;
        match self.segments {
            None => Span::new(base + at.start, base + at.end),
            Some(segments) => segments.span(at, base),
        }
    }

    /// The slice of the source that the text at a place is, and its span; `None` if it is none.
    #[inline(always)]
    pub(super) fn verbatim(&self, at: Span) -> Option<(&'a str, Span)> {
        match self.segments {
            None => Some((self.source.text.get(at.range())?, self.span(at))),
            Some(segments) => {
                let span = segments.verbatim(at)?;
                Some((self.source.slice(span)?, span))
            }
        }
    }

    /// The text at a place as one of the source, borrowed if it is its.
    #[inline(always)]
    pub(super) fn text(&self, at: Span) -> (Text<'a>, Span) {
        match self.verbatim(at) {
            Some((slice, span)) => (Text::borrowed(slice), span),
            None => (Text::from(self.slice(at).to_owned()), self.span(at)),
        }
    }

    /// The parts of the text at a place: each with its span in the source, and whether it is what
    /// stands there.
    pub(super) fn parts(&self, at: Span) -> impl Iterator<Item = (&'e str, Span, bool)> {
        let whole = self.segments.is_none().then(|| (at, self.span(at), true));
        let parts = self.segments.into_iter().flat_map(move |segments| segments.parts(at));
        whole.into_iter().chain(parts).map(move |(at, span, is)| (self.slice(at), span, is))
    }
}
