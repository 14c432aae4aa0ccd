//! A line of which each part is put into the phrase as it is: between elements amid words, texts keep
//! the space at their ends.

use std::ops::Range;

use super::Run;
use crate::document::inline::Inline;
use crate::span::Span;
use crate::text::Text;

impl<'a> Run<'a> {
    /// Puts a text, of which [what is shown](super::super::text::shown) is ordinary, into the phrase, in
    /// which no text is held. False if it may be another one then.
    #[inline(always)]
    pub(in super::super) fn put_text(
        &mut self,
        text: &Text<'a>,
        shown: &Range<usize>,
        span: Span,
    ) -> bool {
        let Some(whole) = text.as_borrowed() else { return false };
        let is_space = |len: usize, edge: Option<&u8>| len == 0 || len == 1 && edge == Some(&b' ');
        if !is_space(shown.start, whole.as_bytes().first())
            || !is_space(whole.len() - shown.end, whole.as_bytes().last())
            || matches!(self.items.last(), Some(Inline::Text(_)))
        {
            return false;
        }
        // No space stands at the start of a line.
        let start = if self.items.is_empty() { shown.start } else { 0 };
        self.items.push(Inline::Text(Text::borrowed(&whole[start..])));
        let (start, end) = (shown.start as u32, shown.end as u32);
        self.text_span = self.text_span.with(Span::new(span.start + start, span.start + end));
        true
    }

    /// Puts an inline that says words at `span` into the phrase; `whole` is its own place if it is a link.
    #[inline(always)]
    pub(in super::super) fn put(&mut self, inline: Inline<'a>, span: Span, whole: Option<Span>) {
        self.text_span = self.text_span.with(span);
        if let Some(whole) = whole {
            self.media_span = self.media_span.with(whole);
        }
        self.items.push(inline);
    }

    /// Holds the last text again that was put into the phrase, so that the line goes on with anything.
    /// `last` is what the last inline says.
    pub(in super::super) fn resume(&mut self, last: &str) {
        let text = match self.items.last() {
            Some(Inline::Text(text)) => text.as_borrowed(),
            _ => None,
        };
        if let Some(text) = text {
            self.items.pop();
            self.text.hold(text);
        } else if let Some(last) = last.chars().next_back() {
            self.text.pass(last);
        }
    }

    /// Ends such a line: no space stands at its end.
    #[inline]
    pub(in super::super) fn end_put(&mut self) {
        if let Some(Inline::Text(text)) = self.items.last_mut() {
            let words = text.as_borrowed().and_then(|text| text.strip_suffix(' '));
            if let Some(words) = words {
                *text = Text::borrowed(words);
            }
        }
    }
}
