//! Inlines: what stands in a line of text.

mod phrase;

use super::figure::Image;
use super::footnote::FootnoteReference;
use super::math::Math;
use crate::owned::{owned_enum, owned_struct};
use crate::span::Span;
use crate::text::Text;

pub use phrase::Inlines;

/// A run of text, or something that stands in one.
///
/// In JSON a text is a bare string, everything else an object with its `"type"`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub enum Inline<'a> {
    /// `<em>`, `<i>`: emphasis.
    Emphasis(Box<Styled<'a>>),
    /// `<strong>`, `<b>`: importance.
    Strong(Box<Styled<'a>>),
    /// `<code>`, `<tt>`: code.
    Code(Box<Styled<'a>>),
    /// `<kbd>`: keys to press, or other input.
    Keyboard(Box<Styled<'a>>),
    /// `<samp>`: what a program says.
    Sample(Box<Styled<'a>>),
    /// `<var>`: a variable.
    Variable(Box<Styled<'a>>),
    /// `<sup>`: above the line.
    Superscript(Box<Styled<'a>>),
    /// `<sub>`: below the line.
    Subscript(Box<Styled<'a>>),
    /// `<del>`, `<s>`, `<strike>`: no longer so.
    Deleted(Box<Styled<'a>>),
    /// `<ins>`: added later.
    Inserted(Box<Styled<'a>>),
    /// `<u>`: set off by a line below.
    Underline(Box<Styled<'a>>),
    /// `<small>`: a side note, the small print.
    Small(Box<Styled<'a>>),
    /// `<mark>`: marked.
    Mark(Box<Styled<'a>>),
    /// `<q>`: a quotation within the line; its quotation marks are not written in the source.
    Quotation(Box<Styled<'a>>),
    /// `<cite>`: the name of a work.
    Cite(Box<Styled<'a>>),
    /// `<dfn>`: the term that is defined here.
    Definition(Box<Styled<'a>>),
    /// `<time>`: a date, a time or a duration.
    Time(Box<Time<'a>>),
    /// `<bdo>`, `<bdi>`: text with a direction of its own.
    Direction(Box<Direction<'a>>),
    /// `<abbr>`: an abbreviation.
    Abbreviation(Box<Abbreviation<'a>>),
    /// `<ruby>`: a text with its reading, which are `rt` inlines within it.
    Ruby(Box<Styled<'a>>),
    /// `<rt>`: the reading of the text before it in a [`Ruby`](Self::Ruby).
    Reading(Box<Styled<'a>>),
    /// `<math>`, or what a script makes one: a formula.
    Math(Box<Math<'a>>),
    /// `<a href>`: a link.
    Link(Box<Link<'a>>),
    /// The mark of a footnote.
    FootnoteReference(Box<FootnoteReference<'a>>),
    /// `<img>`: an image within the line.
    Image(Box<Image<'a>>),
    /// `<br>`: a line break.
    LineBreak,
    /// A run of text, its white space collapsed as a browser shows it.
    #[serde(untagged)]
    Text(Text<'a>),
}

const _: () = assert!(size_of::<Inline<'_>>() <= 24);

/// Inlines with a style of their own.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Styled<'a> {
    /// What the style is given to.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
}

/// An abbreviation and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Abbreviation<'a> {
    /// What it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    /// The short form.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
}

/// A date, a time or a duration.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Time<'a> {
    /// The same for machines, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datetime: Option<Text<'a>>,
    /// The same for people.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
}

/// Text with a direction of its own.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Direction<'a> {
    /// The direction, as written (`ltr`, `rtl`, `auto`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dir: Option<Text<'a>>,
    /// The text.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Link<'a> {
    /// Its address, as written.
    pub href: Text<'a>,
    /// Its `title`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    /// How its target relates to this document (`nofollow`, `author` …).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rel: Option<Text<'a>>,
    /// Its `id` or `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    /// What is linked.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
    /// Its place: from `<a` to `</a>`; that of the shortcode that says it.
    pub span: Span,
}

impl<'a> Inline<'a> {
    /// The inlines within this one; `None` for texts, images and line breaks.
    pub fn children(&self) -> Option<&Inlines<'a>> {
        match self {
            Self::Emphasis(styled)
            | Self::Strong(styled)
            | Self::Code(styled)
            | Self::Keyboard(styled)
            | Self::Sample(styled)
            | Self::Variable(styled)
            | Self::Superscript(styled)
            | Self::Subscript(styled)
            | Self::Deleted(styled)
            | Self::Inserted(styled)
            | Self::Underline(styled)
            | Self::Small(styled)
            | Self::Mark(styled)
            | Self::Quotation(styled)
            | Self::Cite(styled)
            | Self::Definition(styled)
            | Self::Ruby(styled)
            | Self::Reading(styled) => Some(&styled.inlines),
            Self::Math(math) => Some(&math.inlines),
            Self::Time(time) => Some(&time.inlines),
            Self::Direction(direction) => Some(&direction.inlines),
            Self::Abbreviation(abbreviation) => Some(&abbreviation.inlines),
            Self::Link(link) => Some(&link.inlines),
            Self::FootnoteReference(reference) => Some(&reference.inlines),
            Self::Text(_) | Self::Image(_) | Self::LineBreak => None,
        }
    }

    /// The length of the plain text, in bytes.
    pub(crate) fn text_len(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::LineBreak => 1,
            _ => self.children().map_or(0, |inlines| inlines.iter().map(Self::text_len).sum()),
        }
    }

    /// Whether an image is the first thing in it.
    pub(super) fn begins_with_image(&self) -> bool {
        match self {
            Self::Image(_) => true,
            inline => {
                inline.children().and_then(|it| it.first()).is_some_and(Self::begins_with_image)
            }
        }
    }

    /// The same as [`children`](Self::children), to change them.
    pub(crate) fn children_mut(&mut self) -> Option<&mut Inlines<'a>> {
        match self {
            Self::Emphasis(styled)
            | Self::Strong(styled)
            | Self::Code(styled)
            | Self::Keyboard(styled)
            | Self::Sample(styled)
            | Self::Variable(styled)
            | Self::Superscript(styled)
            | Self::Subscript(styled)
            | Self::Deleted(styled)
            | Self::Inserted(styled)
            | Self::Underline(styled)
            | Self::Small(styled)
            | Self::Mark(styled)
            | Self::Quotation(styled)
            | Self::Cite(styled)
            | Self::Definition(styled)
            | Self::Ruby(styled)
            | Self::Reading(styled) => Some(&mut styled.inlines),
            Self::Math(math) => Some(&mut math.inlines),
            Self::Time(time) => Some(&mut time.inlines),
            Self::Direction(direction) => Some(&mut direction.inlines),
            Self::Abbreviation(abbreviation) => Some(&mut abbreviation.inlines),
            Self::Link(link) => Some(&mut link.inlines),
            Self::FootnoteReference(reference) => Some(&mut reference.inlines),
            Self::Text(_) | Self::Image(_) | Self::LineBreak => None,
        }
    }
}

owned_struct!(Styled { inlines });
owned_struct!(Abbreviation { title, inlines });
owned_struct!(Time { datetime, inlines });
owned_struct!(Direction { dir, inlines });
owned_struct!(Link { href, title, rel, id, inlines, span });
owned_enum!(Inline {
    Emphasis, Strong, Code, Keyboard, Sample, Variable, Superscript, Subscript, Deleted, Inserted,
    Underline, Small, Mark, Quotation, Cite, Definition, Time, Direction, Abbreviation, Ruby, Reading, Math, Link,
    FootnoteReference, Image, Text; LineBreak
});
