//! Lists and mappings of YAML: their places, their keys, and what is merged into them.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, ScalarStyle, ScanError, StructureStyle};

use super::events::{Reader, distinct, nesting};
use crate::diagnostic::Code;
use crate::front_matter::mapping::{Entry, Mapping};
use crate::front_matter::value::{Value, ValueKind};
use crate::text::Text;

impl<'a> Reader<'a, '_> {
    pub(super) fn list(
        &mut self,
        style: StructureStyle,
        start: Range<usize>,
        depth: u32,
    ) -> Result<Value<'a>, ScanError> {
        let start = match style {
            StructureStyle::Block => self.first_dash(start),
            StructureStyle::Flow => start,
        };
        self.last = start.end;
        let mut items = Vec::new();
        let end = loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                break range;
            }
            items.extend(self.node(event, range, depth + 1)?);
        };
        let range = start.start..self.closing(end, "]");
        Ok(self.value(ValueKind::List(items), range))
    }

    /// The first dash of a block list whose event lies at `start`. That of one as deep as its key
    /// lies on the first item, so below a key the dash is looked for from the key's end on.
    fn first_dash(&self, start: Range<usize>) -> Range<usize> {
        let rest = self.text.get(self.last..).unwrap_or_default();
        let below_key = skip_ignored(rest).strip_prefix(':');
        let dash = below_key.map(skip_properties).filter(|rest| rest.starts_with('-'));
        dash.map_or(start, |rest| {
            let at = self.text.len() - rest.len();
            at..at + 1
        })
    }

    /// Where a collection ends: after its bracket, or after what was read last.
    fn closing(&mut self, end: Range<usize>, bracket: &str) -> usize {
        if self.source(end.clone()) == bracket {
            self.last = end.end;
        }
        self.last
    }

    pub(super) fn mapping(
        &mut self,
        style: StructureStyle,
        start: Range<usize>,
        depth: u32,
    ) -> Result<Value<'a>, ScanError> {
        self.last = start.end;
        let mark = self.notes.mark();
        let entries = self.entries(depth)?;
        let range = start.start..self.last;
        let written = self.source(range.clone());
        if style == StructureStyle::Flow && written.starts_with("{{") && written.ends_with("}}") {
            self.notes.back_to(mark);
            let message = "a template is read as text; quote it";
            self.note(Code::RepairedValue, range.clone(), message);
            return Ok(self.text_as_written(range));
        }
        let mapping = distinct(entries, self.notes);
        Ok(self.value(ValueKind::Mapping(mapping), range))
    }

    /// The entries up to the mapping's end; keys may stand twice.
    pub(super) fn entries(&mut self, depth: u32) -> Result<Vec<Entry<'a>>, ScanError> {
        let mut own = Vec::new();
        let mut merged = Vec::new();
        let end = loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                break range;
            }
            let merge = is_merge(&event);
            let (key, range) = self.key(event, range)?;
            let key_span = self.places.span(range);
            let (event, range) = self.next()?;
            match self.node(event, range, depth + 1)? {
                Some(value) if merge && is_mergeable(&value) => merged.push(value),
                Some(value) => own.push(Entry { key, key_span, value }),
                None => {}
            }
        };
        self.closing(end, "}");
        Ok(if merged.is_empty() { own } else { self.merge(merged, own) })
    }

    /// What was merged, then what stands here: own keys win, then the mapping named first.
    fn merge(&mut self, merged: Vec<Value<'a>>, own: Vec<Entry<'a>>) -> Vec<Entry<'a>> {
        let own = distinct(own, self.notes);
        let mut entries = Vec::new();
        for value in merged {
            match value.kind {
                ValueKind::Mapping(mapping) => entries.push(mapping),
                ValueKind::List(items) => entries.extend(items.into_iter().filter_map(mapping_of)),
                ValueKind::Scalar(_) => {}
            }
        }
        let all = entries.into_iter().rev().chain([own]).flatten().collect();
        Mapping::from_entries(all, |_| ()).into_entries()
    }

    /// A key's text. Collections are keys by their source text.
    fn key(
        &mut self,
        event: Event<'a>,
        range: Range<usize>,
    ) -> Result<(Text<'a>, Range<usize>), ScanError> {
        self.anchor(&event)?;
        self.last = self.last.max(range.end);
        self.skip(&event)?;
        let range = match nesting(&event) {
            0 => range,
            _ => self.complex_key(range.start..range.end.max(self.last)),
        };
        let text = match event {
            Event::Scalar(text, ..) if !range.is_empty() => text,
            _ => Cow::Borrowed(self.source(range.clone())),
        };
        self.weigh(&text);
        Ok((Text::from(text), range))
    }

    fn complex_key(&mut self, range: Range<usize>) -> Range<usize> {
        let message = "a list or mapping is no key; it goes by its text as written";
        self.note(Code::ComplexKey, range.clone(), message);
        range
    }
}

/// Passes over blanks, line ends and comments.
fn skip_ignored(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches([' ', '\t', '\n', '\r']);
        if !text.starts_with('#') {
            return text;
        }
        text = &text[text.find(['\n', '\r']).unwrap_or(text.len())..];
    }
}

/// Passes over an anchor and a tag, too.
fn skip_properties(text: &str) -> &str {
    let mut rest = skip_ignored(text);
    while rest.starts_with(['&', '!']) {
        let end = rest.find([' ', '\t', '\n', '\r']).unwrap_or(rest.len());
        rest = skip_ignored(&rest[end..]);
    }
    rest
}

/// The key `<<` without quotes.
fn is_merge(event: &Event<'_>) -> bool {
    matches!(event, Event::Scalar(text, ScalarStyle::Plain, ..) if text == "<<")
}

fn is_mergeable(value: &Value<'_>) -> bool {
    let is_mapping = |value: &Value<'_>| value.as_mapping().is_some();
    is_mapping(value) || value.as_list().is_some_and(|items| items.iter().all(is_mapping))
}

fn mapping_of(value: Value<'_>) -> Option<Mapping<'_>> {
    match value.kind {
        ValueKind::Mapping(mapping) => Some(mapping),
        _ => None,
    }
}
