//! [`Above`]: what stands above a line.

use std::ops::Range;

use super::line::is_blank;
use crate::html::markdown::lines::line_len;

/// What stands above a line. Few lines ask for it, so it is looked for once one does.
#[derive(Debug)]
pub(super) struct Above {
    pub(super) before: Before,
    /// The line right above.
    pub(super) line: Range<usize>,
    /// Where the first of the lines above stands that no blank one parts.
    pub(super) block_start: usize,
    /// Where the first line begins that was not looked at.
    next: usize,
}

/// What stands right above a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing, or what is read as something else.
    Nothing,
    Blank,
    Line,
}

impl Above {
    pub(super) const fn new() -> Self {
        Self { before: Before::Nothing, line: 0..0, block_start: 0, next: 0 }
    }

    /// Whether a line of text, or none, stands between what was last taken and one at `start`.
    pub(super) const fn is_passed(&self, start: usize) -> bool {
        self.next < start
    }

    /// Comes to the line at `start`: those above it that were not taken are no more than text.
    pub(super) fn come_to(&mut self, source: &str, start: usize) {
        while let Some(rest) = source.as_bytes().get(self.next..start).filter(|it| !it.is_empty()) {
            let length = line_len(rest);
            let text = rest[..length].strip_suffix(b"\r").unwrap_or(&rest[..length]);
            self.pass(source, self.next..self.next + text.len(), is_blank(text));
            self.next += length + 1;
        }
    }

    fn pass(&mut self, source: &str, line: Range<usize>, is_blank: bool) {
        let is_first =
            self.before != Before::Line || source.as_bytes().get(self.line.start) == Some(&b'#');
        if is_first && !is_blank {
            self.block_start = line.start;
        }
        self.before = if is_blank { Before::Blank } else { Before::Line };
        self.line = line;
    }

    /// A line is read as something else, and what follows begins at `next`.
    pub(super) fn take(&mut self, line: Range<usize>, next: usize) {
        *self = Self { before: Before::Nothing, line, next, ..*self };
    }

    /// A line is one with those above it, and what follows begins at `next`.
    pub(super) const fn join(&mut self, next: usize) {
        self.next = next;
    }
}
