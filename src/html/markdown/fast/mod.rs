//! [`Fast`]: common Markdown, read in a fraction of the time.
//!
//! ```text
//! text ── Blocks ──▶ Outline ── block by block: Inlines ──▶ events
//! ```
//!
//! It reads what most texts are written with: paragraphs, headings, lists, definition lists, quotations, code,
//! HTML, tables, footnotes, definitions of links, and in their lines code, emphasis, links, addresses, images
//! and HTML. Its events are pulldown-cmark's, but that text stays in one piece where that cuts it at signs
//! that mean nothing. Whatever it is not sure of it [declines](Declined): a text whose blocks it does not know as a
//! whole, and one whose lines it does not know from there on. pulldown-cmark reads that.

mod angle;
mod blocks;
mod bracket;
mod code;
mod containers;
mod definitions;
mod heading;
mod html;
mod inline;
mod inlines;
mod leaf;
mod mark;
mod outline;
mod reference;
mod rows;
mod run;
mod sign;
mod sink;
mod table;
mod target;

use std::ops::Range;

use memchr::memchr2;
use pulldown_cmark::{Event, Options, Tag, TagEnd};

use self::inlines::Inlines;
use self::outline::{Kind, Outline, Step};
pub(super) use self::sink::{Direct, Sink};
use super::SYNTAX;
use crate::span::Span;

/// What is left to pulldown-cmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Declined;

/// What is known, unless it is left to pulldown-cmark.
type Known<T> = Result<T, Declined>;

/// Reads a text.
#[derive(Debug)]
pub(super) struct Fast<'a> {
    text: &'a str,
    outline: Outline<'a>,
    inlines: Inlines<'a>,
    /// Whether the lines of the next block were read.
    has_lines: bool,
    /// The next of the outline's steps.
    next: usize,
    reached: Reached,
    /// Where a row was filled up, and how many cells were filled up in all.
    filled: Reached,
    cells_filled: usize,
    /// The containers that are open.
    open: Vec<Open>,
    /// The box of the task whose text follows.
    task: Option<Step>,
}

/// A container that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    end: TagEnd,
    /// Whether its paragraphs, or those of its items, are text alone.
    is_tight: bool,
}

/// How far a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    /// There may be more.
    More,
    All,
    /// The rest is left to pulldown-cmark.
    UpTo(Reached),
}

/// Up to where a text was read: all but the events whose places begin here or behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reached {
    pub(super) at: usize,
    /// So many of those that begin here were read, too.
    pub(super) begun: usize,
}

impl<'a> Fast<'a> {
    /// Begins to read a text; `None` if it is left to pulldown-cmark.
    pub(super) fn new(text: &'a str, syntax: Options) -> Option<Self> {
        if syntax != SYNTAX || is_odd(text.as_bytes()) {
            return None;
        }
        Some(Self {
            text,
            outline: blocks::outline(text).ok()?,
            inlines: Inlines::default(),
            has_lines: false,
            next: 0,
            reached: Reached::default(),
            filled: Reached::default(),
            cells_filled: 0,
            open: Vec::new(),
            task: None,
        })
    }

    pub(super) const fn text(&self) -> &'a str {
        self.text
    }

    /// Whether the next block is one that [`Direct`] can take: it holds no HTML and no image, and is no
    /// heading with attributes of any name.
    pub(super) fn is_direct(&mut self) -> bool {
        let Some(step) = self.outline.steps.get(self.next).copied() else { return false };
        match step.kind {
            Kind::Html { .. } => false,
            Kind::Heading { has_attributes: true, .. }
                if !heading::are_usual(self.attributes(&step).unwrap_or_default()) =>
            {
                false
            }
            Kind::Paragraph | Kind::Title { .. } | Kind::Heading { .. } => {
                self.has_lines = self.has_lines || self.lines(&step).is_ok();
                !self.has_lines || self.inlines.are_direct
            }
            Kind::Table { .. } => {
                let text = self.text.as_bytes().get(step.at.range()).unwrap_or_default();
                memchr2(b'<', b'!', text).is_none()
            }
            _ => true,
        }
    }

    /// Gives a sink the events of the blocks that hold these places, which are in order, and those of
    /// containers. All of them are still to be read. False if one is left to pulldown-cmark.
    pub(super) fn look(
        &mut self,
        places: impl Iterator<Item = Range<usize>>,
        sink: &mut impl Sink<'a>,
    ) -> bool {
        let mut places = places.peekable();
        while let Some(step) = self.outline.steps.get(self.next).copied() {
            self.next += 1;
            let at = step.at.range();
            while places.next_if(|place| place.end < at.start).is_some() {}
            let Some(place) = places.peek() else { break };
            if step.kind.is_leaf() && at.end < place.start {
                self.has_lines = false;
            } else if self.block(&step, sink).is_err() {
                return false;
            }
        }
        (self.next, self.has_lines) = (0, false);
        self.open.clear();
        self.task = None;
        (self.filled, self.cells_filled) = (Reached::default(), 0);
        self.inlines.referred = 0;
        true
    }

    /// Reads the next block.
    pub(super) fn read<S: Sink<'a>>(&mut self, sink: &mut S) -> Read {
        let Some(step) = self.outline.steps.get(self.next).copied() else { return Read::All };
        self.next += 1;
        let at = self.task.unwrap_or(step).at.start as usize;
        self.reached = Reached { at, begun: self.filled_at(at) };
        match self.block(&step, sink) {
            Ok(()) => Read::More,
            Err(Declined) => Read::UpTo(self.reached),
        }
    }

    fn block<S: Sink<'a>>(&mut self, step: &Step, sink: &mut S) -> Known<()> {
        let at = step.at;
        match step.kind {
            Kind::List { first, is_tight } => {
                let end = TagEnd::List(first.is_some());
                self.open(Tag::List(first.map(u64::from)), end, at, is_tight, sink);
            }
            Kind::Item => match self.words_of_item::<S>() {
                Some(text) => sink.whole(Tag::Item, at.range(), self.text, text),
                None => self.open(Tag::Item, TagEnd::Item, at, self.is_tight(), sink),
            },
            Kind::Quote(kind) => {
                self.open(Tag::BlockQuote(kind), TagEnd::BlockQuote(kind), at, false, sink);
            }
            Kind::Footnote => {
                let label = self.outline.lines_of(step).first().copied().unwrap_or_default();
                let tag = Tag::FootnoteDefinition(self.slice(label).into());
                self.open(tag, TagEnd::FootnoteDefinition, at, false, sink);
            }
            Kind::Title { begins, is_tight } => self.title(step, begins, is_tight, sink)?,
            Kind::Definition => {
                let end = TagEnd::DefinitionListDefinition;
                self.open(Tag::DefinitionListDefinition, end, at, self.is_tight(), sink);
            }
            Kind::End => {
                if let Some(open) = self.open.pop() {
                    sink.event(Event::End(open.end), at.range());
                }
            }
            Kind::Task { .. } => self.task = Some(*step),
            Kind::Paragraph => self.paragraph(step, sink)?,
            Kind::Heading { level, has_attributes } => {
                self.heading(step, level, has_attributes, sink)?;
            }
            Kind::Code | Kind::IndentedCode => self.code(step, sink),
            Kind::Html { indent } => self.html(step, indent, sink),
            Kind::Rule => sink.event(Event::Rule, at.range()),
            Kind::Table { alignments } => self.table(step, alignments, sink)?,
        }
        Ok(())
    }

    /// Whether the innermost container is tight.
    fn is_tight(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_tight)
    }

    fn open(
        &mut self,
        tag: Tag<'a>,
        end: TagEnd,
        at: Span,
        is_tight: bool,
        sink: &mut impl Sink<'a>,
    ) {
        self.open.push(Open { end, is_tight });
        sink.event(Event::Start(tag), at.range());
    }
}

/// Whether a text holds characters that HTML changes or takes as white space and Markdown does not: NUL, VT,
/// FF and CR.
fn is_odd(text: &[u8]) -> bool {
    // The least of all, and of what they are from the vertical tab on: no comparison waits for another.
    let (least, from_tab) = text.iter().fold((u8::MAX, u8::MAX), |(least, from_tab), &byte| {
        (least.min(byte), from_tab.min(byte.wrapping_sub(0x0b)))
    });
    least == 0 || from_tab <= b'\r' - 0x0b
}

#[cfg(test)]
mod tests;
