//! The asides of a body parted from its other blocks.

use std::cmp::Reverse;

use super::loose::Loose;
use super::place::{Place, covers};
use super::said::Said;
use super::{Asides, Found, head, label, look};
use crate::document::aside::{Aside, AsideEvidence, AsideKind};
use crate::document::block::{Block, Item};
use crate::metadata::Metadata;
use crate::span::Span;

impl Asides {
    /// The blocks of a body with its asides parted from them.
    pub(in super::super) fn part<'a>(
        mut self,
        mut blocks: Vec<Block<'a>>,
        metadata: &Metadata<'_>,
    ) -> Vec<Block<'a>> {
        // What an element says of itself goes before what stands in it says.
        let mut found = Vec::new();
        label::find(&blocks, &mut found);
        if let Some(title) = &metadata.title {
            head::find(&mut blocks, title, &mut self.found);
        }
        let whole = self.total();
        let mut linked = Vec::new();
        for candidate in std::mem::take(&mut self.found) {
            if look::is_aside(&candidate, &whole) {
                found.push(candidate);
            } else if candidate.evidence == AsideEvidence::Links {
                linked.push(candidate);
            }
        }
        // An element ends after those within it.
        found.reverse();
        outermost(&mut found);
        // A body in which nothing says that it is an aside is an article alone.
        if whole.prose > 0 && !found.is_empty() {
            let more = self.find_by_place(&blocks, &found, &linked, metadata);
            if !more.is_empty() {
                found.extend(more);
                outermost(&mut found);
            }
        }
        self.take_headings(&blocks, &mut found);
        apart(blocks, found)
    }

    /// What is an aside by where it stands, and by what the metadata say.
    fn find_by_place(
        &self,
        blocks: &[Block<'_>],
        asides: &[Found],
        linked: &[Found],
        metadata: &Metadata<'_>,
    ) -> Vec<Found> {
        // Of what stands after the text, cards are no text, however much they say.
        let cards = linked.iter().filter(|linked| linked.tally.are_cards());
        let mut cards: Vec<Found> = asides.iter().chain(cards).copied().collect();
        outermost(&mut cards);
        let Some(place) = Place::of(blocks, &cards) else { return Vec::new() };
        let said = Said::of(metadata);
        let mut found = self.find_loose(blocks, asides, &place);
        cards.retain(|card| {
            card.evidence == AsideEvidence::Links && place.is_after(card.start as usize)
        });
        found.extend(cards);
        for at in place.outside(blocks.len()).filter(|at| !covers(asides, *at)) {
            if said.is_byline(&blocks[at]) {
                found.push(Found::of_block(AsideKind::Byline, AsideEvidence::Metadata, at));
            }
        }
        outermost(&mut found);
        let mut of_links: Vec<Found> = Vec::new();
        let lists = linked.iter().filter(|linked| linked.is_list(blocks));
        for list in lists.filter(|list| !covers(asides, list.start as usize)) {
            let is_known = |at: usize| {
                [asides, &found, &of_links].iter().any(|known| covers(known, at))
                    || self.is_label(at, blocks)
            };
            let at = list.start as usize;
            if said.are_tags(&blocks[at]) {
                of_links.push(Found::of_block(AsideKind::Tags, AsideEvidence::Metadata, at));
            } else if said.is_byline(&blocks[at]) {
                of_links.push(Found::of_block(AsideKind::Byline, AsideEvidence::Metadata, at));
            } else if list.is_of_links(blocks, &place, is_known) {
                of_links.push(Found { kind: AsideKind::Navigation, ..*list });
            }
        }
        found.extend(of_links);
        found
    }

    /// A heading under which nothing stands but asides is theirs; so is a label before them.
    fn take_headings(&self, blocks: &[Block<'_>], asides: &mut [Found]) {
        let mut section_end = None;
        for at in (0..asides.len()).rev() {
            let Found { start, end, kind, .. } = asides[at];
            let follows = asides.get(at + 1).is_some_and(|next| next.start == end);
            let end = section_end.filter(|_| follows).unwrap_or(end);
            section_end = Some(end);
            let is_free = at == 0 || asides[at - 1].end < start;
            let before = (start as usize).checked_sub(1).filter(|_| is_free && has_heading(kind));
            let takes = |before| match &blocks[before] {
                Block::Heading(heading) => match blocks.get(end as usize) {
                    _ if kind == AsideKind::Navigation => false,
                    None => true,
                    Some(Block::Heading(next)) => next.level <= heading.level,
                    Some(_) => false,
                },
                Block::Paragraph(paragraph) => {
                    self.is_label(before, blocks) || label::is_all(&paragraph.inlines)
                }
                _ => false,
            };
            if before.is_some_and(takes) {
                asides[at].start -= 1;
                asides[at].heads = true;
            }
        }
    }

    /// Whether a block is a label in no paragraph.
    fn is_label(&self, at: usize, blocks: &[Block<'_>]) -> bool {
        let loose = self.loose.binary_search_by_key(&at, |loose| loose.block as usize);
        match (loose, blocks.get(at)) {
            (Ok(loose), Some(Block::Paragraph(paragraph))) => {
                self.loose[loose].is_label(&paragraph.inlines)
            }
            _ => false,
        }
    }

    fn find_loose(&self, blocks: &[Block<'_>], asides: &[Found], place: &Place) -> Vec<Found> {
        let free = || self.loose.iter().filter(|loose| !covers(asides, loose.block as usize));
        // Where prose stands in no paragraphs, no phrase is less than that.
        if free().map(Loose::prose).sum::<u32>() > self.tally.prose / 4 {
            return Vec::new();
        }
        let aside = |loose: &Loose| match blocks.get(loose.block as usize) {
            Some(Block::Paragraph(paragraph)) => loose.aside(&paragraph.inlines, place, asides),
            _ => None,
        };
        free().filter_map(aside).collect()
    }
}

/// Whether an aside may have a heading or label that stands before its element.
const fn has_heading(kind: AsideKind) -> bool {
    use AsideKind as K;
    matches!(
        kind,
        K::Related
            | K::Comments
            | K::Share
            | K::Signup
            | K::Tags
            | K::Promotion
            | K::Author
            | K::Navigation
    )
}

/// Orders what was found, and keeps what is within nothing else.
fn outermost(found: &mut Vec<Found>) {
    found.sort_by_key(|found| (found.start, Reverse(found.end)));
    let mut end = 0;
    found.retain(|found| {
        let is_outer = found.start >= end;
        end = if is_outer { found.end } else { end };
        is_outer
    });
}

/// The blocks with the asides, which are in order and apart, made of theirs.
fn apart<'a>(blocks: Vec<Block<'a>>, asides: Vec<Found>) -> Vec<Block<'a>> {
    if asides.is_empty() {
        return blocks;
    }
    let mut parted: Vec<Block<'a>> = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter();
    let mut place = 0;
    for aside in asides {
        parted.extend(blocks.by_ref().take((aside.start - place) as usize));
        let inside: Vec<_> = blocks.by_ref().take((aside.end - aside.start) as usize).collect();
        place = aside.end;
        parted.push(aside.into_block(inside));
    }
    parted.extend(blocks);
    parted
}

impl Found {
    /// A block that says it itself, whatever stands in it.
    pub(super) fn of_block(kind: AsideKind, evidence: AsideEvidence, at: usize) -> Self {
        Self::of_blocks(kind, evidence, at as u32..at as u32 + 1)
    }

    fn is_list(&self, blocks: &[Block<'_>]) -> bool {
        self.end - self.start == 1
            && matches!(blocks.get(self.start as usize), Some(Block::List(_)))
    }

    /// Whether it is a list of short links that nothing of the article announces.
    fn is_of_links(
        &self,
        blocks: &[Block<'_>],
        place: &Place,
        is_known: impl Fn(usize) -> bool,
    ) -> bool {
        /// Of a name or a section so many bytes are usual; a title has more.
        const SHORT: usize = 32;
        let at = self.start as usize;
        let Some(Block::List(list)) = blocks.get(at) else { return false };
        let is_announced = || match at.checked_sub(1).map(|before| (before, &blocks[before])) {
            Some((before, Block::Heading(_) | Block::Paragraph(_))) => !is_known(before),
            _ => false,
        };
        // The last one of a path is the article itself.
        let is_path = || match &list.items[..] {
            [path @ .., _] => {
                let links = |item: &Item<'_>| item.blocks.iter().all(label::is_links);
                path.len() > 1 && place.is_before(at) && path.iter().all(links)
            }
            [] => false,
        };
        self.tally.images == 0
            && self.tally.linked > 0
            && self.tally.linked as usize <= list.items.len() * SHORT
            && (self.tally.unlinked() <= self.tally.text / 10 || is_path())
            && (place.is_before(at) || !is_announced())
    }

    fn into_block(self, blocks: Vec<Block<'_>>) -> Block<'_> {
        let hull = || blocks.iter().map(Block::span).reduce(Span::hull).unwrap_or_default();
        let Self { kind, evidence, .. } = self;
        let kind = look::kind(kind, &self.tally);
        let span = match (self.span, self.heads) {
            (Some(span), true) => span.hull(hull()),
            (Some(span), false) => span,
            (None, _) => hull(),
        };
        Block::Aside(Box::new(Aside { kind, evidence, blocks, span }))
    }
}
