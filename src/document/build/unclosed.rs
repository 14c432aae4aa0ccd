//! What was left out and has no end: the rest of the body went with it.
//!
//! `<iframe>` or `<!--` written where `&lt;iframe>` or `&lt;!--` was meant takes the rest of an article,
//! as it does in a browser. The blocks cannot tell; the author should know.

use crate::diagnostic::{Code, Diagnostics};
use crate::document::block::{Omitted, OmittedKind};
use crate::span::Span;

/// Notes the part left out of `source` that is never closed and takes its rest.
pub(super) fn note(omitted: &[Omitted], source: &str, diagnostics: &mut Diagnostics) {
    let Some(last) = omitted.last().filter(|last| is_raw(last.kind)) else { return };
    let is_rest = source.get(last.span.end as usize..).is_some_and(|rest| rest.trim().is_empty());
    let opener = last.span.slice(source).filter(|_| is_rest).and_then(unclosed);
    if let Some(opener) = opener {
        let message =
            format!("`{opener}` is never closed; the rest of the body is in it and left out");
        let end = last.span.start + opener.len() as u32;
        diagnostics.push(Code::Unclosed, Span::new(last.span.start, end), message);
    }
}

/// Whether this kind is left out for what its markup is, so that its end is in its markup.
fn is_raw(kind: OmittedKind) -> bool {
    matches!(
        kind,
        OmittedKind::Script
            | OmittedKind::Style
            | OmittedKind::Template
            | OmittedKind::Comment
            | OmittedKind::Fallback
    )
}

/// What opens a comment or an element that ends without an end tag: `<!--`, `<iframe`.
fn unclosed(markup: &str) -> Option<&str> {
    if markup.starts_with("<!--") {
        let is_closed = markup.ends_with("-->") || markup.ends_with("--!>");
        return (!is_closed).then_some("<!--");
    }
    let name = markup.strip_prefix('<')?;
    let name = &name[..name.bytes().position(ends_name)?];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    (!ends_with_tag(markup, name)).then(|| &markup[..=name.len()])
}

/// Whether this byte ends the name of a tag.
fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

/// Whether a markup ends with the end tag of this name.
fn ends_with_tag(markup: &str, name: &str) -> bool {
    /// White space and attributes of an end tag longer than this are not looked through, in bytes.
    const LONGEST: usize = 64;
    let bytes = markup.as_bytes();
    let tail = &bytes[bytes.len().saturating_sub(name.len() + LONGEST)..];
    let Some(tag) = memchr::memmem::rfind(tail, b"</") else { return false };
    let said = &tail[tag + 2..];
    let is_name =
        said.len() > name.len() && said[..name.len()].eq_ignore_ascii_case(name.as_bytes());
    is_name && ends_name(said[name.len()]) && markup.ends_with('>')
}

#[cfg(test)]
mod tests {
    use crate::{Code, Document};

    fn read(body: &str) -> Vec<String> {
        let document = Document::parse(body);
        let noted = document.diagnostics().iter().filter(|it| it.code == Code::Unclosed);
        noted.map(|it| it.span.slice(body).unwrap().to_owned()).collect()
    }

    #[test]
    fn what_has_no_end_is_told() {
        for (body, expected) in [
            ("<p>Use <iframe>s for this.<p>And so on", "<iframe"),
            ("<p>a<!-- b<p>c --", "<!--"),
            ("<p>a<SCRIPT>b</script<p>c", "<SCRIPT"),
            ("<p>a<script>b</script", "<script"),
            ("<p>a<style>b", "<style"),
            ("<p>a<template><p>b", "<template"),
            ("<div><video controls>a<p>b", "<video"),
        ] {
            assert_eq!(read(body), [expected], "{body}");
        }
    }

    #[test]
    fn what_has_an_end_is_not() {
        for body in [
            "<!-- a --><!-- b --!><!--><!---><!x><?y><script>a</SCRIPT ><style>b</style\n>",
            "<video>a</video><object data=a>b</object><template>c</template><canvas>d</canvas>",
            "<iframe src=a></iframe><video src=b></video><embed src=c><video src=d>",
            "<p hidden>a",
            "<div><canvas>a</div>b",
            "<p>a",
        ] {
            assert!(read(body).is_empty(), "{body}: {:?}", read(body));
        }
    }
}
