//! Tokens that are given, as they are made.

use std::ops::Range;

use super::{Builder, Decline};
use crate::html::elements::VOID;
use crate::html::tokenizer::{EndTag, Taker};
use crate::html::{Element, NodeData, Tag};
use crate::span::Span;
use crate::text::Text;

impl<'a> Taker<'a> for Builder<'a> {
    #[inline(always)]
    fn start_tag(&mut self, tag: Tag, attributes: Range<u32>, span: Span) {
        self.nest.skip_line_feed = false;
        let stands = self.stands(tag, span);
        if !self.known(stands).unwrap_or(false) {
            return;
        }
        let id = self.nest.append(NodeData::Element(Element::html(tag, attributes)), span);
        if !VOID.has(tag) {
            let has_alike = self.has_alike(tag);
            self.nest.open(id, tag, tag.name());
            if has_alike {
                self.find_alike(tag);
            }
            self.nest.skip_line_feed = tag == Tag::Pre;
        }
    }

    #[inline(always)]
    fn end_tag(&mut self, tag: Tag, span: Span) {
        let end = EndTag { tag, other: Text::default() };
        let ended = Self::end_tag(self, &end, span);
        self.known(ended);
    }

    #[inline(always)]
    fn text(&mut self, text: Text<'a>, span: Span) {
        let taken = Self::text(self, text, span);
        self.known(taken);
    }

    #[inline(always)]
    fn whole(
        &mut self,
        tag: Tag,
        attributes: Range<u32>,
        (start, end): (Span, Span),
        text: Text<'a>,
        span: Span,
    ) {
        if text.is_empty() || self.has_alike(tag) || !self.may_stand(tag) {
            return self.take_apart(tag, attributes, (start, end), text, span);
        }
        self.nest.skip_line_feed = false;
        let element = NodeData::Element(Element::html(tag, attributes));
        let id = self.nest.append(element, Span::new(start.start, end.end));
        self.nest.tree.append_first_text(id, text, span);
    }

    fn is_full(&self) -> bool {
        self.declined.is_some()
    }
}

impl<'a> Builder<'a> {
    /// Takes an element that is a text, tag by tag.
    #[cold]
    fn take_apart(
        &mut self,
        tag: Tag,
        attributes: Range<u32>,
        (start, end): (Span, Span),
        text: Text<'a>,
        span: Span,
    ) {
        Taker::start_tag(self, tag, attributes, start);
        Taker::text(self, text, span);
        Taker::end_tag(self, tag, end);
    }

    /// What is known; or else notes why it is not.
    #[inline(always)]
    fn known<T>(&mut self, known: Result<T, Decline>) -> Option<T> {
        known.map_err(|decline| self.declined = Some(decline)).ok()
    }
}
