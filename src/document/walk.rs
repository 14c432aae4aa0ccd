//! [`Walk`]: everything that stands in blocks, in the order of reading, without recursion.

use super::block::{Block, Cell, Definition, Item, Row};
use super::embed::Embed;
use super::figure::{Caption, Credit, Image};
use super::footnote::FootnoteReference;
use super::inline::{Inline, Inlines, Link};
use super::sections::Run;

/// Something that stands in blocks.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'s, 'a> {
    Block(&'s Block<'a>),
    Image(&'s Image<'a>),
    Embed(&'s Embed<'a>),
    Link(&'s Link<'a>),
    FootnoteReference(&'s FootnoteReference<'a>),
}

/// Goes through blocks and all that stands in them. The stack is as deep as the blocks nest, which
/// is bounded.
#[derive(Debug)]
pub(super) struct Walk<'s, 'a> {
    stack: Vec<Rest<'s, 'a>>,
    /// Whether asides are gone through too.
    asides: bool,
}

/// What is still to be gone through at one level.
#[derive(Debug, Clone, Copy)]
enum Rest<'s, 'a> {
    Blocks(&'s [Block<'a>]),
    Inlines(&'s [Inline<'a>]),
    Phrases(&'s [Inlines<'a>]),
    Images(&'s [Image<'a>]),
    ImageLink(&'s Link<'a>),
    Embeds(&'s [Embed<'a>]),
    Credits(&'s [Credit<'a>]),
    Items(&'s [Item<'a>]),
    Definitions(&'s [Definition<'a>]),
    Rows(&'s [Row<'a>]),
    Cells(&'s [Cell<'a>]),
}

impl<'s, 'a> Walk<'s, 'a> {
    pub(super) fn new(blocks: &'s [Block<'a>]) -> Self {
        Self::of(Run { blocks, asides: true })
    }

    pub(super) fn of(run: Run<'s, 'a>) -> Self {
        Self { stack: vec![Rest::Blocks(run.blocks)], asides: run.asides }
    }

    fn enter_block(&mut self, block: &'s Block<'a>) {
        match block {
            Block::Heading(heading) => self.phrase(&heading.inlines),
            Block::Paragraph(paragraph) => self.phrase(&paragraph.inlines),
            Block::Figure(figure) => {
                self.stack.push(Rest::Blocks(&figure.blocks));
                self.caption(figure.caption.as_ref(), &figure.credits);
                self.stack.push(Rest::Embeds(&figure.embeds));
                self.stack.push(Rest::Images(&figure.images));
            }
            Block::List(list) => self.stack.push(Rest::Items(&list.items)),
            Block::DefinitionList(list) => self.stack.push(Rest::Definitions(&list.entries)),
            Block::Table(table) => {
                self.stack.push(Rest::Rows(&table.rows));
                self.caption(table.caption.as_ref(), &table.credits);
            }
            Block::Quote(quote) => {
                self.caption(quote.caption.as_ref(), &quote.credits);
                self.phrase(&quote.attribution);
                self.stack.push(Rest::Blocks(&quote.blocks));
            }
            Block::Code(code) => {
                self.caption(code.caption.as_ref(), &code.credits);
                self.phrase(&code.inlines);
            }
            Block::Details(details) => {
                self.stack.push(Rest::Blocks(&details.blocks));
                self.phrase(&details.summary);
            }
            Block::FootnoteDefinition(footnote) => {
                self.stack.push(Rest::Blocks(&footnote.blocks));
                self.phrase(&footnote.label);
            }
            Block::Admonition(admonition) => {
                self.stack.push(Rest::Blocks(&admonition.blocks));
                self.phrase(&admonition.title);
            }
            Block::Math(math) => self.phrase(&math.inlines),
            Block::Aside(aside) => self.stack.push(Rest::Blocks(&aside.blocks)),
            Block::Embed(embed) => self.stack.push(Rest::Blocks(&embed.blocks)),
            Block::Rule(_) => {}
        }
    }

    fn caption(&mut self, caption: Option<&'s Caption<'a>>, credits: &'s [Credit<'a>]) {
        self.stack.push(Rest::Credits(credits));
        if let Some(caption) = caption {
            self.phrase(&caption.inlines);
        }
    }

    fn phrase(&mut self, inlines: &'s Inlines<'a>) {
        if !inlines.is_plain() {
            self.stack.push(Rest::Inlines(inlines));
        }
    }

    fn enter_inline(&mut self, inline: &'s Inline<'a>) -> Option<Part<'s, 'a>> {
        if let Some(children) = inline.children() {
            self.phrase(children);
        }
        match inline {
            Inline::Link(link) => Some(Part::Link(link)),
            Inline::FootnoteReference(reference) => Some(Part::FootnoteReference(reference)),
            Inline::Image(image) => Some(self.enter_image(image)),
            _ => None,
        }
    }

    fn enter_image(&mut self, image: &'s Image<'a>) -> Part<'s, 'a> {
        if let Some(link) = &image.link {
            self.stack.push(Rest::ImageLink(link));
        }
        Part::Image(image)
    }

    /// Takes one step at a level; answers what it came upon, if that is a part.
    fn step(&mut self, rest: Rest<'s, 'a>) -> Option<Part<'s, 'a>> {
        match rest {
            Rest::Blocks([block, rest @ ..]) => {
                self.stack.push(Rest::Blocks(rest));
                if !self.asides && matches!(block, Block::Aside(_)) {
                    return None;
                }
                self.enter_block(block);
                Some(match block {
                    Block::Embed(embed) => Part::Embed(embed),
                    block => Part::Block(block),
                })
            }
            Rest::Inlines([inline, rest @ ..]) => {
                self.stack.push(Rest::Inlines(rest));
                self.enter_inline(inline)
            }
            Rest::Phrases([phrase, rest @ ..]) => {
                self.stack.push(Rest::Phrases(rest));
                self.phrase(phrase);
                None
            }
            Rest::Images([image, rest @ ..]) => {
                self.stack.push(Rest::Images(rest));
                Some(self.enter_image(image))
            }
            Rest::ImageLink(link) => Some(Part::Link(link)),
            Rest::Embeds([embed, rest @ ..]) => {
                self.stack.push(Rest::Embeds(rest));
                self.stack.push(Rest::Blocks(&embed.blocks));
                Some(Part::Embed(embed))
            }
            Rest::Credits([credit, rest @ ..]) => {
                self.stack.push(Rest::Credits(rest));
                self.phrase(&credit.raw);
                None
            }
            Rest::Items([item, rest @ ..]) => {
                self.stack.push(Rest::Items(rest));
                self.stack.push(Rest::Blocks(&item.blocks));
                None
            }
            Rest::Definitions([definition, rest @ ..]) => {
                self.stack.push(Rest::Definitions(rest));
                self.stack.push(Rest::Blocks(&definition.blocks));
                self.stack.push(Rest::Phrases(&definition.terms));
                None
            }
            Rest::Rows([row, rest @ ..]) => {
                self.stack.push(Rest::Rows(rest));
                self.stack.push(Rest::Cells(&row.cells));
                None
            }
            Rest::Cells([cell, rest @ ..]) => {
                self.stack.push(Rest::Cells(rest));
                self.stack.push(Rest::Blocks(&cell.blocks));
                None
            }
            _ => None,
        }
    }
}

impl<'s, 'a> Iterator for Walk<'s, 'a> {
    type Item = Part<'s, 'a>;

    fn next(&mut self) -> Option<Part<'s, 'a>> {
        while let Some(rest) = self.stack.pop() {
            if let Some(part) = self.step(rest) {
                return Some(part);
            }
        }
        None
    }
}
