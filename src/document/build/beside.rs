//! What stands beside media: captions and credits that no `<figure>` ties to them.
//!
//! ```text
//! media ──▶ button … ──▶ caption ──▶ credit        one figure
//!       ──▶ text                                   two blocks
//! ```
//!
//! An element that says that it is a caption or credit belongs to the media right before it in the
//! same frame, with nothing else said between them. Nothing is taken from what has a caption already.

use super::figure::FigureFrame;
use super::frame::{Closed, Frame, Kind};
use super::look::wording;
use super::role::{Role, is_picture, role};
use super::text::is_blank;
use super::{Builder, Content, DEEPEST, below, credit};
use crate::document::block::{Block, Paragraph};
use crate::document::figure::{Caption, CaptionEvidence, Credit, CreditEvidence, Figure, Image};
use crate::document::inline::{Inline, Inlines};
use crate::html::{NodeData, NodeId, Tag};
use crate::span::Span;

/// A caption that no `<figcaption>` makes one is not longer than this, in bytes.
const LONGEST_CAPTION: usize = 2_000;

/// An element that names whom something is owed to holds no more than this, in bytes.
const LONGEST_CREDIT: usize = 240;

/// Where an element stands, as far as captions go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a caption.
    Caption,
    /// Directly in a `<figure>`.
    Figure,
    /// Right after media.
    Media,
}

impl<'a> Builder<'_, 'a> {
    /// Enters an element that its words make a caption or credit of the media around or before it.
    pub(super) fn enter_beside(&mut self, node: NodeId, tag: Tag) -> Option<Content> {
        let place = self.place()?;
        if let Some(left_out) = self.enter_control(node, tag, place == Place::Media) {
            return Some(left_out);
        }
        if tag == Tag::Button && place != Place::Caption {
            wording(self.tree, node, LONGEST_CREDIT)?;
            self.flush();
            self.enter_aside(node, tag);
            return Some(self.open_frame(node, Kind::Control));
        }
        if !may_say(tag) {
            return None;
        }
        let said = if tag == Tag::Figcaption { None } else { role(self.tree, node) };
        let role = match (tag, said) {
            (Tag::Figcaption, _) => Role::Caption,
            (_, Some(role)) => role,
            _ if self.described_by(node) => Role::Caption,
            (Tag::P, None) if self.may_caption(node) => Role::Caption,
            (Tag::Footer | Tag::Small | Tag::Cite, None) if place == Place::Figure => {
                let text = wording(self.tree, node, LONGEST_CREDIT)?;
                credit::is_names(&text).then_some(())?;
                self.flush();
                return Some(
                    self.open_frame(node, Kind::Credit { evidence: CreditEvidence::Element }),
                );
            }
            _ => return None,
        };
        let kind = match (role, place) {
            (Role::Caption, Place::Media) if !self.awaits_caption() => return None,
            (Role::Caption, Place::Figure | Place::Media) => {
                wording(self.tree, node, LONGEST_CAPTION)?;
                let evidence = self.evidence(node, tag);
                Kind::Caption { evidence, credits: Vec::new() }
            }
            (Role::Credit { weak: false }, _)
            | (Role::Credit { weak: true }, Place::Caption | Place::Figure) => {
                wording(self.tree, node, LONGEST_CREDIT)?;
                Kind::Credit { evidence: CreditEvidence::Class }
            }
            _ => return None,
        };
        self.flush();
        Some(self.open_frame(node, kind))
    }

    /// Whether the media before this have no caption that is theirs alone.
    fn awaits_caption(&self) -> bool {
        !self.run.is_empty() || self.frames.last().is_some_and(Frame::awaits_caption)
    }

    fn evidence(&self, node: NodeId, tag: Tag) -> CaptionEvidence {
        match tag {
            Tag::Figcaption => CaptionEvidence::Figcaption,
            _ if self.described_by(node) => CaptionEvidence::DescribedBy,
            _ => CaptionEvidence::Class,
        }
    }

    /// Whether a `<p>` may be the caption of the image before it by where it stands.
    #[inline]
    pub(super) fn may_caption(&self, paragraph: NodeId) -> bool {
        // Nothing is told sooner: most paragraphs follow no media.
        let follows = || self.frames.last().is_some_and(|top| top.media.is_some());
        (!self.run.is_empty() || follows())
            && self.place() == Some(Place::Media)
            && self.ends_picture(paragraph)
    }

    /// Whether a short text is all that stands below the image in an element that is a picture by its
    /// class: `<div class="picture-box"><img><p>The pier</p></div>`.
    fn ends_picture(&self, node: NodeId) -> bool {
        /// In bytes; a longer text goes with the image, and does not say what it shows.
        const LONGEST: usize = 300;
        /// White space and comments stand between, but not many.
        const MOST: usize = 16;
        let tree = self.tree;
        let is_shown = |child: &NodeId| match &tree.node(*child).data {
            NodeData::Text(text) => !is_blank(text),
            data => matches!(data, NodeData::Element(_)),
        };
        let Some(around) = tree.parent(node) else { return false };
        if tree.children(around).nth(MOST).is_some() {
            return false;
        }
        let mut parts = tree.children(around).filter(is_shown);
        parts.next().is_some_and(|first| first != node)
            && parts.next() == Some(node)
            && parts.next().is_none()
            && is_picture(tree, around)
            && wording(tree, node, LONGEST).is_some()
    }

    fn place(&self) -> Option<Place> {
        let frame = self.frames.last()?;
        match frame.kind {
            Kind::Caption { .. } => Some(Place::Caption),
            Kind::Figure(_) => Some(Place::Figure),
            Kind::Credit { .. } | Kind::Control => None,
            _ if self.depth + 2 > DEEPEST => None,
            _ if self.run.is_media() => Some(Place::Media),
            _ => (self.run.is_empty() && frame.media.is_some()).then_some(Place::Media),
        }
    }

    /// Whether the last image says that `node` describes it (`aria-describedby`).
    fn described_by(&self, node: NodeId) -> bool {
        /// In bytes; what is longer names nothing.
        const LONGEST: usize = 256;
        let get = |node, name| {
            self.tree.attribute(node, name).filter(|named| named.value.len() <= LONGEST)
        };
        let image = self.last_image.and_then(|at| get(at, "aria-describedby"));
        let id = get(node, "id");
        let same = image.zip(id).map(|(image, id)| image.value.trim() == id.value.trim());
        same.unwrap_or(false)
    }

    /// Takes a paragraph that no image stands in.
    pub(super) fn take_words(&mut self, paragraph: Paragraph<'a>) {
        let top = self.top_frame();
        if top.media.is_some() {
            // It may be the caption.
            self.take_paragraph(paragraph);
        } else {
            top.take_words(paragraph);
        }
    }

    /// Takes a paragraph, unless it says again what the image before it says of itself: then it is
    /// the caption; or is nothing but a credit of it.
    pub(super) fn take_paragraph(&mut self, paragraph: Paragraph<'a>) {
        let (source, deep) = (self.source, self.depth + 2 > DEEPEST);
        let top = self.top_frame();
        let may_be_figure = !begins_with_words(&paragraph.inlines) && !paragraph.inlines.is_plain();
        let paragraph = if !may_be_figure || deep || top.kind.is_words() {
            paragraph
        } else {
            match below::figure(paragraph, source) {
                Ok(figure) => return top.take(Block::Figure(figure)),
                Err(paragraph) => paragraph,
            }
        };
        let beside = top.media.is_some() && !deep;
        let repeats = || top.image_before().is_some_and(|image| repeats(image, &paragraph));
        let credits = || !top.is_credited() && credit::is_all(&paragraph.inlines.text());
        if !beside || !(repeats() || credits()) {
            return top.take(Block::Paragraph(paragraph));
        }
        let Paragraph { inlines, span } = paragraph;
        let (inlines, credit) = credit::part(inlines, None, span, source);
        let caption = Caption { inlines, evidence: CaptionEvidence::RepeatsAlt, span };
        top.take_beside(Some(caption), credit.into_iter().collect());
        self.end_beside();
    }
}

/// The elements that captions and credits are written in.
const fn may_say(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::P
            | Tag::Div
            | Tag::Span
            | Tag::Figcaption
            | Tag::Small
            | Tag::Em
            | Tag::I
            | Tag::Cite
            | Tag::Strong
            | Tag::B
            | Tag::U
            | Tag::Font
            | Tag::Footer
            | Tag::Header
            | Tag::Section
            | Tag::Aside
            | Tag::Address
            | Tag::Center
            | Tag::Label
            | Tag::Time
            | Tag::Td
            // Elements of a site's own.
            | Tag::Other
    )
}

/// Whether a paragraph repeats the text that stands for the image, or its title. Either may go on
/// with a credit.
fn repeats(image: &Image<'_>, paragraph: &Paragraph<'_>) -> bool {
    /// A shorter text begins like another by chance.
    const LEAST: usize = 12;
    let text = paragraph.inlines.text();
    if text.len() > LONGEST_CAPTION {
        return false;
    }
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let first = |text: &str| text.chars().find(|c| !c.is_whitespace());
    let said = [&image.alt, &image.title].into_iter().flatten();
    said.filter(|said| first(said).is_some() && first(said) == first(&text)).any(|said| {
        let (text, said) = (visible(&text), visible(said));
        let begins = |long: &str, short: &str| {
            short.len() >= LEAST && long.starts_with(short) && long.len() <= short.len() + 100
        };
        text == said || begins(&text, &said) || begins(&said, &text)
    })
}

impl<'a> Frame<'a> {
    /// The media that a caption or credit here would be of.
    pub(super) fn media_block(&self) -> Option<&Block<'a>> {
        self.blocks.get(self.media? as usize)
    }

    /// The image that a caption here would be of, if it has none.
    fn image_before(&self) -> Option<&Image<'a>> {
        match self.media_block()? {
            Block::Paragraph(paragraph) => first_image(&paragraph.inlines),
            Block::Figure(figure) if figure.caption.is_none() => figure.images.last(),
            _ => None,
        }
    }

    /// Gives a caption or credits to the media before it. Without such they are a paragraph.
    pub(super) fn take_beside(&mut self, caption: Option<Caption<'a>>, credits: Vec<Credit<'a>>) {
        let caption = caption.filter(|caption| !caption.inlines.is_empty());
        if caption.is_none() && credits.is_empty() {
            return;
        }
        let figure = self.media.and_then(|at| figure_at(&mut self.blocks, at as usize));
        let Some(figure) = figure else {
            let said = Closed::Caption(caption.unwrap_or_else(nothing), credits, Vec::new());
            return self.take_all(said.into_blocks());
        };
        let new = caption.iter().map(|caption| caption.span);
        let new = new.chain(credits.iter().map(|credit| credit.span));
        figure.span = new.fold(figure.span, Span::hull);
        let captions = figure.caption.take().into_iter().chain(caption).collect();
        figure.caption = super::figure::joined(captions);
        figure.credits.extend(credits);
    }

    /// Whether the media before this have a credit.
    fn is_credited(&self) -> bool {
        let media = self.media_block();
        matches!(media, Some(Block::Figure(figure)) if !figure.credits.is_empty())
    }

    /// Whether a caption of this evidence may be given to the media before it.
    pub(super) fn awaits_caption(&self) -> bool {
        /// A caption is in no more parts than this.
        const MOST: usize = 32;
        match self.media_block() {
            // One caption in two elements, with nothing between them, is one.
            Some(Block::Figure(figure)) => figure.caption.as_ref().is_none_or(|caption| {
                caption.evidence == CaptionEvidence::Class
                    && caption.span.end == figure.span.end
                    && caption.inlines.len() <= MOST
            }),
            media => media.is_some(),
        }
    }
}

fn nothing<'a>() -> Caption<'a> {
    let inlines = Inlines::default();
    Caption { inlines, evidence: CaptionEvidence::Class, span: Span::default() }
}

/// Makes the media at a place a figure, with what follows them.
fn figure_at<'f, 'a>(blocks: &'f mut Vec<Block<'a>>, at: usize) -> Option<&'f mut Figure<'a>> {
    let after = blocks.split_off((at + 1).min(blocks.len()));
    let media = blocks.pop()?;
    let mut figure = match media {
        Block::Figure(figure) => figure,
        media => Box::new(FigureFrame::of_media(media)),
    };
    figure.span = after.iter().map(Block::span).fold(figure.span, Span::hull);
    figure.blocks.extend(after);
    blocks.push(Block::Figure(figure));
    match blocks.last_mut() {
        Some(Block::Figure(figure)) => Some(figure),
        _ => None,
    }
}

/// Whether a block is media that a caption may follow.
pub(super) fn is_media(block: &Block<'_>) -> bool {
    match block {
        Block::Paragraph(Paragraph { inlines, .. }) => {
            !begins_with_words(inlines) && !inlines.is_plain() && is_images(inlines)
        }
        Block::Embed(_) => true,
        Block::Figure(figure) => !figure.images.is_empty() || !figure.embeds.is_empty(),
        _ => false,
    }
}

/// Whether a phrase begins with words, as most do.
fn begins_with_words(inlines: &Inlines<'_>) -> bool {
    matches!(inlines.first(), Some(Inline::Text(text)) if !is_blank(text))
}

/// Whether a phrase is images, each perhaps in a link or a style, and nothing else.
fn is_images(inlines: &Inlines<'_>) -> bool {
    !inlines.is_empty()
        && inlines.iter().all(|inline| match inline {
            Inline::Image(_) | Inline::LineBreak => true,
            Inline::Text(text) => is_blank(text),
            inline => inline.children().is_some_and(is_images),
        })
        && first_image(inlines).is_some()
}

fn first_image<'f, 'a>(inlines: &'f Inlines<'a>) -> Option<&'f Image<'a>> {
    inlines.iter().find_map(|inline| match inline {
        Inline::Image(image) => Some(&**image),
        inline => first_image(inline.children()?),
    })
}

#[cfg(test)]
mod tests;
