//! [`Admonition`]: a note, tip or warning set off from the text.

use serde::{Deserialize, Serialize};

use super::block::{Block, no_text};
use super::inline::Inlines;
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;

/// A note, tip or warning that is set off from the text, and belongs to it: an alert of GitHub, an
/// admonition of Sphinx, `MkDocs` or Docusaurus, a callout.
///
/// # Examples
///
/// ```
/// use copydesk::{AdmonitionKind, Block, Document};
///
/// let document = Document::parse(
///     "<div class='admonition warning'><p class=admonition-title>Mind the gap</p><p>It is wide.</div>",
/// );
/// let Block::Admonition(admonition) = &document.blocks()[0] else { panic!() };
/// assert_eq!(admonition.kind, AdmonitionKind::Warning);
/// assert_eq!(admonition.title.text(), "Mind the gap");
/// assert_eq!(admonition.blocks[0].text(), "It is wide.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Admonition<'a> {
    /// What it is.
    pub kind: AdmonitionKind,
    /// Its title, where one is written.
    #[serde(default, skip_serializing_if = "no_text")]
    pub title: Inlines<'a>,
    /// What it says.
    pub blocks: Vec<Block<'a>>,
    /// Its place.
    pub span: Span,
}

/// What an [`Admonition`] is. The words are those of Docutils, GitHub and `MkDocs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AdmonitionKind {
    /// `note`.
    Note,
    /// `info`, `seealso`, `todo`.
    Info,
    /// `tip`, `hint`.
    Tip,
    /// `important`.
    Important,
    /// `warning`, `attention`; `deprecated`, `experimental`.
    Warning,
    /// `caution`.
    Caution,
    /// `danger`, `error`, `failure`, `bug`.
    Danger,
    /// `success`.
    Success,
    /// `question`, `help`.
    Question,
    /// `example`.
    Example,
    /// `abstract`, `summary`.
    Abstract,
    /// Of no kind that is known.
    Other,
}

owned_already!(AdmonitionKind);
owned_struct!(Admonition { kind, title, blocks, span });
