//! Any text between fences loses no entry.
#![no_main]

use copydesk_fuzz::invariants;

libfuzzer_sys::fuzz_target!(|front_matter: &str| invariants::metadata(front_matter));
