//! pulldown-cmark's parser, kept from what it fails on.

use memchr::memchr2_iter;
use pulldown_cmark::{Options, Parser};

/// The parser of a text.
pub(super) fn parser(text: &str, syntax: Options) -> Parser<'_> {
    Parser::new_ext(text, syntax_of(text, syntax))
}

/// The syntax that a text is read with: pulldown-cmark 0.13.6 panics on two forms, each of no use to
/// anyone. A text with one of them is read without what makes it so.
pub(super) fn syntax_of(text: &str, mut syntax: Options) -> Options {
    let bytes = text.as_bytes();
    for at in memchr2_iter(b'}', b'\\', bytes) {
        if bytes[at] == b'\\' {
            if is_all_of_a_task(bytes, at) {
                syntax.remove(Options::ENABLE_TASKLISTS);
            }
        } else if has_slipped(text, at + 1) {
            syntax.remove(Options::ENABLE_HEADING_ATTRIBUTES);
        }
    }
    syntax
}

/// Whether attributes that end at a place may be no slice of the heading that is underlined below them.
fn has_slipped(text: &str, end: usize) -> bool {
    let is_between = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'>');
    let below = text.as_bytes()[end..].iter().find(|byte| !is_between(byte));
    // Few braces stand above such a line.
    matches!(below, Some(b'-' | b'=')) && (is_underlined_by_tab(text, end) || is_alone(text, end))
}

/// Whether the line below what ends at a place is a line of `-` or `=` that a tab sets in: so attributes
/// that stand alone in the last line of a heading in an item are no slice of it.
fn is_underlined_by_tab(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let line = rest.trim_start_matches([' ', '\t', '\r', '\n', '>']);
    let between = &rest[..rest.len() - line.len()];
    line.starts_with(['-', '=']) && between.contains('\t') && between.contains(['\r', '\n'])
}

/// Whether attributes that end at a place stand alone in a line that is set in, or in a container, above
/// a line of `-` or `=` alone: there, too, they may be no slice of the heading.
fn is_alone(text: &str, end: usize) -> bool {
    const SET_IN: [char; 3] = [' ', '\t', '>'];
    let (before, after) = text.split_at(end);
    let after = after.trim_start_matches([' ', '\t']);
    let below = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n']));
    let is_underline = |below: &str| {
        let line = below
            .split(['\r', '\n'])
            .next()
            .unwrap_or_default()
            .trim_start_matches(SET_IN)
            .trim_end();
        !line.is_empty()
            && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'='))
    };
    if !below.is_some_and(is_underline) {
        return false;
    }
    let line = &before[before.rfind(['\r', '\n']).map_or(0, |end| end + 1)..];
    let content = line.trim_start_matches(SET_IN);
    content.starts_with('{') && content.len() < line.len()
}

/// Whether a backslash at a line's end stands right behind the box of a task, where it may become a
/// heading of nothing.
fn is_all_of_a_task(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at + 1), Some(b'\r' | b'\n')) && {
        let blanks =
            bytes[..at].iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        // A box.
        matches!(bytes[..at - blanks], [.., b'[', b' ' | b'\t' | 0x0b | 0x0c | b'x' | b'X', b']'])
    }
}

#[cfg(test)]
mod tests {
    use crate::{Block, BodyFormat, Parser};

    #[test]
    fn no_text_panics() {
        for text in [
            "- a\n   {}\n\t-",
            "- [\n   {}\n\t-",
            "- a\n   {}  \n\t=\n",
            "> - a\n>   {}\r\n>\t--",
            "- [ ] \\\n   -",
            "> > a\n> {}\n> > =",
            ">>=\n> {}\n>>=",
            "- a\n   {}\n  =",
            "* :\n   {}\n  =",
            "[^a]:a\n     {}\n    =",
            "> - a\n> {#b .c} \r\n>   -",
        ] {
            let document = Parser::new().body_format(BodyFormat::Markdown).parse(text);
            assert!(!document.blocks().is_empty(), "{text:?}");
        }
    }

    #[test]
    fn other_headings_keep_their_attributes() {
        for input in ["- a\n\nb {#c}\n---\n\td", "- a\n  {}\n- b\n\nb {#c}\n---\n"] {
            let document = Parser::new().body_format(BodyFormat::Markdown).parse(input);
            let ids = document.headings().map(|heading| heading.id.as_deref());
            assert_eq!(ids.collect::<Vec<_>>(), [Some("c")]);
            assert!(matches!(document.blocks(), [Block::List(_), ..]));
        }
    }
}
