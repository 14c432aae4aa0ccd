//! `<!DOCTYPE …>`.

use memchr::{memchr, memchr2};

use super::{Doctype, Token, Tokenizer, is_whitespace, lower_case, reference};
use crate::text::Text;

/// Ends a doctype that is not as it should be.
struct Bad;

impl<'a> Tokenizer<'a> {
    /// The doctype whose inside begins at `start`.
    pub(super) fn doctype(&mut self, start: usize) -> Token<'a> {
        let mut doctype = Doctype::default();
        self.position = start;
        doctype.force_quirks = self.doctype_parts(&mut doctype).is_err();
        // A bogus doctype goes on to the next `>`.
        let rest = self.text.as_bytes().get(self.position..).unwrap_or_default();
        let end = memchr(b'>', rest);
        self.ran_out |= end.is_none();
        self.position += end.map_or(rest.len(), |length| length + 1);
        Token::Doctype(Box::new(doctype))
    }

    /// Reads up to the `>` (or the text that makes it bogus), which is not consumed.
    fn doctype_parts(&mut self, doctype: &mut Doctype<'a>) -> Result<(), Bad> {
        self.skip_whitespace();
        doctype.name = Some(self.doctype_name()?);
        self.skip_whitespace();
        if self.byte(self.position) == Some(b'>') {
            return Ok(());
        }
        if self.keyword(b"public") {
            self.doctype_id(&mut doctype.public_id)?;
            self.skip_whitespace();
            if self.byte(self.position) == Some(b'>') {
                return Ok(());
            }
        } else if !self.keyword(b"system") {
            return Err(Bad);
        }
        self.doctype_id(&mut doctype.system_id)?;
        self.skip_whitespace();
        self.byte(self.position).map(|_| ()).ok_or(Bad)
    }

    fn doctype_name(&mut self) -> Result<Text<'a>, Bad> {
        let start = self.position;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = |&byte: &u8| is_whitespace(byte) || byte == b'>';
        let length = bytes.iter().position(ends).unwrap_or(bytes.len());
        if length == 0 {
            return Err(Bad);
        }
        self.position = start + length;
        Ok(lower_case(self.slice(start, self.position)))
    }

    fn keyword(&mut self, keyword: &[u8]) -> bool {
        let rest = self.text.as_bytes().get(self.position..).unwrap_or_default();
        let found =
            rest.get(..keyword.len()).is_some_and(|word| word.eq_ignore_ascii_case(keyword));
        if found {
            self.position += keyword.len();
        }
        found
    }

    fn at_quote(&mut self) -> bool {
        self.skip_whitespace();
        matches!(self.byte(self.position), Some(b'"' | b'\''))
    }

    /// A quoted identifier; one cut off by `>` or the end is kept, and bad.
    fn doctype_id(&mut self, id: &mut Option<Text<'a>>) -> Result<(), Bad> {
        if !self.at_quote() {
            return Err(Bad);
        }
        let quote = self.byte(self.position).ok_or(Bad)?;
        let start = self.position + 1;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length = memchr2(quote, b'>', rest).unwrap_or(rest.len());
        *id = Some(reference::raw_text(self.slice(start, start + length)));
        self.position = start + length;
        if self.byte(self.position) != Some(quote) {
            return Err(Bad);
        }
        self.position += 1;
        Ok(())
    }
}
