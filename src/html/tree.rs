//! [`Tree`]: a flat tree of nodes linked by `u32` ids.

use std::ops::Range;

use super::Tag;
use crate::span::Span;
use crate::text::Text;

/// A node's place in [`Tree::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NodeId(u32);

impl NodeId {
    /// The root of every tree: the parent of the body's nodes.
    pub(crate) const ROOT: Self = Self(0);
    pub(super) const NONE: Self = Self(u32::MAX);

    fn some(self) -> Option<Self> {
        (self != Self::NONE).then_some(self)
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The tree of a body. Its [root](NodeId::ROOT) stands for `<body>`.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    attributes: Vec<Attribute<'a>>,
    /// The names of elements that are not those of their tags.
    names: Vec<Text<'a>>,
    comments: Vec<Text<'a>>,
    /// The `<base>`s.
    bases: Vec<NodeId>,
}

/// A node with its links and its place in the source.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    parent: NodeId,
    previous: NodeId,
    next: NodeId,
    first: NodeId,
    last: NodeId,
    pub(crate) data: NodeData<'a>,
    /// From the start tag's `<` to the end tag's `>`, or where the element ends without one. An
    /// element that stands in no tag of the source (an implied `tbody`) spans its content.
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) enum NodeData<'a> {
    Root,
    Element(Element),
    Text(Text<'a>),
    Comment(CommentId),
}

/// A comment's place in [`Tree::comments`]: so a node has one text at most, and is small.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CommentId(u32);

// A page has tens of thousands of nodes, written once and read once.
const _: () = assert!(size_of::<Node<'_>>() <= 56);

#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) tag: Tag,
    pub(crate) namespace: Namespace,
    /// The place of the name in [`Tree::names`], or [`Element::NAMED_BY_TAG`].
    name: u32,
    pub(super) attributes: Range<u32>,
}

impl Element {
    const NAMED_BY_TAG: u32 = u32::MAX;

    /// An HTML element whose name its tag tells.
    pub(super) const fn html(tag: Tag, attributes: Range<u32>) -> Self {
        Self { tag, namespace: Namespace::Html, name: Self::NAMED_BY_TAG, attributes }
    }

    pub(crate) const fn has_attributes(&self) -> bool {
        self.attributes.start < self.attributes.end
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Namespace {
    Html,
    Svg,
    MathMl,
}

/// An attribute, character references decoded.
#[derive(Debug, Clone)]
pub(crate) struct Attribute<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) value: Text<'a>,
    /// The place of the value, without quotes.
    #[cfg_attr(
        not(any(test, feature = "markdown")),
        expect(dead_code, reason = "the proof of places reads it, and Markdown's tokens")
    )]
    pub(crate) span: Span,
}

impl<'a> Tree<'a> {
    pub(crate) fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id.index()]
    }

    pub(crate) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.node(id).data {
            NodeData::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The name of an element as the tree has it: in lower case in HTML.
    pub(crate) fn name(&self, element: &Element) -> &str {
        self.names.get(element.name as usize).map_or(element.tag.name(), Text::as_str)
    }

    pub(crate) fn comment(&self, CommentId(id): CommentId) -> &Text<'a> {
        &self.comments[id as usize]
    }

    /// The first `<base href>`, in a page's head too.
    pub(crate) fn base_href(&self) -> Option<&Text<'a>> {
        let mut bases = self.bases.iter().filter_map(|&base| self.element(base));
        bases
            .find_map(|base| self.attributes(base).iter().find(|it| it.name == "href"))
            .map(|href| &href.value)
    }

    /// The tag of an HTML element; `None` for other nodes and for SVG and `MathML`.
    pub(crate) fn tag(&self, id: NodeId) -> Option<Tag> {
        let element = self.element(id)?;
        (element.namespace == Namespace::Html).then_some(element.tag)
    }

    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).parent.some()
    }

    pub(crate) fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).first.some()
    }

    pub(crate) fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).next.some()
    }

    pub(crate) fn previous_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).previous.some()
    }

    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    pub(crate) fn attributes(&self, element: &Element) -> &[Attribute<'a>] {
        &self.attributes[element.attributes.start as usize..element.attributes.end as usize]
    }

    /// The node that is all an element holds.
    #[inline(always)]
    pub(crate) fn only_child(&self, id: NodeId) -> Option<NodeId> {
        let Node { first, last, .. } = self.node(id);
        first.some().filter(|child| child == last)
    }

    /// The text that is all an element holds, and its place.
    #[inline(always)]
    pub(crate) fn only_text(&self, id: NodeId) -> Option<(&Text<'a>, Span)> {
        match self.node(self.only_child(id)?) {
            Node { data: NodeData::Text(text), span, .. } => Some((text, *span)),
            _ => None,
        }
    }

    pub(crate) fn has_attributes(&self, id: NodeId) -> bool {
        self.element(id).is_some_and(Element::has_attributes)
    }

    /// The attribute `name` of an element; `None` for other nodes too. Inlined, so that a name that
    /// is known is compared as a number.
    #[inline]
    pub(crate) fn attribute(&self, id: NodeId, name: &str) -> Option<&Attribute<'a>> {
        self.attributes(self.element(id)?).iter().find(|attribute| attribute.name == name)
    }
}

/// Building. Every step takes constant time, but [`Tree::move_children`].
impl<'a> Tree<'a> {
    /// A tree of a root alone, with room for so many more nodes.
    pub(super) fn new(nodes: usize, span: Span) -> Self {
        let nodes = Vec::with_capacity(nodes + 1);
        let (names, comments, bases) = (Vec::new(), Vec::new(), Vec::new());
        let mut tree = Self { nodes, attributes: Vec::new(), names, comments, bases };
        tree.create(NodeData::Root, span);
        tree
    }

    pub(super) fn set_attributes(&mut self, attributes: Vec<Attribute<'a>>) {
        self.attributes = attributes;
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node<'a> {
        &mut self.nodes[id.index()]
    }

    pub(super) fn element_mut(&mut self, id: NodeId) -> Option<&mut Element> {
        match &mut self.node_mut(id).data {
            NodeData::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn last_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).last.some()
    }

    /// An element for a node of this tree.
    pub(super) fn new_element(
        &mut self,
        tag: Tag,
        namespace: Namespace,
        name: Text<'a>,
        attributes: Range<u32>,
    ) -> NodeData<'a> {
        let mut element = Element { namespace, ..Element::html(tag, attributes) };
        if name != tag.name() {
            element.name = self.names.len() as u32;
            self.names.push(name);
        }
        NodeData::Element(element)
    }

    /// A comment for a node of this tree.
    pub(super) fn new_comment(&mut self, text: Text<'a>) -> NodeData<'a> {
        self.comments.push(text);
        NodeData::Comment(CommentId(self.comments.len() as u32 - 1))
    }

    /// The last child of `parent`, if it is a text, in a tree whose nodes are only added at the end of
    /// open elements: then it is the newest node.
    #[inline]
    pub(super) fn newest_text(&self, parent: NodeId) -> Option<NodeId> {
        let newest = self.nodes.last()?;
        let is_text = newest.parent == parent && matches!(newest.data, NodeData::Text(_));
        // One that went before a table is not the last.
        let is_text = is_text && newest.next == NodeId::NONE;
        is_text.then(|| NodeId(self.nodes.len() as u32 - 1))
    }

    /// A node that stands nowhere yet.
    pub(super) fn create(&mut self, data: NodeData<'a>, span: Span) -> NodeId {
        const NONE: NodeId = NodeId::NONE;
        let id = NodeId(self.nodes.len() as u32);
        self.note(&data, id);
        let links =
            Node { parent: NONE, previous: NONE, next: NONE, first: NONE, last: NONE, data, span };
        self.nodes.push(links);
        id
    }

    /// A new node at the end of `parent`.
    #[inline(always)]
    pub(super) fn append_new(&mut self, parent: NodeId, data: NodeData<'a>, span: Span) -> NodeId {
        const NONE: NodeId = NodeId::NONE;
        let id = NodeId(self.nodes.len() as u32);
        let previous = std::mem::replace(&mut self.node_mut(parent).last, id);
        match previous.some() {
            Some(previous) => self.node_mut(previous).next = id,
            None => self.node_mut(parent).first = id,
        }
        self.note(&data, id);
        self.nodes.push(Node { parent, previous, next: NONE, first: NONE, last: NONE, data, span });
        id
    }

    /// A text in `parent`, the newest node, which holds nothing: what [`append_new`](Self::append_new)
    /// comes to there. Most texts come so; without a look at siblings parse takes 1 % less.
    #[inline(always)]
    pub(super) fn append_first_text(&mut self, parent: NodeId, text: Text<'a>, span: Span) {
        const NONE: NodeId = NodeId::NONE;
        let id = NodeId(self.nodes.len() as u32);
        let node = self.node_mut(parent);
        (node.first, node.last) = (id, id);
        let data = NodeData::Text(text);
        let (previous, next) = (NONE, NONE);
        self.nodes.push(Node { parent, previous, next, first: NONE, last: NONE, data, span });
    }

    #[inline]
    fn note(&mut self, data: &NodeData<'a>, id: NodeId) {
        if matches!(data, NodeData::Element(element) if element.tag == Tag::Base) {
            self.bases.push(id);
        }
    }

    pub(super) fn append(&mut self, parent: NodeId, child: NodeId) {
        self.detach(child);
        self.link(parent, child, self.node(parent).last, NodeId::NONE);
    }

    pub(super) fn insert_before(&mut self, sibling: NodeId, child: NodeId) {
        self.detach(child);
        let Node { parent, previous, .. } = *self.node(sibling);
        self.link(parent, child, previous, sibling);
    }

    /// Takes a node out of its parent.
    pub(super) fn detach(&mut self, id: NodeId) {
        let Node { parent, previous, next, .. } = *self.node(id);
        if parent == NodeId::NONE {
            return;
        }
        match previous.some() {
            Some(previous) => self.node_mut(previous).next = next,
            None => self.node_mut(parent).first = next,
        }
        match next.some() {
            Some(next) => self.node_mut(next).previous = previous,
            None => self.node_mut(parent).last = previous,
        }
        let node = self.node_mut(id);
        (node.parent, node.previous, node.next) = (NodeId::NONE, NodeId::NONE, NodeId::NONE);
    }

    /// Moves all children of `from` to the end of `to`; tells how many.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) -> u32 {
        let mut count = 0;
        while let Some(child) = self.first_child(from) {
            self.append(to, child);
            count += 1;
        }
        count
    }

    /// From the first child's start to the last one's end.
    pub(super) fn hull(&self, id: NodeId) -> Option<Span> {
        let (first, last) = (self.first_child(id)?, self.last_child(id)?);
        Some(Span::new(self.node(first).span.start, self.node(last).span.end))
    }

    /// Adds to the text that `id` is; false if it is none.
    ///
    /// `slice` gives the source at a span: text that goes on where the last ended stays borrowed.
    pub(super) fn extend_text(
        &mut self,
        id: NodeId,
        more: &Text<'a>,
        span: Span,
        slice: impl Fn(Span) -> &'a str,
    ) -> bool {
        let node = self.node_mut(id);
        let NodeData::Text(text) = &mut node.data else { return false };
        let borrowed = text.is_borrowed() && more.is_borrowed();
        if borrowed && node.span.end == span.start {
            *text = Text::borrowed(slice(Span::new(node.span.start, span.end)));
        } else {
            let mut owned = match text.as_borrowed() {
                Some(begun) => {
                    let mut owned = String::with_capacity(begun.len() + more.len());
                    owned.push_str(begun);
                    owned
                }
                None => std::mem::take(text).into_string(),
            };
            owned.push_str(more);
            *text = Text::from(owned);
        }
        node.span = Span::new(node.span.start.min(span.start), node.span.end.max(span.end));
        true
    }

    fn link(&mut self, parent: NodeId, child: NodeId, previous: NodeId, next: NodeId) {
        match previous.some() {
            Some(previous) => self.node_mut(previous).next = child,
            None => self.node_mut(parent).first = child,
        }
        match next.some() {
            Some(next) => self.node_mut(next).previous = child,
            None => self.node_mut(parent).last = child,
        }
        let node = self.node_mut(child);
        (node.parent, node.previous, node.next) = (parent, previous, next);
    }
}
