//! What is decided for odd files: the answer that a person who reads the file would give.
//!
//! One test for each folder of `corpus/odd`; the reason stands beside each expectation.

use copydesk::{Block, Code, DateValue, Dialect, Document, Format, Parser};
use serde_json::{Value, json};

use crate::shared;

/// Reads a file of `corpus/odd` and checks what its document is. Passes without the data.
#[track_caller]
fn odd(path: &str, check: impl FnOnce(Odd<'_>)) {
    let Some(file) = shared::file(&format!("corpus/odd/{path}")) else { return };
    check(Odd { document: Document::from_bytes(&file.bytes) });
}

struct Odd<'a> {
    document: Document<'a>,
}

impl Odd<'_> {
    /// Front matter of this format is found, and the body begins like this.
    #[track_caller]
    fn found(&self, format: Format, body: &str) -> &Self {
        let found = self.document.front_matter().map(|front_matter| front_matter.format);
        assert_eq!(found, Some(format), "diagnostics: {:?}", self.document.diagnostics());
        let start: String = self.document.body().chars().take(60).collect();
        assert!(start.starts_with(body), "the body begins with {start:?}, not {body:?}");
        assert!(!body.is_empty() || start.is_empty(), "the body is empty, not {start:?}");
        self
    }

    /// There is no front matter, and all is body.
    #[track_caller]
    fn none(&self) -> &Self {
        assert_eq!(self.document.front_matter(), None);
        assert_eq!(self.document.body(), self.document.source());
        self
    }

    #[track_caller]
    fn title(&self, title: &str) -> &Self {
        assert_eq!(self.document.metadata().title.as_deref(), Some(title));
        self
    }

    /// The diagnostics have these codes, in order, and no others but those of the body's templates.
    #[track_caller]
    fn codes(&self, codes: &[Code]) -> &Self {
        let codes_found = self.document.diagnostics().iter().map(|d| d.code);
        let found: Vec<_> = codes_found.filter(|&code| code != Code::UnknownShortcode).collect();
        assert_eq!(found, codes, "{:#?}", self.document.diagnostics());
        self
    }

    /// One of the diagnostics has this code.
    #[track_caller]
    fn code(&self, code: Code) -> &Self {
        let mut diagnostics = self.document.diagnostics().iter();
        assert!(diagnostics.any(|d| d.code == code), "{:#?}", self.document.diagnostics());
        self
    }

    /// A member of the metadata's JSON, by its JSON pointer.
    #[track_caller]
    fn member(&self, pointer: &str, expected: &Value) -> &Self {
        let metadata = serde_json::to_value(self.document.metadata()).unwrap();
        assert_eq!(metadata.pointer(pointer), Some(expected), "{pointer} in {metadata:#}");
        self
    }

    fn text(&self) -> String {
        let paragraphs = self.document.blocks().iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text().into_string()),
            Block::Heading(heading) => Some(heading.text().into_string()),
            Block::Code(code) => Some(code.inlines.text().into_string()),
            _ => None,
        });
        paragraphs.collect::<Vec<_>>().join("\n")
    }
}

const JSON: Format = Format::Json;
const TOML: Format = Format::Toml;
const YAML: Format = Format::Yaml;

#[test]
fn bad_json() {
    // Not bad at all: JSON in braces between semicolons, the language named after the fence.
    odd("bad-json/jonschlinkert+gray-matter/test__fixtures__delims-and-lang.md", |odd| {
        odd.found(JSON, "\n# This page").title("JSON").codes(&[]);
        odd.member("/description", &json!("Front Matter"));
    });
    odd("bad-json/jonschlinkert+gray-matter/test__fixtures__delims-semi-colons.md", |odd| {
        odd.found(JSON, "\n# This page").title("delims-semi-colons JSON").codes(&[]);
    });
}

#[test]
fn bad_toml() {
    // The fences are TOML's, what is between them is not: it is kept raw, and the body is right.
    odd("bad-toml/remarkjs+remark-frontmatter/test__fixtures__custom-fence__input.md", |odd| {
        odd.found(TOML, "\n# Deep\n").code(Code::InvalidFrontMatter);
        assert!(odd.document.check().is_err());
    });
    // An archetype of Hugo's: only the date is no TOML, and a bad value never costs the other keys.
    odd("bad-toml/swcarpentry+software-carpentry.org/archetypes__default.md", |odd| {
        odd.found(TOML, "").title(r#"{{ replace .File.ContentBaseName "-" " " | title }}"#);
        odd.member("/draft", &json!(true));
        assert!(!odd.document.diagnostics().is_empty());
    });
}

#[test]
fn bad_yaml() {
    // Quoted text goes on at column 0, which YAML forbids and most readers take: so do we.
    let name = "bad-yaml/18F+18f.gsa.gov/content__posts__2016-05-19-content-debt-what-it-is-where-to-find-it-and-how-to-prevent-it-in-the-first-place.md";
    odd(name, |odd| {
        odd.found(YAML, "\nTechnical debt is a term");
        let metadata = odd.document.metadata();
        let title = metadata.title.as_deref().unwrap_or_default();
        assert!(title.trim().starts_with("Content debt: What it is, where"), "{title:?}");
        odd.member("/authors/0/name", &json!("melody"));
        odd.member("/tags", &json!(["communication tools and practices", "content design"]));
        let description = metadata.description.as_deref().unwrap_or_default();
        assert!(description.starts_with("Like technical debt, a failure to plan for content-"));
        assert!(description.ends_with("strategies for preventing it in the first place."));
        odd.member("/images/0/src", &json!("/assets/blog/content/scrap-paper.jpg"));
    });
    // A template's quotes within quotes: only that value becomes raw text.
    odd("bad-yaml/etcd-io+website/archetypes__blog.md", |odd| {
        odd.found(YAML, "\n").code(Code::RepairedValue);
        odd.member("/title", &json!(r#"{{ replace .Name "-" " " | title }}"#));
        odd.member("/draft", &json!(true)).member("/authors/0/name", &json!("Ada Lovelace"));
        odd.member("/published/raw", &json!(r#"{{ dateFormat "2006-01-02" .Date }}"#));
    });
    odd("bad-yaml/gohugoio+hugo/docs__archetypes__functions.md", |odd| {
        odd.found(YAML, "").code(Code::RepairedValue);
        odd.title(r#"{{ replace .File.ContentBaseName "-" " " | title }}"#);
        odd.member("/extra/params/functions_and_methods/signatures", &json!([]));
    });
    // YAML takes `{{ title }}` for a mapping whose key is a mapping; nobody ever meant that.
    odd("bad-yaml/jiangtj+blog-archive1/scaffolds__page.md", |odd| {
        odd.found(YAML, "").title("{{ title }}");
        odd.member("/published/raw", &json!("{{ date }}"));
        let published = odd.document.metadata().published.as_ref().unwrap();
        assert_eq!(published.value, DateValue::Text);
    });
    // CoffeeScript and JavaScript are not read, let alone run: no front matter, and a word on it.
    for name in ["coffee", "coffeescript", "javascript"] {
        let name = format!("test__fixtures__autodetect-{name}.md");
        odd(&format!("bad-yaml/jonschlinkert+gray-matter/{name}"), |odd| {
            odd.none().codes(&[Code::UnknownFenceLanguage]);
        });
    }
    // A list, and a broken one: not a mapping, so it is text between two rules.
    let name =
        "bad-yaml/metalsmith+metalsmith/test__fixtures__read-invalid-frontmatter__src__index.md";
    odd(name, |odd| {
        odd.none();
        assert_eq!(odd.document.diagnostics().len(), 1, "{:?}", odd.document.diagnostics());
    });
}

#[test]
fn blank_before() {
    // Blank lines before the fence are skipped, as in the feed family.
    odd(
        "blank-before/remarkjs+remark-frontmatter/test__fixtures__core-yaml-delayed__input.md",
        |odd| {
            odd.found(YAML, "\n# Later").title("post").codes(&[]);
            assert_eq!(odd.document.front_matter().unwrap().span.start, 2);
        },
    );
    // Without front matter they are the body's: nothing is trimmed.
    let name = "blank-before/metalsmith+metalsmith/test__fixtures__cli-init__build-nonempty__src__page1.md";
    odd(name, |odd| {
        odd.none().codes(&[]);
        assert_eq!(odd.text(), "Nothing here... fill in the blanks");
    });
    // A test script that has front matter of several files in it, none of them its own.
    odd("blank-before/gohugoio+hugo/testscripts__commands__hugo__configdir.txt", |odd| {
        odd.none().codes(&[]);
    });
    // A whole page that redirects: it has a head and shows nothing.
    let name = "blank-before/swcarpentry+swcarpentry.github.io/instructor-training___extras__checkout.html";
    odd(name, |odd| {
        odd.none().codes(&[]);
        assert_eq!(odd.document.blocks(), []);
    });
    let name = "blank-before/mdn+archived-content/files__de__archive__mozilla__xul__attribute__label__raw.html";
    odd(name, |odd| {
        odd.none().codes(&[]);
        let lists = odd.document.blocks().iter().filter(|b| matches!(b, Block::DefinitionList(_)));
        assert!(lists.count() > 0);
    });
}

#[test]
fn bom() {
    // The mark is no part of the fence, and spans count it.
    odd("bom/getzola+zola/test_site__content__hello.md", |odd| {
        odd.found(TOML, "\nThis file starts").codes(&[]);
        assert_eq!(odd.document.body_span().start, 3 + 8);
        assert_eq!(odd.document.front_matter().unwrap().raw, "");
    });
    odd("bom/jekyll+jekyll/test__source___encodings__UTF8CRLFandBOM.md", |odd| {
        odd.found(YAML, "This file was created").title("UTF8CRLFandBOM").codes(&[]);
        odd.member("/categories", &json!(["bom"]));
        odd.member("/published/instant", &json!("2017-04-05T16:16:01-08:00"));
    });
    odd("bom/jxson+front-matter/examples__bom.md", |odd| {
        odd.title("Relax guy, I'm not hiding any BOMs").codes(&[]);
    });
    odd("bom/etcd-io+website/content__en__docs__v3.2__learning__auth_design.md", |odd| {
        odd.found(YAML, "\n## Why not reuse").title("etcd v3 authentication design").codes(&[]);
    });
}

#[test]
fn categories_nonstr_items() {
    // `2013` is a number to YAML and a category to its author.
    let name = "categories-nonstr-items/codeforamerica+cfaweb-blog-archive/_posts__2012-02-16-why-raleigh-is-applying-for-code-for-america-2013.md";
    odd(name, |odd| {
        odd.found(YAML, "The City of Raleigh, N.C.").codes(&[]);
        odd.member("/categories", &json!(["2013", "Commentary", "Guest Post"]));
        // A comma parts a name from what it is of as often as it parts two names: not guessed.
        odd.member("/authors/0/name", &json!("Jonathan Minter, City of Raleigh"));
        odd.member("/published/raw", &json!("2012-02-16T19:08:09+00:00"));
    });
}

#[test]
fn closing_spaces() {
    // `--- ` closes: nobody sees the space. The later `---` are the body's.
    let name = "closing-spaces/GSA+digitalgov.gov/content__news__2017__09__2017-09-20-a-conversation-with-itif-about-state-federal-government-websites.md";
    odd(name, |odd| {
        odd.found(YAML, "\nAt the beginning of 2017");
        odd.title("A Conversation With ITIF About the State of Federal Government Websites");
        // The summary writes its full stop as `&#46;`.
        odd.codes(&[Code::EntityInValue]);
        let description = odd.document.metadata().description.as_deref().unwrap_or_default();
        assert!(!description.contains("&#46;") && description.contains("this research."));
    });
}

#[test]
fn control() {
    // A backspace in the text, from a careless paste: kept, like any other character.
    odd("control/merrier+merrier.github.io/20170403__css-box-model.html", |odd| {
        odd.none();
        assert!(odd.text().contains("“\u{8}margin 合并”"));
        assert!(odd.text().contains("前端面试系列（5）——CSS盒子模型"));
    });
}

#[test]
fn crlf_mixed_and_tab_indent() {
    // CRLF and tabs stand within a block scalar, where they are text; the rest is ordinary.
    for folder in ["crlf-mixed", "tab-indent"] {
        let path = "codeforamerica+cfaweb-blog-archive/_posts__2010-07-14-cc.md";
        odd(&format!("{folder}/{path}"), |odd| {
            odd.found(YAML, "How can government meet")
                .title("The Civic Commons Project")
                .codes(&[]);
            odd.member("/categories", &json!(["Commons", "Uncategorized"]));
            let metadata = serde_json::to_value(odd.document.metadata()).unwrap();
            let column = metadata["extra"]["leftcolumn"][0].as_str().unwrap();
            assert!(column.starts_with("<ul>\n\t<li>Overcome"), "{column:?}");
            assert!(column.ends_with("</ul>\n"), "{column:?}");
        });
    }
}

#[test]
fn crlf() {
    odd("crlf/GSA+digitalgov.gov/content__communities__user-experience.md", |odd| {
        odd.title("Join the User Experience").codes(&[]);
        // `2:35` is a time too.
        odd.member("/published/instant", &json!("2014-01-13T02:35:36-04:00"));
        odd.member("/extra/event_cop", &json!("user-experience"));
    });
    odd("crlf/jekyll+jekyll/test__source___roles__named.md", |odd| {
        odd.found(YAML, "\r\n`name` defined").codes(&[]);
        assert_eq!(odd.document.front_matter().unwrap().raw, "name: launcher\r\n");
    });
    let name = "crlf/jekyll+jekyll/test__source__win___posts__2009-05-24-yaml-linebreak.markdown";
    odd(name, |odd| {
        odd.found(YAML, "\r\nThis is the content").title("Test title").codes(&[]);
        odd.member("/tags", &json!(["Ruby"]));
    });
}

#[test]
fn dots_closing() {
    // `...` ends a YAML document, as Pandoc and Jekyll have it.
    odd("dots-closing/eyeseast+python-frontmatter/examples__content__pandoc.txt", |odd| {
        odd.found(YAML, "\nNulla pulvinar").title("Pandoc-flavored Front Matter").codes(&[]);
    });
    odd("dots-closing/jekyll+jekyll/test__source___methods__yaml_with_dots.md", |odd| {
        odd.found(YAML, "\nUse `{{ page.title }}`").title("YAML with Dots").codes(&[]);
    });
    odd("dots-closing/jxson+front-matter/examples__dots-ending.md", |odd| {
        odd.found(YAML, "\nIt shouldn't break with ...").codes(&[]);
        odd.title("Example with dots document ending");
    });
}

#[test]
fn dup_keys() {
    // The later expiry date was set by a script for all files, and sites obeyed it.
    let name = "dup-keys/GSA+digitalgov.gov/content__resources__omb-memos-circulars-executive-orders-and-other-policies.md";
    odd(name, |odd| {
        odd.found(YAML, "\nThis is a select list").codes(&[Code::DuplicateKey]);
        odd.title("OMB Memos, Circulars, Executive Orders and Other Policies");
        odd.member("/extra/expirydate", &json!("2025-01-01"));
    });
    // Twice the same is still twice.
    let name = "dup-keys/GSA+digitalgov.gov/content__services__service_us-digital-registry.md";
    odd(name, |odd| {
        odd.code(Code::DuplicateKey);
        odd.member("/extra/redirectto", &json!("https://touchpoints.app.cloud.gov/registry"));
    });
}

#[test]
fn empty_fm() {
    // Nothing between the fences is front matter that says nothing, and the fences are not text.
    for (name, format, body) in [
        ("getzola+zola/test_site__content__root-page-1.md", TOML, ""),
        ("getzola+zola/test_sites_invalid__indexmd__content___index.md", TOML, ""),
        ("jekyll+jekyll/test__source___posts__2009-06-22-empty-yaml.markdown", YAML, "Empty YAML."),
        ("jekyll+jekyll/test__source___roles__unnamed.md", YAML, "\r\nNo `name`"),
        ("jekyll+jekyll/test__source__static_files.html", YAML, "{% for file in site"),
        ("remarkjs+remark-frontmatter/test__fixtures__toml-empty__input.md", TOML, "\n# Empty"),
    ] {
        odd(&format!("empty-fm/{name}"), |odd| {
            odd.found(format, body).codes(&[]);
            assert_eq!(odd.document.metadata(), &copydesk::Metadata::default());
        });
    }
}

#[test]
fn feff_inside() {
    // U+FEFF within a text is a character: only the first of the input is a byte order mark.
    let name = "feff-inside/mdn+archived-content/files__en-us__mozilla__projects__spidermonkey__jsapi_reference__js_getemptystringvalue__raw.html";
    odd(name, |odd| {
        odd.none().codes(&[]);
        assert!(odd.text().contains("\u{feff}// Added in SpiderMonkey 42\n"));
    });
}

#[test]
fn fm_in_the_middle() {
    // At the end, or in the files that a script holds: not the front of the matter.
    odd("fm-in-the-middle/eyeseast+python-frontmatter/examples__content__reversed.txt", |odd| {
        odd.none().codes(&[]);
    });
    odd("fm-in-the-middle/gohugoio+hugo/testscripts__commands__hugo.txt", |odd| {
        odd.none().codes(&[]);
    });
}

#[test]
fn fm_not_map() {
    // A function between the fences is one long scalar to YAML: not a mapping, so all is body.
    odd("fm-not-map/jonschlinkert+gray-matter/test__fixtures__lang-javascript-fn.md", |odd| {
        odd.none().codes(&[Code::NotAMapping]);
    });
}

#[test]
fn huge_fm() {
    // 114 kB of aliases: long, but far from the limit, and every one is kept.
    odd("huge-fm/GSA+digitalgov.gov/content__301.md", |odd| {
        odd.title("The page you're looking for is no longer available.").codes(&[]);
        let metadata = serde_json::to_value(odd.document.metadata()).unwrap();
        assert_eq!(metadata["extra"]["aliases"].as_array().map(Vec::len), Some(1_610));
        assert_eq!(metadata["permalink"], "/301");
    });
}

#[test]
fn huge_line() {
    odd("huge-line/mdn+archived-content/files__en-us__archive__web__index.html", |odd| {
        odd.found(YAML, "<div class=\"hidden\">")
            .title("Archived open Web documentation")
            .codes(&[]);
        odd.member("/tags", &json!(["Archive", "Landing", "Web"]));
        odd.member("/slug", &json!("Archive/Web"));
        // Its `class` is all that hides it, and who knows what a style sheet says: it is shown.
        assert!(matches!(&odd.document.blocks()[0], Block::Heading(h) if h.text() == "Subnav"));
    });
}

#[test]
fn json() {
    // The brace ends it, and the setext headings of the body are not fences.
    odd("json/eyeseast+python-frontmatter/tests__json__hello-json.md", |odd| {
        odd.found(JSON, "\nTitle\n=====").codes(&[]);
        odd.member("/authors/0/name", &json!("bob")).member("/extra/test", &json!("tester"));
    });
}

#[test]
fn key_value_nospace() {
    // `cSpell:ignore: Malabi`: a colon without a space after it is a part of the key.
    let name =
        "key:value-nospace/open-telemetry+opentelemetry.io/content__en__blog__2021__malabi.md";
    odd(name, |odd| {
        odd.found(YAML, "\nThis article introduces").codes(&[]);
        // Folded text ends with a line end, which no title has.
        odd.title("Trace-Based Testing with OpenTelemetry: Meet Open Source Malabi (Medium)");
        odd.member("/extra/cSpell:ignore", &json!("Malabi"));
        odd.member("/published/day", &json!("2021-10-01"));
    });
}

#[test]
fn utf_16() {
    // UTF-16 with CRLF, kept in three folders: decoded by its mark, which is then gone.
    for folder in ["lone-cr", "non-utf8", "nul"] {
        let path = "jekyll+jekyll/test__source___encodings__Unicode16LECRLFandBOM.md";
        odd(&format!("{folder}/{path}"), |odd| {
            odd.found(YAML, "This file was created with CR/LFs");
            odd.title("Unicode16CRLFandBOM").codes(&[Code::Utf16Decoded]);
            odd.member("/categories", &json!(["bom"]));
            odd.member("/published/instant", &json!("2017-04-05T16:08:01-08:00"));
            assert!(odd.document.source().starts_with("---\r\n"));
        });
    }
}

#[test]
fn long_fences() {
    // Four dashes that four dashes close.
    for folder in ["long-opening", "long-closing"] {
        odd(&format!("{folder}/eyeseast+python-frontmatter/tests__yaml__extra-dash.txt"), |odd| {
            odd.found(YAML, "\nHere's some content.").codes(&[]);
            odd.member("/extra/test", &json!("bob")).member("/extra/else", &json!("kate"));
        });
    }
}

#[test]
fn no_closing() {
    // Never closed: all is body, and the author is told where it was opened.
    for name in ["yaml-unclosed", "yaml-closed-incorrectly"] {
        let path =
            format!("no-closing/remarkjs+remark-frontmatter/test__fixtures__{name}__input.md");
        odd(&path, |odd| {
            odd.none().codes(&[Code::UnclosedFrontMatter]);
            let diagnostic = &odd.document.diagnostics()[0];
            assert_eq!(diagnostic.span.slice(odd.document.source()), Some("---"));
        });
    }
}

#[test]
fn no_opening() {
    // `title: … ---` is a heading to CommonMark and front matter to Hexo: the caller knows which.
    let path = "no-opening/hexojs+site/scaffolds__page.md";
    odd(path, |odd| {
        odd.none().codes(&[]);
    });
    let Some(file) = shared::file(&format!("corpus/odd/{path}")) else { return };
    let document = Parser::new().dialect(Dialect::Hexo).parse_bytes(&file.bytes);
    Odd { document }.found(YAML, "").title("{{ title }}");
}

#[test]
fn opening_spaces() {
    odd("opening-spaces/eyeseast+python-frontmatter/tests__yaml__extra-space.txt", |odd| {
        odd.found(YAML, "\nThis file has an extra space").codes(&[]);
        odd.member("/extra/something", &json!("else"));
    });
    odd(
        "opening-spaces/jekyll+jekyll/test__source___posts__2015-12-27-extra-spaces.markdown",
        |odd| {
            odd.found(YAML, "\nBest **post** ever")
                .codes(&[])
                .member("/extra/extra", &json!("spaces"));
        },
    );
    odd("opening-spaces/swcarpentry+software-carpentry.org/content__about-us___index.md", |odd| {
        odd.found(YAML, "\nSoftware Carpentry develops").title("About us").codes(&[]);
        odd.member("/extra/hideToc", &json!(true));
    });
}

#[test]
fn opening_with_text() {
    // A language that is read.
    odd("opening-with-text/jonschlinkert+gray-matter/test__fixtures__autodetect-yaml.md", |odd| {
        odd.found(YAML, "Content").title("autodetect-yaml").codes(&[]);
    });
    // The sections have front matter of their own, which is Markdown's business: they are body.
    odd("opening-with-text/jonschlinkert+gray-matter/examples__fixtures__sections.md", |odd| {
        odd.found(YAML, "\nThis page has front matter").title("I'm front matter").codes(&[]);
    });
    // Languages that are code.
    for name in [
        "18F+18f.gsa.gov/content__redirect.html",
        "jonschlinkert+gray-matter/examples__fixtures__coffee-auto.md",
        "jonschlinkert+gray-matter/test__fixtures__autodetect-cson-fn.md",
        "jonschlinkert+gray-matter/test__fixtures__lang-coffee-bad.md",
    ] {
        odd(&format!("opening-with-text/{name}"), |odd| {
            odd.none().codes(&[Code::UnknownFenceLanguage]);
        });
    }
}

#[test]
fn second_fm() {
    // The rules after the front matter are rules.
    odd("second-fm/etcd-io+website/content__en__blog__2014__etcd-freeBSD.md", |odd| {
        odd.found(YAML, "\n---\n\n_This is an adaptation").title("FreeBSD").codes(&[]);
        odd.member("/published/day", &json!("2014-01-23"));
        odd.member("/description", &json!("etcd deployments using FreeBSD"));
    });
}

#[test]
fn tags_nonstr_items() {
    let name = "tags-nonstr-items/codeforamerica+cfaweb-blog-archive/_posts__2011-02-23-boston-citizens-connected.md";
    odd(name, |odd| {
        odd.found(YAML, "[<img class=").title("Boston: Citizens Connected").codes(&[]);
        odd.member("/tags", &json!(["311", "boston"]));
    });
}

#[test]
fn template_in_fm() {
    // Quotes within a template within quotes, as Hugo's archetypes have it: text, both.
    let name = "template-in-fm/open-telemetry+opentelemetry.io/archetypes__announcement.md";
    odd(name, |odd| {
        odd.found(YAML, "\n<!-- For more detail").code(Code::RepairedValue);
        odd.title(r#"{{ replaceRE "[-_]" " " .Name | title }}"#);
        odd.member("/published/raw", &json!(r#"{{ .Date | time.Format "2006-01-02" }}"#));
    });
    // In single quotes the template is ordinary text.
    odd("template-in-fm/open-telemetry+opentelemetry.io/archetypes__blog.md", |odd| {
        odd.title(r#"{{ replaceRE "[-_]" " " .Name | title }}"#);
        odd.member("/draft", &json!(true));
        odd.member("/extra/sig", &json!("SIG Name"));
    });
    let name = "template-in-fm/mmistakes+jekyll-theme-basically-basic/docs___posts__2013-08-16-markup-syntax-highlighting.md";
    odd(name, |odd| {
        odd.found(YAML, "\nSyntax highlighting is").title("Markup: Syntax Highlighting").codes(&[]);
        odd.member("/tags", &json!(["code", "syntax highlighting"]));
        odd.member("/modified/instant", &json!("2017-03-09T10:27:01-05:00"));
    });
}

#[test]
fn title_not_str() {
    // A year is a number to YAML and a title to its author.
    for (name, title) in [("en__blog__2021", "2021"), ("zh__blog__2024", "2024")] {
        let name = format!("content__{name}___index.md");
        odd(&format!("title-not-str/open-telemetry+opentelemetry.io/{name}"), |odd| {
            odd.title(title).codes(&[]);
        });
    }
}

#[test]
fn yaml_tag() {
    // A tag that would make code or a pattern of a text is not obeyed.
    odd("yaml-tag/jxson+front-matter/examples__unsafe.md", |odd| {
        odd.found(YAML, "\nHi there!").codes(&[Code::IgnoredTag]);
        odd.member("/extra/toString", &json!("function (){very_evil_thing();}"));
    });
    odd("yaml-tag/jxson+front-matter/examples__complex-yaml.md", |odd| {
        odd.found(YAML, "\n- item").title("This is a title!").codes(&[Code::IgnoredTag]);
        odd.member("/extra/match", &json!("/pattern/gim"));
        odd.member("/extra/pets", &json!(["cat", "dog", "bat"]));
    });
    odd("yaml-tag/dworthen+js-yaml-front-matter/test__fixtures__yaml.txt", |odd| {
        odd.found(YAML, "content\nmore").codes(&[Code::IgnoredTag, Code::IgnoredTag]);
        odd.member("/extra/reg", &json!("/pattern/gim"));
        odd.member("/extra/fun", &json!("function() {  }"));
    });
}
