//! Values to the caller's own type, by serde.
//!
//! A value is consumed, so that borrowed text is handed on borrowed and owned text is moved. It is
//! typed by what is asked for: `title: 1984` is text to a `String` and a number to a `u16`. Errors
//! gather the path of keys on their way up.

mod access;
mod fault;

use serde::Deserialize;
use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use self::access::{Entries, Items, Variant};
pub(super) use self::fault::Fault;
use super::mapping::Mapping;
use super::scalar::{Resolved, Scalar};
use super::value::{Value, ValueKind};
use crate::span::Span;
use crate::text::Text;

/// Reads a `T` from a mapping that stands at `span`.
pub(super) fn from_mapping<'s, T: Deserialize<'s>>(
    mapping: Mapping<'s>,
    span: Span,
) -> Result<T, Fault> {
    let value = Value { kind: ValueKind::Mapping(mapping), span };
    T::deserialize(Source(value)).map_err(|fault| fault.at(span))
}

/// A value as a source of serde's types.
struct Source<'s>(Value<'s>);

impl<'s> Source<'s> {
    fn scalar<V: Visitor<'s>>(
        self,
        visitor: V,
        visit: impl FnOnce(Scalar<'s>, V) -> Result<V::Value, Fault>,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value { kind: ValueKind::Scalar(scalar), span } => {
                visit(scalar, visitor).map_err(|fault| fault.at(span))
            }
            _ => self.deserialize_any(visitor),
        }
    }
}

impl<'s> Deserializer<'s> for Source<'s> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value { kind, span } = self.0;
        let value = match kind {
            ValueKind::Scalar(scalar) => visit_scalar(scalar, visitor),
            ValueKind::List(items) => visitor.visit_seq(Items::new(items)),
            ValueKind::Mapping(mapping) => visitor.visit_map(Entries::new(mapping)),
        };
        value.map_err(|fault| fault.at(span))
    }

    fn deserialize_bool<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0.as_flag() {
            Some(flag) => visitor.visit_bool(flag),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.scalar(visitor, visit_as_text)
    }

    fn deserialize_string<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_byte_buf(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.scalar(visitor, |scalar, visitor| match scalar.text.as_borrowed() {
            Some(text) => visitor.visit_borrowed_bytes(text.as_bytes()),
            None => visitor.visit_byte_buf(scalar.text.into_string().into_bytes()),
        })
    }

    fn deserialize_option<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'s>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let span = self.0.span;
        visitor.visit_newtype_struct(self).map_err(|fault| fault.at(span))
    }

    /// `tags:` with nothing after it is an empty list.
    fn deserialize_seq<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_null() {
            return visitor.visit_seq(Items::new(Vec::new()));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple<V: Visitor<'s>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'s>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_any(visitor)
    }

    /// `extra:` with nothing after it is an empty mapping.
    fn deserialize_map<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        let span = self.0.span;
        if self.0.is_null() {
            let nothing = Entries::new(Mapping::default());
            return visitor.visit_map(nothing).map_err(|fault| fault.at(span));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'s>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    /// A unit variant by its name, another by a mapping of the name to its content.
    fn deserialize_enum<V: Visitor<'s>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let Value { kind, span } = self.0;
        let value = match kind {
            ValueKind::Scalar(scalar) => {
                visitor.visit_enum(Variant { name: scalar.text, content: None })
            }
            ValueKind::Mapping(mapping) => visitor.visit_enum(Variant::of(mapping)?),
            ValueKind::List(_) => Err(de::Error::invalid_type(Unexpected::Seq, &"a name")),
        };
        value.map_err(|fault| fault.at(span))
    }

    fn deserialize_ignored_any<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        <V: Visitor<'s>>
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 unit unit_struct
    }
}

/// As what it means.
fn visit_scalar<'s, V: Visitor<'s>>(scalar: Scalar<'s>, visitor: V) -> Result<V::Value, Fault> {
    match scalar.resolve() {
        Resolved::Null => visitor.visit_unit(),
        Resolved::Bool(value) => visitor.visit_bool(value),
        Resolved::Int(value) => match (i64::try_from(value), u64::try_from(value)) {
            (Ok(value), _) => visitor.visit_i64(value),
            (_, Ok(value)) => visitor.visit_u64(value),
            _ => visitor.visit_i128(value),
        },
        Resolved::Float(value) => visitor.visit_f64(value),
        Resolved::Str(_) => visit_text(scalar.text, visitor),
    }
}

/// As text, whatever else it might mean; nothing stays nothing.
fn visit_as_text<'s, V: Visitor<'s>>(scalar: Scalar<'s>, visitor: V) -> Result<V::Value, Fault> {
    match scalar.resolve() {
        Resolved::Null => visitor.visit_unit(),
        _ => visit_text(scalar.text, visitor),
    }
}

fn visit_text<'s, V: Visitor<'s>>(text: Text<'s>, visitor: V) -> Result<V::Value, Fault> {
    match text.as_borrowed() {
        Some(text) => visitor.visit_borrowed_str(text),
        None => visitor.visit_string(text.into_string()),
    }
}

#[cfg(all(test, feature = "yaml"))]
mod tests;
