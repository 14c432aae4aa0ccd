//! [`Notes`]: what a reader noticed, held back until it is known whether that reading counts.

use std::borrow::Cow;

use super::mapping::Entry;
use super::short;
use crate::diagnostic::{Code, Diagnostics};
use crate::span::Span;

/// What was noticed so far. A reading that is given up is taken back to a [`Mark`].
#[derive(Debug)]
pub(super) struct Notes {
    list: Vec<Note>,
    limit: usize,
    left_out: usize,
}

#[derive(Debug)]
struct Note {
    code: Code,
    span: Span,
    message: Cow<'static, str>,
}

/// How much had been noticed at some time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    noted: usize,
    left_out: usize,
}

impl Notes {
    pub(super) const fn new(limit: u32) -> Self {
        Self { list: Vec::new(), limit: limit as usize, left_out: 0 }
    }

    #[cold]
    pub(super) fn push(&mut self, code: Code, span: Span, message: impl Into<Cow<'static, str>>) {
        if self.list.len() < self.limit {
            self.list.push(Note { code, span, message: message.into() });
        } else {
            self.left_out += 1;
        }
    }

    /// Tells of an entry whose key stands again further down.
    #[cold]
    pub(super) fn duplicate(&mut self, lost: &Entry<'_>) {
        let message = format!("the key `{}` stands twice; the last one wins", short(&lost.key));
        self.push(Code::DuplicateKey, lost.key_span, message);
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { noted: self.list.len(), left_out: self.left_out }
    }

    pub(super) fn back_to(&mut self, mark: Mark) {
        self.list.truncate(mark.noted);
        self.left_out = mark.left_out;
    }

    /// Hands everything on. What went over the limit is counted there.
    pub(super) fn finish(self, diagnostics: &mut Diagnostics) {
        for Note { code, span, message } in self.list {
            diagnostics.push(code, span, message);
        }
        for _ in 0..self.left_out {
            diagnostics.push(Code::TooManyDiagnostics, Span::default(), "");
        }
    }
}
