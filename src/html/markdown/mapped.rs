//! [`Mapped`]: the tokens of an [expanded](super::expand) text, each at its place in the source.

use pulldown_cmark::Options;

use super::Markdown;
use super::events::Events;
use super::expand::{Expanded, Placed};
use super::pen::Place;
use crate::html::tokenizer::{Doctype, EndTag, StartTag, State, Token, Tokens};
use crate::html::{Attribute, Tag};
use crate::span::Span;
use crate::text::Text;

/// Reads an expanded text; its tokens borrow from the source, of lifetime `'a`.
pub(in crate::html) struct Mapped<'a, 'e> {
    tokens: Markdown<'e>,
    expanded: &'e Expanded<'e>,
    source: Place<'a>,
    attributes: Vec<Attribute<'a>>,
    cut: Vec<Span>,
}

impl<'a, 'e> Mapped<'a, 'e> {
    /// The tokens of `source`, which begins at offset `base` and was expanded. A tag keeps `limit`
    /// attributes. `events` are those of the expanded text, unless they are to be read again.
    pub(in crate::html) fn new(
        expanded: &'e Expanded<'e>,
        events: Option<Vec<Placed<'e>>>,
        source: &'a str,
        base: u32,
        limit: u32,
        syntax: Options,
    ) -> Self {
        let events = events.map_or_else(|| Events::new(&expanded.text, syntax), Events::of);
        Self {
            tokens: Markdown::of(events, &expanded.text, 0, limit),
            expanded,
            source: Place { text: source, base },
            attributes: Vec::new(),
            cut: Vec::new(),
        }
    }

    fn start_tag(&mut self, tag: StartTag<'e>) -> StartTag<'a> {
        let first = self.attributes.len() as u32;
        let read = tag.attributes.start as usize..tag.attributes.end as usize;
        for index in read {
            let Some(Attribute { name, value, span }) = self.tokens.attributes().get_mut(index)
            else {
                break;
            };
            let (name, value, span) = (std::mem::take(name), std::mem::take(value), *span);
            let (name, value) = (self.text(name), self.text(value));
            let span = self.span(span);
            self.attributes.push(Attribute { name, value, span });
        }
        let cut = self.tokens.cut().get(self.cut.len()..).unwrap_or_default();
        let cut = cut.iter().map(|&span| self.span(span)).collect::<Vec<_>>();
        self.cut.extend(cut);
        StartTag {
            tag: tag.tag,
            other: self.other(tag.tag, tag.other),
            attributes: first..self.attributes.len() as u32,
            self_closing: tag.self_closing,
        }
    }

    /// The name of what is another tag.
    fn other(&self, tag: Tag, name: Text<'e>) -> Text<'a> {
        if tag == Tag::Other { self.text(name) } else { Text::default() }
    }

    fn text(&self, text: Text<'e>) -> Text<'a> {
        self.placed(text).0
    }

    /// A text, and its place if it is the source's.
    fn placed(&self, text: Text<'e>) -> (Text<'a>, Option<Span>) {
        match text.as_borrowed() {
            Some(_) => self.expanded.segments.text_of(&text, &self.expanded.text, self.source),
            None => (Text::from(text.into_string()), None),
        }
    }

    fn span(&self, span: Span) -> Span {
        self.expanded.segments.span(span, self.source.base)
    }
}

impl<'a> Tokens<'a> for Mapped<'a, '_> {
    fn next(&mut self, foreign: impl Fn() -> bool) -> (Token<'a>, Span) {
        let (token, span) = self.tokens.next(foreign);
        let token = match token {
            Token::StartTag(tag) => Token::StartTag(self.start_tag(tag)),
            Token::EndTag(tag) => {
                Token::EndTag(EndTag { other: self.other(tag.tag, tag.other), tag: tag.tag })
            }
            Token::Comment(text) => Token::Comment(self.text(text)),
            Token::Text(text) => {
                let (text, place) = self.placed(text);
                return (Token::Text(text), place.unwrap_or_else(|| self.span(span)));
            }
            Token::Doctype(doctype) => Token::Doctype(Box::new(Doctype {
                name: doctype.name.map(|name| self.text(name)),
                public_id: doctype.public_id.map(|id| self.text(id)),
                system_id: doctype.system_id.map(|id| self.text(id)),
                force_quirks: doctype.force_quirks,
            })),
            Token::Null => Token::Null,
            Token::End => Token::End,
        };
        (token, self.span(span))
    }

    fn set_state(&mut self, state: State) {
        self.tokens.set_state(state);
    }

    fn attributes(&mut self) -> &mut Vec<Attribute<'a>> {
        &mut self.attributes
    }

    fn cut(&self) -> &[Span] {
        &self.cut
    }
}
