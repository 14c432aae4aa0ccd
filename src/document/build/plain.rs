//! Elements that are one text, as most paragraphs, headings, items, cells and code are: what the walk
//! would make of them, without the walk.

use super::frame::{Kind, plain_cell};
use super::look::heading_level;
use super::text::{collapsed, is_blank, is_marked, is_ordinary};
use super::{Builder, Content, code};
use crate::document::block::{Block, CodeBlock, Heading, Item, Paragraph};
use crate::document::inline::{Inline, Inlines};
use crate::html::{Element, HEADINGS, Namespace, NodeId, Tag, Tags};
use crate::span::Span;
use crate::text::Text;

/// The elements that are so.
pub(super) const OFTEN_PLAIN: Tags = HEADINGS.with(&[Tag::P, Tag::Li, Tag::Td, Tag::Th, Tag::Pre]);

impl<'a> Builder<'_, 'a> {
    /// Takes an element that is [often plain](OFTEN_PLAIN) and has no attributes, or what of it is.
    /// `None` if it may be something else.
    pub(super) fn enter_plain(&mut self, node: NodeId, element: &Element) -> Option<Content> {
        let tag = element.tag;
        if element.namespace != Namespace::Html {
            return None;
        }
        if tag == Tag::Pre {
            return self.take_plain_code(node).then_some(Content::Done);
        }
        let first = self.tree.first_child(node)?;
        if !self.run.is_unstyled() {
            return None;
        }
        match (tag, self.top()) {
            // In a figure it may be a control, or else the caption of the image before it.
            (_, Kind::Heading { .. } | Kind::Code { .. }) | (Tag::P, Kind::Figure(_)) => {
                return None;
            }
            (Tag::P, _) if self.may_caption(node) => return None,
            (Tag::P, _) => {}
            (Tag::Li, Kind::List(_)) | (Tag::Td | Tag::Th, Kind::Row { .. })
                if !self.notes.may_define() => {}
            (Tag::Li | Tag::Td | Tag::Th, _) | (_, Kind::Caption { .. }) => return None,
            _ => {}
        }
        let Some((text, place)) = self.tree.only_text(node) else {
            return self.take_line(node, tag, first);
        };
        self.take_plain_text(node, tag, text, place).then_some(Content::Done)
    }

    fn take_plain_text(&mut self, node: NodeId, tag: Tag, text: &Text<'a>, place: Span) -> bool {
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
        self.asides.words(words.len(), false);
        let inlines = Inlines::from(Inline::Text(Text::borrowed(words)));
        if HEADINGS.has(tag) {
            self.take_plain_heading(node, heading_level(tag), inlines);
        } else {
            let span = Span::of_part(text, words, place.start);
            self.asides.end_phrase();
            self.take_plain_part(node, tag, Some(Paragraph { inlines, span }));
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
        if let Some(words) = words {
            self.asides.words(words.len(), false);
            self.asides.end_phrase();
            if !is_blank(words) {
                let inlines = Inlines::from(Inline::Text(Text::borrowed(words)));
                self.take_words(Paragraph { inlines, span: whole });
            }
        } else {
            self.asides.text(text);
            let phrase = self.run.alone(text, place);
            self.asides.end_phrase();
            if let Some(phrase) = phrase {
                self.take_phrase(phrase, Some(whole), Some(whole));
            }
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
        let code::Said::Language(language) = code::said(self.tree, node, child, self.source) else {
            return false;
        };
        self.flush();
        self.asides.text(text);
        self.run.preformatted(text, place);
        let phrase = self.run.take().map(|phrase| phrase.inlines).unwrap_or_default();
        self.asides.end_code();
        let (caption, credits, span) = (None, Vec::new(), self.span(node));
        let code = CodeBlock { language, inlines: phrase, caption, credits, span };
        self.top_frame().take(Block::Code(Box::new(code)));
        true
    }

    pub(super) fn take_plain_heading(&mut self, node: NodeId, level: u8, inlines: Inlines<'a>) {
        let span = self.span(node);
        self.asides.end_heading(level);
        self.top_frame().take(Block::Heading(Box::new(Heading { level, id: None, inlines, span })));
    }

    /// The part of a list or table, with what it says, if anything.
    pub(super) fn take_plain_part(&mut self, node: NodeId, tag: Tag, words: Option<Paragraph<'a>>) {
        let blocks = words.map_or_else(Vec::new, |words| vec![Block::Paragraph(words)]);
        let span = self.span(node);
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
