//! What asides say of themselves: "Read more", "Lesen Sie auch", "関連記事".

mod start;
#[cfg(test)]
mod tests;

use self::start::{BEGINNINGS, Folded, label};
use super::super::text::is_blank;
use super::Found;
use super::labels::SEE_ALSO;
use super::lengths::{LINKED, Lengths};
use crate::document::aside::AsideKind::{Notice, Related};
use crate::document::aside::{AsideEvidence, AsideKind};
use crate::document::block::{Block, Item};
use crate::document::inline::{Inline, Inlines};

/// A text that is a label is not longer, in bytes; nor is what of a longer one is looked at.
const LONGEST: usize = 96;

/// The blocks that a label makes asides: a text that is one, with the links after it; and a label with
/// what it is of in one paragraph.
pub(super) fn find(blocks: &[Block<'_>], found: &mut Vec<Found>) {
    let mut next = 0;
    for (start, block) in blocks.iter().enumerate() {
        if start < next {
            continue;
        }
        let said = match block {
            Block::Paragraph(paragraph) => of_phrase(&paragraph.inlines),
            Block::Heading(heading) => {
                let said = of_phrase(&heading.inlines);
                said.filter(|said| said.kind == Related && said.is_all && !said.is_see_also)
            }
            _ => None,
        };
        let Some(said) = said else { continue };
        let heads = matches!(block, Block::Heading(_));
        let is_of_it = |block: &&Block<'_>| is_links(block) || heads && are_teasers(block);
        let follows = || blocks[start + 1..].iter().take_while(is_of_it).count();
        let own = !heads && (said.is_linked || said.kind != Related);
        let mut more = match said.kind {
            Related if said.is_all => follows(),
            Notice => blocks.get(start + 1).map_or(0, |next| usize::from(is_citation(next))),
            _ => 0,
        };
        if !own && !blocks[start + 1..start + 1 + more].iter().any(has_headline) {
            more = 0;
        }
        if own || more > 0 {
            next = start + 1 + more;
            let blocks = start as u32..next as u32;
            found.push(Found::of_blocks(said.kind, AsideEvidence::Label, blocks));
        }
    }
}

/// What a phrase says that begins with a label.
struct Said {
    kind: AsideKind,
    /// Whether the label is "see also", which is the article's where it is a heading.
    is_see_also: bool,
    /// Whether it is nothing but the label.
    is_all: bool,
    /// Whether what follows the label is links, or the label is one.
    is_linked: bool,
}

fn of_phrase(phrase: &Inlines<'_>) -> Option<Said> {
    if matches!(phrase.iter().next(), Some(Inline::Text(text)) if text.len() > LONGEST && !is_blank(text))
    {
        // Most are.
        return None;
    }
    let first = first_text(phrase)?;
    // A longer text is prose, but for one that is linked itself.
    if first.len() > LONGEST && !matches!(phrase.iter().next(), Some(Inline::Link(_)))
        || !BEGINNINGS.may_begin(first)
    {
        return None;
    }
    if first.starts_with('©') {
        let is_all = Lengths::of(phrase).text <= LONGEST;
        let (kind, is_see_also, is_linked) = (AsideKind::Notice, false, false);
        return is_all.then_some(Said { kind, is_see_also, is_all, is_linked });
    }
    let (kind, len) = label(first)?;
    let lengths = Lengths::of(phrase);
    let is_see_also = kind == Related && is_see_also(&first[..len]);
    let is_all = lengths.text == first.len() && first[len..].chars().all(is_sign);
    // The label itself is not of what it is a label of.
    let after = lengths.text - len;
    let is_linked = lengths.linked > 0 && lengths.linked * 10 >= after * LINKED;
    (is_all || kind == Related && is_linked).then_some(Said {
        kind,
        is_see_also,
        is_all,
        is_linked,
    })
}

/// Whether a text that ends with a label is one that articles of reference end with, too.
fn is_see_also(text: &str) -> bool {
    let folded = Folded::of(text.trim_start_matches(|c: char| !c.is_alphanumeric()));
    SEE_ALSO.iter().any(|see| see.as_bytes() == folded.as_bytes())
}

/// The label that a text is, and no more.
pub(super) fn all(text: &str) -> Option<AsideKind> {
    let (kind, end) = label(text)?;
    text[end..].chars().all(is_sign).then_some(kind)
}

/// Whether a phrase is a label, and no more.
pub(super) fn is_all(phrase: &Inlines<'_>) -> bool {
    Lengths::of(phrase).text <= LONGEST && all(&phrase.text()).is_some()
}

fn is_sign(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ':' | '：' | '.' | '…' | '>' | '»' | '›' | '→' | '|' | '-' | '–' | '!')
}

fn first_text<'s>(phrase: &'s Inlines<'_>) -> Option<&'s str> {
    phrase.iter().find_map(|inline| match inline {
        Inline::Text(text) if is_blank(text) => None,
        Inline::Text(text) => Some(&**text),
        inline => first_text(inline.children()?),
    })
}

/// Whether a link of a block says as much as a headline: of what a work of reference names under
/// "related", the names are shorter.
fn has_headline(block: &Block<'_>) -> bool {
    const SHORTEST: usize = 24;
    const FEWEST_WORDS: usize = 4;
    match block {
        Block::Paragraph(paragraph) => {
            let text = paragraph.inlines.text();
            text.len() >= SHORTEST || text.split_ascii_whitespace().count() >= FEWEST_WORDS
        }
        Block::Heading(_) | Block::Figure(_) => true,
        Block::List(list) => list.items.iter().flat_map(|item| &item.blocks).any(has_headline),
        _ => false,
    }
}

/// Whether a block is a list of other articles: in each item a heading that is a link.
fn are_teasers(block: &Block<'_>) -> bool {
    let Block::List(list) = block else { return false };
    let is_headline = |block: &Block<'_>| match block {
        Block::Heading(heading) => Lengths::of(&heading.inlines).are_links(),
        _ => false,
    };
    !list.items.is_empty() && list.items.iter().all(|item| item.blocks.iter().any(is_headline))
}

/// Whether a block is what a work is cited by: its title and address.
fn is_citation(block: &Block<'_>) -> bool {
    const LONGEST: usize = 480;
    let Block::Paragraph(paragraph) = block else { return false };
    let text = paragraph.inlines.text();
    let has_address = ["http", "doi", "DOI", "www."].iter().any(|part| text.contains(part));
    has_address && text.len() <= LONGEST && text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a block is links to other articles and next to nothing else.
pub(super) fn is_links(block: &Block<'_>) -> bool {
    match block {
        Block::Paragraph(paragraph) => Lengths::of(&paragraph.inlines).are_links(),
        Block::Heading(heading) => Lengths::of(&heading.inlines).are_links(),
        Block::List(list) => {
            let are_links =
                |item: &Item<'_>| !item.blocks.is_empty() && item.blocks.iter().all(is_links);
            !list.items.is_empty() && list.items.iter().all(are_links)
        }
        Block::Figure(figure) => {
            !figure.images.is_empty()
                && figure.images.iter().all(|image| image.link.is_some())
                && figure.caption.is_none()
                && figure.blocks.iter().all(is_links)
        }
        _ => false,
    }
}
