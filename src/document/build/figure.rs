//! [`FigureFrame`]: a `<figure>` that is open, and what it comes to.

use super::credit;
use super::frame::{Closed, leading_phrase, push_lone};
use crate::document::block::{Block, Paragraph};
use crate::document::embed::Embed;
use crate::document::figure::{Caption, CaptionEvidence, Credit, CreditEvidence, Figure, Image};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;
use crate::text::Text;

/// A `<figure>` that is open.
#[derive(Debug, Default)]
pub(super) struct FigureFrame<'a> {
    pub(super) id: Option<Text<'a>>,
    /// Whether it stands between the marks of a `[caption]`.
    by_shortcode: bool,
    images: Vec<Image<'a>>,
    embeds: Vec<Embed<'a>>,
    /// The `<figcaption>`s.
    captions: Vec<Caption<'a>>,
    credits: Vec<Credit<'a>>,
    /// Text that stands directly in the figure, each with the number of blocks before it: its
    /// caption, unless there is a `<figcaption>`.
    bare: Vec<(usize, Paragraph<'a>)>,
}

impl<'a> FigureFrame<'a> {
    pub(super) fn new(id: Option<Text<'a>>) -> Self {
        Self { id, ..Self::default() }
    }

    /// What stands between the marks of a `[caption]`, which may give the caption itself.
    pub(super) fn by_shortcode(id: Option<Text<'a>>, caption: Option<Caption<'a>>) -> Self {
        let captions = caption.into_iter().collect();
        Self { id, by_shortcode: true, captions, ..Self::default() }
    }

    /// A figure of a paragraph of images, or of an embed.
    pub(super) fn of_media(media: Block<'a>) -> Figure<'a> {
        let (span, mut frame) = (media.span(), Self::default());
        frame.take(media, &mut Vec::new());
        let Self { images, embeds, .. } = frame;
        let (id, caption) = (None, None);
        Figure { id, images, embeds, caption, credits: Vec::new(), blocks: Vec::new(), span }
    }

    /// A figure of a paragraph of images, of which `words` say what it shows, or whom it is owed to.
    pub(super) fn of_images(
        images: Paragraph<'a>,
        words: Paragraph<'a>,
        evidence: CaptionEvidence,
        source: &'a str,
    ) -> Figure<'a> {
        let Paragraph { inlines, span } = words;
        let (inlines, credit) = credit::part(inlines, None, span, source);
        let mut figure = Self::of_media(Block::Paragraph(images));
        figure.caption = (!inlines.is_empty()).then_some(Caption { inlines, evidence, span });
        figure.credits.extend(credit);
        figure
    }

    /// Takes text and images that stand directly in the figure, after so many `blocks`.
    pub(super) fn take_bare(&mut self, phrase: Inlines<'a>, span: Span, blocks: usize) {
        let inlines = self.part_images(phrase);
        if !inlines.is_empty() {
            push_lone(&mut self.bare, (blocks, Paragraph { inlines, span }));
        }
    }

    /// Takes the credits out of texts that are nothing else.
    fn part_credits(&mut self, texts: &mut Vec<(usize, Paragraph<'a>)>, source: &'a str) {
        texts.retain_mut(|(_, Paragraph { inlines, span })| {
            if !credit::is_all(&inlines.text()) {
                return true;
            }
            let (rest, credit) = credit::part(std::mem::take(inlines), None, *span, source);
            *inlines = rest;
            self.credits.extend(credit);
            !inlines.is_empty()
        });
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

    /// Takes a `<figcaption>`.
    pub(super) fn take_caption(
        &mut self,
        caption: Caption<'a>,
        credits: Vec<Credit<'a>>,
        rest: Vec<Block<'a>>,
        blocks: &mut Vec<Block<'a>>,
    ) {
        self.credits.extend(credits);
        blocks.extend(rest);
        if !caption.inlines.is_empty() {
            self.captions.push(caption);
        }
    }

    /// What is said in it so far.
    pub(super) fn said(&self) -> (&[Caption<'a>], &[Credit<'a>]) {
        (&self.captions, &self.credits)
    }

    /// Takes an element that credits someone.
    pub(super) fn take_credit(
        &mut self,
        content: Vec<Block<'a>>,
        evidence: CreditEvidence,
        span: Span,
        blocks: &mut Vec<Block<'a>>,
    ) {
        credit::of_element(content, evidence, span, &mut self.credits, blocks);
    }

    /// What the figure comes to: a figure; or, without media, the one table, quotation or code that
    /// it holds, with its caption; or just what stands in it.
    pub(super) fn close(
        mut self,
        mut blocks: Vec<Block<'a>>,
        span: Span,
        source: &'a str,
    ) -> Closed<'a> {
        let media = !self.images.is_empty() || !self.embeds.is_empty();
        let lone = matches!(blocks[..], [Block::Table(_) | Block::Quote(_) | Block::Code(_)]);
        let mut caption = joined(std::mem::take(&mut self.captions));
        let mut bare = std::mem::take(&mut self.bare);
        if media && (caption.is_some() || bare.len() > 1) {
            self.part_credits(&mut bare, source);
        }
        let together = bare.windows(2).all(|pair| pair[0].0 == pair[1].0);
        if caption.is_none() && (media || lone) && together {
            caption = self.caption_of(bare.into_iter().map(|(_, paragraph)| paragraph), source);
        } else {
            blocks = interleaved(blocks, bare);
        }
        if media && caption.is_none() && matches!(blocks[..], [Block::Paragraph(_)]) {
            let text = blocks.pop().and_then(into_paragraph);
            caption = self.caption_of(text.into_iter(), source);
        }
        let Self { id, images, embeds, credits, .. } = self;
        if !media && caption.is_none() && credits.is_empty() {
            return Closed::Blocks(blocks);
        }
        match (&mut blocks[..], media) {
            ([block], false) if lone => give_caption(block, caption, credits),
            _ => {
                let figure = Figure { id, images, embeds, caption, credits, blocks, span };
                return Closed::Block(Block::Figure(Box::new(figure)));
            }
        }
        Closed::Blocks(blocks)
    }

    /// The caption that texts come to, without the credit in it, which is the figure's.
    fn caption_of(
        &mut self,
        mut texts: impl ExactSizeIterator<Item = Paragraph<'a>>,
        source: &'a str,
    ) -> Option<Caption<'a>> {
        let Paragraph { inlines: phrase, span } = match texts.len() {
            1 => texts.next()?,
            _ => on_lines(texts)?,
        };
        let (inlines, credit) = credit::part(phrase, None, span, source);
        if let Some(credit) = credit {
            self.credits.reserve_exact(1);
            self.credits.insert(0, credit);
        }
        let evidence = if self.by_shortcode {
            CaptionEvidence::Shortcode
        } else {
            CaptionEvidence::FigureText
        };
        (!inlines.is_empty()).then_some(Caption { inlines, evidence, span })
    }

    /// Takes the images out of a phrase, each with the link it is the only content of.
    fn part_images(&mut self, phrase: Inlines<'a>) -> Inlines<'a> {
        if phrase.is_plain() {
            return phrase;
        }
        let mut rest = phrase.into_vec();
        rest.retain_mut(|inline| !self.part_image(inline));
        trim_breaks(&mut rest);
        Inlines::from(rest)
    }

    /// Takes the images of an inline; true if nothing is left of it.
    fn part_image(&mut self, inline: &mut Inline<'a>) -> bool {
        let first = self.images.len();
        if matches!(inline, Inline::Image(_)) {
            if let Inline::Image(image) = std::mem::replace(inline, Inline::LineBreak) {
                push_lone(&mut self.images, *image);
            }
            return true;
        }
        let Some(children) = inline.children_mut() else { return false };
        *children = self.part_images(std::mem::take(children));
        if !children.is_empty() {
            return false;
        }
        let Inline::Link(_) = inline else { return true };
        // A link around an image alone is the image's.
        let Some(image) = self.images.get_mut(first) else { return false };
        if let Inline::Link(link) = std::mem::replace(inline, Inline::LineBreak) {
            image.link = Some(link);
        }
        true
    }
}

/// Several texts as one, each on a line of its own.
fn on_lines<'a>(texts: impl Iterator<Item = Paragraph<'a>>) -> Option<Paragraph<'a>> {
    let texts: Vec<_> = texts.map(Block::Paragraph).collect();
    let span = texts.iter().map(Block::span).reduce(Span::hull)?;
    let (inlines, _) = leading_phrase(texts);
    Some(Paragraph { inlines, span })
}

/// One caption of several: each goes on, on a new line, where the one before it ended.
pub(super) fn joined(captions: Vec<Caption<'_>>) -> Option<Caption<'_>> {
    let mut captions = captions.into_iter();
    let Caption { inlines, evidence, mut span } = captions.next()?;
    if captions.len() == 0 {
        return Some(Caption { inlines, evidence, span });
    }
    let mut all = inlines.into_vec();
    for caption in captions {
        all.push(Inline::LineBreak);
        all.extend(caption.inlines.into_vec());
        span = span.hull(caption.span);
    }
    Some(Caption { inlines: Inlines::from(all), evidence, span })
}

/// Gives a figure's caption to the one block it holds, before the one that has of its own.
fn give_caption<'a>(block: &mut Block<'a>, new: Option<Caption<'a>>, parted: Vec<Credit<'a>>) {
    let (caption, credits) = match block {
        Block::Table(table) => (&mut table.caption, &mut table.credits),
        Block::Quote(quote) => (&mut quote.caption, &mut quote.credits),
        Block::Code(code) => (&mut code.caption, &mut code.credits),
        _ => return,
    };
    *caption = joined(new.into_iter().chain(caption.take()).collect());
    credits.extend(parted);
}

/// Blocks with the bare text between them, each in its place.
fn interleaved<'a>(blocks: Vec<Block<'a>>, bare: Vec<(usize, Paragraph<'a>)>) -> Vec<Block<'a>> {
    let mut all = Vec::with_capacity(blocks.len() + bare.len());
    let mut bare = bare.into_iter().peekable();
    for (before, block) in blocks.into_iter().enumerate() {
        while let Some((_, paragraph)) = bare.next_if(|(place, _)| *place <= before) {
            all.push(Block::Paragraph(paragraph));
        }
        all.push(block);
    }
    all.extend(bare.map(|(_, paragraph)| Block::Paragraph(paragraph)));
    all
}

fn into_paragraph(block: Block<'_>) -> Option<Paragraph<'_>> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph),
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
