//! Labels, which categories and tags are: texts, lists of texts, or one text that holds several.

use super::Options;
use super::field::is_empty;
use super::human::{human, part, trim};
use crate::diagnostic::Diagnostics;
use crate::front_matter::{Scalar, Value, ValueKind};
use crate::span::Span;
use crate::text::Text;

/// Where one text is parted into several labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parting {
    Nowhere,
    /// At `,`, `，` and `、`.
    Commas,
    /// At white space.
    Words,
}

impl Parting {
    /// What the options say of a text as the value of `key`.
    pub(super) fn of(key: &str, options: Options) -> Self {
        let is_plural =
            |key: &str| key.eq_ignore_ascii_case("categories") || key.eq_ignore_ascii_case("tags");
        match options.split_commas {
            true => Self::Commas,
            false if options.dialect.parts_words() && is_plural(key) => Self::Words,
            false => Self::Nowhere,
        }
    }

    fn is_at(self, c: char) -> bool {
        match self {
            Self::Nowhere => false,
            Self::Commas => matches!(c, ',' | '，' | '、'),
            Self::Words => c.is_whitespace(),
        }
    }
}

/// The labels that a value names, in order; answers what is none.
pub(super) fn labels<'a>(
    value: Value<'a>,
    parting: Parting,
    found: &mut Vec<Text<'a>>,
    diagnostics: &mut Diagnostics,
) -> Option<Value<'a>> {
    match value.kind {
        // A text of nothing but commas is no label, and stays.
        ValueKind::Scalar(Scalar { ref text, .. })
            if text.chars().all(|c| c.is_whitespace() || parting.is_at(c)) =>
        {
            (!is_empty(&value)).then_some(value)
        }
        ValueKind::Scalar(Scalar { text, .. }) if parting != Parting::Nowhere => {
            parted(text, value.span, parting, found, diagnostics);
            None
        }
        _ => each_text(value, found, diagnostics),
    }
}

fn parted<'a>(
    text: Text<'a>,
    span: Span,
    parting: Parting,
    found: &mut Vec<Text<'a>>,
    diagnostics: &mut Diagnostics,
) {
    let text = human(text, span, diagnostics);
    let mut start = 0;
    let ends = text.match_indices(|c| parting.is_at(c)).map(|(at, mark)| (at, at + mark.len()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        let label = trim(part(&text, start..end));
        if !label.is_empty() {
            found.push(label);
        }
        start = next;
    }
}

/// The texts of a value and of the lists within it (Hexo nests categories). Values nest no deeper than
/// [`Limits::value_depth`](crate::Limits::value_depth), nor does this.
fn each_text<'a>(
    value: Value<'a>,
    found: &mut Vec<Text<'a>>,
    diagnostics: &mut Diagnostics,
) -> Option<Value<'a>> {
    let span = value.span;
    match value.kind {
        _ if is_empty(&value) => None,
        ValueKind::Scalar(Scalar { text, .. }) => {
            found.push(human(text, span, diagnostics));
            None
        }
        ValueKind::List(items) => {
            found.reserve(items.len());
            let mut rest = Vec::new();
            for item in items {
                rest.extend(each_text(item, found, diagnostics));
            }
            (!rest.is_empty()).then_some(Value { kind: ValueKind::List(rest), span })
        }
        ValueKind::Mapping(_) => Some(value),
    }
}
