//! What a [`Document`] is looked at for: its headings, its sections, its length.

use std::time::Duration;

use super::Document;
use super::block::{CodeBlock, Heading, List, Paragraph, Quote, Table};
use super::chunks::Chunk;
use super::embed::Embed;
use super::figure::{Figure, Image};
use super::footnote::{FootnoteDefinition, FootnoteReference};
use super::inline::Link;
use super::lead::{LeadImage, lead_image};
use super::outline::Outline;
use super::sections::Section;
use super::view::View;
use crate::text::Text;

/// Views: what stands in the blocks, without copying it.
impl<'a> Document<'a> {
    /// The article alone: the same views, without the asides. Nothing is copied.
    ///
    /// The views of the document itself take in all there is, asides too.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse(
    ///     "<p>Ferries sail again.</p><div class=related><a href=/pier>The pier is closed</a></div>",
    /// );
    /// assert_eq!(document.links().count(), 1);
    /// assert_eq!(document.main().links().count(), 0);
    /// assert_eq!(document.main().word_count(), 3);
    /// ```
    pub fn main(&self) -> View<'_, 'a> {
        View { document: self, asides: false }
    }

    /// The headings, in order, those within other blocks included.
    pub fn headings(&self) -> impl Iterator<Item = &Heading<'a>> {
        self.view().headings()
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
        self.view().paragraphs()
    }

    /// The figures, in order, those within other blocks included.
    pub fn figures(&self) -> impl Iterator<Item = &Figure<'a>> {
        self.view().figures()
    }

    /// The images of the body, in order, wherever they stand. Those of the front matter are
    /// [`Metadata::images`](crate::Metadata::images).
    pub fn images(&self) -> impl Iterator<Item = &Image<'a>> {
        self.view().images()
    }

    /// The image that stands for the article, as schema.org's `image` and `og:image` do: what front
    /// matter names ([`Metadata::images`](crate::Metadata::images): a cover before what is shared, and
    /// that before a thumbnail), joined with the same image in the body, which says more of it.
    ///
    /// Two addresses are of the same image if they differ only in scheme, `www.`, percent-encoding,
    /// size (`pier-300x200.jpg`, `?w=640`, `@2x`) or ending, or if one is relative and the other ends
    /// like it. Every [candidate](crate::Candidate) of the body's images counts.
    ///
    /// Where front matter names none, it is the first image in a figure or paragraph of
    /// [`main`](Self::main), if no more than 150 words stand before it; no icon, emoji or pixel.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse(
    ///     "---\ncover: https://example.org/pier.jpg\n---\n<p>Ferries sail.</p>\
    ///      <figure><img src=/pier-300x200.jpg alt='A pier'>The pier at dawn (Reuters)</figure>",
    /// );
    /// let lead = document.lead_image().unwrap();
    /// assert_eq!(lead.src(), "https://example.org/pier.jpg");
    /// assert_eq!(lead.alt().unwrap(), "A pier");
    /// assert_eq!(lead.caption().unwrap().inlines.text(), "The pier at dawn");
    /// assert_eq!(lead.credits()[0].text, "Reuters");
    /// ```
    pub fn lead_image(&self) -> Option<LeadImage<'_, 'a>> {
        lead_image(self)
    }

    /// The links of the body, in order, wherever they stand.
    pub fn links(&self) -> impl Iterator<Item = &Link<'a>> {
        self.view().links()
    }

    /// The videos, sounds and frames, in order, those of figures included.
    pub fn embeds(&self) -> impl Iterator<Item = &Embed<'a>> {
        self.view().embeds()
    }

    /// The lists, in order, those within other blocks included.
    pub fn lists(&self) -> impl Iterator<Item = &List<'a>> {
        self.view().lists()
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
        self.view().tables()
    }

    /// The quotations that are blocks, in order, those within other blocks included.
    pub fn quotes(&self) -> impl Iterator<Item = &Quote<'a>> {
        self.view().quotes()
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
        self.view().code_blocks()
    }

    /// The footnotes, in order, where they stand: mostly at the end.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse(
    ///     "<p>Ferries sail.<a href=#fn1 id=ref1><sup>1</sup></a></p>\
    ///      <ol class=footnotes><li id=fn1>Not on Sundays. <a href=#ref1>↩</a></ol>",
    /// );
    /// assert_eq!(document.footnotes().next().unwrap().blocks[0].text(), "Not on Sundays.");
    /// assert_eq!(&*document.footnote_references().next().unwrap().identifier, "fn1");
    /// ```
    pub fn footnotes(&self) -> impl Iterator<Item = &FootnoteDefinition<'a>> {
        self.view().footnotes()
    }

    /// The references to footnotes, in order.
    pub fn footnote_references(&self) -> impl Iterator<Item = &FootnoteReference<'a>> {
        self.view().footnote_references()
    }

    /// The first footnote of this identifier: what a [`FootnoteReference`] leads to.
    pub fn footnote(&self, identifier: &str) -> Option<&FootnoteDefinition<'a>> {
        self.view().footnote(identifier)
    }

    /// The headings, nested by their levels: a table of contents. Those within other blocks (a
    /// quotation, a table) are part of those blocks, not of the outline.
    pub fn outline(&self) -> Outline<'_, 'a> {
        self.view().outline()
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
        self.view().sections()
    }

    /// The text in chunks for an index or a model, each of at most `max` characters. This *is*
    /// [`chunks_by`](Self::chunks_by), measured in characters.
    pub fn chunks(&self, max: usize) -> impl Iterator<Item = Chunk<'_, 'a>> {
        self.view().chunks(max)
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
        self.view().chunks_by(max, measure)
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
        self.view().word_count()
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
        self.view().reading_time()
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
        self.view().excerpt(max)
    }

    fn view(&self) -> View<'_, 'a> {
        View { document: self, asides: true }
    }
}
