//! The tokens of a text that was written out, as those of the source that it comes from.

use super::place::Place;
use crate::html::tokenizer::{Doctype, EndTag, StartTag, Token, Tokenizer};
use crate::html::{Attribute, Tag};
use crate::span::Span;
use crate::text::Text;

impl<'a> Place<'a, '_> {
    /// A token of the text as one of the source; its attributes go `from` one tokenizer `to` the other.
    pub(super) fn token(
        &self,
        token: Token<'_>,
        span: Span,
        from: &mut Tokenizer<'_>,
        to: &mut Tokenizer<'a>,
    ) -> (Token<'a>, Span) {
        let name = |name: Text<'_>| self.text_of(name).0;
        let other = |tag, other| if tag == Tag::Other { name(other) } else { Text::default() };
        let token = match token {
            Token::StartTag(StartTag { tag, other: written, self_closing, .. }) => {
                let (read, cut) = from.take_attributes();
                let read = read.into_iter().map(|Attribute { name: attribute, value, span }| {
                    Attribute { name: name(attribute), value: name(value), span: self.span(span) }
                });
                let attributes = to.add_attributes(read, cut.into_iter().map(|cut| self.span(cut)));
                let other = other(tag, written);
                Token::StartTag(StartTag { tag, other, attributes, self_closing })
            }
            Token::EndTag(end) => {
                Token::EndTag(EndTag { tag: end.tag, other: other(end.tag, end.other) })
            }
            Token::Comment(text) => Token::Comment(name(text)),
            Token::Text(text) => {
                let (text, place) = self.text_of(text);
                return (Token::Text(text), place.unwrap_or_else(|| self.span(span)));
            }
            Token::Doctype(doctype) => Token::Doctype(Box::new(Doctype {
                name: doctype.name.map(name),
                public_id: doctype.public_id.map(name),
                system_id: doctype.system_id.map(name),
                force_quirks: doctype.force_quirks,
            })),
            Token::Null => Token::Null,
            Token::End => Token::End,
        };
        (token, self.span(span))
    }

    /// A text, borrowed from the source at its place if it stands there.
    fn text_of(&self, text: Text<'_>) -> (Text<'a>, Option<Span>) {
        let at = text.as_borrowed().and_then(|text| self.locate(text));
        match at.and_then(|at| self.verbatim(at)) {
            Some((slice, span)) => (Text::borrowed(slice), Some(span)),
            None => (Text::from(text.into_string()), None),
        }
    }
}
