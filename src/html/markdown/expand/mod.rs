//! [`Expanded`]: a Markdown text with what site generators do before Markdown is read.
//!
//! ```text
//! {% note info %}          <!--{% note info %}--><div class="admonition info">
//! *a*               ──▶    *a*
//! {% endnote %}            <!--{% endnote %}--></div>
//! ```
//!
//! Each change is an [`Edit`]: a place of the source, and what is read there. The delimiter stays, as
//! a comment (behind a [`MARK`](crate::html::MARK)); such a comment is a block of its own line to
//! Markdown, so that what stands around it is read as ever. An edit counts only where Markdown takes
//! it for what it is meant as: in code or in an HTML block it is text. That is found out by reading,
//! and what fails is left out, with the other edits of its group.

mod above;
mod address;
mod attributes;
mod callout;
mod code;
mod colons;
mod container;
mod edit;
mod expanded;
mod fence;
mod indented;
mod info;
mod line;
mod note;
mod opening;
mod quotation;
mod scan;
mod seen;
mod tab;
mod tag;

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{Event, Options};

use self::edit::{Edit, Part};
pub(in crate::html) use self::expanded::Expanded;
pub(super) use self::seen::Seen;
use super::events::Events;
use crate::span::Span;

/// An event and its place in the expanded text.
pub(super) type Placed<'e> = (Event<'e>, Range<usize>);

/// Expands a text, which begins at offset `base` of the source, and goes on with it and its events;
/// `None` if there is nothing to expand.
pub(in crate::html) fn expand<R>(
    source: &str,
    base: u32,
    syntax: Options,
    may_be_fast: bool,
    then: impl FnOnce(&Expanded, Events<'_>) -> R,
) -> Option<R> {
    /// What is left when some edits are left out is looked at again; so often.
    const TRIES: u32 = 4;
    let mut edits = scan::edits(source);
    for _ in 0..TRIES {
        if edits.is_empty() {
            return None;
        }
        let expanded = Expanded::new(source, base, &edits);
        let mut events = Events::new(&expanded.text, syntax, may_be_fast);
        let wrong = expanded.wrong(&mut events);
        if wrong.is_empty() {
            return Some(then(&expanded, events));
        }
        edits.retain(|edit| !wrong.contains(&edit.group));
    }
    None
}

/// What is changed in a text.
pub(super) fn edits(source: &str, syntax: Options) -> Option<Vec<Edit>> {
    expand(source, 0, syntax, false, |expanded, _| expanded.edits.to_vec())
}

/// A text as HTML: `range` of the source, if nothing in it is to be escaped.
fn escaped(source: &str, range: Range<usize>) -> Part {
    let text = source.get(range.clone()).unwrap_or_default();
    if !text.contains(['<', '>', '&', '"']) {
        return Part::Source(range);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    // Writing to a `String` does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut escaped, text);
    Part::Made(escaped.into())
}

/// Whether what is written stays one comment.
fn may_be_comment(written: &str) -> bool {
    memchr(b'-', written.as_bytes()).is_none() || !written.contains("--")
}

/// Where a slice of the source stands in it.
fn place(source: &str, slice: &str) -> Range<usize> {
    Span::of_part(source, slice, 0).range()
}

#[cfg(test)]
mod tests;
