//! Blocks that hold lines, as events.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::inline::{By, Inline, Is};
use super::inlines::Leaf;
use super::outline::{Kind, Outline, Step};
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
        self.inlines
            .read(Leaf { is_alone: self.open.is_empty(), ..leaf(self.text, &self.outline, lines) })
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

    pub(super) fn paragraph(&mut self, step: &Step, sink: &mut impl Sink<'a>) -> Known<()> {
        self.need_lines(step)?;
        let is_tight = self.is_tight();
        if !is_tight {
            sink.event(Event::Start(Tag::Paragraph), step.at.range());
        }
        self.write_lines(sink);
        if !is_tight {
            sink.event(Event::End(TagEnd::Paragraph), step.at.range());
        }
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

    pub(super) fn heading(
        &mut self,
        step: &Step,
        level: HeadingLevel,
        has_attributes: bool,
        sink: &mut impl Sink<'a>,
    ) -> Known<()> {
        self.need_lines(step)?;
        let attributes = self.outline.lines_of(step).last().filter(|_| has_attributes);
        let attributes = attributes.map(|&at| self.slice(at));
        let (mut id, mut classes) = (None, Vec::new());
        for word in attributes.unwrap_or_default().split_ascii_whitespace() {
            match word.split_at_checked(1) {
                Some((_, "")) | None => {}
                Some(("#", name)) => id = Some(name.into()),
                Some((_, name)) => classes.push(name.into()),
            }
        }
        let tag = Tag::Heading { level, id, classes, attrs: Vec::new() };
        sink.event(Event::Start(tag), step.at.range());
        self.write_lines(sink);
        sink.event(Event::End(TagEnd::Heading(level)), step.at.range());
        Ok(())
    }

    /// Writes the box of the task whose text follows.
    fn task(&mut self, sink: &mut impl Sink<'a>) {
        if let Some(Step { kind: Kind::Task { is_checked }, at, .. }) = self.task.take() {
            sink.event(Event::TaskListMarker(is_checked), at.range());
        }
    }

    pub(super) fn code(&self, step: &Step, sink: &mut impl Sink<'a>) {
        let [info, lines @ ..] = self.outline.lines_of(step) else { return };
        let kind = CodeBlockKind::Fenced(self.slice(*info).into());
        sink.event(Event::Start(Tag::CodeBlock(kind)), step.at.range());
        for line in lines.iter().filter(|line| !line.is_empty()) {
            sink.text(self.slice(*line), *line);
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
    pub(super) fn inline(&self, sink: &mut impl Sink<'a>) {
        let mut inlines = self.inlines.all.iter().peekable();
        while let Some(Inline { is, at }) = inlines.next() {
            let mut at = *at;
            let place = at.range();
            match *is {
                Is::Text => {
                    while let Some(more) =
                        inlines.next_if(|next| next.is == Is::Text && next.at.start == at.end)
                    {
                        at.end = more.at.end;
                    }
                    sink.text(self.slice(at), at);
                }
                Is::Made(text) => sink.event(Event::Text(text.into()), place),
                Is::Code { ticks } => sink.event(Event::Code(self.code_between(at, ticks)), place),
                Is::Html => sink.event(Event::InlineHtml(self.slice(at).into()), place),
                Is::SoftBreak => sink.event(Event::SoftBreak, place),
                Is::HardBreak => sink.event(Event::HardBreak, place),
                Is::Emphasis => sink.event(Event::Start(Tag::Emphasis), place),
                Is::EmphasisEnd => sink.event(Event::End(TagEnd::Emphasis), place),
                Is::Strong => sink.event(Event::Start(Tag::Strong), place),
                Is::StrongEnd => sink.event(Event::End(TagEnd::Strong), place),
                Is::Strikethrough => sink.event(Event::Start(Tag::Strikethrough), place),
                Is::StrikethroughEnd => sink.event(Event::End(TagEnd::Strikethrough), place),
                Is::Link(link) => sink.event(Event::Start(self.link(link, false)), place),
                Is::LinkEnd => sink.event(Event::End(TagEnd::Link), place),
                Is::Footnote => {
                    let label = Span::new(at.start + 2, at.end - 1);
                    sink.event(Event::FootnoteReference(self.slice(label).into()), place);
                }
                Is::Image(link) => sink.event(Event::Start(self.link(link, true)), place),
                Is::ImageEnd => sink.event(Event::End(TagEnd::Image), place),
            }
        }
    }

    /// The code between so many backticks.
    fn code_between(&self, at: Span, ticks: u32) -> CowStr<'a> {
        let code = self.slice(Span::new(at.start + ticks, at.end - ticks));
        if code.contains('\n') {
            let code = code.replace('\n', " ");
            return inner_code(&code).to_owned().into();
        }
        inner_code(code).into()
    }

    fn link(&self, link: u32, is_image: bool) -> Tag<'a> {
        let link = self.inlines.links[link as usize];
        let link_type = match link.by {
            By::Itself => LinkType::Inline,
            By::Definition => LinkType::Reference,
            By::Address => LinkType::Autolink,
        };
        // pulldown-cmark writes the title anew, so it is no slice of the text.
        let title = match link.by {
            By::Itself if !link.title.is_empty() => String::from(link.title).into(),
            _ => link.title.into(),
        };
        let (dest_url, id) = (link.target.into(), CowStr::Borrowed(""));
        if is_image {
            Tag::Image { link_type, dest_url, title, id }
        } else {
            Tag::Link { link_type, dest_url, title, id }
        }
    }

    pub(super) fn slice(&self, at: Span) -> &'a str {
        self.text.get(at.range()).unwrap_or_default()
    }
}

/// Code without the space at both its ends, if it is not blank.
fn inner_code(code: &str) -> &str {
    let inner = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
    let is_blank = || code.bytes().all(|byte| byte == b' ');
    inner.filter(|_| !is_blank()).unwrap_or(code)
}

/// The lines of a block that stands in a container.
pub(super) fn leaf<'l, 'a>(
    text: &'a str,
    outline: &'l Outline<'a>,
    lines: &'l [Span],
) -> Leaf<'l, 'a> {
    let (definitions, footnotes) = (&outline.definitions, &outline.footnotes);
    Leaf { text, lines, is_cell: false, is_alone: false, definitions, footnotes }
}
