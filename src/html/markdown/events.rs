//! [`Events`]: what pulldown-cmark reads.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser};

use super::SYNTAX;
use super::expand::{Placed, Seen};
use super::fast::{Direct, Fast, Reached, Read};
use super::pen::TokenPen;
use super::pulldown::syntax_of;
use super::writer::Writer;
use crate::html::tokenizer::Taker;

/// The events of a text.
pub(in crate::html) struct Events<'a> {
    rest: Rest<'a>,
    /// What was read before it was asked for.
    ahead: VecDeque<Placed<'a>>,
}

/// The events to come.
enum Rest<'a> {
    Fast(Fast<'a>),
    Parsed(OffsetIter<'a>),
}

impl<'a> Events<'a> {
    /// The events of a text: by pulldown-cmark alone, or what it takes by the [fast](super::fast) way.
    pub(in crate::html) fn new(text: &'a str, syntax: Options, may_be_fast: bool) -> Self {
        let syntax = syntax_of(text, syntax);
        match may_be_fast.then(|| Fast::new(text, syntax)).flatten() {
            Some(fast) => Self::to_come(Rest::Fast(fast)),
            None => Self::to_come(Rest::Parsed(Parser::new_ext(text, syntax).into_offset_iter())),
        }
    }

    const fn to_come(rest: Rest<'a>) -> Self {
        Self { rest, ahead: VecDeque::new() }
    }

    /// Whether the fast way reads them: then the text holds no NUL and no CR.
    pub(super) const fn is_fast(&self) -> bool {
        matches!(self.rest, Rest::Fast(_))
    }

    pub(super) fn put_back(&mut self, event: Event<'a>, range: Range<usize>) {
        self.ahead.push_front((event, range));
    }

    /// Looks at the events of the blocks that hold these places, which are in order, and at others. All
    /// of them are still to come.
    pub(super) fn look(&mut self, places: impl Iterator<Item = Range<usize>>, seen: &mut Seen<'a>) {
        if let Rest::Fast(fast) = &mut self.rest {
            if fast.look(places, seen) {
                return;
            }
            seen.clear();
            self.rest = Rest::Parsed(Parser::new_ext(fast.text(), SYNTAX).into_offset_iter());
        }
        let Rest::Parsed(all) = &mut self.rest else { return };
        // About as many as there are in texts of the wild.
        self.ahead.reserve(seen.text.len() / 16);
        for (event, at) in all {
            seen.see(&event, &at);
            self.ahead.push_back((event, at));
        }
    }

    /// Writes the next block, if the fast way reads it and may write it at once.
    #[inline]
    pub(super) fn write_fast<'t>(
        &mut self,
        writer: &mut Writer<'a>,
        pen: &mut TokenPen<'_, 't, 'a, impl Taker<'t>>,
    ) -> bool {
        let Rest::Fast(fast) = &mut self.rest else { return false };
        if !self.ahead.is_empty() || !fast.is_direct() {
            return false;
        }
        match fast.read(&mut Direct { writer, pen }) {
            Read::More => true,
            Read::All => false,
            Read::UpTo(place) => {
                self.go_on(place);
                false
            }
        }
    }

    /// The next event of those to come.
    fn next_to_come(&mut self) -> Option<Placed<'a>> {
        loop {
            let fast = match &mut self.rest {
                Rest::Fast(fast) => fast,
                Rest::Parsed(events) => return events.next(),
            };
            match fast.read(&mut self.ahead) {
                Read::More => {}
                Read::All => return None,
                Read::UpTo(place) => self.go_on(place),
            }
            if let Some(event) = self.ahead.pop_front() {
                return Some(event);
            }
        }
    }

    /// Goes on with pulldown-cmark where the fast way ended.
    #[cold]
    fn go_on(&mut self, Reached { at, begun }: Reached) {
        let Rest::Fast(fast) = &self.rest else { return };
        // The fast way reads no text that has to be read with another.
        let mut rest = Parser::new_ext(fast.text(), SYNTAX).into_offset_iter();
        self.ahead.extend(rest.by_ref().filter(|(_, range)| range.start >= at).nth(begun));
        self.rest = Rest::Parsed(rest);
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Placed<'a>;

    #[inline]
    fn next(&mut self) -> Option<Placed<'a>> {
        match &mut self.rest {
            Rest::Parsed(events) if self.ahead.is_empty() => events.next(),
            _ => self.ahead.pop_front().or_else(|| self.next_to_come()),
        }
    }
}
