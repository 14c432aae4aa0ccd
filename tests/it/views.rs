//! What views promise: nothing is lost and nothing comes twice.

use copydesk::{Block, Chunk, Document};

use crate::shared::{self, File};

/// What is shown, without the white space that parts it.
fn letters(texts: impl Iterator<Item = String>) -> String {
    texts.flat_map(|text| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>()).collect()
}

#[track_caller]
fn sections_are_the_blocks(document: &Document<'_>) {
    let mut blocks: Vec<&Block<'_>> = Vec::new();
    for section in document.sections() {
        let last = section.breadcrumb.iter().last();
        assert_eq!(section.heading.map(|h| h.span), last.map(|h| h.span));
        blocks.extend(section.blocks());
    }
    let others = document.blocks().iter().filter(|block| !matches!(block, Block::Heading(_)));
    assert!(blocks.iter().copied().eq(others), "sections hold other blocks");
    let headings = document.sections().filter_map(|section| section.heading);
    assert!(headings.eq(document.outline().iter().map(|(_, heading)| heading)), "another outline");
}

#[track_caller]
fn chunks_are_the_text(document: &Document<'_>, max: usize) {
    let chunks: Vec<Chunk<'_, '_>> = document.chunks(max).collect();
    let all = letters(document.blocks().iter().map(|block| block.text().into_string()));
    let parts = letters(chunks.iter().map(|chunk| chunk.text().into_string()));
    assert!(all == parts, "chunks of {max} say other than the blocks");
    for chunk in &chunks {
        let count = chunk.text().chars().count();
        assert!(0 < count && count <= max, "a chunk of {count} where {max} are the most");
        assert!(chunk.size >= count, "{count} characters measured as {}", chunk.size);
        assert!(chunk.span.slice(document.source()).is_some(), "{:?}", chunk.span);
    }
}

fn holds(file: &File) {
    let document = Document::from_bytes(&file.bytes);
    sections_are_the_blocks(&document);
    for max in [1, 60, 1000] {
        chunks_are_the_text(&document, max);
    }
    let words = document.word_count();
    let spaced: usize =
        document.blocks().iter().map(|block| block.text().split_whitespace().count()).sum();
    let long = document.blocks().iter().map(|block| block.text().len()).sum::<usize>();
    assert!(words <= long && (words > 0 || spaced == 0 || long < 500), "{words} words");
    if let Some(excerpt) = document.excerpt(200) {
        let given = document.metadata().description.is_some();
        assert!(given || excerpt.chars().count() <= 200, "{excerpt}");
    }
}

#[test]
fn views_of_the_corpus_lose_nothing() {
    let Some(files) = shared::corpus() else { return };
    shared::check_all(&files, holds);
}
