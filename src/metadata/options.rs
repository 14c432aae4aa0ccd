//! [`Options`]: what the reader of metadata is told beforehand.

use crate::date::DateOrder;
use crate::front_matter::Dialect;

/// How values are read where generators and people disagree. The words are the
/// [`Parser`](crate::Parser)'s.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) dialect: Dialect,
    pub(crate) date_order: DateOrder,
    pub(crate) split_commas: bool,
}

impl Options {
    pub(crate) const fn new() -> Self {
        Self { dialect: Dialect::Common, date_order: DateOrder::Unknown, split_commas: false }
    }
}
