//! An edit changes the value that it names and nothing else, or is refused.
#![no_main]

use copydesk_fuzz::edited;

libfuzzer_sys::fuzz_target!(|front_matter: &str| edited::edits(front_matter, 1));
