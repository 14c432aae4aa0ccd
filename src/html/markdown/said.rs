//! What the events of a text say, to be compared.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::events::Events;
use super::tokens::span;
use super::writer::trimmed;
use super::{SYNTAX, borrowed};

/// Where a link leads, and whether a slice of the text says so; of two texts that none does, one may be
/// allocated where the other is not.
fn target<'t>(url: &'t CowStr<'_>) -> (&'t str, bool) {
    (url, borrowed(url).is_some())
}

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
                format!("Link {:?} {title:?}", target(&dest_url))
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                format!("Image {:?} {title:?}", target(&dest_url))
            }
            event => format!("{event:?}"),
        };
        said.push((event, at));
    }
    said.extend(open.map(|(part, at)| (format!("Text {part:?}"), at)));
    said
}
