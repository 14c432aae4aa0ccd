//! Credits: whom a caption names as the source of its media, parted from what it says.
//!
//! ```text
//! Boats at rest. Photo: Ann Lee/Reuters
//! ───says──────  ─raw──────────────────
//!                       ─text──────────
//! ```
//!
//! The kinds of evidence: brackets at the end, a label before the name, a known name alone, an
//! element of its own. Where the form does not tell, nothing is parted: a caption that keeps its
//! credit loses less than one that loses its last words.

mod cut;
mod forms;
mod index;
mod last;
mod name;
mod signs;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

pub(super) use self::cut::place_of;
use self::cut::{part_of, split_at, take_separator};
use self::name::{name_of_element, unbracketed};
use super::frame::leading_phrase;
use crate::document::block::Block;
use crate::document::figure::{Credit, CreditEvidence};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;

/// A credit is not longer than this, in characters.
const LONGEST: usize = 120;

/// What stands between a caption and its credit, or between two credits.
const BARS: [char; 16] =
    ['—', '–', '-', '|', '｜', '·', '•', '/', '／', ',', '，', '、', ';', '＝', '=', '('];

/// Parts the credit that ends a caption, or is all of it. `span` is the caption's place, `last` the
/// text of the element that it ends with, if it ends with one.
pub(super) fn part<'a>(
    caption: Inlines<'a>,
    last: Option<&str>,
    span: Span,
    source: &'a str,
) -> (Inlines<'a>, Option<Credit<'a>>) {
    let found = forms::find(&caption.verbatim(), last);
    let parted = found.and_then(|found| Some((split_at(&caption, found.start)?, found)));
    let Some(((says, raw), Found { start, name, evidence })) = parted else {
        return (caption, None);
    };
    let text = part_of(&raw, name.start - start..name.end - start);
    let span = place_of(&raw, span, source);
    (says, Some(Credit { text, raw, evidence, span }))
}

/// Whether all of a text is a credit: a label and a name, or names of agencies.
pub(super) fn is_all(text: &str) -> bool {
    text.len() <= 2 * LONGEST && forms::find(text, None).is_some_and(|found| found.start == 0)
}

/// Whether a text is names, and nothing else.
pub(super) fn is_names(text: &str) -> bool {
    name::is_name(text) && name::are_names(text)
}

/// Makes a credit of an element that is one. What is no phrase stays a block, and a sign
/// that parts the credit from the blocks before it goes with it.
pub(super) fn of_element<'a>(
    content: Vec<Block<'a>>,
    evidence: CreditEvidence,
    span: Span,
    credits: &mut Vec<Credit<'a>>,
    blocks: &mut Vec<Block<'a>>,
) {
    let (phrase, rest) = leading_phrase(content);
    if phrase.is_empty() {
        return blocks.extend(rest);
    }
    let raw = match take_separator(blocks) {
        Some(bar) => Inlines::from([vec![Inline::Text(bar)], phrase.into_vec()].concat()),
        None => phrase,
    };
    blocks.extend(rest);
    let plain = raw.verbatim();
    let said = unbracketed(plain.trim());
    let name = name_of_element(unbracketed(said.trim_start_matches(BARS).trim()));
    let name = Span::of_part(&plain, name, 0);
    let text = part_of(&raw, name.range());
    credits.push(Credit { text, raw, evidence, span });
}

/// A credit in a caption's plain text, in bytes of it.
struct Found {
    start: usize,
    name: Range<usize>,
    evidence: CreditEvidence,
}

impl Found {
    fn new(plain: &str, raw: &str, name: &str, evidence: CreditEvidence) -> Self {
        let range = |part| Span::of_part(plain, part, 0).range();
        let says = plain[..range(raw).start].trim_end();
        // A dash or bar that parts the credit goes with it.
        let dash = says.len() - says.trim_end_matches(BARS).len();
        let start = if dash > 0 { says.len() - dash } else { range(raw).start };
        Self { start, name: range(name), evidence }
    }
}
