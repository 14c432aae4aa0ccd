//! [`Unit`]: a block, or a part of one, and the parts it has.

use super::block::{Block, Cell, Definition, Item, Row};
use super::figure::{Caption, Credit};
use super::inline::Inlines;
use super::plain::lines;
use crate::span::Span;
use crate::text::Text;

/// A block, or a part of one that stands on a line of its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unit<'s, 'a> {
    Block(&'s Block<'a>),
    Item(&'s Item<'a>),
    Definition(&'s Definition<'a>),
    Row(&'s Row<'a>),
    Cell(&'s Cell<'a>),
    Phrase(&'s Inlines<'a>),
}

impl<'s, 'a: 's> Unit<'s, 'a> {
    pub(super) fn text(self) -> Text<'s> {
        match self {
            Self::Block(block) => block.text(),
            Self::Phrase(phrase) => phrase.text(),
            Self::Item(item) => lines(|lines| lines.item(item)),
            Self::Definition(definition) => lines(|lines| lines.definition(definition)),
            Self::Row(row) => lines(|lines| lines.row(row)),
            Self::Cell(cell) => lines(|lines| lines.cell(cell)),
        }
    }

    /// Its place; `outer`, that of the block it stands in, if it has none of its own.
    pub(super) fn span(self, outer: Span) -> Span {
        match self {
            Self::Block(block) => block.span(),
            Self::Item(item) => item.span,
            Self::Cell(Cell { blocks, .. }) | Self::Definition(Definition { blocks, .. }) => {
                blocks.iter().map(Block::span).reduce(Span::hull).unwrap_or(outer)
            }
            Self::Row(_) | Self::Phrase(_) => outer,
        }
    }

    /// The parts it has, in the order of its text; none if it is one phrase.
    pub(super) fn parts(self) -> Vec<Self> {
        match self {
            Self::Block(block) => block_parts(block),
            Self::Item(item) => blocks(&item.blocks).collect(),
            Self::Definition(definition) => definition
                .terms
                .iter()
                .map(Self::Phrase)
                .chain(blocks(&definition.blocks))
                .collect(),
            Self::Row(row) => row.cells.iter().map(Self::Cell).collect(),
            Self::Cell(cell) => blocks(&cell.blocks).collect(),
            Self::Phrase(_) => Vec::new(),
        }
    }
}

fn block_parts<'s, 'a>(block: &'s Block<'a>) -> Vec<Unit<'s, 'a>> {
    match block {
        Block::Heading(_) | Block::Paragraph(_) | Block::Math(_) | Block::Rule(_) => Vec::new(),
        Block::Embed(embed) => blocks(&embed.blocks).collect(),
        Block::Figure(figure) => figure
            .embeds
            .iter()
            .flat_map(|embed| blocks(&embed.blocks))
            .chain(caption(figure.caption.as_ref(), &figure.credits))
            .chain(blocks(&figure.blocks))
            .collect(),
        Block::List(list) => list.items.iter().map(Unit::Item).collect(),
        Block::DefinitionList(list) => list.entries.iter().map(Unit::Definition).collect(),
        Block::Table(table) => caption(table.caption.as_ref(), &table.credits)
            .chain(table.rows.iter().map(Unit::Row))
            .collect(),
        Block::Quote(quote) => blocks(&quote.blocks)
            .chain([Unit::Phrase(&quote.attribution)])
            .chain(caption(quote.caption.as_ref(), &quote.credits))
            .collect(),
        // Its code alone is one text, to be cut at its lines.
        Block::Code(code) => [Unit::Phrase(&code.inlines)]
            .into_iter()
            .chain(caption(code.caption.as_ref(), &code.credits))
            .collect(),
        Block::Aside(aside) => blocks(&aside.blocks).collect(),
        Block::Admonition(admonition) => [Unit::Phrase(&admonition.title)]
            .into_iter()
            .chain(blocks(&admonition.blocks))
            .collect(),
        Block::FootnoteDefinition(footnote) => {
            [Unit::Phrase(&footnote.label)].into_iter().chain(blocks(&footnote.blocks)).collect()
        }
        Block::Details(details) => {
            [Unit::Phrase(&details.summary)].into_iter().chain(blocks(&details.blocks)).collect()
        }
    }
}

fn blocks<'s, 'a>(blocks: &'s [Block<'a>]) -> impl Iterator<Item = Unit<'s, 'a>> {
    blocks.iter().map(Unit::Block)
}

fn caption<'s, 'a>(
    caption: Option<&'s Caption<'a>>,
    credits: &'s [Credit<'a>],
) -> impl Iterator<Item = Unit<'s, 'a>> {
    let caption = caption.map(|caption| &caption.inlines).into_iter();
    caption.chain(credits.iter().map(|credit| &credit.raw)).map(Unit::Phrase)
}
