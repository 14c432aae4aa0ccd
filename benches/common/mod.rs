//! What the benches and `versus` share: their inputs, and a walk over a document's blocks.

pub(crate) mod inputs;
pub(crate) mod walk;
