//! TOML with a table for each mapping.

use super::{Hand, Unwritable, Within, inline, key};
use crate::front_matter::mapping::{Entry, Mapping};
use crate::front_matter::value::{Value, ValueKind};

/// The keys of a table, then the tables within it, whose headers begin with `path`.
pub(in super::super) fn table(
    mapping: &Mapping<'_>,
    path: &str,
    hand: Hand,
    newline: &str,
    out: &mut String,
) -> Result<(), Unwritable> {
    let (tables, own): (Vec<_>, Vec<_>) = mapping.iter().partition(|entry| has_header(entry));
    for entry in own {
        line(&entry.key, &entry.value, hand, newline, out)?;
    }
    for entry in tables {
        let mut path = if path.is_empty() { String::new() } else { [path, "."].concat() };
        key(&entry.key, hand, Within::Line, &mut path);
        match &entry.value.kind {
            ValueKind::Mapping(inner) => headed(inner, &path, ["[", "]"], hand, newline, out)?,
            ValueKind::List(items) => {
                for inner in items.iter().filter_map(Value::as_mapping) {
                    headed(inner, &path, ["[[", "]]"], hand, newline, out)?;
                }
            }
            ValueKind::Scalar(_) => {}
        }
    }
    Ok(())
}

fn headed(
    mapping: &Mapping<'_>,
    path: &str,
    [open, close]: [&str; 2],
    hand: Hand,
    newline: &str,
    out: &mut String,
) -> Result<(), Unwritable> {
    if !out.is_empty() {
        out.push_str(newline);
    }
    out.extend([open, path, close, newline]);
    table(mapping, path, hand, newline, out)
}

/// `key = value` and a line end.
pub(in super::super) fn line(
    name: &str,
    value: &Value<'_>,
    hand: Hand,
    newline: &str,
    out: &mut String,
) -> Result<(), Unwritable> {
    key(name, hand, Within::Line, out);
    out.push_str(" = ");
    inline(value, hand, Within::Line, out)?;
    out.push_str(newline);
    Ok(())
}

/// Whether a value is written below a header: a mapping, or a list of nothing but mappings.
fn has_header(entry: &Entry<'_>) -> bool {
    match &entry.value.kind {
        ValueKind::Mapping(_) => true,
        ValueKind::List(items) => {
            !items.is_empty() && items.iter().all(|item| item.as_mapping().is_some())
        }
        ValueKind::Scalar(_) => false,
    }
}
