//! The proof that our trees are the browser's: html5lib's suites, and html5ever's own tree.

mod corpus;
mod dump;
mod hostile;
pub(super) mod shared;
mod spans;
mod speed;
mod tame;
mod tokens;
mod trees;

use super::tokenizer::Tokenizer;

/// The tokens of a text, all attributes kept.
fn tokens(text: &str) -> Tokenizer<'_> {
    Tokenizer::new(text, 0, u32::MAX)
}
