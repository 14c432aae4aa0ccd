//! Tables: parts, rows and cells; and tables that are none.

use super::code::{is_code_table, is_gutter};
use super::figure::FigureFrame;
use super::frame::Kind;
use super::look::{declarations, has_word, table_part};
use super::{Builder, Content};
use crate::document::block::{Block, CellAlign, CellScope, OmittedKind, Row, Table, TablePart};
use crate::html::{NodeId, Tag, Tags};

/// The classes of tables that set a caption below an image, as Blogger does: its cell says that it is
/// the caption (`td.tr-caption`).
const CAPTION_TABLES: &[&str] = &["tr-caption-container"];

impl Builder<'_, '_> {
    pub(super) fn enter_table(&mut self, node: NodeId, tag: Tag) -> Content {
        if matches!(self.top(), Kind::Admonition(_)) {
            if let Some(content) = self.enter_icon_table(node, tag) {
                return content;
            }
        }
        match tag {
            Tag::Table if is_code_table(self.tree, node) => self.open_code(node),
            Tag::Td if is_gutter(self.tree, node, false) => {
                self.omit(node, OmittedKind::LineNumbers)
            }
            Tag::Table if has_word(self.tree, node, CAPTION_TABLES) => {
                let figure = FigureFrame::new(self.attribute(node, "id"));
                self.open_frame(node, Kind::Figure(Box::new(figure)))
            }
            Tag::Table => self.open_table(node),
            Tag::Thead | Tag::Tbody | Tag::Tfoot => {
                if let Kind::Table { part, .. } = &mut self.top_frame().kind {
                    *part = table_part(tag);
                }
                Content::Walk
            }
            Tag::Tr => match *self.top() {
                Kind::Table { part, .. } => {
                    let cells = self.count_of(node, Tags::of(&[Tag::Td, Tag::Th]));
                    self.open_frame(node, Kind::Row { part, cells: Vec::with_capacity(cells) })
                }
                _ => Content::Walk,
            },
            _ if matches!(self.top(), Kind::Row { .. }) => self.open_cell(node, tag == Tag::Th),
            _ => Content::Walk,
        }
    }

    fn open_table(&mut self, node: NodeId) -> Content {
        let role = self.tree.attribute(node, "role");
        let says_so = role.is_some_and(|role| matches!(&*role.value, "presentation" | "none"));
        // A figure holds a table because it is one.
        let in_figure = matches!(self.top(), Kind::Figure(_) | Kind::Caption { .. });
        if says_so && !in_figure {
            return Content::Walk;
        }
        let (credits, rows, span) = (Vec::new(), Vec::new(), self.span(node));
        let table = Table { caption: None, credits, rows, span };
        self.open_frame(
            node,
            Kind::Table {
                table: Box::new(table),
                part: TablePart::Body,
                lays_out: !in_figure && role.is_none(),
            },
        )
    }

    pub(super) fn open_cell(&mut self, node: NodeId, header: bool) -> Content {
        let (mut scope, mut align, mut set) = (None, None, None);
        let element = self.tree.element(node);
        for attribute in element.map_or(&[][..], |element| self.tree.attributes(element)) {
            match &*attribute.name {
                "scope" => scope = cell_scope(&attribute.value).filter(|_| header),
                "align" => align = cell_align(&attribute.value),
                "style" => set = text_align(&attribute.value),
                _ => {}
            }
        }
        let (colspan, rowspan) = (self.cells(node, "colspan", 1), self.cells(node, "rowspan", 0));
        self.open_frame(node, Kind::Cell { header, scope, align: set.or(align), colspan, rowspan })
    }

    /// How many columns or rows a cell spans. HTML (4.9.11) caps columns at 1000, rows at 65534.
    fn cells(&self, node: NodeId, name: &str, least: u16) -> u16 {
        let value = self.tree.attribute(node, name);
        let count = value.and_then(|count| count.value.trim().parse::<u16>().ok());
        count.filter(|&count| count >= least).unwrap_or(1)
    }
}

fn cell_scope(value: &str) -> Option<CellScope> {
    let is = |name: &str| value.trim().eq_ignore_ascii_case(name);
    [
        ("col", CellScope::Column),
        ("row", CellScope::Row),
        ("colgroup", CellScope::ColumnGroup),
        ("rowgroup", CellScope::RowGroup),
    ]
    .into_iter()
    .find_map(|(name, scope)| is(name).then_some(scope))
}

fn cell_align(value: &str) -> Option<CellAlign> {
    let is = |name: &str| value.trim().eq_ignore_ascii_case(name);
    [("left", CellAlign::Left), ("center", CellAlign::Center), ("right", CellAlign::Right)]
        .into_iter()
        .find_map(|(name, align)| is(name).then_some(align))
}

/// The last `text-align` of an inline style.
fn text_align(style: &str) -> Option<CellAlign> {
    // Most say nothing else.
    match style.strip_prefix("text-align: ") {
        Some("left") => return Some(CellAlign::Left),
        Some("center") => return Some(CellAlign::Center),
        Some("right") => return Some(CellAlign::Right),
        _ => {}
    }
    declarations(style).rev().find_map(|(property, value)| {
        property.eq_ignore_ascii_case("text-align").then(|| cell_align(value))?
    })
}

/// Whether a table is only there to lay out what stands in it: one cell; or cells that hold headings
/// or whole tables, in one column or two rows, and are no headings themselves.
pub(super) fn only_lays_out(rows: &[Row<'_>]) -> bool {
    let mut cells = rows.iter().flat_map(|row| &row.cells);
    if rows.iter().any(|row| row.part == TablePart::Head) || cells.clone().any(|cell| cell.header) {
        return false;
    }
    let is_part = |block: &Block<'_>| matches!(block, Block::Heading(_) | Block::Table(_));
    let lone = cells.clone().count() == 1;
    let narrow = rows.len() < 3 || rows.iter().all(|row| row.cells.len() < 2);
    lone || narrow && cells.any(|cell| cell.blocks.iter().any(is_part))
}

/// What stands in rows, without them.
pub(super) fn into_blocks(rows: Vec<Row<'_>>) -> impl Iterator<Item = Block<'_>> {
    rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks)
}
