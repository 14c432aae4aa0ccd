//! What a [`Document`] is looked at for: its headings, its sections, its length.

use std::time::Duration;

use super::Document;
use super::block::{Block, CodeBlock, Heading, List, Paragraph, Quote, Table};
use super::chunks::{Chunk, Chunks};
use super::count::Count;
use super::embed::Embed;
use super::excerpt::excerpt;
use super::figure::{Figure, Image};
use super::inline::Link;
use super::outline::Outline;
use super::plain::Lines;
use super::sections::{Run, Section, Sections};
use super::walk::{Part, Walk};
use crate::text::Text;

/// Views: what stands in the blocks, without copying it.
impl<'a> Document<'a> {
    /// The headings, in order, those within other blocks included.
    pub fn headings(&self) -> impl Iterator<Item = &Heading<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Heading(heading)) => Some(&**heading),
            _ => None,
        })
    }

    /// The paragraphs, in order, those within other blocks included.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("<p>One<blockquote><p>Two</blockquote>");
    /// let texts: Vec<_> = document.paragraphs().map(|paragraph| paragraph.text()).collect();
    /// assert_eq!(texts, ["One", "Two"]);
    /// ```
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        })
    }

    /// The figures, in order, those within other blocks included.
    pub fn figures(&self) -> impl Iterator<Item = &Figure<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Figure(figure)) => Some(&**figure),
            _ => None,
        })
    }

    /// The images of the body, in order, wherever they stand. Those of the front matter are
    /// [`Metadata::images`](crate::Metadata::images).
    pub fn images(&self) -> impl Iterator<Item = &Image<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Image(image) => Some(image),
            _ => None,
        })
    }

    /// The links of the body, in order, wherever they stand.
    pub fn links(&self) -> impl Iterator<Item = &Link<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Link(link) => Some(link),
            _ => None,
        })
    }

    /// The videos, sounds and frames, in order, those of figures included.
    pub fn embeds(&self) -> impl Iterator<Item = &Embed<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Embed(embed) => Some(embed),
            _ => None,
        })
    }

    /// The lists, in order, those within other blocks included.
    pub fn lists(&self) -> impl Iterator<Item = &List<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::List(list)) => Some(&**list),
            _ => None,
        })
    }

    /// The tables, in order, those within other blocks included.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("<table><tr><td>High<td>9:40<tr><td>Low<td>15:55</table>");
    /// assert_eq!(document.tables().next().unwrap().rows.len(), 2);
    /// ```
    pub fn tables(&self) -> impl Iterator<Item = &Table<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Table(table)) => Some(&**table),
            _ => None,
        })
    }

    /// The quotations that are blocks, in order, those within other blocks included.
    pub fn quotes(&self) -> impl Iterator<Item = &Quote<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Quote(quote)) => Some(&**quote),
            _ => None,
        })
    }

    /// The code that stands in blocks of its own, in order, that within other blocks included.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("<pre><code class=language-sh>make</code></pre>");
    /// assert_eq!(document.code_blocks().next().unwrap().language.as_deref(), Some("sh"));
    /// ```
    pub fn code_blocks(&self) -> impl Iterator<Item = &CodeBlock<'a>> {
        self.walk().filter_map(|part| match part {
            Part::Block(Block::Code(code)) => Some(&**code),
            _ => None,
        })
    }

    /// The headings, nested by their levels: a table of contents. Those within other blocks (a
    /// quotation, a table) are part of those blocks, not of the outline.
    pub fn outline(&self) -> Outline<'_, 'a> {
        Outline::new(self.run_of_sections().filter_map(|section| section.heading))
    }

    /// The sections, in order: each a heading and the blocks between it and the next one, with the
    /// titles above. Together they are the blocks.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("<p>Lead<h1>Sea</h1><h2>Tide</h2><p>It turns.");
    /// let titles: Vec<_> =
    ///     document.sections().map(|section| section.breadcrumb.to_string()).collect();
    /// assert_eq!(titles, ["", "Sea", "Sea > Tide"]);
    /// ```
    pub fn sections(&self) -> impl Iterator<Item = Section<'_, 'a>> {
        self.run_of_sections()
    }

    /// The text in chunks for an index or a model, each of at most `max` characters. This *is*
    /// [`chunks_by`](Self::chunks_by), measured in characters.
    pub fn chunks(&self, max: usize) -> impl Iterator<Item = Chunk<'_, 'a>> {
        self.chunks_by(max, |text| text.chars().count())
    }

    /// The text in chunks for an index or a model, each at most `max` by a measure of yours: tokens,
    /// words, bytes.
    ///
    /// A chunk holds as many whole blocks of one section as fit; its heading stands in the first one,
    /// and in the [breadcrumb](Chunk::breadcrumb) of each. Only a block that is too large alone is
    /// parted: a list at its items, a table at its rows, a quotation at its blocks, code at its lines,
    /// a text at its sentences; a sentence at its words, a word anywhere. Nothing is lost and nothing
    /// comes twice. What has no text (a rule, an image without a caption) is in no chunk.
    ///
    /// The measure is taken of each piece and of what parts them, and added up; so the work is linear,
    /// and a measure in tokens is at most a little too large. Where a single character measures more
    /// than `max`, it is a chunk all the same.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("<h2>Tide</h2><p>It turns at nine.</p><p>Boats wait.</p>");
    /// let words = |text: &str| text.split_whitespace().count();
    /// let chunks: Vec<_> = document.chunks_by(5, words).collect();
    /// assert_eq!(chunks[0].text(), "Tide\n\nIt turns at nine.");
    /// assert_eq!(chunks[1].text(), "Boats wait.");
    /// assert_eq!(chunks[1].breadcrumb.to_string(), "Tide");
    /// ```
    pub fn chunks_by(
        &self,
        max: usize,
        measure: impl FnMut(&str) -> usize,
    ) -> impl Iterator<Item = Chunk<'_, 'a>> {
        Chunks::new(&self.source, self.run_of_sections(), max, measure)
    }

    /// How many words there are to read, captions included.
    ///
    /// A word is what stands between spaces or dashes and holds a letter or a digit; in scripts without
    /// spaces, each Chinese character or kana, and every five letters of Thai, Lao, Khmer and Burmese
    /// (without a dictionary, that is their mean).
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// assert_eq!(Document::parse("<p>It’s a well-known <b>har</b>bour.").word_count(), 4);
    /// assert_eq!(Document::parse("<p>港口重新开放 (Reuters)").word_count(), 7);
    /// ```
    pub fn word_count(&self) -> usize {
        self.count().words()
    }

    /// How long it takes to read: 238 words or 500 Chinese characters or kana a minute.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let html = format!("<p>{}", "word ".repeat(476));
    /// assert_eq!(Document::parse(&html).reading_time().as_secs(), 120);
    /// ```
    pub fn reading_time(&self) -> Duration {
        self.count().reading_time()
    }

    /// What the article is about or begins with, in at most about `max` characters: the front matter's
    /// description, whole; else the first paragraphs, cut after a sentence or, with an ellipsis, after
    /// a word. `None` if there is neither.
    ///
    /// It borrows where it is one run of text.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("<p>Ferries sail again. The pier is closed.</p>");
    /// assert_eq!(document.excerpt(30).as_deref(), Some("Ferries sail again."));
    /// assert_eq!(document.excerpt(10).as_deref(), Some("Ferries…"));
    /// ```
    pub fn excerpt(&self, max: usize) -> Option<Text<'_>> {
        match &self.metadata.description {
            Some(description) => Some(Text::borrowed(description)),
            None => excerpt(self.blocks.iter(), max),
        }
    }

    fn count(&self) -> Count {
        let mut count = Count::default();
        let mut lines = Lines::new(&mut count);
        // Counting does not fail.
        let _ = self.blocks.iter().try_for_each(|block| lines.block(block));
        count
    }

    fn run_of_sections(&self) -> Sections<'_, 'a> {
        Sections::new(Run { blocks: &self.blocks })
    }

    fn walk(&self) -> Walk<'_, 'a> {
        Walk::new(&self.blocks)
    }
}
