//! [`Collapsed`]: text with its white space collapsed, borrowed as long as it can be.

mod clean;

use std::ops::Range;

use self::clean::clean_end;
pub(super) use self::clean::{collapsed, is_clean, is_marked, is_ordinary};
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
