//! Names and labels: what of a text is the name, and whether a text could be one.

use super::LONGEST;
use super::forms::last_brackets;
use super::index::{
    CJK_AGENCIES_BY_FIRST, CJK_ENDINGS_BY_LAST, LABELS_BY_FIRST, OPENERS_BY_FIRST, lower,
};
use super::signs::Signs;
use super::words::{
    AGENCIES, AGENCY_WORDS, CJK_CLOSERS, CLASS_OPENERS, COLONS, LONGEST_AGENCY, PARTICLES,
    SEPARATORS,
};

/// What follows the label that `text` begins with, and stands before the word that it ends with; all
/// of it if there is neither.
pub(super) fn name_in(text: &str) -> &str {
    let name =
        after_words(text).map_or(text, |name| name.trim_start().trim_end_matches(['.', '。']));
    let before = CJK_CLOSERS.iter().find_map(|closer| name.strip_suffix(closer));
    once(before.map(str::trim_end).filter(|name| !name.is_empty()).unwrap_or(name))
}

/// The same in an element that its words make a credit: there more stands for a label.
pub(super) fn name_of_element(text: &str) -> &str {
    let name = name_in(text);
    let openers = CLASS_OPENERS.iter().filter_map(|opener| strip_prefix_lower(name, opener));
    let mut names = openers.filter(|rest| rest.starts_with(char::is_whitespace)).map(str::trim);
    let name = names.find(|name| name.starts_with(char::is_uppercase)).unwrap_or(name);
    name.trim_end_matches([' ', '|', '-', '/', ','])
}

/// `Ann Lee | Ann Lee` is one name.
fn once(name: &str) -> &str {
    let bar = name.bytes().position(|byte| byte == b'|');
    match bar.map(|bar| (&name[..bar], &name[bar + 1..])) {
        Some((one, other)) if one.trim() == other.trim() && !one.trim().is_empty() => one.trim(),
        _ => name,
    }
}

pub(super) fn after_words(text: &str) -> Option<&str> {
    let rests = after_label(text).into_iter().chain(opener_rest(text));
    let rest = rests.min_by_key(|rest| rest.len())?.trim_start();
    // `Photo: Courtesy of Jane Roe`
    Some(opener_rest(rest).unwrap_or(rest))
}

/// What follows the label that `text` begins with, and the sign behind it.
fn after_label(text: &str) -> Option<&str> {
    let mut labels = LABELS_BY_FIRST.beginning_as(text).peekable();
    labels.peek()?;
    // No label has such a sign in it.
    let at = text.find(SEPARATORS)?;
    let before = text[..at].trim_end();
    let label = labels.find(|label| strip_prefix_lower(before, label) == Some(""))?;
    // `The image/text ratio`: only a colon follows a label where words are parted by spaces.
    let latin = label.starts_with(|c: char| c.is_alphabetic() && c < '\u{1100}');
    text[at..].strip_prefix(if latin { &COLONS[..] } else { &SEPARATORS[..] })
}

/// What follows the longest opener that `text` begins with.
pub(super) fn opener_rest(text: &str) -> Option<&str> {
    if !Signs::may_open(text) {
        return None;
    }
    let rests = OPENERS_BY_FIRST.beginning_as(text).filter_map(|opener| {
        let rest = strip_prefix_lower(text, opener)?;
        let is_word = opener.ends_with(char::is_alphabetic);
        (!is_word || rest.starts_with(char::is_whitespace)).then_some(rest)
    });
    rests.min_by_key(|rest| rest.len())
}

/// `text` without `suffix`, which is in lower case, whatever the case in `text`.
pub(super) fn strip_suffix_lower<'s>(text: &'s str, suffix: &str) -> Option<&'s str> {
    if suffix.is_ascii() {
        let at = text.len().checked_sub(suffix.len())?;
        let end = text.get(at..)?;
        // Words that end alike begin otherwise.
        let begins = |word: &str| word.bytes().next().map(|byte| byte.to_ascii_lowercase());
        let same = begins(end) == begins(suffix) && end.eq_ignore_ascii_case(suffix);
        return same.then(|| &text[..at]);
    }
    let mut rest = text.chars();
    let mut expected = suffix.chars().rev();
    let same = expected.all(|expected| rest.next_back().map(lower) == Some(expected));
    same.then_some(rest.as_str())
}

/// `text` without `prefix`, which is in lower case, whatever the case in `text`.
pub(super) fn strip_prefix_lower<'s>(text: &'s str, prefix: &str) -> Option<&'s str> {
    if prefix.is_ascii() {
        let start = text.get(..prefix.len())?;
        // Words that begin alike end otherwise.
        let ends = |word: &str| word.bytes().next_back().map(|byte| byte.to_ascii_lowercase());
        let same = ends(start) == ends(prefix) && start.eq_ignore_ascii_case(prefix);
        return same.then(|| &text[prefix.len()..]);
    }
    let mut rest = text.chars();
    let mut expected = prefix.chars();
    let same = expected.all(|expected| rest.next().map(lower) == Some(expected));
    same.then_some(rest.as_str())
}

pub(super) fn unbracketed(text: &str) -> &str {
    last_brackets(text)
        .filter(|(before, ..)| before.is_empty())
        .map_or(text, |(_, content, _)| content)
}

/// Whether a text could be a name, or a few: short, and not sentences.
pub(super) fn is_name(text: &str) -> bool {
    let short = (1..=LONGEST).contains(&text.chars().count());
    let empty_line = || text.contains('\n') && text.contains("\n\n");
    let sentences = || text.contains(['。', '！', '？', '!', '?']) || empty_line();
    short && text.chars().any(char::is_alphanumeric) && !sentences()
}

/// Whether every word is such as names are made of: a capital, a figure, a site or a particle.
pub(super) fn are_names(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '|' | ',' | ';' | '-'));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && words.all(|word| {
            let first = word.trim_start_matches(['(', '"', '“', '\'', '‘', '«', '[']);
            !first.starts_with(char::is_lowercase)
                || PARTICLES.contains(&word)
                || first.contains(|c: char| c.is_uppercase() || matches!(c, '.' | '@' | '’' | '\''))
                || AGENCY_WORDS.contains(&word)
        })
}

/// Whether a text is the name of an agency, or of several.
pub(super) fn are_agencies(text: &str) -> bool {
    let mut parts = text.split(['/', ',', '|', '·']).map(str::trim).peekable();
    parts.peek().is_some() && parts.all(|part| is_agency(part.trim_end_matches('.')))
}

fn is_agency(name: &str) -> bool {
    AGENCIES.binary_search(&name).is_ok()
}

/// Whether one of the names in a text begins or ends with an agency's.
pub(super) fn has_agency(content: &str) -> bool {
    let names = content.split(['/', ',', '|', '-', '–', '—', '·']);
    names.map(|name| name.trim().trim_end_matches('.')).any(|name| {
        let mut starts = name.match_indices(' ').take(LONGEST_AGENCY);
        let mut ends = name.rmatch_indices(' ').take(LONGEST_AGENCY);
        is_agency(name)
            || starts.any(|(at, _)| is_agency(&name[..at]))
            || ends.any(|(at, _)| is_agency(&name[at + 1..]))
    })
}

/// Whether a CJK text is the name of an agency, by its ending or as one that is known.
pub(super) fn is_cjk_source(name: &str) -> bool {
    CJK_ENDINGS_BY_LAST.ending_as(name).any(|ending| name.ends_with(ending))
        || CJK_AGENCIES_BY_FIRST.beginning_as(name).any(|agency| name.starts_with(agency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_hold_what_is_said_of_them() {
        assert!(AGENCIES.is_sorted());
        assert!(AGENCIES.iter().all(|agency| agency.split(' ').count() <= LONGEST_AGENCY));
        let mut words = AGENCIES.iter().flat_map(|agency| agency.split(' '));
        assert!(words.all(|word| !word.starts_with(char::is_lowercase) || are_names(word)));
    }

    #[test]
    fn names_in_elements() {
        for (text, expected) in [
            ("Photo: Ann Lee", "Ann Lee"),
            ("Copyright Ann Lee", "Ann Lee"),
            ("by Ann Lee", "Ann Lee"),
            ("Ann Lee |", "Ann Lee"),
            ("By the sea", "By the sea"),
            ("Image:\nReuters", "Reuters"),
        ] {
            assert_eq!(name_of_element(text), expected);
        }
    }

    #[test]
    fn names_are_told_from_words() {
        for name in ["Ann Lee", "Jan van der Berg/dpa", "NASA", "EFE", "@boats via X", "iStock"] {
            assert!(are_names(name), "{name}");
        }
        for words in ["the boat", "Boats at rest", "They sail", ""] {
            assert_eq!(are_names(words), words == "They sail ", "{words}");
        }
    }
}
