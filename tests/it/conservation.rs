//! Law 4: what a body shows is in the blocks exactly once, in order, or in `omitted()`.

use std::borrow::Cow;
use std::fmt::{Debug, Write as _};
use std::fs;
use std::path::Path;

use copydesk::{
    Block, CandidateSource, Caption, CaptionEvidence, Credit, CreditEvidence, Document, Embed,
    EmbedKind, Figure, Image, Inline, OmittedKind, Parser, Span,
};

use crate::oracle::{self, Facts, Heading};
use crate::shared::{self, File};

#[test]
fn the_corpus_is_conserved() {
    let Some(files) = shared::corpus() else { return };
    let failures = shared::failures(&files, differences);
    let exceptions = exceptions();
    let is_exception = |name: &str| exceptions.iter().any(|exception| exception == name);
    let (expected, unexpected): (Vec<_>, Vec<_>) =
        failures.into_iter().partition(|(name, _)| is_exception(name));
    shared::say(&summary(&files, expected.len() + unexpected.len()));
    shared::report(&unexpected, files.len());
    for exception in &exceptions {
        let fails = expected.iter().any(|(name, _)| name == exception);
        assert!(fails, "{exception} passes: take it off the exceptions");
    }
}

/// Small, misnested, hostile to every assumption: what the corpus is too well-behaved to hold.
#[test]
fn the_tree_suite_is_conserved() {
    let Some(files) = crate::corpus::tree_suite() else { return };
    shared::check_all(&files, |file| {
        let differences = differences(file);
        assert!(differences.is_empty(), "{}", differences.join("\n"));
    });
}

#[test]
fn fixtures_are_conserved() {
    for file in crate::fixtures::inputs() {
        let differences = differences(&file);
        assert!(differences.is_empty(), "{}: {}", file.name, differences.join("\n"));
    }
}

/// `headings()`, `images()` … give what a walk over the blocks finds, in the same order.
#[test]
fn views_give_what_the_blocks_hold() {
    let Some(files) = shared::corpus() else { return };
    let failures = shared::failures(&files, |file| {
        let document = Document::from_bytes(&file.bytes);
        let (facts, mut differences) = (facts(&document), Vec::new());
        let headings: Vec<_> = document.headings().map(heading).collect();
        differences.extend(list_difference("headings", &facts.headings, &headings, |a, b| {
            (a.level, &a.id) == (b.level, &b.id)
        }));
        let images: Vec<_> = document.images().map(image).collect();
        differences.extend(list_difference("images", &facts.images, &images, same));
        let links: Vec<_> = document.links().map(|link| link.href.to_string()).collect();
        // The walk takes references to footnotes for links, since they stand in the tree as such.
        let mut references = document.footnote_references().map(|it| format!("#{}", it.identifier));
        let mut next = references.next();
        let mut expected = facts.links;
        expected.retain(|link| {
            let is_reference = next.as_ref() == Some(link);
            next = if is_reference { references.next() } else { next.take() };
            !is_reference
        });
        differences.extend(next.map(|reference| format!("{reference} is not in the blocks")));
        differences.extend(list_difference("links", &expected, &links, same));
        let embeds: Vec<_> = document.embeds().map(embed).collect();
        differences.extend(list_difference("embeds", &facts.embeds, &embeds, same));
        differences
    });
    shared::report(&failures, files.len());
}

/// The files that are known to differ, each with its reason after a `#` in the list.
fn exceptions() -> Vec<String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/conservation-exceptions.txt");
    let list = fs::read_to_string(list).unwrap();
    let lines = list.lines().map(|line| line.split(" # ").next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn summary(files: &[File], failures: usize) -> String {
    let mut sums = [0; 6];
    for file in files {
        let document = Document::from_bytes(&file.bytes);
        let facts = facts(&document);
        sums[0] += facts.text.len();
        sums[1] += facts.headings.len();
        sums[2] += facts.images.len();
        sums[3] += facts.links.len();
        sums[4] += facts.figures.len();
        sums[5] += facts.omitted.values().sum::<usize>();
    }
    let [text, headings, images, links, figures, omitted] = sums;
    format!(
        "conservation: {} files, {failures} differ; {text} bytes of text, {headings} headings, \
         {images} images, {links} links, {figures} figures, {omitted} omitted",
        files.len()
    )
}

/// What differs between a document and its tree, in words that help to find out why.
fn differences(file: &File) -> Vec<String> {
    let document = Parser::new().file_name(&file.name).parse_bytes(&file.bytes);
    let (body, cut) = without_cuts(&document);
    let mut expected = oracle::facts(&oracle::html(&document, &body));
    let actual = facts(&document);
    let mut differences = Vec::new();
    for (kind, said) in &cut {
        let words = oracle::facts(said).text;
        let is_so = match kind {
            OmittedKind::BackReference => is_back_reference(said, &words),
            OmittedKind::Control => oracle::is_control(said, &words),
            _ if is_icon(said, &words) => true,
            _ if oracle::is_rendered_again(said, document.source()) => true,
            _ => !words.is_empty() && expected.text.contains(&words),
        };
        if !is_so {
            differences.push(format!("omitted as {kind:?}, but it is not: {said:?}"));
        }
        *expected.omitted.entry(*kind).or_default() += 1;
    }
    let texts = (&*expected.text, &*actual.text);
    differences.extend(text_difference(texts.0, texts.1));
    differences.extend(list_difference("headings", &expected.headings, &actual.headings, same));
    differences.extend(list_difference("images", &expected.images, &actual.images, same_image));
    differences.extend(list_difference("links", &expected.links, &actual.links, same_link));
    differences.extend(list_difference("embeds", &expected.embeds, &actual.embeds, same));
    differences.extend(list_difference("figures", &expected.figures, &actual.figures, same_srcs));
    if expected.omitted != actual.omitted {
        let (tree, blocks) = (&expected.omitted, &actual.omitted);
        differences.push(format!("omitted differ\n  tree:   {tree:?}\n  blocks: {blocks:?}"));
    }
    differences
}

/// The body without what was left out as said before, as leading back from a footnote, or as what a
/// reader acts on, and what that was.
fn without_cuts<'d>(document: &'d Document<'_>) -> (Cow<'d, str>, Vec<(OmittedKind, &'d str)>) {
    const CUT: &[OmittedKind] =
        &[OmittedKind::DuplicateRendering, OmittedKind::BackReference, OmittedKind::Control];
    let cut: Vec<_> = document.omitted().iter().filter(|o| CUT.contains(&o.kind)).collect();
    if cut.is_empty() {
        return (document.body().into(), Vec::new());
    }
    let (source, body) = (document.source(), document.body_span());
    let mut rest = String::new();
    let mut at = body.start;
    for omitted in &cut {
        rest.push_str(Span::new(at, omitted.span.start).slice(source).unwrap());
        at = omitted.span.end;
    }
    rest.push_str(Span::new(at, body.end).slice(source).unwrap());
    let said = cut.iter().map(|it| (it.kind, it.span.slice(source).unwrap())).collect();
    (rest.into(), said)
}

/// Whether markup is the cell that only says, or shows, which admonition it stands in.
fn is_icon(markup: &str, words: &str) -> bool {
    begins(markup, "<td") && markup.contains("icon") && words.chars().count() <= 24
}

/// Whether markup is a link to a place in the same document with next to no words.
fn is_back_reference(markup: &str, words: &str) -> bool {
    begins(markup, "<a") && markup.contains('#') && words.chars().count() <= 12
}

fn text_difference(tree: &str, blocks: &str) -> Option<String> {
    let mut pairs = tree.char_indices().zip(blocks.chars());
    let at = pairs.find(|((_, a), b)| a != b).map(|((at, _), _)| at);
    let at = at.or_else(|| (tree.len() != blocks.len()).then(|| tree.len().min(blocks.len())))?;
    let before: String = last_chars(&tree[..at], 40);
    let after = |text: &str| text[at..].chars().take(80).collect::<String>();
    let (lengths, tree, blocks) = ((tree.len(), blocks.len()), after(tree), after(blocks));
    Some(format!(
        "text differs at byte {at} (of {} in the tree, {} in the blocks), after {before:?}\n  \
         tree:   {tree:?}\n  blocks: {blocks:?}",
        lengths.0, lengths.1
    ))
}

fn last_chars(text: &str, count: usize) -> String {
    let skip = text.chars().count().saturating_sub(count);
    text.chars().skip(skip).collect()
}

fn list_difference<T: Debug>(
    name: &str,
    tree: &[T],
    blocks: &[T],
    same: impl Fn(&T, &T) -> bool,
) -> Option<String> {
    let mut pairs = tree.iter().zip(blocks);
    let at = pairs.position(|(a, b)| !same(a, b));
    let at = at.or_else(|| (tree.len() != blocks.len()).then(|| tree.len().min(blocks.len())))?;
    let (of_tree, of_blocks) = (tree.len(), blocks.len());
    let mut difference =
        format!("{name} differ at {at} (of {of_tree} in the tree, {of_blocks} in the blocks)");
    for (whose, list) in [("tree:  ", tree), ("blocks:", blocks)] {
        let around = list.iter().enumerate().skip(at.saturating_sub(1)).take(3);
        for (number, item) in around {
            let mark = if number == at { '>' } else { ' ' };
            write!(difference, "\n {mark}{whose} {item:?}").unwrap();
        }
    }
    Some(difference)
}

fn same<T: PartialEq>(a: &T, b: &T) -> bool {
    a == b
}

/// Where a footnote's reference leads to is told without its percent-encoding.
fn same_link(tree: &String, blocks: &String) -> bool {
    tree == blocks || tree.starts_with('#') && decoded(tree).as_ref() == Some(blocks)
}

fn decoded(address: &str) -> Option<String> {
    let mut parts = address.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let hex = u8::from_str_radix(part.get(..2)?, 16).ok()?;
        bytes.push(hex);
        bytes.extend(part.as_bytes().get(2..)?);
    }
    String::from_utf8(bytes).ok()
}

/// An image that has no `src` has the address that another attribute names.
fn same_image(tree: &oracle::Image, blocks: &oracle::Image) -> bool {
    let elsewhere = || tree.others.iter().any(|value| value.contains(blocks.src.trim()));
    let same_src = tree.src == blocks.src || (tree.src.trim().is_empty() && elsewhere());
    same_src && tree.alt == blocks.alt
}

/// As [`same_image`], where it stands is told by the list of images.
fn same_srcs(tree: &impl AsRef<[String]>, blocks: &impl AsRef<[String]>) -> bool {
    let (tree, blocks) = (tree.as_ref(), blocks.as_ref());
    let same = |(a, b): (&String, &String)| a == b || a.trim().is_empty();
    tree.len() == blocks.len() && tree.iter().zip(blocks).all(same)
}

/// What a document shows, by a walk over its blocks.
fn facts(document: &Document<'_>) -> Facts {
    let mut walk = Walk { source: document.source(), facts: Facts::default() };
    walk.blocks(document.blocks());
    for omitted in document.omitted() {
        *walk.facts.omitted.entry(omitted.kind).or_default() += 1;
    }
    walk.facts
}

struct Walk<'s> {
    source: &'s str,
    facts: Facts,
}

/// A part of a block that has parts of several kinds.
#[derive(Clone, Copy)]
enum Piece<'s> {
    Image(&'s Image<'s>),
    Embed(&'s Embed<'s>),
    Caption(&'s Caption<'s>),
    Credit(&'s Credit<'s>),
    Block(&'s Block<'s>),
}

impl<'s> Walk<'s> {
    fn blocks(&mut self, blocks: &'s [Block<'s>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'s Block<'s>) {
        match block {
            Block::Heading(heading) => {
                let place = self.facts.headings.len();
                self.facts.headings.push(self::heading(heading));
                let from = self.facts.text.len();
                self.inlines(&heading.inlines);
                self.facts.text[from..].clone_into(&mut self.facts.headings[place].text);
            }
            Block::Paragraph(paragraph) => {
                let from = self.facts.text.len();
                self.inlines(&paragraph.inlines);
                // A standfirst that is written as a heading.
                let whole = paragraph.span.slice(self.source).unwrap_or_default();
                let level = (1..=6).find(|level| begins(whole, &format!("<h{level}")));
                if let Some(level) = level {
                    let text = self.facts.text[from..].to_owned();
                    self.facts.headings.push(Heading { level, id: None, text });
                }
            }
            Block::Figure(figure) => self.figure(figure),
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
            Block::DefinitionList(list) => {
                for entry in &list.entries {
                    entry.terms.iter().for_each(|term| self.inlines(term));
                    self.blocks(&entry.blocks);
                }
            }
            Block::Table(table) => {
                let cells = || table.rows.iter().flat_map(|row| &row.cells);
                let first = cells().flat_map(|cell| &cell.blocks).map(Block::span).min();
                let captions = caption_pieces(self.source, table.caption.as_ref(), &table.credits);
                let first = first.map_or(u32::MAX, |span| span.start);
                self.around(captions, first, |walk| {
                    cells().for_each(|cell| walk.blocks(&cell.blocks));
                });
            }
            Block::Quote(quote) => {
                let captions = caption_pieces(self.source, quote.caption.as_ref(), &quote.credits);
                let first = quote.blocks.first().map_or(u32::MAX, |block| block.span().start);
                self.around(captions, first, |walk| {
                    walk.blocks(&quote.blocks);
                    walk.inlines(&quote.attribution);
                });
            }
            Block::Code(code) => {
                let captions = caption_pieces(self.source, code.caption.as_ref(), &code.credits);
                let first = start_of_code(self.source, code.span);
                self.around(captions, first, |walk| walk.inlines(&code.inlines));
            }
            Block::Embed(embed) => self.embed(embed),
            Block::Details(details) => {
                self.inlines(&details.summary);
                self.blocks(&details.blocks);
            }
            Block::FootnoteDefinition(footnote) => {
                self.inlines(&footnote.label);
                self.blocks(&footnote.blocks);
            }
            Block::Admonition(admonition) => {
                self.inlines(&admonition.title);
                self.blocks(&admonition.blocks);
            }
            Block::Math(math) => self.inlines(&math.inlines),
            Block::Aside(aside) => self.blocks(&aside.blocks),
            Block::Rule(_) => {}
            other => panic!("a block that the tests do not know: {other:?}"),
        }
    }

    fn figure(&mut self, figure: &'s Figure<'s>) {
        // A `<figure>` whose image is written in Markdown is a figure of a caption alone. Media that
        // stand beside their caption are no `<figure>`: the tree does not know of them.
        let whole = figure.span.slice(self.source).unwrap_or_default();
        let by_shortcode = |caption: &Caption<'_>| caption.evidence == CaptionEvidence::Shortcode;
        let is_written = begins(whole, "<figure")
            || figure.caption.as_ref().is_some_and(by_shortcode)
            || figure.credits.iter().any(|it| it.evidence == CreditEvidence::Shortcode);
        if is_written && (!figure.images.is_empty() || !figure.embeds.is_empty()) {
            self.facts.figures.push(figure.images.iter().map(written_src).collect());
        }
        let captions = caption_pieces(self.source, figure.caption.as_ref(), &figure.credits);
        let images = figure.images.iter().map(|image| (image.span.start, Piece::Image(image)));
        let embeds = figure.embeds.iter().map(|embed| (embed.span.start, Piece::Embed(embed)));
        let blocks = figure.blocks.iter().map(|block| (block.span().start, Piece::Block(block)));
        // In a shortcode they begin at one place.
        self.merged([images.collect(), captions, embeds.collect(), blocks.collect()]);
    }

    /// The pieces that stand before the offset `first`, what begins there, and the other pieces.
    fn around(
        &mut self,
        pieces: Vec<(u32, Piece<'s>)>,
        first: u32,
        content: impl FnOnce(&mut Self),
    ) {
        let (before, after): (Vec<_>, Vec<_>) =
            pieces.into_iter().partition(|(start, _)| *start < first);
        for (_, piece) in before {
            self.piece(piece);
        }
        content(self);
        for (_, piece) in after {
            self.piece(piece);
        }
    }

    /// Lists of pieces, each in its own order, next always the head that stands first.
    fn merged<const LISTS: usize>(&mut self, lists: [Vec<(u32, Piece<'s>)>; LISTS]) {
        let mut lists = lists.map(|list| list.into_iter().peekable());
        loop {
            let heads = lists.iter_mut().enumerate();
            let heads = heads.filter_map(|(at, list)| list.peek().map(|(start, _)| (*start, at)));
            let Some((_, first)) = heads.min() else { return };
            if let Some((_, piece)) = lists[first].next() {
                self.piece(piece);
            }
        }
    }

    fn piece(&mut self, piece: Piece<'s>) {
        match piece {
            Piece::Image(image) => self.image(image),
            Piece::Embed(embed) => self.embed(embed),
            Piece::Caption(caption) => self.inlines(&caption.inlines),
            Piece::Credit(credit) => self.inlines(&credit.raw),
            Piece::Block(block) => self.block(block),
        }
    }

    fn inlines(&mut self, inlines: &'s [Inline<'s>]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Image(image) => self.image(image),
                Inline::Link(link) => self.facts.links.push(link.href.to_string()),
                // What it leads to is told without its percent-encoding.
                Inline::FootnoteReference(reference) => {
                    self.facts.links.push(format!("#{}", reference.identifier));
                }
                _ => {}
            }
            if let Some(children) = inline.children() {
                self.inlines(children);
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.facts.text.extend(text.chars().filter(|c| !c.is_whitespace()));
    }

    fn image(&mut self, image: &'s Image<'s>) {
        self.facts.links.extend(image.link.iter().map(|link| link.href.to_string()));
        self.facts.images.push(self::image(image));
    }

    fn embed(&mut self, embed: &'s Embed<'s>) {
        self.facts.embeds.push(self::embed(embed));
        self.blocks(&embed.blocks);
    }
}

/// A heading as the facts have it, still without its text.
fn heading(heading: &copydesk::Heading<'_>) -> Heading {
    let id = heading.id.as_ref().map(ToString::to_string);
    Heading { level: heading.level, id, text: String::new() }
}

fn image(image: &Image<'_>) -> oracle::Image {
    let alt = image.alt.as_ref().map(ToString::to_string);
    oracle::Image { src: written_src(image), alt, others: Vec::new() }
}

fn embed(embed: &Embed<'_>) -> (EmbedKind, String) {
    (embed.kind, embed.src.to_string())
}

/// The `src` attribute of an image: beside its candidates where a lazy address took its place.
fn written_src(image: &Image<'_>) -> String {
    let written = image.candidates.iter().find(|c| c.source == CandidateSource::Src);
    written.map_or(&image.src, |candidate| &candidate.src).to_string()
}

/// A caption and its credits, in order, all at the caption's place: a credit that nothing visible of
/// the caption stands before goes before the caption's text, any other after it.
fn caption_pieces<'s>(
    source: &str,
    caption: Option<&'s Caption<'s>>,
    credits: &'s [Credit<'s>],
) -> Vec<(u32, Piece<'s>)> {
    let Some(caption) = caption else {
        return credits.iter().map(|c| (c.span.start, Piece::Credit(c))).collect();
    };
    // What stands beside the media, not in the caption, has its own place.
    let (credits, beside): (Vec<_>, Vec<_>) =
        credits.iter().partition(|credit| caption.span.contains(credit.span));
    let beside = beside.into_iter().map(|credit| (credit.span.start, Piece::Credit(credit)));
    let mut said = caption.span.start;
    let mut leads = |credit: &Credit<'_>| {
        // Where a credit stands in the caption is not always told.
        if credit.span == caption.span {
            return false;
        }
        let between = Span::new(said, credit.span.start).slice(source);
        let leads = between.is_some_and(is_blank_markup);
        said = if leads { credit.span.end } else { u32::MAX };
        leads
    };
    let (before, after): (Vec<_>, Vec<_>) = credits.into_iter().partition(|credit| leads(credit));
    let before = before.into_iter().map(Piece::Credit);
    let after = after.into_iter().map(Piece::Credit);
    let pieces = before.chain([Piece::Caption(caption)]).chain(after);
    let pieces = pieces.map(|piece| (caption.span.start, piece));
    let mut pieces: Vec<_> = pieces.chain(beside).collect();
    pieces.sort_by_key(|(start, _)| *start);
    pieces
}

fn begins(text: &str, tag: &str) -> bool {
    text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
}

/// Whether markup shows nothing: tags and white space.
fn is_blank_markup(markup: &str) -> bool {
    let texts = markup.split('<').enumerate().map(|(number, part)| match number {
        0 => part,
        _ => part.split_once('>').map_or("", |(_, text)| text),
    });
    texts.into_iter().all(|text| text.trim().is_empty())
}

/// Where code begins within `span`: with its tag, or below the line of its shortcode or its fence.
fn start_of_code(source: &str, span: Span) -> u32 {
    let slice = span.slice(source).unwrap_or_default().to_ascii_lowercase();
    let is_line = ["{%", "{{", "```", "~~~"].iter().any(|open| slice.starts_with(open));
    let line = slice.find('\n').filter(|_| is_line);
    let start = line.or_else(|| slice.find("<pre")).or_else(|| slice.find("```"));
    span.start + start.map_or(0, |at| u32::try_from(at).unwrap())
}
