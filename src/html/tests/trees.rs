//! html5lib's tree construction suite.

use std::collections::BTreeSet;
use std::fs;

use super::{dump, shared};
use crate::diagnostic::Diagnostics;
use crate::html::{Namespace, spec};
use crate::limits::Limits;

/// Cases that html5ever fails, and we with it: file and line of the `#data`.
const DEVIATIONS: &str = include_str!("deviations.txt");

#[test]
fn html5lib_tree_construction() {
    let Some(folder) = shared::folder("html5lib-tests/tree-construction") else { return };
    let (mut passed, mut scripted) = (0, 0);
    let (mut differ, mut failed) = (Vec::new(), BTreeSet::new());
    for path in shared::files(&folder) {
        if path.extension().is_none_or(|extension| extension != "dat") {
            continue;
        }
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        for case in cases(&fs::read_to_string(&path).unwrap()) {
            let place = format!("{name}:{}", case.line);
            if case.script_on {
                scripted += 1;
                continue;
            }
            let ours = ours(&case.data, case.context());
            if ours != dump::oracle(&case.data, case.context()) {
                differ.push(format!("{place}\n{}\n{ours}", case.data));
            }
            if ours == case.tree {
                passed += 1;
            } else {
                failed.insert(place);
            }
        }
    }
    println!("{passed} passed, {} failed, {scripted} with scripting on", failed.len());
    assert!(differ.is_empty(), "not html5ever's tree:\n{}", differ.join("\n"));
    let known: BTreeSet<String> =
        DEVIATIONS.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let new: Vec<_> = failed.difference(&known).collect();
    let passing: Vec<_> = known.difference(&failed).collect();
    assert!(new.is_empty() && passing.is_empty(), "fail: {new:#?}\npass: {passing:#?}");
    assert!(passed > 1_700);
}

/// Calls `each` with the place and the data of every case.
pub(super) fn each(mut each: impl FnMut(&str, &str)) {
    let Some(folder) = shared::folder("html5lib-tests/tree-construction") else { return };
    for path in shared::files(&folder) {
        if path.extension().is_some_and(|extension| extension == "dat") {
            for case in cases(&fs::read_to_string(&path).unwrap()) {
                each(&format!("{}:{}", path.display(), case.line), &case.data);
            }
        }
    }
}

fn ours(data: &str, context: spec::Context<'_>) -> String {
    let mut diagnostics = Diagnostics::new(9);
    let tree = spec::parse(super::tokens(data), data, 0, &Limits::new(), context, &mut diagnostics)
        .unwrap();
    dump::tree(&tree)
}

#[derive(Default)]
struct Case {
    line: usize,
    data: String,
    fragment: Option<String>,
    script_on: bool,
    tree: String,
}

impl Case {
    fn context(&self) -> spec::Context<'_> {
        let Some(name) = self.fragment.as_deref() else { return spec::Context::Document };
        let (namespace, name) = match name.split_once(' ') {
            Some(("svg", name)) => (Namespace::Svg, name),
            Some(("math", name)) => (Namespace::MathMl, name),
            _ => (Namespace::Html, name),
        };
        spec::Context::Element(namespace, name)
    }
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut section = "";
    for (number, line) in file.split('\n').enumerate() {
        if line == "#data" {
            cases.push(Case { line: number + 1, ..Case::default() });
        }
        let Some(case) = cases.last_mut() else { continue };
        match line {
            "#data" | "#errors" | "#new-errors" | "#document-fragment" | "#document" => {
                section = line;
            }
            "#script-on" => case.script_on = true,
            "#script-off" => {}
            _ if section == "#data" => {
                case.data.push_str(line);
                case.data.push('\n');
            }
            _ if section == "#document-fragment" => case.fragment = Some(line.to_owned()),
            _ if section == "#document" => {
                case.tree.push_str(line);
                case.tree.push('\n');
            }
            _ => {}
        }
    }
    for case in &mut cases {
        // The line end before `#errors` is not data; the empty line before `#data` is not the tree.
        case.data.pop();
        let tree = like_ours(case.tree.trim_end_matches('\n'));
        case.tree = tree;
    }
    cases
}

/// The suite's lines as [`dump`] writes them: without doctypes, with attributes of other namespaces
/// written by prefix, and sorted so.
fn like_ours(tree: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in tree.split('\n') {
        if line.starts_with("| <!DOCTYPE") || line.is_empty() && lines.is_empty() {
            continue;
        }
        let content = line.strip_prefix("| ").unwrap_or_default().trim_start();
        let prefix = ["xlink ", "xml ", "xmlns "]
            .into_iter()
            .find(|prefix| content.starts_with(prefix) && content.contains("=\""));
        lines.push(match prefix {
            Some(prefix) => line.replacen(prefix, &format!("{}:", prefix.trim_end()), 1),
            None => line.to_owned(),
        });
    }
    for attributes in lines.chunk_by_mut(|one, other| is_attribute(one) && is_attribute(other)) {
        attributes.sort();
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn is_attribute(line: &str) -> bool {
    let content = line.strip_prefix("| ").map(str::trim_start);
    content.is_some_and(|content| !content.starts_with(['<', '"']) && content.contains("=\""))
}
