//! What stands between two tags and is Markdown: notes, quotations, what is folded in.
//!
//! ```text
//! {% note info Title %} … {% endnote %}      <div class="admonition info"><p class="admonition-title">…
//! ::: warning Title … :::                    the same; other names are a plain <div>
//! {% blockquote Who, Where url %} …          <blockquote> … <footer><strong>Who</strong><cite>…
//! {{< details "Title" >}} …                  <details><summary>…
//! {% comment %} …                            <div hidden>
//! ```

use std::ops::Range;

use super::scan::{Line, Scan, prefix};
use super::{Part, escaped, may_be_comment, place};
use crate::shortcode::{Meaning, Shortcode, closed};

/// A container that is open.
pub(super) struct Open<'s> {
    name: Name<'s>,
    pub(super) group: usize,
    /// What its lines begin with.
    prefix: String,
    /// What is written where it ends.
    end: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name<'s> {
    Tag(&'s str),
    Colons,
}

/// So that what closes one is found at once.
const DEEPEST: usize = 32;

impl<'s> Scan<'s> {
    /// Opens what a tag at the beginning of a line opens.
    pub(super) fn open_tag(
        &mut self,
        meaning: Meaning,
        code: &Shortcode<'s>,
        line: Line,
    ) -> Option<usize> {
        let (start, end) = match meaning {
            Meaning::Quote => quote(self.source, code),
            Meaning::Details => details(self.source, title(code, false)),
            Meaning::Hidden => (vec![Part::made("<div hidden>")], vec![Part::made("</div>")]),
            _ => admonition(self.source, kind(code), title(code, true)),
        };
        self.open(Name::Tag(code.name), code.range.clone(), line, start, end)
    }

    /// Takes a line of colons: `::: note Title` opens a container, `:::` closes one.
    pub(super) fn colons(&mut self, line: Line) -> Option<usize> {
        let text = self.slice(line.content..line.end).trim_end();
        let rest = text.trim_start_matches(':');
        if text.len() - rest.len() < 3 {
            return None;
        }
        let place = line.content..line.content + text.len();
        if rest.is_empty() {
            let open = self.open.iter().rposition(|open| open.name == Name::Colons)?;
            return self.end(open, place, line);
        }
        let (name, title) = colon_name(rest)?;
        let title = title.filter(|title| !title.is_empty());
        let (start, end) = if name == "details" {
            details(self.source, title)
        } else if Meaning::of(name) == Some(Meaning::Admonition) {
            admonition(self.source, Some(name), title)
        } else {
            // The words behind a name that is not known are nobody's title.
            if title.is_some() {
                return None;
            }
            let start = format!("<div class=\"{name}\">");
            (vec![Part::Made(start.into())], vec![Part::made("</div>")])
        };
        self.open(Name::Colons, place, line, start, end)
    }

    fn open(
        &mut self,
        name: Name<'s>,
        place: Range<usize>,
        line: Line,
        start: Vec<Part>,
        end: Vec<Part>,
    ) -> Option<usize> {
        let prefix = prefix(self.source, line)?;
        if self.open.len() >= DEEPEST || !may_be_comment(self.slice(place.clone())) {
            return None;
        }
        self.groups += 1;
        let mut parts = vec![Part::Block(place.clone())];
        parts.extend(start);
        let rest_end = self.line_end(place.end);
        let is_own_line = self.slice(place.end..rest_end).trim().is_empty();
        if !is_own_line {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        let at = if is_own_line { rest_end + 1 } else { place.end };
        self.edit(place, parts);
        self.open.push(Open { name, group: self.groups, prefix, end });
        Some(at)
    }

    /// Takes a tag that closes what is open; answers where to go on.
    pub(super) fn close(&mut self, code: &Shortcode<'s>, line: Line) -> Option<usize> {
        let closes = |open: &Open<'s>| match open.name {
            // Zola's `end` ends anything.
            Name::Tag(name) => code.name == "end" || closed(code.name) == Some(name),
            Name::Colons => false,
        };
        let open = self.open.iter().rposition(closes)?;
        self.end(open, code.range.clone(), line)
    }

    /// Ends the container that is `index` of the open ones, at `place`.
    fn end(&mut self, index: usize, place: Range<usize>, line: Line) -> Option<usize> {
        if !may_be_comment(self.slice(place.clone())) {
            return None;
        }
        // What was opened in it and not closed is none.
        self.unclose(index + 1);
        let Open { group, prefix, end, .. } = self.open.pop()?;
        let mut parts = Vec::new();
        if place.start > line.content {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        parts.push(Part::Block(place.clone()));
        parts.extend(end);
        let line_end = self.line_end(place.end);
        let is_last = self.slice(place.end..line_end).trim().is_empty();
        if !is_last {
            parts.push(Part::Made(format!("\n{prefix}").into()));
        }
        let at = if is_last { line_end + 1 } else { place.end };
        self.edits.push(super::Edit { range: place, parts, group });
        Some(at)
    }
}

/// The name and title that stand behind colons: `note Title`, `note[Title]`, `{.note}`.
fn colon_name(rest: &str) -> Option<(&str, Option<&str>)> {
    let rest = rest.trim();
    let braced = rest.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    if let Some(inside) = braced {
        let name = inside.split_ascii_whitespace().next()?.trim_start_matches('.');
        return is_name(name).then_some((name, None));
    }
    let end = rest.find(|c: char| !is_name_char(c)).unwrap_or(rest.len());
    let (name, after) = rest.split_at(end);
    let title = match after.strip_prefix('[') {
        Some(title) => title.split(']').next(),
        None if after.is_empty() || after.starts_with([' ', '\t']) => Some(after),
        // `note{…}`
        None if after.starts_with('{') => None,
        None => return None,
    };
    let title = title.map(|title| title.trim().trim_end_matches(':').trim_end());
    is_name(name).then_some((name, title))
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= 32 && name.chars().all(is_name_char)
}

/// Classes and switches of Hexo's and Hugo's notes that say nothing to a reader.
const STYLES: &[&str] =
    &["default", "primary", "secondary", "no-icon", "simple", "modern", "flat", "disabled"];

/// What sort of note a tag opens: its name, or what its first argument says.
fn kind<'s>(code: &Shortcode<'s>) -> Option<&'s str> {
    let is_kind = |word: &&str| {
        let of_tag = matches!(Meaning::of(word), Some(Meaning::Admonition));
        of_tag || matches!(*word, "success" | "error" | "question" | "bug" | "example" | "abstract")
    };
    let general = ["note", "notice", "alert", "admonition", "callout", "hint"];
    if !general.contains(&code.name) {
        return Some(code.name);
    }
    let named = ["type", "kind", "color", "level"].into_iter().find_map(|name| code.named(name));
    let said = named.or_else(|| code.positional().next()).filter(is_kind);
    said.or_else(|| (code.name == "note").then_some("note"))
}

/// The title that a tag gives: named so, or what stands behind its kind.
fn title<'s>(code: &Shortcode<'s>, has_kind: bool) -> Option<&'s str> {
    let named = ["title", "summary", "text"].into_iter().find_map(|name| code.named(name));
    let is_style = |word: &str| STYLES.contains(&word) || word.starts_with("icon:");
    let positional = || {
        let is_kind =
            has_kind && kind(code).is_some_and(|kind| code.positional().next() == Some(kind));
        let mut words = code.positional().skip(usize::from(is_kind)).filter(|word| !is_style(word));
        let first = words.next()?;
        let last = words.last().unwrap_or(first);
        // A flag of Hugo's.
        if matches!(first, "true" | "false" | "open" | "...") {
            return None;
        }
        let range = place(code.written, first).start..place(code.written, last).end;
        code.written.get(range)
    };
    named.or_else(positional).map(str::trim).filter(|title| !title.is_empty())
}

fn admonition(source: &str, kind: Option<&str>, title: Option<&str>) -> (Vec<Part>, Vec<Part>) {
    let start = match kind {
        Some(kind) => Part::Made(format!("<div class=\"admonition {kind}\">").into()),
        None => Part::made("<div class=\"admonition\">"),
    };
    let mut start = vec![start];
    if let Some(title) = title {
        start.push(Part::made("<p class=\"admonition-title\">"));
        start.push(escaped(source, place(source, title)));
        start.push(Part::made("</p>"));
    }
    (start, vec![Part::made("</div>")])
}

fn details(source: &str, title: Option<&str>) -> (Vec<Part>, Vec<Part>) {
    let mut start = vec![Part::made("<details>")];
    if let Some(title) = title {
        start.push(Part::made("<summary>"));
        start.push(escaped(source, place(source, title)));
        start.push(Part::made("</summary>"));
    }
    (start, vec![Part::made("</details>")])
}

/// Hexo's `{% blockquote [author[, work]] [address] [title] %}`, and others' named arguments.
fn quote(source: &str, code: &Shortcode<'_>) -> (Vec<Part>, Vec<Part>) {
    let named = |names: &[&str]| names.iter().find_map(|name| code.named(name));
    let (mut author, mut work) = (named(&["author"]), named(&["source", "title"]));
    let mut address = named(&["link", "url", "cite"]);
    if code.arguments.iter().all(|argument| argument.name.is_none())
        && matches!(code.name, "blockquote" | "quote")
    {
        let is_address = |at: &(usize, &str)| {
            code.written[..at.0].is_empty() || code.written[..at.0].ends_with([' ', '\t'])
        };
        let found = ["http://", "https://"]
            .iter()
            .find_map(|start| code.written.match_indices(start).find(is_address));
        let at = found.map_or(code.written.len(), |(at, _)| at);
        let (who, rest) = code.written.split_at(at);
        let who = unquoted(who);
        let (before, after) = rest.split_once([' ', '\t', '\n']).unwrap_or((rest, ""));
        address = Some(before);
        work = Some(unquoted(after));
        author = Some(who);
        // Without the title of what stands at the address, the author says it.
        if let Some((name, title)) = who.split_once(',').filter(|_| after.trim().is_empty()) {
            (author, work) = (Some(unquoted(name)), Some(unquoted(title)));
        }
    }
    let some = |text: Option<&'_ str>| {
        text.filter(|text| !text.trim().is_empty()).map(|text| place(source, text))
    };
    let (author, work, address) = (some(author), some(work), some(address));
    let mut end = Vec::new();
    if author.is_some() || work.is_some() || address.is_some() {
        end.push(Part::made("<footer>"));
        if let Some(author) = author.clone() {
            end.extend([Part::made("<strong>"), escaped(source, author), Part::made("</strong>")]);
        }
        if work.is_some() || address.is_some() {
            let space = if author.is_some() { " <cite>" } else { "<cite>" };
            end.push(Part::made(space));
            let text = work.or_else(|| address.clone());
            let text = text.map(|text| escaped(source, text));
            match address {
                Some(address) => {
                    end.extend([Part::made("<a href=\""), escaped(source, address)]);
                    end.push(Part::made("\">"));
                    end.extend(text);
                    end.push(Part::made("</a>"));
                }
                None => end.extend(text),
            }
            end.push(Part::made("</cite>"));
        }
        end.push(Part::made("</footer>"));
    }
    end.push(Part::made("</blockquote>"));
    // The words stand where the quotation begins; where it ends, a copy does: spans are in order.
    let copied = |part| match part {
        Part::Source(range) => Part::Made(source.get(range).unwrap_or_default().to_owned().into()),
        part => part,
    };
    let end = end.into_iter().map(copied).collect();
    (vec![Part::made("<blockquote>")], end)
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\'']).trim()
}
