//! [`Pen`]: where a [`Writer`](super::writer::Writer) writes; [`TokenPen`], which makes tokens.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;
use pulldown_cmark_escape::escape_href;

use super::place::Place;
use super::{borrowed, is_odd};
use crate::html::tokenizer::{Taker, Whole, attribute_value, raw_text};
use crate::html::{Attribute, Tag};
use crate::span::Span;
use crate::text::Text;

/// Takes what pulldown-cmark would render. Places are those of the text that is read.
pub(super) trait Pen<'e> {
    /// Takes an attribute of the start tag that comes next.
    fn give(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        value: CowStr<'e>,
        escape: Escape,
        at: Span,
    );
    /// `<name …>`, with the attributes given since the last one; `end` is how the tag ends.
    fn start_tag(&mut self, tag: Tag, end: &str, at: Span);
    fn end_tag(&mut self, tag: Tag, at: Span);
    fn text(&mut self, text: CowStr<'e>, escape: Escape, at: Span);
    /// A line end between blocks.
    fn line_end(&mut self, at: u32);
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

/// Makes tokens, and gives them to a taker.
pub(super) struct TokenPen<'p, 'a, 'e, T> {
    pub(super) place: &'p Place<'a, 'e>,
    pub(super) taker: &'p mut T,
    pub(super) attributes: &'p mut Vec<Attribute<'a>>,
    /// How many of them are those of tags made before.
    pub(super) attached: u32,
    pub(super) line_ends: bool,
    /// Where the token made last ended, if it is a part of the text as it stands.
    pub(super) text_end: &'p mut Option<u32>,
}

impl<'a, T: Taker<'a>> TokenPen<'_, 'a, '_, T> {
    /// The text at a place of the text that is read.
    #[inline(always)]
    pub(super) fn own_text(&mut self, at: Span) {
        if !at.is_empty() {
            *self.text_end = Some(at.end);
            let (text, span) = self.place.text(at);
            self.taker.text(text, span);
        }
    }

    /// An element at a place of the text that is read, which is the text at another and nothing else.
    #[inline]
    pub(super) fn whole(&mut self, tag: Tag, at: Span, text: Span) {
        *self.text_end = None;
        let attributes = self.attach();
        let start = self.place.span(Span::at(at.start));
        let end = self.place.span(Span::at(at.end));
        let (text, span) = self.place.text(text);
        self.taker.whole(Whole { tag, attributes, start, end, text, span });
    }

    /// The attributes that were given for the tag at hand.
    #[inline(always)]
    fn attach(&mut self) -> Range<u32> {
        let end = self.attributes.len() as u32;
        std::mem::replace(&mut self.attached, end)..end
    }

    #[cold]
    fn write_line_end(&mut self, at: u32) {
        // That of the text, where one stands there: so it is borrowed, and what it ends stays so.
        let end = self.text_end.take().unwrap_or(at);
        let after = Span::new(end, end + 1);
        let (text, span) = if self.place.slice(after) == "\n" {
            self.place.text(after)
        } else {
            (Text::from(String::from("\n")), self.place.span(Span::at(at)))
        };
        self.taker.text(text, span);
    }
}

impl<'a, 'e, T: Taker<'a>> Pen<'e> for TokenPen<'_, 'a, 'e, T> {
    #[inline]
    fn give(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        value: CowStr<'e>,
        escape: Escape,
        at: Span,
    ) {
        let name = Text::from(name.into());
        let (value, span) = read(value, escape, self.place, at);
        self.attributes.push(Attribute { name, value, span });
    }

    #[inline]
    fn start_tag(&mut self, tag: Tag, _: &str, at: Span) {
        *self.text_end = None;
        let attributes = self.attach();
        self.taker.start_tag(tag, attributes, self.place.span(at));
    }

    #[inline]
    fn end_tag(&mut self, tag: Tag, at: Span) {
        *self.text_end = None;
        self.taker.end_tag(tag, self.place.span(at));
    }

    #[inline]
    fn text(&mut self, written: CowStr<'e>, _: Escape, at: Span) {
        if written.is_empty() {
            return;
        }
        match borrowed(&written).and_then(|slice| self.place.locate(slice)) {
            Some(own) => self.own_text(own),
            // A borrowed text is the source's at its span.
            None => self.taker.text(Text::from(written.into_string()), self.place.span(at)),
        }
    }

    #[inline(always)]
    fn line_end(&mut self, at: u32) {
        if self.line_ends {
            self.write_line_end(at);
        }
    }
}

/// The value of an attribute of the tag at a place, as HTML reads it, and where it stands.
fn read<'a>(
    value: CowStr<'_>,
    escape: Escape,
    place: &Place<'a, '_>,
    at: Span,
) -> (Text<'a>, Span) {
    let read = if escape == Escape::Href { address(&value) } else { attribute(&value) };
    let own = borrowed(&value).and_then(|value| place.locate(value));
    match (own, read) {
        (Some(own), None) => place.text(own),
        (own, read) => {
            let value = Text::from(read.unwrap_or_else(|| value.into_string()));
            (value, place.span(own.unwrap_or(Span::at(at.start))))
        }
    }
}

/// The value of an attribute as HTML reads it; `None` for itself.
fn attribute(value: &str) -> Option<String> {
    is_odd(value).then(|| raw_text(value).into_string())
}

/// Whether a byte of an address stays as it is.
#[expect(clippy::needless_bitwise_bool, reason = "without a branch it is told of many at once")]
const fn is_plain(byte: u8) -> bool {
    let is_changed = (byte == b'"')
        | (byte == b'\'')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'`')
        | (byte.wrapping_sub(b'[') <= b'^' - b'[');
    ((byte.wrapping_sub(b'!') <= b'z' - b'!') | (byte == b'~')) & !is_changed
}

/// Whether all of an address stays as it is.
fn are_plain(address: &[u8]) -> bool {
    let all = |bytes: &[u8]| bytes.iter().fold(true, |all, &byte| all & is_plain(byte));
    match address.last_chunk::<16>() {
        Some(last) => address.chunks_exact(16).all(all) && all(last),
        None => all(address),
    }
}

/// An address as the renderer escapes it and HTML reads it; `None` for itself.
fn address(address: &str) -> Option<String> {
    if are_plain(address.as_bytes()) {
        return None;
    }
    let mut escaped = String::with_capacity(address.len() + 16);
    let _ = escape_href(&mut escaped, address);
    Some(attribute_value(&escaped).into_string())
}
