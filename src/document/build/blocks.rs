//! Blocks: frames opened and closed, and the blocks that are things in themselves.

use super::frame::{Frame, Kind};
use super::look::last_element;
use super::quote::QuoteFrame;
use super::{Builder, Content, DEEPEST, Opened};
use crate::diagnostic::Code;
use crate::document::block::{Block, Cell, Item, List, Omitted, OmittedKind, Row};
use crate::document::figure::CaptionEvidence;
use crate::document::inline::Inlines;
use crate::html::{NodeId, Tag, Tags};
use crate::span::Span;

impl<'a> Builder<'_, 'a> {
    pub(super) fn push_block(&mut self, block: Block<'a>) {
        if self.in_phrase() {
            self.hoisted.push(block);
        } else {
            self.flush();
            self.top_frame().take(block);
        }
    }

    pub(super) fn open_list(&mut self, node: NodeId, tag: Tag) -> Content {
        let ordered = tag == Tag::Ol;
        let start = self.attribute(node, "start").filter(|_| ordered);
        let start = start.and_then(|start| start.trim().parse().ok());
        let reversed = ordered && self.tree.attribute(node, "reversed").is_some();
        let numbering = self.attribute(node, "type").filter(|_| ordered);
        let numbering = numbering.filter(|t| matches!(t.as_str(), "1" | "a" | "A" | "i" | "I"));
        let items = Vec::with_capacity(self.count_of(node, Tags::of(&[Tag::Li])));
        let span = self.span(node);
        let list = List { ordered, start, reversed, numbering, items, span };
        self.open_frame(node, Kind::List(Box::new(list)))
    }

    /// How many elements of these kinds stand directly in an element.
    pub(super) fn count_of(&self, node: NodeId, tags: Tags) -> usize {
        let is_one = |&child: &NodeId| self.tree.tag(child).is_some_and(|tag| tags.has(tag));
        self.tree.children(node).filter(is_one).count()
    }

    pub(super) fn open_item(&mut self, node: NodeId) -> Content {
        let value = self.tree.attribute(node, "value");
        let value = value.and_then(|value| value.value.trim().parse().ok());
        self.open_frame(node, Kind::Item { value, checked: None })
    }

    pub(super) fn open_quote(&mut self, node: NodeId) -> Content {
        if let Some(post) = self.post(node) {
            return self.open_frame(node, Kind::Post(Box::new(post)));
        }
        if let Some(admonition) = self.admonition_of_quote(node) {
            return self.open_frame(node, Kind::Admonition(Box::new(admonition)));
        }
        let quote = QuoteFrame::new(self.attribute(node, "cite"));
        self.open_frame(node, Kind::Quote(Box::new(quote)))
    }

    pub(super) fn open_caption(&mut self, node: NodeId, evidence: CaptionEvidence) -> Content {
        self.open_frame(node, Kind::Caption { evidence, credits: Vec::new() })
    }

    /// Opens a frame, unless its JSON would nest too deep: then the element is transparent.
    pub(super) fn open_frame(&mut self, node: NodeId, kind: Kind<'a>) -> Content {
        let span = self.span(node);
        if self.depth + kind.json_depth() > DEEPEST {
            if !std::mem::replace(&mut self.flattened, true) {
                let message =
                    "blocks nest deeper than JSON readers take; the deepest are unwrapped";
                self.diagnostics.push(Code::NestingFlattened, span, message);
            }
            return Content::Walk;
        }
        self.depth += kind.json_depth();
        self.frames.push(Frame::new(kind, span));
        self.opened.push((node, Opened::Frame));
        Content::Walk
    }

    pub(super) fn close_frame(&mut self, node: NodeId) {
        let phrase = if self.in_phrase() {
            self.run.keep_formats(true);
            self.run.take().map(|phrase| phrase.inlines).unwrap_or_default()
        } else {
            self.flush();
            if self.close_part() {
                return;
            }
            Inlines::default()
        };
        // The body's frame stays: it was opened by no element.
        let Some(mut frame) = self.frames.pop() else { return };
        self.depth -= frame.kind.json_depth();
        if let Kind::List(list) = frame.kind {
            return self.top_frame().take(Block::List(list));
        }
        self.asides.end_block(&frame.kind);
        let is_beside = matches!(frame.kind, Kind::Caption { .. } | Kind::Credit { .. });
        let mut last = None;
        if matches!(frame.kind, Kind::Caption { .. }) {
            last = last_element(self.tree, node);
            for span in frame.part_duplicates() {
                self.omit_again(span);
            }
        }
        let closed = frame.close(phrase, last.as_deref(), self.source);
        let hoisted = std::mem::take(&mut self.hoisted);
        match self.top_frame().said_again(&closed) {
            Some(span) => self.omit_again(span),
            None => self.top_frame().take_closed(closed),
        }
        if is_beside {
            self.end_beside();
        }
        self.top_frame().take_all(hoisted);
    }

    /// Closes an item in a list, a cell in a row or a row in a table, as most frames are: it goes there
    /// as it is.
    fn close_part(&mut self) -> bool {
        let [.., around, frame] = &mut self.frames[..] else { return false };
        let Frame { kind, blocks, span, .. } = frame;
        match (&*kind, &mut around.kind) {
            (&Kind::Item { value, checked }, Kind::List(list)) => {
                let blocks = std::mem::take(blocks);
                list.items.push(Item { value, checked, blocks, span: *span });
            }
            (&Kind::Cell { header, scope, align, colspan, rowspan }, Kind::Row { cells, .. }) => {
                let blocks = std::mem::take(blocks);
                cells.push(Cell { header, scope, align, colspan, rowspan, blocks });
            }
            (&Kind::Row { part, .. }, Kind::Table { table, .. }) => {
                let Kind::Row { cells, .. } = kind else { return false };
                table.rows.push(Row { part, cells: std::mem::take(cells) });
            }
            _ => return false,
        }
        self.frames.pop();
        true
    }

    /// Leaves out what says again what stands there already, with what is left out of it.
    fn omit_again(&mut self, span: Span) {
        let before = self.omitted.iter().rposition(|omitted| omitted.span.start < span.start);
        let at = before.map_or(0, |before| before + 1);
        let within = self.omitted[at..].iter().take_while(|omitted| span.contains(omitted.span));
        let end = at + within.count();
        let omitted = Omitted { kind: OmittedKind::DuplicateRendering, span };
        self.omitted.splice(at..end, [omitted]);
    }

    pub(super) fn omit(&mut self, node: NodeId, kind: OmittedKind) -> Content {
        self.omitted.push(Omitted { kind, span: self.span(node) });
        Content::Skip
    }
}
