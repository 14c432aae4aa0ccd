//! [`Nest`]: a tree that grows as its markup nests.

use std::collections::HashMap;
use std::ops::Range;

use super::{Element, Namespace, NodeData, NodeId, Tag, Tree};
use crate::span::Span;
use crate::text::Text;

/// A tree and its open elements, for the ways that build it without html5ever.
pub(super) struct Nest<'a> {
    text: &'a str,
    base: u32,
    pub(super) tree: Tree<'a>,
    pub(super) open: Vec<(NodeId, Tag)>,
    /// How many elements of a tag are open.
    counts: [u32; Tag::Other as usize + 1],
    /// How many elements of other names are open.
    others: HashMap<Box<str>, u32>,
    /// A line feed directly after `<pre>` is not text.
    pub(super) skip_line_feed: bool,
}

impl<'a> Nest<'a> {
    pub(super) fn new(text: &'a str, base: u32, nodes: usize) -> Self {
        /// Few texts nest deeper.
        const DEPTH: usize = 16;
        let span = Span::new(base, base + text.len() as u32);
        Self {
            text,
            base,
            tree: Tree::new(nodes, span),
            open: Vec::with_capacity(DEPTH),
            counts: [0; Tag::Other as usize + 1],
            others: HashMap::new(),
            skip_line_feed: false,
        }
    }

    /// How long the text is, in bytes.
    pub(super) const fn text_len(&self) -> u64 {
        self.text.len() as u64
    }

    /// The element that the next node goes to.
    pub(super) fn current(&self) -> NodeId {
        self.open.last().map_or(NodeId::ROOT, |&(id, _)| id)
    }

    /// Whether an element of this name is open.
    pub(super) fn is_open(&self, tag: Tag, name: &str) -> bool {
        if tag == Tag::Other {
            self.others.get(name).is_some_and(|&count| count > 0)
        } else {
            self.has(tag)
        }
    }

    /// Whether the current node is an element of this name.
    #[inline]
    pub(super) fn is_current(&self, tag: Tag, name: &str) -> bool {
        let Some(&(id, current)) = self.open.last() else { return false };
        current == tag
            && (tag != Tag::Other
                || self.tree.element(id).is_some_and(|it| self.tree.name(it) == name))
    }

    /// Whether an element of this tag is open.
    pub(super) fn has(&self, tag: Tag) -> bool {
        self.count(tag) > 0
    }

    /// How many elements of this tag are open.
    pub(super) fn count(&self, tag: Tag) -> u32 {
        self.counts.get(tag as usize).copied().unwrap_or_default()
    }

    #[inline(always)]
    pub(super) fn append(&mut self, data: NodeData<'a>, span: Span) -> NodeId {
        self.tree.append_new(self.current(), data, span)
    }

    /// Adds an HTML element that no [`Tag`] is for.
    #[cold]
    pub(super) fn append_other(
        &mut self,
        name: Text<'a>,
        attributes: Range<u32>,
        span: Span,
    ) -> NodeId {
        let element = self.tree.new_element(Tag::Other, Namespace::Html, name, attributes);
        self.append(element, span)
    }

    pub(super) fn append_comment(&mut self, text: Text<'a>, span: Span) {
        let comment = self.tree.new_comment(text);
        self.append(comment, span);
    }

    /// Adds an element that no tag of the source stands for.
    pub(super) fn append_implied(&mut self, tag: Tag, span: Span) -> NodeId {
        self.append(NodeData::Element(Element::html(tag, 0..0)), span)
    }

    /// The text without the line feed that does not count.
    #[inline(always)]
    pub(super) fn trim(&mut self, text: Text<'a>, span: Span) -> (Text<'a>, Span) {
        if std::mem::take(&mut self.skip_line_feed) && text.starts_with('\n') {
            without_first(&text, span)
        } else {
            (text, span)
        }
    }

    #[inline(always)]
    pub(super) fn text(&mut self, text: Text<'a>, span: Span) {
        let current = self.current();
        if let Some(last) = self.tree.newest_text(current) {
            self.extend_text(last, &text, span);
        } else {
            self.tree.append_new(current, NodeData::Text(text), span);
        }
    }

    /// Adds a text right before a node.
    #[cold]
    pub(super) fn text_before(&mut self, node: NodeId, text: Text<'a>, span: Span) {
        let before = self.tree.previous_sibling(node);
        if before.is_some_and(|before| self.extend_text(before, &text, span)) {
            return;
        }
        let text = self.tree.create(NodeData::Text(text), span);
        self.tree.insert_before(node, text);
    }

    fn extend_text(&mut self, node: NodeId, text: &Text<'a>, span: Span) -> bool {
        let (source, base) = (self.text, self.base);
        self.tree.extend_text(node, text, span, |span| slice(source, base, span))
    }

    /// The source at a span; nothing, if there is none.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        slice(self.text, self.base, span)
    }

    #[inline]
    pub(super) fn open(&mut self, id: NodeId, tag: Tag, name: &str) {
        self.open.push((id, tag));
        if tag == Tag::Other {
            self.count_other(name);
        } else if let Some(count) = self.counts.get_mut(tag as usize) {
            *count += 1;
        }
    }

    #[cold]
    fn count_other(&mut self, name: &str) {
        match self.others.get_mut(name) {
            Some(count) => *count += 1,
            None => _ = self.others.insert(name.into(), 1),
        }
    }

    pub(super) fn open_implied(&mut self, tag: Tag, at: u32) {
        let id = self.append_implied(tag, Span::at(at));
        self.open(id, tag, tag.name());
    }

    /// Closes the current node.
    #[inline]
    pub(super) fn close(&mut self, end: u32) {
        let Some((id, tag)) = self.open.pop() else { return };
        self.tree.node_mut(id).span.end = end;
        if tag == Tag::Other {
            self.uncount_other(id);
        } else if let Some(count) = self.counts.get_mut(tag as usize) {
            *count = count.saturating_sub(1);
        }
    }

    #[cold]
    fn uncount_other(&mut self, id: NodeId) {
        let Some(element) = self.tree.element(id) else { return };
        if let Some(count) = self.others.get_mut(self.tree.name(element)) {
            *count = count.saturating_sub(1);
        }
    }

    pub(super) fn close_all(&mut self, end: u32) {
        while !self.open.is_empty() {
            self.close(end);
        }
    }
}

/// The slice at a span of a source that begins at offset `base`; nothing, if there is none.
fn slice(source: &str, base: u32, span: Span) -> &str {
    let place = span.start.checked_sub(base).zip(span.end.checked_sub(base));
    place.and_then(|(start, end)| source.get(start as usize..end as usize)).unwrap_or_default()
}

fn without_first<'a>(text: &Text<'a>, span: Span) -> (Text<'a>, Span) {
    match text.as_borrowed() {
        Some(borrowed) => {
            let text = Text::borrowed(borrowed.get(1..).unwrap_or_default());
            (text, Span::new(span.start + 1, span.end))
        }
        None => (Text::from(text.get(1..).unwrap_or_default().to_owned()), span),
    }
}
