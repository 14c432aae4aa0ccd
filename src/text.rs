//! [`Text`]: a string that borrows from the source unless it differs from it.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

/// A string that borrows from the source `'a` and owns only what differs from it.
///
/// It is a [`Cow`] that serde can borrow anywhere: `Option<Cow<str>>` and `Vec<Cow<str>>` copy
/// silently when they are read, `Option<Text>` and `Vec<Text>` do not.
///
/// # Examples
///
/// ```
/// use copydesk::Text;
///
/// let text = Text::from("headline");
/// assert!(text.is_borrowed());
/// assert_eq!(text, "headline");
/// assert_eq!(text.len(), 8); // a `Text` is a `str`
/// ```
#[derive(Clone)]
pub struct Text<'a>(Cow<'a, str>);

impl<'a> Text<'a> {
    /// A text that borrows `text`.
    pub const fn borrowed(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The text as a slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is a slice of the source, not a copy.
    pub const fn is_borrowed(&self) -> bool {
        matches!(self.0, Cow::Borrowed(_))
    }

    /// The slice of the source, for as long as the source lives; `None` if the text is owned.
    pub const fn as_borrowed(&self) -> Option<&'a str> {
        match self.0 {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    /// A part of the text; borrowed if the text is.
    ///
    /// `range` must lie on `char` boundaries; the answer is empty otherwise.
    pub(crate) fn part(&self, range: std::ops::Range<usize>) -> Self {
        match &self.0 {
            Cow::Borrowed(text) => Self::borrowed(text.get(range).unwrap_or_default()),
            Cow::Owned(text) => Self::from(text.get(range).unwrap_or_default().to_owned()),
        }
    }

    /// Drops the white space at the start.
    pub(crate) fn trim_start_in_place(&mut self) {
        let start = self.len() - self.trim_start().len();
        if start > 0 {
            *self = self.part(start..self.len());
        }
    }

    /// Drops the white space at the end.
    pub(crate) fn trim_end_in_place(&mut self) {
        let end = self.trim_end().len();
        if end < self.len() {
            *self = self.part(0..end);
        }
    }

    /// The text without its lifetime; copies it if it is borrowed.
    pub fn into_owned(self) -> Text<'static> {
        Text(Cow::Owned(self.0.into_owned()))
    }

    /// The text as a `String`; copies it if it is borrowed.
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }
}

/// `str::floor_char_boundary`, which this crate's oldest compiler does not have.
#[cfg(any(feature = "json", feature = "markdown"))]
pub(crate) fn floor_boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

impl Default for Text<'_> {
    fn default() -> Self {
        Self::borrowed("")
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Text<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self(text)
    }
}

impl<'a> From<Text<'a>> for Cow<'a, str> {
    fn from(text: Text<'a>) -> Self {
        text.0
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text<'_> {}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for Text<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text::borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text::from(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Text<'de>, E> {
        Ok(Text::from(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_borrows_inside_option_and_vec() {
        let json = String::from(r#"["plain", "with \"escape\"", null]"#);
        let texts: Vec<Option<Text<'_>>> = serde_json::from_str(&json).unwrap();
        let borrowed: Vec<_> = texts.iter().flatten().map(Text::is_borrowed).collect();
        assert_eq!(borrowed, [true, false]);
    }
}
