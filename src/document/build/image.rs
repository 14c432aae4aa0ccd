//! Images: which address is the real one, and where else the image may be had from.

use super::candidates::{Candidates, Descriptor};
use crate::document::figure::{CandidateSource, Image};
use crate::document::locator::Locator;
use crate::html::{NodeId, Tag, Tree};
use crate::limits::Limits;
use crate::text::Text;

/// What stands in the names of images that hold the place of another, by its first letter.
const fn placeholders(first: u8) -> &'static [&'static str] {
    match first {
        b'p' => &["placeholder", "pixel."],
        b'b' => &["blank."],
        b's' => &["spacer."],
        b'l' => &["loading.", "loader.", "lazy"],
        b'n' => &["none."],
        b'1' => &["1x1"],
        b't' => &["transparent."],
        b'g' => &["grey.", "gray."],
        _ => &[],
    }
}

/// An element that is an image, with what else says where to have it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources {
    pub(super) image: NodeId,
    /// The `<picture>` around it.
    pub(super) picture: Option<NodeId>,
    /// The image in the `<noscript>` beside it that is the same.
    pub(super) twin: Option<NodeId>,
}

/// Reads an `<img>`, and its other sources. The second answer is whether candidates were left aside.
pub(super) fn image<'a>(tree: &Tree<'a>, from: Sources, limits: &Limits) -> (Image<'a>, bool) {
    let written = Written::read(tree, from.image);
    let twin = from.twin.map(|twin| Written::read(tree, twin)).unwrap_or_default();
    let mut candidates =
        Candidates { list: Vec::new(), most: limits.srcset_candidates as usize, cut: false };
    let is_lazy = written.is_lazy();
    let chosen = choose_src(written.src, written.lazy, is_lazy, &mut candidates);
    if let Some(picture) = from.picture {
        picture_sources(tree, picture, from.image, &mut candidates);
    }
    for srcset in written.srcsets.iter().flatten() {
        candidates.srcset(srcset, CandidateSource::Srcset);
    }
    if let Some(original) = written.original {
        candidates.push(original, CandidateSource::Original, Descriptor::default());
    }
    if let Some(src) = twin.src.or(twin.lazy).filter(|src| *src != chosen) {
        candidates.push(src, CandidateSource::Noscript, Descriptor::default());
    }
    for srcset in twin.srcsets.iter().flatten() {
        candidates.srcset(srcset, CandidateSource::Noscript);
    }
    let image = Image {
        src: candidates.real(chosen),
        alt: written.alt.or(twin.alt),
        title: written.title.or(twin.title),
        width: written.width.and_then(|width| pixels(&width)),
        height: written.height.and_then(|height| pixels(&height)),
        loading: written.loading,
        class: written.class,
        id: written.id,
        link: None,
        candidates: candidates.list,
        span: tree.node(from.image).span,
    };
    (image, candidates.cut)
}

/// What the attributes of an image say.
#[derive(Debug, Default)]
struct Written<'a> {
    src: Option<Text<'a>>,
    /// Where scripts that load images late keep the address.
    lazy: Option<Text<'a>>,
    /// `srcset`, and where such scripts keep it.
    srcsets: [Option<Text<'a>>; 2],
    /// Where the image is in its full size.
    original: Option<Text<'a>>,
    alt: Option<Text<'a>>,
    title: Option<Text<'a>>,
    width: Option<Text<'a>>,
    height: Option<Text<'a>>,
    loading: Option<Text<'a>>,
    class: Option<Text<'a>>,
    id: Option<Text<'a>>,
}

impl<'a> Written<'a> {
    fn read(tree: &Tree<'a>, image: NodeId) -> Self {
        let mut written = Self::default();
        let Some(element) = tree.element(image) else { return written };
        for attribute in tree.attributes(element) {
            let Some(slot) = written.slot(&attribute.name) else { continue };
            let is_text = matches!(&*attribute.name, "alt" | "src" | "title" | "class" | "id");
            if slot.is_none() && (is_text || says_where(&attribute.value)) {
                *slot = Some(attribute.value.clone());
            }
        }
        written
    }

    /// Where the value of an attribute belongs.
    fn slot(&mut self, name: &str) -> Option<&mut Option<Text<'a>>> {
        Some(match name {
            "src" => &mut self.src,
            "alt" => &mut self.alt,
            "title" => &mut self.title,
            "width" => &mut self.width,
            "height" => &mut self.height,
            "loading" => &mut self.loading,
            "class" => &mut self.class,
            "id" => &mut self.id,
            "srcset" => &mut self.srcsets[0],
            "data-srcset" | "data-lazy-srcset" | "data-src-set" | "data-original-set"
            | "data-ll-srcset" | "lazy-srcset" | "nitro-lazy-srcset" => &mut self.srcsets[1],
            "data-src" | "data-original" | "data-lazy-src" | "data-lazy" | "data-lazyload"
            | "data-actualsrc" | "data-original-src" | "data-echo" | "data-img-src"
            | "data-image-src" | "data-img-url" | "data-ll-src" | "data-cfsrc" | "data-ezsrc"
            | "data-delayed-url" | "data-runner-src" | "data-hi-res-src" | "data-defer-src"
            | "data-deferred" | "data-load-src" | "data-real-src" | "data-src-large"
            | "data-default-src" | "data-img" | "lazy-src" | "nitro-lazy-src" | "ng-src"
            | "v-lazy" | "file" => &mut self.lazy,
            "data-full-src" | "data-full" | "data-full-url" | "data-large-file"
            | "data-orig-file" | "data-zoom-image" | "data-zoom-src" | "data-highres"
            | "data-hires" | "data-large" | "data-src-full" | "data-fullsize" => &mut self.original,
            _ => return None,
        })
    }

    /// Whether a script is to put the lazy address in the place of `src`.
    fn is_lazy(&self) -> bool {
        let class = self.class.as_deref().unwrap_or_default();
        class.split([' ', '-', '_']).any(|word| matches!(word, "lazy" | "lazyload" | "b-lazy"))
    }
}

/// Whether a value can be an address, or a number: not empty, not data of another kind.
fn says_where(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty() && !value.starts_with(['{', '[', '<'])
}

/// Whether the image at a node holds the place of another: its address is in another attribute, or
/// in a `<noscript>`.
pub(super) fn is_late(tree: &Tree<'_>, node: NodeId) -> bool {
    let get = |name| tree.attribute(node, name);
    let lazy = ["data-src", "data-original", "data-lazy-src", "data-srcset", "data-lazy-srcset"];
    get("src").is_none_or(|src| is_placeholder(&src.value))
        || lazy.into_iter().any(|name| get(name).is_some())
}

/// Whether the image at `twin`, in a `<noscript>`, is the one at `node`.
pub(super) fn are_twins(tree: &Tree<'_>, node: NodeId, twin: NodeId) -> bool {
    let src = |node| tree.attribute(node, "src").map(|src| &src.value);
    is_late(tree, node) || src(node).zip(src(twin)).is_some_and(|(a, b)| Locator::are_of_one(a, b))
}

/// The real address of the two. The other one, if there is one, becomes a candidate.
fn choose_src<'a>(
    src: Option<Text<'a>>,
    lazy: Option<Text<'a>>,
    is_lazy: bool,
    candidates: &mut Candidates<'a>,
) -> Text<'a> {
    match (src, lazy) {
        (None, lazy) => lazy.unwrap_or_default(),
        (Some(src), None) => src,
        (Some(src), Some(lazy)) if is_placeholder(&src) || (is_lazy && !is_placeholder(&lazy)) => {
            candidates.push(src, CandidateSource::Src, Descriptor::default());
            lazy
        }
        (Some(src), Some(lazy)) => {
            if src != lazy {
                candidates.push(lazy, CandidateSource::Lazy, Descriptor::default());
            }
            src
        }
    }
}

pub(super) fn is_placeholder(src: &str) -> bool {
    let src = src.trim();
    let name = src.rsplit('/').next().unwrap_or_default().as_bytes();
    let is_word = |(at, first): (usize, &u8)| {
        placeholders(first.to_ascii_lowercase()).iter().any(|word| {
            let start = name.get(at..at + word.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
        })
    };
    src.is_empty()
        || src.starts_with("data:")
        || src.starts_with("about:")
        || name.iter().enumerate().any(is_word)
}

/// The `<source>`s of a `<picture>`; they stand before the image (HTML 4.8.2).
fn picture_sources<'a>(
    tree: &Tree<'a>,
    picture: NodeId,
    image: NodeId,
    candidates: &mut Candidates<'a>,
) {
    let before = tree.children(picture).take_while(|&child| child != image);
    for source in before.filter(|&child| tree.tag(child) == Some(Tag::Source)) {
        for srcset in Written::read(tree, source).srcsets.iter().flatten() {
            candidates.srcset(srcset, CandidateSource::Picture);
        }
    }
}

/// A dimension in CSS pixels: digits, with nothing or `px` behind them (HTML 2.3.4.4, without
/// fractions and percentages).
pub(super) fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let rest = value[digits..].trim();
    (rest.is_empty() || rest.starts_with('.') || rest.eq_ignore_ascii_case("px"))
        .then(|| value[..digits].parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dimensions_are_pixels_or_nothing() {
        for (value, expected) in [
            ("640", Some(640)),
            (" 640px", Some(640)),
            ("640.5", Some(640)),
            ("100%", None),
            ("auto", None),
            ("", None),
            ("99999999999", None),
        ] {
            assert_eq!(pixels(value), expected, "{value}");
        }
    }
}
