//! YAML with a line for each item and entry.

use super::quote::is_printable;
use super::{Hand, Quoting, Unwritable, Within, inline, key};
use crate::front_matter::mapping::Mapping;
use crate::front_matter::scalar::{Resolved, Scalar, Style};
use crate::front_matter::value::{Value, ValueKind};

/// How far what belongs to a key stands behind it.
pub(in super::super) const STEP: &str = "  ";

/// How lines are written: their end, and how far the dashes of a list stand behind its key.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Page<'t> {
    pub(in super::super) hand: Hand,
    pub(in super::super) newline: &'t str,
    pub(in super::super) dash: &'t str,
}

/// What follows a key's colon: what stands on its line, then, from their line end on, the lines below.
#[derive(Debug, Default)]
pub(in super::super) struct Beside {
    pub(in super::super) line: String,
    pub(in super::super) below: String,
}

impl Page<'_> {
    /// A value behind the colon of a key that stands at `indent`.
    pub(in super::super) fn beside(
        self,
        value: &Value<'_>,
        indent: &str,
    ) -> Result<Beside, Unwritable> {
        let mut beside = Beside::default();
        match &value.kind {
            _ if self.is_inline(value) => {
                beside.line.push(' ');
                inline(value, self.hand, Within::Line, &mut beside.line)?;
            }
            ValueKind::Scalar(scalar) => {
                beside.line = format!(" {}", header(&scalar.text));
                for line in scalar.text.lines() {
                    beside.below.push_str(self.newline);
                    let indent = if line.is_empty() { ["", ""] } else { [indent, STEP] };
                    beside.below.extend(indent);
                    beside.below.push_str(line);
                }
            }
            ValueKind::List(_) | ValueKind::Mapping(_) => {
                let step = if value.as_list().is_some() { self.dash } else { STEP };
                let indent = [indent, step].concat();
                beside.below = [self.newline, &indent].concat();
                self.block(value, &indent, &mut beside.below)?;
            }
        }
        Ok(beside)
    }

    /// A list or mapping whose first line is begun already; the next ones begin with `indent`.
    pub(in super::super) fn block(
        self,
        value: &Value<'_>,
        indent: &str,
        out: &mut String,
    ) -> Result<(), Unwritable> {
        match &value.kind {
            // Here text of several lines goes into double quotes.
            ValueKind::Scalar(_) => inline(value, self.hand, Within::Line, out),
            _ if self.is_inline(value) => inline(value, self.hand, Within::Line, out),
            ValueKind::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.extend([self.newline, indent]);
                    }
                    out.push_str("- ");
                    self.block(item, &[indent, STEP].concat(), out)?;
                }
                Ok(())
            }
            ValueKind::Mapping(mapping) => self.entries(mapping, indent, out),
        }
    }

    /// The entries of a mapping, a line or more each, parted by line ends.
    pub(in super::super) fn entries(
        self,
        mapping: &Mapping<'_>,
        indent: &str,
        out: &mut String,
    ) -> Result<(), Unwritable> {
        for (at, entry) in mapping.iter().enumerate() {
            if at > 0 {
                out.extend([self.newline, indent]);
            }
            self.entry(&entry.key, &entry.value, indent, out)?;
        }
        Ok(())
    }

    pub(in super::super) fn entry(
        self,
        name: &str,
        value: &Value<'_>,
        indent: &str,
        out: &mut String,
    ) -> Result<(), Unwritable> {
        key(name, self.hand, Within::Line, out);
        let beside = self.beside(value, indent)?;
        out.extend([":", &beside.line, &beside.below]);
        Ok(())
    }

    /// Whether a value stands beside its key: all but lists, mappings and text of several lines.
    pub(in super::super) fn is_inline(self, value: &Value<'_>) -> bool {
        match &value.kind {
            ValueKind::Scalar(scalar) => self.hand.quoting == Quoting::All || !is_literal(scalar),
            ValueKind::List(items) => self.hand.brackets || items.is_empty(),
            ValueKind::Mapping(mapping) => self.hand.brackets || mapping.is_empty(),
        }
    }
}

/// Whether text of several lines reads back the same after `|`.
///
/// The first line tells how deep all are, so it begins with no blank; lines of blanks, and line ends
/// but the last one, could be taken for what stands between two entries.
fn is_literal(scalar: &Scalar<'_>) -> bool {
    let Resolved::Str(text) = scalar.resolve() else { return false };
    let printable = |c: char| is_printable(c) || matches!(c, '\n' | '\t');
    let blank = |line: &str| !line.is_empty() && line.trim().is_empty();
    scalar.style != Style::Plain
        && text.trim_end_matches('\n').contains('\n')
        && !text.ends_with("\n\n")
        && !text.starts_with([' ', '\t', '\n'])
        && text.chars().all(printable)
        && !text.lines().any(blank)
}

const fn header(text: &str) -> &'static str {
    let bytes = text.as_bytes();
    match bytes {
        [.., b'\n'] => "|",
        _ => "|-",
    }
}
