//! What a `<` begins in a block's lines: an address or HTML.

use memchr::memmem;

use super::html::{self, Tag};
use super::inline::{Is, Link};
use super::inlines::{Here, Inlines, Leaf};
use super::target::{self, Written};
use super::{Declined, Known};

impl<'a> Inlines<'a> {
    /// Takes an address or HTML between `<` and `>`.
    pub(super) fn angle(
        &mut self,
        Here { leaf, line, text, at }: Here<'_, 'a>,
    ) -> Known<(usize, usize)> {
        let bytes = line.bytes;
        if let Some((by, end)) = target::address(bytes, at + 1) {
            let target = Written::plain(&leaf.text[at + 1..end]);
            self.text(text, at);
            let index = self.link(Link { target, title: "", by });
            self.push(Is::Link(index), at, end + 1);
            self.push(Is::Text, at + 1, end);
            self.push(Is::LinkEnd, at, end + 1);
            return Ok((end + 1, end + 1));
        }
        let end = match bytes.get(at + 1) {
            Some(b'!' | b'?') => self.markup(leaf, at)?,
            _ => match html::tag(bytes, at, false) {
                Tag::To(end) => Some(end),
                // Elsewhere, what containers begin lines with is no part of it.
                Tag::Cut if leaf.is_alone => html::tag(leaf.bytes(), at, true).end(),
                Tag::Cut if !line.is_last => return Err(Declined),
                Tag::Cut | Tag::None => None,
            },
        };
        let Some(end) = end else { return Ok((text, at + 1)) };
        self.text(text, at);
        self.push(Is::Html, at, end);
        Ok((end, end))
    }

    /// Where the comment, declaration or instruction ends that begins at a place, if it does: what
    /// containers begin lines with is a part of it.
    fn markup(&mut self, leaf: &Leaf<'_, '_>, at: usize) -> Known<Option<usize>> {
        let bytes = leaf.bytes();
        let end = match bytes[at + 1..] {
            [b'!', b'-', b'-', ..] => "-->",
            [b'!', letter, ..] if letter.is_ascii_alphabetic() => ">",
            [b'!', b'[', ..] => return Err(Declined),
            [b'?', ..] => "?>",
            _ => return Ok(None),
        };
        if self.unended.contains(&end) {
            return Ok(None);
        }
        let begin = at + "<!".len();
        let length = memmem::find(&bytes[begin..], end.as_bytes());
        if length.is_none() {
            // The mark of a quotation may end it, before what underlines a heading.
            if end == ">" && !leaf.is_alone {
                return Err(Declined);
            }
            self.unended.push(end);
        }
        Ok(length.map(|length| begin + length + end.len()))
    }
}
