//! [`Asides`]: which of the body's blocks are not the article.
//!
//! While the tree is walked, elements that say of themselves that they are no article are marked, and
//! what stands in the body is tallied: so it is known of each marked element which blocks it came to
//! and how much text, how many links stand in them, without looking twice. At the end the outermost
//! ones that hold nothing like an article become [`Aside`](crate::Aside)s.
//!
//! ```text
//! elements, roles, classes ─┐
//! labels ("Read more")      ├─▶ known asides ─▶ where the text begins and ends ─▶ what stands around it
//! the title, said again     ┘                                                     and is not like it
//! ```
//!
//! In doubt it is article: a class may say anything, so what reads like the article's prose stays; and
//! a body in which nothing is an aside by its own word is not searched for what is one by its place.

mod boxed;
mod head;
mod label;
mod labels;
mod lengths;
mod look;
mod loose;
mod part;
mod place;
mod said;
mod tally;
#[cfg(test)]
mod tests;
mod title;
mod words;

use std::ops::Range;

use self::loose::Loose;
use self::tally::{PROSE, Tally, Words, prose};
use super::Builder;
use super::frame::Kind;
use super::look::is_block;
use crate::document::aside::{AsideEvidence, AsideKind};
use crate::document::block::Block;
use crate::document::locator::is_image_file;
use crate::html::{NodeId, Tag, Tree};
use crate::span::Span;

/// Whether a class names something that is no article.
pub(super) fn is_named(class: &str) -> bool {
    matches!(words::meaning(class), Some(words::Meaning::Is(_)))
}

/// What the body's asides are found with.
#[derive(Debug, Default)]
pub(super) struct Asides {
    /// What stands before the present phrase.
    tally: Tally,
    phrase: Words,
    /// The open link.
    link: Option<NodeId>,
    /// Whether no image stands in it so far.
    link_is_new: bool,
    /// The open elements that may be asides, innermost last.
    marks: Vec<Mark>,
    /// The inline element that the present phrase consists of so far, and the tally at its end.
    whole: Option<(Mark, Tally)>,
    found: Vec<Found>,
    /// The phrases in no paragraph, in order.
    loose: Vec<Loose>,
    /// Whether a `<time>` stands in the present phrase.
    is_timed: bool,
}

/// An element that may be an aside.
#[derive(Debug, Clone, Copy)]
struct Mark {
    node: NodeId,
    kind: AsideKind,
    evidence: AsideEvidence,
    /// How many blocks of the body stand before it.
    start: u32,
    /// The tally before it.
    before: Tally,
}

/// Blocks that may be an aside.
#[derive(Debug, Clone, Copy)]
struct Found {
    kind: AsideKind,
    evidence: AsideEvidence,
    /// The first of the body's blocks that it is, and the first that it is not.
    start: u32,
    end: u32,
    /// What stands in it.
    tally: Tally,
    /// The place of its element, if that is a block.
    span: Option<Span>,
    /// Whether the heading before it was taken in.
    heads: bool,
}

impl Asides {
    /// Takes a text, wherever it stands.
    pub(super) fn text(&mut self, text: &str) {
        self.phrase.add_text(text, self.link.is_some());
    }

    /// Takes words, without white space around them; `linked` if they are a link.
    #[inline]
    pub(super) fn words(&mut self, len: usize, linked: bool) {
        self.phrase.add_len(len as u32, linked || self.link.is_some());
    }

    /// The open link ends, if it is this element.
    #[inline]
    pub(super) fn leave_link(&mut self, node: NodeId) {
        if self.link == Some(node) {
            self.link = None;
        }
    }

    /// Takes an image, wherever it stands.
    pub(super) fn image(&mut self, tree: &Tree<'_>) {
        self.phrase.images += 1;
        // Its address is read once, however many images stand in it.
        let first = self.link.filter(|_| std::mem::take(&mut self.link_is_new));
        let href = first.and_then(|link| tree.attribute(link, "href"));
        self.tally.enlarged += u32::from(href.is_some_and(|href| is_image_file(&href.value)));
    }

    /// A phrase has ended.
    pub(super) fn end_phrase(&mut self) {
        self.tally.prose += prose(self.phrase.unlinked());
        self.settle_phrase();
        self.is_timed = false;
    }

    /// Whether the present phrase consists of no marked element.
    pub(super) const fn is_whole_unknown(&self) -> bool {
        self.whole.is_none()
    }

    fn settle_phrase(&mut self) {
        self.tally.add(std::mem::take(&mut self.phrase));
    }

    /// What has come so far.
    fn total(&self) -> Tally {
        let mut total = self.tally;
        total.add(self.phrase);
        total
    }

    /// The present phrase, which stands in no paragraph, and is to be this block.
    pub(super) fn loose_phrase(&self, block: usize) -> Loose {
        let Words { text, linked, images } = self.phrase;
        let (has_image, is_timed) = (images > 0, self.is_timed);
        Loose { block: block as u32, text, linked, has_image, is_timed }
    }

    /// A block has ended.
    pub(super) fn end_block(&mut self, kind: &Kind<'_>) {
        match kind {
            Kind::Heading { level, .. } => return self.end_heading(*level),
            Kind::Code { .. } => return self.end_code(),
            Kind::Caption { .. } => self.tally.captions += 1,
            Kind::Table { .. } => self.tally.tables += 1,
            _ => return,
        }
        self.settle_phrase();
    }

    /// Code is the article's, however short.
    pub(super) fn end_code(&mut self) {
        self.tally.prose += self.phrase.text.max(PROSE);
        self.settle_phrase();
    }

    pub(super) fn end_heading(&mut self, level: u8) {
        self.tally.end_heading(level, self.phrase);
        self.settle_phrase();
    }

    /// Whether the phrase so far may stand before a name: "By", "Text und Fotos von".
    fn is_by(&self) -> bool {
        const LONGEST: u32 = 24;
        let Words { text, linked, images } = self.phrase;
        text <= LONGEST && linked == 0 && images == 0
    }

    fn find(&mut self, mark: &Mark, end: usize, span: Option<Span>) {
        let Mark { kind, evidence, start, before, .. } = *mark;
        let end = end as u32;
        if start < end {
            let tally = self.total().since(&before);
            self.found.push(Found { kind, evidence, start, end, tally, span, heads: false });
        }
    }
}

impl Found {
    /// Blocks that say it themselves, whatever stands in them.
    fn of_blocks(kind: AsideKind, evidence: AsideEvidence, blocks: Range<u32>) -> Self {
        let (start, end) = (blocks.start, blocks.end);
        Self { kind, evidence, start, end, tally: Tally::default(), span: None, heads: false }
    }
}

impl Builder<'_, '_> {
    /// A button leads elsewhere as a link does.
    pub(super) fn enter_link(&mut self, node: NodeId, tag: Tag) {
        let leads = || tag == Tag::Button || self.tree.attribute(node, "href").is_some();
        if self.asides.link.is_none() && leads() {
            self.asides.link = Some(node);
            self.asides.link_is_new = true;
        }
    }

    /// Marks an element directly in the body if it says that it is no article.
    #[inline]
    pub(super) fn enter_aside(&mut self, node: NodeId, tag: Tag) {
        if self.frames.len() == 1 && look::may_say(self.tree, node, tag) {
            self.mark_aside(node, tag);
        }
    }

    fn mark_aside(&mut self, node: NodeId, tag: Tag) {
        self.asides.is_timed |= tag == Tag::Time;
        let Some((kind, evidence)) = look::says(self.tree, node, tag) else { return };
        let start = self.body_len() as u32;
        let before = self.asides.total();
        let mut mark = Mark { node, kind, evidence, start, before };
        if !self.run.is_empty() {
            if let Some((whole, _)) = self.whole_phrase() {
                // What follows an element that the phrase consists of so far goes with it.
                mark = Mark { node, ..whole };
            } else if kind == AsideKind::Author && self.asides.is_by() {
                mark.before = self.asides.tally;
            } else {
                return;
            }
        }
        self.asides.marks.push(mark);
    }

    pub(super) fn leave_aside(&mut self, node: NodeId) {
        self.asides.leave_link(node);
        let last = self.asides.marks.last().filter(|mark| mark.node == node);
        let Some(&mark) = last else { return };
        self.asides.marks.pop();
        if self.run.is_empty() {
            let is_block = self.tree.tag(node).is_some_and(is_block);
            let span = is_block.then(|| self.span(node));
            let end = self.body_len();
            self.asides.find(&mark, end, span);
        } else {
            self.asides.whole = Some((mark, self.asides.total()));
        }
    }

    /// A phrase that stands in no `<p>` has become a block, perhaps.
    pub(super) fn end_loose(&mut self, loose: Loose, start: u32) {
        let Some(body) = self.frames.first().filter(|_| self.frames.len() == 1) else { return };
        let last = body.blocks.get(loose.block as usize);
        let is_block = matches!(last, Some(Block::Paragraph(last)) if last.span.start >= start);
        if is_block && loose.text > 0 {
            self.asides.loose.push(loose);
        }
    }

    /// A phrase has ended, directly in the body or in a frame.
    #[inline]
    pub(super) fn end_aside_phrase(&mut self) {
        if !self.asides.is_whole_unknown() {
            self.end_whole_phrase();
        }
    }

    fn end_whole_phrase(&mut self) {
        let whole = self.whole_phrase();
        self.asides.whole = None;
        if let (Some((mark, _)), 1) = (whole, self.frames.len()) {
            let end = self.body_len();
            self.asides.find(&mark, end, None);
        }
    }

    /// The marked element that the present phrase consists of.
    fn whole_phrase(&self) -> Option<(Mark, Tally)> {
        self.asides.whole.filter(|(_, end)| self.asides.total().is_all_since(end))
    }

    /// The media at the body's end were given a caption, and with it what stood between: what was found
    /// from there on is a part of a figure.
    pub(super) fn end_beside(&mut self) {
        if self.frames.len() != 1 {
            return;
        }
        let len = self.body_len() as u32;
        let Asides { found, marks, loose, .. } = &mut self.asides;
        while loose.last().is_some_and(|loose| loose.block >= len) {
            loose.pop();
        }
        while found.last().is_some_and(|found| found.end >= len) {
            found.pop();
        }
        for mark in marks.iter_mut().rev().take_while(|mark| mark.start > len) {
            mark.start = len;
        }
    }

    pub(super) fn body_len(&self) -> usize {
        self.frames.first().map_or(0, |body| body.blocks.len())
    }
}
