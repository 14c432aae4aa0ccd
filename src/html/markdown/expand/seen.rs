//! [`Seen`]: what of a text is HTML to Markdown, and what is text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::html::markdown::fast::Sink;
use crate::span::Span;

/// What events say of the places in a text.
#[derive(Debug)]
pub(in crate::html::markdown) struct Seen<'e> {
    pub(in crate::html::markdown) text: &'e str,
    /// Where HTML begins.
    html: Vec<usize>,
    /// What is not silent, and whether that is HTML.
    loud: Vec<(Range<usize>, bool)>,
}

impl<'e> Seen<'e> {
    pub(super) const fn of(text: &'e str) -> Self {
        Self { text, html: Vec::new(), loud: Vec::new() }
    }

    /// Forgets all events: they will be taken anew.
    pub(in crate::html::markdown) fn clear(&mut self) {
        self.html.clear();
        self.loud.clear();
    }

    /// Takes an event at a place.
    #[inline]
    pub(in crate::html::markdown) fn see(&mut self, event: &Event<'_>, at: &Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let line = self.text.get(at.clone()).unwrap_or_default();
                self.html.push(at.start + line.len() - line.trim_start().len());
            }
            Event::InlineHtml(_) => {
                self.html.push(at.start);
                self.loud.push((at.clone(), true));
            }
            Event::Html(_) => self.loud.push((at.clone(), true)),
            Event::Text(_) | Event::Code(_) => self.see_text(at.clone()),
            _ => {}
        }
    }

    /// Takes a text, which is one with that right before it: they may be cut anywhere.
    fn see_text(&mut self, at: Range<usize>) {
        match self.loud.last_mut() {
            Some((before, false)) if before.end == at.start => before.end = at.end,
            _ => self.loud.push((at, false)),
        }
    }

    /// Makes it ready to be asked, once all events were taken.
    pub(super) fn sort(&mut self) {
        self.html.sort_unstable();
        self.loud.sort_unstable_by_key(|(range, _)| range.start);
    }

    /// Whether HTML begins at a place: a block of it, or some in a line.
    pub(super) fn begins_html(&self, at: usize) -> bool {
        self.html.binary_search(&at).is_ok()
    }

    /// Whether what is not silent at a place is HTML; `None` if all of it is silent.
    pub(super) fn is_html(&self, at: &Range<usize>) -> Option<bool> {
        let before = self.loud.partition_point(|(range, _)| range.start < at.end);
        let last = self.loud[..before].last().filter(|(range, _)| range.end > at.start);
        last.map(|(_, is_html)| *is_html)
    }
}

impl<'e> Sink<'e> for Seen<'e> {
    #[inline(always)]
    fn event(&mut self, event: Event<'e>, at: Range<usize>) {
        self.see(&event, &at);
    }

    fn text(&mut self, _: &'e str, at: Span) {
        self.see_text(at.range());
    }
}
