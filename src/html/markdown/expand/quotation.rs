//! Quotations: whom and what their tags name.

use super::{Part, escaped, place};
use crate::shortcode::Shortcode;

/// Hexo's `{% blockquote [author[, work]] [address] [title] %}`, and others' named arguments.
pub(super) fn quote(source: &str, code: &Shortcode<'_>) -> (Vec<Part>, Vec<Part>) {
    let named = |names: &[&str]| names.iter().find_map(|name| code.named(name));
    let (mut author, mut work) = (named(&["author"]), named(&["source", "title"]));
    let mut address = named(&["link", "url", "cite"]);
    if code.arguments().all(|argument| argument.name.is_none())
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
