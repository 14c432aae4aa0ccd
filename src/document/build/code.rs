//! Code: its language, as highlighters and generators write it, and the line numbers beside it.
//!
//! ```text
//! <pre><code class="language-rust">          CommonMark, Prism, highlight.js; also hljs rust, lang-rust,
//! <pre class="brush: rust">                  brush: rust, src-rust, data-lang=rust, lang=rust
//! <div class="highlight-source-rust"><pre>   GitHub, Rouge (language-rust highlighter-rouge), Sphinx
//! <figure class="highlight rust"><table><tr><td class=gutter>1<td class=code><pre>     Hexo
//! ```

use super::frame::Kind;
use super::look::{descendants, has_word, is_block};
use super::{Builder, Content};
use crate::document::block::OmittedKind;
use crate::html::{NodeData, NodeId, Tag, Tree};
use crate::span::Span;
use crate::text::Text;

/// Attributes that name a language outright.
const NAMING: &[&str] = &["data-lang", "data-language", "data-enlighter-language"];

/// Classes that name a language behind a prefix; the longer first.
const PREFIXES: &[&str] =
    &["language-", "lang-", "highlight-source-", "highlight-", "src-", "brush:", "lang:"];

/// Classes that only say that a highlighter was here: a language stands beside them.
const HIGHLIGHTERS: &[&str] = &["hljs", "highlight", "sourceCode", "src"];

/// What else stands beside those, and is no language.
const STATES: &[&str] =
    &["undefined", "highlighted", "copyable", "notranslate", "numberSource", "numberLines", "wrap"];

/// Classes of elements that hold the numbers of lines.
const GUTTERS: &[&str] = &[
    "gutter",
    "rouge-gutter",
    "gl",
    "lineno",
    "linenos",
    "linenodiv",
    "lnt",
    "ln",
    "lntd",
    "line-numbers-rows",
    "line-number",
    "line-numbers",
    "hljs-ln-numbers",
    "blob-num",
    "linenumber",
    "LineNr",
];

/// Classes of the cells that stand beside such.
const CODE_CELLS: &[&str] =
    &["code", "rouge-code", "lntd", "hljs-ln-code", "blob-code", "code-cell"];

/// Classes of elements that each hold a line.
const LINES: &[&str] = &["line", "code-line", "token-line"];

/// Names taken for a language though nothing else says that they are one.
const LANGUAGES: &[&str] = &[
    "apache",
    "asm",
    "bash",
    "basic",
    "batch",
    "c",
    "c++",
    "clojure",
    "cmake",
    "coffeescript",
    "cpp",
    "cs",
    "csharp",
    "css",
    "dart",
    "diff",
    "docker",
    "dockerfile",
    "elixir",
    "elm",
    "erlang",
    "fish",
    "fortran",
    "fsharp",
    "go",
    "golang",
    "gradle",
    "graphql",
    "groovy",
    "haskell",
    "hcl",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsx",
    "julia",
    "kotlin",
    "latex",
    "less",
    "lisp",
    "lua",
    "makefile",
    "markdown",
    "matlab",
    "md",
    "mermaid",
    "nginx",
    "nim",
    "nix",
    "objc",
    "objectivec",
    "ocaml",
    "pascal",
    "perl",
    "php",
    "plain",
    "plaintext",
    "powershell",
    "properties",
    "protobuf",
    "ps1",
    "py",
    "python",
    "r",
    "rb",
    "ruby",
    "rust",
    "sass",
    "scala",
    "scheme",
    "scss",
    "sh",
    "shell",
    "sql",
    "stylus",
    "svg",
    "swift",
    "tex",
    "text",
    "toml",
    "ts",
    "tsx",
    "txt",
    "typescript",
    "vb",
    "vim",
    "vue",
    "wasm",
    "xml",
    "yaml",
    "yml",
    "zig",
    "zsh",
];

impl Builder<'_, '_> {
    /// `<pre>`, or a table of numbers and lines, is code, unless blocks stand in it: then it is
    /// transparent.
    pub(super) fn open_code(&mut self, node: NodeId) -> Content {
        if holds_blocks(self.tree, node) {
            return Content::Walk;
        }
        let language = code_language(self.tree, node);
        self.run.keep_formats(false);
        self.open_frame(node, Kind::Code { language })
    }

    /// An element in code: it says nothing but where lines end and which number they have.
    pub(super) fn enter_in_code(&mut self, node: NodeId, tag: Tag) -> Content {
        if is_gutter(self.tree, node, true) {
            return self.omit(node, OmittedKind::LineNumbers);
        }
        // An element for each line ends the one before it, where no line end says so.
        let is_line = |node| has_word(self.tree, node, LINES);
        let before = self.tree.previous_sibling(node);
        if before.is_some_and(|before| is_line(before) && is_line(node)) {
            self.run.end_line();
        }
        self.enter_transparent(node, tag)
    }
}

/// Whether a block stands in `node` that is not just a line of code.
fn holds_blocks(tree: &Tree<'_>, node: NodeId) -> bool {
    let mut in_table = tree.tag(node) == Some(Tag::Table);
    let mut tags = descendants(tree, node).map(|child| (child, tree.tag(child)));
    tags.any(|(child, tag)| match tag {
        Some(Tag::Div | Tag::P | Tag::Center) | None => false,
        // One table, so that none is looked through twice.
        Some(Tag::Table) => std::mem::replace(&mut in_table, true) || !is_code_table(tree, child),
        Some(Tag::Tbody | Tag::Tr | Tag::Td) => !in_table,
        Some(tag) => is_block(tag),
    })
}

/// Whether a table's first row is the number of a line, or of all, beside the code.
pub(super) fn is_code_table(tree: &Tree<'_>, table: NodeId) -> bool {
    /// White space and columns stand before it, if anything.
    const MOST: usize = 4;
    let first = |node, tags: &[Tag]| {
        let mut children = tree.children(node).take(MOST);
        children.find(|&child| tree.tag(child).is_some_and(|tag| tags.contains(&tag)))
    };
    let body = first(table, &[Tag::Tbody]).unwrap_or(table);
    let cell = first(body, &[Tag::Tr]).and_then(|row| first(row, &[Tag::Td]));
    cell.is_some_and(|cell| is_beside_code(tree, cell))
}

/// Whether `node` holds nothing but the numbers of lines: in code, or in the cell beside it.
pub(super) fn is_gutter(tree: &Tree<'_>, node: NodeId, in_code: bool) -> bool {
    let named = match tree.tag(node) {
        Some(Tag::Td) => is_beside_code(tree, node),
        _ => in_code && has_word(tree, node, GUTTERS),
    };
    named && holds_numbers(tree, node)
}

fn is_beside_code(tree: &Tree<'_>, cell: NodeId) -> bool {
    let beside = || {
        let mut after = std::iter::successors(tree.next_sibling(cell), |&at| tree.next_sibling(at));
        after.by_ref().take(2).find(|&next| tree.tag(next) == Some(Tag::Td))
    };
    has_word(tree, cell, GUTTERS) && beside().is_some_and(|code| has_word(tree, code, CODE_CELLS))
}

/// Whether the text of an element is digits and white space. Real gutters are shallow; what nests
/// deeper is none, so that nothing is looked at over and over.
fn holds_numbers(tree: &Tree<'_>, node: NodeId) -> bool {
    const DEEPEST: u32 = 6;
    let (mut at, mut depth) = (node, 0);
    loop {
        if let NodeData::Text(text) = &tree.node(at).data {
            if !text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace()) {
                return false;
            }
        }
        if let Some(child) = tree.first_child(at) {
            (at, depth) = (child, depth + 1);
            if depth > DEEPEST || tree.tag(child) == Some(Tag::Img) {
                return false;
            }
            continue;
        }
        while at != node && tree.next_sibling(at).is_none() {
            let Some(parent) = tree.parent(at) else { return true };
            (at, depth) = (parent, depth - 1);
        }
        match tree.next_sibling(at).filter(|_| at != node) {
            Some(next) => at = next,
            None => return true,
        }
    }
}

/// The language of the code in `pre`: as its `<code>` says, as itself does, or what stands around it
/// for it alone.
fn code_language<'a>(tree: &Tree<'a>, pre: NodeId) -> Option<Text<'a>> {
    let code = tree.children(pre).take(4).find(|&child| tree.tag(child) == Some(Tag::Code));
    let mut own = code.into_iter().chain([pre]);
    own.clone()
        .find_map(|node| class_language(tree, node, true).or_else(|| named_language(tree, node)))
        .or_else(|| own.find_map(|node| value(tree, node, "lang")))
        .or_else(|| wrappers(tree, pre).find_map(|node| class_language(tree, node, false)))
        .map(|mut language| {
            language.trim_start_in_place();
            language.trim_end_in_place();
            language
        })
}

fn named_language<'a>(tree: &Tree<'a>, node: NodeId) -> Option<Text<'a>> {
    NAMING.iter().find_map(|name| value(tree, node, name))
}

fn value<'a>(tree: &Tree<'a>, node: NodeId, name: &str) -> Option<Text<'a>> {
    let value = &tree.attribute(node, name)?.value;
    (!value.trim().is_empty()).then(|| value.clone())
}

/// The language that a class names. That of an element around code says more often something else
/// (`lang-en`), so it is believed of languages alone, or where a highlighter was.
fn class_language<'a>(tree: &Tree<'a>, node: NodeId, own: bool) -> Option<Text<'a>> {
    let class = &tree.attribute(node, "class")?.value;
    let surely = own || class.contains("highlight") && tree.tag(node) == Some(Tag::Figure);
    let name = prefixed(class, own).or_else(|| beside_mark(class, surely));
    let name = name.filter(|name| !name.is_empty())?;
    Some(class.part(Span::of_part(class, name, 0).range()))
}

/// `language-rust`, `brush: rust`, `rust` of `language-rust,ignore`.
fn prefixed(class: &str, own: bool) -> Option<&str> {
    let mut words = class.split_ascii_whitespace();
    while let Some(word) = words.next() {
        let Some(prefix) = PREFIXES.iter().find(|prefix| word.starts_with(**prefix)) else {
            continue;
        };
        let name = word.get(prefix.len()..).filter(|name| !name.is_empty());
        let name = name.or_else(|| words.next().filter(|_| prefix.ends_with(':')))?;
        let name = name.split([',', ';', ':', '{']).next().unwrap_or_default();
        let sure = match *prefix {
            "highlight-source-" => true,
            "highlight-" => false,
            _ => own || class.contains("highlight"),
        };
        if sure || is_language(name) {
            return Some(name);
        }
    }
    None
}

/// The one word that stands beside a highlighter's, or alone: `hljs rust`, `rust`.
fn beside_mark(class: &str, surely: bool) -> Option<&str> {
    let mut marked = false;
    let mut words = class.split_ascii_whitespace().filter(|word| {
        let is_mark = HIGHLIGHTERS.contains(word);
        marked |= is_mark;
        !is_mark && !STATES.contains(word)
    });
    let name = words.next()?;
    let alone = words.next().is_none();
    (alone && (is_language(name) && (surely || marked) || surely && marked)).then_some(name)
}

fn is_language(name: &str) -> bool {
    LANGUAGES.iter().any(|language| language.eq_ignore_ascii_case(name))
}

/// The elements around code that hold nothing else, but buttons, names and line numbers.
fn wrappers<'t>(tree: &'t Tree<'_>, pre: NodeId) -> impl Iterator<Item = NodeId> + 't {
    /// `pre`, `td`, `tr`, `tbody`, `table`, `code`, `pre`, `div`, `div`.
    const MOST: usize = 9;
    const FEW: usize = 5;
    let around = std::iter::successors(tree.parent(pre), |&node| tree.parent(node)).take(MOST);
    around.take_while(|&node| match tree.tag(node) {
        Some(Tag::Div | Tag::Figure) => {
            let elements =
                tree.children(node).take(2 * FEW + 2).filter(|&c| tree.element(c).is_some());
            elements.count() <= FEW
        }
        Some(Tag::Td | Tag::Tr | Tag::Tbody | Tag::Table | Tag::Code | Tag::Pre) => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Document, OmittedKind};

    /// The language, code and number of omitted parts of the first code block.
    fn read(html: &str) -> String {
        let document = Document::parse(html);
        let kinds = document.omitted().iter().map(|omitted| omitted.kind);
        let numbers = kinds.filter(|&kind| kind == OmittedKind::LineNumbers).count();
        let code = document.code_blocks().next();
        code.map_or_else(String::new, |code| {
            let language = code.language.as_deref().unwrap_or("-");
            format!("{language}: {} ({numbers})", code.inlines.text())
        })
    }

    #[test]
    fn languages_are_as_highlighters_write_them() {
        for (html, language) in [
            ("<pre><code class=language-rust>", "rust"),
            ("<pre><code class='language-rust,ignore'>", "rust"),
            ("<pre><code class='language-js:src/a.js'>", "js"),
            ("<pre><code class='lang-c++ x'>", "c++"),
            ("<pre class='brush: js; highlight: [2]'>", "js"),
            ("<pre class=brush:xml>", "xml"),
            ("<pre class='lang:php decode:true'>", "php"),
            ("<pre class='src src-sh'>", "sh"),
            ("<pre><code class='hljs mercury'>", "mercury"),
            ("<pre><code class='yaml hljs'>", "yaml"),
            ("<pre><code class=yaml>", "yaml"),
            ("<pre><code class=fancy>", "-"),
            ("<pre class='sourceCode python'><code class='sourceCode python'>", "python"),
            ("<pre class='chroma'><code data-lang=go>", "go"),
            ("<pre lang=' ruby '>", "ruby"),
            ("<pre class='wp-block-code syntaxbox notranslate'>", "-"),
            ("<div class='highlight-source-js'><pre>", "js"),
            ("<div class='highlight-python notranslate'><div class=highlight><pre>", "python"),
            ("<div class=highlight-wrap><pre>", "-"),
            ("<div class='language-js extra-class'><button>Copy</button><pre>", "js"),
            ("<div class='language-en lang-en'><pre>", "-"),
            ("<div class=language-js><p>a<p>b<p>c<p>d<p>e<pre>", "-"),
            ("<figure class='highlight brainf'><pre>", "brainf"),
            ("<figure class='wide center'><pre>", "-"),
        ] {
            let html = format!("{html}x");
            assert_eq!(read(&html).split(':').next(), Some(language), "{html}");
        }
    }

    #[test]
    fn line_numbers_are_omitted() {
        for (html, code) in [
            ("<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span>b", "-: a\nb (2)"),
            // A number that is more than one, and one that is no line's.
            ("<pre><span class=lineno>1a</span>b", "-: 1ab (0)"),
            ("<pre><span class=number>1</span>", "-: 1 (0)"),
            ("<pre><b class=line>a</b><b class=line>b</b> <b class=line>c</b>", "-: a\nb c (0)"),
            ("<table><tr><td class=gutter>1<td class=code><pre>a</pre></table>", "-: a (1)"),
            (
                "<table><tr><td class=gutter>1<td class=code>a<tr><td>2<td>b</table>",
                "-: a\n2\nb\n (1)",
            ),
            ("<table><tr><td class=gutter>1<td>a</table>", ""),
        ] {
            assert_eq!(read(html), code, "{html}");
        }
    }
}
