//! YAML with a line for each entry and item: `key: value`, `- item`.

use std::ops::Range;

use super::action::Action;
use super::lines;
use super::plan::Planned;
use super::site::{Child, Site};
use super::splice::Splice;
use super::write::yaml::Page;
use super::write::{Quoting, Unwritable};
use crate::front_matter::mapping::Mapping;
use crate::front_matter::scalar::Style;
use crate::front_matter::value::{Value, ValueKind};
use crate::span::Span;

/// Where a child's parts stand.
struct Parts<'t> {
    /// Where the colon or dash ends.
    mark: usize,
    /// What stands between that and the value, tags and anchors aside.
    gap: &'t str,
    /// The value with its tags and anchors.
    value: Range<usize>,
}

/// The value at the site becomes another one.
pub(super) fn replace(site: &Site<'_, '_>, value: &Value<'_>) -> Planned {
    let (text, child) = (site.look.text, site.child().ok_or(NOT_FOUND)?);
    let parts = parts(site, &child)?;
    let below = parts.gap.contains(['\n', '\r']);
    let comment = if parts.gap.contains('#') { parts.gap.trim_end() } else { "" };
    let indent = match child.entry {
        Some(entry) => lines::indent(text, entry.key_span.start as usize),
        None => lines::indent(text, parts.value.start),
    };
    let mut page = page(site, value, parts.value.start);
    let is_null = parts.value.is_empty();
    if child.entry.is_none() {
        let mut written = String::from(if is_null { " " } else { "" });
        let at = if is_null { parts.mark..parts.mark } else { parts.value };
        page.block(value, &indent, &mut written)?;
        return Ok(vec![Splice::replace(at, written)]);
    }
    // Comments between a key and text after `|` would become a part of it.
    if !comment.is_empty() && value.as_scalar().is_some() && !page.is_inline(value) {
        page.hand.quoting = Quoting::All;
    }
    let beside = page.beside(value, &indent)?;
    if below {
        let written = [&*beside.line, comment, &beside.below].concat();
        return Ok(vec![Splice::replace(parts.mark..parts.value.end, written)]);
    }
    let (start, line) = if is_null || beside.line.is_empty() {
        (parts.mark, &*beside.line)
    } else {
        (parts.value.start, beside.line.trim_start())
    };
    let end = parts.value.end.max(start);
    let mut splices = vec![Splice::replace(start..end, line)];
    if !beside.below.is_empty() {
        splices.push(Splice::insert(lines::end(text, end), beside.below));
    }
    Ok(splices)
}

/// The holder gets an entry, after its last one.
pub(super) fn insert(site: &Site<'_, '_>, key: &str, value: &Value<'_>) -> Planned {
    let text = site.look.text;
    let (at, indent) = match (site.last(), site.span) {
        (Some(last), _) => (after(site, last.value), lines::indent(text, last.start())),
        (None, None) => (site.look.raw_end(), String::new()),
        (None, Some(_)) => return Err("its mapping holds nothing but what is merged into it"),
    };
    let page = page(site, value, at);
    let mut line = indent.clone();
    page.entry(key, value, &indent, &mut line)?;
    Ok(vec![new_line(text, at, line, page.newline)])
}

/// The holder, a list, gets an item, after its last one.
pub(super) fn append(site: &Site<'_, '_>, value: &Value<'_>) -> Planned {
    let text = site.look.text;
    let last = site.children.len().checked_sub(1).ok_or(NOT_FOUND)?;
    let dash = dash_of(site, last)?;
    let at = after(site, site.children[last].value);
    let page = page(site, value, at);
    let indent = lines::indent(text, dash);
    let mut line = [&*indent, "- "].concat();
    page.block(value, &[&*indent, "  "].concat(), &mut line)?;
    Ok(vec![new_line(text, at, line, page.newline)])
}

/// The entry or item at the site goes, with its lines.
pub(super) fn delete(site: &Site<'_, '_>) -> Planned {
    let (text, at) = (site.look.text, site.at.ok_or(NOT_FOUND)?);
    let child = site.child().ok_or(NOT_FOUND)?;
    if site.children.len() == 1 && site.span.is_some() {
        return empty(site);
    }
    let start = match child.entry {
        Some(_) => child.start(),
        None => dash_of(site, at)?,
    };
    if lines::begins(text, start) {
        let end = lines::next(text, child.end());
        return Ok(vec![Splice::delete(lines::start(text, start)..end)]);
    }
    // `- a: 1`: what follows moves up to where this one begins.
    let next = match child.entry {
        Some(_) => site.children.get(at + 1).ok_or(NOT_FOUND)?.start(),
        None => dash_of(site, at + 1)?,
    };
    Ok(vec![Splice::delete(start..next)])
}

/// The holder of an only child becomes `{}` or `[]`.
fn empty(site: &Site<'_, '_>) -> Planned {
    let kind = if site.is_list {
        ValueKind::List(Vec::new())
    } else {
        ValueKind::Mapping(Mapping::default())
    };
    let value = Value { kind, span: Span::default() };
    super::plan::splices(site.look, &Action::Replace(site.path.clone(), value))
}

const NOT_FOUND: Unwritable = "its place is not known";

fn page(site: &Site<'_, '_>, value: &Value<'_>, at: usize) -> Page<'static> {
    let newline = lines::newline_before(site.look.text, at);
    let blanks = "                                ";
    let dash = &blanks[..site.dash().len().min(blanks.len())];
    Page { hand: site.hand(value), newline, dash }
}

/// A line put in at `at`, where one begins.
fn new_line(text: &str, at: usize, line: String, newline: &str) -> Splice {
    let begins = at == 0 || text[..at].ends_with(['\n', '\r']);
    let line = if begins { line + newline } else { newline.to_owned() + &line };
    Splice::insert(at, line)
}

/// Where the line after a value begins. Blank lines after block text may be a part of it.
fn after(site: &Site<'_, '_>, value: &Value<'_>) -> usize {
    let (text, end) = (site.look.text, site.look.raw_end());
    let mut at = lines::next(text, value.span.end as usize).min(end);
    let is_block = |style| matches!(style, Style::Literal | Style::Folded);
    if last_scalar(value).is_some_and(is_block) {
        while at < end && text[at..lines::end(text, at)].trim().is_empty() {
            at = lines::next(text, at).min(end);
        }
    }
    at
}

/// How the last scalar within a value is written.
fn last_scalar(mut value: &Value<'_>) -> Option<Style> {
    loop {
        value = match &value.kind {
            ValueKind::Scalar(scalar) => return Some(scalar.style),
            ValueKind::List(items) => items.last()?,
            ValueKind::Mapping(mapping) => &mapping.entries().last()?.value,
        }
    }
}

fn parts<'t>(site: &Site<'_, 't>, child: &Child<'_, '_>) -> Result<Parts<'t>, Unwritable> {
    let text = site.look.text;
    let mark = match child.entry {
        Some(entry) => {
            let colon = lines::skip_ignored(text, entry.key_span.end as usize);
            let mark = text[colon..].chars().next().filter(|c| matches!(c, ':' | '：'));
            colon + mark.ok_or("the colon does not follow its key")?.len_utf8()
        }
        None => dash_of(site, site.at.ok_or(NOT_FOUND)?)? + 1,
    };
    let value = child.value.span.range();
    let properties = lines::skip_ignored(text, mark);
    let has_some = text[properties..].starts_with(['&', '!']) && properties < value.start;
    let start = if has_some { properties } else { value.start };
    let gap = text.get(mark..start).ok_or(NOT_FOUND)?;
    Ok(Parts { mark, gap, value: start..value.end })
}

/// Where the dash of an item stands.
fn dash_of(site: &Site<'_, '_>, at: usize) -> Result<usize, Unwritable> {
    let text = site.look.text;
    let dash = match at.checked_sub(1) {
        None => site.span.ok_or(NOT_FOUND)?.start as usize,
        Some(before) => {
            let before = site.children.get(before).ok_or(NOT_FOUND)?;
            lines::skip_ignored(text, before.end())
        }
    };
    text[dash..].starts_with('-').then_some(dash).ok_or(NOT_FOUND)
}
