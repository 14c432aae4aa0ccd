//! Edits by tables: a text, what is done, the text after it or the reason why not.

#![cfg(all(feature = "yaml", feature = "toml", feature = "json"))]

use super::{Edit, ValuePath};
use crate::error::ErrorKind;
use crate::front_matter::{Dialect, Format, Value};
use crate::parser::Parser;

/// `set a.b 1`, `push tags x`, `remove a`, `rename a b`; a value is JSON, or else text.
fn edited(source: &str, what: &str) -> String {
    let mut words = what.splitn(3, ' ');
    let mut word = || words.next().unwrap_or_default();
    let (verb, path, rest) = (word(), word(), word());
    let path = ValuePath::from(path);
    let mut edit = Edit::new(source);
    match verb {
        "set" => edit.set(path, value(rest)),
        "push" => edit.push(path, value(rest)),
        "remove" => edit.remove(path),
        "rename" => edit.rename(path, rest),
        _ => panic!("{verb}"),
    };
    edit.finish().unwrap_or_else(|error| {
        assert_eq!(error.kind(), ErrorKind::Edit);
        format!("! {error}")
    })
}

fn value(text: &str) -> Value<'_> {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// Cases within fences, with each kind of line end.
#[track_caller]
fn check(fences: [&str; 2], cases: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (inside, what, expected) in cases {
        for newline in ["\n", "\r\n"] {
            let whole = |inside: &str| {
                format!("{}{inside}{}\n<p>Hello\n", fences[0], fences[1]).replace('\n', newline)
            };
            let refused = expected.starts_with('!');
            let expected = if refused { (*expected).to_owned() } else { whole(expected) };
            let found = edited(&whole(inside), what);
            if found != expected {
                wrong.push(format!("{inside:?} {what}\n  {found:?}\n  {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[track_caller]
fn yaml(cases: &[(&str, &str, &str)]) {
    check(["---\n", "---"], cases);
}

#[test]
fn yaml_values_are_replaced() {
    yaml(&[
        ("a: x\n", "set a w", "a: w\n"),
        ("a:   x   # c\nb: 1\n", "set a w", "a:   w   # c\nb: 1\n"),
        ("a: 'x'\n", "set a it's", "a: 'it''s'\n"),
        ("a: \"x\"\n", "set a w", "a: \"w\"\n"),
        ("a: \"x\"\n", "set a 7", "a: 7\n"),
        ("a: 7\n", "set a \"7\"", "a: \"7\"\n"),
        ("b: 'q'\na: 7\n", "set a \"7\"", "b: 'q'\na: '7'\n"),
        ("a: x\n", "set a y: z", "a: \"y: z\"\n"),
        ("a: x\n", "set a C# and #tag", "a: \"C# and #tag\"\n"),
        ("a:\nb: 1\n", "set a w", "a: w\nb: 1\n"),
        ("a:   # c\nb: 1\n", "set a w", "a: w   # c\nb: 1\n"),
        ("a: x\n", "set a null", "a: null\n"),
        ("a: x\n", "set a [1,\"b\"]", "a:\n  - 1\n  - b\n"),
        ("a: x # c\nb: 1\n", "set a [1]", "a: # c\n  - 1\nb: 1\n"),
        ("a: x\nt: [y]\n", "set a [1]", "a: [1]\nt: [y]\n"),
        ("a: x\nt:\n- y\n", "set a [1]", "a:\n- 1\nt:\n- y\n"),
        ("a: [x]\n", "set a [1,2]", "a: [1, 2]\n"),
        ("a:\n  - x # c\nb: 1\n", "set a w", "a: w # c\nb: 1\n"),
        ("a: # c\n  - x\nb: 1\n", "set a w", "a: w # c\nb: 1\n"),
        ("a: # c\n  - x\nb: 1\n", "set a [\"w\"]", "a: # c\n  - w\nb: 1\n"),
        ("a: |\n  x\n  y\nb: 1\n", "set a z", "a: z\nb: 1\n"),
        ("a: x\nb: 1\n", "set a \"y\\nz\\n\"", "a: |\n  y\n  z\nb: 1\n"),
        ("a: x # c\n", "set a \"y\\n\\nz\"", "a: |- # c\n  y\n\n  z\n"),
        ("a: 'x'\n", "set a \"y\\nz\"", "a: \"y\\nz\"\n"),
        ("a: x\n", "set a \" y\\nz\"", "a: \" y\\nz\"\n"),
        ("a: x\n", "set a {\"b\":{\"c\":[]}}", "a:\n  b:\n    c: []\n"),
        ("a: {b: 1, c: x}\n", "set a.c y, z", "a: {b: 1, c: \"y, z\"}\n"),
        ("a: {b: 1}\n", "set a.b [1]", "a: {b: [1]}\n"),
        ("a: {b: , c}\n", "set a.b 1", "a: {b: 1 , c}\n"),
        ("a: {b: , c}\n", "set a.c 1", "a: {b: , c: 1}\n"),
        ("a:\n  - x\n  - y # c\n", "set a.1 z", "a:\n  - x\n  - z # c\n"),
        ("a:\n-\n- y\n", "set a.0 z", "a:\n- z\n- y\n"),
        ("a:\n- x\n", "set a.0 {\"b\":1,\"c\":[2]}", "a:\n- b: 1\n  c:\n    - 2\n"),
        ("a:\n- b: 1\n  c: 2\n", "set a.0.c 3", "a:\n- b: 1\n  c: 3\n"),
        ("a: !!str 5\n", "set a 7", "a: 7\n"),
        ("a: &x 5\n", "set a 7", "a: 7\n"),
        ("title: foo: bar\nb: 1\n", "set title x", "title: x\nb: 1\n"),
        ("title: foo: bar\nb: 1\n", "set b 2", "title: foo: bar\nb: 2\n"),
        ("标题：x\nb: 1\n", "set 标题 w", "标题：w\nb: 1\n"),
        ("d: 2021-01-01\n", "set d \"2022-01-01\"", "d: 2022-01-01\n"),
        ("a: 1\na: 2\n", "set a 3", "a: 1\na: 3\n"),
        ("\"a\": 1\n", "set a 3", "\"a\": 3\n"),
        ("\"a\": 1\n", "set b 3", "\"a\": 1\n\"b\": 3\n"),
        ("\"a:\": 1\n", "set b 3", "\"a:\": 1\nb: 3\n"),
        ("? a\n: 1\n", "set a 3", "? a\n: 3\n"),
        ("a: x\n  y\nb: 1\n", "set a z", "a: z\nb: 1\n"),
    ]);
}

#[test]
fn yaml_keys_are_added() {
    yaml(&[
        ("", "set a 1", "a: 1\n"),
        ("# c\n", "set a 1", "# c\na: 1\n"),
        ("a: 1\n", "set b x", "a: 1\nb: x\n"),
        ("  a: 1\n", "set b x", "  a: 1\n  b: x\n"),
        ("a: 1\n\n# c\n", "set b x", "a: 1\nb: x\n\n# c\n"),
        ("a: |\n  x\n\n", "set b x", "a: |\n  x\n\nb: x\n"),
        ("a: 'x'\n", "set b w", "a: 'x'\nb: w\n"),
        ("a: 'x'\n", "set b yes", "a: 'x'\nb: 'yes'\n"),
        ("a:\n  b: 1\nc: 2\n", "set a.d 3", "a:\n  b: 1\n  d: 3\nc: 2\n"),
        ("a:\nc: 2\n", "set a.d 3", "a:\n  d: 3\nc: 2\n"),
        ("a: {}\n", "set a.d 3", "a: {d: 3}\n"),
        ("a: {b: 1}\n", "set a.d x", "a: {b: 1, d: x}\n"),
        ("c: 2\n", "set a.d.e 3", "c: 2\na:\n  d:\n    e: 3\n"),
        ("c: 2\n", "set key:x: 3", "c: 2\n\"key:x:\": 3\n"),
        ("{a: 1}\n", "set b 2", "{a: 1, b: 2}\n"),
        ("{}\n", "set b 2", "{b: 2}\n"),
        ("{\"a\": \"x\"}\n", "set b w", "{\"a\": \"x\", \"b\": \"w\"}\n"),
        ("a:\n- b: 1\n", "set a.0.c 2", "a:\n- b: 1\n  c: 2\n"),
        (
            "a: x\n",
            "set a.b 1",
            "! `a.b` is not edited: `a` is neither a mapping nor a list at line 2, column 4",
        ),
        ("a: [x]\n", "set a.1 1", "! `a.1` is not edited: `a` is a list of 1 at line 2, column 4"),
    ]);
}

#[test]
fn yaml_items_are_added() {
    yaml(&[
        ("t: [a, b]\n", "push t c", "t: [a, b, c]\n"),
        ("t: [a,b]\n", "push t c", "t: [a,b,c]\n"),
        ("t: []\n", "push t c", "t: [c]\n"),
        ("t: [a, ]\n", "push t c", "t: [a, c, ]\n"),
        ("t: ['a']\n", "push t c", "t: ['a', 'c']\n"),
        ("t: [\n  a,\n  b\n]\n", "push t c", "t: [\n  a,\n  b,\n  c\n]\n"),
        ("t: [\n  a, # x\n  b # y\n]\n", "push t c", "t: [\n  a, # x\n  b, # y\n  c\n]\n"),
        ("t:\n  - a\n", "push t c", "t:\n  - a\n  - c\n"),
        ("t:\n- a # x\n# y\nb: 1\n", "push t c", "t:\n- a # x\n- c\n# y\nb: 1\n"),
        ("t:\n- \"a\"\n", "push t c", "t:\n- \"a\"\n- \"c\"\n"),
        ("t:\n- - a\n  - b\n", "push t.0 c", "t:\n- - a\n  - b\n  - c\n"),
        ("t:\n- a: 1\n", "push t {\"a\":2,\"b\":[3]}", "t:\n- a: 1\n- a: 2\n  b:\n    - 3\n"),
        ("t:\nb: 1\n", "push t c", "t:\n  - c\nb: 1\n"),
        ("b: 1\n", "push t c", "b: 1\nt:\n  - c\n"),
        ("b: [x]\n", "push t c", "b: [x]\nt: [c]\n"),
        ("t:\n- a\n-\n", "push t c", "t:\n- a\n-\n- c\n"),
        ("t: a\n", "push t c", "! `t` is not edited: the value is not a list at line 2, column 4"),
    ]);
}

#[test]
fn yaml_entries_and_items_go() {
    yaml(&[
        ("a: 1\nb: 2\n", "remove a", "b: 2\n"),
        ("a: 1 # c\n# d\nb: 2\n", "remove a", "# d\nb: 2\n"),
        ("a: 1\n", "remove a", ""),
        ("a:\n  - x\n  - y\nb: 2\n", "remove a", "b: 2\n"),
        ("a: |\n  x\nb: 2\n", "remove a", "b: 2\n"),
        ("a:\n  b: 1\n  c: 2\n", "remove a.b", "a:\n  c: 2\n"),
        ("a:\n  b: 1\nc: 2\n", "remove a.b", "a: {}\nc: 2\n"),
        ("t:\n- a\n- b # c\n", "remove t.1", "t:\n- a\n"),
        ("t:\n- a\nb: 1\n", "remove t.0", "t: []\nb: 1\n"),
        ("t:\n- a: 1\n  b: 2\n- c\n", "remove t.0.a", "t:\n- b: 2\n- c\n"),
        ("t:\n- a: 1\n- c\n", "remove t.0.a", "t:\n- {}\n- c\n"),
        ("t:\n- - a\n  - b\n", "remove t.0.0", "t:\n- - b\n"),
        ("t: [a, b, c]\n", "remove t.0", "t: [b, c]\n"),
        ("t: [a, b, c]\n", "remove t.1", "t: [a, c]\n"),
        ("t: [a, b, c]\n", "remove t.2", "t: [a, b]\n"),
        ("t: [a, b, ]\n", "remove t.1", "t: [a, ]\n"),
        ("t: [a]\n", "remove t.0", "t: []\n"),
        ("t: [a,]\n", "remove t.0", "t: []\n"),
        ("t: [\n  a, # x\n  b, # y\n]\n", "remove t.0", "t: [\n  b, # y\n]\n"),
        ("t: [\n  a, # x\n  b, # y\n]\n", "remove t.1", "t: [\n  a, # x\n]\n"),
        ("t: [\n  a,\n  b\n]\n", "remove t.1", "t: [\n  a\n]\n"),
        ("t: [a, b , ]\n", "remove t.1", "t: [a, ]\n"),
        ("t: [a, # x\n  b]\n", "remove t.0", "t: [ # x\n  b]\n"),
        ("t: [a, # x\n  b]\n", "remove t.1", "t: [a # x\n  ]\n"),
        ("t: [a, # x\n  b, c]\n", "remove t.1", "t: [a, # x\n  c]\n"),
        ("t: [a, # x\n  b,]\n", "remove t.1", "t: [a, # x\n  ]\n"),
        ("t: {a: 1, b: 2}\n", "remove t.a", "t: {b: 2}\n"),
        ("{a: 1}\n", "remove a", "{}\n"),
        ("a: 1\n", "remove b", "! `b` is not edited: there is no such value at line 2, column 1"),
        ("a: 1\na: 2\n", "remove a", "! `a` is not edited: `a` stands twice at line 3, column 4"),
    ]);
}

#[test]
fn yaml_keys_are_renamed() {
    yaml(&[
        ("a: 1\n", "rename a b", "b: 1\n"),
        ("a: 1\n", "rename a no", "\"no\": 1\n"),
        ("'a': 1\n", "rename a b", "'b': 1\n"),
        ("a: {b: 1}\n", "rename a.b c", "a: {c: 1}\n"),
        (
            "a: 1\nb: 2\n",
            "rename a b",
            "! `a` is not edited: there is a key `b` already at line 3, column 1",
        ),
        (
            "a: [1]\n",
            "rename a.0 b",
            "! `a.0` is not edited: the item of a list has no key at line 2, column 5",
        ),
    ]);
}

#[test]
fn yaml_that_other_values_hang_on_is_refused() {
    yaml(&[
        (
            "a: &x {b: 1}\nc: *x\n",
            "set a.b 2",
            "! `a.b` is not edited: `a` has an anchor, which may have aliases at line 2, column 7",
        ),
        (
            "a: &x {b: 1}\nc: *x\n",
            "set c.b 2",
            "! `c.b` is not edited: `c` is an alias of another value at line 3, column 4",
        ),
        ("a: &x {b: 1}\nc: *x\n", "set c 2", "a: &x {b: 1}\nc: 2\n"),
        (
            "a: &x 1\nc: *x\n",
            "remove a",
            "! `a` is not edited: `a` has an anchor, which may have aliases at line 2, column 7",
        ),
        (
            "a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n",
            "set c.b 2",
            "! `c.b` is not edited: `c.b` is merged from another mapping at line 2, column 11",
        ),
        (
            "a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n",
            "set c.d 2",
            "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n",
        ),
    ]);
}

#[test]
fn toml_is_edited() {
    check(
        ["+++\n", "+++"],
        &[
            ("", "set a 1", "a = 1\n"),
            ("a = 1 # c\n", "set a x", "a = \"x\" # c\n"),
            ("a = 'x'\n", "set a y", "a = 'y'\n"),
            ("a = 'x'\n", "set a it's", "a = \"it's\"\n"),
            ("a = 1\n\n[t]\nb = 2\n", "set c 3", "a = 1\nc = 3\n\n[t]\nb = 2\n"),
            ("[t]\nb = 2\n", "set c 3", "c = 3\n[t]\nb = 2\n"),
            ("a = 1\n\n[t]\nb = 2\n\n[u]\n", "set t.c 3", "a = 1\n\n[t]\nb = 2\nc = 3\n\n[u]\n"),
            ("[t]\n", "set t.c 3", "[t]\nc = 3\n"),
            ("[t]\n[t.u]\nx = 1\n", "set t.c 3", "[t]\nc = 3\n[t.u]\nx = 1\n"),
            ("[t.u]\nx = 1\n", "set t.u.c 3", "[t.u]\nx = 1\nc = 3\n"),
            ("a=1\n", "set b 2", "a=1\nb=2\n"),
            ("a = 1\n", "set x.y z", "a = 1\n\n[x]\ny = \"z\"\n"),
            ("a.b = 1\nc = 1\n", "set a.d 2", "a.b = 1\na.d = 2\nc = 1\n"),
            ("a = {b = 1}\n", "set a.d 2", "a = {b = 1, d = 2}\n"),
            ("a = {}\n", "set a.d 2", "a = {d = 2}\n"),
            ("t = [\"a\"]\n", "push t b", "t = [\"a\", \"b\"]\n"),
            ("t = [\n  'a',\n  'b',\n]\n", "push t c", "t = [\n  'a',\n  'b',\n  'c',\n]\n"),
            ("[[r]]\nk = 1\n\n[x]\n", "push r {\"k\":2}", "[[r]]\nk = 1\n\n[[r]]\nk = 2\n\n[x]\n"),
            ("a = 1\n[t]\nb = 1\n\n# c\n[u]\n", "remove t", "a = 1\n# c\n[u]\n"),
            ("a = 1\nb = [\n1\n]\nc = 1\n", "remove b", "a = 1\nc = 1\n"),
            ("a.b = 1\nx = 1\na.c = 1\n", "remove a", "x = 1\n"),
            ("[[r]]\nk = 1\n[[r]]\nk = 2\n", "remove r.0", "[[r]]\nk = 2\n"),
            ("a = 1\n", "rename a b-c", "b-c = 1\n"),
            ("a = 1\n", "rename a b.c", "\"b.c\" = 1\n"),
            ("[t]\na = 1\n", "rename t u", "[u]\na = 1\n"),
            (
                "[t]\na = 1\n[ t . 'x.y' ]\nb = 1\n",
                "rename t u",
                "[u]\na = 1\n[ u . 'x.y' ]\nb = 1\n",
            ),
            (
                "[t.a]\nb = 1\n[[t.c]]\n[[t.c]]\nt = 1\n",
                "rename t u",
                "[u.a]\nb = 1\n[[u.c]]\n[[u.c]]\nt = 1\n",
            ),
            (
                "[t.\"a\\\"\"]\nb = 1\n[t.\"a\\\"\".c]\nb = 1\n",
                "rename t.a\" d",
                "[t.\"d\"]\nb = 1\n[t.\"d\".c]\nb = 1\n",
            ),
            ("a.b = 1\na.c = 2\n", "rename a d", "d.b = 1\nd.c = 2\n"),
            (
                "a = 1\n",
                "set a null",
                "! `a` is not edited: TOML has no word for nothing at line 2, column 5",
            ),
            ("[t]\na = 1\n", "set t 1", "t = 1\n"),
            ("a = 1\n\n[t]\nb = 1\n\n[u]\nc = 1\n", "set t x", "a = 1\nt = \"x\"\n\n[u]\nc = 1\n"),
            ("[t]\na = 1\n[t.b]\nc = 1\n", "set t.b [2]", "[t]\na = 1\nb = [2]\n"),
            ("a.b = 1\na.c = 2\nd = 3\n", "set a 1", "d = 3\na = 1\n"),
        ],
    );
}

#[test]
fn json_is_edited() {
    check(
        ["", ""],
        &[
            ("{\"a\": 1}", "set a x", "{\"a\": \"x\"}"),
            ("{\"a\": 1}", "set b x", "{\"a\": 1, \"b\": \"x\"}"),
            ("{\n  \"a\": 1\n}", "set b x", "{\n  \"a\": 1,\n  \"b\": \"x\"\n}"),
            ("{\"a\":1}", "set b [2,null]", "{\"a\":1, \"b\":[2, null]}"),
            ("{ }", "set b 2", "{\"b\": 2 }"),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}", "remove a", "{\n  \"b\": 2\n}"),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}", "remove b", "{\n  \"a\": 1\n}"),
            ("{\"a\": 1}", "rename a b", "{\"b\": 1}"),
            ("{\"a\": {\"b\": []}}", "push a.b 1", "{\"a\": {\"b\": [1]}}"),
        ],
    );
    check(
        [";;;\n", ";;;"],
        &[
            ("\"a\": 1\n", "set b 2", "\"a\": 1, \"b\": 2\n"),
            ("\"a\": 1,\n\"b\": 2\n", "set c 3", "\"a\": 1,\n\"b\": 2,\n\"c\": 3\n"),
            ("\"a\": 1,\n\"b\": 2\n", "remove b", "\"a\": 1\n"),
        ],
    );
}

#[test]
fn a_text_without_front_matter_gets_some() {
    for (source, expected) in [
        ("", "---\na: 1\n---\n"),
        ("<p>x", "---\na: 1\n---\n<p>x"),
        ("\u{feff}<p>x\r\n<p>y", "\u{feff}---\r\na: 1\r\n---\r\n<p>x\r\n<p>y"),
        ("---\nnever closed\n", "---\na: 1\n---\n---\nnever closed\n"),
        ("---\n- a list\n---\nx", "---\na: 1\n---\n---\n- a list\n---\nx"),
    ] {
        assert_eq!(edited(source, "set a 1"), expected);
    }
}

#[test]
fn dialects_are_edited_by_their_rules() {
    let edited = |dialect, source, path: &'static str, value: Value<'static>| {
        let mut edit = Parser::new().dialect(dialect).edit(source);
        edit.set(path, value).finish().unwrap_or_else(|error| format!("! {error}"))
    };
    for (dialect, source, value, expected) in [
        (Dialect::Hexo, "b: 1\n---\nx", Value::from(1), "b: 1\na: 1\n---\nx"),
        (Dialect::Hexo, "a: 1\n---\nx", Value::from(2), "a: 2\n---\nx"),
        (Dialect::Jekyll, "---\na: yes\n---\n", Value::from(true), "---\na: yes\n---\n"),
        (Dialect::Jekyll, "---\na: yes\n---\n", Value::from("no"), "---\na: \"no\"\n---\n"),
        (
            Dialect::Org,
            "#+a: 1\nx",
            Value::from("2"),
            "! `a` is not edited: keywords of Org mode are not edited at line 1, column 6",
        ),
    ] {
        assert_eq!(edited(dialect, source, "a", value), expected);
    }
}

#[test]
fn changes_follow_each_other() {
    let source = "\n---\ntitle: a\ntags: [x]\n---\nbody";
    let mut edit = Edit::new(source);
    edit.set("title", "b").push("tags", "w").rename("title", "name").remove("tags.0").set("z", 1);
    assert_eq!(edit.finish().unwrap(), "\n---\nname: b\ntags: [w]\nz: 1\n---\nbody");
    let error =
        Edit::new(source).set("title", "a longer one").push("title", 1).finish().unwrap_err();
    assert_eq!(error.span().slice(source), Some("a"));
}

#[test]
fn front_matter_is_converted() {
    let yaml = "---\ntitle: 'it''s'\ndate: 2021-12-27 # c\nn: ~\nv: 1.10\ntags: [a, b]\nextra:\n  k: yes\n  l:\n    - a: 1\n    - a: 2\n---\n<p>x";
    let to = |source: &str, format| {
        Edit::new(source).finish_as(format).unwrap_or_else(|error| format!("! {error}"))
    };
    let toml = "+++\ntitle = \"it's\"\ndate = 2021-12-27\nv = 1.10\ntags = [\"a\", \"b\"]\n\n[extra]\nk = \"yes\"\n\n[[extra.l]]\na = 1\n\n[[extra.l]]\na = 2\n+++\n<p>x";
    assert_eq!(to(yaml, Format::Toml), toml);
    let json = "{\n  \"title\": \"it's\",\n  \"date\": \"2021-12-27\",\n  \"v\": 1.10,\n  \"tags\": [\"a\", \"b\"],\n  \"extra\": {\n    \"k\": \"yes\",\n    \"l\": [{\"a\": 1}, {\"a\": 2}]\n  }\n}\n<p>x";
    assert_eq!(to(toml, Format::Json), json);
    let back = "---\ntitle: it's\ndate: \"2021-12-27\"\nv: 1.10\ntags:\n  - a\n  - b\nextra:\n  k: \"yes\"\n  l:\n    - a: 1\n    - a: 2\n---\n<p>x";
    assert_eq!(to(json, Format::Yaml), back);
    assert_eq!(to(toml, Format::Yaml), back.replace("\"2021-12-27\"", "2021-12-27"));
    assert_eq!(to(yaml, Format::Yaml), yaml);
    assert_eq!(to("<p>x", Format::Toml), "<p>x");
    assert_eq!(
        to("---\na: 18446744073709551615\n---\n", Format::Toml),
        "! front matter is not written: TOML has no integer of this size at line 1, column 1"
    );
}
