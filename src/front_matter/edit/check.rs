//! The net below every change: the new text is read, and says what it shall say and nothing else.

use std::collections::HashMap;

use super::action::Action;
use super::look::Look;
use super::path::ValuePath;
use super::refusal::Refusal;
use crate::front_matter::Format;
use crate::front_matter::mapping::Mapping;
use crate::front_matter::value::{Value, ValueKind};
use crate::span::Span;

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
    let place = |path: &ValuePath<'_>| {
        let value = before.front_matter().and_then(|(_, values)| values.at(path));
        value.map_or(before.found.front_matter.as_ref().map(|it| it.span), |it| Some(it.span))
    };
    let refuse = |difference: Option<String>| {
        let (span, reason) = before
            .reason(path)
            .or_else(|| Some((place(path)?, difference.clone()?)))
            .unwrap_or_else(|| {
                (Span::default(), difference.unwrap_or_else(|| "it would not read back".to_owned()))
            });
        Refusal::new(path, span, reason)
    };
    if let Some(unreadable) = after.unreadable() {
        return Err(refuse(Some(unreadable.message().to_owned())));
    }
    let Some((found, values)) = after.front_matter() else {
        return Err(refuse(Some("the front matter would no longer be found".to_owned())));
    };
    let parts = |look: &Look<'_>| (look.found.split.bom.len(), look.found.body.len());
    if parts(before) != parts(after) || before.found.body != after.found.body {
        return Err(refuse(Some("the body would change".to_owned())));
    }
    if found.format != format {
        return Err(refuse(Some("the format would change".to_owned())));
    }
    match difference(expected, values, &root) {
        None => Ok(()),
        Some(other) if other == *path => {
            Err(refuse(Some("it would not read back the same".to_owned())))
        }
        Some(other) => Err(refuse(Some(format!("`{other}` would change, too")))),
    }
}

/// The path of the first value that differs; the order of keys makes no difference, as TOML does not
/// leave it to its writer.
fn difference<'p>(
    expected: &Mapping<'_>,
    found: &Mapping<'_>,
    path: &ValuePath<'p>,
) -> Option<ValuePath<'p>> {
    let in_order = expected.len() == found.len()
        && expected.iter().zip(found).all(|(expected, found)| expected.key == found.key);
    if in_order {
        let mut pairs = expected.iter().zip(found);
        return pairs.find_map(|(expected, found)| {
            differs(&expected.value, &found.value, path, &expected.key)
        });
    }
    let mut by_key: HashMap<&str, &Value<'_>> =
        found.iter().map(|entry| (&*entry.key, &entry.value)).collect();
    let first = expected.iter().find_map(|entry| match by_key.remove(&*entry.key) {
        Some(found) => differs(&entry.value, found, path, &entry.key),
        None => Some(path.join(entry.key.as_str().to_owned())),
    });
    // What is there and was not expected.
    first.or_else(|| by_key.into_keys().min().map(|key| path.join(key.to_owned())))
}

/// Goes no deeper than values nest, which is bounded.
fn differs<'p>(
    expected: &Value<'_>,
    found: &Value<'_>,
    path: &ValuePath<'p>,
    step: &str,
) -> Option<ValuePath<'p>> {
    if expected == found {
        return None;
    }
    let path = path.join(step.to_owned());
    match (&expected.kind, &found.kind) {
        (ValueKind::Mapping(expected), ValueKind::Mapping(found)) => {
            difference(expected, found, &path)
        }
        (ValueKind::List(expected), ValueKind::List(found)) if expected.len() == found.len() => {
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs.find_map(|(at, (expected, found))| {
                differs(expected, found, &path, &at.to_string())
            })
        }
        _ => Some(path),
    }
}
