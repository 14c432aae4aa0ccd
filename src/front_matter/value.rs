//! [`Value`]: what a key says, with the ways to read it.

use super::mapping::Mapping;
use super::scalar::{Resolved, Scalar, Schema};
use crate::date::{Date, DateValue};
use crate::owned::{owned_enum, owned_struct};
use crate::span::Span;

/// A value of front matter with its place.
///
/// What a scalar means is decided when it is asked for, so nothing is lost by reading: `1.10` is the
/// number 1.1 to [`as_f64`](Self::as_f64) and the version `1.10` to [`text`](Self::text). Values are
/// equal when they mean the same, whatever their places and quotes.
///
/// # Examples
///
/// ```
/// use copydesk::{Mapping, Resolved};
///
/// let mapping: Mapping = serde_json::from_str(r#"{"weight": 7, "draft": "yes", "v": "7"}"#)?;
/// let (weight, draft) = (mapping.get("weight").unwrap(), mapping.get("draft").unwrap());
/// assert_eq!((weight.as_i64(), weight.as_str(), weight.text()), (Some(7), None, Some("7")));
/// assert_eq!((draft.as_bool(), draft.as_flag()), (None, Some(true)));
/// assert_eq!(mapping.get("v").unwrap().resolve(), Some(Resolved::Str("7")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Value<'a> {
    /// What it is.
    pub kind: ValueKind<'a>,
    /// Its place, quotes and brackets included.
    pub span: Span,
}

/// What a [`Value`] is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ValueKind<'a> {
    /// A single text, number, truth value, date or nothing; see [`Scalar`].
    Scalar(Scalar<'a>),
    /// A list.
    List(Vec<Value<'a>>),
    /// A mapping.
    Mapping(Mapping<'a>),
}

owned_struct!(Value { kind, span });
owned_enum!(ValueKind { Scalar, List, Mapping; });

impl<'a> Value<'a> {
    /// What a scalar means: nothing, a truth value, a number or text; `None` for a list or mapping.
    ///
    /// YAML is read by the core schema of YAML 1.2, in which `yes` and `2021-10-10` are text.
    pub fn resolve(&self) -> Option<Resolved<'_>> {
        self.as_scalar().map(Scalar::resolve)
    }

    /// The text, if this is text and nothing else: quoted, or plain without another meaning.
    pub fn as_str(&self) -> Option<&str> {
        match self.resolve() {
            Some(Resolved::Str(text)) => Some(text),
            _ => None,
        }
    }

    /// The text of any scalar as it was written, escapes decoded; `None` for a list or mapping.
    pub fn text(&self) -> Option<&str> {
        self.as_scalar().map(|scalar| scalar.text.as_str())
    }

    /// The truth value: `true` or `false` without quotes.
    pub fn as_bool(&self) -> Option<bool> {
        match self.resolve() {
            Some(Resolved::Bool(value)) => Some(value),
            _ => None,
        }
    }

    /// The truth value as people write it: also `yes`, `no`, `on`, `off`, in any case and quotes.
    pub fn as_flag(&self) -> Option<bool> {
        let text = self.text()?;
        let is = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
        match () {
            () if is(["true", "yes", "on"]) => Some(true),
            () if is(["false", "no", "off"]) => Some(false),
            () => None,
        }
    }

    /// The integer, if this is one that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self.resolve() {
            Some(Resolved::Int(value)) => i64::try_from(value).ok(),
            _ => None,
        }
    }

    /// The number, integers included, as near as a float comes to it.
    #[allow(clippy::cast_precision_loss)] // said in the doc
    pub fn as_f64(&self) -> Option<f64> {
        match self.resolve() {
            Some(Resolved::Int(value)) => Some(value as f64),
            Some(Resolved::Float(value)) => Some(value),
            _ => None,
        }
    }

    /// The date, if this is a scalar whose text is one, in any spelling that [`Date`] knows; quotes
    /// make no difference, and a number is seconds or milliseconds since 1970 if it is long enough.
    ///
    /// Borrowed from this value. What is wrong with a date that is none is not told here.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Mapping;
    ///
    /// let mapping: Mapping = serde_json::from_str(r#"{"held": "2021/12/27 13:45", "at": "noon"}"#)?;
    /// let held = mapping.get("held").and_then(|held| held.as_date()).unwrap();
    /// assert_eq!(held.to_string(), "2021-12-27T13:45:00");
    /// assert_eq!(mapping.get("at").unwrap().as_date(), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn as_date(&self) -> Option<Date<'_>> {
        let date = Date { span: self.span, ..Date::parse(self.text()?) };
        (date.value != DateValue::Text).then_some(date)
    }

    /// Whether this is nothing: `null`, `~` or no text at all.
    pub fn is_null(&self) -> bool {
        self.as_scalar().is_some_and(Scalar::is_null)
    }

    /// The scalar, if this is one.
    pub const fn as_scalar(&self) -> Option<&Scalar<'a>> {
        match &self.kind {
            ValueKind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The items, if this is a list.
    pub fn as_list(&self) -> Option<&[Value<'a>]> {
        match &self.kind {
            ValueKind::List(items) => Some(items),
            _ => None,
        }
    }

    /// The mapping, if this is one.
    pub const fn as_mapping(&self) -> Option<&Mapping<'a>> {
        match &self.kind {
            ValueKind::Mapping(mapping) => Some(mapping),
            _ => None,
        }
    }

    /// The value of `key`, if this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.as_mapping()?.get(key)
    }

    /// The value at a path of keys and list indexes parted by dots; see [`Mapping::path`].
    pub fn path(&self, path: &str) -> Option<&Value<'a>> {
        path.split('.').try_fold(self, Self::step)
    }

    /// The value of a key or, in a list, at an index.
    pub(super) fn step(&self, step: &str) -> Option<&Self> {
        match &self.kind {
            ValueKind::Mapping(mapping) => mapping.get(step),
            ValueKind::List(items) => items.get(step.parse::<usize>().ok()?),
            ValueKind::Scalar(_) => None,
        }
    }

    /// Has plain scalars read by YAML 1.1. Values nest no deeper than
    /// [`Limits::value_depth`](crate::Limits::value_depth), nor does this.
    pub(super) fn set_yaml_1_1(&mut self) {
        match &mut self.kind {
            ValueKind::Scalar(scalar) if scalar.schema == Schema::Core => {
                scalar.schema = Schema::Yaml11;
            }
            ValueKind::Scalar(_) => {}
            ValueKind::List(items) => items.iter_mut().for_each(Self::set_yaml_1_1),
            ValueKind::Mapping(mapping) => mapping.set_yaml_1_1(),
        }
    }

    /// Its place, quotes and brackets included.
    pub const fn span(&self) -> Span {
        self.span
    }
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (ValueKind::Scalar(a), ValueKind::Scalar(b)) => a.resolve() == b.resolve(),
            (ValueKind::List(a), ValueKind::List(b)) => a == b,
            (ValueKind::Mapping(a), ValueKind::Mapping(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Value<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(json: &str) -> Mapping<'_> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn paths_go_through_mappings_and_lists() {
        let mapping = mapping(r#"{"a": {"b": [1, {"c": 2}]}, "s": "x"}"#);
        let at = |path| mapping.path(path).and_then(Value::as_i64);
        assert_eq!(at("a.b.0"), Some(1));
        assert_eq!(at("a.b.1.c"), Some(2));
        for path in ["", ".", "a.", "a.b.2", "a.b.x", "s.x", "a..b", "nope"] {
            assert!(mapping.path(path).is_none(), "{path}");
        }
    }

    #[test]
    fn equality_is_of_meaning() {
        assert_eq!(mapping(r#"{"a": 1.50}"#), mapping(r#" {"a" : 1.5}"#));
        assert_ne!(mapping(r#"{"a": 1}"#), mapping(r#"{"a": "1"}"#));
        assert_ne!(mapping(r#"{"a": 1, "b": 2}"#), mapping(r#"{"b": 2, "a": 1}"#));
    }

    #[test]
    fn flags_are_as_people_write_them() {
        let mapping = mapping(r#"{"t": ["true", true, "Yes", "ON"], "f": [false, "no", "Off"]}"#);
        let flags = |key| -> Vec<_> {
            mapping.get(key).unwrap().as_list().unwrap().iter().map(Value::as_flag).collect()
        };
        assert_eq!(flags("t"), [Some(true); 4]);
        assert_eq!(flags("f"), [Some(false); 3]);
    }

    #[test]
    fn dates_are_any_scalar_that_is_one() {
        let mapping = mapping(r#"{"d": ["2021-12-27", 1640612725, "soon", "", 7, null, [1], {}]}"#);
        let dates: Vec<_> = mapping.get("d").unwrap().as_list().unwrap().iter().collect();
        let written: Vec<_> =
            dates.iter().filter_map(|date| date.as_date()).map(|date| date.to_string()).collect();
        assert_eq!(written, ["2021-12-27", "2021-12-27T13:45:25+00:00"]);
        let date = dates[0].as_date().unwrap();
        assert!(date.raw.is_borrowed() && date.span == dates[0].span);
    }
}
