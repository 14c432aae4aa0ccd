//! Elements amid words that say nothing but by their tag: what the walk would make of them, without its
//! looks at what else an element may be.

use super::frame::Kind;
use super::run::Format;
use super::{Builder, Content};
use crate::document::inline::{Inlines, Link};
use crate::html::{Element, Namespace, NodeId, Tag, Tags};
use crate::span::Span;

/// The elements that are so.
pub(super) const OFTEN_AMID_WORDS: Tags =
    Tags::of(&[Tag::A, Tag::B, Tag::Code, Tag::Em, Tag::I, Tag::Strong]);

impl<'a> Builder<'_, 'a> {
    /// Enters an element that is [often amid words](OFTEN_AMID_WORDS). `None` if it has to be looked at.
    #[inline]
    pub(super) fn enter_amid_words(&mut self, node: NodeId, element: &Element) -> Option<Content> {
        if element.namespace != Namespace::Html || !self.is_amid_words() {
            return None;
        }
        let format = self.enter_format(node, element)?;
        Some(self.open_amid_words(node, format))
    }

    /// Enters the format that an element is, if nothing is said of it but what its tag, or its link, says.
    #[inline]
    pub(super) fn enter_format(&mut self, node: NodeId, element: &Element) -> Option<Format<'a>> {
        Some(match element.tag {
            Tag::A => {
                let link = self.plain_link(element, self.span(node), Inlines::default())?;
                self.enter_link(node, Tag::A);
                Format::Link(link)
            }
            _ if element.has_attributes() => return None,
            Tag::Em | Tag::I => Format::Emphasis,
            Tag::Strong | Tag::B => Format::Strong,
            _ => Format::Code,
        })
    }

    /// Whether an element is what its tag says, since nothing around it makes it anything else: no media
    /// before it, no figure, caption, heading or code around it, and no footnote that it could be.
    #[inline]
    fn is_amid_words(&self) -> bool {
        let Some(top) = self.frames.last() else { return false };
        let may_follow_media =
            if self.run.is_empty() { top.media.is_some() } else { self.run.is_media() };
        !may_follow_media
            && !self.notes.may_define()
            && !matches!(
                top.kind,
                Kind::Caption { .. } | Kind::Figure(_) | Kind::Heading { .. } | Kind::Code { .. }
            )
    }

    /// The link that an element is if nothing is said of it but where it leads, and its title.
    #[inline]
    pub(super) fn plain_link(
        &self,
        element: &Element,
        span: Span,
        inlines: Inlines<'a>,
    ) -> Option<Box<Link<'a>>> {
        let (href, title) = match self.tree.attributes(element) {
            [href] => (href, None),
            [href, title] if title.name == "title" => (href, Some(title)),
            _ => return None,
        };
        if href.name != "href" || href.value.starts_with('#') {
            return None;
        }
        Some(Box::new(Link {
            href: href.value.clone(),
            title: title.map(|title| title.value.clone()),
            rel: None,
            id: None,
            inlines,
            span,
        }))
    }

    /// Opens an element. One that was taken at once is left with it: it is no block and no aside.
    fn open_amid_words(&mut self, node: NodeId, format: Format<'a>) -> Content {
        match self.open_format(node, format) {
            Content::Skip => {
                self.asides.leave_link(node);
                Content::Done
            }
            content => content,
        }
    }
}
