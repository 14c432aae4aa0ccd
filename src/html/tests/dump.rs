//! Trees as the lines that html5lib writes them in: ours, and html5ever's own.

use std::fmt::Write;

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{LocalName, ParseOpts, QualName, ns};
use markup5ever_rcdom::{Handle, NodeData as RcData, RcDom};

use crate::html::spec::Context;
use crate::html::{Namespace, NodeData, NodeId, Tag, Tree};

/// Our tree below the root.
pub(super) fn tree(tree: &Tree<'_>) -> String {
    let mut lines = String::new();
    let mut open: Vec<(NodeId, usize)> = vec![];
    let push = |open: &mut Vec<_>, id, depth| {
        let from = open.len();
        open.extend(tree.children(id).map(|child| (child, depth)));
        open[from..].reverse();
    };
    push(&mut open, NodeId::ROOT, 0);
    while let Some((id, depth)) = open.pop() {
        let mut inside = depth + 1;
        match &tree.node(id).data {
            NodeData::Root => {}
            NodeData::Text(text) => line(&mut lines, depth, format_args!("\"{}\"", text.as_str())),
            NodeData::Comment(comment) => {
                line(&mut lines, depth, format_args!("<!-- {} -->", tree.comment(*comment)));
            }
            NodeData::Element(element) => {
                let prefix = match element.namespace {
                    Namespace::Html => "",
                    Namespace::Svg => "svg ",
                    Namespace::MathMl => "math ",
                };
                line(&mut lines, depth, format_args!("<{prefix}{}>", tree.name(element)));
                let attributes = tree.attributes(element).iter();
                let pairs = attributes.map(|it| (it.name.to_string(), it.value.to_string()));
                attribute_lines(&mut lines, inside, pairs.collect());
                if tree.tag(id) == Some(Tag::Template) {
                    line(&mut lines, inside, format_args!("content"));
                    inside += 1;
                }
            }
        }
        push(&mut open, id, inside);
    }
    lines
}

/// The tree that html5ever builds of the same text.
pub(super) fn oracle(text: &str, context: Context<'_>) -> String {
    let options = || ParseOpts {
        tokenizer: TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() },
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
    };
    let dom = match context {
        Context::Element(namespace, name) => {
            let namespace = match namespace {
                Namespace::Html => ns!(html),
                Namespace::Svg => ns!(svg),
                Namespace::MathMl => ns!(mathml),
            };
            let name = QualName::new(None, namespace, LocalName::from(name));
            html5ever::parse_fragment(RcDom::default(), options(), name, vec![], false).one(text)
        }
        _ => html5ever::parse_document(RcDom::default(), options()).one(text),
    };
    let named = |parent: &Handle, wanted: &str| {
        let children = parent.children.borrow();
        let is_it = |child: &&Handle| matches!(&child.data, RcData::Element { name, .. } if *name.local == *wanted);
        children.iter().find(is_it).cloned()
    };
    let root = match context {
        Context::Document => Some(dom.document.clone()),
        Context::Element(..) => Some(dom.document.children.borrow()[0].clone()),
        Context::Page => named(&dom.document, "html").and_then(|html| named(&html, "body")),
    };
    root.map_or_else(String::new, |root| rcdom(&root))
}

fn rcdom(root: &Handle) -> String {
    let mut lines = String::new();
    let mut open: Vec<(Handle, usize)> = vec![];
    let push = |open: &mut Vec<_>, node: &Handle, depth| {
        open.extend(node.children.borrow().iter().rev().map(|child| (child.clone(), depth)));
    };
    push(&mut open, root, 0);
    while let Some((node, depth)) = open.pop() {
        match &node.data {
            RcData::Document | RcData::Doctype { .. } | RcData::ProcessingInstruction { .. } => {}
            RcData::Text { contents } => {
                line(&mut lines, depth, format_args!("\"{}\"", contents.borrow()));
            }
            RcData::Comment { contents } => {
                line(&mut lines, depth, format_args!("<!-- {contents} -->"));
            }
            RcData::Element { name, attrs, template_contents, .. } => {
                let prefix = match name.ns {
                    ns!(svg) => "svg ",
                    ns!(mathml) => "math ",
                    _ => "",
                };
                line(&mut lines, depth, format_args!("<{prefix}{}>", name.local));
                let attributes = attrs.borrow();
                let pairs = attributes.iter().map(|it| {
                    let prefix = it.name.prefix.as_ref().filter(|prefix| !prefix.is_empty());
                    let prefix = prefix.map_or_else(String::new, |prefix| format!("{prefix}:"));
                    (format!("{prefix}{}", it.name.local), it.value.to_string())
                });
                attribute_lines(&mut lines, depth + 1, pairs.collect());
                if let Some(contents) = &*template_contents.borrow() {
                    line(&mut lines, depth + 1, format_args!("content"));
                    push(&mut open, contents, depth + 2);
                    continue;
                }
            }
        }
        push(&mut open, &node, depth + 1);
    }
    lines
}

fn attribute_lines(lines: &mut String, depth: usize, mut pairs: Vec<(String, String)>) {
    pairs.sort();
    for (name, value) in pairs {
        line(lines, depth, format_args!("{name}=\"{value}\""));
    }
}

fn line(lines: &mut String, depth: usize, content: std::fmt::Arguments<'_>) {
    // Hostile trees are too deep to be drawn to scale.
    let depth = depth.min(64) * 2;
    writeln!(lines, "| {:depth$}{content}", "").unwrap();
}
