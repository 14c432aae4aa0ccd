//! What the events of a text say, to be compared.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::SYNTAX;
use super::events::Events;
use super::tokens::span;
use super::writer::trimmed;

/// Events that say the same for all that is made of them: texts that follow each other are one, and
/// ends are without the white space before them.
pub(in crate::html) fn said(text: &str, may_be_fast: bool) -> Vec<(String, Range<usize>)> {
    let mut said: Vec<(String, Range<usize>)> = Vec::new();
    let mut open: Option<(String, Range<usize>)> = None;
    for (event, range) in Events::new(text, SYNTAX, may_be_fast) {
        if let Event::Text(part) = &event {
            if part.is_empty() {
                continue;
            }
            match &mut open {
                Some((text, at)) => {
                    text.push_str(part);
                    at.end = range.end;
                }
                None => open = Some((part.to_string(), range)),
            }
            continue;
        }
        if let Some((part, at)) = open.take() {
            said.push((format!("Text {part:?}"), at));
        }
        let at = match &event {
            // Nothing is made of it.
            Event::End(TagEnd::HtmlBlock) => 0..0,
            Event::Start(_) => range.start..range.start,
            Event::End(_) | Event::Rule => trimmed(text, span(&range)).range(),
            _ => range,
        };
        let event = match event {
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                format!("Link {dest_url:?} {title:?}")
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                format!("Image {dest_url:?} {title:?}")
            }
            event => format!("{event:?}"),
        };
        said.push((event, at));
    }
    said.extend(open.map(|(part, at)| (format!("Text {part:?}"), at)));
    said
}
