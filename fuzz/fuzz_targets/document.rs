//! Any bytes make a document that keeps its promises.
#![no_main]

use copydesk_fuzz::invariants;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    invariants::bytes(input);
    if let Ok(text) = std::str::from_utf8(input) {
        invariants::document(text);
    }
});
