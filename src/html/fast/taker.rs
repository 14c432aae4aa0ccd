//! Tokens that are given, as they are made.

use std::ops::Range;

use super::Builder;
use crate::html::elements::VOID;
use crate::html::tokenizer::{EndTag, Taker};
use crate::html::{Element, NodeData, Tag};
use crate::span::Span;
use crate::text::Text;

impl<'a> Taker<'a> for Builder<'a> {
    #[inline(always)]
    fn start_tag(&mut self, tag: Tag, attributes: Range<u32>, span: Span) {
        self.nest.skip_line_feed = false;
        if !self.may_stand(tag) {
            match self.prepare(tag, span.start) {
                Ok(true) => {}
                Ok(false) => return,
                Err(decline) => return self.declined = Some(decline),
            }
        }
        let id = self.nest.append(NodeData::Element(Element::html(tag, attributes)), span);
        if !VOID.has(tag) {
            self.nest.open(id, tag, tag.name());
            self.nest.skip_line_feed = tag == Tag::Pre;
        }
    }

    #[inline(always)]
    fn end_tag(&mut self, tag: Tag, span: Span) {
        let end = EndTag { tag, other: Text::default() };
        if let Err(decline) = Self::end_tag(self, &end, span) {
            self.declined = Some(decline);
        }
    }

    #[inline(always)]
    fn text(&mut self, text: Text<'a>, span: Span) {
        if let Err(decline) = Self::text(self, text, span) {
            self.declined = Some(decline);
        }
    }

    fn is_full(&self) -> bool {
        self.declined.is_some()
    }
}
