//! What holds for every input, as functions that panic where it does not.
//!
//! The tests call them on files, the fuzz targets (`fuzz/`, which include this file) on anything.
#![allow(unreachable_pub, dead_code, reason = "a library where `fuzz` includes it")]

use copydesk::{
    Code, DateOrder, Dialect, Document, Engine, Format, Mapping, Parser, Severity, Span, Value,
    ValueKind, split as split_input,
};

/// JSON readers stop at a nesting of 128 (`serde_json`); a document stays below.
const DEEPEST_JSON: usize = 120;

/// The parts of a split are slices of the input that join to it, and the body begins right after
/// the closing fence's one line end.
pub fn split(input: &str) {
    assert_eq!(split_input(input), Parser::new().split(input));
    for (dialect, parser) in parsers() {
        parts_hold(input, dialect, &parser);
    }
}

/// A parser of each dialect, with all that it can be told.
fn parsers() -> impl Iterator<Item = (Dialect, Parser<'static>)> {
    use Dialect::{Common, Hexo, Hugo, Jekyll, Org, Zola};
    [Common, Hexo, Jekyll, Hugo, Zola, Org].into_iter().flat_map(|dialect| {
        let parser = Parser::new().dialect(dialect);
        [parser, parser.date_order(DateOrder::DayFirst).split_commas(true)].map(|p| (dialect, p))
    })
}

fn parts_hold<'s>(input: &'s str, dialect: Dialect, parser: &Parser<'s>) {
    let split = parser.split(input);
    let fenced = split.front_matter;
    let [opening, raw, closing] = fenced.map_or([""; 3], |f| [f.opening, f.raw, f.closing]);
    let parts = [split.bom, split.blank, opening, raw, closing, split.body];
    assert_eq!(parts.concat(), input, "the parts join to the input");
    parts.into_iter().fold(0, |at, part| {
        let same = part.is_empty() || part.as_ptr() == input[at..].as_ptr();
        assert!(same, "{part:?} is the slice of the input at {at}");
        at + part.len()
    });

    assert!(matches!(split.bom, "" | "\u{feff}"));
    assert!(split.blank.chars().all(char::is_whitespace), "blank lines are blank");
    let Some(fenced) = fenced else {
        assert!(split.blank.is_empty(), "without front matter, all is body");
        return;
    };
    if fenced.format == Format::Org {
        assert_eq!((fenced.opening, fenced.closing), ("", ""), "keywords have no fence");
        return;
    }
    let needs_none = fenced.raw.starts_with('{') || dialect == Dialect::Hexo;
    assert!(!fenced.opening.is_empty() || needs_none, "only JSON needs no fence");
    let (line, end) = fenced.closing.split_at(fenced.closing.trim_end_matches(['\r', '\n']).len());
    assert!(!line.contains(['\r', '\n']), "the closing fence is one line");
    assert!(matches!(end, "\n" | "\r\n" | "\r") || end.is_empty() && split.body.is_empty());
}

/// What [`bytes`] says, of a text; and the document is of the parts that [`split`] tells.
pub fn document(input: &str) {
    let document = Document::parse(input);
    document_holds(&document);
    assert_eq!(document.source(), input);
    if let Some(front_matter) = document.front_matter() {
        let split = split_input(input);
        let fenced = split.front_matter.expect("front matter that `split` finds too");
        assert_eq!(front_matter.format, fenced.format);
        assert_eq!(front_matter.raw, fenced.raw);
        assert_eq!(front_matter.raw_span.slice(input), Some(fenced.raw));
        assert_eq!(document.body(), split.body);
        let whole = [fenced.opening, fenced.raw, fenced.closing].concat();
        assert_eq!(front_matter.span.slice(input), Some(&*whole));
    }
}

/// The fast way builds the document that `html5ever`'s tree builder makes, or leaves it to that; the
/// lenient way makes a document that holds.
pub fn tree(input: &str) {
    let spec = Parser::new().engine(Engine::Spec).parse(input);
    // What spends the budget is compared with nothing: the fast way may not have needed to.
    if spec.diagnostics().iter().all(|diagnostic| diagnostic.code != Code::WorkBudgetSpent) {
        assert_eq!(Document::parse(input), spec);
    }
    let lenient = Parser::new().engine(Engine::Lenient).parse(input);
    document_holds(&lenient);
}

/// Any bytes make a document: its spans are slices of its source, its JSON reads back as the same
/// document and is not too deep, `into_owned` and a second reading change nothing.
pub fn bytes(input: &[u8]) {
    let document = Document::from_bytes(input);
    document_holds(&document);
    if let Ok(text) = std::str::from_utf8(input) {
        assert_eq!(document, Document::parse(text), "bytes of a text are the text");
    }
}

/// Front matter makes no panic, whatever stands in it: each entry that says something is in a field,
/// in `extra` or in both by parts; and a type of the caller's reads it or is told why not.
///
/// A text that does not bring TOML's or JSON's fence gets YAML's.
pub fn metadata(front_matter: &str) {
    let input = match front_matter.as_bytes() {
        [b'+' | b';' | b'{', ..] => front_matter.to_owned(),
        _ => format!("---\n{front_matter}\n---\n"),
    };
    document(&input);
    for (_, parser) in parsers() {
        entries_are_kept(&input, &parser);
    }
}

fn entries_are_kept<'s>(input: &'s str, parser: &Parser<'s>) {
    let document = parser.parse_front_matter(input);
    let Some(front_matter) = document.front_matter() else { return };
    let metadata = document.metadata();
    let known: Vec<&str> = metadata.fields.iter().map(|field| &*field.key).collect();
    let extra: Vec<&str> = metadata.extra.iter().map(|entry| &*entry.key).collect();
    match front_matter.deserialize::<serde_json::Value>() {
        Ok(serde_json::Value::Object(values)) => {
            for (key, _) in values.iter().filter(|(_, value)| !says_nothing(value)) {
                // `taxonomies.tags` is a field of the entry `taxonomies`.
                let part = |field: &&str| {
                    let rest = field.strip_prefix(key.as_str());
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                };
                let kept = known.iter().any(part) || extra.contains(&&**key);
                assert!(kept, "{key:?} is in a field or in `extra`");
            }
        }
        Ok(value) => panic!("front matter is a mapping, not {value}"),
        Err(error) => in_source(error.span(), input),
    }
}

/// `title:` with nothing after it.
fn says_nothing(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Null => true,
        serde_json::Value::String(text) => text.trim().is_empty(),
        serde_json::Value::Array(values) => values.iter().all(says_nothing),
        serde_json::Value::Object(members) => members.values().all(says_nothing),
        _ => false,
    }
}

fn document_holds(document: &Document<'_>) {
    let source = document.source();
    assert_eq!(document, &document.clone().into_owned(), "an owned document is the same");
    diagnostics_hold(document);

    let json = serde_json::to_string(document).expect("a document is written as JSON");
    assert!(json.starts_with(r#"{"copydesk":1"#), "the contract's version comes first");
    assert!(depth(&json) <= DEEPEST_JSON, "JSON nests {} deep", depth(&json));
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON that reads");
    value_spans_hold(&value, source);
    mapping_spans_hold(&document.metadata().extra, source);

    let back: Document<'_> = serde_json::from_str(&json).expect("JSON that reads as a document");
    assert_eq!(back.front_matter(), document.front_matter());
    assert_eq!(back.metadata(), document.metadata());
    assert_eq!(back.body_span(), document.body_span());
    assert_eq!(back.blocks(), document.blocks());
    assert_eq!(back.omitted(), document.omitted());
    assert_eq!(back.diagnostics(), document.diagnostics());
    assert_eq!(serde_json::to_string(&back).expect("JSON"), json, "a document written again");
}

fn diagnostics_hold(document: &Document<'_>) {
    let diagnostics = document.diagnostics();
    let severe = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
    assert_eq!(document.check().err().map(|error| error.span()), severe.map(|d| d.span));
    let placed = diagnostics.iter().filter(|d| d.code != Code::TooManyDiagnostics);
    assert!(placed.map(|d| d.span.start).is_sorted(), "diagnostics are in the order of the source");
    for diagnostic in diagnostics {
        assert_eq!(diagnostic.severity, diagnostic.code.severity());
        assert!(!diagnostic.report(document.source()).to_string().is_empty());
    }
}

/// Every member of a document's JSON that is a span; what authors wrote (`extra`) is left out.
fn value_spans_hold(value: &serde_json::Value, source: &str) {
    match value {
        serde_json::Value::Array(values) => {
            for value in values {
                value_spans_hold(value, source);
            }
        }
        serde_json::Value::Object(members) => {
            for (name, value) in members.iter().filter(|(name, _)| *name != "extra") {
                if name == "body" || name == "span" || name.ends_with("_span") {
                    let span =
                        serde_json::from_value(value.clone()).expect("a span is a pair of numbers");
                    in_source(span, source);
                } else {
                    value_spans_hold(value, source);
                }
            }
        }
        _ => {}
    }
}

fn mapping_spans_hold(mapping: &Mapping<'_>, source: &str) {
    for entry in mapping {
        in_source(entry.key_span, source);
        values_hold(&entry.value, source);
    }
}

fn values_hold(value: &Value<'_>, source: &str) {
    in_source(value.span, source);
    match &value.kind {
        ValueKind::List(values) => values.iter().for_each(|value| values_hold(value, source)),
        ValueKind::Mapping(mapping) => mapping_spans_hold(mapping, source),
        _ => {}
    }
}

#[track_caller]
fn in_source(span: Span, source: &str) {
    assert!(span.slice(source).is_some(), "{span:?} is a slice of {} bytes", source.len());
}

/// How deep JSON nests.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth -= 1,
            _ => {}
        }
    }
    deepest
}
