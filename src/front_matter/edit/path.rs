//! [`ValuePath`]: the way to a value, through keys and list indexes.

use std::fmt;

use crate::text::Text;

/// The way to a value of front matter: keys and, in lists, indexes counted from 0.
///
/// Written with dots as [`Mapping::path`](crate::Mapping::path) reads it; made of its steps where a key
/// holds a dot itself.
///
/// # Examples
///
/// ```
/// use copydesk::ValuePath;
///
/// let path = ValuePath::from("extra.links.0");
/// assert_eq!(path, ValuePath::from(["extra", "links", "0"]));
/// assert_eq!(path.to_string(), "extra.links.0");
/// assert_eq!(ValuePath::from(["v1.2", "name"]).steps().len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ValuePath<'p>(Vec<Text<'p>>);

impl<'p> ValuePath<'p> {
    /// The keys and indexes in order.
    pub fn steps(&self) -> &[Text<'p>] {
        &self.0
    }

    /// The first `length` steps.
    pub(super) fn first(&self, length: usize) -> Self {
        Self(self.0[..length].to_vec())
    }

    /// The path less its last step, and that step; `None` for the root.
    pub(super) fn split_last(&self) -> Option<(Self, &Text<'p>)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last))
    }

    /// The path of the mapping that holds all others.
    pub(super) const fn root() -> Self {
        Self(Vec::new())
    }
}

impl<'p> From<&'p str> for ValuePath<'p> {
    fn from(path: &'p str) -> Self {
        Self(path.split('.').map(Text::borrowed).collect())
    }
}

impl From<String> for ValuePath<'_> {
    fn from(path: String) -> Self {
        Self(path.split('.').map(|step| Text::from(step.to_owned())).collect())
    }
}

impl<'p, const N: usize> From<[&'p str; N]> for ValuePath<'p> {
    fn from(steps: [&'p str; N]) -> Self {
        steps.into_iter().collect()
    }
}

impl<'p, T: Into<Text<'p>>> FromIterator<T> for ValuePath<'p> {
    fn from_iter<I: IntoIterator<Item = T>>(steps: I) -> Self {
        Self(steps.into_iter().map(Into::into).collect())
    }
}

/// With dots between the steps.
impl fmt::Display for ValuePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            let dot = if at > 0 { "." } else { "" };
            write!(f, "{dot}{step}")?;
        }
        Ok(())
    }
}
