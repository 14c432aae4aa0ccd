//! [`Info`]: what the info string of a fence says: a language, and what the code is named.
//!
//! ```text
//! js title="a.js"    js {filename="a.js"}    rust,name=a.rs    Docusaurus, Hugo, Zola …
//! js:src/a.js        js:title=src/a.js                         Zenn, Qiita, Gatsby
//! js [a.js]          js src/a.js                               VitePress, Hexo
//! js A title https://a.b/c The link                            Hexo
//! {.js .numberLines title="a.js"}    {r}    {code-block} js    Pandoc, knitr, MyST
//! ```

use crate::shortcode::arguments;

/// What an info string says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Info<'s> {
    /// All of it.
    pub(super) written: &'s str,
    pub(super) language: Option<&'s str>,
    /// What the code is named.
    pub(super) title: Option<&'s str>,
    /// An address, and the text that leads there; without one the title does.
    pub(super) link: Option<(&'s str, &'s str)>,
}

/// The arguments that name code.
const TITLES: &[&str] = &["title", "filename", "file", "caption", "name"];

/// No info string is looked at that is longer.
const LONGEST: usize = 512;

impl<'s> Info<'s> {
    pub(super) fn read(written: &'s str) -> Self {
        // Most are a language alone.
        let is_word = written.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let written = if is_word { written } else { written.trim() };
        let has_more = |c: char| c.is_whitespace() || matches!(c, '{' | ',' | ':' | '=' | '[');
        if is_word || written.len() > LONGEST || !written.contains(has_more) {
            let language = Some(written).filter(|written| !written.is_empty());
            return Self { written, language, ..Self::default() };
        }
        if written.starts_with('{') {
            return Self::braced(written);
        }
        let end = written.find(has_more).unwrap_or(written.len());
        let (language, rest) = written.split_at(end);
        let (title, link) = named(rest).map_or_else(|| bare(rest), |title| (Some(title), None));
        let language = Some(language).filter(|language| !language.is_empty());
        // Without a language it is no form of those.
        let title = title.filter(|_| language.is_some());
        Self { written, language, title, link: link.filter(|_| title.is_some()) }
    }

    /// `{.js title="a.js"}`, `{r, echo=FALSE}`, `{code-block} js`.
    fn braced(written: &'s str) -> Self {
        const ENGINES: &[&str] = &["r", "python", "julia", "sql", "bash", "ojs", "mermaid", "dot"];
        const DIRECTIVES: &[&str] = &["code-block", "code", "code-cell", "sourcecode"];
        let (inside, after) = written[1..].split_once('}').unwrap_or((&written[1..], ""));
        let first =
            inside.split([' ', ',', '\t']).find(|word| !word.is_empty()).unwrap_or_default();
        let language = match first.strip_prefix('.') {
            Some(class) => Some(class),
            None if ENGINES.contains(&first) => Some(first),
            None if DIRECTIVES.contains(&first) => after.split_ascii_whitespace().next(),
            None => None,
        };
        let is_name = |name: &&str| !name.is_empty() && !name.contains(['.', '#', '=']);
        Self { written, language: language.filter(is_name), title: named(inside), link: None }
    }

    /// Whether the language stands in braces, where Markdown knows none.
    pub(super) fn is_braced(&self) -> bool {
        self.written.starts_with('{')
    }
}

/// The title that an argument gives.
fn named(rest: &str) -> Option<&str> {
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | ':' | ','));
    if !rest.contains('=') {
        return None;
    }
    let value = |key: &str| {
        let is_key = |name: &str| name.eq_ignore_ascii_case(key);
        let found = arguments(rest).find(|argument| argument.name.is_some_and(is_key))?;
        Some(found.value.trim_end_matches('}').trim()).filter(|value| !value.is_empty())
    };
    TITLES.iter().find_map(|key| value(key))
}

type Link<'s> = Option<(&'s str, &'s str)>;

/// The title that words are: a path behind a colon, a name in brackets, a path alone, words before an
/// address.
fn bare(rest: &str) -> (Option<&str>, Link<'_>) {
    if let Some(named) = rest.strip_prefix(':') {
        let name = named.split([' ', '\t', '{']).next().unwrap_or_default();
        return (Some(name).filter(|name| is_path(name)), None);
    }
    if !rest.starts_with([' ', '\t']) || rest.contains(['=', '{']) {
        return (None, None);
    }
    let rest = rest.trim();
    if let Some(name) = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let is_name = !name.contains(['[', ']']) && name.contains(|c: char| c.is_alphabetic());
        return (Some(name).filter(|_| is_name), None);
    }
    let address = ["https://", "http://"].iter().find_map(|scheme| rest.find(scheme));
    if let Some(at) = address.filter(|&at| at > 0 && rest[..at].ends_with([' ', '\t'])) {
        let (address, text) = rest[at..].split_once([' ', '\t']).unwrap_or((&rest[at..], ""));
        return (Some(rest[..at].trim()), Some((address, text.trim())));
    }
    (Some(rest).filter(|rest| is_path(rest)), None)
}

/// Whether a word is the name of a file.
fn is_path(word: &str) -> bool {
    let is_of_path = |c: char| c.is_alphanumeric() || "._-/@+[]()~".contains(c);
    let file = word.rsplit('/').next().unwrap_or_default();
    let ends_as_file = file.rsplit_once('.').is_some_and(|(_, kind)| {
        kind.len() <= 10 && kind.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    word.chars().all(is_of_path) && (ends_as_file || matches!(file, "Dockerfile" | "Makefile"))
}

#[cfg(test)]
mod tests {
    use super::Info;

    #[track_caller]
    fn says(written: &str, expected: &str) {
        let info = Info::read(written);
        let link = info.link.map(|(address, text)| format!(" <{address}> {text}"));
        let language = info.language.unwrap_or("-");
        let title = info.title.unwrap_or("-");
        assert_eq!(
            format!("{language} | {title}{}", link.unwrap_or_default()),
            expected,
            "{written}"
        );
    }

    #[test]
    fn titles_in_the_forms_of_the_field() {
        says("", "- | -");
        says(" rust ", "rust | -");
        says("rust,ignore", "rust | -");
        says("js{1,3-5}", "js | -");
        says("js title=\"src/a b.js\" {1,4-6} showLineNumbers", "js | src/a b.js");
        says("js {1,4-6} title='a.js'", "js | a.js");
        says("js {filename=\"a.js\" linenos=true hl_lines=[8,\"15-17\"]}", "js | a.js");
        says(
            "go-html-template {file=\"layouts/a.html\" copy=true}",
            "go-html-template | layouts/a.html",
        );
        says("{linenos=table,hl_lines=[1]}", "- | -");
        says("rust,linenos,name=mod.rs", "rust | mod.rs");
        says("goat {class=\"foo\" caption=\"Diagram 1: A\"}", "goat | Diagram 1: A");
        says("js:src/a.js", "js | src/a.js");
        says("js:title=src/a.js", "js | src/a.js");
        says("js:no-line-numbers", "js | -");
        says("ts:line-numbers=2 {1}", "ts | -");
        says("c++:main.cpp", "c++ | main.cpp");
        says("js [a.js]", "js | a.js");
        says("js [1]", "js | -");
        says("yml .github/workflows/a.yml", "yml | .github/workflows/a.yml");
        says("dockerfile Dockerfile", "dockerfile | Dockerfile");
        says("js A title https://a.b/c The link", "js | A title <https://a.b/c> The link");
        says("js A title https://a.b/c", "js | A title <https://a.b/c> ");
        says("{.rust .numberLines}", "rust | -");
        says("{ .py .annotate title=\"a.py\" }", "py | a.py");
        says("{r, echo=FALSE}", "r | -");
        says("{code-block} python", "python | -");
    }

    #[test]
    fn other_words_are_none() {
        for written in [
            "shell script",
            "rust no_run",
            "python 3.8",
            "js twoslash v1.2",
            "[language] [title] [url]",
            "js {1}",
            "diff js",
            "title=a",
            "js title=\"\"",
        ] {
            assert_eq!(Info::read(written).title, None, "{written}");
        }
    }
}
