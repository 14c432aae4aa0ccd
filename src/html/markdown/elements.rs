//! The tags that pulldown-cmark's HTML renderer writes where an element begins and ends.

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, HeadingLevel, LinkType, Tag, TagEnd,
};

use super::pen::{Escape, Given, Pen};
use super::writer::{Writer, taken};
use crate::html;
use crate::span::Span;

impl<'e> Writer<'e> {
    pub(super) fn start(&mut self, tag: &mut Tag<'e>, at: Span, pen: &mut impl Pen<'e>) {
        match tag {
            Tag::Paragraph => self.block(html::Tag::P, at, pen),
            Tag::Heading { level, id, classes, attrs } => {
                if let Some(id) = id.take() {
                    self.give("id", id, Escape::Quotes);
                }
                if let Some(class) = joined(std::mem::take(classes)) {
                    self.give("class", class, Escape::Quotes);
                }
                for (name, value) in attrs.drain(..) {
                    let (name, value) = (name.into_string().into(), value.unwrap_or("".into()));
                    self.given.push(Given { name, value, escape: Escape::Quotes });
                }
                self.block(heading(*level), at, pen);
            }
            Tag::BlockQuote(kind) => {
                if let Some(kind) = kind {
                    self.give("class", alert(*kind).into(), Escape::Quotes);
                }
                self.block(html::Tag::Blockquote, at, pen);
                self.line_end_after(at.end, pen);
            }
            Tag::CodeBlock(kind) => {
                self.block(html::Tag::Pre, at, pen);
                if let CodeBlockKind::Fenced(info) = kind {
                    let language = info.split(' ').next().unwrap_or_default();
                    if !language.is_empty() {
                        let class = ["language-", language].concat();
                        self.give("class", class.into(), Escape::Quotes);
                    }
                }
                self.tag(html::Tag::Code, ">", at, pen);
            }
            Tag::List(first) => {
                if let Some(first) = first.filter(|&first| first != 1) {
                    self.give("start", first.to_string().into(), Escape::Quotes);
                }
                self.block(if first.is_some() { html::Tag::Ol } else { html::Tag::Ul }, at, pen);
                self.line_end_after(at.end, pen);
            }
            Tag::Item => self.block(html::Tag::Li, at, pen),
            Tag::FootnoteDefinition(name) => {
                self.give("class", "footnote-definition".into(), Escape::Quotes);
                self.give("id", name.clone(), Escape::Quotes);
                self.block(html::Tag::Div, at, pen);
                self.give("class", "footnote-definition-label".into(), Escape::Quotes);
                self.tag(html::Tag::Sup, ">", at, pen);
                let number = self.number(taken(name));
                pen.text(number.into(), Escape::Body, at);
                pen.end_tag(html::Tag::Sup, at);
            }
            Tag::DefinitionList => {
                self.block(html::Tag::Dl, at, pen);
                self.line_end_after(at.end, pen);
            }
            Tag::DefinitionListTitle => self.block(html::Tag::Dt, at, pen),
            Tag::DefinitionListDefinition => self.block(html::Tag::Dd, at, pen),
            Tag::Table(alignments) => {
                self.alignments = std::mem::take(alignments);
                self.tag(html::Tag::Table, ">", at, pen);
            }
            Tag::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.tag(html::Tag::Thead, ">", at, pen);
                self.tag(html::Tag::Tr, ">", at, pen);
            }
            Tag::TableRow => {
                self.cell = 0;
                self.tag(html::Tag::Tr, ">", at, pen);
            }
            Tag::TableCell => {
                let style = match self.alignments.get(self.cell) {
                    Some(Alignment::Left) => "text-align: left",
                    Some(Alignment::Center) => "text-align: center",
                    Some(Alignment::Right) => "text-align: right",
                    _ => "",
                };
                if !style.is_empty() {
                    self.give("style", style.into(), Escape::Quotes);
                }
                self.tag(self.cell(), ">", at, pen);
            }
            Tag::Emphasis => self.tag(html::Tag::Em, ">", at, pen),
            Tag::Strong => self.tag(html::Tag::Strong, ">", at, pen),
            Tag::Strikethrough => self.tag(html::Tag::Del, ">", at, pen),
            Tag::Superscript => self.tag(html::Tag::Sup, ">", at, pen),
            Tag::Subscript => self.tag(html::Tag::Sub, ">", at, pen),
            Tag::Link { link_type, dest_url, title, .. } => {
                let email = *link_type == LinkType::Email;
                let href =
                    if email { format!("mailto:{dest_url}").into() } else { taken(dest_url) };
                self.give("href", href, Escape::Href);
                if !title.is_empty() {
                    self.give("title", taken(title), Escape::Quotes);
                }
                self.tag(html::Tag::A, ">", at, pen);
            }
            // An image is written whole; the other two write nothing.
            Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => {}
        }
    }

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
fn joined(classes: Vec<CowStr<'_>>) -> Option<CowStr<'_>> {
    match classes.len() {
        0 => None,
        1 => classes.into_iter().next(),
        _ => Some(classes.join(" ").into()),
    }
}
