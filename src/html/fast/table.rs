//! Text in a table, which the tree builder puts before it ("foster parenting").

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
}
