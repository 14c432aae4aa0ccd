//! Plain block mappings, which most front matter is, without a parser's events: the fast way.
//!
//! ```text
//! mapping = 1*( indent key ":" value )             all keys at one indentation
//! value   = " " inline line-end / line-end [ list / mapping / inline ]
//! list    = 1*( indent "- " inline line-end )      deeper than its key, or as deep
//! inline  = quoted / plain                          over several lines, too
//!         / flow-list / flow-mapping                each within its line
//! ```
//!
//! Blank lines and comments may stand between any two lines. The answer is the very one that
//! [events](super::events) give, places and borrowing included, or there is none: whatever this
//! grammar does not know is theirs to read. Chapters are those of YAML 1.2.2.

mod block;
mod flow;
mod keys;
mod lines;
mod texts;

use memchr::memchr_iter;
use nom::Parser;
use nom::branch::alt;
use nom::error::Error;
use nom::sequence::preceded;

use self::block::block_lines;
use self::keys::{Key, key};
use self::lines::{ignored, indentation, line_rest, spaces};
use self::texts::{double_quoted, plain_lines, quoted_lines, single_quoted, whole_line};
use super::events::{Root, distinct};
use crate::front_matter::Raw;
use crate::front_matter::mapping::Entry;
use crate::front_matter::notes::Notes;
use crate::front_matter::scalar::{Scalar, Style};
use crate::front_matter::value::{Value, ValueKind};
use crate::limits::Limits;
use crate::span::Span;
use crate::text::Text;

/// Reads `raw`, if it is a plain block mapping. What was noted counts only if it is.
pub(super) fn document<'a>(raw: Raw<'a>, limits: &Limits, notes: &mut Notes) -> Option<Root<'a>> {
    // 5.1, 5.2, 5.4, 5.5: a character that is not printable is an error; a byte order mark, a tab
    // and a lone carriage return each have rules of their own.
    if !is_tame(raw.text) {
        return None;
    }
    let (lines, ()) = ignored(raw.text).ok()?;
    let depth = limits.value_depth.min(DEEPEST);
    let mut reader = Reader { raw, notes, depth, values: limits.values };
    let (rest, entries) = reader.mapping(lines, Vec::with_capacity(USUAL), 0, 1)?;
    rest.is_empty().then_some(Root::Entries(entries))
}

/// Whether a text is made of printable characters, spaces and the line ends `\n` and `\r\n`.
fn is_tame(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Without a way out early, this is done many bytes at a time.
    let is_control = |byte: u8| byte.is_ascii_control() && byte != b'\n' && byte != b'\r';
    let controls = bytes.iter().fold(0, |found, &byte| found | u8::from(is_control(byte)));
    let follows = |at: usize| (bytes.get(at + 1).copied(), bytes.get(at + 2).copied());
    controls == 0
        && memchr_iter(b'\r', bytes).all(|at| follows(at).0 == Some(b'\n'))
        // U+0080..U+009F.
        && memchr_iter(0xC2, bytes).all(|at| follows(at).0 >= Some(0xA0))
        // U+FEFF, U+FFFE, U+FFFF.
        && memchr_iter(0xEF, bytes).all(|at| {
            !matches!(follows(at), (Some(0xBB), Some(0xBF)) | (Some(0xBF), Some(0xBE | 0xBF)))
        })
}

/// The rest and what was read, or nothing: "not mine".
type Read<'a, T> = Option<(&'a str, T)>;

/// Between two calls the rest begins with a line that is neither blank nor a comment.
struct Reader<'a, 'r> {
    raw: Raw<'a>,
    notes: &'r mut Notes,
    /// How deep collections may nest.
    depth: u32,
    /// How many values may still be read.
    values: u32,
}

/// The levels of collections that front matter has, and some. Deeper ones are not plain.
const DEEPEST: u32 = 8;

/// The keys that front matter has.
const USUAL: usize = 8;

impl<'a> Reader<'a, '_> {
    /// The entries from here on that stand at `indent`, put into `entries`; keys may stand twice.
    fn mapping(
        &mut self,
        mut lines: &'a str,
        mut entries: Vec<Entry<'a>>,
        indent: usize,
        depth: u32,
    ) -> Read<'a, Vec<Entry<'a>>> {
        loop {
            let (content, width) = indentation(lines).ok()?;
            if content.is_empty() || (width < indent && !entries.is_empty()) {
                return Some((lines, entries));
            }
            // 8.2.2: all entries of a block mapping are indented alike. A line that is deeper goes
            // on with the plain text above it.
            if width != indent {
                return None;
            }
            let (rest, entry) = self.entry(content, indent, depth)?;
            entries.push(entry);
            (lines, ()) = ignored(rest).ok()?;
        }
    }

    fn entry(&mut self, content: &'a str, indent: usize, depth: u32) -> Read<'a, Entry<'a>> {
        let (beside, key) = key(content).ok()?;
        let (rest, value) = self.value(beside, indent, depth + 1)?;
        let entry = self.entry_of(key, value);
        Some((rest, entry))
    }

    /// The value of a key whose colon ends where `beside` begins.
    fn value(&mut self, beside: &'a str, indent: usize, depth: u32) -> Read<'a, Value<'a>> {
        let (i, _) = spaces(beside).ok()?;
        if !matches!(i.as_bytes().first(), None | Some(b'\n' | b'\r' | b'#')) {
            return self.line(i, indent, depth);
        }
        let (below, ()) = preceded(line_rest, ignored).parse(beside).ok()?;
        self.below(beside, below, indent, depth)
    }

    /// A value and what is left of its last line.
    fn line(&mut self, i: &'a str, indent: usize, depth: u32) -> Read<'a, Value<'a>> {
        if let Some((rest, written, scalar)) = whole_line(i, indent) {
            self.afford(depth)?;
            let span = self.raw.of(written).span();
            return Some((rest, Value { kind: ValueKind::Scalar(scalar), span }));
        }
        if i.starts_with(['|', '>']) {
            return self.block(i, indent, depth);
        }
        let (i, value) = self.inline(i, indent, depth)?;
        let (rest, _) = line_rest(i).ok()?;
        Some((rest, value))
    }

    /// The value of a key that has nothing beside it: on the lines below, or none.
    fn below(
        &mut self,
        colon: &'a str,
        lines: &'a str,
        indent: usize,
        depth: u32,
    ) -> Read<'a, Value<'a>> {
        let (content, width) = indentation(lines).ok()?;
        let start = self.raw.of(content).base;
        if content.starts_with("- ") && width >= indent {
            self.afford(depth)?;
            let (rest, items) = self.list(lines, width, depth)?;
            // The event of a list that is as deep as its key lies on the first item, so the header of
            // block text there is taken for the list's.
            let is_block = |item: &Value<'_>| {
                item.as_scalar()
                    .is_some_and(|item| matches!(item.style, Style::Literal | Style::Folded))
            };
            if width == indent && items.first().is_some_and(is_block) {
                return None;
            }
            let span = Span::new(start, items.last()?.span.end);
            return Some((rest, Value { kind: ValueKind::List(items), span }));
        }
        if width > indent && key(content).is_ok() {
            self.afford(depth)?;
            let (rest, entries) = self.mapping(lines, Vec::new(), width, depth)?;
            let span = Span::new(start, entries.last()?.value.span.end);
            let mapping = distinct(entries, self.notes);
            return Some((rest, Value { kind: ValueKind::Mapping(mapping), span }));
        }
        // 8.1.1: block text whose header is not beside its key; what stands between may be comments.
        if content.starts_with(['|', '>']) {
            return None;
        }
        if width > indent && !content.is_empty() {
            return self.line(content, indent, depth);
        }
        self.afford(depth)?;
        let nothing = Scalar::new(Text::borrowed(""), Style::Plain);
        let span = Span::at(self.raw.of(colon).base);
        Some((lines, Value { kind: ValueKind::Scalar(nothing), span }))
    }

    /// The items from here on whose dashes stand at `indent`.
    fn list(&mut self, mut lines: &'a str, indent: usize, depth: u32) -> Read<'a, Vec<Value<'a>>> {
        let mut items = Vec::new();
        loop {
            let (content, width) = indentation(lines).ok()?;
            // 8.2.1: a line that is deeper goes on with the item above it.
            if width > indent {
                return None;
            }
            let Some(item) = content.strip_prefix("- ").filter(|_| width == indent) else {
                return Some((lines, items));
            };
            let (i, _) = spaces(item).ok()?;
            let (rest, value) = self.line(i, indent, depth + 1)?;
            items.push(value);
            (lines, ()) = ignored(rest).ok()?;
        }
    }

    fn block(&mut self, i: &'a str, indent: usize, depth: u32) -> Read<'a, Value<'a>> {
        self.afford(depth)?;
        let (rest, scalar) = block_lines(i, indent)?;
        // Its place ends with its last character that is not a blank.
        let (written, _) = i.split_at(i.len() - rest.len());
        let span = self.raw.of(written.trim_end()).span();
        Some((rest, Value { kind: ValueKind::Scalar(scalar), span }))
    }

    /// A value that begins within a line; it may go on in lines deeper than `indent`.
    fn inline(&mut self, i: &'a str, indent: usize, depth: u32) -> Read<'a, Value<'a>> {
        match i.as_bytes().first() {
            Some(b'[' | b'{') => self.collection(i, depth),
            Some(b'\'' | b'"') => {
                self.scalar(alt((single_quoted, double_quoted, quoted_lines())), i, depth)
            }
            _ => self.scalar(plain_lines(indent), i, depth),
        }
    }

    fn scalar(
        &mut self,
        mut scalar: impl Parser<&'a str, Output = Scalar<'a>, Error = Error<&'a str>>,
        i: &'a str,
        depth: u32,
    ) -> Read<'a, Value<'a>> {
        let (rest, scalar) = scalar.parse(i).ok()?;
        self.afford(depth)?;
        Some((rest, Value { kind: ValueKind::Scalar(scalar), span: self.between(i, rest) }))
    }

    fn entry_of(&self, Key { text, written }: Key<'a>, value: Value<'a>) -> Entry<'a> {
        Entry { key: Text::borrowed(text), key_span: self.raw.of(written).span(), value }
    }

    /// Takes one value, at `depth`, off what may be read.
    fn afford(&mut self, depth: u32) -> Option<()> {
        // No rule of YAML, our limits: only the events' way tells of them.
        if depth > self.depth {
            return None;
        }
        self.values = self.values.checked_sub(1)?;
        Some(())
    }

    fn between(&self, start: &str, end: &str) -> Span {
        let start_at = self.raw.of(start).base;
        Span::new(start_at, start_at + (start.len() - end.len()) as u32)
    }
}

#[cfg(test)]
mod tests;
