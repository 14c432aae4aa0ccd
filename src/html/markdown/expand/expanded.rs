//! [`Expanded`]: a text with its edits made, and whether Markdown takes them as they are meant.

use std::collections::HashSet;
use std::ops::Range;

use super::Seen;
use super::edit::{Edit, Part, span};
use crate::html::markdown::events::Events;
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
        // Most make a comment of a shortcode; where they are many, they are short.
        let room = 64 + (32 * edits.len()).min(source.len());
        let mut text = String::with_capacity(source.len() + room);
        let mut segments = Segments::with_capacity(2 + 4 * edits.len());
        let (mut expected, mut done) = (Vec::with_capacity(edits.len()), 0);
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

    /// The groups with an edit that is not taken for what it is meant as. The events are still to come.
    pub(super) fn wrong<'e>(&'e self, events: &mut Events<'e>) -> HashSet<usize> {
        let mut seen = Seen::of(&self.text);
        events.look(self.expected.iter().map(|expected| expected.at.clone()), &mut seen);
        seen.sort();
        let is_right = |expected: &&Expected| match expected.is {
            Is::Block | Is::Inline => seen.begins_html(expected.at.start),
            Is::Within => seen.is_html(&expected.at) == Some(true),
            Is::Silent => seen.is_html(&expected.at).is_none(),
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
