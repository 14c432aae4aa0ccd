//! The language of code, as highlighters and generators write it.

use crate::html::{NodeId, Tag, Tree};
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

/// The language of the code in `pre`: as its `<code>` says, as itself does, or what stands around it
/// for it alone.
pub(super) fn code_language<'a>(tree: &Tree<'a>, pre: NodeId) -> Option<Text<'a>> {
    let code = tree.children(pre).take(4).find(|&child| tree.tag(child) == Some(Tag::Code));
    let mut own = code.into_iter().chain([pre]).filter(|&node| tree.has_attributes(node));
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

/// What is said of the code in `pre`, which holds `code` and nothing else.
pub(in super::super) enum Said<'a> {
    /// Its language, or nothing.
    Language(Option<Text<'a>>),
    /// More, perhaps: it has to be looked at.
    More,
}

/// What is said of the code in `pre`, which holds `code` and nothing else.
pub(in super::super) fn said<'a>(
    tree: &Tree<'a>,
    pre: NodeId,
    code: NodeId,
    source: &'a str,
) -> Said<'a> {
    let is_code = tree.tag(code) == Some(Tag::Code) && !tree.has_attributes(pre);
    let Some(element) = tree.element(code).filter(|_| is_code) else { return Said::More };
    match tree.attributes(element) {
        [] => Said::Language(code_language(tree, pre)),
        [class] if class.name == "class" => {
            let ends =
                |byte: u8| !byte.is_ascii_graphic() || matches!(byte, b',' | b';' | b':' | b'{');
            let name = class.value.strip_prefix(PREFIXES[0]);
            match name.filter(|name| !name.is_empty() && !name.bytes().any(ends)) {
                Some(name) => {
                    let behind_fence = || after_fence(tree.node(pre).span.slice(source)?, name);
                    let language = match class.value.as_borrowed() {
                        Some(class) => Some(&class[class.len() - name.len()..]),
                        None => behind_fence(),
                    };
                    let copied = || Text::from(name.to_owned());
                    Said::Language(Some(language.map_or_else(copied, Text::borrowed)))
                }
                None => Said::More,
            }
        }
        _ => Said::More,
    }
}

/// The name of a language where Markdown has it, behind the fence that opens the code.
fn after_fence<'s>(code: &'s str, name: &str) -> Option<&'s str> {
    let fence = code.bytes().take_while(|byte| matches!(byte, b'`' | b'~')).count();
    let info = code[fence..].trim_start_matches(' ');
    info.starts_with(name).then(|| &info[..name.len()])
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
