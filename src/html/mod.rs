//! HTML: from the body's text to a flat tree that borrows it.
//!
//! ```text
//! body ──tokenizer──▶ tokens with spans ──spec (html5ever's tree builder)──▶ Tree
//! ```
//!
//! Everything here is private: users see [`Block`](crate::Block)s.

mod tag;
mod tree;

pub(crate) use tag::Tag;
pub(crate) use tree::{Attribute, Element, Namespace, Node, NodeData, NodeId, Tree};
