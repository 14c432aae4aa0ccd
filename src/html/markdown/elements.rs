//! The tags that pulldown-cmark's HTML renderer writes where an element begins and ends.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, LinkType, Tag, TagEnd};

use super::pen::{Escape, Given, Pen};
use super::writer::Writer;
use crate::span::Span;

impl<'a> Writer<'a> {
    pub(super) fn start(&mut self, tag: Tag<'a>, at: Span, pen: &mut impl Pen<'a>) {
        match tag {
            Tag::Paragraph => self.block("p", at, pen),
            Tag::Heading { level, id, classes, attrs } => {
                if let Some(id) = id {
                    self.give("id", id, Escape::Quotes);
                }
                if let Some(class) = joined(classes) {
                    self.give("class", class, Escape::Quotes);
                }
                for (name, value) in attrs {
                    let value = value.unwrap_or("".into());
                    self.given.push(Given { name, value, escape: Escape::Quotes });
                }
                self.block(heading(level as usize), at, pen);
            }
            Tag::BlockQuote(kind) => {
                if let Some(kind) = kind {
                    self.give("class", alert(kind).into(), Escape::Quotes);
                }
                self.block("blockquote", at, pen);
                self.line_end_after(at.end, pen);
            }
            Tag::CodeBlock(kind) => {
                self.block("pre", at, pen);
                if let CodeBlockKind::Fenced(info) = kind {
                    let language = info.split(' ').next().unwrap_or_default();
                    if !language.is_empty() {
                        let class = format!("language-{language}");
                        self.give("class", class.into(), Escape::Quotes);
                    }
                }
                self.tag("code", ">", at, pen);
            }
            Tag::List(first) => {
                if let Some(first) = first.filter(|&first| first != 1) {
                    self.give("start", first.to_string().into(), Escape::Quotes);
                }
                self.block(if first.is_some() { "ol" } else { "ul" }, at, pen);
                self.line_end_after(at.end, pen);
            }
            Tag::Item => self.block("li", at, pen),
            Tag::FootnoteDefinition(name) => {
                self.give("class", "footnote-definition".into(), Escape::Quotes);
                self.give("id", name.clone(), Escape::Quotes);
                self.block("div", at, pen);
                self.give("class", "footnote-definition-label".into(), Escape::Quotes);
                self.tag("sup", ">", at, pen);
                let number = self.number(name);
                pen.text(number.into(), Escape::Body, at);
                pen.end_tag("sup", at);
            }
            Tag::DefinitionList => {
                self.block("dl", at, pen);
                self.line_end_after(at.end, pen);
            }
            Tag::DefinitionListTitle => self.block("dt", at, pen),
            Tag::DefinitionListDefinition => self.block("dd", at, pen),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.tag("table", ">", at, pen);
            }
            Tag::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.tag("thead", ">", at, pen);
                self.tag("tr", ">", at, pen);
            }
            Tag::TableRow => {
                self.cell = 0;
                self.tag("tr", ">", at, pen);
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
                self.tag(self.cell_name(), ">", at, pen);
            }
            Tag::Emphasis => self.tag("em", ">", at, pen),
            Tag::Strong => self.tag("strong", ">", at, pen),
            Tag::Strikethrough => self.tag("del", ">", at, pen),
            Tag::Superscript => self.tag("sup", ">", at, pen),
            Tag::Subscript => self.tag("sub", ">", at, pen),
            Tag::Link { link_type, dest_url, title, .. } => {
                let email = link_type == LinkType::Email;
                let href = if email { format!("mailto:{dest_url}").into() } else { dest_url };
                self.give("href", href, Escape::Href);
                if !title.is_empty() {
                    self.give("title", title, Escape::Quotes);
                }
                self.tag("a", ">", at, pen);
            }
            // An image is written whole; the other two write nothing.
            Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => {}
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd, at: Span, pen: &mut impl Pen<'a>) {
        let (name, is_block) = match tag {
            TagEnd::Paragraph => ("p", true),
            TagEnd::Heading(level) => (heading(level as usize), true),
            TagEnd::BlockQuote(_) => ("blockquote", true),
            TagEnd::CodeBlock => {
                pen.end_tag("code", at);
                ("pre", true)
            }
            TagEnd::List(ordered) => (if ordered { "ol" } else { "ul" }, true),
            TagEnd::Item => ("li", true),
            TagEnd::FootnoteDefinition => ("div", true),
            TagEnd::DefinitionList => ("dl", true),
            TagEnd::DefinitionListTitle => ("dt", true),
            TagEnd::DefinitionListDefinition => ("dd", true),
            TagEnd::Table => {
                pen.end_tag("tbody", at);
                ("table", true)
            }
            TagEnd::TableHead => {
                pen.end_tag("tr", at);
                pen.end_tag("thead", at);
                self.in_head = false;
                self.tag("tbody", ">", at, pen);
                return self.line_end_after(at.end, pen);
            }
            TagEnd::TableRow => ("tr", true),
            TagEnd::TableCell => {
                self.cell += 1;
                (self.cell_name(), false)
            }
            TagEnd::Emphasis => ("em", false),
            TagEnd::Strong => ("strong", false),
            TagEnd::Strikethrough => ("del", false),
            TagEnd::Superscript => ("sup", false),
            TagEnd::Subscript => ("sub", false),
            TagEnd::Link => ("a", false),
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => return,
        };
        pen.end_tag(name, at);
        self.at_line_start = false;
        if is_block {
            self.line_end_after(at.end, pen);
        }
    }

    fn cell_name(&self) -> &'static str {
        if self.in_head { "th" } else { "td" }
    }
}

fn heading(level: usize) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5"].get(level.wrapping_sub(1)).copied().unwrap_or("h6")
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
