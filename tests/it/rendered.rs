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

/// The definition of what a Markdown body says: what pulldown-cmark renders, with formulas between dollar
/// signs or without, once the body's shortcodes are expanded.
pub(crate) fn rendered(markdown: &str, math: bool) -> String {
    let mut rendered = String::new();
    let expanded = expanded(markdown, math);
    let mut syntax = if math { SYNTAX.union(Options::ENABLE_MATH) } else { SYNTAX };
    let has_slipped = |at| is_underlined_by_tab(&expanded[at + 1..]) || is_alone(&expanded, at + 1);
    if expanded.match_indices('}').any(|(at, _)| has_slipped(at)) {
        syntax.remove(Options::ENABLE_HEADING_ATTRIBUTES);
    }
    if expanded.match_indices('\\').any(|(at, _)| is_all_of_a_task(&expanded, at)) {
        syntax.remove(Options::ENABLE_TASKLISTS);
    }
    push_html(&mut rendered, Parser::new_ext(&expanded, syntax));
    rendered
}

/// Whether a backslash at a line's end, behind the box of a task, may make it panic, too.
fn is_all_of_a_task(text: &str, at: usize) -> bool {
    const BOXES: [&str; 6] = ["[ ]", "[\t]", "[\x0b]", "[\x0c]", "[x]", "[X]"];
    let before = text[..at].trim_end_matches([' ', '\t']);
    BOXES.iter().any(|end| before.ends_with(end)) && text[at + 1..].starts_with(['\r', '\n'])
}

/// Whether what follows a brace may make pulldown-cmark 0.13.6 panic: `}`, and under it a line of `-` or
/// `=` that a tab sets in.
fn is_underlined_by_tab(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t', '\r', '\n', '>']);
    let between = &rest[..rest.len() - line.len()];
    line.starts_with(['-', '=']) && between.contains('\t') && between.contains(['\r', '\n'])
}

/// Whether attributes that end at a place may make it panic, too: alone in a line that is set in, above a
/// line of `-` or `=`.
fn is_alone(text: &str, end: usize) -> bool {
    let (before, after) = text.split_at(end);
    let after = after.trim_start_matches([' ', '\t']);
    let Some(below) = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n']))
    else {
        return false;
    };
    let line = before.rsplit(['\r', '\n']).next().unwrap_or_default();
    let content = line.trim_start_matches([' ', '\t', '>']);
    let below =
        below.split(['\r', '\n']).next().unwrap_or_default().trim_start_matches([' ', '\t', '>']);
    let below = below.trim_end();
    let is_of = |sign| !below.is_empty() && below.chars().all(|c| c == sign);
    let is_underlined = is_of('-') || is_of('=');
    content.len() < line.len() && content.starts_with('{') && is_underlined
}

/// A Markdown body with its shortcodes expanded: most have none.
fn expanded(markdown: &str, math: bool) -> Cow<'_, str> {
    let expansions = Engine::expansions(markdown, math);
    if expansions.is_empty() {
        return markdown.into();
    }
    let (mut expanded, mut done) = (String::new(), 0);
    for (place, with) in expansions {
        assert!(done <= place.start, "expansions overlap: {place:?}");
        expanded.push_str(&markdown[done..place.start]);
        expanded.push_str(&with);
        done = place.end;
    }
    expanded.push_str(&markdown[done..]);
    expanded.into()
}
