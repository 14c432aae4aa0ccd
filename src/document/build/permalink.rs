//! Permalinks: links in headings, and beside them, that only name the heading.

use super::look::descendants;
use crate::html::{NodeData, NodeId, Tag, Tree};

/// Whether a link in a heading only names the heading: `<a href="#here">#</a>`.
pub(super) fn is_permalink(tree: &Tree<'_>, node: NodeId) -> bool {
    let Some(href) = tree.attribute(node, "href") else { return false };
    let classed = || href.value.contains('#') && class_permalinks(tree, node);
    (href.value.starts_with('#') && says(tree, node, SIGNS))
        || classed() && (says(tree, node, SIGNS) || says(tree, node, PERMALINK_WORDS))
}

/// Whether a link beside a heading only names it: its class says so, and it has no words.
pub(super) fn is_heading_mark(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.attribute(node, "href").is_some_and(|href| href.value.starts_with('#'))
        && class_permalinks(tree, node)
        && says(tree, node, SIGNS)
}

const SIGNS: &[&str] = &["", "#", "¶", "§", "🔗", "∞", "⚓"];

/// What links to headings say for those who do not see the sign, without white space.
const PERMALINK_WORDS: &[&str] =
    &["permalink", "link", "anchor", "directlink", "linktothisheading", "linktoheading"];

fn class_permalinks(tree: &Tree<'_>, node: NodeId) -> bool {
    const CLASSES: &[&str] = &[
        "headerlink",
        "header-anchor",
        "header-link",
        "anchor",
        "anchor-link",
        "anchorjs-link",
        "permalink",
        "hash-link",
        "heading-link",
        "heading-anchor",
        "headline-anchor",
        "zola-anchor",
        "markdownIt-Anchor",
        "toc-anchor",
        "direct-link",
    ];
    let class = tree.attribute(node, "class");
    class.is_some_and(|class| class.value.split_ascii_whitespace().any(|w| CLASSES.contains(&w)))
}

/// Whether a link's words, without white space, are one of these.
fn says(tree: &Tree<'_>, node: NodeId, words: &[&str]) -> bool {
    /// A permalink holds next to nothing: more nodes than this are not looked at.
    const MOST: usize = 8;
    let mut text = String::new();
    let mut seen = 0;
    for child in descendants(tree, node) {
        seen += 1;
        match &tree.node(child).data {
            NodeData::Text(part) if text.len() + part.len() <= 64 => text.push_str(part),
            NodeData::Text(_) => return false,
            NodeData::Element(element) if element.tag == Tag::Img => return false,
            _ => {}
        }
        if seen > MOST {
            return false;
        }
    }
    text.retain(|c| !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{FE0E}' | '\u{FE0F}'));
    words.iter().any(|word| word.eq_ignore_ascii_case(&text))
}
