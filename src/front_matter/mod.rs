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

mod scalar;
mod serial;
mod split;
mod value;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::limits::Limits;
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;
use crate::text::Text;

pub use scalar::{Resolved, Scalar, Style};
pub(crate) use split::split_with;
pub use split::{Dialect, Fenced, Split, split};
pub use value::{Entry, Mapping, Value, ValueKind};

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
}

owned_already!(Format);
owned_struct!(FrontMatter { format, span, raw, raw_span, line });
