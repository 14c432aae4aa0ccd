//! Markdown: the document is that of the HTML which pulldown-cmark renders, spans aside, once the
//! shortcodes around code, notes and quotations are expanded.

use std::sync::atomic::{AtomicUsize, Ordering};

use copydesk::{AdmonitionKind, Block, BodyFormat, Code, Document, Engine, Parser};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use serde_json::Value;

use crate::rendered::{SYNTAX, rendered};
use crate::shared::{self, File};

/// So that nothing of a body is taken for front matter.
const FRONT: &str = "---\na: b\n---\n";

/// What a text says as a body of a format: blocks, kinds of what is omitted, codes of diagnostics.
fn said(body: &str, format: BodyFormat, math: bool) -> Option<(Value, Vec<Value>, Vec<Code>)> {
    let source = format!("{FRONT}{body}");
    let document = Parser::new().body_format(format).math(math).parse(&source);
    assert_eq!(document.body(), body);
    assert_eq!(document.body_format(), format);
    let mut codes: Vec<_> = document.diagnostics().iter().map(|d| d.code).collect();
    codes.sort_unstable();
    if codes.contains(&Code::WorkBudgetSpent) {
        return None;
    }
    let mut json = serde_json::to_value(&document).unwrap();
    strip_spans(&mut json);
    let omitted = json["omitted"].as_array().cloned().unwrap_or_default();
    Some((json["blocks"].take(), omitted, codes))
}

fn strip_spans(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.remove("span");
            members.values_mut().for_each(strip_spans);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_spans),
        _ => {}
    }
}

/// Where the document of a Markdown text and that of its rendering part.
pub(crate) fn difference(markdown: &str) -> Option<String> {
    difference_with(markdown, false)
}

/// The same, with formulas between dollar signs or without.
fn difference_with(markdown: &str, math: bool) -> Option<String> {
    let html = rendered(markdown, math);
    let ours = said(markdown, BodyFormat::Markdown, math)?;
    let theirs = said(&html, BodyFormat::Html, math)?;
    if ours == theirs {
        return None;
    }
    let lines = |said: &(Value, Vec<Value>, Vec<Code>)| {
        let (blocks, omitted, codes) = said;
        format!("{blocks:#}\n{omitted:?}\n{codes:?}")
    };
    let (ours, theirs) = (lines(&ours), lines(&theirs));
    let at = ours.lines().zip(theirs.lines()).take_while(|(a, b)| a == b).count();
    let part =
        |text: &str| text.lines().skip(at.saturating_sub(4)).take(8).collect::<Vec<_>>().join("\n");
    Some(format!("ours:\n{}\nrendered:\n{}", part(&ours), part(&theirs)))
}

fn differences(file: &File) -> Vec<String> {
    let text = String::from_utf8_lossy(&file.bytes);
    let body = copydesk::split(&text).body;
    let crlf = body.replace("\r\n", "\n").replace('\n', "\r\n");
    let plain = difference(body).into_iter().chain(difference(&crlf));
    plain.chain(difference_with(body, true)).collect()
}

#[test]
fn the_corpus_is_as_rendered() {
    let Some(files) = shared::corpus() else { return };
    shared::report(&shared::failures(&files, differences), files.len());
}

#[test]
fn the_tree_suite_is_as_rendered() {
    let Some(files) = crate::corpus::tree_suite() else { return };
    let mut quoted = Vec::new();
    for file in &files {
        let text = String::from_utf8_lossy(&file.bytes);
        let lines = format!("> {}", text.replace('\n', "\n> "));
        let bytes = format!("a {text} *b*\n\n{lines}\n1. {text}\n\n{text}\n# c").into_bytes();
        quoted.push(File { name: format!("{} in Markdown", file.name), bytes });
    }
    let files: Vec<_> = files.into_iter().chain(quoted).collect();
    shared::report(&shared::failures(&files, differences), files.len());
}

/// Raw HTML that is not over where its event is.
#[test]
fn html_across_events_is_as_rendered() {
    for markdown in [
        "> <!-- a\n\nb *c*\n\n<!-- d -->\n\n# e",
        "- <script>\n  if (a < b) x\n  </script>\n- c",
        "a <script>if (a<b && \"c\") *d*</script> e",
        "a <textarea>*b* &amp; `c`\nd</textarea> e\n\nf",
        "a <title>b\n\n- c\n- </title>d",
        "<div class=\"\n\n*a*\n\n\">b</div>\n\nc",
        "<div><pre>\n\na\n\nb\n\n</pre>\n\nc",
        "<pre>\na\n\n</pre>\n\n*b*",
        "<iframe src=a>\n\n*b*\n\n</iframe>\n\nc",
        "<plaintext>\n\n*a* <b>\n\n# c",
        "<svg><![CDATA[\n\n*a*\n\n]]></svg>\n\nb",
        "a <![CDATA[ > ]]> b <?php > ?> c <!DOCTYPE > d",
        "> <\n> a\n\nb",
        "> <div><\n\nb",
        "> <div>&am\n\np;",
        "> <div>&am",
        "<div></\n\na>b",
        "a&#13;\n<pre>\n&#13;\nb</pre>",
        "a\0b `\0` <b\0>\n\n\0",
        "<pre>\r\r\n\r\r\na",
        "a&#13;b<pre>c",
        "<!-->\n\na\n\n<!-- b --><html><p>c",
        "[a]: b\n\n<!-- c -->\n\n<html lang=d>\n<body>\n\n*e*\n",
        "  <!-- a -->\n<!-- b --><html><p>c",
        "<!DOCTYPE html>\n<title>a</title>\n\n# b",
        "# a {#b .c .d e=f g e/h}\n\nb {#c}\n===",
        "![a *b* `c` &lt; <i>d</i> ![e](f)\ng [^1]](h \"i\")\n\n[^1]: j",
        "[a](<b c> \"d &quot; e\") <mailto:f@g.h> <i@j.k> [l](m'n\"o\u{e9})",
        "[^a] [^b] [^a]\n\n[^b]: c\n[^a]: d\n\n    e",
        "|a|b|c|d|\n|-|:-|:-:|-:|\n|e|f `|` \\| g|\n\nh\n\n|i|\n|-|\n<b>j|",
        "a *b*\n: c\n: d\n\n  > e\n\nf\ng\n\n: h\n\n- i\n  : j\n\n<b>k\n: l</b>\n\n# m\n: n",
        "- [x] a\n- [ ] b\n\n  c\n3) d\n4) e\n\n0. f",
        "a  \nb\\\nc <br>\nd\n***\ne\n\n    f\n\n    g\n\n``` rust x\nh <&> i\n```\n\n~~~\nj",
        "> [!NOTE]\n> a\n\n> [!CAUTION]\n\n~~b~~ **c *d* e** <u>~f~</u>",
        "<div>\n*a*\n\n*b*\n</div> *c*\n\n<p>*d*\n\n*e*</p>\n\n<a href=f>*g*</a> <a>\n\nh</a>",
        "<table><tr><td>\n\n*a*\n\n</td></tr>\n\nb\n\n</table>\n\n<ul>\n\n- c\n\n<li>d\n\n</ul>",
    ] {
        for markdown in [markdown.to_owned(), markdown.replace('\n', "\r\n")] {
            if let Some(difference) = difference(&markdown) {
                panic!("{markdown:?}\n{}\n{difference}", rendered(&markdown, false));
            }
        }
    }
    // What was written out of a text may be over at any place of it.
    for length in 200..300 {
        let markdown = format!("&#13;{}<pre>b\nc", "a".repeat(length));
        assert_eq!(difference(&markdown), None, "{length}");
    }
}

/// Shortcodes that are expanded, and what they leave to pulldown-cmark.
#[test]
fn formulas_are_as_rendered() {
    for markdown in [
        "a $x_1$ b $$y$$ c",
        "$$\n\\{a\\}_b *c*\n$$",
        "$5 and 6$",
        "# $a$\n\n- $b$\n\n| $c$ |\n|---|\n| `$d$` |",
        "**$a$** [$b$](c) $<&>$",
        "{% note %}\n$a$\n{% endnote %}",
    ] {
        assert_eq!(difference_with(markdown, true), None, "{}", rendered(markdown, true));
        assert_eq!(difference_with(markdown, false), None);
    }
    let parser = Parser::new().body_format(BodyFormat::Markdown);
    let formulas = |parser: Parser<'static>| {
        let json = serde_json::to_string(&parser.parse("$$\\frac a b$$\n\nfor $5")).unwrap();
        json.matches(r#""type":"math","tex":"\\frac a b""#).count()
    };
    assert_eq!((formulas(parser.math(true)), formulas(parser)), (1, 0));
}

#[test]
fn shortcodes_are_as_rendered() {
    for markdown in [
        "a\n{% codeblock Title lang:js https://a.b c %}\n*b*\n\n# c\n{% endcodeblock %}\nd",
        "- a\n  {% highlight c %}\nb\n{% endhighlight %}\n- c\n\n> {% code %}\n> d\n> {% endcode %}",
        "{% note warning A & b %}\n*c* {% youtube d %}\n\n- e\n{% endnote %}\nf\n{: .g #h}",
        "::: tip\n| a |\n|---|\n| b |\n{: .c}\n:::\n\n## d\n{: #e}\n\n* TOC\n{:toc}",
        "{% blockquote A, B https://c.d E %}\nf\n\n<b>g\n{% endblockquote %}\n</b> h",
        "{{< tabpane >}} {{% tab header=\"`a`\" %}} {% youtube b %}\n\n[c]\n\n[c]: {{ d | e }}",
        "a {% b \"*c* <d>\" %} {% post_link e 'F & <g>' %}\n\n{{< h\n  i=\"[j](k)\"\n>}} {{<l m=n>}}",
        "[a]({{ site.url }}/b) [c]({{ d | e }} \"f\") ![g]({% link h.png %}){: .i width=\"1\"}",
        "{{< figure\n  src=\"a_b_c.png\" caption=\"*d*\"\n>}}\n\n{% raw %}\n{% note %}\n{% endraw %}",
        "<!--\u{fffc}{% youtube a %}-->b\n\n<!--\u{fffc}-->\n\n{{% comment %}}\n<!-- c -->\n{{% /comment %}}",
        "<script>\n{% note %}a{% endnote %}\n\n</script>\n{% note %}<script>{% endnote %}\nb",
        "{% if a %}\n- b\n{% else %}\nc {% assign d = \"*e*\" %}f\n{% endif %}\n\n| g |\n|---|\n{% for h in i %}\n| j |\n{% endfor %}",
        "{# *a*\n\nb #}\n\nc {# *d* #} e {% comment %}*f* {% g %}{% endcomment %}h\n\n{% include \"linked-figure.html\",\n  image: \"a_b_c\", caption: \"*d*\" %}\ne {% include toc %}",
        "{: .note }\na\nb\n\n- c\n\n  d\n  {: .notice--info}\n\n> e\n{: .prompt-tip }\n\n{: .note-title}\n> f\n>\n> g",
        "> [!WARNING]+ A & b\n> c\n\n> [!info]\n> - d\n\n> [!tip]\n> e\n\n> > [!x-title] f\n> > g",
        "``` js title=\"a & b.js\" {1}\n*b*\n```\n\n- c\n  ~~~yml d.yml\n  e\n  ~~~\n\n```{.js .f}\n<g>\n```\n{: file=\"h\"}",
        "!!! note \"A `b`\"\n    c\n\n    - d\n\n    ??? tip\n        e\n\nf",
        "- a\n\n    !!! note\n        ```\n        b\n        ```\n- c\n\n> !!! tip\n>     d\n> e",
        "=== \"A\"\n    b\n=== \"B & c\"\n\n    <div>\n    d\n\n!!! x\n    {% note %}\n\ty\n    {% endnote %}\nz",
        "- {{< tabpane text=true >}} {{% tab \"`a` b\" %}}\n\n  c\n\n  {{% /tab %}} {{< /tabpane >}} d\n\n{{< tabpane >}}\n{{< tab e lang=f >}}\n*g*\n{{< /tab >}}\n{{< /tabpane >}}",
        "<p>\n<a href=\"{{< ref \"b.md\" >}}\">c</a> d <img src='{{ '/e' | url }}' alt=\"{% f \"g\" %}\">\n\n{{< button href=\"h\" >}}\ni\n{{< /button >}} <a b='{{< ref 'c' >}}'>d</a>",
        "a\0\n\n{% note %}\nb\0<c d=&amp; e='\0'>\n{% endnote %}\n<svg><![CDATA[\n\na]]>",
    ] {
        for markdown in [markdown.to_owned(), markdown.replace('\n', "\r\n")] {
            if let Some(difference) = difference(&markdown) {
                panic!("{markdown:?}\n{}\n{difference}", rendered(&markdown, false));
            }
            // Places that are not in order may not part the ways to the tree.
            let parser = Parser::new().body_format(BodyFormat::Markdown);
            assert_eq!(parser.parse(&markdown), parser.engine(Engine::Spec).parse(&markdown));
        }
    }
}

/// The document of each form says what people mean.
#[test]
fn shortcodes_are_what_people_mean() {
    let source = "# A\n{: #b}\n\n{% codeblock T lang:js %}\n*c*\n\n{% endcodeblock %}\n\n\
        {% blockquote D, E https://f.g %}\nh\n{% endblockquote %}\n\n{% note info %}\ni\n{% endnote %}\n\n\
        [j]({{ '/k' | relative_url }})\n\n{{< figure\n  src=\"l_m.png\" caption=\"n\"\n>}}\n";
    let document = Parser::new().body_format(BodyFormat::Markdown).parse(source);
    let heading = document.headings().next().unwrap();
    assert_eq!((heading.id.as_deref(), &*heading.text()), (Some("b"), "A"));
    let mut blocks = document.blocks().iter().skip(1);
    let Some(Block::Code(code)) = blocks.next() else { panic!("{document:#?}") };
    assert_eq!(code.language.as_deref(), Some("js"));
    assert_eq!(code.inlines.text(), "*c*\n\n");
    assert_eq!(
        code.caption.as_ref().map(|caption| caption.inlines.text().to_string()),
        Some("T".into())
    );
    assert_eq!(
        code.span.slice(source),
        Some("{% codeblock T lang:js %}\n*c*\n\n{% endcodeblock %}")
    );
    let Some(Block::Quote(quote)) = blocks.next() else { panic!("{document:#?}") };
    assert_eq!(quote.attribution.text(), "D E");
    let text: Vec<_> = blocks.clone().take(2).map(|block| block.span().slice(source)).collect();
    let note = "{% note info %}\ni\n{% endnote %}";
    assert_eq!(text, [Some(note), Some("[j]({{ '/k' | relative_url }})")]);
    let first = blocks.clone().next();
    assert!(matches!(first, Some(Block::Admonition(_))), "{first:#?}");
    let Some(Block::Figure(figure)) = blocks.nth(2) else { panic!("{document:#?}") };
    assert_eq!(figure.images[0].src, "l_m.png");
    assert!(figure.images[0].src.is_borrowed());
    let links: Vec<_> = document.links().map(|link| &*link.href).collect();
    assert_eq!(links, ["https://f.g", "/k"]);
    assert_eq!(document.omitted().len(), 8);
    assert!(document.diagnostics().is_empty(), "{:?}", document.diagnostics());
}

/// Content that is set in below its mark, with the places that it has there.
#[test]
fn content_that_is_set_in_is_what_people_mean() {
    let source = "a\n\n!!! warning \"Mind `b`\"\n    c\n\n    - d *e*\n\n    ??? note \"F\"\n        ```js\n        g\n        ```\n\nh\n";
    let document = Parser::new().body_format(BodyFormat::Markdown).parse(source);
    let [_, Block::Admonition(outer), Block::Paragraph(_)] = document.blocks() else {
        panic!("{document:#?}")
    };
    assert_eq!((outer.kind, &*outer.title.text()), (AdmonitionKind::Warning, "Mind b"));
    let [Block::Paragraph(c), Block::List(list), Block::Admonition(inner)] = &outer.blocks[..]
    else {
        panic!("{outer:#?}")
    };
    assert_eq!((c.span.slice(source), list.span.slice(source)), (Some("c"), Some("- d *e*")));
    let [Block::Details(details)] = &inner.blocks[..] else { panic!("{inner:#?}") };
    assert_eq!((inner.kind, &*details.summary.text()), (AdmonitionKind::Note, "F"));
    let Block::Code(code) = &details.blocks[0] else { panic!("{details:#?}") };
    assert_eq!((code.language.as_deref(), &*code.inlines.text()), (Some("js"), "g\n"));
    let omitted: Vec<_> =
        document.omitted().iter().map(|it| it.span.slice(source).unwrap()).collect();
    assert_eq!(omitted, ["!!! warning \"Mind `b`\"", "??? note \"F\""]);
    let span = outer.span.slice(source).unwrap();
    assert!(span.starts_with("!!! warning") && span.ends_with("```"), "{span:?}");
    assert!(document.diagnostics().is_empty(), "{:?}", document.diagnostics());
}

/// What attributes, marks of quotations and info strings say.
#[test]
fn callouts_and_named_code_are_what_people_mean() {
    let source = "{: .note }\na *b*\n\n> c\n>\n> d\n{: .prompt-tip }\n\n{: .warning-title }\n> e\n>\n> f\n\n\
        > [!Danger]- g\n> h\n\n``` js src/i.js\nj\n```\n\n```\nk\n```\n{: file=\"l\" }\n";
    let document = Parser::new().body_format(BodyFormat::Markdown).parse(source);
    let said = document.blocks().iter().map(|block| match block {
        Block::Admonition(admonition) => {
            let blocks: Vec<_> = admonition.blocks.iter().map(Block::text).collect();
            format!("{:?} {}: {}", admonition.kind, admonition.title.text(), blocks.join("/"))
        }
        Block::Code(code) => {
            let title = code.caption.as_ref().unwrap().inlines.text();
            format!("{:?} {title}: {}", code.language.as_deref(), code.inlines.text())
        }
        other => panic!("{other:#?}"),
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "Note : a b",
            "Tip : c/d",
            "Warning e: f",
            "Danger g: h",
            "Some(\"js\") src/i.js: j\n",
            "None l: k\n",
        ]
    );
    let omitted: Vec<_> =
        document.omitted().iter().map(|it| it.span.slice(source).unwrap()).collect();
    let expected = [
        "{: .note }",
        "{: .prompt-tip }",
        "{: .warning-title }",
        "[!Danger]- g",
        "{: file=\"l\" }",
    ];
    assert_eq!(omitted, expected);
    assert!(document.diagnostics().is_empty(), "{:?}", document.diagnostics());
}

/// Outside of their places nothing changes, and a delimiter is not lost: each stands in what is read
/// in its place, as a comment or as what it names; or it is a link.
#[test]
fn expansions_are_delimiters() {
    let Some(files) = shared::files("corpus/markdown", 400) else { return };
    let count = AtomicUsize::new(0);
    let failures = shared::failures(&files, |file| {
        let text = String::from_utf8_lossy(&file.bytes);
        let body = copydesk::split(&text).body;
        let mut failures = Vec::new();
        for (place, with) in copydesk::Engine::expansions(body, false) {
            count.fetch_add(1, Ordering::Relaxed);
            let written = &body[place];
            let with = with.replace("<!--\u{fffc}", "").replace("-->", "");
            let is_kept = with.contains(written.trim_start())
                || written.starts_with('{') && written.contains(&with)
                || (written.contains("_link ") || written.contains("% btn "))
                    && with.starts_with("<a href=\"");
            if !is_kept {
                failures.push(format!("{written:?} became {with:?}"));
            }
        }
        failures
    });
    shared::report(&failures, files.len());
    let count = count.into_inner();
    assert!(count > 200, "only {count} expansions");
}

/// What headings, links, images, code and tables are, by the events.
#[derive(Debug, Default, PartialEq)]
struct Parts {
    headings: Vec<(u8, String)>,
    links: Vec<String>,
    images: Vec<(String, String)>,
    code: Vec<(String, String)>,
    /// The number of rows of each table, and of cells in them.
    tables: Vec<(usize, usize)>,
}

impl Parts {
    fn of_events(markdown: &str) -> Self {
        let mut parts = Self::default();
        let (mut heading, mut code, mut alt) = (None, None, None);
        let mut table = (0, 0);
        let take = |text: &str, to: &mut Option<String>| {
            if let Some(to) = to {
                to.push_str(text);
            }
        };
        for event in pulldown_cmark::Parser::new_ext(markdown, SYNTAX) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    parts.headings.push((level as u8, String::new()));
                    heading = Some(String::new());
                }
                Event::End(TagEnd::Heading(_)) => {
                    parts.headings.last_mut().unwrap().1 = bare(&heading.take().unwrap());
                }
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                    parts.links.push(format!("{mail}{}", address(&dest_url)));
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    parts.images.push((address(&dest_url), String::new()));
                    alt = Some(String::new());
                }
                Event::End(TagEnd::Image) => {
                    parts.images.last_mut().unwrap().1 = bare(&alt.take().unwrap_or_default());
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    let language = match &kind {
                        CodeBlockKind::Fenced(info) => {
                            info.split([' ', ',', '{', ';', ':']).next().unwrap()
                        }
                        CodeBlockKind::Indented => "",
                    };
                    parts.code.push((language.to_owned(), String::new()));
                    code = Some(String::new());
                }
                Event::End(TagEnd::CodeBlock) => {
                    parts.code.last_mut().unwrap().1 = code.take().unwrap();
                }
                Event::Start(Tag::Table(_)) => table = (0, 0),
                Event::Start(Tag::TableHead | Tag::TableRow) => table.0 += 1,
                Event::Start(Tag::TableCell) => table.1 += 1,
                Event::End(TagEnd::Table) => parts.tables.push(table),
                Event::Text(text) | Event::Code(text) => {
                    if alt.is_some() {
                        take(&text, &mut alt);
                    } else {
                        take(&text, &mut heading);
                        take(&text, &mut code);
                    }
                }
                _ => {}
            }
        }
        parts
    }

    fn of_document(document: &Document<'_>) -> Self {
        let mut parts = Self {
            headings: document.headings().map(|h| (h.level, bare(&h.text()))).collect(),
            links: document.links().map(|link| link.href.to_string()).collect(),
            ..Self::default()
        };
        let images = document.images();
        parts.images = images
            .map(|image| (image.src.to_string(), bare(image.alt.as_deref().unwrap_or_default())))
            .collect();
        let mut blocks: Vec<&Block<'_>> = document.blocks().iter().rev().collect();
        while let Some(block) = blocks.pop() {
            let inner: Vec<&Block<'_>> = match block {
                Block::Code(code) => {
                    let language = code.language.as_deref().unwrap_or_default().to_owned();
                    parts.code.push((language, code.inlines.text().to_string()));
                    Vec::new()
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().map(|row| row.cells.len()).sum();
                    parts.tables.push((table.rows.len(), cells));
                    Vec::new()
                }
                Block::List(list) => list.items.iter().flat_map(|item| &item.blocks).collect(),
                Block::Quote(quote) => quote.blocks.iter().collect(),
                Block::Admonition(admonition) => admonition.blocks.iter().collect(),
                _ => Vec::new(),
            };
            blocks.extend(inner.into_iter().rev());
        }
        parts
    }
}

/// An address as it is rendered, and read from there.
fn address(address: &str) -> String {
    let mut escaped = String::new();
    pulldown_cmark_escape::escape_href(&mut escaped, address).unwrap();
    escaped.replace("&#x27;", "'").replace("&amp;", "&")
}

/// A text without white space.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The files without raw HTML: there the events alone say what stands in them.
#[test]
fn parts_are_the_events() {
    let Some(files) = shared::files("corpus/markdown", 400) else { return };
    let compared = AtomicUsize::new(0);
    let failures = shared::failures(&files, |file| {
        let text = String::from_utf8_lossy(&file.bytes);
        let body = copydesk::split(&text).body;
        let events = pulldown_cmark::Parser::new_ext(body, SYNTAX);
        let is_html = |event| matches!(event, Event::Html(_) | Event::InlineHtml(_));
        let is_note = |event: &Event<'_>| matches!(event, Event::FootnoteReference(_));
        if body.contains("{{")
            || body.contains("{%")
            || events.into_iter().any(|e| is_note(&e) || is_html(e))
        {
            return Vec::new();
        }
        compared.fetch_add(1, Ordering::Relaxed);
        let source = format!("{FRONT}{body}");
        let document = Parser::new().body_format(BodyFormat::Markdown).parse(&source);
        let (theirs, ours) = (Parts::of_events(body), Parts::of_document(&document));
        let same_code =
            theirs.code.iter().zip(&ours.code).all(|(a, b)| {
                a.0 == b.0 && a.1.trim_end_matches('\n') == b.1.trim_end_matches('\n')
            });
        let same = theirs.code.len() == ours.code.len() && same_code;
        let rest = |parts: &Parts| {
            let Parts { headings, links, images, tables, .. } = parts;
            format!("{headings:?}\n{links:?}\n{images:?}\n{tables:?}")
        };
        let encoded = rest(&theirs) != rest(&ours);
        (!same || encoded)
            .then(|| format!("events:\n{theirs:?}\nours:\n{ours:?}"))
            .into_iter()
            .collect()
    });
    shared::report(&failures, files.len());
    let compared = compared.into_inner();
    assert!(compared > 100, "only {compared} files are without HTML");
}

/// What stands verbatim in the source is a slice of it, and a place holds what it is the place of.
#[test]
fn places_are_in_the_markdown() {
    let source = "# One *two*\n\nA [link](to \"t\") and `code`.\n\n- [x] done\n- not\n\n> said\n\n```rs\nfn\n```\n\n![alt](src.png)\n\n| a | b |\n|---|---|\n| c | d |\n\n<p>raw <b>html</b></p>\n";
    let parser = Parser::new().body_format(BodyFormat::Markdown);
    let document = parser.parse(source);
    let slices: Vec<_> =
        document.blocks().iter().map(|block| block.span().slice(source).unwrap()).collect();
    assert_eq!(
        slices,
        [
            "# One *two*",
            "A [link](to \"t\") and `code`.",
            "- [x] done\n- not",
            "> said",
            "```rs\nfn\n```",
            "![alt](src.png)",
            "| a | b |\n|---|---|\n| c | d |",
            "<p>raw <b>html</b></p>",
        ]
    );
    let Block::Code(code) = &document.blocks()[4] else { panic!("{:?}", document.blocks()[4]) };
    assert!(code.inlines.text().is_borrowed(), "{code:?}");
    let link = document.links().next().unwrap();
    assert_eq!(link.span.slice(source), Some("[link](to \"t\")"));
    assert!(link.href.is_borrowed() && link.inlines.text().is_borrowed());
    let image = document.images().next().unwrap();
    assert_eq!(image.span.slice(source), Some("![alt](src.png)"));
    assert!(image.src.is_borrowed() && image.alt.as_ref().unwrap().is_borrowed());
}

/// What Auto makes of the folders, by name and without one.
#[test]
fn places_are_the_same_whichever_way_builds_the_tree() {
    for source in [
        "- [ ] d\n\n  o",
        "- [x] *a*\n\n- [ ] b\n- c",
        "{%note %}>[!E] [](){",
        "{% note %}\n\n- aa\n  - bb\n- cc\n\n{% endnote %}\nd",
        "<b>a</b>\n\n- b\n  - c\n\n  d\n\n> e\n> - f",
        "> [!tip] a\n\n- b\n\n      c\n",
    ] {
        let json = |engine| {
            let parser = Parser::new().body_format(BodyFormat::Markdown).engine(engine);
            serde_json::to_string(&parser.parse(source)).unwrap()
        };
        assert_eq!(json(Engine::Auto), json(Engine::Spec), "{source:?}");
    }
}

/// A line end behind a text is none of its paragraph, whatever is expanded around it.
#[test]
fn places_of_paragraphs_end_with_their_text() {
    for source in ["- aa\n  - bb\n", "<b>a</b>\n\n- aa\n  - bb\n", "{{< b >}}\n\n- aa\n  - bb\n"] {
        let document = Parser::new().body_format(BodyFormat::Markdown).parse(source);
        let Some(Block::List(list)) = document.blocks().last() else { panic!("{document:?}") };
        let paragraph = list.items[0].blocks[0].span();
        assert_eq!(paragraph.slice(source), Some("aa"), "{source:?}");
    }
}

#[test]
fn auto_knows_the_corpus() {
    for (folder, least, html) in [("corpus/feed", 8, true), ("corpus/markdown", 400, false)] {
        let Some(files) = shared::files(folder, least) else { return };
        let wrong = files.iter().filter(|file| !file.has_extension("html")).filter(|file| {
            let document = Parser::new().file_name(&file.name).parse_bytes(&file.bytes);
            (document.body_format() == BodyFormat::Html) != html
        });
        let wrong: Vec<_> = wrong.map(|file| file.name.as_str()).collect();
        assert!(wrong.len() * 100 <= files.len(), "{folder}: {wrong:#?}");
    }
}
