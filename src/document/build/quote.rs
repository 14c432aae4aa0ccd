//! [`QuoteFrame`]: a `<blockquote>` that is open, and what it comes to.

use super::frame::Closed;
use crate::document::block::{Block, Paragraph, Quote};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;
use crate::text::Text;

/// A `<blockquote>` that is open.
#[derive(Debug, Default)]
pub(super) struct QuoteFrame<'a> {
    cite: Option<Text<'a>>,
    /// The `<footer>`, and how many blocks stand before it.
    footer: Option<(usize, Paragraph<'a>)>,
}

impl<'a> QuoteFrame<'a> {
    pub(super) fn new(cite: Option<Text<'a>>) -> Self {
        Self { cite, footer: None }
    }

    /// Takes a `<footer>`. It says who is quoted if nothing follows it; else it is a paragraph.
    pub(super) fn take_footer(
        &mut self,
        inlines: Inlines<'a>,
        span: Span,
        rest: Vec<Block<'a>>,
        blocks: &mut Vec<Block<'a>>,
    ) {
        self.settle(blocks);
        if !inlines.is_empty() {
            self.footer = Some((blocks.len(), Paragraph { inlines, span }));
        }
        blocks.extend(rest);
    }

    pub(super) fn close(mut self, mut blocks: Vec<Block<'a>>, span: Span) -> Closed<'a> {
        let last = self.footer.take_if(|(before, _)| *before == blocks.len());
        self.settle(&mut blocks);
        let last = last.map(|(_, footer)| footer.inlines).or_else(|| last_words(&mut blocks));
        Closed::Block(Block::Quote(Box::new(Quote {
            cite: self.cite,
            blocks,
            attribution: last.unwrap_or_default(),
            caption: None,
            credits: Vec::new(),
            span,
        })))
    }

    /// Makes a paragraph of a footer that something follows.
    fn settle(&mut self, blocks: &mut Vec<Block<'a>>) {
        if let Some((before, footer)) = self.footer.take() {
            blocks.insert(before, Block::Paragraph(footer));
        }
    }
}

/// Takes the last paragraph, if it only says who is quoted: a `<cite>` or `<small>`, or a short line
/// after a dash.
fn last_words<'a>(blocks: &mut Vec<Block<'a>>) -> Option<Inlines<'a>> {
    let [_, .., Block::Paragraph(Paragraph { inlines, .. })] = &blocks[..] else { return None };
    if !matches!(inlines[..], [Inline::Cite(_) | Inline::Small(_)]) && !begins_with_dash(inlines) {
        return None;
    }
    match blocks.pop()? {
        Block::Paragraph(paragraph) => Some(paragraph.inlines),
        _ => None,
    }
}

fn begins_with_dash(inlines: &Inlines<'_>) -> bool {
    /// A longer line goes on with what is said.
    const LONGEST: usize = 120;
    let Some(Inline::Text(first)) = inlines.first() else { return false };
    let name = first.trim_start().strip_prefix(['—', '―', '–', '⸺']);
    let name = name.or_else(|| first.trim_start().strip_prefix("--"));
    name.is_some() && inlines.iter().map(Inline::text_len).sum::<usize>() <= LONGEST
}
