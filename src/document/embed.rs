//! [`Embed`] and its parts: what stands in an article and comes from elsewhere.

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::provider::Provider;
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;
use crate::text::Text;

/// A video, a sound, a frame with another page, or a post of a social network.
///
/// # Examples
///
/// ```
/// use copydesk::{Document, EmbedKind, Provider};
///
/// let document = Document::parse(r#"<iframe src="https://youtu.be/embed/dQw4w9WgXcQ?t=1">"#);
/// let embed = document.embeds().next().unwrap();
/// assert_eq!(embed.kind, EmbedKind::Frame);
/// assert_eq!(embed.provider, Some(Provider::YouTube));
/// assert_eq!(embed.media_id.as_deref(), Some("dQw4w9WgXcQ"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Embed<'a> {
    /// What it is.
    pub kind: EmbedKind,
    /// Its address, as written; made of its id where only that is written; empty if there is
    /// neither.
    pub src: Text<'a>,
    /// Whose it is, by the host of its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Provider>,
    /// What its provider calls it, where the form of the address tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<Text<'a>>,
    /// Its `title`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    /// The image shown before it plays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poster: Option<Text<'a>>,
    /// The other addresses it may be had from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text<'a>>,
    /// Its subtitles and other texts that go along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track<'a>>,
    /// The words of a post.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block<'a>>,
    /// Its place.
    pub span: Span,
}

impl<'a> Embed<'a> {
    /// What stands at an address.
    pub(super) fn at(kind: EmbedKind, src: Text<'a>, span: Span) -> Self {
        let provider = Provider::of(&src);
        let media_id = provider.and_then(|provider| provider.media_id(&src));
        Self {
            kind,
            provider,
            media_id,
            src,
            title: None,
            poster: None,
            sources: Vec::new(),
            tracks: Vec::new(),
            blocks: Vec::new(),
            span,
        }
    }
}

/// What an [`Embed`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EmbedKind {
    /// `<video>`.
    Video,
    /// `<audio>`.
    Audio,
    /// `<iframe>`: another page.
    Frame,
    /// `<object>`, `<embed>`: something for a plug-in.
    Object,
    /// A post of a social network, quoted for a script to replace (`<blockquote
    /// class="twitter-tweet">`).
    Post,
}

/// A text that goes along with a video or sound (`<track>`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Track<'a> {
    /// Its address, as written.
    pub src: Text<'a>,
    /// What it is (`subtitles`, `captions`, `chapters` …), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text<'a>>,
    /// Its language (`srclang`), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Text<'a>>,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text<'a>>,
}

owned_already!(EmbedKind);
owned_struct!(Embed {
    kind,
    src,
    provider,
    media_id,
    title,
    poster,
    sources,
    tracks,
    blocks,
    span
});
owned_struct!(Track { src, kind, language, label });
