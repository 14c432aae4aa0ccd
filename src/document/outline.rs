//! [`Outline`]: the headings, nested by their levels.

use std::iter;

use super::block::Heading;

/// The headings of a document, nested: a table of contents.
///
/// A heading stands under the last one before it whose level is higher in rank. Skipped levels make no
/// gap: an `h3` after an `h1` is directly under it, and an `h2` after a first `h4` stands beside it. So
/// the nesting is never deeper than six.
///
/// It borrows the headings, and is one flat list however they nest.
///
/// # Examples
///
/// ```
/// use copydesk::Document;
///
/// let document = Document::parse("<h1>Sea</h1><h3>Tide</h3><h3>Wind</h3><h1>Land</h1>");
/// let outline = document.outline();
///
/// let top: Vec<_> = outline.entries().map(|entry| entry.heading().text()).collect();
/// assert_eq!(top, ["Sea", "Land"]);
///
/// let sea = outline.entries().next().unwrap();
/// let under: Vec<_> = sea.children().map(|entry| entry.heading().text()).collect();
/// assert_eq!(under, ["Tide", "Wind"]);
///
/// // The same in one go, each with its depth.
/// let lines: Vec<_> = outline.iter().map(|(depth, heading)| (depth, heading.text())).collect();
/// assert_eq!(lines[1], (1, "Tide".into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline<'s, 'a> {
    nodes: Vec<Node<'s, 'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Node<'s, 'a> {
    heading: &'s Heading<'a>,
    depth: u8,
    /// How many headings stand under it, at any depth.
    below: u32,
}

/// A heading of an [`Outline`] with those under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlineEntry<'o, 's, 'a> {
    node: &'o Node<'s, 'a>,
    below: &'o [Node<'s, 'a>],
}

/// The rank of a heading: 1 to 6, whatever a document read from JSON says.
pub(super) fn rank(heading: &Heading<'_>) -> u8 {
    heading.level.clamp(1, 6)
}

impl<'s, 'a> Outline<'s, 'a> {
    pub(super) fn new(headings: impl Iterator<Item = &'s Heading<'a>>) -> Self {
        let mut nodes: Vec<Node<'s, 'a>> = Vec::new();
        // The headings that the next one may stand under, each of a lower rank than the one before.
        let mut open: Vec<usize> = Vec::new();
        for heading in headings {
            while open.last().is_some_and(|&above| rank(nodes[above].heading) >= rank(heading)) {
                close(&mut nodes, &mut open);
            }
            open.push(nodes.len());
            nodes.push(Node { heading, depth: open.len() as u8 - 1, below: 0 });
        }
        while !open.is_empty() {
            close(&mut nodes, &mut open);
        }
        Self { nodes }
    }

    /// Whether there are no headings.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The headings that stand under no other, in order.
    pub fn entries(&self) -> impl Iterator<Item = OutlineEntry<'_, 's, 'a>> {
        entries(&self.nodes)
    }

    /// All headings in order, each with its depth: 0 for those that stand under no other.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'s Heading<'a>)> {
        self.nodes.iter().map(|node| (usize::from(node.depth), node.heading))
    }
}

/// Ends the innermost open heading: what follows does not stand under it.
fn close(nodes: &mut [Node<'_, '_>], open: &mut Vec<usize>) {
    if let Some(last) = open.pop() {
        nodes[last].below = (nodes.len() - last - 1) as u32;
    }
}

impl<'o, 's, 'a> OutlineEntry<'o, 's, 'a> {
    /// The heading.
    pub fn heading(self) -> &'s Heading<'a> {
        self.node.heading
    }

    /// The headings directly under it, in order.
    pub fn children(self) -> impl Iterator<Item = OutlineEntry<'o, 's, 'a>> {
        entries(self.below)
    }
}

fn entries<'o, 's, 'a>(
    mut nodes: &'o [Node<'s, 'a>],
) -> impl Iterator<Item = OutlineEntry<'o, 's, 'a>> {
    iter::from_fn(move || {
        let (node, rest) = nodes.split_first()?;
        let (below, rest) = rest.split_at(node.below as usize);
        nodes = rest;
        Some(OutlineEntry { node, below })
    })
}

#[cfg(test)]
mod tests {
    use crate::Document;

    /// The outline of headings of these levels: each with its depth.
    fn depths(levels: &[u8]) -> Vec<usize> {
        let headings: Vec<_> =
            levels.iter().map(|level| format!("<h{level}>x</h{level}>")).collect();
        Document::parse(&headings.concat()).outline().iter().map(|(depth, _)| depth).collect()
    }

    #[test]
    fn levels_that_are_skipped_make_no_gap() {
        for (levels, expected) in [
            (&[1, 2, 3, 2, 1][..], &[0, 1, 2, 1, 0][..]),
            (&[1, 3, 2], &[0, 1, 1]),
            (&[4, 2, 4, 1], &[0, 0, 1, 0]),
            (&[6, 5, 4], &[0, 0, 0]),
            (&[1, 2, 3, 4, 5, 6], &[0, 1, 2, 3, 4, 5]),
            (&[2, 2], &[0, 0]),
            (&[], &[]),
        ] {
            assert_eq!(depths(levels), expected, "{levels:?}");
        }
    }

    #[test]
    fn a_hundred_thousand_headings_are_no_work() {
        let html = "<h1>a<h2>b<h6>c<h3>d".repeat(25_000);
        let document = Document::parse(&html);
        let outline = document.outline();
        assert_eq!(outline.iter().count(), 100_000);
        assert_eq!(outline.entries().count(), 25_000);
        let nested: usize = outline.entries().map(|entry| entry.children().count()).sum();
        assert_eq!(nested, 25_000);
    }
}
