//! Looks at the tree: what an element is to the builder.

use std::borrow::Cow;

use memchr::memchr2;

use super::embed::embed_kind;
use crate::document::block::{OmittedKind, TablePart};
use crate::html::{CLOSES_P, Element, Namespace, NodeData, NodeId, Tag, Tags, Tree};
use crate::text::Text;

/// Why an element is not shown, whatever stands in it.
#[inline]
pub(super) fn hidden_kind(tree: &Tree<'_>, node: NodeId, element: &Element) -> Option<OmittedKind> {
    /// What is not shown by its name, most often.
    const NOT_SHOWN: Tags =
        Tags::of(&[Tag::Script, Tag::Style, Tag::Template, Tag::Title, Tag::Datalist]);
    let is_plain = element.namespace == Namespace::Html && !element.has_attributes();
    if !is_plain || NOT_SHOWN.has(element.tag) { kind_of_hidden(tree, node, element) } else { None }
}

fn kind_of_hidden(tree: &Tree<'_>, node: NodeId, element: &Element) -> Option<OmittedKind> {
    match (element.tag, element.namespace) {
        (Tag::Script, Namespace::Html | Namespace::Svg) => return Some(OmittedKind::Script),
        (Tag::Style, Namespace::Html | Namespace::Svg) => return Some(OmittedKind::Style),
        (Tag::Template, Namespace::Html) => return Some(OmittedKind::Template),
        (Tag::Title | Tag::Datalist, Namespace::Html) => return Some(OmittedKind::Hidden),
        // SVG 2, 5.8: what these hold is never rendered.
        (_, Namespace::Svg) if matches!(tree.name(element), "title" | "desc" | "metadata") => {
            return Some(OmittedKind::Hidden);
        }
        _ => {}
    }
    tree.attributes(element).iter().find_map(|attribute| match &*attribute.name {
        "hidden" => Some(OmittedKind::Hidden),
        "style" if displays_none(&attribute.value) => Some(OmittedKind::Hidden),
        "id" | "name" if is_more(&attribute.value) && tree.first_child(node).is_none() => {
            matches!(element.tag, Tag::A | Tag::Span).then_some(OmittedKind::ReadMore)
        }
        _ => None,
    })
}

/// `more`, or `more-123` as `WordPress` writes it.
fn is_more(name: &str) -> bool {
    name.strip_prefix("more").is_some_and(|number| {
        number.strip_prefix('-').unwrap_or(number).bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a comment ends what a list of articles shows of this one.
pub(super) fn ends_excerpt(comment: &str) -> bool {
    const MARKS: &[&str] = &["more", "read more", "readmore", "truncate", "excerpt"];
    MARKS.iter().any(|mark| comment.trim().eq_ignore_ascii_case(mark))
}

/// Whether an element without content is set between paragraphs: `<span class="br">`.
pub(super) fn parts_paragraphs(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.first_child(node).is_none() && has_word(tree, node, &["br"])
}

/// The `id` or `name` that links lead to.
pub(super) fn anchor_name<'a>(tree: &Tree<'a>, node: NodeId) -> Option<Text<'a>> {
    let named = |name| tree.attribute(node, name).filter(|name| !name.value.trim().is_empty());
    named("id").or_else(|| named("name")).map(|name| name.value.clone())
}

/// The declarations of an inline style: property and value.
pub(super) fn declarations(style: &str) -> impl DoubleEndedIterator<Item = (&str, &str)> {
    let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.map(|(property, value)| (property.trim(), value.trim()))
}

/// Whether the last `display` of an inline style is `none`.
fn displays_none(style: &str) -> bool {
    const SHORTEST: usize = "display:none".len();
    if style.len() < SHORTEST || memchr2(b'd', b'D', style.as_bytes()).is_none() {
        return false;
    }
    let is_display = |(property, _): &(&str, &str)| property.eq_ignore_ascii_case("display");
    declarations(style).rfind(is_display).is_some_and(|(_, value)| {
        value.split([' ', '!']).next().unwrap_or_default().eq_ignore_ascii_case("none")
    })
}

/// Whether the class of an element has one of these words.
pub(super) fn has_word(tree: &Tree<'_>, node: NodeId, words: &[&str]) -> bool {
    let class = tree.attribute(node, "class");
    class.is_some_and(|class| class.value.split_ascii_whitespace().any(|w| words.contains(&w)))
}

/// The nodes below `node`, in order.
pub(super) fn descendants<'t>(
    tree: &'t Tree<'_>,
    node: NodeId,
) -> impl Iterator<Item = NodeId> + 't {
    let after = move |mut at: NodeId| loop {
        if at == node {
            return None;
        }
        if let Some(next) = tree.next_sibling(at) {
            return Some(next);
        }
        at = tree.parent(at)?;
    };
    std::iter::successors(tree.first_child(node), move |&at| {
        tree.first_child(at).or_else(|| after(at))
    })
}

/// The text of an element that holds words alone: some, of no more than `most` bytes, in few elements,
/// with no media and no block that is not just a line of them.
pub(super) fn wording<'t>(tree: &'t Tree<'_>, node: NodeId, most: usize) -> Option<Cow<'t, str>> {
    /// With more nodes than this, an element is no caption. So a look costs little, wherever it is.
    const MOST_NODES: usize = 64;
    let (mut text, mut seen) = (Cow::default(), 0);
    for child in descendants(tree, node) {
        seen += 1;
        match &tree.node(child).data {
            NodeData::Text(_) if is_in_svg(tree, child) => {}
            NodeData::Text(part) if part.trim().len() > most => return None,
            NodeData::Text(part) => text += part.trim(),
            NodeData::Element(element) if is_media(element) || is_more_than_words(element.tag) => {
                return None;
            }
            _ => {}
        }
        if seen > MOST_NODES || text.len() > most {
            return None;
        }
    }
    (!text.is_empty()).then_some(text)
}

/// Whether a text stands in an SVG: an icon's title is not shown.
fn is_in_svg(tree: &Tree<'_>, text: NodeId) -> bool {
    let around = tree.parent(text).and_then(|around| tree.element(around));
    around.is_some_and(|around| around.namespace == Namespace::Svg)
}

/// The text of the element that ends what `node` holds, after other text; short, or it is no name.
pub(super) fn last_element(tree: &Tree<'_>, node: NodeId) -> Option<String> {
    const LONGEST: usize = 240;
    /// Elements around the whole text are looked through, but not more.
    const DEEPEST: usize = 6;
    let mut around = node;
    for _ in 0..DEEPEST {
        let shown = |&child: &NodeId| match &tree.node(child).data {
            NodeData::Text(text) => !text.trim().is_empty(),
            data => matches!(data, NodeData::Element(_)),
        };
        let mut children = tree.children(around).filter(shown);
        let first = children.next()?;
        let last = children.last();
        tree.element(last.unwrap_or(first))?;
        let Some(last) = last else {
            around = first;
            continue;
        };
        let mut text = String::new();
        for child in descendants(tree, last) {
            match &tree.node(child).data {
                NodeData::Text(part) if !is_in_svg(tree, child) => text.push_str(part),
                _ => {}
            }
            if text.len() > LONGEST {
                return None;
            }
        }
        return (!text.trim().is_empty()).then_some(text);
    }
    None
}

pub(super) fn is_amp_image(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.element(node).is_some_and(|it| matches!(tree.name(it), "amp-img" | "amp-anim"))
}

fn is_media(element: &Element) -> bool {
    embed_kind(element.tag).is_some() || matches!(element.tag, Tag::Img | Tag::Picture)
}

const fn is_more_than_words(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Figure
            | Tag::Table
            | Tag::Ul
            | Tag::Ol
            | Tag::Dl
            | Tag::Blockquote
            | Tag::Pre
            | Tag::Form
            | Tag::Hr
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
    )
}

pub(super) fn is_media_source(tree: &Tree<'_>, node: NodeId) -> bool {
    match &tree.node(node).data {
        NodeData::Text(text) => text.trim().is_empty(),
        NodeData::Element(element) => {
            matches!(element.tag, Tag::Source | Tag::Track | Tag::Param)
        }
        _ => false,
    }
}

pub(super) const fn heading_level(tag: Tag) -> u8 {
    match tag {
        Tag::H1 => 1,
        Tag::H2 => 2,
        Tag::H3 => 3,
        Tag::H4 => 4,
        Tag::H5 => 5,
        _ => 6,
    }
}

pub(super) const fn table_part(tag: Tag) -> TablePart {
    match tag {
        Tag::Thead => TablePart::Head,
        Tag::Tfoot => TablePart::Foot,
        _ => TablePart::Body,
    }
}

/// The elements whose edges end paragraphs (HTML 15.3, the rendering of flow content): those whose start
/// tags do, and parts of others.
const BLOCKS: Tags = CLOSES_P.with(&[
    Tag::Body,
    Tag::Caption,
    Tag::Dd,
    Tag::Dt,
    Tag::Html,
    Tag::Legend,
    Tag::Li,
    Tag::Optgroup,
    Tag::Option,
    Tag::Tbody,
    Tag::Td,
    Tag::Tfoot,
    Tag::Th,
    Tag::Thead,
    Tag::Tr,
]);

/// Whether an element's edges end paragraphs.
#[inline]
pub(super) const fn is_block(tag: Tag) -> bool {
    BLOCKS.has(tag)
}
