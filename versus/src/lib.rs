//! The same work done by copydesk and by what people use today, each side in a file of its own.

#[path = "../../benches/common/mod.rs"]
mod common;
pub mod facts;
pub mod front_matter;
pub mod jobs;
pub mod ours;
pub mod peer_rcdom;
pub mod peer_scraper;
pub mod report;
pub mod trees;
pub mod writer;
