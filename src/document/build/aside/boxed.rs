//! Boxes that are written as figures: a newsletter's form in a `<figure>`.

use super::super::Builder;
use super::super::embed::embed_kind;
use super::super::look::descendants;
use super::look;
use crate::document::aside::AsideEvidence;
use crate::html::{Namespace, NodeData, NodeId, Tag};

impl Builder<'_, '_> {
    /// Whether a `<figure>` directly in the body shows nothing, and says or holds what is no article.
    pub(in super::super) fn is_box(&self, figure: NodeId) -> bool {
        /// A form with its labels and icons is no more than this.
        const MOST_NODES: usize = 256;
        if self.frames.len() != 1 {
            return false;
        }
        let mut is_box = look::says(self.tree, figure, Tag::Div)
            .is_some_and(|(_, evidence)| evidence != AsideEvidence::Links);
        for (seen, node) in descendants(self.tree, figure).enumerate() {
            let NodeData::Element(element) = &self.tree.node(node).data else { continue };
            if element.namespace != Namespace::Html {
                continue;
            }
            if seen > MOST_NODES || shows_something(element.tag) {
                return false;
            }
            is_box |= matches!(element.tag, Tag::Aside | Tag::Form | Tag::Nav);
        }
        is_box
    }
}

/// Whether an element is what figures are of, or says something of it. Scripts make others.
const fn shows_something(tag: Tag) -> bool {
    embed_kind(tag).is_some()
        || matches!(
            tag,
            Tag::Img
                | Tag::Picture
                | Tag::Figcaption
                | Tag::Figure
                | Tag::Table
                | Tag::Pre
                | Tag::Blockquote
                | Tag::Canvas
                | Tag::Code
        )
}
