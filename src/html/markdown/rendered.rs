//! [`Rendered`]: HTML written out, where a tokenizer could not see it in parts.
//!
//! A `<script>` whose end tag Markdown puts elsewhere, a comment that ends with its list item: there
//! the tokens of the rendered text are none of single events. So that text is written, as much as the
//! token at hand needs and at most about as much again; each token read from it goes back to its
//! [place in the source](super::origin). What an expanded text holds is read where it stands, as long as
//! that is enough.

use std::borrow::Cow;

use pulldown_cmark::CowStr;
use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

use super::borrowed;
use super::pen::{Escape, Pen};
use super::place::{Place, Source};
use super::segments::Segments;
use crate::html::Tag;
use crate::html::tokenizer::{Reading, State, Token, Tokenizer, Tokens};
use crate::span::Span;

/// A rendered text that is being read.
#[derive(Debug)]
pub(super) struct Rendered<'a, 'e> {
    text: String,
    segments: Segments,
    /// What is read in its place, up to where it ends.
    whole: Option<Place<'a, 'e>>,
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

impl<'a, 'e> Rendered<'a, 'e> {
    pub(super) fn new(source: Source<'a>, limit: u32) -> Self {
        Self {
            text: String::new(),
            segments: Segments::default(),
            whole: None,
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
        self.whole = None;
    }

    /// Begins with what stands at a place of the text that is read.
    pub(super) fn begin_at(&mut self, at: Span, place: &Place<'a, 'e>, reading: Reading<'_>) {
        self.begin(reading);
        self.position = at.start as usize;
        self.whole = Some(place.up_to(at.end));
    }

    /// What is read.
    fn place(&self) -> Place<'a, '_> {
        let own = || Place::of_parts(&self.text, &self.segments, self.source);
        self.whole.unwrap_or_else(own)
    }

    /// Writes out what is left of what was read in its place.
    fn write_rest(&mut self) {
        if let Some(whole) = self.whole.take() {
            let rest = Span::new(self.position as u32, whole.text.len() as u32);
            self.copy(rest, &whole);
            self.position = 0;
        }
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
        let place = self.place();
        let rest = place.text.len() - self.position;
        if rest == 0 && (self.ended || self.state == State::Data) {
            self.on = false;
            return None;
        }
        let Self { position, state, ref last_start_tag, .. } = *self;
        let reading = Reading { position, state, last_start_tag };
        let mut tokenizer = Tokenizer::resume(place.text, reading, self.limit);
        let (token, span) = tokenizer.next(foreign);
        if tokenizer.ran_out() && !self.ended {
            // Twice as much each time: what is read again and again is linear in the end.
            self.write_rest();
            self.wanted = self.text.len() + rest + SOME;
            return None;
        }
        let after = tokenizer.reading();
        let (position, state) = (after.position, after.state);
        let last_start_tag = after.last_start_tag.to_owned();
        let token = place.token(token, span, &mut tokenizer, own);
        (self.position, self.state, self.last_start_tag) = (position, state, last_start_tag);
        if token.0 == Token::End {
            self.on = false;
            return None;
        }
        Some(token)
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
    pub(super) rendered: &'p mut Rendered<'a, 'e>,
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
