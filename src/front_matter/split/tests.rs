//! One line per case: what is found, or what is told.

use super::*;
use crate::diagnostic::Code;

/// What is found in `input`, as `format raw | body`, or the diagnostic.
fn found(input: &str, dialect: Dialect) -> String {
    let mut diagnostics = Diagnostics::new(9);
    let split = split_with(input, dialect, &mut diagnostics);
    let Split { bom, blank, front_matter, body } = split;
    let (opening, raw, closing) =
        front_matter.map_or(("", "", ""), |f| (f.opening, f.raw, f.closing));
    assert_eq!([bom, blank, opening, raw, closing, body].concat(), input);
    let Some(fenced) = front_matter else {
        let list = diagnostics.finish(input);
        return list.first().map_or("none".into(), |diagnostic| {
            let text = diagnostic.span.slice(input).unwrap();
            format!("{text:?} {diagnostic}")
        });
    };
    format!("{:?} {:?} | {:?}", fenced.format, fenced.raw, body)
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (input, expected) in cases {
        assert_eq!(found(input, Dialect::Common), *expected, "{input:?}");
    }
}

#[test]
fn yaml_fences() {
    check(&[
        ("---\na: 1\n---\nbody", r#"Yaml "a: 1\n" | "body""#),
        ("---\na: 1\n---", r#"Yaml "a: 1\n" | """#),
        ("---\na: 1\n--- \t", r#"Yaml "a: 1\n" | """#),
        ("---\n---\n", r#"Yaml "" | """#),
        ("\u{FEFF}\n \t\r\n---\na: 1\n---\n\nbody", r#"Yaml "a: 1\n" | "\nbody""#),
        ("---\r\na: 1\r\n---\r\nbody", r#"Yaml "a: 1\r\n" | "body""#),
        ("---\ra: 1\r---\rbody", r#"Yaml "a: 1\r" | "body""#),
        ("--- \t\na: 1\n---  \nbody", r#"Yaml "a: 1\n" | "body""#),
        ("-----\na: 1\n---\n-----\nbody", r#"Yaml "a: 1\n---\n" | "body""#),
        ("---\na: 1\n...\nbody", r#"Yaml "a: 1\n" | "body""#),
        ("--- # why\na: 1\n---\n", r#"Yaml "a: 1\n" | """#),
        ("---yaml\na: 1\n---\n", r#"Yaml "a: 1\n" | """#),
        ("--- YML\na: 1\n---\n", r#"Yaml "a: 1\n" | """#),
        ("---\nfirst\n---\nsecond\n---\n", r#"Yaml "first\n" | "second\n---\n""#),
    ]);
}

#[test]
fn other_fences() {
    check(&[
        ("+++\na = 1\n+++\nbody", r#"Toml "a = 1\n" | "body""#),
        (";;;\n\"a\": 1\n;;;\nbody", r#"Json "\"a\": 1\n" | "body""#),
        ("---json\n{}\n---\nbody", r#"Json "{}\n" | "body""#),
        ("--- toml\na = 1\n---\nbody", r#"Toml "a = 1\n" | "body""#),
        ("{\"a\": \"}\\\"\"}  \nbody", r#"Json "{\"a\": \"}\\\"\"}" | "body""#),
        ("\n{\n\"a\": [{\n}\n]}", r#"Json "{\n\"a\": [{\n}\n]}" | """#),
        ("{}  ", r#"Json "{}" | """#),
        ("{}\nbody", r#"Json "{}" | "body""#),
    ]);
}

#[test]
fn no_front_matter() {
    for input in [
        "",
        " ",
        "\n\n",
        "text\n---\na: 1\n---\n",
        " ---\na: 1\n---\n",
        "--\na: 1\n--\n",
        "title: x\n---\n",
        "---|---\n",
        "--- a heading ---\n",
        "***\n",
        "{% raw %}",
        "{{ x }}",
        "{ \"a\": 1 } text",
        "<p>",
    ] {
        assert_eq!(found(input, Dialect::Common), "none", "{input:?}");
    }
}

#[test]
fn what_looks_like_front_matter_is_told() {
    let found = |input| found(input, Dialect::Common);
    insta::assert_snapshot!(found("---\na: 1\n"), @r#""---" error: front matter opened by `---` is never closed at line 1, column 1"#);
    insta::assert_snapshot!(found("---"), @r#""---" error: front matter opened by `---` is never closed at line 1, column 1"#);
    insta::assert_snapshot!(found("-----\na: 1\n---\n"), @r#""-----" error: front matter opened by `-----` is never closed at line 1, column 1"#);
    insta::assert_snapshot!(found("---\na: 1\n--- x\n"), @r#""---" error: front matter opened by `---` is never closed at line 1, column 1"#);
    insta::assert_snapshot!(found("\n+++\na = 1\n...\n"), @r#""+++" error: front matter opened by `+++` is never closed at line 2, column 1"#);
    insta::assert_snapshot!(found("{\"a\": 1"), @r#""{" error: front matter opened by `{` is never closed at line 1, column 1"#);
    insta::assert_snapshot!(found("---js\nx\n---\n"), @r#""js" warning: front matter in the language `js` is not read at line 1, column 4"#);
    insta::assert_snapshot!(found("\u{A0}\n\u{200B}---\na: 1\n---\n"), @r#""\u{a0}\n\u{200b}" warning: invisible characters stand before the fence at line 1, column 1"#);
    insta::assert_snapshot!(found("——\na: 1\n——\n"), @r#""——" warning: the fence `——` is not made of the dash `-` at line 1, column 1"#);
}

#[test]
fn hexo_needs_no_opener() {
    let found = |input| found(input, Dialect::Hexo);
    insta::assert_snapshot!(found("\ntitle: x\n---\nbody"), @r#"Yaml "title: x\n" | "body""#);
    insta::assert_snapshot!(found("\"title\": 1\n;;;\nbody"), @r#"Json "\"title\": 1\n" | "body""#);
    insta::assert_snapshot!(found("---\ntitle: x\n---\nbody"), @r#"Yaml "title: x\n" | "body""#);
    insta::assert_snapshot!(found("title: x\n"), @"none");
}

#[test]
fn org_has_keywords() {
    let found = |input| found(input, Dialect::Org);
    insta::assert_snapshot!(found("\n#+title: x\n#+tags[]: a\n\nbody"), @r##"Org "#+title: x\n#+tags[]: a\n" | "\nbody""##);
    insta::assert_snapshot!(found("#+title: x"), @r##"Org "#+title: x" | """##);
    insta::assert_snapshot!(found("---\ntitle: x\n---\nbody"), @r#"Yaml "title: x\n" | "body""#);
    insta::assert_snapshot!(found("#+begin_src\n"), @"none");
    insta::assert_snapshot!(found("* heading\n#+title: x\n"), @"none");
}

/// What is told of an input besides that its front matter is never closed.
fn closing_like(input: &str) -> Option<String> {
    let mut diagnostics = Diagnostics::new(9);
    assert_eq!(split_with(input, Dialect::Common, &mut diagnostics).front_matter, None);
    let told = diagnostics.finish(input).into_iter();
    let mut like = told.filter(|it| it.code == Code::UnknownClosingFence);
    like.next().map(|it| format!("{} at {}", it.message, it.position))
}

#[test]
fn what_looks_like_a_closing_fence_is_told_of() {
    for (input, like, at) in [
        ("---\na: 1\n-----\nx", "-----", "line 3, column 1"),
        ("-----\na: 1\n---\nx\n----", "---", "line 3, column 1"),
        ("---\na: 1\n  ---\nx", "---", "line 3, column 3"),
        ("---\na: 1\n--- x", "---", "line 3, column 1"),
        ("+++\na = 1\n...", "...", "line 3, column 1"),
        (";;;\n\"a\": 1\n;;;;", ";;;;", "line 3, column 1"),
    ] {
        let opening = input.lines().next().unwrap();
        let expected =
            format!("`{like}` does not close front matter opened by `{opening}` at {at}");
        assert_eq!(closing_like(input), Some(expected), "{input:?}");
    }
    for input in ["---\na: 1\n", "---\na: -- --\n- - -\n-- -", "+++\na = 1\n---\n", "---\n... x"] {
        assert_eq!(closing_like(input), None, "{input:?}");
    }
}
