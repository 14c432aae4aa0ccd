//! [`Refusal`]: why a change is not made.

use super::path::ValuePath;
use crate::error::{Error, ErrorKind};
use crate::front_matter::short;
use crate::span::{Position, Span};

/// Why a change is not made, with the path that it was asked for at and a place in the text.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    message: String,
    pub(super) span: Span,
}

impl Refusal {
    #[cold]
    pub(super) fn new(path: &ValuePath<'_>, span: Span, reason: impl AsRef<str>) -> Self {
        let (path, reason) = (path.to_string(), reason.as_ref());
        let message = if path.is_empty() {
            format!("front matter is not written: {reason}")
        } else {
            format!("`{}` is not edited: {reason}", short(&path))
        };
        Self { message, span }
    }

    pub(super) fn message(&self) -> &str {
        &self.message
    }

    /// The error, with its place in `source`.
    #[cold]
    pub(super) fn into_error(self, source: &str) -> Error {
        let position = Position::of(source, self.span.start);
        Error::new(ErrorKind::Edit, self.message, self.span, position)
    }
}
