//! [`Run`]: the phrase being built, from texts and inline elements to [`Inlines`].
//!
//! White space is collapsed here, once, as a browser shows it (CSS Text 3, section 4): a run of it is
//! one space, none stands at the start or end of a line, and a line break between two CJK
//! characters is nothing. A text that needs none of this stays a slice of the source.

mod format;
mod line;

use std::ops::Range;

pub(super) use self::format::Format;
use super::text::{Collapsed, is_blank, is_clean, is_ordinary, shown};
use crate::document::inline::{Inline, Inlines};
use crate::html::NodeId;
use crate::span::Span;
use crate::text::Text;

/// Formatting deeper than this is dropped (its text is kept), so that a phrase never nests deeper.
const FORMATS: usize = 8;

/// Links are kept deeper than formatting, since a dropped link is a loss.
const LEVELS: usize = FORMATS + 4;

/// An inline element that is open in the tree.
#[derive(Debug)]
struct Open<'a> {
    node: NodeId,
    /// `None` for what stands in a phrase already and is given once.
    format: Option<Format<'a>>,
}

/// An open element that something of the phrase stands in.
#[derive(Debug)]
struct Level<'a> {
    open: usize,
    /// The items of the level around it, which go on when it closes.
    outer: Vec<Inline<'a>>,
}

/// A phrase, ended.
#[derive(Debug)]
pub(super) struct Phrase<'a> {
    pub(super) inlines: Inlines<'a>,
    /// The place of all that stands in it.
    pub(super) span: Span,
    /// The place of its texts; of all if there are none.
    pub(super) text_span: Span,
}

impl Phrase<'_> {
    /// Whether it says nothing: spaces that only keep a paragraph open (`<p>&nbsp;</p>`).
    pub(super) fn is_blank(&self) -> bool {
        self.inlines.is_plain() && is_blank(&self.inlines.text())
    }
}

/// The phrase being built.
#[derive(Debug)]
pub(super) struct Run<'a> {
    /// Whether formats are left aside (in code); links are not.
    unformatted: bool,
    /// The inline elements around the present place, outermost first. Levels are made of them only
    /// when something arrives to stand in them, so white space lies outside and nothing is empty.
    open: Vec<Open<'a>>,
    levels: Vec<Level<'a>>,
    items: Vec<Inline<'a>>,
    /// A vector without items, for the next level.
    spare: Vec<Inline<'a>>,
    text: Collapsed<'a>,
    /// The place of what is no text, and of links.
    media_span: Hull,
    text_span: Hull,
    /// Whether the last thing of the phrase is a line break.
    broken: bool,
}

impl<'a> Run<'a> {
    pub(super) fn new() -> Self {
        /// Few phrases hold more.
        const ROOM: usize = 16;
        Self {
            unformatted: false,
            open: Vec::new(),
            levels: Vec::new(),
            items: Vec::with_capacity(ROOM),
            spare: Vec::new(),
            text: Collapsed::default(),
            media_span: Hull::NOTHING,
            text_span: Hull::NOTHING,
            broken: false,
        }
    }

    /// Takes a text; `span` is its place.
    pub(super) fn text(&mut self, text: &Text<'a>, span: Span) {
        let (words, shown) = shown(text);
        let Some(first) = words.chars().next() else {
            return self.text.space(text.as_bytes());
        };
        self.begin_words(text, shown.start, first);
        self.text.words(text, shown.clone());
        self.grow_by_text(place_of(text, shown, span));
    }

    /// Takes a text of which [all that is shown](shown) is [ordinary](is_ordinary).
    #[inline]
    pub(super) fn ordinary(&mut self, text: &Text<'a>, shown: Range<usize>, span: Span) {
        let words = &text[shown.clone()];
        let Some((first, last)) = words.chars().next().zip(words.chars().next_back()) else {
            return;
        };
        self.begin_words(text, shown.start, first);
        self.text.clean_words(text, shown.clone(), last);
        self.grow_by_text(place_of(text, shown, span));
    }

    /// The words of a text begin at a place, after white space.
    #[inline(always)]
    fn begin_words(&mut self, text: &Text<'a>, start: usize, first: char) {
        if start > 0 {
            self.text.space(&text.as_bytes()[..start]);
        }
        self.text.settle_before(first, text.len() - start);
        self.deepen();
    }

    /// The phrase that is a text and nothing else, where none has begun.
    pub(super) fn alone(&mut self, text: &Text<'a>, span: Span) -> Option<Phrase<'a>> {
        self.text(text, span);
        self.take()
    }

    /// Whether no element of the line is open.
    pub(super) fn is_unstyled(&self) -> bool {
        self.open.is_empty()
    }

    /// Takes a text whose white space counts.
    pub(super) fn preformatted(&mut self, text: &Text<'a>, span: Span) {
        if text.is_empty() {
            return;
        }
        self.deepen();
        self.text.verbatim(text);
        self.grow_by_text(span);
    }

    /// Takes something that is not text.
    pub(super) fn push(&mut self, inline: Inline<'a>, span: Span) {
        self.text.settle('x');
        self.deepen();
        self.end_text();
        self.items.push(inline);
        self.grow(span);
        self.text.pass('x');
        self.broken = false;
    }

    /// Whether formats are kept. Links always are.
    pub(super) fn keep_formats(&mut self, keep: bool) {
        self.unformatted = !keep;
    }

    /// A line ends here, though no line end says so: white space counts.
    pub(super) fn end_line(&mut self) {
        if self.text.in_line() {
            self.text.verbatim(&Text::borrowed("\n"));
        }
    }

    /// A word ends here, though no white space says so.
    pub(super) fn part(&mut self) {
        self.text.space(b" ");
    }

    /// Takes a line break. `true` if it follows another one: the phrase ends here.
    pub(super) fn line_break(&mut self, preformatted: bool) -> bool {
        if preformatted {
            self.deepen();
            self.text.verbatim(&Text::borrowed("\n"));
            return false;
        }
        if self.broken {
            return true;
        }
        if self.is_empty() {
            return false;
        }
        self.end_text();
        self.text.start_line();
        self.items.push(Inline::LineBreak);
        self.broken = true;
        false
    }

    /// The format, if an element of it may be opened here. Otherwise it is left aside: it says nothing
    /// new or nests too deep.
    pub(super) fn may_open(&mut self, format: Format<'a>) -> Option<Format<'a>> {
        let deepest = if format.is_link() { LEVELS } else { FORMATS };
        let same = |open: &Open<'a>| {
            let formats = (open.format.as_ref(), &format);
            matches!(
                formats,
                (Some(Format::Strong), Format::Strong)
                    | (Some(Format::Emphasis), Format::Emphasis)
                    | (Some(Format::Code), Format::Code)
                    | (Some(Format::Mark), Format::Mark)
                    | (Some(Format::Underline), Format::Underline)
                    | (Some(Format::Small), Format::Small)
            )
        };
        if self.open.len() >= deepest || self.open.iter().any(same) {
            match format {
                Format::Link(link) => {
                    let span = Span::at(link.span.start);
                    self.push(Inline::Link(link), span);
                }
                Format::Footnote(reference) => {
                    let span = Span::at(reference.span.start);
                    self.push(Inline::FootnoteReference(reference), span);
                }
                _ => {}
            }
            return None;
        }
        Some(format)
    }

    /// Opens an inline element that [may be](Self::may_open).
    pub(super) fn open(&mut self, node: NodeId, format: Format<'a>) {
        self.open.push(Open { node, format: Some(format) });
    }

    /// What an element says that holds a text and nothing else, as most do, if it says that itself.
    pub(super) fn words_alone(&self, format: &Format<'a>, text: &Text<'a>) -> Option<&'a str> {
        let words = text.as_borrowed().filter(|_| !self.unformatted)?;
        let is_ordinary = if format.is_code() { is_clean(words) } else { is_ordinary(words) };
        is_ordinary.then_some(words)
    }

    /// Takes an element that [says](Self::words_alone) this: what opening it, the text and closing it
    /// would come to.
    pub(super) fn styled(&mut self, format: Format<'a>, words: &'a str, span: Span) {
        let place = format.place();
        let inline = format.around(Inlines::from(Inline::Text(Text::borrowed(words))));
        self.say(inline, words, span, place);
    }

    /// Takes an inline that says words at `span`, in which nothing collapses; `whole` is its own place if
    /// it is a link.
    #[inline]
    pub(super) fn say(&mut self, inline: Inline<'a>, words: &str, span: Span, whole: Option<Span>) {
        let mut chars = words.chars();
        let Some(first) = chars.next() else { return };
        self.text.settle(first);
        self.deepen();
        self.end_text();
        self.grow_by_text(span);
        if let Some(whole) = whole {
            self.grow(whole);
        }
        self.items.push(inline);
        self.text.pass(chars.next_back().unwrap_or(first));
    }

    /// Closes the innermost open element, which is `node`.
    pub(super) fn close(&mut self, node: NodeId) {
        debug_assert_eq!(self.open.last().map(|open| open.node), Some(node));
        let innermost = self.open.len().wrapping_sub(1);
        let unsaid = self.levels.last().is_none_or(|level| level.open != innermost);
        if unsaid
            && self.open.last().is_some_and(|o| o.format.as_ref().is_some_and(Format::is_link))
        {
            // A link without content is a link still.
            self.text.settle('x');
            self.deepen();
        }
        if self.levels.last().is_some_and(|level| level.open == innermost) {
            let format = self.open.last().and_then(|open| open.format.as_ref());
            if let Some(place) = format.and_then(Format::place) {
                self.grow(place);
            }
            self.close_level();
        }
        self.open.pop();
    }

    /// Whether images and other things that are no text stand in the phrase, and nothing else.
    pub(super) fn is_media(&self) -> bool {
        !self.media_span.is_nothing() && self.text_span.is_nothing()
    }

    /// Whether nothing stands in the phrase so far.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.levels.is_empty() && self.text.is_empty()
    }

    /// Begins anew where [nothing](Self::is_empty) stands so far.
    pub(super) const fn restart(&mut self) {
        self.text.restart();
    }

    /// Ends the phrase. The open elements stay open for the next one.
    pub(super) fn take(&mut self) -> Option<Phrase<'a>> {
        if self.is_empty() {
            self.restart();
            return None;
        }
        while !self.levels.is_empty() {
            self.close_level();
        }
        self.end_text();
        self.text.restart();
        self.broken = false;
        while matches!(self.items.last(), Some(Inline::LineBreak)) {
            self.items.pop();
        }
        let (media, text) = (self.media_span.take(), self.text_span.take());
        if self.items.is_empty() {
            return None;
        }
        let span = media.with(text.0).span();
        let text_span = if text.is_nothing() { span } else { text.0 };
        Some(Phrase { inlines: Inlines::taken(&mut self.items), span, text_span })
    }

    /// Makes levels of the open elements that have none.
    #[inline]
    fn deepen(&mut self) {
        // Most words stand in none.
        if !self.open.is_empty() {
            self.deepen_levels();
        }
    }

    fn deepen_levels(&mut self) {
        let first = self.levels.last().map_or(0, |level| level.open + 1);
        for open in first..self.open.len() {
            let format = self.open[open].format.as_ref();
            if format.is_some_and(|format| !self.unformatted || format.is_link()) {
                self.end_text();
                let inner = std::mem::take(&mut self.spare);
                let outer = std::mem::replace(&mut self.items, inner);
                self.levels.push(Level { open, outer });
            }
        }
    }

    fn close_level(&mut self) {
        self.end_text();
        let Some(Level { open, outer }) = self.levels.pop() else { return };
        let mut inner = std::mem::replace(&mut self.items, outer);
        // A line break at the end of a format ends the line around it.
        let broken = matches!(inner.last(), Some(Inline::LineBreak));
        if broken {
            inner.pop();
        }
        let slot = &mut self.open[open].format;
        let format =
            if slot.as_ref().is_some_and(Format::is_once) { slot.take() } else { slot.clone() };
        if let Some(format) = format.filter(|format| format.is_link() || !inner.is_empty()) {
            self.items.push(format.around(Inlines::taken(&mut inner)));
        }
        self.spare = inner;
        if broken {
            self.items.push(Inline::LineBreak);
        }
    }

    #[inline]
    fn end_text(&mut self) {
        if let Some(text) = self.text.take() {
            self.items.push(Inline::Text(text));
        }
    }

    fn grow_by_text(&mut self, span: Span) {
        self.text_span = self.text_span.with(span);
        self.broken = false;
    }

    fn grow(&mut self, span: Span) {
        self.media_span = self.media_span.with(span);
    }
}

/// The smallest span that holds some, or nothing so far.
#[derive(Debug, Clone, Copy)]
struct Hull(Span);

impl Hull {
    /// It begins where no text is so long, so that any span is a hull with it.
    const NOTHING: Self = Self(Span::new(u32::MAX, 0));

    const fn is_nothing(self) -> bool {
        self.0.start == u32::MAX
    }

    const fn with(self, span: Span) -> Self {
        Self(self.0.hull(span))
    }

    fn span(self) -> Span {
        if self.is_nothing() { Span::default() } else { self.0 }
    }

    const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::NOTHING)
    }
}

/// The place of a part of `text`, which stands at `span`.
fn place_of(text: &Text<'_>, part: Range<usize>, span: Span) -> Span {
    if text.is_borrowed() {
        Span::new(span.start + part.start as u32, span.start + part.end as u32)
    } else {
        span
    }
}
