//! [`Figure`] and its parts: [`Image`], [`Caption`], [`Credit`].

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::embed::Embed;
use super::inline::{Inlines, Link};
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;
use crate::text::Text;

/// Media with what is said of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Figure<'a> {
    /// Its `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    /// Its images, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image<'a>>,
    /// Its videos, sounds and frames, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub embeds: Vec<Embed<'a>>,
    /// Its caption, without the credits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Caption<'a>>,
    /// Whom its caption credits, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit<'a>>,
    /// What else stands in it: the figures of a gallery, paragraphs …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block<'a>>,
    /// Its place: from `<figure` to `</figure>`; without such, of its media and what is said of them.
    pub span: Span,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Image<'a> {
    /// Its address, as written: `src`; where that is missing or a placeholder the real one, from a
    /// lazy attribute, the largest of a `srcset` or `<picture>`, or `<noscript>`. Empty if there is
    /// none.
    pub src: Text<'a>,
    /// Its alternative text. `Some("")` means decorative, `None` that nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<Text<'a>>,
    /// Its `title`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    /// Its `width` in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Its `height` in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Its `loading` (`lazy`, `eager`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loading: Option<Text<'a>>,
    /// Its `class`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Text<'a>>,
    /// Its `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    /// Where a click on it leads: the link whose only content it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Box<Link<'a>>>,
    /// The other addresses it may be had from, in order; those of a `srcset` are all here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate<'a>>,
    /// Its place: the tag.
    pub span: Span,
}

/// An address that an [`Image`] may be had from, besides its `src`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Candidate<'a> {
    /// The address, as written.
    pub src: Text<'a>,
    /// Where it is written.
    pub source: CandidateSource,
    /// The width it is for, in pixels (`640w`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The pixel density it is for, as written (`1.5` of `1.5x`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub density: Option<Text<'a>>,
}

/// Where the address of a [`Candidate`] is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CandidateSource {
    /// `src`, where it is a placeholder for another.
    Src,
    /// `data-src`, `data-original` and the like, where `src` has an address of its own.
    Lazy,
    /// `srcset`, or its lazy form.
    Srcset,
    /// A `<source>` of the `<picture>` around it.
    Picture,
    /// The same image in the `<noscript>` beside it, which is left out.
    Noscript,
    /// `data-full-src`, `data-large-file` and the like: the image in its full size.
    Original,
}

/// What is said of a figure or table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Caption<'a> {
    /// What it says.
    #[serde(flatten)]
    pub inlines: Inlines<'a>,
    /// Why it is taken for a caption.
    pub evidence: CaptionEvidence,
    /// The place of all of it, credits included.
    pub span: Span,
}

/// Why a text is taken for a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CaptionEvidence {
    /// A `<figcaption>`.
    Figcaption,
    /// Bare text in a `<figure>` whose other content is media.
    FigureText,
    /// A `<caption>` of a table.
    TableCaption,
    /// The argument of a shortcode (`{{< figure caption="…" >}}`), or what stands between its marks
    /// (`[caption]…[/caption]`).
    Shortcode,
    /// An element beside the media whose class, `itemprop`, `id` or `data-` attribute says that it is
    /// one: `wp-caption-text`, `bildunterschrift`, `image__description`.
    Class,
    /// The element that the image's `aria-describedby` names.
    DescribedBy,
    /// A text right after the image that says what its `alt` or `title` says, perhaps with a credit.
    RepeatsAlt,
    /// Words in emphasis and nothing else on the line below the image, in one paragraph with it: as
    /// captions are written in Markdown.
    Emphasis,
}

/// Whom a caption credits with the media.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Credit<'a> {
    /// The name, without brackets and labels.
    pub text: Text<'a>,
    /// All that was parted from the caption, as it stood there.
    pub raw: Inlines<'a>,
    /// Why it is taken for a credit.
    pub evidence: CreditEvidence,
    /// The place of [`raw`](Self::raw), where that is one text of the source; else the caption's.
    pub span: Span,
}

/// Why a part of a caption is taken for a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CreditEvidence {
    /// In brackets at the caption's end: `(Reuters)`, `（路透社）`.
    Brackets,
    /// After a label: `Photo: …`, `摄影：…`, `图/…`, `© …`.
    Label,
    /// In an element whose class, `itemprop`, `id` or `data-` attribute names a `credit`, `copyright`,
    /// `photographer`, `source` …
    Class,
    /// A name that is known for it: `Jane Roe/Getty Images`, `dpa`, `연합뉴스`.
    Agency,
    /// In an element of its own that ends the caption or follows it: `<small>Jane Roe/dpa</small>`.
    Element,
    /// The argument of a shortcode: `{{< figure attr="Jane Roe" >}}`.
    Shortcode,
}

owned_already!(CandidateSource, CaptionEvidence, CreditEvidence);
owned_struct!(Figure { id, images, embeds, caption, credits, blocks, span });
owned_struct!(Image { src, alt, title, width, height, loading, class, id, link, candidates, span });
owned_struct!(Candidate { src, source, width, density });
owned_struct!(Caption { inlines, evidence, span });
owned_struct!(Credit { text, raw, evidence, span });
