//! Elements that are a line: texts, and elements amid them that say nothing but by their tag. What the
//! walk would make of them is made in one go, and no frame is opened for an item or a cell; where
//! something else stands in the line, the walk goes on from there.

use super::amid::OFTEN_AMID_WORDS;
use super::frame::Kind;
use super::look::heading_level;
use super::text::{is_clean, is_marked, is_ordinary, shown};
use super::{Builder, Content};
use crate::document::block::Paragraph;
use crate::document::inline::{Inline, Inlines, Styled};
use crate::html::{Element, Namespace, NodeData, NodeId, Tag};
use crate::span::Span;
use crate::text::Text;

impl<'a> Builder<'_, 'a> {
    /// Takes an element that is [often plain](super::plain::OFTEN_PLAIN) and has no attributes, from its
    /// first child on. `None` if what stands around it may make it more than its words.
    pub(super) fn take_line(&mut self, node: NodeId, tag: Tag, first: NodeId) -> Option<Content> {
        let top = self.frames.last()?;
        let may_be_more =
            top.media.is_some() || matches!(top.kind, Kind::Caption { .. } | Kind::Figure(_));
        if may_be_more || !self.run.is_empty() || self.notes.may_define() {
            return None;
        }
        self.flush();
        let (tree, outer) = (self.tree, self.opened.len());
        let mut child = first;
        // What the last inline says, as long as parts are put into the phrase as they are.
        let mut last = Some("");
        loop {
            if !self.take_in_line(child, &mut last) {
                if let Some(last) = last.take() {
                    self.run.resume(last);
                }
                let Some(content) = self.enter_in_line(child) else {
                    return Some(self.open_line(node, tag, outer, child));
                };
                match tree.first_child(child).filter(|_| content == Content::Walk) {
                    Some(inner) => {
                        child = inner;
                        continue;
                    }
                    None => self.leave(child),
                }
            }
            loop {
                if let Some(next) = tree.next_sibling(child) {
                    child = next;
                    break;
                }
                child = tree.parent(child)?;
                if child == node {
                    if last.is_some() {
                        self.run.end_put();
                    }
                    self.end_line(node, tag);
                    return Some(Content::Done);
                }
                self.leave(child);
            }
        }
    }

    /// Takes a text, or an element amid words that is one. False for what has to be looked at.
    #[inline(always)]
    fn take_in_line(&mut self, child: NodeId, last: &mut Option<&'a str>) -> bool {
        let node = self.tree.node(child);
        match &node.data {
            NodeData::Text(text) => self.take_text_in_line(text, node.span, last),
            NodeData::Element(element) => {
                // What follows an empty link may be of media.
                (last.is_some() || self.run.is_unstyled() && !self.run.is_media())
                    && self.take_amid_words(child, element, node.span, last)
            }
            _ => false,
        }
    }

    /// Enters an element amid words that holds others. `None` for what the walk has to look at.
    fn enter_in_line(&mut self, child: NodeId) -> Option<Content> {
        let element = self.tree.element(child).filter(|_| !self.run.is_media())?;
        if element.namespace != Namespace::Html || !OFTEN_AMID_WORDS.has(element.tag) {
            return None;
        }
        let format = self.enter_format(child, element)?;
        Some(self.open_format(child, format))
    }

    #[inline(always)]
    fn take_text_in_line(
        &mut self,
        text: &Text<'a>,
        span: Span,
        last: &mut Option<&'a str>,
    ) -> bool {
        let (words, shown) = shown(text);
        if is_ordinary(words) {
            self.asides.words(words.len(), false);
            if last.is_some() && self.run.put_text(text, &shown, span) {
                return true;
            }
            if let Some(last) = last.take() {
                self.run.resume(last);
            }
            self.run.ordinary(text, shown, span);
            return true;
        }
        if words.is_empty() && self.run.is_empty() {
            // Nothing begins with white space.
            return true;
        }
        if is_marked(words) {
            return false;
        }
        if let Some(last) = last.take() {
            self.run.resume(last);
        }
        self.asides.words(words.len(), false);
        self.run.text(text, span);
        true
    }

    #[inline(always)]
    fn take_amid_words(
        &mut self,
        node: NodeId,
        element: &Element,
        span: Span,
        last: &mut Option<&'a str>,
    ) -> bool {
        if element.namespace != Namespace::Html || !OFTEN_AMID_WORDS.has(element.tag) {
            return false;
        }
        let Some((text, place)) = self.tree.only_text(node) else { return false };
        let is_code = element.tag == Tag::Code;
        let says = if is_code { is_clean } else { is_ordinary };
        let Some(words) = text.as_borrowed().filter(|words| says(words)) else { return false };
        let inlines = Inlines::from(Inline::Text(Text::borrowed(words)));
        let is_link = element.tag == Tag::A;
        let inline = match element.tag {
            Tag::A => match self.plain_link(element, span, inlines) {
                Some(link) => Inline::Link(link),
                None => return false,
            },
            _ if element.has_attributes() => return false,
            Tag::Em | Tag::I => Inline::Emphasis(Box::new(Styled { inlines })),
            Tag::Strong | Tag::B => Inline::Strong(Box::new(Styled { inlines })),
            _ => Inline::Code(Box::new(Styled { inlines })),
        };
        self.asides.words(words.len(), is_link);
        let own = is_link.then_some(span);
        if last.is_some() {
            self.run.put(inline, place, own);
        } else {
            self.run.say(inline, words, place, own);
        }
        *last = Some(words);
        true
    }

    /// Opens a line that the walk goes on with, from `child`. What was opened in it stays so.
    fn open_line(&mut self, node: NodeId, tag: Tag, outer: usize, child: NodeId) -> Content {
        match tag {
            Tag::P => self.paragraph = Some(self.span(node)),
            Tag::Li => _ = self.open_item(node),
            Tag::Td | Tag::Th => _ = self.open_cell(node, tag == Tag::Th),
            _ => {
                let level = heading_level(tag);
                self.open_frame(node, Kind::Heading { level, id: None });
            }
        }
        if tag != Tag::P {
            self.opened[outer..].rotate_right(1);
        }
        Content::From(child)
    }

    /// Ends a line of which all was taken.
    fn end_line(&mut self, node: NodeId, tag: Tag) {
        let phrase = self.run.take();
        match tag {
            Tag::P => {
                let span = self.span(node);
                if let Some(phrase) = phrase {
                    self.asides.end_phrase();
                    if !phrase.is_blank() {
                        self.top_frame().take_words(Paragraph { inlines: phrase.inlines, span });
                    }
                }
                self.end_aside_phrase();
            }
            Tag::Li | Tag::Td | Tag::Th => {
                if phrase.is_some() {
                    self.asides.end_phrase();
                }
                let phrase = phrase.filter(|phrase| !phrase.is_blank());
                let words =
                    phrase.map(|phrase| Paragraph { inlines: phrase.inlines, span: phrase.span });
                self.take_plain_part(node, tag, words);
            }
            _ => {
                let inlines = phrase.map(|phrase| phrase.inlines).unwrap_or_default();
                self.take_plain_heading(node, heading_level(tag), inlines);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Document;

    /// What may stand in a line, in all orders: some of it is taken as it is, some by the walk.
    const PARTS: &[&str] = &[
        "one",
        " two ",
        " ",
        "中\n文",
        "a\n b",
        "&nbsp;",
        "{% raw %}",
        "<b>c</b>",
        "<code>[d]</code>",
        "<em> e </em>",
        "<a href=f>f</a>",
        "<a href=g></a>",
        "<a href=h><b><code>h</code></b> i</a>",
        "<b><b>j</b></b>",
        "<a href=k><button>Enlarge</button></a>",
        "<b>l<br>m</b>",
        "<img src=n>",
        "<sup><a href=#o>1</a></sup>",
        "<!-- p -->",
        "<ul><li>q</ul>",
    ];

    #[test]
    fn a_line_is_what_the_walk_makes_of_it() {
        let attributes = "lang=en";
        let nothing = " ".repeat(attributes.len());
        let elements = [
            ("<p @>", "</p>"),
            ("<ul><li @>", "</li></ul>"),
            ("<table><tr><td @>", "</td></tr></table>"),
            ("<h2 @>", "</h2>"),
            ("<figure><img src=r><h3 @>", "</h3></figure>"),
        ];
        for (start, end) in elements {
            for at in 0..PARTS.len().pow(3) {
                let [first, second, third] =
                    [1, PARTS.len(), PARTS.len().pow(2)].map(|step| PARTS[at / step % PARTS.len()]);
                // Nothing is taken at once of an element that has attributes.
                let [taken, walked] = [&nothing, attributes].map(|attributes| {
                    let start = start.replace('@', attributes);
                    format!("{start}{first}{second}{third}{end}<p>s</p>")
                });
                let (taken, walked) = (Document::parse(&taken), Document::parse(&walked));
                assert_eq!(taken.blocks(), walked.blocks(), "{}", walked.source());
                assert_eq!(taken.omitted(), walked.omitted(), "{}", walked.source());
            }
        }
    }
}
