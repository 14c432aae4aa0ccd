//! The tree of values: [`Mapping`], [`Value`], [`Scalar`].

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::owned::{owned_already, owned_enum, owned_struct};
use crate::span::Span;
use crate::text::Text;

/// The keys and values of front matter, in the order written.
#[derive(Debug, Clone, Default)]
pub struct Mapping<'a> {
    entries: Vec<Entry<'a>>,
}

/// One key with its value.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The key.
    pub key: Text<'a>,
    /// The place of the key, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Value<'a>,
}

/// A value of front matter with its place.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Value<'a> {
    /// What it is.
    pub kind: ValueKind<'a>,
    /// Its place, quotes and brackets included.
    pub span: Span,
}

/// What a [`Value`] is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ValueKind<'a> {
    /// A single text, number, truth value, date or nothing; see [`Scalar`].
    Scalar(Scalar<'a>),
    /// A list.
    List(Vec<Value<'a>>),
    /// A mapping.
    Mapping(Mapping<'a>),
}

/// The text of a scalar and how it was written. What it means is asked of the [`Value`]
/// (`as_str`, `as_bool` …) and decided when asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Scalar<'a> {
    /// The text, escapes decoded.
    pub text: Text<'a>,
    /// How it was quoted.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Style {
    /// Without quotes: may be a number, a truth value, a date, nothing, or text.
    Plain,
    /// In `'…'`.
    SingleQuoted,
    /// In `"…"`.
    DoubleQuoted,
    /// After `|`.
    Literal,
    /// After `>`.
    Folded,
}

owned_already!(Style);
owned_struct!(Scalar { text, style });
owned_struct!(Value { kind, span });
owned_struct!(Entry { key, key_span, value });
owned_struct!(Mapping { entries });
owned_enum!(ValueKind { Scalar, List, Mapping; });

impl Mapping<'_> {
    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl PartialEq for Mapping<'_> {
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

impl Serialize for Mapping<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Mapping<'a> {
    fn deserialize<D: Deserializer<'de>>(_deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::default())
    }
}
