//! Phrases: what goes into the run of text, and what it becomes where it ends.

use super::frame::Kind;
use super::image::{self, Sources, are_twins};
use super::math;
use super::noscript::{image_after, lone_image, noscript_after};
use super::pixel::is_pixel;
use super::run::{Format, Phrase};
use super::{Builder, Content, Opened};
use crate::diagnostic::Code;
use crate::document::block::{OmittedKind, Paragraph};
use crate::document::inline::{Inline, Inlines, Link};
use crate::html::{NodeId, Tag};
use crate::span::Span;

impl<'a> Builder<'_, 'a> {
    /// Ends the phrase: it becomes a paragraph of the frame around, or stays one phrase in a heading.
    pub(super) fn flush(&mut self) {
        self.flush_as(None);
    }

    /// The same; `whole` is the place of the `<p>` that ends here.
    #[inline]
    pub(super) fn flush_as(&mut self, whole: Option<Span>) {
        if self.run.is_empty() && self.asides.is_whole_unknown() && !self.in_phrase() {
            // Between most blocks stands nothing.
            self.paragraph = None;
            return self.run.restart();
        }
        self.end_phrase(whole);
    }

    #[inline(never)]
    fn end_phrase(&mut self, whole: Option<Span>) {
        if self.is_code() {
            return self.run.end_line();
        }
        if self.in_phrase() {
            return self.run.part();
        }
        let in_paragraph = self.paragraph.take();
        let phrase = self.run.take();
        if let Some(phrase) = phrase {
            let loose = self.asides.loose_phrase(self.body_len());
            let start = phrase.span.start;
            self.asides.end_phrase();
            self.take_phrase(phrase, in_paragraph, whole);
            if in_paragraph.is_none() {
                self.end_loose(loose, start);
            }
        }
        self.end_aside_phrase();
    }

    /// `in_paragraph` is the place of the `<p>` that the phrase begins in, `whole` that of the one that
    /// ends with it.
    pub(super) fn take_phrase(
        &mut self,
        phrase: Phrase<'a>,
        in_paragraph: Option<Span>,
        whole: Option<Span>,
    ) {
        if phrase.is_blank() {
            return;
        }
        let Phrase { inlines, span, text_span } = phrase;
        let top = self.top_frame();
        match (&mut top.kind, in_paragraph) {
            (Kind::Figure(figure), None) => {
                figure.take_bare(inlines, text_span, top.blocks.len());
            }
            // A `<p>` that a block parts gives its place to none of the parts.
            (_, element) => {
                let span = whole.and(element).unwrap_or(span);
                if math::is_alone(&inlines) && !top.kind.is_words() {
                    top.take(math::block(inlines, span));
                } else {
                    self.take_paragraph(Paragraph { inlines, span });
                }
            }
        }
    }

    pub(super) fn line_break(&mut self) -> Content {
        let code = self.is_code();
        if self.run.line_break(code) && !self.in_phrase() {
            self.paragraph = None;
            self.flush();
        }
        Content::Skip
    }

    pub(super) fn open_format(&mut self, node: NodeId, format: Format<'a>) -> Content {
        let Some(format) = self.run.may_open(format) else { return Content::Walk };
        if let Some((text, place)) = self.tree.only_text(node) {
            if let Some(words) = self.run.words_alone(&format, text) {
                self.run.styled(format, words, place);
                self.asides.text(words);
                return Content::Skip;
            }
        }
        self.run.open(node, format);
        self.opened.push((node, Opened::Format));
        Content::Walk
    }

    pub(super) fn link(&self, node: NodeId) -> Option<Box<Link<'a>>> {
        let (mut href, mut title, mut rel, mut id, mut name) = (None, None, None, None, None);
        for attribute in self.tree.attributes(self.tree.element(node)?) {
            let slot = match &*attribute.name {
                "href" => &mut href,
                "title" => &mut title,
                "rel" => &mut rel,
                "id" => &mut id,
                "name" => &mut name,
                _ => continue,
            };
            *slot = Some(&attribute.value);
        }
        Some(Box::new(Link {
            href: href?.clone(),
            title: title.cloned(),
            rel: rel.cloned(),
            id: id.or(name).cloned(),
            inlines: Inlines::default(),
            span: self.span(node),
        }))
    }

    /// A part of an image that leads elsewhere: a link without words, but perhaps with a title.
    pub(super) fn enter_area(&mut self, node: NodeId) -> Content {
        if let Some(mut link) = self.link(node) {
            link.title = link.title.or_else(|| self.attribute(node, "alt"));
            let span = link.span;
            self.run.push(Inline::Link(link), span);
        }
        Content::Skip
    }

    pub(super) fn push_image(&mut self, node: NodeId) -> Content {
        let picture = self.picture_of(node);
        let twin = self.twin_before.take().or_else(|| self.twin_after(node));
        let (image, cut) =
            image::image(self.tree, Sources { image: node, picture, twin }, self.limits);
        if self.tree.tag(node) == Some(Tag::Img) && is_pixel(self.tree, node, &image) {
            return self.omit(node, OmittedKind::TrackingPixel);
        }
        self.last_image = Some(node);
        self.asides.image(self.tree);
        let span = image.span;
        if cut {
            let most = self.limits.srcset_candidates;
            let message = format!("an image has more than {most} candidates");
            self.diagnostics.push(Code::TooManyCandidates, span, message);
        }
        self.run.push(Inline::Image(Box::new(image)), span);
        Content::Skip
    }

    /// The image in the `<noscript>` right after an image, if it is the same.
    fn twin_after(&mut self, node: NodeId) -> Option<NodeId> {
        let noscript = noscript_after(self.tree, node)?;
        let twin = lone_image(self.tree, noscript)?;
        self.twin = are_twins(self.tree, node, twin).then_some(noscript);
        self.twin.and(Some(twin))
    }

    /// A `<noscript>` is ordinary content, but for one that holds the image before or after it again.
    pub(super) fn enter_noscript(&mut self, node: NodeId) -> Content {
        if self.twin == Some(node) {
            return self.omit(node, OmittedKind::NoscriptTwin);
        }
        let next = lone_image(self.tree, node).zip(image_after(self.tree, node));
        match next {
            Some((twin, image)) if are_twins(self.tree, image, twin) => {
                self.twin_before = Some(twin);
                self.omit(node, OmittedKind::NoscriptTwin)
            }
            _ => Content::Walk,
        }
    }

    /// The `<picture>` that an image stands in, if it is the first: a browser shows no other.
    fn picture_of(&mut self, image: NodeId) -> Option<NodeId> {
        let parent = self.tree.parent(image);
        let picture = parent.filter(|&parent| self.tree.tag(parent) == Some(Tag::Picture))?;
        self.pictures.insert(picture).then_some(picture)
    }

    /// A checkbox at the start of an item is the item's; an image that submits a form is an image.
    pub(super) fn enter_input(&mut self, node: NodeId) -> Content {
        let kind = self.tree.attribute(node, "type").map(|kind| &kind.value);
        let is = |name: &str| kind.is_some_and(|kind| kind.eq_ignore_ascii_case(name));
        if is("image") {
            return self.push_image(node);
        }
        let is_box = is("checkbox");
        let checked = self.tree.attribute(node, "checked").is_some();
        let first = is_box && self.run.is_empty();
        let frame = self.top_frame();
        if let (true, Kind::Item { checked: slot @ None, .. }) =
            (first && frame.blocks.is_empty(), &mut frame.kind)
        {
            *slot = Some(checked);
        }
        Content::Skip
    }
}
