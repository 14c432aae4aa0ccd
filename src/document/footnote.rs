//! Footnotes: [`FootnoteReference`] in the text, [`FootnoteDefinition`] below it.

use serde::{Deserialize, Serialize};

use super::block::{Block, no_text};
use super::inline::Inlines;
use crate::owned::owned_struct;
use crate::span::Span;
use crate::text::Text;

/// The mark in a text that a footnote belongs to.
///
/// Words are those of mdast. The definition has the same [identifier](Self::identifier), and names this
/// reference's [id](Self::id) among its [`references`](FootnoteDefinition::references).
///
/// # Examples
///
/// ```
/// use copydesk::Document;
///
/// let document = Document::parse(
///     "<p>Ferries sail.<sup id=fnref:1><a href=#fn:1 class=footnote>1</a></sup></p>\
///      <div class=footnotes><ol><li id=fn:1>But not on Sundays. <a href=#fnref:1>↩</a></ol></div>",
/// );
/// let reference = document.footnote_references().next().unwrap();
/// assert_eq!((&*reference.identifier, &*reference.inlines.text()), ("fn:1", "1"));
///
/// let footnote = document.footnote(&reference.identifier).unwrap();
/// assert_eq!(footnote.blocks[0].text(), "But not on Sundays.");
/// assert_eq!(footnote.references, [reference.id.clone().unwrap()]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct FootnoteReference<'a> {
    /// The id of the definition: the link's fragment, percent-encoding decoded.
    pub identifier: Text<'a>,
    /// Its own `id` or `name`, or that of the `<sup>` around it: where the definition's link back leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    /// What is shown of it: `1`, `[1]`, `*`.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
    /// Its place: from `<a` to `</a>`.
    pub span: Span,
}

/// A footnote, or endnote: what a [`FootnoteReference`] leads to; the example there has both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct FootnoteDefinition<'a> {
    /// Its `id`, or the `name` of the anchor that it begins with.
    pub identifier: Text<'a>,
    /// The mark it begins with, where one is written and no list numbers it: `1`, `[1]`.
    #[serde(default, skip_serializing_if = "no_text")]
    pub label: Inlines<'a>,
    /// The ids that its links back lead to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Text<'a>>,
    /// What it says.
    pub blocks: Vec<Block<'a>>,
    /// Its place.
    pub span: Span,
}

owned_struct!(FootnoteReference { identifier, id, inlines, span });
owned_struct!(FootnoteDefinition { identifier, label, references, blocks, span });
