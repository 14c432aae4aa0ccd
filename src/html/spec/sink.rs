//! [`Sink`]: what html5ever's tree builder builds.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use html5ever::interface::{ElementFlags, QuirksMode};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{NodeOrText, TreeSink};
use html5ever::{ExpandedName, LocalName, QualName, ns};

use super::Context;
use super::attributes::{self, Attributes};
use super::open::Open;
use super::text::TextRun;
use crate::html::{Attribute, Namespace, NodeData, NodeId, Tag, Tree};
use crate::span::Span;
use crate::text::Text;

/// A node as the tree builder holds it, with the name that it asks for all the time.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    id: NodeId,
    namespace: html5ever::Namespace,
    name: LocalName,
    integration_point: bool,
}

impl Handle {
    /// The context element of a fragment; it is no node of the tree.
    pub(super) fn context(namespace: Namespace, name: &str) -> Self {
        let namespace = match namespace {
            Namespace::Html => ns!(html),
            Namespace::Svg => ns!(svg),
            Namespace::MathMl => ns!(mathml),
        };
        Self { id: NOWHERE, namespace, name: LocalName::from(name), integration_point: false }
    }

    fn node(id: NodeId) -> Self {
        Self { id, namespace: ns!(), name: LocalName::default(), integration_point: false }
    }
}

/// Stands for nodes that are not in the tree: the context element, and a fragment's document.
const NOWHERE: NodeId = NodeId::NONE;

/// Builds a [`Tree`] at the tree builder's orders.
#[derive(Debug)]
pub(super) struct Sink<'a> {
    building: RefCell<Building<'a>>,
    steps: Cell<u64>,
    /// The node that the tree builder asked for last.
    probe: Cell<NodeId>,
}

#[derive(Debug)]
struct Building<'a> {
    tree: Tree<'a>,
    open: Open,
    text: TextRun<'a>,
    document: NodeId,
    /// Whether the next element is a fragment's root, which is the tree's.
    root_is_next: bool,
    created: u64,
    /// The bytes of the tags that formatting elements were made of, rebuilt ones counted again.
    written: u64,
    /// How long the tag is that a set of attributes was first seen in.
    tags: HashMap<u32, u32>,
    token: Span,
    /// How many nodes there were before the current token.
    first_new: u32,
    start_tag: Option<Expected<'a>>,
    comment: Option<Text<'a>>,
    /// The last element created for the current token.
    last: Option<NodeId>,
    /// The attributes shown, as the tree builder left them, of the last foreign element.
    adjusted: Vec<String>,
    /// An element that takes attributes from the current token.
    merge: Option<NodeId>,
}

/// A start tag on its way through the tree builder.
#[derive(Debug)]
struct Expected<'a> {
    local: LocalName,
    name: Text<'a>,
    attributes: Range<u32>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(
        text: &'a str,
        base: u32,
        source: StrTendril,
        nodes: usize,
        context: Context<'_>,
    ) -> Self {
        let span = Span::new(base, base + text.len() as u32);
        let fragment = matches!(context, Context::Element(..));
        let building = Building {
            tree: Tree::new(nodes, span),
            open: Open::new(),
            text: TextRun::new(text, base, source),
            document: if fragment { NOWHERE } else { NodeId::ROOT },
            root_is_next: fragment,
            created: 0,
            written: 0,
            tags: HashMap::new(),
            token: Span::at(base),
            first_new: 0,
            start_tag: None,
            comment: None,
            last: None,
            adjusted: Vec::new(),
            merge: None,
        };
        let building = RefCell::new(building);
        Self { building, steps: Cell::new(0), probe: Cell::new(NOWHERE) }
    }

    /// A token at `span` is about to be processed.
    pub(super) fn begin(&self, span: Span) {
        let mut building = self.building.borrow_mut();
        building.token = span;
        building.first_new = building.tree.len() as u32;
        building.last = None;
    }

    pub(super) fn expect_element(&self, local: &LocalName, name: Text<'a>, attributes: Range<u32>) {
        let local = local.clone();
        self.building.borrow_mut().start_tag = Some(Expected { local, name, attributes });
    }

    pub(super) fn expect_text(&self, text: Text<'a>, span: Span) {
        self.building.borrow_mut().text.expect(text, span);
    }

    pub(super) fn expect_comment(&self, text: Text<'a>) {
        self.building.borrow_mut().comment = Some(text);
    }

    pub(super) fn end_text_run(&self) {
        self.building.borrow_mut().text.end();
    }

    /// Gives the attributes of the start tag just processed to its element.
    pub(super) fn claim_element(
        &self,
        shown: &mut Attributes,
        all: &mut Vec<Attribute<'a>>,
        limit: usize,
    ) {
        let mut building = self.building.borrow_mut();
        building.claim(shown.shown(), all);
        building.merge(all, limit);
        building.start_tag = None;
    }

    pub(super) fn forget_probe(&self) {
        self.probe.set(NodeId::ROOT);
    }

    /// The current node was just asked for: keep the open elements in step.
    pub(super) fn settle(&self, end_tag: Option<&str>) {
        let current = self.probe.get();
        let current = if current == NOWHERE { NodeId::ROOT } else { current };
        let building = &mut *self.building.borrow_mut();
        let Building { tree, open, token, first_new, .. } = building;
        let closes = |tree: &Tree<'_>, node: NodeId| {
            let same = |name: &str| {
                tree.element(node).is_some_and(|it| tree.name(it).eq_ignore_ascii_case(name))
            };
            end_tag.is_some_and(same)
        };
        open.settle(tree, current, *first_new, *token, closes);
    }

    pub(super) fn steps(&self) -> u64 {
        self.steps.get()
    }

    /// The bytes of attributes that stand in the tree; a rebuilt element has its own again.
    pub(super) fn written(&self) -> u64 {
        self.building.borrow().written
    }

    pub(super) fn created(&self) -> u64 {
        self.building.borrow().created
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> u64 {
        self.building.borrow().open.depth() as u64
    }

    pub(super) fn into_tree(self, end: u32) -> Tree<'a> {
        let Building { mut tree, mut open, .. } = self.building.into_inner();
        open.finish(&mut tree, end);
        tree
    }

    fn step(&self) {
        self.steps.set(self.steps.get() + 1);
    }
}

impl<'a> Building<'a> {
    fn create_element(&mut self, name: &QualName, attributes: &[html5ever::Attribute]) -> NodeId {
        self.created += 1;
        if std::mem::take(&mut self.root_is_next) {
            return NodeId::ROOT;
        }
        let namespace = match name.ns {
            ns!(svg) => Namespace::Svg,
            ns!(mathml) => Namespace::MathMl,
            _ => Namespace::Html,
        };
        if namespace != Namespace::Html {
            let names = attributes::names_of(attributes);
            self.adjusted = names.map(ToString::to_string).collect();
        }
        let text = self.element_name(&name.local);
        let set = attributes::set_of(attributes).unwrap_or_default();
        if !set.is_empty() {
            let tag = *self.tags.entry(set.start).or_insert(self.token.len() as u32);
            self.written += u64::from(tag);
        }
        let element = self.tree.new_element(Tag::from_name(&text), namespace, text, set);
        let id = self.tree.create(element, self.token);
        self.last = Some(id);
        id
    }

    fn element_name(&self, local: &LocalName) -> Text<'a> {
        if let Some(tag) = self.start_tag.as_ref().filter(|tag| tag.local == *local) {
            return tag.name.clone();
        }
        match Tag::from_name(local) {
            // An element of SVG, in its own case.
            Tag::Other => Text::from(local.to_string()),
            tag => Text::borrowed(tag.name()),
        }
    }

    fn claim(&mut self, shown: &[u32], all: &mut [Attribute<'a>]) {
        let (Some(id), Some(tag)) = (self.last, &self.start_tag) else { return };
        let Some(element) = self.tree.element(id) else { return };
        let image = &*tag.name == "image" && element.tag == Tag::Img;
        if !image && !self.tree.name(element).eq_ignore_ascii_case(&tag.name) {
            return;
        }
        let Some(element) = self.tree.element_mut(id) else { return };
        element.attributes = tag.attributes.clone();
        if element.namespace == Namespace::Html {
            return;
        }
        for (&index, name) in shown.iter().zip(&self.adjusted) {
            let Some(own) = all.get_mut(index as usize) else { continue };
            // `xlink:href` stays as it is written; its adjusted local name is `href`.
            if own.name != name.as_str() && own.name.eq_ignore_ascii_case(name) {
                own.name = Text::from(name.clone());
            }
        }
    }

    /// Adds to an element what the current tag has and it lacks (`<body>` in a body).
    fn merge(&mut self, all: &mut Vec<Attribute<'a>>, limit: usize) {
        let (Some(id), Some(tag)) = (self.merge.take(), &self.start_tag) else { return };
        let Some(element) = self.tree.element_mut(id) else { return };
        let get = |range: &Range<u32>| {
            all.get(range.start as usize..range.end as usize).unwrap_or_default()
        };
        let own = get(&element.attributes);
        let lacks = |new: &&Attribute<'_>| own.iter().all(|old| old.name != new.name);
        let room = limit.saturating_sub(own.len());
        let new: Vec<_> = get(&tag.attributes).iter().filter(lacks).take(room).cloned().collect();
        if new.is_empty() {
            return;
        }
        let merged: Vec<_> = own.iter().cloned().chain(new).collect();
        let start = all.len() as u32;
        all.extend(merged);
        element.attributes = start..all.len() as u32;
    }

    fn insert(&mut self, parent: NodeId, before: Option<NodeId>, child: NodeOrText<Handle>) {
        if parent == NOWHERE {
            return;
        }
        match (child, before) {
            (NodeOrText::AppendNode(node), None) if node.id != NodeId::ROOT => {
                self.tree.append(parent, node.id);
            }
            (NodeOrText::AppendNode(node), Some(sibling)) if node.id != NodeId::ROOT => {
                self.tree.insert_before(sibling, node.id);
            }
            (NodeOrText::AppendNode(_), _) => {}
            (NodeOrText::AppendText(text), before) => self.insert_text(parent, before, &text),
        }
    }

    fn insert_text(&mut self, parent: NodeId, before: Option<NodeId>, text: &StrTendril) {
        let (text, span) = self.text.locate(text, self.token);
        let neighbour = match before {
            Some(sibling) => self.tree.previous_sibling(sibling),
            None => self.tree.last_child(parent),
        };
        if let Some(neighbour) = neighbour {
            if self.tree.extend_text(neighbour, &text, span, |span| self.text.slice(span)) {
                return;
            }
        }
        let id = self.tree.create(NodeData::Text(text), span);
        match before {
            Some(sibling) => self.tree.insert_before(sibling, id),
            None => self.tree.append(parent, id),
        }
        // Text of a table comes late, after the elements made for it.
        let parent = &mut self.tree.node_mut(parent).span;
        if before.is_none() {
            parent.start = parent.start.min(span.start);
        }
    }
}

impl TreeSink for Sink<'_> {
    type Handle = Handle;
    type Output = ();
    type ElemName<'n>
        = ExpandedName<'n>
    where
        Self: 'n;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::node(self.building.borrow().document)
    }

    fn elem_name<'n>(&'n self, target: &'n Handle) -> ExpandedName<'n> {
        self.step();
        self.probe.set(target.id);
        ExpandedName { ns: &target.namespace, local: &target.name }
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<html5ever::Attribute>,
        flags: ElementFlags,
    ) -> Handle {
        let id = self.building.borrow_mut().create_element(&name, &attributes);
        let integration_point = flags.mathml_annotation_xml_integration_point;
        Handle { id, namespace: name.ns, name: name.local, integration_point }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        let building = &mut *self.building.borrow_mut();
        let text = building.comment.take().unwrap_or_default();
        let comment = building.tree.new_comment(text);
        Handle::node(building.tree.create(comment, building.token))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        // HTML has no processing instructions.
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.building.borrow_mut().insert(parent.id, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let building = &mut *self.building.borrow_mut();
        match building.tree.parent(element.id) {
            Some(parent) => building.insert(parent, Some(element.id), child),
            None => building.insert(previous.id, None, child),
        }
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        self.append_based_on_parent_node(sibling, sibling, child);
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The contents of a template are its children here.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        self.step();
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Handle, _: Vec<html5ever::Attribute>) {
        if target.id != NodeId::ROOT && target.id != NOWHERE {
            self.building.borrow_mut().merge = Some(target.id);
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        if target.id != NOWHERE {
            self.building.borrow_mut().tree.detach(target.id);
        }
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let building = &mut *self.building.borrow_mut();
        if node.id == NOWHERE || new_parent.id == NOWHERE {
            return;
        }
        let hull = building.tree.hull(node.id);
        let moved = building.tree.move_children(node.id, new_parent.id);
        if let Some(hull) = hull {
            building.tree.node_mut(new_parent.id).span = hull;
        }
        self.steps.set(self.steps.get() + u64::from(moved));
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        target.integration_point
    }
}
