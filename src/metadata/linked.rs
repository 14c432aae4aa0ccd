//! People of one text with links in it, as Markdown has them:
//! `[Ann Lee](https://a.example) (Reuters), Bo Roe ([@bo](https://b.example))`.

use std::ops::Range;

use super::human::{part, trim};
use super::person::{Person, named};
use crate::front_matter::Mapping;
use crate::span::Span;
use crate::text::Text;

/// The people of a text; `None` if it holds no link, or more than links, names and what follows them in
/// brackets.
pub(super) fn people<'a>(text: &Text<'a>, span: Span) -> Option<Vec<Person<'a>>> {
    if !text.contains("](") {
        return None;
    }
    let items = items(text).map(|item| trim(part(text, item))).filter(|item| !item.is_empty());
    items.map(|item| person(item, span)).collect()
}

/// The person that an item names: `[name](url)`, perhaps with an affiliation, `name ([x](url))`, `name`.
fn person(mut item: Text<'_>, span: Span) -> Option<Person<'_>> {
    if item.starts_with("and ") {
        item = trim(part(&item, "and ".len()..item.len()));
    }
    let from = |start: usize| trim(part(&item, start..item.len()));
    let (name, url, rest) = if item.starts_with('[') {
        let (name, url, end) = link(&item, 0)?;
        (name, url, from(end))
    } else if let Some(open) = item.find("([") {
        let (_, url, end) = link(&item, open + 1)?;
        item[end..].strip_prefix(')')?;
        (trim(part(&item, 0..open)), url, from(end + 1))
    } else {
        return (!item.contains("](")).then(|| named(item, span));
    };
    let is_within = rest.len() > 2 && rest.starts_with('(') && rest.ends_with(')');
    if !is_within && !rest.is_empty() {
        return None;
    }
    let affiliation = is_within.then(|| trim(part(&rest, 1..rest.len() - 1)));
    Some(Person { name, url: Some(url), email: None, affiliation, extra: Mapping::default(), span })
}

/// The words and the address of the link at `start`, and where it ends.
fn link<'a>(text: &Text<'a>, start: usize) -> Option<(Text<'a>, Text<'a>, usize)> {
    let rest = text.get(start..)?.strip_prefix('[')?;
    let words = rest.find("](")?;
    let address = start + 1 + words + 2;
    let end = address + text.get(address..)?.find(')')?;
    let (words, url) = (part(text, start + 1..address - 2), trim(part(text, address..end)));
    let is_address = !url.is_empty() && !url.contains(char::is_whitespace);
    (is_address && !words.trim().is_empty()).then(|| (trim(words), url, end + 1))
}

/// The places of a text's items: parted by commas, and by "and" before another link.
fn items(text: &str) -> impl Iterator<Item = Range<usize>> {
    const SIGNS: [char; 4] = [',', ';', '、', '，'];
    const WORDS: [&str; 2] = [" and ", " & "];
    let (mut from, mut is_done) = (0, false);
    std::iter::from_fn(move || {
        if is_done {
            return None;
        }
        let (start, mut depth) = (from, 0_u32);
        for (at, c) in text[start..].char_indices().map(|(at, c)| (start + at, c)) {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                _ if SIGNS.contains(&c) => {
                    from = at + c.len_utf8();
                    return Some(start..at);
                }
                ' ' => {
                    let word = WORDS.iter().find(|word| text[at..].starts_with(**word));
                    if let Some(word) = word.filter(|word| text[at + word.len()..].starts_with('['))
                    {
                        from = at + word.len();
                        return Some(start..at);
                    }
                }
                _ => {}
            }
        }
        is_done = true;
        Some(start..text.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_of_a_text_with_links() {
        let read = |text: &'static str| {
            let Some(people) = people(&Text::from(text), Span::default()) else {
                return "-".into();
            };
            let one = |person: &Person<'_>| {
                let url = person.url.as_deref().unwrap_or_default();
                let affiliation = person.affiliation.as_deref().unwrap_or_default();
                format!("{}|{url}|{affiliation}", person.name)
            };
            people.iter().map(one).collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("[Ann Lee](https://a.b)", "Ann Lee|https://a.b|"),
            ("[Ann Lee](https://a.b)(Reuters)", "Ann Lee|https://a.b|Reuters"),
            ("[Ann](a) (X, Y), Bo", "Ann|a|X, Y Bo||"),
            ("[Ann](a), [Bo](b) (X), and [Cy](c)", "Ann|a| Bo|b|X Cy|c|"),
            ("[Ann](a) and [Bo](b) & [Cy](c)", "Ann|a| Bo|b| Cy|c|"),
            ("Ann Lee ([@ann](https://a.b))", "Ann Lee|https://a.b|"),
            ("Ann Lee ([@ann](https://a.b)) (X)", "Ann Lee|https://a.b|X"),
            // Others.
            ("Ann Lee", "-"),
            ("by [Ann](a)", "-"),
            ("[Ann](a) of X", "-"),
            ("[](a)", "-"),
            ("[Ann](a) (", "-"),
            ("Ann ([b](c)", "-"),
            ("and [", "-"),
            ("[Ann](a b)", "-"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
