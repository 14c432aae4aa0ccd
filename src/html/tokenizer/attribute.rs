//! Attributes of a tag.

use std::collections::HashSet;

use memchr::{memchr, memchr2};

use super::{Tokenizer, is_whitespace, lower_case, reference};
use crate::html::Attribute;
use crate::text::Text;

/// From this many attributes on, duplicates are found by hash.
const FEW: usize = 16;

/// The names of a tag's attributes, once they are many.
type Names<'a> = Option<HashSet<Text<'a>>>;

/// The attributes of a tag so far.
struct Taken<'a> {
    /// Where they begin among all attributes.
    first: usize,
    /// A bit for each name: one whose bit is not set has not been seen.
    seen: u64,
    names: Names<'a>,
    /// Whether one was left out.
    left_out: bool,
}

impl<'a> Tokenizer<'a> {
    /// Reads attributes up to the `>` of the tag that began at `tag`; tells whether the tag closes
    /// itself. `None` at the end of the text, where a tag without `>` is dropped.
    pub(super) fn rest_of_tag(&mut self, tag: usize) -> Option<bool> {
        let first = self.attributes.len();
        let mut taken = Taken { first, seen: 0, names: None, left_out: false };
        loop {
            self.skip_whitespace();
            let at = self.position;
            match (self.byte(at), self.byte(at + 1)) {
                (None, _) => break,
                (Some(b'>'), _) => {
                    self.close_tag(tag, 1, taken.left_out);
                    return Some(false);
                }
                (Some(b'/'), Some(b'>')) => {
                    self.close_tag(tag, 2, taken.left_out);
                    return Some(true);
                }
                (Some(b'/'), _) => self.position += 1,
                _ => {
                    let name = self.attribute_name();
                    let Some((start, end, is_plain)) = self.attribute_value() else { break };
                    if self.keeps(&name, &mut taken) {
                        let (value, span) = (self.slice(start, end), self.span(start, end));
                        let value = if is_plain {
                            Text::borrowed(value)
                        } else {
                            reference::attribute_value(value)
                        };
                        self.attributes.push(Attribute { name, value, span });
                    }
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

    /// Whether an attribute of this name is kept: not if the name stood before in this tag, or there
    /// are too many.
    #[inline(always)]
    fn keeps(&self, name: &Text<'a>, taken: &mut Taken<'a>) -> bool {
        let letter = name.bytes().next().unwrap_or_default() as usize;
        let bit = 1_u64 << ((letter + 7 * name.len()) % 64);
        let may_be_again = taken.seen & bit != 0;
        taken.seen |= bit;
        if may_be_again && self.is_again(name, taken) {
            return false;
        }
        if self.attributes.len() - taken.first >= self.limit {
            taken.left_out = true;
            return false;
        }
        if let Some(names) = &mut taken.names {
            names.insert(name.clone());
        }
        true
    }

    /// Whether an attribute of this name is kept already.
    #[inline(never)]
    fn is_again(&self, name: &Text<'a>, taken: &mut Taken<'a>) -> bool {
        let before = self.attributes.get(taken.first..).unwrap_or_default();
        if before.len() < FEW {
            return before.iter().any(|other| other.name == *name);
        }
        let names =
            taken.names.get_or_insert_with(|| before.iter().map(|it| it.name.clone()).collect());
        names.contains(&**name)
    }

    /// Where the value of the attribute whose name ends here begins and ends, and whether every byte of
    /// it means itself; `None` if the text ends in it.
    #[inline(always)]
    fn attribute_value(&mut self) -> Option<(usize, usize, bool)> {
        let after = self.position;
        if self.byte(after) != Some(b'=') {
            self.skip_whitespace();
        }
        if self.byte(self.position) != Some(b'=') {
            return Some((after, after, true));
        }
        self.position += 1;
        self.skip_whitespace();
        let start = self.position;
        match self.byte(start) {
            Some(quote @ (b'"' | b'\'')) => self.quoted_value(quote),
            Some(b'>') => Some((start, start, true)),
            _ => Some(self.unquoted_value()),
        }
    }

    #[inline(always)]
    fn attribute_name(&mut self) -> Text<'a> {
        let (start, bytes) = (self.position, self.text.as_bytes());
        // A name may begin with `=`.
        let (mut end, mut seen) = (start + 1, 0);
        while let Some(&byte) = bytes.get(end) {
            let this = of_name(byte);
            if this & ENDS != 0 {
                break;
            }
            seen |= this;
            end += 1;
        }
        seen |= of_name(bytes[start]);
        self.position = end;
        let name = self.slice(start, end);
        if seen & CHANGES != 0 { lower_case(name) } else { Text::borrowed(name) }
    }

    /// Where a value in quotes begins and ends, and whether every byte of it means itself.
    fn quoted_value(&mut self, quote: u8) -> Option<(usize, usize, bool)> {
        let start = self.position + 1;
        let rest = self.text.as_bytes().get(start..)?;
        let mut length = memchr2(quote, b'&', rest)?;
        let is_plain = rest[length] == quote;
        if !is_plain {
            length += memchr(quote, &rest[length..])?;
        }
        self.position = start + length + 1;
        Some((start, start + length, is_plain && !self.has_controls))
    }

    fn unquoted_value(&mut self) -> (usize, usize, bool) {
        let start = self.position;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = |&byte: &u8| is_whitespace(byte) || byte == b'>';
        self.position = start + bytes.iter().position(ends).unwrap_or(bytes.len());
        (start, self.position, false)
    }
}

/// What a byte is to the name of an attribute.
fn of_name(byte: u8) -> u8 {
    OF_NAME[byte as usize]
}

/// It ends the name.
const ENDS: u8 = 1;
/// It is not what it is written as: an upper-case letter or NUL.
const CHANGES: u8 = 2;

static OF_NAME: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if is_whitespace(byte as u8) || matches!(byte as u8, b'/' | b'>' | b'=') {
            table[byte] |= ENDS;
        }
        if (byte as u8).is_ascii_uppercase() || byte == 0 {
            table[byte] |= CHANGES;
        }
        byte += 1;
    }
    table
};
