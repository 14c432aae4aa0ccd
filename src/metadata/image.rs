//! [`MetadataImage`]: an image that front matter names.

use serde::{Deserialize, Serialize};

use super::alias::{LONGEST, normal};
use super::field::{each, is_empty, is_switch, scalar};
use super::human::{human, trim};
use crate::diagnostic::Diagnostics;
use crate::front_matter::{Entry, Mapping, Value, ValueKind};
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;
use crate::text::Text;

/// An image that front matter names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct MetadataImage<'a> {
    /// What the image is for.
    pub role: ImageRole,
    /// Its address, as written.
    pub src: Text<'a>,
    /// Its alternative text; its caption where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<Text<'a>>,
    /// What else is said of the image (`caption`, `credit`, `width` …), in order.
    #[serde(default, skip_serializing_if = "Mapping::is_empty")]
    pub extra: Mapping<'a>,
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
owned_struct!(MetadataImage { role, src, alt, extra, span });

/// The images that a value names: an address, a mapping, or a list of both. Answers what is none.
pub(super) fn images<'a>(
    value: Value<'a>,
    role: ImageRole,
    found: &mut Vec<MetadataImage<'a>>,
    diagnostics: &mut Diagnostics,
) -> Option<Value<'a>> {
    each(value, |item| image(item, role, found, diagnostics))
}

/// Adds the images of one item.
fn image<'a>(
    value: Value<'a>,
    role: ImageRole,
    found: &mut Vec<MetadataImage<'a>>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Value<'a>> {
    let span = value.span;
    match value.kind {
        ValueKind::Mapping(mapping) => described(mapping, role, diagnostics)
            .map(|images| found.extend(images))
            .map_err(|mapping| Value { kind: ValueKind::Mapping(mapping), span }),
        _ if is_switch(&value) => Err(value),
        _ => scalar(value).map(|src| found.push(addressed(role, src, span))),
    }
}

fn addressed(role: ImageRole, src: Text<'_>, span: Span) -> MetadataImage<'_> {
    MetadataImage { role, src: trim(src), alt: None, extra: Mapping::default(), span }
}

/// Images by a mapping, given back if it holds no address. What it says beside the addresses is
/// said of the first image.
fn described<'a>(
    mapping: Mapping<'a>,
    role: ImageRole,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<MetadataImage<'a>>, Mapping<'a>> {
    if !mapping.iter().any(|entry| matches!(part_of(entry, role), Some(Part::Src(_)))) {
        return Err(mapping);
    }
    let has_alt = mapping.iter().any(|entry| matches!(part_of(entry, role), Some(Part::Alt)));
    let (mut images, mut alt, mut extra) = (Vec::new(), None, Vec::new());
    for entry in mapping {
        let span = entry.value.span;
        match part_of(&entry, role) {
            Some(Part::Src(role)) => {
                images.extend(scalar(entry.value).map(|src| addressed(role, src, span)));
            }
            Some(part) if alt.is_none() && (matches!(part, Part::Alt) || !has_alt) => {
                alt = scalar(entry.value).ok().map(|text| human(text, span, diagnostics));
            }
            _ => extra.push(entry),
        }
    }
    if let Some(first) = images.first_mut() {
        first.alt = alt;
        first.extra = Mapping::from_entries(extra, |_| {});
    }
    Ok(images)
}

#[derive(Clone, Copy)]
enum Part {
    Src(ImageRole),
    Alt,
    Caption,
}

/// What an entry says of an image used as `role`; `None` if its value is no text or none at all.
fn part_of(entry: &Entry<'_>, role: ImageRole) -> Option<Part> {
    let is_text = entry.value.as_scalar().is_some() && entry.value.as_bool().is_none();
    if !is_text || is_empty(&entry.value) {
        return None;
    }
    match normal(&entry.key, &mut [0; LONGEST])? {
        b"src" | b"url" | b"path" | b"href" | b"file" | b"filename" | b"source" | b"image"
        | b"img" | b"feature" | b"featured" | b"featuredimage" | b"overlayimage"
        | b"background" => Some(Part::Src(role)),
        b"thumbnail" | b"thumb" | b"teaser" => Some(Part::Src(ImageRole::Thumbnail)),
        b"ogimage" | b"twitterimage" | b"social" => Some(Part::Src(ImageRole::Social)),
        b"alt" | b"alttext" | b"imagealt" => Some(Part::Alt),
        b"caption" => Some(Part::Caption),
        _ => None,
    }
}
