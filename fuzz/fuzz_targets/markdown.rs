//! A Markdown body says what the HTML says that pulldown-cmark renders of it, and its events are those of
//! pulldown-cmark.
#![no_main]

use copydesk_fuzz::markdown;

libfuzzer_sys::fuzz_target!(|input: &str| {
    markdown::is_read_alike(input);
    markdown::is_as_rendered(input);
});
