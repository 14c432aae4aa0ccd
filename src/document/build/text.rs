//! [`Collapsed`]: text with its white space collapsed, borrowed as long as it can be.

use std::ops::Range;

use memchr::memchr2;

use crate::text::Text;

/// White space that collapses: that of HTML, not the no-break kinds of Unicode.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C')
}

/// Whether a text is white space of any kind, that which does not collapse included, or nothing.
pub(super) fn is_blank(text: &str) -> bool {
    // Most texts begin with a letter of these two kinds.
    let is_letter = |&first: &u8| first.is_ascii_alphanumeric() || (0xE4..=0xED).contains(&first);
    !text.as_bytes().first().is_some_and(is_letter) && text.chars().all(char::is_whitespace)
}

/// A text being put together.
#[derive(Debug, Default)]
pub(super) struct Collapsed<'a> {
    text: Gathered<'a>,
    /// White space seen since the last visible character.
    pending: Pending,
    /// The last visible character of the line, in this text or before it.
    last: Option<char>,
    /// Whether a space stands before the text, which has not begun.
    lead: bool,
}

#[derive(Debug, Default)]
enum Gathered<'a> {
    #[default]
    Nothing,
    /// `whole[start..end]`.
    Slice {
        whole: &'a str,
        start: usize,
        end: usize,
    },
    Buffer(String),
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Pending {
    #[default]
    None,
    Space,
    /// White space that holds a line end.
    LineEnd,
}

impl<'a> Collapsed<'a> {
    pub(super) fn is_empty(&self) -> bool {
        matches!(self.text, Gathered::Nothing)
    }

    /// Whether a character stands in the line already.
    pub(super) fn in_line(&self) -> bool {
        self.last.is_some_and(|last| last != '\n')
    }

    /// Notes white space; what it comes to is settled when a visible character follows.
    #[inline]
    pub(super) fn space(&mut self, space: &[u8]) {
        if space.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
            self.pending = self.pending.max(Pending::LineEnd);
        } else if !space.is_empty() {
            self.pending = self.pending.max(Pending::Space);
        }
    }

    /// Settles noted white space before the visible character `next`.
    #[inline]
    pub(super) fn settle(&mut self, next: char) {
        self.settle_before(next, 0);
    }

    /// The same; `more` bytes of text follow.
    #[inline]
    pub(super) fn settle_before(&mut self, next: char, more: usize) {
        let Some(last) = self.last.replace(next) else {
            self.pending = Pending::None;
            return;
        };
        match std::mem::take(&mut self.pending) {
            Pending::None => {}
            Pending::LineEnd if joins(last, next) => {}
            Pending::Space | Pending::LineEnd => self.add_space(more),
        }
    }

    /// Takes what is [shown] of a text, whose first character was [settled](Self::settle), and the white
    /// space after it.
    pub(super) fn words(&mut self, text: &Text<'a>, shown: Range<usize>) {
        let bytes = text.as_bytes();
        let mut start = shown.start;
        loop {
            let mut end = clean_end(&bytes[..shown.end], start);
            self.add(text, start, end);
            if parts_words(bytes, end) {
                let buffer = self.buffer(bytes.len() - end);
                while parts_words(bytes, end) {
                    start = end + 1;
                    end = clean_end(&bytes[..shown.end], start);
                    buffer.push(' ');
                    buffer.push_str(&text[start..end]);
                }
            }
            self.last = text[start..end].chars().next_back();
            start = end + space_len(&text[end..]);
            self.space(&bytes[end..start]);
            let Some(next) = text[start..].chars().next() else { return };
            self.settle_before(next, bytes.len() - start);
        }
    }

    /// The same where nothing in it collapses; `last` is its last character.
    #[inline]
    pub(super) fn clean_words(&mut self, text: &Text<'a>, shown: Range<usize>, last: char) {
        self.add(text, shown.start, shown.end);
        self.last = Some(last);
        if shown.end < text.len() {
            self.space(&text.as_bytes()[shown.end..]);
        }
    }

    /// Takes a text as it is.
    pub(super) fn verbatim(&mut self, text: &Text<'a>) {
        self.add(text, 0, text.len());
        self.last = text.chars().next_back();
    }

    /// Something that is no part of this text stands here, in the line; `last` is its last character.
    pub(super) fn pass(&mut self, last: char) {
        self.last = Some(last);
    }

    /// Takes a text up to the space that it may end with, where none has begun.
    pub(super) fn hold(&mut self, whole: &'a str) {
        let words = whole.strip_suffix(' ').unwrap_or(whole);
        self.text = Gathered::Slice { whole, start: 0, end: words.len() };
        self.last = words.chars().next_back();
        self.pending = if words.len() < whole.len() { Pending::Space } else { Pending::None };
    }

    /// A line begins: white space at its start is nothing.
    pub(super) const fn start_line(&mut self) {
        self.last = None;
        self.pending = Pending::None;
    }

    /// A phrase begins, in which there is no text so far.
    pub(super) const fn restart(&mut self) {
        self.start_line();
        self.lead = false;
    }

    /// Ends the text. Noted white space stays for what follows.
    #[inline]
    pub(super) fn take(&mut self) -> Option<Text<'a>> {
        let lead = std::mem::take(&mut self.lead);
        match std::mem::take(&mut self.text) {
            Gathered::Nothing => lead.then_some(Text::borrowed(" ")),
            Gathered::Slice { whole, start, end } => Some(Text::borrowed(&whole[start..end])),
            Gathered::Buffer(buffer) => Some(Text::from(buffer)),
        }
    }

    #[inline]
    fn add(&mut self, text: &Text<'a>, from: usize, to: usize) {
        match (&mut self.text, text.as_borrowed()) {
            (Gathered::Nothing, Some(whole)) if !self.lead => {
                self.text = Gathered::Slice { whole, start: from, end: to };
            }
            (Gathered::Nothing, Some(whole)) if whole[..from].ends_with(' ') => {
                self.lead = false;
                self.text = Gathered::Slice { whole, start: from - 1, end: to };
            }
            (Gathered::Slice { whole, end, .. }, Some(piece))
                if std::ptr::eq(*whole, piece) && *end == from =>
            {
                *end = to;
            }
            _ => self.add_copy(text, from, to),
        }
    }

    #[inline(never)]
    fn add_copy(&mut self, text: &Text<'a>, from: usize, to: usize) {
        self.buffer(text.len() - from).push_str(&text[from..to]);
    }

    fn add_space(&mut self, more: usize) {
        match &mut self.text {
            Gathered::Nothing => self.lead = true,
            // The slice goes on with the space that stands there.
            Gathered::Slice { whole, end, .. } if whole.as_bytes().get(*end) == Some(&b' ') => {
                *end += 1;
            }
            _ => self.buffer(more + 1).push(' '),
        }
    }

    /// The text as a buffer, with room for `more` bytes if it is made now.
    fn buffer(&mut self, more: usize) -> &mut String {
        let begun = match &self.text {
            Gathered::Buffer(_) => None,
            Gathered::Nothing => Some(if std::mem::take(&mut self.lead) { " " } else { "" }),
            Gathered::Slice { whole, start, end } => Some(&whole[*start..*end]),
        };
        if let Some(begun) = begun {
            let mut buffer = String::with_capacity(begun.len() + more);
            buffer.push_str(begun);
            self.text = Gathered::Buffer(buffer);
        }
        match &mut self.text {
            Gathered::Buffer(buffer) => buffer,
            _ => unreachable!("made a buffer above"),
        }
    }
}

impl PartialOrd for Pending {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Pending {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (*self as u8).cmp(&(*other as u8))
    }
}

/// The text without the white space around it, if it is something and nothing in it collapses.
pub(super) fn collapsed(text: &str) -> Option<&str> {
    let text = text.trim_ascii();
    (!text.is_empty() && clean_len(text) == text.len()).then_some(text)
}

/// Whether a text is something, and nothing in it or around it collapses.
pub(super) fn is_clean(text: &str) -> bool {
    let edges = text.as_bytes().first().zip(text.as_bytes().last());
    edges.is_some_and(|(&first, &last)| first > b' ' && last > b' ')
        && clean_len(text) == text.len()
}

/// Whether a text is something, nothing in it or around it collapses, and no sign stands in it that
/// begins a shortcode: it is what it shows.
pub(super) fn is_ordinary(text: &str) -> bool {
    let bytes = text.as_bytes();
    let edges = bytes.first().zip(bytes.last());
    if !edges.is_some_and(|(&first, &last)| first > b' ' && last > b' ') {
        return false;
    }
    match bytes.last_chunk::<{ BLOCK + 1 }>() {
        // What is less than a block is looked at with what stands before it.
        Some(last) => {
            let clear = clear_len(bytes, is_clear_unmarked::<LARGE>, is_clear_unmarked::<BLOCK>);
            bytes.len() - clear <= BLOCK && is_clear_unmarked::<BLOCK>(last)
        }
        None => is_clear_unmarked::<BLOCK>(&padded(bytes)),
    }
}

/// Whether a sign stands in a text that begins a shortcode.
pub(super) fn is_marked(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() <= BLOCK {
        return !holds_none::<BLOCK>(&padded(bytes), |byte, _| may_begin_shortcode(byte));
    }
    memchr2(b'{', b'[', bytes).is_some()
}

/// The length of the text up to white space that collapses to something else than it is: anything
/// but one space between two visible characters.
fn clean_len(text: &str) -> usize {
    clean_end(text.as_bytes(), 0)
}

/// Where the text ends that [is clean](clean_len) from `start` on.
#[inline]
fn clean_end(bytes: &[u8], start: usize) -> usize {
    let at = clear_end(bytes, start);
    if ends_clear(bytes, at) { bytes.len() } else { doubtful_end(bytes, at) }
}

/// The same, where a doubt is among the next bytes.
fn doubtful_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        at = first_doubt(bytes, at);
        let single =
            || bytes[at] == b' ' && bytes.get(at + 1).is_some_and(|&next| !is_space(next as char));
        if at >= bytes.len() || is_space(bytes[at] as char) && !single() {
            return at;
        }
        at = clear_end(bytes, at + 1);
    }
    at
}

/// Where the whole blocks end that are clear.
fn clear_end(bytes: &[u8], start: usize) -> usize {
    start + clear_len(&bytes[start..], is_clear::<LARGE>, is_clear::<BLOCK>)
}

/// Whether what is less than a block is clear. It is looked at with what stands before it.
#[inline(always)]
fn ends_clear(bytes: &[u8], at: usize) -> bool {
    bytes.len() - at <= BLOCK
        && bytes.last().is_some_and(|&last| last > b' ')
        && match bytes.last_chunk::<{ BLOCK + 1 }>() {
            Some(last) => is_clear::<BLOCK>(last),
            None => is_clear::<BLOCK>(&padded(bytes)),
        }
}

/// The first of the next bytes, a [`BLOCK`] of them, that [may collapse](may_collapse) or is none.
fn first_doubt(bytes: &[u8], at: usize) -> usize {
    let next = bytes.get(at..).and_then(<[u8]>::first_chunk);
    let (start, block) = if let Some(next) = next {
        (at, *next)
    } else if let Some(last) = bytes.last_chunk() {
        (bytes.len() - BLOCK, *last)
    } else {
        let mut block = [b' '; BLOCK];
        block[..bytes.len()].copy_from_slice(bytes);
        (0, block)
    };
    let block = u128::from_le_bytes(block);
    let spaces = up_to(b' ', block);
    let is_next_space = bytes.get(start + BLOCK).is_none_or(|&next| next <= b' ');
    let next_to_space = spaces >> 8 | u128::from(is_next_space) << 127;
    let doubts = up_to(b' ' - 1, block) | spaces & next_to_space;
    let first = (doubts >> (8 * (at - start))).trailing_zeros() / 8;
    bytes.len().min(at + first as usize)
}

/// A set bit, each byte's highest, for the bytes up to one of ASCII.
const fn up_to(most: u8, bytes: u128) -> u128 {
    const ONES: u128 = u128::MAX / 0xFF;
    const HIGHEST: u128 = ONES << 7;
    let above = (bytes & !HIGHEST) + ONES * (0x7F - most) as u128;
    !(above | bytes) & HIGHEST
}

/// As many bytes as are looked at together: the compiler makes a few comparisons of them.
const BLOCK: usize = 16;

/// The same in long texts.
const LARGE: usize = 4 * BLOCK;

/// The length of the whole blocks at the start of `bytes` that are clear.
#[inline(always)]
fn clear_len(bytes: &[u8], large: impl Fn(&[u8]) -> bool, small: impl Fn(&[u8]) -> bool) -> usize {
    let mut at = 0;
    while bytes.len() > at + LARGE && large(&bytes[at..=at + LARGE]) {
        at += LARGE;
    }
    while bytes.len() > at + BLOCK && small(&bytes[at..=at + BLOCK]) {
        at += BLOCK;
    }
    at
}

/// A block that begins with up to [`BLOCK`] bytes and goes on with letters.
fn padded(bytes: &[u8]) -> [u8; BLOCK + 1] {
    let mut block = [b'x'; BLOCK + 1];
    block[..bytes.len()].copy_from_slice(bytes);
    block
}

/// Whether a block holds nothing [`clean_len`] must look at: no control character, and no space before
/// another or before one.
fn is_clear<const LEN: usize>(block: &[u8]) -> bool {
    holds_none::<LEN>(block, may_collapse)
}

fn is_clear_unmarked<const LEN: usize>(block: &[u8]) -> bool {
    holds_none::<LEN>(block, |byte, next| may_collapse(byte, next) | may_begin_shortcode(byte))
}

/// Whether nothing in a block is doubtful, by a byte and the one after it. Doubts are numbers instead
/// of truth values, so that no comparison waits for another.
#[inline(always)]
fn holds_none<const LEN: usize>(block: &[u8], doubt: impl Fn(u8, u8) -> u8) -> bool {
    let (Some(bytes), Some(next)) = (block.first_chunk::<LEN>(), block.last_chunk::<LEN>()) else {
        return false;
    };
    let mut any = 0;
    for (&byte, &next) in bytes.iter().zip(next) {
        any |= doubt(byte, next);
    }
    any == 0
}

fn may_collapse(byte: u8, next: u8) -> u8 {
    u8::from(byte < b' ') | u8::from(byte == b' ') & u8::from(next <= b' ')
}

/// `{` and `[`, which are the same but for the bit that tells a small letter.
fn may_begin_shortcode(byte: u8) -> u8 {
    u8::from(byte | 0x20 == b'{')
}

/// What of a text is shown: all but the white space around it. And where that is in the text.
#[inline]
pub(super) fn shown(text: &str) -> (&str, Range<usize>) {
    let rest = text.trim_ascii_start();
    let (words, start) = (rest.trim_ascii_end(), text.len() - rest.len());
    (words, start..start + words.len())
}

/// The length of the white space that a text begins with.
#[inline]
fn space_len(text: &str) -> usize {
    text.bytes().take_while(|&byte| is_space(byte as char)).count()
}

/// Whether at a place nothing stands but a line end between two characters of ASCII, as between most
/// lines of a paragraph: it is a space.
fn parts_words(bytes: &[u8], at: usize) -> bool {
    let is_word = |byte: u8| byte.is_ascii_graphic();
    at > 0 && matches!(bytes[at - 1..], [last, b'\n', next, ..] if is_word(last) && is_word(next))
}

/// Whether a line break between two characters is nothing: both are CJK, or one is and the other is
/// punctuation that CJK shares with other scripts.
const fn joins(last: char, next: char) -> bool {
    let (left, right) = (is_cjk(last), is_cjk(next));
    (left && (right || is_shared(next))) || (is_shared(last) && right)
}

const fn is_shared(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// Whether `c` is of a script that is written without spaces between words, or the punctuation that
/// goes with one. Hangul is not: Korean has spaces.
pub(super) const fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{31FF}' | '\u{3200}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collapse(parts: &[&'static str]) -> (String, bool) {
        let mut collapsed = Collapsed::default();
        for part in parts {
            let text = Text::borrowed(part);
            let (words, shown) = shown(part);
            collapsed.space(&part.as_bytes()[..shown.start]);
            if let Some(first) = words.chars().next() {
                collapsed.settle(first);
                collapsed.words(&text, shown);
            }
        }
        let text = collapsed.take().unwrap_or_default();
        (text.to_string(), text.is_borrowed())
    }

    /// What [`clean_len`] tells, byte by byte.
    fn clean_len_by_bytes(text: &str) -> usize {
        let bytes = text.as_bytes();
        let is_clean = |at: usize| {
            let is_amid = || bytes.get(at + 1).is_some_and(|&next| !is_space(next as char));
            !is_space(bytes[at] as char) || bytes[at] == b' ' && is_amid()
        };
        (0..bytes.len()).find(|&at| !is_clean(at)).unwrap_or(bytes.len())
    }

    #[test]
    fn white_space_is_found_at_every_place() {
        for (before, after) in (0..2 * LARGE).flat_map(|before| [0, 1, 15, 40].map(|a| (before, a)))
        {
            for doubt in ["", " ", "  ", "\n", "\u{1}", " \u{1}", "\u{1} ", "\u{1}\t", "é \n"] {
                let text = format!("{}{doubt}{}", "x".repeat(before), "y".repeat(after));
                assert_eq!(clean_len(&text), clean_len_by_bytes(&text), "{text:?}");
                let is_plain = doubt.is_empty() && !text.is_empty();
                assert!(!is_plain || is_clean(&text) && is_ordinary(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn white_space_is_what_a_browser_shows() {
        for (parts, expected, borrowed) in [
            (&["one two"][..], "one two", true),
            (&["  one two\n "], "one two", true),
            (&["one  two"], "one two", false),
            (&["one\ntwo"], "one two", false),
            (&["one ", " two"], "one two", false),
            (&["one", "two"], "onetwo", false),
            (&["中文\n中文"], "中文中文", false),
            (&["中文 中文"], "中文 中文", true),
            (&["中文\nab"], "中文 ab", false),
            (&["中文，\n“中文”"], "中文，“中文”", false),
            (&["a\u{A0} b"], "a\u{A0} b", true),
            (&[" \n "], "", true),
            (&["sixteen letters and\u{1}"], "sixteen letters and\u{1}", true),
            (&["sixteen letters,\u{1} and more"], "sixteen letters,\u{1} and more", true),
            (&["sixteen letters,\tand  more "], "sixteen letters, and more", false),
            (&["a\u{1} \u{1}", "\n "], "a\u{1} \u{1}", true),
        ] {
            assert_eq!(collapse(parts), (expected.to_owned(), borrowed), "{parts:?}");
        }
    }
}
