//! Attribute lists: Kramdown's `{: .class #id key="value"}` and Goldmark's `{.class #id}`.

use std::ops::Range;

use memchr::memchr;

use super::above::Before;
use super::line::Line;
use super::scan::Scan;
use super::{Part, may_be_comment};

impl Scan<'_> {
    /// Takes attributes in a line of their own, of the block before it or of the one behind it.
    pub(super) fn block_attributes(&mut self, line: &Line, list: Range<usize>) {
        let written = self.slice(list.clone());
        // Goldmark's are of the block that they stand below, of none behind a blank line, or in the first
        // line of an item; they are no text either way.
        let is_item =
            self.slice(line.start..line.content).contains(|c| !matches!(c, ' ' | '\t' | '>'));
        if (self.is_of_next(line) || is_item) && !written.starts_with("{:") {
            self.groups += 1;
            self.edit(list.clone(), vec![Part::Block(list)]);
            return;
        }
        if let Some(title) = title(written) {
            if self.caption_code(title, list.clone()).is_some() {
                return;
            }
        }
        if self.callout(line, list.clone()).is_some() {
            return;
        }
        self.groups += 1;
        let above = self.above(line.start);
        if above.before == Before::Line {
            let before = above.line.clone();
            let before = self.line_at(before);
            if is_contents(written) && self.contents(&before, list.end) {
                return;
            }
            self.name_heading(&before, written);
        }
        self.edit(list.clone(), vec![Part::Block(list)]);
    }

    /// Takes a line that stands for the table of contents: `[TOC]`, `[[toc]]`, `[[_TOC_]]`, `@[toc]`.
    pub(super) fn contents_mark(&mut self, line: &Line) -> Option<usize> {
        let text = self.slice(line.content..line.end).trim_end();
        if !CONTENTS.iter().any(|mark| mark.eq_ignore_ascii_case(text)) {
            return None;
        }
        let next = self.line_end(line.end) + 1;
        let after = self.slice(next..self.source.len()).split('\n').next().unwrap_or_default();
        let is_alone = self.above(line.start).before != Before::Line && after.trim().is_empty();
        if !is_alone {
            return None;
        }
        let place = line.content..line.content + text.len();
        self.groups += 1;
        self.edit(place.clone(), vec![Part::Block(place)]);
        Some(next)
    }

    /// `* TOC` above attributes that say so, up to `end`, stands for the table of contents.
    fn contents(&mut self, before: &Line, end: usize) -> bool {
        let mark = self.slice(before.start..before.content);
        let is_item = mark.contains(['*', '-', '+', '.', ')']);
        if !is_item || !may_be_comment(self.slice(before.content..before.end)) {
            return false;
        }
        let whole = before.start..end;
        self.edit(whole.clone(), vec![Part::Block(whole)]);
        true
    }

    /// Writes the id and classes of a heading where Markdown has them.
    fn name_heading(&mut self, heading: &Line, written: &str) {
        let text = self.slice(heading.content..heading.end).trim_end();
        let end = heading.content + text.len();
        // Two lists may stand below it.
        let is_named = self.edits.iter().rev().take(2).any(|edit| edit.range == (end..end));
        if !text.starts_with('#') || text.ends_with('}') || is_named {
            return;
        }
        if let Some(given) = of_heading(written) {
            self.edit(end..end, vec![Part::Made(format!(" {{{given}}}").into())]);
        }
    }
}

/// What stands for the table of contents, in a line of its own.
const CONTENTS: &[&str] = &["[toc]", "[[toc]]", "[[_toc_]]", "@[toc]", "${toc}"];

/// The list of attributes that begins at `start`: Kramdown's, or one that begins with a class or id.
pub(super) fn list(source: &str, start: usize) -> Option<Range<usize>> {
    /// No list is longer.
    const MOST: usize = 512;
    let rest = source.as_bytes().get(start..)?;
    let near = rest.get(..MOST).unwrap_or(rest);
    let end = memchr(b'}', near)? + 1;
    let written = source.get(start..start + end)?;
    let is_option = written.strip_prefix("{::").is_some_and(|rest| {
        let is_line = memchr(b'\n', rest.as_bytes()).is_none();
        is_line && rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.ends_with("/}")
    });
    // Only Kramdown has names of other lists: `{#if a}` is a step of Svelte's templates.
    let has_names = written.starts_with("{:");
    let is_item = |item| match item {
        Some(Item::Reference) => has_names,
        item => item.is_some(),
    };
    (is_option || items(written).is_some_and(|mut items| items.all(is_item)))
        .then_some(start..start + end)
}

/// The list of attributes at `start`, if it belongs to what stands before it in the line.
pub(super) fn of_span(source: &str, start: usize) -> Option<Range<usize>> {
    let before = source.as_bytes().get(start.checked_sub(1)?)?;
    if !matches!(before, b')' | b']' | b'*' | b'_' | b'`' | b'>') {
        return None;
    }
    let place = list(source, start)?;
    let written = source.get(place.clone())?;
    let is_reference = |item| matches!(item, Some(Item::Reference));
    let is_plain = written.starts_with("{:") && !items(written)?.any(is_reference);
    is_plain.then_some(place)
}

/// Whether the list says that a table of contents stands here.
fn is_contents(written: &str) -> bool {
    let inside = written.trim_start_matches("{:").trim_end_matches('}').trim();
    inside.split_ascii_whitespace().any(|item| item == "toc")
}

/// The id and classes of a list, as they stand behind a heading.
fn of_heading(written: &str) -> Option<String> {
    let mut id = None;
    let mut given = String::new();
    for item in items(written)?.flatten() {
        match item {
            Item::Id(name) => id = Some(name),
            Item::Class(name) => {
                given.push_str(" .");
                given.push_str(name);
            }
            Item::Named(..) | Item::Reference => {}
        }
    }
    let id = id.map(|id| format!("#{id}")).unwrap_or_default();
    let given = id + &given;
    (!given.is_empty()).then(|| given.trim_start().to_owned())
}

/// What a list names code.
fn title(written: &str) -> Option<&str> {
    let named = items(written)?.flatten().filter_map(|item| match item {
        Item::Named("file" | "title" | "filename" | "caption", value) => Some(value.trim()),
        _ => None,
    });
    named.into_iter().find(|title| !title.is_empty())
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'s> {
    Id(&'s str),
    Class(&'s str),
    /// `key="value"`
    Named(&'s str, &'s str),
    /// The name of a list defined elsewhere.
    Reference,
}

/// What stands in a list; what is no item of one is `None`.
pub(super) fn items(written: &str) -> Option<impl Iterator<Item = Option<Item<'_>>>> {
    let inside = written.strip_prefix('{')?.strip_suffix('}')?;
    let mut rest = match inside.strip_prefix(':') {
        Some(rest) => rest.trim_start(),
        None if inside.starts_with(['.', '#']) => inside,
        None => return None,
    };
    if rest.is_empty() || rest.contains(['\n', '{']) {
        return None;
    }
    Some(std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let (item, after) = item(rest).unzip();
        rest = after.unwrap_or_default();
        Some(item)
    }))
}

/// The item that a text begins with, and what follows it.
fn item(text: &str) -> Option<(Item<'_>, &str)> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':');
    let (sign, named) = match text.strip_prefix(['.', '#']) {
        Some(named) => (text.as_bytes().first(), named),
        None => (None, text),
    };
    let end = named.find(|c| !is_name(c)).unwrap_or(named.len());
    let (name, rest) = named.split_at(end);
    if !name
        .starts_with(|c: char| c.is_alphabetic() || c == '_' || (sign == Some(&b'.') && c == '-'))
    {
        return None;
    }
    if sign.is_none() {
        if let Some(value) = rest.strip_prefix('=') {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, after) = value.get(1..)?.split_once(quote)?;
            return ends_item(after).then_some((Item::Named(name, value), after));
        }
    }
    // Classes are written without a space between them, too.
    if !ends_item(rest) && !rest.starts_with(['.', '#']) {
        return None;
    }
    let item = match sign {
        Some(b'#') => Item::Id(name),
        Some(_) => Item::Class(name),
        None => Item::Reference,
    };
    Some((item, rest))
}

fn ends_item(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}
