//! The net below every change: the new text is read, and says what it shall say and nothing else.

use std::collections::HashMap;

use super::action::Action;
use super::look::Look;
use super::path::ValuePath;
use super::refusal::Refusal;
use crate::front_matter::Format;
use crate::front_matter::mapping::Mapping;
use crate::front_matter::value::{Value, ValueKind};

/// Whether `after` is `before` with the values `expected` in `format`; why not, if not.
pub(super) fn check(
    before: &Look<'_>,
    after: &Look<'_>,
    action: Option<&Action<'_>>,
    expected: &Mapping<'_>,
    format: Format,
) -> Result<(), Refusal> {
    let root = ValuePath::root();
    let path = action.map_or(&root, Action::path);
    let refuse = |reason: String| {
        let (span, reason) = before.reason(path).unwrap_or_else(|| (before.place(path), reason));
        Refusal::new(path, span, reason)
    };
    if let Some(unreadable) = after.unreadable() {
        return Err(refuse(unreadable.message().to_owned()));
    }
    let Some((found, values)) = after.front_matter() else {
        return Err(refuse("the front matter would no longer be found".to_owned()));
    };
    let parts = |look: &Look<'_>| (look.found.split.bom.len(), look.found.body.len());
    if parts(before) != parts(after) || before.found.body != after.found.body {
        return Err(refuse("the body would change".to_owned()));
    }
    if found.format != format {
        return Err(refuse("the format would change".to_owned()));
    }
    let Some(way) = difference(expected, values) else { return Ok(()) };
    let other: ValuePath<'_> = way.into_iter().rev().collect();
    Err(refuse(if other == *path {
        "it would not read back the same".to_owned()
    } else {
        format!("`{other}` would change, too")
    }))
}

/// The way to the first value that differs, from its end; the order of keys makes no difference, as
/// TOML does not leave it to its writer. Goes no deeper than values nest, which is bounded.
fn difference(expected: &Mapping<'_>, found: &Mapping<'_>) -> Option<Vec<String>> {
    let in_order = expected.len() == found.len()
        && expected.iter().zip(found).all(|(expected, found)| expected.key == found.key);
    if in_order {
        let mut pairs = expected.iter().zip(found);
        return pairs.find_map(|(expected, found)| {
            differs(&expected.value, &found.value, &|| expected.key.to_string())
        });
    }
    let mut by_key: HashMap<&str, &Value<'_>> =
        found.iter().map(|entry| (&*entry.key, &entry.value)).collect();
    let first = expected.iter().find_map(|entry| match by_key.remove(&*entry.key) {
        Some(found) => differs(&entry.value, found, &|| entry.key.to_string()),
        None => Some(vec![entry.key.to_string()]),
    });
    // What is there and was not expected.
    first.or_else(|| by_key.into_keys().min().map(|key| vec![key.to_owned()]))
}

fn differs(
    expected: &Value<'_>,
    found: &Value<'_>,
    step: &dyn Fn() -> String,
) -> Option<Vec<String>> {
    let mut way = match (&expected.kind, &found.kind) {
        (ValueKind::Mapping(expected), ValueKind::Mapping(found)) => difference(expected, found)?,
        (ValueKind::List(expected), ValueKind::List(found)) if expected.len() == found.len() => {
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs
                .find_map(|(at, (expected, found))| differs(expected, found, &|| at.to_string()))?
        }
        _ if expected == found => return None,
        _ => Vec::new(),
    };
    way.push(step());
    Some(way)
}
