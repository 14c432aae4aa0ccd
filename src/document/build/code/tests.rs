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
        ("<table><tr><td class=gutter>1<td class=code>a<tr><td>2<td>b</table>", "-: a\n2\nb\n (1)"),
        ("<table><tr><td class=gutter>1<td>a</table>", ""),
    ] {
        assert_eq!(read(html), code, "{html}");
    }
}
