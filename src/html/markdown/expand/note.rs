//! Notes, and what is folded in: what their tags say of them.

use super::{Part, escaped, place};
use crate::shortcode::{Meaning, Shortcode};

/// Classes and switches of Hexo's and Hugo's notes that say nothing to a reader.
const STYLES: &[&str] =
    &["default", "primary", "secondary", "no-icon", "simple", "modern", "flat", "disabled"];

/// What sort of note a tag opens: its name, or what its first argument says.
pub(super) fn kind<'s>(code: &Shortcode<'s>) -> Option<&'s str> {
    let general = ["note", "notice", "alert", "admonition", "callout", "hint", "pageinfo"];
    if !general.contains(&code.name) {
        return Some(code.name);
    }
    let named = ["type", "kind", "color", "level"].into_iter().find_map(|name| code.named(name));
    let said = named.or_else(|| code.positional().next()).filter(|word| is_kind(word));
    said.or_else(|| (code.name == "note").then_some("note"))
}

/// Whether a word says which sort of note something is.
pub(super) fn is_kind(word: &str) -> bool {
    matches!(Meaning::of(word), Some(Meaning::Admonition))
        || matches!(word, "success" | "error" | "question" | "bug" | "example" | "abstract")
}

/// The title that a tag gives: named so, or what stands behind its kind.
pub(super) fn title<'s>(code: &Shortcode<'s>, has_kind: bool) -> Option<&'s str> {
    // Hugo's own `details` have a `title`, too, which is shown as a hint.
    let named = ["summary", "title", "text"].into_iter().find_map(|name| code.named(name));
    let is_style = |word: &str| STYLES.contains(&word) || word.starts_with("icon:");
    let positional = || {
        let is_kind =
            has_kind && kind(code).is_some_and(|kind| code.positional().next() == Some(kind));
        let mut words = code.positional().skip(usize::from(is_kind)).filter(|word| !is_style(word));
        let first = words.next()?;
        let last = words.last().unwrap_or(first);
        // A flag of Hugo's.
        if matches!(first, "true" | "false" | "open" | "...") {
            return None;
        }
        let start = place(code.written, first).start;
        // What stands in quotes is all of it.
        let is_quoted = code.written[..start].ends_with(['"', '\'', '`']);
        let end = place(code.written, if is_quoted { first } else { last }).end;
        code.written.get(start..end)
    };
    named.or_else(positional).map(str::trim).filter(|title| !title.is_empty())
}

/// Whether a tag says that what it folds in is shown at first.
pub(super) fn is_open(code: &Shortcode<'_>) -> bool {
    code.named("open").is_some_and(|open| matches!(open, "true" | "1" | "open"))
        || code.positional().skip(1).any(|word| word == "open")
}

/// The tags that a title stands between.
pub(super) const TITLE: (&str, &str) = ("<p class=\"admonition-title\">", "</p>");
pub(super) const SUMMARY: (&str, &str) = ("<summary>", "</summary>");

/// A title, where one is given.
pub(super) fn given(
    source: &str,
    title: Option<&str>,
    (open, close): (&'static str, &'static str),
) -> Vec<Part> {
    let title = title.map(|title| escaped(source, place(source, title)));
    title.map_or_else(Vec::new, |title| vec![Part::made(open), title, Part::made(close)])
}

/// How a note with a title begins and ends.
pub(super) fn admonition(kind: &str, title: Vec<Part>) -> (Vec<Part>, Vec<Part>) {
    let space = if kind.is_empty() { "" } else { " " };
    let mut start = vec![Part::Made(format!("<div class=\"admonition{space}{kind}\">").into())];
    start.extend(title);
    (start, vec![Part::made("</div>")])
}

/// How what is folded in begins and ends.
pub(super) fn details(is_open: bool, title: Vec<Part>) -> (Vec<Part>, Vec<Part>) {
    let mut start = vec![Part::made(if is_open { "<details open>" } else { "<details>" })];
    start.extend(title);
    (start, vec![Part::made("</details>")])
}
