//! HTML: from the body's text to a flat tree that borrows it.
//!
//! ```text
//! body ──tokenizer──▶ tokens with spans ──spec (html5ever's tree builder)──▶ Tree
//! ```
//!
//! Everything here is private: users see [`Block`](crate::Block)s.

mod lenient;
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
pub(crate) use tree::{Attribute, Element, Namespace, Node, NodeData, NodeId, Tree};

/// The tree of a body, which begins at offset `base` of the source.
pub(crate) fn parse<'a>(
    body: &'a str,
    base: u32,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Tree<'a> {
    let page = is_page(body);
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
