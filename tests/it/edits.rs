//! Edits over real files: the value that is meant changes, and nothing else; few are refused.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;

use copydesk::{Document, Edit, Error, Format, Mapping, Parser, Value};

use crate::edited::{self, Change};
use crate::shared::{self, File};

/// What is done to each file.
const KINDS: [&str; 9] = [
    "set title",
    "set text",
    "set new",
    "set within",
    "push tag",
    "rename",
    "remove",
    "remove within",
    "convert",
];

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
    shared::check_all(files, |file| {
        let Ok(text) = std::str::from_utf8(&file.bytes) else { return };
        for kind in KINDS {
            for result in edits(kind, text) {
                let mut counts = counts.lock().unwrap();
                let count = counts.entry(kind).or_default();
                match result {
                    Ok(_) => count.done += 1,
                    Err(error) => {
                        let names = count.refused.entry(reason(&error)).or_default();
                        names.push(file.name.clone());
                    }
                }
            }
        }
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

/// All edits of a kind that a text allows for, made or refused.
fn edits(kind: &str, source: &str) -> Vec<Result<String, Error>> {
    let parser = Parser::new();
    let document = parser.parse_front_matter(source);
    let values = document.front_matter().map(|front_matter| front_matter.values());
    if values.as_ref().is_some_and(Mapping::is_empty) {
        return Vec::new();
    }
    let values = values.unwrap_or_default();
    let edit = |key: &str, change| edited::edit(&parser, source, &[key.to_owned()], &change);
    let keys = |wanted: fn(&Value<'_>) -> bool| {
        values.iter().filter(move |entry| wanted(&entry.value)).map(|entry| &*entry.key)
    };
    match kind {
        "set title" => vec![edit("title", Change::Set("It's: a \"new\" title #1".into()))],
        "set text" => {
            let texts = keys(|value| value.as_str().is_some());
            texts.map(|key| edit(key, Change::Set("plain words".into()))).collect()
        }
        "set new" => vec![edit("copydesk_new", Change::Set("yes".into()))],
        "push tag" => {
            let lists = keys(|value| value.as_list().is_some());
            lists.map(|key| edit(key, Change::Push("new, tag".into()))).collect()
        }
        "set within" => within(&values)
            .map(|path| edited::edit(&parser, source, &path, &Change::Set("it's: new".into())))
            .collect(),
        "remove within" => within(&values)
            .map(|path| edited::edit(&parser, source, &path, &Change::Remove))
            .collect(),
        "rename" => {
            keys(|_| true).map(|key| edit(key, Change::Rename("copydesk: new".into()))).collect()
        }
        "remove" => keys(|_| true).map(|key| edit(key, Change::Remove)).collect(),
        _ => {
            let formats = [Format::Yaml, Format::Toml, Format::Json];
            formats.map(|format| edited::convert(&parser, source, format)).into()
        }
    }
}

/// The paths of values that are within others, the first few.
fn within(values: &Mapping<'_>) -> impl Iterator<Item = Vec<String>> {
    let paths = edited::paths(values).into_iter();
    paths.filter(|path| path.len() > 1).take(20)
}

#[test]
fn edits_of_every_kind_hold_for_the_front_matter_cases() {
    let Some(files) = shared::files("front-matter/cases", 362) else { return };
    shared::check_all(&files, |file| {
        if let Ok(text) = std::str::from_utf8(&file.bytes) {
            let fenced = copydesk::split(text).front_matter;
            edited::edits(fenced.map_or(text, |fenced| fenced.raw), 2);
            edited::edits(text, 2);
        }
    });
}

#[test]
fn a_megabyte_within_the_limits_is_edited() {
    let lines = |count, line: fn(u32) -> String| (0..count).map(line).collect::<Vec<_>>().concat();
    let keys = lines(60_000, |n| format!("key{n}: v{n}\n"));
    let items = lines(80_000, |n| format!("- item{n}\n"));
    for (input, key) in [(keys, "key59999"), (["list:\n", &*items].concat(), "list.79999")] {
        let source = format!("---\n{input}---\n<p>x");
        assert!(source.len() > 900_000);
        let edited = Edit::new(&source).set(key, "new").set("last", 1).finish().unwrap();
        let values = Document::parse(&edited).front_matter().unwrap().values().into_owned();
        assert_eq!(values.path(key).and_then(Value::as_str), Some("new"));
        assert!(edited.ends_with("last: 1\n---\n<p>x"));
    }
}
