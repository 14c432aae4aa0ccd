//! [`View`]: a document's blocks, with or without the asides among them.

use std::time::Duration;

use super::Document;
use super::block::{Block, CodeBlock, Heading, List, Paragraph, Quote, Table};
use super::chunks::{Chunk, Chunks};
use super::count::Count;
use super::embed::Embed;
use super::excerpt::excerpt;
use super::figure::{Figure, Image};
use super::footnote::{FootnoteDefinition, FootnoteReference};
use super::inline::Link;
use super::outline::Outline;
use super::plain::Lines;
use super::sections::{Run, Section, Sections};
use super::walk::{Part, Walk};
use crate::text::Text;

/// A document looked at without its asides: see [`Document::main`].
///
/// Each method is that of [`Document`] by the same name.
///
/// # Examples
///
/// ```
/// use copydesk::Document;
///
/// let document = Document::parse("<nav><a href=/>Home</a></nav><h1>Sea</h1><p>It is calm.</p>");
/// let main = document.main();
/// assert_eq!(main.blocks().count(), 2);
/// assert_eq!(main.sections().next().unwrap().heading.unwrap().text(), "Sea");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct View<'s, 'a> {
    pub(super) document: &'s Document<'a>,
    /// Whether asides are in it.
    pub(super) asides: bool,
}

impl<'s, 'a> View<'s, 'a> {
    /// What the body is made of, in order.
    pub fn blocks(self) -> impl Iterator<Item = &'s Block<'a>> {
        self.run().iter()
    }

    /// The headings, in order.
    pub fn headings(self) -> impl Iterator<Item = &'s Heading<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Heading(heading)) => Some(&**heading),
            _ => None,
        })
    }

    /// The paragraphs, in order.
    pub fn paragraphs(self) -> impl Iterator<Item = &'s Paragraph<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        })
    }

    /// The figures, in order.
    pub fn figures(self) -> impl Iterator<Item = &'s Figure<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Figure(figure)) => Some(&**figure),
            _ => None,
        })
    }

    /// The images, in order.
    pub fn images(self) -> impl Iterator<Item = &'s Image<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Image(image) => Some(image),
            _ => None,
        })
    }

    /// The links, in order.
    pub fn links(self) -> impl Iterator<Item = &'s Link<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Link(link) => Some(link),
            _ => None,
        })
    }

    /// The videos, sounds and frames, in order.
    pub fn embeds(self) -> impl Iterator<Item = &'s Embed<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Embed(embed) => Some(embed),
            _ => None,
        })
    }

    /// The lists, in order.
    pub fn lists(self) -> impl Iterator<Item = &'s List<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::List(list)) => Some(&**list),
            _ => None,
        })
    }

    /// The tables, in order.
    pub fn tables(self) -> impl Iterator<Item = &'s Table<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Table(table)) => Some(&**table),
            _ => None,
        })
    }

    /// The quotations, in order.
    pub fn quotes(self) -> impl Iterator<Item = &'s Quote<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Quote(quote)) => Some(&**quote),
            _ => None,
        })
    }

    /// The code that stands in blocks of its own, in order.
    pub fn code_blocks(self) -> impl Iterator<Item = &'s CodeBlock<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Code(code)) => Some(&**code),
            _ => None,
        })
    }

    /// The footnotes, in order.
    pub fn footnotes(self) -> impl Iterator<Item = &'s FootnoteDefinition<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::FootnoteDefinition(footnote)) => Some(&**footnote),
            _ => None,
        })
    }

    /// The references to footnotes, in order.
    pub fn footnote_references(self) -> impl Iterator<Item = &'s FootnoteReference<'a>> {
        self.walk().filter_map(|part| match part {
            Part::FootnoteReference(reference) => Some(reference),
            _ => None,
        })
    }

    /// The footnote of this identifier.
    pub fn footnote(self, identifier: &str) -> Option<&'s FootnoteDefinition<'a>> {
        self.footnotes().find(|footnote| footnote.identifier == identifier)
    }

    /// The headings, nested by their levels.
    pub fn outline(self) -> Outline<'s, 'a> {
        Outline::new(self.run_of_sections().filter_map(|section| section.heading))
    }

    /// The sections, in order.
    pub fn sections(self) -> impl Iterator<Item = Section<'s, 'a>> {
        self.run_of_sections()
    }

    /// The text in chunks, each of at most `max` characters.
    pub fn chunks(self, max: usize) -> impl Iterator<Item = Chunk<'s, 'a>> {
        self.chunks_by(max, |text| text.chars().count())
    }

    /// The text in chunks, each at most `max` by a measure of yours.
    pub fn chunks_by<F>(self, max: usize, measure: F) -> impl Iterator<Item = Chunk<'s, 'a>>
    where
        F: FnMut(&str) -> usize,
    {
        Chunks::new(&self.document.source, self.run_of_sections(), max, measure)
    }

    /// How many words there are to read.
    pub fn word_count(self) -> usize {
        self.count().words()
    }

    /// How long it takes to read.
    pub fn reading_time(self) -> Duration {
        self.count().reading_time()
    }

    /// What the article is about or begins with, in at most about `max` characters.
    pub fn excerpt(self, max: usize) -> Option<Text<'s>> {
        match &self.document.metadata.description {
            Some(description) => Some(Text::borrowed(description)),
            None => excerpt(self.blocks(), max),
        }
    }

    fn count(self) -> Count {
        let mut count = Count::default();
        let mut lines = Lines::new(&mut count);
        // Counting does not fail.
        let _ = self.blocks().try_for_each(|block| lines.block(block));
        count
    }

    fn run_of_sections(self) -> Sections<'s, 'a> {
        Sections::new(self.run())
    }

    fn walk(self) -> Walk<'s, 'a> {
        Walk::of(self.run())
    }

    fn run(self) -> Run<'s, 'a> {
        Run { blocks: &self.document.blocks, asides: self.asides }
    }
}
