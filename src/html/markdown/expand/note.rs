//! Notes, and what is folded in: what their tags say of them.

use super::{Part, escaped, place};
use crate::shortcode::{Meaning, Shortcode};

/// Classes and switches of Hexo's and Hugo's notes that say nothing to a reader.
const STYLES: &[&str] =
    &["default", "primary", "secondary", "no-icon", "simple", "modern", "flat", "disabled"];

/// What sort of note a tag opens: its name, or what its first argument says.
pub(super) fn kind<'s>(code: &Shortcode<'s>) -> Option<&'s str> {
    let is_kind = |word: &&str| {
        let of_tag = matches!(Meaning::of(word), Some(Meaning::Admonition));
        of_tag || matches!(*word, "success" | "error" | "question" | "bug" | "example" | "abstract")
    };
    let general = ["note", "notice", "alert", "admonition", "callout", "hint"];
    if !general.contains(&code.name) {
        return Some(code.name);
    }
    let named = ["type", "kind", "color", "level"].into_iter().find_map(|name| code.named(name));
    let said = named.or_else(|| code.positional().next()).filter(is_kind);
    said.or_else(|| (code.name == "note").then_some("note"))
}

/// The title that a tag gives: named so, or what stands behind its kind.
pub(super) fn title<'s>(code: &Shortcode<'s>, has_kind: bool) -> Option<&'s str> {
    let named = ["title", "summary", "text"].into_iter().find_map(|name| code.named(name));
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
        let range = place(code.written, first).start..place(code.written, last).end;
        code.written.get(range)
    };
    named.or_else(positional).map(str::trim).filter(|title| !title.is_empty())
}

pub(super) fn admonition(
    source: &str,
    kind: Option<&str>,
    title: Option<&str>,
) -> (Vec<Part>, Vec<Part>) {
    let start = match kind {
        Some(kind) => Part::Made(format!("<div class=\"admonition {kind}\">").into()),
        None => Part::made("<div class=\"admonition\">"),
    };
    let mut start = vec![start];
    if let Some(title) = title {
        start.push(Part::made("<p class=\"admonition-title\">"));
        start.push(escaped(source, place(source, title)));
        start.push(Part::made("</p>"));
    }
    (start, vec![Part::made("</div>")])
}

pub(super) fn details(source: &str, title: Option<&str>) -> (Vec<Part>, Vec<Part>) {
    let mut start = vec![Part::made("<details>")];
    if let Some(title) = title {
        start.push(Part::made("<summary>"));
        start.push(escaped(source, place(source, title)));
        start.push(Part::made("</summary>"));
    }
    (start, vec![Part::made("</details>")])
}
