//! [`Edit`]: a change of the source, made of [`Part`]s.

use std::borrow::Cow;
use std::ops::Range;

use crate::html::MARK;
use crate::html::markdown::segments::Segments;
use crate::span::Span;

/// A change of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::html::markdown) struct Edit {
    /// What of the source it replaces.
    pub(in crate::html::markdown) range: Range<usize>,
    pub(super) parts: Vec<Part>,
    /// Edits of a group count together.
    pub(super) group: usize,
}

/// What stands in place of a part of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Made(Cow<'static, str>),
    /// A slice of the source.
    Source(Range<usize>),
    /// A shortcode of the source, as the comment that begins a block.
    Block(Range<usize>),
    /// A comment that begins a block and is nothing of the source: what the quotation around it is.
    Sign(String),
    /// The same in a line.
    Inline(Range<usize>),
    /// The same behind one that begins a block.
    Next(Range<usize>),
    /// A slice of the source, within a tag.
    Value(Range<usize>),
    /// Nothing; a tag is made of what follows.
    Tag,
}

impl Edit {
    /// What the edit's place is replaced with.
    pub(in crate::html::markdown) fn text(&self, source: &str) -> String {
        let (mut text, mut segments) = (String::new(), Segments::default());
        for part in &self.parts {
            part.write(source, 0, Span::default(), &mut text, &mut segments);
        }
        text
    }

    /// Whether it only sets a line in or out, which may be code and stays what it is.
    pub(super) fn only_indents(&self, source: &str) -> bool {
        let before = source.as_bytes().get(..self.range.start).unwrap_or_default();
        let is_start = before.last().is_none_or(|byte| *byte == b'\n');
        let blank = |c: char| matches!(c, ' ' | '\t' | '>');
        match &self.parts[..] {
            [] => source.get(self.range.clone()).is_some_and(|cut| cut.trim().is_empty()),
            [Part::Made(made)] => {
                is_start && self.range.is_empty() && made.trim_matches(blank).is_empty()
            }
            _ => false,
        }
    }
}

impl Part {
    pub(super) const fn made(text: &'static str) -> Self {
        Self::Made(Cow::Borrowed(text))
    }

    pub(super) fn write(
        &self,
        source: &str,
        base: u32,
        at: Span,
        text: &mut String,
        segments: &mut Segments,
    ) {
        let mut write = |part: &str, span, verbatim| {
            segments.begin(text.len(), span, verbatim);
            text.push_str(part);
        };
        match self {
            Self::Made(made) => write(made, at, false),
            Self::Source(range) | Self::Value(range) => {
                write(source.get(range.clone()).unwrap_or_default(), span(base, range), true);
            }
            Self::Sign(kind) => write(&format!("<!--{MARK}{MARK}[!{kind}]-->"), at, false),
            Self::Block(range) | Self::Inline(range) | Self::Next(range) => {
                write(BEGIN, span(base, range), false);
                write(source.get(range.clone()).unwrap_or_default(), span(base, range), true);
                write("-->", Span::at(base + range.end as u32), false);
            }
            Self::Tag => {}
        }
    }
}

/// How a comment begins that a shortcode becomes.
const BEGIN: &str = "<!--\u{fffc}";

pub(super) fn span(base: u32, range: &Range<usize>) -> Span {
    Span::new(base + range.start as u32, base + range.end as u32)
}
