//! [`Fault`]: why a value is not what was asked for, in words for the file's author.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use crate::span::Span;

/// Why a value is not what was asked for.
#[derive(Debug)]
pub(in crate::front_matter) struct Fault {
    message: String,
    span: Option<Span>,
    /// From the innermost key outwards.
    path: Vec<String>,
}

impl Fault {
    /// The place of the innermost value that is to blame.
    pub(in crate::front_matter) fn span(&self) -> Span {
        self.span.unwrap_or_default()
    }

    #[cold]
    pub(super) fn new(message: impl Display) -> Self {
        Self { message: message.to_string(), span: None, path: Vec::new() }
    }

    pub(super) fn at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    /// Without a place: that of a key is known further up.
    pub(super) fn unplaced(mut self) -> Self {
        self.span = None;
        self
    }

    pub(super) fn within(mut self, step: impl Display, span: Span) -> Self {
        self.path.push(step.to_string());
        self.at(span)
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str("field `")?;
            for (at, step) in self.path.iter().rev().enumerate() {
                f.write_str(if at == 0 { "" } else { "." })?;
                f.write_str(step)?;
            }
            f.write_str("`: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        Self::new(format_args!("expected {}, found {}", in_words(&expected), Found(found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        let within = if is_integer(&expected) { " within its type's range" } else { "" };
        let words = in_words(&expected);
        Self::new(format_args!("expected {words}{within}, found {}", Found(found)))
    }
}

fn is_integer(expected: &str) -> bool {
    let bits = expected.strip_prefix(['i', 'u']).unwrap_or_default();
    matches!(bits, "8" | "16" | "32" | "64" | "128" | "size")
}

/// What serde's own types expect, in this crate's words.
fn in_words(expected: &str) -> &str {
    match expected {
        _ if is_integer(expected) => "an integer",
        "f32" | "f64" => "a number",
        "a boolean" => "true or false",
        "a string" => "text",
        "a sequence" => "a list",
        "a map" => "a mapping",
        _ if expected.starts_with("struct ") => "a mapping",
        _ => expected,
    }
}

/// What was found, in this crate's words.
struct Found<'u>(Unexpected<'u>);

impl Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unexpected::Bool(value) => write!(f, "{value}"),
            Unexpected::Unsigned(value) => write!(f, "{value}"),
            Unexpected::Signed(value) => write!(f, "{value}"),
            Unexpected::Float(value) => write!(f, "{value}"),
            Unexpected::Str(text) => f.write_str(&quoted(text)),
            Unexpected::Unit | Unexpected::Option => f.write_str("nothing"),
            Unexpected::Seq => f.write_str("a list"),
            Unexpected::Map => f.write_str("a mapping"),
            other => other.fmt(f),
        }
    }
}

/// The text in quotes, its end left out if it is long.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}
