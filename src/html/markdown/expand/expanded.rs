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
                    Part::Value(_) => {
                        expected.push(Expected { is: Is::Within, at: at..at + 1, group });
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
        // Where HTML begins; and what is not silent and whether that is HTML, if anything must be either.
        let mut right: Vec<usize> = Vec::new();
        let mut loud: Vec<(&Range<usize>, bool)> = Vec::new();
        let is_loud_asked = self.expected.iter().any(|it| matches!(it.is, Is::Silent | Is::Within));
        for (event, range) in events {
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    let line = self.text.get(range.clone()).unwrap_or_default();
                    right.push(range.start + line.len() - line.trim_start().len());
                }
                Event::InlineHtml(_) => {
                    right.push(range.start);
                    loud.push((range, true));
                }
                Event::Html(_) if is_loud_asked => loud.push((range, true)),
                Event::Text(_) | Event::Code(_) if is_loud_asked => loud.push((range, false)),
                _ => {}
            }
        }
        right.sort_unstable();
        loud.sort_unstable_by_key(|(range, _)| range.start);
        let last = |at: &Range<usize>| {
            let before = loud.partition_point(|(range, _)| range.start < at.end);
            loud[..before].last().filter(|(range, _)| range.end > at.start)
        };
        let is_right = |expected: &&Expected| match expected.is {
            Is::Block | Is::Inline => right.binary_search(&expected.at.start).is_ok(),
            Is::Within => last(&expected.at).is_some_and(|(_, is_html)| *is_html),
            Is::Silent => last(&expected.at).is_none(),
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
    /// Within HTML.
    Within,
    /// What is neither text nor HTML.
    Silent,
}
