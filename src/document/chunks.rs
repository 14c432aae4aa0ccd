//! [`Chunk`]: as much of a section as an index takes at once.

use std::collections::VecDeque;

use super::block::Block;
use super::part::Unit;
use super::sections::{Breadcrumb, Sections};
use super::sentence::{sentences, words};
use crate::span::Span;
use crate::text::Text;

/// What parts the pieces of a chunk: blocks stand apart, parts of one block on lines of their own.
const APART: &str = "\n\n";
const LINE: &str = "\n";

/// As much of a section as an index takes at once: see
/// [`Document::chunks`](crate::Document::chunks).
///
/// # Examples
///
/// ```
/// use copydesk::Document;
///
/// let document = Document::parse("<h2>Tide</h2><p>It turns at nine.</p><p>Boats wait.</p>");
/// let chunk = document.chunks(100).next().unwrap();
/// assert_eq!(chunk.breadcrumb.to_string(), "Tide");
/// assert_eq!(chunk.text(), "Tide\n\nIt turns at nine.\n\nBoats wait.");
/// assert_eq!(chunk.blocks().count(), 3);
/// assert_eq!(chunk.span.slice(document.source()), Some(document.source()));
/// ```
#[derive(Debug, Clone)]
pub struct Chunk<'s, 'a> {
    /// The headings it stands under, its section's own included.
    pub breadcrumb: Breadcrumb<'s, 'a>,
    /// Its size, as measured.
    pub size: usize,
    /// Its place: exact where it begins and ends with whole blocks or texts of the source; else that
    /// of the blocks it is a part of.
    pub span: Span,
    pieces: Vec<Piece<'s, 'a>>,
}

/// A block, or a part of one that was too large.
#[derive(Debug, Clone)]
struct Piece<'s, 'a> {
    /// The block of the section that it is, or is a part of.
    block: &'s Block<'a>,
    text: Text<'s>,
    size: usize,
    span: Span,
    /// What parts it from the piece before it, if that is in the same chunk.
    before: &'static str,
}

impl<'s, 'a> Chunk<'s, 'a> {
    /// Its text: that of its blocks, with an empty line between them. Borrowed if it is one run of
    /// text of the source.
    pub fn text(&self) -> Text<'_> {
        if let [piece] = &self.pieces[..] {
            return Text::borrowed(&piece.text);
        }
        let mut text = String::new();
        for piece in &self.pieces {
            if !text.is_empty() {
                text.push_str(piece.before);
            }
            text.push_str(&piece.text);
        }
        Text::from(text)
    }

    /// The blocks of the section that it holds, in order, the heading included. The first and the last
    /// may be there in part, if they were too large.
    pub fn blocks(&self) -> impl Iterator<Item = &'s Block<'a>> {
        let mut last: Option<&Block<'a>> = None;
        self.pieces.iter().map(|piece| piece.block).filter(move |block| {
            let same = last.is_some_and(|last| std::ptr::eq(last, *block));
            last = Some(block);
            !same
        })
    }
}

/// Goes through the chunks of sections. A text is measured once with each block that it stands in and
/// that is too large, of which there are few since blocks nest only so deep; then by sentences, words
/// and characters.
pub(super) struct Chunks<'s, 'a, F> {
    source: &'s str,
    sections: Sections<'s, 'a>,
    breadcrumb: Breadcrumb<'s, 'a>,
    /// The blocks of the section that are still to be measured.
    blocks: VecDeque<&'s Block<'a>>,
    /// What is measured, and in no chunk yet.
    pieces: VecDeque<Piece<'s, 'a>>,
    max: usize,
    measure: F,
}

impl<'s, 'a: 's, F: FnMut(&str) -> usize> Chunks<'s, 'a, F> {
    pub(super) fn new(source: &'s str, sections: Sections<'s, 'a>, max: usize, measure: F) -> Self {
        Self {
            source,
            sections,
            breadcrumb: Breadcrumb::default(),
            blocks: VecDeque::new(),
            pieces: VecDeque::new(),
            max,
            measure,
        }
    }

    /// Makes pieces ready until there is one; false at the end of the section.
    fn ready(&mut self) -> bool {
        while self.pieces.is_empty() {
            let Some(block) = self.blocks.pop_front() else { return false };
            self.part(block);
        }
        true
    }

    /// A block as one piece, or as those of its parts.
    fn part(&mut self, block: &'s Block<'a>) {
        let mut before = APART;
        let mut units = vec![Unit::Block(block)];
        while let Some(unit) = units.pop() {
            let text = unit.text();
            if text.is_empty() {
                continue;
            }
            let size = (self.measure)(&text);
            let whole = Piece { block, span: unit.span(block.span()), text, size, before };
            if size > self.max {
                let parts = unit.parts();
                if parts.is_empty() {
                    self.cut(&whole);
                } else {
                    units.extend(parts.into_iter().rev());
                    continue;
                }
            } else {
                self.pieces.push_back(whole);
            }
            before = LINE;
        }
    }

    /// A text as pieces that end with sentences, or with words where a sentence is too large, or
    /// anywhere where a word is.
    fn cut(&mut self, whole: &Piece<'s, 'a>) {
        let mut cut = Cut { start: 0, end: 0, size: 0, ranges: Vec::new(), max: self.max };
        for sentence in sentences(&whole.text) {
            let size = (self.measure)(sentence);
            if size <= self.max {
                cut.add(sentence, size);
                continue;
            }
            for word in words(sentence) {
                let size = (self.measure)(word);
                if size <= self.max {
                    cut.add(word, size);
                    continue;
                }
                for (place, c) in word.char_indices() {
                    let c = &word[place..place + c.len_utf8()];
                    cut.add(c, (self.measure)(c));
                }
            }
        }
        cut.end_range();
        for (start, end, size) in cut.ranges {
            let trimmed = whole.text[start..end].trim_end();
            if trimmed.is_empty() {
                continue;
            }
            let text = whole.text.part(Span::of_part(&whole.text, trimmed, 0).range());
            let span = self.place(&text).unwrap_or(whole.span);
            let before = if start == 0 { whole.before } else { LINE };
            self.pieces.push_back(Piece { text, size, span, before, block: whole.block });
        }
    }

    /// The place of a text that is a slice of the source.
    fn place(&self, text: &Text<'s>) -> Option<Span> {
        let text = text.as_borrowed()?;
        let offset = (text.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
        let is_part = offset.checked_add(text.len())? <= self.source.len();
        is_part.then(|| Span::of_part(self.source, text, 0))
    }
}

/// A text that is being cut into ranges as large as may be.
struct Cut {
    start: usize,
    end: usize,
    size: usize,
    ranges: Vec<(usize, usize, usize)>,
    max: usize,
}

impl Cut {
    fn add(&mut self, piece: &str, size: usize) {
        if self.size.saturating_add(size) > self.max {
            self.end_range();
        }
        self.end += piece.len();
        self.size = self.size.saturating_add(size);
    }

    fn end_range(&mut self) {
        if self.start < self.end {
            self.ranges.push((self.start, self.end, self.size));
        }
        (self.start, self.size) = (self.end, 0);
    }
}

impl<'s, 'a: 's, F: FnMut(&str) -> usize> Iterator for Chunks<'s, 'a, F> {
    type Item = Chunk<'s, 'a>;

    fn next(&mut self) -> Option<Chunk<'s, 'a>> {
        while !self.ready() {
            let section = self.sections.next()?;
            self.breadcrumb = section.breadcrumb;
            self.blocks.extend(section.heading_block);
            self.blocks.extend(section.blocks());
        }
        let first = self.pieces.pop_front()?;
        let mut chunk = Chunk {
            breadcrumb: self.breadcrumb,
            size: first.size,
            span: first.span,
            pieces: vec![first],
        };
        while self.ready() {
            let Some(next) = self.pieces.front() else { break };
            let between = (self.measure)(next.before);
            let size = chunk.size.saturating_add(between).saturating_add(next.size);
            if size > self.max {
                break;
            }
            chunk.size = size;
            chunk.span = chunk.span.hull(next.span);
            chunk.pieces.extend(self.pieces.pop_front());
        }
        Some(chunk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    fn texts(html: &str, max: usize) -> Vec<String> {
        Document::parse(html).chunks(max).map(|chunk| chunk.text().to_string()).collect()
    }

    #[test]
    fn blocks_stay_whole_if_they_fit_and_sections_apart() {
        let html = "<p>Zero.</p><h2>A</h2><p>One.</p><p>Two.</p><h2>B</h2><p>Three.</p>";
        assert_eq!(texts(html, 100), ["Zero.", "A\n\nOne.\n\nTwo.", "B\n\nThree."]);
        assert_eq!(texts(html, 9), ["Zero.", "A\n\nOne.", "Two.", "B\n\nThree."]);
        assert_eq!(texts(html, 6), ["Zero.", "A", "One.", "Two.", "B", "Three."]);
    }

    #[test]
    fn a_block_that_is_too_large_is_parted_where_it_can_be() {
        for (html, max, expected) in [
            ("<ul><li>One<li>Two<li>Three</ul>", 8, &["One\nTwo", "Three"][..]),
            ("<p>One two. Three four. Five.", 12, &["One two.", "Three four.", "Five."]),
            ("<p>One two three four", 9, &["One two", "three", "four"]),
            ("<p>abcdefgh", 3, &["abc", "def", "gh"]),
            ("<p>你好。再见。来了", 4, &["你好。", "再见。", "来了"]),
            ("<blockquote><p>One.<p>Two.</blockquote>", 5, &["One.", "Two."]),
            (
                "<table><caption>T</caption><tr><td>a<td>b<tr><td>cccc<td>d</table>",
                5,
                &["T\na\tb", "cccc", "d"],
            ),
            ("<pre>one\n\n  two\n\nthree</pre>", 8, &["one", "  two", "three"]),
            ("<dl><dt>A<dd>One<dt>B<dd>Two</dl>", 5, &["A\nOne", "B\nTwo"]),
        ] {
            assert_eq!(texts(html, max), expected, "{html}");
        }
    }

    #[test]
    fn the_measure_is_the_callers() {
        let document = Document::parse("<p>One two three.<p>Four five.<p>Six.");
        let words = |text: &str| text.split_whitespace().count();
        let chunks: Vec<_> = document.chunks_by(3, words).collect();
        let texts: Vec<_> = chunks.iter().map(Chunk::text).collect();
        assert_eq!(texts, ["One two three.", "Four five.\n\nSix."]);
        assert_eq!(chunks.iter().map(|chunk| chunk.size).collect::<Vec<_>>(), [3, 3]);
    }

    #[test]
    fn a_part_of_a_text_has_its_own_place() {
        let document = Document::parse("<p>One two. Three four.</p>");
        let places: Vec<_> = document.chunks(12).map(|chunk| chunk.span).collect();
        let texts: Vec<_> = places.iter().map(|span| span.slice(document.source())).collect();
        assert_eq!(texts, [Some("One two."), Some("Three four.")]);
    }

    #[test]
    fn a_measure_that_nothing_fits_ends() {
        let document = Document::parse("<p>ab <b>c</b>");
        assert_eq!(document.chunks(0).count(), 3);
        assert_eq!(document.chunks_by(5, |_| usize::MAX).count(), 3);
    }
}
