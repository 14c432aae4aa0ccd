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
    pub(in crate::html) tag: Tag,
    /// The name of what is [`Tag::Other`], in lower case.
    pub(in crate::html) other: Text<'a>,
    /// The place of the attributes in the tokenizer's.
    pub(in crate::html) attributes: Range<u32>,
    pub(in crate::html) self_closing: bool,
}

/// `</name>`.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html) struct EndTag<'a> {
    pub(in crate::html) tag: Tag,
    /// The name of what is [`Tag::Other`], in lower case.
    pub(in crate::html) other: Text<'a>,
}

impl<'a> StartTag<'a> {
    /// The name, in lower case.
    pub(in crate::html) fn name(&self) -> Text<'a> {
        name(self.tag, &self.other)
    }
}

impl<'a> EndTag<'a> {
    /// The name, in lower case.
    pub(in crate::html) fn name(&self) -> Text<'a> {
        name(self.tag, &self.other)
    }
}

fn name<'a>(tag: Tag, other: &Text<'a>) -> Text<'a> {
    if tag == Tag::Other { other.clone() } else { Text::borrowed(tag.name()) }
}

/// What kind of token comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Ahead {
    StartTag,
    EndTag,
    Text,
    /// One of the others, or it takes a look to tell.
    Any,
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

    /// What kind of token the next one is, where that is told at a glance. What is told may be taken
    /// by the function for its kind.
    fn ahead(&mut self) -> Ahead {
        Ahead::Any
    }

    /// The start tag [ahead](Self::ahead); `None` if it is none after all, since the text ends in it.
    fn next_start_tag(&mut self) -> Option<(StartTag<'a>, Span)> {
        None
    }

    /// The end tag [ahead](Self::ahead); `None` if it is none after all, since the text ends in it.
    fn next_end_tag(&mut self) -> Option<(EndTag<'a>, Span)> {
        None
    }

    /// Takes the end tag of `tag`, if it comes next and is written plainly; tells where it ends. It is
    /// asked after a text, of no element whose text is read in a state of its own.
    fn next_end_tag_of(&mut self, _tag: Tag) -> Option<u32> {
        None
    }

    /// The text [ahead](Self::ahead).
    fn next_text(&mut self) -> Option<(Text<'a>, Span)> {
        None
    }

    /// Gives the next tokens to a taker, those that need no look at what it makes of them; tells whether
    /// there were any.
    fn give(&mut self, _taker: &mut impl Taker<'a>) -> bool {
        false
    }

    /// Goes on in `state`, as the tree builder asks after some start tags.
    fn set_state(&mut self, state: State);

    /// The attributes of all start tags so far.
    fn attributes(&mut self) -> &mut Vec<Attribute<'a>>;

    /// The tags that had more attributes than the limit.
    fn cut(&self) -> &[Span];

    /// How many nodes the tokens are likely to come to.
    fn nodes(&self) -> usize;
}

/// An element that is a text and nothing else.
pub(in crate::html) struct Whole<'a> {
    pub(in crate::html) tag: Tag,
    pub(in crate::html) attributes: Range<u32>,
    /// The places of its tags.
    pub(in crate::html) start: Span,
    pub(in crate::html) end: Span,
    pub(in crate::html) text: Text<'a>,
    pub(in crate::html) span: Span,
}

/// Takes tokens as they come.
#[cfg_attr(not(feature = "markdown"), expect(dead_code, reason = "Markdown's tokens are given"))]
pub(in crate::html) trait Taker<'a> {
    /// A start tag of an element that its tag names, whose text is read as any.
    fn start_tag(&mut self, tag: Tag, attributes: Range<u32>, span: Span);
    fn end_tag(&mut self, tag: Tag, span: Span);
    fn text(&mut self, text: Text<'a>, span: Span);

    /// An element that is a text and nothing else.
    fn whole(&mut self, whole: Whole<'a>) {
        self.apart(whole);
    }

    /// The same, tag by tag.
    fn apart(&mut self, Whole { tag, attributes, start, end, text, span }: Whole<'a>) {
        self.start_tag(tag, attributes, start);
        self.text(text, span);
        self.end_tag(tag, end);
    }

    /// Whether no more is wanted.
    fn is_full(&self) -> bool;
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
