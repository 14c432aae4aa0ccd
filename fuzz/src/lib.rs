//! What the targets believe; the tests of the crate believe the same.

#[path = "../../tests/it/edited.rs"]
pub mod edited;
#[path = "../../tests/it/invariants.rs"]
pub mod invariants;
pub mod markdown;
#[path = "../../tests/it/rendered.rs"]
mod rendered;
