//! Attributes of a tag.

use std::collections::HashSet;

use memchr::memchr;

use super::{Tokenizer, is_whitespace, lower_case, reference};
use crate::html::Attribute;
use crate::text::Text;

/// From this many attributes on, duplicates are found by hash.
const FEW: usize = 16;

/// The names of a tag's attributes, once they are many.
type Names<'a> = Option<HashSet<Text<'a>>>;

impl<'a> Tokenizer<'a> {
    /// Reads attributes up to the `>` of the tag that began at `tag`; tells whether the tag closes
    /// itself. `None` at the end of the text, where a tag without `>` is dropped.
    pub(super) fn rest_of_tag(&mut self, tag: usize) -> Option<bool> {
        let first = self.attributes.len();
        let mut names: Names<'a> = None;
        let mut left_out = false;
        loop {
            self.skip_whitespace();
            let at = self.position;
            match (self.byte(at), self.byte(at + 1)) {
                (None, _) => break,
                (Some(b'>'), _) => {
                    self.close_tag(tag, 1, left_out);
                    return Some(false);
                }
                (Some(b'/'), Some(b'>')) => {
                    self.close_tag(tag, 2, left_out);
                    return Some(true);
                }
                (Some(b'/'), _) => self.position += 1,
                _ => {
                    let Some(attribute) = self.attribute() else { break };
                    left_out |= !self.keep(attribute, first, &mut names);
                }
            }
        }
        self.position = self.text.len();
        self.ran_out = true;
        self.attributes.truncate(first);
        None
    }

    fn close_tag(&mut self, tag: usize, length: usize, left_out: bool) {
        self.position += length;
        if left_out {
            let span = self.span(tag, self.position);
            self.cut.push(span);
        }
    }

    /// Keeps `attribute` unless its name stood before in this tag; false if there are too many.
    fn keep(&mut self, attribute: Attribute<'a>, first: usize, names: &mut Names<'a>) -> bool {
        let before = self.attributes.get(first..).unwrap_or_default();
        if before.len() < FEW {
            if before.iter().all(|other| other.name != attribute.name) {
                if before.len() >= self.limit {
                    return false;
                }
                self.attributes.push(attribute);
            }
            return true;
        }
        let names =
            names.get_or_insert_with(|| before.iter().map(|other| other.name.clone()).collect());
        if names.contains(&*attribute.name) {
            return true;
        }
        if before.len() >= self.limit {
            return false;
        }
        names.insert(attribute.name.clone());
        self.attributes.push(attribute);
        true
    }

    /// One attribute; `None` if the text ends in its value.
    fn attribute(&mut self) -> Option<Attribute<'a>> {
        let name = self.attribute_name();
        let after = self.position;
        self.skip_whitespace();
        if self.byte(self.position) != Some(b'=') {
            let span = self.span(after, after);
            return Some(Attribute { name, value: Text::default(), span });
        }
        self.position += 1;
        self.skip_whitespace();
        let start = self.position;
        let (start, end) = match self.byte(start) {
            Some(quote @ (b'"' | b'\'')) => self.quoted_value(quote)?,
            Some(b'>') => (start, start),
            _ => self.unquoted_value(),
        };
        let value = reference::attribute_value(self.slice(start, end));
        Some(Attribute { name, value, span: self.span(start, end) })
    }

    fn attribute_name(&mut self) -> Text<'a> {
        let start = self.position;
        // A name may begin with `=`.
        let bytes = self.text.as_bytes().get(start + 1..).unwrap_or_default();
        let ends = |&byte: &u8| is_whitespace(byte) || matches!(byte, b'/' | b'>' | b'=');
        self.position = start + 1 + bytes.iter().position(ends).unwrap_or(bytes.len());
        lower_case(self.slice(start, self.position))
    }

    fn quoted_value(&mut self, quote: u8) -> Option<(usize, usize)> {
        let start = self.position + 1;
        let length = memchr(quote, self.text.as_bytes().get(start..)?)?;
        self.position = start + length + 1;
        Some((start, start + length))
    }

    fn unquoted_value(&mut self) -> (usize, usize) {
        let start = self.position;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = |&byte: &u8| is_whitespace(byte) || byte == b'>';
        self.position = start + bytes.iter().position(ends).unwrap_or(bytes.len());
        (start, self.position)
    }
}
