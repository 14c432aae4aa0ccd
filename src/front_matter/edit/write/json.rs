//! JSON with a line for each entry, as people write front matter.

use super::{Hand, Unwritable, Within, inline, key};
use crate::front_matter::mapping::Mapping;
use crate::front_matter::value::ValueKind;

const STEP: &str = "  ";

/// An object; its lines begin with `indent`, but for the first, which is begun already.
pub(in super::super) fn object(
    mapping: &Mapping<'_>,
    hand: Hand,
    newline: &str,
    indent: &str,
    out: &mut String,
) -> Result<(), Unwritable> {
    let deeper = [indent, STEP].concat();
    out.push('{');
    for (at, entry) in mapping.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        out.extend([newline, &deeper]);
        key(&entry.key, hand, Within::Brackets, out);
        out.push_str(": ");
        match &entry.value.kind {
            ValueKind::Mapping(inner) if !inner.is_empty() => {
                object(inner, hand, newline, &deeper, out)?;
            }
            _ => inline(&entry.value, hand, Within::Brackets, out)?,
        }
    }
    out.extend([newline, indent, "}"]);
    Ok(())
}
