//! What shortcodes mean: images, figures, embeds, and marks around text that say nothing themselves.

#[cfg(feature = "markdown")]
mod marked;
mod said;
#[cfg(test)]
mod tests;

use self::said::{Said, Shown, said};
use super::credit;
use super::figure::FigureFrame;
use super::places::Places;
use super::text::{is_marked, is_ordinary, shown};
use super::{Builder, Content};
use crate::diagnostic::Code;
use crate::document::block::{Block, Omitted, OmittedKind, Paragraph};
use crate::document::embed::{Embed, EmbedKind};
use crate::document::figure::{CaptionEvidence, CreditEvidence};
use crate::document::inline::{Inline, Inlines, Link, Styled};
use crate::html::{MARK, NodeId, Tag};
use crate::shortcode::{Meaning, Shortcode, closing, shortcodes};
use crate::span::Span;
use crate::text::Text;

impl<'a> Builder<'_, 'a> {
    /// Takes a text, and what the shortcodes in it mean.
    pub(super) fn enter_text(&mut self, node: NodeId, text: &Text<'a>) {
        let span = self.span(node);
        if self.is_code() {
            self.asides.text(text);
            return self.run.preformatted(text, span);
        }
        let (words, shown) = shown(text);
        if self.run.is_empty() && words.is_empty() {
            // Nothing begins with white space.
            return;
        }
        self.asides.text(words);
        if is_ordinary(words) {
            return self.run.ordinary(text, shown, span);
        }
        if !is_marked(words) || self.is_code_in_line(node) {
            return self.run.text(text, span);
        }
        let mut places = Places::new(text, span, self.source);
        let (mut done, mut unended) = (0, Vec::new());
        // Where what is not done begins in the source, as long as that is known.
        let mut from = Some(span.start);
        for code in shortcodes(text) {
            // What is hidden is passed over.
            if code.range.start < done || self.is_raw(&code) {
                continue;
            }
            let own = places.of_one(code.range.clone());
            let before = done..code.range.start;
            if let Some(edge) = self.caption_edge(node, text, &code) {
                done = code.range.end;
                from = self.text_before(&text.part(before), span, from, own);
                self.omitted.push(Omitted { kind: OmittedKind::ShortcodeDelimiter, span: own });
                self.pass_caption_edge(node, edge, own);
                continue;
            }
            if code.name.ends_with("caption") {
                continue;
            }
            let meaning = Meaning::of(code.name);
            if meaning == Some(Meaning::Hidden) && !unended.contains(&code.name) {
                if let Some(closing) = closing(text, &code) {
                    done = closing.end;
                    let end = places.of_one(closing).end;
                    let hidden = Span::new(own.start, end.max(own.end));
                    from = self.text_before(&text.part(before), span, from, hidden);
                    self.omitted.push(Omitted { kind: OmittedKind::Comment, span: hidden });
                    continue;
                }
                // Nor does one of this name end that follows: it is looked for once.
                unended.push(code.name);
            }
            let Some(said) = meaning.and_then(|meaning| said(meaning, &code, text, own)) else {
                let message = format!("shortcode `{}` is not known; it is text", code.name);
                self.diagnostics.push(Code::UnknownShortcode, own, message);
                continue;
            };
            done = code.range.end;
            from = self.text_before(&text.part(before), span, from, own);
            self.omitted.push(Omitted { kind: OmittedKind::ShortcodeDelimiter, span: own });
            self.say(said, own);
        }
        if done == 0 {
            return self.run.text(text, span);
        }
        let place = from.map_or(span, |from| Span::new(from, span.end));
        self.run.text(&text.part(done..text.len()), place);
    }

    /// Takes the text from `from` up to a shortcode at `own`, both in the text at `whole`. Answers where
    /// the rest begins.
    fn text_before(
        &mut self,
        text: &Text<'a>,
        whole: Span,
        from: Option<u32>,
        own: Span,
    ) -> Option<u32> {
        let is_known = own != whole && !own.is_empty();
        let place = from.filter(|_| is_known).map_or(whole, |from| Span::new(from, own.start));
        self.run.text(text, place);
        is_known.then_some(own.end)
    }

    /// Whether a shortcode is text, as all is that stands between `raw` and `endraw`.
    fn is_raw(&mut self, code: &Shortcode<'_>) -> bool {
        let is_raw = self.raw && !matches!(code.name, "endraw" | "endverbatim");
        self.raw = is_raw || matches!(code.name, "raw" | "verbatim");
        is_raw
    }

    /// Takes a shortcode that Markdown left to itself; `written` is it, after the [`MARK`].
    pub(super) fn enter_shortcode(&mut self, node: NodeId, written: &Text<'a>) -> Content {
        let span = self.span(node);
        let written = &written[MARK.len_utf8()..];
        if written.is_empty() || written.starts_with(MARK) {
            // It parts what is read as Markdown, or says what is; it is nothing of the source.
            return Content::Skip;
        }
        let source = span.slice(self.source).filter(|source| *source == written);
        let copied = || Text::from(written.to_owned());
        let written = source.map_or_else(copied, Text::borrowed);
        let content = self.omit(node, OmittedKind::ShortcodeDelimiter);
        let code = shortcodes(&written).next().filter(|code| code.range.start == 0);
        if let Some(code) = code.filter(|code| !self.is_raw(code)) {
            if code.range.end < written.len() {
                // What a comment hides in a line.
                return content;
            }
            let said =
                Meaning::of(code.name).and_then(|meaning| said(meaning, &code, &written, span));
            self.flush();
            if let Some(said) = said {
                self.say(said, span);
            } else {
                let message = format!("shortcode `{}` lacks what it should say", code.name);
                self.diagnostics.push(Code::UnknownShortcode, span, message);
            }
            self.flush();
        }
        content
    }

    fn is_code_in_line(&self, text: NodeId) -> bool {
        let parent = self.tree.parent(text).and_then(|parent| self.tree.tag(parent));
        matches!(parent, Some(Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt | Tag::Var | Tag::Pre))
    }

    fn say(&mut self, said: Said<'a>, span: Span) {
        match said {
            Said::Nothing => {}
            Said::Unread(file) => {
                let message = format!("what is included of `{file}` is not read");
                self.diagnostics.push(Code::UnknownShortcode, span, message);
            }
            Said::Embed(src) => {
                let embed = Embed::at(EmbedKind::Frame, src, span);
                self.push_block(Block::Embed(Box::new(embed)));
            }
            Said::Title(title) => {
                let strong = Styled { inlines: Inlines::from(Inline::Text(title)) };
                let inlines = Inlines::from(Inline::Strong(Box::new(strong)));
                self.push_block(Block::Paragraph(Paragraph { inlines, span }));
            }
            Said::Image(shown) => self.show(*shown, span),
        }
    }

    /// Takes an image; it is a figure if something is said of it.
    fn show(&mut self, shown: Shown<'a>, span: Span) {
        let Shown { image, link, caption, credit } = shown;
        let image = Inline::Image(Box::new(image));
        let media = match link {
            Some(link) => {
                let inlines = Inlines::from(image);
                Inline::Link(Box::new(Link { inlines, ..link }))
            }
            None => image,
        };
        if caption.is_empty() && credit.is_empty() {
            return self.run.push(media, span);
        }
        let paragraph = |inlines| Paragraph { inlines, span };
        let (media, words) = (paragraph(Inlines::from(media)), paragraph(caption));
        let evidence = CaptionEvidence::Shortcode;
        let mut figure = FigureFrame::of_images(media, words, evidence, self.source);
        if !credit.is_empty() {
            let place = credit::place_of(&credit, span, self.source);
            let credit = vec![Block::Paragraph(Paragraph { inlines: credit, span: place })];
            let evidence = CreditEvidence::Shortcode;
            credit::of_element(credit, evidence, place, &mut figure.credits, &mut Vec::new());
        }
        self.push_block(Block::Figure(Box::new(figure)));
    }
}
