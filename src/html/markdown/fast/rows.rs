//! Tables as events.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::inlines::Leaf;
use super::leaf::leaf;
use super::outline::Step;
use super::table;
use super::{Declined, Fast, Known, Reached, Sink};
use crate::span::Span;

/// More cells that rows lack are left to pulldown-cmark, which has a limit of its own.
const MOST_FILLED: usize = 1 << 12;

/// All rows of a table are in memory at once, as events: more are left to pulldown-cmark.
const MOST_ROWS: u32 = 1 << 10;

impl<'a> Fast<'a> {
    pub(super) fn table<S: Sink<'a>>(
        &mut self,
        step: &Step,
        alignments: u32,
        sink: &mut S,
    ) -> Known<()> {
        let alignments =
            self.outline.alignments.get(alignments as usize).cloned().unwrap_or_default();
        let columns = alignments.len();
        if step.lines.1 - step.lines.0 > MOST_ROWS {
            return Err(Declined);
        }
        sink.event(Event::Start(Tag::Table(alignments)), step.at.range());
        for index in step.lines.0..step.lines.1 {
            let is_head = index == step.lines.0;
            let row = self.outline.lines[index as usize];
            let whole = row.range().start..(row.end as usize + 1).min(self.text.len());
            let (tag, end) = if is_head {
                (Tag::TableHead, TagEnd::TableHead)
            } else {
                (Tag::TableRow, TagEnd::TableRow)
            };
            sink.event(Event::Start(tag), whole.clone());
            self.cells(step, row, columns, sink)?;
            sink.event(Event::End(end), whole);
        }
        sink.event(Event::End(TagEnd::Table), step.at.range());
        Ok(())
    }

    /// Reads so many cells of a row.
    fn cells<S: Sink<'a>>(
        &mut self,
        step: &Step,
        row: Span,
        columns: usize,
        sink: &mut S,
    ) -> Known<()> {
        let mut missing = columns;
        for (start, content) in table::cells(self.text.as_bytes(), row.range()).take(columns) {
            let at = start..content.end;
            // A table, its row and the first cell may begin at one place.
            let begun =
                [step.at.start, row.start].iter().filter(|&&at| at as usize == start).count();
            self.reached = Reached { at: start, begun: begun + self.filled_at(start) };
            let lines = [Span::new(content.start as u32, content.end as u32)];
            let leaf = leaf(self.text, &self.outline, &lines, false);
            self.inlines.read(Leaf { is_cell: true, ..leaf })?;
            if let Some(text) = self.only_text::<S>() {
                sink.whole(Tag::TableCell, at, self.text(), text);
            } else {
                sink.event(Event::Start(Tag::TableCell), at.clone());
                self.inline(sink);
                sink.event(Event::End(TagEnd::TableCell), at);
            }
            missing -= 1;
        }
        let end = (row.end as usize + 1).min(self.text.len());
        self.reached = Reached { at: end, begun: 0 };
        self.cells_filled += missing;
        if self.cells_filled > MOST_FILLED {
            return Err(Declined);
        }
        self.filled = Reached { at: end, begun: 2 * missing };
        for _ in 0..missing {
            sink.event(Event::Start(Tag::TableCell), end..end);
            sink.event(Event::End(TagEnd::TableCell), end..end);
        }
        Ok(())
    }

    /// How many events of cells that fill a row up have their places where the next row begins.
    pub(super) fn filled_at(&self, at: usize) -> usize {
        if self.filled.at == at { self.filled.begun } else { 0 }
    }
}
