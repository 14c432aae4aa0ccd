//! The tree of values: [`Mapping`] and [`Value`].

use std::collections::HashSet;
use std::slice;
use std::vec;

use super::scalar::{Resolved, Scalar};
use crate::owned::{owned_enum, owned_struct};
use crate::span::Span;
use crate::text::Text;

/// The keys and values of front matter, in the order written.
///
/// A key stands here once: of duplicates the last wins, in its own place. Mappings are equal when
/// they say the same in the same order, wherever and in whatever quotes it was written.
///
/// # Examples
///
/// ```
/// use copydesk::Mapping;
///
/// let mapping: Mapping = serde_json::from_str(r#"{"title": "x", "author": {"name": ["y"]}}"#)?;
/// assert_eq!(mapping.get("title").and_then(|title| title.as_str()), Some("x"));
/// assert_eq!(mapping.path("author.name.0").and_then(|name| name.as_str()), Some("y"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping<'a> {
    entries: Vec<Entry<'a>>,
}

/// One key with its value.
///
/// Entries are equal when key and value are, whatever their places.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The key.
    pub key: Text<'a>,
    /// The place of the key, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Value<'a>,
}

/// A value of front matter with its place.
///
/// What a scalar means is decided when it is asked for, so nothing is lost by reading: `1.10` is the
/// number 1.1 to [`as_f64`](Self::as_f64) and the version `1.10` to [`text`](Self::text). Values are
/// equal when they mean the same, whatever their places and quotes.
///
/// # Examples
///
/// ```
/// use copydesk::{Mapping, Resolved};
///
/// let mapping: Mapping = serde_json::from_str(r#"{"weight": 7, "draft": "yes", "v": "7"}"#)?;
/// let (weight, draft) = (mapping.get("weight").unwrap(), mapping.get("draft").unwrap());
/// assert_eq!((weight.as_i64(), weight.as_str(), weight.text()), (Some(7), None, Some("7")));
/// assert_eq!((draft.as_bool(), draft.as_flag()), (None, Some(true)));
/// assert_eq!(mapping.get("v").unwrap().resolve(), Some(Resolved::Str("7")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Value<'a> {
    /// What it is.
    pub kind: ValueKind<'a>,
    /// Its place, quotes and brackets included.
    pub span: Span,
}

/// What a [`Value`] is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ValueKind<'a> {
    /// A single text, number, truth value, date or nothing; see [`Scalar`].
    Scalar(Scalar<'a>),
    /// A list.
    List(Vec<Value<'a>>),
    /// A mapping.
    Mapping(Mapping<'a>),
}

owned_struct!(Value { kind, span });
owned_struct!(Entry { key, key_span, value });
owned_struct!(Mapping { entries });
owned_enum!(ValueKind { Scalar, List, Mapping; });

impl<'a> Mapping<'a> {
    /// The number of keys.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of `key`. Looks at the keys in turn; upper and lower case differ.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.entries.iter().find(|entry| entry.key == *key).map(|entry| &entry.value)
    }

    /// The value at a path of keys and list indexes parted by dots: `author.links.0`.
    ///
    /// A key that holds a dot cannot be reached this way.
    pub fn path(&self, path: &str) -> Option<&Value<'a>> {
        match path.split_once('.') {
            Some((key, rest)) => self.get(key)?.path(rest),
            None => self.get(path),
        }
    }

    /// The entries in order.
    pub fn iter(&self) -> slice::Iter<'_, Entry<'a>> {
        self.entries.iter()
    }

    /// The entries in order, as a slice.
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The entries in order, taken out.
    pub fn into_entries(self) -> Vec<Entry<'a>> {
        self.entries
    }

    /// A mapping of `entries`, of which the last of each key is kept. `duplicate` is told each entry
    /// that is not.
    pub(crate) fn from_entries(
        mut entries: Vec<Entry<'a>>,
        mut duplicate: impl FnMut(&Entry<'a>),
    ) -> Self {
        if let Some(keep) = last_of_each_key(&entries) {
            let mut keep = keep.into_iter();
            entries.retain(|entry| {
                let keep = keep.next().unwrap_or(true);
                if !keep {
                    duplicate(entry);
                }
                keep
            });
        }
        Self { entries }
    }
}

/// For each entry whether it is the last of its key; `None` if no key stands twice.
fn last_of_each_key(entries: &[Entry<'_>]) -> Option<Vec<bool>> {
    /// Up to here, comparing all with all is quicker than hashing.
    const FEW: usize = 8;
    if entries.len() <= FEW {
        let twice = |(at, entry): (usize, &Entry<'_>)| {
            entries[at + 1..].iter().any(|later| later.key == entry.key)
        };
        if !entries.iter().enumerate().any(twice) {
            return None;
        }
    }
    let mut seen = HashSet::with_capacity(entries.len());
    let mut keep: Vec<bool> =
        entries.iter().rev().map(|entry| seen.insert(entry.key.as_str())).collect();
    keep.reverse();
    (seen.len() < entries.len()).then_some(keep)
}

impl<'a> IntoIterator for Mapping<'a> {
    type Item = Entry<'a>;
    type IntoIter = vec::IntoIter<Entry<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'m, 'a> IntoIterator for &'m Mapping<'a> {
    type Item = &'m Entry<'a>;
    type IntoIter = slice::Iter<'m, Entry<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> Value<'a> {
    /// What a scalar means: nothing, a truth value, a number or text; `None` for a list or mapping.
    ///
    /// YAML is read by the core schema of YAML 1.2, in which `yes` and `2021-10-10` are text.
    pub fn resolve(&self) -> Option<Resolved<'_>> {
        self.as_scalar().map(Scalar::resolve)
    }

    /// The text, if this is text and nothing else: quoted, or plain without another meaning.
    pub fn as_str(&self) -> Option<&str> {
        match self.resolve() {
            Some(Resolved::Str(text)) => Some(text),
            _ => None,
        }
    }

    /// The text of any scalar as it was written, escapes decoded; `None` for a list or mapping.
    pub fn text(&self) -> Option<&str> {
        self.as_scalar().map(|scalar| scalar.text.as_str())
    }

    /// The truth value: `true` or `false` without quotes.
    pub fn as_bool(&self) -> Option<bool> {
        match self.resolve() {
            Some(Resolved::Bool(value)) => Some(value),
            _ => None,
        }
    }

    /// The truth value as people write it: also `yes`, `no`, `on`, `off`, in any case and quotes.
    pub fn as_flag(&self) -> Option<bool> {
        let text = self.text()?;
        let is = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
        match () {
            () if is(["true", "yes", "on"]) => Some(true),
            () if is(["false", "no", "off"]) => Some(false),
            () => None,
        }
    }

    /// The integer, if this is one that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self.resolve() {
            Some(Resolved::Int(value)) => i64::try_from(value).ok(),
            _ => None,
        }
    }

    /// The number, integers included, as near as a float comes to it.
    #[allow(clippy::cast_precision_loss)] // said in the doc
    pub fn as_f64(&self) -> Option<f64> {
        match self.resolve() {
            Some(Resolved::Int(value)) => Some(value as f64),
            Some(Resolved::Float(value)) => Some(value),
            _ => None,
        }
    }

    /// Whether this is nothing: `null`, `~` or no text at all.
    pub fn is_null(&self) -> bool {
        matches!(self.resolve(), Some(Resolved::Null))
    }

    /// The scalar, if this is one.
    pub const fn as_scalar(&self) -> Option<&Scalar<'a>> {
        match &self.kind {
            ValueKind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The items, if this is a list.
    pub fn as_list(&self) -> Option<&[Value<'a>]> {
        match &self.kind {
            ValueKind::List(items) => Some(items),
            _ => None,
        }
    }

    /// The mapping, if this is one.
    pub const fn as_mapping(&self) -> Option<&Mapping<'a>> {
        match &self.kind {
            ValueKind::Mapping(mapping) => Some(mapping),
            _ => None,
        }
    }

    /// The value of `key`, if this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.as_mapping()?.get(key)
    }

    /// The value at a path of keys and list indexes parted by dots; see [`Mapping::path`].
    pub fn path(&self, path: &str) -> Option<&Value<'a>> {
        path.split('.').try_fold(self, |value, step| match &value.kind {
            ValueKind::Mapping(mapping) => mapping.get(step),
            ValueKind::List(items) => items.get(step.parse::<usize>().ok()?),
            ValueKind::Scalar(_) => None,
        })
    }

    /// Its place, quotes and brackets included.
    pub const fn span(&self) -> Span {
        self.span
    }
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (ValueKind::Scalar(a), ValueKind::Scalar(b)) => a.resolve() == b.resolve(),
            (ValueKind::List(a), ValueKind::List(b)) => a == b,
            (ValueKind::Mapping(a), ValueKind::Mapping(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Value<'_> {}

impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.value == other.value
    }
}

impl Eq for Entry<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(json: &str) -> Mapping<'_> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn the_last_of_each_key_is_kept() {
        for filler in [0, 20] {
            let filler =
                (0..filler).map(|n| format!(r#""f{n}": {n}"#)).collect::<Vec<_>>().join(", ");
            let filler = if filler.is_empty() { filler } else { filler + ", " };
            let json = format!(r#"{{{filler}"a": 1, "b": 2, "a": 3}}"#);
            let mapping = mapping(&json);
            assert_eq!(mapping.get("a").and_then(Value::as_i64), Some(3));
            let keys: Vec<_> = mapping.iter().map(|entry| entry.key.as_str()).collect();
            assert_eq!(keys[keys.len() - 2..], ["b", "a"]);
        }
    }

    #[test]
    fn paths_go_through_mappings_and_lists() {
        let mapping = mapping(r#"{"a": {"b": [1, {"c": 2}]}, "s": "x"}"#);
        let at = |path| mapping.path(path).and_then(Value::as_i64);
        assert_eq!(at("a.b.0"), Some(1));
        assert_eq!(at("a.b.1.c"), Some(2));
        for path in ["", ".", "a.", "a.b.2", "a.b.x", "s.x", "a..b", "nope"] {
            assert!(mapping.path(path).is_none(), "{path}");
        }
    }

    #[test]
    fn equality_is_of_meaning() {
        assert_eq!(mapping(r#"{"a": 1.50}"#), mapping(r#" {"a" : 1.5}"#));
        assert_ne!(mapping(r#"{"a": 1}"#), mapping(r#"{"a": "1"}"#));
        assert_ne!(mapping(r#"{"a": 1, "b": 2}"#), mapping(r#"{"b": 2, "a": 1}"#));
    }

    #[test]
    fn flags_are_as_people_write_them() {
        let mapping = mapping(r#"{"t": ["true", true, "Yes", "ON"], "f": [false, "no", "Off"]}"#);
        let flags = |key| -> Vec<_> {
            mapping.get(key).unwrap().as_list().unwrap().iter().map(Value::as_flag).collect()
        };
        assert_eq!(flags("t"), [Some(true); 4]);
        assert_eq!(flags("f"), [Some(false); 3]);
    }
}
