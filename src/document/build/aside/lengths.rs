//! [`Lengths`]: how long a phrase is, and what of it is linked.

use crate::document::inline::{Inline, Inlines};

/// Of a phrase so many tenths are linked, if it is of another article.
pub(super) const LINKED: usize = 8;

/// How long a phrase is, and what of it is linked, in bytes.
#[derive(Default)]
pub(super) struct Lengths {
    pub(super) text: usize,
    pub(super) linked: usize,
    /// Whether a linked image is in it.
    has_image: bool,
}

impl Lengths {
    pub(super) fn of(phrase: &Inlines<'_>) -> Self {
        let mut lengths = Self::default();
        for inline in phrase {
            lengths.add(inline);
        }
        lengths
    }

    fn add(&mut self, inline: &Inline<'_>) {
        match inline {
            Inline::Text(text) => self.text += text.len(),
            Inline::Link(link) => {
                let inner = Self::of(&link.inlines);
                let has_image =
                    link.inlines.iter().any(|inline| matches!(inline, Inline::Image(_)));
                self.text += inner.text;
                self.linked += inner.text;
                self.has_image |= has_image || inner.has_image;
            }
            inline => {
                let inner = inline.children().map(Self::of).unwrap_or_default();
                self.text += inner.text;
                self.linked += inner.linked;
                self.has_image |= inner.has_image;
            }
        }
    }

    pub(super) const fn text(&self) -> usize {
        self.text
    }

    pub(super) const fn unlinked(&self) -> usize {
        self.text - self.linked
    }

    /// Whether it is links and next to nothing else.
    pub(super) const fn are_links(&self) -> bool {
        self.linked * 10 >= self.text * LINKED && (self.linked > 0 || self.has_image)
    }
}
