//! Categories as paths: from the widest to the narrowest.

use super::Metadata;
use super::field::is_empty;
use crate::front_matter::{Dialect, Value, ValueKind};
use crate::text::Text;

impl<'a> Metadata<'a> {
    /// The categories as paths, each from the widest to the narrowest.
    ///
    /// A list of lists is a list of paths everywhere. A plain list is one path to Hexo, and to all
    /// others so many categories beside each other.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{Dialect, Document};
    ///
    /// let document = Document::parse("---\ncategories: [Sports, Baseball]\n---\n");
    /// let metadata = document.metadata();
    /// let paths: Vec<_> = metadata.category_paths(Dialect::Common).collect();
    /// assert_eq!(paths, [["Sports"], ["Baseball"]]);
    /// let paths: Vec<_> = metadata.category_paths(Dialect::Hexo).collect();
    /// assert_eq!(paths, [["Sports", "Baseball"]]);
    /// ```
    pub fn category_paths(&self, dialect: Dialect) -> impl Iterator<Item = &[Text<'a>]> {
        let all = self.categories.len();
        let ends = &self.category_ends;
        let (paths, step) = match () {
            () if !ends.is_empty() => (ends.len(), 0),
            () if dialect.nests_categories() => (usize::from(all > 0), all),
            () => (all, 1),
        };
        let end = move |paths: usize| match paths.checked_sub(1).map(|path| ends.get(path)) {
            Some(Some(&end)) => end as usize,
            _ => paths * step,
        };
        (0..paths).map(move |at| self.categories.get(end(at)..end(at + 1)).unwrap_or_default())
    }
}

/// Where each path ends in the categories that are read from a list of lists; else nothing.
pub(super) fn ends(value: &Value<'_>) -> Vec<u32> {
    let items = value.as_list().unwrap_or_default();
    if !items.iter().any(|item| item.as_list().is_some()) {
        return Vec::new();
    }
    let lengths = items.iter().map(texts).filter(|&length| length > 0);
    let ends = lengths.scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    ends.collect()
}

/// How many categories a value names. Values nest no deeper than
/// [`Limits::value_depth`](crate::Limits::value_depth), nor does this.
fn texts(value: &Value<'_>) -> u32 {
    match &value.kind {
        _ if is_empty(value) => 0,
        ValueKind::Scalar(_) => 1,
        ValueKind::List(items) => items.iter().map(texts).sum(),
        ValueKind::Mapping(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::front_matter::Dialect;
    use crate::metadata::Metadata;

    /// The paths of categories written as JSON: in common, then in Hexo.
    #[track_caller]
    fn check(categories: &str, common: &[&[&str]], hexo: &[&[&str]]) {
        let input = format!("{{\"categories\": {categories}}}\n");
        let document = crate::Document::parse(&input);
        for (dialect, expected) in [(Dialect::Common, common), (Dialect::Hexo, hexo)] {
            let paths: Vec<_> = document.metadata().category_paths(dialect).collect();
            assert_eq!(paths, expected, "{categories} by {dialect:?}");
        }
    }

    #[test]
    fn paths_are_lists_or_what_the_dialect_says() {
        check("\"a b\"", &[&["a b"]], &[&["a b"]]);
        check("[]", &[], &[]);
        check("[\"a\", null, \"b\"]", &[&["a"], &["b"]], &[&["a", "b"]]);
        let paths: &[&[&str]] = &[&["a"], &["b", "c"], &["d"]];
        check("[\"a\", [\"b\", [\"c\"]], [], [null], [\"d\"]]", paths, paths);
        check("[[\"a\", {\"x\": 1}], {\"y\": 2}, \"b\"]", &[&["a"], &["b"]], &[&["a"], &["b"]]);
    }

    #[test]
    fn ends_beyond_the_categories_give_empty_paths() {
        let metadata = Metadata { category_ends: vec![3, 2], ..Metadata::default() };
        let paths: Vec<_> = metadata.category_paths(Dialect::Common).collect();
        assert!(paths.iter().all(|path| path.is_empty()));
    }
}
