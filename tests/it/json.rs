//! The JSON of a document is what `schema/document.schema.json` says.

use std::fmt::Debug;
use std::path::Path;

use copydesk::{
    AdmonitionKind, Block, CandidateSource, CaptionEvidence, CellAlign, CellScope, Code,
    CreditEvidence, Document, EmbedKind, Format, ImageRole, OmittedKind, Provider, Severity,
    TablePart,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::schema::Schema;
use crate::shared::{self, File};

fn check(schema: &Schema, file: &File) {
    let json = serde_json::to_string(&Document::from_bytes(&file.bytes)).unwrap();
    assert!(json.starts_with(r#"{"copydesk":1,"#), "the contract's version comes first");
    let value = serde_json::from_str(&json).unwrap();
    if let Err(mismatch) = schema.check(&value) {
        panic!("{mismatch}");
    }
}

#[test]
fn fixtures_are_as_the_schema_says() {
    let schema = Schema::of_document();
    shared::check_all(&crate::fixtures::inputs(), |file| check(&schema, file));
}

#[test]
fn examples_are_as_the_schema_says() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let articles = shared::files_below(&articles);
    assert!(articles.len() >= 4, "{} articles", articles.len());
    let schema = Schema::of_document();
    shared::check_all(&articles, |file| check(&schema, file));
}

#[test]
fn the_corpus_is_as_the_schema_says() {
    let Some(files) = shared::corpus() else { return };
    let schema = Schema::of_document();
    shared::check_all(&files, |file| check(&schema, file));
}

/// The schema is of use only if it says no: each of these differs from a document in one place.
#[test]
fn what_is_no_document_is_not_as_the_schema_says() {
    let schema = Schema::of_document();
    let input = "---\ntitle: t\ndate: 2022-03-05\n---\n<h2>h</h2><figure><img src=a>c</figure>";
    let good = serde_json::to_value(Document::parse(input)).unwrap();
    schema.check(&good).unwrap_or_else(|mismatch| panic!("{mismatch}"));
    for (pointer, value) in [
        ("/copydesk", json!(2)),
        ("/body", json!([1])),
        ("/metadata/title", json!(1)),
        ("/metadata/published/span", json!([-1, 2])),
        ("/metadata/fields/0/span", json!(null)),
        ("/blocks/0/level", json!(7)),
        ("/blocks/0/type", json!("headline")),
        ("/blocks/1/images/0/src", json!(null)),
        ("/blocks/1/caption/evidence", json!("guess")),
        ("/front_matter/format", json!("xml")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} in {good}")) = value;
        assert!(schema.check(&bad).is_err(), "{pointer}");
    }
    for pointer in ["", "/metadata", "/blocks/0", "/blocks/1/images/0", "/front_matter"] {
        let mut bad = good.clone();
        let members = bad.pointer_mut(pointer).and_then(Value::as_object_mut).expect(pointer);
        members.insert("surprise".to_owned(), json!(1));
        assert!(schema.check(&bad).is_err(), "a member more in {pointer:?}");
    }
}

/// Every enum lists the names that serde reads, no more and no fewer: serde's own message has them.
#[test]
fn the_schema_lists_every_name() {
    let schema = Schema::of_document();
    lists::<Format>(&schema, "format");
    lists::<ImageRole>(&schema, "image_role");
    lists::<TablePart>(&schema, "table_part");
    lists::<CellScope>(&schema, "cell_scope");
    lists::<CellAlign>(&schema, "cell_align");
    lists::<EmbedKind>(&schema, "embed_kind");
    lists::<Provider>(&schema, "provider");
    lists::<OmittedKind>(&schema, "omitted_kind");
    lists::<AdmonitionKind>(&schema, "admonition_kind");
    lists::<CandidateSource>(&schema, "candidate_source");
    lists::<CaptionEvidence>(&schema, "caption_evidence");
    lists::<CreditEvidence>(&schema, "credit_evidence");
    lists::<Severity>(&schema, "severity");
    lists::<Code>(&schema, "code");

    let blocks = schema.definitions()["block"]["oneOf"].as_array().unwrap();
    let references = blocks.iter().map(|block| block["$ref"].as_str().unwrap());
    let names = references.map(|r| schema.definitions()[r.trim_start_matches("#/$defs/")].clone());
    let names =
        names.map(|block| block["properties"]["type"]["const"].as_str().unwrap().to_owned());
    let expected = names_of(&serde_json::from_str::<Block<'_>>(r#"{"type":"?"}"#).unwrap_err());
    assert_eq!(sorted(names), sorted(expected));
}

#[track_caller]
fn lists<T: DeserializeOwned + Debug>(schema: &Schema, name: &str) {
    let listed = schema.definitions()[name]["enum"].as_array().expect(name);
    let listed = listed.iter().map(|name| name.as_str().unwrap().to_owned());
    let expected = names_of(&serde_json::from_str::<T>(r#""?""#).unwrap_err());
    assert_eq!(sorted(listed), sorted(expected), "{name}");
}

/// The names in backquotes of "unknown variant `?`, expected one of `a`, `b`".
fn names_of(error: &serde_json::Error) -> Vec<String> {
    let message = error.to_string();
    let (_, names) = message.split_once("expected").unwrap_or_else(|| panic!("{message}"));
    names.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn sorted(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut names = Vec::from_iter(names);
    names.sort();
    names
}

#[test]
fn floats_come_back_as_they_were() {
    let document = Document::parse("---\nv: 12e45\nw: 0.1\nx: 1e-310\n---\n");
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document<'_>>(&json).unwrap(), document);
}
