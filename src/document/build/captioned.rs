//! `WordPress`'s `[caption]`: an image and its caption between two marks in the text.
//!
//! ```text
//! [caption id="attachment_1" width="300"]<a href=…><img …></a> The pier at dawn[/caption]
//! [caption id="attachment_1" caption="The pier at dawn"]<img …>[/caption]        until version 3.4
//! ```
//!
//! Both marks stand in texts of one element, with an image between them; otherwise they are text.

use super::embed::embed_kind;
use super::figure::FigureFrame;
use super::frame::{Frame, Kind};
use super::look::{descendants, is_block};
use super::{Builder, DEEPEST};
use crate::document::figure::{Caption, CaptionEvidence};
use crate::document::inline::{Inline, Inlines};
use crate::html::{NodeData, NodeId, Tag};
use crate::shortcode::{Shortcode, shortcodes};
use crate::span::Span;
use crate::text::Text;

/// Where a `[/caption]` is: the text, and the place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    text: NodeId,
    start: usize,
}

/// A mark that begins or ends a figure.
pub(super) enum Edge<'a> {
    Open { end: End, id: Option<Text<'a>>, caption: Option<Text<'a>> },
    Close,
}

impl<'a> Builder<'_, 'a> {
    /// What `code`, which stands in the text of `node`, begins or ends.
    pub(super) fn caption_edge(
        &self,
        node: NodeId,
        text: &Text<'a>,
        code: &Shortcode<'_>,
    ) -> Option<Edge<'a>> {
        match code.name {
            "caption" | "wp_caption" => {
                let kind = Kind::Figure(Box::default());
                let may = self.captioned.is_none() && self.depth + kind.json_depth() <= DEEPEST;
                let end = self.caption_end(node, text, code.range.end).filter(|_| may)?;
                let given = |name| code.named(name).filter(|value| !value.is_empty());
                let part = |slice: &str| text.part(Span::of_part(text, slice, 0).range());
                let (id, caption) = (given("id").map(part), given("caption").map(part));
                Some(Edge::Open { end, id, caption })
            }
            "/caption" | "/wp_caption" => {
                let here = End { text: node, start: code.range.start };
                (self.captioned == Some(here)).then_some(Edge::Close)
            }
            _ => None,
        }
    }

    /// Opens or closes the figure at a mark, whose place is `own`.
    pub(super) fn pass_caption_edge(&mut self, node: NodeId, edge: Edge<'a>, own: Span) {
        self.flush();
        match edge {
            Edge::Open { end, id, caption } => {
                let evidence = CaptionEvidence::Shortcode;
                let caption = caption.map(|text| Caption {
                    inlines: Inlines::from(Inline::Text(text)),
                    evidence,
                    span: own,
                });
                let kind = Kind::Figure(Box::new(FigureFrame::by_shortcode(id, caption)));
                self.depth += kind.json_depth();
                self.frames.push(Frame::new(kind, own));
                self.captioned = Some(end);
            }
            Edge::Close => {
                self.captioned = None;
                let frame = self.top_frame();
                frame.span = frame.span.hull(own);
                self.close_frame(node);
            }
        }
    }

    /// Where the caption ends that begins in the text of `node`, before `from`.
    fn caption_end(&self, node: NodeId, text: &Text<'a>, from: usize) -> Option<End> {
        /// An image, a line of text and some markup in it are no more than this.
        const MOST_SIBLINGS: usize = 24;
        if self.in_phrase() {
            return None;
        }
        let mut has_media = false;
        let (mut at, mut from) = (node, from);
        let mut text = text;
        for _ in 0..MOST_SIBLINGS {
            let rest = text.get(from..)?;
            let mark = shortcodes(rest).find(|code| code.name.ends_with("caption"));
            if let Some(mark) = mark {
                let end = End { text: at, start: from + mark.range.start };
                return (has_media && mark.name.starts_with('/')).then_some(end);
            }
            (at, text) = loop {
                at = self.tree.next_sibling(at)?;
                match &self.tree.node(at).data {
                    NodeData::Text(text) => break (at, text),
                    NodeData::Element(_) => has_media |= self.holds_media(at)?,
                    _ => {}
                }
            };
            from = 0;
        }
        None
    }

    /// Whether an image or an embed is in an element; `None` if it is more than a caption holds.
    fn holds_media(&self, node: NodeId) -> Option<bool> {
        const MOST_NODES: usize = 64;
        let tags = || descendants(self.tree, node).take(MOST_NODES).chain([node]);
        let tags = || tags().filter_map(|node| self.tree.tag(node));
        let is_much = |tag: Tag| is_block(tag) && !matches!(tag, Tag::P | Tag::Div);
        let is_media = |tag: Tag| tag == Tag::Img || embed_kind(tag).is_some();
        (!tags().any(is_much)).then(|| tags().any(is_media))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Block, Document, OmittedKind};

    /// The blocks of a body, and how many marks were left out.
    fn read(body: &str) -> String {
        let document = Document::parse(body);
        let short = |block: &Block<'_>| match block {
            Block::Figure(figure) => {
                let images = figure.images.iter().map(|image| image.src.to_string());
                let caption = figure.caption.as_ref().unwrap();
                let (text, evidence) = (caption.inlines.text(), caption.evidence);
                let credits = figure.credits.iter().map(|credit| format!(" ({})", credit.text));
                let id = figure.id.as_deref().unwrap_or_default();
                let (images, credits) = (images.collect::<String>(), credits.collect::<String>());
                format!("{id}#{images}: {text}{credits} {evidence:?}")
            }
            block => block.text().into_string(),
        };
        let blocks = document.blocks().iter().map(short).collect::<Vec<_>>().join("; ");
        let marks = document.omitted().iter();
        let marks = marks.filter(|omitted| omitted.kind == OmittedKind::ShortcodeDelimiter);
        format!("{blocks} ({})", marks.count())
    }

    #[test]
    fn captions_between_marks() {
        for (body, expected) in [
            (
                "<p>x [caption id='i' width=9]<a href=b><img src=a></a> c <i>d</i>[/caption] e",
                "x; i#a: c d Shortcode; e (2)",
            ),
            ("[caption]<img src=a>c (Reuters)[/caption]", "#a: c (Reuters) Shortcode (2)"),
            ("[caption caption='c d']<img src=a>[/caption]", "#a: c d Shortcode (2)"),
            ("[wp_caption]<p><img src=a></p>c[/wp_caption]", "#a: c Shortcode (2)"),
            (
                "[caption]<img src=a>b[/caption][caption]<img src=c>d[/caption]",
                "#a: b Shortcode; #c: d Shortcode (4)",
            ),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }

    #[test]
    fn marks_are_where_they_are_written() {
        let body = "<p>a &amp; b [caption id=&quot;i&quot;]<img src=a>c[/caption]&amp;[caption]<img src=b>d[/caption]";
        let document = Document::parse(body);
        let marks = document.omitted().iter().map(|omitted| omitted.span.slice(body).unwrap());
        let expected = ["[caption id=&quot;i&quot;]", "[/caption]", "[caption]", "[/caption]"];
        assert!(marks.eq(expected));
    }

    #[test]
    fn marks_without_a_figure_are_text() {
        for (body, expected) in [
            ("[caption]<img src=a>c", "[caption]c (0)"),
            ("<img src=a>c[/caption]", "c[/caption] (0)"),
            ("[caption]c[/caption]", "[caption]c[/caption] (0)"),
            ("[[caption]<img src=a>c[[/caption]]", "[[caption]c[[/caption]] (0)"),
            ("<p>[caption]<img src=a></p>c[/caption]", "[caption]; c[/caption] (0)"),
            ("[caption]<h2>a</h2><img src=a>c[/caption]", "[caption]; a; c[/caption] (0)"),
            ("<code>[caption]<img src=a>c[/caption]</code>", "[caption]c[/caption] (0)"),
            ("<h2>[caption]<img src=a>c[/caption]</h2>", "[caption]c[/caption] (0)"),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }
}
