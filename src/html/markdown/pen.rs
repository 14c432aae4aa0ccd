//! [`Pen`]: where a [`Writer`](super::writer::Writer) writes; [`TokenPen`], which makes tokens.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::CowStr;
use pulldown_cmark_escape::escape_href;

use super::{borrowed, text};
use crate::html::tokenizer::{EndTag, StartTag, Token, attribute_value, raw_text};
use crate::html::{Attribute, Tag};
use crate::span::Span;
use crate::text::Text;

/// Takes what pulldown-cmark would render.
pub(super) trait Pen<'a> {
    /// `<name …>`; `end` is how the tag ends.
    fn start_tag(&mut self, name: &'static str, given: &mut Vec<Given<'a>>, end: &str, at: Span);
    fn end_tag(&mut self, name: &'static str, at: Span);
    fn text(&mut self, text: CowStr<'a>, escape: Escape, at: Span);
    /// A line end between blocks, at an offset of the source.
    fn line_end(&mut self, at: u32);
}

/// An attribute to be written.
#[derive(Debug)]
pub(super) struct Given<'a> {
    pub(super) name: CowStr<'a>,
    pub(super) value: CowStr<'a>,
    pub(super) escape: Escape,
}

/// How the renderer escapes a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escape {
    /// `<`, `>` and `&`.
    Body,
    /// Quotes, too.
    Quotes,
    /// An address: what may not stand in one is percent-encoded.
    Href,
}

/// The text that events borrow from, and where it begins in the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) base: u32,
}

impl<'a> Place<'a> {
    /// The text at a span of the source.
    pub(super) fn slice(self, span: Span) -> Option<&'a str> {
        let start = span.start.checked_sub(self.base)?;
        self.text.get(start as usize..(span.end - self.base) as usize)
    }

    /// Where a slice of the text stands in it; `None` for other texts.
    pub(super) fn locate(self, part: &str) -> Option<Range<usize>> {
        let start = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let end = start.checked_add(part.len())?;
        (end <= self.text.len()).then_some(start..end)
    }

    pub(super) fn offset(self, at: usize) -> u32 {
        self.base + at as u32
    }

    pub(super) fn span(self, range: &Range<usize>) -> Span {
        Span::new(self.offset(range.start), self.offset(range.end))
    }
}

/// Makes tokens.
pub(super) struct TokenPen<'p, 'a> {
    pub(super) place: Place<'a>,
    pub(super) made: &'p mut VecDeque<(Token<'a>, Span)>,
    pub(super) attributes: &'p mut Vec<Attribute<'a>>,
    pub(super) line_ends: bool,
    /// Where the token made last ended, if it is a text of the source.
    pub(super) text_end: &'p mut Option<u32>,
}

impl<'a> Pen<'a> for TokenPen<'_, 'a> {
    fn start_tag(&mut self, name: &'static str, given: &mut Vec<Given<'a>>, _: &str, at: Span) {
        *self.text_end = None;
        let first = self.attributes.len() as u32;
        // Most tags have none, and draining nothing takes its time, too.
        if !given.is_empty() {
            let attributes = given.drain(..).map(|given| read(given, self.place, at));
            self.attributes.extend(attributes);
        }
        let attributes = first..self.attributes.len() as u32;
        let (tag, other) = (Tag::from_name(name), Text::default());
        let tag = StartTag { tag, other, attributes, self_closing: false };
        self.made.push_back((Token::StartTag(tag), at));
    }

    fn end_tag(&mut self, name: &'static str, at: Span) {
        *self.text_end = None;
        let tag = EndTag { tag: Tag::from_name(name), other: Text::default() };
        self.made.push_back((Token::EndTag(tag), at));
    }

    fn text(&mut self, written: CowStr<'a>, _: Escape, at: Span) {
        if written.is_empty() {
            return;
        }
        let place = borrowed(&written).and_then(|slice| self.place.locate(slice));
        let token = match place {
            Some(range) => {
                let span = self.place.span(&range);
                *self.text_end = Some(span.end);
                (Token::Text(text(written)), span)
            }
            // A borrowed text is the source's at its span.
            None => (Token::Text(Text::from(written.into_string())), at),
        };
        self.made.push_back(token);
    }

    fn line_end(&mut self, at: u32) {
        if !self.line_ends {
            return;
        }
        // That of the source, where it ends a text: so the text stays borrowed.
        let after = self.text_end.take().map(|end| Span::new(end, end + 1));
        self.made.push_back(match after.filter(|&span| self.place.slice(span) == Some("\n")) {
            Some(span) => (Token::Text(Text::borrowed("\n")), span),
            None => (Token::Text(Text::from(String::from("\n"))), Span::at(at)),
        });
    }
}

/// An attribute of the tag at a place, as HTML reads it.
fn read<'a>(given: Given<'a>, place: Place<'a>, at: Span) -> Attribute<'a> {
    let Given { name, value, escape } = given;
    let span = borrowed(&value).and_then(|value| place.locate(value));
    let span = span.map_or(Span::at(at.start), |range| place.span(&range));
    let value = if escape == Escape::Href { address(value) } else { attribute(value) };
    Attribute { name: text(name), value, span }
}

/// The value of an attribute as HTML reads it.
fn attribute(value: CowStr<'_>) -> Text<'_> {
    if value.contains(['\r', '\0']) {
        Text::from(raw_text(&value).into_string())
    } else {
        text(value)
    }
}

/// The bytes of an address that stay as they are.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let bytes = b"/:.-_?=#&%+,;@~!()*$0123456789\
        abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut at = 0;
    while at < bytes.len() {
        plain[bytes[at] as usize] = true;
        at += 1;
    }
    plain
};

/// An address as the renderer escapes it and HTML reads it.
fn address(address: CowStr<'_>) -> Text<'_> {
    if address.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return text(address);
    }
    let mut escaped = String::with_capacity(address.len() + 16);
    let _ = escape_href(&mut escaped, &address);
    Text::from(attribute_value(&escaped).into_string())
}
