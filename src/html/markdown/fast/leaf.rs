//! Blocks that hold lines, as events.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::inline::{By, Inline, Is};
use super::inlines::Leaf;
use super::outline::{Kind, Outline, Step};
use super::sink::slice;
use super::{Fast, Known, Sink};
use crate::span::Span;

impl<'a> Fast<'a> {
    /// Reads the lines of a block, but for the attributes of a heading.
    pub(super) fn lines(&mut self, step: &Step) -> Known<()> {
        let lines = match self.outline.lines_of(step) {
            [content @ .., _]
                if matches!(step.kind, Kind::Heading { has_attributes: true, .. }) =>
            {
                content
            }
            lines => lines,
        };
        let leaf = leaf(self.text, &self.outline, lines, self.open.is_empty());
        self.inlines.read(leaf)
    }

    /// Writes what the lines of a block say, which may be read already.
    fn write_lines(&mut self, sink: &mut impl Sink<'a>) {
        self.task(sink);
        self.inline(sink);
    }

    /// Reads the lines of a block, if they were not read.
    fn need_lines(&mut self, step: &Step) -> Known<()> {
        if std::mem::take(&mut self.has_lines) { Ok(()) } else { self.lines(step) }
    }

    pub(super) fn paragraph<S: Sink<'a>>(&mut self, step: &Step, sink: &mut S) -> Known<()> {
        self.need_lines(step)?;
        if self.is_tight() {
            self.write_lines(sink);
            return Ok(());
        }
        if let Some(text) = self.words_alone::<S>() {
            sink.whole(Tag::Paragraph, step.at.range(), self.text, text);
            return Ok(());
        }
        sink.event(Event::Start(Tag::Paragraph), step.at.range());
        self.write_lines(sink);
        sink.event(Event::End(TagEnd::Paragraph), step.at.range());
        Ok(())
    }

    /// Reads the title of a definition list, which may begin with it.
    pub(super) fn title(
        &mut self,
        step: &Step,
        begins: bool,
        is_tight: bool,
        sink: &mut impl Sink<'a>,
    ) -> Known<()> {
        self.need_lines(step)?;
        if begins {
            self.open(Tag::DefinitionList, TagEnd::DefinitionList, step.at, is_tight, sink);
        }
        sink.event(Event::Start(Tag::DefinitionListTitle), step.at.range());
        self.inline(sink);
        sink.event(Event::End(TagEnd::DefinitionListTitle), step.at.range());
        Ok(())
    }

    pub(super) fn heading<S: Sink<'a>>(
        &mut self,
        step: &Step,
        level: HeadingLevel,
        has_attributes: bool,
        sink: &mut S,
    ) -> Known<()> {
        self.need_lines(step)?;
        let attributes = if has_attributes { self.attributes(step) } else { None };
        let (mut id, mut classes, mut attrs) = (None, Vec::new(), Vec::new());
        for word in attributes.unwrap_or_default().split_ascii_whitespace() {
            if word.len() == 1 {
                continue;
            }
            match (word.strip_prefix('#'), word.strip_prefix('.'), word.split_once('=')) {
                (Some(name), ..) => id = Some(name.into()),
                (_, Some(name), _) => classes.push(name.into()),
                (.., Some((name, value))) => attrs.push((name.into(), Some(value.into()))),
                _ => attrs.push((word.into(), None)),
            }
        }
        let tag = Tag::Heading { level, id, classes, attrs };
        if let Some(text) = self.words_alone::<S>() {
            sink.whole(tag, step.at.range(), self.text, text);
            return Ok(());
        }
        sink.event(Event::Start(tag), step.at.range());
        self.write_lines(sink);
        sink.event(Event::End(TagEnd::Heading(level)), step.at.range());
        Ok(())
    }

    /// What stands between the braces of a heading that has attributes.
    pub(super) fn attributes(&self, step: &Step) -> Option<&'a str> {
        self.outline.lines_of(step).last().map(|&at| self.slice(at))
    }

    /// The text that is all that the lines of a block say, which are no task's.
    #[inline]
    fn words_alone<S: Sink<'a>>(&self) -> Option<Span> {
        self.only_text::<S>().filter(|_| self.task.is_none())
    }

    /// The text that is all that a tight item holds, if its lines can be read: that of the next block.
    pub(super) fn words_of_item<S: Sink<'a>>(&mut self) -> Option<Span> {
        let steps = self.outline.steps.get(self.next..self.next + 2)?;
        let (first, last) = (steps[0], steps[1].kind);
        if first.kind != Kind::Paragraph || last != Kind::End || !self.is_tight() {
            return None;
        }
        self.has_lines = self.lines(&first).is_ok();
        let text = self.only_text::<S>().filter(|_| self.has_lines)?;
        (self.has_lines, self.next) = (false, self.next + 2);
        Some(text)
    }

    /// Writes the box of the task whose text follows.
    fn task(&mut self, sink: &mut impl Sink<'a>) {
        if let Some(Step { kind: Kind::Task { is_checked }, at, .. }) = self.task.take() {
            sink.event(Event::TaskListMarker(is_checked), at.range());
        }
    }

    pub(super) fn code(&self, step: &Step, sink: &mut impl Sink<'a>) {
        let (kind, lines) = match self.outline.lines_of(step) {
            [info, lines @ ..] if step.kind == Kind::Code => {
                (CodeBlockKind::Fenced(self.slice(*info).into()), lines)
            }
            lines => (CodeBlockKind::Indented, lines),
        };
        sink.event(Event::Start(Tag::CodeBlock(kind)), step.at.range());
        for line in lines.iter().filter(|line| !line.is_empty()) {
            sink.text(self.text, *line);
        }
        sink.event(Event::End(TagEnd::CodeBlock), step.at.range());
    }

    pub(super) fn html(&self, step: &Step, indent: u8, sink: &mut impl Sink<'a>) {
        sink.event(Event::Start(Tag::HtmlBlock), step.at.range());
        if let Some(spaces) = "   ".get(..usize::from(indent)).filter(|spaces| !spaces.is_empty()) {
            let start = step.at.start as usize;
            sink.event(Event::Text(spaces.into()), start..start);
        }
        for line in self.outline.lines_of(step) {
            sink.event(Event::Html(self.slice(*line).into()), line.range());
        }
        sink.event(Event::End(TagEnd::HtmlBlock), step.at.range());
    }

    /// Writes what was read of lines.
    pub(super) fn inline<S: Sink<'a>>(&self, sink: &mut S) {
        let mut next = 0;
        while let Some(&Inline { is, at }) = self.inlines.all.get(next) {
            let (text, run) = self.run::<S>(next);
            if let Some(text) = text {
                sink.text(self.text, text);
                next = run;
                continue;
            }
            next += 1;
            if let Some((text, end)) = self.whole::<S>(is, next) {
                next = end;
                sink.whole(self.element(is), at.range(), self.text, text);
                continue;
            }
            match is {
                Is::Code { ticks } => match self.code_between(at, ticks) {
                    Ok(code) => sink.code(self.text, at.range(), code),
                    Err(code) => sink.event(Event::Code(code.into()), at.range()),
                },
                _ => self.part(is, at.range(), sink),
            }
        }
    }

    /// Writes what is no text of its own. Apart, since it is large and needed less.
    #[inline(never)]
    fn part(&self, is: Is, at: Range<usize>, sink: &mut impl Sink<'a>) {
        let event = match is {
            // These are written there.
            Is::Text | Is::Code { .. } => return,
            Is::Made(text) => Event::Text(text.into()),
            Is::Html => Event::InlineHtml(self.text.get(at.clone()).unwrap_or_default().into()),
            Is::SoftBreak => Event::SoftBreak,
            Is::HardBreak => Event::HardBreak,
            Is::Footnote => {
                let label = self.text.get(at.start + 2..at.end - 1).unwrap_or_default();
                Event::FootnoteReference(label.into())
            }
            Is::Emphasis | Is::Strong | Is::Strikethrough | Is::Link(_) | Is::Image(_) => {
                Event::Start(self.element(is))
            }
            Is::EmphasisEnd => Event::End(TagEnd::Emphasis),
            Is::StrongEnd => Event::End(TagEnd::Strong),
            Is::StrikethroughEnd => Event::End(TagEnd::Strikethrough),
            Is::LinkEnd => Event::End(TagEnd::Link),
            Is::ImageEnd => Event::End(TagEnd::Image),
        };
        sink.event(event, at);
    }

    /// The element that a part begins.
    fn element(&self, is: Is) -> Tag<'a> {
        match is {
            Is::Link(link) => self.link(link, false),
            Is::Image(link) => self.link(link, true),
            Is::Strong => Tag::Strong,
            Is::Strikethrough => Tag::Strikethrough,
            _ => Tag::Emphasis,
        }
    }

    /// The text that begins with so manieth of the parts, in one piece, and the part behind it.
    #[inline(always)]
    fn run<S: Sink<'a>>(&self, first: usize) -> (Option<Span>, usize) {
        let mut run: Option<Span> = None;
        let mut next = first;
        while let Some(Inline { is, at }) = self.inlines.all.get(next) {
            let is_text =
                *is == Is::Text || S::JOINS_LINES && *is == Is::SoftBreak && at.len() == 1;
            let begun = run.unwrap_or(Span::at(at.start));
            if !is_text || begun.end != at.start {
                break;
            }
            run = Some(Span::new(begun.start, at.end));
            next += 1;
        }
        (run, next)
    }

    /// The text that is all that an element holds which begins before a part, and the part behind its end.
    #[inline(always)]
    fn whole<S: Sink<'a>>(&self, is: Is, first: usize) -> Option<(Span, usize)> {
        if !is.begins() {
            return None;
        }
        let (text, end) = self.run::<S>(first);
        let is_end = self.inlines.all.get(end).is_some_and(|it| it.is.ends());
        text.filter(|_| is_end).map(|text| (text, end + 1))
    }

    /// The text that is all that was read of lines.
    #[inline(always)]
    pub(super) fn only_text<S: Sink<'a>>(&self) -> Option<Span> {
        let (text, end) = self.run::<S>(0);
        text.filter(|_| end == self.inlines.all.len())
    }

    /// The place of the code between so many backticks; itself, where it is not what stands there.
    fn code_between(&self, at: Span, ticks: u32) -> Result<Span, String> {
        let inner = Span::new(at.start + ticks, at.end - ticks);
        let code = self.slice(inner);
        if code.contains('\n') {
            let code = code.replace('\n', " ");
            return Err(inner_code(&code).to_owned());
        }
        let space = u32::from(inner_code(code).len() < code.len());
        Ok(Span::new(inner.start + space, inner.end - space))
    }

    fn link(&self, link: u32, is_image: bool) -> Tag<'a> {
        let link = self.inlines.links[link as usize];
        let link_type = match link.by {
            By::Itself => LinkType::Inline,
            By::Definition => LinkType::Reference,
            By::Address => LinkType::Autolink,
            By::Mail => LinkType::Email,
        };
        // pulldown-cmark writes the title anew, so it is no slice of the text.
        let title = match link.by {
            By::Itself if !link.title.is_empty() => String::from(link.title).into(),
            _ => link.title.into(),
        };
        let (dest_url, id) = (link.target.read(), CowStr::Borrowed(""));
        if is_image {
            Tag::Image { link_type, dest_url, title, id }
        } else {
            Tag::Link { link_type, dest_url, title, id }
        }
    }

    pub(super) fn slice(&self, at: Span) -> &'a str {
        slice(self.text, at)
    }
}

/// Code without the space at both its ends, if it is not blank.
fn inner_code(code: &str) -> &str {
    let inner = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
    let is_blank = || code.bytes().all(|byte| byte == b' ');
    inner.filter(|_| !is_blank()).unwrap_or(code)
}

/// The lines of a block, which stands alone or in a container.
pub(super) fn leaf<'l, 'a>(
    text: &'a str,
    outline: &'l Outline<'a>,
    lines: &'l [Span],
    is_alone: bool,
) -> Leaf<'l, 'a> {
    let (definitions, footnotes) = (&outline.definitions, &outline.footnotes);
    Leaf { text, lines, is_cell: false, is_alone, definitions, footnotes }
}
