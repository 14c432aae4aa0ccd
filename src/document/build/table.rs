//! Tables: parts, rows and cells.

use super::code::{is_code_table, is_gutter};
use super::frame::Kind;
use super::look::table_part;
use super::{Builder, Content};
use crate::document::block::{OmittedKind, TablePart};
use crate::html::{NodeId, Tag};

impl Builder<'_, '_> {
    pub(super) fn enter_table(&mut self, node: NodeId, tag: Tag) -> Content {
        match tag {
            Tag::Table if is_code_table(self.tree, node) => self.open_code(node),
            Tag::Td if is_gutter(self.tree, node, false) => {
                self.omit(node, OmittedKind::LineNumbers)
            }
            Tag::Table => self.open_frame(
                node,
                Kind::Table {
                    caption: None,
                    credits: Vec::new(),
                    part: TablePart::Body,
                    rows: Vec::new(),
                },
            ),
            Tag::Thead | Tag::Tbody | Tag::Tfoot => {
                if let Kind::Table { part, .. } = &mut self.top_frame().kind {
                    *part = table_part(tag);
                }
                Content::Walk
            }
            Tag::Tr => match *self.top() {
                Kind::Table { part, .. } => {
                    self.open_frame(node, Kind::Row { part, cells: Vec::new() })
                }
                _ => Content::Walk,
            },
            _ if matches!(self.top(), Kind::Row { .. }) => {
                let header = tag == Tag::Th;
                let (colspan, rowspan) =
                    (self.cells(node, "colspan", 1), self.cells(node, "rowspan", 0));
                self.open_frame(node, Kind::Cell { header, colspan, rowspan })
            }
            _ => Content::Walk,
        }
    }

    /// How many columns or rows a cell spans. HTML (4.9.11) caps columns at 1000, rows at 65534.
    fn cells(&self, node: NodeId, name: &str, least: u16) -> u16 {
        let value = self.tree.attribute(node, name);
        let count = value.and_then(|count| count.value.trim().parse::<u16>().ok());
        count.filter(|&count| count >= least).unwrap_or(1)
    }
}
