//! [`Fence`]: what stands in one is code, whatever it looks like; its info string may name it.
//!
//! ```text
//! ``` js title="a.js"       ──▶    <figure><figcaption>a.js</figcaption>
//! …                                ``` js title="a.js"
//! ```                              …
//! ```
//!
//! Kramdown's attributes below it may name it, too: `{: file="a.js" }`.

use std::ops::Range;

use super::code::linked;
use super::info::Info;
use super::line::{Line, prefix};
use super::scan::Scan;
use super::{Part, escaped, place};

/// A fence, open or just closed.
#[derive(Debug, Clone)]
pub(super) struct Fence<'s> {
    /// Its character, and how many there are.
    pub(super) mark: u8,
    length: usize,
    /// How many containers are open around it.
    pub(super) depth: usize,
    /// The line that opens it, and its info string.
    line: Line,
    info: &'s str,
}

impl Fence<'_> {
    /// The line that opens it, without what its containers begin it with.
    fn place(&self) -> Range<usize> {
        self.line.content..self.line.end
    }
}

impl<'s> Scan<'s> {
    /// Whether a line is part of a fence's code, or a fence.
    pub(super) fn is_fenced(&mut self, line: &Line) -> bool {
        let bytes = &self.source.as_bytes()[line.content..line.end];
        let Some(&mark) = bytes.first().filter(|byte| matches!(byte, b'`' | b'~')) else {
            return self.fence.is_some();
        };
        let content = self.slice(line.content..line.end);
        let length = content.bytes().take_while(|&byte| byte == mark).count();
        let rest = &content[length..];
        match &self.fence {
            Some(fence) => {
                let is_alone = || rest.is_empty() || rest.trim().is_empty();
                if mark == fence.mark && length >= fence.length && is_alone() {
                    self.close_fence(line);
                }
                true
            }
            None if length >= 3 && (mark == b'~' || rest.bytes().all(|byte| byte != b'`')) => {
                self.name_code(rest);
                let depth = self.open.len();
                self.fence = Some(Fence { mark, length, depth, line: line.clone(), info: rest });
                true
            }
            None => false,
        }
    }

    /// Writes the language of an info string where Markdown has it, if it stands in braces.
    fn name_code(&mut self, info: &'s str) {
        if info.bytes().all(|byte| byte != b'{') || !info.trim_start().starts_with('{') {
            return;
        }
        let info = Info::read(info);
        if let Some(language) = info.language.filter(|_| info.title.is_none()) {
            let written = place(self.source, info.written);
            let language = Part::Source(place(self.source, language));
            self.groups += 1;
            self.edit(written, vec![language]);
        }
    }

    /// Takes the line that closes the open fence: what its info string says is a caption.
    fn close_fence(&mut self, line: &Line) {
        let Some(fence) = self.fence.take() else { return };
        // Most are a language alone.
        if !fence.info.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            let info = Info::read(fence.info);
            if let Some(title) = info.title {
                self.caption_fence(&fence, &info, title, line);
            }
        }
        self.code_before = Some(fence);
    }

    fn caption_fence(
        &mut self,
        fence: &Fence<'s>,
        info: &Info<'s>,
        title: &'s str,
        line: &Line,
    ) -> Option<()> {
        let source = self.source;
        let (before, after) = (prefix(source, &fence.line)?, prefix(source, line)?);
        let text = |text: &str| escaped(source, place(source, text));
        let title = text(title);
        let start = fence.line.content;
        let mut parts = vec![Part::Block(start..start), Part::made("<figure><figcaption>")];
        match info.link {
            Some((address, words)) => {
                let words = Some(words).filter(|words| !words.is_empty()).map(text);
                parts.extend(linked(vec![title], text(address), words.into_iter().collect()));
            }
            None => parts.push(title),
        }
        parts.push(Part::Made(format!("</figcaption>\n{before}").into()));
        match info.language.filter(|_| info.is_braced()) {
            Some(language) => parts.extend([
                Part::Source(start..start + fence.length),
                Part::Source(place(source, language)),
            ]),
            None => parts.push(Part::Source(fence.place())),
        }
        self.groups += 1;
        self.edit(fence.place(), parts);
        let end = line.content + self.slice(line.content..line.end).trim_end().len();
        let line_end = Part::Made(format!("\n{after}").into());
        self.edit(end..end, vec![line_end, Part::Block(end..end), Part::made("</figure>")]);
        Some(())
    }

    /// Takes attributes at `list` below code that they name: `{: file="a.js" }`.
    pub(super) fn caption_code(&mut self, title: &'s str, list: Range<usize>) -> Option<()> {
        let fence =
            self.code_before.as_ref().filter(|fence| Info::read(fence.info).title.is_none())?;
        let (at, before) = (fence.line.content, prefix(self.source, &fence.line)?);
        let title = escaped(self.source, place(self.source, title));
        self.groups += 1;
        let line_end = Part::Made(format!("<figure>\n{before}").into());
        self.edit(at..at, vec![Part::Block(at..at), line_end]);
        let mut parts = vec![Part::Block(list.clone()), Part::made("<figcaption>"), title];
        parts.push(Part::made("</figcaption></figure>"));
        self.edit(list, parts);
        Some(())
    }
}
