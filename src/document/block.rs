//! Blocks: what an article is made of.

mod omitted;
mod table;

use serde::{Deserialize, Serialize};

use super::admonition::Admonition;
use super::aside::Aside;
use super::embed::Embed;
use super::figure::{Caption, Credit, Figure};
use super::footnote::FootnoteDefinition;
use super::inline::Inlines;
use super::math::MathBlock;
use crate::owned::{owned_already, owned_enum, owned_struct};
use crate::span::Span;
use crate::text::Text;

pub use omitted::{Omitted, OmittedKind};
pub use table::{Cell, CellAlign, CellScope, Row, Table, TablePart};

/// A part of an article that stands by itself.
///
/// In JSON: an object whose `"type"` is the variant's name in `snake_case`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub enum Block<'a> {
    /// A heading.
    Heading(Box<Heading<'a>>),
    /// A paragraph.
    Paragraph(Paragraph<'a>),
    /// Media with a caption.
    Figure(Box<Figure<'a>>),
    /// A list.
    List(Box<List<'a>>),
    /// A list of terms and what they mean.
    DefinitionList(Box<DefinitionList<'a>>),
    /// A table.
    Table(Box<Table<'a>>),
    /// A quotation.
    Quote(Box<Quote<'a>>),
    /// Code, or other text whose white space counts.
    Code(Box<CodeBlock<'a>>),
    /// A video, a sound, a frame with another page, or a post of a social network.
    Embed(Box<Embed<'a>>),
    /// A section that opens on demand.
    Details(Box<Details<'a>>),
    /// A note, tip or warning.
    Admonition(Box<Admonition<'a>>),
    /// A formula.
    Math(Box<MathBlock<'a>>),
    /// A footnote.
    FootnoteDefinition(Box<FootnoteDefinition<'a>>),
    /// What is not the article but stands in its body.
    Aside(Box<Aside<'a>>),
    /// A break between two thoughts.
    Rule(Rule),
}

const _: () = assert!(size_of::<Block<'_>>() <= 32);

impl Block<'_> {
    /// Its place in the source.
    pub fn span(&self) -> Span {
        match self {
            Self::Heading(heading) => heading.span,
            Self::Paragraph(paragraph) => paragraph.span,
            Self::Figure(figure) => figure.span,
            Self::List(list) => list.span,
            Self::DefinitionList(list) => list.span,
            Self::Table(table) => table.span,
            Self::Quote(quote) => quote.span,
            Self::Code(code) => code.span,
            Self::Embed(embed) => embed.span,
            Self::Details(details) => details.span,
            Self::Admonition(admonition) => admonition.span,
            Self::Math(math) => math.span,
            Self::FootnoteDefinition(footnote) => footnote.span,
            Self::Aside(aside) => aside.span,
            Self::Rule(rule) => rule.span,
        }
    }
}

/// A heading.
///
/// A standfirst that is written as one — a whole sentence below the title, before the text begins — is
/// a [`Paragraph`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Heading<'a> {
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its `id`: what a link's fragment names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    /// What it says.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
    /// Its place: from `<h1` to `</h1>`.
    pub span: Span,
}

impl Heading<'_> {
    /// What it says, as plain text.
    pub fn text(&self) -> Text<'_> {
        self.inlines.text()
    }
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Paragraph<'a> {
    /// What it says.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
    /// Its place: from `<p>` to `</p>` (of a standfirst, that of its heading), or that of its text if
    /// it has no tag.
    pub span: Span,
}

impl Paragraph<'_> {
    /// What it says, as plain text.
    pub fn text(&self) -> Text<'_> {
        self.inlines.text()
    }
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct List<'a> {
    /// Whether its items are numbered.
    pub ordered: bool,
    /// The number of its first item, where the source gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<i64>,
    /// Whether its numbers go down.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reversed: bool,
    /// What its numbers look like, where the source says so: `1`, `a`, `A`, `i` or `I`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<Text<'a>>,
    /// Its items.
    pub items: Vec<Item<'a>>,
    /// Its place.
    pub span: Span,
}

/// An item of a [`List`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Item<'a> {
    /// Its number, where the source gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// Whether its box is checked, if it begins with one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
    /// What it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block<'a>>,
    /// Its place.
    pub span: Span,
}

/// A list of terms and what they mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct DefinitionList<'a> {
    /// Its entries.
    pub entries: Vec<Definition<'a>>,
    /// Its place.
    pub span: Span,
}

/// Terms of a [`DefinitionList`] and what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Definition<'a> {
    /// The terms: one phrase a `<dt>`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Inlines<'a>>,
    /// What they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block<'a>>,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Quote<'a> {
    /// The address of what is quoted (`cite`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<Text<'a>>,
    /// What is quoted.
    pub blocks: Vec<Block<'a>>,
    /// Who said so, where that stands below the quotation.
    #[serde(default, skip_serializing_if = "no_text")]
    pub attribution: Inlines<'a>,
    /// The caption of the figure it stands in, without the credits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Caption<'a>>,
    /// Whom the caption credits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit<'a>>,
    /// Its place.
    pub span: Span,
}

/// Code, or other text whose white space counts (`<pre>`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct CodeBlock<'a> {
    /// Its language, where the source names one (`class="language-rust"`), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Text<'a>>,
    /// The text; its white space is as written.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
    /// The caption of the figure it stands in, without the credits; or the name that a fence of
    /// Markdown gives it (`title="a.js"`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Caption<'a>>,
    /// Whom the caption credits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit<'a>>,
    /// Its place.
    pub span: Span,
}

/// A section that opens on demand (`<details>`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Details<'a> {
    /// Whether it is open at first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
    /// What is shown while it is closed.
    #[serde(default, skip_serializing_if = "no_text")]
    pub summary: Inlines<'a>,
    /// What is shown when it opens.
    pub blocks: Vec<Block<'a>>,
    /// Its place.
    pub span: Span,
}

/// For serde: whether a phrase says nothing, so that its field is left out.
pub(super) fn no_text(phrase: &Inlines<'_>) -> bool {
    phrase.is_empty()
}

/// A break between two thoughts (`<hr>`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rule {
    /// Its place.
    pub span: Span,
}

owned_already!(Rule);
owned_struct!(Heading { level, id, inlines, span });
owned_struct!(Paragraph { inlines, span });
owned_struct!(List { ordered, start, reversed, numbering, items, span });
owned_struct!(Item { value, checked, blocks, span });
owned_struct!(DefinitionList { entries, span });
owned_struct!(Definition { terms, blocks });
owned_struct!(Quote { cite, blocks, attribution, caption, credits, span });
owned_struct!(CodeBlock { language, inlines, caption, credits, span });
owned_struct!(Details { open, summary, blocks, span });
owned_enum!(Block {
    Heading, Paragraph, Figure, List, DefinitionList, Table, Quote, Code, Embed, Details, Admonition, Math, FootnoteDefinition, Aside, Rule;
});
