//! YAML as people write it: one line per case, what is read and what is told.

use std::fmt::Write;

use super::*;
use crate::front_matter::mapping::Entry;
use crate::front_matter::value::Value;

fn values(text: &str) -> Option<Mapping<'_>> {
    match read(Raw { text, base: 0 }, &Limits::new(), &mut Diagnostics::new(0)) {
        Reading::Mapping(mapping) => Some(mapping),
        _ => None,
    }
}

/// The values as JSON, then each diagnostic's code and place.
fn found_within(text: &str, limits: &Limits) -> String {
    let mut diagnostics = Diagnostics::new(9);
    let mut found = match read(Raw { text, base: 0 }, limits, &mut diagnostics) {
        Reading::Mapping(mapping) => serde_json::to_string(&mapping).unwrap(),
        other => format!("{other:?}"),
    };
    for diagnostic in diagnostics.finish(text) {
        let place = diagnostic.span.slice(text).unwrap();
        write!(found, " {:?}({place:?})", diagnostic.code).unwrap();
    }
    found
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(found_within(text, &Limits::new()), *expected, "{text:?}");
    }
}

#[test]
fn plain_yaml() {
    check(&[
        ("", "{}"),
        ("# only a comment\n", "{}"),
        ("a: 1\nb: x\n", r#"{"a":1,"b":"x"}"#),
        ("a: 1\rb: x\r", r#"{"a":1,"b":"x"}"#),
        ("  a: 1\n  b: x\n", r#"{"a":1,"b":"x"}"#),
        ("a:\n- x\n- y: 1\n  z: [2, {k: v}]\n", r#"{"a":["x",{"y":1,"z":[2,{"k":"v"}]}]}"#),
        ("a: [\nx,\ny\n]\n", r#"{"a":["x","y"]}"#),
        ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", r#"{"a":"x\ny\n","b":"x y"}"#),
        ("a:\nb: ~\n", r#"{"a":null,"b":null}"#),
        ("1: a\n'b c': d\n", r#"{"1":"a","b c":"d"}"#),
        ("a: !!str 1\nb: ! 2\nc: !!int 3\n", r#"{"a":"1","b":"2","c":3}"#),
    ]);
}

#[test]
fn anchors_and_merge_keys() {
    check(&[
        ("a: &x [1, 2]\nb: *x\n", r#"{"a":[1,2],"b":[1,2]}"#),
        ("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  l: 3\n", r#"{"a":{"k":1,"l":2},"b":{"k":1,"l":3}}"#),
        (
            "a: &a {k: 1}\nb: &b {k: 2, l: 2}\nc:\n  <<: [*a, *b]\n",
            r#"{"a":{"k":1},"b":{"k":2,"l":2},"c":{"l":2,"k":1}}"#,
        ),
        ("a: &a {k: 1}\n\"<<\": *a\n", r#"{"a":{"k":1},"<<":{"k":1}}"#),
        ("<<: text\n", r#"{"<<":"text"}"#),
        ("b: *nope\n", r#"{"b":"*nope"} UnknownAlias("*nope")"#),
        ("a: &a [*a]\n", r#"{"a":["*a"]} UnknownAlias("*a")"#),
    ]);
}

#[test]
fn what_yaml_takes_away_is_told() {
    check(&[
        ("a: C# and #tag\n", r##"{"a":"C# and"} CommentCutsValue("#tag")"##),
        ("a: #fff\n", r##"{"a":null} CommentCutsValue("#fff")"##),
        ("a: x # a comment\n", r#"{"a":"x"}"#),
        ("a: &nbsp; x\n", r#"{"a":"x"} EatenText("&nbsp;")"#),
        ("a: &x y\nb: *x\n", r#"{"a":"y","b":"y"}"#),
        ("a: !important x\n", r#"{"a":"x"} EatenText("!important")"#),
        ("a: !!python/x [1]\n", r#"{"a":[1]} IgnoredTag("!!python/x")"#),
        ("a: 1\nb: 2\na: 3\n", r#"{"b":2,"a":3} DuplicateKey("a")"#),
        ("o: {k: 1, k: 2}\n", r#"{"o":{"k":2}} DuplicateKey("k")"#),
        ("? [e, f]\n: g\n", r#"{"[e, f]":"g"} ComplexKey("[e, f]")"#),
        ("a: 1\n--- x\n", r#"{"a":1} InvalidFrontMatter("---")"#),
    ]);
}

#[test]
fn a_broken_value_is_its_text() {
    check(&[
        ("a: x: y\nb: 1\n", r#"{"a":"x: y","b":1} RepairedValue("x: y")"#),
        ("a: x:\n", r#"{"a":"x:"} RepairedValue("x:")"#),
        ("a: [x] y\nb: 1\n", r#"{"a":"[x] y","b":1} RepairedValue("[x] y")"#),
        ("a: @x\n", r#"{"a":"@x"} RepairedValue("@x")"#),
        ("a: *b* c\n", r#"{"a":"*b* c"} RepairedValue("*b* c")"#),
        ("a: {{ b }}\n", r#"{"a":"{{ b }}"} RepairedValue("{{ b }}")"#),
        ("a: \"b\" c\n", r#"{"a":"\"b\" c"} RepairedValue("\"b\" c")"#),
        ("a: \"b\" and \"c\"\n", r#"{"a":"\"b\" and \"c\""} RepairedValue("\"b\" and \"c\"")"#),
        ("a: \"x \"b\" c\"\n", r#"{"a":"x \"b\" c"} RepairedValue("\"x \"b\" c\"")"#),
        ("a: \"\"\"'b'\"\"\"\n", r#"{"a":"'b'"} RepairedValue("\"\"\"'b'\"\"\"")"#),
        ("a: \"\"\"\"\"\nb: 1\n", r#"{"a":"\"","b":1} RepairedValue("\"\"\"\"\"")"#),
        ("a: 'it's'\n", r#"{"a":"it's"} RepairedValue("'it's'")"#),
        ("a: \"C:\\path\"\n", r#"{"a":"C:\\path"} RepairedValue("\"C:\\path\"")"#),
        ("a: \"open\nb: 1\n", r#"{"a":"\"open","b":1} RepairedValue("\"open")"#),
        ("a: x\0y\nb: 1\n", r#"{"a":"x\u0000y","b":1} RepairedValue("x\0y")"#),
        ("a: x\nmore\nb: 1\n", r#"{"a":"x\nmore","b":1} RepairedValue("x\nmore")"#),
        ("a: x\n b: 1\n", r#"{"a":"x","b":1} InvalidFrontMatter("b")"#),
        (" a: x\nb: 1\n", r#"{"a":"x","b":1} InvalidFrontMatter("b")"#),
        ("a: x\nmore\n", r#"{"a":"x\nmore"} RepairedValue("x\nmore")"#),
        ("a:\n-x\n-y\nb: 1\n", r#"{"a":["x","y"],"b":1} RepairedValue("-x\n-y")"#),
        (
            "a: &k {l: 1}\nb: @x\nc: *k\n",
            r#"{"a":{"l":1},"b":"@x","c":{"l":1}} RepairedValue("@x")"#,
        ),
        (
            "junk\na: @x\nb: 1\n",
            r#"{"a":"@x","b":1} InvalidFrontMatter("junk\n") RepairedValue("@x")"#,
        ),
        ("a: &b c: d\n", r#"{"a":"&b c: d"} RepairedValue("&b c: d")"#),
        ("a: @x\n# comment\n\nb: 1\n", r#"{"a":"@x","b":1} RepairedValue("@x")"#),
    ]);
}

#[test]
fn tabs_are_two_spaces() {
    check(&[
        ("a:\n\t- x\n\t- y\n", r#"{"a":["x","y"]} TabIndentation("\t")"#),
        ("a:\n\tb:\n\t\tc: 1\nd: 2\n", r#"{"a":{"b":{"c":1}},"d":2} TabIndentation("\t")"#),
        ("a:\tx\t\n", r#"{"a":"x"}"#),
    ]);
    let text = "a:\n\tb:\n\t\tç: é\n";
    let mapping = values(text).unwrap();
    let place = mapping.path("a.b.ç").unwrap().span();
    assert_eq!(place.slice(text), Some("é"));
}

#[test]
fn full_width_colons_among_keys_end_keys() {
    check(&[
        ("a： x\nb: 1\n", r#"{"a":"x","b":1} FullWidthColon("：")"#),
        ("b: 1\n标题：“中”\nc: 2\n", r#"{"b":1,"标题":"“中”","c":2} FullWidthColon("：")"#),
        ("a:\n-x：y\n-z\nb: 1\n", r#"{"a":["x：y","z"],"b":1} RepairedValue("-x：y\n-z")"#),
        ("a: x：y\nb: 中：z\n", r#"{"a":"x：y","b":"中：z"}"#),
        ("中：x\ny： z\n", r#"NotAMapping NotAMapping("中：x\ny： z\n") FullWidthColon("：")"#),
        ("a: |\n  中：x\nb: @\n", r#"{"a":"中：x\n","b":"@"} RepairedValue("@")"#),
    ]);
}

#[test]
fn prose_is_no_mapping() {
    check(&[
        ("A paragraph.\n", r#"NotAMapping NotAMapping("A paragraph.\n")"#),
        ("- a\n- b\n", r#"NotAMapping NotAMapping("- a\n- b\n")"#),
        ("Note: this\ngoes on.\n", r#"NotAMapping NotAMapping("Note: this\ngoes on.\n")"#),
        ("a： x\n", r#"NotAMapping NotAMapping("a： x\n") FullWidthColon("：")"#),
    ]);
}

#[test]
fn limits_leave_the_rest_aside() {
    let limits = Limits::new().with_value_depth(2).with_values(4);
    let found = |text| found_within(text, &limits);
    insta::assert_snapshot!(found("a: [[1]]\nb: 2\n"), @r#"{"a":[null],"b":2} TooManyValues("[")"#);
    insta::assert_snapshot!(found("a: [1, 2, 3, 4]\nb: 2\n"), @r#"{"a":[1,2,3]} TooManyValues("")"#);
}

#[test]
fn the_greatest_depth_fits_the_stack() {
    let limits = Limits::new().with_value_depth(u32::MAX);
    let text = format!("a: {}x{}\n", "[".repeat(230), "]".repeat(230));
    let found = found_within(&text, &limits);
    assert_eq!(found.matches('[').count() - 1, 199, "{found}");
    assert!(found.contains("TooManyValues"));
}

#[test]
fn aliases_of_aliases_stay_small() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..12 {
        let before = format!("*a{}, ", n - 1).repeat(9);
        writeln!(text, "a{n}: &a{n} [{before}]").unwrap();
    }
    let mut diagnostics = Diagnostics::new(1000);
    let reading = read(Raw { text: &text, base: 0 }, &Limits::new(), &mut diagnostics);
    let Reading::Mapping(mapping) = reading else { panic!("not read") };
    assert!(mapping.iter().map(|entry| count(&entry.value)).sum::<usize>() < 2 * text.len());
    let told = diagnostics.finish(&text);
    assert!(told.iter().any(|diagnostic| diagnostic.code == Code::TooManyValues));
}

fn count(value: &Value<'_>) -> usize {
    let inner: usize = value.as_list().unwrap_or_default().iter().map(count).sum();
    inner + 1
}

#[test]
fn places_hold_quotes_brackets_and_headers() {
    let text =
        "\"k\" : 'é'\nl: [1, 2]\nm: {a: b}\ne:\nn:\n  - x\n  - y\nb: |-\n  text\n\nf: &x >\n  t\n";
    let mapping = values(text).unwrap();
    let place = |entry: &Entry<'_>| {
        format!(
            "{} = {}",
            entry.key_span.slice(text).unwrap(),
            entry.value.span.slice(text).unwrap()
        )
    };
    let places: Vec<_> = mapping.iter().map(place).collect();
    assert_eq!(
        places,
        [
            "\"k\" = 'é'",
            "l = [1, 2]",
            "m = {a: b}",
            "e = ",
            "n = - x\n  - y",
            "b = |-\n  text",
            "f = >\n  t",
        ]
    );
    let empty = mapping.get("e").unwrap().span();
    assert_eq!(text.get(..empty.start as usize).unwrap().rsplit('\n').next(), Some("e:"));
}

#[test]
fn a_block_scalar_keeps_its_header_in_any_list() {
    let text = "a:\n- |\n  x\n- y\nb: &n # - no\n# - no\n- - >-\n    z\n? c\n: - |\n    v\n";
    let mapping = values(text).unwrap();
    let place = |path| mapping.path(path).unwrap().span().slice(text).unwrap();
    assert_eq!(place("a"), "- |\n  x\n- y");
    assert_eq!(place("a.0"), "|\n  x");
    assert_eq!((place("b"), place("b.0.0")), ("- - >-\n    z", ">-\n    z"));
    assert_eq!((place("c"), place("c.0")), ("- |\n    v", "|\n    v"));
}

#[test]
fn text_is_borrowed_unless_it_differs() {
    let mapping = values("a: plain\nb: 'quoted'\nc: \"esc\\t\"\nd: two\n  lines\n").unwrap();
    let borrowed: Vec<_> =
        mapping.iter().map(|entry| entry.value.as_scalar().unwrap().text.is_borrowed()).collect();
    assert_eq!(borrowed, [true, true, false, false]);
}
