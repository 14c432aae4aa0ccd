//! The fast way of YAML gives the answer that the events give, or none.
#![no_main]

use copydesk::{Mapping, Value, ValueKind};

libfuzzer_sys::fuzz_target!(|front_matter: &str| {
    if let Some([fast, slow]) = copydesk::yaml_ways(front_matter) {
        assert_eq!(format!("{fast:?}"), format!("{slow:?}"));
        assert_eq!(borrowed(&fast.0), borrowed(&slow.0));
    }
});

/// Which texts are slices of the source: the keys' and values' in order.
fn borrowed(mapping: &Mapping<'_>) -> Vec<bool> {
    let entry = mapping.iter().map(|entry| [vec![entry.key.is_borrowed()], in_value(&entry.value)]);
    entry.flatten().flatten().collect()
}

fn in_value(value: &Value<'_>) -> Vec<bool> {
    match &value.kind {
        ValueKind::Scalar(scalar) => vec![scalar.text.is_borrowed()],
        ValueKind::List(items) => items.iter().flat_map(in_value).collect(),
        ValueKind::Mapping(mapping) => borrowed(mapping),
        _ => Vec::new(),
    }
}
