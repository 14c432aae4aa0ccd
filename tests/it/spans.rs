//! Law 5 and the spans' promise: a borrowed text is a slice of the source at the place that its
//! holder names.

use copydesk::{Block, Document, Heading, Inline, Paragraph, Span};

use crate::shared::{self, File};

#[test]
fn texts_stand_where_the_spans_say() {
    let mut files = crate::fixtures::inputs();
    files.extend(shared::corpus().unwrap_or_default());
    let failures = shared::failures(&files, |file: &File| {
        let document = Document::from_bytes(&file.bytes);
        let mut check = Check { source: document.source(), failures: Vec::new() };
        check.blocks(document.blocks());
        check.failures.truncate(1);
        check.failures
    });
    shared::report(&failures, files.len());
}

/// Most of what people write needs no decoding and no collapsing, so most of it is borrowed.
#[test]
fn most_text_is_borrowed() {
    let Some(files) = shared::corpus() else { return };
    let (mut borrowed, mut all) = (0, 0);
    for file in &files {
        let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
        count(Document::parse(text).blocks(), &mut borrowed, &mut all);
    }
    shared::say(&format!("law 5: {borrowed} of {all} texts of the corpus are borrowed"));
    assert!(borrowed > all / 2, "{borrowed} of {all}");
}

fn count(blocks: &[Block<'_>], borrowed: &mut usize, all: &mut usize) {
    for block in blocks {
        if let Block::Paragraph(Paragraph { inlines, .. }) = block {
            for inline in inlines {
                if let Inline::Text(text) = inline {
                    *all += 1;
                    *borrowed += usize::from(text.is_borrowed());
                }
            }
        }
        if let Block::List(list) = block {
            list.items.iter().for_each(|item| count(&item.blocks, borrowed, all));
        }
    }
}

struct Check<'s> {
    source: &'s str,
    failures: Vec<String>,
}

impl Check<'_> {
    fn blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.inlines(&paragraph.inlines, paragraph.span),
                Block::Heading(heading) => self.heading(heading),
                Block::Code(code) => self.inlines(&code.inlines, code.span),
                Block::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
                Block::Quote(quote) => self.blocks(&quote.blocks),
                Block::Figure(figure) => {
                    self.blocks(&figure.blocks);
                    for image in &figure.images {
                        self.starts_with(image.span, "<i");
                    }
                    if let Some(caption) = &figure.caption {
                        self.inlines(&caption.inlines, caption.span);
                    }
                }
                _ => {}
            }
        }
    }

    fn heading(&mut self, heading: &Heading<'_>) {
        self.starts_with(heading.span, &format!("<h{}", heading.level));
        self.inlines(&heading.inlines, heading.span);
    }

    fn inlines(&mut self, inlines: &[Inline<'_>], span: Span) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => {
                    if let Some(text) = text.as_borrowed() {
                        self.within(text, span);
                    }
                }
                Inline::Link(link) => self.starts_with(link.span, "<a"),
                Inline::Image(image) => self.starts_with(image.span, "<i"),
                _ => {}
            }
            if let Some(children) = inline.children() {
                self.inlines(children, span);
            }
        }
    }

    /// A borrowed text is a part of the source, within `span`. White space that stands for
    /// other white space or a tag is a constant.
    fn within(&mut self, text: &str, span: Span) {
        let offset = (text.as_ptr() as usize).wrapping_sub(self.source.as_ptr() as usize);
        let is_within = span.range().contains(&offset) && offset + text.len() <= span.range().end;
        if !is_within && !text.trim().is_empty() {
            self.failures.push(format!("{text:?} at {offset} is not within {span:?}"));
        }
    }

    fn starts_with(&mut self, span: Span, tag: &str) {
        let slice = span.slice(self.source).unwrap_or_default();
        let start = slice.get(..tag.len()).unwrap_or_default();
        if !start.eq_ignore_ascii_case(tag) || !slice.ends_with('>') && tag == "<i" {
            let slice: String = slice.chars().take(60).collect();
            self.failures.push(format!("{span:?} does not begin with {tag:?}: {slice:?}"));
        }
    }
}
