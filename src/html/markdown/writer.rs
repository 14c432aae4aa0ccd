//! [`Writer`]: what pulldown-cmark's HTML renderer writes for an event.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, CowStr, Event, Tag};

use super::elements::LineEnd;
use super::expand::Placed;
use super::pen::{Escape, Pen, TokenPen};
use crate::html;
use crate::html::tokenizer::Taker;
use crate::span::Span;

/// Writes events as `pulldown_cmark::html` does, step by step, with its state.
#[derive(Debug)]
pub(super) struct Writer<'e> {
    /// Whether the last thing written is a line end.
    pub(super) at_line_start: bool,
    pub(super) in_head: bool,
    pub(super) alignments: Vec<Alignment>,
    pub(super) cell: usize,
    /// Where the element begins that was begun last.
    pub(super) begun: u32,
    /// The footnotes' numbers, by name.
    numbers: HashMap<CowStr<'e>, usize>,
}

impl Default for Writer<'_> {
    fn default() -> Self {
        Self {
            at_line_start: true,
            in_head: false,
            alignments: Vec::new(),
            cell: 0,
            begun: 0,
            numbers: HashMap::new(),
        }
    }
}

impl<'e> Writer<'e> {
    /// Notes raw HTML, which is written by others.
    pub(super) fn wrote(&mut self, html: &str) {
        if !html.is_empty() {
            self.at_line_start = html.ends_with('\n');
        }
    }

    /// Writes an event at `span` of a text; of an image, all events up to its end.
    #[inline(always)]
    pub(super) fn write(
        &mut self,
        event: &mut Event<'e>,
        span: Span,
        events: &mut impl Iterator<Item = Placed<'e>>,
        pen: &mut impl Pen<'e>,
        text: &'e str,
    ) {
        let start = Span::at(span.start);
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let alt = self.alt(events);
                pen.give("src", taken(dest_url), Escape::Href, start);
                pen.give("alt", alt, Escape::Quotes, start);
                if !title.is_empty() {
                    pen.give("title", taken(title), Escape::Quotes, start);
                }
                self.tag(html::Tag::Img, " />", span, pen);
            }
            Event::Start(tag) => self.start(tag, start, pen),
            Event::End(tag) => self.end(*tag, trimmed(text, span), pen),
            Event::Text(part) => {
                self.at_line_start = part.ends_with('\n');
                pen.text(taken(part), Escape::Body, span);
            }
            Event::Code(code) => {
                self.around(html::Tag::Code, taken(code), Escape::Body, span, pen);
            }
            Event::InlineMath(math) => {
                pen.give("class", "math math-inline".into(), Escape::Quotes, start);
                self.around(html::Tag::Span, taken(math), Escape::Quotes, span, pen);
            }
            Event::DisplayMath(math) => {
                pen.give("class", "math math-display".into(), Escape::Quotes, start);
                self.around(html::Tag::Span, taken(math), Escape::Quotes, span, pen);
            }
            Event::SoftBreak => self.line_end(text, span, pen),
            Event::HardBreak => {
                self.tag(html::Tag::Br, " />", span, pen);
                self.line_end(text, Span::at(span.end), pen);
            }
            Event::Rule => {
                self.start_line(start, pen);
                let span = Span::new(span.start, trimmed(text, span).start);
                self.tag(html::Tag::Hr, " />", span, pen);
                self.line_end_after(span.end, pen);
            }
            Event::FootnoteReference(name) => {
                pen.give("class", "footnote-reference".into(), Escape::Quotes, start);
                self.tag(html::Tag::Sup, ">", start, pen);
                pen.give("href", format!("#{name}").into(), Escape::Quotes, start);
                self.tag(html::Tag::A, ">", start, pen);
                let number = self.number(taken(name));
                pen.text(number.into(), Escape::Body, span);
                pen.end_tag(html::Tag::A, Span::at(span.end));
                pen.end_tag(html::Tag::Sup, Span::at(span.end));
            }
            Event::TaskListMarker(checked) => {
                pen.give("disabled", "".into(), Escape::Quotes, start);
                pen.give("type", "checkbox".into(), Escape::Quotes, start);
                if *checked {
                    pen.give("checked", "".into(), Escape::Quotes, start);
                }
                self.tag(html::Tag::Input, "/>", span, pen);
                // A paragraph that holds the box begins behind it, and so does what it holds.
                self.line_end(text, Span::at(span.end.max(self.begun)), pen);
            }
            // Written by others: see `wrote`.
            Event::Html(_) | Event::InlineHtml(_) => {}
        }
    }

    /// Writes an element at a place that is the text at another and nothing else.
    #[inline(always)]
    pub(super) fn whole<'a>(
        &mut self,
        tag: &mut Tag<'e>,
        at: Span,
        text: Span,
        pen: &mut TokenPen<'_, 'a, 'e, impl Taker<'a>>,
    ) {
        let Some((element, line_end)) = self.element_of_words(tag, at, pen) else { return };
        let is_block = line_end != LineEnd::Nowhere;
        if is_block {
            self.start_line(at, pen);
        }
        self.begun = at.start;
        let at = Span::new(at.start, trimmed(pen.place.text, at).start);
        pen.whole(element, at, text);
        self.cell += usize::from(matches!(tag, Tag::TableCell));
        self.at_line_start = false;
        if is_block {
            self.line_end_after(at.end, pen);
        }
    }

    /// The text that stands for an image, from the events up to its end.
    fn alt(&mut self, events: &mut impl Iterator<Item = Placed<'e>>) -> CowStr<'e> {
        // One text stays borrowed; `more` are all, where there are several.
        let (mut alt, mut more, mut depth) = (CowStr::Borrowed(""), String::new(), 0_u32);
        let mut add = |text: CowStr<'e>| {
            if alt.is_empty() {
                alt = text;
                return;
            }
            if more.is_empty() {
                more.push_str(&alt);
            }
            more.push_str(&text);
        };
        for (event, _) in events {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                Event::Html(_) => {}
                Event::InlineHtml(text) | Event::Code(text) | Event::Text(text) => {
                    add(text);
                }
                Event::InlineMath(text) => add(format!("${text}$").into()),
                Event::DisplayMath(text) => add(format!("$${text}$$").into()),
                Event::SoftBreak | Event::HardBreak | Event::Rule => add(" ".into()),
                Event::FootnoteReference(name) => {
                    let number = self.number(name);
                    add(format!("[{number}]").into());
                }
                Event::TaskListMarker(true) => add("[x]".into()),
                Event::TaskListMarker(false) => add("[ ]".into()),
            }
        }
        if more.is_empty() { alt } else { more.into() }
    }

    pub(super) fn number(&mut self, name: CowStr<'e>) -> String {
        let next = self.numbers.len() + 1;
        self.numbers.entry(name).or_insert(next).to_string()
    }

    #[inline(always)]
    pub(super) fn tag(&mut self, tag: html::Tag, end: &str, at: Span, pen: &mut impl Pen<'e>) {
        pen.start_tag(tag, end, at);
        self.at_line_start = false;
    }

    fn around(
        &mut self,
        tag: html::Tag,
        text: CowStr<'e>,
        escape: Escape,
        span: Span,
        pen: &mut impl Pen<'e>,
    ) {
        self.tag(tag, ">", Span::at(span.start), pen);
        pen.text(text, escape, span);
        pen.end_tag(tag, Span::at(span.end));
    }

    #[inline(always)]
    pub(super) fn start_line(&mut self, at: Span, pen: &mut impl Pen<'e>) {
        if !self.at_line_start {
            self.line_end_after(at.start, pen);
        }
    }

    #[inline]
    pub(super) fn line_end_after(&mut self, at: u32, pen: &mut impl Pen<'e>) {
        pen.line_end(at);
        self.at_line_start = true;
    }

    /// A line end that counts as white space, at a place of the text.
    fn line_end(&mut self, text: &'e str, at: Span, pen: &mut impl Pen<'e>) {
        let written = text.get(at.range()).filter(|text| *text == "\n");
        pen.text(written.unwrap_or("\n").into(), Escape::Body, at);
        self.at_line_start = true;
    }
}

/// A text that its event does not need any more.
pub(super) fn taken<'e>(text: &mut CowStr<'e>) -> CowStr<'e> {
    std::mem::replace(text, CowStr::Borrowed(""))
}

/// Where the end tag of a block at a place stands: before the white space that ends it.
pub(super) fn trimmed(text: &str, at: Span) -> Span {
    /// Containers that end together would look at the same white space again and again.
    const MOST: usize = 64;
    let bytes = text.as_bytes().get(at.range()).unwrap_or_default();
    let space = bytes.iter().rev().take(MOST).take_while(|byte| byte.is_ascii_whitespace()).count();
    Span::at(at.end - space as u32)
}
