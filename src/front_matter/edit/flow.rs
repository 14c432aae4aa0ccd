//! Lists and mappings in brackets: YAML's, JSON's, and TOML's arrays and inline tables.

use std::ops::Range;

use super::lines;
use super::plan::Planned;
use super::site::{Child, Site};
use super::splice::Splice;
use super::write::{Hand, Unwritable, Within, inline, key as write_key};
use crate::front_matter::Format;
use crate::front_matter::value::Value;

const NOT_FOUND: Unwritable = "its place is not known";

/// The value at the site becomes another one.
pub(super) fn replace(site: &Site<'_, '_>, value: &Value<'_>) -> Planned {
    let (text, child) = (site.look.text, site.child().ok_or(NOT_FOUND)?);
    let mut written = String::new();
    inline(value, site.hand(value), Within::Brackets, &mut written)?;
    let place = with_properties(site, &child);
    if !place.is_empty() {
        return Ok(vec![Splice::replace(place, written)]);
    }
    // `{a: }`, `{a}`.
    let key = child.entry.ok_or(NOT_FOUND)?.key_span.end as usize;
    let colon = lines::skip_blanks(text, key);
    let (at, mark) = if text[colon..].starts_with(':') { (colon + 1, " ") } else { (key, ": ") };
    Ok(vec![Splice::insert(at, [mark, &written].concat())])
}

/// The holder gets an entry, after its last one.
pub(super) fn insert(site: &Site<'_, '_>, key: &str, value: &Value<'_>) -> Planned {
    let hand = site.hand(value);
    let mut written = String::new();
    write_key(key, hand, Within::Brackets, &mut written);
    written.push_str(mark(site, hand));
    inline(value, hand, Within::Brackets, &mut written)?;
    put(site, written)
}

/// The holder, a list, gets an item, after its last one.
pub(super) fn append(site: &Site<'_, '_>, value: &Value<'_>) -> Planned {
    let mut written = String::new();
    inline(value, site.hand(value), Within::Brackets, &mut written)?;
    put(site, written)
}

/// The entry or item at the site goes, with its comma and, where it has some of its own, its lines.
pub(super) fn delete(site: &Site<'_, '_>) -> Planned {
    let (text, at) = (site.look.text, site.at.ok_or(NOT_FOUND)?);
    let child = site.child().ok_or(NOT_FOUND)?;
    let (start, end) = (start_of(site, &child), child.end());
    let comma = comma_after(text, end);
    let Some(next) = site.children.get(at + 1) else {
        return Ok(delete_last(site, start..end, comma));
    };
    let whole = comma.filter(|&comma| lines::begins(text, start) && ends_line(text, comma));
    Ok(vec![Splice::delete(match whole {
        Some(comma) => lines::start(text, start)..lines::next(text, comma),
        None => start..start_of(site, next),
    })])
}

/// The last one: the comma before it goes, too, or the one after it.
fn delete_last(site: &Site<'_, '_>, place: Range<usize>, comma: Option<usize>) -> Vec<Splice> {
    let text = site.look.text;
    let before = site.at.and_then(|at| site.children.get(at.checked_sub(1)?)).map(Child::end);
    let own_line = lines::begins(text, place.start)
        && before.is_none_or(|it| it < lines::start(text, place.start));
    match (before, comma) {
        (_, Some(comma)) if own_line && ends_line(text, comma) => {
            vec![Splice::delete(lines::start(text, place.start)..lines::next(text, comma))]
        }
        (None, Some(comma)) => vec![Splice::delete(place.start..comma)],
        (None, None) => vec![Splice::delete(place)],
        (Some(before), Some(_)) => {
            let comma = comma_after(text, before).unwrap_or(before);
            vec![Splice::delete(comma..place.end + (comma - before).min(1))]
        }
        (Some(before), None) if text[before..place.start].contains('#') => {
            let comma = comma_after(text, before).unwrap_or(before);
            vec![Splice::delete(comma.saturating_sub(1)..comma), Splice::delete(place)]
        }
        (Some(before), None) => vec![Splice::delete(before..place.end)],
    }
}

/// Puts `written` after the last child.
fn put(site: &Site<'_, '_>, written: String) -> Planned {
    let text = site.look.text;
    let Some(last) = site.children.iter().max_by_key(|child| child.end()) else {
        return Ok(vec![Splice::insert(inside(site)?, written)]);
    };
    let end = last.end();
    let before = site.children.len().checked_sub(2).map(|at| site.children[at].end());
    let gap = match before {
        Some(before) => text.get(before..start_of(site, last)),
        None => text.get(inside(site)?..start_of(site, last)),
    };
    let gap = gap.unwrap_or_default();
    let separator = match gap.rfind(['\n', '\r']) {
        Some(_) => {
            let newline = lines::newline_before(text, start_of(site, last));
            [",", newline, &lines::indent(text, start_of(site, last))].concat()
        }
        None if before.is_some() && gap.trim() == "," && !gap.ends_with(' ') => ",".to_owned(),
        None => ", ".to_owned(),
    };
    // A comment after the last child stays on its line.
    let after = comma_after(text, end).unwrap_or(end);
    let rest = &text[after..lines::end(text, after)];
    if separator.len() > 2 && rest.trim_start().starts_with('#') {
        let line = [&separator[1..], &written].concat();
        let (comma, place) = if after > end { ("", ",") } else { (",", "") };
        let at = lines::end(text, after);
        return Ok(vec![Splice::insert(end, comma), Splice::insert(at, line + place)]);
    }
    Ok(vec![Splice::insert(end, separator + &written)])
}

/// Where the inside of the holder begins.
fn inside(site: &Site<'_, '_>) -> Result<usize, Unwritable> {
    match site.span {
        Some(span) => Ok(span.start as usize + 1),
        None => site.root_bracket().ok_or(NOT_FOUND),
    }
}

/// What stands between a key and its value: as the last neighbour has it, if that is short.
pub(super) fn mark<'t>(site: &Site<'_, 't>, hand: Hand) -> &'t str {
    let usual = if hand.format == Format::Toml { " = " } else { ": " };
    let between = site.last().and_then(|last| {
        let between = last.entry?.key_span.end as usize..last.value.span.start as usize;
        site.look.text.get(between)
    });
    let short = |it: &&str| {
        it.len() <= usual.len() && it.trim() == usual.trim() && !it.contains(['\n', '\r'])
    };
    // Without a blank, YAML takes only what is quoted for a key.
    let between = between.filter(short);
    between.filter(|it| hand.format != Format::Yaml || it.ends_with(' ')).unwrap_or(usual)
}

/// Where a child begins, with its tags and anchors.
fn start_of(site: &Site<'_, '_>, child: &Child<'_, '_>) -> usize {
    match child.entry {
        Some(_) => child.start(),
        None => with_properties(site, child).start,
    }
}

/// A value's place with its tags and anchors.
fn with_properties(site: &Site<'_, '_>, child: &Child<'_, '_>) -> Range<usize> {
    let (text, place) = (site.look.text, child.value.span.range());
    let before = if let Some(entry) = child.entry {
        entry.key_span.end as usize
    } else {
        let at = site.children.iter().position(|other| std::ptr::eq(other.value, child.value));
        let before = at.and_then(|at| site.children.get(at.checked_sub(1)?)).map(Child::end);
        before.unwrap_or_else(|| site.span.map_or(place.start, |span| span.start as usize + 1))
    };
    let mut at = lines::skip_ignored(text, before);
    if text[at..].starts_with([',', ':']) {
        at = lines::skip_ignored(text, at + 1);
    }
    let properties = at < place.start && text[at..].starts_with(['&', '!']);
    if properties { at..place.end } else { place }
}

/// Where the comma after a child ends.
fn comma_after(text: &str, end: usize) -> Option<usize> {
    let at = lines::skip_ignored(text, end);
    text[at..].starts_with(',').then_some(at + 1)
}

/// Whether nothing but a comment follows on the line.
fn ends_line(text: &str, at: usize) -> bool {
    let rest = text[at..lines::end(text, at)].trim_start_matches([' ', '\t']);
    rest.is_empty() || rest.starts_with('#')
}
