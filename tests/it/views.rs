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

/// The article alone is the blocks that are no aside.
#[track_caller]
fn main_is_the_rest(document: &Document<'_>) {
    let main = document.main();
    let rest = document.blocks().iter().filter(|block| !matches!(block, Block::Aside(_)));
    assert!(main.blocks().eq(rest.clone()), "other blocks");
    let others = rest.clone().filter(|block| !matches!(block, Block::Heading(_)));
    assert!(main.sections().flat_map(|section| section.blocks()).eq(others), "other sections");
    let all = letters(rest.map(|block| block.text().into_string()));
    let parts = letters(main.chunks(200).map(|chunk| chunk.text().into_string()));
    assert!(all == parts, "chunks say other than the blocks");
    assert!(main.word_count() <= document.word_count());
    assert!(main.links().count() <= document.links().count());
}

fn holds(file: &File) {
    let document = Document::from_bytes(&file.bytes);
    main_is_the_rest(&document);
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
fn main_leaves_the_asides_out() {
    let document = Document::parse(
        "<nav><a href=/>Home</a><h2>Menu</h2></nav><p>One.</p><h1>A</h1><p>Two. <a href=x>x</a></p>\
         <div class=related><h2>More</h2><a href=b><img src=b></a> <a href=b>b</a></div><p>Three.</p>",
    );
    let main = document.main();
    let texts = |texts: Vec<copydesk::Text<'_>>| {
        texts.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")
    };
    assert_eq!(texts(main.headings().map(|heading| heading.text()).collect()), "A");
    assert_eq!(texts(document.headings().map(|heading| heading.text()).collect()), "Menu|A|More");
    assert_eq!(texts(main.paragraphs().map(|p| p.text()).collect()), "One.|Two. x|Three.");
    assert_eq!((main.links().count(), document.links().count()), (1, 4));
    assert_eq!((main.images().count(), document.images().count()), (0, 1));
    assert_eq!((main.figures().count(), main.embeds().count(), main.lists().count()), (0, 0, 0));
    assert_eq!((main.tables().count(), main.quotes().count()), (0, 0));
    assert_eq!(main.code_blocks().count(), 0);
    assert_eq!((main.word_count(), document.word_count()), (5, 9));
    assert!(main.reading_time() < document.reading_time());
    assert_eq!(main.excerpt(8).as_deref(), Some("One."));
    // Headings of asides stand within a block: they end no section.
    assert_eq!(main.outline(), document.outline());
    let titles: Vec<_> =
        main.sections().map(|s| (s.breadcrumb.to_string(), s.blocks().count())).collect();
    assert_eq!(titles, [(String::new(), 1), ("A".to_owned(), 2)]);
    let chunks: Vec<_> = main.chunks(100).map(|chunk| chunk.text().to_string()).collect();
    assert_eq!(chunks, ["One.", "A\n\nTwo. x\n\nThree."]);
    assert_eq!(Document::parse("<nav><a href=x>a</a></nav>").main().sections().count(), 0);
}

#[test]
fn views_of_the_corpus_lose_nothing() {
    let Some(files) = shared::corpus() else { return };
    shared::check_all(&files, holds);
}
