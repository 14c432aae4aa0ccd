//! [`Scalar`]: a single value, and what it means under its format's schema.

use std::cmp::Ordering;

use crate::owned::{owned_already, owned_struct};
use crate::text::Text;

/// The text of a scalar and how it was written. What it means is asked of the
/// [`Value`](crate::Value) (`as_str`, `as_bool` …) and decided when asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Scalar<'a> {
    /// The text, escapes decoded.
    pub text: Text<'a>,
    /// How it was quoted.
    pub style: Style,
    /// Whose rules say what plain text means.
    pub(super) schema: Schema,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Style {
    /// Without quotes: may be a number, a truth value, a date, nothing, or text.
    Plain,
    /// In `'…'`.
    SingleQuoted,
    /// In `"…"`.
    DoubleQuoted,
    /// After `|`.
    Literal,
    /// After `>`.
    Folded,
}

/// What a [`Scalar`] means: see [`Value::resolve`](crate::Value::resolve).
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Resolved<'v> {
    /// Nothing.
    Null,
    /// A truth value.
    Bool(bool),
    /// An integer, at least `i64::MIN` and at most `u64::MAX`.
    Int(i128),
    /// A number with a fraction or exponent, infinity, or "not a number".
    Float(f64),
    /// Text. Dates are text, and so are numbers that no machine type holds exactly.
    Str(&'v str),
}

/// Whose rules say what plain text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Schema {
    /// The core schema of YAML 1.2, which JSON's literals are a part of.
    Core,
    /// The same with the truth values of YAML 1.1.
    Yaml11,
    /// TOML 1.1.
    Toml,
    /// Text that only looks plain: a tag `!!str`, or a value that was repaired.
    Text,
}

owned_already!(Style, Schema);
owned_struct!(Scalar { text, style, schema });

impl<'a> Scalar<'a> {
    /// A scalar of YAML or JSON.
    pub(super) const fn new(text: Text<'a>, style: Style) -> Self {
        Self { text, style, schema: Schema::Core }
    }

    /// Text that is plain and yet nothing but text.
    pub(super) const fn text(text: Text<'a>) -> Self {
        Self { text, style: Style::Plain, schema: Schema::Text }
    }

    /// What the scalar means. Quoted scalars and block scalars are always text.
    pub fn resolve(&self) -> Resolved<'_> {
        match (self.style, self.schema) {
            (Style::Plain, Schema::Core) => core(&self.text),
            (Style::Plain, Schema::Yaml11) => yaml_1_1(&self.text),
            (Style::Plain, Schema::Toml) => toml(&self.text),
            _ => Resolved::Str(&self.text),
        }
    }

    /// Whether it [means](Self::resolve) nothing.
    pub(super) fn is_null(&self) -> bool {
        self.style == Style::Plain
            && matches!(self.schema, Schema::Core | Schema::Yaml11)
            && is_null(&self.text)
    }
}

/// Two scalars are equal when they mean the same: `1.10` and `1.1` are, `"true"` and `true` are not.
/// Infinity and "not a number" equal themselves and their text, which stands for them in JSON.
impl PartialEq for Resolved<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => same_number(*a, *b),
            (Self::Str(a), Self::Str(b)) => a == b,
            (Self::Float(number), Self::Str(text)) | (Self::Str(text), Self::Float(number)) => {
                let says =
                    |read: Self| matches!(read, Self::Float(other) if same_number(*number, other));
                !number.is_finite() && (says(core(text)) || says(toml(text)))
            }
            _ => false,
        }
    }
}

impl Eq for Resolved<'_> {}

fn same_number(a: f64, b: f64) -> bool {
    a.partial_cmp(&b) == Some(Ordering::Equal) || (a.is_nan() && b.is_nan())
}

/// The core schema: YAML 1.2.2, section 10.3.2.
fn core(text: &str) -> Resolved<'_> {
    match text {
        _ if is_null(text) => Resolved::Null,
        "true" | "True" | "TRUE" => Resolved::Bool(true),
        "false" | "False" | "FALSE" => Resolved::Bool(false),
        ".nan" | ".NaN" | ".NAN" => Resolved::Float(f64::NAN),
        _ if may_be_number(text) => core_number(text).unwrap_or(Resolved::Str(text)),
        _ => Resolved::Str(text),
    }
}

/// What Psych and all readers of YAML 1.1 agree on: its type "bool", but for `y` and `n`.
fn yaml_1_1(text: &str) -> Resolved<'_> {
    match text {
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Resolved::Bool(true),
        "no" | "No" | "NO" | "off" | "Off" | "OFF" => Resolved::Bool(false),
        _ => core(text),
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn may_be_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))
}

fn core_number(text: &str) -> Option<Resolved<'static>> {
    if let Some(digits) = text.strip_prefix("0o") {
        return integer(digits, 8, false);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return integer(digits, 16, false);
    }
    let (negative, unsigned) = sign(text);
    match unsigned {
        ".inf" | ".Inf" | ".INF" => Some(infinity(negative)),
        _ if all_digits(unsigned) => integer(unsigned, 10, negative),
        _ if is_decimal(unsigned) => decimal(text),
        _ => None,
    }
}

/// TOML's literals. The text is known to be one of them.
fn toml(text: &str) -> Resolved<'_> {
    match text {
        "true" => Resolved::Bool(true),
        "false" => Resolved::Bool(false),
        _ => toml_number(text).unwrap_or(Resolved::Str(text)),
    }
}

fn toml_number(text: &str) -> Option<Resolved<'static>> {
    let digits: String = text.chars().filter(|&c| c != '_').collect();
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = digits.strip_prefix(prefix) {
            return integer(digits, radix, false);
        }
    }
    let (negative, unsigned) = sign(&digits);
    match unsigned {
        "inf" => Some(infinity(negative)),
        "nan" => Some(Resolved::Float(f64::NAN)),
        _ if all_digits(unsigned) => integer(unsigned, 10, negative),
        _ if is_decimal(unsigned) => decimal(&digits),
        _ => None,
    }
}

fn sign(text: &str) -> (bool, &str) {
    let negative = text.starts_with('-');
    (negative, text.strip_prefix(['+', '-']).unwrap_or(text))
}

const fn infinity(negative: bool) -> Resolved<'static> {
    Resolved::Float(if negative { f64::NEG_INFINITY } else { f64::INFINITY })
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `None` if no 64-bit type holds it: a float would lose digits, so it stays text.
fn integer(digits: &str, radix: u32, negative: bool) -> Option<Resolved<'static>> {
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let magnitude = i128::from_str_radix(digits, radix).ok()?;
    let value = if negative { -magnitude } else { magnitude };
    (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(&value).then_some(Resolved::Int(value))
}

/// `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
fn is_decimal(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| all_digits(sign(exponent).1))
}

/// `None` for a literal that looks finite and overflows (`1e999`, a commit's hash): it stays text.
fn decimal(text: &str) -> Option<Resolved<'static>> {
    let number: f64 = text.parse().ok()?;
    number.is_finite().then_some(Resolved::Float(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(text: &str, schema: Schema) -> String {
        let scalar = Scalar { text: Text::from(text), style: Style::Plain, schema };
        format!("{:?}", scalar.resolve())
    }

    #[track_caller]
    fn check(schema: Schema, cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(resolve(text, schema), *expected, "{text}");
        }
    }

    #[test]
    fn core_schema() {
        check(
            Schema::Core,
            &[
                ("", "Null"),
                ("~", "Null"),
                ("NULL", "Null"),
                ("nULL", "Str(\"nULL\")"),
                ("None", "Str(\"None\")"),
                ("True", "Bool(true)"),
                ("yes", "Str(\"yes\")"),
                ("42", "Int(42)"),
                ("+7", "Int(7)"),
                ("-7", "Int(-7)"),
                ("0123", "Int(123)"),
                ("0o17", "Int(15)"),
                ("0x1F", "Int(31)"),
                ("0x+1", "Str(\"0x+1\")"),
                ("0b101", "Str(\"0b101\")"),
                ("1_000", "Str(\"1_000\")"),
                ("1:30", "Str(\"1:30\")"),
                ("18446744073709551615", "Int(18446744073709551615)"),
                ("-9223372036854775808", "Int(-9223372036854775808)"),
                ("18446744073709551616", "Str(\"18446744073709551616\")"),
                ("-9223372036854775809", "Str(\"-9223372036854775809\")"),
                ("1.10", "Float(1.1)"),
                (".5", "Float(0.5)"),
                ("5.", "Float(5.0)"),
                ("1e3", "Float(1000.0)"),
                ("1e+3", "Float(1000.0)"),
                ("1e", "Str(\"1e\")"),
                ("1e999", "Str(\"1e999\")"),
                ("1.2.3", "Str(\"1.2.3\")"),
                (".", "Str(\".\")"),
                ("-", "Str(\"-\")"),
                ("-.", "Str(\"-.\")"),
                ("+-1", "Str(\"+-1\")"),
                ("-.inf", "Float(-inf)"),
                (".NaN", "Float(NaN)"),
                ("inf", "Str(\"inf\")"),
                ("nan", "Str(\"nan\")"),
                ("2021-10-10", "Str(\"2021-10-10\")"),
            ],
        );
    }

    #[test]
    fn yaml_1_1_schema() {
        check(
            Schema::Yaml11,
            &[
                ("yes", "Bool(true)"),
                ("Off", "Bool(false)"),
                ("NO", "Bool(false)"),
                ("nO", "Str(\"nO\")"),
                ("y", "Str(\"y\")"),
                ("true", "Bool(true)"),
                ("1.5", "Float(1.5)"),
                ("~", "Null"),
            ],
        );
    }

    #[test]
    fn toml_schema() {
        check(
            Schema::Toml,
            &[
                ("true", "Bool(true)"),
                ("1_000", "Int(1000)"),
                ("0xdead_beef", "Int(3735928559)"),
                ("0b101", "Int(5)"),
                ("0o17", "Int(15)"),
                ("-1_0.5e1_0", "Float(-105000000000.0)"),
                ("-inf", "Float(-inf)"),
                ("+nan", "Float(NaN)"),
                ("1979-05-27T07:32:00Z", "Str(\"1979-05-27T07:32:00Z\")"),
                ("07:32", "Str(\"07:32\")"),
            ],
        );
    }
}
