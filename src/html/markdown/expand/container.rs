//! What stands between two tags and is Markdown: notes, quotations, what is folded in.
//!
//! ```text
//! {% note info Title %} … {% endnote %}      <div class="admonition info"><p class="admonition-title">…
//! ::: warning Title … :::                    the same; other names are a plain <div>
//! {% blockquote Who, Where url %} …          <blockquote> … <footer><strong>Who</strong><cite>…
//! {{< details "Title" >}} …                  <details><summary>…
//! {% comment %} …                            <div hidden>
//! ```

use std::ops::Range;

use super::edit::Edit;
use super::indented::Indent;
use super::line::Line;
use super::note::{SUMMARY, TITLE, admonition, details, given, is_open, kind, title};
use super::quotation::quote;
use super::scan::Scan;
use super::{Part, may_be_comment};
use crate::shortcode::{Meaning, Shortcode, closed};

/// A container that is open.
pub(super) struct Open<'s> {
    pub(super) name: Name<'s>,
    pub(super) group: usize,
    /// What its lines begin with.
    pub(super) prefix: String,
    /// What is written where it ends.
    pub(super) end: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name<'s> {
    Tag(&'s str),
    Colons,
    /// Opened by a line that is set in so far.
    Indented(Indent),
}

/// So that what closes one is found at once.
const DEEPEST: usize = 32;

impl<'s> Scan<'s> {
    /// Opens what a tag at the beginning of a line opens.
    pub(super) fn open_tag(
        &mut self,
        meaning: Meaning,
        code: &Shortcode<'s>,
        line: &Line,
    ) -> Option<usize> {
        let (start, end) = match meaning {
            Meaning::Quote => quote(self.source, code),
            Meaning::Details => {
                details(is_open(code), given(self.source, title(code, false), SUMMARY))
            }
            Meaning::Hidden => (vec![Part::made("<div hidden>")], vec![Part::made("</div>")]),
            _ => {
                let title = given(self.source, title(code, true), TITLE);
                admonition(kind(code).unwrap_or_default(), title)
            }
        };
        self.open(Name::Tag(code.name), code.range.clone(), line, start, end)
    }

    pub(super) fn open(
        &mut self,
        name: Name<'s>,
        place: Range<usize>,
        line: &Line,
        start: Vec<Part>,
        end: Vec<Part>,
    ) -> Option<usize> {
        let prefix = self.prefix(line)?;
        if self.open.len() >= DEEPEST || !may_be_comment(self.slice(place.clone())) {
            return None;
        }
        self.groups += 1;
        let mut parts = vec![Part::Block(place.clone())];
        parts.extend(start);
        let rest_end = self.line_end(place.end);
        let is_own_line = self.slice(place.end..rest_end).trim().is_empty();
        if !is_own_line {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        let at = if is_own_line { rest_end + 1 } else { place.end };
        self.edit(place, parts);
        self.open.push(Open { name, group: self.groups, prefix, end });
        Some(at)
    }

    /// Takes a tag that closes what is open; answers where to go on.
    pub(super) fn close(&mut self, code: &Shortcode<'s>, line: &Line) -> Option<usize> {
        let closes = |open: &Open<'s>| match open.name {
            // Zola's `end` ends anything.
            Name::Tag(name) => code.name == "end" || closed(code.name) == Some(name),
            Name::Colons | Name::Indented(_) => false,
        };
        let open = self.open.iter().rposition(closes)?;
        self.end(open, code.range.clone(), line)
    }

    /// Ends the container that is `index` of the open ones, at `place`.
    pub(super) fn end(&mut self, index: usize, place: Range<usize>, line: &Line) -> Option<usize> {
        if !may_be_comment(self.slice(place.clone())) {
            return None;
        }
        // What was opened in it and not closed is none.
        self.unclose(index + 1);
        let Open { group, prefix, end, .. } = self.open.pop()?;
        let mut parts = Vec::new();
        if place.start > line.content {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        parts.push(Part::Block(place.clone()));
        parts.extend(end);
        let line_end = self.line_end(place.end);
        let is_last = self.slice(place.end..line_end).trim().is_empty();
        if !is_last {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        let at = if is_last { line_end + 1 } else { place.end };
        self.edits.push(Edit { range: place, parts, group });
        Some(at)
    }
}
