//! A walk over all blocks of a document, nested ones included, in order.

use copydesk::{Block, Document};

/// Shows each block to `visit`, a block before those within it.
pub(crate) fn blocks<'d, 'a>(document: &'d Document<'a>, visit: &mut impl FnMut(&'d Block<'a>)) {
    walk(document.blocks(), visit);
}

fn walk<'d, 'a>(blocks: &'d [Block<'a>], visit: &mut impl FnMut(&'d Block<'a>)) {
    for block in blocks {
        visit(block);
        match block {
            Block::Figure(figure) => walk(&figure.blocks, visit),
            Block::List(list) => list.items.iter().for_each(|item| walk(&item.blocks, visit)),
            Block::DefinitionList(list) => {
                list.entries.iter().for_each(|entry| walk(&entry.blocks, visit));
            }
            Block::Table(table) => {
                table.rows.iter().flat_map(|r| &r.cells).for_each(|c| walk(&c.blocks, visit));
            }
            Block::Quote(quote) => walk(&quote.blocks, visit),
            Block::Details(details) => walk(&details.blocks, visit),
            Block::Admonition(admonition) => walk(&admonition.blocks, visit),
            Block::FootnoteDefinition(footnote) => walk(&footnote.blocks, visit),
            Block::Aside(aside) => walk(&aside.blocks, visit),
            _ => {}
        }
    }
}
