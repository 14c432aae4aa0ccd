//! Values from Rust's own, for those who [edit](crate::Edit).

use super::mapping::{Entry, Mapping};
use super::scalar::{Scalar, Style};
use super::value::{Value, ValueKind};
use crate::date::Date;
use crate::span::Span;
use crate::text::Text;

impl<'a> Value<'a> {
    /// A scalar that says what its text says without quotes: a number, a truth value, nothing, a date,
    /// or else text.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Value;
    ///
    /// assert_eq!(Value::plain("7").as_i64(), Some(7));
    /// assert_eq!(Value::plain("seven").as_str(), Some("seven"));
    /// assert_eq!(Value::from("7").as_str(), Some("7"));
    /// ```
    pub fn plain(text: impl Into<Text<'a>>) -> Self {
        of(Scalar::new(text.into(), Style::Plain))
    }
}

fn of(scalar: Scalar<'_>) -> Value<'_> {
    Value { kind: ValueKind::Scalar(scalar), span: Span::default() }
}

/// Text, and nothing else.
impl<'a> From<Text<'a>> for Value<'a> {
    fn from(text: Text<'a>) -> Self {
        of(Scalar::new(text, Style::DoubleQuoted))
    }
}

/// Text, and nothing else.
impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::from(Text::borrowed(text))
    }
}

/// Text, and nothing else.
impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::from(Text::from(text))
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self::plain(if truth { "true" } else { "false" })
    }
}

macro_rules! from_integers {
    ($($type:ty),*) => {$(
        impl From<$type> for Value<'_> {
            fn from(number: $type) -> Self {
                Self::plain(number.to_string())
            }
        }
    )*};
}

from_integers!(i32, i64, u32, u64);

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        match number {
            _ if number.is_nan() => Self::plain(".nan"),
            f64::INFINITY => Self::plain(".inf"),
            f64::NEG_INFINITY => Self::plain("-.inf"),
            // `Debug`, since it keeps the point of `1.0`.
            _ => Self::plain(format!("{number:?}")),
        }
    }
}

/// The date as ISO 8601 says it; one that is text as it was written.
impl From<&Date<'_>> for Value<'_> {
    fn from(date: &Date<'_>) -> Self {
        Self::plain(date.to_string())
    }
}

/// Nothing, where there is none.
impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(|| Self::plain("null"), Into::into)
    }
}

/// A list.
impl<'a, T: Into<Value<'a>>> From<Vec<T>> for Value<'a> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

/// A list.
impl<'a, T: Into<Value<'a>>, const N: usize> From<[T; N]> for Value<'a> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

/// A list.
impl<'a, T: Into<Value<'a>>> FromIterator<T> for Value<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let items = items.into_iter().map(Into::into).collect();
        Self { kind: ValueKind::List(items), span: Span::default() }
    }
}

impl<'a> From<Mapping<'a>> for Value<'a> {
    fn from(mapping: Mapping<'a>) -> Self {
        Self { kind: ValueKind::Mapping(mapping), span: Span::default() }
    }
}

/// Of keys that stand twice, the last is kept.
///
/// # Examples
///
/// ```
/// use copydesk::Mapping;
///
/// let author: Mapping = [("name", "Ann"), ("email", "ann@example.org")].into_iter().collect();
/// assert_eq!(author.get("name").and_then(|name| name.as_str()), Some("Ann"));
/// ```
impl<'a, K: Into<Text<'a>>, V: Into<Value<'a>>> FromIterator<(K, V)> for Mapping<'a> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let entry = |(key, value): (K, V)| Entry {
            key: key.into(),
            key_span: Span::default(),
            value: value.into(),
        };
        Self::from_entries(entries.into_iter().map(entry).collect(), |_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_say_what_they_were_made_of() {
        let json = |value: Value<'_>| serde_json::to_string(&value).unwrap();
        assert_eq!(json("7".into()), r#""7""#);
        assert_eq!(json(7.into()), "7");
        assert_eq!(json(true.into()), "true");
        assert_eq!(json(1.0.into()), "1.0");
        assert_eq!(json(None::<&str>.into()), "null");
        assert_eq!(json(["a", "b"].into()), r#"["a","b"]"#);
        assert_eq!(json(vec![1_i64].into()), "[1]");
        let date = Date::parse("27 Dec 2021");
        assert_eq!(json((&date).into()), r#""2021-12-27""#);
        let mapping: Mapping<'_> = [("a", 1), ("a", 2)].into_iter().collect();
        assert_eq!(json(mapping.into()), r#"{"a":2}"#);
    }
}
