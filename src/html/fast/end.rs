//! End tags: of the current node, and of others.

use super::formatting::{FORMATTING, NOT_SPECIAL};
use super::{Builder, Decline};
use crate::html::elements::{BLOCK_ENDS, HEADINGS, MAY_END};
use crate::html::tokenizer::EndTag;
use crate::html::{Tag, Tags};
use crate::span::Span;

/// The elements whose end tag ends what is open in them, too.
const ENDS_INNER: Tags = BLOCK_ENDS
    .without(&[Tag::Applet, Tag::Marquee, Tag::Object, Tag::Form])
    .with(&[Tag::P, Tag::Dd, Tag::Dt, Tag::Td, Tag::Th]);

/// Elements that may be open in those, and are ended by their end tags as if they were not there: many
/// are no HTML, but the type of a `List<String>`.
const INNER: Tags =
    NOT_SPECIAL.with(&[Tag::Div, Tag::Blockquote, Tag::Ul, Tag::Ol, Tag::Li, Tag::P]);

impl<'a> Builder<'a> {
    /// Ends elements whose end tags may be left out, but no `except`.
    pub(super) fn imply_ends(&mut self, except: Tag, at: u32) {
        while self.current().is_some_and(|tag| MAY_END.has(tag) && tag != except) {
            self.nest.close(at);
        }
    }

    #[inline(always)]
    pub(super) fn end_tag(&mut self, end: &EndTag<'a>, span: Span) -> Result<(), Decline> {
        self.nest.skip_line_feed = false;
        if self.formatting.awaits() && self.forget_formatting(end.tag)? {
            return Ok(());
        }
        if self.nest.is_current(end.tag, &end.other) {
            self.nest.close(span.end);
            return Ok(());
        }
        self.other_end_tag(end, span)
    }

    /// An end tag that is not the current node's.
    fn other_end_tag(&mut self, end: &EndTag<'a>, span: Span) -> Result<(), Decline> {
        let (tag, other) = (end.tag, &end.other);
        self.end_columns(span.start);
        match tag {
            Tag::Html | Tag::Head | Tag::Body | Tag::Frameset if self.in_table() => {
                return Err(Decline::Page);
            }
            Tag::Html | Tag::Head | Tag::Body | Tag::Frameset => return Ok(()),
            // A template may ignore it.
            _ if tag == Tag::Template || self.nest.has(Tag::Template) => {
                return Err(Decline::Special);
            }
            Tag::Col => return Err(Decline::Table),
            Tag::Table | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot
                if self.nest.has(Tag::Table) =>
            {
                self.come_to(tag, span.start)?;
            }
            _ if self.in_table() => return Err(Decline::Table),
            Tag::Br | Tag::P if !self.nest.has(tag) => {
                // `</br>` is a `<br>`, `</p>` without its `<p>` is an empty one.
                self.nest.append_implied(tag, span);
                return Ok(());
            }
            _ if HEADINGS.has(tag) => return self.end_heading(tag, span),
            // An end tag of nothing is nothing.
            _ if !self.nest.is_open(tag, other) => return Ok(()),
            Tag::Td | Tag::Th | Tag::Caption | Tag::Li | Tag::Dd | Tag::Dt | Tag::P => {
                self.imply_ends(tag, span.start);
            }
            _ if BLOCK_ENDS.has(tag) => self.imply_ends(tag, span.start),
            _ => {}
        }
        self.end_inner(|it| it.nest.is_current(tag, other), tag, span.start)?;
        self.nest.close(span.end);
        Ok(())
    }

    /// Comes to the element that an end tag of `tag` ends, whose end ends those in it: no scope ends with
    /// them, and none of them is moved.
    fn end_inner(
        &mut self,
        is_found: impl Fn(&Self) -> bool,
        tag: Tag,
        at: u32,
    ) -> Result<(), Decline> {
        let is_amid_words = tag == Tag::A || NOT_SPECIAL.has(tag);
        let ends_formatting = tag == Tag::Li || ENDS_INNER.has(tag) || is_amid_words;
        while !is_found(self) {
            if ends_formatting && self.current().is_some_and(|current| FORMATTING.has(current)) {
                self.end_formatting(tag, at)?;
                continue;
            }
            let is_inner = |current| match tag {
                Tag::Li => INNER.has(current) && !matches!(current, Tag::Ul | Tag::Ol),
                _ if is_amid_words => NOT_SPECIAL.has(current),
                _ => ENDS_INNER.has(tag) && INNER.has(current),
            };
            self.current().filter(|&it| is_inner(it)).ok_or(Decline::Misnested)?;
            self.nest.close(at);
        }
        if FORMATTING.has(tag) && self.is_opened_once() {
            return Err(Decline::Misnested);
        }
        Ok(())
    }

    /// Any heading's end tag ends the heading that is open.
    fn end_heading(&mut self, tag: Tag, span: Span) -> Result<(), Decline> {
        let headings = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
        if !headings.into_iter().any(|heading| self.nest.has(heading)) {
            return Ok(());
        }
        self.imply_ends(Tag::Other, span.start);
        let is_heading = |it: &Self| it.current().is_some_and(|current| HEADINGS.has(current));
        self.end_inner(is_heading, tag, span.start)?;
        self.nest.close(if self.current() == Some(tag) { span.end } else { span.start });
        Ok(())
    }
}
