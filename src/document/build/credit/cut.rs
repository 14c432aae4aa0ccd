//! Cutting a phrase in two at a place in its plain text.

use std::ops::Range;

use super::BARS;
use crate::document::block::{Block, Paragraph};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;
use crate::text::Text;

/// The phrase before and from byte `at` of its plain text; `None` if that lies within a link or
/// another thing that cannot be in both.
pub(super) fn split_at<'a>(phrase: &Inlines<'a>, at: usize) -> Option<(Inlines<'a>, Inlines<'a>)> {
    if let [Inline::Text(text)] = &phrase[..] {
        let mut before = text.part(0..at);
        before.trim_end_in_place();
        let before = Some(before).filter(|before| !before.is_empty()).map(Inline::Text);
        let after = Inline::Text(text.part(at..text.len()));
        return Some((before.map(Inlines::from).unwrap_or_default(), Inlines::from(after)));
    }
    let (mut before, mut after) = (Vec::with_capacity(phrase.len()), Vec::with_capacity(1));
    let mut offset = 0;
    for inline in phrase {
        let end = offset + inline.text_len();
        match inline {
            inline if offset >= at => after.push(inline.clone()),
            inline if end <= at => before.push(inline.clone()),
            Inline::Text(text) => {
                before.push(Inline::Text(text.part(0..at - offset)));
                after.push(Inline::Text(text.part(at - offset..text.len())));
            }
            Inline::Link(_)
            | Inline::Abbreviation(_)
            | Inline::FootnoteReference(_)
            | Inline::Math(_) => return None,
            styled => {
                let (first, second) = split_at(styled.children()?, at - offset)?;
                before.extend(styled_with(styled, first));
                after.extend(styled_with(styled, second));
            }
        }
        offset = end;
    }
    trim_end(&mut before);
    Some((Inlines::from(before), Inlines::from(after)))
}

/// The same style around other inlines; nothing around nothing.
fn styled_with<'a>(styled: &Inline<'a>, inlines: Inlines<'a>) -> Option<Inline<'a>> {
    let mut styled = styled.clone();
    *styled.children_mut()? = inlines;
    styled.children().is_some_and(|inlines| !inlines.is_empty()).then_some(styled)
}

/// Drops the line breaks and white space at the end.
fn trim_end(inlines: &mut Vec<Inline<'_>>) {
    loop {
        match inlines.last_mut() {
            Some(Inline::LineBreak) => {}
            Some(Inline::Text(text)) => {
                text.trim_end_in_place();
                if !text.is_empty() {
                    return;
                }
            }
            _ => return,
        }
        inlines.pop();
    }
}

/// Takes the sign that ends the last of the blocks, if that is a paragraph: `Boats at rest |`.
pub(super) fn take_separator<'a>(blocks: &mut Vec<Block<'a>>) -> Option<Text<'a>> {
    let Some(Block::Paragraph(Paragraph { inlines, .. })) = blocks.last_mut() else { return None };
    let Some(Inline::Text(text)) = inlines.last() else { return None };
    let kept = text.trim_end().trim_end_matches(BARS).len();
    if kept == text.trim_end().len() {
        return None;
    }
    let (rest, bar) = (text.part(0..kept), text.part(kept..text.len()));
    let mut list = std::mem::take(inlines).into_vec();
    list.pop();
    list.push(Inline::Text(rest));
    trim_end(&mut list);
    *inlines = Inlines::from(list);
    if inlines.is_empty() {
        blocks.pop();
    }
    Some(bar)
}

/// A part of a phrase's plain text: a slice of the source, if the phrase is one text that is.
pub(super) fn part_of<'a>(phrase: &Inlines<'a>, range: Range<usize>) -> Text<'a> {
    match &phrase[..] {
        [Inline::Text(text)] => text.part(range),
        _ => Text::from(phrase.verbatim().get(range).unwrap_or_default().to_owned()),
    }
}

/// The place of a credit's phrase: from its first text to its last, where those can be found in the source;
/// else the caption's.
pub(in super::super) fn place_of(phrase: &Inlines<'_>, caption: Span, source: &str) -> Span {
    let place = |text: Option<&Text<'_>>| place_of_text(text?, caption, source);
    let (first, last) = (place(first_text(phrase)), place(last_text(phrase)));
    first.zip(last).map_or(caption, |(first, last)| first.hull(last))
}

fn place_of_text(text: &Text<'_>, caption: Span, source: &str) -> Option<Span> {
    let within = source.as_bytes().as_ptr_range();
    // A space that stands for a line end is a slice of no source.
    if text.is_borrowed() && within.contains(&text.as_ptr()) {
        return Some(Span::of_part(source, text, 0));
    }
    let (whole, text) = (caption.slice(source)?, text.trim());
    let at = whole.rfind(text).filter(|_| !text.is_empty())?;
    Some(Span::of_part(source, &whole[at..at + text.len()], 0))
}

/// The first text in a phrase, in whatever style.
fn first_text<'p, 'a>(phrase: &'p Inlines<'a>) -> Option<&'p Text<'a>> {
    phrase.iter().find_map(|inline| match inline {
        Inline::Text(text) => Some(text),
        inline => first_text(inline.children()?),
    })
}

fn last_text<'p, 'a>(phrase: &'p Inlines<'a>) -> Option<&'p Text<'a>> {
    phrase.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) => Some(text),
        inline => last_text(inline.children()?),
    })
}
