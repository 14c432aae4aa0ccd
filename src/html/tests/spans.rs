//! Every node and attribute knows its place.

use std::fs;

use super::shared;
use crate::diagnostic::Diagnostics;
use crate::html::tokenizer::Tokenizer;
use crate::html::{Engine, NodeData, NodeId, Tree, is_page, lenient, parse};
use crate::limits::Limits;
use crate::span::Span;

const BASE: u32 = 100;

fn tree(text: &str) -> Tree<'_> {
    parse(text, BASE, Engine::Auto, &Limits::new(), &mut Diagnostics::new(9))
}

/// All nodes in document order.
fn nodes(tree: &Tree<'_>) -> Vec<NodeId> {
    let (mut nodes, mut open) = (Vec::new(), vec![NodeId::ROOT]);
    while let Some(id) = open.pop() {
        nodes.push(id);
        let from = open.len();
        open.extend(tree.children(id));
        open[from..].reverse();
    }
    nodes
}

/// The places of all nodes.
pub(super) fn of(tree: &Tree<'_>) -> Vec<Span> {
    nodes(tree).into_iter().map(|id| tree.node(id).span).collect()
}

fn slice(text: &str, span: Span) -> Option<&str> {
    text.get(span.start.checked_sub(BASE)? as usize..span.end.checked_sub(BASE)? as usize)
}

/// The source of each element, as `name: source`.
#[track_caller]
fn assert_elements(text: &str, expected: &[&str]) {
    let tree = tree(text);
    let elements = nodes(&tree).into_iter().filter_map(|id| {
        let source = slice(text, tree.node(id).span).unwrap();
        Some(format!("{}: {source}", tree.name(tree.element(id)?)))
    });
    assert_eq!(elements.collect::<Vec<_>>(), expected);
}

#[test]
fn elements_span_their_tags() {
    assert_elements("a<p>b</p >c", &["p: <p>b</p >"]);
    assert_elements("<P CLASS=x>b", &["p: <P CLASS=x>b"]);
    assert_elements("<p>a<br/>b<p>c", &["p: <p>a<br/>b", "br: <br/>", "p: <p>c"]);
    assert_elements(
        "<ul><li>a\n<li>b</ul>",
        &["ul: <ul><li>a\n<li>b</ul>", "li: <li>a\n", "li: <li>b"],
    );
    assert_elements(
        "<svg><g/><path></path></svg>x",
        &["svg: <svg><g/><path></path></svg>", "g: <g/>", "path: <path></path>"],
    );
    assert_elements("<title>a</title>b", &["title: <title>a</title>"]);
    assert_elements(
        "<template><p>a</template>b",
        &["template: <template><p>a</template>", "p: <p>a"],
    );
}

#[test]
fn implied_elements_span_their_content() {
    assert_elements(
        "<table><tr><td>a</table>b",
        &["table: <table><tr><td>a</table>", "tbody: <tr><td>a", "tr: <tr><td>a", "td: <td>a"],
    );
    assert_elements("a</p>b", &["p: </p>"]);
}

#[test]
fn misnested_elements_span_what_they_can() {
    assert_elements("<b>a<i>b</b>c</i>", &["b: <b>a<i>b</b>", "i: <i>b", "i: c</i>"]);
    assert_elements("<p><b>a<p>c</b>", &["p: <p><b>a", "b: <b>a", "p: <p>c</b>", "b: c</b>"]);
}

#[test]
fn attributes_span_their_values() {
    let text = "<a href='x&amp;y' title = z hidden b=\"\">";
    let tree = tree(text);
    let element = tree.element(tree.first_child(NodeId::ROOT).unwrap()).unwrap();
    let attributes = tree.attributes(element).iter();
    let places = attributes.map(|it| format!("{}={}", it.name, slice(text, it.span).unwrap()));
    assert_eq!(places.collect::<Vec<_>>(), ["href=x&amp;y", "title=z", "hidden=", "b="]);
    assert_eq!(tree.attributes(element)[0].value, "x&y");
}

#[test]
fn adjacent_text_stays_borrowed() {
    let text = "<table> <tr> </table>a < b";
    let borrowed = |tree: &Tree<'_>| {
        nodes(tree).into_iter().all(|id| match &tree.node(id).data {
            NodeData::Text(text) => text.is_borrowed(),
            _ => true,
        })
    };
    assert!(borrowed(&tree(text)));
    assert!(borrowed(&tree("中文 short<p>c<!-- d --></x>")));
}

#[test]
fn spans_hold_on_the_corpus() {
    let Some(folder) = shared::folder("corpus") else { return };
    let (mut borrowed, mut owned) = (0, 0);
    for path in shared::files(&folder) {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let page = is_page(&text);
        let tokens = Tokenizer::new(&text, BASE, u32::MAX);
        let lenient = lenient::parse(tokens, &text, BASE, page, &mut Diagnostics::new(9));
        for tree in [tree(&text), lenient] {
            let (some, others) = check(&text, &tree);
            (borrowed, owned) = (borrowed + some, owned + others);
        }
    }
    println!("{borrowed} texts borrowed, {owned} owned");
}

/// Spans are in bounds, borrowed text is what stands there; counts borrowed and owned texts.
fn check(text: &str, tree: &Tree<'_>) -> (u32, u32) {
    let (mut borrowed, mut owned) = (0, 0);
    let mut count = |part: &crate::text::Text<'_>, source: &str| match part.as_borrowed() {
        Some(part) => {
            assert!(std::ptr::eq(part, source) || part.is_empty(), "{part} {source}");
            borrowed += 1;
        }
        None => owned += 1,
    };
    for id in nodes(tree) {
        let node = tree.node(id);
        let source = slice(text, node.span).unwrap();
        match &node.data {
            NodeData::Text(text) => count(text, source),
            NodeData::Comment(id) => {
                let text = tree.comment(*id);
                assert!(source.contains(&**text) || !text.is_borrowed());
            }
            NodeData::Element(element) => {
                for attribute in tree.attributes(element) {
                    count(&attribute.value, slice(text, attribute.span).unwrap());
                }
                if !element.attributes.is_empty() {
                    assert!(source.starts_with('<') || tree.tag(id).is_some(), "{source}");
                }
            }
            NodeData::Root => assert_eq!(source, text),
        }
    }
    (borrowed, owned)
}
