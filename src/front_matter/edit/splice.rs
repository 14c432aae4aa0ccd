//! [`Splice`]: a part of the text that becomes another one.

use std::ops::Range;

use crate::span::Span;

/// What stands at `range` becomes `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    pub(super) fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    pub(super) fn delete(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }
}

/// `source` with all of `splices` done; `None` if they overlap or do not lie on characters.
pub(super) fn splice(source: &str, splices: &mut [Splice]) -> Option<String> {
    // At one place, what is put in comes first, in the order in which it was planned.
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let more: usize = splices.iter().map(|splice| splice.text.len()).sum();
    let mut text = String::with_capacity(source.len() + more);
    let mut at = 0;
    for splice in splices {
        text.push_str(source.get(at..splice.range.start)?);
        text.push_str(&splice.text);
        at = splice.range.end;
    }
    text.push_str(source.get(at..)?);
    Some(text)
}

/// Where a place of the text after `splices`, which are in order, stood before them.
pub(super) fn place_before(splices: &[Splice], place: Span) -> Span {
    let before = |offset: u32| {
        let (mut removed, mut inserted) = (0, 0);
        for Splice { range, text } in splices {
            let start = range.start - removed + inserted;
            if (offset as usize) < start {
                break;
            }
            if (offset as usize) < start + text.len() {
                return range.start as u32;
            }
            removed += range.len();
            inserted += text.len();
        }
        (offset as usize + removed - inserted) as u32
    };
    Span::new(before(place.start), before(place.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splices_are_done_in_order_and_undone_for_places() {
        let mut splices =
            [Splice::insert(4, "+"), Splice::delete(0..1), Splice::replace(3..4, "XYZ")];
        assert_eq!(splice("abcdef", &mut splices).as_deref(), Some("bcXYZ+ef"));
        let place = |at| place_before(&splices, Span::at(at)).start;
        assert_eq!([0, 1, 2, 4, 5, 6, 7].map(place), [1, 2, 3, 3, 4, 4, 5]);
        assert_eq!(splice("abc", &mut [Splice::delete(0..2), Splice::delete(1..3)]), None);
    }
}
