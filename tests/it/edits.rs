//! Edits over real files: the value that is meant changes, and nothing else; few are refused.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Mutex;

use copydesk::{Document, Edit, Error, Format, Mapping, Value, ValuePath};

use crate::shared::{self, File};

/// What is done to each file.
const KINDS: [&str; 7] =
    ["set title", "set text", "set new", "push tag", "rename", "remove", "convert"];

/// How many edits there were of a kind, and why some were refused.
#[derive(Default)]
struct Count {
    done: usize,
    refused: BTreeMap<String, Vec<String>>,
}

#[test]
fn edits_of_the_corpus_change_what_they_mean_and_nothing_else() {
    let Some(files) = shared::corpus() else { return };
    edits_of(&files, "corpus", 15);
}

#[test]
fn edits_of_the_front_matter_cases_change_what_they_mean_and_nothing_else() {
    let Some(files) = shared::files("front-matter/cases", 362) else { return };
    edits_of(&files, "front matter cases", 60);
}

/// Edits all `files`; at most `refused` in a thousand may be refused.
#[track_caller]
fn edits_of(files: &[File], name: &str, refused: usize) {
    let counts: Mutex<BTreeMap<&str, Count>> = Mutex::default();
    let failures = shared::failures(files, |file| {
        let mut wrong = Vec::new();
        let Ok(text) = std::str::from_utf8(&file.bytes) else { return wrong };
        for kind in KINDS {
            for result in edits(kind, text) {
                let mut counts = counts.lock().unwrap();
                let count = counts.entry(kind).or_default();
                match result {
                    Ok(Ok(())) => count.done += 1,
                    Ok(Err(error)) => {
                        let names = count.refused.entry(reason(&error)).or_default();
                        names.push(file.name.clone());
                    }
                    Err(why) => wrong.push(format!("{kind}: {why}")),
                }
            }
        }
        wrong
    });
    let counts = counts.into_inner().unwrap();
    let mut report = format!("edits of {name}:");
    let (mut all, mut all_refused) = (0, 0);
    for (kind, Count { done, refused }) in &counts {
        let count: usize = refused.values().map(Vec::len).sum();
        (all, all_refused) = (all + done + count, all_refused + count);
        write!(report, "\n  {kind}: {done} done, {count} refused").unwrap();
        for (why, names) in refused {
            write!(report, "\n    {} {why}: {}", names.len(), names[0]).unwrap();
        }
    }
    write!(report, "\n  all: {all}, {all_refused} refused").unwrap();
    shared::say(&report);
    shared::report(&failures, files.len());
    assert!(all > files.len() && all_refused * 1000 <= all * refused, "{report}");
}

/// Why an edit was refused, without the path.
fn reason(error: &Error) -> String {
    let message = error.message();
    let reason = message.split_once("edited: ").or(message.split_once("written: "));
    let reason = reason.map_or(message, |(_, reason)| reason);
    match reason.strip_prefix('`').and_then(|rest| rest.split_once('`')) {
        Some((_, rest)) => rest.to_owned(),
        None => reason.to_owned(),
    }
}

/// An edit was made and is right, or was refused; or what is wrong with it.
type Checked = Result<Result<(), Error>, String>;

/// All edits of a kind that a text allows for.
fn edits(kind: &str, source: &str) -> Vec<Checked> {
    let document = Document::parse(source);
    let values = document.front_matter().map(|front_matter| front_matter.values());
    let unread =
        document.front_matter().is_some() && values.as_ref().is_some_and(Mapping::is_empty);
    if unread {
        return Vec::new();
    }
    let values = values.unwrap_or_default();
    let text = |value: &Value<'_>| value.as_str().is_some();
    match kind {
        "set title" => vec![set(source, &"title".into(), "It's: a \"new\" title #1")],
        "set text" => {
            let entries = values.iter().filter(|entry| text(&entry.value));
            entries.map(|entry| set(source, &[&*entry.key].into(), "plain words")).collect()
        }
        "set new" => vec![set(source, &"copydesk_new".into(), "yes")],
        "push tag" => {
            let lists = values.iter().filter(|entry| entry.value.as_list().is_some());
            lists.map(|entry| push(source, &entry.key, "new, tag")).collect()
        }
        "rename" => values.iter().map(|entry| rename(source, &entry.key)).collect(),
        "remove" => values.iter().map(|entry| remove(source, &entry.key)).collect(),
        _ => [Format::Yaml, Format::Toml, Format::Json]
            .into_iter()
            .map(|format| convert(source, &values, format))
            .collect(),
    }
}

fn set(source: &str, path: &ValuePath<'_>, value: &str) -> Checked {
    let edited = match Edit::new(source).set(path.clone(), value).finish() {
        Ok(edited) => edited,
        Err(error) => return Ok(Err(error)),
    };
    let step = &path.steps()[0];
    others_hold(source, &edited, &[step])?;
    let found = value_of(&edited, |values| values.at(path).cloned().map(Value::into_owned));
    match found {
        Some(found) if found.as_str() == Some(value) => Ok(Ok(())),
        found => Err(format!("{found:?} was set at {path}")),
    }
}

fn push(source: &str, key: &str, item: &str) -> Checked {
    let path = ValuePath::from([key]);
    let edited = match Edit::new(source).push(path.clone(), item).finish() {
        Ok(edited) => edited,
        Err(error) => return Ok(Err(error)),
    };
    others_hold(source, &edited, &[key])?;
    let list = |text: &str| {
        let list = value_of(text, |values| values.at(&path).cloned().map(Value::into_owned));
        list.and_then(|list| list.as_list().map(<[_]>::to_vec)).unwrap_or_default()
    };
    let (mut expected, found) = (list(source), list(&edited));
    expected.push(Value::from(item));
    if expected == found { Ok(Ok(())) } else { Err(format!("{found:?} is not {expected:?}")) }
}

fn rename(source: &str, key: &str) -> Checked {
    let edited = match Edit::new(source).rename([key], "copydesk: new").finish() {
        Ok(edited) => edited,
        Err(error) => return Ok(Err(error)),
    };
    others_hold(source, &edited, &[key, "copydesk: new"])?;
    let value = |text: &str, key: &str| {
        value_of(text, |values| values.get(key).cloned().map(Value::into_owned))
    };
    match value(&edited, "copydesk: new") {
        found if found == value(source, key) => Ok(Ok(())),
        found => Err(format!("{found:?} is now the value of {key}")),
    }
}

fn remove(source: &str, key: &str) -> Checked {
    let edited = match Edit::new(source).remove([key]).finish() {
        Ok(edited) => edited,
        Err(error) => return Ok(Err(error)),
    };
    others_hold(source, &edited, &[key])?;
    match value_of(&edited, |values| values.get(key).map(|_| ())) {
        None => Ok(Ok(())),
        Some(()) => Err(format!("{key} is still there")),
    }
}

fn convert(source: &str, values: &Mapping<'_>, format: Format) -> Checked {
    let edited = match Edit::new(source).finish_as(format) {
        Ok(edited) => edited,
        Err(error) => return Ok(Err(error)),
    };
    let [before, after] = [source, &edited].map(Document::parse);
    if before.body() != after.body() {
        return Err(format!("another body: {edited}"));
    }
    let Some(front_matter) = after.front_matter() else { return Ok(Ok(())) };
    let found = front_matter.values();
    if front_matter.format != format {
        return Err(format!("it is in {:?}", front_matter.format));
    }
    let lost = values.iter().find(|entry| {
        let found = found.get(&entry.key);
        entry.value.as_scalar().is_some()
            && found != Some(&entry.value)
            && !(found.is_none() && format == Format::Toml && entry.value.is_null())
    });
    match lost {
        None => Ok(Ok(())),
        Some(lost) => Err(format!("{lost:?} is not in {edited}")),
    }
}

fn value_of<T>(text: &str, what: impl FnOnce(&Mapping<'_>) -> Option<T>) -> Option<T> {
    what(&Document::parse(text).front_matter()?.values())
}

/// The body, the fences and the raw text of all entries but those of `keys` are what they were, in
/// the same order; and all bytes outside of the front matter are.
fn others_hold(before: &str, after: &str, keys: &[&str]) -> Result<(), String> {
    let [old, new] = [before, after].map(Document::parse);
    if old.body() != new.body() {
        return Err(format!("another body: {after}"));
    }
    let [old, new] = [&old, &new].map(|document| entries(document, keys));
    if old == new {
        return Ok(());
    }
    let first = old.iter().zip(&new).find(|(old, new)| old != new);
    Err(format!("{first:?} of {} and {} entries: {after}", old.len(), new.len()))
}

/// The source of each entry, less its blanks around, in the order of the text.
fn entries(document: &Document<'_>, but: &[&str]) -> Vec<String> {
    let Some(front_matter) = document.front_matter() else { return Vec::new() };
    let values = front_matter.values();
    let mut places: Vec<Range<usize>> = values
        .iter()
        .filter(|entry| !but.contains(&&*entry.key))
        .map(|entry| {
            entry.key_span.start as usize..entry.value.span.end.max(entry.key_span.end) as usize
        })
        .collect();
    places.sort_by_key(|place| place.start);
    places.into_iter().map(|place| document.source()[place].to_owned()).collect()
}
