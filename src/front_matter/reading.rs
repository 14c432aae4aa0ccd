//! Reading the values of front matter, in the language that it is written in.

use std::ops::Range;

#[cfg(feature = "json")]
use super::json;
#[cfg(feature = "toml")]
use super::toml;
#[cfg(feature = "yaml")]
use super::yaml;
use super::{Dialect, Format, FrontMatter, Mapping, org};
use crate::diagnostic::{Code, Diagnostics};
use crate::limits::Limits;
use crate::span::Span;

/// A part of the source: the text that a reader reads and the offset where it begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw<'a> {
    pub(super) text: &'a str,
    pub(super) base: u32,
}

impl<'a> Raw<'a> {
    pub(super) const fn span(self) -> Span {
        Span::new(self.base, self.base + self.text.len() as u32)
    }

    /// The part at `range`, or nothing where it does not lie on characters.
    pub(super) fn part(self, range: Range<usize>) -> Self {
        let base = self.base + range.start as u32;
        Self { text: self.text.get(range).unwrap_or_default(), base }
    }

    /// The part that `text`, a slice of this one, is.
    pub(super) fn of(self, text: &'a str) -> Self {
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

    pub(super) fn into_owned(self) -> Reading<'static> {
        match self {
            Self::Mapping(mapping) => Reading::Mapping(mapping.into_owned()),
            Self::NotAMapping => Reading::NotAMapping,
            Self::Unreadable => Reading::Unreadable,
        }
    }
}

pub(super) fn read_raw<'a>(
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
