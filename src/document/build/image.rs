//! Images: which address is the real one, and where else the image may be had from.

use crate::document::figure::{Candidate, CandidateSource, Image};
use crate::html::{NodeId, Tag, Tree};
use crate::limits::Limits;
use crate::span::Span;
use crate::text::Text;

/// Attributes in which scripts that load images late keep the address.
const LAZY: &[&str] = &[
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-actualsrc",
    "data-original-src",
    "data-echo",
];

/// Attributes in which they keep the `srcset`.
const SRCSETS: &[&str] = &["srcset", "data-srcset", "data-lazy-srcset"];

/// What stands in the names of images that hold the place of another.
const PLACEHOLDERS: &[&str] = &[
    "placeholder",
    "blank.",
    "spacer.",
    "loading.",
    "lazy",
    "1x1",
    "pixel.",
    "transparent.",
    "grey.",
];

/// Reads an `<img>`, and the sources of the `picture` around it, if that is given. The second answer
/// is whether candidates were left aside.
pub(super) fn image<'a>(
    tree: &Tree<'a>,
    node: NodeId,
    picture: Option<NodeId>,
    limits: &Limits,
) -> (Image<'a>, bool) {
    let get = |name: &str| tree.attribute(node, name).map(|attribute| attribute.value.clone());
    let mut candidates =
        Candidates { list: Vec::new(), most: limits.srcset_candidates as usize, cut: false };
    let src = choose_src(get("src"), LAZY.iter().find_map(|name| get(name)), &mut candidates);
    if let Some(picture) = picture {
        picture_sources(tree, picture, node, &mut candidates);
    }
    for srcset in SRCSETS.iter().filter_map(|name| get(name)) {
        candidates.srcset(&srcset, CandidateSource::Srcset);
    }
    let image = Image {
        src,
        alt: get("alt"),
        title: get("title"),
        width: get("width").and_then(|width| pixels(&width)),
        height: get("height").and_then(|height| pixels(&height)),
        loading: get("loading"),
        class: get("class"),
        id: get("id"),
        link: None,
        candidates: candidates.list,
        span: tree.node(node).span,
    };
    (image, candidates.cut)
}

/// The real address. The other one, if there is one, becomes a candidate.
fn choose_src<'a>(
    src: Option<Text<'a>>,
    lazy: Option<Text<'a>>,
    candidates: &mut Candidates<'a>,
) -> Text<'a> {
    let lazy = lazy.filter(|lazy| !lazy.trim().is_empty());
    match (src, lazy) {
        (None, lazy) => lazy.unwrap_or_default(),
        (Some(src), None) => src,
        (Some(src), Some(lazy)) if is_placeholder(&src) => {
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

fn is_placeholder(src: &str) -> bool {
    let src = src.trim();
    let name = src.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    src.is_empty()
        || src.starts_with("data:")
        || src.starts_with("about:")
        || PLACEHOLDERS.iter().any(|placeholder| name.contains(placeholder))
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
        for name in SRCSETS {
            if let Some(srcset) = tree.attribute(source, name) {
                candidates.srcset(&srcset.value, CandidateSource::Picture);
            }
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

struct Candidates<'a> {
    list: Vec<Candidate<'a>>,
    most: usize,
    cut: bool,
}

#[derive(Default)]
struct Descriptor<'a> {
    width: Option<u32>,
    density: Option<Text<'a>>,
}

impl<'a> Candidates<'a> {
    fn push(&mut self, src: Text<'a>, source: CandidateSource, descriptor: Descriptor<'a>) {
        if self.list.len() >= self.most {
            self.cut = true;
            return;
        }
        let Descriptor { width, density } = descriptor;
        self.list.push(Candidate { src, source, width, density });
    }

    /// Reads a `srcset` as HTML says (4.8.4.4, "parse a srcset attribute").
    fn srcset(&mut self, value: &Text<'a>, source: CandidateSource) {
        let mut at = 0;
        while !self.cut {
            at += prefix_len(&value[at..], |c| c.is_ascii_whitespace() || c == ',');
            let url_len = prefix_len(&value[at..], |c| !c.is_ascii_whitespace());
            if url_len == 0 {
                return;
            }
            let url = &value[at..at + url_len];
            let bare = url.trim_end_matches(',');
            let end = at + bare.len();
            let mut descriptor = Descriptor::default();
            let start = at;
            at += url_len;
            if bare.len() == url.len() {
                let len = descriptors_len(&value[at..]);
                descriptor = self.descriptor(value, at, at + len);
                at += len;
            }
            self.push(value.part(start..end), source, descriptor);
        }
    }

    #[expect(clippy::unused_self, reason = "reads best beside `srcset`")]
    fn descriptor(&self, value: &Text<'a>, from: usize, to: usize) -> Descriptor<'a> {
        let mut descriptor = Descriptor::default();
        for word in value[from..to].split_ascii_whitespace() {
            if let Some(width) = word.strip_suffix('w') {
                descriptor.width = width.parse().ok();
            } else if let Some(density) = word.strip_suffix('x') {
                let start = Span::of_part(value, density, 0);
                descriptor.density = Some(value.part(start.range()));
            }
        }
        descriptor
    }
}

/// The length up to the comma that ends the descriptors; commas in brackets do not.
fn descriptors_len(text: &str) -> usize {
    let mut in_brackets = false;
    let end = text.find(|c| {
        match c {
            '(' => in_brackets = true,
            ')' => in_brackets = false,
            _ => {}
        }
        c == ',' && !in_brackets
    });
    end.unwrap_or(text.len())
}

fn prefix_len(text: &str, mut of: impl FnMut(char) -> bool) -> usize {
    text.find(|c| !of(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn srcset(value: &'static str) -> String {
        let mut candidates = Candidates { list: Vec::new(), most: 3, cut: false };
        candidates.srcset(&Text::borrowed(value), CandidateSource::Srcset);
        let show =
            |c: &Candidate<'_>| format!("{} {:?} {:?}", c.src, c.width, c.density.as_deref());
        let list: Vec<String> = candidates.list.iter().map(show).collect();
        format!("{}{}", list.join("; "), if candidates.cut { " …" } else { "" })
    }

    #[test]
    fn srcsets_are_read_as_html_says() {
        assert_eq!(srcset("a.jpg 300w, b.jpg 600w"), "a.jpg Some(300) None; b.jpg Some(600) None");
        assert_eq!(srcset("a.jpg, b.jpg 1.5x"), "a.jpg None None; b.jpg None Some(\"1.5\")");
        assert_eq!(srcset("a,b.jpg 2x ,, c"), "a,b.jpg None Some(\"2\"); c None None");
        assert_eq!(srcset("a 1w (x, y), b"), "a Some(1) None; b None None");
        assert_eq!(srcset("  ,"), "");
        assert_eq!(srcset("a 1w,b 1w,c 1w,d 1w").chars().last(), Some('…'));
    }

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
