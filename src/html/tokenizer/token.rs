//! [`Token`]: what a tokenizer reads, in the words of the standard.

use std::ops::Range;

use crate::html::{Attribute, Tag};
use crate::span::Span;
use crate::text::Text;

/// What the tokenizer read.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html) enum Token<'a> {
    Doctype(Box<Doctype<'a>>),
    StartTag(StartTag<'a>),
    EndTag(EndTag<'a>),
    Comment(Text<'a>),
    /// A run of characters, references decoded.
    Text(Text<'a>),
    /// A NUL that the tree builder decides about.
    Null,
    End,
}

/// `<!DOCTYPE …>`.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::html) struct Doctype<'a> {
    pub(in crate::html) name: Option<Text<'a>>,
    pub(in crate::html) public_id: Option<Text<'a>>,
    pub(in crate::html) system_id: Option<Text<'a>>,
    pub(in crate::html) force_quirks: bool,
}

/// `<name …>`.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html) struct StartTag<'a> {
    /// In lower case.
    pub(in crate::html) name: Text<'a>,
    pub(in crate::html) tag: Tag,
    /// The place of the attributes in the tokenizer's.
    pub(in crate::html) attributes: Range<u32>,
    pub(in crate::html) self_closing: bool,
}

/// `</name>`.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html) struct EndTag<'a> {
    /// In lower case.
    pub(in crate::html) name: Text<'a>,
    pub(in crate::html) tag: Tag,
}

/// Where a tree builder takes its tokens from.
///
/// Text that is borrowed is the slice of the source at its span: parts that adjoin are joined by
/// their places.
pub(in crate::html) trait Tokens<'a> {
    /// The next token and its place; after the end, [`Token::End`] again and again.
    ///
    /// `foreign` tells whether the adjusted current node is an SVG or `MathML` element; it is asked
    /// where the answer matters (`<![CDATA[`).
    fn next(&mut self, foreign: impl Fn() -> bool) -> (Token<'a>, Span);

    /// Goes on in `state`, as the tree builder asks after some start tags.
    fn set_state(&mut self, state: State);

    /// The attributes of all start tags so far.
    fn attributes(&mut self) -> &mut Vec<Attribute<'a>>;

    /// The tags that had more attributes than the limit.
    fn cut(&self) -> &[Span];
}

/// The state of a tokenizer between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum State {
    Data,
    Rcdata,
    Rawtext,
    ScriptData,
    Plaintext,
    CdataSection,
}
