//! Finding out whether a body is HTML or Markdown; [`BodyFormat`] has the table.

use super::BodyFormat;

/// What a body is, by the name of its file and by what it shows.
pub(super) fn detect(body: &str, file_name: Option<&str>) -> BodyFormat {
    match file_name.and_then(named) {
        Some(BodyFormat::Html) => BodyFormat::Html,
        Some(_) if Signs::of(body, |signs| signs.clear > 0).are_all_html() => BodyFormat::Html,
        Some(_) => BodyFormat::Markdown,
        None if Signs::of(body, |signs| signs.html > 0).are_clearly_markdown() => {
            BodyFormat::Markdown
        }
        None => BodyFormat::Html,
    }
}

/// What a file's name says of its body.
fn named(file_name: &str) -> Option<BodyFormat> {
    let (_, extension) = file_name.rsplit_once('.')?;
    let is = |names: &[&str]| names.iter().any(|name| extension.eq_ignore_ascii_case(name));
    if is(&["html", "htm", "xhtml"]) {
        Some(BodyFormat::Html)
    } else if is(&["md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx"]) {
        Some(BodyFormat::Markdown)
    } else {
        None
    }
}

/// How many lines of a body show what it is written in.
#[derive(Debug, Default)]
struct Signs {
    /// Lines that begin with a tag where a block may begin.
    html: u32,
    /// Headings, fences, links: what is nothing else than Markdown.
    clear: u32,
    /// List items, quotations, emphasis: what may be just text.
    weak: u32,
    /// Other lines outside HTML.
    text: u32,
}

/// What the next line stands in.
enum Inside {
    Nothing,
    /// HTML up to a blank line.
    Block,
    /// What ends with this.
    Until(&'static str),
}

impl Signs {
    /// The signs of a body, up to where they are enough to tell.
    fn of(body: &str, are_enough: impl Fn(&Self) -> bool) -> Self {
        /// The beginning of a body shows what all of it is.
        const MOST: usize = 64 << 10;
        let mut signs = Self::default();
        let (mut inside, mut seen) = (Inside::Nothing, 0);
        for line in body.lines() {
            inside = signs.take(line, inside);
            seen += line.len();
            if seen > MOST || are_enough(&signs) {
                break;
            }
        }
        signs
    }

    /// Takes a line; answers what the next one stands in.
    fn take(&mut self, line: &str, inside: Inside) -> Inside {
        let content = line.trim();
        let ends = |end: &str| content.to_ascii_lowercase().contains(end);
        match inside {
            Inside::Until(end) if ends(end) => return Inside::Nothing,
            Inside::Until(_) => return inside,
            _ if content.is_empty() => return Inside::Nothing,
            Inside::Block => {
                self.html += u32::from(content.starts_with('<'));
                return inside;
            }
            Inside::Nothing => {}
        }
        if let Some(fence) = ["```", "~~~"].into_iter().find(|fence| content.starts_with(fence)) {
            self.clear += 1;
            return Inside::Until(fence);
        }
        if content.starts_with('<') && !is_autolink(content) {
            let until = RAW.iter().find(|(start, _)| {
                let begins = content.get(..start.len());
                begins.is_some_and(|begins| begins.eq_ignore_ascii_case(start))
            });
            self.html += u32::from(until.is_none_or(|(start, _)| *start != "<!--"));
            return match until {
                Some((_, end)) if ends(end) => Inside::Nothing,
                Some((_, end)) => Inside::Until(end),
                None => Inside::Block,
            };
        }
        if is_heading(line) || content.contains("](") || is_definition(content) {
            self.clear += 1;
        } else if is_weak(content) {
            self.weak += 1;
        } else {
            self.text += 1;
        }
        Inside::Nothing
    }

    /// HTML, and next to nothing else: an exporter's, in a file named after Markdown.
    const fn are_all_html(&self) -> bool {
        self.clear == 0 && self.html > 0 && (self.weak + self.text) * 4 <= self.html
    }

    /// Markdown, and no line of HTML: where no name tells, HTML is what is lost less by.
    const fn are_clearly_markdown(&self) -> bool {
        self.clear > 0 && self.html == 0
    }
}

/// Elements whose text is nothing to Markdown, and comments, with what ends them.
const RAW: &[(&str, &str)] = &[
    ("<!--", "-->"),
    ("<pre", "</pre"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<textarea", "</textarea"),
];

/// `<https://…>`.
fn is_autolink(content: &str) -> bool {
    let end = content.find(['>', ' ']).unwrap_or(content.len());
    content.get(..end).is_some_and(|start| start.contains([':', '@']))
}

/// `## Heading`
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ') && !rest.trim().is_empty()
}

/// `[name]: address`
fn is_definition(content: &str) -> bool {
    content.starts_with('[') && content.contains("]: ")
}

/// `- item`, `1. item`, `> quotation`, `**strong**`, `` `code` ``, `| cell |`, a line below a heading.
fn is_weak(content: &str) -> bool {
    let after_number = content.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = after_number.len() < content.len()
        && (after_number.starts_with(". ") || after_number.starts_with(") "));
    let is_line = |c: char| content.len() >= 3 && content.trim_matches(c).is_empty();
    is_numbered
        || content.starts_with(['>', '|'])
        || ["- ", "* ", "+ "].iter().any(|bullet| content.starts_with(bullet))
        || content.contains("**")
        || content.contains('`')
        || ['=', '-', '*', '_'].into_iter().any(is_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A test for each row of the table.
    #[test]
    fn names_and_signs_decide() {
        use BodyFormat::{Html, Markdown};
        for (name, body, expected) in [
            // The name says HTML: it is.
            (Some("a.html"), "# Not a heading\n\n[a](b)", Html),
            (Some("a/b.HTM"), "- a", Html),
            // The name says Markdown: it is …
            (Some("a.md"), "Hello", Markdown),
            (Some("a.md"), "", Markdown),
            (Some("a.markdown"), "<div>\n\n# A\n\n</div>", Markdown),
            (Some("a.md"), "<p>one</p>\n\n- two", Markdown),
            (Some("a.md"), "<p>one</p>\n\ntwo\n\nthree", Markdown),
            (Some("a.mdx"), "<https://a.b>", Markdown),
            // … unless there is HTML and nothing else.
            (Some("a.md"), "<p>one</p>\n<h3>two</h3>\n\n<p>**three\n* 4</p>", Html),
            (Some("a.md"), "<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>\n\n* e", Html),
            (Some("a.md"), "<!-- a -->\n<pre>\n\n# b\n\n</pre>", Html),
            // The name says nothing, or there is none: clear signs, and no HTML …
            (None, "# A\n\nb", Markdown),
            (Some("a.txt"), "See [a](b).", Markdown),
            (Some("Makefile"), "```\na\n```", Markdown),
            (None, "a [b]\n\n[b]: c", Markdown),
            // … make it Markdown, anything less does not.
            (None, "Hello *there*\n\n- a\n- b", Html),
            (None, "<p>a</p>\n\n# B", Html),
            (None, "#hash", Html),
            (None, "", Html),
        ] {
            assert_eq!(detect(body, name), expected, "{name:?} {body:?}");
        }
    }
}
