//! From the tree to blocks: one walk, without recursion, that opens and closes frames.
//!
//! ```text
//! tree ──walk──▶ enter / leave ──▶ Run (the phrase being built) ──flush──▶ Frame (the block around)
//! ```
//!
//! An element is one of: left aside ([`Omitted`]), a frame (heading, list, figure …), a format of
//! inlines (`em`, `a` …), a thing in itself (`img`, `hr`, `iframe`), or transparent: its content is
//! that of what is around it, and if it is a block its edges end paragraphs. So nothing is lost
//! whatever the markup.

mod admonition;
mod again;
mod amid;
mod aside;
mod below;
mod beside;
mod blocks;
mod candidates;
mod captioned;
mod code;
mod control;
mod credit;
mod embed;
mod figure;
mod footnote;
mod frame;
mod image;
mod inline;
mod line;
mod look;
mod math;
mod noscript;
mod permalink;
mod phrase;
mod pixel;
mod places;
mod plain;
mod quote;
mod role;
mod run;
mod shortcode;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod unclosed;

use std::collections::HashSet;

use self::amid::OFTEN_AMID_WORDS;
use self::aside::Asides;
use self::captioned::End;
use self::figure::FigureFrame;
use self::footnote::Notes;
use self::frame::{Frame, Kind};
use self::look::{anchor_name, ends_excerpt, heading_level, hidden_kind, is_block};
use self::plain::OFTEN_PLAIN;
use self::run::Run;
use super::block::{Block, Omitted, OmittedKind, Rule};
use super::figure::CaptionEvidence;
use super::inline::Inlines;
use crate::diagnostic::Diagnostics;
use crate::html::{MARK, Namespace, NodeData, NodeId, Tag, Tree};
use crate::limits::Limits;
use crate::metadata::Metadata;
use crate::span::Span;
use crate::text::Text;

/// Blocks whose JSON would nest deeper than this are unwrapped. With what inlines, images and
/// credits add below a block (at most 32), and an aside around it (2), it stays under 120; `serde_json`
/// reads 128.
const DEEPEST: u32 = 86;

/// What a body comes to.
pub(crate) struct Built<'a> {
    pub(crate) blocks: Vec<Block<'a>>,
    pub(crate) omitted: Vec<Omitted>,
}

/// Builds the blocks of a tree. `source` is the text that spans point into, `metadata` what the front
/// matter says.
pub(crate) fn build<'a>(
    tree: &Tree<'a>,
    source: &'a str,
    metadata: &Metadata<'_>,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Built<'a> {
    let mut body = Frame::new(Kind::Body, Span::default());
    // An element, its text and the white space after it: a block in three nodes is the most usual.
    body.blocks.reserve(tree.len() / 3);
    // Few articles nest deeper.
    let mut frames = Vec::with_capacity(8);
    frames.push(body);
    let mut builder = Builder {
        tree,
        source,
        limits,
        diagnostics,
        frames,
        run: Run::new(),
        paragraph: None,
        asides: Asides::default(),
        pictures: HashSet::new(),
        last_image: None,
        twin: None,
        twin_before: None,
        captioned: None,
        notes: Notes::default(),
        opened: Vec::new(),
        hoisted: Vec::new(),
        omitted: Vec::new(),
        depth: 3,
        flattened: false,
        raw: false,
    };
    builder.walk();
    builder.finish(metadata)
}

struct Builder<'t, 'a> {
    tree: &'t Tree<'a>,
    source: &'a str,
    limits: &'t Limits,
    diagnostics: &'t mut Diagnostics,
    /// The open blocks, the body first.
    frames: Vec<Frame<'a>>,
    run: Run<'a>,
    /// The place of the `<p>` that the phrase begins in.
    paragraph: Option<Span>,
    /// What may be no part of the article.
    asides: Asides,
    /// The `<picture>`s whose sources were read.
    pictures: HashSet<NodeId>,
    /// The last image met.
    last_image: Option<NodeId>,
    /// The `<noscript>` that holds an image again which is in the blocks.
    twin: Option<NodeId>,
    /// The image in a `<noscript>` that the next image is.
    twin_before: Option<NodeId>,
    /// Where the open `[caption]` is closed.
    captioned: Option<End>,
    notes: Notes<'t>,
    /// What the open elements opened, innermost last.
    opened: Vec<(NodeId, Opened)>,
    /// Blocks found where only a phrase can be; they follow it.
    hoisted: Vec<Block<'a>>,
    omitted: Vec<Omitted>,
    /// The depth of a block's JSON at the present place.
    depth: u32,
    flattened: bool,
    /// Whether shortcodes are text: `{% raw %}` was met.
    raw: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    Frame,
    Format,
}

/// Whether the walk goes into an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Walk,
    Skip,
    /// It does so from this child on: what stands before it was taken.
    From(NodeId),
    /// It has been left, too.
    Done,
}

impl<'t, 'a> Builder<'t, 'a> {
    fn walk(&mut self) {
        let mut next = self.tree.first_child(NodeId::ROOT);
        while let Some(node) = next {
            next = match self.enter(node) {
                Content::Walk => match self.tree.first_child(node) {
                    Some(child) => Some(child),
                    None => self.climb(node, true),
                },
                Content::From(child) => Some(child),
                Content::Skip => self.climb(node, true),
                Content::Done => self.climb(node, false),
            };
        }
    }

    /// Leaves `node` (unless it was left before) and every element that ends with it; answers what
    /// comes next.
    fn climb(&mut self, mut node: NodeId, mut leaves: bool) -> Option<NodeId> {
        loop {
            if std::mem::replace(&mut leaves, true) {
                self.leave(node);
            }
            if let Some(next) = self.tree.next_sibling(node) {
                return Some(next);
            }
            node = self.tree.parent(node).filter(|&parent| parent != NodeId::ROOT)?;
        }
    }

    fn finish(mut self, metadata: &Metadata<'_>) -> Built<'a> {
        self.flush();
        let blocks = self.frames.pop().map_or_else(Vec::new, |body| body.blocks);
        let blocks = self.asides.part(blocks, metadata);
        unclosed::note(&self.omitted, self.source, self.diagnostics);
        Built { blocks, omitted: self.omitted }
    }

    #[inline(always)]
    fn enter(&mut self, node: NodeId) -> Content {
        match &self.tree.node(node).data {
            NodeData::Root => Content::Walk,
            NodeData::Text(text) => {
                self.enter_text(node, text);
                Content::Done
            }
            NodeData::Comment(id) if self.tree.comment(*id).starts_with(MARK) => {
                let tree = self.tree;
                self.enter_shortcode(node, tree.comment(*id))
            }
            NodeData::Comment(id) if ends_excerpt(self.tree.comment(*id)) => {
                self.omit(node, OmittedKind::ReadMore)
            }
            NodeData::Comment(_) => self.omit(node, OmittedKind::Comment),
            NodeData::Element(element) => {
                if OFTEN_AMID_WORDS.has(element.tag) {
                    if let Some(content) = self.enter_amid_words(node, element) {
                        return content;
                    }
                } else if OFTEN_PLAIN.has(element.tag) && !element.has_attributes() {
                    if let Some(content) = self.enter_plain(node, element) {
                        return content;
                    }
                }
                match (hidden_kind(self.tree, node, element), element.namespace) {
                    (Some(OmittedKind::Script), _) => {
                        self.enter_tex(node).unwrap_or_else(|| self.omit(node, OmittedKind::Script))
                    }
                    (Some(kind), _) => self.omit(node, kind),
                    (None, Namespace::Html) => self.enter_html(node, element.tag),
                    (None, Namespace::MathMl) => self.enter_mathml(node, element.tag),
                    (None, _) => Content::Walk,
                }
            }
        }
    }

    fn enter_html(&mut self, node: NodeId, tag: Tag) -> Content {
        if matches!(tag, Tag::A | Tag::Button) {
            self.enter_link(node, tag);
        }
        let class = self.telling_class(node, tag);
        if let Some(content) = class.and_then(|class| self.enter_math(node, tag, class)) {
            return content;
        }
        if self.in_phrase() {
            return self.enter_in_phrase(node, tag);
        }
        if is_block(tag) {
            self.flush();
        }
        if tag == Tag::P {
            self.paragraph = Some(self.span(node));
        }
        let footnote = if self.notes.may_define() { self.enter_footnote(node, tag) } else { None };
        if let Some(content) = footnote.or_else(|| self.enter_beside(node, tag)) {
            return content;
        }
        if let Some(content) = class.and_then(|class| self.enter_classed(node, tag, class)) {
            return content;
        }
        let tag = if tag == Tag::Figure && self.is_box(node) { Tag::Div } else { tag };
        self.enter_aside(node, tag);
        match tag {
            // A caption has no sections: what is set as a heading there is its first line.
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6
                if matches!(self.top(), Kind::Caption { .. }) =>
            {
                Content::Walk
            }
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                let level = heading_level(tag);
                self.open_frame(node, Kind::Heading { level, id: anchor_name(self.tree, node) })
            }
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir => self.open_list(node, tag),
            Tag::Li if matches!(self.top(), Kind::List(_)) => self.open_item(node),
            Tag::Dl => self.open_frame(node, Kind::DefinitionList { entries: Vec::new() }),
            Tag::Dt if matches!(self.top(), Kind::DefinitionList { .. }) => {
                self.open_frame(node, Kind::Term)
            }
            Tag::Dd if matches!(self.top(), Kind::DefinitionList { .. }) => {
                self.open_frame(node, Kind::Description)
            }
            Tag::Blockquote => self.open_quote(node),
            Tag::Footer if matches!(self.top(), Kind::Quote(_)) => {
                self.open_frame(node, Kind::Attribution)
            }
            Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => self.open_code(node),
            Tag::Figure => {
                let figure = FigureFrame::new(self.attribute(node, "id"));
                self.open_frame(node, Kind::Figure(Box::new(figure)))
            }
            Tag::Figcaption if matches!(self.top(), Kind::Figure(_)) => {
                self.open_caption(node, CaptionEvidence::Figcaption)
            }
            Tag::Caption if matches!(self.top(), Kind::Table { .. }) => {
                self.open_caption(node, CaptionEvidence::TableCaption)
            }
            Tag::Table | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th => {
                self.enter_table(node, tag)
            }
            Tag::Details => {
                let open = self.tree.attribute(node, "open").is_some();
                self.open_frame(node, Kind::Details { open, summary: Inlines::default() })
            }
            Tag::Summary if matches!(self.top(), Kind::Details { summary, .. } if summary.is_empty()) => {
                self.open_frame(node, Kind::Summary)
            }
            Tag::Div if matches!(self.top(), Kind::Figure(_)) => self.enter_address(node),
            Tag::Hr => {
                self.push_block(Block::Rule(Rule { span: self.span(node) }));
                Content::Skip
            }
            _ => self.enter_inline(node, tag),
        }
    }

    /// The class of an element that may be anything by its class; an empty one if another attribute
    /// says what it is.
    fn telling_class(&self, node: NodeId, tag: Tag) -> Option<&'t str> {
        match tag {
            Tag::Div | Tag::Span | Tag::Aside | Tag::Section => {}
            // It may be an admonition's title.
            Tag::P if matches!(self.top(), Kind::Admonition(_)) => {}
            _ => return None,
        }
        let tree = self.tree;
        tree.attributes(tree.element(node)?).iter().find_map(|attribute| match &*attribute.name {
            "class" => Some(attribute.value.as_str()),
            "data-math-style" => Some(""),
            _ => None,
        })
    }

    /// Enters what is a footnote, an admonition or its title by its class.
    fn enter_classed(&mut self, node: NodeId, tag: Tag, class: &str) -> Option<Content> {
        if class == "footnote-definition" && tag == Tag::Div {
            return self.enter_definition(node);
        }
        self.enter_admonition(node, tag, class)
    }

    fn leave(&mut self, node: NodeId) {
        self.close(node);
        self.leave_aside(node);
    }

    fn close(&mut self, node: NodeId) {
        let opened =
            self.opened.last().filter(|(opener, _)| *opener == node).map(|(_, what)| *what);
        match opened {
            Some(Opened::Frame) => self.close_frame(node),
            Some(Opened::Format) => self.run.close(node),
            None => {
                return match self.tree.tag(node) {
                    Some(Tag::P) => self.flush_as(Some(self.span(node))),
                    Some(tag) if is_block(tag) => self.flush(),
                    _ => {}
                };
            }
        }
        self.opened.pop();
    }

    fn top(&self) -> &Kind<'a> {
        self.frames.last().map_or(&Kind::Body, |frame| &frame.kind)
    }

    fn top_frame(&mut self) -> &mut Frame<'a> {
        if self.frames.is_empty() {
            self.frames.push(Frame::new(Kind::Body, Span::default()));
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn in_phrase(&self) -> bool {
        self.top().is_phrase()
    }

    fn is_code(&self) -> bool {
        matches!(self.top(), Kind::Code { .. })
    }

    fn span(&self, node: NodeId) -> Span {
        self.tree.node(node).span
    }

    fn attribute(&self, node: NodeId, name: &str) -> Option<Text<'a>> {
        self.tree.attribute(node, name).map(|attribute| attribute.value.clone())
    }
}
