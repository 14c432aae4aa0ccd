//! Text that ends only at its own end tag: `<title>`, `<style>`, `<script>`, `<plaintext>`, CDATA.

use memchr::{memchr, memchr2, memmem};

use super::{State, Token, Tokenizer, is_whitespace, reference};

impl<'a> Tokenizer<'a> {
    /// A step in RCDATA, RAWTEXT or script data.
    pub(super) fn raw(&mut self) -> Option<Token<'a>> {
        let start = self.position;
        let end = match self.state {
            State::ScriptData => self.script_end(start),
            _ => self.raw_end(start),
        };
        if self.byte(start).is_none() {
            return Some(self.end());
        }
        self.ran_out |= end == self.text.len();
        if start == end {
            self.state = State::Data;
            return self.read_end_tag().map(Token::EndTag);
        }
        self.position = end;
        let text = self.slice(start, end);
        Some(Token::Text(match self.state {
            State::Rcdata => reference::text(text),
            _ => reference::raw_text(text),
        }))
    }

    pub(super) fn plaintext(&mut self) -> Token<'a> {
        let start = self.position;
        self.position = self.text.len();
        let text = self.slice(start, self.position);
        self.ran_out = true;
        if text.is_empty() { Token::End } else { Token::Text(reference::raw_text(text)) }
    }

    /// A step in a CDATA section: text, NUL, or its end.
    pub(super) fn cdata_section(&mut self) -> Option<Token<'a>> {
        let start = self.position;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        match rest {
            [] => return Some(self.end()),
            [0, ..] => {
                self.position += 1;
                return Some(Token::Null);
            }
            [b']', b']', b'>', ..] => {
                self.position += 3;
                self.state = State::Data;
                return None;
            }
            _ => {}
        }
        let until_nul = if self.has_nul { memchr(0, rest) } else { None };
        let rest = rest.get(..until_nul.unwrap_or(rest.len())).unwrap_or_default();
        let end = memmem::find(rest, b"]]>");
        self.ran_out |= end.is_none() && until_nul.is_none();
        self.position = start + end.unwrap_or(rest.len());
        Some(Token::Text(reference::raw_text(self.slice(start, self.position))))
    }

    /// Where RCDATA or RAWTEXT ends: at an appropriate end tag or at the end.
    fn raw_end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut from = start;
        while let Some(found) = memchr(b'<', bytes.get(from..).unwrap_or_default()) {
            if self.is_appropriate_end_tag(from + found) {
                return from + found;
            }
            from += found + 1;
        }
        bytes.len()
    }

    /// Where script data ends; `<!--` hides end tags as the standard's escaped states do.
    fn script_end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = |at: usize| bytes.get(at..).unwrap_or_default();
        let mut at = start;
        loop {
            let Some(found) = memchr(b'<', rest(at)) else { return bytes.len() };
            at += found;
            if self.is_appropriate_end_tag(at) {
                return at;
            }
            if rest(at).starts_with(b"<!--") {
                match self.escaped_end(at + 4) {
                    Escaped::EndTag(end) => return end,
                    Escaped::Over(end) => at = end,
                }
            } else {
                at += 1;
            }
        }
    }

    /// From inside `<!--` of a script: to its `-->`, or to the end tag that ends the script.
    fn escaped_end(&self, start: usize) -> Escaped {
        let bytes = self.text.as_bytes();
        let (mut at, mut dashes, mut double) = (start, 2, false);
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            // A `>` counts only directly after dashes.
            let closes = dashes >= 2 && rest.first() == Some(&b'>');
            let found = if closes { Some(0) } else { memchr2(b'-', b'<', rest) };
            let Some(found) = found else { return Escaped::EndTag(bytes.len()) };
            if found > 0 {
                dashes = 0;
                at += found;
                continue;
            }
            match rest.first() {
                Some(b'-') => (dashes, at) = (dashes + 1, at + 1),
                Some(b'<') if !double && self.is_appropriate_end_tag(at) => {
                    return Escaped::EndTag(at);
                }
                Some(b'<') => {
                    let name = at + if double { 2 } else { 1 };
                    let slash = !double || self.byte(at + 1) == Some(b'/');
                    dashes = 0;
                    match self.script_word(name).filter(|_| slash) {
                        Some(end) => (double, at) = (!double, end),
                        None => at += 1,
                    }
                }
                _ => return Escaped::Over(at + 1),
            }
        }
    }

    /// The end of `script` and the character after it that ends a name.
    fn script_word(&self, at: usize) -> Option<usize> {
        let word = self.text.as_bytes().get(at..at + 6)?;
        let ends = self.byte(at + 6).is_some_and(ends_name);
        (word.eq_ignore_ascii_case(b"script") && ends).then_some(at + 7)
    }

    /// Whether `</name` stands at `at`, with the name of the last start tag.
    fn is_appropriate_end_tag(&self, at: usize) -> bool {
        let name = self.last_start_tag.as_bytes();
        let Some(rest) = self.text.as_bytes().get(at..) else { return false };
        rest.starts_with(b"</")
            && !name.is_empty()
            && rest.get(2..2 + name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
            && rest.get(2 + name.len()).copied().is_some_and(ends_name)
    }
}

/// What ends the escaped part of a script.
enum Escaped {
    /// `-->`; script data goes on here.
    Over(usize),
    /// The script's end tag, or the end of the text.
    EndTag(usize),
}

const fn ends_name(byte: u8) -> bool {
    is_whitespace(byte) || matches!(byte, b'/' | b'>')
}
