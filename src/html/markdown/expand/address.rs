//! Addresses that are computed: `[a]({{< ref "b.md" >}})`, `[a]({{ "/b" | relative_url }})`, also where
//! they are defined: `[a]: {% link b.md %}`.
//!
//! An expression that names a page or a path is that path; the address of the site itself is
//! nothing. Another one stays as it is written, in `<…>` so that Markdown reads it as an address.

use std::ops::Range;

use memchr::memmem;

use super::scan::Scan;
use super::{Part, escaped, place};
use crate::shortcode::{Meaning, Shortcode, shortcode};

/// What stands in an address.
enum Piece {
    Written,
    /// An expression, and the path it comes to.
    Expression(Range<usize>, Option<Range<usize>>),
}

/// Edits the address of a link whose text ends with the `]` at `bracket`; answers where it ends.
pub(super) fn edit(scan: &mut Scan<'_>, bracket: usize, line_end: usize) -> Option<usize> {
    let source = scan.source;
    let written = source.get(bracket..line_end)?;
    let written = written.strip_prefix("](").or_else(|| written.strip_prefix("]: "))?;
    let start = line_end - written.trim_start_matches([' ', '\t']).len();
    let (pieces, end) = pieces(source, start, line_end)?;
    let expressions = || {
        pieces.iter().filter_map(|piece| match piece {
            Piece::Expression(place, path) => Some((place, path)),
            Piece::Written => None,
        })
    };
    expressions().next()?;
    let written = source.get(start..end)?;
    let path_len: usize = expressions().map(|(_, path)| path.as_ref().map_or(0, Range::len)).sum();
    let is_known = expressions().all(|(_, path)| path.is_some());
    let has_path = path_len > 0 || pieces.iter().any(|piece| matches!(piece, Piece::Written));
    scan.groups += 1;
    if is_known && has_path {
        for (place, path) in expressions() {
            let path = path.clone().filter(|path| !path.is_empty());
            scan.edit(place.clone(), path.map(Part::Source).into_iter().collect());
        }
    } else if written.contains(char::is_whitespace) {
        scan.edit(start..start, vec![Part::made("<")]);
        for (at, _) in written.match_indices(['<', '>']) {
            scan.edit(start + at..start + at, vec![Part::made("\\")]);
        }
        scan.edit(end..end, vec![Part::made(">")]);
    }
    Some(end)
}

/// Hexo's links to pages and files by name: `{% post_link page Title %}`.
pub(super) fn of_page(source: &str, code: &Shortcode<'_>) -> Option<Vec<Part>> {
    if code.written.contains('\n') {
        return None;
    }
    if matches!(code.name, "btn" | "button") {
        return button(source, code);
    }
    if !matches!(code.name, "post_link" | "asset_link") {
        return None;
    }
    let mut words = code.positional();
    let page = words.next()?;
    // The last argument may say whether the title is HTML.
    let words = words.filter(|word| !matches!(*word, "true" | "false"));
    let (first, last) = words.fold((None, page), |(first, _), word| (first.or(Some(word)), word));
    let title = place(source, first.unwrap_or(page)).start..place(source, last).end;
    let mut parts = vec![Part::Tag, Part::made("<a href=\"")];
    parts.extend([escaped(source, place(source, page)), Part::made("\">")]);
    parts.extend([escaped(source, title), Part::made("</a>")]);
    Some(parts)
}

/// `NexT`'s `{% btn address, text, icon %}`.
fn button(source: &str, code: &Shortcode<'_>) -> Option<Vec<Part>> {
    let mut words = code.written.split(',').map(str::trim);
    let (address, text) = (words.next()?, words.next().filter(|text| !text.is_empty())?);
    let is_url = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    // Other tags of this name have named arguments.
    if address.is_empty()
        || address.contains([' ', '"', '\''])
        || !is_url && address.contains([':', '='])
    {
        return None;
    }
    let mut parts = vec![Part::Tag, Part::made("<a href=\"")];
    parts.extend([escaped(source, place(source, address)), Part::made("\">")]);
    parts.extend([escaped(source, place(source, text)), Part::made("</a>")]);
    Some(parts)
}

/// What stands in the address at `start`, and where it ends.
fn pieces(source: &str, start: usize, line_end: usize) -> Option<(Vec<Piece>, usize)> {
    /// An address has no more of them: so one that fails, and those begun within it, are cheap.
    const MOST: usize = 16;
    let (mut pieces, mut at) = (Vec::new(), start);
    while pieces.len() <= MOST {
        let rest = source.get(at..line_end)?;
        match rest.as_bytes().first() {
            None | Some(b' ' | b'\t' | b')') => return Some((pieces, at)),
            Some(b'{') if rest.starts_with("{{") || rest.starts_with("{%") => {
                let length = expression_len(rest)?;
                let path = path(source, at..at + length);
                pieces.push(Piece::Expression(at..at + length, path));
                at += length;
            }
            Some(b'<' | b'(' | b'"') => return None,
            Some(_) => {
                pieces.push(Piece::Written);
                let end = rest.find([' ', '\t', ')', '(', '<', '{', '"']).unwrap_or(rest.len());
                at += end.max(1);
            }
        }
    }
    None
}

fn expression_len(text: &str) -> Option<usize> {
    /// An expression is no longer.
    const MOST: usize = 512;
    let near = text.as_bytes().get(..MOST).unwrap_or(text.as_bytes());
    let close: &[u8] = if text.starts_with("{%") { b"%}" } else { b"}}" };
    memmem::find(near.get(2..)?, close).map(|end| end + 4)
}

/// The path that an expression comes to; an empty one for the site's own address.
fn path(source: &str, expression: Range<usize>) -> Option<Range<usize>> {
    let written = source.get(expression.clone())?;
    if let Some(code) = shortcode(source, expression.start) {
        if code.range == expression && Meaning::of(code.name) == Some(Meaning::Address) {
            let path = code.named("path").or_else(|| code.positional().next())?;
            let is_path = !path.is_empty() && !path.contains(char::is_whitespace);
            return is_path.then(|| place(source, path));
        }
    }
    let inside = written.strip_prefix("{{")?.strip_suffix("}}")?;
    let inside = inside.trim_matches('-').trim();
    if ["site.url", "site.baseurl", "site.github.url", "base_path"].contains(&inside) {
        return Some(expression.start..expression.start);
    }
    let quote = inside.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (path, filters) = inside.get(1..)?.split_once(quote)?;
    let is_filter = |filter: &str| {
        let name = filter.split(':').next().unwrap_or_default().trim();
        ["relative_url", "absolute_url", "prepend", "relURL", "absURL", "relLangURL", "url"]
            .contains(&name)
    };
    let all = filters.split('|').skip(1).all(is_filter);
    let starts_filters = filters.trim_start().starts_with('|') || filters.trim().is_empty();
    let is_path = !path.is_empty() && !path.contains(char::is_whitespace);
    (all && starts_filters && is_path).then(|| place(source, path))
}
