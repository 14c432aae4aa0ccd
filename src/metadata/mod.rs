//! [`Metadata`]: the typed record of what front matter says.

pub(crate) mod date;

use serde::{Deserialize, Serialize};

pub use date::{Date, DateValue};

use crate::front_matter::Mapping;
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;
use crate::text::Text;

/// What front matter says of an article, whatever its keys were called.
///
/// Words are those of schema.org's `NewsArticle`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Metadata<'a> {
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    /// The line below the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text<'a>>,
    /// What the article is about, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text<'a>>,
    /// Who wrote it, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Person<'a>>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date<'a>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Date<'a>>,
    /// Its categories, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Text<'a>>,
    /// Its tags, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Text<'a>>,
    /// Its language, as written (`zh-CN`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Text<'a>>,
    /// The last part of its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<Text<'a>>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permalink: Option<Text<'a>>,
    /// Its images, in order, each with its role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<MetadataImage<'a>>,
    /// Whether it is a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<bool>,
    /// Whether readers may comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<bool>,
    /// Everything else, in order.
    #[serde(skip_serializing_if = "Mapping::is_empty")]
    pub extra: Mapping<'a>,
    /// Where each field above was found, in the order of the source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field<'a>>,
}

/// Where a field of [`Metadata`] was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Field<'a> {
    /// The field's name: that of the record's member and JSON key.
    pub name: Text<'a>,
    /// The key in the front matter that it was read from.
    pub key: Text<'a>,
    /// The place of the value.
    pub span: Span,
}

/// A person or organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Person<'a> {
    /// The name.
    pub name: Text<'a>,
    /// The address of the person's page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text<'a>>,
    /// The electronic mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Text<'a>>,
    /// The place of the value that names the person.
    pub span: Span,
}

/// An image that front matter names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct MetadataImage<'a> {
    /// What the image is for.
    pub role: ImageRole,
    /// Its address, as written.
    pub src: Text<'a>,
    /// Its alternative text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<Text<'a>>,
    /// The place of the address.
    pub span: Span,
}

/// What an image named by front matter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ImageRole {
    /// Shown at the head of the article (`headimg cover image banner …`).
    Cover,
    /// Shown in lists of articles (`thumbnail …`).
    Thumbnail,
    /// Shown where the article is shared (`og_image …`).
    Social,
}

owned_already!(ImageRole);
owned_struct!(MetadataImage { role, src, alt, span });
owned_struct!(Person { name, url, email, span });
owned_struct!(Field { name, key, span });
owned_struct!(Metadata {
    title,
    subtitle,
    description,
    authors,
    published,
    modified,
    categories,
    tags,
    language,
    slug,
    permalink,
    images,
    draft,
    comments,
    extra,
    fields,
});

pub(crate) fn read<'a>(
    _m: Mapping<'a>,
    _d: crate::Dialect,
    _x: &mut crate::diagnostic::Diagnostics,
) -> Metadata<'a> {
    Metadata::default()
}
