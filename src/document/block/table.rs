//! [`Table`]: its rows and cells.

use serde::{Deserialize, Serialize};

use super::Block;
use crate::document::figure::{Caption, Credit};
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Table<'a> {
    /// Its caption, without the credits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Caption<'a>>,
    /// Whom its caption credits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit<'a>>,
    /// Its rows, in order.
    pub rows: Vec<Row<'a>>,
    /// Its place.
    pub span: Span,
}

/// A row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Row<'a> {
    /// The part of the table it stands in.
    pub part: TablePart,
    /// Its cells.
    pub cells: Vec<Cell<'a>>,
}

/// The part of a [`Table`] that a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TablePart {
    /// `<thead>`.
    Head,
    /// `<tbody>`.
    Body,
    /// `<tfoot>`.
    Foot,
}

/// A cell of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Cell<'a> {
    /// Whether it is a heading of its row or column (`<th>`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub header: bool,
    /// What it is the heading of, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<CellScope>,
    /// How its lines are set, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<CellAlign>,
    /// How many columns it spans; 1 if it says nothing.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub colspan: u16,
    /// How many rows it spans; 1 if it says nothing, 0 for the rest of its part.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rowspan: u16,
    /// What it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block<'a>>,
}

/// What a heading [`Cell`] is the heading of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CellScope {
    /// The cells below it.
    Column,
    /// The cells beside it.
    Row,
    /// A group of columns.
    ColumnGroup,
    /// A group of rows.
    RowGroup,
}

/// How the lines of a [`Cell`] are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CellAlign {
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

const fn one() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_one(span: &u16) -> bool {
    *span == 1
}

owned_already!(TablePart, CellScope, CellAlign);
owned_struct!(Table { caption, credits, rows, span });
owned_struct!(Row { part, cells });
owned_struct!(Cell { header, scope, align, colspan, rowspan, blocks });
