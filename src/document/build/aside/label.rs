//! What asides say of themselves: "Read more", "Lesen Sie auch", "関連記事".

use super::super::text::is_blank;
use super::Found;
use super::labels::{LABELS, SEE_ALSO};
use super::lengths::{LINKED, Lengths};
use crate::document::aside::AsideKind::{Notice, Related};
use crate::document::aside::{AsideEvidence, AsideKind};
use crate::document::block::{Block, Item};
use crate::document::inline::{Inline, Inlines};

/// A text that is a label is not longer, in bytes; nor is what of a longer one is looked at.
const LONGEST: usize = 96;

/// No label of the table is longer, in bytes.
const LONGEST_LABEL: usize = 64;

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

/// The label that a text begins with, and where it ends.
fn label(text: &str) -> Option<(AsideKind, usize)> {
    let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !BEGINNINGS.may_begin(words) || !begins_one(words) {
        return None;
    }
    let folded = Folded::of(words);
    let mut key = folded.as_bytes();
    // The longest label is the last one that is not after the text, if the text begins with it; else
    // only what they have in common can be one.
    loop {
        let (label, kind) = last_label(key)?;
        let common = label.bytes().zip(key).take_while(|(one, other)| one == *other).count();
        if common == label.len() {
            if let Some(end) = word_end(words, common) {
                return Some((*kind, text.len() - words.len() + end));
            }
            key = &key[..common - 1];
        } else {
            key = &key[..common];
        }
    }
}

/// Whether a label begins as a text does, by its first four letters; those of other scripts are not
/// looked at.
fn begins_one(text: &str) -> bool {
    /// In bits: the bytes of a start but the first three, and the first four.
    const AFTER_THREE: u32 = 40;
    const AFTER_FOUR: u32 = 32;
    let Some(first) = text.as_bytes().first_chunk::<4>().filter(|first| first.is_ascii()) else {
        return true;
    };
    let key = u64::from(u32::from_be_bytes(first.map(|byte| byte.to_ascii_lowercase())));
    let begins = STARTS.partition_point(|start| start >> AFTER_THREE < key >> 8);
    let alike = STARTS[begins..].iter().take_while(|&start| start >> AFTER_THREE == key >> 8);
    alike.map(|start| start >> AFTER_FOUR).any(|start| start == key || start as u8 == 0)
}

/// The last label that does not come after `key`.
fn last_label(key: &[u8]) -> Option<&'static (&'static str, AsideKind)> {
    let start = start_of(key);
    let after = STARTS.partition_point(|&other| other <= start);
    // Of those that begin as the key does, some may come after it.
    let mut before = LABELS[..after].iter().rev();
    before.find(|(label, _)| start_of(label.as_bytes()) < start || label.as_bytes() <= key)
}

/// The beginning of each label, as a number: these are compared sooner.
static STARTS: [u64; LABELS.len()] = {
    let mut starts = [0; LABELS.len()];
    let mut at = 0;
    while at < LABELS.len() {
        starts[at] = start_of(LABELS[at].0.as_bytes());
        at += 1;
    }
    starts
};

/// The first bytes of a text as a number that is in order as the texts are.
const fn start_of(text: &[u8]) -> u64 {
    let (mut start, mut at) = ([0; 8], 0);
    while at < start.len() && at < text.len() {
        start[at] = text[at];
        at += 1;
    }
    u64::from_be_bytes(start)
}

/// How labels begin: most texts do not begin so, and are looked at no further.
static BEGINNINGS: Beginnings = Beginnings::of(LABELS);

struct Beginnings {
    /// Of each first byte, a bit for what follows it.
    next: [u32; 256],
    /// Of each first byte that is a letter, a bit for the two that follow it.
    two: [u32; 256],
}

impl Beginnings {
    const fn of(labels: &[(&str, AsideKind)]) -> Self {
        let (mut next, mut two) = ([0; 256], [0; 256]);
        let mut at = 0;
        while at < labels.len() {
            let label = labels[at].0.as_bytes();
            next[label[0] as usize] |= match label {
                [first, second, third, ..] if Self::has_no_case(*first) => {
                    Self::bit(*second ^ third.rotate_left(2))
                }
                _ => Self::bit(label[1]),
            };
            two[label[0] as usize] |=
                if label[2].is_ascii() { Self::bit_of_two(label[1], label[2]) } else { u32::MAX };
            at += 1;
        }
        Self { next, two }
    }

    /// Letters differ from their capitals in none of these bits.
    const fn bit(byte: u8) -> u32 {
        1 << (byte & 31)
    }

    const fn bit_of_two(second: u8, third: u8) -> u32 {
        Self::bit((second & 31).wrapping_mul(7) ^ third)
    }

    /// Whether characters that begin with a byte are of CJK, and no signs.
    const fn has_no_case(first: u8) -> bool {
        matches!(first, 0xE4..=0xE9 | 0xEB..=0xED)
    }

    fn may_begin(&self, text: &str) -> bool {
        let signs =
            text.bytes().take_while(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        let text = &text.as_bytes()[signs.count()..];
        match *text {
            [first, second, ref rest @ ..] if first.is_ascii() && second.is_ascii() => {
                let first = usize::from(first.to_ascii_lowercase());
                let third = rest.first().filter(|third| third.is_ascii());
                let two = third.map_or(u32::MAX, |&third| Self::bit_of_two(second, third));
                self.next[first] & Self::bit(second) != 0 && self.two[first] & two != 0
            }
            [first, second, third, ..] if Self::has_no_case(first) => {
                self.next[usize::from(first)] & Self::bit(second ^ third.rotate_left(2)) != 0
            }
            // Others may be signs, or have capitals of other bytes.
            [_, ..] => true,
            [] => false,
        }
    }
}

/// The beginning of a text in lower case.
struct Folded {
    bytes: [u8; LONGEST_LABEL],
    len: usize,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self { bytes: [0; LONGEST_LABEL], len: 0 };
        for c in text.chars().map(lower) {
            let end = folded.len + c.len_utf8();
            let Some(slot) = folded.bytes.get_mut(folded.len..end) else { break };
            c.encode_utf8(slot);
            folded.len = end;
        }
        folded
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Where a text goes on after `len` bytes of it in lower case, if a word ends there.
fn word_end(text: &str, len: usize) -> Option<usize> {
    let (mut lowered, mut last) = (0, '\0');
    for (at, c) in text.char_indices() {
        if lowered == len {
            // Of a script without spaces, words need not end.
            return (!c.is_alphanumeric() || last >= '\u{0E00}').then_some(at);
        }
        lowered += lower(c).len_utf8();
        last = c;
    }
    (lowered == len).then_some(text.len())
}

fn lower(c: char) -> char {
    match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        // Kana, Hangul and what is written in Chinese have no case.
        '\u{2E80}'..'\u{A640}' | '\u{AC00}'..'\u{D7B0}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

fn first_text<'s>(phrase: &'s Inlines<'_>) -> Option<&'s str> {
    phrase.iter().find_map(|inline| match inline {
        Inline::Text(text) if text.trim_start().is_empty() => None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    #[test]
    fn labels_are_in_order_and_lower_case() {
        assert!(LABELS.is_sorted_by(|(one, _), (other, _)| one < other));
        for (label, _) in LABELS {
            assert_eq!(label.to_lowercase(), *label);
            assert!(
                label
                    .trim_matches(|c: char| !c.is_alphanumeric())
                    .starts_with(label.chars().next().unwrap())
            );
            assert!((2..=LONGEST_LABEL).contains(&label.len()), "{label}");
        }
    }

    /// One test a row: alone, in capitals and with what it is a label of.
    #[test]
    fn every_label_is_read() {
        for (text, kind) in LABELS {
            assert_eq!(label(text), Some((*kind, text.len())), "{text}");
            let (found, _) = label(&format!("» {}: x", text.to_uppercase())).unwrap_or((*kind, 0));
            assert_eq!(found, *kind, "{text}");
            let html = match kind {
                Related => format!("<p>Before.<p>{text}: <a href=x>the other article</a><p>After."),
                _ => format!("<p>Before.<p>{text}<p>After."),
            };
            let document = Document::parse(&html);
            let asides: Vec<_> = document
                .blocks()
                .iter()
                .filter_map(|block| match block {
                    Block::Aside(aside) => Some((aside.kind, aside.evidence)),
                    _ => None,
                })
                .collect();
            assert_eq!(asides, [(*kind, AsideEvidence::Label)], "{text}");
        }
    }

    #[test]
    fn what_is_no_label() {
        for text in [
            "",
            "Reading more",
            "Moreover",
            "Readmore",
            "Sharepoint",
            "Read",
            "Anzeigen",
            "Related to",
            "Share of the market",
            "Publicity",
        ] {
            let said = label(text).filter(|(_, end)| text[*end..].chars().all(is_sign));
            assert_eq!(said, None, "{text}");
        }
    }

    #[test]
    fn labels_with_what_they_are_of() {
        let linked = "<a href=x>The pier is closed</a>";
        for (html, expected) in [
            (format!("<p>Read more: {linked}"), 1),
            (format!("<p><strong>READ MORE</strong> {linked}"), 1),
            (format!("<p>{}", "<a href=x>Read more: The pier is closed</a>"), 1),
            (format!("<h3>Related articles</h3><ul><li>{linked}<li>{linked}</ul><p>a"), 1),
            (format!("<h3>Related articles:</h3><h4>{linked}</h4><p>{linked}<p>a"), 1),
            (format!("<p>Mehr zum Thema</p><p>{linked}<p>a"), 1),
            (format!("<h4>Ähnliche:</h4><ul><li><h5>{linked}</h5>Why it is</ul><p>a"), 1),
            ("<p>Cite this article<p>Lee, A. The pier. https://a.b/2024<p>a".to_owned(), 1),
            ("<p>Advertisement</p><p>a".to_owned(), 1),
            // Prose that begins like one, a heading of prose, a label of nothing.
            (format!("<p>Read more about how {linked} and why that is so, in the old book"), 0),
            (format!("<h3>Related articles</h3><p>The {linked} for years."), 0),
            ("<h3>Related</h3><ul><li>One<li>Two</ul>".to_owned(), 0),
            (format!("<h4>Ähnliche:</h4><ul><li><h5>{linked}</h5><li>Why it is</ul><p>a"), 0),
            ("<h2>How to cite this article</h2><p>Lee, A. https://a.b/2024".to_owned(), 0),
            ("<p>Read more".to_owned(), 0),
            ("<p>Advertisement is an old trade.".to_owned(), 0),
            ("<h2>Advertisement</h2><p>a".to_owned(), 0),
            ("<h2>Share</h2><p>a".to_owned(), 0),
        ] {
            let document = Document::parse(&html);
            let asides =
                document.blocks().iter().filter(|block| matches!(block, Block::Aside(_))).count();
            assert_eq!(asides, expected, "{html}");
        }
    }
}
