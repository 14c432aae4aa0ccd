//! The proof that our trees are the browser's: html5lib's suites, and html5ever's own tree.

mod corpus;
mod dump;
mod hostile;
mod shared;
mod spans;
mod speed;
mod tame;
mod tokens;
mod trees;
