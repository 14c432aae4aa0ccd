//! [`Bracket`]: what may begin a link, an image or the reference to a footnote.

use super::containers::is_of_label;
use super::definitions::Definition;
use super::inline::{By, Is, Link};
use super::inlines::{Here, Inlines, Line, SOME};
use super::target::{self, Target};
use super::{Declined, Known, mark};

/// A bracket that may begin a link.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bracket {
    /// Its place among the inlines.
    index: usize,
    is_image: bool,
    /// Where its text begins.
    content: usize,
    line: usize,
    /// How many brackets there were before it.
    before: usize,
    /// How many runs there were before it.
    runs: usize,
}

/// So much may all references together stand for, in bytes; pulldown-cmark lets long texts have more.
const MOST_REFERRED: usize = 100_000;

impl<'a> Inlines<'a> {
    /// Takes a bracket that may begin a link or an image.
    pub(super) fn bracket(
        &mut self,
        Here { line, text, at, .. }: Here<'_, 'a>,
        is_image: bool,
    ) -> (usize, usize) {
        self.text(text, at);
        let content = at + 1 + usize::from(is_image);
        if self.brackets.is_empty() {
            self.brackets.reserve(SOME);
        }
        self.brackets.push(Bracket {
            index: self.all.len(),
            is_image,
            content,
            line: line.number,
            before: self.opened,
            runs: self.runs.len(),
        });
        self.opened += 1;
        self.push(Is::Text, at, content);
        (content, content)
    }

    /// Takes a bracket that may end a link or an image.
    pub(super) fn bracket_end(&mut self, here: Here<'_, 'a>) -> Known<(usize, usize)> {
        let Here { line, text, at, .. } = here;
        let as_text = Ok((text, at + 1));
        let Some(bracket) = self.brackets.pop() else { return as_text };
        let is_disabled = self.brackets.len() < self.disabled && !bracket.is_image;
        self.disabled = self.disabled.min(self.brackets.len());
        if is_disabled {
            return as_text;
        }
        if is_footnote(line, &bracket, at) {
            return self.footnote(here, &bracket);
        }
        let found = match Self::target_behind(here)? {
            Some(found) => Some(found),
            None => self.target_by_label(here, &bracket)?,
        };
        let Some((found, end, next)) = found else { return as_text };
        self.text(text, at);
        // A backslash that breaks the last line of a link is one of its text.
        if self.all.last().is_some_and(|last| last.is == Is::HardBreak) {
            return Err(Declined);
        }
        self.pair(bracket.runs)?;
        let index = self.link(found);
        self.are_direct &= !bracket.is_image;
        let is = if bracket.is_image { Is::Image(index) } else { Is::Link(index) };
        let begun = &mut self.all[bracket.index];
        let start = begun.at.start;
        (begun.is, begun.at.end) = (is, end as u32);
        self.push(is.end(), start as usize, end);
        if !bracket.is_image {
            self.disabled = self.brackets.len();
        }
        Ok((next, next))
    }

    /// Takes the reference to a footnote that ends at a place.
    fn footnote(
        &mut self,
        Here { leaf, line, text, at }: Here<'_, 'a>,
        bracket: &Bracket,
    ) -> Known<(usize, usize)> {
        let label = line.bytes.get(bracket.content + 1..at).ok_or(Declined)?;
        let is_plain = !label.is_empty() && label.iter().all(|&byte| is_of_label(byte));
        if !is_plain || matches!(line.bytes.get(at + 1), Some(b'(' | b'[' | b'\\')) {
            return Err(Declined);
        }
        if !leaf.footnotes.contains(&leaf.text[bracket.content + 1..at].to_ascii_lowercase()) {
            return Ok((text, at + 1));
        }
        self.all.truncate(bracket.index);
        self.runs.truncate(bracket.runs);
        self.brackets.clear();
        self.disabled = 0;
        self.push(Is::Footnote, bracket.content - 1, at + 1);
        Ok((at + 1, at + 1))
    }

    /// Where a link leads whose text ends at a place, as it says in parentheses there; where it ends, and
    /// where to go on.
    fn target_behind(
        Here { leaf, line, at, .. }: Here<'_, 'a>,
    ) -> Known<Option<(Link<'a>, usize, usize)>> {
        let bytes = line.bytes;
        if bytes.get(at + 1) != Some(&b'(') {
            return Ok(None);
        }
        let text = &leaf.text[..bytes.len()];
        let start = mark::skip_blanks(bytes, at + 2);
        let Target::To { target, end } = target::at(text, start)? else { return Err(Declined) };
        // Escaped pipes are of a kind of their own.
        if leaf.is_cell && target.text.contains('\\') {
            return Err(Declined);
        }
        let mut next = mark::skip_blanks(bytes, end);
        let mut title = "";
        if let Some((quoted, end)) = target::title(text, next)? {
            (title, next) = (quoted, mark::skip_blanks(bytes, end));
        }
        match bytes.get(next) {
            Some(b')') => Ok(Some((Link { target, title, by: By::Itself }, next + 1, next + 1))),
            // It may go on in the next line.
            None if !line.is_last => Err(Declined),
            _ => Ok(None),
        }
    }

    /// Where a link leads whose text ends at a place, as a definition says of its label; where it ends, and
    /// where to go on.
    fn target_by_label(
        &mut self,
        Here { leaf, line, at, .. }: Here<'_, 'a>,
        bracket: &Bracket,
    ) -> Known<Option<(Link<'a>, usize, usize)>> {
        if leaf.definitions.is_empty() {
            return Ok(None);
        }
        let may_be_label = at != self.undefined;
        let (bytes, behind) = (line.bytes, at + 1);
        // pulldown-cmark takes an escaped bracket there for one that begins a label.
        if bytes[behind..].starts_with(b"\\[") {
            return Err(Declined);
        }
        let is_second = bytes.get(behind) == Some(&b'[');
        let (label, end, next) = if is_second && bytes.get(behind + 1) != Some(&b']') {
            let end = leaf.find(b']', line.number, behind).ok_or(Declined)? + 1;
            let label = leaf.joined(line.number, behind + 1..end - 1);
            if label.contains(['[', '\\']) || label.starts_with('^') {
                return Err(Declined);
            }
            (label, end, end)
        } else if self.opened > bracket.before + 1 || !may_be_label {
            // A label holds no brackets.
            return Ok(None);
        } else {
            let label = leaf.joined(bracket.line, bracket.content..at);
            // One that holds a bracket is none, and those of definitions hold no backslash.
            if label.contains(['[', '\\']) || !is_second && label.trim_ascii().is_empty() {
                return Ok(None);
            }
            // The brackets of nothing behind it are no part of it.
            (label, behind, behind + if is_second { 2 } else { 0 })
        };
        let Some(Definition { target, title }) = leaf.definitions.get(&label)? else {
            // What is no label of a definition is not tried again as one.
            if is_second && next > behind + 2 {
                self.undefined = end - 1;
            }
            return Ok(None);
        };
        self.referred += target.text.len() + title.len();
        if self.referred >= MOST_REFERRED {
            return Err(Declined);
        }
        Ok(Some((Link { target, title, by: By::Definition }, end, next)))
    }
}

/// Whether the brackets up to a place hold what begins as the label of a footnote.
fn is_footnote(line: &Line<'_>, bracket: &Bracket, at: usize) -> bool {
    bracket.content < at && line.bytes.get(bracket.content) == Some(&b'^')
}
