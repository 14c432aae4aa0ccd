//! Containers whose content is set in below the line that opens them.
//!
//! ```text
//! !!! note "Title"        <div class="admonition note"><p class="admonition-title">…     Python-Markdown
//! ??? note "Title"        the same, folded in: around a <details><summary>…              PyMdown
//! === "Title"             <details><summary>…: one of some tabs                          PyMdown
//! ```
//!
//! The content is what is set in four columns farther than the opening line; so much is taken off its
//! lines.

use memchr::{memchr_iter, memrchr};

use super::container::{Name, Open};
use super::edit::Edit;
use super::line::{Line, is_blank};
use super::note::{admonition, details};
use super::opening::{Opening, may_be_phrase, opening};
use super::scan::Scan;
use super::{Part, place};

/// How far content is set in.
const STEP: usize = 4;

/// No line that opens a container is longer, so that many marks in a line are cheap.
const LONGEST: usize = 512;

/// Where the white space of a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Indent {
    /// How many `>` stand before it.
    quotes: usize,
    /// How many columns it has, with the marks of list items in it.
    columns: usize,
}

impl<'s> Scan<'s> {
    /// Takes a line that opens a container of indented content.
    pub(super) fn indented(&mut self, line: &Line) -> Option<usize> {
        let text = self.slice(line.content..line.end).trim_end();
        if text.len() >= LONGEST {
            return None;
        }
        let Opening { folds, is_open, classes, title, is_titled } = opening(text)?;
        let indent = self.indent_of(line);
        if !is_titled && !self.is_set_in_below(line, indent) {
            return None;
        }
        // What is taken off stands in one place of a line.
        let is_aligned = |open: &Open<'s>| match &open.name {
            Name::Indented(outer) => outer.quotes == indent.quotes,
            _ => true,
        };
        if !self.open.iter().all(is_aligned) {
            return None;
        }
        let prefix = self.prefix(line)?;
        let (mut start, mut end) = (Vec::new(), Vec::new());
        let title = |open, close| self.title(title, open, close, &prefix);
        if !classes.is_empty() {
            let title = title("<p class=\"admonition-title\">", "</p>");
            (start, end) = admonition(classes, if folds { Vec::new() } else { title });
        }
        if folds {
            let (inner, inner_end) = details(is_open, title("<summary>", "</summary>"));
            start.extend(inner);
            end.splice(..0, inner_end);
        }
        let place = line.content..line.content + text.len();
        self.open(Name::Indented(indent), place, line, start, end)
    }

    /// A title between two tags: Markdown, if it may hold any.
    pub(super) fn title(
        &self,
        title: &str,
        open: &'static str,
        close: &'static str,
        prefix: &str,
    ) -> Vec<Part> {
        if title.is_empty() {
            return Vec::new();
        }
        let range = place(self.source, title);
        if !may_be_phrase(title) {
            return vec![Part::made(open), super::escaped(self.source, range), Part::made(close)];
        }
        // It stands in a line of its own, and is a paragraph.
        let (open, close) = match open {
            "<summary>" => (open, close),
            _ => ("<div class=\"admonition-title\">", "</div>"),
        };
        let at = range.end..range.end;
        let line = || Part::Made(format!("\n{prefix}").into());
        let text = Part::Source(range);
        vec![Part::made(open), line(), text, line(), Part::Block(at), Part::made(close)]
    }

    /// Ends what the line is not set in far enough for, and takes off what it is set in for the
    /// rest.
    pub(super) fn set_out(&mut self, line: &mut Line) {
        if self.open.is_empty() {
            return;
        }
        let text = self.slice(line.start..line.end);
        if is_blank(text.as_bytes()) {
            return;
        }
        let is_left = |open: &Open<'s>| match open.name {
            Name::Indented(indent) => !is_set_in(text, indent),
            _ => false,
        };
        if let Some(first) = self.open.iter().position(is_left) {
            self.leave_indented(first, line.start);
        }
        let mut cut = line.cut.clone();
        for index in 0..self.open.len() {
            let Open { name: Name::Indented(indent), group, .. } = self.open[index] else {
                continue;
            };
            if cut.is_empty() {
                let start = line.start + quotes_len(text, indent.quotes).unwrap_or_default();
                cut = start..start;
            }
            let range = cut.end..cut.end + blank_len(self.slice(cut.end..line.end));
            cut.end = range.end;
            self.edits.push(Edit { range, parts: Vec::new(), group });
        }
        line.cut = cut;
    }

    /// Ends the containers of indented content from the `first` of those that are open, before `at`;
    /// others in them were never closed.
    pub(super) fn leave_indented(&mut self, first: usize, at: usize) {
        let (text_end, is_last) = self.text_end(at);
        while self.open.len() > first {
            let is_indented = |open: &Open<'s>| matches!(open.name, Name::Indented(_));
            let Some(last) = self.open.iter().rposition(is_indented).filter(|&last| last >= first)
            else {
                return self.unclose(first);
            };
            self.unclose(last + 1);
            let Some(Open { group, prefix, end, .. }) = self.open.pop() else { return };
            // HTML ends at a blank line, and one is there.
            let blank = if is_last { format!("\n{}", prefix.trim_end()) } else { String::new() };
            let mut parts = vec![Part::Made(format!("{blank}\n{prefix}").into())];
            parts.push(Part::Block(text_end..text_end));
            parts.extend(end);
            self.edits.push(Edit { range: text_end..text_end, parts, group });
        }
        if self.fence.as_ref().is_some_and(|fence| fence.depth > self.open.len()) {
            self.fence = None;
        }
    }

    /// Ends all that is open and ends with the text.
    pub(super) fn leave_all_indented(&mut self) {
        let first = self.open.iter().position(|open| matches!(open.name, Name::Indented(_)));
        if let Some(first) = first {
            self.leave_indented(first, self.source.len());
        }
    }

    /// Where the last line before `at` ends that is not blank, and whether a blank one follows, or
    /// nothing.
    fn text_end(&self, at: usize) -> (usize, bool) {
        let mut end = at;
        loop {
            let before = self.slice(0..end);
            let line_end = before.strip_suffix('\n').unwrap_or(before).len();
            let start = memrchr(b'\n', &before.as_bytes()[..line_end]).map_or(0, |at| at + 1);
            let line = before[start..line_end].trim_end_matches('\r');
            if start == 0 || !line.trim_start_matches([' ', '\t', '>']).is_empty() {
                let is_last = end < at || at == self.source.len();
                return (start + line.len(), is_last);
            }
            end = start;
        }
    }

    /// Whether the line that follows one at `indent` and is not blank is set in.
    fn is_set_in_below(&mut self, line: &Line, indent: Indent) -> bool {
        /// Few blank lines stand there.
        const MOST: usize = 4;
        let mut at = self.line_end(line.end) + 1;
        for _ in 0..MOST {
            let rest = self.slice(at..self.source.len());
            let next = rest.split('\n').next().unwrap_or_default();
            if !next.trim_start_matches([' ', '\t', '>', '\r']).is_empty() {
                return is_set_in(next, indent);
            }
            at += next.len() + 1;
        }
        false
    }

    fn indent_of(&self, line: &Line) -> Indent {
        let written = self.slice(line.start..line.content);
        let quotes = memchr_iter(b'>', written.as_bytes()).count();
        let rest = &written[quotes_len(written, quotes).unwrap_or_default()..];
        Indent { quotes, columns: columns(rest) }
    }
}

/// Whether a line is set in so far that it is content of what was opened at `indent`.
fn is_set_in(line: &str, indent: Indent) -> bool {
    quotes_len(line, indent.quotes).is_some_and(|quotes| {
        let rest = &line[quotes..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        columns(&rest[..blank]) >= indent.columns + STEP
    })
}

/// How long the part of a line is with its first `count` marks of quotations, and the space behind
/// them.
fn quotes_len(line: &str, count: usize) -> Option<usize> {
    let mut at = 0;
    for _ in 0..count {
        let rest = line.get(at..)?;
        let mark = rest.trim_start_matches([' ', '\t']);
        at += rest.len() - mark.len() + 1;
        let after = mark.strip_prefix('>')?;
        at += usize::from(after.starts_with(' '));
    }
    Some(at)
}

/// How many columns a text takes that begins a line.
fn columns(text: &str) -> usize {
    text.chars().fold(0, |at, c| if c == '\t' { at + STEP - at % STEP } else { at + 1 })
}

/// How long the white space is that makes up the next four columns.
fn blank_len(text: &str) -> usize {
    let mut at = 0;
    for (index, c) in text.char_indices() {
        match c {
            ' ' => at += 1,
            '\t' => at = STEP,
            _ => return index,
        }
        if at >= STEP {
            return index + 1;
        }
    }
    text.len()
}
