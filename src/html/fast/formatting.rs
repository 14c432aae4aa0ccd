//! Formatting that a block's end tag has ended: the tree builder opens it again in the words that follow
//! ("reconstruct the active formatting elements").
//!
//! ```text
//! <p>a<i>b</p><p>c      <p>a<i>b</i></p><p><i>c</i></p>
//! ```

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{Builder, Decline};
use crate::html::elements::CLOSES_P;
use crate::html::{Element, NodeData, NodeId, Tag, Tags};
use crate::span::Span;

/// Elements that are opened again. `a` and `nobr` have rules of their own.
pub(super) const FORMATTING: Tags = Tags::of(&[
    Tag::B,
    Tag::Big,
    Tag::Code,
    Tag::Em,
    Tag::Font,
    Tag::I,
    Tag::S,
    Tag::Small,
    Tag::Strike,
    Tag::Strong,
    Tag::Tt,
    Tag::U,
]);

/// Elements that go among words and have no rules of their own, and formatting. ("Special" are those
/// that the search for an open element stops at.)
pub(super) const NOT_SPECIAL: Tags = FORMATTING.with(&[
    Tag::Abbr,
    Tag::Cite,
    Tag::Del,
    Tag::Dfn,
    Tag::Ins,
    Tag::Kbd,
    Tag::Mark,
    Tag::Q,
    Tag::Samp,
    Tag::Span,
    Tag::Sub,
    Tag::Sup,
    Tag::Time,
    Tag::Var,
    Tag::Other,
]);

/// Elements that formatting is opened before.
const AMID_WORDS: Tags = NOT_SPECIAL.with(&[Tag::A, Tag::Br, Tag::Img, Tag::Input, Tag::Wbr]);

/// Elements that are opened without it.
const BLOCKS: Tags = CLOSES_P
    .without(&[Tag::Form, Tag::Listing, Tag::Plaintext, Tag::Table, Tag::Xmp])
    .with(&[Tag::Li, Tag::Dd, Tag::Dt]);

/// What ends in them is not opened again behind them.
const BOUNDARIES: [Tag; 9] = [
    Tag::Td,
    Tag::Th,
    Tag::Caption,
    Tag::Table,
    Tag::Template,
    Tag::Applet,
    Tag::Marquee,
    Tag::Object,
    Tag::Button,
];

/// More that is ended at once is left to the spec way: each block that follows holds all of it.
const MOST_ENDED: usize = 4;

/// What the attributes of elements opened again say is read again in each: in all, no more than so many
/// times the text.
const MOST_SAID: u64 = 4;

/// Of elements that are the same, so many are opened again ("the Noah's Ark clause").
const ALIKE: u32 = 3;

/// Formatting elements that ended or that a rule of theirs is about.
#[derive(Debug, Default)]
pub(super) struct Formatting {
    /// What was ended and is to be opened again, the outermost first.
    ended: Vec<Ended>,
    /// How long the tags were that said attributes, by the first of these.
    lengths: HashMap<u32, u32>,
    /// How much those said that were opened again, in bytes.
    said: u64,
    /// The open elements that will not be opened again, for as many inner ones are the same.
    once: HashSet<NodeId>,
    /// Whether it was not found out which these are.
    unsure: bool,
}

/// An element that was ended.
#[derive(Debug)]
struct Ended {
    tag: Tag,
    attributes: Range<u32>,
    /// How long its tag was, if it says more than its name.
    length: u32,
}

impl Formatting {
    /// Whether something is to be opened again.
    #[inline]
    pub(super) fn awaits(&self) -> bool {
        !self.ended.is_empty()
    }
}

impl Builder<'_> {
    /// Whether the current node is formatting that will not be opened again.
    pub(super) fn is_opened_once(&self) -> bool {
        self.formatting.once.contains(&self.nest.current())
    }

    /// Whether an element of `tag` would be one too many that may be the same.
    #[inline]
    pub(super) fn has_alike(&self, tag: Tag) -> bool {
        self.nest.count(tag) >= ALIKE && FORMATTING.has(tag)
    }

    /// Opens an element.
    #[inline(always)]
    pub(super) fn open(&mut self, id: NodeId, tag: Tag, name: &str) {
        let has_alike = self.has_alike(tag);
        self.nest.open(id, tag, name);
        if has_alike {
            self.find_alike(tag);
        }
    }

    /// Finds the element that is not opened again, as the current node is the same and others are.
    #[cold]
    fn find_alike(&mut self, tag: Tag) {
        /// So many of the open elements are looked at.
        const LOOKED_AT: usize = 64;
        let Some((&(this, _), around)) = self.nest.open.split_last() else { return };
        let has_attributes = |node| self.nest.tree.has_attributes(node);
        let Formatting { once, unsure, .. } = &mut self.formatting;
        let mut alike = 0;
        for (looked, &(node, other)) in around.iter().rev().enumerate() {
            if BOUNDARIES.contains(&other) || alike == ALIKE {
                return;
            }
            // Attributes are not at hand here.
            if looked == LOOKED_AT || has_attributes(this) {
                *unsure = true;
                return;
            }
            if other == tag && !has_attributes(node) && !once.contains(&node) {
                alike += 1;
                if alike == ALIKE {
                    once.insert(node);
                }
            }
        }
    }

    /// Ends the current node, which is formatting, since an element around it ends.
    #[cold]
    pub(super) fn end_formatting(&mut self, around: Tag, at: u32) -> Result<(), Decline> {
        let Some(&(node, tag)) = self.nest.open.last() else { return Ok(()) };
        // Nothing of a cell goes on behind it.
        let is_over = matches!(around, Tag::Td | Tag::Th) || self.formatting.once.contains(&node);
        if !is_over {
            let is_within = BOUNDARIES.iter().any(|&boundary| self.nest.has(boundary));
            let Formatting { ended, lengths, unsure, .. } = &mut self.formatting;
            if is_within || *unsure || ended.len() == MOST_ENDED {
                return Err(Decline::Misnested);
            }
            let attributes = self.nest.tree.element(node).map_or(0..0, |it| it.attributes.clone());
            let length = if attributes.is_empty() {
                0
            } else {
                // Until it is closed, an element has the place of its tag; one that is opened again does not.
                let tag = self.nest.tree.node(node).span;
                *lengths.entry(attributes.start).or_insert(tag.len() as u32)
            };
            ended.insert(0, Ended { tag, attributes, length });
        }
        self.nest.close(at);
        Ok(())
    }

    /// Opens again what was ended, before a start tag if that goes among words.
    #[cold]
    pub(super) fn open_formatting_before(&mut self, tag: Tag, at: Span) -> Result<(), Decline> {
        if AMID_WORDS.has(tag) {
            return self.open_formatting(at);
        }
        if BLOCKS.has(tag) { Ok(()) } else { Err(Decline::Misnested) }
    }

    /// Opens again what was ended, before the token at a place.
    #[cold]
    pub(super) fn open_formatting(&mut self, at: Span) -> Result<(), Decline> {
        for Ended { tag, attributes, length } in std::mem::take(&mut self.formatting.ended) {
            self.formatting.said += u64::from(length);
            if self.formatting.said > MOST_SAID * self.nest.text_len() {
                return Err(Decline::Misnested);
            }
            let element = NodeData::Element(Element::html(tag, attributes));
            let id = self.nest.append(element, at);
            self.nest.open(id, tag, tag.name());
        }
        Ok(())
    }

    /// Takes an end tag after which something is not opened again; tells whether it is that one's.
    #[cold]
    pub(super) fn forget_formatting(&mut self, tag: Tag) -> Result<bool, Decline> {
        let Formatting { ended, once, .. } = &mut self.formatting;
        match self.nest.open.last() {
            // It is a start tag to the tree builder.
            _ if tag == Tag::Br => Err(Decline::Misnested),
            Some((node, current)) if *current == tag && once.contains(node) => Ok(false),
            _ => {
                let last = ended.iter().rposition(|ended| ended.tag == tag);
                Ok(last.map(|last| ended.remove(last)).is_some())
            }
        }
    }
}
