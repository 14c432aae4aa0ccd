//! [`Outline`]: the blocks of a text, one after the other.

use std::collections::HashSet;

use pulldown_cmark::{Alignment, BlockQuoteKind, HeadingLevel};

use super::definitions::Definitions;
use crate::span::Span;

/// What a text is made of.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    /// The blocks in order; containers stand where they begin and where they end.
    pub(super) steps: Vec<Step>,
    /// The lines of all blocks, without what their containers begin them with.
    pub(super) lines: Vec<Span>,
    /// The columns of tables.
    pub(super) alignments: Vec<Vec<Alignment>>,
    pub(super) definitions: Definitions<'a>,
    /// The labels of footnotes, in lower case.
    pub(super) footnotes: HashSet<String>,
}

/// A block, or where a container begins or ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) kind: Kind,
    pub(super) at: Span,
    /// Which of the lines are its.
    pub(super) lines: (u32, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An ordered list has a first number.
    List {
        first: Option<u32>,
        is_tight: bool,
    },
    Item,
    /// An alert has a kind.
    Quote(Option<BlockQuoteKind>),
    /// Its one line is its label.
    Footnote,
    /// The end of the container that is open.
    End,
    Paragraph,
    /// A title of a definition list, which it may begin.
    Title {
        begins: bool,
        is_tight: bool,
    },
    Definition,
    /// The box of a task, of the paragraph that follows.
    Task {
        is_checked: bool,
    },
    /// Its one line may be followed by another: what stands between the braces of its attributes.
    Heading {
        level: HeadingLevel,
        has_attributes: bool,
    },
    /// Fenced; the first line is what the fence says of it.
    Code,
    IndentedCode,
    /// Set in by so many spaces.
    Html {
        indent: u8,
    },
    Rule,
    /// Of so many columns, which of the [alignments](Outline::alignments) tell.
    Table {
        alignments: u32,
    },
}

impl Kind {
    /// Whether it is a block that no other stands in, and that begins none.
    pub(super) const fn is_leaf(self) -> bool {
        use Kind::{Code, Heading, Html, IndentedCode, Paragraph, Rule, Table};
        let is_code = matches!(self, Code | IndentedCode);
        is_code || matches!(self, Paragraph | Heading { .. } | Html { .. } | Rule | Table { .. })
    }
}

impl Outline<'_> {
    /// Nothing yet, with room for the blocks of most texts of that length.
    pub(super) fn for_text(text: &str) -> Self {
        let (steps, lines) = (text.len() / 64 + 8, text.len() / 48 + 8);
        Self {
            steps: Vec::with_capacity(steps),
            lines: Vec::with_capacity(lines),
            ..Self::default()
        }
    }

    /// The lines of a block.
    pub(super) fn lines_of(&self, step: &Step) -> &[Span] {
        self.lines.get(step.lines.0 as usize..step.lines.1 as usize).unwrap_or_default()
    }
}
