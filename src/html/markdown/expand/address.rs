//! Addresses that are computed: `[a]({{< ref "b.md" >}})`, `[a]({{ "/b" | relative_url }})`, also where
//! they are defined: `[a]: {% link b.md %}`.
//!
//! An expression that names a page or a path is that path; the address of the site itself is
//! nothing. Another one stays as it is written, in `<…>` so that Markdown reads it as an address.

use std::ops::Range;

use memchr::memmem;

use super::scan::Scan;
use super::{Part, escaped, place};
use crate::shortcode::{Meaning, Shortcode, closed, shortcode};
use crate::text::floor_boundary;

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

/// Edits an expression at `start` that is the value of an attribute: `<a href="{{< ref "b.md" >}}">`.
/// It may hold the quotes that the value stands in, so it is put in before the tag is read. Answers
/// where it ends.
pub(super) fn value(scan: &mut Scan<'_>, start: usize, line_end: usize) -> Option<usize> {
    /// What stands between a tag's beginning and such a value.
    const MOST: usize = 512;
    let before = &scan.source.as_bytes()[..start];
    if !matches!(before, [.., b'=', b'"' | b'\'']) {
        return None;
    }
    let near = &before[before.len().saturating_sub(MOST)..];
    let is_tag = memchr::memrchr2(b'<', b'>', near).is_some_and(|at| near[at] == b'<');
    let length = expression_len(scan.source.get(start..line_end)?).filter(|_| is_tag)?;
    let path = path(scan.source, start..start + length).filter(|path| !path.is_empty())?;
    scan.groups += 1;
    scan.edit(start..start + length, vec![Part::Value(path)]);
    Some(start + length)
}

/// Tags that are links: Hexo's to pages and files by name (`{% post_link page Title %}`), its others,
/// and buttons.
pub(super) fn of_page(source: &str, code: &Shortcode<'_>) -> Option<Vec<Part>> {
    if code.written.contains('\n') {
        return None;
    }
    match code.name {
        "btn" | "button" => return button(source, code),
        "link" | "url_for" | "full_url_for" => return link(source, code),
        "post_link" | "asset_link" => {}
        _ => return None,
    }
    let mut words = code.positional();
    let page = words.next()?;
    // The last argument may say whether the title is HTML.
    let words = words.filter(|word| !matches!(*word, "true" | "false"));
    let (first, last) = words.fold((None, page), |(first, _), word| (first.or(Some(word)), word));
    let title = place(source, first.unwrap_or(page)).start..place(source, last).end;
    Some(linked(source, place(source, page), title))
}

/// Hexo's `{% link text … https://address %}` and `{% url_for text path %}`.
fn link(source: &str, code: &Shortcode<'_>) -> Option<Vec<Part>> {
    let is_url = |word: &&str| ["https://", "http://"].iter().any(|it| word.starts_with(it));
    let address = if code.name == "link" {
        code.positional().find(is_url)?
    } else {
        code.positional().nth(1).filter(|path| !path.contains(['[', '{']))?
    };
    let first = code.positional().next().filter(|first| *first != address)?;
    let last = code.positional().take_while(|word| *word != address).last()?;
    let text = place(source, first).start..place(source, last).end;
    Some(linked(source, place(source, address), text))
}

/// A link of its own, with places in the source.
fn linked(source: &str, address: Range<usize>, text: Range<usize>) -> Vec<Part> {
    let mut parts = vec![Part::Tag, Part::made("<a href=\"")];
    parts.extend([escaped(source, address), Part::made("\">")]);
    parts.extend([escaped(source, text), Part::made("</a>")]);
    parts
}

/// `NexT`'s `{% btn address, text, icon %}`, and Hugo's `{{< button href= text= >}}`.
fn button(source: &str, code: &Shortcode<'_>) -> Option<Vec<Part>> {
    let named = |names: &[&str]| names.iter().find_map(|name| code.named(name));
    if let Some((address, text)) = named(ADDRESSES).zip(named(&["text", "label"])) {
        let is_said = !address.is_empty() && !text.is_empty();
        return is_said.then(|| linked(source, place(source, address), place(source, text)));
    }
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
    Some(linked(source, place(source, address), place(source, text)))
}

/// How a button's address is named.
const ADDRESSES: &[&str] = &["href", "relref", "link", "url"];

/// Edits a button whose text stands between two tags: `{{< button href="/a" >}}b{{< /button >}}`.
pub(super) fn around(scan: &mut Scan<'_>, code: &Shortcode<'_>) -> Option<()> {
    /// A text that is longer stands on no button.
    const MOST: usize = 256;
    if code.name != "button" {
        return None;
    }
    let address = ADDRESSES.iter().find_map(|name| code.named(name));
    let address = address.filter(|address| !address.is_empty())?;
    let rest = scan.slice(code.range.end..scan.source.len());
    let near = &rest[..floor_boundary(rest, MOST)];
    let end = near.match_indices("{{").find_map(|(at, _)| {
        let end = shortcode(near, at)?;
        (closed(end.name) == Some(code.name)).then_some(end.range)
    })?;
    let inside = &near[..end.start];
    let text = inside.trim();
    if text.is_empty() || text.contains('\n') {
        return None;
    }
    // Alone in its line a tag would be a block.
    let start = place(scan.source, text).start;
    let text_end = place(scan.source, text).end;
    scan.groups += 1;
    let address = escaped(scan.source, place(scan.source, address));
    let parts = vec![Part::Tag, Part::made("<a href=\""), address, Part::made("\">")];
    scan.edit(code.range.start..start, parts);
    let end = code.range.end + end.end;
    scan.edit(text_end..end, vec![Part::Tag, Part::made("</a>")]);
    Some(())
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
