//! Front matter: from the text between two fences to a tree of values.
//!
//! ```text
//! input ──split (nom)──▶ Split: BOM, blank lines, fence, raw, fence, body     slices, nothing else
//!                          │ raw
//!                          ▼ yaml (granit-parser) · toml · json (serde_json)
//!                        Mapping: keys in order, values with text, quoting style and span
//!                          │ de
//!                          ▼
//!                        the caller's own type, by serde
//! ```
//!
//! And back: [`Edit`] changes the text of single values.

// Each reader uses some of the rooms that all three share.
#![cfg_attr(
    not(all(feature = "yaml", feature = "toml", feature = "json")),
    allow(dead_code, unused_imports)
)]

mod de;
mod dialect;
mod edit;
mod found;
mod from;
#[cfg(feature = "json")]
mod json;
mod mapping;
mod notes;
mod org;
#[cfg(any(feature = "yaml", feature = "toml"))]
mod quotes;
mod reading;
mod scalar;
mod serial;
mod split;
#[cfg(feature = "toml")]
mod toml;
mod value;
#[cfg(feature = "yaml")]
mod yaml;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostics;
use crate::error::{Error, ErrorKind};
use crate::limits::Limits;
use crate::owned::{owned_already, owned_struct};
use crate::span::{Position, Span};
use crate::text::Text;

pub use dialect::Dialect;
pub use edit::{Edit, ValuePath};
pub(crate) use found::find;
pub use mapping::{Entry, Mapping};
use reading::{Raw, read_raw};
pub(crate) use reading::{Reading, read};
pub use scalar::{Resolved, Scalar, Style};
pub(crate) use split::split_with;
pub use split::{Fenced, Split, split};
pub use value::{Value, ValueKind};
#[cfg(feature = "yaml")]
#[doc(hidden)]
pub use yaml::ways as yaml_ways;

/// The language that front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Format {
    /// YAML 1.2, between `---` lines.
    Yaml,
    /// TOML 1.1, between `+++` lines.
    Toml,
    /// JSON, in braces or between `;;;` lines.
    Json,
    /// Org mode's keywords, `#+KEY: value`; only in [`Dialect::Org`].
    Org,
}

/// The front matter of a document: where it stands and what is written there.
///
/// Borrowed: [`raw`](Self::raw) is a slice of the source. The typed record made of it is
/// [`Document::metadata`](crate::Document::metadata).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct FrontMatter<'a> {
    /// The language it is written in.
    pub format: Format,
    /// The whole block: from the opening fence to the end of the closing fence's line.
    pub span: Span,
    /// The text between the fences, as written.
    pub raw: Text<'a>,
    /// The place of [`raw`](Self::raw).
    pub raw_span: Span,
    /// The line of the source, counted from 1, on which [`raw`](Self::raw) begins.
    pub line: u32,
    /// Whose rules it was read by.
    #[serde(default, skip_serializing_if = "Dialect::is_common")]
    pub dialect: Dialect,
}

owned_already!(Format);
owned_struct!(FrontMatter { format, span, raw, raw_span, line, dialect });

/// The beginning of a name, for a message.
fn short(name: &str) -> &str {
    name.char_indices().nth(60).map_or(name, |(end, _)| &name[..end])
}

impl<'a> FrontMatter<'a> {
    /// The front matter of `input`, which was split into `parts`.
    pub(crate) fn locate(input: &str, parts: &Split<'a>, dialect: Dialect) -> Option<Self> {
        let fenced = parts.front_matter.as_ref()?;
        let start = (parts.bom.len() + parts.blank.len()) as u32;
        let raw_start = start + fenced.opening.len() as u32;
        let raw_end = raw_start + fenced.raw.len() as u32;
        Some(Self {
            format: fenced.format,
            span: Span::new(start, raw_end + fenced.closing.len() as u32),
            raw: Text::borrowed(fenced.raw),
            raw_span: Span::new(raw_start, raw_end),
            line: Position::of(input, raw_start).line,
            dialect,
        })
    }

    /// The keys and values, read anew at each call with the default [`Limits`]: keep the result.
    ///
    /// Nothing where the text cannot be read; [`Document::diagnostics`](crate::Document::diagnostics)
    /// says why.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// let document = Document::parse("---\ntitle: x\n---\n");
    /// let values = document.front_matter().unwrap().values();
    /// assert_eq!(values.get("title").and_then(|title| title.as_str()), Some("x"));
    /// ```
    pub fn values(&self) -> Mapping<'_> {
        let limits = Limits::new();
        match read_raw(self.part(), self.format, self.dialect, &limits, &mut Diagnostics::new(0)) {
            Reading::Mapping(mapping) => mapping,
            Reading::NotAMapping | Reading::Unreadable => Mapping::default(),
        }
    }

    /// Reads the caller's own type, borrowing from the source where it can.
    ///
    /// Values are typed by what `T` asks for: `title: 1984` is a `String` or a `u16`, and a `bool`
    /// takes `yes`, `no`, `on`, `off` too. Where text shall be borrowed and may hold escapes, use
    /// [`Text`]: serde does not borrow a `Cow` inside of an `Option` or `Vec`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Deserialize`](crate::ErrorKind::Deserialize): a field is missing or of another
    /// shape, or the front matter cannot be read at all. The error names the field and its place.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Document;
    ///
    /// #[derive(Debug, serde::Deserialize)]
    /// struct Page<'a> {
    ///     title: &'a str,
    ///     weight: u8,
    /// }
    ///
    /// let document = Document::parse("---\ntitle: x\nweight: heavy\n---\n");
    /// let error = document.front_matter().unwrap().deserialize::<Page>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "field `weight`: expected an integer, found \"heavy\" at line 3, column 9"
    /// );
    /// ```
    pub fn deserialize<'s, T: Deserialize<'s>>(&'s self) -> Result<T, Error> {
        let mut diagnostics = Diagnostics::new(1);
        let limits = Limits::new();
        match read_raw(self.part(), self.format, self.dialect, &limits, &mut diagnostics) {
            Reading::Mapping(mapping) => de::from_mapping(mapping, self.raw_span)
                .map_err(|fault| self.error(fault.to_string(), fault.span())),
            Reading::NotAMapping | Reading::Unreadable => {
                let noticed = diagnostics.finish("").into_iter().next();
                let message = noticed.as_ref().map_or("front matter is not read", |d| &d.message);
                let span = noticed.as_ref().map_or(self.raw_span, |diagnostic| diagnostic.span);
                Err(self.error(message, span))
            }
        }
    }

    /// The part of the source that this is. A place read from JSON may be anything: it is moved to
    /// where the text ends at the greatest offset.
    fn part(&self) -> Raw<'_> {
        let last = u32::MAX - self.raw.len() as u32;
        Raw { text: &self.raw, base: self.raw_span.start.min(last) }
    }

    /// An error at `span` of the source, of which only the part from [`line`](Self::line) on is here.
    #[cold]
    fn error(&self, message: impl Into<String>, span: Span) -> Error {
        let mut position = Position::of(&self.raw, span.start.saturating_sub(self.raw_span.start));
        // Without an opening fence, all that can stand before on the line is a byte order mark.
        let after_bom = position.line == 1 && self.line == 1 && self.raw_span.start > 0;
        position.column += u32::from(after_bom);
        position.line = position.line.saturating_add(self.line.saturating_sub(1));
        Error::new(ErrorKind::Deserialize, message, span, position)
    }
}

#[cfg(test)]
mod tests;
