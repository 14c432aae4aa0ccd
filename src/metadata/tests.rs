//! One line per way to write a field.

use super::*;
use crate::date::DateOrder;
use crate::diagnostic::Diagnostics;
use crate::front_matter::Dialect;

/// The record of a mapping written as JSON, without places, and what was noticed.
fn record(json: &str) -> (serde_json::Value, Vec<String>) {
    record_by(Options::new(), json)
}

fn record_by(options: Options, json: &str) -> (serde_json::Value, Vec<String>) {
    let mapping: Mapping<'_> = serde_json::from_str(json).unwrap();
    let mut diagnostics = Diagnostics::new(100);
    let metadata = read(mapping, options, &mut diagnostics);
    let mut record = serde_json::to_value(&metadata).unwrap();
    without_places(&mut record);
    let noticed = diagnostics.finish(json).iter().map(|d| d.message.to_string()).collect();
    (record, noticed)
}

fn without_places(record: &mut serde_json::Value) {
    match record {
        serde_json::Value::Object(members) => {
            members.retain(|name, _| name != "span" && name != "fields");
            members.values_mut().for_each(without_places);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

/// Each mapping is read as the record beside it, and nothing is remarked on.
#[track_caller]
fn all(cases: &[(&str, &str)]) {
    for (json, expected) in cases {
        let (record, noticed) = self::record(json);
        let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
        assert_eq!(record, expected, "{json}");
        assert!(noticed.is_empty(), "{json}: {noticed:?}");
    }
}

/// Each mapping is read as the record beside it, with the remark beside that.
#[track_caller]
fn remarked(cases: &[(&str, &str, &str)]) {
    for (json, expected, remark) in cases {
        let (record, noticed) = self::record(json);
        let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
        assert_eq!((record, noticed), (expected, vec![(*remark).to_owned()]), "{json}");
    }
}

#[test]
fn texts() {
    all(&[
        (r#"{"title": "a"}"#, r#"{"title": "a"}"#),
        (r#"{"Title": " a\n"}"#, r#"{"title": "a"}"#),
        (r#"{"title": 1984}"#, r#"{"title": "1984"}"#),
        (r#"{"title": 1.0}"#, r#"{"title": "1.0"}"#),
        (r#"{"title": true}"#, r#"{"title": "true"}"#),
        (r#"{"title": null, "subtitle": "", "summary": " "}"#, "{}"),
        (r#"{"subTitle": "a", "summary": "b"}"#, r#"{"subtitle": "a", "description": "b"}"#),
        (r#"{"lang": "no", "slug": "s"}"#, r#"{"language": "no", "slug": "s"}"#),
        (r#"{"permalink": false}"#, r#"{"extra": {"permalink": false}}"#),
        (r#"{"layout": "post", "x": null}"#, r#"{"extra": {"layout": "post", "x": null}}"#),
    ]);
}

#[test]
fn the_more_specific_key_wins() {
    all(&[
        (
            r#"{"excerpt": "e", "description": "d"}"#,
            r#"{"description": "d", "extra": {"excerpt": "e"}}"#,
        ),
        (r#"{"excerpt": "e", "description": ""}"#, r#"{"description": "e"}"#),
        (r#"{"title": "a", "Title": "b"}"#, r#"{"title": "b", "extra": {"title": "a"}}"#),
        (
            r#"{"category": "a", "categories": ["b"]}"#,
            r#"{"categories": ["b"], "extra": {"category": "a"}}"#,
        ),
    ]);
    remarked(&[(
        r#"{"title": {"a": 1}, "headline": "h"}"#,
        r#"{"title": "h", "extra": {"title": {"a": 1}}}"#,
        "`title` does not have the shape of a text",
    )]);
}

#[test]
fn dates() {
    let day = r#"{"day": "2021-12-27", "raw": "2021-12-27"}"#;
    let published = format!(r#"{{"published": {day}}}"#);
    for key in ["date", "pubDate", "published_at", "article:published_time", "created"] {
        all(&[(&format!(r#"{{"{key}": "2021-12-27"}}"#), &published)]);
    }
    let modified = format!(r#"{{"modified": {day}}}"#);
    for key in ["updated", "lastmod", "modified_time", "last_modified_at"] {
        all(&[(&format!(r#"{{"{key}": "2021-12-27"}}"#), &modified)]);
    }
    remarked(&[
        (
            r#"{"date": "soon"}"#,
            r#"{"published": {"raw": "soon"}}"#,
            "`soon` is written in no known form of a date",
        ),
        (
            r#"{"date": ["2021-12-27"]}"#,
            r#"{"extra": {"date": ["2021-12-27"]}}"#,
            "`date` does not have the shape of a date",
        ),
    ]);
}

#[test]
fn flags() {
    all(&[
        (r#"{"draft": true}"#, r#"{"draft": true}"#),
        (r#"{"draft": "no", "comments": "on"}"#, r#"{"draft": false, "comments": true}"#),
        (r#"{"published": false}"#, r#"{"draft": true}"#),
        (
            r#"{"published": true, "draft": true}"#,
            r#"{"draft": true, "extra": {"published": true}}"#,
        ),
    ]);
    remarked(&[(
        r#"{"comments": {"id": 7}}"#,
        r#"{"extra": {"comments": {"id": 7}}}"#,
        "`comments` does not have the shape of yes or no",
    )]);
}

#[test]
fn labels() {
    all(&[
        (r#"{"tags": "a b, c"}"#, r#"{"tags": ["a b, c"]}"#),
        (r#"{"tag": ["a", true, 1.0, null, "", "a"]}"#, r#"{"tags": ["a", "true", "1.0", "a"]}"#),
        (
            r#"{"categories": ["a", ["b", ["c"]], []]}"#,
            r#"{"categories": ["a", "b", "c"], "category_ends": [1, 3]}"#,
        ),
        (r#"{"tags": [], "categories": [null]}"#, "{}"),
        (
            r#"{"taxonomies": {"tags": ["a"], "categories": ["b"], "people": ["c"]}}"#,
            r#"{"tags": ["a"], "categories": ["b"], "extra": {"taxonomies": {"people": ["c"]}}}"#,
        ),
        (r#"{"taxonomies": {"tags": []}}"#, "{}"),
    ]);
    remarked(&[(
        r#"{"tags": ["a", {"b": "c"}]}"#,
        r#"{"tags": ["a"], "extra": {"tags": [{"b": "c"}]}}"#,
        "`tags` does not have the shape of a text or a list of texts",
    )]);
}

/// Each mapping under a dialect, as the record beside it; in common, as the last one.
#[test]
fn dialects() {
    use Dialect::{Hexo, Hugo, Jekyll, Org, Zola};
    let words = r#"{"tags": ["a", "b"]}"#;
    for (dialect, json, expected, common) in [
        (Jekyll, r#"{"tags": "a b"}"#, words, r#"{"tags": ["a b"]}"#),
        (Jekyll, r#"{"tags": ["a b"]}"#, r#"{"tags": ["a b"]}"#, r#"{"tags": ["a b"]}"#),
        (Jekyll, r#"{"tag": "a b"}"#, r#"{"tags": ["a b"]}"#, r#"{"tags": ["a b"]}"#),
        (
            Jekyll,
            r#"{"categories": "a b", "category": "c d"}"#,
            r#"{"categories": ["c d"], "extra": {"categories": "a b"}}"#,
            r#"{"categories": ["a b"], "extra": {"category": "c d"}}"#,
        ),
        (Hexo, r#"{"tags": "a b"}"#, r#"{"tags": ["a b"]}"#, r#"{"tags": ["a b"]}"#),
        (Zola, r#"{"path": "/a"}"#, r#"{"permalink": "/a"}"#, r#"{"extra": {"path": "/a"}}"#),
        (
            Zola,
            r#"{"extra": {"title": "x", "image": "a.jpg", "toc": true}, "title": "t"}"#,
            r#"{"title": "t", "images": [{"role": "cover", "src": "a.jpg"}],
                "extra": {"extra": {"title": "x", "toc": true}}}"#,
            r#"{"title": "t", "extra": {"extra": {"title": "x", "image": "a.jpg", "toc": true}}}"#,
        ),
        (
            Zola,
            r#"{"extra": {"author": "A"}}"#,
            r#"{"authors": [{"name": "A"}]}"#,
            r#"{"extra": {"extra": {"author": "A"}}}"#,
        ),
        (
            Zola,
            r#"{"extra": {"extra": {"author": "A"}, "taxonomies": {"tags": ["a"]}}}"#,
            r#"{"extra": {"extra": {"extra": {"author": "A"}, "taxonomies": {"tags": ["a"]}}}}"#,
            r#"{"extra": {"extra": {"extra": {"author": "A"}, "taxonomies": {"tags": ["a"]}}}}"#,
        ),
        (Zola, r#"{"extra": "x"}"#, r#"{"extra": {"extra": "x"}}"#, r#"{"extra": {"extra": "x"}}"#),
        (
            Hugo,
            r#"{"params": {"author": "A", "toc": 1}}"#,
            r#"{"authors": [{"name": "A"}], "extra": {"params": {"toc": 1}}}"#,
            r#"{"extra": {"params": {"author": "A", "toc": 1}}}"#,
        ),
        (Org, r#"{"filetags": ["a", "b"]}"#, words, r#"{"extra": {"filetags": ["a", "b"]}}"#),
    ] {
        for (dialect, expected) in [(dialect, expected), (Dialect::Common, common)] {
            let (found, noticed) = record_by(Options { dialect, ..Options::new() }, json);
            let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
            assert_eq!((found, noticed), (expected, vec![]), "{json} in {dialect:?}");
        }
    }
}

#[test]
fn a_field_within_a_table_tells_where() {
    let options = Options { dialect: Dialect::Zola, ..Options::new() };
    let json = r#"{"taxonomies": {"tags": ["a"]}, "extra": {"author": "A"}}"#;
    let mapping: Mapping<'_> = serde_json::from_str(json).unwrap();
    let metadata = read(mapping, options, &mut Diagnostics::new(0));
    let keys: Vec<_> = metadata.fields.iter().map(|field| field.key.as_str()).collect();
    assert_eq!(keys, ["taxonomies.tags", "extra.author"]);
}

#[test]
fn commas_part_where_they_are_said_to() {
    let options = Options { split_commas: true, ..Options::new() };
    for (json, expected) in [
        (r#"{"tags": "a b, c，d、 e,, "}"#, r#"{"tags": ["a b", "c", "d", "e"]}"#),
        (r#"{"categories": "a,b"}"#, r#"{"categories": ["a", "b"]}"#),
        (r#"{"tags": ["a, b"]}"#, r#"{"tags": ["a, b"]}"#),
        (r#"{"tags": 1}"#, r#"{"tags": ["1"]}"#),
        (r#"{"author": "Roe, Jane"}"#, r#"{"authors": [{"name": "Roe, Jane"}]}"#),
    ] {
        let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
        assert_eq!(record_by(options, json), (expected, vec![]), "{json}");
    }
    let (_, noticed) = record_by(options, r#"{"tags": "a &amp; b, c"}"#);
    assert_eq!(noticed, ["HTML character references were decoded"]);
    let (record, noticed) = record_by(options, r#"{"tags": ", "}"#);
    assert_eq!(record, serde_json::json!({"extra": {"tags": ", "}}));
    assert_eq!(noticed, ["`tags` does not have the shape of a text or a list of texts"]);
}

#[test]
fn the_order_of_dates_is_told() {
    let options = Options { date_order: DateOrder::MonthFirst, ..Options::new() };
    let (record, noticed) = record_by(options, r#"{"date": "03/04/2021"}"#);
    let day = serde_json::json!({"published": {"day": "2021-03-04", "raw": "03/04/2021"}});
    assert_eq!((record, noticed), (day, vec![]));
}

#[test]
fn people() {
    let jane = r#"{"authors": [{"name": "Jane", "email": "j@e.com"}]}"#;
    all(&[
        (r#"{"author": "Jane Roe"}"#, r#"{"authors": [{"name": "Jane Roe"}]}"#),
        (r#"{"author": "Jane <j@e.com>"}"#, jane),
        (r#"{"author": "j@e.com (Jane)"}"#, jane),
        (r#"{"author": {"name": "Jane", "mail": "j@e.com"}}"#, jane),
        (r#"{"authors": [null, {"name": "Jane", "email": "j@e.com"}]}"#, jane),
        (r#"{"author": "<j@e.com>"}"#, r#"{"authors": [{"name": "j@e.com", "email": "j@e.com"}]}"#),
        (
            r#"{"author": "A <https://a.b>"}"#,
            r#"{"authors": [{"name": "A", "url": "https://a.b"}]}"#,
        ),
        (r#"{"author": "A <b>"}"#, r#"{"authors": [{"name": "A <b>"}]}"#),
        (r#"{"author": "A (b)"}"#, r#"{"authors": [{"name": "A (b)"}]}"#),
        (r#"{"author": "新华社 (北京)"}"#, r#"{"authors": [{"name": "新华社 (北京)"}]}"#),
        (r#"{"authors": ["A", {"name": "B"}]}"#, r#"{"authors": [{"name": "A"}, {"name": "B"}]}"#),
        (
            r#"{"author": {"name": "A", "url": "/a", "twitter": "@a", "email": null}}"#,
            r#"{"authors": [{"name": "A", "url": "/a", "extra": {"twitter": "@a", "email": null}}]}"#,
        ),
        (r#"{"author": false}"#, r#"{"extra": {"author": false}}"#),
    ]);
    let shape = "does not have the shape of a name, a mapping with a `name`, or a list of them";
    remarked(&[
        (
            r#"{"author": {"twitter": "@a"}}"#,
            r#"{"extra": {"author": {"twitter": "@a"}}}"#,
            &format!("`author` {shape}"),
        ),
        (
            r#"{"authors": ["A", ["B"]]}"#,
            r#"{"authors": [{"name": "A"}], "extra": {"authors": [["B"]]}}"#,
            &format!("`authors` {shape}"),
        ),
    ]);
}

#[test]
fn images() {
    let cover = r#"{"images": [{"role": "cover", "src": "a.jpg"}]}"#;
    all(&[
        (r#"{"headimg": "a.jpg"}"#, cover),
        (r#"{"featured_image": " a.jpg "}"#, cover),
        (r#"{"cover": ["a.jpg"]}"#, cover),
        (r#"{"image": {"url": "a.jpg"}}"#, cover),
        (r#"{"header": {"overlay_image": "a.jpg"}}"#, cover),
        (
            r#"{"header": "Welcome", "hero": false}"#,
            r#"{"extra": {"header": "Welcome", "hero": false}}"#,
        ),
        (
            r#"{"thumbnail": "t.jpg", "og_image": "s.jpg", "image": "a.jpg"}"#,
            r#"{"images": [{"role": "cover", "src": "a.jpg"}, {"role": "thumbnail", "src": "t.jpg"},
                {"role": "social", "src": "s.jpg"}]}"#,
        ),
        (
            r#"{"cover": {"image": "a.jpg", "alt": "x", "caption": "y", "hidden": true}}"#,
            r#"{"images": [{"role": "cover", "src": "a.jpg", "alt": "x",
                "extra": {"caption": "y", "hidden": true}}]}"#,
        ),
        (
            r#"{"image": {"feature": "a.jpg", "teaser": "t.jpg", "caption": "y"}}"#,
            r#"{"images": [{"role": "cover", "src": "a.jpg", "alt": "y"},
                {"role": "thumbnail", "src": "t.jpg"}]}"#,
        ),
    ]);
    remarked(&[(
        r#"{"featured_image": {"uid": "x"}}"#,
        r#"{"extra": {"featured_image": {"uid": "x"}}}"#,
        "`featured_image` does not have the shape of an address, a mapping with a `src`, or a list of them",
    )]);
}

#[test]
fn references_are_decoded_where_people_read() {
    let decoded = "HTML character references were decoded";
    remarked(&[
        (r#"{"title": "a &amp; b"}"#, r#"{"title": "a & b"}"#, decoded),
        (r#"{"tags": ["a", "&#123;"]}"#, r#"{"tags": ["a", "{"]}"#, decoded),
        (
            r#"{"author": "A &lt;a@b.c&gt;"}"#,
            r#"{"authors": [{"name": "A", "email": "a@b.c"}]}"#,
            decoded,
        ),
    ]);
    all(&[
        (r#"{"title": "AT&T"}"#, r#"{"title": "AT&T"}"#),
        (r#"{"slug": "a&amp;b"}"#, r#"{"slug": "a&amp;b"}"#),
    ]);
}

#[test]
fn fields_tell_where_they_were_found() {
    let input =
        "---\npubDate: 2021-12-27\ntitle: x\ntaxonomies: {tags: [a, b]}\nimage: i.png\n---\n";
    let document = crate::Document::parse(input);
    let metadata = document.metadata();
    let found: Vec<_> = metadata
        .fields
        .iter()
        .map(|field| (&*field.name, &*field.key, field.span.slice(input).unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("published", "pubDate", "2021-12-27"),
            ("title", "title", "x"),
            ("tags", "taxonomies.tags", "[a, b]"),
            ("images", "image", "i.png"),
        ]
    );
    assert!(metadata.tags.iter().chain(&metadata.title).all(Text::is_borrowed));
}
