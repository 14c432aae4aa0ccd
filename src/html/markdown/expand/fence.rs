//! Fences: what stands in one is code, whatever it looks like.

use super::line::Line;
use super::scan::Scan;

impl Scan<'_> {
    /// Whether a line is part of a fence's code, or a fence.
    pub(super) fn is_fenced(&mut self, line: Line) -> bool {
        let content = self.slice(line.content..line.end);
        let Some(&mark) = content.as_bytes().first().filter(|byte| matches!(byte, b'`' | b'~'))
        else {
            return self.fence.is_some();
        };
        let length = content.bytes().take_while(|byte| *byte == mark).count();
        let rest = &content[length..];
        match self.fence {
            Some((open, least)) => {
                if mark == open && length >= least && rest.trim().is_empty() {
                    self.fence = None;
                }
                true
            }
            None if length >= 3 && (mark == b'~' || !rest.contains('`')) => {
                self.fence = Some((mark, length));
                true
            }
            None => false,
        }
    }
}
