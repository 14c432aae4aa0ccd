//! What is said again: the caption for narrow screens after the one for wide ones.

use super::frame::{Closed, Frame, Kind};
use crate::document::block::Block;
use crate::document::inline::Inlines;
use crate::span::Span;

impl<'a> Frame<'a> {
    /// The place of a caption or credit, if it says what the figure's says already.
    pub(super) fn said_again(&self, closed: &Closed<'a>) -> Option<Span> {
        /// What is said again follows soon: more is not compared.
        const MOST: usize = 8;
        // `&nbsp;` makes no other caption of it.
        let same_text = |one: &Inlines<'_>, other: &Inlines<'_>| {
            one.text().split_whitespace().eq(other.text().split_whitespace())
        };
        match (closed, &self.kind) {
            (Closed::Caption(caption, credits, blocks), kind) if blocks.is_empty() => {
                let (said, credited) = match kind {
                    Kind::Figure(figure) => figure.said(),
                    _ => match self.media_block()? {
                        Block::Figure(figure) => (figure.caption.as_slice(), &figure.credits[..]),
                        _ => return None,
                    },
                };
                let nothing = caption.inlines.is_empty() && !credits.is_empty();
                let mut said = said.iter().rev().take(MOST);
                let said = nothing || said.any(|said| same_text(&said.inlines, &caption.inlines));
                let credited = || credited.iter().rev().take(MOST);
                let mut credits = credits.iter();
                let credited =
                    credits.all(|new| credited().any(|old| same_text(&old.raw, &new.raw)));
                (said && credited).then_some(caption.span)
            }
            _ => None,
        }
    }

    /// Takes what a caption says twice out of it; answers its places.
    pub(super) fn part_duplicates(&mut self) -> Vec<Span> {
        /// Once for each width of the screen; more is no duplicate, and not compared.
        const MOST: usize = 8;
        let mut again = Vec::new();
        let Kind::Caption { credits, .. } = &mut self.kind else { return again };
        if (2..=MOST).contains(&credits.len()) {
            let mut said: Vec<String> = Vec::new();
            credits.retain(|credit| keep_first(&credit.raw, credit.span, &mut said, &mut again));
        }
        if (2..=MOST).contains(&self.blocks.len()) {
            let mut said: Vec<String> = Vec::new();
            self.blocks.retain(|block| match block {
                Block::Paragraph(p) => keep_first(&p.inlines, p.span, &mut said, &mut again),
                _ => true,
            });
        }
        again.sort_unstable();
        again
    }
}

/// Whether a phrase is not among what is said already; its place is noted if it is.
fn keep_first(
    phrase: &Inlines<'_>,
    span: Span,
    said: &mut Vec<String>,
    again: &mut Vec<Span>,
) -> bool {
    let text = phrase.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let is_new = !said.contains(&text);
    if is_new {
        said.push(text);
    } else {
        again.push(span);
    }
    is_new
}
