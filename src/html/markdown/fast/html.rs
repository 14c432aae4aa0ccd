//! Raw HTML in Markdown: what begins a block of it, and tags in lines.

use memchr::{memchr_iter, memchr2};

use super::Known;
use super::blocks::Blocks;
use super::mark::{blank_line, is_blank, is_end, line_after, line_end, skip_blanks};
use super::outline::Kind;

/// How a block of HTML ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockEnd {
    /// With the line that holds this.
    With(&'static str),
    /// Before a blank line.
    BeforeBlank,
}

/// The elements whose blocks end with their end tags.
const VERBATIM: [(&str, &str); 4] = [
    ("pre", "</pre>"),
    ("style", "</style>"),
    ("script", "</script>"),
    ("textarea", "</textarea>"),
];

/// Elements that begin a block wherever they stand.
const BLOCKS: [&str; 62] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

impl BlockEnd {
    /// How the block ends that a `<` at a place begins, even below a paragraph.
    pub(super) fn of(bytes: &[u8], at: usize) -> Option<Self> {
        let rest = &bytes[at + 1..];
        for (name, end) in VERBATIM {
            let Some((start, rest)) = rest.split_at_checked(name.len()) else { continue };
            let ends = rest.first().is_none_or(|&byte| byte == b'>' || byte.is_ascii_whitespace());
            if ends && start.eq_ignore_ascii_case(name.as_bytes()) {
                return Some(Self::With(end));
            }
        }
        match rest {
            [b'!', b'-', b'-', ..] => return Some(Self::With("-->")),
            [b'!', letter, ..] if letter.is_ascii_alphabetic() => return Some(Self::With(">")),
            [b'!', ..] if rest.starts_with(b"![CDATA[") => return Some(Self::With("]]>")),
            [b'?', ..] => return Some(Self::With("?>")),
            _ => {}
        }
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let ends =
            matches!(rest[name..], [] | [b' ' | b'\t' | b'\n' | b'>', ..] | [b'/', b'>', ..]);
        (ends && is_block(&rest[..name])).then_some(Self::BeforeBlank)
    }

    /// Whether a line is the last one of the block.
    pub(super) fn is_in(self, line: &[u8]) -> bool {
        // They all end with this sign.
        let is_end = |end: &str, at| line[..=at].ends_with(end.as_bytes());
        matches!(self, Self::With(end) if memchr_iter(b'>', line).any(|at| is_end(end, at)))
    }
}

fn is_block(name: &[u8]) -> bool {
    /// `blockquote` and `figcaption`.
    const LONGEST: usize = 10;
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..name.len()) else { return false };
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    BLOCKS.binary_search_by(|block| block.as_bytes().cmp(lower)).is_ok()
}

impl Blocks<'_> {
    /// Takes a block of HTML.
    pub(super) fn html(&mut self, start: usize, indent: usize, end: BlockEnd) -> Known<usize> {
        let kind = Kind::Html { indent: indent as u8 };
        let step = self.push(kind, start..start);
        let (bytes, mut line) = (self.bytes, start);
        loop {
            let next = line_after(bytes, line_end(bytes, line));
            self.line(line, next);
            let (at, is_within) = self.containers(next)?;
            let is_over = !is_within
                || end.is_in(&bytes[line..next])
                || at == bytes.len()
                || end == BlockEnd::BeforeBlank && blank_line(bytes, at).is_some();
            if is_over {
                self.close(step, kind, next);
                return Ok(next);
            }
            line = at;
        }
    }
}

/// How the block of HTML ends that a `<` at a place begins.
pub(super) fn block_end(bytes: &[u8], at: usize) -> Option<BlockEnd> {
    let is_whole = || {
        let Tag::To(end) = tag(bytes, at, false) else { return false };
        blank_line(bytes, end).is_some()
    };
    BlockEnd::of(bytes, at).or_else(|| is_whole().then_some(BlockEnd::BeforeBlank))
}

/// What a `<` begins in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// A tag that ends here.
    To(usize),
    None,
    /// It may go on behind the line.
    Cut,
}

impl Tag {
    pub(super) const fn end(self) -> Option<usize> {
        if let Self::To(end) = self { Some(end) } else { None }
    }
}

/// The tag that a `<` at a place begins, as far as its line tells; or all lines, if it may go over them.
pub(super) fn tag(bytes: &[u8], at: usize, over_lines: bool) -> Tag {
    let scan = Scan { bytes, over_lines };
    let end = match bytes.get(at + 1) {
        // An end tag stands in one line.
        Some(b'/') => name(bytes, at + 2).map(|end| skip_blanks(bytes, end)),
        _ => name(bytes, at + 1).and_then(|end| scan.attributes(end)),
    };
    match end {
        Some(end) if is_end(bytes, end) => Tag::Cut,
        Some(end) if bytes[end] == b'>' => Tag::To(end + 1),
        _ => Tag::None,
    }
}

/// The place behind a tag's name.
fn name(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at).filter(|byte| byte.is_ascii_alphabetic())?;
    let of_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    Some(at + bytes[at..].iter().take_while(|byte| of_name(byte)).count())
}

/// Looks for the end of a start tag.
#[derive(Clone, Copy)]
struct Scan<'a> {
    bytes: &'a [u8],
    over_lines: bool,
}

impl Scan<'_> {
    /// The place behind white space.
    fn skip(self, at: usize) -> usize {
        let is_white = |byte: u8| is_blank(byte) || self.over_lines && byte == b'\n';
        at + self.bytes[at..].iter().take_while(|&&byte| is_white(byte)).count()
    }

    /// The place behind a start tag's attributes, and its `/`; the end, if they may go on there.
    fn attributes(self, mut at: usize) -> Option<usize> {
        loop {
            let next = self.skip(at);
            match self.bytes.get(next) {
                None | Some(b'>' | b'\n') => return Some(next),
                Some(b'/') => return Some(next + 1),
                _ if next == at => return None,
                _ => at = self.attribute(next)?,
            }
        }
    }

    /// The place behind an attribute; the end, if it may go on there.
    fn attribute(self, at: usize) -> Option<usize> {
        let bytes = self.bytes;
        bytes.get(at).filter(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':'))?;
        let of_name =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'-');
        let named = at + bytes[at..].iter().take_while(|byte| of_name(byte)).count();
        let equals = self.skip(named);
        match bytes.get(equals) {
            Some(b'=') => self.value(self.skip(equals + 1)),
            None | Some(b'\n') => Some(equals),
            _ => Some(named),
        }
    }

    /// The place behind an attribute's value; the end, if it may go on there.
    fn value(self, at: usize) -> Option<usize> {
        let bytes = self.bytes;
        match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => {
                let rest = &bytes[at + 1..];
                let line_end = if self.over_lines { quote } else { b'\n' };
                let length = memchr2(quote, line_end, rest).unwrap_or(rest.len());
                let end = at + 1 + length;
                Some(if bytes.get(end) == Some(&quote) { end + 1 } else { end })
            }
            None | Some(b'\n') => Some(at),
            Some(b' ' | b'=' | b'>' | b'<' | b'`') => None,
            Some(_) => {
                let of_value = |byte: u8| {
                    !matches!(byte, b'\'' | b'"' | b' ' | b'=' | b'>' | b'<' | b'`' | b'\n')
                };
                Some(at + bytes[at..].iter().take_while(|&&byte| of_value(byte)).count())
            }
        }
    }
}
