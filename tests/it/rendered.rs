//! Markdown as HTML, by pulldown-cmark's own renderer.

use std::borrow::Cow;

use copydesk::Engine;
use pulldown_cmark::html::push_html;
use pulldown_cmark::{Options, Parser};

/// What of Markdown is read.
pub(crate) const SYNTAX: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

/// The definition of what a Markdown body says: what pulldown-cmark renders, once the body's
/// shortcodes are expanded.
pub(crate) fn rendered(markdown: &str) -> String {
    rendered_with(markdown, false)
}

/// The same, with formulas between dollar signs or without.
pub(crate) fn rendered_with(markdown: &str, math: bool) -> String {
    let mut rendered = String::new();
    let expanded = expanded(markdown, math);
    let syntax = if math { SYNTAX.union(Options::ENABLE_MATH) } else { SYNTAX };
    push_html(&mut rendered, Parser::new_ext(&expanded, syntax));
    rendered
}

/// A Markdown body with its shortcodes expanded: most have none.
fn expanded(markdown: &str, math: bool) -> Cow<'_, str> {
    let expansions = Engine::expansions(markdown, math);
    if expansions.is_empty() {
        return markdown.into();
    }
    let (mut expanded, mut done) = (String::new(), 0);
    for (place, with) in expansions {
        expanded.push_str(&markdown[done..place.start]);
        expanded.push_str(&with);
        done = place.end;
    }
    expanded.push_str(&markdown[done..]);
    expanded.into()
}
