//! The lenient way: a tree in linear time for markup on which the tree builder's work has no bound.
//!
//! The tree is the nesting written. Where the standard would rebuild or move elements, an end tag
//! closes its nearest open namesake, or nothing; so every tag costs constant time, spread over the
//! elements it closes. No text and no element is lost.

use super::elements::{CLOSES_P, HEAD, HEADINGS, LEAVES_FOREIGN, TABLE_PARTS, VOID, text_state};
use super::nest::Nest;
use super::spec::report_cut;
use super::tokenizer::{EndTag, StartTag, State, Token, Tokens};
use super::{Namespace, NodeId, Tag, Tree};
use crate::diagnostic::Diagnostics;
use crate::span::Span;
use crate::text::Text;

/// The tree of a body, which is a whole page or not; its tokens borrow from `text`.
pub(super) fn parse<'a>(
    mut tokens: impl Tokens<'a>,
    text: &'a str,
    base: u32,
    page: bool,
    diagnostics: &mut Diagnostics,
) -> Tree<'a> {
    let mut builder = Builder { nest: Nest::new(text, base, tokens.nodes()), in_head: page };
    loop {
        let (token, span) = tokens.next(|| builder.namespace() != Namespace::Html);
        match token {
            Token::StartTag(tag) => {
                if let Some(state) = builder.start_tag(tag, span) {
                    tokens.set_state(state);
                }
            }
            Token::EndTag(end) => builder.end_tag(&end, span),
            Token::Text(text) => builder.text(text, span),
            Token::Comment(text) => {
                builder.nest.append_comment(text, span);
            }
            Token::Doctype(_) | Token::Null => {}
            Token::End => break,
        }
    }
    builder.leave_head();
    builder.nest.close_all(base + text.len() as u32);
    report_cut(tokens.cut(), diagnostics);
    let mut tree = builder.nest.tree;
    tree.set_attributes(std::mem::take(tokens.attributes()));
    tree
}

struct Builder<'a> {
    nest: Nest<'a>,
    /// Whether a page has not come to its body yet.
    in_head: bool,
}

impl<'a> Builder<'a> {
    fn current_tag(&self) -> Option<Tag> {
        self.nest.tree.tag(self.nest.current())
    }

    /// The namespace of a child of the current node.
    fn namespace(&self) -> Namespace {
        let Some(element) = self.nest.tree.element(self.nest.current()) else {
            return Namespace::Html;
        };
        let integration_point = match element.namespace {
            Namespace::Html => true,
            Namespace::Svg => {
                ["foreignobject", "desc", "title"].contains(&self.nest.tree.name(element))
            }
            Namespace::MathMl => ["mi", "mo", "mn", "ms", "mtext", "annotation-xml"]
                .contains(&self.nest.tree.name(element)),
        };
        if integration_point { Namespace::Html } else { element.namespace }
    }

    fn text(&mut self, text: Text<'a>, span: Span) {
        let (text, span) = self.nest.trim(text, span);
        if text.is_empty() {
            return;
        }
        if self.nest.open.is_empty() && text.chars().any(|c| !c.is_ascii_whitespace()) {
            self.leave_head();
        }
        self.nest.text(text, span);
    }

    /// The body begins: what stood before it is the head's.
    fn leave_head(&mut self) {
        if std::mem::take(&mut self.in_head) {
            self.nest.close_all(0);
            let Nest { tree, .. } = &mut self.nest;
            while let Some(child) = tree.first_child(NodeId::ROOT) {
                tree.detach(child);
            }
        }
    }

    /// Adds an element; gives the state that its text is read in.
    fn start_tag(&mut self, start: StartTag<'a>, span: Span) -> Option<State> {
        self.nest.skip_line_feed = false;
        let mut name = start.name();
        let StartTag { mut tag, other, attributes, self_closing } = start;
        if matches!(tag, Tag::Html | Tag::Head) {
            return None;
        }
        if tag == Tag::Body || !HEAD.has(tag) {
            self.leave_head();
        }
        if tag == Tag::Body {
            return None;
        }
        if self.namespace() != Namespace::Html && LEAVES_FOREIGN.has(tag) {
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
        let element = self.nest.tree.new_element(tag, namespace, name, attributes);
        let id = self.nest.append(element, span);
        let html = namespace == Namespace::Html;
        if html && VOID.has(tag) || !html && self_closing {
            return None;
        }
        self.nest.open(id, tag, &other);
        if !html {
            return None;
        }
        self.nest.skip_line_feed = matches!(tag, Tag::Pre | Tag::Listing | Tag::Textarea);
        text_state(tag)
    }

    fn end_tag(&mut self, end: &EndTag<'a>, span: Span) {
        self.nest.skip_line_feed = false;
        let (tag, other) = (end.tag, &end.other);
        if tag == Tag::Br {
            self.nest.append_implied(tag, span);
        }
        if !self.nest.is_open(tag, other) {
            return;
        }
        while !self.nest.open.is_empty() {
            let found = self.nest.is_current(tag, other);
            self.nest.close(if found { span.end } else { span.start });
            if found {
                return;
            }
        }
    }

    fn leave_foreign(&mut self, token: Span) {
        while self.namespace() != Namespace::Html {
            self.nest.close(token.start);
        }
    }

    /// Ends the elements whose end tags may be left out before a `tag`, innermost first.
    fn imply_ends(&mut self, tag: Tag, token: Span) {
        while self.current_tag().is_some_and(|current| ends_before(current, tag)) {
            self.nest.close(token.start);
        }
    }

    /// Adds the `tbody` and `tr` that a table's rows and cells stand in.
    fn imply_table_parts(&mut self, tag: Tag, token: Span) {
        let cell = matches!(tag, Tag::Td | Tag::Th);
        if self.current_tag() == Some(Tag::Table) && (cell || tag == Tag::Tr) {
            self.nest.open_implied(Tag::Tbody, token.start);
        }
        if matches!(self.current_tag(), Some(Tag::Tbody | Tag::Thead | Tag::Tfoot)) && cell {
            self.nest.open_implied(Tag::Tr, token.start);
        }
    }
}

/// Whether an open `current` ends where a `next` begins.
fn ends_before(current: Tag, next: Tag) -> bool {
    match current {
        Tag::P => {
            CLOSES_P.has(next)
                || matches!(next, Tag::Li | Tag::Dd | Tag::Dt)
                || TABLE_PARTS.has(next)
        }
        Tag::Li => next == Tag::Li,
        Tag::Dd | Tag::Dt => matches!(next, Tag::Dd | Tag::Dt),
        Tag::Option => matches!(next, Tag::Option | Tag::Optgroup),
        Tag::Optgroup => next == Tag::Optgroup,
        Tag::Rb | Tag::Rt | Tag::Rp | Tag::Rtc => {
            matches!(next, Tag::Rb | Tag::Rt | Tag::Rp | Tag::Rtc)
        }
        Tag::Td | Tag::Th | Tag::Caption => TABLE_PARTS.has(next),
        Tag::Tr => TABLE_PARTS.has(next) && !matches!(next, Tag::Td | Tag::Th),
        Tag::Tbody | Tag::Thead | Tag::Tfoot => {
            TABLE_PARTS.has(next) && !matches!(next, Tag::Td | Tag::Th | Tag::Tr)
        }
        Tag::Colgroup => TABLE_PARTS.has(next) && next != Tag::Col,
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => HEADINGS.has(next),
        _ => false,
    }
}
