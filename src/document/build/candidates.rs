//! [`Candidates`]: the addresses that an image may be had from, and the best of them.

use memchr::{memchr_iter, memchr2, memchr3};

use super::image::is_placeholder;
use crate::document::figure::{Candidate, CandidateSource};
use crate::span::Span;
use crate::text::Text;

/// The addresses that an image may be had from, as they are read.
pub(super) struct Candidates<'a> {
    pub(super) list: Vec<Candidate<'a>>,
    pub(super) most: usize,
    pub(super) cut: bool,
}

#[derive(Default)]
pub(super) struct Descriptor<'a> {
    width: Option<u32>,
    density: Option<Text<'a>>,
}

impl<'a> Candidates<'a> {
    pub(super) fn push(
        &mut self,
        src: Text<'a>,
        source: CandidateSource,
        descriptor: Descriptor<'a>,
    ) {
        if self.list.len() >= self.most {
            self.cut = true;
            return;
        }
        let Descriptor { width, density } = descriptor;
        self.list.push(Candidate { src, source, width, density });
    }

    /// `chosen`, unless it is a placeholder and there is a real address: then the largest of those.
    pub(super) fn real(&mut self, chosen: Text<'a>) -> Text<'a> {
        if self.list.is_empty() || !is_placeholder(&chosen) {
            return chosen;
        }
        let size = |candidate: &Candidate<'a>| match (candidate.width, &candidate.density) {
            (Some(width), _) => f64::from(width),
            (None, Some(density)) => density.parse().unwrap_or(1.0),
            (None, None) => 1.0,
        };
        let real = self.list.iter().filter(|candidate| !is_placeholder(&candidate.src));
        // The image's own before those of the picture around it, which may be cut otherwise; of
        // several of one size, the first.
        let own = |candidate: &Candidate<'a>| candidate.source == CandidateSource::Srcset;
        let best = real
            .rev()
            .max_by(|one, other| own(one).cmp(&own(other)).then(size(one).total_cmp(&size(other))));
        let Some(real) = best else { return chosen };
        let real = real.src.clone();
        if !chosen.is_empty() && self.list.iter().all(|c| c.source != CandidateSource::Src) {
            self.push(chosen, CandidateSource::Src, Descriptor::default());
        }
        real
    }

    /// Reads a `srcset` as HTML says (4.8.4.4, "parse a srcset attribute").
    pub(super) fn srcset(&mut self, value: &Text<'a>, source: CandidateSource) {
        /// An address with its descriptor is hardly ever shorter, in bytes: no room for commas alone.
        const SHORT: usize = 16;
        let commas = memchr_iter(b',', value.as_bytes()).count();
        self.list.reserve(commas.min(value.len() / SHORT).min(self.most) + 1);
        let mut at = 0;
        while !self.cut {
            at += prefix_len(&value[at..], |byte| byte.is_ascii_whitespace() || byte == b',');
            let url_len = word_len(&value[at..]);
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
    prefix_len(text, |byte| {
        match byte {
            b'(' => in_brackets = true,
            b')' => in_brackets = false,
            _ => {}
        }
        byte != b',' || in_brackets
    })
}

/// The length up to white space.
fn word_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = memchr3(b' ', b'\n', b'\t', bytes).unwrap_or(bytes.len());
    memchr2(b'\r', b'\x0C', &bytes[..end]).unwrap_or(end)
}

/// The length of the bytes at the start that are `of` a kind.
fn prefix_len(text: &str, mut of: impl FnMut(u8) -> bool) -> usize {
    text.bytes().position(|byte| !of(byte)).unwrap_or(text.len())
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
}
