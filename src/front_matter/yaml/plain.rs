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

use std::iter::repeat_n;

use memchr::{memchr, memchr_iter, memchr3, memchr3_iter};
use nom::branch::alt;
use nom::combinator::{
    consumed, eof, map, map_opt, not, opt, peek, recognize, success, value, verify,
};
use nom::error::{Error, ErrorKind};
use nom::multi::many0_count;
use nom::sequence::{delimited, preceded, terminated};
use nom::{Err, IResult, Parser};

use super::events::{Root, distinct};
use crate::front_matter::Raw;
use crate::front_matter::notes::Notes;
use crate::front_matter::scalar::{Scalar, Style};
use crate::front_matter::value::{Entry, Value, ValueKind};
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
    let (lines, _) = ignored(raw.text).ok()?;
    let depth = limits.value_depth.min(DEEPEST);
    let mut reader = Reader { raw, notes, depth, values: limits.values };
    let (rest, entries) = reader.mapping(lines, Vec::with_capacity(USUAL), 0, 1)?;
    rest.is_empty().then_some(Root::Entries(entries))
}

/// Whether a text is made of printable characters, spaces and the line ends `\n` and `\r\n`.
fn is_tame(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Without a way out early, this is done many bytes at a time.
    let controls = bytes.iter().fold(false, |found, &byte| {
        found | (byte < b' ') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7F)
    });
    let follows = |at: usize| (bytes.get(at + 1).copied(), bytes.get(at + 2).copied());
    !controls
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
            (lines, _) = ignored(rest).ok()?;
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
        let (below, _) = preceded(line_rest, ignored).parse(beside).ok()?;
        self.below(beside, below, indent, depth)
    }

    /// A value and what is left of its last line.
    fn line(&mut self, i: &'a str, indent: usize, depth: u32) -> Read<'a, Value<'a>> {
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
            // The event of a list that is as deep as its key lies on the first item.
            let start = if width > indent { start } else { items.first()?.span.start };
            // So the header of block text there is taken for the list's.
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
            (lines, _) = ignored(rest).ok()?;
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

    /// A value within brackets. Plain text is closed by one of `ends`.
    fn flow(&mut self, i: &'a str, ends: &'static [u8], depth: u32) -> Read<'a, Value<'a>> {
        let text = map(flow_plain(ends), plain_scalar);
        let scalar = alt((single_quoted, double_quoted, text));
        self.collection(i, depth).or_else(|| self.scalar(scalar, i, depth))
    }

    fn collection(&mut self, i: &'a str, depth: u32) -> Read<'a, Value<'a>> {
        let (rest, kind) = match i.as_bytes().first() {
            Some(b'[') => self.flow_list(i, depth)?,
            Some(b'{') => self.flow_mapping(i, depth)?,
            _ => return None,
        };
        Some((rest, Value { kind, span: self.between(i, rest) }))
    }

    fn flow_list(&mut self, i: &'a str, depth: u32) -> Read<'a, ValueKind<'a>> {
        self.afford(depth)?;
        let mut items = Vec::new();
        let (mut i, _) = terminated(mark("["), spaces).parse(i).ok()?;
        while !i.starts_with(']') {
            let (rest, item) = self.flow(i, b",]", depth + 1)?;
            items.push(item);
            (i, _) = after_item("]").parse(rest).ok()?;
        }
        Some((i.strip_prefix(']')?, ValueKind::List(items)))
    }

    fn flow_mapping(&mut self, i: &'a str, depth: u32) -> Read<'a, ValueKind<'a>> {
        self.afford(depth)?;
        let mut entries = Vec::new();
        let (mut i, _) = terminated(mark("{"), spaces).parse(i).ok()?;
        while !i.starts_with('}') {
            let (rest, key) = terminated(flow_key, (mark(" "), spaces)).parse(i).ok()?;
            let (rest, value) = self.flow(rest, b",}", depth + 1)?;
            entries.push(self.entry_of(key, value));
            (i, _) = after_item("}").parse(rest).ok()?;
        }
        let mapping = distinct(entries, self.notes);
        Some((i.strip_prefix('}')?, ValueKind::Mapping(mapping)))
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

#[derive(Debug, Clone, Copy)]
struct Key<'a> {
    text: &'a str,
    /// With its quotes.
    written: &'a str,
}

/// A key and the colon after it.
fn key(i: &str) -> IResult<&str, Key<'_>> {
    key_of(verify(plain, begins_key)).parse(i)
}

/// A key within braces.
fn flow_key(i: &str) -> IResult<&str, Key<'_>> {
    key_of(verify(flow_plain(b":"), begins_key)).parse(i)
}

fn key_of<'a>(
    plain: impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>>,
) -> impl Parser<&'a str, Output = Key<'a>, Error = Error<&'a str>> {
    let quoted = |quote| delimited(mark(quote), quoted_text(quote), mark(quote));
    // 7.4.2: a key in one line has at most 1,024 characters.
    let written = verify(consumed(alt((quoted("'"), quoted("\""), plain))), |(written, _)| {
        written.len() <= 1024
    });
    map(terminated(written, colon), |(written, text)| Key { text, written })
}

/// 7.4, 8.2.2: after the colon of a key there is a blank or nothing.
fn colon(i: &str) -> IResult<&str, &str> {
    let end = alt((mark(" "), line_end, eof));
    delimited(spaces, mark(":"), peek(end)).parse(i)
}

/// Whether plain text is a name and nothing else.
fn begins_key(text: &str) -> bool {
    // 9.1: `---` and `...` part documents. 8.2.2: `? ` begins a key of any kind.
    !text.starts_with(['-', '?', ':']) && !text.starts_with("...")
        // The merge key of YAML 1.1.
        && text != "<<"
}

/// 7.3.3, in one line: up to `: `, ` #` or the line's end, without the blanks before it.
fn plain(i: &str) -> IResult<&str, &str> {
    verify(|i| Ok(cut(i, plain_end(i.as_bytes()))), begins_plain).parse(i)
}

fn plain_end(bytes: &[u8]) -> usize {
    let stops = |at: &usize| match bytes[*at] {
        b':' => is_blank_or_end(bytes.get(at + 1)),
        b'#' => *at > 0 && bytes[at - 1] == b' ',
        _ => true,
    };
    memchr3_iter(b':', b'#', b'\n', bytes).find(stops).unwrap_or(bytes.len())
}

fn plain_scalar(text: &str) -> Scalar<'_> {
    Scalar::new(Text::borrowed(text), Style::Plain)
}

/// 7.3.3 and 6.5: plain text that may go on in lines deeper than `indent`.
fn plain_lines<'a>(
    indent: usize,
) -> impl Parser<&'a str, Output = Scalar<'a>, Error = Error<&'a str>> {
    move |i: &'a str| {
        let (mut rest, first) = plain(i)?;
        let next = preceded(spaces, line_end).parse(rest).map_or("", |(next, _)| next);
        if !next.starts_with([' ', '\n', '\r']) {
            return Ok((rest, plain_scalar(first)));
        }
        let mut folded = String::new();
        // 6.6: a comment ends the text.
        while let Ok((next, breaks)) = terminated(deeper(indent), not(mark("#"))).parse(rest) {
            if folded.is_empty() {
                folded.push_str(first);
            }
            fold(&mut folded, breaks);
            let (after, part) = cut(next, plain_end(next.as_bytes()));
            folded.push_str(part);
            rest = after;
        }
        let text = if folded.is_empty() { Text::borrowed(first) } else { folded.into() };
        Ok((rest, Scalar::new(text, Style::Plain)))
    }
}

/// 7.3.1, 7.3.2 and 6.5: quoted text over lines, however they are indented, without escapes.
fn quoted_lines<'a>() -> impl Parser<&'a str, Output = Scalar<'a>, Error = Error<&'a str>> {
    let lines = |quote, style| {
        let lines = move |i: &'a str| {
            let mut folded = String::new();
            let (mut rest, mut part) = quoted_text(quote).parse(i)?;
            while !rest.starts_with(quote) {
                folded.push_str(part.trim_end_matches([' ', '\r']));
                // 9.1.2: `---` and `...` part documents, within quotes too.
                let (next, breaks) =
                    terminated(line_breaks, not(alt((mark("---"), mark("..."))))).parse(rest)?;
                fold(&mut folded, breaks);
                (rest, part) = quoted_text(quote).parse(next)?;
            }
            folded.push_str(part);
            Ok((rest, Scalar::new(folded.into(), style)))
        };
        delimited(mark(quote), lines, mark(quote))
    };
    alt((lines("'", Style::SingleQuoted), lines("\"", Style::DoubleQuoted)))
}

/// 6.5: one line end is a space, each further one stands for itself.
fn fold(text: &mut String, breaks: usize) {
    if breaks == 1 {
        text.push(' ');
    } else {
        text.extend(repeat_n('\n', breaks - 1));
    }
}

/// The line ends before a line that is not blank, and its indentation.
fn line_breaks(i: &str) -> IResult<&str, usize> {
    let breaks = verify(many0_count((spaces, line_end)), |&breaks| breaks > 0);
    terminated(breaks, (spaces, not(eof))).parse(i)
}

/// [`line_breaks`] before a line deeper than `indent`.
fn deeper<'a>(indent: usize) -> impl Parser<&'a str, Output = usize, Error = Error<&'a str>> {
    let is_deeper = move |i: &str| i.len() - i.trim_end_matches(' ').len() > indent;
    map(verify(consumed(line_breaks), move |(taken, _)| is_deeper(taken)), |(_, breaks)| breaks)
}

/// 8.1: literal or folded text whose lines are deeper than `indent`. The first is not blank and tells
/// how deep.
fn block_lines(i: &str, indent: usize) -> Option<(&str, Scalar<'_>)> {
    let (mut lines, (style, end)) = block_header(i).ok()?;
    let (first, width) = indentation(lines).ok()?;
    // 8.1.1.1: blank lines before the first one may not be deeper than it.
    if width <= indent || line_end(first).is_ok() {
        return None;
    }
    let (mut text, mut breaks) = (String::new(), 0);
    while let Ok((rest, line)) = block_line(width).parse(lines) {
        lines = rest;
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        // 8.1.3: lines that begin with a blank are not folded.
        if style == Style::Folded && line.starts_with(' ') {
            return None;
        }
        match style {
            _ if text.is_empty() => {}
            Style::Folded => fold(&mut text, breaks),
            _ => text.extend(repeat_n('\n', breaks)),
        }
        text.push_str(line);
        breaks = 1;
    }
    // 8.1.1.1: a line that is less deep, but deeper than the key, is none of the text's.
    if indentation(lines).ok()?.1 > indent {
        return None;
    }
    text.push_str(end);
    Some((lines, Scalar::new(text.into(), style)))
}

/// 8.1.1: `|`, `>`, either with `-`, and what ends the text: one line end, or nothing.
fn block_header(i: &str) -> IResult<&str, (Style, &'static str)> {
    let style = alt((value(Style::Literal, mark("|")), value(Style::Folded, mark(">"))));
    let end = alt((value("", mark("-")), success("\n")));
    terminated((style, end), (spaces, line_end)).parse(i)
}

/// A line without its indentation of `width`; of a blank one, which may be shorter, nothing.
fn block_line<'a>(width: usize) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    let line = |i: &'a str| {
        let (line, rest) = i.split_at(memchr(b'\n', i.as_bytes()).unwrap_or(i.len()));
        Ok((rest, line.strip_suffix('\r').unwrap_or(line)))
    };
    let content = move |line: &'a str| {
        let (content, blanks) = indentation(line).ok()?;
        if content.is_empty() {
            return (blanks <= width).then_some("");
        }
        line.get(width..).filter(|_| blanks >= width)
    };
    terminated(map_opt(line, content), mark("\n"))
}

/// 7.3.3, within brackets, closed by one of `ends`. Where another mark stands, or the line ends, there
/// is no answer: `[a: b]` holds a mapping, `[a` goes on in the next line.
fn flow_plain<'a>(
    ends: &'static [u8],
) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    move |i: &'a str| {
        let bytes = i.as_bytes();
        let is_mark = |at: &usize| {
            matches!(bytes[*at], b',' | b'[' | b']' | b'{' | b'}' | b':' | b'#' | b'\n')
        };
        let stops = |at: &usize| is_mark(at) && !is_text_in_flow(bytes, *at);
        let end = (0..bytes.len()).find(stops).unwrap_or(bytes.len());
        let closed = |_: &str| bytes.get(end).is_some_and(|end| ends.contains(end));
        verify(verify(|i| Ok(cut(i, end)), begins_flow_plain), closed).parse(i)
    }
}

/// 7.3.3: `:` before text and `#` behind it are text.
fn is_text_in_flow(bytes: &[u8], at: usize) -> bool {
    let follows = bytes.get(at + 1);
    match bytes[at] {
        b':' => {
            !is_blank_or_end(follows) && !matches!(follows, Some(b',' | b'[' | b']' | b'{' | b'}'))
        }
        b'#' => at > 0 && bytes[at - 1] != b' ',
        _ => false,
    }
}

/// 7.3.3: plain text does not begin with an indicator; `-` may begin it before a character.
fn begins_plain(text: &str) -> bool {
    const INDICATORS: &[u8] = b"?,[]{}#&*!|>'\"%@`";
    match text.as_bytes() {
        [] => false,
        [b'-' | b':', follows @ ..] => !is_blank_or_end(follows.first()),
        [first, ..] => !INDICATORS.contains(first),
    }
}

/// Within brackets, where an adjacent `:` may follow a quoted key, it begins no text here.
fn begins_flow_plain(text: &str) -> bool {
    begins_plain(text) && !text.starts_with(':')
}

fn is_blank_or_end(byte: Option<&u8>) -> bool {
    matches!(byte, None | Some(b' ' | b'\n' | b'\r'))
}

/// The rest from `end` on or from before the blanks in front of it, and what comes before that.
fn cut(i: &str, end: usize) -> (&str, &str) {
    let (text, _) = i.split_at(end);
    let (text, rest) = i.split_at(text.trim_end_matches([' ', '\r']).len());
    (rest, text)
}

/// 7.3.2, in one line: two quotes stand for one.
fn single_quoted(i: &str) -> IResult<&str, Scalar<'_>> {
    let quotes = many0_count((mark("''"), quoted_text("'")));
    let text =
        map(consumed((quoted_text("'"), quotes)), |(written, (text, quotes))| match quotes {
            0 => Text::borrowed(text),
            _ => written.replace("''", "'").into(),
        });
    let scalar = map(text, |text| Scalar::new(text, Style::SingleQuoted));
    delimited(mark("'"), scalar, mark("'")).parse(i)
}

/// 7.3.1, in one line: without escapes.
fn double_quoted(i: &str) -> IResult<&str, Scalar<'_>> {
    let scalar =
        map(quoted_text("\""), |text| Scalar::new(Text::borrowed(text), Style::DoubleQuoted));
    delimited(mark("\""), scalar, mark("\"")).parse(i)
}

/// What stands before the closing `quote`, a line's end or, where those escape, a backslash.
fn quoted_text<'a>(
    quote: &'static str,
) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    let (quote, escape) = if quote == "'" { (b'\'', b'\'') } else { (b'"', b'\\') };
    move |i: &'a str| {
        let end = memchr3(quote, b'\n', escape, i.as_bytes()).unwrap_or(i.len());
        let (text, rest) = i.split_at(end);
        Ok((rest, text))
    }
}

/// 7.4: a comma, which may be the last, or the bracket that ends the collection.
fn after_item<'a>(
    end: &'static str,
) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    preceded(spaces, alt((terminated(mark(","), spaces), peek(mark(end)))))
}

/// Lines that say nothing: blank ones, and comments wherever they begin.
fn ignored(i: &str) -> IResult<&str, usize> {
    if !matches!(i.as_bytes().first(), Some(b' ' | b'\n' | b'\r' | b'#')) {
        return Ok((i, 0));
    }
    let comment = opt((mark("#"), text_of_line));
    many0_count((spaces, comment, line_end)).parse(i)
}

/// The line's content and how far it is indented.
fn indentation(i: &str) -> IResult<&str, usize> {
    map(spaces, str::len).parse(i)
}

/// Nothing, or a comment, up to the line's end. A comment that begins like a word, `C# and #tag`, may
/// cut a value: the events' way tells of it.
fn line_rest(i: &str) -> IResult<&str, &str> {
    let blank = alt((mark(" "), mark("#"), peek(line_end), eof));
    let comment = recognize((mark(" "), spaces, mark("#"), blank, text_of_line));
    alt((line_end, preceded(alt((comment, spaces)), alt((line_end, eof))))).parse(i)
}

fn text_of_line(i: &str) -> IResult<&str, &str> {
    let end = memchr(b'\n', i.as_bytes()).unwrap_or(i.len());
    Ok(cut(i, end))
}

fn line_end(i: &str) -> IResult<&str, &str> {
    alt((mark("\n"), mark("\r\n"))).parse(i)
}

/// nom's `tag` and `char` go from character to character; this is the most frequent step of all.
fn mark<'a>(mark: &'static str) -> impl Parser<&'a str, Output = &'a str, Error = Error<&'a str>> {
    move |i: &'a str| {
        if !i.as_bytes().starts_with(mark.as_bytes()) {
            return Err(Err::Error(Error::new(i, ErrorKind::Tag)));
        }
        let (mark, rest) = i.split_at(mark.len());
        Ok((rest, mark))
    }
}

/// Any number of spaces. nom's own gives a rest that is not of the input where nothing follows.
fn spaces(i: &str) -> IResult<&str, &str> {
    let (spaces, rest) = i.split_at(i.bytes().take_while(|&byte| byte == b' ').count());
    Ok((rest, spaces))
}

#[cfg(test)]
mod tests;
