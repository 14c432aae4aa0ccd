//! The `<noscript>` beside an image that is to load late, and the image in it.

use super::look::descendants;
use crate::html::{NodeData, NodeId, Tag, Tree};

/// The one image in a `<noscript>` that shows nothing else.
pub(super) fn lone_image(tree: &Tree<'_>, noscript: NodeId) -> Option<NodeId> {
    /// Around one image stands no more than this.
    const MOST_NODES: usize = 24;
    let mut image = None;
    for (seen, child) in descendants(tree, noscript).enumerate() {
        match &tree.node(child).data {
            NodeData::Text(text) if !text.trim().is_empty() => return None,
            NodeData::Element(element) => match element.tag {
                Tag::Img if image.is_none() => image = Some(child),
                Tag::Picture | Tag::Source | Tag::Span | Tag::Div | Tag::P => {}
                _ => return None,
            },
            _ => {}
        }
        if seen > MOST_NODES {
            return None;
        }
    }
    image
}

/// The `<noscript>` that comes next after an image: in it, as AMP has it, or after it and what is
/// around it alone.
pub(super) fn noscript_after(tree: &Tree<'_>, image: NodeId) -> Option<NodeId> {
    let is_noscript = |node: &NodeId| tree.tag(*node) == Some(Tag::Noscript);
    if let Some(child) = shown(tree, tree.first_child(image)) {
        return Some(child).filter(is_noscript);
    }
    let mut at = image;
    for _ in 0..4 {
        if let Some(next) = shown(tree, tree.next_sibling(at)) {
            return Some(next).filter(is_noscript);
        }
        at = tree.parent(at).filter(|&parent| parent != NodeId::ROOT)?;
    }
    None
}

/// The image that comes next after a `<noscript>`.
pub(super) fn image_after(tree: &Tree<'_>, noscript: NodeId) -> Option<NodeId> {
    let mut at = shown(tree, tree.next_sibling(noscript))?;
    for _ in 0..4 {
        match tree.tag(at)? {
            Tag::Img => return Some(at),
            Tag::Source => at = shown(tree, tree.next_sibling(at))?,
            Tag::Picture | Tag::A | Tag::Span | Tag::Div => at = shown(tree, tree.first_child(at))?,
            _ => return None,
        }
    }
    None
}

/// The first node from `node` on, among its siblings, that shows something.
pub(super) fn shown(tree: &Tree<'_>, node: Option<NodeId>) -> Option<NodeId> {
    /// White space and comments stand between, but not many.
    const MOST: usize = 8;
    let nodes = std::iter::successors(node, |&node| tree.next_sibling(node)).take(MOST);
    nodes.into_iter().find(|&node| match &tree.node(node).data {
        NodeData::Text(text) => !text.trim().is_empty(),
        data => matches!(data, NodeData::Element(_)),
    })
}
