//! The containers of blocks: lists and their items, quotations, footnotes and definitions.

use pulldown_cmark::BlockQuoteKind;

use super::blocks::Blocks;
use super::mark::{ListMark, blank_line, is_end, skip_blanks, spaces};
use super::outline::{Kind, Step};
use super::{Declined, Known};

/// A container that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub(super) is: Container,
    /// Its place among the steps.
    step: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    List {
        sign: u8,
    },
    Item {
        indent: usize,
    },
    Quote,
    Footnote {
        indent: usize,
    },
    /// A list of definitions.
    Definitions,
    Definition {
        indent: usize,
    },
}

impl Container {
    const fn is_list(self) -> bool {
        matches!(self, Self::List { .. } | Self::Definitions)
    }
}

impl Blocks<'_> {
    /// Where the content begins of the line at a place, in the containers that go on there, and whether
    /// these are all.
    #[inline]
    pub(super) fn containers(&self, line: usize) -> Known<(usize, bool)> {
        let (at, passed) = self.passed(line)?;
        Ok((at, passed == self.open.len()))
    }

    /// Where the content begins of the line at a place, and how many of the containers go on there.
    #[inline]
    pub(super) fn passed(&self, line: usize) -> Known<(usize, usize)> {
        if self.open.is_empty() { Ok((line, 0)) } else { self.passed_of_open(line) }
    }

    fn passed_of_open(&self, line: usize) -> Known<(usize, usize)> {
        let mut at = line;
        for (passed, open) in self.open.iter().enumerate() {
            match open.is {
                Container::List { .. } | Container::Definitions => {}
                Container::Quote => {
                    let mark = at + spaces(self.bytes, at, 3)?;
                    if self.bytes.get(mark) != Some(&b'>') {
                        return Ok((at, passed));
                    }
                    at = mark + 1 + spaces(self.bytes, mark + 1, 1)?;
                }
                Container::Item { indent }
                | Container::Definition { indent }
                | Container::Footnote { indent } => {
                    let count = spaces(self.bytes, at, indent)?;
                    if count < indent && !is_end(self.bytes, at + count) {
                        return Ok((at, passed));
                    }
                    at += count;
                }
            }
        }
        Ok((at, self.open.len()))
    }

    /// Begins an item, and its list if it is the first, where its white space begins.
    pub(super) fn item(&mut self, start: usize, indent: usize, mark: ListMark) -> Known<()> {
        self.continue_list(start, mark)?;
        self.begin(Container::Item { indent: indent + mark.indent }, Kind::Item, start)
    }

    /// Takes the box of a task, and its paragraph.
    pub(super) fn task(&mut self, at: usize, is_checked: bool) -> Known<usize> {
        let end = at + "[ ]".len();
        if blank_line(self.bytes, end).is_some() {
            return Err(Declined);
        }
        self.finish_list(skip_blanks(self.bytes, end));
        self.push(Kind::Task { is_checked }, at..end);
        let next = self.paragraph(skip_blanks(self.bytes, end))?;
        match self.outline.steps.last() {
            Some(Step { kind: Kind::Table { .. }, .. }) => Err(Declined),
            _ => Ok(next),
        }
    }

    /// Begins a quotation; answers where its content does, and which alert it is.
    pub(super) fn quote(
        &mut self,
        start: usize,
        at: usize,
    ) -> Known<(usize, Option<BlockQuoteKind>)> {
        let content = at + 1 + spaces(self.bytes, at + 1, 1)?;
        let alert = alert(self.bytes, content);
        self.finish_list(start);
        self.begin(Container::Quote, Kind::Quote(alert.map(|(kind, _)| kind)), at)?;
        Ok(alert.map_or((content, None), |(kind, next)| (next, Some(kind))))
    }

    /// Begins a footnote whose label ends at a place; answers where its content begins.
    pub(super) fn footnote(&mut self, start: usize, label_end: usize) -> Known<usize> {
        /// By so much its lines are set in.
        const INDENT: usize = 4;
        self.finish_list(start);
        if matches!(self.open.last(), Some(Open { is: Container::Footnote { .. }, .. })) {
            self.pop(start);
        }
        let label = start + 2..label_end;
        self.outline.footnotes.insert(self.text[label.clone()].to_ascii_lowercase());
        let step = self.outline.steps.len();
        self.begin(Container::Footnote { indent: INDENT }, Kind::Footnote, start)?;
        self.line(label.start, label.end);
        self.close(step, Kind::Footnote, start);
        Ok(skip_blanks(self.bytes, label_end + 2))
    }

    /// Whether a `:` begins a definition here: behind what may be its title, or another one.
    pub(super) fn may_define(&self) -> bool {
        self.is_last(Kind::Paragraph) || self.is_in_definitions() && self.is_last(Kind::End)
    }

    pub(super) fn is_in_definitions(&self) -> bool {
        matches!(self.open.last(), Some(Open { is: Container::Definitions, .. }))
    }

    /// Begins a definition whose white space begins at `start`, and its list if it is the first; answers
    /// where its content begins.
    pub(super) fn definition(&mut self, start: usize, mark: usize) -> Known<usize> {
        /// So many spaces make the content code.
        const CODE: usize = 5;
        let begins = !self.is_in_definitions();
        let title = self.outline.steps.len() - 1;
        if self.is_last(Kind::Paragraph) {
            let steps = &mut self.outline.steps;
            steps[title].kind = Kind::Title { begins, is_tight: true };
            if matches!(steps[..title].last(), Some(Step { kind: Kind::Task { .. }, .. })) {
                return Err(Declined);
            }
        }
        if begins {
            self.open.push(Open { is: Container::Definitions, step: title });
        }
        if std::mem::take(&mut self.after_blank) {
            if let Some(list) = self.open.last().copied() {
                self.loosen(list.step);
            }
        }
        let space = match spaces(self.bytes, mark + 1, CODE)? {
            CODE => 1,
            space => space,
        };
        let content = mark + 1 + space;
        let indent = content - start;
        self.begin(Container::Definition { indent }, Kind::Definition, start)?;
        Ok(content)
    }

    fn begin(&mut self, container: Container, kind: Kind, start: usize) -> Known<()> {
        /// Lines go through all that are open.
        const DEPTH: usize = 32;
        if self.open.len() >= DEPTH {
            return Err(Declined);
        }
        let step = self.push(kind, start..start);
        self.open.push(Open { is: container, step });
        Ok(())
    }

    /// Where the line ends that an item or a definition begins with, if nothing stands in it.
    pub(super) fn begins_blank(&mut self, at: usize) -> Option<usize> {
        let next = blank_line(self.bytes, at)?;
        self.blank_item = Some(next);
        Some(next)
    }

    pub(super) fn pass_blank(&mut self) {
        match self.open.last_mut().map(|open| &mut open.is) {
            Some(Container::Quote) => {}
            // It can hold nothing more, however that is set in.
            Some(Container::Item { indent } | Container::Definition { indent })
                if self.blank_item.is_some() =>
            {
                *indent = 0;
                self.after_blank = true;
            }
            _ => self.after_blank = true,
        }
    }

    /// Goes on with the list that is open, or begins one.
    fn continue_list(&mut self, start: usize, mark: ListMark) -> Known<()> {
        self.finish_blank_item();
        if let Some(open) = self.open.last().copied() {
            if open.is == (Container::List { sign: mark.sign }) {
                if std::mem::take(&mut self.after_blank) {
                    self.loosen(open.step);
                }
                return Ok(());
            }
            self.finish_list(start);
        }
        let kind = Kind::List { first: mark.number, is_tight: true };
        self.begin(Container::List { sign: mark.sign }, kind, start)?;
        self.after_blank = false;
        Ok(())
    }

    /// Ends the list that is open, if an item of it is not; what follows a blank line in an item makes
    /// its list loose.
    #[inline]
    pub(super) fn finish_list(&mut self, end: usize) {
        if self.open.is_empty() && self.blank_item.is_none() {
            self.after_blank = false;
        } else {
            self.finish_open_list(end);
        }
    }

    fn finish_open_list(&mut self, end: usize) {
        self.finish_blank_item();
        if self.open.last().is_some_and(|open| open.is.is_list()) {
            self.pop(end);
        }
        if std::mem::take(&mut self.after_blank) {
            if let [.., list, _] = self.open[..] {
                if list.is.is_list() {
                    self.loosen(list.step);
                }
            }
        }
    }

    /// Ends an item that began with a blank line and goes on with another one.
    fn finish_blank_item(&mut self) {
        let Some(end) = self.blank_item.take() else { return };
        let open = self.open.last().map(|open| open.is);
        let is_item = matches!(open, Some(Container::Item { .. } | Container::Definition { .. }));
        if self.after_blank && is_item {
            self.pop(end);
        }
    }

    fn loosen(&mut self, step: usize) {
        if let Kind::List { is_tight, .. } | Kind::Title { is_tight, .. } =
            &mut self.outline.steps[step].kind
        {
            *is_tight = false;
        }
    }

    /// Ends the innermost container.
    pub(super) fn pop(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let is_definitions = open.is == Container::Definitions;
        let may_end_with_title = is_definitions && self.is_last(Kind::Paragraph);
        let step = &mut self.outline.steps[open.step];
        if !is_definitions {
            step.at.end = end as u32;
        }
        if is_definitions || matches!(step.kind, Kind::List { is_tight: true, .. }) {
            self.blank_item = None;
        }
        let start = step.at.start as usize;
        let last = self.push(Kind::End, start..end) - 1;
        if may_end_with_title {
            // What no definition followed is a paragraph behind the list.
            self.outline.steps.swap(last, last + 1);
        }
    }
}

/// The alert that a quotation is whose content begins at a place, and where the next line begins.
fn alert(bytes: &[u8], at: usize) -> Option<(BlockQuoteKind, usize)> {
    let label = bytes[at..].strip_prefix(b"[!")?;
    let length = label.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let kind = match label[..length].to_ascii_lowercase().as_slice() {
        b"note" => BlockQuoteKind::Note,
        b"tip" => BlockQuoteKind::Tip,
        b"important" => BlockQuoteKind::Important,
        b"warning" => BlockQuoteKind::Warning,
        b"caution" => BlockQuoteKind::Caution,
        _ => return None,
    };
    label[length..].strip_prefix(b"]")?;
    Some((kind, blank_line(bytes, at + 2 + length + 1)?))
}

/// Where the label of the footnote ends that begins at a place, if one does.
pub(super) fn footnote(bytes: &[u8], at: usize) -> Known<Option<usize>> {
    /// Longer labels are left to pulldown-cmark.
    const LABEL: usize = 100;
    let Some(label) = bytes[at..].strip_prefix(b"[^") else { return Ok(None) };
    let label = &label[..label.len().min(LABEL)];
    match label.iter().position(|&byte| !is_of_label(byte)) {
        Some(0) => Err(Declined),
        Some(length) if label[length] == b']' => {
            let end = at + 2 + length;
            Ok((bytes.get(end + 1) == Some(&b':')).then_some(end))
        }
        _ => Err(Declined),
    }
}

/// Whether the label of a footnote may hold a byte, and mean just that.
pub(super) const fn is_of_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':')
}

/// Whether the box of a task stands at a place, and is checked.
pub(super) fn task(bytes: &[u8], at: usize) -> Option<bool> {
    match bytes[at..] {
        [b'[', sign, b']', space, ..] if space.is_ascii_whitespace() => match sign {
            b' ' | b'\t' => Some(false),
            b'x' | b'X' => Some(true),
            _ => None,
        },
        _ => None,
    }
}
