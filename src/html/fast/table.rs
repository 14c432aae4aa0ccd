//! Tables: their parts, and the text in them, which the tree builder puts before them ("foster
//! parenting").

use super::{Builder, Decline};
use crate::html::Tag;
use crate::span::Span;
use crate::text::Text;

impl<'a> Builder<'a> {
    /// Takes text in a table: all that stands between two tags goes before the table, unless it is
    /// white space.
    pub(super) fn table_text(&mut self, text: Text<'a>, span: Span) -> Result<(), Decline> {
        let is_blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        let has_tag = |before: u32| self.nest.slice(Span::new(before, span.start)).contains('<');
        let is_one_with_last = self.fostered.is_some_and(|end| !has_tag(end));
        if is_blank && !is_one_with_last {
            self.nest.text(text, span);
            return Ok(());
        }
        // White space that stands in the table may belong to it.
        let is_one_with_blank = self.nest.tree.newest_text(self.nest.current()).is_some();
        let in_columns = self.current() == Some(Tag::Colgroup);
        let table = self.nest.open.iter().rfind(|(_, tag)| *tag == Tag::Table);
        match table {
            Some(&(table, _)) if !is_one_with_last && !is_one_with_blank && !in_columns => {
                self.nest.text_before(table, text, span);
                self.fostered = Some(span.end);
                Ok(())
            }
            _ => Err(Decline::Table),
        }
    }

    /// Comes to where a caption, columns, a row group, row or cell may stand.
    pub(super) fn table_part(&mut self, tag: Tag, at: u32) -> Result<(), Decline> {
        let cell = matches!(tag, Tag::Td | Tag::Th);
        let row = tag == Tag::Tr;
        if !self.in_table() {
            self.end_cell(at)?;
        }
        if tag == Tag::Col && self.current() == Some(Tag::Colgroup) {
            return Ok(());
        }
        self.end_columns(at);
        if self.current() == Some(Tag::Tr) && !cell {
            self.nest.close(at);
        }
        if matches!(self.current(), Some(Tag::Tbody | Tag::Thead | Tag::Tfoot)) && !cell && !row {
            self.nest.close(at);
        }
        if self.current() == Some(Tag::Table) && (cell || row) {
            self.nest.open_implied(Tag::Tbody, at);
        }
        if tag == Tag::Col {
            self.nest.open_implied(Tag::Colgroup, at);
        }
        if cell && self.current() != Some(Tag::Tr) {
            self.nest.open_implied(Tag::Tr, at);
        }
        Ok(())
    }

    /// Ends the cell or caption that the current node is, or is in after ends that may be left out.
    pub(super) fn end_cell(&mut self, at: u32) -> Result<(), Decline> {
        self.imply_ends(Tag::Other, at);
        if !matches!(self.current(), Some(Tag::Td | Tag::Th | Tag::Caption)) {
            return Err(Decline::Table);
        }
        self.nest.close(at);
        Ok(())
    }

    /// Ends a `colgroup`: whatever is no column does.
    pub(super) fn end_columns(&mut self, at: u32) {
        if self.current() == Some(Tag::Colgroup) {
            self.nest.close(at);
        }
    }

    /// Ends cell, row and row group up to the part of the table that an end tag names.
    pub(super) fn come_to(&mut self, tag: Tag, at: u32) -> Result<(), Decline> {
        if !self.in_table() {
            self.end_cell(at)?;
            if tag != Tag::Table && self.current() == Some(Tag::Table) {
                // It was a caption, in which the end tag of a row is nothing.
                return Err(Decline::Table);
            }
        }
        if self.current() == Some(Tag::Tr) && tag != Tag::Tr {
            self.nest.close(at);
        }
        if tag == Tag::Table && self.current() != Some(Tag::Table) {
            self.nest.close(at);
        }
        // What is not in this table (`</thead>` in a `tbody`) may be in another one around it.
        if self.current() == Some(tag) { Ok(()) } else { Err(Decline::Table) }
    }
}
