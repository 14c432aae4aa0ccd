//! From one value to one field: what shapes it may have, and what is left where it has none of them.

use super::human::{human, trim};
use crate::date::{self, Date, DateOrder};
use crate::diagnostic::Diagnostics;
use crate::front_matter::{Scalar, Value, ValueKind};
use crate::text::Text;

/// Whether a value filled its field, and what of it did not fit.
pub(super) struct Filled<'a> {
    pub(super) found: bool,
    pub(super) rest: Option<Value<'a>>,
}

impl<'a> Filled<'a> {
    const fn whole() -> Self {
        Self { found: true, rest: None }
    }

    pub(super) const fn not(value: Value<'a>) -> Self {
        Self { found: false, rest: Some(value) }
    }
}

pub(super) fn human_text<'a>(
    field: &mut Option<Text<'a>>,
    value: Value<'a>,
    diagnostics: &mut Diagnostics,
) -> Filled<'a> {
    let span = value.span;
    set(field, scalar(value).map(|text| human(text, span, diagnostics)))
}

pub(super) fn word<'a>(field: &mut Option<Text<'a>>, value: Value<'a>) -> Filled<'a> {
    set(field, scalar(value).map(trim))
}

pub(super) fn dated<'a>(
    field: &mut Option<Date<'a>>,
    value: Value<'a>,
    order: DateOrder,
    diagnostics: &mut Diagnostics,
) -> Filled<'a> {
    let span = value.span;
    set(field, scalar(value).map(|text| date::read(text, span, order, diagnostics)))
}

pub(super) fn flag<'a>(field: &mut Option<bool>, value: Value<'a>) -> Filled<'a> {
    set(field, value.as_flag().ok_or(value))
}

fn set<'a, T>(field: &mut Option<T>, result: Result<T, Value<'a>>) -> Filled<'a> {
    match result {
        Ok(found) => {
            *field = Some(found);
            Filled::whole()
        }
        Err(value) => Filled::not(value),
    }
}

/// Fills a field of many by `read`, which appends to it and answers what does not fit.
pub(super) fn list<'a, T>(
    field: &mut Vec<T>,
    read: impl FnOnce(&mut Vec<T>) -> Option<Value<'a>>,
) -> Filled<'a> {
    let before = field.len();
    let rest = read(field);
    Filled { found: field.len() > before, rest }
}

/// Reads each item of a list, or the value itself; answers those that `read` gives back. Items that
/// say nothing are left out.
pub(super) fn each<'a>(
    value: Value<'a>,
    mut read: impl FnMut(Value<'a>) -> Result<(), Value<'a>>,
) -> Option<Value<'a>> {
    let span = value.span;
    let ValueKind::List(items) = value.kind else { return read(value).err() };
    let mut rest = Vec::new();
    for item in items.into_iter().filter(|item| !is_empty(item)) {
        rest.extend(read(item).err());
    }
    (!rest.is_empty()).then_some(Value { kind: ValueKind::List(rest), span })
}

/// The text of a scalar; another value is given back.
pub(super) fn scalar(value: Value<'_>) -> Result<Text<'_>, Value<'_>> {
    match value.kind {
        ValueKind::Scalar(Scalar { text, .. }) => Ok(text),
        kind => Err(Value { kind, span: value.span }),
    }
}

/// Whether a value says nothing: null, blanks, an empty list or mapping.
pub(super) fn is_empty(value: &Value<'_>) -> bool {
    match &value.kind {
        ValueKind::Scalar(scalar) => {
            scalar.text.chars().all(char::is_whitespace) || value.is_null()
        }
        ValueKind::List(items) => items.is_empty(),
        ValueKind::Mapping(mapping) => mapping.is_empty(),
    }
}

/// Whether a value is `true` or `false`, which is never an address or a name.
pub(super) fn is_switch(value: &Value<'_>) -> bool {
    value.as_bool().is_some()
}
