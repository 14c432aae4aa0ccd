//! Reading a text in parts: what of it is at hand, and whether that was enough.

use std::ops::Range;

use super::{State, Tokenizer};
use crate::html::Attribute;
use crate::span::Span;

/// Where a tokenizer is between two tokens.
#[derive(Debug, Clone, Copy)]
pub(in crate::html) struct Reading<'s> {
    pub(in crate::html) position: usize,
    pub(in crate::html) state: State,
    pub(in crate::html) last_start_tag: &'s str,
}

impl<'a> Tokenizer<'a> {
    /// A tokenizer that goes on in `text`, which begins at offset 0.
    pub(in crate::html) fn resume(text: &'a str, reading: Reading<'a>, limit: u32) -> Self {
        let Reading { position, state, last_start_tag } = reading;
        Self {
            text,
            base: 0,
            position,
            state,
            last_start_tag,
            attributes: Vec::new(),
            limit: limit as usize,
            cut: Vec::new(),
            // To know would take a look at all of the text, for each token.
            has_nul: true,
            has_controls: true,
            ran_out: false,
        }
    }

    /// Goes on with `range` of `text`, in the data state.
    pub(in crate::html) fn read(&mut self, text: &'a str, range: Range<usize>) {
        self.text = text.get(..range.end).unwrap_or_default();
        self.position = range.start;
        self.state = State::Data;
        self.ran_out = false;
    }

    pub(in crate::html) fn reading(&self) -> Reading<'a> {
        Reading { position: self.position, state: self.state, last_start_tag: self.last_start_tag }
    }

    /// Whether something is left to read, or to be waited for.
    pub(in crate::html) fn is_reading(&self) -> bool {
        self.position < self.text.len() || self.state != State::Data
    }

    /// Whether a CR or NUL stands anywhere in the text.
    pub(in crate::html) fn has_controls(&self) -> bool {
        self.has_controls
    }

    /// Where the text at hand ends.
    pub(in crate::html) fn text_len(&self) -> usize {
        self.text.len()
    }

    /// Whether the text ended where something was not over: more of it would change the last token.
    pub(in crate::html) fn ran_out(&self) -> bool {
        self.ran_out
    }

    /// Gives away the attributes read so far, and the tags that had too many.
    pub(in crate::html) fn take_attributes(&mut self) -> (Vec<Attribute<'a>>, Vec<Span>) {
        (std::mem::take(&mut self.attributes), std::mem::take(&mut self.cut))
    }

    /// Takes attributes that were read elsewhere, and the tags that had too many; answers the
    /// attributes' place.
    pub(in crate::html) fn add_attributes(
        &mut self,
        attributes: impl Iterator<Item = Attribute<'a>>,
        cut: impl Iterator<Item = Span>,
    ) -> Range<u32> {
        let first = self.attributes.len() as u32;
        self.attributes.extend(attributes);
        self.cut.extend(cut);
        first..self.attributes.len() as u32
    }
}
