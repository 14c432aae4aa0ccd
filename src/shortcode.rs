//! Shortcodes: the tags of site generators in a text, with their names and arguments.
//!
//! ```text
//! {% name args %}      Liquid, Nunjucks (Jekyll, Hexo, Eleventy)
//! {{< name args >}}    Hugo; also {{% name args %}}, and {{< /name >}}
//! {{ name(args) }}     Zola; also {% name(args) %}, and {% end %}
//! [caption args]       WordPress; also [/caption]
//! {# … #}              a comment
//! ```
//!
//! This finds and cuts them; [`Meaning`] says what they mean. A tag lies in one text: where markup
//! stands in it, it is none.

mod meaning;

use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2};

pub(crate) use meaning::{Meaning, closed};

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Shortcode<'t> {
    /// Its name; that of a closing tag is written with its `/` or `end`.
    pub name: &'t str,
    /// Its arguments as written.
    pub written: &'t str,
    /// Its place in the text, from brace to brace.
    pub range: Range<usize>,
}

/// `value` or `name=value`, quotes taken off.
#[derive(Debug, PartialEq, Eq)]
pub struct Argument<'t> {
    /// The name, where there is one.
    pub name: Option<&'t str>,
    /// The value, as written.
    pub value: &'t str,
}

impl<'t> Shortcode<'t> {
    /// Its arguments, in order. They are read each time: most tags are asked for few, or none.
    pub fn arguments(&self) -> impl Iterator<Item = Argument<'t>> + use<'t> {
        arguments(self.written)
    }

    /// The argument of this name.
    pub fn named(&self, name: &str) -> Option<&'t str> {
        // Most tags name none.
        memchr2(b'=', b':', self.written.as_bytes())?;
        let is_named = |argument: &Argument<'t>| {
            argument.name.is_some_and(|own| own.eq_ignore_ascii_case(name))
        };
        self.arguments().find(is_named).map(|argument| argument.value)
    }

    /// The arguments without a name, in order.
    pub fn positional(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.arguments().filter(|argument| argument.name.is_none()).map(|argument| argument.value)
    }
}

/// The tags of a text, in order.
pub fn shortcodes(text: &str) -> impl Iterator<Item = Shortcode<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + memchr2(b'{', b'[', text.as_bytes().get(from..)?)?;
            let found = shortcode(text, start).or_else(|| bracketed(text, start));
            if let Some(found) = found {
                from = found.range.end;
                return Some(found);
            }
            from = start + 1;
        }
    })
}

/// A tag is looked for no farther: so all of them together are linear.
const MOST: usize = 2_048;

/// The tag that begins at `start`.
pub(crate) fn shortcode(text: &str, start: usize) -> Option<Shortcode<'_>> {
    let rest = text.get(start..)?;
    if rest.starts_with("{#") {
        return comment(rest, start);
    }
    // Only names in parentheses count where `call` is set.
    let (open, close, call): (_, &[u8], _) = match rest.as_bytes() {
        [b'{', b'{', b'<', ..] => (3, b">}}", false),
        [b'{', b'{', b'%', ..] => (3, b"%}}", false),
        [b'{', b'{', ..] => (2, b"}}", true),
        [b'{', b'%', ..] => (2, b"%}", false),
        _ => return None,
    };
    let near = rest.as_bytes().get(..MOST).unwrap_or(rest.as_bytes());
    let length = end_of_tag(near.get(open..)?, close)?;
    let inside = rest.get(open..open + length)?;
    let range = start..start + open + length + close.len();
    // White space control: `{%- name -%}`.
    let inside = inside.trim_start_matches('-').trim_end_matches(['-', '/']).trim();
    // `{{</ name >}}`
    let slash = inside.strip_prefix("/ ").map_or(0, |name| inside.len() - name.trim_start().len());
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '.' | ':');
    let end = inside[slash..].find(|c| !is_name(c)).map_or(inside.len(), |end| slash + end);
    let (name, arguments) = inside.split_at(end);
    if name.is_empty() {
        return None;
    }
    let called = arguments.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let written = if call { called? } else { called.unwrap_or(arguments) }.trim();
    Some(Shortcode { name, written, range })
}

/// The place of the tag that closes one of a text, in that text.
pub(crate) fn closing(text: &str, code: &Shortcode<'_>) -> Option<Range<usize>> {
    let after = code.range.end;
    let end = shortcodes(text.get(after..)?).find(|end| closed(end.name) == Some(code.name))?;
    Some(after + end.range.start..after + end.range.end)
}

/// Where `close`, which ends with a brace, first stands.
fn end_of_tag(text: &[u8], close: &[u8]) -> Option<usize> {
    let mut ends = memchr_iter(b'}', text).map(|brace| brace + 1);
    let end = ends.find(|&end| text[..end].ends_with(close))?;
    Some(end - close.len())
}

/// `{# … #}`, of which nothing is shown; its name is `#`.
fn comment(rest: &str, start: usize) -> Option<Shortcode<'_>> {
    let (name, after) = (&rest[1..2], &rest[2..]);
    // `{#name}` is an attribute.
    let is_apart = |c: char| c.is_whitespace() || c == '-';
    if !after.starts_with(is_apart) {
        return None;
    }
    let near = after.as_bytes().get(..MOST).unwrap_or(after.as_bytes());
    let written = after.get(..end_of_tag(near, b"#}")?)?;
    let range = start..start + written.len() + 4;
    // What it says is no argument.
    let code = Shortcode { name, written: "", range };
    written.ends_with(is_apart).then_some(code)
}

/// The tag in square brackets that begins at `start`. Text stands in such brackets too: so only these
/// names count, and a second bracket before it says that it is text (`[[caption]]`).
fn bracketed(text: &str, start: usize) -> Option<Shortcode<'_>> {
    const NAMES: &[&str] = &["caption", "/caption", "wp_caption", "/wp_caption"];
    let rest = text.get(start..)?.strip_prefix('[').filter(|_| !text[..start].ends_with('['))?;
    let is_name = |c: u8| c.is_ascii_alphabetic() || matches!(c, b'_' | b'/');
    let end = rest.bytes().position(|c| !is_name(c))?;
    let &name = NAMES.iter().find(|&&name| name == &rest[..end])?;
    let near = rest.as_bytes().get(..MOST).unwrap_or(rest.as_bytes());
    let close = memchr(b']', near)?;
    let arguments = &rest[end..close];
    if !arguments.is_empty() && !arguments.starts_with(char::is_whitespace) {
        return None;
    }
    let range = start..start + 1 + close + 1;
    Some(Shortcode { name, written: arguments, range })
}

/// The arguments of a tag, as written.
pub(crate) fn arguments(mut rest: &str) -> impl Iterator<Item = Argument<'_>> {
    std::iter::from_fn(move || {
        let (argument, after) = argument(rest.trim_start_matches(is_between))?;
        rest = after;
        Some(argument)
    })
}

/// The argument that a text begins with, and what follows it.
fn argument(mut rest: &str) -> Option<(Argument<'_>, &str)> {
    if rest.is_empty() {
        return None;
    }
    let name = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-'));
    let name = name.filter(|&end| end > 0).and_then(|end| {
        let (name, value) = rest.split_at(end);
        rest = value_behind_name(value)?;
        Some(name)
    });
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
    let quoted = quote.and_then(|quote| rest.get(1..)?.split_once(quote));
    let unquoted = || rest.split_at(rest.find(is_between).unwrap_or(rest.len()));
    let (value, after) = quoted.unwrap_or_else(unquoted);
    Some((Argument { name, value }, after))
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// The value behind `name=`, or Liquid's `name: "value"`.
fn value_behind_name(rest: &str) -> Option<&str> {
    if let Some(value) = rest.trim_start().strip_prefix('=') {
        return Some(value.trim_start());
    }
    let value = rest.strip_prefix(": ")?.trim_start();
    value.starts_with(['"', '\'']).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let one = |found: Shortcode<'_>| {
            let arguments = found.arguments().map(|argument| match argument.name {
                Some(name) => format!(" {name}={}", argument.value),
                None => format!(" {}", argument.value),
            });
            format!("{}{} at {:?}", found.name, arguments.collect::<String>(), found.range)
        };
        shortcodes(text).map(one).collect()
    }

    #[test]
    fn tags_are_found() {
        assert_eq!(read("a {% img left /a.png 10 'b c' %} d"), ["img left /a.png 10 b c at 2..32"]);
        assert_eq!(read(r#"{{< figure src="a b" alt='c' >}}"#), ["figure src=a b alt=c at 0..32"]);
        assert_eq!(read("{{% note %}}a{{% /note %}}"), ["note at 0..12", "/note at 13..26"]);
        assert_eq!(read(r#"{{ youtube(id="a", b=1) }}"#), ["youtube id=a b=1 at 0..26"]);
        assert_eq!(read("{% quote(author='a') %}"), ["quote author=a at 0..23"]);
        assert_eq!(read("{{</ a >}}{{< / b >}}"), ["/ a at 0..10", "/ b at 10..21"]);
        assert_eq!(read("{% include 'a', b: \"c: d\" %}"), ["include a b=c: d at 0..28"]);
        assert_eq!(read("{% note a: b %}"), ["note a: b at 0..15"]);
        assert_eq!(read("a {# b %} #} {#- c -#}"), ["# at 2..12", "# at 13..22"]);
        assert_eq!(read("{%- raw -%}{{<br/>}}"), ["raw at 0..11", "br at 11..20"]);
        assert_eq!(
            read("[caption id='a' width=3]b[/caption]"),
            ["caption id=a width=3 at 0..24", "/caption at 25..35"]
        );
    }

    #[test]
    fn other_braces_are_none() {
        for text in [
            "{",
            "{{ site.url }}",
            "{% a",
            "{{< >}}",
            "{a}",
            "{#a}",
            "{#a#}",
            "{# a",
            "{{ a | b(c) }}",
            "{{< a",
            "[a]",
            "[",
            "[caption",
            "[captions]",
            "[[caption]b[[/caption]]",
            "[caption:]",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
