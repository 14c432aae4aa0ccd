//! [`Places`]: from offsets in the text that is parsed to places in the source.

use std::ops::Range;

use crate::span::Span;

/// Where a text stands in the source, and where its lines were changed before parsing.
#[derive(Debug, Clone)]
pub(super) struct Places {
    base: u32,
    lines: Vec<Line>,
}

/// A line whose indentation was rewritten.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// Where its content (after the indentation) begins in the parsed text.
    parsed: usize,
    /// The same place in the text as written.
    written: usize,
    /// How long the indentation is as written.
    indent: usize,
}

impl Places {
    /// For a text as written, at `base`.
    pub(super) const fn at(base: u32) -> Self {
        Self { base, lines: Vec::new() }
    }

    /// `text` at `base` with each tab of the indentation made two spaces, and the places of it.
    pub(super) fn without_tabs(text: &str, base: u32) -> (String, Self) {
        let mut parsed = String::with_capacity(text.len() + text.len() / 8);
        let mut lines = Vec::new();
        let mut written = 0;
        for line in text.split_inclusive(['\n', '\r']) {
            let content = line.trim_start_matches([' ', '\t']);
            let indent = line.len() - content.len();
            for blank in line.bytes().take(indent) {
                parsed.push_str(if blank == b'\t' { "  " } else { " " });
            }
            lines.push(Line { parsed: parsed.len(), written: written + indent, indent });
            parsed.push_str(content);
            written += line.len();
        }
        (parsed, Self { base, lines })
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.written(range.start), self.written(range.end.max(range.start)))
    }

    fn written(&self, offset: usize) -> u32 {
        if self.lines.is_empty() {
            return self.base + offset as u32;
        }
        let (before, after) =
            self.lines.split_at(self.lines.partition_point(|line| line.parsed <= offset));
        let place = before.last().map_or(0, |line| line.written + (offset - line.parsed));
        // What was put in for a tab stands nowhere: it is where its line begins.
        let next = after.first().map_or(usize::MAX, |line| line.written - line.indent);
        self.base + place.min(next) as u32
    }
}
