//! [`Expanded`]: a text with its edits made, and whether Markdown takes them as they are meant.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Placed;
use super::edit::{Edit, Part, span};
use crate::html::markdown::segments::Segments;
use crate::span::Span;

/// A text with its edits made, and where its parts come from.
#[derive(Debug)]
pub(in crate::html) struct Expanded<'s> {
    pub(in crate::html) text: String,
    pub(in crate::html::markdown) segments: Segments,
    pub(super) edits: &'s [Edit],
    /// What places in the text must be to Markdown.
    expected: Vec<Expected>,
}

impl<'s> Expanded<'s> {
    /// Makes the edits.
    pub(super) fn new(source: &str, base: u32, edits: &'s [Edit]) -> Self {
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
                    Part::Block(_) | Part::Sign(_) => {
                        expected.push(Expected { is: Is::Block, at: at..at, group });
                    }
                    Part::Inline(_) | Part::Tag => {
                        expected.push(Expected { is: Is::Inline, at: at..at, group });
                    }
                    Part::Made(_) | Part::Source(_) | Part::Next(_) => {}
                }
                is_silent &= matches!(part, Part::Made(_) | Part::Source(_));
                part.write(source, base, span(base, &edit.range), &mut text, &mut segments);
            }
            if is_silent && !edit.only_indents(source) {
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
    pub(super) fn wrong(&self, events: &[Placed<'_>]) -> HashSet<usize> {
        // Where HTML begins; and what is not silent, if anything must be.
        let (mut right, mut loud): (Vec<usize>, Vec<&Range<usize>>) = (Vec::new(), Vec::new());
        let is_any_silent = self.expected.iter().any(|expected| expected.is == Is::Silent);
        for (event, range) in events {
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    let line = self.text.get(range.clone()).unwrap_or_default();
                    right.push(range.start + line.len() - line.trim_start().len());
                }
                Event::InlineHtml(_) => {
                    right.push(range.start);
                    loud.push(range);
                }
                Event::Text(_) | Event::Code(_) | Event::Html(_) if is_any_silent => {
                    loud.push(range);
                }
                _ => {}
            }
        }
        right.sort_unstable();
        loud.sort_unstable_by_key(|range| range.start);
        let is_loud = |at: &Range<usize>| {
            let before = loud.partition_point(|range| range.start < at.end);
            before.checked_sub(1).is_some_and(|last| loud[last].end > at.start)
        };
        let is_right = |expected: &&Expected| match expected.is {
            Is::Block | Is::Inline => right.binary_search(&expected.at.start).is_ok(),
            Is::Silent => !is_loud(&expected.at),
        };
        let wrong = self.expected.iter().filter(|expected| !is_right(expected));
        wrong.map(|expected| expected.group).collect()
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
