//! HTML: from the body's text to a flat tree that borrows it.
//!
//! ```text
//!                   ┌─ fast: markup whose tree is the nesting written ─┐
//! body ──tokenizer──┼─ spec: html5ever's tree builder in a budget      ├──▶ Tree
//!                   └─ lenient: hostile markup, beyond the budget     ─┘
//! ```
//!
//! The tree is the one html5ever builds, whichever way builds it; only the lenient way differs, and
//! a diagnostic says so.
//!
//! Everything here is private: users see [`Block`](crate::Block)s.

mod elements;
mod fast;
mod lenient;
#[cfg(feature = "markdown")]
mod markdown;
mod nest;
mod spec;
mod tag;
mod tokenizer;
mod tree;

#[cfg(test)]
mod tests;

use crate::diagnostic::{Code, Diagnostics};
use crate::limits::Limits;
use crate::span::Span;
use tokenizer::{Tokenizer, Tokens};

pub(crate) use elements::{CLOSES_P, HEADINGS};
pub(crate) use tag::{Tag, Tags};
pub(crate) use tokenizer::decode_references;
pub(crate) use tree::{Attribute, Element, Namespace, NodeData, NodeId, Tree};

/// Begins a comment that is a shortcode, left to itself by Markdown: no author writes this character
/// (OBJECT REPLACEMENT CHARACTER), and Hexo sets the same one where its tags stood.
pub(crate) const MARK: char = '\u{fffc}';

/// Which way builds the tree: a door for tests, fuzzing and benches, which compare the ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Engine {
    /// The fast way where it can, else the spec way, else the lenient way.
    #[default]
    Auto,
    /// Never the fast way.
    Spec,
    /// Only the lenient way.
    Lenient,
}

impl Engine {
    /// The places of a Markdown body that are read as something else, each with that: shortcodes
    /// around code, notes and quotations, attributes, computed addresses. The document is that of
    /// the body with all of them replaced, read with formulas or without: a door for tests and
    /// fuzzing.
    #[cfg(feature = "markdown")]
    pub fn expansions(body: &str, math: bool) -> Vec<(std::ops::Range<usize>, String)> {
        markdown::expansions(body, math)
    }

    /// What a Markdown body says, event by event, each with its place: by the fast way where it can
    /// ([`Auto`](Self::Auto)), or by pulldown-cmark alone. Both say the same: a door for tests and fuzzing.
    #[cfg(feature = "markdown")]
    pub fn markdown_events(self, body: &str) -> Vec<(String, std::ops::Range<usize>)> {
        markdown::said(body, self == Self::Auto)
    }

    /// Builds the tree of a body and counts the HTML elements of these names in it, which are names
    /// that HTML knows: a door for benches, since the tree is private.
    pub fn count_elements(self, body: &str, names: &[&str]) -> usize {
        let tree = parse(body, 0, self, &Limits::new(), &mut Diagnostics::new(1));
        let tags: Vec<Tag> = names.iter().map(|name| Tag::from_name(name)).collect();
        let counted = Tags::of(&tags).without(&[Tag::Other]);
        let (mut count, mut next) = (0, tree.first_child(NodeId::ROOT));
        while let Some(node) = next {
            count += usize::from(tree.tag(node).is_some_and(|tag| counted.has(tag)));
            next = tree.first_child(node).or_else(|| {
                let mut ended = std::iter::successors(Some(node), |&node| tree.parent(node));
                ended.find_map(|node| tree.next_sibling(node))
            });
        }
        count
    }
}

/// The tree of a body, which begins at offset `base` of the source.
pub(crate) fn parse<'a>(
    body: &'a str,
    base: u32,
    engine: Engine,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Tree<'a> {
    let tokens = || Tokenizer::new(body, base, limits.attributes);
    build(tokens, body, base, is_page(body), engine, limits, diagnostics)
}

/// The tree of a Markdown body, which begins at offset `base` of the source: that of the HTML which
/// pulldown-cmark renders, of the text with its shortcodes [expanded](Engine::expansions), and with
/// `math` of what stands between dollar signs as formulas.
#[cfg(feature = "markdown")]
pub(crate) fn parse_markdown<'a>(
    body: &'a str,
    base: u32,
    engine: Engine,
    limits: &Limits,
    math: bool,
    diagnostics: &mut Diagnostics,
) -> Tree<'a> {
    let (limit, syntax) = (limits.attributes, markdown::syntax(math));
    let may_be_fast = engine == Engine::Auto;
    let begins_page = |text: &str| may_be_page(text) && is_page(&markdown::leading_html(text));
    let expanded = markdown::expand(body, base, syntax, may_be_fast, |expanded, events| {
        let events = std::cell::Cell::new(Some(events));
        let read_again = || markdown::Events::new(&expanded.text, syntax, may_be_fast);
        let tokens = || {
            let events = events.take().unwrap_or_else(read_again);
            markdown::Markdown::expanded(expanded, events, body, base, limit)
        };
        let page = begins_page(&expanded.text);
        build(tokens, body, base, page, engine, limits, diagnostics)
    });
    expanded.unwrap_or_else(|| {
        let tokens = || markdown::Markdown::new(body, base, limit, syntax, may_be_fast);
        build(tokens, body, base, begins_page(body), engine, limits, diagnostics)
    })
}

/// Whether raw HTML may begin a Markdown body (after definitions of links) and make it a page.
#[cfg(feature = "markdown")]
fn may_be_page(body: &str) -> bool {
    let begins = |tag: usize, word: &str| {
        let start = body.get(tag + 1..tag + 1 + word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    body.trim_start().starts_with(['<', '['])
        && memchr::memchr_iter(b'<', body.as_bytes())
            .any(|tag| begins(tag, "html") || begins(tag, "!doctype"))
}

/// The tree of tokens that borrow from `body`; a way that gives up leaves them to the next one.
fn build<'a, T: Tokens<'a>>(
    tokens: impl Fn() -> T,
    body: &'a str,
    base: u32,
    page: bool,
    engine: Engine,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Tree<'a> {
    if engine == Engine::Lenient {
        return lenient::parse(tokens(), body, base, page, diagnostics);
    }
    if engine == Engine::Auto && !page {
        if let Ok(tree) = fast::parse(tokens(), body, base, diagnostics) {
            return tree;
        }
    }
    let context = if page { spec::Context::Page } else { spec::Context::BODY };
    spec::parse(tokens(), body, base, limits, context, diagnostics).unwrap_or_else(|| {
        let span = Span::new(base, base + body.len() as u32);
        let message = "body takes too much work to parse as a browser does";
        diagnostics.push(Code::WorkBudgetSpent, span, message);
        lenient::parse(tokens(), body, base, page, diagnostics)
    })
}

/// Whether a body is a whole page: begins with `<!doctype` or `<html`, after white space and
/// comments.
fn is_page(body: &str) -> bool {
    let mut rest = body;
    loop {
        rest = rest.trim_start();
        let Some(comment) = rest.strip_prefix("<!--") else { break };
        // `<!-->` and `<!--->` are comments.
        let end = match comment.strip_prefix(['>']).or_else(|| comment.strip_prefix("->")) {
            Some(after) => comment.len() - after.len(),
            None => match comment.find("-->") {
                Some(end) => end + 3,
                None => return false,
            },
        };
        rest = comment.get(end..).unwrap_or_default();
    }
    let after = |word: &str| {
        let start = rest.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then(|| &rest[word.len()..])
    };
    let ends_name =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/');
    after("<!doctype").is_some() || after("<html").is_some_and(ends_name)
}
