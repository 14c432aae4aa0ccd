//! Our tree is html5ever's on every file of the corpus.

use std::fs;

use super::{dump, shared};
use crate::diagnostic::Diagnostics;
use crate::html::{is_page, spec};
use crate::limits::Limits;

#[test]
fn corpus_trees_are_html5evers() {
    let Some(folder) = shared::folder("corpus") else { return };
    let (mut same, mut differ) = (0, Vec::new());
    for path in shared::files(&folder) {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        // As it stands, and what may be its body.
        let body = text.splitn(3, "---").nth(2).unwrap_or_default();
        for text in [&*text, body] {
            if is_same(text) { same += 1 } else { differ.push(path.display().to_string()) }
        }
    }
    println!("{same} trees equal, {} differ", differ.len());
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

fn is_same(text: &str) -> bool {
    let context = if is_page(text) { spec::Context::Page } else { spec::Context::BODY };
    let limits = Limits::new().with_attributes(u32::MAX);
    let mut diagnostics = Diagnostics::new(9);
    let Some(tree) = spec::parse(super::tokens(text), text, 0, &limits, context, &mut diagnostics)
    else {
        return false;
    };
    dump::tree(&tree) == dump::oracle(text, context)
}
