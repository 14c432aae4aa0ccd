//! [`Inline`]: a part of a block's lines.

use super::target::Written;
use crate::span::Span;

/// A part of a block's lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inline {
    pub(super) is: Is,
    /// Of what has an end of its own, the whole place.
    pub(super) at: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    Text,
    /// A character that is written as a reference.
    Made(char),
    /// Between so many backticks.
    Code {
        ticks: u32,
    },
    Html,
    SoftBreak,
    HardBreak,
    Emphasis,
    EmphasisEnd,
    Strong,
    StrongEnd,
    Strikethrough,
    StrikethroughEnd,
    /// Which of the links it is.
    Link(u32),
    LinkEnd,
    Footnote,
    Image(u32),
    ImageEnd,
}

impl Is {
    /// Whether it begins emphasis or a link.
    pub(super) const fn begins(self) -> bool {
        matches!(self, Self::Emphasis | Self::Strong | Self::Strikethrough | Self::Link(_))
    }

    /// Whether it ends emphasis or a link.
    pub(super) const fn ends(self) -> bool {
        matches!(self, Self::EmphasisEnd | Self::StrongEnd | Self::StrikethroughEnd | Self::LinkEnd)
    }

    /// The end of what this begins.
    pub(super) const fn end(self) -> Self {
        match self {
            Self::Emphasis => Self::EmphasisEnd,
            Self::Strong => Self::StrongEnd,
            Self::Strikethrough => Self::StrikethroughEnd,
            Self::Image(_) => Self::ImageEnd,
            Self::Link(_) => Self::LinkEnd,
            other => other,
        }
    }
}

/// Where a link or an image leads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link<'a> {
    pub(super) target: Written<'a>,
    pub(super) title: &'a str,
    pub(super) by: By,
}

/// How a link says where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// In parentheses behind it.
    Itself,
    Definition,
    /// It is its own text, an address.
    Address,
    /// It is its own text, an address of mail.
    Mail,
}
