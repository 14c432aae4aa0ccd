//! Tracking pixels: images that count who sees them, and show nothing.

use memchr::memchr;

use super::look::declarations;
use crate::document::figure::Image;
use crate::html::{NodeId, Tree};

/// Endings of photographs.
const PHOTOS: &[&str] = &[".jpg", ".jpeg", ".webp", ".avif"];

/// Whether an image is a pixel by its size, or by where it is. What says anything, or may be had in
/// several sizes, is none.
pub(super) fn is_pixel(tree: &Tree<'_>, node: NodeId, image: &Image<'_>) -> bool {
    if !image.candidates.is_empty() || image.alt.as_ref().is_some_and(|alt| !alt.trim().is_empty())
    {
        return false;
    }
    let is_one = |length: Option<u32>| length.is_some_and(|length| length <= 1);
    let path = || image.src.split(['?', '#']).next().unwrap_or_default();
    let is_photo = || PHOTOS.iter().any(|ending| ends_with(path(), ending));
    match (image.width, image.height) {
        (None, None) => is_counter(&image.src) || has_style_of_one(tree, node) && !is_photo(),
        (width, height) => is_one(width) && is_one(height) && !is_photo(),
    }
}

/// Whether an address is of a service that counts visits and gives no other images.
fn is_counter(src: &str) -> bool {
    let rest = src.strip_prefix("http").map_or(src, |rest| rest.strip_prefix('s').unwrap_or(rest));
    let rest = rest.strip_prefix(':').unwrap_or(rest).strip_prefix("//");
    let Some(rest) = rest else { return false };
    let (host, path) = rest.split_at(memchr(b'/', rest.as_bytes()).unwrap_or(rest.len()));
    match host {
        "stats.wordpress.com"
        | "b.scorecardresearch.com"
        | "sb.scorecardresearch.com"
        | "www.google-analytics.com"
        | "c.statcounter.com"
        | "counter.yadro.ru" => true,
        "www.facebook.com" => path.starts_with("/tr?"),
        "feeds.feedburner.com" => path.starts_with("/~"),
        "mc.yandex.ru" => path.starts_with("/watch/"),
        "blogger.googleusercontent.com" => path.starts_with("/tracker/"),
        _ => {
            host.starts_with("pixel.")
                || host.starts_with("tracking.")
                || host.ends_with(".met.vgwort.de")
        }
    }
}

/// Whether an inline style sets both sides to one pixel.
fn has_style_of_one(tree: &Tree<'_>, node: NodeId) -> bool {
    let Some(style) = tree.attribute(node, "style") else { return false };
    let sides = declarations(&style.value).filter(|(property, value)| {
        let is_side = ["width", "height"].iter().any(|it| property.eq_ignore_ascii_case(it));
        is_side && matches!(*value, "1px" | "0" | "0px")
    });
    sides.count() == 2
}

fn ends_with(path: &str, ending: &str) -> bool {
    let at = path.len().checked_sub(ending.len());
    at.and_then(|at| path.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use crate::{Document, OmittedKind};

    #[test]
    fn pixels() {
        for (html, is_pixel) in [
            ("<img src=https://a.b/c?d width=1 height=1>", true),
            ("<img src=a.gif width=0 height=1px alt=''>", true),
            ("<img src=https://x.met.vgwort.de/na/1 alt>", true),
            ("<img src=https://a.b/c style='border:0; width: 1px;height:1px'>", true),
            // Images: of another size, with words, in several sizes, photographs.
            ("<img src=a.gif width=1>", false),
            ("<img src=a.gif width=1 height=2>", false),
            ("<img src=a.gif width=1 height=1 alt=b>", false),
            ("<img src=a.gif style='width:1px;height:100%'>", false),
            ("<img src=a width=1 height=1 srcset='b 600w'>", false),
            ("<img src=data:, data-src=a width=1 height=1>", false),
            ("<img src=a.JPG?b width=1 height=1>", false),
            ("<img src=https://x.met.vgwort.de/na/1 width=600 height=400>", false),
        ] {
            let document = Document::parse(html);
            let omitted = document.omitted().iter().map(|omitted| omitted.kind);
            let expected: &[_] = if is_pixel { &[OmittedKind::TrackingPixel] } else { &[] };
            assert!(omitted.eq(expected.iter().copied()), "{html}");
            assert_eq!(document.images().count(), usize::from(!is_pixel), "{html}");
        }
    }
}
