//! [`Token`]: what a tokenizer reads, in the words of the standard.

use std::ops::Range;

use crate::text::Text;

/// What the tokenizer read.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html) enum Token<'a> {
    Doctype(Doctype<'a>),
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
    /// The place of the attributes in the tokenizer's.
    pub(in crate::html) attributes: Range<u32>,
    pub(in crate::html) self_closing: bool,
}

/// `</name>`.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html) struct EndTag<'a> {
    /// In lower case.
    pub(in crate::html) name: Text<'a>,
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
