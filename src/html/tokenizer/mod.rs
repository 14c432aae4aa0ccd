//! [`Tokenizer`]: from text to the tokens of the HTML standard, borrowed from the text.
//!
//! ```text
//! text ──▶ Tokenizer::next ──▶ start tag · end tag · text · comment · doctype · NUL · end
//! ```
//!
//! Every token of the standard comes out, with its span; text, names and values are slices of the
//! source unless a character reference, an upper-case letter, a NUL or a CR makes them differ. The
//! whole input is at hand, so each construct is one function that finds its end and reads it, in
//! place of the standard's states; its suite (html5lib) tells that the result is the same.
//! Attributes are written to one vector that becomes the tree's.

mod attribute;
mod comment;
mod doctype;
#[cfg(feature = "markdown")]
mod parts;
mod raw;
mod reference;
mod token;

use memchr::{memchr, memchr_iter, memchr2};

#[cfg(feature = "markdown")]
pub(super) use parts::Reading;
pub(crate) use reference::decode_references;
#[cfg(feature = "markdown")]
pub(super) use reference::{attribute_value, raw_text};
pub(super) use token::{Ahead, Doctype, EndTag, StartTag, State, Taker, Token, Tokens, Whole};

use super::elements::text_state;
use super::tag::{Key, SHORT};
use super::{Attribute, Tag};
use crate::span::Span;
use crate::text::Text;

/// Reads tokens from a text; see the [module](self).
#[derive(Debug)]
pub(super) struct Tokenizer<'a> {
    text: &'a str,
    base: u32,
    position: usize,
    state: State,
    /// The name of the last start tag behind which text ends only at its end tag, as written.
    last_start_tag: &'a str,
    attributes: Vec<Attribute<'a>>,
    limit: usize,
    cut: Vec<Span>,
    has_nul: bool,
    /// Whether a CR or NUL stands anywhere: else only an `&` in a text does not mean itself.
    has_controls: bool,
    /// Whether the text ended where something was not over: more text would change the last token.
    ran_out: bool,
}

impl<'a> Tokens<'a> for Tokenizer<'a> {
    #[inline]
    fn next(&mut self, foreign: impl Fn() -> bool) -> (Token<'a>, Span) {
        loop {
            let start = self.position;
            let token = match self.state {
                State::Data => self.data(&foreign),
                State::Plaintext => Some(self.plaintext()),
                State::Rcdata | State::Rawtext | State::ScriptData => self.raw(),
                State::CdataSection => self.cdata_section(),
            };
            if let Some(token) = token {
                return (token, self.span(start, self.position));
            }
        }
    }

    #[inline]
    fn ahead(&mut self) -> Ahead {
        if self.state == State::Data { self.ahead_at(self.position) } else { Ahead::Any }
    }

    #[inline]
    fn next_start_tag(&mut self) -> Option<(StartTag<'a>, Span)> {
        let start = self.position;
        let tag = self.read_start_tag()?;
        Some((tag, self.span(start, self.position)))
    }

    #[inline]
    fn next_end_tag(&mut self) -> Option<(EndTag<'a>, Span)> {
        let start = self.position;
        let tag = self.read_end_tag()?;
        Some((tag, self.span(start, self.position)))
    }

    #[inline]
    fn next_end_tag_of(&mut self, tag: Tag) -> Option<u32> {
        let rest = self.text.as_bytes().get(self.position..)?.strip_prefix(b"</")?;
        let name = tag.name().as_bytes();
        let is_plain = rest.get(name.len()) == Some(&b'>') && rest.starts_with(name);
        is_plain.then(|| {
            self.position += name.len() + "</>".len();
            self.base + self.position as u32
        })
    }

    #[inline(always)]
    fn next_text(&mut self) -> Option<(Text<'a>, Span)> {
        let start = self.position;
        let text = self.read_text();
        Some((text, self.span(start, self.position)))
    }

    fn set_state(&mut self, state: State) {
        self.state = state;
    }

    fn attributes(&mut self) -> &mut Vec<Attribute<'a>> {
        &mut self.attributes
    }

    fn cut(&self) -> &[Span] {
        &self.cut
    }

    /// Half of the text's `<` begin elements, and a text stands before most of them. A long text is
    /// judged by its beginning; one that is full of `<` gets no more room than a few times its length.
    fn nodes(&self) -> usize {
        const SAMPLE: usize = 1 << 15;
        let text = self.text.as_bytes();
        let sample = text.get(..SAMPLE).unwrap_or(text);
        let tags = memchr_iter(b'<', sample).count() as u64;
        let tags = (tags * text.len() as u64 / sample.len().max(1) as u64) as usize;
        (tags + tags / 2).min(text.len() / 16) + 1
    }
}

impl<'a> Tokenizer<'a> {
    /// A tokenizer of `text`, which begins at offset `base` of the source. A tag keeps `limit`
    /// attributes.
    pub(super) fn new(text: &'a str, base: u32, limit: u32) -> Self {
        let has_controls = memchr2(0, b'\r', text.as_bytes()).is_some();
        let has_nul = has_controls && memchr(0, text.as_bytes()).is_some();
        Self { has_nul, has_controls, ..Self::of_plain(text, base, limit) }
    }

    /// The same of a text that holds no NUL and no CR.
    pub(super) fn of_plain(text: &'a str, base: u32, limit: u32) -> Self {
        Self {
            text,
            base,
            position: 0,
            state: State::Data,
            last_start_tag: "",
            attributes: Vec::with_capacity(4 + text.len() / 128),
            limit: limit as usize,
            cut: Vec::new(),
            has_nul: false,
            has_controls: false,
            ran_out: false,
        }
    }

    /// Begins as if `last_start_tag` had been read.
    #[cfg(test)]
    pub(super) fn start_in(&mut self, state: State, last_start_tag: &'a str) {
        (self.state, self.last_start_tag) = (state, last_start_tag);
    }

    /// A step in the data state; `None` if it made no token.
    #[inline]
    fn data(&mut self, foreign: &impl Fn() -> bool) -> Option<Token<'a>> {
        match self.ahead_at(self.position) {
            Ahead::StartTag => self.read_start_tag().map(Token::StartTag),
            Ahead::EndTag => self.read_end_tag().map(Token::EndTag),
            Ahead::Text => Some(Token::Text(self.read_text())),
            Ahead::Any => self.markup(foreign),
        }
    }

    /// What the text at `start` begins with, in the data state.
    #[inline]
    fn ahead_at(&self, start: usize) -> Ahead {
        match self.byte(start) {
            None | Some(0) => Ahead::Any,
            Some(b'<') => match self.byte(start + 1) {
                Some(b'/') => match self.byte(start + 2) {
                    Some(byte) if byte.is_ascii_alphabetic() => Ahead::EndTag,
                    Some(_) => Ahead::Any,
                    None => Ahead::Text,
                },
                Some(b'!' | b'?') => Ahead::Any,
                Some(byte) if byte.is_ascii_alphabetic() => Ahead::StartTag,
                _ => Ahead::Text,
            },
            Some(_) => Ahead::Text,
        }
    }

    #[inline(always)]
    fn read_text(&mut self) -> Text<'a> {
        let start = self.position;
        let (end, is_plain) = self.text_end(start);
        self.position = end;
        let text = self.slice(start, end);
        self.ran_out |= end == self.text.len() && reference::may_go_on(text);
        if is_plain { Text::borrowed(text) } else { reference::text(text) }
    }

    /// The text is over.
    fn end(&mut self) -> Token<'a> {
        self.ran_out = true;
        Token::End
    }

    /// Where the text that begins at `start` ends (at markup, at a NUL or at the end), and whether
    /// every byte of it means itself.
    fn text_end(&self, start: usize) -> (usize, bool) {
        let bytes = self.text.as_bytes();
        let mut is_plain = !self.has_controls;
        let mut from = start;
        loop {
            let rest = bytes.get(from..).unwrap_or_default();
            let found = match (is_plain, self.has_nul) {
                // Between two tags there is often a line end alone.
                (true, _) if rest.get(1) == Some(&b'<') && rest[0] != b'<' && rest[0] != b'&' => {
                    Some(1)
                }
                (true, _) => memchr2(b'<', b'&', rest),
                (false, true) => memchr2(b'<', 0, rest),
                (false, false) => memchr(b'<', rest),
            };
            let Some(found) = found.map(|found| from + found) else {
                return (bytes.len(), is_plain);
            };
            match bytes[found] {
                b'&' => is_plain = false,
                0 => return (found, is_plain),
                _ if self.is_markup(found) => return (found, is_plain),
                _ => {}
            }
            from = found + 1;
        }
    }

    /// Whether the `<` at `at` begins markup and is not text.
    fn is_markup(&self, at: usize) -> bool {
        self.ahead_at(at) != Ahead::Text
    }

    /// What is neither a tag nor text.
    fn markup(&mut self, foreign: &impl Fn() -> bool) -> Option<Token<'a>> {
        let start = self.position;
        match (self.byte(start), self.byte(start + 1), self.byte(start + 2)) {
            (None, ..) => Some(self.end()),
            (Some(0), ..) => {
                self.position += 1;
                Some(Token::Null)
            }
            (_, Some(b'!'), _) => self.markup_declaration(foreign),
            (_, Some(b'/'), Some(b'>')) => {
                self.position = start + 3;
                None
            }
            (_, Some(b'/'), _) => Some(self.bogus_comment(start + 2)),
            _ => Some(self.bogus_comment(start + 1)),
        }
    }

    fn markup_declaration(&mut self, foreign: &impl Fn() -> bool) -> Option<Token<'a>> {
        let inside = self.position + 2;
        let rest = self.text.as_bytes().get(inside..).unwrap_or_default();
        if rest.starts_with(b"--") {
            return Some(self.comment(inside + 2));
        }
        if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype")) {
            return Some(self.doctype(inside + 7));
        }
        if rest.starts_with(b"[CDATA[") && foreign() {
            self.position = inside + 7;
            self.state = State::CdataSection;
            return None;
        }
        Some(self.bogus_comment(inside))
    }

    #[inline(always)]
    fn read_start_tag(&mut self) -> Option<StartTag<'a>> {
        let start = self.position;
        let (tag, other) = self.tag_name(start + 1);
        let name = start + 1..self.position;
        let first = self.attributes.len() as u32;
        let self_closing = !self.closes_at_once() && self.rest_of_tag(start)?;
        if text_state(tag).is_some() {
            self.last_start_tag = self.slice(name.start, name.end);
        }
        let attributes = first..self.attributes.len() as u32;
        Some(StartTag { tag, other, attributes, self_closing })
    }

    #[inline(always)]
    fn read_end_tag(&mut self) -> Option<EndTag<'a>> {
        let (tag, other) = self.tag_name(self.position + 2);
        if !self.closes_at_once() {
            let kept = self.attributes.len();
            let closed = self.rest_of_tag(self.position);
            self.attributes.truncate(kept);
            closed?;
        }
        Some(EndTag { tag, other })
    }

    /// The tag whose name is at `start`, and the name if it is another; the position is after it.
    #[inline]
    fn tag_name(&mut self, start: usize) -> (Tag, Text<'a>) {
        let bytes = self.text.as_bytes();
        let (mut end, mut key) = (start, Key::default());
        while let Some(&byte) = bytes.get(end) {
            if is_whitespace(byte) || matches!(byte, b'/' | b'>') {
                break;
            }
            key.push(byte);
            end += 1;
        }
        self.position = end;
        let tag = if end - start <= SHORT { Tag::from_key(key) } else { Tag::Other };
        if tag == Tag::Other {
            long_or_other(self.slice(start, end))
        } else {
            (tag, Text::default())
        }
    }

    /// Whether nothing stands between a tag's name and its `>`, which is taken.
    fn closes_at_once(&mut self) -> bool {
        let closes = self.byte(self.position) == Some(b'>');
        self.position += usize::from(closes);
        closes
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.base + start as u32, self.base + end as u32)
    }

    fn skip_whitespace(&mut self) {
        while self.byte(self.position).is_some_and(is_whitespace) {
            self.position += 1;
        }
    }
}

/// Tab, line feed, form feed, space; and CR, which is a line feed once line ends are normalised.
const fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

/// The tag of a name that is no short tag's, and the name if it is no tag's.
#[cold]
fn long_or_other(name: &str) -> (Tag, Text<'_>) {
    match Tag::from_name(name) {
        Tag::Other => (Tag::Other, lower_case(name)),
        tag => (tag, Text::default()),
    }
}

/// A tag or attribute name as tokens have it: ASCII letters lowered, NUL replaced.
fn lower_case(name: &str) -> Text<'_> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase() || byte == 0) {
        Text::from(name.to_ascii_lowercase().replace('\0', "\u{FFFD}"))
    } else {
        Text::borrowed(name)
    }
}
