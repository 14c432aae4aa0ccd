//! The lenient way: a tree in linear time for markup on which the tree builder's work has no bound.
//!
//! The tree is the nesting written. Where the standard would rebuild or move elements, an end tag
//! closes its nearest open namesake, or nothing; so every tag costs constant time, spread over the
//! elements it closes. No text and no element is lost.

use std::collections::HashMap;

use super::spec::report_cut;
use super::tokenizer::{StartTag, State, Token, Tokenizer};
use super::{Element, Namespace, NodeData, NodeId, Tag, Tree};
use crate::diagnostic::Diagnostics;
use crate::limits::Limits;
use crate::span::Span;
use crate::text::Text;

/// The tree of `text`, which is a whole page or not.
pub(super) fn parse<'a>(
    text: &'a str,
    base: u32,
    limits: &Limits,
    page: bool,
    diagnostics: &mut Diagnostics,
) -> Tree<'a> {
    let span = Span::new(base, base + text.len() as u32);
    let mut tokenizer = Tokenizer::new(text, base, limits.attributes);
    let mut builder = Builder {
        text,
        base,
        tree: Tree::new(span),
        open: Vec::new(),
        counts: HashMap::new(),
        in_head: page,
        skip_line_feed: false,
    };
    loop {
        let (token, span) = tokenizer.next(|| builder.namespace() != Namespace::Html);
        match token {
            Token::StartTag(tag) => {
                if let Some(state) = builder.start_tag(tag, span) {
                    tokenizer.set_state(state);
                }
            }
            Token::EndTag(tag) => builder.end_tag(&tag.name, span),
            Token::Text(text) => builder.text(text, span),
            Token::Comment(text) => {
                builder.append(NodeData::Comment(text), span);
            }
            Token::Doctype(_) | Token::Null => {}
            Token::End => break,
        }
    }
    builder.leave_head();
    builder.close_all(0, Span::at(span.end));
    report_cut(tokenizer.cut(), diagnostics);
    let mut tree = builder.tree;
    tree.set_attributes(std::mem::take(tokenizer.attributes()));
    tree
}

struct Builder<'a> {
    text: &'a str,
    base: u32,
    tree: Tree<'a>,
    open: Vec<NodeId>,
    /// How many elements of a name are open.
    counts: HashMap<Text<'a>, u32>,
    /// Whether a page has not come to its body yet.
    in_head: bool,
    /// A line feed directly after `<pre>` is not text.
    skip_line_feed: bool,
}

impl<'a> Builder<'a> {
    /// The element that the next node goes to.
    fn current(&self) -> NodeId {
        self.open.last().copied().unwrap_or(NodeId::ROOT)
    }

    fn current_tag(&self) -> Option<Tag> {
        self.tree.tag(self.current())
    }

    /// The namespace of a child of the current node.
    fn namespace(&self) -> Namespace {
        let Some(element) = self.tree.element(self.current()) else { return Namespace::Html };
        let integration_point = match element.namespace {
            Namespace::Html => true,
            Namespace::Svg => ["foreignobject", "desc", "title"].contains(&element.name.as_str()),
            Namespace::MathMl => {
                ["mi", "mo", "mn", "ms", "mtext", "annotation-xml"].contains(&element.name.as_str())
            }
        };
        if integration_point { Namespace::Html } else { element.namespace }
    }

    fn append(&mut self, data: NodeData<'a>, span: Span) -> NodeId {
        let parent = self.current();
        let id = self.tree.create(data, span);
        self.tree.append(parent, id);
        id
    }

    fn text(&mut self, text: Text<'a>, span: Span) {
        let skip = std::mem::take(&mut self.skip_line_feed) && text.starts_with('\n');
        let (text, span) = if skip { without_first(&text, span) } else { (text, span) };
        if text.is_empty() {
            return;
        }
        if self.open.is_empty() && text.chars().any(|c| !c.is_ascii_whitespace()) {
            self.leave_head();
        }
        let current = self.current();
        if let Some(last) = self.tree.last_child(current) {
            let (source, base) = (self.text, self.base);
            let slice = |span: Span| {
                source.get((span.start - base) as usize..(span.end - base) as usize).unwrap_or("")
            };
            if self.tree.extend_text(last, &text, span, slice) {
                return;
            }
        }
        self.append(NodeData::Text(text), span);
    }

    /// The body begins: what stood before it is the head's.
    fn leave_head(&mut self) {
        if std::mem::take(&mut self.in_head) {
            self.close_all(0, Span::at(self.tree.node(NodeId::ROOT).span.start));
            while let Some(child) = self.tree.first_child(NodeId::ROOT) {
                self.tree.detach(child);
            }
        }
    }

    /// Adds an element; gives the state that its text is read in.
    fn start_tag(&mut self, start: StartTag<'a>, span: Span) -> Option<State> {
        self.skip_line_feed = false;
        let StartTag { mut name, attributes, self_closing } = start;
        let mut tag = Tag::from_name(&name);
        if matches!(tag, Tag::Html | Tag::Head) {
            return None;
        }
        if tag == Tag::Body || !is_head(tag) {
            self.leave_head();
        }
        if tag == Tag::Body {
            return None;
        }
        if self.namespace() != Namespace::Html && leaves_foreign(tag) {
            self.leave_foreign(span);
        }
        let namespace = match (self.namespace(), tag) {
            (Namespace::Html, Tag::Svg) => Namespace::Svg,
            (Namespace::Html, Tag::Math) => Namespace::MathMl,
            (namespace, _) => namespace,
        };
        if namespace == Namespace::Html {
            if tag == Tag::Image {
                (tag, name) = (Tag::Img, Text::borrowed("img"));
            }
            self.imply_ends(tag, span);
            self.imply_table_parts(tag, span);
        }
        let element = Element { tag, namespace, name: name.clone(), attributes };
        let id = self.append(NodeData::Element(element), span);
        let html = namespace == Namespace::Html;
        if html && is_void(tag) || !html && self_closing {
            return None;
        }
        self.open(id, name);
        if !html {
            return None;
        }
        self.skip_line_feed = matches!(tag, Tag::Pre | Tag::Listing | Tag::Textarea);
        text_state(tag)
    }

    fn end_tag(&mut self, name: &Text<'a>, span: Span) {
        self.skip_line_feed = false;
        let tag = Tag::from_name(name);
        if tag == Tag::Br {
            let name = Text::borrowed("br");
            let element = Element { tag, namespace: Namespace::Html, name, attributes: 0..0 };
            self.append(NodeData::Element(element), span);
            return;
        }
        if self.counts.get(&**name).is_none_or(|&count| count == 0) {
            return;
        }
        while let Some(&id) = self.open.last() {
            let found = self.tree.element(id).is_some_and(|element| element.name == *name);
            self.close(if found { span.end } else { span.start });
            if found {
                return;
            }
        }
    }

    fn open(&mut self, id: NodeId, name: Text<'a>) {
        self.open.push(id);
        *self.counts.entry(name).or_default() += 1;
    }

    /// Closes the current node.
    fn close(&mut self, end: u32) {
        let Some(id) = self.open.pop() else { return };
        self.tree.node_mut(id).span.end = end;
        let Some(element) = self.tree.element(id) else { return };
        if let Some(count) = self.counts.get_mut(&*element.name) {
            *count = count.saturating_sub(1);
        }
    }

    fn close_all(&mut self, depth: usize, token: Span) {
        while self.open.len() > depth {
            self.close(token.start);
        }
    }

    fn leave_foreign(&mut self, token: Span) {
        while self.namespace() != Namespace::Html {
            self.close(token.start);
        }
    }

    /// Ends the elements whose end tags may be left out before a `tag`, innermost first.
    fn imply_ends(&mut self, tag: Tag, token: Span) {
        while self.current_tag().is_some_and(|current| ends_before(current, tag)) {
            self.close(token.start);
        }
    }

    /// Adds the `tbody` and `tr` that a table's rows and cells stand in.
    fn imply_table_parts(&mut self, tag: Tag, token: Span) {
        let cell = matches!(tag, Tag::Td | Tag::Th);
        if self.current_tag() == Some(Tag::Table) && (cell || tag == Tag::Tr) {
            self.imply(Tag::Tbody, token);
        }
        if matches!(self.current_tag(), Some(Tag::Tbody | Tag::Thead | Tag::Tfoot)) && cell {
            self.imply(Tag::Tr, token);
        }
    }

    fn imply(&mut self, tag: Tag, token: Span) {
        let name = Text::borrowed(tag.name());
        let element =
            Element { tag, namespace: Namespace::Html, name: name.clone(), attributes: 0..0 };
        let id = self.append(NodeData::Element(element), Span::at(token.start));
        self.open(id, name);
    }
}

fn without_first<'a>(text: &Text<'a>, span: Span) -> (Text<'a>, Span) {
    match text.as_borrowed() {
        Some(borrowed) => {
            let text = Text::borrowed(borrowed.get(1..).unwrap_or_default());
            (text, Span::new(span.start + 1, span.end))
        }
        None => (Text::from(text.get(1..).unwrap_or_default().to_owned()), span),
    }
}

/// Whether an open `current` ends where a `next` begins.
fn ends_before(current: Tag, next: Tag) -> bool {
    match current {
        Tag::P => {
            closes_p(next) || matches!(next, Tag::Li | Tag::Dd | Tag::Dt) || is_table_part(next)
        }
        Tag::Li => next == Tag::Li,
        Tag::Dd | Tag::Dt => matches!(next, Tag::Dd | Tag::Dt),
        Tag::Option => matches!(next, Tag::Option | Tag::Optgroup),
        Tag::Optgroup => next == Tag::Optgroup,
        Tag::Rb | Tag::Rt | Tag::Rp | Tag::Rtc => {
            matches!(next, Tag::Rb | Tag::Rt | Tag::Rp | Tag::Rtc)
        }
        Tag::Td | Tag::Th => is_table_part(next),
        Tag::Tr => is_table_part(next) && !matches!(next, Tag::Td | Tag::Th),
        Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Colgroup | Tag::Caption => {
            matches!(next, Tag::Tbody | Tag::Thead | Tag::Tfoot)
                || matches!(current, Tag::Colgroup | Tag::Caption) && is_table_part(next)
        }
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
            matches!(next, Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
        }
        _ => false,
    }
}

fn is_table_part(tag: Tag) -> bool {
    matches!(tag, Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot)
}

fn closes_p(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Center
            | Tag::Details
            | Tag::Dialog
            | Tag::Dir
            | Tag::Div
            | Tag::Dl
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
            | Tag::Listing
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::P
            | Tag::Plaintext
            | Tag::Pre
            | Tag::Search
            | Tag::Section
            | Tag::Summary
            | Tag::Table
            | Tag::Ul
            | Tag::Xmp
    )
}

fn is_head(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Base
            | Tag::Basefont
            | Tag::Bgsound
            | Tag::Link
            | Tag::Meta
            | Tag::Noframes
            | Tag::Noscript
            | Tag::Script
            | Tag::Style
            | Tag::Template
            | Tag::Title
    )
}

fn is_void(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Area
            | Tag::Base
            | Tag::Basefont
            | Tag::Bgsound
            | Tag::Br
            | Tag::Col
            | Tag::Embed
            | Tag::Frame
            | Tag::Hr
            | Tag::Img
            | Tag::Input
            | Tag::Keygen
            | Tag::Link
            | Tag::Meta
            | Tag::Param
            | Tag::Source
            | Tag::Track
            | Tag::Wbr
    )
}

/// The HTML elements that end SVG and `MathML`, as far as articles use them.
fn leaves_foreign(tag: Tag) -> bool {
    closes_p(tag) && tag != Tag::Form
        || matches!(
            tag,
            Tag::B
                | Tag::Big
                | Tag::Br
                | Tag::Code
                | Tag::Dd
                | Tag::Dt
                | Tag::Em
                | Tag::Embed
                | Tag::I
                | Tag::Img
                | Tag::Li
                | Tag::Meta
                | Tag::Nobr
                | Tag::Ruby
                | Tag::S
                | Tag::Small
                | Tag::Span
                | Tag::Strike
                | Tag::Strong
                | Tag::Sub
                | Tag::Sup
                | Tag::Tt
                | Tag::U
                | Tag::Var
        )
}

/// The state in which the text of an element is read, where it is not the usual one.
fn text_state(tag: Tag) -> Option<State> {
    match tag {
        Tag::Title | Tag::Textarea => Some(State::Rcdata),
        Tag::Style | Tag::Xmp | Tag::Iframe | Tag::Noembed | Tag::Noframes => Some(State::Rawtext),
        Tag::Script => Some(State::ScriptData),
        Tag::Plaintext => Some(State::Plaintext),
        _ => None,
    }
}
