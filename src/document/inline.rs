//! Inlines: what stands in a line of text.

use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::figure::Image;
use super::footnote::FootnoteReference;
use super::math::Math;
use crate::owned::{IntoOwned, owned_enum, owned_struct};
use crate::span::Span;
use crate::text::Text;

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

/// A phrase: a sequence of [`Inline`]s, with its plain text.
///
/// It reads as a slice of inlines. In JSON a phrase gives its holder the member `"text"`, the plain
/// text, and, only where that does not say it all, `"inlines"`.
///
/// # Examples
///
/// ```
/// use copydesk::{Block, Document, Inline};
///
/// let document = Document::parse("<p>Read <b>this</b></p>");
/// let Block::Paragraph(paragraph) = &document.blocks()[0] else { panic!() };
/// assert_eq!(paragraph.inlines.text(), "Read this");
/// assert!(matches!(&paragraph.inlines[1], Inline::Strong(_)));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Inlines<'a>(Repr<'a>);

/// One text, by far the most frequent phrase, needs no allocation.
#[derive(Clone, PartialEq, Eq)]
enum Repr<'a> {
    One(Inline<'a>),
    Many(Box<[Inline<'a>]>),
    None,
}

const _: () = assert!(size_of::<Inlines<'_>>() <= 24);

impl<'a> Inlines<'a> {
    /// Whether the phrase is one run of text, or nothing.
    pub fn is_plain(&self) -> bool {
        matches!(self.0, Repr::One(Inline::Text(_)) | Repr::None)
    }

    /// The plain text: runs of text in order, a line break as `\n`; an image leaves nothing, not even
    /// the space before it and after it twice. Borrowed if the phrase is one run of text, in whatever
    /// style.
    ///
    /// ```
    /// let document = copydesk::Document::parse("<p><img src=a> One <img src=b> two <img src=c></p>");
    /// assert_eq!(document.blocks()[0].text(), "One two");
    /// ```
    pub fn text(&self) -> Text<'_> {
        match &self.0 {
            Repr::None => Text::default(),
            Repr::One(Inline::Text(text)) => Text::borrowed(text),
            Repr::One(Inline::LineBreak) => Text::borrowed("\n"),
            Repr::One(inline) => inline.children().map_or_else(Text::default, Self::text),
            Repr::Many(inlines) if has_image(inlines) => Text::from(self.plain().to_string()),
            Repr::Many(_) => self.verbatim(),
        }
    }

    /// The texts as they stand, as [`Inline::text_len`] counts them: for cuts at a place in them.
    pub(crate) fn verbatim(&self) -> Text<'_> {
        fn add(inlines: &[Inline<'_>], text: &mut String) {
            for inline in inlines {
                match inline {
                    Inline::Text(part) => text.push_str(part),
                    Inline::LineBreak => text.push('\n'),
                    _ => add(inline.children().map_or(&[], |inlines| inlines), text),
                }
            }
        }
        if self.is_plain() {
            return self.text();
        }
        let mut text = String::with_capacity(self.iter().map(Inline::text_len).sum());
        add(self, &mut text);
        Text::from(text)
    }

    /// The plain text as something that displays, without building a string.
    pub(crate) fn plain(&self) -> Plain<'_, 'a> {
        Plain(self)
    }

    /// A phrase of more than one inline.
    pub(crate) fn many(inlines: impl Iterator<Item = Inline<'a>>) -> Self {
        Self(Repr::Many(inlines.collect()))
    }

    pub(crate) fn into_vec(self) -> Vec<Inline<'a>> {
        match self.0 {
            Repr::None => Vec::new(),
            Repr::One(inline) => vec![inline],
            Repr::Many(inlines) => inlines.into_vec(),
        }
    }
}

impl Default for Inlines<'_> {
    fn default() -> Self {
        Self(Repr::None)
    }
}

impl<'a> From<Vec<Inline<'a>>> for Inlines<'a> {
    fn from(mut inlines: Vec<Inline<'a>>) -> Self {
        Self(match inlines.len() {
            0 => Repr::None,
            1 => inlines.pop().map_or(Repr::None, Repr::One),
            _ => Repr::Many(inlines.into_boxed_slice()),
        })
    }
}

impl<'a> From<Inline<'a>> for Inlines<'a> {
    fn from(inline: Inline<'a>) -> Self {
        Self(Repr::One(inline))
    }
}

impl<'a> Deref for Inlines<'a> {
    type Target = [Inline<'a>];

    fn deref(&self) -> &[Inline<'a>] {
        match &self.0 {
            Repr::None => &[],
            Repr::One(inline) => std::slice::from_ref(inline),
            Repr::Many(inlines) => inlines,
        }
    }
}

impl<'s, 'a> IntoIterator for &'s Inlines<'a> {
    type Item = &'s Inline<'a>;
    type IntoIter = std::slice::Iter<'s, Inline<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for Inlines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

fn has_image(inlines: &[Inline<'_>]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Image(_) => true,
        inline => inline.children().is_some_and(|inlines| has_image(inlines)),
    })
}

/// The plain text of a phrase.
pub(crate) struct Plain<'s, 'a>(&'s [Inline<'a>]);

impl fmt::Display for Plain<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Pen { out: f, begun: false, held: false, image: false }.write(self.0)
    }
}

/// Writes texts as if there were no images between them: where an image stood between two spaces, one
/// is written, and none at the ends.
struct Pen<'f, 'b> {
    out: &'f mut fmt::Formatter<'b>,
    begun: bool,
    /// Whether a space stands before the image, which is written if a text follows.
    held: bool,
    /// Whether an image stands after the last text.
    image: bool,
}

impl Pen<'_, '_> {
    fn write(&mut self, inlines: &[Inline<'_>]) -> fmt::Result {
        for (at, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Text(text) if text.ends_with(' ') => {
                    let is_before = inlines.get(at + 1).is_some_and(Inline::begins_with_image);
                    self.write_text(if is_before { &text[..text.len() - 1] } else { text })?;
                    self.held |= is_before;
                }
                Inline::Text(text) => self.write_text(text)?,
                Inline::LineBreak => self.write_text("\n")?,
                Inline::Image(_) => self.image = true,
                _ => self.write(inline.children().map_or(&[], |inlines| inlines))?,
            }
        }
        Ok(())
    }

    fn write_text(&mut self, mut text: &str) -> fmt::Result {
        if std::mem::take(&mut self.image) {
            let is_held = std::mem::take(&mut self.held);
            if is_held || !self.begun {
                text = text.strip_prefix(' ').unwrap_or(text);
            }
            if is_held && text.is_empty() {
                self.held = true;
            } else if is_held && self.begun {
                self.out.write_str(" ")?;
            }
        }
        self.begun |= !text.is_empty();
        self.out.write_str(text)
    }
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
}

impl<'a> Inline<'a> {
    /// The length of the plain text, in bytes.
    pub(crate) fn text_len(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::LineBreak => 1,
            _ => self.children().map_or(0, |inlines| inlines.iter().map(Self::text_len).sum()),
        }
    }

    /// Whether an image is the first thing in it.
    fn begins_with_image(&self) -> bool {
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

impl Serialize for Inlines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &PlainText(self))?;
        if !self.is_plain() {
            map.serialize_entry("inlines", &**self)?;
        }
        map.end()
    }
}

struct PlainText<'s, 'a>(&'s Inlines<'a>);

impl Serialize for PlainText<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.0 {
            Repr::One(Inline::Text(text)) => serializer.serialize_str(text),
            _ => serializer.collect_str(&self.0.plain()),
        }
    }
}

#[derive(serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Phrase<'a> {
    #[serde(default)]
    text: Text<'a>,
    #[serde(default)]
    inlines: Vec<Inline<'a>>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Inlines<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let phrase = Phrase::deserialize(deserializer)?;
        Ok(match phrase {
            Phrase { text, inlines } if inlines.is_empty() && !text.is_empty() => {
                Self::from(Inline::Text(text))
            }
            Phrase { inlines, .. } => Self::from(inlines),
        })
    }
}

impl IntoOwned for Inlines<'_> {
    type Owned = Inlines<'static>;
    fn owned(self) -> Inlines<'static> {
        Inlines::from(self.into_vec().owned())
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
