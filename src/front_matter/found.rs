//! [`Found`]: the front matter of an input, if what stands between the fences is some.

use super::{Dialect, FrontMatter, Mapping, Reading, Split, read, split_with};
use crate::diagnostic::Diagnostics;
use crate::limits::Limits;

/// The front matter of an input and the body after it.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// The parts by the fences alone.
    pub(crate) split: Split<'a>,
    pub(crate) front_matter: Option<FrontMatter<'a>>,
    /// Its keys and values; `None` where there is none, or it cannot be read.
    pub(crate) values: Option<Mapping<'a>>,
    pub(crate) body: &'a str,
}

/// Looks for the front matter of `input`. If what stands between the fences is no mapping it is no
/// front matter, and all of the input is the body.
pub(crate) fn find<'a>(
    input: &'a str,
    dialect: Dialect,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Found<'a> {
    let split = split_with(input, dialect, diagnostics);
    let none = |body| Found { split, front_matter: None, values: None, body };
    let all = &input[split.bom.len()..];
    let Some(front_matter) = FrontMatter::locate(input, &split, dialect) else {
        return none(split.body);
    };
    let unopened = split.front_matter.is_some_and(|fenced| fenced.is_unopened());
    let mark = diagnostics.mark();
    let reading = read(&front_matter, limits, diagnostics);
    if unopened && reading.has_no_keys() {
        // Without an opening fence nothing says that front matter was meant: no word on it.
        diagnostics.back_to(mark);
        return none(all);
    }
    let values = match reading {
        Reading::NotAMapping => return none(all),
        Reading::Unreadable => None,
        Reading::Mapping(mapping) => Some(mapping),
    };
    Found { split, front_matter: Some(front_matter), values, body: split.body }
}
