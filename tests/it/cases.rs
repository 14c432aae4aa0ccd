//! The best answer to each of the 362 inputs of `front-matter/`, as facts that are asserted.
//!
//! The facts stand in `tests/data/front-matter-cases.txt`, whose head says how they are written.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use copydesk::{
    Date, DateValue, Diagnostic, Dialect, Document, Format, Mapping, Metadata, MetadataImage,
    Parser, Person, Resolved, Text, Value, ValueKind,
};

use crate::shared;

/// How many cases may be answered otherwise than the best answer says.
const DISAGREEMENTS: usize = 10;

/// What is expected of a case under a dialect.
struct Expected {
    /// The line of the list.
    line: usize,
    case: String,
    /// The dialect that it is the answer in; of most cases there is one answer in all.
    dialect: Option<Dialect>,
    /// Format and offset of the body, then the codes.
    head: String,
    facts: Vec<(String, String)>,
    disagree: Option<String>,
}

#[test]
fn each_case_has_the_best_answer() {
    let Some(files) = shared::files("front-matter/cases", 362) else { return };
    let expected = expected();
    let mut failures = Vec::new();
    for (dialect, expected) in in_each_dialect(&expected) {
        let file = files.iter().find(|file| case_of(file) == expected.case);
        let wrong = match file {
            Some(file) => wrong(dialect, expected, &file.bytes),
            None => vec!["there is no such case".to_owned()],
        };
        if !wrong.is_empty() {
            let name = format!("{} (line {}, {dialect:?})", expected.case, expected.line);
            failures.push((name, wrong.join("\n")));
        }
    }
    failures.extend(without_expectation(&files, &expected));
    shared::report(&failures, files.len());
}

#[test]
fn few_best_answers_are_not_given() {
    let expected = expected();
    let disagree: BTreeSet<&str> = expected
        .iter()
        .filter(|expected| expected.disagree.is_some())
        .map(|expected| &*expected.case)
        .collect();
    assert!(disagree.len() <= DISAGREEMENTS, "{}: {disagree:?}", disagree.len());
    for Expected { case, disagree, .. } in &expected {
        let unsaid = disagree.as_ref().is_some_and(String::is_empty);
        assert!(!unsaid, "{case}: why is the best answer not given?");
    }
}

/// What is expected of a case holds in every dialect, unless something else is in one.
fn in_each_dialect(expected: &[Expected]) -> Vec<(Dialect, &Expected)> {
    let own = |case: &str, dialect: Dialect| {
        expected.iter().any(|own| own.case == case && own.dialect == Some(dialect))
    };
    let holds = |expected: &Expected, dialect| match expected.dialect {
        Some(own) => own == dialect,
        None => !own(&expected.case, dialect),
    };
    let all = DIALECTS.iter().map(|(_, dialect)| *dialect);
    let each = |expected| all.clone().map(move |dialect| (dialect, expected));
    let pairs = expected.iter().flat_map(each);
    pairs.filter(|(dialect, expected)| holds(expected, *dialect)).collect()
}

const DIALECTS: [(&str, Dialect); 6] = [
    ("common", Dialect::Common),
    ("hexo", Dialect::Hexo),
    ("jekyll", Dialect::Jekyll),
    ("hugo", Dialect::Hugo),
    ("zola", Dialect::Zola),
    ("org", Dialect::Org),
];

/// `front-matter/cases/yaml__anchors.txt` is the case `yaml/anchors`.
fn case_of(file: &shared::File) -> String {
    let name = file.name.trim_start_matches("front-matter/cases/").trim_end_matches(".txt");
    name.replace("__", "/")
}

fn without_expectation(files: &[shared::File], expected: &[Expected]) -> Vec<(String, String)> {
    let plain = expected.iter().filter(|expected| expected.dialect.is_none());
    let known: BTreeSet<&str> = plain.map(|expected| &*expected.case).collect();
    let cases = files.iter().map(case_of).filter(|case| !known.contains(&**case));
    cases.map(|case| (case, "nothing is expected of this case".to_owned())).collect()
}

/// What of a case's document is not as expected, one line each.
fn wrong(dialect: Dialect, expected: &Expected, bytes: &[u8]) -> Vec<String> {
    let document = Parser::new().dialect(dialect).parse_bytes(bytes);
    let values = document.front_matter().map(|front_matter| front_matter.values());
    let places = expected.head.contains('@');
    let mut wrong = Vec::new();
    let mut compare = |what: &str, found: String, expected: &str| {
        if found != expected {
            wrong.push(format!("{what}: {found}\n  expected {expected}"));
        }
    };
    compare("found", head(&document, places), &expected.head);
    for (path, value) in &expected.facts {
        let found = fact(&document, values.as_ref(), path);
        compare(path, found.unwrap_or_else(|| "none".to_owned()), value);
    }
    wrong
}

fn head(document: &Document<'_>, places: bool) -> String {
    let format = match document.front_matter().map(|front_matter| front_matter.format) {
        None => "none",
        Some(Format::Yaml) => "yaml",
        Some(Format::Toml) => "toml",
        Some(Format::Json) => "json",
        Some(Format::Org) => "org",
        Some(other) => panic!("a format that the tests do not know: {other:?}"),
    };
    let place = |told: &Diagnostic| match told.position {
        position if places => format!("@{}:{}", position.line, position.column),
        _ => String::new(),
    };
    let code = |told: &Diagnostic| format!(" {:?}{}", told.code, place(told));
    let codes: String = document.diagnostics().iter().map(code).collect();
    format!("{format} {}{codes}", document.body_span().start)
}

/// What stands at a path, written as in the list; `None` if there is nothing.
fn fact(document: &Document<'_>, values: Option<&Mapping<'_>>, path: &str) -> Option<String> {
    let at = |path: &str| values?.path(path);
    match path.split_once('.') {
        Some(("values", path)) => at(path).map(written),
        Some(("text", path)) => at(path)?.text().map(quoted),
        Some(("style", path)) => at(path)?.as_scalar().map(|scalar| format!("{:?}", scalar.style)),
        Some(("extra", path)) => document.metadata().extra.path(path).map(written),
        _ if path == "values" => values.map(mapping),
        _ if path == "told" => Some(list(document.diagnostics(), |told| {
            quoted(told.span.slice(document.source()).unwrap_or_default())
        })),
        _ => field(document.metadata(), path),
    }
}

fn field(metadata: &Metadata<'_>, name: &str) -> Option<String> {
    let text = |text: &Option<Text<'_>>| text.as_deref().map(quoted);
    let flag = |flag: Option<bool>| flag.map(|flag| flag.to_string());
    match name {
        "title" => text(&metadata.title),
        "subtitle" => text(&metadata.subtitle),
        "description" => text(&metadata.description),
        "language" => text(&metadata.language),
        "slug" => text(&metadata.slug),
        "permalink" => text(&metadata.permalink),
        "published" => metadata.published.as_ref().map(date),
        "modified" => metadata.modified.as_ref().map(date),
        "draft" => flag(metadata.draft),
        "comments" => flag(metadata.comments),
        "authors" => Some(list(&metadata.authors, person)),
        "categories" => Some(list(&metadata.categories, |text| quoted(text))),
        "paths" => Some(paths(metadata, Dialect::Common)),
        "hexo_paths" => Some(paths(metadata, Dialect::Hexo)),
        "tags" => Some(list(&metadata.tags, |text| quoted(text))),
        "images" => Some(list(&metadata.images, image)),
        "extra" => Some(mapping(&metadata.extra)),
        other => panic!("no fact is called {other:?}"),
    }
}

/// In quotes, with nothing in it that is not seen.
fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap();
    json.replace('\u{85}', r"\u0085").replace('\u{2028}', r"\u2028")
}

fn list<T>(items: &[T], show: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", "))
}

fn written(value: &Value<'_>) -> String {
    match &value.kind {
        ValueKind::Scalar(scalar) => match scalar.resolve() {
            Resolved::Null => "null".to_owned(),
            Resolved::Bool(value) => value.to_string(),
            Resolved::Int(value) => value.to_string(),
            Resolved::Float(value) if value.is_nan() => "nan".to_owned(),
            Resolved::Float(value) => format!("{value:?}"),
            Resolved::Str(text) => quoted(text),
            other => panic!("a meaning that the tests do not know: {other:?}"),
        },
        ValueKind::List(items) => list(items, written),
        ValueKind::Mapping(entries) => mapping(entries),
        other => panic!("a kind of value that the tests do not know: {other:?}"),
    }
}

fn mapping(mapping: &Mapping<'_>) -> String {
    let is_word = |key: &str| key.chars().all(|c| c.is_alphanumeric() || c == '_');
    let entries = mapping.iter().map(|entry| {
        let key = if is_word(&entry.key) { entry.key.to_string() } else { quoted(&entry.key) };
        format!("{key}: {}", written(&entry.value))
    });
    format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
}

fn date(date: &Date<'_>) -> String {
    match date.value {
        DateValue::Instant(_) => format!("instant {date}"),
        DateValue::Local(_) => format!("local {date}"),
        DateValue::Day(_) => format!("day {date}"),
        DateValue::Time(_) => format!("time {date}"),
        DateValue::Text => format!("text {}", quoted(&date.raw)),
        other => panic!("a date that the tests do not know: {other:?}"),
    }
}

fn person(person: &Person<'_>) -> String {
    let address = |name: &str, address: &Option<Text<'_>>| {
        address.as_deref().map_or_else(String::new, |address| format!(" {name} {address}"))
    };
    let (email, url) = (address("email", &person.email), address("url", &person.url));
    format!("{}{email}{url}", quoted(&person.name))
}

fn paths(metadata: &Metadata<'_>, dialect: Dialect) -> String {
    let paths: Vec<_> = metadata.category_paths(dialect).collect();
    list(&paths, |path| list(path, |text| quoted(text)))
}

fn image(image: &MetadataImage<'_>) -> String {
    format!("{:?} {}", image.role, quoted(&image.src))
}

/// The list, read.
fn expected() -> Vec<Expected> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/front-matter-cases.txt");
    let list = fs::read_to_string(list).unwrap();
    let mut expected: Vec<Expected> = Vec::new();
    for (at, line) in list.lines().enumerate() {
        let line_number = at + 1;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.strip_prefix("    ") {
            Some(line) => {
                let expected = expected.last_mut();
                let expected = expected.unwrap_or_else(|| panic!("line {line_number}: no case"));
                say(expected, line, line_number);
            }
            None => expected.push(begin(line, line_number)),
        }
    }
    assert_each_stands_once(&expected);
    expected
}

/// `delim/plain  yaml 17 Code Code`.
fn begin(line: &str, line_number: usize) -> Expected {
    let mut words = line.split_whitespace();
    let name = words.next().unwrap();
    let (case, dialect) = match name.split_once('+') {
        Some((case, name)) => (case, Some(DIALECTS.iter().find(|(n, _)| *n == name).unwrap().1)),
        None => (name, None),
    };
    let head = words.collect::<Vec<_>>().join(" ");
    let case = case.to_owned();
    Expected { line: line_number, case, dialect, head, facts: Vec::new(), disagree: None }
}

/// `path = value`, `disagree: reason`.
fn say(expected: &mut Expected, line: &str, line_number: usize) {
    if let Some(reason) = line.strip_prefix("disagree:") {
        expected.disagree = Some(reason.trim().to_owned());
    } else if let Some((path, value)) = line.split_once(" = ") {
        expected.facts.push((path.to_owned(), value.to_owned()));
    } else {
        panic!("line {line_number} is no fact: {line}");
    }
}

fn assert_each_stands_once(expected: &[Expected]) {
    let mut seen = HashMap::new();
    for Expected { line, case, dialect, .. } in expected {
        if let Some(first) = seen.insert((case, dialect), line) {
            panic!("{case} stands twice: lines {first} and {line}");
        }
    }
}
