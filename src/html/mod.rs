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

pub(crate) use tag::Tag;
pub(crate) use tokenizer::decode_references;
pub(crate) use tree::{Attribute, Element, Namespace, NodeData, NodeId, Tree};

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

/// The tree of a body, which begins at offset `base` of the source.
pub(crate) fn parse<'a>(
    body: &'a str,
    base: u32,
    engine: Engine,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Tree<'a> {
    let page = is_page(body);
    if engine == Engine::Lenient {
        return lenient::parse(body, base, limits, page, diagnostics);
    }
    if engine == Engine::Auto && !page {
        if let Ok(tree) = fast::parse(body, base, limits, diagnostics) {
            return tree;
        }
    }
    let context = if page { spec::Context::Page } else { spec::Context::BODY };
    spec::parse(body, base, limits, context, diagnostics).unwrap_or_else(|| {
        let span = Span::new(base, base + body.len() as u32);
        let message = "body takes too much work to parse as a browser does";
        diagnostics.push(Code::WorkBudgetSpent, span, message);
        lenient::parse(body, base, limits, page, diagnostics)
    })
}

/// Whether a body is a whole page: begins with `<!doctype` or `<html`, after white space and
/// comments.
fn is_page(body: &str) -> bool {
    let mut rest = body;
    loop {
        rest = rest.trim_start();
        let Some(comment) = rest.strip_prefix("<!--") else { break };
        let Some(end) = comment.find("-->") else { return false };
        rest = comment.get(end + 3..).unwrap_or_default();
    }
    let after = |word: &str| {
        let start = rest.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then(|| &rest[word.len()..])
    };
    let ends_name =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/');
    after("<!doctype").is_some() || after("<html").is_some_and(ends_name)
}
