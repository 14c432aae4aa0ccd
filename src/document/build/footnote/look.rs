//! Looks at links and what they lead to: which is a reference, which a footnote, which a way back.

use crate::document::build::look::{has_word, wording};
use crate::html::{NodeData, NodeId, Tag, Tree};

/// Whether a link says of itself that it leads to a footnote.
pub(super) fn says_reference(tree: &Tree<'_>, node: NodeId, fragment: &str) -> bool {
    const CLASSES: &[&str] = &[
        "footnote",
        "footnote-ref",
        "footnote-reference",
        "footnoteRef",
        "footnote_reference",
        "footnote-link",
        "noteref",
        "sdfootnoteanc",
        "sdendnoteanc",
        "fn",
    ];
    let is_word = |node: NodeId| has_word(tree, node, CLASSES);
    let sup = tree.parent(node).filter(|&sup| tree.tag(sup) == Some(Tag::Sup));
    let said = |name: &str, value: &str| {
        tree.attribute(node, name).is_some_and(|attribute| attribute.value == value)
    };
    is_of_word(fragment)
        || is_word(node)
        || sup.is_some_and(is_word)
        || said("role", "doc-noteref")
        || said("rel", "footnote")
        || tree.attribute(node, "data-footnote-ref").is_some()
}

/// `_ftn1`, `_edn1`: Word's.
fn is_of_word(fragment: &str) -> bool {
    let number = fragment.strip_prefix("_ftn").or_else(|| fragment.strip_prefix("_edn"));
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether an id is by its name that of a reference.
pub(super) fn is_of_way_back(fragment: &str) -> bool {
    ["fnref", "ftnref", "ednref", "noteref", "cite_ref", "cite-ref"]
        .iter()
        .any(|name| fragment.contains(name))
}

pub(super) fn is_above_line(tree: &Tree<'_>, node: NodeId) -> bool {
    let is_sup = |node: NodeId| tree.tag(node) == Some(Tag::Sup);
    let only = tree.first_child(node).filter(|&child| tree.next_sibling(child).is_none());
    only.is_some_and(is_sup) || tree.parent(node).is_some_and(is_sup)
}

/// The element that is a footnote, if a link leads to `target`: itself, or the one that begins with it.
pub(super) fn definition_at(tree: &Tree<'_>, target: NodeId) -> Option<NodeId> {
    /// An anchor, what sets it above the line, and a paragraph stand in a footnote's element.
    const DEEPEST: usize = 5;
    let begins = |node: NodeId| {
        let before = std::iter::successors(tree.previous_sibling(node), |&before| {
            tree.previous_sibling(before)
        });
        let shows = |node: NodeId| match &tree.node(node).data {
            NodeData::Text(text) => !text.trim().is_empty(),
            data => matches!(data, NodeData::Element(_)),
        };
        !before.take(DEEPEST).any(shows)
    };
    let mut at = target;
    for _ in 0..DEEPEST {
        let is_own = |node: NodeId| {
            let id = tree.attribute(node, "id").filter(|id| id.value.len() < 64);
            let id = id.map(|id| id.value.to_ascii_lowercase());
            id.is_some_and(|id| id.contains("ftn") || id.contains("edn") || id.contains("note"))
        };
        match tree.tag(at)? {
            Tag::P if begins(at) => {
                let around = tree.parent(at);
                let around = around.filter(|&div| tree.tag(div) == Some(Tag::Div) && is_own(div));
                return around.filter(|_| at != target).or(Some(at));
            }
            Tag::Li | Tag::P | Tag::Div | Tag::Aside => return Some(at),
            Tag::A | Tag::Span | Tag::Sup | Tag::B | Tag::Strong | Tag::Small if begins(at) => {}
            _ => return None,
        }
        at = tree.parent(at)?;
    }
    None
}

/// Whether a link in a footnote leads back to the text, and says nothing else.
pub(super) fn leads_back(tree: &Tree<'_>, node: NodeId) -> bool {
    const CLASSES: &[&str] = &[
        "reversefootnote",
        "footnote-backref",
        "footnote-back",
        "footnote-return",
        "data-footnote-backref",
    ];
    const SIGNS: &[&str] = &[
        "↩", "↵", "⏎", "↑", "⬆", "^", "⤴", "⇧", "←", "🔙", "back", "[back]", "(back)", "return",
        "[return]",
    ];
    /// What is shown of it is no longer, in bytes.
    const LONGEST: usize = 24;
    let says_so = has_word(tree, node, CLASSES)
        || tree.attribute(node, "data-footnote-backref").is_some()
        || tree.attribute(node, "role").is_some_and(|role| role.value == "doc-backlink");
    let Some(text) = wording(tree, node, LONGEST) else {
        return says_so && tree.first_child(node).is_none();
    };
    let mut text = text.into_owned();
    text.retain(|c| !c.is_whitespace() && !matches!(c, '\u{FE0E}' | '\u{FE0F}'));
    let sign = text.trim_end_matches(|c: char| c.is_ascii_digit());
    says_so || SIGNS.iter().any(|known| known.eq_ignore_ascii_case(sign))
}
