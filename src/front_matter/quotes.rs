//! Quotes around a value that breaks its format's rules.

/// Takes off the quotes around a text with quotes inside, if they belong together.
///
/// All of them, since tools that quote what is quoted write `"""title"""`.
pub(super) fn without_quotes(text: &str) -> &str {
    for quote in ['"', '\''] {
        let opening = text.len() - text.trim_start_matches(quote).len();
        let closing = text.len() - text.trim_end_matches(quote).len();
        let around = opening.min(closing).min(text.len() / 2);
        let inner = &text[around..text.len() - around];
        if around > 1 || (around == 1 && !closes_early(inner, quote)) {
            return inner;
        }
    }
    text
}

/// Whether the first quote inside ends the one before: `"one" and "two"`.
fn closes_early(inner: &str, quote: char) -> bool {
    let Some((before, after)) = inner.split_once(quote) else { return false };
    let opens = before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || c == '(');
    let at_word_end =
        after.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';'));
    !opens && at_word_end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_belong_together_are_taken_off() {
        for (text, expected) in [
            ("x", "x"),
            ("\"x", "\"x"),
            ("\"x \"y\" z\"", "x \"y\" z"),
            ("\"x\" and \"y\"", "\"x\" and \"y\""),
            ("'it's'", "it's"),
            ("\"\"\"'x'\"\"\"", "'x'"),
            ("\"", "\""),
            ("\"\"", ""),
            ("\"\"\"", "\""),
        ] {
            assert_eq!(without_quotes(text), expected, "{text}");
        }
    }
}
