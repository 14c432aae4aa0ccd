//! YAML front matter, from its text to a mapping.
//!
//! ```text
//! raw ──plain (nom)──▶ mapping                        the same as by events, or no answer
//!        │ not mine
//!        ▼
//!      events (granit-parser)──▶ mapping
//!        │ a syntax error
//!        ▼
//!      repair: top-level blocks, read one by one; a broken one is raw text
//! ```

mod collections;
mod context;
mod events;
mod places;
mod plain;
mod repair;
mod scalars;

use self::context::{Budget, Context};
use self::events::Root;
use self::places::Places;
use super::mapping::Mapping;
use super::notes::Notes;
use super::{Raw, Reading};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::limits::Limits;

/// Reads YAML. Total: what cannot be read is repaired, with diagnostics.
pub(super) fn read<'a>(
    raw: Raw<'a>,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Reading<'a> {
    let mut notes = Notes::new(limits.diagnostics);
    let root = fast(raw, limits, &mut notes).unwrap_or_else(|| document(raw, limits, &mut notes));
    finish(root, raw, notes, diagnostics)
}

/// A test's door: what the fast way and the events' way make of a text; `None` where the fast way
/// declines.
#[doc(hidden)]
pub fn ways(text: &str) -> Option<[(Mapping<'_>, Vec<Diagnostic>); 2]> {
    let (raw, limits) = (Raw { text, base: 0 }, Limits::new());
    let notes = || Notes::new(limits.diagnostics);
    let answer = |root, notes| {
        let mut diagnostics = Diagnostics::new(limits.diagnostics);
        let mapping = match finish(root, raw, notes, &mut diagnostics) {
            Reading::Mapping(mapping) => mapping,
            Reading::NotAMapping | Reading::Unreadable => Mapping::default(),
        };
        (mapping, diagnostics.finish(text))
    };
    let (mut fast_notes, mut slow_notes) = (notes(), notes());
    let fast = fast(raw, &limits, &mut fast_notes)?;
    let slow = document(raw, &limits, &mut slow_notes);
    Some([answer(fast, fast_notes), answer(slow, slow_notes)])
}

fn finish<'a>(
    root: Root<'a>,
    raw: Raw<'a>,
    mut notes: Notes,
    diagnostics: &mut Diagnostics,
) -> Reading<'a> {
    let reading = match root {
        Root::Empty => Reading::Mapping(Mapping::default()),
        Root::Entries(entries) => Reading::Mapping(events::distinct(entries, &mut notes)),
        Root::Other => {
            not_a_mapping(raw, &mut notes);
            Reading::NotAMapping
        }
    };
    notes.finish(diagnostics);
    reading
}

/// The fast way's answer; where it has none, it leaves no notes.
fn fast<'a>(raw: Raw<'a>, limits: &Limits, notes: &mut Notes) -> Option<Root<'a>> {
    let mark = notes.mark();
    let root = plain::document(raw, limits, notes);
    if root.is_none() {
        notes.back_to(mark);
    }
    root
}

fn document<'a>(raw: Raw<'a>, limits: &Limits, notes: &mut Notes) -> Root<'a> {
    let context = || Context::new(Budget::new(limits, raw.text), raw.text.contains('*'));
    let mark = notes.mark();
    let mut whole = context();
    if let Ok(root) = whole.document(raw.text, &Places::at(raw.base), notes) {
        whole.finish(notes);
        return root;
    }
    notes.back_to(mark);
    let mut parts = context();
    let root = repair::blocks(raw, &mut parts, notes);
    parts.finish(notes);
    root
}

fn not_a_mapping(raw: Raw<'_>, notes: &mut Notes) {
    let message = if lacks_space(raw.text) {
        "front matter is not a mapping of keys to values: a key's colon needs a space after it"
    } else {
        "front matter is not a mapping of keys to values"
    };
    notes.push(Code::NotAMapping, raw.span(), message);
    if let Some(at) = raw.text.find(FULL_WIDTH_COLON) {
        let colon = raw.part(at..at + FULL_WIDTH_COLON.len_utf8());
        let message = "the full-width colon `：` ends no key; write `: `";
        notes.push(Code::FullWidthColon, colon.span(), message);
    }
}

const FULL_WIDTH_COLON: char = '：';

/// `title:x`, but not `https://…`.
fn lacks_space(text: &str) -> bool {
    let is_key = |key: &str| !key.is_empty() && !key.contains(char::is_whitespace);
    text.trim_start().split_once(':').is_some_and(|(key, rest)| {
        is_key(key) && !rest.starts_with("//") && !rest.starts_with(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests;
