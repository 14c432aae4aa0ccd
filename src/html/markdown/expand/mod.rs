//! [`Expanded`]: a Markdown text with what site generators do before Markdown is read.
//!
//! ```text
//! {% note info %}          <!--{% note info %}--><div class="admonition info">
//! *a*               ──▶    *a*
//! {% endnote %}            <!--{% endnote %}--></div>
//! ```
//!
//! Each change is an [`Edit`]: a place of the source, and what is read there. The delimiter stays, as
//! a comment (behind a [`MARK`]); such a comment is a block of its own line to Markdown, so that what
//! stands around it is read as ever. An edit counts only where Markdown takes it for what it is meant
//! as: in code or in an HTML block it is text. That is found out by reading, and what fails is left
//! out, with the other edits of its group.

mod address;
mod attributes;
mod code;
mod container;
mod scan;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use memchr::{memchr, memmem};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::segments::Segments;
use crate::html::MARK;
use crate::span::Span;

/// A change of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// What of the source it replaces.
    pub(super) range: Range<usize>,
    parts: Vec<Part>,
    /// Edits of a group count together.
    group: usize,
}

/// What stands in place of a part of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Made(Cow<'static, str>),
    /// A slice of the source.
    Source(Range<usize>),
    /// A shortcode of the source, as the comment that begins a block.
    Block(Range<usize>),
    /// The same in a line.
    Inline(Range<usize>),
    /// The same behind one that begins a block.
    Next(Range<usize>),
    /// Nothing; a tag is made of what follows.
    Tag,
}

impl Edit {
    /// What the edit's place is replaced with.
    pub(super) fn text(&self, source: &str) -> String {
        let (mut text, mut segments) = (String::new(), Segments::default());
        for part in &self.parts {
            part.write(source, 0, Span::default(), &mut text, &mut segments);
        }
        text
    }
}

impl Part {
    const fn made(text: &'static str) -> Self {
        Self::Made(Cow::Borrowed(text))
    }

    fn write(&self, source: &str, base: u32, at: Span, text: &mut String, segments: &mut Segments) {
        let mut write = |part: &str, span, verbatim| {
            segments.begin(text.len(), span, verbatim);
            text.push_str(part);
        };
        match self {
            Self::Made(made) => write(made, at, false),
            Self::Source(range) => {
                write(source.get(range.clone()).unwrap_or_default(), span(base, range), true);
            }
            Self::Block(range) | Self::Inline(range) | Self::Next(range) => {
                write("<!--", span(base, range), false);
                let mut mark = [0; 4];
                write(MARK.encode_utf8(&mut mark), span(base, range), false);
                write(source.get(range.clone()).unwrap_or_default(), span(base, range), true);
                write("-->", Span::at(base + range.end as u32), false);
            }
            Self::Tag => {}
        }
    }
}

fn span(base: u32, range: &Range<usize>) -> Span {
    Span::new(base + range.start as u32, base + range.end as u32)
}

/// An event and its place in the expanded text.
pub(super) type Placed<'e> = (Event<'e>, Range<usize>);

/// Expands a text, which begins at offset `base` of the source, and goes on with it and its events;
/// `None` if there is nothing to expand.
pub(in crate::html) fn expand<R>(
    source: &str,
    base: u32,
    syntax: Options,
    then: impl FnOnce(&Expanded, Vec<Placed<'_>>) -> R,
) -> Option<R> {
    /// What is left when some edits are left out is looked at again; so often.
    const TRIES: u32 = 4;
    if !may_hold_any(source) {
        return None;
    }
    let mut edits = scan::edits(source);
    for _ in 0..TRIES {
        if edits.is_empty() {
            return None;
        }
        let expanded = Expanded::new(source, base, &edits);
        let parser = Parser::new_ext(&expanded.text, syntax);
        let events: Vec<Placed<'_>> = parser.into_offset_iter().collect();
        let wrong = expanded.wrong(&events);
        if wrong.is_empty() {
            return Some(then(&expanded, events));
        }
        edits.retain(|edit| !wrong.contains(&edit.group));
    }
    None
}

/// What is changed in a text.
pub(super) fn edits(source: &str, syntax: Options) -> Option<Vec<Edit>> {
    expand(source, 0, syntax, |expanded, _| expanded.edits.to_vec())
}

/// Whether a text may hold what is expanded: a look at it that is cheap.
fn may_hold_any(source: &str) -> bool {
    let bytes = source.as_bytes();
    let begins_line = |at: usize| {
        let before = bytes[..at].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
        before.is_none_or(|before| matches!(before, b'\n' | b'>'))
    };
    let begins = |at: usize| match bytes.get(at + 1) {
        Some(b'%' | b'{' | b':') => true,
        Some(b'.' | b'#') => begins_line(at),
        _ => false,
    };
    memchr::memchr_iter(b'{', bytes).any(begins) || memmem::find(bytes, b":::").is_some()
}

/// A text with its edits made, and where its parts come from.
#[derive(Debug)]
pub(in crate::html) struct Expanded<'s> {
    pub(in crate::html) text: String,
    pub(super) segments: Segments,
    edits: &'s [Edit],
    /// What places in the text must be to Markdown.
    expected: Vec<Expected>,
}

impl<'s> Expanded<'s> {
    /// Makes the edits.
    fn new(source: &str, base: u32, edits: &'s [Edit]) -> Self {
        let mut text = String::with_capacity(source.len() + 256);
        let (mut segments, mut expected, mut done) = (Segments::default(), Vec::new(), 0);
        for edit in edits {
            let rest = Part::Source(done..edit.range.start);
            rest.write(source, base, Span::default(), &mut text, &mut segments);
            let start = text.len();
            let mut is_silent = true;
            for part in &edit.parts {
                let (at, group) = (text.len(), edit.group);
                match part {
                    Part::Block(_) => expected.push(Expected { is: Is::Block, at: at..at, group }),
                    Part::Inline(_) | Part::Tag => {
                        expected.push(Expected { is: Is::Inline, at: at..at, group });
                    }
                    Part::Made(_) | Part::Source(_) | Part::Next(_) => {}
                }
                is_silent &= matches!(part, Part::Made(_) | Part::Source(_));
                part.write(source, base, span(base, &edit.range), &mut text, &mut segments);
            }
            if is_silent && !edit.sets_in(source) {
                let at = start..text.len();
                expected.push(Expected { is: Is::Silent, at, group: edit.group });
            }
            done = edit.range.end;
        }
        let rest = Part::Source(done..source.len());
        rest.write(source, base, Span::default(), &mut text, &mut segments);
        Self { text, segments, edits, expected }
    }

    /// The groups with an edit that is not taken for what it is meant as.
    fn wrong(&self, events: &[Placed<'_>]) -> HashSet<usize> {
        let mut right: HashSet<usize> = HashSet::new();
        let mut loud: Vec<&Range<usize>> = Vec::new();
        for (event, range) in events {
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    let line = self.text.get(range.clone()).unwrap_or_default();
                    right.insert(range.start + line.len() - line.trim_start().len());
                }
                Event::InlineHtml(_) => {
                    right.insert(range.start);
                    loud.push(range);
                }
                Event::Text(_) | Event::Code(_) | Event::Html(_) => loud.push(range),
                _ => {}
            }
        }
        loud.sort_unstable_by_key(|range| range.start);
        let is_loud = |at: &Range<usize>| {
            let before = loud.partition_point(|range| range.start < at.end);
            before.checked_sub(1).is_some_and(|last| loud[last].end > at.start)
        };
        let is_right = |expected: &&Expected| match expected.is {
            Is::Block | Is::Inline => right.contains(&expected.at.start),
            Is::Silent => !is_loud(&expected.at),
        };
        let wrong = self.expected.iter().filter(|expected| !is_right(expected));
        wrong.map(|expected| expected.group).collect()
    }
}

impl Edit {
    /// Whether it only sets a line of code in, which is code whatever comes of it.
    fn sets_in(&self, source: &str) -> bool {
        let before = source.as_bytes().get(..self.range.start).unwrap_or_default();
        let is_start = self.range.is_empty() && before.last().is_none_or(|byte| *byte == b'\n');
        let blank = |c: char| matches!(c, ' ' | '\t' | '>');
        is_start
            && matches!(&self.parts[..], [Part::Made(made)] if made.trim_matches(blank).is_empty())
    }
}

/// What a place in the expanded text must be to Markdown.
#[derive(Debug)]
struct Expected {
    is: Is,
    at: Range<usize>,
    group: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    /// Where a block of HTML begins.
    Block,
    /// Where HTML begins in a line.
    Inline,
    /// What is neither text nor HTML.
    Silent,
}

/// A text as HTML: `range` of the source, if nothing in it is to be escaped.
fn escaped(source: &str, range: Range<usize>) -> Part {
    let text = source.get(range.clone()).unwrap_or_default();
    if !text.contains(['<', '>', '&', '"']) {
        return Part::Source(range);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    // Writing to a `String` does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut escaped, text);
    Part::Made(escaped.into())
}

/// Whether what is written stays one comment.
fn may_be_comment(written: &str) -> bool {
    memchr(b'-', written.as_bytes()).is_none() || !written.contains("--")
}

/// Where a slice of the source stands in it.
fn place(source: &str, slice: &str) -> Range<usize> {
    Span::of_part(source, slice, 0).range()
}

#[cfg(test)]
mod tests;
