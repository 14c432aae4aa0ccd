//! [`Frame`]: a block that is open in the tree, and what has come into it so far.

use super::admonition::AdmonitionFrame;
use super::beside::is_media;
use super::embed::PostFrame;
use super::figure::{FigureFrame, joined};
use super::footnote::FootnoteFrame;
use super::quote::QuoteFrame;
use super::table::{into_blocks, only_lays_out};
use crate::document::block::{
    Block, Cell, CellAlign, CellScope, CodeBlock, Definition, DefinitionList, Details, Heading,
    Item, List, Paragraph, Row, Table, TablePart,
};
use crate::document::figure::{Caption, CaptionEvidence, Credit, CreditEvidence};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;
use crate::text::Text;

/// A block that is open in the tree.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) kind: Kind<'a>,
    /// What stands in it, for the kinds whose content is blocks.
    pub(super) blocks: Vec<Block<'a>>,
    /// The place in `blocks` of the media that a caption or credit next would be of.
    pub(super) media: Option<u32>,
    pub(super) span: Span,
}

/// What kind of block a [`Frame`] is, with what it holds besides blocks.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    Body,
    Heading {
        level: u8,
        id: Option<Text<'a>>,
    },
    Code {
        language: Option<Text<'a>>,
    },
    List(Box<List<'a>>),
    Item {
        value: Option<i64>,
        checked: Option<bool>,
    },
    DefinitionList {
        entries: Vec<Definition<'a>>,
    },
    Term,
    Description,
    Quote(Box<QuoteFrame<'a>>),
    /// A quotation that a script makes a post of a social network.
    Post(Box<PostFrame<'a>>),
    Admonition(Box<AdmonitionFrame<'a>>),
    /// What a footnote's reference leads to.
    Footnote(Box<FootnoteFrame<'a>>),
    /// The `<footer>` of a quotation.
    Attribution,
    Table {
        table: Box<Table<'a>>,
        /// The part of it that rows come to.
        part: TablePart,
        /// Whether it may only lay out what stands in it.
        lays_out: bool,
    },
    Row {
        part: TablePart,
        cells: Vec<Cell<'a>>,
    },
    Cell {
        header: bool,
        scope: Option<CellScope>,
        align: Option<CellAlign>,
        colspan: u16,
        rowspan: u16,
    },
    Figure(Box<FigureFrame<'a>>),
    /// A `<figcaption>`, a table's `<caption>`, or an element that its words make one.
    Caption {
        evidence: CaptionEvidence,
        credits: Vec<Credit<'a>>,
    },
    /// An element that credits someone.
    Credit {
        evidence: CreditEvidence,
    },
    /// What a reader acts on beside media (`<button>Enlarge</button>`): no caption.
    Control,
    Details {
        open: bool,
        summary: Inlines<'a>,
    },
    Summary,
}

impl Kind<'_> {
    /// Whether the content is one phrase, whatever elements stand in it.
    pub(super) const fn is_phrase(&self) -> bool {
        matches!(self, Self::Heading { .. } | Self::Code { .. })
    }

    /// Whether the paragraphs in it are words of one phrase in the end.
    pub(super) const fn is_words(&self) -> bool {
        matches!(
            self,
            Self::Caption { .. }
                | Self::Credit { .. }
                | Self::Control
                | Self::Term
                | Self::Summary
                | Self::Attribution
                | Self::Figure(_)
        )
    }

    /// How many levels of JSON a block in this frame lies below the frame's own object. What an item
    /// or a cell adds is counted with its list or table, where stray blocks get one made for them.
    pub(super) const fn json_depth(&self) -> u32 {
        match self {
            // `rows`, the row, `cells`, the cell, `blocks`, the block.
            Self::Table { .. } => 6,
            // `items` or `entries`, the item, `blocks`, the block.
            Self::List(_) | Self::DefinitionList { .. } => 4,
            // `blocks`, the block.
            Self::Quote(_)
            | Self::Post(_)
            | Self::Figure(_)
            | Self::Admonition(_)
            | Self::Footnote(_)
            | Self::Details { .. } => 2,
            _ => 0,
        }
    }
}

/// What a closed frame is to the frame around it.
pub(super) enum Closed<'a> {
    Blocks(Vec<Block<'a>>),
    Block(Block<'a>),
    Item(Item<'a>),
    Term(Inlines<'a>, Vec<Block<'a>>),
    Description(Vec<Block<'a>>),
    Row(Row<'a>),
    Cell(Cell<'a>),
    Caption(Caption<'a>, Vec<Credit<'a>>, Vec<Block<'a>>),
    Credit(Vec<Block<'a>>, CreditEvidence, Span),
    Control(Vec<Block<'a>>),
    Summary(Inlines<'a>, Vec<Block<'a>>),
    Attribution(Inlines<'a>, Span, Vec<Block<'a>>),
}

impl<'a> Frame<'a> {
    pub(super) const fn new(kind: Kind<'a>, span: Span) -> Self {
        Self { kind, blocks: Vec::new(), media: None, span }
    }

    /// Takes a block. Where the frame's kind has no place for blocks (text directly in a `<ul>`,
    /// between the rows of a table), a place is made, as a browser would show it.
    pub(super) fn take(&mut self, block: Block<'a>) {
        match &mut self.kind {
            Kind::List(list) => match list.items.last_mut() {
                // A list directly in a list is meant to belong to the item before it.
                Some(item) if matches!(block, Block::List(_)) => item.blocks.push(block),
                _ => {
                    let span = block.span();
                    list.items.push(Item { value: None, checked: None, blocks: vec![block], span });
                }
            },
            Kind::DefinitionList { entries } => match entries.last_mut() {
                Some(entry) => entry.blocks.push(block),
                None => entries.push(Definition { terms: Vec::new(), blocks: vec![block] }),
            },
            Kind::Table { table, part, .. } => {
                table.rows.push(Row { part: *part, cells: vec![plain_cell(false, vec![block])] });
            }
            Kind::Row { cells, .. } => cells.push(plain_cell(false, vec![block])),
            Kind::Figure(figure) => figure.take(block, &mut self.blocks),
            _ => {
                self.media = is_media(&block).then_some(self.blocks.len() as u32);
                push_lone(&mut self.blocks, block);
            }
        }
    }

    /// Takes a paragraph that no image stands in.
    pub(super) fn take_words(&mut self, paragraph: Paragraph<'a>) {
        let block = Block::Paragraph(paragraph);
        match self.kind {
            Kind::Body | Kind::Item { .. } | Kind::Quote(_) => {
                self.media = None;
                push_lone(&mut self.blocks, block);
            }
            _ => self.take(block),
        }
    }

    /// Takes blocks, one by one.
    pub(super) fn take_all(&mut self, blocks: Vec<Block<'a>>) {
        for block in blocks {
            self.take(block);
        }
    }

    /// Takes what a frame within this one came to.
    pub(super) fn take_closed(&mut self, closed: Closed<'a>) {
        let awaits_caption = self.awaits_caption();
        match (closed, &mut self.kind) {
            (Closed::Item(item), Kind::List(list)) => list.items.push(item),
            (Closed::Term(term, blocks), Kind::DefinitionList { entries }) => {
                // A heading for a term is a block of its entry.
                let term = Some(term).filter(|term| blocks.is_empty() || !term.is_empty());
                match entries.last_mut() {
                    Some(entry) if entry.blocks.is_empty() => entry.terms.extend(term),
                    _ => entries
                        .push(Definition { terms: term.into_iter().collect(), blocks: Vec::new() }),
                }
                self.take_all(blocks);
            }
            (Closed::Description(blocks), Kind::DefinitionList { entries }) => {
                match entries.last_mut() {
                    Some(entry) => entry.blocks.extend(blocks),
                    None => entries.push(Definition { terms: Vec::new(), blocks }),
                }
            }
            (Closed::Row(row), Kind::Table { table, .. }) => table.rows.push(row),
            (Closed::Cell(cell), Kind::Row { cells, .. }) => cells.push(cell),
            (Closed::Caption(new, parted, blocks), Kind::Table { table, .. }) => {
                let new = Some(new).filter(|new| !new.inlines.is_empty());
                table.caption = joined(table.caption.take().into_iter().chain(new).collect());
                table.credits.extend(parted);
                self.take_all(blocks);
            }
            (Closed::Caption(caption, credits, blocks), Kind::Figure(figure)) => {
                figure.take_caption(caption, credits, blocks, &mut self.blocks);
            }
            (Closed::Credit(blocks, evidence, span), Kind::Figure(figure)) => {
                figure.take_credit(blocks, evidence, span, &mut self.blocks);
            }
            (Closed::Credit(blocks, evidence, span), Kind::Caption { credits, .. }) => {
                super::credit::of_element(blocks, evidence, span, credits, &mut self.blocks);
            }
            (Closed::Caption(caption, credits, blocks), _) if awaits_caption => {
                self.take_beside(Some(caption), credits);
                self.take_all(blocks);
            }
            (Closed::Credit(blocks, evidence, span), _) if self.media.is_some() => {
                let (mut credits, mut rest) = (Vec::new(), Vec::new());
                super::credit::of_element(blocks, evidence, span, &mut credits, &mut rest);
                self.take_beside(None, credits);
                self.take_all(rest);
            }
            (Closed::Control(blocks), Kind::Figure(_)) => self.blocks.extend(blocks),
            (Closed::Control(blocks), _) => {
                let media = self.media;
                self.take_all(blocks);
                self.media = media;
            }
            (Closed::Summary(phrase, blocks), Kind::Details { summary, .. }) => {
                *summary = phrase;
                self.blocks.extend(blocks);
            }
            (Closed::Summary(phrase, blocks), Kind::Admonition(admonition)) => {
                let again = admonition.take_title(phrase);
                self.take_all(Closed::Summary(again.unwrap_or_default(), blocks).into_blocks());
            }
            (Closed::Attribution(phrase, span, rest), Kind::Quote(quote)) => {
                quote.take_footer(phrase, span, rest, &mut self.blocks);
                self.media = None;
            }
            (Closed::Block(block), _) => self.take(block),
            (closed, _) => self.take_all(closed.into_blocks()),
        }
    }

    /// What the frame comes to, now that its element has ended. `phrase` is its content, for the
    /// kinds that are one; `end` the text of the element that a caption ends with.
    pub(super) fn close(
        self,
        phrase: Inlines<'a>,
        end: Option<&str>,
        source: &'a str,
    ) -> Closed<'a> {
        let Self { kind, blocks, span, .. } = self;
        match kind {
            Kind::Body => Closed::Blocks(blocks),
            Kind::Heading { level, id } => Closed::Block(Block::Heading(Box::new(Heading {
                level,
                id,
                inlines: phrase,
                span,
            }))),
            Kind::Code { language } => Closed::Block(Block::Code(Box::new(CodeBlock {
                language,
                inlines: phrase,
                caption: None,
                credits: Vec::new(),
                span,
            }))),
            Kind::List(list) => Closed::Block(Block::List(list)),
            Kind::Item { value, checked } => Closed::Item(Item { value, checked, blocks, span }),
            Kind::DefinitionList { entries } => {
                Closed::Block(Block::DefinitionList(Box::new(DefinitionList { entries, span })))
            }
            Kind::Term => {
                let (phrase, blocks) = leading_phrase(blocks);
                Closed::Term(phrase, blocks)
            }
            Kind::Description => Closed::Description(blocks),
            Kind::Quote(quote) => quote.close(blocks, span),
            Kind::Post(post) => post.close(blocks, span),
            Kind::Admonition(admonition) => admonition.close(blocks, span),
            Kind::Footnote(footnote) => footnote.close(blocks, span),
            Kind::Attribution => {
                let (phrase, blocks) = leading_phrase(blocks);
                Closed::Attribution(phrase, span, blocks)
            }
            Kind::Table { table, lays_out: true, .. }
                if table.caption.is_none() && only_lays_out(&table.rows) =>
            {
                Closed::Blocks(into_blocks(table.rows).collect())
            }
            Kind::Table { table, .. } => Closed::Block(Block::Table(table)),
            Kind::Row { part, cells } => Closed::Row(Row { part, cells }),
            Kind::Cell { header, scope, align, colspan, rowspan } => {
                Closed::Cell(Cell { header, scope, align, colspan, rowspan, blocks })
            }
            Kind::Figure(figure) => figure.close(blocks, span, source),
            Kind::Caption { evidence, mut credits } => {
                let (phrase, blocks) = leading_phrase(blocks);
                let (inlines, parted) = super::credit::part(phrase, end, span, source);
                credits.splice(..0, parted);
                Closed::Caption(Caption { inlines, evidence, span }, credits, blocks)
            }
            Kind::Credit { evidence } => Closed::Credit(blocks, evidence, span),
            Kind::Control => Closed::Control(blocks),
            Kind::Details { open, summary } => {
                Closed::Block(Block::Details(Box::new(Details { open, summary, blocks, span })))
            }
            Kind::Summary => {
                let (phrase, blocks) = leading_phrase(blocks);
                Closed::Summary(phrase, blocks)
            }
        }
    }
}

impl<'a> Closed<'a> {
    /// The content, for a frame that has no place for what this is.
    pub(super) fn into_blocks(self) -> Vec<Block<'a>> {
        match self {
            Self::Blocks(blocks)
            | Self::Description(blocks)
            | Self::Credit(blocks, ..)
            | Self::Control(blocks) => blocks,
            Self::Block(block) => vec![block],
            Self::Item(item) => item.blocks,
            Self::Cell(cell) => cell.blocks,
            Self::Row(row) => row.cells.into_iter().flat_map(|cell| cell.blocks).collect(),
            Self::Term(phrase, blocks)
            | Self::Summary(phrase, blocks)
            | Self::Attribution(phrase, _, blocks)
            | Self::Caption(Caption { inlines: phrase, .. }, _, blocks) => {
                let span = blocks.first().map_or_else(Span::default, Block::span);
                let first = Some(phrase).filter(|phrase| !phrase.is_empty());
                let first = first.map(|inlines| Block::Paragraph(Paragraph { inlines, span }));
                first.into_iter().chain(blocks).collect()
            }
        }
    }
}

/// Adds to what most often comes to hold one thing.
#[inline]
pub(super) fn push_lone<T>(list: &mut Vec<T>, value: T) {
    if list.capacity() == 0 {
        *list = Vec::with_capacity(1);
    }
    list.push(value);
}

/// A cell of one row and column of which no more is said.
pub(super) const fn plain_cell(header: bool, blocks: Vec<Block<'_>>) -> Cell<'_> {
    Cell { header, scope: None, align: None, colspan: 1, rowspan: 1, blocks }
}

/// The paragraphs that blocks begin with, as one phrase with line breaks, and the blocks after them.
pub(super) fn leading_phrase(blocks: Vec<Block<'_>>) -> (Inlines<'_>, Vec<Block<'_>>) {
    let mut phrase: Vec<Inline<'_>> = Vec::new();
    let mut rest = blocks.into_iter().peekable();
    let mut first = Inlines::default();
    while let Some(Block::Paragraph(paragraph)) =
        rest.next_if(|block| matches!(block, Block::Paragraph(_)))
    {
        if first.is_empty() && phrase.is_empty() {
            first = paragraph.inlines;
            continue;
        }
        phrase.extend(std::mem::take(&mut first).into_vec());
        phrase.push(Inline::LineBreak);
        phrase.extend(paragraph.inlines.into_vec());
    }
    let phrase = if phrase.is_empty() { first } else { Inlines::from(phrase) };
    (phrase, rest.collect())
}
