//! [`Fence`]: what stands in one is code, whatever it looks like.

use super::line::Line;
use super::scan::Scan;

/// A fence that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fence {
    /// Its character, and how many there are.
    mark: u8,
    length: usize,
    /// How many containers are open around it.
    pub(super) depth: usize,
}

impl Scan<'_> {
    /// Whether a line is part of a fence's code, or a fence.
    pub(super) fn is_fenced(&mut self, line: &Line) -> bool {
        let content = self.slice(line.content..line.end);
        let Some(&mark) = content.as_bytes().first().filter(|byte| matches!(byte, b'`' | b'~'))
        else {
            return self.fence.is_some();
        };
        let length = content.bytes().take_while(|byte| *byte == mark).count();
        let rest = &content[length..];
        match self.fence {
            Some(fence) => {
                if mark == fence.mark && length >= fence.length && rest.trim().is_empty() {
                    self.fence = None;
                }
                true
            }
            None if length >= 3 && (mark == b'~' || !rest.contains('`')) => {
                self.fence = Some(Fence { mark, length, depth: self.open.len() });
                true
            }
            None => false,
        }
    }
}
