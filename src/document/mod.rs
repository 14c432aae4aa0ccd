//! [`Document`]: what an input says, whole.

mod block;
mod figure;
mod inline;

use serde::{Deserialize, Serialize};

pub use block::{
    Block, Cell, CodeBlock, Definition, DefinitionList, Details, Embed, EmbedKind, Heading, Item,
    List, Omitted, OmittedKind, Paragraph, Quote, Row, Rule, Table, TablePart,
};
pub use figure::{
    Candidate, CandidateSource, Caption, CaptionEvidence, Credit, CreditEvidence, Figure, Image,
};
pub use inline::{Abbreviation, Inline, Inlines, Link, Styled};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::front_matter::FrontMatter;
use crate::metadata::Metadata;
use crate::parser::Parser;
use crate::span::Span;
use crate::text::Text;

/// An article: its metadata and its blocks, borrowed from the source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Document<'a> {
    #[serde(skip)]
    pub(crate) source: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) base_url: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) front_matter: Option<FrontMatter<'a>>,
    #[serde(default)]
    pub(crate) metadata: Metadata<'a>,
    pub(crate) body: Span,
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

    /// What the body is made of, in order.
    pub fn blocks(&self) -> &[Block<'a>] {
        &self.blocks
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
