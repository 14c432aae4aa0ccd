//! What stands above an article's text: its title again, the line over it, the standfirst below.

use super::Found;
use super::lengths::Lengths;
use super::place::is_text;
use super::title::{Manner, Title};
use crate::document::aside::{AsideEvidence, AsideKind};
use crate::document::block::{Block, Heading, Paragraph};

/// A line over a title is not longer, in bytes.
const LONGEST_KICKER: usize = 60;

/// Finds the headings that say what the metadata say, and the lines over them. A standfirst that is
/// written as a heading becomes the paragraph that it is.
pub(super) fn find(blocks: &mut [Block<'_>], title: &str, found: &mut Vec<Found>) {
    let Some(first) = blocks.iter().position(|block| matches!(block, Block::Heading(_))) else {
        return;
    };
    let end = blocks.iter().position(is_text).unwrap_or(blocks.len());
    let title = Title::of(title);
    let before = found.len();
    find_titles(blocks, &title, (first, end), found);
    let titles: Vec<usize> = found[before..].iter().map(|found| found.start as usize).collect();
    let is_title = |at: usize| titles.binary_search(&at).is_ok();
    for &at in &titles {
        let over = at.checked_sub(1).filter(|over| !is_title(*over) && is_kicker(&blocks[*over]));
        found.extend(over.map(|over| Found::of_block(AsideKind::Tags, AsideEvidence::Place, over)));
    }
    let Some(&title) = titles.first() else {
        return blocks[first..end.max(first)].iter_mut().for_each(|block| unhead(block, false));
    };
    let mut below_title = true;
    for (at, block) in blocks.iter_mut().enumerate().skip(title) {
        if is_title(at) {
            below_title = true;
        } else if below_title {
            below_title = !is_text(block);
            unhead(block, true);
        }
    }
}

/// Before the text, each heading may say the title; after its beginning only the first heading of all,
/// and those of level 1.
fn find_titles(
    blocks: &[Block<'_>],
    title: &Title<'_>,
    (first, end): (usize, usize),
    found: &mut Vec<Found>,
) {
    let before = found.len();
    let mut headline = None;
    let mut headlines = 0;
    for (at, heading) in headings(blocks).skip_while(|(at, _)| *at < first) {
        let at_head = at < end;
        headlines += usize::from(heading.level == 1);
        if !(at == first || at_head || heading.level == 1) {
            continue;
        }
        let manner =
            if at_head && heading.level <= 2 { Manner::Loosely } else { Manner::WordForWord };
        if title.is_said(&heading.inlines.text(), manner) {
            found.push(Found::of_block(AsideKind::Title, AsideEvidence::Metadata, at));
        } else if at_head && heading.level == 1 {
            headline = headline.or(Some((at, heading)));
        }
    }
    // The only heading of level 1 is the headline; the metadata may give that for search engines.
    let Some((at, heading)) = headline.filter(|_| headlines == 1 && found.len() == before) else {
        return;
    };
    if title.is_said(&heading.inlines.text(), Manner::InPart) {
        found.push(Found::of_block(AsideKind::Title, AsideEvidence::Metadata, at));
    }
}

fn headings<'b, 'a>(blocks: &'b [Block<'a>]) -> impl Iterator<Item = (usize, &'b Heading<'a>)> {
    blocks.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Heading(heading) => Some((at, &**heading)),
        _ => None,
    })
}

fn is_kicker(block: &Block<'_>) -> bool {
    matches!(block, Block::Heading(heading) if Lengths::of(&heading.inlines).text() <= LONGEST_KICKER)
}

/// Makes a paragraph of a heading that is a standfirst: it says a whole sentence where the text has
/// not begun yet.
fn unhead(block: &mut Block<'_>, below_title: bool) {
    let Block::Heading(heading) = block else { return };
    if is_standfirst(heading, below_title) {
        let (inlines, span) = (std::mem::take(&mut heading.inlines), heading.span);
        *block = Block::Paragraph(Paragraph { inlines, span });
    }
}

/// What has an `id` is something to link to: a section; level 1 is of titles.
fn is_standfirst(heading: &Heading<'_>, below_title: bool) -> bool {
    if heading.level == 1 || heading.id.is_some() || Lengths::of(&heading.inlines).are_links() {
        return false;
    }
    let text = heading.inlines.text();
    let text = text.trim_end();
    let len = text.chars().count();
    let ends = text.ends_with(['.', '!', '。', '！', '…', '।']);
    let asks = text.ends_with(['?', '？', ':', '：']);
    let (ended, unended) = if below_title { (25, 60) } else { (50, 100) };
    ends && len >= ended || !asks && len >= unended
}
