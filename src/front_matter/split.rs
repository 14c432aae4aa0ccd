//! From the input to its two texts: front matter and body.

use super::Format;
use crate::diagnostic::Diagnostics;

/// The parts of an input. Joined in order they are the input again, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Split<'a> {
    /// A byte order mark, or nothing.
    pub bom: &'a str,
    /// The blank lines before the opening fence; nothing where there is no front matter.
    pub blank: &'a str,
    /// The front matter, where there is one.
    pub front_matter: Option<Fenced<'a>>,
    /// Everything else. Begins right after the closing fence's one line end; never trimmed.
    pub body: &'a str,
}

/// Front matter and its fences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fenced<'a> {
    /// The opening fence, its line end included; empty for JSON in braces.
    pub opening: &'a str,
    /// The language, by the fence.
    pub format: Format,
    /// The text between the fences; for JSON in braces, from brace to brace.
    pub raw: &'a str,
    /// The closing fence, its line end included; for JSON in braces, the rest of the brace's line.
    pub closing: &'a str,
}

/// Whose rules hold where site generators disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Dialect {
    /// What all agree on, and the reading that loses least where they do not.
    #[default]
    Common,
    /// Hexo: front matter may stand without an opening fence.
    Hexo,
}

/// Splits an input into front matter and body. Copies nothing, allocates nothing.
pub fn split(input: &str) -> Split<'_> {
    split_with(input, Dialect::Common, &mut Diagnostics::new(0))
}

pub(crate) fn split_with<'a>(
    input: &'a str,
    _dialect: Dialect,
    _diagnostics: &mut Diagnostics,
) -> Split<'a> {
    Split { bom: "", blank: "", front_matter: None, body: input }
}
