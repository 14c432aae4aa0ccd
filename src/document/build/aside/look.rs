//! Looks at an element that may be an aside: what it says of itself, and whether what stands in it
//! agrees.

use super::super::look::is_block;
use super::tally::{self, Tally};
use super::words::{Meaning, meaning};
use super::{Found, label};
use crate::document::aside::{AsideEvidence, AsideKind};
use crate::html::{HEADINGS, NodeId, Tag, Tags, Tree};

/// Whether an element may say of itself that it is no part of the article: by its attributes or its name.
#[inline]
pub(super) fn may_say(tree: &Tree<'_>, node: NodeId, tag: Tag) -> bool {
    /// Most blocks of an article.
    const SAY_NOTHING: Tags = HEADINGS.with(&[Tag::P, Tag::Li, Tag::Pre, Tag::Blockquote]);
    !SAY_NOTHING.has(tag) || tree.has_attributes(node)
}

/// What an element says of itself that makes it no part of the article.
pub(super) fn says(tree: &Tree<'_>, node: NodeId, tag: Tag) -> Option<(AsideKind, AsideEvidence)> {
    if is_content(tag) {
        return says_teaser(tree, node, tag);
    }
    let attributes = tree.element(node).map_or(&[][..], |element| tree.attributes(element));
    if attributes.is_empty() && of_element(tag).is_none() && !may_be_teasers(tag) {
        return None;
    }
    let (mut role, mut class, mut id, mut label) = (None, None, None, None);
    for attribute in attributes {
        match &*attribute.name {
            "role" => role = of_role(&attribute.value),
            "class" => class = meaning(&attribute.value),
            // Generators make the ids of headings and sections of what these say.
            "id" if has_own_id(tag) => {
                id = meaning(&attribute.value).filter(|&said| is_of_id(said));
            }
            "data-testid" | "data-component" | "itemprop" => {
                id = id.or_else(|| meaning(&attribute.value));
            }
            "aria-label" => label = said_aloud(&attribute.value),
            _ => {}
        }
    }
    let element = of_element(tag);
    match class.or(id).or(label) {
        Some(Meaning::Article) => None,
        // The element is sure of what a class only hints at.
        Some(Meaning::Is(kind))
            if kind == AsideKind::Byline && element.is_some() || tag == Tag::Dialog =>
        {
            element.map(|kind| (kind, AsideEvidence::Element))
        }
        Some(Meaning::Is(kind)) if is_text(tag) && !may_be_text(kind) => None,
        Some(Meaning::Is(AsideKind::Related)) if is_text(tag) && tag != Tag::P => None,
        // `span.comment` is an editor's note, or code's.
        Some(Meaning::Is(AsideKind::Comments)) if !may_be_comments(tag) => None,
        Some(Meaning::Is(kind)) => Some((kind, AsideEvidence::Class)),
        None => role
            .map(|kind| (kind, AsideEvidence::Role))
            .or_else(|| element.map(|kind| (kind, AsideEvidence::Element)))
            .or_else(|| may_be_teasers(tag).then_some((AsideKind::Related, AsideEvidence::Links))),
    }
}

/// A `<figure>` may be a teaser by its class: if what stands in it is a link.
fn says_teaser(tree: &Tree<'_>, node: NodeId, tag: Tag) -> Option<(AsideKind, AsideEvidence)> {
    let class = tree.attribute(node, "class").filter(|_| tag == Tag::Figure)?;
    let mut words = class.value.split([' ', '-', '_']);
    let is_teaser = words.any(|word| matches!(word, "teaser" | "teasers" | "related"));
    is_teaser.then_some((AsideKind::Related, AsideEvidence::Class))
}

/// What an element's label for readers who do not see it says: "Related content", "newsletter
/// promotion".
fn said_aloud(label: &str) -> Option<Meaning> {
    /// A longer one is a sentence.
    const LONGEST: usize = 48;
    if label.len() > LONGEST {
        return None;
    }
    let said = label::all(label).map(Meaning::Is);
    said.or_else(|| meaning(label).filter(|&said| is_of_id(said)))
}

/// Elements that are content whatever their class says.
const fn is_content(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Figure
            | Tag::Figcaption
            | Tag::Table
            | Tag::Tbody
            | Tag::Tr
            | Tag::Td
            | Tag::Blockquote
            | Tag::Pre
            | Tag::Code
            | Tag::Img
            | Tag::Picture
            | Tag::Br
            | Tag::Hr
            | Tag::Body
            | Tag::Main
            | Tag::Iframe
            | Tag::Video
            | Tag::Audio
    )
}

/// Elements that are one text: there are classes for what state the article is in (`paywall`).
const fn is_text(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
}

const fn may_be_text(kind: AsideKind) -> bool {
    !matches!(
        kind,
        AsideKind::Paywall | AsideKind::Signup | AsideKind::Notice | AsideKind::Comments
    )
}

const fn may_be_comments(tag: Tag) -> bool {
    is_block(tag) || matches!(tag, Tag::A | Tag::Button)
}

const fn has_own_id(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Aside | Tag::Nav | Tag::Ul | Tag::Form | Tag::Footer)
}

/// An id names what it is about too: `p-tooltip` may be the description of a property.
const fn is_of_id(said: Meaning) -> bool {
    use AsideKind as K;
    matches!(
        said,
        Meaning::Article
            | Meaning::Is(
                K::Related | K::Share | K::Signup | K::Comments | K::Advertisement | K::Paywall
            )
    )
}

/// Elements that teasers are made of, where no class says so.
const fn may_be_teasers(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Section | Tag::Article | Tag::Ul | Tag::Ol)
}

const fn of_element(tag: Tag) -> Option<AsideKind> {
    match tag {
        Tag::Nav => Some(AsideKind::Navigation),
        Tag::Form => Some(AsideKind::Signup),
        Tag::Button | Tag::Select => Some(AsideKind::Control),
        Tag::Dialog | Tag::Textarea => Some(AsideKind::Notice),
        Tag::Address | Tag::Time => Some(AsideKind::Byline),
        Tag::Aside | Tag::Footer => Some(AsideKind::Other),
        _ => None,
    }
}

fn of_role(role: &str) -> Option<AsideKind> {
    const ROLES: &[(&str, AsideKind)] = &[
        ("navigation", AsideKind::Navigation),
        ("menu", AsideKind::Navigation),
        ("menubar", AsideKind::Navigation),
        ("tablist", AsideKind::Navigation),
        ("search", AsideKind::Control),
        ("toolbar", AsideKind::Control),
        ("tooltip", AsideKind::Control),
        ("dialog", AsideKind::Control),
        ("alertdialog", AsideKind::Control),
        ("button", AsideKind::Control),
        ("form", AsideKind::Signup),
        ("complementary", AsideKind::Other),
        ("contentinfo", AsideKind::Other),
    ];
    let role = role.trim();
    ROLES.iter().find(|(name, _)| name.eq_ignore_ascii_case(role)).map(|(_, kind)| *kind)
}

/// Whether what stands in an element agrees with what the element says of itself. `whole` is what
/// stands in the body.
pub(super) fn is_aside(found: &Found, whole: &Tally) -> bool {
    use AsideKind as K;
    let Found { kind, evidence, tally, .. } = found;
    let (kind, evidence) = (*kind, *evidence);
    let Tally { text, linked, prose, images, captions, headings, titles, .. } = *tally;
    if matches!(evidence, AsideEvidence::Metadata | AsideEvidence::Label | AsideEvidence::Place) {
        return true;
    }
    // What holds two fifths of the prose is the article, or a document about newsletters.
    if prose > 0 && u64::from(prose) * 5 > u64::from(whole.prose) * 2 {
        return false;
    }
    if titles > 0 && kind != K::Navigation {
        return false;
    }
    // The lead figure's wrapper may have a class for what stands below it.
    if captions > 0 && !matches!(kind, K::Related | K::Author | K::Comments | K::Other) {
        return false;
    }
    if evidence == AsideEvidence::Links {
        return are_teasers(tally, whole);
    }
    match kind {
        K::Byline => prose == 0 && text <= 400 && headings == 0,
        K::Tags => prose == 0 && images == 0 && tally.unlinked() <= 200,
        K::Control => prose == 0 && text <= 600 && images == 0,
        K::Share => prose <= 300,
        // What introduces a list of chapters may be a sentence of the article.
        K::Navigation if evidence == AsideEvidence::Class => {
            let unlinked = tally.unlinked();
            prose == 0 && (unlinked <= 40 || unlinked <= linked / 8)
        }
        K::Navigation => prose <= linked,
        // Some teasers are links by a script only.
        K::Related if prose == 0 && (images > 1 || linked == 0 && headings > 0) => true,
        K::Related if linked == 0 => false,
        K::Related => linked >= text / 5 && prose / 4 <= linked,
        K::Other => linked > 0 && linked >= text / 2,
        K::Advertisement => prose <= 600,
        K::Author | K::Signup | K::Paywall | K::Notice | K::Promotion => prose <= 1500,
        K::Comments | K::Title => true,
    }
}

/// Whether headings lead elsewhere and little else stands with them, or what teasers have: an image and
/// a few words each, or an image and only words that are links (but not to the image). All of it is less than half of a body that has prose of its own.
fn are_teasers(tally: &Tally, whole: &Tally) -> bool {
    let Tally { text, linked, prose, images, headings, linked_headings, .. } = *tally;
    let several = linked_headings > 1 || linked_headings == 1 && images > 0;
    let are_links =
        several && linked_headings >= headings / 2 && linked >= text / 5 * 3 && prose <= linked / 2;
    let are_cards = linked_headings > 2
        && linked_headings == headings
        && images >= headings
        && prose <= tally::PROSE.saturating_mul(headings);
    let are_linked_images = images > 1
        && tally.enlarged == 0
        && linked / 12 >= images
        && prose == 0
        && tally.unlinked() <= linked / 10;
    (are_links || are_cards || are_linked_images)
        && tally.tables == 0
        && whole.prose > 0
        && text <= whole.text / 2
}

/// The kind, more exactly: a box about the author says more than the name.
pub(super) fn kind(kind: AsideKind, tally: &Tally) -> AsideKind {
    let names = tally.prose == 0 && tally.images == 0 && tally.headings == 0;
    if kind == AsideKind::Author && names { AsideKind::Byline } else { kind }
}
