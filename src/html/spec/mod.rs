//! The spec way: html5ever's tree builder, fed by our tokenizer, building our tree.
//!
//! ```text
//! Tokens ──token──▶ Feed ──atoms, tendrils──▶ html5ever's TreeBuilder ──calls──▶ Sink ──▶ Tree
//! ```
//!
//! html5ever knows the rules; what it is given is as little as they need. Names are its static
//! atoms, or short stand-ins where it has none, so that no name of the input is interned. Of the
//! attributes it sees those that a rule reads. Text goes in as parts of one tendril, so that the
//! tree can borrow from the source what comes out. Element and attributes of a start tag are put
//! together afterwards: the last element that a token created is its own.
//!
//! Its work has no bound of its own, so it runs within a [budget](Budget).

mod attributes;
mod budget;
mod names;
mod open;
mod sink;
mod text;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{self as ever, TokenSink, TokenSinkResult, states};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use self::attributes::Attributes;
use self::budget::Budget;
use self::names::Names;
use self::sink::{Handle, Sink};
#[cfg(test)]
use super::tokenizer::Tokenizer;
use super::tokenizer::{Doctype, StartTag, State, Token, Tokens};
use super::{Namespace, NodeId, Tree};
use crate::diagnostic::{Code, Diagnostics};
use crate::limits::Limits;
use crate::span::Span;
use crate::text::Text;

/// Where a text is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context<'c> {
    /// Inside an element of this name.
    Element(Namespace, &'c str),
    /// As a document, of which the children of `<body>` are kept.
    Page,
    /// As a document, of which everything is kept.
    #[cfg(test)]
    Document,
}

impl Context<'_> {
    pub(super) const BODY: Self = Self::Element(Namespace::Html, "body");
}

/// The tree of a body whose tokens borrow from `text`; `None` if that would take work beyond the
/// budget.
pub(super) fn parse<'a>(
    tokens: impl Tokens<'a>,
    text: &'a str,
    base: u32,
    limits: &Limits,
    context: Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Tree<'a>> {
    let mut feed = Feed::new(tokens, text, base, limits, context);
    if !feed.run() {
        return None;
    }
    report_cut(feed.tokens.cut(), diagnostics);
    Some(feed.finish(context))
}

/// The tree of `text`, whatever it costs.
#[cfg(test)]
pub(super) fn parse_unbounded<'a>(text: &'a str, context: Context<'_>) -> Tree<'a> {
    let limits = Limits::new().with_attributes(u32::MAX);
    let tokens = Tokenizer::new(text, 0, limits.attributes);
    let mut feed = Feed::new(tokens, text, 0, &limits, context);
    feed.budget = Budget::unbounded();
    assert!(feed.run());
    feed.finish(context)
}

/// The steps a byte and the elements a tag that `text` costs.
#[cfg(test)]
#[allow(clippy::cast_precision_loss)]
pub(super) fn cost(text: &str, context: Context<'_>) -> (f64, f64) {
    let limits = Limits::new();
    let tokens = Tokenizer::new(text, 0, limits.attributes);
    let mut feed = Feed::new(tokens, text, 0, &limits, context);
    assert!(feed.run(), "the budget is spent");
    let (steps, created) = (feed.builder.sink.steps(), feed.builder.sink.created());
    let tags = feed.budget.tags().max(100);
    (steps as f64 / text.len().max(1_000) as f64, created as f64 / tags as f64)
}

/// Says of each tag in `cut` that it has too many attributes.
pub(super) fn report_cut(cut: &[Span], diagnostics: &mut Diagnostics) {
    for &span in cut {
        diagnostics.push(Code::TooManyAttributes, span, "tag has too many attributes");
    }
}

/// Brings tokens to the tree builder.
struct Feed<'a, T> {
    tokens: T,
    builder: TreeBuilder<Handle, Sink<'a>>,
    names: Names<'a>,
    attributes: Attributes,
    budget: Budget,
    text: &'a str,
    base: u32,
    limit: usize,
    /// The whole text, of which borrowed text is a part.
    source: StrTendril,
}

impl<'a, T: Tokens<'a>> Feed<'a, T> {
    fn new(mut tokens: T, text: &'a str, base: u32, limits: &Limits, context: Context<'_>) -> Self {
        let source = StrTendril::from_slice(text);
        let sink = Sink::new(text, base, source.clone(), tokens.nodes(), context);
        let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let builder = match context {
            Context::Element(namespace, name) => {
                let element = Handle::context(namespace, name);
                let builder = TreeBuilder::new_for_fragment(sink, element, None, options);
                tokens.set_state(state(builder.tokenizer_state_for_context_elem(false)));
                builder
            }
            Context::Page => TreeBuilder::new(sink, options),
            #[cfg(test)]
            Context::Document => TreeBuilder::new(sink, options),
        };
        let budget = Budget::new(text.len());
        Self {
            tokens,
            builder,
            names: Names::default(),
            attributes: Attributes::default(),
            budget,
            text,
            base,
            limit: limits.attributes as usize,
            source,
        }
    }

    /// Feeds all tokens; false if the budget is spent before the end.
    fn run(&mut self) -> bool {
        loop {
            let Self { tokens, builder, .. } = self;
            let foreign = || builder.adjusted_current_node_present_but_not_in_html_namespace();
            let (token, span) = tokens.next(foreign);
            let end = token == Token::End;
            self.builder.sink.begin(span);
            let tag_name = self.feed(token, span);
            self.settle(tag_name.as_deref());
            if !self.budget.allows(&self.builder.sink) {
                return false;
            }
            if end {
                return true;
            }
        }
    }

    /// Feeds a token; of an end tag, gives the name.
    fn feed(&mut self, token: Token<'a>, span: Span) -> Option<Text<'a>> {
        let token = match token {
            Token::StartTag(tag) => {
                self.start_tag(tag);
                return None;
            }
            Token::EndTag(end) => {
                let name = end.name();
                let local = self.names.local_name(&name);
                self.budget.end_tag(&local);
                let tag = tag(ever::EndTag, local, Vec::new());
                self.process(ever::TagToken(tag));
                self.builder.sink.end_text_run();
                return Some(name);
            }
            Token::Text(text) => {
                let tendril = match text.as_borrowed() {
                    Some(part) => self.part_of_source(part, span),
                    None => StrTendril::from_slice(&text),
                };
                self.builder.sink.expect_text(text, span);
                self.process(ever::CharacterTokens(tendril));
                return None;
            }
            Token::Comment(text) => {
                let tendril = StrTendril::new();
                self.builder.sink.expect_comment(text);
                ever::CommentToken(tendril)
            }
            Token::Doctype(doctype) => ever::DoctypeToken(doctype_token(*doctype)),
            Token::Null => ever::NullCharacterToken,
            Token::End => ever::EOFToken,
        };
        // These two leave the text of a table waiting.
        let ends_run = !matches!(token, ever::NullCharacterToken | ever::DoctypeToken(_));
        self.process(token);
        if ends_run {
            self.builder.sink.end_text_run();
        }
        None
    }

    fn part_of_source(&self, part: &str, span: Span) -> StrTendril {
        let (start, length) = (span.start - self.base, part.len() as u32);
        self.source
            .try_subtendril(start, length)
            .ok()
            .filter(|tendril| tendril.len() == part.len())
            .unwrap_or_else(|| StrTendril::from_slice(part))
    }

    fn start_tag(&mut self, start: StartTag<'a>) {
        let name = start.name();
        let StartTag { attributes, self_closing, .. } = start;
        let local = self.names.local_name(&name);
        let foreign = matches!(&*name, "svg" | "math")
            || self.builder.adjusted_current_node_present_but_not_in_html_namespace();
        let all = self.tokens.attributes();
        let passed = self.attributes.pass(&name, attributes.clone(), all, foreign);
        self.budget.start_tag(&local);
        self.builder.sink.expect_element(&local, name, attributes);
        let tag = ever::Tag { self_closing, ..tag(ever::StartTag, local, passed) };
        self.process(ever::TagToken(tag));
        self.builder.sink.end_text_run();
        let sink = &self.builder.sink;
        sink.claim_element(&mut self.attributes, self.tokens.attributes(), self.limit);
    }

    fn process(&mut self, token: ever::Token) {
        match self.builder.process_token(token, 1) {
            TokenSinkResult::Plaintext => self.tokens.set_state(State::Plaintext),
            TokenSinkResult::RawData(kind) => {
                self.tokens.set_state(state(states::State::RawData(kind)));
            }
            TokenSinkResult::Continue
            | TokenSinkResult::Script(_)
            | TokenSinkResult::EncodingIndicator(_) => {}
        }
    }

    /// Tells the sink where the tree builder stands after a token.
    fn settle(&self, end_tag: Option<&str>) {
        self.builder.sink.forget_probe();
        // Asking this makes the tree builder ask the sink for the name of the current node.
        let _ = self.builder.adjusted_current_node_present_but_not_in_html_namespace();
        self.builder.sink.settle(end_tag);
    }

    fn finish(mut self, context: Context<'_>) -> Tree<'a> {
        let attributes = std::mem::take(self.tokens.attributes());
        let end = self.base + self.text.len() as u32;
        let mut tree = self.builder.sink.into_tree(end);
        tree.set_attributes(attributes);
        if context == Context::Page {
            keep_body(&mut tree);
        }
        tree
    }
}

/// Makes the children of `<body>` the root's.
fn keep_body(tree: &mut Tree<'_>) {
    let named = |tree: &Tree<'_>, parent, tag| {
        tree.children(parent).find(|&child| tree.tag(child) == Some(tag))
    };
    let body = named(tree, NodeId::ROOT, super::Tag::Html)
        .and_then(|html| named(tree, html, super::Tag::Body));
    while let Some(child) = tree.first_child(NodeId::ROOT) {
        tree.detach(child);
    }
    if let Some(body) = body {
        tree.move_children(body, NodeId::ROOT);
    }
}

fn tag(
    kind: ever::TagKind,
    name: html5ever::LocalName,
    attrs: Vec<html5ever::Attribute>,
) -> ever::Tag {
    ever::Tag { kind, name, self_closing: false, attrs, had_duplicate_attributes: false }
}

fn doctype_token(doctype: Doctype<'_>) -> ever::Doctype {
    let tendril = |text: crate::text::Text<'_>| StrTendril::from_slice(&text);
    ever::Doctype {
        name: doctype.name.map(tendril),
        public_id: doctype.public_id.map(tendril),
        system_id: doctype.system_id.map(tendril),
        force_quirks: doctype.force_quirks,
    }
}

/// Our state for the one html5ever asks for.
fn state(state: states::State) -> State {
    match state {
        states::State::RawData(states::RawKind::Rcdata) => State::Rcdata,
        states::State::RawData(states::RawKind::Rawtext) => State::Rawtext,
        states::State::RawData(_) => State::ScriptData,
        states::State::Plaintext => State::Plaintext,
        _ => State::Data,
    }
}
