//! Org mode's keywords, as Hugo reads them: `#+KEY: value`, a line each.
//!
//! A key's case makes no difference. `#+KEY[]: a b` is a list of words, `#+FILETAGS: :a:b:` one of
//! tags, and a keyword that stands more than once a list of its values. All values are text.

use std::collections::HashMap;

use super::mapping::{Entry, Mapping};
use super::scalar::Scalar;
use super::value::{Value, ValueKind};
use super::{Raw, Reading};
use crate::diagnostic::{Code, Diagnostics};
use crate::limits::Limits;
use crate::text::Text;

/// Reads lines of keywords.
pub(super) fn read<'a>(
    raw: Raw<'a>,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Reading<'a> {
    let (mut entries, mut places) = (Vec::<Entry<'a>>::new(), HashMap::<Text<'a>, usize>::new());
    let mut left = limits.values;
    for line in raw.text.split_inclusive(['\n', '\r']) {
        let Some((key, value)) = keyword(line) else { continue };
        let entry = entry(raw, key, value);
        let values = 1 + entry.value.as_list().map_or(0, <[_]>::len);
        let Some(rest) = left.checked_sub(u32::try_from(values).unwrap_or(u32::MAX)) else {
            let message = "there are more values than the limit; the rest is left aside";
            diagnostics.push(Code::TooManyValues, raw.of(line).span(), message);
            break;
        };
        left = rest;
        if let Some(&at) = places.get(&entry.key) {
            append(&mut entries[at].value, entry.value);
        } else {
            places.insert(entry.key.clone(), entries.len());
            entries.push(entry);
        }
    }
    Reading::Mapping(Mapping::from_entries(entries, |_| {}))
}

/// The length of the lines of keywords that a text begins with.
pub(super) fn keywords(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| keyword(line).is_some()).map(str::len).sum()
}

/// A line's key and value.
fn keyword(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.strip_prefix("#+")?.split_once(':')?;
    let is_key = !key.is_empty() && !key.contains(char::is_whitespace);
    is_key.then(|| (key, value.trim()))
}

fn entry<'a>(raw: Raw<'a>, key: &'a str, value: &'a str) -> Entry<'a> {
    let (name, is_list) = key.strip_suffix("[]").map_or((key, false), |name| (name, true));
    let key_span = raw.of(name).span();
    let lower = name.bytes().all(|byte| !byte.is_ascii_uppercase());
    let name = if lower { Text::borrowed(name) } else { name.to_ascii_lowercase().into() };
    let list =
        |items: Vec<Value<'a>>| Value { kind: ValueKind::List(items), span: raw.of(value).span() };
    let value = match &*name {
        "filetags" => {
            let tags = value.split(':').filter(|tag| !tag.is_empty());
            list(tags.map(|tag| text(raw, tag)).collect())
        }
        _ if is_list => list(value.split_whitespace().map(|word| text(raw, word)).collect()),
        _ => text(raw, value),
    };
    Entry { key: name, key_span, value }
}

fn text<'a>(raw: Raw<'a>, text: &'a str) -> Value<'a> {
    let scalar = Scalar::text(Text::borrowed(text));
    Value { kind: ValueKind::Scalar(scalar), span: raw.of(text).span() }
}

/// Makes of two values of one key a list of both.
fn append<'a>(value: &mut Value<'a>, more: Value<'a>) {
    let span = value.span.hull(more.span);
    let more = match more.kind {
        ValueKind::List(items) => items,
        _ => vec![more],
    };
    if let ValueKind::List(items) = &mut value.kind {
        items.extend(more);
    } else {
        let first = std::mem::replace(&mut value.kind, ValueKind::List(Vec::new()));
        let first = Value { kind: first, span: value.span };
        value.kind = ValueKind::List(std::iter::once(first).chain(more).collect());
    }
    value.span = span;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(text: &str) -> String {
        let mut diagnostics = Diagnostics::new(9);
        let limits = Limits::new().with_values(6);
        let Reading::Mapping(mapping) = read(Raw { text, base: 0 }, &limits, &mut diagnostics)
        else {
            panic!("not read");
        };
        let told = diagnostics.finish(text);
        let json = serde_json::to_string(&mapping).unwrap();
        told.iter().fold(json, |json, told| format!("{json} {:?}", told.code))
    }

    #[test]
    fn keywords_are_entries() {
        for (text, expected) in [
            ("#+TITLE: a: b \r\n", r#"{"title":"a: b"}"#),
            ("#+draft: true\n#+weight: 3", r#"{"draft":"true","weight":"3"}"#),
            ("#+TAGS[]: a  b\n", r#"{"tags":["a","b"]}"#),
            ("#+filetags: :a:b c:\n", r#"{"filetags":["a","b c"]}"#),
            ("#+author: A\n#+AUTHOR: B\n#+x:\n#+author: C\n", r#"{"author":["A","B","C"],"x":""}"#),
            ("#+a[]: 1 2 3 4 5 6\n", "{} TooManyValues"),
        ] {
            assert_eq!(read_as(text), expected, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_source() {
        let text = "#+A: x\n#+A: y\n#+B[]: u v\n";
        let limits = Limits::new();
        let reading = read(Raw { text, base: 0 }, &limits, &mut Diagnostics::new(0));
        let Reading::Mapping(mapping) = reading else { panic!("not read") };
        let places = |value: &Value<'_>| value.span.slice(text).unwrap().to_owned();
        let values: Vec<_> = mapping.iter().map(|entry| places(&entry.value)).collect();
        assert_eq!(values, ["x\n#+A: y", "u v"]);
        assert_eq!(places(mapping.path("b.1").unwrap()), "v");
        assert_eq!(mapping.entries()[1].key_span.slice(text), Some("B"));
    }

    #[test]
    fn the_first_other_line_is_the_body() {
        for (text, expected) in [
            ("#+a: 1\n#+b: 2\n\nx", 14),
            ("#+a: 1", 6),
            ("#+begin_src\n#+a: 1", 0),
            ("#+a b: 1\n", 0),
            ("# a: 1\n", 0),
            ("#+: 1\n", 0),
            ("", 0),
        ] {
            assert_eq!(keywords(text), expected, "{text}");
        }
    }
}
