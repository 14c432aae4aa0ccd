//! [`Format`]: an inline element that text may stand in.

use crate::document::footnote::FootnoteReference;
use crate::document::inline::{Abbreviation, Direction, Inline, Inlines, Link, Styled, Time};
use crate::document::math::Math;
use crate::span::Span;
use crate::text::Text;

/// An inline element that text may stand in.
#[derive(Debug, Clone)]
pub(in super::super) enum Format<'a> {
    Emphasis,
    Strong,
    Code,
    Keyboard,
    Sample,
    Variable,
    Superscript,
    Subscript,
    Deleted,
    Inserted,
    Underline,
    Small,
    Mark,
    Quotation,
    Cite,
    Definition,
    Time(Option<Text<'a>>),
    Direction(Option<Text<'a>>),
    Ruby,
    Reading,
    Math(Box<Math<'a>>),
    Abbreviation(Option<Text<'a>>),
    Link(Box<Link<'a>>),
    Footnote(Box<FootnoteReference<'a>>),
}

impl<'a> Format<'a> {
    pub(super) fn around(self, inlines: Inlines<'a>) -> Inline<'a> {
        let styled = |inlines| Box::new(Styled { inlines });
        match self {
            Self::Emphasis => Inline::Emphasis(styled(inlines)),
            Self::Strong => Inline::Strong(styled(inlines)),
            Self::Code => Inline::Code(styled(inlines)),
            Self::Keyboard => Inline::Keyboard(styled(inlines)),
            Self::Sample => Inline::Sample(styled(inlines)),
            Self::Variable => Inline::Variable(styled(inlines)),
            Self::Superscript => Inline::Superscript(styled(inlines)),
            Self::Subscript => Inline::Subscript(styled(inlines)),
            Self::Deleted => Inline::Deleted(styled(inlines)),
            Self::Inserted => Inline::Inserted(styled(inlines)),
            Self::Underline => Inline::Underline(styled(inlines)),
            Self::Small => Inline::Small(styled(inlines)),
            Self::Mark => Inline::Mark(styled(inlines)),
            Self::Quotation => Inline::Quotation(styled(inlines)),
            Self::Cite => Inline::Cite(styled(inlines)),
            Self::Definition => Inline::Definition(styled(inlines)),
            Self::Time(datetime) => Inline::Time(Box::new(Time { datetime, inlines })),
            Self::Direction(dir) => Inline::Direction(Box::new(Direction { dir, inlines })),
            Self::Ruby => Inline::Ruby(styled(inlines)),
            Self::Reading => Inline::Reading(styled(inlines)),
            Self::Math(mut math) => {
                math.inlines = inlines;
                Inline::Math(math)
            }
            Self::Abbreviation(title) => {
                Inline::Abbreviation(Box::new(Abbreviation { title, inlines }))
            }
            Self::Link(mut link) => {
                link.inlines = inlines;
                Inline::Link(link)
            }
            Self::Footnote(mut reference) => {
                reference.inlines = inlines;
                Inline::FootnoteReference(reference)
            }
        }
    }

    pub(super) fn is_link(&self) -> bool {
        matches!(self, Self::Link(_) | Self::Footnote(_))
    }

    /// Whether no shortcode is read in it.
    pub(super) const fn is_code(&self) -> bool {
        matches!(self, Self::Code | Self::Keyboard | Self::Sample | Self::Variable)
    }

    /// The place of a link.
    pub(super) fn place(&self) -> Option<Span> {
        match self {
            Self::Link(link) => Some(link.span),
            Self::Footnote(reference) => Some(reference.span),
            _ => None,
        }
    }

    /// Whether it is given once, to the first phrase in it: what an attribute says would be written
    /// again with every paragraph.
    pub(super) fn is_once(&self) -> bool {
        /// `auto`; what else may be said is shorter.
        const LONGEST_DIRECTION: usize = 4;
        match self {
            Self::Direction(dir) => dir.as_ref().is_some_and(|dir| dir.len() > LONGEST_DIRECTION),
            Self::Abbreviation(_) | Self::Time(_) | Self::Math(_) => true,
            _ => self.is_link(),
        }
    }
}
