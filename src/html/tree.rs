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
    const NONE: Self = Self(u32::MAX);

    fn some(self) -> Option<Self> {
        (self != Self::NONE).then_some(self)
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

/// The tree of a body. Its [root](NodeId::ROOT) stands for `<body>`.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    attributes: Vec<Attribute<'a>>,
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
    Element(Element<'a>),
    Text(Text<'a>),
    Comment(Text<'a>),
}

#[derive(Debug)]
pub(crate) struct Element<'a> {
    pub(crate) tag: Tag,
    pub(crate) namespace: Namespace,
    /// The name as the tree has it: lower case in HTML.
    pub(crate) name: Text<'a>,
    attributes: Range<u32>,
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
    pub(crate) span: Span,
}

impl<'a> Tree<'a> {
    pub(crate) fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id.index()]
    }

    pub(crate) fn element(&self, id: NodeId) -> Option<&Element<'a>> {
        match &self.node(id).data {
            NodeData::Element(element) => Some(element),
            _ => None,
        }
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

    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    pub(crate) fn attributes(&self, element: &Element<'a>) -> &[Attribute<'a>] {
        &self.attributes[element.attributes.start as usize..element.attributes.end as usize]
    }

    /// The attribute `name` of an element; `None` for other nodes too.
    pub(crate) fn attribute(&self, id: NodeId, name: &str) -> Option<&Attribute<'a>> {
        self.attributes(self.element(id)?).iter().find(|attribute| attribute.name == name)
    }
}
