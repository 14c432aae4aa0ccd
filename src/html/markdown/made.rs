//! [`Made`]: the tokens that events were made into.

use std::ops::Range;

use crate::html::Tag;
use crate::html::tokenizer::{Ahead, EndTag, StartTag, Taker, Token};
use crate::span::Span;
use crate::text::Text;

/// The tokens of the events taken last, in order.
#[derive(Debug, Default)]
pub(super) struct Made<'a> {
    tokens: Vec<(One<'a>, Span)>,
    /// How many of them were taken.
    taken: usize,
}

/// A token of those that Markdown's own elements are made of.
#[derive(Debug)]
enum One<'a> {
    StartTag(Tag, Range<u32>),
    EndTag(Tag),
    Text(Text<'a>),
}

impl<'a> Made<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.taken == self.tokens.len()
    }

    /// Makes room for more, once all were taken.
    pub(super) fn clear(&mut self) {
        self.tokens.clear();
        self.taken = 0;
    }

    pub(super) fn ahead(&self) -> Ahead {
        match self.tokens.get(self.taken) {
            Some((One::StartTag(..), _)) => Ahead::StartTag,
            Some((One::EndTag(_), _)) => Ahead::EndTag,
            Some((One::Text(_), _)) => Ahead::Text,
            None => Ahead::Any,
        }
    }

    #[inline]
    pub(super) fn next_start_tag(&mut self) -> Option<(StartTag<'a>, Span)> {
        let (One::StartTag(tag, attributes), span) = self.tokens.get(self.taken)? else {
            return None;
        };
        self.taken += 1;
        let (tag, other, attributes) = (*tag, Text::default(), attributes.clone());
        Some((StartTag { tag, other, attributes, self_closing: false }, *span))
    }

    #[inline]
    pub(super) fn next_end_tag(&mut self) -> Option<(EndTag<'a>, Span)> {
        let &(One::EndTag(tag), span) = self.tokens.get(self.taken)? else { return None };
        self.taken += 1;
        Some((EndTag { tag, other: Text::default() }, span))
    }

    #[inline]
    pub(super) fn next_end_tag_of(&mut self, tag: Tag) -> Option<u32> {
        let &(One::EndTag(next), span) = self.tokens.get(self.taken)? else { return None };
        (next == tag).then(|| {
            self.taken += 1;
            span.end
        })
    }

    #[inline]
    pub(super) fn next_text(&mut self) -> Option<(Text<'a>, Span)> {
        let (One::Text(text), span) = self.tokens.get_mut(self.taken)? else { return None };
        self.taken += 1;
        Some((std::mem::take(text), *span))
    }

    pub(super) fn next(&mut self) -> Option<(Token<'a>, Span)> {
        match self.ahead() {
            Ahead::StartTag => self.next_start_tag().map(|(tag, at)| (Token::StartTag(tag), at)),
            Ahead::EndTag => self.next_end_tag().map(|(tag, at)| (Token::EndTag(tag), at)),
            Ahead::Text => self.next_text().map(|(text, at)| (Token::Text(text), at)),
            Ahead::Any => None,
        }
    }
}

impl<'a> Taker<'a> for Made<'a> {
    fn start_tag(&mut self, tag: Tag, attributes: Range<u32>, span: Span) {
        self.tokens.push((One::StartTag(tag, attributes), span));
    }

    fn end_tag(&mut self, tag: Tag, span: Span) {
        self.tokens.push((One::EndTag(tag), span));
    }

    fn text(&mut self, text: Text<'a>, span: Span) {
        self.tokens.push((One::Text(text), span));
    }

    /// One event is enough: those that follow may be given to the builder itself.
    fn is_full(&self) -> bool {
        !self.tokens.is_empty()
    }
}
