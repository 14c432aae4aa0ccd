//! Markdown: pulldown-cmark's events as the tokens of the HTML that it would render.
//!
//! ```text
//! text ──▶ Fast ─────────────┐  ┌─ Markdown's own ── Writer ──▶ tokens, given or Made ────┐
//!   └─ what it declines ─────┴──┤                                                         ├──▶ Tokens
//!        pulldown-cmark  events └─ raw HTML ── Tokenizer, at its place in the source ─────┘
//!                                                 └─ what is not over there ── Rendered ──┘
//! ```
//!
//! Most texts are read by a [way of our own](fast), a few times as fast: it gives pulldown-cmark's events,
//! or declines.
//!
//! The tokens are those of pulldown-cmark's rendering, so the tree is that of its HTML; but nothing is
//! rendered: text stays a slice of the source, and every token has its place there. Only what a
//! tokenizer could not see in parts (a `<script>` that Markdown continues, a comment never closed)
//! is written out, for as long as it lasts, and [read from there](rendered).

mod elements;
mod events;
mod expand;
mod fast;
mod lines;
mod made;
mod marks;
mod origin;
mod pen;
mod place;
mod pulldown;
#[cfg(test)]
mod random;
mod raw;
mod rendered;
mod said;
mod segments;
mod tokens;
mod writer;

use std::ops::Range;

use memchr::memchr2;
use pulldown_cmark::{CowStr, Event, Options, Tag, TagEnd};

pub(super) use self::events::Events;
pub(super) use self::expand::expand;
pub(super) use self::said::said;
pub(super) use self::tokens::Markdown;

/// The syntax that is read: `CommonMark`, and what GitHub and most site generators add to it.
const SYNTAX: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

/// The syntax that is read, with formulas between dollar signs or without.
pub(super) const fn syntax(math: bool) -> Options {
    if math { SYNTAX.union(Options::ENABLE_MATH) } else { SYNTAX }
}

/// The places of a text that are read as something else, each with that: what is
/// [expanded](expand).
pub(super) fn expansions(text: &str, math: bool) -> Vec<(Range<usize>, String)> {
    let edits = expand::edits(text, syntax(math)).unwrap_or_default();
    edits.iter().map(|edit| (edit.range.clone(), edit.text(text))).collect()
}

/// The raw HTML that a text begins with.
pub(super) fn leading_html(text: &str) -> String {
    let mut html = String::new();
    for event in pulldown::parser(text, SYNTAX) {
        match event {
            // White space that sets a block of HTML in is a text.
            Event::Html(part) | Event::Text(part) => html.push_str(&part),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            _ => break,
        }
    }
    html
}

/// Whether a text holds characters that HTML changes.
fn is_odd(text: &str) -> bool {
    memchr2(b'\r', 0, text.as_bytes()).is_some()
}

/// The slice that a text is, of the source or not.
fn borrowed<'a>(text: &CowStr<'a>) -> Option<&'a str> {
    match text {
        CowStr::Borrowed(text) => Some(text),
        _ => None,
    }
}
