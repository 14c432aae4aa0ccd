//! [`DateOrder`]: which number of `03/04/2021` is which.

use super::written::{Written, full_year};

/// What the numbers of a date mean that does not begin with its year: `03/04/2021`, `3.4.21`.
///
/// Nothing in such a date tells, only who knows its author: see
/// [`Parser::date_order`](crate::Parser::date_order). A number that cannot be what the order says
/// makes the date an impossible one; it is not read in another order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum DateOrder {
    /// Not known. The date keeps its text, with a diagnostic.
    #[default]
    Unknown,
    /// The day, the month, the year, as most of the world writes.
    DayFirst,
    /// The month, the day, the year, as in the United States.
    MonthFirst,
    /// The year, the month, the day, where the year has two digits: `21-04-03`.
    YearFirst,
}

impl DateOrder {
    /// Three numbers, written down as month, day and year, as what they are in this order; `None` if
    /// it does not tell. `short`: whether the last one has two digits.
    pub(super) fn of(self, written: Written<'_>, short: bool) -> Option<Written<'_>> {
        let (first, second, third) = (written.month, written.day, written.year);
        let last_year = if short { full_year(third) } else { third };
        let (day, month, year) = match self {
            Self::DayFirst => (first, second, last_year),
            Self::MonthFirst => (second, first, last_year),
            Self::YearFirst if short => (third, second, full_year(first)),
            Self::Unknown | Self::YearFirst => return None,
        };
        Some(Written { year, month, day, ..written })
    }
}
