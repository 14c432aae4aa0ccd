//! Formulas: [`Math`] in a line, [`MathBlock`] on lines of its own.

use serde::{Deserialize, Serialize};

use super::inline::Inlines;
use crate::owned::owned_struct;
use crate::span::Span;
use crate::text::Text;

/// A formula within a line: `<math>`, or what a script makes a formula of.
///
/// # Examples
///
/// ```
/// use copydesk::{Document, Inline};
///
/// let document = Document::parse(
///     "<p>Let <span class='math inline'>\\(x^2\\)</span> be.\
///      <p><math><semantics><msup><mi>x</mi><mn>2</mn></msup>\
///      <annotation encoding=application/x-tex>x^2</annotation></semantics></math>",
/// );
/// let formulas = document.paragraphs().flat_map(|paragraph| paragraph.inlines.iter());
/// let formulas: Vec<_> = formulas
///     .filter_map(|inline| match inline {
///         Inline::Math(math) => Some((math.tex.as_deref().unwrap(), math.inlines.text())),
///         _ => None,
///     })
///     .collect();
/// assert_eq!(formulas[0], ("x^2", "\\(x^2\\)".into()));
/// assert_eq!(formulas[1], ("x^2", "x2".into()));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Math<'a> {
    /// Its source in TeX, without delimiters, where the markup has one: the text itself, an
    /// `<annotation>`, an `alttext`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tex: Option<Text<'a>>,
    /// Whether it is meant to be set on a line of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub display: bool,
    /// What is written: TeX with its delimiters, or the text of `MathML`.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
}

/// A formula that stands by itself.
///
/// # Examples
///
/// ```
/// use copydesk::{Block, Document};
///
/// let document = Document::parse("<p><span class='math display'>\\[x^2\\]</span></p>");
/// let Block::Math(formula) = &document.blocks()[0] else { panic!() };
/// assert_eq!(formula.tex.as_deref(), Some("x^2"));
/// assert_eq!(formula.inlines.text(), "\\[x^2\\]");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct MathBlock<'a> {
    /// Its source in TeX, as that of [`Math`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tex: Option<Text<'a>>,
    /// What is written, as in [`Math`].
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
    /// Its place: that of the paragraph it is alone in.
    pub span: Span,
}

owned_struct!(Math { tex, display, inlines });
owned_struct!(MathBlock { tex, inlines, span });
