//! [`Section`]: a heading and the blocks under it.

use super::block::{Block, Heading};
use super::outline::rank;
use crate::span::Span;

/// A heading and the blocks between it and the next one.
///
/// Headings that stand within other blocks (a quotation, a list, a table) are part of those blocks,
/// and end no section. What stands before the first heading is a section without one.
#[derive(Debug, Clone, Copy)]
pub struct Section<'s, 'a> {
    /// Its heading; `None` for what stands before the first one.
    pub heading: Option<&'s Heading<'a>>,
    /// The headings it stands under, from the outermost to its own.
    pub breadcrumb: Breadcrumb<'s, 'a>,
    /// The block that the heading is.
    pub(super) heading_block: Option<&'s Block<'a>>,
    run: Run<'s, 'a>,
}

/// Blocks in a row, with or without the asides among them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'s, 'a> {
    pub(super) blocks: &'s [Block<'a>],
    /// Whether the asides are meant too.
    pub(super) asides: bool,
}

impl<'s, 'a> Run<'s, 'a> {
    pub(super) fn iter(self) -> impl Iterator<Item = &'s Block<'a>> {
        self.blocks.iter().filter(move |block| self.holds(block))
    }

    fn holds(self, block: &Block<'a>) -> bool {
        self.asides || !matches!(block, Block::Aside(_))
    }
}

impl<'s, 'a> Section<'s, 'a> {
    /// The blocks under its heading, in order.
    pub fn blocks(&self) -> impl Iterator<Item = &'s Block<'a>> + use<'s, 'a> {
        self.run.iter()
    }

    /// Its place: from its heading to its last block.
    pub fn span(&self) -> Span {
        let spans = self.heading.map(|heading| heading.span).into_iter();
        spans.chain(self.blocks().map(Block::span)).reduce(Span::hull).unwrap_or_default()
    }
}

/// The headings that something stands under, from the outermost to the nearest: at most six.
///
/// # Examples
///
/// ```
/// use copydesk::Document;
///
/// let document = Document::parse("<h1>Sea</h1><h2>Tide</h2><p>It turns at nine.</p>");
/// let section = document.sections().last().unwrap();
/// assert_eq!(section.breadcrumb.to_string(), "Sea > Tide");
/// assert_eq!(section.breadcrumb.iter().next().unwrap().level, 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Breadcrumb<'s, 'a> {
    /// By rank: the one of rank 1 first.
    headings: [Option<&'s Heading<'a>>; 6],
}

impl<'s, 'a> Breadcrumb<'s, 'a> {
    /// The headings, the outermost first.
    pub fn iter(&self) -> impl Iterator<Item = &'s Heading<'a>> + use<'s, 'a> {
        self.headings.into_iter().flatten()
    }

    /// Whether no heading stands above.
    pub fn is_empty(&self) -> bool {
        self.headings.iter().all(Option::is_none)
    }

    /// Goes on to the section of `heading`.
    fn enter(&mut self, heading: &'s Heading<'a>) {
        let rank = usize::from(rank(heading));
        self.headings[rank - 1..].fill(None);
        self.headings[rank - 1] = Some(heading);
    }
}

/// Their texts, with ` > ` between them.
impl std::fmt::Display for Breadcrumb<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, heading) in self.iter().enumerate() {
            let before = if place == 0 { "" } else { " > " };
            write!(f, "{before}{}", heading.inlines.plain())?;
        }
        Ok(())
    }
}

/// Goes through the sections of blocks.
#[derive(Debug, Clone)]
pub(super) struct Sections<'s, 'a> {
    rest: Run<'s, 'a>,
    breadcrumb: Breadcrumb<'s, 'a>,
}

impl<'s, 'a> Sections<'s, 'a> {
    pub(super) fn new(run: Run<'s, 'a>) -> Self {
        Self { rest: run, breadcrumb: Breadcrumb::default() }
    }
}

impl<'s, 'a> Iterator for Sections<'s, 'a> {
    type Item = Section<'s, 'a>;

    fn next(&mut self) -> Option<Section<'s, 'a>> {
        let left_out = self.rest.blocks.iter().take_while(|block| !self.rest.holds(block)).count();
        let all = &self.rest.blocks[left_out..];
        let heading = as_heading(all.first()?);
        if let Some(heading) = heading {
            self.breadcrumb.enter(heading);
        }
        let own = usize::from(heading.is_some());
        let next = all[own..].iter().position(|block| as_heading(block).is_some());
        let (blocks, rest) = all[own..].split_at(next.unwrap_or(all.len() - own));
        self.rest.blocks = rest;
        let run = Run { blocks, ..self.rest };
        let heading_block = all.first().filter(|_| heading.is_some());
        Some(Section { heading, breadcrumb: self.breadcrumb, heading_block, run })
    }
}

fn as_heading<'s, 'a>(block: &'s Block<'a>) -> Option<&'s Heading<'a>> {
    match block {
        Block::Heading(heading) => Some(heading),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::Document;

    #[test]
    fn every_block_is_in_one_section_under_its_titles() {
        for (html, expected) in [
            ("", &[][..]),
            ("<p>a<p>b", &[("", 2)][..]),
            ("<h1>A</h1>", &[("A", 0)]),
            ("<p>a<h1>A</h1><p>b<h3>B</h3><p>c<p>d", &[("", 1), ("A", 1), ("A > B", 2)]),
            (
                "<h4>A</h4><p>a<h2>B</h2><p>b<h3>C</h3><h2>D</h2>",
                &[("A", 1), ("B", 1), ("B > C", 0), ("D", 0)],
            ),
            (
                "<h1>A</h1><h2>B</h2><h1>C</h1><h3>D</h3>",
                &[("A", 0), ("A > B", 0), ("C", 0), ("C > D", 0)],
            ),
            // A heading in a quotation is the quotation's.
            ("<h1>A</h1><blockquote><h2>B</h2></blockquote><p>a", &[("A", 2)]),
        ] {
            let document = Document::parse(html);
            let sections: Vec<_> = document
                .sections()
                .map(|section| (section.breadcrumb.to_string(), section.blocks().count()))
                .collect();
            let sections: Vec<_> = sections.iter().map(|(path, count)| (&**path, *count)).collect();
            assert_eq!(sections, expected, "{html}");
        }
    }

    #[test]
    fn a_section_is_placed_from_its_heading_to_its_last_block() {
        let document = Document::parse("<h1>A</h1><p>a</p><p>b</p>\n<h1>B</h1>");
        let places: Vec<_> = document.sections().map(|section| section.span()).collect();
        let texts: Vec<_> = places.iter().map(|span| span.slice(document.source())).collect();
        assert_eq!(texts, [Some("<h1>A</h1><p>a</p><p>b</p>"), Some("<h1>B</h1>")]);
    }
}
