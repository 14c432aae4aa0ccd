//! [`Metadata`]: the typed record of what front matter says.

mod alias;
mod category;
mod field;
mod fill;
mod human;
mod image;
mod label;
mod linked;
mod math;
mod options;
mod person;

use serde::{Deserialize, Serialize};

pub(crate) use fill::read;
pub use image::{ImageRole, MetadataImage};
pub(crate) use options::Options;
pub use person::Person;

use crate::date::Date;
use crate::front_matter::Mapping;
use crate::owned::owned_struct;
use crate::span::Span;
use crate::text::Text;

/// What front matter says of an article, whatever its keys were called.
///
/// Words are those of schema.org's `NewsArticle`.
///
/// # Keys
///
/// In a key, upper and lower case, `_`, `-`, `.`, `:` and spaces make no difference: `featuredImage`
/// and `featured_image` are one. If several keys claim a field, the first of this table has it and the
/// others stay in [`extra`](Self::extra); images are taken from all of them.
///
#[doc = include_str!("aliases.md")]
///
/// What says nothing (null, blanks, an empty list) is no claim. What does not have a field's shape, a
/// mapping as a title, stays in `extra`, with a diagnostic. A flag where a date would be is Jekyll's
/// `published: false`: a draft. Some keys mean more to one [`Dialect`](crate::Dialect). So every value of front matter is in a field or in `extra`.
///
/// Titles, descriptions, names, categories and tags are decoded of HTML character references, since
/// feeds and exporters write them; the text as written is in
/// [`FrontMatter::values`](crate::FrontMatter::values).
///
/// # Examples
///
/// ```
/// use copydesk::{Document, ImageRole};
///
/// let document = Document::parse(
///     "---\ntitle: Ferry &amp; tide\nauthor: Jane Roe <jane@example.com>\nupdated: 2021/12/27\n\
///      thumbnail: pier.jpg\nlayout: post\n---\n",
/// );
/// let metadata = document.metadata();
/// assert_eq!(metadata.title.as_deref(), Some("Ferry & tide"));
/// assert_eq!(metadata.authors[0].name, "Jane Roe");
/// assert_eq!(metadata.modified.as_ref().unwrap().to_string(), "2021-12-27");
/// assert_eq!(metadata.images[0].role, ImageRole::Thumbnail);
/// assert_eq!(metadata.extra.get("layout").and_then(|layout| layout.as_str()), Some("post"));
/// assert_eq!(metadata.fields[2].key, "updated");
/// ```
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
    /// Where in [`categories`](Self::categories) each path ends, if they were written as a list of
    /// lists; else empty. See [`category_paths`](Self::category_paths).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub category_ends: Vec<u32>,
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

owned_struct!(Field { name, key, span });
owned_struct!(Metadata {
    title,
    subtitle,
    description,
    authors,
    published,
    modified,
    categories,
    category_ends,
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

#[cfg(test)]
mod tests;
