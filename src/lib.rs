//! Feed articles to structured documents.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod decode;
mod diagnostic;
mod document;
mod error;
mod front_matter;
mod html;
mod limits;
mod metadata;
mod owned;
mod parser;
mod report;
mod span;
mod text;

pub use decode::{Decoded, decode};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use document::{
    Abbreviation, Block, Candidate, CandidateSource, Caption, CaptionEvidence, Cell, CodeBlock,
    Credit, CreditEvidence, Definition, DefinitionList, Details, Document, Embed, EmbedKind,
    Figure, Heading, Image, Inline, Inlines, Item, Link, List, Omitted, OmittedKind, Paragraph,
    Quote, Row, Rule, Styled, Table, TablePart,
};
pub use error::{Error, ErrorKind};
pub use front_matter::{
    Dialect, Entry, Fenced, Format, FrontMatter, Mapping, Resolved, Scalar, Split, Style, Value,
    ValueKind, split,
};
pub use limits::Limits;
pub use metadata::{Date, DateValue, Field, ImageRole, Metadata, MetadataImage, Person};
pub use parser::Parser;
pub use report::Report;
pub use span::{Position, Span};
pub use text::Text;
