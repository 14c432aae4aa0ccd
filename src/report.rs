//! [`Report`]: a message above the line it speaks of, with a caret below the place.

use std::fmt;

use crate::diagnostic::Severity;
use crate::span::{Position, Span};

/// A message, the line of the source it speaks of and a caret below the place: see
/// [`Diagnostic`](crate::Diagnostic) for the drawing. Long lines are cut around the place.
#[derive(Debug, Clone, Copy)]
pub struct Report<'s> {
    severity: Severity,
    message: &'s str,
    source: &'s str,
    span: Span,
    position: Position,
}

/// Characters of a line shown before and after the start of the place.
const WINDOW: usize = 60;

impl<'s> Report<'s> {
    pub(crate) const fn new(
        severity: Severity,
        message: &'s str,
        source: &'s str,
        span: Span,
        position: Position,
    ) -> Self {
        Self { severity, message, source, span, position }
    }

    /// The line before and after the start of the place.
    fn line(&self) -> (&'s str, &'s str) {
        let start = (self.span.start as usize).min(self.source.len());
        let (before, after) = self.source.split_at_checked(start).unwrap_or((self.source, ""));
        let before = before.rsplit(['\n', '\r']).next().unwrap_or_default();
        let after = after.split(['\n', '\r']).next().unwrap_or_default();
        (before, after)
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = self.line();
        let (before, after) = (last_chars(before), first_chars(after));
        let number = self.position.line.to_string();
        let margin = " ".repeat(number.len());
        let marked = self.span.slice(self.source).map_or(0, |text| text.chars().count());
        let carets = "^".repeat(marked.clamp(1, after.chars().count().max(1)));
        let padding: String = before.chars().map(padding).collect();
        writeln!(f, "{}: {}", self.severity, self.message)?;
        writeln!(f, "{margin}--> {}", self.position)?;
        writeln!(f, "{margin} |")?;
        writeln!(f, "{number} | {before}{after}")?;
        writeln!(f, "{margin} | {padding}{carets}")
    }
}

/// White space as wide as `c`: a tab stays a tab, a full-width character takes an ideographic space.
const fn padding(c: char) -> char {
    match c {
        '\t' => '\t',
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}' => '\u{3000}',
        _ => ' ',
    }
}

fn last_chars(text: &str) -> &str {
    text.char_indices().rev().nth(WINDOW - 1).map_or(text, |(at, _)| &text[at..])
}

fn first_chars(text: &str) -> &str {
    text.char_indices().nth(WINDOW).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(source: &str, span: Span) -> String {
        let position = Position::of(source, span.start);
        Report::new(Severity::Warning, "odd", source, span, position).to_string()
    }

    #[test]
    fn the_caret_stands_below_the_place() {
        insta::assert_snapshot!(draw("a: 1\ntitle: 中文 x\n", Span::new(19, 20)), @r"
        warning: odd
         --> line 2, column 11
          |
        2 | title: 中文 x
          |        　　 ^
        ");
    }

    #[test]
    fn any_span_is_safe() {
        for (start, end) in [(0, 0), (5, 2), (99, 100), (1, 2), (0, 99)] {
            assert!(draw("中\r\n", Span::new(start, end)).contains("odd"));
        }
    }
}
