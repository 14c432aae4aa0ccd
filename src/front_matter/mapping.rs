//! [`Mapping`]: keys and values in the order written.

use std::collections::HashSet;
use std::slice;
use std::vec;

use super::value::Value;
use crate::owned::owned_struct;
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

owned_struct!(Entry { key, key_span, value });
owned_struct!(Mapping { entries });

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

    /// The entries, to be changed; the keys must stay distinct.
    pub(super) fn entries_mut(&mut self) -> &mut Vec<Entry<'a>> {
        &mut self.entries
    }

    /// Has plain scalars read by YAML 1.1.
    pub(super) fn set_yaml_1_1(&mut self) {
        self.entries.iter_mut().for_each(|entry| entry.value.set_yaml_1_1());
    }

    /// A mapping of `entries`, whose keys are known to be distinct.
    pub(crate) const fn of_distinct(entries: Vec<Entry<'a>>) -> Self {
        Self { entries }
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

impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.value == other.value
    }
}

impl Eq for Entry<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_each_key_is_kept() {
        for filler in [0, 20] {
            let filler =
                (0..filler).map(|n| format!(r#""f{n}": {n}"#)).collect::<Vec<_>>().join(", ");
            let filler = if filler.is_empty() { filler } else { filler + ", " };
            let json = format!(r#"{{{filler}"a": 1, "b": 2, "a": 3}}"#);
            let mapping: Mapping<'_> = serde_json::from_str(&json).unwrap();
            assert_eq!(mapping.get("a").and_then(Value::as_i64), Some(3));
            let keys: Vec<_> = mapping.iter().map(|entry| entry.key.as_str()).collect();
            assert_eq!(keys[keys.len() - 2..], ["b", "a"]);
        }
    }
}
