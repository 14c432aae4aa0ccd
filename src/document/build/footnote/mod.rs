//! Footnotes: which links are references, which elements they lead to, and which links lead back.
//!
//! ```text
//! Markdown    sup.footnote-reference > a[href=#1]       div.footnote-definition#1
//! kramdown    sup#fnref:1 > a.footnote                  div.footnotes li#fn:1 … a.reversefootnote
//! GFM, Hugo   a[data-footnote-ref], a.footnote-ref      section.footnotes li#fn:1 … a.footnote-backref
//! Pandoc      a.footnote-ref#fnref1 > sup               section.footnotes li#fn1 … a.footnote-back
//! WordPress   sup.fn > a[href=#ID]                      ol.wp-block-footnotes li#ID … a
//! Word        a[href=#_ftn1][name=_ftnref1]             p > a[href=#_ftnref1][name=_ftn1]
//! by hand     sup > a[href=#n1]#r1                      p#n1 … a[href=#r1]
//! ```
//!
//! What says of itself that it is a reference is one; another link above the line is one if what it leads
//! to leads back. Only links to fragments are looked at, and elements only once there is a reference.

mod look;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use self::look::{definition_at, is_above_line, is_of_way_back, leads_back, says_reference};
use super::frame::{Closed, Kind};
use super::look::{anchor_name, descendants, wording};
use super::run::Format;
use super::{Builder, Content};
use crate::document::block::{Block, OmittedKind, Paragraph};
use crate::document::footnote::{FootnoteDefinition, FootnoteReference};
use crate::document::inline::{Inline, Inlines, Link};
use crate::document::locator::decoded;
use crate::html::{NodeId, Tag, Tree};
use crate::span::Span;
use crate::text::Text;

/// What is known of a body's footnotes so far.
#[derive(Debug, Default)]
pub(super) struct Notes<'t> {
    /// The elements that links can lead to, once one asks.
    targets: Option<HashMap<&'t str, NodeId>>,
    /// The elements that references lead to, and by which id.
    definitions: HashMap<NodeId, NodeId>,
    /// How many links were asked whether they lead to an element that is none of them.
    refused: HashMap<NodeId, u32>,
    /// The lists of them.
    lists: HashSet<NodeId>,
}

/// A definition that is open.
#[derive(Debug)]
pub(super) struct FootnoteFrame<'a> {
    identifier: Text<'a>,
    references: Vec<Text<'a>>,
}

impl Notes<'_> {
    /// Whether an element may be a definition.
    pub(super) fn may_define(&self) -> bool {
        !self.definitions.is_empty()
    }
}

impl<'t, 'a> Builder<'t, 'a> {
    /// Enters a link to a fragment: a reference, a way back from a footnote, or just a link.
    pub(super) fn enter_fragment_link(&mut self, node: NodeId, link: Box<Link<'a>>) -> Content {
        let fragment = link.href.part(1..link.href.len());
        if fragment.is_empty() {
            return self.open_format(node, Format::Link(link));
        }
        if self.notes.may_define() && leads_back(self.tree, node) {
            let open = self.frames.iter_mut().rev().find_map(|frame| match &mut frame.kind {
                Kind::Footnote(footnote) => Some(footnote),
                _ => None,
            });
            if let Some(footnote) = open {
                footnote.references.push(fragment);
                return self.omit(node, OmittedKind::BackReference);
            }
        }
        let Some(identifier) = self.reference(node, &fragment) else {
            return self.open_format(node, Format::Link(link));
        };
        let sup = self.tree.parent(node).filter(|&sup| self.tree.tag(sup) == Some(Tag::Sup));
        let id = link.id.or_else(|| anchor_name(self.tree, sup?));
        let (inlines, span) = (Inlines::default(), link.span);
        let reference = FootnoteReference { identifier, id, inlines, span };
        self.open_format(node, Format::Footnote(Box::new(reference)))
    }

    /// Whether a `<sup>` holds nothing but a reference, which says itself that it is above the line.
    pub(super) fn is_reference_alone(&mut self, sup: NodeId) -> bool {
        let Some(link) = self.tree.first_child(sup) else { return false };
        let href =
            self.tree.attribute(link, "href").filter(|_| self.tree.tag(link) == Some(Tag::A));
        let fragment = href.and_then(|href| href.value.strip_prefix('#'));
        let fragment = fragment.filter(|fragment| !fragment.is_empty());
        self.tree.next_sibling(link).is_none()
            && fragment
                .is_some_and(|fragment| self.reference(link, &Text::borrowed(fragment)).is_some())
    }

    /// The id of the footnote that a link leads to, if it is a reference.
    fn reference<'f>(&mut self, node: NodeId, fragment: &Text<'f>) -> Option<Text<'f>> {
        /// What is shown of a reference is no longer, in bytes.
        const LONGEST: usize = 24;
        let says_so = says_reference(self.tree, node, fragment);
        if !says_so && !is_above_line(self.tree, node) || is_of_way_back(fragment) {
            return None;
        }
        wording(self.tree, node, LONGEST)?;
        let identifier = match decoded(fragment) {
            std::borrow::Cow::Borrowed(_) => fragment.clone(),
            std::borrow::Cow::Owned(decoded) => decoded.into(),
        };
        let target = self.target(&identifier);
        let definition = target.and_then(|target| definition_at(self.tree, target));
        let definition =
            definition.filter(|&definition| self.is_known_footnote(definition, node, says_so));
        if let Some((definition, target)) = definition.zip(target) {
            self.notes.definitions.entry(definition).or_insert(target);
        }
        (says_so || definition.is_some()).then_some(identifier)
    }

    /// The element that `identifier` names.
    fn target(&mut self, identifier: &str) -> Option<NodeId> {
        let tree: &'t Tree<'a> = self.tree;
        let targets = self.notes.targets.get_or_insert_with(|| {
            let mut targets = HashMap::new();
            for node in descendants(tree, NodeId::ROOT) {
                let Some(element) = tree.element(node) else { continue };
                for attribute in tree.attributes(element) {
                    if attribute.name == "id" || attribute.name == "name" && element.tag == Tag::A {
                        targets.entry(attribute.value.as_str()).or_insert(node);
                    }
                }
            }
            targets
        });
        targets.get(identifier).copied()
    }

    /// As [`is_footnote_of`](Self::is_footnote_of), but an element is not looked at again and again.
    fn is_known_footnote(&mut self, definition: NodeId, link: NodeId, says_so: bool) -> bool {
        const MOST_REFUSALS: u32 = 8;
        if self.notes.definitions.contains_key(&definition) {
            return true;
        }
        let refusals = self.notes.refused.get(&definition).copied().unwrap_or_default();
        if refusals > MOST_REFUSALS {
            return false;
        }
        let is_footnote = self.is_footnote_of(definition, link, says_so);
        if !is_footnote {
            self.notes.refused.insert(definition, refusals + 1);
        }
        is_footnote
    }

    /// Whether an element that stands after a link is the footnote it leads to.
    fn is_footnote_of(&self, definition: NodeId, link: NodeId, says_so: bool) -> bool {
        /// A footnote's beginning, and what leads back from its end.
        const MOST_NODES: usize = 256;
        let tree = self.tree;
        let within = || descendants(tree, definition).take(MOST_NODES);
        let is_section = |node| {
            matches!(
                tree.tag(node),
                Some(Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
            )
        };
        let is_after = self.span(definition).start >= self.span(link).end;
        if !is_after || within().any(is_section) {
            return false;
        }
        let around = tree.parent(link).filter(|&sup| tree.tag(sup) == Some(Tag::Sup));
        let names = [Some(link), around, tree.first_child(link)];
        let leads_here = |node: NodeId| {
            let href = tree.attribute(node, "href").filter(|_| tree.tag(node) == Some(Tag::A));
            let fragment = href.and_then(|href| href.value.strip_prefix('#'));
            let is_named = |node: &NodeId| {
                let own = ["id", "name"].map(|name| tree.attribute(*node, name));
                own.into_iter().flatten().any(|own| Some(own.value.as_str()) == fragment)
            };
            fragment.is_some() && names.iter().flatten().any(is_named)
        };
        says_so || within().any(leads_here)
    }

    /// Enters what a reference leads to, or the list of such.
    pub(super) fn enter_footnote(&mut self, node: NodeId, tag: Tag) -> Option<Content> {
        match tag {
            Tag::Ol | Tag::Ul => {
                let mut children = self.tree.children(node);
                let first = children.find(|&child| self.tree.tag(child) == Some(Tag::Li))?;
                let is_list = self.notes.definitions.contains_key(&first);
                is_list.then(|| {
                    self.notes.lists.insert(node);
                    Content::Walk
                })
            }
            Tag::Li | Tag::P | Tag::Div | Tag::Aside => {
                let target = match self.notes.definitions.get(&node) {
                    Some(&target) => target,
                    None if tag == Tag::Li => {
                        let list = self.tree.parent(node)?;
                        self.notes.lists.contains(&list).then_some(node)?
                    }
                    None => return None,
                };
                self.open_footnote(node, target)
            }
            _ => None,
        }
    }

    /// Enters what says itself that it is a footnote, as Markdown's are rendered.
    pub(super) fn enter_definition(&mut self, node: NodeId) -> Option<Content> {
        self.open_footnote(node, node)
    }

    fn open_footnote(&mut self, node: NodeId, target: NodeId) -> Option<Content> {
        let identifier = anchor_name(self.tree, target)?;
        let footnote = FootnoteFrame { identifier, references: Vec::new() };
        Some(self.open_frame(node, Kind::Footnote(Box::new(footnote))))
    }
}

impl<'a> FootnoteFrame<'a> {
    pub(super) fn close(self, mut blocks: Vec<Block<'a>>, span: Span) -> Closed<'a> {
        let Self { identifier, mut references } = self;
        let label = part_label(&mut blocks);
        if let Some(Inline::Link(link)) = label.first() {
            references.insert(0, link.href.part(1..link.href.len()));
        }
        trim_end(&mut blocks);
        let footnote = FootnoteDefinition { identifier, label, references, blocks, span };
        Closed::Block(Block::FootnoteDefinition(Box::new(footnote)))
    }
}

/// Takes the mark that a footnote begins with: above the line, or the link back.
fn part_label<'a>(blocks: &mut Vec<Block<'a>>) -> Inlines<'a> {
    const LONGEST: usize = 16;
    let Some(Block::Paragraph(Paragraph { inlines, .. })) = blocks.first_mut() else {
        return Inlines::default();
    };
    let is_mark = |inline: &Inline<'a>| match inline {
        Inline::Superscript(_) => true,
        Inline::Link(link) => link.href.starts_with('#'),
        _ => false,
    };
    if !inlines.first().is_some_and(|first| is_mark(first) && first.text_len() <= LONGEST) {
        return Inlines::default();
    }
    let mut rest = std::mem::take(inlines).into_vec();
    let label = rest.remove(0);
    if let Some(Inline::Text(text)) = rest.first_mut() {
        text.trim_start_in_place();
    }
    *inlines = Inlines::from(rest);
    if inlines.is_empty() {
        blocks.remove(0);
    }
    Inlines::from(label)
}

/// Takes off the spaces that stood before a way back.
fn trim_end(blocks: &mut [Block<'_>]) {
    let Some(Block::Paragraph(Paragraph { inlines, .. })) = blocks.last_mut() else { return };
    if !matches!(inlines.last(), Some(Inline::Text(text)) if text.ends_with(char::is_whitespace)) {
        return;
    }
    let mut all = std::mem::take(inlines).into_vec();
    if let Some(Inline::Text(text)) = all.last_mut() {
        text.trim_end_in_place();
    }
    *inlines = Inlines::from(all);
}
