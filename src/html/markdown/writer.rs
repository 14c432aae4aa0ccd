//! [`Writer`]: what pulldown-cmark's HTML renderer writes for an event.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, Tag};

use super::events::Events;
use super::pen::{Escape, Given, Pen, Place};
use crate::span::Span;

/// Writes events as `pulldown_cmark::html` does, step by step, with its state.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    /// Whether the last thing written is a line end.
    pub(super) at_line_start: bool,
    pub(super) in_head: bool,
    pub(super) alignments: Vec<Alignment>,
    pub(super) cell: usize,
    /// The footnotes' numbers, by name.
    numbers: HashMap<CowStr<'a>, usize>,
    /// The attributes of the tag being written.
    pub(super) given: Vec<Given<'a>>,
}

impl Default for Writer<'_> {
    fn default() -> Self {
        Self {
            at_line_start: true,
            in_head: false,
            alignments: Vec::new(),
            cell: 0,
            numbers: HashMap::new(),
            given: Vec::new(),
        }
    }
}

impl<'a> Writer<'a> {
    /// Notes raw HTML, which is written by others.
    pub(super) fn wrote(&mut self, html: &str) {
        if !html.is_empty() {
            self.at_line_start = html.ends_with('\n');
        }
    }

    /// Notes a tag, which is written by others; a line may end behind it.
    pub(super) const fn wrote_tag(&mut self, ends_line: bool) {
        self.at_line_start = ends_line;
    }

    /// Writes an event at `range`; of an image, all events up to its end.
    pub(super) fn write(
        &mut self,
        event: Event<'a>,
        range: &Range<usize>,
        events: &mut Events<'a>,
        pen: &mut impl Pen<'a>,
        place: Place<'a>,
    ) {
        let span = place.span(range);
        let start = Span::at(span.start);
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let alt = self.alt(events);
                self.give("src", dest_url, Escape::Href);
                self.give("alt", alt, Escape::Quotes);
                if !title.is_empty() {
                    self.give("title", title, Escape::Quotes);
                }
                self.tag("img", " />", span, pen);
            }
            Event::Start(tag) => self.start(tag, start, pen),
            Event::End(tag) => self.end(tag, trimmed(place, range), pen),
            Event::Text(text) => {
                self.at_line_start = text.ends_with('\n');
                pen.text(text, Escape::Body, span);
            }
            Event::Code(text) => {
                self.around("code", text, Escape::Body, span, pen);
            }
            Event::InlineMath(text) => {
                self.give("class", "math math-inline".into(), Escape::Quotes);
                self.around("span", text, Escape::Quotes, span, pen);
            }
            Event::DisplayMath(text) => {
                self.give("class", "math math-display".into(), Escape::Quotes);
                self.around("span", text, Escape::Quotes, span, pen);
            }
            Event::SoftBreak => self.line_end(place, range, pen),
            Event::HardBreak => {
                self.tag("br", " />", span, pen);
                self.line_end(place, &(range.end..range.end), pen);
            }
            Event::Rule => {
                self.start_line(start, pen);
                let span = Span::new(span.start, trimmed(place, range).start);
                self.tag("hr", " />", span, pen);
                self.line_end_after(span.end, pen);
            }
            Event::FootnoteReference(name) => {
                self.give("class", "footnote-reference".into(), Escape::Quotes);
                self.tag("sup", ">", start, pen);
                self.give("href", format!("#{name}").into(), Escape::Quotes);
                self.tag("a", ">", start, pen);
                let number = self.number(name);
                pen.text(number.into(), Escape::Body, span);
                pen.end_tag("a", Span::at(span.end));
                pen.end_tag("sup", Span::at(span.end));
            }
            Event::TaskListMarker(checked) => {
                self.give("disabled", "".into(), Escape::Quotes);
                self.give("type", "checkbox".into(), Escape::Quotes);
                if checked {
                    self.give("checked", "".into(), Escape::Quotes);
                }
                self.tag("input", "/>", span, pen);
                self.line_end(place, &(range.end..range.end), pen);
            }
            // Written by others: see `wrote`.
            Event::Html(_) | Event::InlineHtml(_) => {}
        }
    }

    /// The text that stands for an image, from the events up to its end.
    fn alt(&mut self, events: &mut Events<'a>) -> CowStr<'a> {
        // One text stays borrowed; `more` are all, where there are several.
        let (mut alt, mut more, mut depth) = (CowStr::Borrowed(""), String::new(), 0_u32);
        let mut add = |text: CowStr<'a>| {
            if alt.is_empty() {
                alt = text;
                return;
            }
            if more.is_empty() {
                more.push_str(&alt);
            }
            more.push_str(&text);
        };
        while let Some((event, _)) = events.next() {
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

    pub(super) fn number(&mut self, name: CowStr<'a>) -> String {
        let next = self.numbers.len() + 1;
        self.numbers.entry(name).or_insert(next).to_string()
    }

    pub(super) fn give(&mut self, name: &'static str, value: CowStr<'a>, escape: Escape) {
        self.given.push(Given { name: name.into(), value, escape });
    }

    pub(super) fn tag(&mut self, name: &'static str, end: &str, at: Span, pen: &mut impl Pen<'a>) {
        pen.start_tag(name, &mut self.given, end, at);
        self.at_line_start = false;
    }

    /// A start tag that stands at the start of a line.
    pub(super) fn block(&mut self, name: &'static str, at: Span, pen: &mut impl Pen<'a>) {
        self.start_line(at, pen);
        self.tag(name, ">", at, pen);
    }

    fn around(
        &mut self,
        name: &'static str,
        text: CowStr<'a>,
        escape: Escape,
        span: Span,
        pen: &mut impl Pen<'a>,
    ) {
        self.tag(name, ">", Span::at(span.start), pen);
        pen.text(text, escape, span);
        pen.end_tag(name, Span::at(span.end));
    }

    fn start_line(&mut self, at: Span, pen: &mut impl Pen<'a>) {
        if !self.at_line_start {
            self.line_end_after(at.start, pen);
        }
    }

    pub(super) fn line_end_after(&mut self, at: u32, pen: &mut impl Pen<'a>) {
        pen.line_end(at);
        self.at_line_start = true;
    }

    /// A line end that counts as white space; at `range` of the source.
    fn line_end(&mut self, place: Place<'a>, range: &Range<usize>, pen: &mut impl Pen<'a>) {
        let written = place.text.get(range.clone()).filter(|text| *text == "\n");
        pen.text(written.unwrap_or("\n").into(), Escape::Body, place.span(range));
        self.at_line_start = true;
    }
}

/// Where the end tag of a block at `range` stands: before the white space that ends it.
pub(super) fn trimmed(place: Place<'_>, range: &Range<usize>) -> Span {
    /// Containers that end together would look at the same white space again and again.
    const MOST: usize = 64;
    let bytes = place.text.as_bytes().get(range.clone()).unwrap_or_default();
    let space = bytes.iter().rev().take(MOST).take_while(|byte| byte.is_ascii_whitespace()).count();
    Span::at(place.offset(range.end - space.min(bytes.len())))
}
