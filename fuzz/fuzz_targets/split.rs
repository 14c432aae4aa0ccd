//! The parts of any text join to it.
#![no_main]

use copydesk_fuzz::invariants;

libfuzzer_sys::fuzz_target!(|input: &str| invariants::split(input));
