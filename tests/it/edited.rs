//! What holds for every edit, as functions that panic where it does not.
//!
//! The tests call them on files, the fuzz target `edit` (`fuzz/`, which includes this file) on anything.
//! What an edit means is said here once more, in terms of JSON.
#![allow(unreachable_pub, dead_code, reason = "a library where `fuzz` includes it")]

use copydesk::{
    Dialect, Document, Edit, Error, ErrorKind, Format, Mapping, Parser, Position, Span, Value,
    ValueKind, ValuePath,
};
use serde_json::{Map, Value as Json, json};

/// What is done to a value.
#[derive(Debug, Clone)]
pub enum Change {
    Set(Json),
    Push(Json),
    Remove,
    Rename(String),
}

/// Edits of any text between fences change what they mean and nothing else, or are refused. A text
/// that does not bring TOML's or JSON's fence gets YAML's. Of the values, a part is edited: `most` says
/// how many.
///
/// # Panics
///
/// If one does not.
pub fn edits(front_matter: &str, most: usize) {
    let source = match front_matter.as_bytes() {
        [b'+' | b';' | b'{', ..] => front_matter.to_owned(),
        _ => format!("---\n{front_matter}\n---\n<p>x"),
    };
    // Which values, rules and formats it is makes no difference to a fuzzer, which tries them all.
    let turn = source.len();
    let dialects = [Dialect::Common, Dialect::Hexo];
    for dialect in dialects.into_iter().cycle().skip(turn).take(most) {
        let parser = Parser::new().dialect(dialect);
        let document = parser.parse_front_matter(&source);
        let values = document.front_matter().map(|front_matter| front_matter.values());
        let mut paths = paths(&values.unwrap_or_default());
        paths.push(vec!["a new: key".to_owned()]);
        let every = paths.len().div_ceil(4 * most);
        for (at, path) in paths.iter().skip(turn % every).step_by(every).enumerate() {
            for change in changes(at + turn) {
                let _ = edit(&parser, &source, path, &change);
            }
        }
        let formats = [Format::Yaml, Format::Toml, Format::Json];
        for format in formats.into_iter().cycle().skip(turn).take(2 * most) {
            let _ = convert(&parser, &source, format);
        }
    }
}

/// The paths of all values.
#[must_use]
pub fn paths(values: &Mapping<'_>) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    collect(values, &mut Vec::new(), &mut paths);
    paths
}

fn collect(values: &Mapping<'_>, path: &mut Vec<String>, paths: &mut Vec<Vec<String>>) {
    for entry in values {
        collect_value(entry.key.to_string(), &entry.value, path, paths);
    }
}

fn collect_value(
    step: String,
    value: &Value<'_>,
    path: &mut Vec<String>,
    paths: &mut Vec<Vec<String>>,
) {
    path.push(step);
    paths.push(path.clone());
    match &value.kind {
        ValueKind::List(items) => {
            for (at, item) in items.iter().enumerate() {
                collect_value(at.to_string(), item, path, paths);
            }
        }
        ValueKind::Mapping(mapping) => collect(mapping, path, paths),
        _ => {}
    }
    path.pop();
}

/// Some changes, other ones each time.
fn changes(at: usize) -> [Change; 5] {
    let values = [
        json!("plain words"),
        json!("it's: a \"new\" #1 \\ thing"),
        json!("two\nlines\n"),
        json!(" \n\t\u{7f}\u{feff}中\r\n"),
        json!("2021-12-27"),
        json!("yes"),
        json!(""),
        json!("- x"),
        json!("a, b]"),
        json!(-7),
        json!(1.5),
        json!(false),
        json!(null),
        json!([]),
        json!({}),
        json!(["x", 1, ["y: z"], {"k": null}]),
        json!({"k": "v", "l": {"m": [1, 2]}, "": "e"}),
    ];
    let value = |n: usize| values[(at + n) % values.len()].clone();
    let names = ["name", "a b", "x: y", "", "#", "1", "é.f", "yes"];
    let name = names[at % names.len()].to_owned();
    [
        Change::Set(value(0)),
        Change::Set(value(5)),
        Change::Push(value(3)),
        Change::Remove,
        Change::Rename(name),
    ]
}

/// The text after a change, which is as it shall be, or why it is not made.
///
/// # Errors
///
/// What the edit says.
///
/// # Panics
///
/// If the change did more than was meant, or less.
pub fn edit(
    parser: &Parser<'_>,
    source: &str,
    path: &[String],
    change: &Change,
) -> Result<String, Error> {
    let place: ValuePath<'_> = path.iter().map(|step| &**step).collect();
    let written = |value: &Json| value.to_string();
    let mut edit = parser.edit(source);
    match change {
        Change::Set(value) => edit.set(place, read(&written(value))),
        Change::Push(value) => edit.push(place, read(&written(value))),
        Change::Remove => edit.remove(place),
        Change::Rename(key) => edit.rename(place, &**key),
    };
    let text = finished(&edit, source)?;
    let [before, after] = [source, &text].map(|text| parser.parse_front_matter(text));
    assert_eq!(before.body(), after.body(), "the body stays: {text:?}");
    let mut expected = values_of(&before);
    let told = format!("{change:?} at {path:?} of {source:?} gives {text:?}");
    assert!(apply(&mut expected, path, change), "is refused: {told}");
    assert_eq!(values_of(&after), expected, "{told}");
    let mut keys = vec![&*path[0]];
    if let Change::Rename(key) = change {
        keys.push(key);
    }
    if is_list(&before, path) && matches!(change, Change::Push(_)) {
        assert!(holds_in_order(&text, source), "what was there stays: {told}");
    }
    if before.front_matter().is_some() {
        assert_eq!(entries(&before, &keys), entries(&after, &keys), "other entries stay: {told}");
        assert_eq!(around(&before), around(&after), "the fences stay: {told}");
        if let Some([head, tail]) = untouched(&before, &path[0], change) {
            let stays = text.starts_with(head) && text[head.len()..].ends_with(tail);
            assert!(stays, "bytes outside of the entry stay: {told}");
        }
    }
    Ok(text)
}

/// The text in another format, or why it cannot be.
///
/// # Errors
///
/// What the edit says.
///
/// # Panics
///
/// If it says something else than before.
pub fn convert(parser: &Parser<'_>, source: &str, format: Format) -> Result<String, Error> {
    let edit = parser.edit(source);
    let text = match edit.finish_as(format) {
        Ok(text) => text,
        Err(error) => {
            error_holds(&error, source);
            return Err(error);
        }
    };
    let [before, after] = [source, &text].map(|text| parser.parse_front_matter(text));
    assert_eq!(before.body(), after.body(), "the body stays: {text:?}");
    let Some(front_matter) = after.front_matter() else { return Ok(text) };
    assert_eq!(front_matter.format, format, "{text:?}");
    let [mut before, after] = [before, after].map(|document| values_of(&document));
    if format == Format::Toml {
        drop_nulls(&mut before);
    }
    // JSON spells these as their text, which each format has its own of.
    let lower = source.to_ascii_lowercase();
    if !lower.contains("nan") && !lower.contains("inf") {
        assert_eq!(before, after, "{source:?} as {format:?} is {text:?}");
    }
    Ok(text)
}

fn finished(edit: &Edit<'_>, source: &str) -> Result<String, Error> {
    edit.finish().inspect_err(|error| error_holds(error, source))
}

fn error_holds(error: &Error, source: &str) {
    assert_eq!(error.kind(), ErrorKind::Edit);
    assert!(error.span().slice(source).is_some(), "{error:?} has a place in {source:?}");
    assert_eq!(error.position(), Position::of(source, error.span().start));
}

fn read(json: &str) -> Value<'_> {
    serde_json::from_str(json).expect("JSON is a value")
}

fn values_of(document: &Document<'_>) -> Json {
    let values = document.front_matter().map(|front_matter| front_matter.values());
    serde_json::to_value(values.unwrap_or_default()).expect("values are JSON")
}

/// What a change means; whether it can be made.
fn apply(values: &mut Json, path: &[String], change: &Change) -> bool {
    let Some((last, parents)) = path.split_last() else { return false };
    let makes = matches!(change, Change::Set(_) | Change::Push(_));
    let mut holder = values;
    for step in parents {
        if makes && holder.is_null() {
            *holder = json!({});
        }
        let next = match holder {
            Json::Object(members) => {
                if makes && !members.contains_key(step) {
                    members.insert(step.clone(), Json::Null);
                }
                members.get_mut(step)
            }
            Json::Array(items) => step.parse().ok().and_then(|at: usize| items.get_mut(at)),
            _ => None,
        };
        let Some(next) = next else { return false };
        holder = next;
    }
    if makes && holder.is_null() {
        *holder = json!({});
    }
    match holder {
        Json::Object(members) => apply_to_member(members, last, change),
        Json::Array(items) => apply_to_item(items, last, change),
        _ => false,
    }
}

fn apply_to_member(members: &mut Map<String, Json>, key: &str, change: &Change) -> bool {
    match change {
        Change::Set(value) => {
            members.insert(key.to_owned(), value.clone());
        }
        Change::Push(item) => return push(members.entry(key).or_insert(Json::Null), item),
        Change::Remove => return members.remove(key).is_some(),
        Change::Rename(name) => {
            let Some(value) = members.remove(key) else { return false };
            return members.insert(name.clone(), value).is_none();
        }
    }
    true
}

fn apply_to_item(items: &mut Vec<Json>, at: &str, change: &Change) -> bool {
    let Some(at) = at.parse().ok().filter(|&at: &usize| at < items.len()) else { return false };
    match change {
        Change::Set(value) => items[at] = value.clone(),
        Change::Push(item) => return push(&mut items[at], item),
        Change::Remove => {
            items.remove(at);
        }
        Change::Rename(_) => return false,
    }
    true
}

fn push(list: &mut Json, item: &Json) -> bool {
    match list {
        Json::Null => *list = json!([item]),
        Json::Array(items) => items.push(item.clone()),
        _ => return false,
    }
    true
}

fn drop_nulls(value: &mut Json) {
    match value {
        Json::Array(items) => {
            items.retain(|item| !item.is_null());
            items.iter_mut().for_each(drop_nulls);
        }
        Json::Object(members) => {
            members.retain(|_, value| !value.is_null());
            members.values_mut().for_each(drop_nulls);
        }
        _ => {}
    }
}

/// What stands before and after the text between the fences.
fn around<'d>(document: &'d Document<'_>) -> Option<[&'d str; 2]> {
    let raw = document.front_matter()?.raw_span;
    let source = document.source();
    // JSON in braces has its fences within.
    Some([&source[..raw.start as usize], &source[raw.end as usize..]])
}

fn is_list(document: &Document<'_>, path: &[String]) -> bool {
    let values = document.front_matter().map(|front_matter| front_matter.values());
    let path = path.iter().map(|step| &**step).collect();
    let value = values.as_ref().and_then(|values| values.at(&path));
    value.is_some_and(|value| value.as_list().is_some())
}

/// Whether `text` is `part` with more in between.
fn holds_in_order(text: &str, part: &str) -> bool {
    let mut bytes = text.bytes();
    part.bytes().all(|wanted| bytes.any(|byte| byte == wanted))
}

/// What stands before the entry of a key and after its last line, comments and all; `None` where it has
/// no lines of its own that stand together.
fn untouched<'d>(document: &'d Document<'_>, key: &str, change: &Change) -> Option<[&'d str; 2]> {
    let front_matter = document.front_matter()?;
    let (source, values) = (document.source(), front_matter.values());
    let entry = values.iter().find(|entry| entry.key == *key)?;
    let place = entry.key_span.hull(entry.value.span).range();
    let line = source[..place.start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let alone = source[line..place.start].trim().is_empty();
    let is_scalar = entry.value.as_scalar().is_some();
    let (start, whole) = match (change, front_matter.format) {
        (Change::Remove, Format::Yaml) => (line, alone),
        (Change::Remove, _) => return None,
        (_, format) => (place.start, format != Format::Toml || is_scalar),
    };
    let end = source[place.end..].find(['\n', '\r']).map_or(source.len(), |end| place.end + end);
    // Blank lines after text in lines of its own may belong to it.
    let rest = source[end..].trim_start_matches(['\n', '\r', ' ', '\t']);
    whole.then_some([&source[..start], rest])
}

/// The source of all entries but those of `keys`, in the order of the text.
fn entries(document: &Document<'_>, but: &[&str]) -> Vec<String> {
    let Some(front_matter) = document.front_matter() else { return Vec::new() };
    let values = front_matter.values();
    let entries = values.iter().filter(|entry| !but.contains(&&*entry.key));
    let places = entries.map(|entry| entry.key_span.hull(entry.value.span));
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|place| place.start);
    // The place of a value that is nothing may be some blanks on.
    let source = |place: Span| document.source()[place.range()].trim_end().to_owned();
    places.into_iter().map(source).collect()
}
