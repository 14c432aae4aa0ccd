//! The tags that pulldown-cmark's HTML renderer writes where an element begins and ends.

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, HeadingLevel, LinkType, Tag, TagEnd,
};

use super::pen::{Escape, Pen};
use super::writer::{Writer, taken};
use crate::html;
use crate::span::Span;

/// Where a line ends at a start tag.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnd {
    Nowhere,
    Before,
    Around,
}

impl<'e> Writer<'e> {
    #[inline(always)]
    pub(super) fn start(&mut self, tag: &mut Tag<'e>, at: Span, pen: &mut impl Pen<'e>) {
        use LineEnd::{Around, Nowhere};
        self.begun = at.start;
        let (tag, line_end) = match tag {
            Tag::BlockQuote(kind) => {
                if let Some(kind) = kind {
                    pen.give("class", alert(*kind).into(), Escape::Quotes, at);
                }
                (html::Tag::Blockquote, Around)
            }
            Tag::CodeBlock(kind) => {
                self.start_line(at, pen);
                self.tag(html::Tag::Pre, ">", at, pen);
                give_language(kind, at, pen);
                (html::Tag::Code, Nowhere)
            }
            Tag::List(first) => {
                if let Some(first) = first.filter(|&first| first != 1) {
                    pen.give("start", first.to_string().into(), Escape::Quotes, at);
                }
                (if first.is_some() { html::Tag::Ol } else { html::Tag::Ul }, Around)
            }
            Tag::FootnoteDefinition(name) => return self.footnote(taken(name), at, pen),
            Tag::DefinitionList => (html::Tag::Dl, Around),
            Tag::Table(alignments) => {
                self.alignments = std::mem::take(alignments);
                (html::Tag::Table, Nowhere)
            }
            Tag::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.tag(html::Tag::Thead, ">", at, pen);
                (html::Tag::Tr, Nowhere)
            }
            Tag::TableRow => {
                self.cell = 0;
                (html::Tag::Tr, Nowhere)
            }
            tag => match self.element_of_words(tag, at, pen) {
                Some(element) => element,
                None => return,
            },
        };
        if line_end != Nowhere {
            self.start_line(at, pen);
        }
        self.tag(tag, ">", at, pen);
        if line_end == Around {
            self.line_end_after(at.end, pen);
        }
    }

    /// An element that words may stand in, and where a line ends before it; its attributes are given.
    #[inline(always)]
    pub(super) fn element_of_words(
        &mut self,
        tag: &mut Tag<'e>,
        at: Span,
        pen: &mut impl Pen<'e>,
    ) -> Option<(html::Tag, LineEnd)> {
        use LineEnd::{Before, Nowhere};
        Some(match tag {
            Tag::Paragraph => (html::Tag::P, Before),
            Tag::Heading { level, id, classes, attrs } => {
                heading_attributes(id, classes, attrs, at, pen);
                (heading(*level), Before)
            }
            Tag::Item => (html::Tag::Li, Before),
            Tag::DefinitionListTitle => (html::Tag::Dt, Before),
            Tag::DefinitionListDefinition => (html::Tag::Dd, Before),
            Tag::TableCell => {
                let style = match self.alignments.get(self.cell) {
                    Some(Alignment::Left) => "text-align: left",
                    Some(Alignment::Center) => "text-align: center",
                    Some(Alignment::Right) => "text-align: right",
                    _ => "",
                };
                if !style.is_empty() {
                    pen.give("style", style.into(), Escape::Quotes, at);
                }
                (self.cell(), Nowhere)
            }
            Tag::Emphasis => (html::Tag::Em, Nowhere),
            Tag::Strong => (html::Tag::Strong, Nowhere),
            Tag::Strikethrough => (html::Tag::Del, Nowhere),
            Tag::Superscript => (html::Tag::Sup, Nowhere),
            Tag::Subscript => (html::Tag::Sub, Nowhere),
            Tag::Link { link_type, dest_url, title, .. } => {
                let email = *link_type == LinkType::Email;
                let href =
                    if email { format!("mailto:{dest_url}").into() } else { taken(dest_url) };
                pen.give("href", href, Escape::Href, at);
                if !title.is_empty() {
                    pen.give("title", taken(title), Escape::Quotes, at);
                }
                (html::Tag::A, Nowhere)
            }
            // An image is written whole; a block of HTML and metadata write nothing.
            _ => return None,
        })
    }

    fn footnote(&mut self, name: CowStr<'e>, at: Span, pen: &mut impl Pen<'e>) {
        pen.give("class", "footnote-definition".into(), Escape::Quotes, at);
        pen.give("id", name.clone(), Escape::Quotes, at);
        self.start_line(at, pen);
        self.tag(html::Tag::Div, ">", at, pen);
        pen.give("class", "footnote-definition-label".into(), Escape::Quotes, at);
        self.tag(html::Tag::Sup, ">", at, pen);
        let number = self.number(name);
        pen.text(number.into(), Escape::Body, at);
        pen.end_tag(html::Tag::Sup, at);
    }

    #[inline(always)]
    pub(super) fn end(&mut self, tag: TagEnd, at: Span, pen: &mut impl Pen<'e>) {
        let (tag, is_block) = match tag {
            TagEnd::Paragraph => (html::Tag::P, true),
            TagEnd::Heading(level) => (heading(level), true),
            TagEnd::BlockQuote(_) => (html::Tag::Blockquote, true),
            TagEnd::CodeBlock => {
                pen.end_tag(html::Tag::Code, at);
                (html::Tag::Pre, true)
            }
            TagEnd::List(ordered) => (if ordered { html::Tag::Ol } else { html::Tag::Ul }, true),
            TagEnd::Item => (html::Tag::Li, true),
            TagEnd::FootnoteDefinition => (html::Tag::Div, true),
            TagEnd::DefinitionList => (html::Tag::Dl, true),
            TagEnd::DefinitionListTitle => (html::Tag::Dt, true),
            TagEnd::DefinitionListDefinition => (html::Tag::Dd, true),
            TagEnd::Table => {
                pen.end_tag(html::Tag::Tbody, at);
                (html::Tag::Table, true)
            }
            TagEnd::TableHead => {
                pen.end_tag(html::Tag::Tr, at);
                pen.end_tag(html::Tag::Thead, at);
                self.in_head = false;
                self.tag(html::Tag::Tbody, ">", at, pen);
                return self.line_end_after(at.end, pen);
            }
            TagEnd::TableRow => (html::Tag::Tr, true),
            TagEnd::TableCell => {
                self.cell += 1;
                (self.cell(), false)
            }
            TagEnd::Emphasis => (html::Tag::Em, false),
            TagEnd::Strong => (html::Tag::Strong, false),
            TagEnd::Strikethrough => (html::Tag::Del, false),
            TagEnd::Superscript => (html::Tag::Sup, false),
            TagEnd::Subscript => (html::Tag::Sub, false),
            TagEnd::Link => (html::Tag::A, false),
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => return,
        };
        pen.end_tag(tag, at);
        self.at_line_start = false;
        if is_block {
            self.line_end_after(at.end, pen);
        }
    }

    fn cell(&self) -> html::Tag {
        if self.in_head { html::Tag::Th } else { html::Tag::Td }
    }
}

fn heading(level: HeadingLevel) -> html::Tag {
    match level {
        HeadingLevel::H1 => html::Tag::H1,
        HeadingLevel::H2 => html::Tag::H2,
        HeadingLevel::H3 => html::Tag::H3,
        HeadingLevel::H4 => html::Tag::H4,
        HeadingLevel::H5 => html::Tag::H5,
        HeadingLevel::H6 => html::Tag::H6,
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "markdown-alert-note",
        BlockQuoteKind::Tip => "markdown-alert-tip",
        BlockQuoteKind::Important => "markdown-alert-important",
        BlockQuoteKind::Warning => "markdown-alert-warning",
        BlockQuoteKind::Caution => "markdown-alert-caution",
    }
}

/// A list of classes as it is written.
fn joined<'e>(classes: &mut [CowStr<'e>]) -> CowStr<'e> {
    match classes {
        [class] => taken(class),
        _ => classes.join(" ").into(),
    }
}

#[inline]
fn heading_attributes<'e>(
    id: &mut Option<CowStr<'e>>,
    classes: &mut Vec<CowStr<'e>>,
    attributes: &mut Vec<(CowStr<'e>, Option<CowStr<'e>>)>,
    at: Span,
    pen: &mut impl Pen<'e>,
) {
    if let Some(id) = id.take() {
        pen.give("id", id, Escape::Quotes, at);
    }
    if !classes.is_empty() {
        pen.give("class", joined(classes), Escape::Quotes, at);
    }
    for (name, value) in attributes.drain(..) {
        pen.give(name.into_string(), value.unwrap_or("".into()), Escape::Quotes, at);
    }
}

fn give_language<'e>(kind: &CodeBlockKind<'e>, at: Span, pen: &mut impl Pen<'e>) {
    let CodeBlockKind::Fenced(info) = kind else { return };
    let language = info.split(' ').next().unwrap_or_default();
    if !language.is_empty() {
        let class = ["language-", language].concat();
        pen.give("class", class.into(), Escape::Quotes, at);
    }
}
