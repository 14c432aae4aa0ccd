//! [`Inlines`]: the pass that finds what the lines of a block are made of.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::bracket::Bracket;
use super::definitions::Definitions;
use super::inline::{Inline, Is, Link};
use super::run::{self, Run};
use super::sign::Signs;
use super::{Declined, Known, mark, reference};
use crate::span::Span;

/// Reads the lines of blocks, one block after the other.
#[derive(Debug, Default)]
pub(super) struct Inlines<'a> {
    pub(super) all: Vec<Inline>,
    pub(super) links: Vec<Link<'a>>,
    pub(super) brackets: Vec<Bracket>,
    /// So many of them cannot begin a link any more, as they hold one; but an image.
    pub(super) disabled: usize,
    /// How many brackets there were.
    pub(super) opened: usize,
    pub(super) runs: Vec<Run>,
    signs: Signs,
    /// Whether no HTML is among them, and no image.
    pub(super) are_direct: bool,
    /// How many runs of backticks closed nothing.
    unclosed: u32,
    /// What nothing ends with from here on that is HTML, but tags.
    pub(super) unended: Vec<&'static str>,
    /// Where a label ended that no definition has.
    pub(super) undefined: usize,
    /// How much references stood for, of all blocks.
    pub(super) referred: usize,
}

/// More are few blocks made of.
pub(super) const SOME: usize = 16;

/// The block whose lines are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf<'l, 'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'l [Span],
    pub(super) is_cell: bool,
    /// Whether it stands in no container.
    pub(super) is_alone: bool,
    pub(super) definitions: &'l Definitions<'a>,
    pub(super) footnotes: &'l HashSet<String>,
}

impl<'a> Leaf<'_, 'a> {
    /// Where a byte stands, from a place of a line on.
    pub(super) fn find(&self, byte: u8, line: usize, at: usize) -> Option<usize> {
        let mut lines = self.lines[line..].iter().map(|line| line.range());
        lines.find_map(|line| {
            let start = line.start.max(at);
            memchr(byte, &self.text.as_bytes()[start..line.end]).map(|length| start + length)
        })
    }

    /// What stands at a place that begins in a line, without what containers begin lines with.
    pub(super) fn joined(&self, line: usize, at: Range<usize>) -> Cow<'a, str> {
        if self.is_alone || at.end <= self.lines[line].end as usize {
            return self.text[at].into();
        }
        let lines = self.lines[line..].iter().map(|line| line.range());
        let parts = lines
            .take_while(|line| line.start < at.end)
            .map(|line| &self.text[line.start.max(at.start)..line.end.min(at.end)]);
        parts.collect::<Vec<_>>().join("\n").into()
    }

    /// The text, up to where the last line ends.
    pub(super) fn bytes(&self) -> &'a [u8] {
        &self.text.as_bytes()[..self.lines.last().map_or(0, |last| last.end as usize)]
    }
}

/// The line that is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// The text, up to where the line ends.
    pub(super) bytes: &'a [u8],
    pub(super) number: usize,
    start: usize,
    pub(super) is_last: bool,
}

/// A sign and what it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Here<'l, 'a> {
    pub(super) leaf: &'l Leaf<'l, 'a>,
    pub(super) line: &'l Line<'l>,
    /// Where the text begins that stands before it.
    pub(super) text: usize,
    pub(super) at: usize,
}

impl Here<'_, '_> {
    /// Whether a `!` stands before it that makes an image of a bracket: not one that is escaped.
    fn is_behind_mark(&self) -> bool {
        let before = &self.line.bytes[..self.at];
        self.text < self.at && before.ends_with(b"!") && {
            let begins = self.text + 1 == self.at && self.text > self.line.start;
            !(begins && before.ends_with(b"\\!"))
        }
    }
}

impl<'a> Inlines<'a> {
    /// Reads a block's lines into [`all`](Self::all) parts.
    pub(super) fn read(&mut self, leaf: Leaf<'_, 'a>) -> Known<()> {
        /// What cannot be written at once is in memory as events: more are left to pulldown-cmark.
        const MOST: usize = 1 << 14;
        /// Most blocks are made of fewer parts, and so many are no large allocation.
        const PARTS: usize = 60;
        self.all.clear();
        self.all.reserve(PARTS);
        self.links.clear();
        self.brackets.clear();
        self.runs.clear();
        self.unended.clear();
        (self.disabled, self.opened, self.unclosed, self.undefined) = (0, 0, 0, 0);
        self.are_direct = true;
        let (mut number, mut from) = (0, 0);
        while let Some(line) = leaf.lines.get(number) {
            let from_start = line.range().start.max(from);
            (number, from) = self.line(&leaf, number, line.range(), from_start)?;
        }
        if !self.are_direct && self.all.len() > MOST {
            return Err(Declined);
        }
        self.pair(0)
    }

    /// Reads a line from a place on; answers in which line to go on, and where at the earliest.
    fn line(
        &mut self,
        leaf: &Leaf<'_, 'a>,
        number: usize,
        line: Range<usize>,
        from: usize,
    ) -> Known<(usize, usize)> {
        let is_last = number + 1 == leaf.lines.len();
        let bytes = &leaf.text.as_bytes()[..line.end];
        let (mut end, mut is_broken) = (line.end, false);
        let last = |sign: fn(u8) -> bool| {
            bytes[line.start..].iter().rev().take_while(move |&&byte| sign(byte)).count()
        };
        match bytes.last() {
            Some(b' ' | b'\t') => {
                let blanks = last(mark::is_blank);
                end -= blanks;
                is_broken = blanks >= 2;
            }
            Some(b'\\') if !is_last && last(|byte| byte == b'\\') % 2 == 1 => {
                end -= 1;
                is_broken = true;
            }
            _ => {}
        }
        let this = Line { bytes: &bytes[..end], number, start: line.start, is_last };
        let (mut at, mut text) = (from, from);
        loop {
            at = self.signs.next(leaf.text.as_bytes(), at, end);
            if at >= end {
                break;
            }
            (text, at) = self.sign(Here { leaf, line: &this, text, at })?;
            if at > end {
                // Code that ends in another line.
                let ends = leaf.lines[number..].iter().take_while(|line| (line.end as usize) < at);
                return Ok((number + ends.count(), at));
            }
        }
        self.text(text, end);
        if !is_last {
            let (is, start) =
                if is_broken { (Is::HardBreak, end) } else { (Is::SoftBreak, line.end) };
            self.push(is, start, line.end + 1);
        }
        Ok((number + 1, 0))
    }

    /// Takes a sign. Answers where text begins now, and where to go on.
    fn sign(&mut self, here: Here<'_, 'a>) -> Known<(usize, usize)> {
        let Here { leaf, line, text, at } = here;
        let bytes = line.bytes;
        let next = bytes.get(at + 1).copied();
        match bytes[at] {
            b'\\' => match next {
                Some(b'`') => Err(Declined),
                // A pipe is escaped by what stands before it, however many there are.
                Some(b'|') if leaf.is_cell => Err(Declined),
                Some(b'\\') if leaf.is_cell && bytes.get(at + 2) == Some(&b'|') => Err(Declined),
                Some(sign) if sign.is_ascii_punctuation() => {
                    self.text(text, at);
                    Ok((at + 1, at + 2))
                }
                _ => Ok((text, at + 1)),
            },
            b'`' => self.code(here),
            b'*' | b'_' | b'~' => self.run(here),
            b'&' => self.reference(here),
            b'<' => self.angle(here),
            b'[' if !here.is_behind_mark() => Ok(self.bracket(here, false)),
            // A footnote, and a sign before it.
            b'[' if next == Some(b'^') => Err(Declined),
            b'[' => Ok(self.bracket(Here { at: at - 1, ..here }, true)),
            b']' => self.bracket_end(here),
            _ => Ok((text, at + 1)),
        }
    }

    /// Takes code between backticks.
    fn code(&mut self, Here { leaf, line, text, at }: Here<'_, 'a>) -> Known<(usize, usize)> {
        /// More are looked for from each on.
        const UNCLOSED: u32 = 4;
        // Elsewhere, what containers begin lines with is no part of it.
        let bytes = if leaf.is_alone { leaf.bytes() } else { line.bytes };
        let ticks = mark::run(bytes, at, b'`');
        let content = at + ticks;
        let mut next = content;
        while let Some(length) = memchr(b'`', &bytes[next..]) {
            let close = next + length;
            let count = mark::run(bytes, close, b'`');
            next = close + count;
            if count == ticks {
                let is_pipe = |at| bytes[content + at + 1] == b'|';
                if leaf.is_cell && memchr_iter(b'\\', &bytes[content..close]).any(is_pipe) {
                    return Err(Declined);
                }
                self.text(text, at);
                self.push(Is::Code { ticks: ticks as u32 }, at, next);
                return Ok((next, next));
            }
        }
        self.unclosed += 1;
        let goes_on = !leaf.is_alone
            && leaf.lines[line.number + 1..]
                .iter()
                .any(|line| memchr(b'`', &leaf.text.as_bytes()[line.range()]).is_some());
        if goes_on || self.unclosed > UNCLOSED { Err(Declined) } else { Ok((text, content)) }
    }

    /// Takes a run of signs.
    fn run(&mut self, Here { leaf, line, text, at }: Here<'_, 'a>) -> Known<(usize, usize)> {
        let sign = line.bytes[at];
        let count = mark::run(line.bytes, at, sign);
        let next = at + count;
        if sign == b'~' && count > 2 {
            return Ok((text, next));
        }
        let (opens, closes) = run::flanks(leaf.text, line.start, at, count, leaf.is_cell)?;
        if !opens && !closes {
            return Ok((text, next));
        }
        self.text(text, at);
        if self.runs.is_empty() {
            self.runs.reserve(SOME);
        }
        self.runs.push(Run { index: self.all.len(), sign, count, opens, closes });
        self.push(Is::Text, at, next);
        Ok((next, next))
    }

    /// Takes the reference to a character.
    fn reference(&mut self, Here { line, text, at, .. }: Here<'_, 'a>) -> Known<(usize, usize)> {
        let Some((made, next)) = reference::at(line.bytes, at)? else { return Ok((text, at + 1)) };
        self.text(text, at);
        self.push(Is::Made(made), at, next);
        Ok((next, next))
    }

    /// Makes emphasis of the runs since so many.
    pub(super) fn pair(&mut self, first: usize) -> Known<()> {
        if self.runs.len() == first {
            return Ok(());
        }
        run::pair(&self.runs[first..], &mut self.all)?;
        self.runs.truncate(first);
        Ok(())
    }

    pub(super) fn link(&mut self, link: Link<'a>) -> u32 {
        if self.links.is_empty() {
            self.links.reserve(SOME);
        }
        self.links.push(link);
        self.links.len() as u32 - 1
    }

    #[inline]
    pub(super) fn text(&mut self, start: usize, end: usize) {
        if start < end {
            self.push(Is::Text, start, end);
        }
    }

    #[inline]
    pub(super) fn push(&mut self, is: Is, start: usize, end: usize) {
        self.are_direct &= is != Is::Html;
        self.all.push(Inline { is, at: Span::new(start as u32, end as u32) });
    }
}
