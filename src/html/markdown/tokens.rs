//! [`Markdown`]: events as tokens.

use std::collections::VecDeque;
use std::ops::Range;

use memchr::memchr2;
use pulldown_cmark::{CowStr, Event, Options, Tag, TagEnd};

use super::borrowed;
use super::events::Events;
use super::pen::{Place, TokenPen};
use super::rendered::Rendered;
use super::writer::{Writer, trimmed};
use crate::html::tokenizer::{EndTag, StartTag, State, Token, Tokenizer, Tokens};
use crate::html::{self, Attribute};
use crate::span::Span;
use crate::text::Text;

/// The tokens of a Markdown text; see the [module](self).
pub(in crate::html) struct Markdown<'a> {
    events: Events<'a>,
    place: Place<'a>,
    writer: Writer<'a>,
    made: VecDeque<(Token<'a>, Span)>,
    /// Reads raw HTML; its text ends where the HTML at hand does. Its attributes are all there are.
    tokenizer: Tokenizer<'a>,
    rendered: Rendered<'a>,
    /// Whether raw HTML was seen. Before, line ends between blocks are nothing to anyone.
    line_ends: bool,
    text_end: Option<u32>,
    /// Whether the text holds characters that HTML changes.
    is_odd: bool,
}

impl<'a> Markdown<'a> {
    /// The tokens of `text`, which begins at offset `base` of the source. A tag keeps `limit`
    /// attributes.
    pub(in crate::html) fn new(text: &'a str, base: u32, limit: u32, syntax: Options) -> Self {
        Self::of(Events::new(text, syntax), text, base, limit)
    }

    pub(super) fn of(events: Events<'a>, text: &'a str, base: u32, limit: u32) -> Self {
        let place = Place { text, base };
        let mut tokenizer = Tokenizer::new(text, base, limit);
        tokenizer.read(text, 0..0);
        Self {
            events,
            place,
            writer: Writer::default(),
            made: VecDeque::new(),
            tokenizer,
            rendered: Rendered::new(place, limit),
            line_ends: false,
            text_end: None,
            is_odd: is_odd(text),
        }
    }

    /// A token of the raw HTML at hand; `None` if that is over, or goes on beyond it.
    fn next_of_html(&mut self, foreign: &impl Fn() -> bool) -> Option<(Token<'a>, Span)> {
        let before = self.tokenizer.reading();
        let token = self.tokenizer.next(foreign);
        if !self.tokenizer.ran_out() {
            return Some(token);
        }
        let rest = before.position..self.tokenizer.text_len();
        let html = self.place.text.get(rest.clone()).unwrap_or_default();
        self.rendered.begin(before);
        if !html.is_empty() {
            self.rendered.raw(html, Some(&rest), self.place.span(&rest));
        }
        self.tokenizer.read(self.place.text, 0..0);
        None
    }

    /// A token of what was written out; `None` if that is over.
    fn next_of_rendered(&mut self, foreign: &impl Fn() -> bool) -> Option<(Token<'a>, Span)> {
        loop {
            if let Some(token) = self.rendered.next(&mut self.tokenizer, foreign) {
                return Some(token);
            }
            if !self.rendered.is_on() {
                return None;
            }
            while self.rendered.wants_more() {
                match self.events.next() {
                    Some((event, range)) => self.write_out(event, range),
                    None => self.rendered.end(),
                }
            }
        }
    }

    fn write_out(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                self.writer.wrote(&html);
                let place = self.place_of(&html);
                self.rendered.raw(&html, place.as_ref(), self.place.span(&range));
            }
            event => {
                self.writer.write(event, &range, &mut self.events, &mut self.rendered, self.place);
            }
        }
    }

    /// The token of an event that is a part of the text as it stands: most are.
    fn verbatim(&mut self, event: &Event<'a>, range: &Range<usize>) -> Option<(Token<'a>, Span)> {
        let slice = match event {
            Event::Text(CowStr::Borrowed(slice)) if !slice.is_empty() => *slice,
            Event::SoftBreak => self.place.text.get(range.clone()).filter(|text| *text == "\n")?,
            _ => return None,
        };
        let range = self.place.locate(slice).filter(|_| !self.is_odd || !is_odd(slice))?;
        let span = self.place.span(&range);
        self.writer.wrote(slice);
        self.text_end = Some(span.end);
        Some((Token::Text(Text::borrowed(slice)), span))
    }

    /// The token of an event that is one tag without attributes, and no more: most others are.
    fn plain_tag(&mut self, event: &Event<'a>, range: &Range<usize>) -> Option<(Token<'a>, Span)> {
        let (tag, is_block) = match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => (html::Tag::P, true),
            Event::Start(Tag::Item) | Event::End(TagEnd::Item) => (html::Tag::Li, true),
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => (html::Tag::Em, false),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => (html::Tag::Strong, false),
            Event::End(TagEnd::Link) => (html::Tag::A, false),
            _ => return None,
        };
        // Line ends stand around a block, once they count.
        if is_block && self.line_ends {
            return None;
        }
        let other = Text::default();
        self.text_end = None;
        if matches!(event, Event::Start(_)) {
            self.writer.wrote_tag(false);
            let attributes = self.no_attributes();
            let tag = StartTag { tag, other, attributes, self_closing: false };
            return Some((Token::StartTag(tag), Span::at(self.place.offset(range.start))));
        }
        self.writer.wrote_tag(is_block);
        Some((Token::EndTag(EndTag { tag, other }), trimmed(self.place, range)))
    }

    fn no_attributes(&mut self) -> Range<u32> {
        let end = self.tokenizer.attributes().len() as u32;
        end..end
    }

    /// Makes tokens of an event, or prepares to read them.
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                self.line_ends = true;
                self.writer.wrote(&html);
                if let Some(place) = self.place_of(&html) {
                    self.read_html(place);
                } else {
                    self.rendered.begin(self.tokenizer.reading());
                    self.rendered.raw(&html, None, self.place.span(&range));
                }
            }
            event if is_plain(&event) => {
                let Self { writer, events, tokenizer, made, line_ends, text_end, place, .. } = self;
                let (attributes, line_ends) = (tokenizer.attributes(), *line_ends);
                let mut pen = TokenPen { place: *place, made, attributes, line_ends, text_end };
                writer.write(event, &range, events, &mut pen, *place);
            }
            event => {
                self.rendered.begin(self.tokenizer.reading());
                self.write_out(event, range);
            }
        }
    }

    /// Prepares to read the HTML at `first`, and what follows it directly.
    fn read_html(&mut self, first: Range<usize>) {
        let mut end = first.end;
        while let Some((event, range)) = self.events.next() {
            let next = match &event {
                Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => continue,
                Event::Html(html) | Event::InlineHtml(html) => {
                    self.place_of(html).filter(|next| follows(self.place.text, end, next))
                }
                _ => None,
            };
            let Some(next) = next else {
                self.events.put_back(event, range);
                break;
            };
            self.writer.wrote(self.place.text.get(next.clone()).unwrap_or_default());
            end = next.end;
        }
        self.tokenizer.read(self.place.text, first.start..end);
    }

    /// Where raw HTML stands in the text.
    fn place_of(&self, html: &CowStr<'a>) -> Option<Range<usize>> {
        borrowed(html).and_then(|html| self.place.locate(html))
    }
}

impl<'a> Tokens<'a> for Markdown<'a> {
    fn next(&mut self, foreign: impl Fn() -> bool) -> (Token<'a>, Span) {
        loop {
            if let Some(made) = self.made.pop_front() {
                return made;
            }
            if self.rendered.is_on() {
                if let Some(token) = self.next_of_rendered(&foreign) {
                    return token;
                }
                continue;
            }
            if self.tokenizer.is_reading() {
                if let Some(token) = self.next_of_html(&foreign) {
                    return token;
                }
                continue;
            }
            match self.events.next() {
                Some((event, range)) => {
                    let token = self.verbatim(&event, &range);
                    match token.or_else(|| self.plain_tag(&event, &range)) {
                        Some(token) => return token,
                        None => self.take(event, range),
                    }
                }
                None => return (Token::End, Span::at(self.place.offset(self.place.text.len()))),
            }
        }
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
}

/// Whether the tokens of an event can be made without looking at it as HTML: it holds no character
/// that HTML changes, and no attribute whose name may be anything.
fn is_plain(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text) => !is_odd(text),
        Event::Start(Tag::Heading { attrs, .. }) => attrs.is_empty(),
        _ => true,
    }
}

/// Whether a text holds characters that HTML changes.
fn is_odd(text: &str) -> bool {
    memchr2(b'\r', 0, text.as_bytes()).is_some()
}

/// Whether HTML at `next` is read as one text with that which ends at `end`. A CR between them is
/// the one of a line end, which the tokenizer leaves out, too.
fn follows(text: &str, end: usize, next: &Range<usize>) -> bool {
    next.start == end
        || text.get(end..next.start) == Some("\r")
            && text.as_bytes().get(next.start) == Some(&b'\n')
}
