//! Tables: their columns, rows and cells.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::Alignment;

use super::blocks::Blocks;
use super::mark::{blank_line, is_blank, is_end, line_after, line_end, skip_blanks, spaces};
use super::outline::Kind;
use super::{Declined, Known};

impl Blocks<'_> {
    /// Takes the table whose head is the first line of the paragraph that was begun, if the line below, with
    /// content `at`, parts its columns; answers where it ends.
    pub(super) fn table(
        &mut self,
        step: usize,
        head: Range<usize>,
        at: usize,
    ) -> Known<Option<usize>> {
        let bytes = self.bytes;
        // What parts its columns begins with one of these.
        let may_part = matches!(bytes.get(at), Some(b' ' | b'\t' | b'-' | b':' | b'|'));
        if !may_part || memchr(b'|', &bytes[head.clone()]).is_none() {
            return Ok(None);
        }
        let Some(alignments) = alignments(bytes, at)? else { return Ok(None) };
        let columns = columns(&bytes[head.clone()]);
        if columns != alignments.len() {
            return Ok(None);
        }
        // It may break the line, where no table begins.
        if bytes[head.clone()].ends_with(b"\\") {
            return Err(Declined);
        }
        let alignments_at = self.outline.alignments.len() as u32;
        self.outline.alignments.push(alignments);
        let mut line = line_after(bytes, line_end(bytes, at));
        while let Some(row) = self.row(line)? {
            let end = line_end(bytes, row);
            self.line(row, end);
            line = line_after(bytes, end);
        }
        self.close(step, Kind::Table { alignments: alignments_at }, line);
        Ok(Some(line))
    }

    /// Where the row begins whose line starts at a place, if there is one.
    fn row(&self, line: usize) -> Known<Option<usize>> {
        let bytes = self.bytes;
        let (at, is_within) = self.containers(line)?;
        let row = skip_blanks(bytes, at);
        if !is_within || self.ends_table(row)? {
            return Ok(None);
        }
        // A row of no cells.
        let rest = if bytes[row] == b'|' { skip_blanks(bytes, row + 1) } else { row };
        if is_end(bytes, rest) { Err(Declined) } else { Ok(Some(row)) }
    }

    /// Whether what stands at a place ends the table above it: not what may stand in a row, but any mark
    /// of an item.
    fn ends_table(&self, at: usize) -> Known<bool> {
        match self.bytes.get(at) {
            Some(b'|' | b':') => Ok(false),
            _ => self.interrupts(at, usize::MAX, false),
        }
    }
}

/// The columns that a line parts, if it does.
fn alignments(bytes: &[u8], at: usize) -> Known<Option<Vec<Alignment>>> {
    let indent = spaces(bytes, at, 4)?;
    let line = &bytes[at + indent..line_end(bytes, at)];
    let is_head = |byte: &u8| matches!(byte, b' ' | b'-' | b':' | b'|');
    if indent == 4 || !line.iter().all(is_head) || memchr(b'-', line).is_none() {
        return Ok(None);
    }
    if memchr(b'|', line).is_none() {
        return Ok(None);
    }
    let inner = line.strip_prefix(b"|").unwrap_or(line).trim_ascii_end();
    let inner = inner.strip_suffix(b"|").unwrap_or(inner);
    let mut columns = Vec::new();
    for column in inner.split(|&byte| byte == b'|') {
        let column = column.trim_ascii();
        let dashes = column.strip_prefix(b":").unwrap_or(column);
        let dashes = dashes.strip_suffix(b":").unwrap_or(dashes);
        // Forms that no one means are told by pulldown-cmark.
        if dashes.is_empty() || !dashes.iter().all(|&byte| byte == b'-') {
            return Err(Declined);
        }
        columns.push(match (column.starts_with(b":"), column.ends_with(b":")) {
            (true, true) => Alignment::Center,
            (true, false) => Alignment::Left,
            (false, true) => Alignment::Right,
            (false, false) => Alignment::None,
        });
    }
    Ok(Some(columns))
}

/// Into how many columns the pipes of a head part it.
fn columns(head: &[u8]) -> usize {
    let is_pipe = |at: &usize| head[*at] == b'|' && (*at == 0 || head[*at - 1] != b'\\');
    let mut pipes = (0..head.len()).filter(is_pipe);
    let (Some(first), mut count) = (pipes.next(), 1) else { return 0 };
    let mut last = first;
    for pipe in pipes {
        (last, count) = (pipe, count + 1);
    }
    count -= usize::from(head[0] == b'|');
    count + usize::from(blank_line(head, last + 1).is_none())
}

/// The cells of a row: where each begins, behind its pipe and the white space there, and ends.
pub(super) fn cells(
    bytes: &[u8],
    row: Range<usize>,
) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut at = row.start;
    std::iter::from_fn(move || {
        at += usize::from(bytes[..row.end].get(at) == Some(&b'|'));
        let start = at;
        let content = at + bytes[at..row.end].iter().take_while(|&&byte| is_blank(byte)).count();
        if content == row.end {
            return None;
        }
        at = content;
        while at < row.end && (bytes[at] != b'|' || bytes[at - 1] == b'\\') {
            at += 1;
        }
        Some((start, content..at))
    })
}
