//! [`Place`]: where in a body the article's text begins and ends.

use super::Found;
use super::lengths::Lengths;
use super::tally::PROSE;
use crate::document::block::Block;

/// Where the article's text begins and ends; what stands before and after it are headlines, bylines,
/// links and what else a page puts around an article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    start: usize,
    end: usize,
}

impl Place {
    /// The place of the text in a body whose asides are so far known, in order. `None` if there is no
    /// text that could have an end.
    pub(super) fn of(blocks: &[Block<'_>], asides: &[Found]) -> Option<Self> {
        let is_text = |(at, block): &(usize, &Block<'_>)| is_text(block) && !covers(asides, *at);
        let (start, _) = blocks.iter().enumerate().find(is_text)?;
        let (end, _) = blocks.iter().enumerate().rfind(is_text)?;
        Some(Self { start, end: end + 1 })
    }

    pub(super) const fn is_before(&self, at: usize) -> bool {
        at < self.start
    }

    pub(super) const fn is_after(&self, at: usize) -> bool {
        at >= self.end
    }

    pub(super) const fn is_outside(&self, at: usize) -> bool {
        self.is_before(at) || self.is_after(at)
    }

    /// The places before the text and after it.
    pub(super) fn outside(&self, len: usize) -> impl Iterator<Item = usize> + use<> {
        (0..self.start).chain(self.end..len)
    }
}

/// Whether a block is within one of the asides, which are in order and apart.
pub(super) fn covers(asides: &[Found], at: usize) -> bool {
    let next = asides.partition_point(|aside| aside.start as usize <= at);
    next > 0 && asides[next - 1].end as usize > at
}

/// Whether a block reads like an article.
pub(super) fn is_text(block: &Block<'_>) -> bool {
    match block {
        Block::Paragraph(paragraph) => Lengths::of(&paragraph.inlines).unlinked() >= PROSE as usize,
        Block::List(list) => {
            let unlinked = |block: &Block<'_>| match block {
                Block::Paragraph(paragraph) => Lengths::of(&paragraph.inlines).unlinked(),
                _ => 0,
            };
            let items = list.items.iter().flat_map(|item| &item.blocks);
            items.map(unlinked).sum::<usize>() >= PROSE as usize
        }
        Block::Code(_)
        | Block::Table(_)
        | Block::Quote(_)
        | Block::DefinitionList(_)
        | Block::Details(_)
        | Block::Admonition(_)
        | Block::Math(_)
        | Block::FootnoteDefinition(_) => true,
        _ => false,
    }
}
