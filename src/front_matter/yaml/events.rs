//! granit-parser's events to values.
//!
//! Where they differ from what one expects: an empty scalar comes as `~` with an empty span before
//! the colon; the span of a block scalar leaves its header out; that of a block collection ends
//! where the next token begins. So the end of what was read last is carried along.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StrInput, options};

use super::context::{Afford, Context, Copied};
use super::places::Places;
use crate::diagnostic::Code;
use crate::front_matter::mapping::{Entry, Mapping};
use crate::front_matter::notes::Notes;
use crate::front_matter::scalar::{Scalar, Style};
use crate::front_matter::short;
use crate::front_matter::value::{Value, ValueKind};
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
    pub(super) places: &'r Places,
    pub(super) notes: &'r mut Notes,
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

    pub(super) fn next(&mut self) -> Result<(Event<'a>, Range<usize>), ScanError> {
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
    pub(super) fn node(&mut self, event: Event<'a>, range: Range<usize>, depth: u32) -> Read<'a> {
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
    pub(super) fn anchor(
        &mut self,
        event: &Event<'a>,
    ) -> Result<Option<(Cow<'a, str>, Span)>, ScanError> {
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

    pub(super) fn text_as_written(&self, range: Range<usize>) -> Value<'a> {
        let text = Text::borrowed(self.source(range.clone()));
        self.value(ValueKind::Scalar(Scalar::text(text)), range)
    }

    /// Passes over the node that `event` begins, however deep it is.
    pub(super) fn skip(&mut self, event: &Event<'a>) -> Result<(), ScanError> {
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
}

/// How many levels an event opens or closes.
pub(super) const fn nesting(event: &Event<'_>) -> i64 {
    match event {
        Event::SequenceStart(..) | Event::MappingStart(..) => 1,
        Event::SequenceEnd | Event::MappingEnd => -1,
        _ => 0,
    }
}
