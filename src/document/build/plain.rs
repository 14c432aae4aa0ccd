//! Elements that are one text, as most paragraphs, headings, items, cells and code are: what the walk
//! would make of them, without the walk.

use super::frame::{Frame, Kind, plain_cell};
use super::look::heading_level;
use super::text::{collapsed, is_blank, is_marked, is_ordinary};
use super::{Builder, code};
use crate::document::block::{Block, Heading, Item, Paragraph};
use crate::document::inline::{Inline, Inlines};
use crate::html::{HEADINGS, NodeId, Tag, Tags};
use crate::span::Span;
use crate::text::Text;

/// The elements that are so.
pub(super) const OFTEN_PLAIN: Tags = HEADINGS.with(&[Tag::P, Tag::Li, Tag::Td, Tag::Th, Tag::Pre]);

impl<'a> Builder<'_, 'a> {
    /// Takes an element that is [often plain](OFTEN_PLAIN). False if it may be more than one text.
    pub(super) fn take_plain(&mut self, node: NodeId, tag: Tag) -> bool {
        if tag == Tag::Pre {
            return self.take_plain_code(node);
        }
        let Some((text, place)) = self.tree.only_text(node) else { return false };
        if self.tree.has_attributes(node) || !self.run.is_unstyled() {
            return false;
        }
        match (tag, self.top()) {
            // In a figure it may be a control, or else the caption of the image before it.
            (_, Kind::Heading { .. } | Kind::Code { .. }) | (Tag::P, Kind::Figure(_)) => {
                return false;
            }
            (Tag::P, _) if self.may_caption(node) => return false,
            (Tag::P, _) => {}
            (Tag::Li, Kind::List(_)) | (Tag::Td | Tag::Th, Kind::Row { .. })
                if !self.notes.may_define() => {}
            (Tag::Li | Tag::Td | Tag::Th, _) | (_, Kind::Caption { .. }) => return false,
            _ => {}
        }
        let ordinary = text.as_borrowed().filter(|text| is_ordinary(text));
        if ordinary.is_none() && is_marked(text) {
            return false;
        }
        let words = ordinary.or_else(|| text.as_borrowed().and_then(collapsed));
        if tag == Tag::P {
            self.take_plain_paragraph(node, text, place, words);
            return true;
        }
        let Some(words) = words.filter(|words| !is_blank(words)) else { return false };
        self.flush();
        self.asides.text(text);
        let inlines = Inlines::from(Inline::Text(Text::borrowed(words)));
        if HEADINGS.has(tag) {
            self.take_plain_heading(node, heading_level(tag), inlines);
        } else {
            let span = Span::of_part(text, words, place.start);
            self.take_plain_part(node, tag, Paragraph { inlines, span });
        }
        true
    }

    /// `words` is what the text says, if it says that itself.
    fn take_plain_paragraph(
        &mut self,
        node: NodeId,
        text: &Text<'a>,
        place: Span,
        words: Option<&'a str>,
    ) {
        self.flush();
        let whole = self.span(node);
        self.asides.text(text);
        let phrase = if words.is_none() { self.run.alone(text, place) } else { None };
        self.asides.end_phrase();
        if let Some(words) = words.filter(|words| !is_blank(words)) {
            let inlines = Inlines::from(Inline::Text(Text::borrowed(words)));
            self.take_paragraph(Paragraph { inlines, span: whole });
        } else if let Some(phrase) = phrase {
            self.take_phrase(phrase, Some(whole), Some(whole));
        }
        self.end_aside_phrase();
    }

    /// Takes a `<pre>` that holds a `<code>` and nothing else, of which nothing is said but its language.
    fn take_plain_code(&mut self, node: NodeId) -> bool {
        let Some(child) = self.tree.only_child(node) else { return false };
        let Some((text, place)) = self.tree.only_text(child) else { return false };
        if !self.run.is_unstyled() || self.notes.may_define() || self.in_phrase() {
            return false;
        }
        let code::Said::Language(language) = code::said(self.tree, node, child) else {
            return false;
        };
        self.flush();
        self.asides.text(text);
        self.run.preformatted(text, place);
        let phrase = self.run.take().map(|phrase| phrase.inlines).unwrap_or_default();
        let kind = Kind::Code { language };
        self.asides.end_block(&kind);
        let closed = Frame::new(kind, self.span(node)).close(phrase, None, self.source);
        self.top_frame().take_closed(closed);
        true
    }

    fn take_plain_heading(&mut self, node: NodeId, level: u8, inlines: Inlines<'a>) {
        let span = self.span(node);
        self.asides.end_heading(level);
        self.top_frame().take(Block::Heading(Box::new(Heading { level, id: None, inlines, span })));
    }

    /// The part of a list or table.
    fn take_plain_part(&mut self, node: NodeId, tag: Tag, paragraph: Paragraph<'a>) {
        self.asides.end_phrase();
        let (blocks, span) = (vec![Block::Paragraph(paragraph)], self.span(node));
        match &mut self.top_frame().kind {
            Kind::List(list) => {
                list.items.push(Item { value: None, checked: None, blocks, span });
            }
            Kind::Row { cells, .. } => cells.push(plain_cell(tag == Tag::Th, blocks)),
            _ => {}
        }
        self.end_aside_phrase();
    }
}
