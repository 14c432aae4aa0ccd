//! Code between two tags: as a fence, so that it is read as it stands.

use std::ops::Range;

use memchr::memchr;

use super::line::Line;
use super::scan::Scan;
use super::{Part, escaped, may_be_comment, place};
use crate::shortcode::{Shortcode, closed, shortcode};

/// What code stands in, and its language.
pub(super) struct Around<'s> {
    pub(super) language: Option<&'s str>,
    pub(super) start: Vec<Part>,
    pub(super) end: Vec<Part>,
}

impl<'s> Scan<'s> {
    /// Takes code; answers where to go on.
    pub(super) fn code(&mut self, code: &Shortcode<'s>, line: &Line) -> Option<usize> {
        let (caption, language) = (caption(self.source, code), language(code));
        let around = if caption.is_empty() {
            Around { language, start: Vec::new(), end: Vec::new() }
        } else {
            let mut start = vec![Part::made("<figure><figcaption>")];
            start.extend(caption);
            start.push(Part::made("</figcaption>"));
            Around { language, start, end: vec![Part::made("</figure>")] }
        };
        self.code_in(code, line, around)
    }

    /// Takes code that stands in something.
    pub(super) fn code_in(
        &mut self,
        code: &Shortcode<'s>,
        line: &Line,
        around: Around<'s>,
    ) -> Option<usize> {
        let prefix = self.prefix(line)?;
        if !may_be_comment(self.slice(code.range.clone())) {
            return None;
        }
        let (open, close) = self.tags(code)?;
        let fence = fence(self.slice(open.end..close.start));
        let language = around.language.filter(|name| is_language(name)).unwrap_or_default();
        let (first, last) = (self.line_end(open.end), self.line_end(close.end));

        self.groups += 1;
        let mut parts = vec![Part::Block(open.clone())];
        parts.extend(around.start);
        parts.push(Part::Made(format!("\n{prefix}{fence}{language}").into()));
        let rest = self.slice(open.end..first.min(close.start));
        let is_own_line = first < close.start && rest.trim().is_empty();
        if !is_own_line {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        let end = if is_own_line { open.end + rest.trim_end().len() } else { open.end };
        self.edit(open.start..end, parts);
        self.set_in(first + 1..close.start, &prefix);

        let line_start = self.slice(open.end..close.start).rfind('\n').map(|at| open.end + at + 1);
        let own = line_start.filter(|&start| {
            self.slice(start..close.start).trim_start_matches([' ', '\t', '>']).is_empty()
        });
        let lead = if own.is_some() { "" } else { "\n" };
        let mut parts = vec![Part::Made(format!("{lead}{prefix}{fence}\n{prefix}").into())];
        parts.push(Part::Block(close.clone()));
        parts.extend(around.end);
        let rest = self.slice(close.end..last);
        if !rest.trim().is_empty() {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        self.edit(own.unwrap_or(close.start)..close.end, parts);
        Some(if rest.trim().is_empty() { last + 1 } else { close.end })
    }

    /// The places of a tag and of the one that closes it, with `raw` and `endraw` between them.
    fn tags(&mut self, code: &Shortcode<'s>) -> Option<(Range<usize>, Range<usize>)> {
        let mut close = self.closing(code)?;
        let mut open = code.range.clone();
        let inside = self.slice(open.end..close.start);
        let start = open.end + inside.len() - inside.trim_start().len();
        let raw = shortcode(self.source, start).filter(|raw| raw.name == "raw");
        if let Some(raw) = raw.filter(|raw| raw.range.end <= close.start) {
            let inside = self.slice(raw.range.end..close.start);
            let end = inside.rfind("{%").map(|end| raw.range.end + end);
            let end = end.and_then(|end| shortcode(self.source, end));
            let end = end.filter(|end| end.name == "endraw" && end.range.end <= close.start);
            let end = end.filter(|end| self.slice(end.range.end..close.start).trim().is_empty());
            if let Some(end) = end {
                (open.end, close.start) = (raw.range.end, end.range.start);
            }
        }
        Some((open, close))
    }

    /// The place of the tag that closes this one.
    fn closing(&mut self, code: &Shortcode<'s>) -> Option<Range<usize>> {
        if self.unclosed.contains(&code.name) {
            return None;
        }
        let mut at = code.range.end;
        while let Some(found) = memchr(b'{', self.source.as_bytes().get(at..)?) {
            at += found;
            let found = shortcode(self.source, at);
            let found = found.filter(|found| closed(found.name) == Some(code.name));
            let found = found.map(|found| found.range);
            if let Some(range) = found.filter(|range| may_be_comment(self.slice(range.clone()))) {
                return Some(range);
            }
            at += 1;
        }
        self.unclosed.push(code.name);
        None
    }

    /// Sets lines in as far as the fence is, where they are not.
    fn set_in(&mut self, lines: Range<usize>, prefix: &str) {
        let mut at = lines.start;
        while at < lines.end && !prefix.is_empty() {
            let end = self.line_end(at).min(lines.end);
            let line = self.slice(at..end);
            if end < lines.end && !line.starts_with(prefix) && !line.trim().is_empty() {
                self.edit(at..at, vec![Part::Made(prefix.to_owned().into())]);
            }
            at = end + 1;
        }
    }
}

/// A fence that no line of the code ends.
fn fence(code: &str) -> String {
    let run = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        line.bytes().take_while(|byte| *byte == b'`').count()
    };
    let longest = code.lines().map(run).max().unwrap_or_default();
    "`".repeat(3.max(longest + 1))
}

/// The language that a tag names.
fn language<'s>(code: &Shortcode<'s>) -> Option<&'s str> {
    let of_hexo = || code.positional().find_map(|argument| argument.strip_prefix("lang:"));
    let named = code.named("lang").or_else(|| code.named("language")).or_else(of_hexo);
    named.or_else(|| match code.name {
        "highlight" => code.positional().next(),
        "mermaid" | "plantuml" => Some(code.name),
        _ => None,
    })
}

/// Whether what names a language may stand behind a fence.
fn is_language(name: &str) -> bool {
    name.len() <= 64 && !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c == '`')
}

/// What a tag says of the code: its title, and the address it is from.
fn caption(source: &str, code: &Shortcode<'_>) -> Vec<Part> {
    /// Options of Hexo's.
    const OPTIONS: &[&str] =
        &["lang", "line_number", "line_threshold", "highlight", "first_line", "mark", "wrap"];
    let named =
        ["title", "caption", "filename", "file"].into_iter().find_map(|name| code.named(name));
    if let Some(title) = named {
        return if title.is_empty() {
            Vec::new()
        } else {
            vec![escaped(source, place(source, title))]
        };
    }
    if !matches!(code.name, "codeblock" | "code") {
        return Vec::new();
    }
    let is_option =
        |argument: &&str| argument.split_once(':').is_some_and(|(name, _)| OPTIONS.contains(&name));
    let arguments: Vec<&str> = code.positional().filter(|argument| !is_option(argument)).collect();
    let is_address = |argument: &&str| {
        ["http://", "https://", "/"].iter().any(|start| argument.starts_with(start))
    };
    let address = arguments.iter().position(is_address);
    let (title, link) = arguments.split_at(address.unwrap_or(arguments.len()));
    let title = words(source, code, title);
    match link {
        [address, text @ ..] => {
            linked(title, escaped(source, place(source, address)), words(source, code, text))
        }
        [] => title,
    }
}

/// A title with an address: what leads there is the `text`, the title without one, or itself.
pub(super) fn linked(title: Vec<Part>, address: Part, text: Vec<Part>) -> Vec<Part> {
    let (mut parts, text) = match (title.is_empty(), text.is_empty()) {
        (true, true) => (Vec::new(), vec![address.clone()]),
        (false, true) => (Vec::new(), title),
        (_, false) => (title, text),
    };
    if !parts.is_empty() {
        parts.push(Part::made(" "));
    }
    parts.extend([Part::made("<a href=\""), address, Part::made("\">")]);
    parts.extend(text);
    parts.push(Part::made("</a>"));
    parts
}

/// Arguments as words.
fn words(source: &str, code: &Shortcode<'_>, arguments: &[&str]) -> Vec<Part> {
    let mut parts = Vec::new();
    for argument in arguments.iter().filter(|argument| !argument.is_empty()) {
        if !parts.is_empty() {
            parts.push(Part::made(" "));
        }
        debug_assert!(code.range.contains(&place(source, argument).start));
        parts.push(escaped(source, place(source, argument)));
    }
    parts
}
