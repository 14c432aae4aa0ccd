//! The plain text of blocks: what is shown of them, in order.

use std::fmt::{self, Write};

use super::block::{Block, Cell, Definition, Item, Row};
use super::figure::{Caption, Credit};
use super::inline::Inlines;
use crate::text::Text;

impl Block<'_> {
    /// Its plain text, in order: what stands in it on lines of their own, the cells of a table's row
    /// parted by tabs; of a figure its caption and credits. Borrowed if it is one run of text that is.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("<ul><li>One<li>Two <b>and</b> three</ul>");
    /// assert_eq!(document.blocks()[0].text(), "One\nTwo and three");
    /// ```
    pub fn text(&self) -> Text<'_> {
        match self {
            Self::Heading(heading) => heading.inlines.text(),
            Self::Paragraph(paragraph) => paragraph.inlines.text(),
            Self::Math(math) => math.inlines.text(),
            _ => lines(|lines| lines.block(self)),
        }
    }
}

/// The lines that `write` writes.
pub(super) fn lines(write: impl FnOnce(&mut Lines<&mut String>) -> fmt::Result) -> Text<'static> {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write(&mut Lines::new(&mut text));
    Text::from(text)
}

/// Writes texts, each on a line of its own.
#[derive(Debug)]
pub(super) struct Lines<W> {
    out: W,
    /// What stands before the next line.
    before: &'static str,
    /// What parts lines here: a tab between the cells of a row.
    between: &'static str,
}

impl<W: Write> Lines<W> {
    pub(super) const fn new(out: W) -> Self {
        Self { out, before: "", between: "\n" }
    }

    pub(super) fn block(&mut self, block: &Block<'_>) -> fmt::Result {
        match block {
            Block::Heading(heading) => self.phrase(&heading.inlines),
            Block::Paragraph(paragraph) => self.phrase(&paragraph.inlines),
            Block::Figure(figure) => {
                figure.embeds.iter().try_for_each(|embed| self.blocks(&embed.blocks))?;
                self.caption(figure.caption.as_ref(), &figure.credits)?;
                self.blocks(&figure.blocks)
            }
            Block::List(list) => list.items.iter().try_for_each(|item| self.item(item)),
            Block::DefinitionList(list) => {
                list.entries.iter().try_for_each(|entry| self.definition(entry))
            }
            Block::Table(table) => {
                self.caption(table.caption.as_ref(), &table.credits)?;
                table.rows.iter().try_for_each(|row| self.row(row))
            }
            Block::Quote(quote) => {
                self.blocks(&quote.blocks)?;
                self.phrase(&quote.attribution)?;
                self.caption(quote.caption.as_ref(), &quote.credits)
            }
            Block::Code(code) => {
                self.phrase(&code.inlines)?;
                self.caption(code.caption.as_ref(), &code.credits)
            }
            Block::Details(details) => {
                self.phrase(&details.summary)?;
                self.blocks(&details.blocks)
            }
            Block::Admonition(admonition) => {
                self.phrase(&admonition.title)?;
                self.blocks(&admonition.blocks)
            }
            Block::Math(math) => self.phrase(&math.inlines),
            Block::FootnoteDefinition(footnote) => {
                self.phrase(&footnote.label)?;
                self.blocks(&footnote.blocks)
            }
            Block::Aside(aside) => self.blocks(&aside.blocks),
            Block::Embed(embed) => self.blocks(&embed.blocks),
            Block::Rule(_) => Ok(()),
        }
    }

    fn blocks(&mut self, blocks: &[Block<'_>]) -> fmt::Result {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    pub(super) fn phrase(&mut self, phrase: &Inlines<'_>) -> fmt::Result {
        if phrase.iter().all(|inline| inline.text_len() == 0) {
            return Ok(());
        }
        let before = std::mem::replace(&mut self.before, self.between);
        write!(self.out, "{before}{}", phrase.plain())
    }

    fn caption(&mut self, caption: Option<&Caption<'_>>, credits: &[Credit<'_>]) -> fmt::Result {
        caption.map_or(Ok(()), |caption| self.phrase(&caption.inlines))?;
        credits.iter().try_for_each(|credit| self.phrase(&credit.raw))
    }

    pub(super) fn item(&mut self, item: &Item<'_>) -> fmt::Result {
        self.blocks(&item.blocks)
    }

    pub(super) fn definition(&mut self, definition: &Definition<'_>) -> fmt::Result {
        definition.terms.iter().try_for_each(|term| self.phrase(term))?;
        self.blocks(&definition.blocks)
    }

    /// One line; a table in a cell is no other.
    pub(super) fn row(&mut self, row: &Row<'_>) -> fmt::Result {
        let between = std::mem::replace(&mut self.between, "\t");
        row.cells.iter().try_for_each(|cell| self.cell(cell))?;
        self.between = between;
        if !self.before.is_empty() {
            self.before = between;
        }
        Ok(())
    }

    pub(super) fn cell(&mut self, cell: &Cell<'_>) -> fmt::Result {
        self.blocks(&cell.blocks)
    }
}

#[cfg(test)]
mod tests {
    use crate::Document;

    #[test]
    fn the_text_of_a_block_is_what_is_shown_of_it() {
        for (html, expected) in [
            ("<p>One <i>two</i><br>three", "One two\nthree"),
            ("<ol><li>One<ul><li>Two</ul><li>Three</ol>", "One\nTwo\nThree"),
            ("<dl><dt>A<dd>One<dt>B<dd>Two</dl>", "A\nOne\nB\nTwo"),
            ("<table><caption>T</caption><tr><th>a<th>b<tr><td>c<td>d</table>", "T\na\tb\nc\td"),
            ("<blockquote><p>One<p>Two</blockquote>", "One\nTwo"),
            ("<pre>a\n b</pre>", "a\n b"),
            ("<details><summary>S</summary><p>One</details>", "S\nOne"),
            ("<figure><img src=a alt=b>Dawn (Reuters)</figure>", "Dawn\n(Reuters)"),
            ("<div class=share-bar><p>Share<p>Print</div>", "Share\nPrint"),
            ("<hr>", ""),
        ] {
            let document = Document::parse(html);
            assert_eq!(document.blocks()[0].text(), expected, "{html}");
        }
    }
}
