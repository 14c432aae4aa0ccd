//! html5ever with its own reference tree.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

pub const NAME: &str = "html5ever + RcDom";

/// The tree of a body, scripting off as copydesk has it.
pub fn tree(body: &str) -> RcDom {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let context = QualName::new(None, ns!(html), local_name!("body"));
    parse_fragment(RcDom::default(), options, context, Vec::new(), false).one(body)
}

/// How many elements of the tree have one of these names.
pub fn count(tree: &RcDom, names: &[&str]) -> usize {
    let mut count = 0;
    let mut nodes: Vec<Handle> = vec![tree.document.clone()];
    while let Some(node) = nodes.pop() {
        if let NodeData::Element { name, .. } = &node.data {
            count += usize::from(names.contains(&&*name.local));
        }
        nodes.extend(node.children.borrow().iter().cloned());
    }
    count
}
