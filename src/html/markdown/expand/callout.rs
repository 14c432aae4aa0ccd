//! Callouts: attributes that make a note of a block, and the marks that quotations begin with.
//!
//! ```text
//! {: .note }              a paragraph below it, or above it        Just the Docs, Minimal Mistakes
//! {: .note-title }        a quotation, its first line the title    Just the Docs
//! > …                     a quotation above it                     Chirpy
//! {: .prompt-tip }
//! > [!tip]+ Title         a quotation                              Obsidian, Hugo
//! ```
//!
//! A note is written around a paragraph; a quotation is told by the mark in it, or beside it.

use std::ops::Range;

use memchr::memrchr;

use super::above::{Above, Before};
use super::attributes::{self, Item};
use super::line::{Line, prefix_len};
use super::note::is_kind;
use super::scan::Scan;
use super::{Part, escaped, may_be_comment, place};

impl Scan<'_> {
    /// Takes attributes at `list` that make a note of the block beside them.
    pub(super) fn callout(&mut self, line: &Line, list: Range<usize>) -> Option<()> {
        let classes = callout_classes(self.slice(list.clone()))?;
        let prefix = self.prefix(line)?;
        let is_of_next = self.is_of_next(line);
        let &Above { before, block_start, .. } = self.above(line.start);
        let first = if is_of_next { self.line_end(line.end) + 1 } else { block_start };
        if !is_of_next && before != Before::Line {
            return None;
        }
        // What containers begin this line with begins the block's lines, too.
        let skip = line.content - line.start;
        let kind = self.block_kind(first, skip)?;
        let first = match kind {
            BlockKind::Quote if !is_of_next => self.quote_start(first, skip),
            BlockKind::Quote | BlockKind::Text => first,
        };
        let at = first + skip;
        self.groups += 1;
        if kind == BlockKind::Quote {
            let at = at + if self.slice(at..at + 2) == "> " { 2 } else { 1 };
            let line_start = Part::Made(format!("\n{prefix}> ").into());
            self.edit(at..at, vec![Part::Sign(classes), line_start]);
            self.edit(list.clone(), vec![Part::Block(list)]);
            return Some(());
        }
        let classes = classes.replace("-title", "");
        let start = Part::Made(format!("<div class=\"admonition {classes}\">").into());
        let (end, line_end) = (Part::made("</div>"), Part::Made(format!("\n{prefix}").into()));
        if is_of_next {
            let end_at = self.block_end(first);
            self.edit(list.clone(), vec![Part::Block(list), start]);
            self.edit(end_at..end_at, vec![line_end, Part::Block(end_at..end_at), end]);
        } else {
            self.edit(at..at, vec![Part::Block(at..at), start, line_end]);
            self.edit(list.clone(), vec![Part::Block(list), end]);
        }
        Some(())
    }

    /// What sort of block begins in the line at `start`, behind `skip` bytes; `None` if attributes
    /// make no note of it.
    fn block_kind(&self, start: usize, skip: usize) -> Option<BlockKind> {
        let line = self.slice(start..self.source.len()).split('\n').next()?.trim_end();
        let text = line.get(skip..).filter(|_| prefix_len(line) >= skip)?;
        Some(match text.bytes().next()? {
            b'>' => BlockKind::Quote,
            b'#' | b'<' | b'`' | b'~' | b'{' | b' ' | b'\t' => return None,
            // A list may go on beyond a blank line.
            _ if prefix_len(text) > 0 => return None,
            _ => BlockKind::Text,
        })
    }

    /// Where the quotation begins that the line at `start` is of, behind `skip` bytes.
    fn quote_start(&self, mut start: usize, skip: usize) -> usize {
        while let Some(before) = start.checked_sub(1) {
            let line_start =
                memrchr(b'\n', &self.source.as_bytes()[..before]).map_or(0, |at| at + 1);
            let line = self.slice(line_start..before);
            if line.as_bytes().get(skip) != Some(&b'>') || prefix_len(line) <= skip {
                break;
            }
            start = line_start;
        }
        start
    }

    /// Where the block ends that begins in the line at `start`.
    fn block_end(&self, start: usize) -> usize {
        let mut end = start;
        for line in self.slice(start..self.source.len()).split_inclusive('\n') {
            let text = line.trim_start_matches([' ', '\t', '>']).trim_end();
            // In an item, too: so no line is looked at for more than one list.
            let is_list = || line.get(prefix_len(line)..).is_some_and(|it| it.starts_with("{:"));
            if text.is_empty() || is_list() {
                break;
            }
            end += line.len();
        }
        start + self.slice(start..end).trim_end().len()
    }

    /// Takes a line that begins a quotation with what it is: `> [!tip]+ Title`.
    pub(super) fn quote_mark(&mut self, line: &Line) -> Option<usize> {
        let text = self.slice(line.content..line.end).trim_end();
        let (name, after) = text.strip_prefix("[!")?.split_once(']')?;
        let before = self.slice(line.start..line.content).trim_end();
        let mut is_first = || {
            let above = self.above(line.start).line.clone();
            !self.slice(above).starts_with(before)
        };
        let title = after.strip_prefix(['+', '-']).unwrap_or(after);
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '|' | ' ');
        // What GitHub knows is Markdown's own.
        let is_own = after.is_empty()
            && ["note", "tip", "important", "warning", "caution"]
                .iter()
                .any(|own| own.eq_ignore_ascii_case(name));
        if is_own
            || !before.ends_with('>')
            || !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || name.len() > 32
            || !name.chars().all(is_name)
            || !(title.is_empty() || title.starts_with([' ', '\t']))
            || !may_be_comment(text)
            // It ends a line for Markdown, too.
            || text.contains('\r')
            || !is_first()
        {
            return None;
        }
        let title = title.trim();
        let place_of_line = line.content..line.content + text.len();
        let mut parts = vec![Part::Block(place_of_line.clone())];
        if !title.is_empty() {
            parts.push(Part::made("<p class=\"admonition-title\">"));
            parts.push(escaped(self.source, place(self.source, title)));
            parts.push(Part::made("</p>"));
        }
        self.groups += 1;
        self.edit(place_of_line, parts);
        Some(self.line_end(line.end) + 1)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BlockKind {
    Quote,
    Text,
}

/// The classes of a list, if one of them says that what they are of is a note.
fn callout_classes(written: &str) -> Option<String> {
    let classes = attributes::items(written)?.flatten().filter_map(|item| match item {
        Item::Class(class) => callout_kind(class),
        _ => None,
    });
    let said: Vec<&str> = classes.collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What a class says that something is: `note`, `note-title`, `prompt-tip`, `notice--info`.
fn callout_kind(class: &str) -> Option<&str> {
    let rest = ["prompt-", "notice--", "alert-", "callout-"]
        .iter()
        .find_map(|prefix| class.strip_prefix(prefix));
    match rest {
        Some("primary") => Some("note"),
        Some(kind) => Some(kind).filter(|kind| is_kind(kind)),
        None if class == "notice" => Some("note"),
        None => Some(class).filter(|class| is_kind(class.strip_suffix("-title").unwrap_or(class))),
    }
}
