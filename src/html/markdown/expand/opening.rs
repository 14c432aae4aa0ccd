//! [`Opening`]: a line that opens a container of indented content.

/// A line that opens a container of indented content.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opening<'s> {
    pub(super) folds: bool,
    pub(super) is_open: bool,
    /// The words that say what it is.
    pub(super) classes: &'s str,
    pub(super) title: &'s str,
    pub(super) is_titled: bool,
}

/// `!!! note inline "Title"`, `???+ note "Title"`, `=== "Title"`.
pub(super) fn opening(text: &str) -> Option<Opening<'_>> {
    let (mark, rest) = text.split_at_checked(3)?;
    let (signs, is_titled) = match mark {
        "!!!" => ("", false),
        "???" => ("+", false),
        "===" => ("+!", true),
        _ => return None,
    };
    let sign = rest.chars().next().filter(|sign| signs.contains(*sign));
    let rest = rest[sign.map_or(0, char::len_utf8)..].trim_start_matches(' ');
    let (classes, title) = match rest.split_once('"') {
        Some((classes, title)) => (classes, Some(title.strip_suffix('"')?)),
        None => (rest, None),
    };
    let classes = classes.trim_end();
    let is_class = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let is_titled_alone = classes.is_empty() && title.is_some() && mark != "!!!";
    let is_named = !is_titled && classes.starts_with(|c: char| c.is_ascii_alphabetic());
    if !classes.chars().all(is_class) || !(is_titled_alone || is_named) {
        return None;
    }
    Some(Opening {
        folds: mark != "!!!",
        is_open: mark == "???" && sign.is_some(),
        classes,
        title: title.unwrap_or_default().trim(),
        is_titled: title.is_some(),
    })
}

/// Whether a title may hold markup, and is a paragraph then.
pub(super) fn may_be_phrase(title: &str) -> bool {
    let begins = |c: char| c.is_alphabetic() || matches!(c, '`' | '[' | '_' | '*');
    title.starts_with(begins)
        && !title.starts_with("* ")
        && title.contains(['*', '_', '`', '[', '\\'])
}
