//! [`Error`]: the reason why there is no answer.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::report::Report;
use crate::span::{Position, Span};

/// The reason why there is no answer, with its place in the source.
///
/// Reading a document never fails; only [`Document::check`](crate::Document::check),
/// [`FrontMatter::deserialize`](crate::FrontMatter::deserialize) and
/// [`Edit::finish`](crate::Edit::finish) return errors.
///
/// # Examples
///
/// ```
/// use copydesk::{Document, ErrorKind};
///
/// let document = Document::parse("---\ntitle: never closed\n");
/// let error = document.check().unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Check(_)));
/// assert_eq!(
///     error.to_string(),
///     "front matter opened by `---` is never closed at line 1, column 1"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(transparent)]
#[error("{} at {}", .0.message, .0.position)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Inner {
    kind: ErrorKind,
    message: String,
    span: Span,
    position: Position,
}

/// What kind of [`Error`] it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// [`check`](crate::Document::check) found a diagnostic of severity error with this code.
    Check(Code),
    /// A value of the front matter is not what the caller's type expects.
    Deserialize,
    /// A change of the front matter is not made: what it names is not there, or it would change more
    /// than was asked for. See [`Edit`](crate::Edit).
    Edit,
}

impl Error {
    #[cold]
    pub(crate) fn new(
        kind: ErrorKind,
        message: impl Into<String>,
        span: Span,
        position: Position,
    ) -> Self {
        Self(Box::new(Inner { kind, message: message.into(), span, position }))
    }

    #[cold]
    pub(crate) fn from_diagnostic(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { code, message, span, position, .. } = diagnostic;
        Self::new(ErrorKind::Check(*code), message.clone(), *span, *position)
    }

    /// What kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Where it is: bytes of the source.
    pub fn span(&self) -> Span {
        self.0.span
    }

    /// Where it is: line and column.
    pub fn position(&self) -> Position {
        self.0.position
    }

    /// The message with the line of `source` it speaks of and a caret below the place.
    pub fn report<'s>(&'s self, source: &'s str) -> Report<'s> {
        Report::new(Severity::Error, &self.0.message, source, self.0.span, self.0.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_json_both_ways() {
        let kind = ErrorKind::Check(Code::InvalidUtf8);
        let error = Error::new(kind, "odd", Span::new(1, 2), Position { line: 1, column: 2 });
        let json = serde_json::to_string(&error).unwrap();
        assert_eq!(
            json,
            r#"{"kind":{"check":"invalid_utf8"},"message":"odd","span":[1,2],"position":{"line":1,"column":2}}"#
        );
        assert_eq!(serde_json::from_str::<Error>(&json).unwrap(), error);
    }
}
