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
mod scalar;
mod serial;
mod split;
#[cfg(feature = "toml")]
mod toml;
mod value;
#[cfg(feature = "yaml")]
mod yaml;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostics};
use crate::error::{Error, ErrorKind};
use crate::limits::Limits;
use crate::owned::{owned_already, owned_struct};
use crate::span::{Position, Span};
use crate::text::Text;

pub use dialect::Dialect;
pub use edit::{Edit, ValuePath};
pub(crate) use found::find;
pub use mapping::{Entry, Mapping};
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

/// A part of the source: the text that a reader reads and the offset where it begins.
#[derive(Debug, Clone, Copy)]
struct Raw<'a> {
    text: &'a str,
    base: u32,
}

impl<'a> Raw<'a> {
    const fn span(self) -> Span {
        Span::new(self.base, self.base + self.text.len() as u32)
    }

    /// The part at `range`, or nothing where it does not lie on characters.
    fn part(self, range: Range<usize>) -> Self {
        let base = self.base + range.start as u32;
        Self { text: self.text.get(range).unwrap_or_default(), base }
    }

    /// The part that `text`, a slice of this one, is.
    fn of(self, text: &'a str) -> Self {
        Self { text, base: Span::of_part(self.text, text, self.base).start }
    }
}

/// What became of front matter.
#[derive(Debug)]
pub(crate) enum Reading<'a> {
    /// Its keys and values.
    Mapping(Mapping<'a>),
    /// It is a list or a text: no front matter at all.
    NotAMapping,
    /// It is front matter, of which nothing can be read; a diagnostic says why.
    Unreadable,
}

/// Reads the values of front matter.
pub(crate) fn read<'a>(
    front_matter: &FrontMatter<'a>,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Reading<'a> {
    let FrontMatter { format, dialect, raw_span, ref raw, .. } = *front_matter;
    let base = raw_span.start;
    match raw.as_borrowed() {
        Some(text) => read_raw(Raw { text, base }, format, dialect, limits, diagnostics),
        None => {
            read_raw(Raw { text: raw, base }, format, dialect, limits, diagnostics).into_owned()
        }
    }
}

impl Reading<'_> {
    /// Whether it was read and holds no keys.
    pub(crate) fn has_no_keys(&self) -> bool {
        match self {
            Self::Mapping(mapping) => mapping.is_empty(),
            Self::NotAMapping => true,
            Self::Unreadable => false,
        }
    }

    fn into_owned(self) -> Reading<'static> {
        match self {
            Self::Mapping(mapping) => Reading::Mapping(mapping.into_owned()),
            Self::NotAMapping => Reading::NotAMapping,
            Self::Unreadable => Reading::Unreadable,
        }
    }
}

fn read_raw<'a>(
    raw: Raw<'a>,
    format: Format,
    dialect: Dialect,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Reading<'a> {
    if raw.text.len() > limits.front_matter_bytes as usize {
        let message = format!("front matter is longer than {} bytes", limits.front_matter_bytes);
        diagnostics.push(Code::FrontMatterTooLong, raw.span(), message);
        return Reading::Unreadable;
    }
    let mut reading = match format {
        #[cfg(feature = "yaml")]
        Format::Yaml => yaml::read(raw, limits, diagnostics),
        #[cfg(feature = "toml")]
        Format::Toml => toml::read(raw, limits, diagnostics),
        #[cfg(feature = "json")]
        Format::Json => json::read(raw, limits, diagnostics),
        Format::Org => org::read(raw, limits, diagnostics),
        #[allow(unreachable_patterns)] // reached where a feature is off
        _ => disabled(raw, format, diagnostics),
    };
    if let Reading::Mapping(mapping) = &mut reading {
        if format == Format::Yaml && dialect.has_yaml_1_1() {
            mapping.set_yaml_1_1();
        }
    }
    reading
}

#[allow(dead_code)] // used where a feature is off
fn disabled<'a>(raw: Raw<'_>, format: Format, diagnostics: &mut Diagnostics) -> Reading<'a> {
    let name = match format {
        Format::Yaml => "yaml",
        Format::Toml => "toml",
        Format::Json => "json",
        Format::Org => "org",
    };
    let message = format!("front matter is not read: the feature `{name}` is off");
    diagnostics.push(Code::FormatDisabled, raw.span(), message);
    Reading::Unreadable
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
mod tests {
    use super::*;

    fn locate(input: &str) -> FrontMatter<'_> {
        FrontMatter::locate(input, &split(input), Dialect::Common).unwrap()
    }

    #[test]
    fn any_place_read_from_json_is_safe() {
        let json = r#"{"format":"yaml","span":[0,0],"raw":"a: [","raw_span":[4294967295,0],"line":4294967295}"#;
        let front_matter: FrontMatter<'_> = serde_json::from_str(json).unwrap();
        assert_eq!(front_matter.values().len(), 1);
        assert!(front_matter.deserialize::<u8>().is_err());
    }

    #[test]
    fn places_count_from_the_start_of_the_input() {
        let input = "\u{FEFF}\n---\ntitle: x\n---\nbody";
        let front_matter = locate(input);
        assert_eq!(front_matter.line, 3);
        assert_eq!(front_matter.span.slice(input), Some("---\ntitle: x\n---\n"));
        assert_eq!(front_matter.raw_span.slice(input), Some("title: x\n"));
        #[cfg(feature = "yaml")]
        assert_eq!(front_matter.values().get("title").unwrap().span.slice(input), Some("x"));
    }

    #[test]
    #[cfg(feature = "yaml")]
    fn owned_front_matter_reads_the_same() {
        let owned = locate("---\ntitle: x\ntags: [y, \"z\\t\"]\n---\n").into_owned();
        let limits = Limits::new();
        let Reading::Mapping(values) = read(&owned, &limits, &mut Diagnostics::new(0)) else {
            panic!("not read");
        };
        assert_eq!(values, owned.values());
        assert_eq!(values.path("tags.1").and_then(Value::as_str), Some("z\t"));
    }

    #[test]
    fn too_long_is_found_and_not_read() {
        let limits = Limits::new().with_front_matter_bytes(3);
        let mut diagnostics = Diagnostics::new(9);
        let reading = read(&locate("---\na: 1\n---\n"), &limits, &mut diagnostics);
        assert!(matches!(reading, Reading::Unreadable));
        let told = diagnostics.finish("---\na: 1\n---\n");
        assert_eq!(
            told[0].to_string(),
            "error: front matter is longer than 3 bytes at line 2, column 1"
        );
    }

    #[test]
    #[cfg(not(feature = "toml"))]
    fn a_format_may_be_off() {
        let input = "+++\na = 1\n+++\n";
        let mut diagnostics = Diagnostics::new(9);
        let reading = read(&locate(input), &Limits::new(), &mut diagnostics);
        assert!(matches!(reading, Reading::Unreadable));
        assert_eq!(diagnostics.finish(input)[0].code, Code::FormatDisabled);
    }

    #[test]
    #[cfg(feature = "json")]
    fn errors_have_their_place_in_the_file() {
        let place = |input: &str| {
            let error = locate(input).deserialize::<[u8; 1]>().unwrap_err();
            assert_eq!(error.position(), Position::of(input, error.span().start));
            error.to_string()
        };
        insta::assert_snapshot!(place("\n\n{\"a\": 1}"), @"expected an array of length 1, found a mapping at line 3, column 1");
        insta::assert_snapshot!(place("\u{FEFF}{\"a\": 1}"), @"expected an array of length 1, found a mapping at line 1, column 2");
        insta::assert_snapshot!(place("{\"a\": x}"), @"front matter is not valid JSON: expected value at line 1, column 7");
    }
}
