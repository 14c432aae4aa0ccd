//! Values to the caller's own type, by serde.
//!
//! A value is consumed, so that borrowed text is handed on borrowed and owned text is moved. It is
//! typed by what is asked for: `title: 1984` is text to a `String` and a number to a `u16`. Errors
//! gather the path of keys on their way up.

use std::fmt::{self, Display};
use std::vec;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::scalar::{Resolved, Scalar, Style};
use super::value::{Entry, Mapping, Value, ValueKind};
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

/// Why a value is not what was asked for.
#[derive(Debug)]
pub(super) struct Fault {
    message: String,
    span: Option<Span>,
    /// From the innermost key outwards.
    path: Vec<String>,
}

impl Fault {
    /// The place, of the innermost value that is to blame.
    pub(super) fn span(&self) -> Span {
        self.span.unwrap_or_default()
    }

    #[cold]
    fn new(message: impl Display) -> Self {
        Self { message: message.to_string(), span: None, path: Vec::new() }
    }

    fn at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    fn within(mut self, step: impl Display, span: Span) -> Self {
        self.path.push(step.to_string());
        self.at(span)
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str("field `")?;
            for (at, step) in self.path.iter().rev().enumerate() {
                f.write_str(if at == 0 { "" } else { "." })?;
                f.write_str(step)?;
            }
            f.write_str("`: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        Self::new(format_args!("expected {}, found {}", in_words(&expected), Found(found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        let within = if is_integer(&expected) { " within its type's range" } else { "" };
        let words = in_words(&expected);
        Self::new(format_args!("expected {words}{within}, found {}", Found(found)))
    }
}

fn is_integer(expected: &str) -> bool {
    let bits = expected.strip_prefix(['i', 'u']).unwrap_or_default();
    matches!(bits, "8" | "16" | "32" | "64" | "128" | "size")
}

/// What serde's own types expect, in this crate's words.
fn in_words(expected: &str) -> &str {
    match expected {
        _ if is_integer(expected) => "an integer",
        "f32" | "f64" => "a number",
        "a boolean" => "true or false",
        "a string" => "text",
        "a sequence" => "a list",
        "a map" => "a mapping",
        _ if expected.starts_with("struct ") => "a mapping",
        _ => expected,
    }
}

/// What was found, in this crate's words.
struct Found<'u>(Unexpected<'u>);

impl Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unexpected::Bool(value) => write!(f, "{value}"),
            Unexpected::Unsigned(value) => write!(f, "{value}"),
            Unexpected::Signed(value) => write!(f, "{value}"),
            Unexpected::Float(value) => write!(f, "{value}"),
            Unexpected::Str(text) => f.write_str(&quoted(text)),
            Unexpected::Unit | Unexpected::Option => f.write_str("nothing"),
            Unexpected::Seq => f.write_str("a list"),
            Unexpected::Map => f.write_str("a mapping"),
            other => other.fmt(f),
        }
    }
}

/// The text in quotes, its end left out if it is long.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
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

struct Items<'s> {
    items: vec::IntoIter<Value<'s>>,
    index: usize,
}

impl<'s> Items<'s> {
    fn new(items: Vec<Value<'s>>) -> Self {
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

struct Entries<'s> {
    entries: vec::IntoIter<Entry<'s>>,
    /// The key, kept for errors, and the value that is asked for next.
    next: Option<(Text<'s>, Value<'s>)>,
}

impl<'s> Entries<'s> {
    fn new(mapping: Mapping<'s>) -> Self {
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

impl Fault {
    /// Without a place: that of a key is known further up.
    fn unplaced(mut self) -> Self {
        self.span = None;
        self
    }
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

struct Variant<'s> {
    name: Text<'s>,
    content: Option<Value<'s>>,
}

impl<'s> Variant<'s> {
    fn of(mapping: Mapping<'s>) -> Result<Self, Fault> {
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

#[cfg(all(test, feature = "yaml"))]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use crate::front_matter::{FrontMatter, split};
    use crate::text::Text;

    fn front_matter(input: &str) -> FrontMatter<'_> {
        FrontMatter::locate(input, &split(input)).unwrap()
    }

    /// The error of reading `yaml`, which stands below a fence, as a `T`.
    fn err<T: for<'s> Deserialize<'s>>(yaml: &str) -> String {
        let input = format!("---\n{yaml}\n---\n");
        match front_matter(&input).deserialize::<T>() {
            Ok(_) => "no error".to_owned(),
            Err(error) => {
                assert!(error.span().slice(&input).is_some());
                error.to_string()
            }
        }
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Page<'a> {
        #[serde(borrow)]
        title: Text<'a>,
        subtitle: Option<&'a str>,
        #[serde(default)]
        tags: Vec<Text<'a>>,
        draft: bool,
        weight: Option<u8>,
        #[serde(default)]
        extra: BTreeMap<u16, f64>,
        kind: Option<Kind>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Post,
        Gallery { columns: u8 },
        Link(String),
    }

    const PAGE: &str = "---
title: 1984
subtitle: a ~ b
tags: [1.10, yes, \"x\\ty\"]
draft: no
weight: 7
extra: {10: 1, 20: .5}
kind: {gallery: {columns: 3}}
unknown: [{}]
---
";

    #[test]
    fn types_decide_what_values_are() {
        let front_matter = front_matter(PAGE);
        let page: Page<'_> = front_matter.deserialize().unwrap();
        let expected = Page {
            title: Text::from("1984"),
            subtitle: Some("a ~ b"),
            tags: ["1.10", "yes", "x\ty"].map(Text::from).to_vec(),
            draft: false,
            weight: Some(7),
            extra: BTreeMap::from([(10, 1.0), (20, 0.5)]),
            kind: Some(Kind::Gallery { columns: 3 }),
        };
        assert_eq!(page, expected);
        let borrowed: Vec<_> = page.tags.iter().map(Text::is_borrowed).collect();
        assert_eq!(borrowed, [true, true, false]);
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Strict {
        weight: Option<u8>,
        big: Option<i64>,
        flag: Option<bool>,
        title: Option<String>,
        tags: Option<Vec<u8>>,
        kind: Option<Kind>,
        author: Option<Author>,
        by_number: Option<BTreeMap<u8, u8>>,
        pair: Option<(u8, u8)>,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Author {
        name: String,
    }

    #[test]
    fn errors_name_the_field_the_shape_and_the_place() {
        let err = err::<Strict>;
        insta::assert_snapshot!(err("weight: heavy"), @r#"field `weight`: expected an integer, found "heavy" at line 2, column 9"#);
        insta::assert_snapshot!(err("weight: '7'"), @r#"field `weight`: expected an integer, found "7" at line 2, column 9"#);
        insta::assert_snapshot!(err("weight: 300"), @"field `weight`: expected an integer within its type's range, found 300 at line 2, column 9");
        insta::assert_snapshot!(err("weight: [7]"), @"field `weight`: expected an integer, found a list at line 2, column 9");
        insta::assert_snapshot!(err("big: 18446744073709551615"), @"field `big`: expected an integer within its type's range, found 18446744073709551615 at line 2, column 6");
        insta::assert_snapshot!(err("flag: maybe"), @r#"field `flag`: expected true or false, found "maybe" at line 2, column 7"#);
        insta::assert_snapshot!(err("title: {a: b}"), @"field `title`: expected text, found a mapping at line 2, column 8");
        insta::assert_snapshot!(err("tags: [1, x]"), @r#"field `tags.1`: expected an integer, found "x" at line 2, column 11"#);
        insta::assert_snapshot!(err("tags: one"), @r#"field `tags`: expected a list, found "one" at line 2, column 7"#);
        insta::assert_snapshot!(err("kind: video"), @"field `kind`: unknown variant `video`, expected one of `post`, `gallery`, `link` at line 2, column 7");
        insta::assert_snapshot!(err("kind: [post]"), @"field `kind`: expected a name, found a list at line 2, column 7");
        insta::assert_snapshot!(err("kind: gallery"), @"field `kind`: expected a mapping with one key at line 2, column 7");
        insta::assert_snapshot!(err("kind: {post: 1}"), @"field `kind.post`: expected nothing but a name at line 2, column 14");
        insta::assert_snapshot!(err("kind: {link: 1, post: 2}"), @"field `kind`: expected a name, or a mapping with one key at line 2, column 7");
        insta::assert_snapshot!(err("kind:\n  gallery:\n    columns: wide"), @r#"field `kind.gallery.columns`: expected an integer, found "wide" at line 4, column 14"#);
        insta::assert_snapshot!(err("author:\n  nam: x"), @"field `author`: missing field `name` at line 3, column 3");
        insta::assert_snapshot!(err("author: x"), @r#"field `author`: expected a mapping, found "x" at line 2, column 9"#);
        insta::assert_snapshot!(err("by_number: {a: 1}"), @r#"field `by_number`: expected an integer, found "a" at line 2, column 13"#);
        insta::assert_snapshot!(err("pair: [1]"), @"field `pair`: invalid length 1, expected a tuple of size 2 at line 2, column 7");
        insta::assert_snapshot!(err("title: x\nother: 1"), @"unknown field `other`, expected one of `weight`, `big`, `flag`, `title`, `tags`, `kind`, `author`, `by_number`, `pair` at line 3, column 1");
    }

    #[test]
    fn a_field_is_missing() {
        insta::assert_snapshot!(err::<Author>("title: x"), @"missing field `name` at line 2, column 1");
        insta::assert_snapshot!(err::<Author>(""), @"missing field `name` at line 2, column 1");
    }

    #[test]
    fn nothing_is_an_empty_list_or_mapping() {
        #[derive(Debug, PartialEq, Deserialize)]
        struct Empty {
            list: Vec<u8>,
            mapping: BTreeMap<String, u8>,
            option: Option<u8>,
            link: Kind,
        }
        let front_matter = front_matter("---\nlist:\nmapping:\noption:\nlink: {link: 5}\n---\n");
        let empty: Empty = front_matter.deserialize().unwrap();
        assert_eq!((empty.list.len(), empty.mapping.len(), empty.option), (0, 0, None));
        assert_eq!(empty.link, Kind::Link("5".to_owned()));
    }
}
