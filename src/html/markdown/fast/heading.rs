//! Headings that begin with `#`.

use std::ops::Range;

use memchr::{memchr, memchr2};
use pulldown_cmark::HeadingLevel;

use super::blocks::Blocks;
use super::mark::{line_after, skip_blanks};
use super::outline::Kind;
use super::{Declined, Known};

impl Blocks<'_> {
    /// Takes a heading that begins with `#`.
    pub(super) fn heading(&mut self, start: usize, level: HeadingLevel) -> Known<usize> {
        let bytes = self.bytes;
        let content = skip_blanks(bytes, start + level as usize);
        let line_end =
            memchr2(b'\n', b'\t', &bytes[content..]).map_or(bytes.len(), |at| content + at);
        // A tab before what closes it is kept.
        if bytes.get(line_end) == Some(&b'\t') {
            return Err(Declined);
        }
        let next = line_after(bytes, line_end);
        let mut end = content + bytes[content..line_end].trim_ascii_end().len();
        let step = self.push(Kind::Heading { level, has_attributes: false }, start..next);
        let attributes = self.heading_attributes(content..end)?;
        if let Some((open, _)) = attributes {
            end = content + bytes[content..open].trim_ascii_end().len();
        }
        let end = content + without_closing(&bytes[content..end]);
        self.line(content, end);
        if let Some((open, close)) = attributes {
            self.line(open + 1, close);
        }
        self.close(step, Kind::Heading { level, has_attributes: attributes.is_some() }, next);
        Ok(next)
    }

    /// The braces of the attributes that a heading ends with.
    fn heading_attributes(&self, line: Range<usize>) -> Known<Option<(usize, usize)>> {
        let Some(content) = self.bytes[line.clone()].strip_suffix(b"}") else { return Ok(None) };
        let is_other = |byte: &u8| matches!(byte, b'{' | b'}' | b'<' | b'>' | b'\\');
        let Some(open) = content.iter().rposition(is_other).filter(|&at| content[at] == b'{')
        else {
            return Ok(None);
        };
        let (open, close) = (line.start + open, line.end - 1);
        // A link's destination may reach into them.
        if memchr(b')', &self.bytes[open..close]).is_some() {
            return Err(Declined);
        }
        Ok(Some((open, close)))
    }
}

/// Whether attributes are an id and classes.
pub(super) fn are_usual(attributes: &str) -> bool {
    attributes.split_ascii_whitespace().all(|word| word.len() == 1 || word.starts_with(['#', '.']))
}

/// How long a heading, which ends with no white space, is without the `#` that close it.
fn without_closing(heading: &[u8]) -> usize {
    if heading.last() != Some(&b'#') {
        return heading.len();
    }
    let rest = heading.len() - heading.iter().rev().take_while(|&&byte| byte == b'#').count();
    let spaces = heading[..rest].iter().rev().take_while(|&&byte| byte == b' ').count();
    if rest == 0 || spaces > 0 { rest - spaces } else { heading.len() }
}
