//! Feed articles to structured documents: a text file with front matter and an HTML or Markdown body
//! goes in; a typed document comes out, borrowed from the input, with the place of every part.
//!
//! ```
//! use copydesk::{Block, Document};
//!
//! let document = Document::parse(
//!     "---\ntitle: Harbour reopens\ndate: Mon, 27 Dec 2021 13:45:25 GMT\n---\n\
//!      <figure><img src=pier.jpg alt>The pier at dawn (Reuters)</figure><p>Ferries sail.</p>",
//! );
//! assert_eq!(document.metadata().title.as_deref(), Some("Harbour reopens"));
//!
//! let Block::Figure(figure) = &document.blocks()[0] else { panic!("a figure comes first") };
//! assert_eq!(figure.credits[0].text, "Reuters");
//! ```
//!
//! # The words
//!
//! ```text
//! bytes ──decode──▶ &str ─────────────── the source: every span points into it
//!                    │ split
//!          ┌─────────┴─────────┐
//!     FrontMatter             body
//!          │ values            │ the browser's tree
//!          ▼                   ▼
//!      Metadata              Blocks
//!          └─────────┬─────────┘
//!                Document   metadata · blocks · omitted · diagnostics
//!                    │ serde
//!                    ▼
//!                  JSON …
//! ```
//!
//! - [`Document`]: all that an input says. [`Parser`] makes it, with options.
//! - [`FrontMatter`], [`Mapping`], [`Value`]: what stands between the fences. [`Metadata`]: the typed
//!   record made of it; [`Date`], [`Person`] … [`Edit`]: changes to it, at a [`ValuePath`].
//! - [`Block`]: a part of an article that stands by itself: [`Heading`], [`Paragraph`], [`Figure`],
//!   [`List`], [`Table`], [`Quote`], [`CodeBlock`], [`Admonition`], [`FootnoteDefinition`] …, or an
//!   [`Aside`], which is not the article. [`Inline`]: what stands in a line: text, [`Link`], [`Image`],
//!   [`Math`], [`FootnoteReference`] …
//! - [`View`]: the blocks, or a part of them, asked for one kind of thing: [`Document::main`] is the
//!   article without its asides. [`LeadImage`], [`Outline`], [`Section`], [`Chunk`]: what is made of them.
//! - [`Text`]: a string that borrows from the source unless it differs from it. [`Span`]: a place in the
//!   source, in bytes; [`Position`]: in lines and columns.
//! - [`Diagnostic`]: something noticed, with its place. [`Error`]: the reason why there is no answer.
//!
//! # What it does, and what it does not
//!
//! It reads YAML, TOML and JSON front matter as site generators fence it, blank lines before it
//! included, and repairs what people really write. It builds the tree of the body by the HTML
//! standard's rules, and from it the blocks: nothing visible is lost, and what is left aside is told
//! ([`Document::omitted`]). It ties captions to their figures, and parts the credit from a caption; it
//! links footnotes both ways, reads the TeX of formulas, and tells notes and warnings by their kind.
//! What stands in the body and is not the article becomes an [`Aside`], with the reason.
//!
//! It does not look for the article in a page full of other things: the body *is* the article. It does
//! not fetch, execute or stream. Addresses are given as written; [`Resolver`](Document::resolver) makes
//! them absolute.
//!
//! # Cookbook
//!
//! A front matter of your own type, borrowed:
//!
//! ```
//! use copydesk::{Document, Text};
//!
//! #[derive(serde::Deserialize)]
//! struct Mine<'a> {
//!     #[serde(borrow)]
//!     title: Text<'a>,
//!     weight: Option<i32>,
//! }
//!
//! let document = Document::parse("---\ntitle: Dawn\nweight: 3\n---\n");
//! let mine: Mine = document.front_matter().unwrap().deserialize()?;
//! assert_eq!((&*mine.title, mine.weight), ("Dawn", Some(3)));
//! # Ok::<(), copydesk::Error>(())
//! ```
//!
//! The metadata of very many files, by the rules of their generator, without reading a body:
//!
//! ```
//! use copydesk::{DateOrder, Dialect, Parser};
//!
//! static PARSER: Parser =
//!     Parser::new().dialect(Dialect::Jekyll).date_order(DateOrder::DayFirst);
//!
//! let document = PARSER.parse_front_matter("---\ndate: 3/4/2021\ntags: sea storm\n---\n<p>…");
//! let metadata = document.metadata();
//! assert_eq!(metadata.published.as_ref().unwrap().to_string(), "2021-04-03");
//! assert_eq!(metadata.tags, ["sea", "storm"]);
//! ```
//!
//! A change of front matter that leaves every other byte as it is, and the same in another language
//! ([`Edit`]; `examples/retag` does it to a folder of files):
//!
//! ```
//! use copydesk::{Edit, Format};
//!
//! let source = "---\ntitle: Dawn   # for now\ntags: [sea]\n---\n<p>…";
//! let mut edit = Edit::new(source);
//! edit.set("title", "Dusk").push("tags", "storm").set("weight", 3);
//! assert_eq!(
//!     edit.finish()?,
//!     "---\ntitle: Dusk   # for now\ntags: [sea, storm]\nweight: 3\n---\n<p>…"
//! );
//! assert_eq!(
//!     edit.finish_as(Format::Toml)?,
//!     "+++\ntitle = \"Dusk\"\ntags = [\"sea\", \"storm\"]\nweight = 3\n+++\n<p>…"
//! );
//! # Ok::<(), copydesk::Error>(())
//! ```
//!
//! The article without what stands around it, and its picture:
//!
//! ```
//! use copydesk::Document;
//!
//! let document = Document::parse(
//!     "---\ncover: /pier.jpg\n---\n\
//!      <div class=share-bar><a href=/share>Share</a></div>\
//!      <figure><img src=/pier-640x480.jpg alt='A pier'>The pier at dawn (Reuters)</figure>\
//!      <p>Ferries sail.</p><nav><a href=/tides>Tide tables</a></nav>",
//! );
//! assert_eq!((document.links().count(), document.main().links().count()), (2, 0));
//! let lead = document.lead_image().unwrap();
//! assert_eq!((&**lead.src(), &*lead.credits()[0].text), ("/pier.jpg", "Reuters"));
//! ```
//!
//! Only the two texts, without an allocation:
//!
//! ```
//! let parts = copydesk::split("---\ntitle: Dawn\n---\n<p>Hello</p>");
//! assert_eq!(parts.front_matter.unwrap().raw, "title: Dawn\n");
//! assert_eq!(parts.body, "<p>Hello</p>");
//! ```
//!
//! JSON, and back:
//!
//! ```
//! use copydesk::Document;
//!
//! let document = Document::parse("<p>Hello <b>there</b></p>");
//! let json = serde_json::to_string(&document)?;
//! let again: Document<'static> = serde_json::from_str::<Document>(&json)?.into_owned();
//! assert_eq!(again, document);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! Strictness, with a drawing of the place:
//!
//! ```
//! let source = "---\ntitle: never closed\n";
//! let document = copydesk::Document::parse(source);
//! if let Err(error) = document.check() {
//!     eprint!("{}", error.report(source));
//! }
//! ```
//!
//! # Untrusted input
//!
//! Any bytes give a document. Nothing panics, nothing is `unsafe`, stack use is constant, and
//! [`Limits`] bound what a hostile input can cost. Nothing in a file is executed or fetched. What
//! comes out is what was written: addresses may be `javascript:` ([`AddressKind`] tells), text may be
//! anything; escape it where you show it.
//!
//! # Features
//!
//! - `yaml`, `toml`, `json` (default): reading front matter in that language. Without one the front
//!   matter is found and kept raw, with a diagnostic.
//! - `markdown`: reading Markdown bodies ([`BodyFormat`]), as the HTML that `pulldown-cmark` renders
//!   once their shortcodes are expanded, with places in the Markdown. Without it every body is HTML.
//! - `url`: [`Document::resolver`], which makes addresses absolute, by the crate `url`.

mod address;
mod body_format;
mod date;
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
mod shortcode;
mod span;
mod text;

pub use address::AddressKind;
pub use body_format::BodyFormat;
pub use date::{Date, DateOrder, DateValue};
pub use decode::{Decoded, decode};
pub use diagnostic::{Code, Diagnostic, Severity};
#[cfg(feature = "url")]
pub use document::Resolver;
pub use document::{
    Abbreviation, Admonition, AdmonitionKind, Aside, AsideEvidence, AsideKind, Block, Breadcrumb,
    Candidate, CandidateSource, Caption, CaptionEvidence, Cell, CellAlign, CellScope, Chunk,
    CodeBlock, Credit, CreditEvidence, Definition, DefinitionList, Details, Direction, Document,
    Embed, EmbedKind, Figure, FootnoteDefinition, FootnoteReference, Heading, Image, Inline,
    Inlines, Item, LeadImage, Link, List, Math, MathBlock, Omitted, OmittedKind, Outline,
    OutlineEntry, Paragraph, Provider, Quote, Row, Rule, Section, Styled, Table, TablePart, Time,
    Track, View,
};
pub use error::{Error, ErrorKind};
#[cfg(feature = "yaml")]
#[doc(hidden)]
pub use front_matter::yaml_ways;
pub use front_matter::{
    Dialect, Edit, Entry, Fenced, Format, FrontMatter, Mapping, Resolved, Scalar, Split, Style,
    Value, ValueKind, ValuePath, split,
};
#[doc(hidden)]
pub use html::Engine;
pub use limits::Limits;
pub use metadata::{Field, ImageRole, Metadata, MetadataImage, Person};
pub use parser::Parser;
pub use report::Report;
#[doc(hidden)]
pub use shortcode::{Argument, Shortcode, shortcodes};
pub use span::{Position, Span};
pub use text::Text;

/// The README's example runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
