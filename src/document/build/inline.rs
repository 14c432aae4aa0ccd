//! Elements within a line: formats of inlines, things in themselves, and those that say nothing.

use super::frame::Kind;
use super::look::{anchor_name, is_amp_image, is_block, is_media_source, parts_paragraphs};
use super::permalink::{is_heading_mark, is_permalink};
use super::run::Format;
use super::{Builder, Content};
use crate::document::block::OmittedKind;
use crate::html::{NodeId, Tag};

impl Builder<'_, '_> {
    /// In a heading or code everything but inlines is transparent; its edges part words.
    pub(super) fn enter_in_phrase(&mut self, node: NodeId, tag: Tag) -> Content {
        if is_block(tag) {
            self.flush();
        }
        if self.is_code() {
            return match tag {
                Tag::A | Tag::Img | Tag::Br | Tag::Area => self.enter_inline(node, tag),
                _ => self.enter_in_code(node, tag),
            };
        }
        if matches!(tag, Tag::A | Tag::Span) {
            self.name_heading(node);
        }
        if tag == Tag::A && is_permalink(self.tree, node) {
            return self.omit(node, OmittedKind::Permalink);
        }
        self.enter_inline(node, tag)
    }

    /// A heading without a name of its own has that of the first anchor in it.
    fn name_heading(&mut self, anchor: NodeId) {
        let tree = self.tree;
        if let Kind::Heading { id: id @ None, .. } = &mut self.top_frame().kind {
            *id = anchor_name(tree, anchor);
        }
    }

    pub(super) fn enter_inline(&mut self, node: NodeId, tag: Tag) -> Content {
        let format = match tag {
            Tag::Em | Tag::I => Format::Emphasis,
            Tag::Strong | Tag::B => Format::Strong,
            Tag::Code | Tag::Tt => Format::Code,
            Tag::Kbd => Format::Keyboard,
            Tag::Samp => Format::Sample,
            Tag::Var => Format::Variable,
            Tag::Sup if self.is_reference_alone(node) => return Content::Walk,
            Tag::Sup => Format::Superscript,
            Tag::Sub => Format::Subscript,
            Tag::Del | Tag::S | Tag::Strike => Format::Deleted,
            Tag::Ins => Format::Inserted,
            Tag::U => Format::Underline,
            Tag::Small => Format::Small,
            Tag::Mark => Format::Mark,
            Tag::Q => Format::Quotation,
            Tag::Cite => Format::Cite,
            Tag::Dfn => Format::Definition,
            Tag::Time => Format::Time(self.attribute(node, "datetime")),
            Tag::Bdo | Tag::Bdi => Format::Direction(self.attribute(node, "dir")),
            Tag::Ruby => Format::Ruby,
            Tag::Rt => Format::Reading,
            Tag::Abbr | Tag::Acronym => Format::Abbreviation(self.attribute(node, "title")),
            Tag::A if is_heading_mark(self.tree, node) => {
                return self.omit(node, OmittedKind::Permalink);
            }
            Tag::A => match self.link(node) {
                Some(link) if link.href.starts_with('#') => {
                    return self.enter_fragment_link(node, link);
                }
                Some(link) => Format::Link(link),
                None => return Content::Walk,
            },
            Tag::Area => return self.enter_area(node),
            Tag::Br => return self.line_break(),
            Tag::Span if parts_paragraphs(self.tree, node) => {
                self.paragraph = None;
                self.flush();
                return Content::Skip;
            }
            Tag::Img => return self.push_image(node),
            Tag::Noscript => return self.enter_noscript(node),
            Tag::Other if is_amp_image(self.tree, node) => {
                // Without an end tag it holds what follows.
                self.push_image(node);
                return Content::Walk;
            }
            Tag::Input => return self.enter_input(node),
            _ => return self.enter_transparent(node, tag),
        };
        self.open_format(node, format)
    }

    /// An element that says nothing itself: its content counts, unless it is a fallback.
    pub(super) fn enter_transparent(&mut self, node: NodeId, tag: Tag) -> Content {
        if let Some(content) = self.enter_embed(node, tag) {
            return content;
        }
        if !matches!(tag, Tag::Applet | Tag::Canvas | Tag::Noembed | Tag::Noframes) {
            return Content::Walk;
        }
        if self.tree.children(node).any(|child| !is_media_source(self.tree, child)) {
            self.omit(node, OmittedKind::Fallback);
        }
        Content::Skip
    }
}
