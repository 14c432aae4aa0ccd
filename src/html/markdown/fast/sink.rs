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

    /// Takes the text at a place, which is of that of `whole`.
    fn text(&mut self, whole: &'a str, at: Span);
}

impl<'a> Sink<'a> for VecDeque<Placed<'a>> {
    fn event(&mut self, event: Event<'a>, at: Range<usize>) {
        self.push_back((event, at));
    }

    fn text(&mut self, whole: &'a str, at: Span) {
        self.event(Event::Text(whole.get(at.range()).unwrap_or_default().into()), at.range());
    }
}

impl<'a> Sink<'a> for Vec<Placed<'a>> {
    fn event(&mut self, event: Event<'a>, at: Range<usize>) {
        self.push((event, at));
    }

    fn text(&mut self, whole: &'a str, at: Span) {
        self.event(Event::Text(whole.get(at.range()).unwrap_or_default().into()), at.range());
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
    fn text(&mut self, whole: &'e str, at: Span) {
        self.writer.wrote(whole.get(at.range()).unwrap_or_default());
        self.pen.own_text(at);
    }
}
