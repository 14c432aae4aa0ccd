//! Boxes that are written as figures: a newsletter's form in a `<figure>`.

use super::super::Builder;
use super::super::embed::embed_kind;
use super::super::look::descendants;
use super::words::{self, Meaning};
use crate::document::aside::AsideKind;
use crate::html::{Namespace, NodeData, NodeId, Tag};

impl Builder<'_, '_> {
    /// Whether a `<figure>` directly in the body shows nothing, and says or holds what is no article.
    pub(in super::super) fn is_box(&self, figure: NodeId) -> bool {
        /// A form with its labels and icons is no more than this.
        const MOST_NODES: usize = 256;
        if self.frames.len() != 1 {
            return false;
        }
        let mut is_box = false;
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
        is_box || self.tree.attribute(figure, "class").is_some_and(|class| says_so(&class.value))
    }
}

/// Whether a class says that a figure is no article.
fn says_so(class: &str) -> bool {
    use AsideKind as K;
    let kind = words::meaning(class);
    matches!(kind, Some(Meaning::Is(K::Signup | K::Promotion | K::Advertisement | K::Related)))
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
