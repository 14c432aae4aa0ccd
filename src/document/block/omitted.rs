//! [`Omitted`]: what is in none of the blocks, and why.

use serde::{Deserialize, Serialize};

use crate::owned::owned_already;
use crate::span::Span;

/// Something of the body that is not in the blocks, on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Omitted {
    /// Why it is not.
    pub kind: OmittedKind,
    /// Its place.
    pub span: Span,
}

/// Why something is [`Omitted`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OmittedKind {
    /// `<script>`.
    Script,
    /// `<style>`.
    Style,
    /// `<template>`.
    Template,
    /// A comment.
    Comment,
    /// The mark that ends what a list of articles shows of this one: `<!-- more -->`.
    ReadMore,
    /// An element with the `hidden` attribute or inline `display:none`, or one that is never rendered:
    /// `<title>`, `<datalist>`, what describes an SVG.
    Hidden,
    /// A heading's link to itself (`#`, `¶`).
    Permalink,
    /// The numbers of the lines of code.
    LineNumbers,
    /// What is shown only where an embed cannot be.
    Fallback,
    /// A `<noscript>` that holds the image beside it again: its addresses are the image's candidates.
    NoscriptTwin,
    /// What says again what stands there already: a caption for wide screens after the same one for
    /// small ones, the rendering of a formula beside its source, the icon of an admonition.
    DuplicateRendering,
    /// A site generator's tag whose meaning is in the blocks (`{% youtube … %}`), or that only marks
    /// text (`{% raw %}`); in Markdown also a line of `:::` and a list of attributes (`{: .note}`).
    ShortcodeDelimiter,
    /// A footnote's link back to its reference, which is in
    /// [`references`](crate::FootnoteDefinition::references).
    BackReference,
    /// What a reader acts on in a figure: "Enlarge", "1 of 5", "toggle caption".
    Control,
    /// An image that only counts who sees it, of one pixel or of a service that does no other.
    TrackingPixel,
}

owned_already!(Omitted, OmittedKind);
