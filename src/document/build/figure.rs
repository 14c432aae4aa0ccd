//! [`FigureFrame`]: a `<figure>` that is open, and what it comes to.

use super::credit;
use super::frame::leading_phrase;
use crate::document::block::{Block, Embed, Paragraph};
use crate::document::figure::{Caption, CaptionEvidence, Credit, Figure, Image};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;
use crate::text::Text;

/// A `<figure>` that is open.
#[derive(Debug, Default)]
pub(super) struct FigureFrame<'a> {
    pub(super) id: Option<Text<'a>>,
    images: Vec<Image<'a>>,
    embeds: Vec<Embed<'a>>,
    caption: Option<Caption<'a>>,
    credits: Vec<Credit<'a>>,
    /// Text that stands directly in the figure: its caption, unless there is a `<figcaption>`.
    bare: Vec<(Inlines<'a>, Span)>,
}

impl<'a> FigureFrame<'a> {
    pub(super) fn new(id: Option<Text<'a>>) -> Self {
        Self { id, ..Self::default() }
    }

    /// Takes text and images that stand directly in the figure.
    pub(super) fn take_bare(&mut self, phrase: Inlines<'a>, span: Span) {
        let rest = self.part_images(phrase);
        if !rest.is_empty() {
            self.bare.push((rest, span));
        }
    }

    /// Takes a block; media are the figure's own.
    pub(super) fn take(&mut self, block: Block<'a>, blocks: &mut Vec<Block<'a>>) {
        match block {
            Block::Embed(embed) => self.embeds.push(*embed),
            Block::Paragraph(Paragraph { inlines, span }) => {
                let inlines = self.part_images(inlines);
                if !inlines.is_empty() {
                    blocks.push(Block::Paragraph(Paragraph { inlines, span }));
                }
            }
            block => blocks.push(block),
        }
    }

    /// Takes a `<figcaption>`. A second one goes on where the first ended.
    pub(super) fn take_caption(
        &mut self,
        caption: Caption<'a>,
        credits: Vec<Credit<'a>>,
        rest: Vec<Block<'a>>,
        blocks: &mut Vec<Block<'a>>,
    ) {
        self.credits.extend(credits);
        blocks.extend(rest);
        if caption.inlines.is_empty() {
            return;
        }
        match &mut self.caption {
            None => self.caption = Some(caption),
            Some(first) => {
                let mut inlines = std::mem::take(&mut first.inlines).into_vec();
                inlines.push(Inline::LineBreak);
                inlines.extend(caption.inlines.into_vec());
                first.inlines = Inlines::from(inlines);
                first.span = first.span.hull(caption.span);
            }
        }
    }

    /// Takes an element whose class says that it credits someone.
    pub(super) fn take_credit(
        &mut self,
        content: Vec<Block<'a>>,
        span: Span,
        blocks: &mut Vec<Block<'a>>,
    ) {
        credit::of_class(content, span, &mut self.credits, blocks);
    }

    /// What the figure comes to: a figure; or, without media, the one table, quotation or code that
    /// it holds, with its caption; or just what stands in it.
    pub(super) fn close(
        mut self,
        mut blocks: Vec<Block<'a>>,
        span: Span,
        source: &'a str,
    ) -> Vec<Block<'a>> {
        let media = !self.images.is_empty() || !self.embeds.is_empty();
        let lone = matches!(blocks[..], [Block::Table(_) | Block::Quote(_) | Block::Code(_)]);
        let bare = std::mem::take(&mut self.bare);
        if self.caption.is_none() && (media || lone) {
            self.caption_from(bare, source);
        } else {
            blocks.splice(..0, bare.into_iter().map(paragraph));
        }
        if media && self.caption.is_none() && matches!(blocks[..], [Block::Paragraph(_)]) {
            let texts = blocks.drain(..).filter_map(into_phrase).collect();
            self.caption_from(texts, source);
        }
        if media || !lone {
            return self.into_blocks(blocks, span, media);
        }
        blocks.iter_mut().for_each(|block| self.give_caption(block));
        blocks
    }

    fn caption_from(&mut self, texts: Vec<(Inlines<'a>, Span)>, source: &'a str) {
        let Some(span) = texts.iter().map(|(_, span)| *span).reduce(Span::hull) else { return };
        let (phrase, _) = leading_phrase(texts.into_iter().map(paragraph).collect());
        let (inlines, credits) = credit::part(phrase, span, source);
        self.credits.splice(..0, credits);
        if !inlines.is_empty() {
            let evidence = CaptionEvidence::FigureText;
            self.caption = Some(Caption { inlines, evidence, span });
        }
    }

    fn into_blocks(self, blocks: Vec<Block<'a>>, span: Span, media: bool) -> Vec<Block<'a>> {
        if !media && self.caption.is_none() && self.credits.is_empty() {
            return blocks;
        }
        let Self { id, images, embeds, caption, credits, bare: _ } = self;
        vec![Block::Figure(Box::new(Figure { id, images, embeds, caption, credits, blocks, span }))]
    }

    fn give_caption(&mut self, block: &mut Block<'a>) {
        let (caption, credits) = match block {
            Block::Table(table) => (&mut table.caption, &mut table.credits),
            Block::Quote(quote) => (&mut quote.caption, &mut quote.credits),
            Block::Code(code) => (&mut code.caption, &mut code.credits),
            _ => return,
        };
        if caption.is_none() {
            *caption = self.caption.take();
        }
        credits.append(&mut self.credits);
    }

    /// Takes the images out of a phrase, each with the link it is the only content of.
    fn part_images(&mut self, phrase: Inlines<'a>) -> Inlines<'a> {
        if phrase.is_plain() {
            return phrase;
        }
        let mut rest = Vec::new();
        for inline in phrase.into_vec() {
            self.part_image(inline, &mut rest);
        }
        trim_breaks(&mut rest);
        Inlines::from(rest)
    }

    fn part_image(&mut self, inline: Inline<'a>, rest: &mut Vec<Inline<'a>>) {
        match inline {
            Inline::Image(image) => self.images.push(*image),
            Inline::Link(mut link) => {
                let first = self.images.len();
                link.inlines = self.part_images(std::mem::take(&mut link.inlines));
                match self.images.get_mut(first) {
                    Some(image) if link.inlines.is_empty() => image.link = Some(link),
                    _ => rest.push(Inline::Link(link)),
                }
            }
            mut styled => {
                if let Some(children) = styled.children_mut() {
                    *children = self.part_images(std::mem::take(children));
                    if children.is_empty() {
                        return;
                    }
                }
                rest.push(styled);
            }
        }
    }
}

fn paragraph<'a>((inlines, span): (Inlines<'a>, Span)) -> Block<'a> {
    Block::Paragraph(Paragraph { inlines, span })
}

fn into_phrase(block: Block<'_>) -> Option<(Inlines<'_>, Span)> {
    match block {
        Block::Paragraph(Paragraph { inlines, span }) => Some((inlines, span)),
        _ => None,
    }
}

/// Drops the line breaks and white space at both ends, which parted the text from the media.
fn trim_breaks(inlines: &mut Vec<Inline<'_>>) {
    let blank = |inline: &Inline<'_>| match inline {
        Inline::LineBreak => true,
        Inline::Text(text) => text.trim().is_empty(),
        _ => false,
    };
    while inlines.last().is_some_and(blank) {
        inlines.pop();
    }
    let leading = inlines.iter().take_while(|inline| blank(inline)).count();
    inlines.drain(..leading);
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        text.trim_start_in_place();
    }
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.trim_end_in_place();
    }
}
