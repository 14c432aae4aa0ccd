//! [`Document`]: what an input says, whole.

mod admonition;
mod aside;
mod block;
mod build;
mod chunks;
mod count;
mod embed;
mod excerpt;
mod figure;
mod footnote;
mod inline;
mod lead;
mod locator;
mod math;
mod outline;
mod part;
mod plain;
mod provider;
#[cfg(feature = "url")]
mod resolve;
mod sections;
mod sentence;
mod version;
mod view;
mod views;
mod walk;

use serde::{Deserialize, Serialize};

pub use admonition::{Admonition, AdmonitionKind};
pub use aside::{Aside, AsideEvidence, AsideKind};
pub use block::{
    Block, Cell, CellAlign, CellScope, CodeBlock, Definition, DefinitionList, Details, Heading,
    Item, List, Omitted, OmittedKind, Paragraph, Quote, Row, Rule, Table, TablePart,
};
pub use chunks::Chunk;
pub use embed::{Embed, EmbedKind, Track};
pub use figure::{
    Candidate, CandidateSource, Caption, CaptionEvidence, Credit, CreditEvidence, Figure, Image,
};
pub use footnote::{FootnoteDefinition, FootnoteReference};
pub use inline::{Abbreviation, Direction, Inline, Inlines, Link, Styled, Time};
pub use lead::LeadImage;
pub use math::{Math, MathBlock};
pub use outline::{Outline, OutlineEntry};
pub use provider::Provider;
#[cfg(feature = "url")]
pub use resolve::Resolver;
pub use sections::{Breadcrumb, Section};
pub use view::View;

use crate::body_format::BodyFormat;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::front_matter::FrontMatter;
use crate::metadata::Metadata;
use crate::owned::owned_struct;
use crate::parser::Parser;
use crate::span::Span;
use crate::text::Text;

pub(crate) use build::build;
pub(crate) use version::Version;

/// An article: its metadata and its blocks, borrowed from the source.
///
/// # JSON
///
/// A document serializes to the contract that `schema/document.schema.json` describes, its first key
/// the contract's version: `{"copydesk":1, …}`. Reading it back borrows from the JSON text; to keep
/// the document longer than that text, own it: `from_str::<Document>(json)?.into_owned()`.
/// Documents are equal if they say the same; the [source](Self::source), which JSON does not hold,
/// is not compared.
///
/// # Examples
///
/// ```
/// use copydesk::{Block, Document};
///
/// let document = Document::parse(
///     "---\ntitle: The harbour at dawn\n---\n\
///      <figure><img src=harbour.jpg>Boats at rest (Reuters)</figure>",
/// );
/// assert_eq!(document.metadata().title.as_deref(), Some("The harbour at dawn"));
///
/// let figure = document.figures().next().unwrap();
/// assert_eq!(figure.images[0].src, "harbour.jpg");
/// assert_eq!(figure.caption.as_ref().unwrap().inlines.text(), "Boats at rest");
/// assert_eq!(figure.credits[0].text, "Reuters");
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Document<'a> {
    #[serde(skip)]
    pub(crate) source: Text<'a>,
    #[serde(rename = "copydesk")]
    pub(crate) version: Version,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) base_url: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) base_href: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) front_matter: Option<FrontMatter<'a>>,
    #[serde(default)]
    pub(crate) metadata: Metadata<'a>,
    pub(crate) body: Span,
    #[serde(default = "BodyFormat::html", skip_serializing_if = "BodyFormat::is_html")]
    pub(crate) body_format: BodyFormat,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) math: bool,
    #[serde(default)]
    pub(crate) blocks: Vec<Block<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) omitted: Vec<Omitted>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'a> Document<'a> {
    /// Reads a document. This *is* `Parser::new().parse(input)`.
    pub fn parse(input: &'a str) -> Self {
        Parser::new().parse(input)
    }

    /// Reads a document from bytes. This *is* `Parser::new().parse_bytes(bytes)`.
    pub fn from_bytes(bytes: &'a [u8]) -> Self {
        Parser::new().parse_bytes(bytes)
    }

    /// The text that every [`Span`] points into; empty for a document read back from JSON.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The front matter as written, where there is one.
    pub fn front_matter(&self) -> Option<&FrontMatter<'a>> {
        self.front_matter.as_ref()
    }

    /// What the front matter says.
    pub fn metadata(&self) -> &Metadata<'a> {
        &self.metadata
    }

    /// The place of the body.
    pub fn body_span(&self) -> Span {
        self.body
    }

    /// The body as written.
    pub fn body(&self) -> &str {
        self.body.slice(&self.source).unwrap_or_default()
    }

    /// What the body was read as: HTML or Markdown. In JSON, HTML is left out.
    pub fn body_format(&self) -> BodyFormat {
        self.body_format
    }

    /// Whether what stands between dollar signs in a Markdown body was read as formulas: because the
    /// front matter asks for it, or [`Parser::math`](crate::Parser::math) does. In JSON, no is left out.
    pub fn math(&self) -> bool {
        self.math
    }

    /// What the body is made of, in order.
    pub fn blocks(&self) -> &[Block<'a>] {
        &self.blocks
    }

    /// The address that the document was fetched from, if the [`Parser`] was told.
    pub fn base_url(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// The first `<base href>` of the body, as written: what its addresses are relative to.
    pub fn base_href(&self) -> Option<&str> {
        self.base_href.as_deref()
    }

    /// What of the body is not in the blocks, on purpose, in order.
    pub fn omitted(&self) -> &[Omitted] {
        &self.omitted
    }

    /// What was noticed while reading, in the order of the places.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Strictness for those who want it.
    ///
    /// # Errors
    ///
    /// The first diagnostic of severity error, as [`ErrorKind::Check`](crate::ErrorKind::Check).
    pub fn check(&self) -> Result<(), Error> {
        let severe = |diagnostic: &&Diagnostic| diagnostic.severity == crate::Severity::Error;
        self.diagnostics.iter().find(severe).map_or(Ok(()), |d| Err(Error::from_diagnostic(d)))
    }
}

impl PartialEq for Document<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.base_url == other.base_url
            && self.base_href == other.base_href
            && self.front_matter == other.front_matter
            && self.metadata == other.metadata
            && self.body == other.body
            && self.body_format == other.body_format
            && self.math == other.math
            && self.blocks == other.blocks
            && self.omitted == other.omitted
            && self.diagnostics == other.diagnostics
    }
}

owned_struct!(Document {
    source,
    version,
    base_url,
    base_href,
    front_matter,
    metadata,
    body,
    body_format,
    math,
    blocks,
    omitted,
    diagnostics,
});
