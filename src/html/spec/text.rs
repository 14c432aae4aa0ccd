//! [`TextRun`]: which text of the source a text of html5ever is.

use html5ever::tendril::StrTendril;

use crate::span::Span;
use crate::text::Text;

/// The text tokens since the last other token.
///
/// The tree builder passes text on in order, some of it late (in tables), some split (white space),
/// some not at all. What it passes is a part of one of these tokens.
#[derive(Debug)]
pub(super) struct TextRun<'a> {
    text: &'a str,
    base: u32,
    /// The whole text; tendrils of borrowed text share its buffer, unless they are short.
    source: StrTendril,
    tokens: Vec<(Text<'a>, Span)>,
    /// The token, and the offset in it, that is to be passed next.
    cursor: (usize, usize),
}

/// How many tokens are looked at to find a text.
const AHEAD: usize = 4;

impl<'a> TextRun<'a> {
    pub(super) fn new(text: &'a str, base: u32, source: StrTendril) -> Self {
        Self { text, base, source, tokens: Vec::new(), cursor: (0, 0) }
    }

    pub(super) fn expect(&mut self, text: Text<'a>, span: Span) {
        self.tokens.push((text, span));
    }

    pub(super) fn end(&mut self) {
        self.tokens.clear();
        self.cursor = (0, 0);
    }

    /// The source at a span.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        let (start, end) = (span.start - self.base, span.end - self.base);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The text that `tendril` is, and its place; `token` is the place of the current token.
    pub(super) fn locate(&mut self, tendril: &StrTendril, token: Span) -> (Text<'a>, Span) {
        if let Some(found) = self.shared(tendril) {
            return found;
        }
        for index in self.cursor.0..self.tokens.len().min(self.cursor.0 + AHEAD) {
            let from = if index == self.cursor.0 { self.cursor.1 } else { 0 };
            let Some((text, span)) = self.tokens.get_mut(index) else { break };
            let Some(start) = find(text, from, tendril) else { continue };
            let end = start + tendril.len();
            self.cursor = (index, end);
            let span = *span;
            return match text.as_borrowed() {
                Some(text) => {
                    let place = Span::new(span.start + start as u32, span.start + end as u32);
                    (Text::borrowed(text.get(start..end).unwrap_or_default()), place)
                }
                None if start == 0 && end == text.len() => {
                    self.cursor = (index + 1, 0);
                    (std::mem::take(text), span)
                }
                None => (Text::from(tendril.to_string()), span),
            };
        }
        (Text::from(tendril.to_string()), token)
    }

    /// A text that shares the source's buffer is known by its address.
    fn shared(&mut self, tendril: &StrTendril) -> Option<(Text<'a>, Span)> {
        /// Tendrils up to this length have no buffer.
        const INLINE: usize = 8;
        if tendril.len() <= INLINE {
            return None;
        }
        let start = (tendril.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
        let end = start.checked_add(tendril.len())?;
        let part = self.text.get(start..end)?;
        let span = Span::new(self.base + start as u32, self.base + end as u32);
        while self.tokens.get(self.cursor.0).is_some_and(|(_, token)| token.end < span.end) {
            self.cursor = (self.cursor.0 + 1, 0);
        }
        if let Some((_, token)) = self.tokens.get(self.cursor.0) {
            self.cursor.1 = span.end.saturating_sub(token.start) as usize;
        }
        Some((Text::borrowed(part), span))
    }
}

/// Where `part` begins in `text`, at `from` or after white space that was left out.
fn find(text: &str, from: usize, part: &str) -> Option<usize> {
    let rest = text.get(from..)?;
    // The line feed after `<pre>` was left out.
    if from == 0 && text.strip_prefix('\n') == Some(part) {
        return Some(1);
    }
    if rest.starts_with(part) {
        return Some(from);
    }
    let trimmed = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
    trimmed.starts_with(part).then(|| text.len() - trimmed.len())
}
