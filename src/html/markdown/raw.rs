//! Reading the HTML of a [`Markdown`] text: where it stands, or once it was [written out](super::rendered).

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::borrowed;
use super::place::Source;
use super::rendered::RenderedPen;
use super::tokens::{Markdown, span};
use crate::html::tokenizer::{Token, Tokens};
use crate::span::Span;

impl<'a, 'e> Markdown<'a, 'e> {
    /// A token of the raw HTML at hand; `None` if that is over, or goes on beyond it.
    pub(super) fn next_of_html(
        &mut self,
        foreign: &impl Fn() -> bool,
    ) -> Option<(Token<'a>, Span)> {
        let before = self.tokenizer.reading();
        let token = self.tokenizer.next(foreign);
        if !self.tokenizer.ran_out() {
            return Some(token);
        }
        let Source { text: source, base } = self.place.source;
        let rest = before.position..self.tokenizer.text_len();
        let span = Span::new(base + rest.start as u32, base + rest.end as u32);
        let html = source.get(rest).unwrap_or_default();
        self.rendered.begin(before);
        if !html.is_empty() {
            self.rendered.verbatim(html, span);
        }
        self.tokenizer.read(source, 0..0);
        None
    }

    /// A token of what was written out; `None` if that is over.
    pub(super) fn next_of_rendered(
        &mut self,
        foreign: &impl Fn() -> bool,
    ) -> Option<(Token<'a>, Span)> {
        loop {
            if let Some(token) = self.rendered.next(&mut self.tokenizer, foreign) {
                return Some(token);
            }
            if !self.rendered.is_on() {
                return None;
            }
            while self.rendered.wants_more() {
                match self.events.next() {
                    Some((mut event, at)) => self.write_out(&mut event, span(&at)),
                    None => self.rendered.end(),
                }
            }
        }
    }

    fn write_out(&mut self, event: &mut Event<'e>, at: Span) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => self.write_out_html(html, at),
            event => {
                let Self { writer, events, rendered, place, .. } = self;
                let mut pen = RenderedPen { rendered, place, given: Vec::new() };
                writer.write(event, at, events, &mut pen, place.text);
            }
        }
    }

    fn write_out_html(&mut self, html: &CowStr<'e>, at: Span) {
        self.line_ends = true;
        self.writer.wrote(html);
        match self.place_of(html) {
            Some(at) => self.rendered.copy(at, &self.place),
            None => self.rendered.made(self.place.span(at), &[html]),
        }
    }

    /// Prepares to read what an event is as HTML.
    pub(super) fn take(&mut self, event: &mut Event<'e>, at: Span) {
        if let Event::Html(html) | Event::InlineHtml(html) = event {
            if let Some(at) = self.place_of(html) {
                self.line_ends = true;
                self.writer.wrote(html);
                if self.place.verbatim(at).is_some() {
                    return self.read_html(at);
                }
                return self.rendered.begin_at(at, &self.place, self.tokenizer.reading());
            }
        }
        self.rendered.begin(self.tokenizer.reading());
        self.write_out(event, at);
    }

    /// Prepares to read the HTML at `at`, and what follows it directly.
    fn read_html(&mut self, mut at: Span) {
        while let Some((event, range)) = self.events.next() {
            let next = match &event {
                Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => continue,
                Event::Html(html) | Event::InlineHtml(html) => {
                    self.place_of(html).filter(|next| self.follows(at, *next))
                }
                _ => None,
            };
            let Some(next) = next else {
                self.events.put_back(event, range);
                break;
            };
            self.writer.wrote(self.place.slice(next));
            at.end = next.end;
        }
        let Source { text: source, base } = self.place.source;
        let place = self.place.span(at);
        self.tokenizer.read(source, (place.start - base) as usize..(place.end - base) as usize);
    }

    /// Whether HTML at `next` is read as one text with that `before`. A CR between them is the one of
    /// a line end, which the tokenizer leaves out, too; but not where another one stands before it.
    fn follows(&self, before: Span, next: Span) -> bool {
        let is_line_end = || {
            self.place.slice(Span::new(before.end, next.start)) == "\r"
                && self.place.slice(next).starts_with('\n')
                && !self.place.slice(before).ends_with('\r')
        };
        let is_next = next.start == before.end || is_line_end();
        is_next && self.place.verbatim(Span::new(before.start, next.end)).is_some()
    }

    /// Where raw HTML stands in the text.
    fn place_of(&self, html: &CowStr<'e>) -> Option<Span> {
        borrowed(html).and_then(|html| self.place.locate(html))
    }
}
