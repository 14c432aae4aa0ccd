//! Containers between colons: `::: note Title … :::`.

use super::Part;
use super::container::Name;
use super::line::Line;
use super::note::{SUMMARY, TITLE, admonition, details, given};
use super::scan::Scan;
use crate::shortcode::Meaning;

impl Scan<'_> {
    /// Takes a line of colons: `::: note Title` opens a container, `:::` closes one.
    pub(super) fn colons(&mut self, line: &Line) -> Option<usize> {
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
            details(false, given(self.source, title, SUMMARY))
        } else if Meaning::of(name) == Some(Meaning::Admonition) {
            admonition(name, given(self.source, title, TITLE))
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
