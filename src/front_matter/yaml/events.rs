//! granit-parser's events to values.
//!
//! Where they differ from what one expects: an empty scalar comes as `~` with an empty span before
//! the colon; the span of a block scalar leaves its header out; that of a block collection ends
//! where the next token begins. So the end of what was read last is carried along.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{
    Event, Options, Parser, ScalarStyle, ScanError, StrInput, StructureStyle, options,
};

use super::context::{Afford, Context, Copied};
use super::places::Places;
use crate::diagnostic::Code;
use crate::front_matter::notes::Notes;
use crate::front_matter::scalar::{Scalar, Style};
use crate::front_matter::short;
use crate::front_matter::value::{Entry, Mapping, Value, ValueKind};
use crate::span::Span;
use crate::text::Text;

/// What a YAML document is.
#[derive(Debug)]
pub(super) enum Root<'a> {
    /// Nothing but comments.
    Empty,
    /// A mapping; keys may still stand twice.
    Entries(Vec<Entry<'a>>),
    /// A list or a scalar.
    Other,
}

impl<'a> Context<'a> {
    /// Reads `text`, the first document of it.
    pub(super) fn document(
        &mut self,
        text: &'a str,
        places: &Places,
        notes: &mut Notes,
    ) -> Result<Root<'a>, ScanError> {
        let parser = Parser::new_from_str_with_options(text, parser_options());
        Reader { text, places, notes, context: self, parser, last: 0, tag: 0..0 }.document()
    }
}

/// A mapping of `entries` in which each key stands once, the last one.
pub(super) fn distinct<'a>(entries: Vec<Entry<'a>>, notes: &mut Notes) -> Mapping<'a> {
    Mapping::from_entries(entries, |lost| notes.duplicate(lost))
}

fn parser_options() -> Options {
    let mut options = options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        bom_inside_document_as_content: true,
    };
    // Another crate of the build may have turned the feature on.
    options.set_emit_comments(false);
    options
}

/// A value, or nothing for want of budget.
type Read<'a> = Result<Option<Value<'a>>, ScanError>;

pub(super) struct Reader<'a, 'r> {
    pub(super) text: &'a str,
    places: &'r Places,
    notes: &'r mut Notes,
    pub(super) context: &'r mut Context<'a>,
    parser: Parser<'a, StrInput<'a>>,
    /// The end of the token that was read last.
    pub(super) last: usize,
    /// The place of the tag on the node that was begun last.
    pub(super) tag: Range<usize>,
}

impl<'a> Reader<'a, '_> {
    fn document(mut self) -> Result<Root<'a>, ScanError> {
        let root = loop {
            let (event, range) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::MappingStart(..) => break Root::Entries(self.root_mapping(&event)?),
                Event::Scalar(..) if range.is_empty() => break Root::Empty,
                Event::StreamEnd | Event::DocumentEnd => break Root::Empty,
                _ => {
                    self.skip(&event)?;
                    break Root::Other;
                }
            }
        };
        self.rest()?;
        Ok(root)
    }

    fn root_mapping(&mut self, start: &Event<'a>) -> Result<Vec<Entry<'a>>, ScanError> {
        if start.anchor_id().is_some() {
            self.next()?;
        }
        self.entries(1)
    }

    /// What follows the first document: nothing, or it is told of.
    fn rest(&mut self) -> Result<(), ScanError> {
        loop {
            let (event, range) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(()),
                Event::DocumentStart(..) => {
                    let message = "a second YAML document is left aside";
                    self.note(Code::InvalidFrontMatter, range, message);
                    return Ok(());
                }
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), ScanError> {
        let Some(next) = self.parser.next_event() else {
            return Ok((Event::StreamEnd, self.last..self.last));
        };
        let (event, span) = next?;
        if let Some(tag) = span.tag_span() {
            self.tag = tag.byte_range().unwrap_or(0..0);
        }
        Ok((event, span.byte_range().unwrap_or(self.last..self.last)))
    }

    pub(super) fn note(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: impl Into<Cow<'static, str>>,
    ) {
        self.notes.push(code, self.places.span(range), message);
    }

    pub(super) fn source(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    pub(super) fn value(&self, kind: ValueKind<'a>, range: Range<usize>) -> Value<'a> {
        Value { kind, span: self.places.span(range) }
    }

    /// The value that begins with `event`.
    fn node(&mut self, event: Event<'a>, range: Range<usize>, depth: u32) -> Read<'a> {
        let anchor = self.anchor(&event)?;
        let before = self.context.weight;
        if !self.afford() {
            self.skip(&event)?;
            return Ok(None);
        }
        let loose = matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..)) && !range.is_empty();
        let value = match event {
            Event::Scalar(text, style, _, tag) => self.scalar(text, style, tag.as_deref(), range),
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.alias(range),
            _ if depth > self.context.budget.depth => self.too_deep(&event, range)?,
            Event::SequenceStart(style, _, ref tag) => {
                self.look_at_tag(tag.as_deref());
                self.list(style, range, depth)?
            }
            Event::MappingStart(style, _, ref tag) => {
                self.look_at_tag(tag.as_deref());
                self.mapping(style, range, depth)?
            }
            _ => return Ok(None),
        };
        if let Some((name, place)) = anchor {
            let weight = self.context.weight - before;
            if loose {
                self.context.loose(name.clone(), place);
            }
            self.context.remember(name, &value, weight);
        }
        Ok(Some(value))
    }

    /// Whether one more value may be read; the first time not, tells so.
    fn afford(&mut self) -> bool {
        let afford = self.context.afford();
        if afford == Afford::FirstNo {
            let message = "there are more values than the limit; the rest is left aside";
            self.note(Code::TooManyValues, self.last..self.last, message);
        }
        afford == Afford::Yes
    }

    /// The name and place of the anchor on the node that `event` begins.
    fn anchor(&mut self, event: &Event<'a>) -> Result<Option<(Cow<'a, str>, Span)>, ScanError> {
        if event.anchor_id().is_none() {
            return Ok(None);
        }
        let (event, range) = self.next()?;
        Ok(match event {
            Event::Anchor(_, name) => Some((name, self.places.span(range))),
            _ => None,
        })
    }

    fn alias(&mut self, range: Range<usize>) -> Value<'a> {
        self.last = range.end;
        let name = self.source(range.clone()).trim_start_matches('*');
        match self.context.copy_of(name) {
            Copied::Value(value) => Value { span: self.places.span(range), ..value },
            Copied::Unknown => {
                let message = format!("the alias `*{}` names no anchor before it", short(name));
                self.note(Code::UnknownAlias, range.clone(), message);
                self.text_as_written(range)
            }
            Copied::TooMuch => {
                let message = "aliases repeat more values than the limit; this one is left empty";
                self.note(Code::TooManyValues, range.clone(), message);
                self.null(range)
            }
        }
    }

    fn too_deep(&mut self, event: &Event<'a>, range: Range<usize>) -> Result<Value<'a>, ScanError> {
        self.skip(event)?;
        let message = "values nest deeper than the limit; this one is left empty";
        self.note(Code::TooManyValues, range.clone(), message);
        Ok(self.null(range))
    }

    fn null(&self, range: Range<usize>) -> Value<'a> {
        let scalar = Scalar::new(Text::borrowed(""), Style::Plain);
        self.value(ValueKind::Scalar(scalar), range)
    }

    fn text_as_written(&self, range: Range<usize>) -> Value<'a> {
        let text = Text::borrowed(self.source(range.clone()));
        self.value(ValueKind::Scalar(Scalar::text(text)), range)
    }

    /// Passes over the node that `event` begins, however deep it is.
    fn skip(&mut self, event: &Event<'a>) -> Result<(), ScanError> {
        let mut depth = nesting(event);
        while depth > 0 {
            let (event, range) = self.next()?;
            depth += nesting(&event);
            if !range.is_empty() {
                self.last = self.last.max(range.end);
            }
            if matches!(event, Event::StreamEnd) {
                break;
            }
        }
        Ok(())
    }

    fn list(
        &mut self,
        style: StructureStyle,
        start: Range<usize>,
        depth: u32,
    ) -> Result<Value<'a>, ScanError> {
        self.last = start.end;
        let mut items = Vec::new();
        let end = loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                break range;
            }
            items.extend(self.node(event, range, depth + 1)?);
        };
        let start = match style {
            StructureStyle::Block => self.first_dash(start.start),
            StructureStyle::Flow => start.start,
        };
        let range = start..self.closing(end, "]");
        Ok(self.value(ValueKind::List(items), range))
    }

    /// Where a block list begins: the event of one that is as deep as its key lies on the first item, after
    /// the dash.
    fn first_dash(&self, start: usize) -> usize {
        let before = self.source(0..start).trim_end_matches([' ', '\t']);
        let rest = self.source(start..self.text.len());
        if rest.starts_with("- ") || !before.ends_with('-') { start } else { before.len() - 1 }
    }

    /// Where a collection ends: after its bracket, or after what was read last.
    fn closing(&mut self, end: Range<usize>, bracket: &str) -> usize {
        if self.source(end.clone()) == bracket {
            self.last = end.end;
        }
        self.last
    }

    fn mapping(
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
    fn entries(&mut self, depth: u32) -> Result<Vec<Entry<'a>>, ScanError> {
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

/// How many levels an event opens or closes.
const fn nesting(event: &Event<'_>) -> i64 {
    match event {
        Event::SequenceStart(..) | Event::MappingStart(..) => 1,
        Event::SequenceEnd | Event::MappingEnd => -1,
        _ => 0,
    }
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
