//! Code: fenced, and set in.

use memchr::{memchr, memrchr};

use super::blocks::Blocks;
use super::mark::{self, blank_line, is_end, line_after, line_end, skip_blanks, spaces};
use super::outline::Kind;
use super::{Declined, Known};

impl Blocks<'_> {
    /// Takes a block of code between fences of so many marks.
    pub(super) fn code(&mut self, start: usize, indent: usize, count: usize) -> Known<usize> {
        let (bytes, fence) = (self.bytes, self.bytes[start]);
        let step = self.push(Kind::Code, start..start);
        let info_end = line_end(bytes, start);
        let info = skip_blanks(bytes, start + count);
        let length = bytes[info..info_end].trim_ascii_end().len();
        if bytes[info..info + length].iter().any(|byte| matches!(byte, b'\\' | b'&')) {
            return Err(Declined);
        }
        self.line(info, info + length);
        let mut line = line_after(bytes, info_end);
        if self.open.is_empty() && indent == 0 {
            let (last, end) = last_line(bytes, line, count, fence)?;
            self.join_line(line, last);
            if let Some(end) = end {
                self.close(step, Kind::Code, end);
                return Ok(line_after(bytes, end));
            }
            line = last;
        }
        loop {
            let (at, is_within) = self.containers(line)?;
            if !is_within || line == bytes.len() {
                self.close(step, Kind::Code, line);
                return Ok(line);
            }
            let at = if indent > 0 { at + spaces(bytes, at, indent)? } else { at };
            if let Some(end) = closed(bytes, at, 4 - indent, count, fence)? {
                self.close(step, Kind::Code, end);
                return Ok(line_after(bytes, end));
            }
            line = line_after(bytes, line_end(bytes, at));
            self.join_line(at, line);
        }
    }

    /// Takes a block of code that is set in, from where the white space of its first line begins.
    pub(super) fn indented_code(&mut self, at: usize) -> Known<usize> {
        let bytes = self.bytes;
        let mut content = mark::behind_indent(bytes, at);
        let step = self.push(Kind::IndentedCode, content..content);
        let (mut lines, mut end) = (0, content);
        loop {
            let next = line_after(bytes, line_end(bytes, content));
            self.line(content, next);
            // Blank lines that end it are no part of it.
            self.after_blank = blank_line(bytes, content).is_some();
            if !self.after_blank {
                (lines, end) = (self.outline.lines.len(), next);
            }
            let Some(more) = self.indented(next)? else {
                self.outline.lines.truncate(lines);
                self.close(step, Kind::IndentedCode, end);
                return Ok(next);
            };
            content = more;
        }
    }

    /// Where the code begins of a line that is set in, or blank.
    fn indented(&self, line: usize) -> Known<Option<usize>> {
        let (at, is_within) = self.containers(line)?;
        if !is_within {
            return Ok(None);
        }
        let content = match mark::indent(self.bytes, line, at)? {
            4 => mark::behind_indent(self.bytes, at),
            indent if is_end(self.bytes, at + indent) => at + indent,
            _ => return Ok(None),
        };
        Ok(Some(content).filter(|&content| content < self.bytes.len()))
    }
}

/// Where the first line begins, from a line on, that closes a fence of so many marks, and where that ends;
/// or the last line. No container is open.
fn last_line(
    bytes: &[u8],
    mut line: usize,
    count: usize,
    mark: u8,
) -> Known<(usize, Option<usize>)> {
    while let Some(length) = memchr(mark, &bytes[line..]) {
        let start = memrchr(b'\n', &bytes[line..line + length]).map_or(line, |end| line + end + 1);
        let end = closed(bytes, start, 4, count, mark)?;
        if end.is_some() {
            return Ok((start, end));
        }
        line = line_after(bytes, line_end(bytes, line + length));
    }
    Ok((memrchr(b'\n', &bytes[line..]).map_or(line, |end| line + end + 1), None))
}

/// Where the fence ends that stands at a place, set in by fewer than so many spaces, and closes one of
/// `count` marks. The end of the text does, too.
fn closed(bytes: &[u8], at: usize, most: usize, count: usize, mark: u8) -> Known<Option<usize>> {
    let spaces = bytes[at..].iter().take(most).take_while(|&&byte| byte == b' ').count();
    if spaces == most {
        return Ok(None);
    }
    let start = at + spaces;
    match bytes.get(start) {
        None => Ok(Some(start)),
        Some(b'\t') => match bytes.get(skip_blanks(bytes, start)) {
            None => Err(Declined),
            Some(&byte) if byte == mark => Err(Declined),
            _ => Ok(None),
        },
        Some(&byte) if byte == mark => {
            let found = mark::run(bytes, start, mark);
            let end = start + found + mark::run(bytes, start + found, b' ');
            Ok((found >= count && is_end(bytes, end)).then_some(end))
        }
        _ => Ok(None),
    }
}
