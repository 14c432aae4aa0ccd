//! Values to text, in the style of what stands around them.

pub(super) mod json;
mod quote;
pub(super) mod toml;
pub(super) mod yaml;

use std::borrow::Cow;

use self::quote::{double_quoted, is_bare, is_plain, single_quoted};
use crate::front_matter::Format;
use crate::front_matter::mapping::Mapping;
use crate::front_matter::scalar::{Resolved, Scalar, Schema, Style};
use crate::front_matter::value::{Value, ValueKind};

/// How values are written at some place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    pub(super) format: Format,
    /// The quotes of text that needs some.
    pub(super) quote: Quote,
    /// Which text needs some.
    pub(super) quoting: Quoting,
    /// Whether keys are quoted.
    pub(super) keys: bool,
    /// Whether lists and mappings stand in brackets where they could have lines of their own.
    pub(super) brackets: bool,
}

impl Hand {
    /// How values are written where there is nothing yet.
    pub(super) const fn new(format: Format) -> Self {
        let (quote, quoting) = (Quote::Double, Quoting::Needed);
        Self { format, quote, quoting, keys: false, brackets: false }
    }
}

/// Which text is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// All, as what it replaces.
    All,
    /// What some reader takes for something else without quotes.
    Needed,
    /// The same, less what looks like a date, as what it replaces does.
    NotDates,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    Single,
    Double,
}

impl Quote {
    pub(super) const fn of(style: Style) -> Option<Self> {
        match style {
            Style::SingleQuoted => Some(Self::Single),
            Style::DoubleQuoted => Some(Self::Double),
            _ => None,
        }
    }
}

/// Where a scalar stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// On a line of its own, or beside its key.
    Line,
    /// Between brackets.
    Brackets,
}

/// Why a value cannot be written.
pub(super) type Unwritable = &'static str;

/// A value within one line: lists and mappings in brackets.
pub(super) fn inline(
    value: &Value<'_>,
    hand: Hand,
    within: Within,
    out: &mut String,
) -> Result<(), Unwritable> {
    match &value.kind {
        ValueKind::Scalar(written) => scalar(written, hand, within, out),
        ValueKind::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                inline(item, hand, Within::Brackets, out)?;
            }
            out.push(']');
            Ok(())
        }
        ValueKind::Mapping(mapping) => braces(mapping, hand, out),
    }
}

fn braces(mapping: &Mapping<'_>, hand: Hand, out: &mut String) -> Result<(), Unwritable> {
    // TOML's are written with a blank inside.
    let blank = if hand.format == Format::Toml && !mapping.is_empty() { " " } else { "" };
    out.push('{');
    out.push_str(blank);
    for (at, entry) in mapping.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        key(&entry.key, hand, Within::Brackets, out);
        out.push_str(if hand.format == Format::Toml { " = " } else { ": " });
        inline(&entry.value, hand, Within::Brackets, out)?;
    }
    out.push_str(blank);
    out.push('}');
    Ok(())
}

/// A key, without what follows it.
pub(super) fn key(text: &str, hand: Hand, within: Within, out: &mut String) {
    let plain = match within {
        Within::Brackets => is_plain(text, within) || hand.format == Format::Toml,
        Within::Line => true,
    };
    if plain && !hand.keys && is_plain_key(text, hand.format) {
        out.push_str(text);
    } else {
        quoted(text, hand, out);
    }
}

/// Whether a key needs no quotes on a line of its own.
pub(super) fn is_plain_key(text: &str, format: Format) -> bool {
    match format {
        Format::Toml => is_bare(text),
        Format::Json => false,
        // YAML 1.2.2, 7.4.2: a plain key must end within its line and 1024 characters.
        _ => is_plain(text, Within::Line) && text.len() < 1024,
    }
}

fn scalar(
    scalar: &Scalar<'_>,
    hand: Hand,
    within: Within,
    out: &mut String,
) -> Result<(), Unwritable> {
    match (scalar.resolve(), hand.format) {
        (Resolved::Null, Format::Toml) => return Err("TOML has no word for nothing"),
        (Resolved::Null, Format::Yaml) if is_word(scalar) => out.push_str(&scalar.text),
        (Resolved::Null, _) => out.push_str("null"),
        (Resolved::Bool(truth), _) => out.push_str(if truth { "true" } else { "false" }),
        (Resolved::Int(number), Format::Toml) if i64::try_from(number).is_err() => {
            return Err("TOML has no integer of this size");
        }
        (Resolved::Int(_) | Resolved::Float(_), format) if keeps_number(scalar, format) => {
            out.push_str(&scalar.text);
        }
        (Resolved::Int(number), _) => out.push_str(&number.to_string()),
        (Resolved::Float(number), format) => out.push_str(&float(number, format)),
        (Resolved::Str(text), Format::Toml) if is_toml_date(scalar, hand) => out.push_str(text),
        (Resolved::Str(text), Format::Yaml) if may_be_plain(scalar, hand, within) => {
            out.push_str(text);
        }
        (Resolved::Str(text), _) => quoted(text, hand, out),
    }
    Ok(())
}

/// `~` or `null`, not nothing at all.
fn is_word(scalar: &Scalar<'_>) -> bool {
    !scalar.text.is_empty()
}

/// Whether a number may be written as it was: `1.10`, `1_000`.
fn keeps_number(scalar: &Scalar<'_>, format: Format) -> bool {
    let (text, toml) = (scalar.text.as_str(), scalar.schema == Schema::Toml);
    match format {
        Format::Toml if toml => true,
        Format::Yaml if !toml => true,
        _ => is_json_number(text),
    }
}

/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?`, which all formats read alike.
fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|it| digits(it.strip_prefix(['+', '-']).unwrap_or(it)))
}

fn float(number: f64, format: Format) -> Cow<'static, str> {
    Cow::Borrowed(match (format, number) {
        (Format::Toml, _) if number.is_nan() => "nan",
        (Format::Toml, f64::INFINITY) => "inf",
        (Format::Toml, f64::NEG_INFINITY) => "-inf",
        (Format::Json, _) if number.is_nan() => "\".nan\"",
        (Format::Json, f64::INFINITY) => "\".inf\"",
        (Format::Json, f64::NEG_INFINITY) => "\"-.inf\"",
        (_, _) if number.is_nan() => ".nan",
        (_, f64::INFINITY) => ".inf",
        (_, f64::NEG_INFINITY) => "-.inf",
        // `Debug`, since it keeps the point of `1.0`.
        _ => return Cow::Owned(format!("{number:?}")),
    })
}

/// A date without quotes keeps its type in a format that has one.
#[cfg(feature = "toml")]
fn is_toml_date(scalar: &Scalar<'_>, hand: Hand) -> bool {
    may_be_date(scalar, hand) && scalar.text.parse::<::toml::value::Datetime>().is_ok()
}

#[cfg(not(feature = "toml"))]
fn is_toml_date(_: &Scalar<'_>, _: Hand) -> bool {
    false
}

/// Whether text that looks like a date is to be one.
fn may_be_date(scalar: &Scalar<'_>, hand: Hand) -> bool {
    let is_plain = scalar.style == Style::Plain && scalar.schema != Schema::Text;
    (is_plain || hand.quoting == Quoting::NotDates) && quote::looks_like_date(&scalar.text)
}

/// Whether a scalar stands without quotes and looks like a date.
pub(super) fn is_plain_date(scalar: &Scalar<'_>) -> bool {
    scalar.style == Style::Plain && quote::looks_like_date(&scalar.text)
}

/// Whether text can do without quotes.
fn may_be_plain(scalar: &Scalar<'_>, hand: Hand, within: Within) -> bool {
    if may_be_date(scalar, hand) {
        quote::is_safe(&scalar.text, within)
    } else {
        hand.quoting != Quoting::All && is_plain(&scalar.text, within)
    }
}

fn quoted(text: &str, hand: Hand, out: &mut String) {
    match hand.quote {
        Quote::Single if hand.format != Format::Json => {
            if !single_quoted(text, hand.format, out) {
                double_quoted(text, out);
            }
        }
        _ => double_quoted(text, out),
    }
}
