//! [`Inlines`]: a phrase, its plain text and its JSON.

use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Inline;
use crate::owned::IntoOwned;
use crate::text::Text;

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

    /// A phrase of all of `inlines`, whose vector is left for the next one.
    pub(crate) fn taken(inlines: &mut Vec<Inline<'a>>) -> Self {
        if inlines.len() < 2 {
            return inlines.pop().map_or_else(Self::default, Self::from);
        }
        let mut all = Vec::with_capacity(inlines.len());
        all.append(inlines);
        Self(Repr::Many(all.into_boxed_slice()))
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
