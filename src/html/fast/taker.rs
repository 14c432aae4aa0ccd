//! Tokens that are given, as they are made.

use std::ops::Range;

use super::{Builder, Decline};
use crate::html::elements::VOID;
use crate::html::tokenizer::{EndTag, Taker, Whole};
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
            self.open(id, tag, tag.name());
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
    fn whole(&mut self, whole: Whole<'a>) {
        if whole.text.is_empty() || self.has_alike(whole.tag) || !self.may_stand(whole.tag) {
            return self.apart(whole);
        }
        let Whole { tag, attributes, start, end, text, span } = whole;
        self.nest.skip_line_feed = false;
        let element = NodeData::Element(Element::html(tag, attributes));
        let id = self.nest.append(element, Span::new(start.start, end.end));
        self.nest.tree.append_first_text(id, text, span);
    }

    fn is_full(&self) -> bool {
        self.declined.is_some()
    }
}

impl Builder<'_> {
    /// What is known; or else notes why it is not.
    #[inline(always)]
    fn known<T>(&mut self, known: Result<T, Decline>) -> Option<T> {
        known.map_err(|decline| self.declined = Some(decline)).ok()
    }
}
