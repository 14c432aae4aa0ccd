//! [`Rendered`]: HTML written out, where a tokenizer could not see it in parts.
//!
//! A `<script>` whose end tag Markdown puts elsewhere, a comment that ends with its list item: there
//! the tokens of the rendered text are none of single events. So that text is written, as much as the
//! token at hand needs and at most about as much again; each token read from it goes back to its
//! place in the source.

use std::borrow::Cow;

use pulldown_cmark::CowStr;
use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

use super::borrowed;
use super::pen::{Escape, Pen};
use super::place::{Place, Source};
use super::segments::Segments;
use crate::html::tokenizer::{Doctype, EndTag, Reading, StartTag, State, Token, Tokenizer, Tokens};
use crate::html::{Attribute, Tag};
use crate::span::Span;
use crate::text::Text;

/// A rendered text that is being read.
#[derive(Debug)]
pub(super) struct Rendered<'a> {
    text: String,
    segments: Segments,
    position: usize,
    state: State,
    last_start_tag: String,
    on: bool,
    /// Whether no more is to come.
    ended: bool,
    /// The text must be so long before a token is tried.
    wanted: usize,
    limit: u32,
    source: Source<'a>,
}

impl<'a> Rendered<'a> {
    pub(super) fn new(source: Source<'a>, limit: u32) -> Self {
        Self {
            text: String::new(),
            segments: Segments::default(),
            position: 0,
            state: State::Data,
            last_start_tag: String::new(),
            on: false,
            ended: false,
            wanted: 0,
            limit,
            source,
        }
    }

    /// Begins where a tokenizer could not go on.
    pub(super) fn begin(&mut self, reading: Reading<'_>) {
        self.text.clear();
        self.segments.clear();
        self.last_start_tag.clear();
        self.last_start_tag.push_str(reading.last_start_tag);
        (self.position, self.state, self.wanted, self.on) = (0, reading.state, 0, true);
    }

    pub(super) const fn is_on(&self) -> bool {
        self.on
    }

    /// Whether more must be written before there is a token.
    pub(super) fn wants_more(&self) -> bool {
        self.on && !self.ended && self.text.len() < self.wanted
    }

    /// All was written.
    pub(super) fn end(&mut self) {
        self.ended = true;
    }

    pub(super) fn set_state(&mut self, state: State) {
        self.state = state;
    }

    /// The next token; `None` if that is over, or more must be written.
    pub(super) fn next(
        &mut self,
        own: &mut Tokenizer<'a>,
        foreign: &impl Fn() -> bool,
    ) -> Option<(Token<'a>, Span)> {
        /// Worth writing at once.
        const SOME: usize = 256;
        let rest = self.text.len() - self.position;
        if rest == 0 && (self.ended || self.state == State::Data) {
            self.on = false;
            return None;
        }
        let last_start_tag = std::mem::take(&mut self.last_start_tag);
        let reading =
            Reading { position: self.position, state: self.state, last_start_tag: &last_start_tag };
        let mut tokenizer = Tokenizer::resume(&self.text, reading, self.limit);
        let (token, span) = tokenizer.next(foreign);
        if tokenizer.ran_out() && !self.ended {
            // Twice as much each time: what is read again and again is linear in the end.
            self.wanted = self.text.len() + rest + SOME;
            self.last_start_tag = last_start_tag;
            return None;
        }
        let after = tokenizer.reading();
        let (position, state) = (after.position, after.state);
        let last_start_tag = after.last_start_tag.to_owned();
        let token = self.take(token, span, &mut tokenizer, own);
        (self.position, self.state, self.last_start_tag) = (position, state, last_start_tag);
        if token.0 == Token::End {
            self.on = false;
            return None;
        }
        Some(token)
    }

    /// A token of the rendered text as one of the source.
    fn take(
        &self,
        token: Token<'_>,
        span: Span,
        from: &mut Tokenizer<'_>,
        to: &mut Tokenizer<'a>,
    ) -> (Token<'a>, Span) {
        let name = |name: Text<'_>| self.text_of(&name).0;
        let other = |tag, other| if tag == Tag::Other { name(other) } else { Text::default() };
        let token = match token {
            Token::StartTag(StartTag { tag, other: written, self_closing, .. }) => {
                let (read, cut) = from.take_attributes();
                let read = read.into_iter().map(|Attribute { name: attribute, value, span }| {
                    Attribute { name: name(attribute), value: name(value), span: self.span(span) }
                });
                let attributes = to.add_attributes(read, cut.into_iter().map(|cut| self.span(cut)));
                let other = other(tag, written);
                Token::StartTag(StartTag { tag, other, attributes, self_closing })
            }
            Token::EndTag(end) => {
                Token::EndTag(EndTag { tag: end.tag, other: other(end.tag, end.other) })
            }
            Token::Comment(text) => Token::Comment(name(text)),
            Token::Text(text) => {
                let (text, place) = self.text_of(&text);
                return (Token::Text(text), place.unwrap_or_else(|| self.span(span)));
            }
            Token::Doctype(doctype) => Token::Doctype(Box::new(Doctype {
                name: doctype.name.map(name),
                public_id: doctype.public_id.map(name),
                system_id: doctype.system_id.map(name),
                force_quirks: doctype.force_quirks,
            })),
            Token::Null => Token::Null,
            Token::End => Token::End,
        };
        (token, self.span(span))
    }

    /// A text, borrowed from the source at its place if it stands there.
    fn text_of(&self, text: &Text<'_>) -> (Text<'a>, Option<Span>) {
        let place = Place::of_parts(&self.text, &self.segments, self.source);
        let at = text.as_borrowed().and_then(|text| place.locate(text));
        match at.and_then(|at| place.verbatim(at)) {
            Some((slice, span)) => (Text::borrowed(slice), Some(span)),
            None => (Text::from(text.to_string()), None),
        }
    }

    /// The place of a token of the rendered text.
    fn span(&self, span: Span) -> Span {
        self.segments.span(span, self.source.base)
    }

    /// Writes raw HTML that stands so in the source.
    pub(super) fn verbatim(&mut self, html: &str, span: Span) {
        self.segment_begins(span, true);
        self.text.push_str(html);
    }

    /// Writes what stands at a place of the text that is read.
    pub(super) fn copy(&mut self, at: Span, place: &Place<'a, '_>) {
        for (part, span, is_verbatim) in place.parts(at) {
            self.segment_begins(span, is_verbatim);
            self.text.push_str(part);
        }
    }

    /// What is written next comes from `span`.
    fn segment_begins(&mut self, span: Span, verbatim: bool) {
        self.segments.begin(self.text.len(), span, verbatim);
    }

    /// Writes what stands nowhere.
    pub(super) fn made(&mut self, at: Span, parts: &[&str]) {
        self.segment_begins(at, false);
        self.text.extend(parts.iter().copied());
    }

    fn escape(&mut self, text: &str, escape: Escape) {
        // Writing to a `String` does not fail.
        let _ = match escape {
            Escape::Body => escape_html_body_text(&mut self.text, text),
            Escape::Quotes => escape_html(&mut self.text, text),
            Escape::Href => escape_href(&mut self.text, text),
        };
    }
}

/// Writes HTML, as pulldown-cmark does.
pub(super) struct RenderedPen<'p, 'a, 'e> {
    pub(super) rendered: &'p mut Rendered<'a>,
    pub(super) place: &'p Place<'a, 'e>,
    /// The attributes of the tag that comes next.
    pub(super) given: Vec<(Cow<'static, str>, CowStr<'e>, Escape)>,
}

impl<'e> Pen<'e> for RenderedPen<'_, '_, 'e> {
    fn give(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        value: CowStr<'e>,
        escape: Escape,
        _: Span,
    ) {
        self.given.push((name.into(), value, escape));
    }

    fn start_tag(&mut self, tag: Tag, end: &str, at: Span) {
        let Self { rendered, place, given } = self;
        rendered.made(place.span(at), &["<", tag.name()]);
        for (name, value, escape) in given.drain(..) {
            rendered.text.push(' ');
            rendered.escape(&name, Escape::Quotes);
            rendered.text.push_str("=\"");
            rendered.escape(&value, escape);
            rendered.text.push('"');
        }
        rendered.text.push_str(end);
    }

    fn end_tag(&mut self, tag: Tag, at: Span) {
        self.rendered.made(self.place.span(at), &["</", tag.name(), ">"]);
    }

    fn text(&mut self, text: CowStr<'e>, escape: Escape, at: Span) {
        let Self { rendered, place, .. } = self;
        let same = !text.contains(['<', '>', '&', '"', '\'']);
        match borrowed(&text).and_then(|text| place.locate(text)) {
            Some(at) if same => rendered.copy(at, place),
            _ => {
                rendered.segment_begins(place.span(at), false);
                rendered.escape(&text, escape);
            }
        }
    }

    fn line_end(&mut self, at: u32) {
        self.rendered.made(self.place.span(Span::at(at)), &["\n"]);
    }
}
