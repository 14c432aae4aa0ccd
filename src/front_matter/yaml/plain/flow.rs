//! Lists and mappings within brackets, each within its line.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, peek};
use nom::error::Error;
use nom::sequence::{preceded, terminated};

use super::keys::flow_key;
use super::lines::{mark, spaces};
use super::texts::{double_quoted, flow_plain, plain_scalar, single_quoted};
use super::{Read, Reader};
use crate::front_matter::value::{Value, ValueKind};
use crate::front_matter::yaml::events::distinct;

impl<'a> Reader<'a, '_> {
    /// A value within brackets. Plain text is closed by one of `ends`.
    fn flow(&mut self, i: &'a str, ends: &'static [u8], depth: u32) -> Read<'a, Value<'a>> {
        let text = map(flow_plain(ends), plain_scalar);
        let scalar = alt((single_quoted, double_quoted, text));
        self.collection(i, depth).or_else(|| self.scalar(scalar, i, depth))
    }

    pub(super) fn collection(&mut self, i: &'a str, depth: u32) -> Read<'a, Value<'a>> {
        let (rest, kind) = match i.as_bytes().first() {
            Some(b'[') => self.flow_list(i, depth)?,
            Some(b'{') => self.flow_mapping(i, depth)?,
            _ => return None,
        };
        Some((rest, Value { kind, span: self.between(i, rest) }))
    }

    fn flow_list(&mut self, i: &'a str, depth: u32) -> Read<'a, ValueKind<'a>> {
        self.afford(depth)?;
        let mut items = Vec::new();
        let (mut i, _) = terminated(mark("["), spaces).parse(i).ok()?;
        while !i.starts_with(']') {
            let (rest, item) = self.flow(i, b",]", depth + 1)?;
            items.push(item);
            (i, _) = after_item("]").parse(rest).ok()?;
        }
        Some((i.strip_prefix(']')?, ValueKind::List(items)))
    }

    fn flow_mapping(&mut self, i: &'a str, depth: u32) -> Read<'a, ValueKind<'a>> {
        self.afford(depth)?;
        let mut entries = Vec::new();
        let (mut i, _) = terminated(mark("{"), spaces).parse(i).ok()?;
        while !i.starts_with('}') {
            let (rest, key) = terminated(flow_key, (mark(" "), spaces)).parse(i).ok()?;
            let (rest, value) = self.flow(rest, b",}", depth + 1)?;
            entries.push(self.entry_of(key, value));
            (i, _) = after_item("}").parse(rest).ok()?;
        }
        let mapping = distinct(entries, self.notes);
        Some((i.strip_prefix('}')?, ValueKind::Mapping(mapping)))
    }
}

/// 7.4: a comma, which may be the last, or the bracket that ends the collection.
fn after_item<'a>(
    end: &'static str,
) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    preceded(spaces, alt((terminated(mark(","), spaces), peek(mark(end)))))
}
