//! Code: its language, as highlighters and generators write it, and the line numbers beside it.
//!
//! ```text
//! <pre><code class="language-rust">          CommonMark, Prism, highlight.js; also hljs rust, lang-rust,
//! <pre class="brush: rust">                  brush: rust, src-rust, data-lang=rust, lang=rust
//! <div class="highlight-source-rust"><pre>   GitHub, Rouge (language-rust highlighter-rouge), Sphinx
//! <figure class="highlight rust"><table><tr><td class=gutter>1<td class=code><pre>     Hexo
//! ```

mod language;
#[cfg(test)]
mod tests;

use self::language::code_language;
pub(super) use self::language::{Said, said};
use super::frame::Kind;
use super::look::{descendants, has_word, is_block};
use super::{Builder, Content};
use crate::document::block::OmittedKind;
use crate::html::{NodeData, NodeId, Tag, Tree};

/// Classes of elements that hold the numbers of lines.
const GUTTERS: &[&str] = &[
    "gutter",
    "rouge-gutter",
    "gl",
    "lineno",
    "linenos",
    "linenodiv",
    "lnt",
    "ln",
    "lntd",
    "line-numbers-rows",
    "line-number",
    "line-numbers",
    "hljs-ln-numbers",
    "blob-num",
    "linenumber",
    "LineNr",
];

/// Classes of the cells that stand beside such.
const CODE_CELLS: &[&str] =
    &["code", "rouge-code", "lntd", "hljs-ln-code", "blob-code", "code-cell"];

/// Classes of elements that each hold a line.
const LINES: &[&str] = &["line", "code-line", "token-line"];

impl Builder<'_, '_> {
    /// `<pre>`, or a table of numbers and lines, is code, unless blocks stand in it: then it is
    /// transparent.
    pub(super) fn open_code(&mut self, node: NodeId) -> Content {
        if holds_blocks(self.tree, node) {
            return Content::Walk;
        }
        let language = code_language(self.tree, node);
        self.run.keep_formats(false);
        self.open_frame(node, Kind::Code { language })
    }

    /// An element in code: it says nothing but where lines end and which number they have.
    pub(super) fn enter_in_code(&mut self, node: NodeId, tag: Tag) -> Content {
        if is_gutter(self.tree, node, true) {
            return self.omit(node, OmittedKind::LineNumbers);
        }
        // An element for each line ends the one before it, where no line end says so.
        let is_line = |node| has_word(self.tree, node, LINES);
        let before = self.tree.previous_sibling(node);
        if before.is_some_and(|before| is_line(before) && is_line(node)) {
            self.run.end_line();
        }
        self.enter_transparent(node, tag)
    }
}

/// Whether a block stands in `node` that is not just a line of code.
fn holds_blocks(tree: &Tree<'_>, node: NodeId) -> bool {
    let mut in_table = tree.tag(node) == Some(Tag::Table);
    let mut tags = descendants(tree, node).map(|child| (child, tree.tag(child)));
    tags.any(|(child, tag)| match tag {
        Some(Tag::Div | Tag::P | Tag::Center) | None => false,
        // One table, so that none is looked through twice.
        Some(Tag::Table) => std::mem::replace(&mut in_table, true) || !is_code_table(tree, child),
        Some(Tag::Tbody | Tag::Tr | Tag::Td) => !in_table,
        Some(tag) => is_block(tag),
    })
}

/// Whether a table's first row is the number of a line, or of all, beside the code.
pub(super) fn is_code_table(tree: &Tree<'_>, table: NodeId) -> bool {
    /// White space and columns stand before it, if anything.
    const MOST: usize = 4;
    let first = |node, tags: &[Tag]| {
        let mut children = tree.children(node).take(MOST);
        children.find(|&child| tree.tag(child).is_some_and(|tag| tags.contains(&tag)))
    };
    let body = first(table, &[Tag::Tbody]).unwrap_or(table);
    let cell = first(body, &[Tag::Tr]).and_then(|row| first(row, &[Tag::Td]));
    cell.is_some_and(|cell| is_beside_code(tree, cell))
}

/// Whether `node` holds nothing but the numbers of lines: in code, or in the cell beside it.
pub(super) fn is_gutter(tree: &Tree<'_>, node: NodeId, in_code: bool) -> bool {
    let named = match tree.tag(node) {
        Some(Tag::Td) => is_beside_code(tree, node),
        _ => in_code && has_word(tree, node, GUTTERS),
    };
    named && holds_numbers(tree, node)
}

fn is_beside_code(tree: &Tree<'_>, cell: NodeId) -> bool {
    let beside = || {
        let mut after = std::iter::successors(tree.next_sibling(cell), |&at| tree.next_sibling(at));
        after.by_ref().take(2).find(|&next| tree.tag(next) == Some(Tag::Td))
    };
    has_word(tree, cell, GUTTERS) && beside().is_some_and(|code| has_word(tree, code, CODE_CELLS))
}

/// Whether the text of an element is digits and white space. Real gutters are shallow; what nests
/// deeper is none, so that nothing is looked at over and over.
fn holds_numbers(tree: &Tree<'_>, node: NodeId) -> bool {
    const DEEPEST: u32 = 6;
    let (mut at, mut depth) = (node, 0);
    loop {
        if let NodeData::Text(text) = &tree.node(at).data {
            if !text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace()) {
                return false;
            }
        }
        if let Some(child) = tree.first_child(at) {
            (at, depth) = (child, depth + 1);
            if depth > DEEPEST || tree.tag(child) == Some(Tag::Img) {
                return false;
            }
            continue;
        }
        while at != node && tree.next_sibling(at).is_none() {
            let Some(parent) = tree.parent(at) else { return true };
            (at, depth) = (parent, depth - 1);
        }
        match tree.next_sibling(at).filter(|_| at != node) {
            Some(next) => at = next,
            None => return true,
        }
    }
}
