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
    let place = start_of(site, &child)..child.end();
    let comma = comma_after(text, place.end);
    if let Some(comma) = comma.filter(|&comma| has_lines(text, place.start, comma)) {
        let lines = lines::start(text, place.start)..lines::next(text, comma);
        return Ok(vec![Splice::delete(lines)]);
    }
    let Some(next) = site.children.get(at + 1) else {
        let before = at.checked_sub(1).and_then(|at| site.children.get(at)).map(Child::end);
        return Ok(delete_last(text, before, place, comma));
    };
    let end = match (comma, start_of(site, next)) {
        (Some(comma), next) if has_comment(text, comma..next) => comma,
        (_, next) => next,
    };
    Ok(vec![Splice::delete(place.start..end)])
}

/// The last one, with the comma after the one before it, which ends at `before`, if it has none itself.
fn delete_last(
    text: &str,
    before: Option<usize>,
    place: Range<usize>,
    comma: Option<usize>,
) -> Vec<Splice> {
    let Some(before) = before else {
        return vec![Splice::delete(place.start..comma.unwrap_or(place.end))];
    };
    let comma_before = comma_after(text, before).unwrap_or(before);
    let apart = has_comment(text, comma_before..place.start);
    match comma {
        Some(comma) => vec![Splice::delete(if apart { place.start } else { comma_before }..comma)],
        None if apart => {
            vec![
                Splice::delete(comma_before.saturating_sub(1)..comma_before),
                Splice::delete(place),
            ]
        }
        None => vec![Splice::delete(before..place.end)],
    }
}

/// Whether nothing else stands on the lines from `start` to the comma that ends at `comma`.
fn has_lines(text: &str, start: usize, comma: usize) -> bool {
    lines::begins(text, start) && ends_line(text, comma)
}

/// Whether a comment stands between two children.
fn has_comment(text: &str, gap: Range<usize>) -> bool {
    text.get(gap).is_some_and(|gap| gap.contains('#'))
}

/// Puts `written` after the last child.
fn put(site: &Site<'_, '_>, written: String) -> Planned {
    let text = site.look.text;
    let Some(last) = site.last() else {
        return Ok(vec![Splice::insert(inside(site)?, written)]);
    };
    let (end, separator) = (last.end(), separator(site, last)?);
    let comma = comma_after(text, end);
    let after = comma.unwrap_or(end);
    let has_comment = text[lines::skip_blanks(text, after)..].starts_with('#');
    if has_comment && separator.contains(['\n', '\r']) {
        // The comment stays on its child's line.
        let (before, behind) = if comma.is_some() { ("", ",") } else { (",", "") };
        let line = [&separator[1..], &written, behind].concat();
        return Ok(vec![
            Splice::insert(end, before),
            Splice::insert(lines::end(text, after), line),
        ]);
    }
    Ok(vec![Splice::insert(end, separator + &written)])
}

/// A comma and what the last child has between the one before it, or the bracket, and itself.
fn separator(site: &Site<'_, '_>, last: &Child<'_, '_>) -> Result<String, Unwritable> {
    let (text, start) = (site.look.text, start_of(site, last));
    let before = site.children.len().checked_sub(2).map(|at| site.children[at].end());
    let gap = match before {
        Some(before) => text.get(before..start),
        None => text.get(inside(site)?..start),
    };
    let gap = gap.unwrap_or_default();
    Ok(if gap.contains(['\n', '\r']) {
        [",", lines::newline_before(text, start), &lines::indent(text, start)].concat()
    } else if gap == "," {
        ",".to_owned()
    } else {
        ", ".to_owned()
    })
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
