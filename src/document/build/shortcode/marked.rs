//! Words of an argument that are Markdown, as Hugo reads a figure's caption: with emphasis, code and
//! links in them. What is more than that stays text.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::document::inline::{Inline, Inlines, Link, Styled};
use crate::span::Span;
use crate::text::Text;

/// The phrase that a text is, of the shortcode at `span`.
pub(super) fn phrase(text: Text<'_>, span: Span) -> Inlines<'_> {
    if !text.contains(['*', '_', '`', '[', '<', '\\']) {
        return Inlines::from(Inline::Text(text));
    }
    let phrase =
        Phrase { text: &text, span, open: vec![Open::Paragraph], inlines: vec![Vec::new()] };
    phrase.read().unwrap_or_else(|| Inlines::from(Inline::Text(text)))
}

/// A phrase that is being read.
struct Phrase<'t, 'a> {
    text: &'t Text<'a>,
    span: Span,
    /// What is open, and the inlines of each.
    open: Vec<Open<'a>>,
    inlines: Vec<Vec<Inline<'a>>>,
}

enum Open<'a> {
    Paragraph,
    Emphasis,
    Strong,
    Link { href: Text<'a>, title: Option<Text<'a>> },
}

impl<'a> Phrase<'_, 'a> {
    /// `None` for what is no phrase, and for what nests too deep to be one.
    fn read(mut self) -> Option<Inlines<'a>> {
        const DEEPEST: usize = 6;
        let text = self.text;
        let mut events = Parser::new_ext(text, Options::empty());
        if events.next() != Some(Event::Start(Tag::Paragraph)) {
            return None;
        }
        for event in events.by_ref() {
            match event {
                Event::Text(words) => {
                    let words = self.part(words);
                    self.push_text(words);
                }
                Event::SoftBreak => self.push_text(Text::borrowed(" ")),
                Event::HardBreak => self.push(Inline::LineBreak),
                Event::Code(code) => {
                    let inlines = Inlines::from(Inline::Text(self.part(code)));
                    self.push(Inline::Code(Box::new(Styled { inlines })));
                }
                Event::Start(tag) => {
                    let open = self.opened(tag).filter(|_| self.open.len() < DEEPEST)?;
                    self.open.push(open);
                    self.inlines.push(Vec::new());
                }
                Event::End(TagEnd::Paragraph) => break,
                Event::End(_) => {
                    let inlines = Inlines::from(self.inlines.pop()?);
                    let inline = self.closed(inlines)?;
                    self.push(inline);
                }
                _ => return None,
            }
        }
        let inlines = self.inlines.pop()?;
        (events.next().is_none() && !inlines.is_empty()).then(|| Inlines::from(inlines))
    }

    fn opened(&self, tag: Tag<'_>) -> Option<Open<'a>> {
        Some(match tag {
            Tag::Emphasis => Open::Emphasis,
            Tag::Strong => Open::Strong,
            Tag::Link { dest_url, title, .. } => {
                let title = Some(title).filter(|title| !title.is_empty());
                Open::Link { href: self.part(dest_url), title: title.map(|title| self.part(title)) }
            }
            _ => return None,
        })
    }

    fn closed(&mut self, inlines: Inlines<'a>) -> Option<Inline<'a>> {
        let span = self.span;
        Some(match self.open.pop()? {
            Open::Paragraph => return None,
            Open::Emphasis => Inline::Emphasis(Box::new(Styled { inlines })),
            Open::Strong => Inline::Strong(Box::new(Styled { inlines })),
            Open::Link { href, title } => {
                Inline::Link(Box::new(Link { href, title, rel: None, id: None, inlines, span }))
            }
        })
    }

    fn push(&mut self, inline: Inline<'a>) {
        if let Some(inlines) = self.inlines.last_mut() {
            inlines.push(inline);
        }
    }

    /// Adds words to those before them.
    fn push_text(&mut self, words: Text<'a>) {
        let last = self.inlines.last_mut().and_then(|inlines| inlines.last_mut());
        match last {
            Some(Inline::Text(before)) => *before = Text::from(format!("{before}{words}")),
            _ => self.push(Inline::Text(words)),
        }
    }

    /// What is written in the text, borrowed if it stands there.
    fn part(&self, written: CowStr<'_>) -> Text<'a> {
        let place = Span::of_part(self.text, &written, 0).range();
        // What a character reference stands for is in no text.
        match self.text.get(place.clone()) {
            Some(part) if part.as_ptr() == written.as_ptr() => self.text.part(place),
            _ => Text::from(written.into_string()),
        }
    }
}
