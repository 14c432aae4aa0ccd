//! Shortcodes: those that begin a line, those in one; those that are left to themselves, and those that
//! are text.

use memchr::{memchr2, memmem};

use super::line::{Line, before_blanks};
use super::scan::Scan;
use super::{Part, address, attributes, may_be_comment};
use crate::shortcode::{Meaning, Shortcode, closing, shortcode};
use crate::text::floor_boundary;

impl<'s> Scan<'s> {
    /// Takes a line whose content begins with a brace.
    pub(super) fn block(&mut self, line: &Line) -> Option<usize> {
        let code = shortcode(self.source, line.content)?;
        if matches!(code.name, "raw" | "verbatim") {
            return self.raw(&code);
        }
        if let Some(at) = self.close(&code, line) {
            return Some(at);
        }
        self.pane(&code);
        match Meaning::of(code.name)? {
            Meaning::Code => self.code(&code, line),
            Meaning::Tab => self.tab(&code, line),
            meaning if meaning.is_paired() => self.open_tag(meaning, &code, line),
            Meaning::Address => None,
            _ => self.alone(&code, line),
        }
    }

    /// Takes what is expanded within a line: addresses, ends of containers, attributes.
    pub(super) fn in_line(&mut self, line: &Line) -> Option<usize> {
        let mut at = line.content;
        while let Some(found) = memchr2(b'{', b']', self.source.as_bytes().get(at..line.end)?) {
            let start = at + found;
            at = start + 1;
            if self.source.as_bytes()[start] == b']' {
                at = address::edit(self, start, line.end).unwrap_or(at);
                continue;
            }
            if let Some(place) = attributes::of_span(self.source, start) {
                self.groups += 1;
                self.edit(place.clone(), vec![Part::Inline(place.clone())]);
                at = place.end;
                continue;
            }
            if let Some(end) = address::value(self, start, line.end) {
                at = end;
                continue;
            }
            let Some(code) = shortcode(self.source, start) else { continue };
            let beyond = match code.name {
                "raw" | "verbatim" => self.raw(&code),
                _ => self.close(&code, line),
            };
            if beyond.is_some() {
                return beyond;
            }
            if let Some(end) = self.hidden(&code, line) {
                at = end;
                continue;
            }
            self.text(&code);
            at = code.range.end;
            if at > line.end {
                // It goes on in the next lines, and nothing begins within it.
                return Some(at);
            }
        }
        None
    }

    /// Takes a shortcode that stands in lines of its own, alone or with others.
    pub(super) fn alone(&mut self, code: &Shortcode<'s>, line: &Line) -> Option<usize> {
        if code.range.start < self.not_alone || !may_be_comment(self.slice(code.range.clone())) {
            return None;
        }
        if Meaning::of(code.name) == Some(Meaning::Image) && self.is_above_caption(code) {
            return None;
        }
        let mut parts = vec![Part::Block(code.range.clone())];
        let (mut at, mut end) = (code.range.end, self.line_end(code.range.end));
        loop {
            let rest = self.slice(at..end);
            let space = rest.len() - rest.trim_start().len();
            if space == rest.len() {
                break;
            }
            let Some(next) = self.beside(at + space) else {
                if self.opens_at(at + space) {
                    // That begins a line of its own.
                    parts.push(Part::Made(format!("\n{}", self.prefix(line)?).into()));
                    self.groups += 1;
                    self.edit(code.range.start..at, parts);
                    return Some(at + space);
                }
                // Nor do those that follow the first, in its lines or the next.
                self.not_alone = at;
                return None;
            };
            parts.extend([Part::Source(at..at + space), Part::Next(next.range.clone())]);
            at = next.range.end;
            if at > end {
                end = self.line_end(at);
            }
        }
        self.groups += 1;
        self.edit(code.range.start..at, parts);
        Some(end + 1)
    }

    /// Whether words in emphasis, and nothing else, stand in the lines right below: as captions are
    /// written, in one paragraph with their image.
    fn is_above_caption(&mut self, code: &Shortcode<'s>) -> bool {
        /// A caption is not longer, in bytes.
        const MOST: usize = 640;
        let end = self.line_end(code.range.end);
        if !self.slice(code.range.end..end).trim().is_empty() {
            return false;
        }
        let below = self.source.get(end + 1..).unwrap_or_default();
        let near = &below[..floor_boundary(below, MOST)];
        let mut lines =
            near.split('\n').map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end());
        let Some(first) = lines.next() else { return false };
        let mark = match *first.as_bytes() {
            [mark @ (b'*' | b'_'), next, ..] if !matches!(next, b'*' | b'_' | b' ') => mark,
            _ => return false,
        };
        let last = lines.take_while(|line| !line.is_empty()).last().unwrap_or(first);
        last.as_bytes().last() == Some(&mark)
    }

    /// The shortcode at a place, if it may stand beside others in a line of their own.
    fn beside(&self, at: usize) -> Option<Shortcode<'s>> {
        let code = shortcode(self.source, at)?;
        let meaning = Meaning::of(code.name)?;
        let is_own = meaning != Meaning::Address && !meaning.is_paired();
        (is_own && may_be_comment(self.slice(code.range.clone()))).then_some(code)
    }

    /// Takes what a tag hides up to its end in the same line.
    pub(super) fn hidden(&mut self, code: &Shortcode<'s>, line: &Line) -> Option<usize> {
        let known = self.hides_none.iter().position(|(name, _)| *name == code.name);
        let is_known = known.is_some_and(|known| code.range.start < self.hides_none[known].1);
        if Meaning::of(code.name) != Some(Meaning::Hidden) || is_known {
            return None;
        }
        let end = closing(self.slice(0..line.end), code).map(|end| end.end);
        let place = code.range.start..end.unwrap_or(line.end);
        if end.is_none() || !may_be_comment(self.slice(place.clone())) {
            match known {
                Some(known) => self.hides_none[known].1 = place.end,
                None => self.hides_none.push((code.name, place.end)),
            }
            return None;
        }
        self.groups += 1;
        self.edit(place.clone(), vec![Part::Inline(place.clone())]);
        Some(place.end)
    }

    /// Goes beyond what stands between `raw` and `endraw`: no shortcode is read in it.
    pub(super) fn raw(&mut self, code: &Shortcode<'s>) -> Option<usize> {
        if self.unclosed.contains(&code.name) {
            return None;
        }
        let mut from = code.range.end;
        let end = if code.name == "raw" { "endraw" } else { "endverbatim" };
        while let Some(found) = memmem::find(self.source.as_bytes().get(from..)?, end.as_bytes()) {
            let before = self.slice(code.range.end..from + found).trim_end();
            let before = before.trim_end_matches('-').trim_end();
            if before.ends_with("{%") {
                return Some(self.line_end(from + found) + 1);
            }
            from += found + 1;
        }
        self.unclosed.push(code.name);
        None
    }

    /// Takes a shortcode in a line: a link, or a text that is to be no markup.
    pub(super) fn text(&mut self, code: &Shortcode<'s>) {
        if let Some(parts) = address::of_page(self.source, code) {
            self.groups += 1;
            return self.edit(code.range.clone(), parts);
        }
        if address::around(self, code).is_some() {
            return;
        }
        self.groups += 1;
        let bytes = self.slice(code.range.clone()).as_bytes();
        for at in (0..bytes.len()).filter(|&at| is_markup(bytes, at)) {
            let at = code.range.start + at;
            self.edit(at..at, vec![Part::made("\\")]);
        }
    }
}

/// Whether the byte at `at` may begin or end markup within a text.
fn is_markup(bytes: &[u8], at: usize) -> bool {
    let next = || bytes.get(at + 1).copied().unwrap_or(b' ');
    let before = || at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    match bytes[at] {
        b'*' | b'`' | b'[' | b']' | b'~' | b'\\' => true,
        b'_' => !(before().is_ascii_alphanumeric() && next().is_ascii_alphanumeric()),
        b'<' => next().is_ascii_alphabetic() || matches!(next(), b'/' | b'!' | b'?'),
        b'&' => next().is_ascii_alphanumeric() || next() == b'#',
        b'>' => before_blanks(bytes, at) == Some(b'\n'),
        _ => false,
    }
}
