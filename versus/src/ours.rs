//! The same with copydesk.

use std::borrow::Cow;

use copydesk::{
    Block, Caption, CaptionEvidence, Credit, DateValue, Document, Image, Inline, Inlines, Text,
};

use crate::common::walk;
use crate::facts::{Facts, Figure, Heading};
use crate::writer::Writer;

/// The facts of an article, as JSON.
pub fn facts(input: &str, writer: Writer, out: &mut Vec<u8>) {
    let document = Document::parse(input);
    let mut facts = metadata_facts(&document);
    walk::blocks(&document, &mut |block| block_facts(block, input, &mut facts));
    writer.write(&facts, out);
}

/// All that copydesk knows of an article, as JSON.
pub fn everything(input: &str, writer: Writer, out: &mut Vec<u8>) {
    writer.write(&Document::parse(input), out);
}

/// How many headings, paragraphs in `<p>` and images a document has.
pub fn counts(document: &Document<'_>) -> [usize; 3] {
    let mut facts = Facts::default();
    walk::blocks(document, &mut |block| block_facts(block, document.source(), &mut facts));
    let images = facts.figures.iter().map(|figure| figure.images.len()).sum();
    [facts.headings.len(), facts.paragraphs.len(), images]
}

fn metadata_facts<'d>(document: &'d Document<'_>) -> Facts<'d> {
    let metadata = document.metadata();
    let published = metadata.published.as_ref().map(|date| date.value);
    Facts {
        title: metadata.title.as_ref().map(borrow).unwrap_or_default(),
        date: match published {
            Some(DateValue::Instant(instant)) => Some(instant),
            _ => None,
        },
        categories: metadata.categories.iter().map(borrow).collect(),
        ..Facts::default()
    }
}

fn block_facts<'d>(block: &'d Block<'_>, source: &str, facts: &mut Facts<'d>) {
    match block {
        Block::Heading(heading) => {
            links(&heading.inlines, facts);
            facts.headings.push(Heading { level: heading.level, text: heading.text().into() });
        }
        Block::Paragraph(paragraph) => {
            links(&paragraph.inlines, facts);
            // A paragraph that is loose text has no tag.
            if source[paragraph.span.range()].starts_with("<p") {
                facts.paragraphs.push(paragraph.text().into());
            }
        }
        Block::Figure(figure) => {
            figure.images.iter().for_each(|image| image_link(image, facts));
            let caption = caption(figure.caption.as_ref(), &figure.credits, source, facts);
            let images = figure.images.iter().map(|image| borrow(&image.src)).collect();
            facts.figures.push(Figure { images, caption });
        }
        Block::Table(table) => {
            let caption = caption(table.caption.as_ref(), &table.credits, source, facts);
            if table.caption.as_ref().is_some_and(|c| c.evidence == CaptionEvidence::Figcaption) {
                facts.figures.push(Figure { images: Vec::new(), caption });
            }
        }
        Block::Code(code) => links(&code.inlines, facts),
        Block::Details(details) => links(&details.summary, facts),
        Block::Admonition(admonition) => links(&admonition.title, facts),
        Block::FootnoteDefinition(footnote) => links(&footnote.label, facts),
        Block::DefinitionList(list) => {
            list.entries.iter().flat_map(|entry| &entry.terms).for_each(|term| links(term, facts));
        }
        _ => {}
    }
}

/// The caption and its credits in one, as they are written.
fn caption<'d>(
    caption: Option<&'d Caption<'_>>,
    credits: &'d [Credit<'_>],
    source: &str,
    facts: &mut Facts<'d>,
) -> Cow<'d, str> {
    let mut text = Cow::default();
    if let Some(caption) = caption {
        links(&caption.inlines, facts);
        text = caption.inlines.text().into();
    }
    for credit in credits {
        links(&credit.raw, facts);
        if space_before(&source[..credit.span.start as usize]) {
            text.to_mut().push(' ');
        }
        text.to_mut().push_str(&credit.raw.text());
    }
    text
}

/// Whether a text ends in white space, tags aside.
fn space_before(mut source: &str) -> bool {
    while source.ends_with('>') {
        source = source.rfind('<').map_or("", |tag| &source[..tag]);
    }
    source.ends_with(|c: char| c.is_ascii_whitespace())
}

fn links<'d>(inlines: &'d Inlines<'_>, facts: &mut Facts<'d>) {
    for inline in inlines {
        match inline {
            Inline::Link(link) => facts.links.push(borrow(&link.href)),
            Inline::FootnoteReference(reference) => {
                facts.links.push(format!("#{}", reference.identifier).into());
            }
            Inline::Image(image) => image_link(image, facts),
            _ => {}
        }
        if let Some(inlines) = inline.children() {
            links(inlines, facts);
        }
    }
}

fn image_link<'d>(image: &'d Image<'_>, facts: &mut Facts<'d>) {
    facts.links.extend(image.link.as_ref().map(|link| borrow(&link.href)));
}

fn borrow<'d>(text: &'d Text<'_>) -> Cow<'d, str> {
    Cow::Borrowed(text)
}
