//! Markup made to hurt: every family of the shared generator.

use std::process::Command;
use std::time::{Duration, Instant};

use super::{dump, shared};
use crate::diagnostic::{Code, Diagnostics};
use crate::html::{Engine, NodeData, NodeId, Tree, is_page, lenient, parse, spec};
use crate::limits::Limits;

/// The names of the families of hostile HTML, and the generator; none without it.
pub(super) fn families() -> Option<(Vec<String>, impl Fn(&str, usize) -> String)> {
    let generator = shared::folder("hostile")?.join("generate.py");
    let run = move |arguments: &[&str]| {
        let output = Command::new("python3").arg(&generator).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(list) = run(&["list"]) else {
        println!("skipped: no python3");
        return None;
    };
    let names = list.lines().filter_map(|line| line.strip_prefix("html\t")?.split('\t').next());
    let names: Vec<_> = names.map(str::to_owned).collect();
    assert!(names.len() > 100);
    Some((names, move |name: &str, bytes: usize| run(&[name, &bytes.to_string()]).unwrap()))
}

#[test]
fn small_hostile_trees_are_html5evers() {
    let Some((names, generate)) = families() else { return };
    let (mut same, mut differ) = (0, Vec::new());
    for name in names {
        let text = generate(&name, 4_096);
        let context = if is_page(&text) { spec::Context::Page } else { spec::Context::BODY };
        let tree = spec::parse_unbounded(&text, context);
        if dump::tree(&tree) == dump::oracle(&text, context) {
            same += 1;
        } else {
            differ.push(name);
        }
    }
    println!("{same} trees equal, {} differ", differ.len());
    assert!(differ.is_empty(), "{differ:?}");
}

/// Ten times the input takes about ten times as long, whoever builds the tree.
#[test]
#[ignore = "takes a minute; times a release build"]
fn hostile_time_is_linear() {
    let Some((names, generate)) = families() else { return };
    let mut slow = Vec::new();
    for name in names {
        let time = |bytes| {
            let text = generate(&name, bytes);
            let mut diagnostics = Diagnostics::new(9);
            let start = Instant::now();
            let tree = parse(&text, 0, Engine::Auto, &Limits::new(), &mut diagnostics);
            let time = start.elapsed();
            let spent = diagnostics.finish(&text).iter().any(|it| it.code == Code::WorkBudgetSpent);
            let way = if spent { "lenient" } else { "spec" };
            (time, format!("{way} {} nodes", tree.len()))
        };
        let ((small, _), (large, way)) = (time(100_000), time(1_000_000));
        println!("{name:24} {small:>10.1?} {large:>10.1?} {way}");
        let bound = small.max(Duration::from_millis(20)) * 25;
        if large > bound {
            slow.push(format!("{name}: {small:?}, {large:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn lenient_trees_lose_nothing() {
    let Some(folder) = shared::folder("corpus") else { return };
    let (mut same, mut other) = (0, 0);
    for path in shared::files(&folder) {
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let page = is_page(&text);
        let mut diagnostics = Diagnostics::new(9);
        let ours = lenient::parse(super::tokens(&text), &text, 0, page, &mut diagnostics);
        let spec = parse(&text, 0, Engine::Auto, &Limits::new(), &mut diagnostics);
        let (ours, spec) = (text_of(&ours), text_of(&spec));
        let sorted = |text: &str| {
            let mut chars: Vec<_> = text.chars().collect();
            chars.sort_unstable();
            chars
        };
        assert_eq!(sorted(&ours), sorted(&spec), "{}", path.display());
        if ours == spec {
            same += 1;
        } else {
            other += 1;
        }
    }
    println!("{same} in the same order, {other} not");
}

/// All text but white space, in document order.
fn text_of(tree: &Tree<'_>) -> String {
    let (mut text, mut open) = (String::new(), vec![NodeId::ROOT]);
    while let Some(id) = open.pop() {
        if let NodeData::Text(part) = &tree.node(id).data {
            text.extend(part.chars().filter(|c| !c.is_whitespace()));
        }
        let from = open.len();
        open.extend(tree.children(id));
        open[from..].reverse();
    }
    text
}
