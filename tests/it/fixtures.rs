//! Fixtures: a small input, and the JSON of its document, which a person has read.
//!
//! `tests/data/fixtures/NAME.html` with `NAME.json`; `README.md` there says what each is for.
//! After a change that is meant, `UPDATE_FIXTURES=1 cargo test --test it fixtures` writes the JSON
//! anew: read the difference before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

use copydesk::Document;
use serde_json::Value;

use crate::shared::{self, File};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fixtures")
}

/// The inputs, with LF.
pub(crate) fn inputs() -> Vec<File> {
    let mut files = shared::files_below(&folder());
    files.retain(|file| file.has_extension("html"));
    assert!(files.len() >= 12, "{} fixtures", files.len());
    assert!(files.iter().all(|file| !file.bytes.contains(&b'\r')), "fixtures are kept with LF");
    files
}

#[test]
fn fixtures_are_what_a_person_read() {
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    shared::check_all(&inputs(), |file| {
        let name = file.name.strip_suffix(".html").unwrap();
        assert!(readme.contains(&format!("| `{name}` |")), "README.md says nothing of it");
        let path = folder().join(format!("{name}.json"));
        let actual = serde_json::to_value(Document::from_bytes(&file.bytes)).unwrap();
        if update {
            fs::write(&path, format!("{actual:#}\n")).unwrap();
        }
        let expected = fs::read_to_string(&path).expect("run with UPDATE_FIXTURES=1");
        let expected: Value = serde_json::from_str(&expected).unwrap();
        assert_same(&expected, &actual, "");

        let crlf = String::from_utf8(file.bytes.clone()).unwrap().replace('\n', "\r\n");
        let crlf = serde_json::to_value(Document::parse(&crlf)).unwrap();
        assert_same(&without_places(expected), &without_places(crlf), " (CRLF)");
    });
}

#[track_caller]
fn assert_same(expected: &Value, actual: &Value, how: &str) {
    let (expected, actual) = (format!("{expected:#}"), format!("{actual:#}"));
    let mut lines = expected.lines().zip(actual.lines()).enumerate();
    if let Some((number, (was, is))) = lines.find(|(_, (was, is))| was != is) {
        panic!("line {} of the JSON{how} is {is:?}, not {was:?}", number + 1);
    }
    assert_eq!(expected.lines().count(), actual.lines().count(), "lines{how}");
}

/// JSON without the places, which CRLF moves; and with the raw front matter's line ends as LF.
fn without_places(value: Value) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(without_places).collect(),
        Value::Object(members) => members
            .into_iter()
            .filter(|(name, _)| !name.ends_with("span") && name != "body")
            .map(|(name, value)| match value {
                Value::String(raw) if name == "raw" => (name, raw.replace("\r\n", "\n").into()),
                value => (name, without_places(value)),
            })
            .collect(),
        value => value,
    }
}
