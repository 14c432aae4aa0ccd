//! [`Sink`]: where what was read goes.

use std::collections::VecDeque;
use std::iter;
use std::ops::Range;

use pulldown_cmark::Event;

use crate::html::markdown::expand::Placed;
use crate::html::markdown::pen::TokenPen;
use crate::html::markdown::tokens::span;
use crate::html::markdown::writer::Writer;
use crate::html::tokenizer::Taker;
use crate::span::Span;

/// Takes events.
pub(in crate::html::markdown) trait Sink<'a> {
    /// Takes an event at a place.
    fn event(&mut self, event: Event<'a>, at: Range<usize>);

    /// Takes a text that stands as it is at a place.
    fn text(&mut self, part: &'a str, at: Span) {
        self.event(Event::Text(part.into()), at.range());
    }
}

impl<'a> Sink<'a> for VecDeque<Placed<'a>> {
    fn event(&mut self, event: Event<'a>, at: Range<usize>) {
        self.push_back((event, at));
    }
}

impl<'a> Sink<'a> for Vec<Placed<'a>> {
    fn event(&mut self, event: Event<'a>, at: Range<usize>) {
        self.push((event, at));
    }
}

/// Writes events as they come. It cannot write HTML, and nothing that takes several events.
pub(in crate::html::markdown) struct Direct<'w, 'p, 'a, 'e, T> {
    pub(in crate::html::markdown) writer: &'w mut Writer<'e>,
    pub(in crate::html::markdown) pen: &'w mut TokenPen<'p, 'a, 'e, T>,
}

impl<'a, 'e, T: Taker<'a>> Sink<'e> for Direct<'_, '_, 'a, 'e, T> {
    // An event is known where it is made: inlined, what is written for it is all that is left.
    #[inline(always)]
    fn event(&mut self, mut event: Event<'e>, at: Range<usize>) {
        let text = self.pen.place.text;
        self.writer.write(&mut event, span(&at), &mut iter::empty(), self.pen, text);
    }

    #[inline(always)]
    fn text(&mut self, part: &'e str, at: Span) {
        self.writer.wrote(part);
        self.pen.own_text(at);
    }
}
