//! Values to and from any self-describing format of serde: the natural JSON.
//!
//! Written: null, truth values, numbers, text, lists, mappings. A float that is not finite is
//! written as its text, since JSON has no word for it. Read: borrowing where the format allows it;
//! numbers become plain scalars and strings quoted ones, places are empty.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::mapping::{Entry, Mapping};
use super::scalar::{Resolved, Scalar, Style};
use super::value::{Value, ValueKind};
use crate::span::Span;
use crate::text::Text;

/// How deep values read from another format may nest: what [`Limits`](crate::Limits) allows at most,
/// so that dropping and cloning them is safe.
const DEPTH: u32 = 200;

impl Serialize for Mapping<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|entry| (&entry.key, &entry.value)))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.kind {
            ValueKind::Scalar(scalar) => scalar.serialize(serializer),
            ValueKind::List(items) => items.serialize(serializer),
            ValueKind::Mapping(mapping) => mapping.serialize(serializer),
        }
    }
}

impl Serialize for Scalar<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.resolve() {
            Resolved::Null => serializer.serialize_unit(),
            Resolved::Bool(value) => serializer.serialize_bool(value),
            Resolved::Int(value) => match (i64::try_from(value), u64::try_from(value)) {
                (Ok(value), _) => serializer.serialize_i64(value),
                (_, Ok(value)) => serializer.serialize_u64(value),
                _ => serializer.serialize_i128(value),
            },
            Resolved::Float(value) if value.is_finite() => serializer.serialize_f64(value),
            Resolved::Float(_) => serializer.serialize_str(&self.text),
            Resolved::Str(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Mapping<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MappingVisitor)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Nested(DEPTH).deserialize(deserializer)
    }
}

struct MappingVisitor;

impl<'de> Visitor<'de> for MappingVisitor {
    type Value = Mapping<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Mapping<'de>, A::Error> {
        mapping(map, Nested(DEPTH - 1))
    }
}

/// Reads a value that may hold this many levels.
#[derive(Clone, Copy)]
struct Nested(u32);

impl Nested {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        let deeper = self.0.checked_sub(1).map(Self);
        deeper.ok_or_else(|| E::custom(format_args!("values nest deeper than {DEPTH} levels")))
    }
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(plain(if value { "true" } else { "false" }))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(plain(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(plain(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value<'de>, E> {
        Ok(Value::from(value))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(scalar(text, Style::DoubleQuoted))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value<'de>, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Value<'de>, E> {
        Ok(scalar(text, Style::DoubleQuoted))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value<'de>, E> {
        Ok(plain("null"))
    }

    fn visit_none<E: de::Error>(self) -> Result<Value<'de>, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value<'de>, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        let deeper = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(deeper)? {
            items.push(item);
        }
        Ok(Value { kind: ValueKind::List(items), span: Span::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value<'de>, A::Error> {
        let mapping = mapping(map, self.deeper()?)?;
        Ok(Value { kind: ValueKind::Mapping(mapping), span: Span::default() })
    }
}

fn mapping<'de, A: MapAccess<'de>>(mut map: A, nested: Nested) -> Result<Mapping<'de>, A::Error> {
    let mut entries = Vec::new();
    while let Some(key) = map.next_key_seed(Nested(0))? {
        let key = match key.kind {
            ValueKind::Scalar(scalar) => scalar.text,
            _ => return Err(A::Error::custom("a key is not a scalar")),
        };
        let value = map.next_value_seed(nested)?;
        entries.push(Entry { key, key_span: Span::default(), value });
    }
    Ok(Mapping::from_entries(entries, |_| ()))
}

fn plain<'a>(text: impl Into<Text<'a>>) -> Value<'a> {
    scalar(text, Style::Plain)
}

fn scalar<'a>(text: impl Into<Text<'a>>, style: Style) -> Value<'a> {
    let scalar = Scalar::new(text.into(), style);
    Value { kind: ValueKind::Scalar(scalar), span: Span::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn there_and_back(json: &str) {
        let value: Value<'_> = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }

    #[test]
    fn json_comes_back() {
        there_and_back(r#"{"a":[null,true,1,-1,18446744073709551615,1.5,1.0,"x","1",{}]}"#);
        there_and_back(r#"[[],{"b":{"c":"é\n"}}]"#);
    }

    #[test]
    fn strings_are_borrowed() {
        let json = String::from(r#"{"key": "plain"}"#);
        let mapping: Mapping<'_> = serde_json::from_str(&json).unwrap();
        let entry = &mapping.entries()[0];
        assert!(entry.key.is_borrowed());
        assert!(entry.value.as_scalar().unwrap().text.is_borrowed());
    }

    #[test]
    fn depth_is_bounded() {
        let deep = |levels: usize| {
            let json = format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
            let mut deserializer = serde_json::Deserializer::from_str(&json);
            Value::deserialize(&mut deserializer).map(drop).map_err(|error| error.to_string())
        };
        assert!(deep(100).is_ok());
        assert!(deep(1000).is_err());
        let nested = "[[1]]".parse::<serde_json::Value>().unwrap();
        assert!(Nested(2).deserialize(&nested).is_ok());
        let error = Nested(1).deserialize(&nested).unwrap_err();
        assert_eq!(error.to_string(), "values nest deeper than 200 levels");
    }
}
