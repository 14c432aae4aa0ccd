//! [`Markdown`]: events as tokens.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Tag};

use super::events::Events;
use super::expand::Expanded;
use super::made::Made;
use super::pen::TokenPen;
use super::place::{Place, Source};
use super::rendered::Rendered;
use super::writer::Writer;
use super::{borrowed, is_odd};
use crate::html::tokenizer::{Ahead, EndTag, StartTag, State, Taker, Token, Tokenizer, Tokens};
use crate::html::{self, Attribute};
use crate::span::Span;
use crate::text::Text;

/// The tokens of a Markdown text, which is a source of lifetime `'a` or was [expanded](super::expand)
/// from it; see the [module](self).
pub(in crate::html) struct Markdown<'a, 'e> {
    pub(super) events: Events<'e>,
    pub(super) place: Place<'a, 'e>,
    pub(super) writer: Writer<'e>,
    made: Made<'a>,
    /// Reads raw HTML of the source; its text ends where the HTML at hand does. Its attributes are
    /// all there are.
    pub(super) tokenizer: Tokenizer<'a>,
    pub(super) rendered: Rendered<'a, 'e>,
    /// Whether raw HTML was seen. Before, line ends between blocks are nothing to anyone.
    pub(super) line_ends: bool,
    text_end: Option<u32>,
    /// Whether the source holds characters that HTML changes; a text expanded from it has no others.
    is_odd: bool,
}

impl<'a> Markdown<'a, 'a> {
    /// The tokens of `text`, which begins at offset `base` of the source. A tag keeps `limit`
    /// attributes.
    pub(in crate::html) fn new(
        text: &'a str,
        base: u32,
        limit: u32,
        syntax: Options,
        may_be_fast: bool,
    ) -> Self {
        let events = Events::new(text, syntax, may_be_fast);
        Self::of(events, Place::of_source(Source { text, base }), limit)
    }
}

impl<'a, 'e> Markdown<'a, 'e> {
    /// The tokens of `source`, which begins at offset `base` and was expanded. A tag keeps `limit`
    /// attributes. `events` are those of the expanded text.
    pub(in crate::html) fn expanded(
        expanded: &'e Expanded<'e>,
        events: Events<'e>,
        source: &'a str,
        base: u32,
        limit: u32,
    ) -> Self {
        let (text, segments) = (&*expanded.text, &expanded.segments);
        let source = Source { text: source, base };
        Self::of(events, Place::of_parts(text, segments, source), limit)
    }

    fn of(events: Events<'e>, place: Place<'a, 'e>, limit: u32) -> Self {
        let Source { text: source, base } = place.source;
        let is_plain = events.is_fast();
        let new = if is_plain { Tokenizer::of_plain } else { Tokenizer::new };
        let mut tokenizer = new(source, base, limit);
        tokenizer.read(source, 0..0);
        let is_odd = tokenizer.has_controls();
        Self {
            events,
            place,
            writer: Writer::default(),
            made: Made::default(),
            tokenizer,
            rendered: Rendered::new(place.source, limit),
            line_ends: false,
            text_end: None,
            is_odd,
        }
    }

    /// Makes tokens of the next events, up to what is to be read elsewhere; false at the end.
    fn make(&mut self) -> bool {
        self.made.clear();
        let mut made = std::mem::take(&mut self.made);
        let is_over = self.write(&mut made);
        self.made = made;
        !is_over
    }

    /// Gives the tokens of the next events to a taker, up to what is to be read elsewhere; tells whether
    /// there are no more.
    fn write(&mut self, taker: &mut impl Taker<'a>) -> bool {
        if self.rendered.is_on() || self.tokenizer.is_reading() {
            return false;
        }
        let Self { writer, events, tokenizer, text_end, place, .. } = self;
        let attributes = tokenizer.attributes();
        let (attached, line_ends) = (attributes.len() as u32, self.line_ends);
        let mut pen = TokenPen { place, taker, attributes, attached, line_ends, text_end };
        while !pen.taker.is_full() {
            if events.write_fast(writer, &mut pen) {
                continue;
            }
            // An event is large: it stays where it is.
            let mut next = events.next();
            let Some((event, at)) = &mut next else { return true };
            // Most are a part of the text as it stands.
            if let Event::Text(CowStr::Borrowed(part)) = event {
                if let Some(at) = place.locate(part).filter(|_| !self.is_odd || !is_odd(part)) {
                    writer.wrote(part);
                    pen.own_text(at);
                    continue;
                }
            }
            if !is_plain(event, place, self.is_odd) {
                self.take(event, span(at));
                return false;
            }
            writer.write(event, span(at), events, &mut pen, place.text);
        }
        false
    }
}

impl<'a> Tokens<'a> for Markdown<'a, '_> {
    fn next(&mut self, foreign: impl Fn() -> bool) -> (Token<'a>, Span) {
        loop {
            if let Some(made) = self.made.next() {
                return made;
            }
            let token = if self.rendered.is_on() {
                self.next_of_rendered(&foreign)
            } else if self.tokenizer.is_reading() {
                self.next_of_html(&foreign)
            } else if self.make() || !self.made.is_empty() {
                None
            } else {
                let end = Span::at(self.place.text.len() as u32);
                Some((Token::End, self.place.span(end)))
            };
            if let Some(token) = token {
                return token;
            }
        }
    }

    #[inline]
    fn ahead(&mut self) -> Ahead {
        if self.made.is_empty() {
            self.make();
        }
        self.made.ahead()
    }

    #[inline]
    fn next_start_tag(&mut self) -> Option<(StartTag<'a>, Span)> {
        self.made.next_start_tag()
    }

    #[inline]
    fn next_end_tag(&mut self) -> Option<(EndTag<'a>, Span)> {
        self.made.next_end_tag()
    }

    #[inline]
    fn next_end_tag_of(&mut self, tag: html::Tag) -> Option<u32> {
        self.made.next_end_tag_of(tag)
    }

    #[inline]
    fn next_text(&mut self) -> Option<(Text<'a>, Span)> {
        self.made.next_text()
    }

    fn give(&mut self, taker: &mut impl Taker<'a>) -> bool {
        let is_next =
            self.made.is_empty() && !self.rendered.is_on() && !self.tokenizer.is_reading();
        is_next && !self.write(taker)
    }

    fn set_state(&mut self, state: State) {
        if self.rendered.is_on() {
            self.rendered.set_state(state);
        } else {
            self.tokenizer.set_state(state);
        }
    }

    fn attributes(&mut self) -> &mut Vec<Attribute<'a>> {
        self.tokenizer.attributes()
    }

    fn cut(&self) -> &[Span] {
        self.tokenizer.cut()
    }

    fn nodes(&self) -> usize {
        /// Of texts of the wild a node comes from about so many bytes.
        const BYTES: usize = 16;
        self.place.text.len() / BYTES
    }
}

/// Whether the tokens of an event can be made without looking at it as HTML: it is none and holds no
/// character that HTML changes, and no attribute whose name may be anything.
#[inline(always)]
fn is_plain(event: &Event<'_>, place: &Place<'_, '_>, is_text_odd: bool) -> bool {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text) => {
            // A reference may stand for such a character.
            let is_own = || borrowed(text).is_some_and(|text| place.locate(text).is_some());
            !is_text_odd && is_own() || !is_odd(text)
        }
        Event::Start(Tag::Heading { attrs, .. }) => attrs.is_empty(),
        Event::Html(_) | Event::InlineHtml(_) => false,
        _ => true,
    }
}

/// A range of the text as its place.
pub(super) fn span(range: &Range<usize>) -> Span {
    Span::new(range.start as u32, range.end as u32)
}
