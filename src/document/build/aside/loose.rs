//! [`Loose`]: phrases that stand in no paragraph, heading or list.

use super::super::control;
use super::Found;
use super::place::{Place, covers};
use super::tally::{SEPARATOR, prose};
use crate::document::aside::{AsideEvidence, AsideKind};
use crate::document::inline::Inlines;

/// A phrase directly in the body that stands in no `<p>`.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Loose {
    /// Which of the body's blocks it is.
    pub(super) block: u32,
    /// Its text, in bytes.
    pub(super) text: u32,
    /// What of it is linked.
    pub(super) linked: u32,
    /// Whether an image stands in it.
    pub(super) has_image: bool,
    /// Whether a `<time>` stands in it.
    pub(super) is_timed: bool,
}

/// Links, bylines and labels are not longer, in bytes.
const LONGEST_LINK: u32 = 200;
const LONGEST_BYLINE: u32 = 100;
const LONGEST_LABEL: u32 = 80;
const LONGEST_COUNTER: u32 = 16;

impl Loose {
    /// The aside that it is, in a body whose prose stands in paragraphs; `asides` are those known.
    pub(super) fn aside(
        &self,
        phrase: &Inlines<'_>,
        place: &Place,
        asides: &[Found],
    ) -> Option<Found> {
        let at = self.block as usize;
        let is_link = self.linked > 0 && self.text - self.linked <= SEPARATOR;
        if is_link && self.text <= LONGEST_LINK {
            return Some(Found::of_block(AsideKind::Navigation, AsideEvidence::Links, at));
        }
        if self.is_timed && self.text <= LONGEST_BYLINE {
            return Some(Found::of_block(AsideKind::Byline, AsideEvidence::Element, at));
        }
        if self.text <= LONGEST_COUNTER && control::is_number(&phrase.text()) {
            return Some(Found::of_block(AsideKind::Control, AsideEvidence::Place, at));
        }
        let is_between = || at > 0 && covers(asides, at - 1) && covers(asides, at + 1);
        let is_furniture =
            self.is_label(phrase) && !announces(phrase) && (place.is_outside(at) || is_between());
        is_furniture.then(|| Found::of_block(AsideKind::Other, AsideEvidence::Place, at))
    }

    /// What of it reads like an article's prose.
    pub(super) const fn prose(&self) -> u32 {
        prose(self.text - self.linked)
    }

    /// Whether it is too short and unfinished for a text.
    pub(super) fn is_label(&self, phrase: &Inlines<'_>) -> bool {
        self.text <= LONGEST_LABEL && !self.has_image && !is_sentence(phrase)
    }
}

fn announces(phrase: &Inlines<'_>) -> bool {
    phrase.text().trim_end().ends_with([':', '：'])
}

/// Whether a phrase ends like a sentence.
fn is_sentence(phrase: &Inlines<'_>) -> bool {
    let text = phrase.text();
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟');
    text.trim_end().trim_end_matches(['"', '”', '“', '»', '«', ')', '」', '』']).ends_with(ends)
}
