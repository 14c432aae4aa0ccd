//! Finding what is to be expanded, in one pass over the lines of a text.

use std::collections::HashSet;
use std::ops::Range;

use memchr::{memchr, memrchr};

use super::above::{Above, Before};
use super::attributes;
use super::container::{Name, Open};
use super::edit::{Edit, Part};
use super::fence::Fence;
use super::line::{Line, may_begin, prefix, prefix_len};
use super::tab::Pane;
use crate::html::markdown::lines::line_len;

/// What is to be changed in a text, as it seems line by line.
pub(super) fn edits(source: &str) -> Vec<Edit> {
    let mut scan = Scan::new(source);
    let mut at = 0;
    while at < source.len() {
        at = scan.line(at);
    }
    if scan.edits.is_empty() {
        return Vec::new();
    }
    scan.leave_all_indented();
    // Only what is closed counts.
    scan.unclose(0);
    let unclosed = scan.unclosed_groups;
    scan.edits.retain(|edit| !unclosed.contains(&edit.group));
    scan.edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    apart(scan.edits)
}

/// The edits without those that stand in others, and without their groups.
fn apart(mut edits: Vec<Edit>) -> Vec<Edit> {
    let (mut end, mut within) = (0, HashSet::new());
    for edit in &edits {
        if edit.range.start < end {
            within.insert(edit.group);
        } else {
            end = edit.range.end;
        }
    }
    if !within.is_empty() {
        edits.retain(|edit| !within.contains(&edit.group));
    }
    edits
}

/// The pass.
pub(super) struct Scan<'s> {
    pub(super) source: &'s str,
    pub(super) edits: Vec<Edit>,
    pub(super) groups: usize,
    /// The containers that are open, innermost last.
    pub(super) open: Vec<Open<'s>>,
    /// The groups of what was opened and never closed.
    unclosed_groups: HashSet<usize>,
    /// The fence that is open.
    pub(super) fence: Option<Fence<'s>>,
    /// Up to where no shortcode stands alone, or with others, in its lines.
    pub(super) not_alone: usize,
    /// Up to where no tag of a name hides anything.
    pub(super) hides_none: Vec<(&'s str, usize)>,
    /// The names of shortcodes that nothing closes from here on.
    pub(super) unclosed: Vec<&'s str>,
    /// What stands above the line at hand.
    above: Above,
    /// How many lists of attributes stand below that.
    lists: u32,
    /// The fence that is closed in the line before.
    pub(super) code_before: Option<Fence<'s>>,
    /// The pane whose tabs stand here.
    pub(super) pane: Option<Pane<'s>>,
    /// The line that was last begun at its start: some go on behind what closes something.
    whole: Line,
    /// The part of a line that was last looked through for its end.
    known: Range<usize>,
    /// Where the next brace stands, from the line at hand on.
    brace: usize,
}

impl<'s> Scan<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            edits: Vec::new(),
            groups: 0,
            open: Vec::new(),
            unclosed_groups: HashSet::new(),
            fence: None,
            not_alone: 0,
            hides_none: Vec::new(),
            unclosed: Vec::new(),
            above: Above::new(),
            lists: 0,
            code_before: None,
            pane: None,
            whole: Line { start: 0, end: 0, content: 0, cut: 0..0 },
            known: 0..0,
            brace: memchr(b'{', source.as_bytes()).unwrap_or(usize::MAX),
        }
    }

    /// Takes the next line that is more than text, from `start` on; answers where to go on.
    fn line(&mut self, start: usize) -> usize {
        let bytes = self.source.as_bytes();
        let Some(place) = self.next_line(start) else { return bytes.len() };
        let (start, next) = (place.start, place.end + 1);
        let is_cr = bytes[place.clone()].last() == Some(&b'\r');
        let place_of_text = start..place.end - usize::from(is_cr);
        self.known = place;
        let mut line = self.line_at(place_of_text.clone());
        if start == 0 || bytes[start - 1] == b'\n' {
            self.set_out(&mut line);
            self.whole = line.clone();
        }
        if self.above.is_passed(start) {
            self.forget_code();
        }
        if self.is_fenced(&line) {
            self.above.take(place_of_text, next);
            return next;
        }
        let is_braced = bytes.get(line.content) == Some(&b'{');
        if is_braced && self.attributes(&line).is_some() {
            self.follow_attributes();
            self.above.join(next);
            return next;
        }
        self.forget_code();
        let at = match bytes.get(line.content) {
            Some(b':') => self.colons(&line),
            Some(b'{') => self.block(&line),
            Some(b'!' | b'?' | b'=') => self.indented(&line),
            Some(b'[') => self.quote_mark(&line).or_else(|| self.contents_mark(&line)),
            Some(b'@' | b'$') => self.contents_mark(&line),
            _ => None,
        };
        let has_brace = at.is_none() && self.has_brace(start, line.end);
        let at = at.or_else(|| has_brace.then(|| self.in_line(&line)).flatten());
        let Some(at) = at else { return next };
        let at = at.max(start + 1);
        self.above.take(place_of_text, at);
        at
    }

    /// The next line, from `start` on, that may be more than text: most neither hold nor begin with
    /// what is anything here.
    fn next_line(&mut self, mut start: usize) -> Option<Range<usize>> {
        let bytes = self.source.as_bytes();
        if self.is_set_in() {
            let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
            return Some(start..start + line_len(rest));
        }
        if let Some(fence) = &self.fence {
            return line_in_fence(bytes, start, fence.mark);
        }
        while let Some(&first) = bytes.get(start) {
            if first == b'\n' {
                start += 1;
                continue;
            }
            let rest = &bytes[start..];
            let end = start + line_len(rest);
            if may_begin(rest) || self.brace < end && self.has_brace(start, end) {
                return Some(start..end);
            }
            start = end + 1;
        }
        None
    }

    /// Whether a brace stands in the line from `start` to `end`; lines are asked for in order.
    fn has_brace(&mut self, start: usize, end: usize) -> bool {
        if self.brace < start {
            let found = memchr(b'{', &self.source.as_bytes()[start..]);
            self.brace = found.map_or(usize::MAX, |found| start + found);
        }
        self.brace < end
    }

    /// Whether a container is open whose content is set in.
    fn is_set_in(&self) -> bool {
        self.open.iter().any(|open| matches!(open.name, Name::Indented(_)))
    }

    /// What stands above a line at `start`, the one at hand.
    pub(super) fn above(&mut self, start: usize) -> &Above {
        self.above.come_to(self.source, start);
        &self.above
    }

    /// Nothing more may be said of the code above, nor another list follow those above.
    fn forget_code(&mut self) {
        if self.code_before.is_some() {
            self.code_before = None;
        }
        self.lists = 0;
    }

    /// What stands before attributes stands before those that follow them, too.
    fn follow_attributes(&mut self) {
        /// More lists are not of one block, which is looked at for each.
        const MOST: u32 = 16;
        self.lists += 1;
        if self.lists >= MOST {
            (self.above.before, self.code_before) = (Before::Nothing, None);
        }
    }

    /// Whether attributes at hand are those of the block behind them.
    pub(super) fn is_of_next(&mut self, line: &Line) -> bool {
        self.above(line.start).before != Before::Line && self.code_before.is_none()
    }

    /// Takes a line of attributes.
    fn attributes(&mut self, line: &Line) -> Option<()> {
        let list = attributes::list(self.source, line.content)?;
        let is_alone = self.slice(list.end..line.end).trim().is_empty();
        is_alone.then(|| self.block_attributes(line, list))
    }

    pub(super) fn line_at(&self, place: Range<usize>) -> Line {
        let content = place.start + prefix_len(&self.source.as_bytes()[place.clone()]);
        Line { start: place.start, end: place.end, content, cut: content..content }
    }

    /// What another line in the same container begins with; `None` if that is too long to repeat.
    pub(super) fn prefix(&self, line: &Line) -> Option<String> {
        let is_rest = (self.whole.start + 1..=self.whole.end).contains(&line.start);
        prefix(self.source, if is_rest { &self.whole } else { line })
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'s str {
        self.source.get(range).unwrap_or_default()
    }

    /// Gives up what is open, from the container that is `first` of them.
    pub(super) fn unclose(&mut self, first: usize) {
        self.unclosed_groups.extend(self.open.drain(first..).map(|open| open.group));
    }

    /// Adds an edit to the group at hand.
    pub(super) fn edit(&mut self, range: Range<usize>, parts: Vec<Part>) {
        self.edits.push(Edit { range, parts, group: self.groups });
    }

    /// Where the line ends that holds `at`. It is looked for once: as many tags may stand in a line.
    pub(super) fn line_end(&mut self, at: usize) -> usize {
        if !self.known.contains(&at) {
            let bytes = self.source.as_bytes().get(at..).unwrap_or_default();
            self.known = at..at + line_len(bytes);
        }
        self.known.end
    }
}

/// The next line, from `start` on, that may end a fence of such marks.
fn line_in_fence(bytes: &[u8], mut start: usize, mark: u8) -> Option<Range<usize>> {
    loop {
        let rest = bytes.get(start..)?;
        let found = memchr(mark, rest)?;
        start += memrchr(b'\n', &rest[..found]).map_or(0, |end| end + 1);
        let end = start + line_len(&bytes[start..]);
        if may_begin(&bytes[start..]) {
            return Some(start..end);
        }
        start = end + 1;
    }
}
