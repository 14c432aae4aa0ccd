//! Types decide; errors name the field, the shape and the place.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::front_matter::{Dialect, FrontMatter, split};
use crate::text::Text;

fn front_matter(input: &str) -> FrontMatter<'_> {
    FrontMatter::locate(input, &split(input), Dialect::Common).unwrap()
}

/// The error of reading `yaml`, which stands below a fence, as a `T`.
fn err<T: for<'s> Deserialize<'s>>(yaml: &str) -> String {
    let input = format!("---\n{yaml}\n---\n");
    match front_matter(&input).deserialize::<T>() {
        Ok(_) => "no error".to_owned(),
        Err(error) => {
            assert!(error.span().slice(&input).is_some());
            error.to_string()
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    title: Text<'a>,
    subtitle: Option<&'a str>,
    #[serde(default)]
    tags: Vec<Text<'a>>,
    draft: bool,
    weight: Option<u8>,
    #[serde(default)]
    extra: BTreeMap<u16, f64>,
    kind: Option<Kind>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Post,
    Gallery { columns: u8 },
    Link(String),
}

const PAGE: &str = "---
title: 1984
subtitle: a ~ b
tags: [1.10, yes, \"x\\ty\"]
draft: no
weight: 7
extra: {10: 1, 20: .5}
kind: {gallery: {columns: 3}}
unknown: [{}]
---
";

#[test]
fn types_decide_what_values_are() {
    let front_matter = front_matter(PAGE);
    let page: Page<'_> = front_matter.deserialize().unwrap();
    let expected = Page {
        title: Text::from("1984"),
        subtitle: Some("a ~ b"),
        tags: ["1.10", "yes", "x\ty"].map(Text::from).to_vec(),
        draft: false,
        weight: Some(7),
        extra: BTreeMap::from([(10, 1.0), (20, 0.5)]),
        kind: Some(Kind::Gallery { columns: 3 }),
    };
    assert_eq!(page, expected);
    let borrowed: Vec<_> = page.tags.iter().map(Text::is_borrowed).collect();
    assert_eq!(borrowed, [true, true, false]);
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Strict {
    weight: Option<u8>,
    big: Option<i64>,
    flag: Option<bool>,
    title: Option<String>,
    tags: Option<Vec<u8>>,
    kind: Option<Kind>,
    author: Option<Author>,
    by_number: Option<BTreeMap<u8, u8>>,
    pair: Option<(u8, u8)>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Author {
    name: String,
}

#[test]
fn errors_name_the_field_the_shape_and_the_place() {
    let err = err::<Strict>;
    insta::assert_snapshot!(err("weight: heavy"), @r#"field `weight`: expected an integer, found "heavy" at line 2, column 9"#);
    insta::assert_snapshot!(err("weight: '7'"), @r#"field `weight`: expected an integer, found "7" at line 2, column 9"#);
    insta::assert_snapshot!(err("weight: 300"), @"field `weight`: expected an integer within its type's range, found 300 at line 2, column 9");
    insta::assert_snapshot!(err("weight: [7]"), @"field `weight`: expected an integer, found a list at line 2, column 9");
    insta::assert_snapshot!(err("big: 18446744073709551615"), @"field `big`: expected an integer within its type's range, found 18446744073709551615 at line 2, column 6");
    insta::assert_snapshot!(err("flag: maybe"), @r#"field `flag`: expected true or false, found "maybe" at line 2, column 7"#);
    insta::assert_snapshot!(err("title: {a: b}"), @"field `title`: expected text, found a mapping at line 2, column 8");
    insta::assert_snapshot!(err("tags: [1, x]"), @r#"field `tags.1`: expected an integer, found "x" at line 2, column 11"#);
    insta::assert_snapshot!(err("tags: one"), @r#"field `tags`: expected a list, found "one" at line 2, column 7"#);
    insta::assert_snapshot!(err("kind: video"), @"field `kind`: unknown variant `video`, expected one of `post`, `gallery`, `link` at line 2, column 7");
    insta::assert_snapshot!(err("kind: [post]"), @"field `kind`: expected a name, found a list at line 2, column 7");
    insta::assert_snapshot!(err("kind: gallery"), @"field `kind`: expected a mapping with one key at line 2, column 7");
    insta::assert_snapshot!(err("kind: {post: 1}"), @"field `kind.post`: expected nothing but a name at line 2, column 14");
    insta::assert_snapshot!(err("kind: {link: 1, post: 2}"), @"field `kind`: expected a name, or a mapping with one key at line 2, column 7");
    insta::assert_snapshot!(err("kind:\n  gallery:\n    columns: wide"), @r#"field `kind.gallery.columns`: expected an integer, found "wide" at line 4, column 14"#);
    insta::assert_snapshot!(err("author:\n  nam: x"), @"field `author`: missing field `name` at line 3, column 3");
    insta::assert_snapshot!(err("author: x"), @r#"field `author`: expected a mapping, found "x" at line 2, column 9"#);
    insta::assert_snapshot!(err("by_number: {a: 1}"), @r#"field `by_number`: expected an integer, found "a" at line 2, column 13"#);
    insta::assert_snapshot!(err("pair: [1]"), @"field `pair`: invalid length 1, expected a tuple of size 2 at line 2, column 7");
    insta::assert_snapshot!(err("title: x\nother: 1"), @"unknown field `other`, expected one of `weight`, `big`, `flag`, `title`, `tags`, `kind`, `author`, `by_number`, `pair` at line 3, column 1");
}

#[test]
fn a_field_is_missing() {
    insta::assert_snapshot!(err::<Author>("title: x"), @"missing field `name` at line 2, column 1");
    insta::assert_snapshot!(err::<Author>(""), @"missing field `name` at line 2, column 1");
}

#[test]
fn nothing_is_an_empty_list_or_mapping() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Empty {
        list: Vec<u8>,
        mapping: BTreeMap<String, u8>,
        option: Option<u8>,
        link: Kind,
    }
    let front_matter = front_matter("---\nlist:\nmapping:\noption:\nlink: {link: 5}\n---\n");
    let empty: Empty = front_matter.deserialize().unwrap();
    assert_eq!((empty.list.len(), empty.mapping.len(), empty.option), (0, 0, None));
    assert_eq!(empty.link, Kind::Link("5".to_owned()));
}
