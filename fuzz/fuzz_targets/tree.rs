//! The ways to the tree agree: the fast one with the tree builder's, and the lenient one holds.
#![no_main]

use copydesk_fuzz::invariants;

libfuzzer_sys::fuzz_target!(|input: &str| invariants::tree(input));
