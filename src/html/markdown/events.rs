//! [`Events`]: what pulldown-cmark reads.

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options};

use super::expand::Placed;
use super::pulldown::parser;

/// The events, and one that was read too far.
pub(super) struct Events<'a> {
    rest: Rest<'a>,
    ahead: Option<Placed<'a>>,
}

/// The events to come.
#[expect(clippy::large_enum_variant, reason = "there is one of them at a time")]
enum Rest<'a> {
    Parsed(OffsetIter<'a>),
    /// They were looked at before.
    Seen(std::vec::IntoIter<Placed<'a>>),
}

impl<'a> Events<'a> {
    pub(super) fn new(text: &'a str, syntax: Options) -> Self {
        Self { rest: Rest::Parsed(parser(text, syntax).into_offset_iter()), ahead: None }
    }

    pub(super) fn of(seen: Vec<Placed<'a>>) -> Self {
        Self { rest: Rest::Seen(seen.into_iter()), ahead: None }
    }

    pub(super) fn next(&mut self) -> Option<Placed<'a>> {
        if self.ahead.is_some() {
            return self.ahead.take();
        }
        match &mut self.rest {
            Rest::Parsed(events) => events.next(),
            Rest::Seen(events) => events.next(),
        }
    }

    pub(super) fn put_back(&mut self, event: Event<'a>, range: Range<usize>) {
        self.ahead = Some((event, range));
    }
}
