//! Finding what is to be expanded, in one pass over the lines of a text.

use std::collections::HashSet;
use std::ops::Range;

use memchr::{memchr, memchr2, memchr3, memmem};

use super::container::Open;
use super::{Edit, Part, address, attributes, may_be_comment};
use crate::shortcode::{Meaning, Shortcode, shortcode};

/// What is to be changed in a text, as it seems line by line.
pub(super) fn edits(source: &str) -> Vec<Edit> {
    let mut scan = Scan::new(source);
    let mut at = 0;
    while at < source.len() {
        at = scan.line(at);
    }
    // Only what is closed counts.
    scan.unclose(0);
    let unclosed = scan.unclosed_groups;
    scan.edits.retain(|edit| !unclosed.contains(&edit.group));
    scan.edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    scan.edits
}

/// The pass.
pub(super) struct Scan<'s> {
    pub(super) source: &'s str,
    pub(super) edits: Vec<Edit>,
    pub(super) groups: usize,
    /// The containers that are open, innermost last.
    pub(super) open: Vec<Open<'s>>,
    /// The groups of what was opened and never closed.
    unclosed_groups: HashSet<usize>,
    /// The character and the length of the fence that is open.
    fence: Option<(u8, usize)>,
    /// The names of shortcodes that nothing closes from here on.
    pub(super) unclosed: Vec<&'s str>,
    /// Where the line before stands.
    before: Option<Range<usize>>,
    /// The part of a line that was last looked through for its end.
    known: Range<usize>,
    has_colons: bool,
}

/// A line, without its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where its content begins: after white space, `>` and marks of list items.
    pub(super) content: usize,
}

impl<'s> Scan<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            edits: Vec::new(),
            groups: 0,
            open: Vec::new(),
            unclosed_groups: HashSet::new(),
            fence: None,
            unclosed: Vec::new(),
            before: None,
            known: 0..0,
            has_colons: memmem::find(source.as_bytes(), b":::").is_some(),
        }
    }

    /// Takes the line at `start`; answers where to go on.
    fn line(&mut self, start: usize) -> usize {
        let bytes = &self.source.as_bytes()[start..];
        let end = self.line_end(start);
        let next = end + 1;
        let end = if self.slice(start..end).ends_with('\r') { end - 1 } else { end };
        // Most lines hold none of what begins anything here, or a fence.
        let has_any = memchr3(b'{', b'`', b'~', &bytes[..end - start]).is_some();
        if !has_any && !self.has_colons {
            self.before = Some(start..end);
            return next;
        }
        let line = self.line_at(start..end);
        if self.is_fenced(line) {
            self.before = None;
            return next;
        }
        let at = match self.source.as_bytes().get(line.content) {
            Some(b':') => self.colons(line),
            Some(b'{') => self.block(line),
            _ => None,
        };
        let has_brace = || memchr(b'{', &bytes[..end - start]).is_some();
        let at = at.or_else(|| if has_brace() { self.in_line(line) } else { None });
        self.before = Some(start..end).filter(|_| at.is_none());
        at.unwrap_or(next).max(start + 1)
    }

    fn line_at(&self, place: Range<usize>) -> Line {
        let content = place.start + prefix_len(self.slice(place.clone()));
        Line { start: place.start, end: place.end, content }
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'s str {
        self.source.get(range).unwrap_or_default()
    }

    /// Whether a line is part of a fence's code, or a fence.
    fn is_fenced(&mut self, line: Line) -> bool {
        let content = self.slice(line.content..line.end);
        let Some(&mark) = content.as_bytes().first().filter(|byte| matches!(byte, b'`' | b'~'))
        else {
            return self.fence.is_some();
        };
        let length = content.bytes().take_while(|byte| *byte == mark).count();
        let rest = &content[length..];
        match self.fence {
            Some((open, least)) => {
                if mark == open && length >= least && rest.trim().is_empty() {
                    self.fence = None;
                }
                true
            }
            None if length >= 3 && (mark == b'~' || !rest.contains('`')) => {
                self.fence = Some((mark, length));
                true
            }
            None => false,
        }
    }

    /// Takes a line whose content begins with a brace.
    fn block(&mut self, line: Line) -> Option<usize> {
        if let Some(place) = attributes::list(self.source, line.content) {
            if self.slice(place.end..line.end).trim().is_empty() {
                return self.block_attributes(line, place);
            }
        }
        let code = shortcode(self.source, line.content)?;
        if code.name == "raw" {
            return self.raw(&code);
        }
        if let Some(at) = self.close(&code, line) {
            return Some(at);
        }
        match Meaning::of(code.name)? {
            Meaning::Code => self.code(&code, line),
            meaning if meaning.is_paired() => self.open_tag(meaning, &code, line),
            Meaning::Address => None,
            _ => self.alone(&code),
        }
    }

    /// Takes a shortcode that stands in lines of its own, alone or with others.
    fn alone(&mut self, code: &Shortcode<'s>) -> Option<usize> {
        if !may_be_comment(self.slice(code.range.clone())) {
            return None;
        }
        let mut parts = vec![Part::Block(code.range.clone())];
        let (mut at, mut end) = (code.range.end, self.line_end(code.range.end));
        loop {
            let rest = self.slice(at..end);
            let space = rest.len() - rest.trim_start().len();
            if space == rest.len() {
                break;
            }
            let next = shortcode(self.source, at + space)?;
            let is_own = |meaning: Meaning| meaning != Meaning::Address && !meaning.is_paired();
            Meaning::of(next.name).filter(|meaning| is_own(*meaning))?;
            if !may_be_comment(self.slice(next.range.clone())) {
                return None;
            }
            parts.extend([Part::Source(at..at + space), Part::Next(next.range.clone())]);
            at = next.range.end;
            if at > end {
                end = self.line_end(at);
            }
        }
        self.groups += 1;
        self.edit(code.range.start..at, parts);
        Some(end + 1)
    }

    /// Goes beyond what stands between `raw` and `endraw`: no shortcode is read in it.
    fn raw(&mut self, code: &Shortcode<'s>) -> Option<usize> {
        if self.unclosed.contains(&code.name) {
            return None;
        }
        let mut from = code.range.end;
        while let Some(found) = memmem::find(self.source.as_bytes().get(from..)?, b"endraw") {
            let before = self.slice(code.range.end..from + found).trim_end();
            let before = before.trim_end_matches('-').trim_end();
            if before.ends_with("{%") {
                return Some(self.line_end(from + found) + 1);
            }
            from += found + 1;
        }
        self.unclosed.push(code.name);
        None
    }

    /// Takes what is expanded within a line: addresses, ends of containers, attributes.
    fn in_line(&mut self, line: Line) -> Option<usize> {
        let mut at = line.content;
        while let Some(found) = memchr2(b'{', b']', self.source.as_bytes().get(at..line.end)?) {
            let start = at + found;
            at = start + 1;
            if self.source.as_bytes()[start] == b']' {
                at = address::edit(self, start, line.end).unwrap_or(at);
                continue;
            }
            if let Some(place) = attributes::of_span(self.source, start) {
                self.groups += 1;
                self.edit(place.clone(), vec![Part::Inline(place.clone())]);
                at = place.end;
                continue;
            }
            let Some(code) = shortcode(self.source, start) else { continue };
            let beyond = if code.name == "raw" { self.raw(&code) } else { self.close(&code, line) };
            if beyond.is_some() {
                return beyond;
            }
            self.text(&code);
            at = code.range.end;
            if at > line.end {
                // It goes on in the next lines, and nothing begins within it.
                return Some(at);
            }
        }
        None
    }

    /// Takes a shortcode in a line: a link, or a text that is to be no markup.
    fn text(&mut self, code: &Shortcode<'s>) {
        if let Some(parts) = address::of_page(self.source, code) {
            self.groups += 1;
            return self.edit(code.range.clone(), parts);
        }
        self.groups += 1;
        let bytes = self.slice(code.range.clone()).as_bytes();
        for at in (0..bytes.len()).filter(|&at| is_markup(bytes, at)) {
            let at = code.range.start + at;
            self.edit(at..at, vec![Part::made("\\")]);
        }
    }

    /// Takes attributes of the block before, in a line of their own.
    fn block_attributes(&mut self, line: Line, place: Range<usize>) -> Option<usize> {
        let before = self.line_at(self.before.clone()?);
        let text = self.slice(before.content..before.end);
        // Goldmark's stand below something.
        if text.trim().is_empty() && !self.slice(place.clone()).starts_with("{:") {
            return None;
        }
        self.groups += 1;
        let is_contents = attributes::is_contents(self.slice(place.clone()));
        if is_contents && before.content > before.start && may_be_comment(text) {
            // `* TOC` stands for the table of contents.
            let whole = before.start..place.end;
            let kept = self.edits.iter().rposition(|edit| edit.range.start < whole.start);
            self.edits.truncate(kept.map_or(0, |last| last + 1));
            self.edit(whole.clone(), vec![Part::Block(whole)]);
            return Some(line.end);
        }
        let is_heading = text.starts_with('#') && !text.trim_end().ends_with('}');
        if let Some(given) = attributes::of_heading(self.slice(place.clone())) {
            if is_heading {
                let end = before.content + text.trim_end().len();
                self.edit(end..end, vec![Part::Made(format!(" {{{given}}}").into())]);
            }
        }
        self.edit(place.clone(), vec![Part::Block(place)]);
        Some(line.end)
    }

    /// Gives up what is open, from the container that is `first` of them.
    pub(super) fn unclose(&mut self, first: usize) {
        self.unclosed_groups.extend(self.open.drain(first..).map(|open| open.group));
    }

    /// Adds an edit to the group at hand.
    pub(super) fn edit(&mut self, range: Range<usize>, parts: Vec<Part>) {
        self.edits.push(Edit { range, parts, group: self.groups });
    }

    /// Where the line ends that holds `at`. It is looked for once: as many tags may stand in a line.
    pub(super) fn line_end(&mut self, at: usize) -> usize {
        if !self.known.contains(&at) {
            let bytes = self.source.as_bytes().get(at..).unwrap_or_default();
            self.known = at..at + memchr(b'\n', bytes).unwrap_or(bytes.len());
        }
        self.known.end
    }
}

/// Whether the byte at `at` may begin or end markup within a text.
fn is_markup(bytes: &[u8], at: usize) -> bool {
    let next = bytes.get(at + 1).copied().unwrap_or(b' ');
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    match bytes[at] {
        b'*' | b'`' | b'[' | b']' | b'~' | b'\\' => true,
        b'_' => !(before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric()),
        b'<' => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'),
        b'&' => next.is_ascii_alphanumeric() || next == b'#',
        b'>' => {
            let before = bytes[..at].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
            before == Some(&b'\n')
        }
        _ => false,
    }
}

/// What another line in the same container begins with; `None` if that is too long to repeat.
pub(super) fn prefix(source: &str, line: Line) -> Option<String> {
    /// So an expanded text is no more than some times as long.
    const MOST: usize = 32;
    let written = source.get(line.start..line.content)?;
    let blank = |c: char| if matches!(c, '>' | ' ' | '\t') { c } else { ' ' };
    (written.len() <= MOST).then(|| written.chars().map(blank).collect())
}

/// How long the white space, the `>` and the marks of list items are that a line begins with.
fn prefix_len(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        let rest = &bytes[at..];
        let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let mark = match rest.first() {
            Some(b' ' | b'\t' | b'>') => {
                at += 1;
                continue;
            }
            Some(b'-' | b'*' | b'+') => 1,
            _ if (1..10).contains(&digits) && matches!(rest.get(digits), Some(b'.' | b')')) => {
                digits + 1
            }
            _ => return at,
        };
        if !matches!(rest.get(mark), Some(b' ' | b'\t')) {
            return at;
        }
        at += mark;
    }
}
