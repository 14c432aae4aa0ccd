//! The integration tests: one binary, one module per subject.
//!
//! Those that read other people's files find them in the folder that `COPYDESK_SHARED` names. With
//! it set, a missing or empty folder fails; unset, they say that they were skipped.
//!
//! `UPDATE_FIXTURES=1` writes the expected JSON of `tests/data/fixtures` anew (see `fixtures`).
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "tests: a panic is how they fail, and a table is as long as its rows"
)]

mod cases;
mod conservation;
mod corpus;
mod edited;
mod edits;
mod fixtures;
mod hostile;
mod invariants;
mod json;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(feature = "markdown")]
mod markdown_hostile;
mod odd;
mod oracle;
#[cfg(feature = "markdown")]
mod rendered;
mod sample;
mod schema;
mod shared;
mod spans;
mod views;
