//! TOML front matter, by the `toml` crate: borrowed, with spans.
//!
//! Its tables are sorted by key, so the order written is restored by the places of the keys. What
//! is not a string is kept as its source text, dates among it, and typed when asked.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue, Error};

use super::mapping::{Entry, Mapping};
use super::notes::Notes;
use super::quotes::without_quotes;
use super::scalar::{Resolved, Scalar, Schema, Style};
use super::value::{Value, ValueKind};
use super::{Raw, Reading};
use crate::diagnostic::{Code, Diagnostics};
use crate::limits::Limits;
use crate::text::Text;

/// Reads TOML. After a syntax error, what could be read is kept.
pub(super) fn read<'a>(
    raw: Raw<'a>,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Reading<'a> {
    let (table, errors) = DeTable::parse_recoverable(raw.text);
    let mut broken: Vec<_> = errors.iter().filter_map(Error::span).map(|at| at.start).collect();
    broken.sort_unstable();
    for error in &errors {
        diagnostics.push(Code::InvalidFrontMatter, place(error, raw).span(), message(error));
    }
    let mut notes = Notes::new(limits.diagnostics);
    let depth = limits.value_depth.min(200);
    let mut reader =
        Reader { raw, broken, notes: &mut notes, values: limits.values, depth, full: false };
    let mapping = reader.table(table.into_inner(), true, 1);
    notes.finish(diagnostics);
    if !errors.is_empty() && mapping.is_empty() {
        Reading::Unreadable
    } else {
        Reading::Mapping(mapping)
    }
}

fn place<'a>(error: &Error, raw: Raw<'a>) -> Raw<'a> {
    raw.part(error.span().unwrap_or(0..0))
}

/// The first line: the others say what would be expected.
fn message(error: &Error) -> String {
    let message = error.message().lines().next().unwrap_or_default();
    format!("front matter is not valid TOML: {message}")
}

struct Reader<'a, 'r> {
    raw: Raw<'a>,
    /// Where the syntax errors are, ascending.
    broken: Vec<usize>,
    notes: &'r mut Notes,
    values: u32,
    depth: u32,
    full: bool,
}

impl<'a> Reader<'a, '_> {
    /// `lines`: whether each key has a line of its own, as in all but inline tables.
    fn table(&mut self, table: DeTable<'a>, lines: bool, depth: u32) -> Mapping<'a> {
        let mut pairs: Vec<_> = table.into_iter().collect();
        pairs.sort_by_key(|(key, _)| key.span().start);
        let mut entries = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            let key_span = self.raw.part(key.span()).span();
            // After a syntax error: no value of TOML is written with nothing.
            if value.span().is_empty() {
                continue;
            }
            let text = if lines { self.broken_line(&value) } else { None };
            let Some(value) = self.value(value, depth + 1) else { break };
            let value = text.map_or(value, text_value);
            entries.push(Entry { key: Text::from(key.into_inner()), key_span, value });
        }
        Mapping::from_entries(entries, |_| ())
    }

    /// The rest of the line, where a string or inline table on it is broken: `'it's'`, `{{ x }}`.
    fn broken_line(&self, value: &Spanned<DeValue<'a>>) -> Option<Raw<'a>> {
        let span = value.span();
        let error = self.broken.get(self.broken.partition_point(|&at| at < span.start))?;
        let rest = self.raw.text.get(span.start..)?;
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        let within = span.start + line.len();
        let inline = line.starts_with(['"', '\'', '{']);
        let broken = inline && span.end <= within && *error <= within;
        broken.then(|| self.raw.of(line.trim_end()))
    }

    fn value(&mut self, value: Spanned<DeValue<'a>>, depth: u32) -> Option<Value<'a>> {
        let source = self.raw.part(value.span());
        if !self.afford(source) {
            return None;
        }
        let kind = match value.into_inner() {
            DeValue::Array(_) | DeValue::Table(_) if depth > self.depth => self.too_deep(source),
            DeValue::Array(items) => {
                let items = items.into_iter();
                ValueKind::List(items.map_while(|item| self.value(item, depth + 1)).collect())
            }
            DeValue::Table(table) => {
                let lines = !source.text.starts_with('{');
                ValueKind::Mapping(self.table(table, lines, depth))
            }
            DeValue::String(text) => {
                ValueKind::Scalar(Scalar::new(Text::from(text), style_of(source.text)))
            }
            _ => ValueKind::Scalar(self.literal(source)),
        };
        Some(Value { kind, span: source.span() })
    }

    fn afford(&mut self, source: Raw<'_>) -> bool {
        match self.values.checked_sub(1) {
            Some(left) => self.values = left,
            None if self.full => return false,
            None => {
                self.full = true;
                let message = "there are more values than the limit; the rest is left aside";
                self.notes.push(Code::TooManyValues, source.span(), message);
                return false;
            }
        }
        true
    }

    fn too_deep(&mut self, source: Raw<'_>) -> ValueKind<'a> {
        let message = "values nest deeper than the limit; this one is left empty";
        self.notes.push(Code::TooManyValues, source.span(), message);
        ValueKind::Scalar(Scalar::new(Text::borrowed(""), Style::Plain))
    }

    /// A number, truth value or date.
    fn literal(&mut self, source: Raw<'a>) -> Scalar<'a> {
        let text = Text::borrowed(source.text);
        let scalar = Scalar { text, style: Style::Plain, schema: Schema::Toml };
        let fits = match scalar.resolve() {
            Resolved::Int(value) => i64::try_from(value).is_ok(),
            Resolved::Str(text) => !is_decimal_integer(text),
            _ => true,
        };
        if !fits {
            let message = "front matter is not valid TOML: the integer does not fit in 64 bits";
            self.notes.push(Code::InvalidFrontMatter, source.span(), message);
        }
        scalar
    }
}

fn text_value(raw: Raw<'_>) -> Value<'_> {
    let scalar = Scalar::text(Text::borrowed(without_quotes(raw.text)));
    Value { kind: ValueKind::Scalar(scalar), span: raw.span() }
}

fn is_decimal_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
}

/// By the first quote; `"""` and `'''` are `"` and `'` over several lines.
fn style_of(source: &str) -> Style {
    if source.starts_with('\'') { Style::SingleQuoted } else { Style::DoubleQuoted }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::front_matter::{Dialect, Format, read_raw};

    /// The values as JSON and what was noticed.
    fn found(text: &str) -> String {
        let mut diagnostics = Diagnostics::new(9);
        let raw = Raw { text, base: 0 };
        let reading =
            read_raw(raw, Format::Toml, Dialect::Common, &Limits::new(), &mut diagnostics);
        let mut found = match reading {
            Reading::Mapping(mapping) => serde_json::to_string(&mapping).unwrap(),
            other => format!("{other:?}"),
        };
        for diagnostic in diagnostics.finish(text) {
            write!(found, " | {diagnostic}").unwrap();
        }
        found
    }

    #[test]
    fn values_in_the_order_written() {
        insta::assert_snapshot!(found("z = 1_000\na = \"x\"\n[t]\nk = [1.5, inf, 'y']\n[[l]]\nd = 1979-05-27\n"), @r#"{"z":1000,"a":"x","t":{"k":[1.5,"inf","y"]},"l":[{"d":"1979-05-27"}]}"#);
        insta::assert_snapshot!(found("b.c = 0x1f\nb.a = true\nt = 07:32\nn = -nan\n"), @r#"{"b":{"c":31,"a":true},"t":"07:32","n":"-nan"}"#);
        insta::assert_snapshot!(found(""), @"{}");
    }

    #[test]
    fn mistakes_cost_no_other_key() {
        insta::assert_snapshot!(found("a = 1\nb = \nc = 3\n"), @r#"{"a":1,"c":3} | error: front matter is not valid TOML: string values must be quoted, expected literal string at line 2, column 5"#);
        insta::assert_snapshot!(found("a = 'it's'\nb = {{ .Date }}\nc = he said\n"), @r#"{"a":"it's","b":"{{ .Date }}","c":"he said"} | error: front matter is not valid TOML: unexpected key or value, expected newline, `#` at line 1, column 9 | error: front matter is not valid TOML: missing key for inline table element, expected key at line 2, column 6 | error: front matter is not valid TOML: string values must be quoted, expected literal string at line 3, column 5"#);
        insta::assert_snapshot!(found("a = 1\na = 2\n"), @r#"{"a":1} | error: front matter is not valid TOML: duplicate key at line 2, column 1"#);
        insta::assert_snapshot!(found("n = 9223372036854775808\n"), @r#"{"n":9223372036854775808} | error: front matter is not valid TOML: the integer does not fit in 64 bits at line 1, column 5"#);
        insta::assert_snapshot!(found("just text\n"), @"Unreadable | error: front matter is not valid TOML: key with no value, expected `=` at line 1, column 6");
    }

    #[test]
    fn places_hold_quotes_and_brackets() {
        let text = "\"k\" = 'x'\nl = [1, 2]\nd = 2020-01-01 10:00:00\n";
        let raw = Raw { text, base: 0 };
        let Reading::Mapping(mapping) = read(raw, &Limits::new(), &mut Diagnostics::new(0)) else {
            panic!("not read");
        };
        let places: Vec<_> = mapping
            .iter()
            .flat_map(|entry| [entry.key_span.slice(text), entry.value.span.slice(text)])
            .flatten()
            .collect();
        assert_eq!(places, ["\"k\"", "'x'", "l", "[1, 2]", "d", "2020-01-01 10:00:00"]);
        assert!(mapping.get("k").unwrap().as_scalar().unwrap().text.is_borrowed());
    }
}
