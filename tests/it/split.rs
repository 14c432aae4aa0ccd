//! Law 2: where front matter ends and the body begins. That the parts join to the input is an
//! [invariant](crate::invariants::split), held on every file by [`corpus`](crate::corpus).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use copydesk::{Dialect, Document, Format, Parser};

use crate::shared;

/// The format of the front matter, or `none`, and the byte where the body begins.
type Found = (String, u32);

/// A line of `tests/data/front-matter-delim.txt`, which says what the columns mean.
struct Case {
    name: String,
    common: Found,
    codes: String,
    hexo: Found,
}

#[test]
fn fences_are_found_where_the_best_answer_finds_them() {
    let Some(files) = shared::files("front-matter/cases", 350) else { return };
    let is_fence_case = |file: &&shared::File| file.name.contains("/delim__");
    assert_eq!(files.iter().filter(is_fence_case).count(), cases().len(), "cases, one line each");
    let mut failures = Vec::new();
    for case in cases() {
        let name = format!("front-matter/cases/delim__{}.txt", case.name);
        let file = files.iter().find(|file| file.name == name).expect(&name);
        let common = Parser::new().parse_bytes(&file.bytes);
        let hexo = Parser::new().dialect(Dialect::Hexo).parse_bytes(&file.bytes);
        if found(&common) != case.common {
            failures.push((name.clone(), format!("{:?}, not {:?}", found(&common), case.common)));
        }
        if found(&hexo) != case.hexo {
            failures.push((name.clone(), format!("Hexo: {:?}, not {:?}", found(&hexo), case.hexo)));
        }
        let codes = codes(&common);
        let at_least_one = case.codes == "+" && codes != "-";
        if codes != case.codes && !at_least_one {
            failures.push((name, format!("diagnostics {codes}, not {}", case.codes)));
        }
    }
    shared::report(&failures, files.len());
}

fn cases() -> Vec<Case> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/front-matter-delim.txt");
    let list = fs::read_to_string(list).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let found = |at: usize| (columns[at].to_owned(), columns[at + 1].parse().unwrap());
            let hexo = if columns.len() > 4 { found(4) } else { found(1) };
            let (name, codes) = (columns[0].to_owned(), columns[3].to_owned());
            Case { name, common: found(1), codes, hexo }
        })
        .collect()
}

fn found(document: &Document<'_>) -> Found {
    let format = match document.front_matter().map(|front_matter| front_matter.format) {
        None => "none",
        Some(Format::Yaml) => "yaml",
        Some(Format::Toml) => "toml",
        Some(Format::Json) => "json",
        Some(other) => panic!("a format that the tests do not know: {other:?}"),
    };
    (format.to_owned(), document.body_span().start)
}

/// The codes of the diagnostics as JSON has them, each once; `-` for none.
fn codes(document: &Document<'_>) -> String {
    let codes = document.diagnostics().iter().map(|diagnostic| diagnostic.code);
    let codes: BTreeSet<String> = codes
        .map(|code| serde_json::to_value(code).unwrap().as_str().unwrap().to_owned())
        .collect();
    if codes.is_empty() { "-".to_owned() } else { Vec::from_iter(codes).join(",") }
}
