//! [`Diagnostic`]: something noticed while reading, with its place.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::owned::owned_already;
use crate::report::Report;
use crate::span::{Position, Span, Walk};

/// Something noticed while reading: what, how bad, and where.
///
/// Reading never fails, so this is where a reader learns what was wrong with a file.
/// [`Document::check`](crate::Document::check) turns the errors among them into a `Result`.
///
/// # Examples
///
/// ```
/// use copydesk::{Code, Document};
///
/// let document = Document::parse("---\ntitle: never closed\n");
/// let diagnostic = &document.diagnostics()[0];
/// assert_eq!(diagnostic.code, Code::UnclosedFrontMatter);
/// assert_eq!(
///     diagnostic.report(document.source()).to_string(),
///     "error: front matter opened by `---` is never closed\n \
///      --> line 1, column 1\n  \
///      |\n\
///      1 | ---\n  \
///      | ^^^\n"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What it is, for programs.
    pub code: Code,
    /// What it is, for people: lower case, no full stop, without the place.
    pub message: Cow<'static, str>,
    /// Where it is: bytes of the source.
    pub span: Span,
    /// Where it is: line and column of the span's start.
    pub position: Position,
}

impl Diagnostic {
    /// The message with the line of `source` it speaks of and a caret below the place.
    ///
    /// See the [example above](Diagnostic) for the drawing.
    pub fn report<'s>(&'s self, source: &'s str) -> Report<'s> {
        Report::new(self.severity, &self.message, source, self.span, self.position)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} at {}", self.severity, self.message, self.position)
    }
}

/// How bad a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// The file reads as its author meant it; it could be written better.
    Hint,
    /// Something was repaired or left aside.
    Warning,
    /// Something could not be read.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident: $severity:ident,)*) => {
        /// What a [`Diagnostic`] is about, for programs. In JSON: the name in `snake_case`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// How bad this is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// Bytes that are not UTF-8 were replaced by U+FFFD.
    InvalidUtf8: Error,
    /// The bytes were UTF-16 (told by their byte order mark) and were converted.
    Utf16Decoded: Hint,
    /// The input is longer than [`Limits::input_bytes`](crate::Limits::input_bytes); nothing of it
    /// was read.
    InputTooLong: Error,
    /// A front matter fence has no closing fence; there is no front matter.
    UnclosedFrontMatter: Error,
    /// A line looks like the closing fence that is missing (`-----` or an indented `---`, say) and is
    /// none.
    UnknownClosingFence: Hint,
    /// A fence names a language that is not read (`---js`); there is no front matter.
    UnknownFenceLanguage: Warning,
    /// Invisible characters (zero-width space, no-break space …) stand before a fence; there is no
    /// front matter.
    InvisibleBeforeFence: Warning,
    /// A fence is written with dashes that are not `-` (`——`); there is no front matter.
    LookalikeFence: Warning,
    /// What stands between the fences is not a mapping; there is no front matter.
    NotAMapping: Error,
    /// The front matter is longer than a limit; its values were not read, the raw text is kept.
    FrontMatterTooLong: Error,
    /// Values nest deeper, or are more, than a limit; the rest was left aside.
    TooManyValues: Error,
    /// The feature that reads this format is off: front matter is kept as raw text, a Markdown body was
    /// read as HTML.
    FormatDisabled: Error,
    /// The front matter breaks its format's rules; what could be read was.
    InvalidFrontMatter: Error,
    /// A value breaks YAML's rules and was read as the text written.
    RepairedValue: Warning,
    /// Tabs were read as indentation.
    TabIndentation: Warning,
    /// A key stands twice; the last one wins.
    DuplicateKey: Warning,
    /// A key is a list or a mapping; it goes by its text as written.
    ComplexKey: Warning,
    /// A `#` cuts a value: the rest of the line is a comment.
    CommentCutsValue: Warning,
    /// A full-width colon (`：`) stands where a key's colon would. Among proper keys it was read as
    /// one.
    FullWidthColon: Warning,
    /// An alias (`*name`) names no anchor; it was read as text.
    UnknownAlias: Warning,
    /// A tag (`!!python/object …`) is not obeyed; the value was read without it.
    IgnoredTag: Warning,
    /// An anchor (`&name`) or tag (`!name`) that looks like a part of the text was taken off a value.
    EatenText: Warning,
    /// A value of the metadata holds HTML character references; they were decoded.
    EntityInValue: Hint,
    /// A field's value has a shape that it cannot have; it is kept in `extra`.
    UnexpectedValue: Warning,
    /// A date is written in no form that is known; its text is kept.
    UnreadableDate: Warning,
    /// A date names a day or time that does not exist; its text is kept.
    ImpossibleDate: Warning,
    /// The day and the month of a date cannot be told apart; its text is kept.
    AmbiguousDate: Warning,
    /// The weekday of a date is not that day's; the date was read without it.
    WeekdayMismatch: Warning,
    /// A date's time zone is unknown or ambiguous; it was read as local.
    UnknownZone: Warning,
    /// A site generator's tag (`{% … %}`, `{{< … >}}`) is of a kind that is not known; it is text.
    UnknownShortcode: Hint,
    /// A comment, `<script>`, `<iframe>` or the like is never closed: the rest of the body is in it, and
    /// left out.
    Unclosed: Warning,
    /// The body would take work beyond a linear budget; its tree is the lenient one.
    WorkBudgetSpent: Error,
    /// Blocks or inlines nest deeper than JSON readers take; the deepest were unwrapped.
    NestingFlattened: Warning,
    /// A tag has more attributes than a limit; the rest were left aside.
    TooManyAttributes: Warning,
    /// A `srcset` has more candidates than a limit; the rest were left aside.
    TooManyCandidates: Warning,
    /// More was noticed than [`Limits::diagnostics`](crate::Limits::diagnostics); the message counts
    /// the rest.
    TooManyDiagnostics: Warning,
}

owned_already!(Diagnostic);

/// Collects diagnostics up to a limit; positions are filled in at the end, in one pass.
#[derive(Debug)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
    limit: usize,
    left_out: u32,
}

impl Diagnostics {
    pub(crate) const fn new(limit: u32) -> Self {
        Self { list: Vec::new(), limit: limit as usize, left_out: 0 }
    }

    #[cold]
    pub(crate) fn push(&mut self, code: Code, span: Span, message: impl Into<Cow<'static, str>>) {
        if self.list.len() == self.limit {
            self.left_out += 1;
            return;
        }
        let (severity, message) = (code.severity(), message.into());
        self.list.push(Diagnostic { severity, code, message, span, position: Position::START });
    }

    /// How much was noticed so far, to go [back to](Self::back_to).
    pub(crate) fn mark(&self) -> (usize, u32) {
        (self.list.len(), self.left_out)
    }

    /// Forgets what was noticed since.
    pub(crate) fn back_to(&mut self, (noticed, left_out): (usize, u32)) {
        self.list.truncate(noticed);
        self.left_out = left_out;
    }

    /// Takes what was noticed before.
    pub(crate) fn extend(&mut self, earlier: Vec<Diagnostic>) {
        for Diagnostic { code, span, message, .. } in earlier {
            self.push(code, span, message);
        }
    }

    /// The diagnostics in the order of their places.
    pub(crate) fn finish(mut self, source: &str) -> Vec<Diagnostic> {
        self.list.sort_by_key(|diagnostic| diagnostic.span.start);
        let mut walk = Walk::new(source);
        for diagnostic in &mut self.list {
            diagnostic.position = walk.to(diagnostic.span.start);
        }
        if self.left_out > 0 {
            let code = Code::TooManyDiagnostics;
            let message = format!("{} more diagnostics were left out", self.left_out);
            self.list.push(Diagnostic {
                severity: code.severity(),
                code,
                message: message.into(),
                span: Span::default(),
                position: Position::START,
            });
        }
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_are_counted() {
        let mut diagnostics = Diagnostics::new(1);
        for start in [3, 1, 2] {
            diagnostics.push(Code::DuplicateKey, Span::at(start), "x");
        }
        let list = diagnostics.finish("a\nbcd");
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].to_string(), "warning: x at line 2, column 2");
        assert_eq!(list[1].message, "2 more diagnostics were left out");
    }
}
