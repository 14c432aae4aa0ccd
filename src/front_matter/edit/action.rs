//! [`Action`]: what a change means to the values that are there.

use std::borrow::Cow;

use super::path::ValuePath;
use super::refusal::Refusal;
use crate::front_matter::mapping::{Entry, Mapping};
use crate::front_matter::value::{Value, ValueKind};
use crate::span::Span;
use crate::text::Text;

/// What the caller asks for.
#[derive(Debug, Clone)]
pub(super) enum Change<'v> {
    Set(Value<'v>),
    Push(Value<'v>),
    Remove,
    Rename(Text<'v>),
}

/// The same, when it is known what is there.
#[derive(Debug, Clone)]
pub(super) enum Action<'v> {
    /// The value at a path becomes another one.
    Replace(ValuePath<'v>, Value<'v>),
    /// A mapping gets the key that the path ends with.
    Insert(ValuePath<'v>, Value<'v>),
    /// The list at a path gets one more item.
    Append(ValuePath<'v>, Value<'v>),
    /// An entry or item goes.
    Delete(ValuePath<'v>),
    /// The key that the path ends with becomes another one.
    Rename(ValuePath<'v>, Text<'v>),
}

impl<'v> Action<'v> {
    /// What `change` at `path` means in `values`.
    pub(super) fn of(
        values: &Mapping<'_>,
        path: &ValuePath<'v>,
        change: Change<'v>,
    ) -> Result<Self, Refusal> {
        let reached = Reached::along(values, path);
        let there = reached.value.filter(|_| reached.depth == path.steps().len());
        match (change, there) {
            (Change::Set(value), Some(_)) => Ok(Self::Replace(path.clone(), value)),
            (Change::Set(value), None) => reached.set_below(path, value),
            (Change::Push(value), Some(list)) => match &list.kind {
                ValueKind::List(_) => Ok(Self::Append(path.clone(), value)),
                _ if list.is_null() => Ok(Self::Replace(path.clone(), list_of(value))),
                _ => Err(Refusal::new(path, list.span, "the value is not a list")),
            },
            (Change::Push(value), None) => reached.set_below(path, list_of(value)),
            (Change::Remove, Some(_)) => Ok(Self::Delete(path.clone())),
            (Change::Rename(key), Some(value)) => {
                if let Some((_, holder)) = holder_of(values, path) {
                    may_rename(holder, path, &key, value)?;
                }
                Ok(Self::Rename(path.clone(), key))
            }
            (Change::Remove | Change::Rename(_), None) => Err(reached.refuse_missing(path)),
        }
    }

    /// The path that it changes something at.
    pub(super) const fn path(&self) -> &ValuePath<'v> {
        match self {
            Self::Replace(path, _)
            | Self::Insert(path, _)
            | Self::Append(path, _)
            | Self::Delete(path)
            | Self::Rename(path, _) => path,
        }
    }

    /// What `values` shall be afterwards.
    pub(super) fn apply<'m>(self, values: &mut Mapping<'m>) -> Option<()>
    where
        'v: 'm,
    {
        match self {
            Self::Replace(path, value) => *value_mut(values, path.steps())? = value,
            Self::Append(path, value) => match &mut value_mut(values, path.steps())?.kind {
                ValueKind::List(items) => items.push(value),
                _ => return None,
            },
            Self::Insert(path, value) => {
                let (parent, key) = path.split_last()?;
                let entry = entry(key.clone(), value);
                mapping_mut(values, parent.steps())?.entries_mut().push(entry);
            }
            Self::Rename(path, key) => {
                let (parent, old) = path.split_last()?;
                let entries = mapping_mut(values, parent.steps())?.entries_mut();
                entries.iter_mut().find(|entry| entry.key == *old)?.key = key;
            }
            Self::Delete(path) => delete(values, &path)?,
        }
        Some(())
    }
}

/// The value that is as far along a path as there is one.
struct Reached<'m, 'a> {
    /// `None` for the mapping of all.
    value: Option<&'m Value<'a>>,
    /// How many steps lead there.
    depth: usize,
    root: &'m Mapping<'a>,
}

impl<'m, 'a> Reached<'m, 'a> {
    fn along(root: &'m Mapping<'a>, path: &ValuePath<'_>) -> Self {
        let mut reached = Self { value: None, depth: 0, root };
        for step in path.steps() {
            let next = match reached.value {
                None => root.get(step),
                Some(value) => value.step(step),
            };
            let Some(next) = next else { break };
            reached = Self { value: Some(next), depth: reached.depth + 1, root };
        }
        reached
    }

    /// Where no value is at the path: a mapping on the way gets a key.
    fn set_below<'v>(&self, path: &ValuePath<'v>, value: Value<'v>) -> Result<Action<'v>, Refusal> {
        let Some((_, missing)) = path.steps().split_at_checked(self.depth) else {
            return Err(self.refuse_missing(path));
        };
        match self.value {
            Some(nothing) if nothing.is_null() => {
                Ok(Action::Replace(path.first(self.depth), nested(missing, value)))
            }
            Some(Value { kind: ValueKind::Mapping(_), .. }) | None if !missing.is_empty() => {
                let value = nested(&missing[1..], value);
                Ok(Action::Insert(path.first(self.depth + 1), value))
            }
            _ => Err(self.refuse_missing(path)),
        }
    }

    fn refuse_missing(&self, path: &ValuePath<'_>) -> Refusal {
        let here = path.first(self.depth);
        let reason = match self.value.map(|value| &value.kind) {
            Some(ValueKind::Scalar(_)) => format!("`{here}` is neither a mapping nor a list"),
            Some(ValueKind::List(items)) => format!("`{here}` is a list of {}", items.len()),
            _ => "there is no such value".to_owned(),
        };
        let first = self.root.iter().next().map_or(Span::default(), |entry| entry.key_span);
        Refusal::new(path, self.value.map_or(first, |value| value.span), reason)
    }
}

/// `value` as the only one below the keys `steps`.
fn nested<'v>(steps: &[Text<'v>], value: Value<'v>) -> Value<'v> {
    steps.iter().rev().fold(value, |value, step| {
        let mapping = Mapping::of_distinct(vec![entry(step.clone(), value)]);
        Value { kind: ValueKind::Mapping(mapping), span: Span::default() }
    })
}

fn entry<'v>(key: Text<'v>, value: Value<'v>) -> Entry<'v> {
    Entry { key, key_span: Span::default(), value }
}

fn list_of(value: Value<'_>) -> Value<'_> {
    Value { kind: ValueKind::List(vec![value]), span: Span::default() }
}

/// The list or mapping that holds the value at `path`; `None` in it for the mapping of all.
pub(super) fn holder_of<'m, 'a, 'v>(
    values: &'m Mapping<'a>,
    path: &ValuePath<'v>,
) -> Option<(ValuePath<'v>, Holder<'m, 'a>)> {
    let (parent, _) = path.split_last()?;
    let holder = match values.at(&parent) {
        Some(Value { kind: ValueKind::Mapping(mapping), span }) => {
            Holder::Mapping(mapping, Some(*span))
        }
        Some(Value { kind: ValueKind::List(items), span }) => Holder::List(items, *span),
        Some(_) => return None,
        None => Holder::Mapping(values, None),
    };
    Some((parent, holder))
}

/// A list or mapping with its place, which the mapping of all does not have.
#[derive(Debug, Clone, Copy)]
pub(super) enum Holder<'m, 'a> {
    Mapping(&'m Mapping<'a>, Option<Span>),
    List(&'m [Value<'a>], Span),
}

fn may_rename(
    holder: Holder<'_, '_>,
    path: &ValuePath<'_>,
    key: &str,
    value: &Value<'_>,
) -> Result<(), Refusal> {
    let Holder::Mapping(mapping, _) = holder else {
        return Err(Refusal::new(path, value.span, "the item of a list has no key"));
    };
    let old = path.steps().last().map(Text::as_str);
    let taken = mapping.iter().find(|entry| entry.key == *key && old != Some(key));
    taken.map_or(Ok(()), |entry| {
        Err(Refusal::new(path, entry.key_span, format!("there is a key `{key}` already")))
    })
}

fn value_mut<'m, 'a>(
    mapping: &'m mut Mapping<'a>,
    steps: &[Text<'_>],
) -> Option<&'m mut Value<'a>> {
    let (key, rest) = steps.split_first()?;
    let entry = mapping.entries_mut().iter_mut().find(|entry| entry.key == **key)?;
    rest.iter().try_fold(&mut entry.value, |value, step| match &mut value.kind {
        ValueKind::List(items) => items.get_mut(step.parse::<usize>().ok()?),
        ValueKind::Mapping(mapping) => {
            let entry = mapping.entries_mut().iter_mut().find(|entry| entry.key == **step)?;
            Some(&mut entry.value)
        }
        ValueKind::Scalar(_) => None,
    })
}

fn mapping_mut<'m, 'a>(
    mapping: &'m mut Mapping<'a>,
    steps: &[Text<'_>],
) -> Option<&'m mut Mapping<'a>> {
    if steps.is_empty() {
        return Some(mapping);
    }
    match &mut value_mut(mapping, steps)?.kind {
        ValueKind::Mapping(mapping) => Some(mapping),
        _ => None,
    }
}

fn delete(values: &mut Mapping<'_>, path: &ValuePath<'_>) -> Option<()> {
    let (parent, last) = path.split_last()?;
    if let Some(Value { kind: ValueKind::List(items), .. }) = value_mut(values, parent.steps()) {
        let at = last.parse::<usize>().ok().filter(|&at| at < items.len())?;
        items.remove(at);
        return Some(());
    }
    let entries = mapping_mut(values, parent.steps())?.entries_mut();
    let at = entries.iter().position(|entry| entry.key == **last)?;
    entries.remove(at);
    Some(())
}

impl<'a> Mapping<'a> {
    /// The value at a path of keys and list indexes, keys that hold a dot included.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{Mapping, ValuePath};
    ///
    /// let mapping: Mapping = serde_json::from_str(r#"{"v1.2": ["x"]}"#)?;
    /// let path = ValuePath::from(["v1.2", "0"]);
    /// assert_eq!(mapping.at(&path).and_then(|value| value.as_str()), Some("x"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn at(&self, path: &ValuePath<'_>) -> Option<&Value<'a>> {
        let (key, rest) = path.steps().split_first()?;
        rest.iter().try_fold(self.get(key)?, |value, step| value.step(step))
    }
}

/// The values with what is left out of them, when a format has no word for nothing.
pub(super) fn without_nulls<'m, 'a>(values: &'m Mapping<'a>) -> Cow<'m, Mapping<'a>> {
    let mut values = Cow::Borrowed(values);
    if has_null(&values) {
        drop_nulls(values.to_mut());
    }
    values
}

fn has_null(values: &Mapping<'_>) -> bool {
    fn is_or_has(value: &Value<'_>) -> bool {
        match &value.kind {
            ValueKind::Scalar(_) => value.is_null(),
            ValueKind::List(items) => items.iter().any(is_or_has),
            ValueKind::Mapping(mapping) => has_null(mapping),
        }
    }
    values.iter().any(|entry| is_or_has(&entry.value))
}

/// Goes no deeper than values nest, which is bounded.
fn drop_nulls(values: &mut Mapping<'_>) {
    fn within(value: &mut Value<'_>) {
        match &mut value.kind {
            ValueKind::Scalar(_) => {}
            ValueKind::List(items) => {
                items.retain(|item| !item.is_null());
                items.iter_mut().for_each(within);
            }
            ValueKind::Mapping(mapping) => drop_nulls(mapping),
        }
    }
    let entries = values.entries_mut();
    entries.retain(|entry| !entry.value.is_null());
    for entry in entries {
        within(&mut entry.value);
    }
}
