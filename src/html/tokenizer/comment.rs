//! Comments, written as such or not.

use memchr::{memchr, memmem};

use super::{Token, Tokenizer, reference};

impl<'a> Tokenizer<'a> {
    /// The comment whose text begins at `start`, after `<!--`.
    pub(super) fn comment(&mut self, start: usize) -> Token<'a> {
        let rest = self.text.get(start..).unwrap_or_default();
        let (length, end) = if rest.starts_with('>') {
            (0, 1)
        } else if rest.starts_with("->") {
            (0, 2)
        } else {
            let end = comment_end(rest);
            self.ran_out |= end.is_none();
            end.unwrap_or_else(|| (unclosed(rest).len(), rest.len()))
        };
        self.position = start + end;
        Token::Comment(reference::raw_text(self.slice(start, start + length)))
    }

    /// The comment made of `<?…>`, `<!…>` and `</…>` that is nothing else; its text begins at
    /// `start`.
    pub(super) fn bogus_comment(&mut self, start: usize) -> Token<'a> {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let end = memchr(b'>', rest).map_or(self.text.len(), |length| start + length);
        self.ran_out |= end == self.text.len();
        self.position = (end + 1).min(self.text.len());
        Token::Comment(reference::raw_text(self.slice(start, end)))
    }
}

/// The length of a comment's text and of the text with its `-->` or `--!>`.
fn comment_end(rest: &str) -> Option<(usize, usize)> {
    let bytes = rest.as_bytes();
    let mut from = 0;
    loop {
        let dashes = from + memmem::find(bytes.get(from..)?, b"--")?;
        let after = bytes.get(dashes..)?.iter().position(|&byte| byte != b'-')? + dashes;
        match bytes.get(after..)? {
            [b'>', ..] => return Some((after - 2, after + 1)),
            [b'!', b'>', ..] => return Some((after - 2, after + 2)),
            _ => from = after,
        }
    }
}

/// The text of a comment that is never closed: what might be the beginning of its end is not text.
fn unclosed(rest: &str) -> &str {
    ["--!", "--", "-"].iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest)
}
