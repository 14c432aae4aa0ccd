//! TOML with a line for each key, below headers or not: `key = value`, `[table]`, `a.b = value`.

use std::ops::Range;

use super::flow::mark;
use super::lines;
use super::look::Look;
use super::plan::Planned;
use super::site::{Child, Site};
use super::splice::Splice;
use super::write::{Unwritable, Within, inline, key as write_key, toml};
use crate::front_matter::mapping::Mapping;
use crate::front_matter::value::{Value, ValueKind};

const NOT_FOUND: Unwritable = "its place is not known";

/// The value at the site becomes another one.
pub(super) fn replace(site: &Site<'_, '_>, value: &Value<'_>) -> Planned {
    let child = site.child().ok_or(NOT_FOUND)?;
    if is_spread(site.look, child.value) {
        let entry = child.entry.ok_or("it is a table with lines of its own; set its keys")?;
        let mut splices = delete(site)?;
        splices.extend(insert(site, &entry.key, value)?);
        return Ok(splices);
    }
    let mut written = String::new();
    inline(value, site.hand(value), Within::Line, &mut written)?;
    Ok(vec![Splice::replace(child.value.span.range(), written)])
}

/// The holder gets a key: below its last one, and before the first header of all.
pub(super) fn insert(site: &Site<'_, '_>, key: &str, value: &Value<'_>) -> Planned {
    let (look, hand) = (site.look, site.hand(value));
    let text = look.text;
    let newline = lines::newline_before(text, look.raw_end());
    if site.span.is_none() && is_table(value) {
        let mut written = String::new();
        let mapping: Mapping<'_> = [(key, value.clone())].into_iter().collect();
        toml::table(&mapping, "", hand, newline, &mut written)?;
        let raw = &text[look.raw_start()..look.raw_end()];
        let blank = if raw.trim().is_empty() { "" } else { newline };
        return Ok(vec![Splice::insert(look.raw_end(), [blank, &written].concat())]);
    }
    let own = site.children.iter().filter(|child| !is_below_header(look, child));
    let (at, prefix) = match own.max_by_key(|child| end_of(look, child)) {
        Some(last) => {
            let start = lines::start(text, last.start());
            (lines::next(text, end_of(look, last)), &text[start..last.start()])
        }
        None => (first_line(site), ""),
    };
    let mut line = prefix.to_owned();
    write_key(key, hand, Within::Line, &mut line);
    line.push_str(mark(site, hand));
    inline(value, hand, Within::Line, &mut line)?;
    Ok(vec![Splice::insert(at.min(look.raw_end()), line + newline)])
}

/// The holder, a list of tables, gets one more.
pub(super) fn append(site: &Site<'_, '_>, value: &Value<'_>) -> Planned {
    let look = site.look;
    let mapping = value.as_mapping().ok_or("it is a list of tables, and this is none")?;
    let last = site.children.last().ok_or(NOT_FOUND)?;
    let end = regions(look, last.value).last().ok_or(NOT_FOUND)?.end;
    let newline = lines::newline_before(look.text, end);
    let header = look.source(last.value.span);
    let mut written = [newline, header, newline].concat();
    let path = header.trim_matches(['[', ']', ' ', '\t']);
    toml::table(mapping, path, site.hand(value), newline, &mut written)?;
    Ok(vec![Splice::insert(end, written)])
}

/// The entry or table at the site goes, with its lines.
pub(super) fn delete(site: &Site<'_, '_>) -> Planned {
    let (look, child) = (site.look, site.child().ok_or(NOT_FOUND)?);
    if !is_spread(look, child.value) {
        let line = lines::start(look.text, child.start())..lines::next(look.text, child.end());
        return Ok(vec![Splice::delete(line)]);
    }
    let regions = regions(look, child.value);
    let blank = |at: usize| {
        let end = lines::next(look.text, at);
        (at < look.raw_end() && look.text[at..end].trim().is_empty()).then_some(end)
    };
    let with_blank = |place: Range<usize>| place.start..blank(place.end).unwrap_or(place.end);
    Ok(regions.into_iter().map(|place| Splice::delete(with_blank(place))).collect())
}

/// The key at the site becomes `written`, in all the headers and dotted keys that name its table.
pub(super) fn rename(site: &Site<'_, '_>, written: &str) -> Planned {
    let (look, child) = (site.look, site.child().ok_or(NOT_FOUND)?);
    let place = child.entry.ok_or("the item of a list has no key")?.key_span.range();
    if !is_spread(look, child.value) {
        return Ok(vec![Splice::replace(place, written)]);
    }
    // All of the same form: headers name a table from the root on, dotted keys from where they stand.
    let line = lines::start(look.text, child.start());
    let nth = keys_of_line(look.text, line).iter().position(|key| key.start == place.start);
    let nth = nth.ok_or(NOT_FOUND)?;
    let in_header = is_below_header(look, &child);
    let mut splices = Vec::new();
    for region in regions(look, child.value) {
        if !in_header || look.text[lines::skip_blanks(look.text, region.start)..].starts_with('[') {
            let key =
                keys_of_line(look.text, region.start).into_iter().nth(nth).ok_or(NOT_FOUND)?;
            splices.push(Splice::replace(key, written));
        }
    }
    Ok(splices)
}

/// The places of the keys that a line begins with: `[a."b.c"]`, `a.b = 1`.
fn keys_of_line(text: &str, start: usize) -> Vec<Range<usize>> {
    let end = lines::end(text, start);
    let (mut at, mut keys) = (start, Vec::new());
    while at < end {
        let rest = &text[at..end];
        let length = match rest.as_bytes()[0] {
            b'[' | b'.' | b' ' | b'\t' => {
                at += 1;
                continue;
            }
            b'"' => quoted_end(rest),
            b'\'' => rest[1..].find('\'').map(|end| end + 2),
            _ => rest.find(['.', ' ', '\t', ']', '=']),
        };
        let Some(length) = length.filter(|&length| length > 0) else { break };
        keys.push(at..at + length);
        at += length;
    }
    keys
}

/// Where the string ends that a text begins with.
fn quoted_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map(|end| end + 2)
}

/// Whether a value is a table, or list of tables, that stands in no brackets.
fn is_spread(look: &Look<'_>, value: &Value<'_>) -> bool {
    value.as_scalar().is_none() && !look.has_brackets(value)
}

/// Whether a new value is written as a table.
fn is_table(value: &Value<'_>) -> bool {
    value.as_mapping().is_some_and(|mapping| !mapping.is_empty())
}

/// Whether a key stands in a header.
fn is_below_header(look: &Look<'_>, child: &Child<'_, '_>) -> bool {
    let line = lines::start(look.text, child.start());
    look.text[lines::skip_blanks(look.text, line)..].starts_with('[')
}

/// Where a child's last line is, that of `a.b = 1` included.
fn end_of(look: &Look<'_>, child: &Child<'_, '_>) -> usize {
    let places = if is_spread(look, child.value) { regions(look, child.value) } else { Vec::new() };
    // A region ends where the next line begins.
    let last = places.iter().map(|place| place.end.saturating_sub(1)).max();
    last.map_or(child.end(), |last| last.max(child.start()))
}

/// Where the first line of a table without keys of its own goes.
fn first_line(site: &Site<'_, '_>) -> usize {
    let look = site.look;
    match site.span {
        Some(header) => lines::next(look.text, header.end as usize),
        None if site.children.is_empty() => look.raw_end(),
        None => look.raw_start(),
    }
}

/// The lines that say what is in a table: those below each of its headers, or one for each key.
fn regions(look: &Look<'_>, value: &Value<'_>) -> Vec<Range<usize>> {
    let mut regions = Vec::new();
    collect(look, value, &mut regions);
    regions.sort_by_key(|place| place.start);
    regions
}

/// Goes no deeper than values nest, which is bounded.
fn collect(look: &Look<'_>, value: &Value<'_>, regions: &mut Vec<Range<usize>>) {
    let text = look.text;
    let line_of = |start: usize, end: usize| lines::start(text, start)..lines::next(text, end);
    match &value.kind {
        ValueKind::List(tables) => tables.iter().for_each(|table| collect(look, table, regions)),
        ValueKind::Mapping(mapping) => {
            if look.source(value.span).starts_with('[') {
                regions.push(line_of(value.span.start as usize, value.span.end as usize));
            }
            for entry in mapping {
                if is_spread(look, &entry.value) {
                    collect(look, &entry.value, regions);
                } else {
                    let (start, end) = (entry.key_span.start, entry.value.span.end);
                    regions.push(line_of(start as usize, end as usize));
                }
            }
        }
        ValueKind::Scalar(_) => {}
    }
}
