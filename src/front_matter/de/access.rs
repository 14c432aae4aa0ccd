//! What serde is given of lists, mappings and variants, one part after another.

use std::vec;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::fault::Fault;
use super::{Source, visit_text};
use crate::front_matter::mapping::{Entry, Mapping};
use crate::front_matter::scalar::{Scalar, Style};
use crate::front_matter::value::{Value, ValueKind};
use crate::span::Span;
use crate::text::Text;

pub(super) struct Items<'s> {
    items: vec::IntoIter<Value<'s>>,
    index: usize,
}

impl<'s> Items<'s> {
    pub(super) fn new(items: Vec<Value<'s>>) -> Self {
        Self { items: items.into_iter(), index: 0 }
    }
}

impl<'s> SeqAccess<'s> for Items<'s> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'s>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let (index, span) = (self.index, item.span);
        self.index += 1;
        seed.deserialize(Source(item)).map(Some).map_err(|fault| fault.within(index, span))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

pub(super) struct Entries<'s> {
    entries: vec::IntoIter<Entry<'s>>,
    /// The key, kept for errors, and the value that is asked for next.
    next: Option<(Text<'s>, Value<'s>)>,
}

impl<'s> Entries<'s> {
    pub(super) fn new(mapping: Mapping<'s>) -> Self {
        Self { entries: mapping.into_iter(), next: None }
    }
}

impl<'s> MapAccess<'s> for Entries<'s> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'s>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some(Entry { key, key_span, value }) = self.entries.next() else { return Ok(None) };
        self.next = Some((key.clone(), value));
        seed.deserialize(Key(key)).map(Some).map_err(|fault| fault.at(key_span))
    }

    fn next_value_seed<V: DeserializeSeed<'s>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some((key, value)) = self.next.take() else {
            return Err(Fault::new("a value was asked for before its key"));
        };
        let span = value.span;
        seed.deserialize(Source(value)).map_err(|fault| fault.within(key, span))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// A key: text, unless something else is asked for.
struct Key<'s>(Text<'s>);

/// Asks the key as if it were a plain value.
macro_rules! as_plain_value {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
            let kind = ValueKind::Scalar(Scalar::new(self.0, Style::Plain));
            Source(Value { kind, span: Span::default() }).$method(visitor).map_err(Fault::unplaced)
        }
    )*};
}

impl<'s> Deserializer<'s> for Key<'s> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        visit_text(self.0, visitor)
    }

    fn deserialize_enum<V: Visitor<'s>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_enum(Variant { name: self.0, content: None })
    }

    fn deserialize_newtype_struct<V: Visitor<'s>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'s>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    as_plain_value! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128 deserialize_f32 deserialize_f64
    }

    forward_to_deserialize_any! {
        <V: Visitor<'s>>
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier
        ignored_any
    }
}

pub(super) struct Variant<'s> {
    pub(super) name: Text<'s>,
    pub(super) content: Option<Value<'s>>,
}

impl<'s> Variant<'s> {
    pub(super) fn of(mapping: Mapping<'s>) -> Result<Self, Fault> {
        let mut entries = mapping.into_iter();
        match (entries.next(), entries.next()) {
            (Some(entry), None) => Ok(Self { name: entry.key, content: Some(entry.value) }),
            _ => Err(Fault::new("expected a name, or a mapping with one key")),
        }
    }

    /// Reads what stands under the variant's name.
    fn content<T>(self, read: impl FnOnce(Source<'s>) -> Result<T, Fault>) -> Result<T, Fault> {
        match self.content {
            Some(value) => {
                let span = value.span;
                read(Source(value)).map_err(|fault| fault.within(self.name, span))
            }
            None => Err(Fault::new("expected a mapping with one key")),
        }
    }
}

impl<'s> EnumAccess<'s> for Variant<'s> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'s>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let name: StrDeserializer<'_, Fault> = self.name.as_str().into_deserializer();
        let variant = seed.deserialize(name)?;
        Ok((variant, self))
    }
}

impl<'s> VariantAccess<'s> for Variant<'s> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.content {
            None => Ok(()),
            Some(value) if value.is_null() => Ok(()),
            Some(value) => {
                Err(Fault::new("expected nothing but a name").within(self.name, value.span))
            }
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'s>>(self, seed: T) -> Result<T::Value, Fault> {
        self.content(|source| seed.deserialize(source))
    }

    fn tuple_variant<V: Visitor<'s>>(self, len: usize, visitor: V) -> Result<V::Value, Fault> {
        self.content(|source| source.deserialize_tuple(len, visitor))
    }

    fn struct_variant<V: Visitor<'s>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.content(|source| source.deserialize_struct("", fields, visitor))
    }
}
