//! [`Sink`]: where what was read goes.

use std::collections::VecDeque;
use std::iter;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::html;
use crate::html::markdown::expand::Placed;
use crate::html::markdown::pen::TokenPen;
use crate::html::markdown::tokens::span;
use crate::html::markdown::writer::Writer;
use crate::html::tokenizer::Taker;
use crate::span::Span;

/// Takes events.
pub(in crate::html::markdown) trait Sink<'a> {
    /// Whether the line ends between two texts are a part of one.
    const JOINS_LINES: bool = false;

    /// Takes an event at a place.
    fn event(&mut self, event: Event<'a>, at: Range<usize>);

    /// Takes what stands at a place of a text.
    fn text(&mut self, text: &'a str, at: Span) {
        self.event(Event::Text(slice(text, at).into()), at.range());
    }

    /// Takes the code that stands at a place of a text, between backticks at a place.
    fn code(&mut self, text: &'a str, at: Range<usize>, code: Span) {
        self.event(Event::Code(slice(text, code).into()), at);
    }

    /// Takes an element at a place that is what stands at another of a text, and nothing else.
    fn whole(&mut self, tag: Tag<'a>, at: Range<usize>, text: &'a str, part: Span) {
        let end = tag.to_end();
        self.event(Event::Start(tag), at.clone());
        self.text(text, part);
        self.event(Event::End(end), at);
    }
}

/// What stands at a place of a text.
pub(super) fn slice(text: &str, at: Span) -> &str {
    text.get(at.range()).unwrap_or_default()
}

impl<'a> Sink<'a> for VecDeque<Placed<'a>> {
    fn event(&mut self, event: Event<'a>, at: Range<usize>) {
        self.push_back((event, at));
    }
}

/// Writes events as they come. It cannot write HTML, and nothing that takes several events.
pub(in crate::html::markdown) struct Direct<'w, 'p, 'a, 'e, T> {
    pub(in crate::html::markdown) writer: &'w mut Writer<'e>,
    pub(in crate::html::markdown) pen: &'w mut TokenPen<'p, 'a, 'e, T>,
}

impl<'a, 'e, T: Taker<'a>> Sink<'e> for Direct<'_, '_, 'a, 'e, T> {
    const JOINS_LINES: bool = true;

    // An event is known where it is made: inlined, what is written for it is all that is left.
    #[inline(always)]
    fn event(&mut self, mut event: Event<'e>, at: Range<usize>) {
        let text = self.pen.place.text;
        self.writer.write(&mut event, span(&at), &mut iter::empty(), self.pen, text);
    }

    #[inline(always)]
    fn text(&mut self, text: &'e str, at: Span) {
        let last = text.as_bytes()[at.range()].last();
        self.writer.at_line_start =
            last == Some(&b'\n') || at.is_empty() && self.writer.at_line_start;
        self.pen.own_text(at);
    }

    #[inline(always)]
    fn code(&mut self, _: &'e str, at: Range<usize>, code: Span) {
        self.pen.whole(html::Tag::Code, span(&at), code);
        self.writer.at_line_start = false;
    }

    #[inline(never)]
    fn whole(&mut self, mut tag: Tag<'e>, at: Range<usize>, _: &'e str, part: Span) {
        self.writer.whole(&mut tag, span(&at), part, self.pen);
    }
}
