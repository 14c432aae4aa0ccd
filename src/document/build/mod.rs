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

mod credit;
mod figure;
mod frame;
mod image;
mod run;
mod table;
#[cfg(test)]
mod tests;
mod text;

use self::figure::FigureFrame;
use self::frame::{Frame, Kind};
use self::run::{Format, Phrase, Run};
use super::block::{Block, Embed, EmbedKind, Omitted, OmittedKind, Paragraph, Rule, TablePart};
use super::figure::CaptionEvidence;
use super::inline::{Inline, Inlines, Link};
use crate::diagnostic::{Code, Diagnostics};
use crate::html::{Namespace, NodeData, NodeId, Tag, Tree};
use crate::limits::Limits;
use crate::span::Span;
use crate::text::Text;

/// Blocks whose JSON would nest deeper than this are unwrapped. With what inlines, images and
/// credits add below a block (at most 32) it stays under 120; `serde_json` reads 128.
const DEEPEST: u32 = 88;

/// What a body comes to.
pub(crate) struct Built<'a> {
    pub(crate) blocks: Vec<Block<'a>>,
    pub(crate) omitted: Vec<Omitted>,
}

/// Builds the blocks of a tree. `source` is the text that spans point into.
pub(crate) fn build<'a>(
    tree: &Tree<'a>,
    source: &'a str,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Built<'a> {
    let mut builder = Builder {
        tree,
        source,
        limits,
        diagnostics,
        frames: vec![Frame::new(Kind::Body, Span::default())],
        run: Run::default(),
        paragraph: None,
        opened: Vec::new(),
        hoisted: Vec::new(),
        omitted: Vec::new(),
        depth: 3,
        flattened: false,
    };
    builder.walk();
    builder.finish()
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
    /// What the open elements opened, innermost last.
    opened: Vec<(NodeId, Opened)>,
    /// Blocks found where only a phrase can be; they follow it.
    hoisted: Vec<Block<'a>>,
    omitted: Vec<Omitted>,
    /// The depth of a block's JSON at the present place.
    depth: u32,
    flattened: bool,
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
}

impl<'a> Builder<'_, 'a> {
    fn walk(&mut self) {
        let mut next = self.tree.first_child(NodeId::ROOT);
        while let Some(node) = next {
            let content = self.enter(node);
            let child = self.tree.first_child(node).filter(|_| content == Content::Walk);
            next = child.or_else(|| self.climb(node));
        }
    }

    /// Leaves `node`, and every element that ends with it; answers what comes next.
    fn climb(&mut self, mut node: NodeId) -> Option<NodeId> {
        loop {
            self.leave(node);
            if let Some(next) = self.tree.next_sibling(node) {
                return Some(next);
            }
            node = self.tree.parent(node).filter(|&parent| parent != NodeId::ROOT)?;
        }
    }

    fn finish(mut self) -> Built<'a> {
        self.flush();
        let blocks = self.frames.pop().map_or_else(Vec::new, |body| body.blocks);
        Built { blocks, omitted: self.omitted }
    }

    fn enter(&mut self, node: NodeId) -> Content {
        match &self.tree.node(node).data {
            NodeData::Root => Content::Walk,
            NodeData::Text(text) => {
                let span = self.tree.node(node).span;
                if self.is_code() {
                    self.run.preformatted(text, span);
                } else {
                    self.run.text(text, span);
                }
                Content::Skip
            }
            NodeData::Comment(_) => self.omit(node, OmittedKind::Comment),
            NodeData::Element(element) => match (hidden_kind(self.tree, node), element.namespace) {
                (Some(kind), _) => self.omit(node, kind),
                (None, Namespace::Html) => self.enter_html(node, element.tag),
                (None, Namespace::MathMl) if element.tag == Tag::Math => {
                    self.open_format(node, Format::Math)
                }
                (None, _) => Content::Walk,
            },
        }
    }

    fn enter_html(&mut self, node: NodeId, tag: Tag) -> Content {
        if self.in_phrase() {
            return self.enter_in_phrase(node, tag);
        }
        if is_block(tag) {
            self.flush();
        }
        match tag {
            Tag::P => {
                self.paragraph = Some(self.span(node));
                self.enter_credit(node)
            }
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                let level = heading_level(tag);
                self.open_frame(node, Kind::Heading { level, id: self.attribute(node, "id") })
            }
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir => self.open_list(node, tag),
            Tag::Li if matches!(self.top(), Kind::List { .. }) => {
                self.open_frame(node, Kind::Item { checked: None })
            }
            Tag::Dl => self.open_frame(node, Kind::DefinitionList { entries: Vec::new() }),
            Tag::Dt if matches!(self.top(), Kind::DefinitionList { .. }) => {
                self.open_frame(node, Kind::Term)
            }
            Tag::Dd if matches!(self.top(), Kind::DefinitionList { .. }) => {
                self.open_frame(node, Kind::Description)
            }
            Tag::Blockquote => {
                self.open_frame(node, Kind::Quote { cite: self.attribute(node, "cite") })
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
            Tag::Details => self.open_frame(node, Kind::Details { summary: Inlines::default() }),
            Tag::Summary if matches!(self.top(), Kind::Details { .. }) => {
                self.open_frame(node, Kind::Summary)
            }
            Tag::Hr => {
                self.push_block(Block::Rule(Rule { span: self.span(node) }));
                Content::Skip
            }
            Tag::Span | Tag::Div | Tag::Small | Tag::Em | Tag::I | Tag::Cite => {
                self.enter_credit(node)
            }
            _ => self.enter_inline(node, tag),
        }
    }

    /// In a heading or code everything but inlines is transparent; its edges part words.
    fn enter_in_phrase(&mut self, node: NodeId, tag: Tag) -> Content {
        if is_block(tag) {
            self.flush();
        }
        if self.is_code() && !matches!(tag, Tag::A | Tag::Img | Tag::Br) {
            return self.enter_transparent(node, tag);
        }
        if tag == Tag::A && !self.is_code() && is_permalink(self.tree, node) {
            return self.omit(node, OmittedKind::Permalink);
        }
        self.enter_inline(node, tag)
    }

    fn enter_inline(&mut self, node: NodeId, tag: Tag) -> Content {
        let format = match tag {
            Tag::Em | Tag::I => Format::Emphasis,
            Tag::Strong | Tag::B => Format::Strong,
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => Format::Code,
            Tag::Sup => Format::Superscript,
            Tag::Sub => Format::Subscript,
            Tag::Del | Tag::S | Tag::Strike => Format::Deleted,
            Tag::Ins => Format::Inserted,
            Tag::Mark => Format::Mark,
            Tag::Q => Format::Quotation,
            Tag::Cite => Format::Cite,
            Tag::Ruby => Format::Ruby,
            Tag::Rt => Format::Reading,
            Tag::Abbr | Tag::Acronym => Format::Abbreviation(self.attribute(node, "title")),
            Tag::A => match self.link(node) {
                Some(link) => Format::Link(link),
                None => return Content::Walk,
            },
            Tag::Br => return self.line_break(),
            Tag::Img => return self.push_image(node),
            Tag::Input => return self.enter_input(node),
            _ => return self.enter_transparent(node, tag),
        };
        self.open_format(node, format)
    }

    /// An element that says nothing itself: its content counts, unless it is a fallback.
    fn enter_transparent(&mut self, node: NodeId, tag: Tag) -> Content {
        if let Some(kind) = embed_kind(tag) {
            self.push_embed(node, kind);
        } else if !matches!(tag, Tag::Applet | Tag::Canvas | Tag::Noembed | Tag::Noframes) {
            return Content::Walk;
        }
        if self.tree.children(node).any(|child| !is_media_source(self.tree, child)) {
            self.omit(node, OmittedKind::Fallback);
        }
        Content::Skip
    }

    fn leave(&mut self, node: NodeId) {
        let opened =
            self.opened.last().filter(|(opener, _)| *opener == node).map(|(_, what)| *what);
        match opened {
            Some(Opened::Frame) => self.close_frame(),
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

    // --- phrases

    /// Ends the phrase: it becomes a paragraph of the frame around, or stays one phrase in a heading.
    fn flush(&mut self) {
        self.flush_as(None);
    }

    /// The same; `whole` is the place of the `<p>` that ends here.
    fn flush_as(&mut self, whole: Option<Span>) {
        if self.is_code() {
            return self.run.end_line();
        }
        if self.in_phrase() {
            return self.run.part();
        }
        let in_paragraph = self.paragraph.take();
        let Some(Phrase { inlines, span, text_span }) = self.run.take() else { return };
        // Spaces that only keep a paragraph open (`<p>&nbsp;</p>`) say nothing.
        if inlines.is_plain() && inlines.text().trim().is_empty() {
            return;
        }
        let top = self.top_frame();
        match (&mut top.kind, in_paragraph) {
            (Kind::Figure(figure), None) => {
                figure.take_bare(inlines, text_span, top.blocks.len());
            }
            // A `<p>` that a block parts gives its place to none of the parts.
            (_, element) => {
                let span = whole.and(element).unwrap_or(span);
                top.take(Block::Paragraph(Paragraph { inlines, span }));
            }
        }
    }

    fn line_break(&mut self) -> Content {
        let code = self.is_code();
        if self.run.line_break(code) && !self.in_phrase() {
            self.paragraph = None;
            self.flush();
        }
        Content::Skip
    }

    fn open_format(&mut self, node: NodeId, format: Format<'a>) -> Content {
        if self.run.open(node, format) {
            self.opened.push((node, Opened::Format));
        }
        Content::Walk
    }

    fn link(&self, node: NodeId) -> Option<Box<Link<'a>>> {
        Some(Box::new(Link {
            href: self.attribute(node, "href")?,
            title: self.attribute(node, "title"),
            rel: self.attribute(node, "rel"),
            id: self.attribute(node, "id").or_else(|| self.attribute(node, "name")),
            inlines: Inlines::default(),
            span: self.span(node),
        }))
    }

    fn push_image(&mut self, node: NodeId) -> Content {
        let (image, cut) = image::image(self.tree, node, self.limits);
        let span = image.span;
        if cut {
            let most = self.limits.srcset_candidates;
            let message = format!("an image has more than {most} candidates");
            self.diagnostics.push(Code::TooManyCandidates, span, message);
        }
        self.run.push(Inline::Image(Box::new(image)), span);
        Content::Skip
    }

    /// A checkbox at the start of an item is the item's.
    fn enter_input(&mut self, node: NodeId) -> Content {
        let is_box = self
            .tree
            .attribute(node, "type")
            .is_some_and(|kind| kind.value.eq_ignore_ascii_case("checkbox"));
        let checked = self.tree.attribute(node, "checked").is_some();
        let first = is_box && self.run.is_empty();
        let frame = self.top_frame();
        if let (true, Kind::Item { checked: slot @ None }) =
            (first && frame.blocks.is_empty(), &mut frame.kind)
        {
            *slot = Some(checked);
        }
        Content::Skip
    }

    // --- blocks

    fn push_block(&mut self, block: Block<'a>) {
        if self.in_phrase() {
            self.hoisted.push(block);
        } else {
            self.flush();
            self.top_frame().take(block);
        }
    }

    fn push_embed(&mut self, node: NodeId, kind: EmbedKind) {
        let sources: Vec<Text<'a>> = self
            .tree
            .children(node)
            .take(self.limits.srcset_candidates as usize)
            .filter(|&child| self.tree.tag(child) == Some(Tag::Source))
            .filter_map(|source| self.attribute(source, "src"))
            .collect();
        let mut sources = sources.into_iter();
        let src = self.attribute(node, if kind == EmbedKind::Object { "data" } else { "src" });
        let src = src.or_else(|| self.attribute(node, "src")).or_else(|| sources.next());
        self.push_block(Block::Embed(Box::new(Embed {
            kind,
            src: src.unwrap_or_default(),
            title: self.attribute(node, "title"),
            poster: self.attribute(node, "poster"),
            sources: sources.collect(),
            span: self.span(node),
        })));
    }

    fn open_list(&mut self, node: NodeId, tag: Tag) -> Content {
        let ordered = tag == Tag::Ol;
        let start = self.attribute(node, "start").filter(|_| ordered);
        let start = start.and_then(|start| start.trim().parse().ok());
        self.open_frame(node, Kind::List { ordered, start, items: Vec::new() })
    }

    /// `<pre>` is code, unless blocks stand in it: then it is transparent.
    fn open_code(&mut self, node: NodeId) -> Content {
        if holds_blocks(self.tree, node) {
            return Content::Walk;
        }
        let language = code_language(self.tree, node);
        self.run.keep_formats(false);
        self.open_frame(node, Kind::Code { language })
    }

    fn open_caption(&mut self, node: NodeId, evidence: CaptionEvidence) -> Content {
        self.open_frame(node, Kind::Caption { evidence, credits: Vec::new() })
    }

    /// An element in a figure or caption whose class says that it credits someone.
    fn enter_credit(&mut self, node: NodeId) -> Content {
        let in_figure = matches!(self.top(), Kind::Figure(_) | Kind::Caption { .. });
        if in_figure && class_credits(self.tree, node) {
            self.flush();
            return self.open_frame(node, Kind::Credit);
        }
        match self.tree.tag(node) {
            Some(tag @ (Tag::Em | Tag::I | Tag::Cite)) => self.enter_inline(node, tag),
            _ => Content::Walk,
        }
    }

    /// Opens a frame, unless its JSON would nest too deep: then the element is transparent.
    fn open_frame(&mut self, node: NodeId, kind: Kind<'a>) -> Content {
        let span = self.span(node);
        if self.depth + kind.json_depth() > DEEPEST {
            if !std::mem::replace(&mut self.flattened, true) {
                let message =
                    "blocks nest deeper than JSON readers take; the deepest are unwrapped";
                self.diagnostics.push(Code::NestingFlattened, span, message);
            }
            return Content::Walk;
        }
        self.depth += kind.json_depth();
        self.frames.push(Frame::new(kind, span));
        self.opened.push((node, Opened::Frame));
        Content::Walk
    }

    fn close_frame(&mut self) {
        let phrase = if self.in_phrase() {
            self.run.keep_formats(true);
            self.run.take().map(|phrase| phrase.inlines).unwrap_or_default()
        } else {
            self.flush();
            Inlines::default()
        };
        // The body's frame stays: it was opened by no element.
        let Some(frame) = self.frames.pop() else { return };
        self.depth -= frame.kind.json_depth();
        let closed = frame.close(phrase, self.source);
        let hoisted = std::mem::take(&mut self.hoisted);
        let top = self.top_frame();
        top.take_closed(closed);
        top.take_all(hoisted);
    }

    fn omit(&mut self, node: NodeId, kind: OmittedKind) -> Content {
        self.omitted.push(Omitted { kind, span: self.span(node) });
        Content::Skip
    }

    // --- looks

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

/// Why an element is not shown, whatever stands in it.
fn hidden_kind(tree: &Tree<'_>, node: NodeId) -> Option<OmittedKind> {
    let element = tree.element(node)?;
    match element.tag {
        Tag::Script => return Some(OmittedKind::Script),
        Tag::Style => return Some(OmittedKind::Style),
        Tag::Template => return Some(OmittedKind::Template),
        Tag::Title | Tag::Datalist if element.namespace == Namespace::Html => {
            return Some(OmittedKind::Hidden);
        }
        _ => {}
    }
    let hides = tree.attributes(element).iter().any(|attribute| match &*attribute.name {
        "hidden" => true,
        "style" => displays_none(&attribute.value),
        _ => false,
    });
    hides.then_some(OmittedKind::Hidden)
}

/// Whether the last `display` of an inline style is `none`.
fn displays_none(style: &str) -> bool {
    let mut hidden = false;
    for declaration in style.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        if property.trim().eq_ignore_ascii_case("display") {
            let value = value.trim().split([' ', '!']).next().unwrap_or_default();
            hidden = value.eq_ignore_ascii_case("none");
        }
    }
    hidden
}

/// Whether a heading's link only names the heading: `<a href="#here">#</a>`.
fn is_permalink(tree: &Tree<'_>, node: NodeId) -> bool {
    const SIGNS: &[&str] = &["", "#", "¶", "§", "🔗", "∞", "⚓"];
    /// A permalink holds next to nothing: more nodes than this are not looked at.
    const MOST: usize = 8;
    let own = tree.attribute(node, "href").is_some_and(|href| href.value.starts_with('#'));
    if !own {
        return false;
    }
    let mut text = String::new();
    let mut seen = 0;
    for child in descendants(tree, node) {
        seen += 1;
        match &tree.node(child).data {
            NodeData::Text(part) if text.len() + part.len() <= 64 => text.push_str(part),
            NodeData::Text(_) => return false,
            NodeData::Element(element) if element.tag == Tag::Img => return false,
            _ => {}
        }
        if seen > MOST {
            return false;
        }
    }
    text.retain(|c| !c.is_whitespace());
    SIGNS.contains(&&*text)
}

/// Whether a block stands in `node` that is not just a line of it.
fn holds_blocks(tree: &Tree<'_>, node: NodeId) -> bool {
    descendants(tree, node)
        .filter_map(|child| tree.tag(child))
        .any(|tag| is_block(tag) && !matches!(tag, Tag::Div | Tag::P | Tag::Center))
}

/// The nodes below `node`, in order.
fn descendants<'t>(tree: &'t Tree<'_>, node: NodeId) -> impl Iterator<Item = NodeId> + 't {
    let after = move |mut at: NodeId| loop {
        if at == node {
            return None;
        }
        if let Some(next) = tree.next_sibling(at) {
            return Some(next);
        }
        at = tree.parent(at)?;
    };
    std::iter::successors(tree.first_child(node), move |&at| {
        tree.first_child(at).or_else(|| after(at))
    })
}

/// The language of code, as highlighters write it: `class="language-rust"`, `lang-rust`, `brush: rust`
/// on the `<pre>` or its `<code>`, or `lang` on the `<pre>`.
fn code_language<'a>(tree: &Tree<'a>, pre: NodeId) -> Option<Text<'a>> {
    let code = tree.children(pre).find(|&child| tree.tag(child) == Some(Tag::Code));
    let classes = code.into_iter().chain([pre]).filter_map(|node| tree.attribute(node, "class"));
    for class in classes {
        let named = class
            .value
            .split_ascii_whitespace()
            .find_map(|word| word.strip_prefix("language-").or_else(|| word.strip_prefix("lang-")));
        let brush =
            || Some(class.value.split_once("brush:")?.1.trim().split([';', ' ']).next()?.trim());
        if let Some(name) = named.or_else(brush).filter(|name| !name.is_empty()) {
            return Some(class.value.part(Span::of_part(&class.value, name, 0).range()));
        }
    }
    tree.attribute(pre, "lang").map(|lang| lang.value.clone())
}

fn class_credits(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.attribute(node, "class").is_some_and(|class| {
        class.value.split([' ', '\t', '\n', '-', '_']).any(|word| {
            matches!(
                &*word.to_ascii_lowercase(),
                "credit" | "credits" | "copyright" | "photographer"
            )
        })
    })
}

fn is_media_source(tree: &Tree<'_>, node: NodeId) -> bool {
    match &tree.node(node).data {
        NodeData::Text(text) => text.trim().is_empty(),
        NodeData::Element(element) => {
            matches!(element.tag, Tag::Source | Tag::Track | Tag::Param)
        }
        _ => false,
    }
}

const fn embed_kind(tag: Tag) -> Option<EmbedKind> {
    match tag {
        Tag::Iframe | Tag::Frame => Some(EmbedKind::Frame),
        Tag::Video => Some(EmbedKind::Video),
        Tag::Audio => Some(EmbedKind::Audio),
        Tag::Object | Tag::Embed => Some(EmbedKind::Object),
        _ => None,
    }
}

const fn heading_level(tag: Tag) -> u8 {
    match tag {
        Tag::H1 => 1,
        Tag::H2 => 2,
        Tag::H3 => 3,
        Tag::H4 => 4,
        Tag::H5 => 5,
        _ => 6,
    }
}

const fn table_part(tag: Tag) -> TablePart {
    match tag {
        Tag::Thead => TablePart::Head,
        Tag::Tfoot => TablePart::Foot,
        _ => TablePart::Body,
    }
}

/// Whether an element's edges end paragraphs (HTML 15.3, the rendering of flow content).
const fn is_block(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Body
            | Tag::Caption
            | Tag::Center
            | Tag::Dd
            | Tag::Details
            | Tag::Dialog
            | Tag::Dir
            | Tag::Div
            | Tag::Dl
            | Tag::Dt
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Form
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Header
            | Tag::Hgroup
            | Tag::Hr
            | Tag::Html
            | Tag::Legend
            | Tag::Li
            | Tag::Listing
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::Optgroup
            | Tag::Option
            | Tag::P
            | Tag::Plaintext
            | Tag::Pre
            | Tag::Search
            | Tag::Section
            | Tag::Summary
            | Tag::Table
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr
            | Tag::Ul
            | Tag::Xmp
    )
}
