//! [`Blocks`]: the pass that finds the blocks of a text.
//!
//! It follows pulldown-cmark's first pass step by step, as far as to where each block ends; what comes
//! to columns of tabs, and constructs that few texts have, it [declines](Declined).

use std::ops::Range;

use super::containers::{Container, Open, footnote, task};
use super::html::{BlockEnd, block_end};
use super::mark::{self, ListMark, blank_line, is_end, is_text, line_after, line_end, skip_blanks};
use super::outline::{Kind, Outline, Step};
use super::{Declined, Known};
use crate::span::Span;

/// The pass.
pub(super) struct Blocks<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) outline: Outline<'a>,
    /// The containers that are open, the outermost first.
    pub(super) open: Vec<Open>,
    /// Where the item that has begun with a blank line goes on.
    pub(super) blank_item: Option<usize>,
    /// Whether a blank line stands above, in the containers that are open.
    pub(super) after_blank: bool,
    /// What [passed](Self::passed) tells of the line that a paragraph ends before.
    below: Option<Below>,
}

/// A line, where its content begins, and how many of the containers go on there.
struct Below {
    line: usize,
    at: usize,
    passed: usize,
}

/// The outline of a text.
pub(super) fn outline(text: &str) -> Known<Outline<'_>> {
    let mut blocks = Blocks {
        text,
        bytes: text.as_bytes(),
        outline: Outline::for_text(text),
        open: Vec::new(),
        blank_item: None,
        after_blank: false,
        below: None,
    };
    let mut at = 0;
    while at < text.len() {
        at = if blocks.open.is_empty() { blocks.top(at)? } else { blocks.block(at)? };
    }
    while !blocks.open.is_empty() {
        blocks.pop(at);
    }
    blocks.outline.definitions.sort();
    Ok(blocks.outline)
}

impl Blocks<'_> {
    /// Takes a block from a line's start on where no container is open; answers where it ends.
    #[inline]
    fn top(&mut self, at: usize) -> Known<usize> {
        match self.bytes[at] {
            b'\n' => {
                self.after_blank = true;
                Ok(at + 1)
            }
            b'#' | b'`' | b'~' | b'<' => self.leaf(at, at, 0),
            _ if is_text(self.bytes, at) => self.paragraph(at),
            _ => self.block(at),
        }
    }

    /// Takes a block, or a line of one container, from a line's start on; answers where it ends.
    fn block(&mut self, mut start: usize) -> Known<usize> {
        let (mut at, passed) = match self.below.take() {
            Some(below) if below.line == start => (below.at, below.passed),
            _ => self.passed(start)?,
        };
        while self.open.len() > passed {
            self.pop(start);
        }
        let mut no_rule = 0;
        loop {
            if is_text(self.bytes, at) {
                return self.paragraph(at);
            }
            let indent = mark::indent(self.bytes, start, at)?;
            let mark = at + indent;
            if indent == 4 {
                break;
            }
            match self.bytes.get(mark) {
                Some(b'-' | b'+' | b'*' | b'0'..=b'9') => {
                    let Some(list_mark) = ListMark::at(self.bytes, mark, &mut no_rule)? else {
                        break;
                    };
                    self.item(at, indent, list_mark)?;
                    at = list_mark.end;
                    if let Some(next) = self.begins_blank(at) {
                        return Ok(next);
                    }
                    if let Some(is_checked) = task(self.bytes, at) {
                        return self.task(at, is_checked);
                    }
                }
                Some(b'>') => {
                    let (content, alert) = self.quote(start, mark)?;
                    at = content;
                    if alert.is_some() {
                        // What follows is read as if it went on with a paragraph.
                        let Some(below) = self.below(content)? else { return Ok(content) };
                        (start, at) = (content, below);
                        break;
                    }
                }
                Some(b'[') => match footnote(self.bytes, mark)? {
                    Some(label_end) => at = self.footnote(mark, label_end)?,
                    None => break,
                },
                Some(b':') if self.may_define() => {
                    at = self.definition(at, mark)?;
                    if let Some(next) = self.begins_blank(at) {
                        return Ok(next);
                    }
                }
                _ => break,
            }
        }
        if let Some(next) = blank_line(self.bytes, at) {
            self.pass_blank();
            return Ok(next);
        }
        let indent = mark::indent(self.bytes, start, at)?;
        if indent == 4 {
            self.finish_list(start);
            return self.indented_code(at);
        }
        self.leaf(start, at + indent, indent)
    }

    /// Takes a block that holds text, whose line starts at `start`.
    fn leaf(&mut self, start: usize, at: usize, indent: usize) -> Known<usize> {
        let bytes = self.bytes;
        match bytes[at] {
            b'<' => {
                if let Some(end) = block_end(bytes, at) {
                    self.finish_list(start);
                    return self.html(at, indent, end);
                }
            }
            b'*' | b'-' | b'_' => {
                if let Ok(next) = mark::rule(bytes, at) {
                    self.finish_list(start);
                    self.push(Kind::Rule, at..next);
                    return Ok(next);
                }
            }
            b'#' => {
                if let Some(level) = mark::heading(bytes, at) {
                    self.finish_list(start);
                    return self.heading(at, level);
                }
            }
            b'`' | b'~' => {
                if let Some(count) = mark::fence(bytes, at) {
                    self.finish_list(start);
                    return self.code(at, indent, count);
                }
            }
            b'[' => return self.definitions(start, at),
            _ => {}
        }
        self.paragraph(at)
    }

    pub(super) fn paragraph(&mut self, start: usize) -> Known<usize> {
        let may_be_title = self.is_in_definitions() && self.is_last(Kind::End);
        if may_be_title {
            self.after_blank = false;
        } else {
            self.finish_list(start);
        }
        let step = self.push(Kind::Paragraph, start..start);
        let (bytes, mut line) = (self.bytes, start);
        loop {
            let end = line_end(bytes, line);
            self.line(line, end);
            let next = line_after(bytes, end);
            let (at, passed) = self.passed(next)?;
            if is_text(bytes, at) {
                line = at;
                continue;
            }
            if is_end(bytes, at) {
                self.below = Some(Below { line: next, at, passed });
                self.close(step, Kind::Paragraph, next);
                return Ok(next);
            }
            let is_within = passed == self.open.len();
            if line == start && is_within {
                if let Some(next) = self.table(step, start..end, at)? {
                    return if may_be_title { Err(Declined) } else { Ok(next) };
                }
            }
            let indent = mark::indent(bytes, next, at)?;
            if indent < 4 && is_within {
                if let Some((level, next)) = mark::underline(bytes, at + indent) {
                    // Attributes, a backslash that breaks no line.
                    let has_attributes = bytes[..end].trim_ascii_end().ends_with(b"}");
                    if has_attributes || bytes[end - 1] == b'\\' || may_be_title {
                        return Err(Declined);
                    }
                    self.close(step, Kind::Heading { level, has_attributes: false }, next);
                    return Ok(next);
                }
            }
            line = skip_blanks(bytes, at);
            let is_interrupted = indent < 4 && self.interrupts(at + indent, passed, true)?;
            if is_interrupted || is_end(bytes, line) {
                self.below = Some(Below { line: next, at, passed });
                self.close(step, Kind::Paragraph, next);
                return Ok(next);
            }
        }
    }

    /// Where the line after one that is no paragraph goes on as if that were one; `None` if it does not.
    pub(super) fn below(&self, line: usize) -> Known<Option<usize>> {
        let (at, passed) = self.passed(line)?;
        let indent = mark::indent(self.bytes, line, at)?;
        let is_interrupted = indent < 4 && self.interrupts(at + indent, passed, false)?;
        Ok((!is_interrupted).then(|| skip_blanks(self.bytes, at)))
    }

    /// Whether what stands at a place, in so many of the open containers, ends what stands above it, a
    /// paragraph or not.
    pub(super) fn interrupts(&self, at: usize, passed: usize, paragraph: bool) -> Known<bool> {
        let bytes = self.bytes;
        let same_container = passed == self.open.len();
        Ok(match bytes.get(at) {
            None | Some(b'\n' | b'>') => true,
            Some(b'#') => mark::heading(bytes, at).is_some(),
            Some(b'`' | b'~') => mark::fence(bytes, at).is_some(),
            Some(b'-' | b'*' | b'_' | b'+' | b'0'..=b'9') => {
                mark::begins_item(bytes, at)
                    || mark::rule(bytes, at).is_ok()
                    || ListMark::interrupts(bytes, at, same_container)?
            }
            Some(b'<') => BlockEnd::of(bytes, at).is_some(),
            Some(b':') => match self.open.get(passed) {
                None => paragraph,
                Some(open) => matches!(open.is, Container::Definition { .. }),
            },
            // A table.
            Some(b'|') => return Err(Declined),
            Some(b'[') => footnote(bytes, at)?.is_some(),
            _ => false,
        })
    }

    /// Adds a block, which may be [closed](Self::close) later; answers its place among the steps.
    pub(super) fn push(&mut self, kind: Kind, at: Range<usize>) -> usize {
        let lines = self.outline.lines.len() as u32;
        let at = Span::new(at.start as u32, at.end as u32);
        self.outline.steps.push(Step { kind, at, lines: (lines, lines) });
        self.outline.steps.len() - 1
    }

    /// Adds a line to the block that was begun.
    pub(super) fn line(&mut self, start: usize, end: usize) {
        self.outline.lines.push(Span::new(start as u32, end as u32));
    }

    /// Adds a line to the block that was begun, or makes the one before longer, if that ends here.
    pub(super) fn join_line(&mut self, start: usize, end: usize) {
        match self.outline.lines.last_mut() {
            Some(last) if last.end == start as u32 => last.end = end as u32,
            _ => self.line(start, end),
        }
    }

    /// Ends the block that was begun: it is of a kind, and holds the lines added since.
    pub(super) fn close(&mut self, step: usize, kind: Kind, end: usize) {
        let lines = self.outline.lines.len() as u32;
        let step = &mut self.outline.steps[step];
        (step.kind, step.at.end, step.lines.1) = (kind, end as u32, lines);
    }

    pub(super) fn is_last(&self, kind: Kind) -> bool {
        self.outline.steps.last().is_some_and(|last| last.kind == kind)
    }
}
