//! What is read in place of shortcodes and attributes: a test for each form.

use std::fs;

use super::{Edit, edits, expand};
use crate::html::MARK;
use crate::html::markdown::{SYNTAX, random};
use crate::html::tests::shared;

/// A text with its edits made; the mark is `@`.
fn expanded(source: &str) -> String {
    let (mut text, mut done) = (String::new(), 0);
    for edit in edits(source, SYNTAX).unwrap_or_default() {
        text += &source[done..edit.range.start];
        text += &edit.text(source).replace(MARK, "@");
        done = edit.range.end;
    }
    text + &source[done..]
}

#[track_caller]
fn is_read_as(source: &str, expected: &str) {
    assert_eq!(expanded(source), expected, "{source}");
    let (source, expected) = (source.replace('\n', "\r\n"), expected.replace('\n', "\r\n"));
    assert_eq!(
        expanded(&source).replace("\r\n", "\n"),
        expected.replace("\r\n", "\n"),
        "{source:?}"
    );
}

#[track_caller]
fn is_left(source: &str) {
    assert_eq!(edits(source, SYNTAX), None, "{source}");
}

#[test]
fn code_is_a_fence() {
    is_read_as(
        "a\n{% codeblock %}\n*b*\n\n# c\n{% endcodeblock %}\nd",
        "a\n<!--@{% codeblock %}-->\n```\n*b*\n\n# c\n```\n<!--@{% endcodeblock %}-->\nd",
    );
    is_read_as(
        "{% codeblock A title lang:js https://a.b/c?d=e f g line_number:false %}\nh\n{% endcodeblock %}",
        "<!--@{% codeblock A title lang:js https://a.b/c?d=e f g line_number:false %}-->\
         <figure><figcaption>A title <a href=\"https://a.b/c?d=e\">f g</a></figcaption>\n```js\nh\n```\n\
         <!--@{% endcodeblock %}--></figure>",
    );
    is_read_as(
        "{% highlight ruby linenos %}a{% endhighlight %} b",
        "<!--@{% highlight ruby linenos %}-->\n```ruby\na\n```\n<!--@{% endhighlight %}-->\n b",
    );
    is_read_as(
        "{{< highlight go \"linenos=table\" >}}\n```\n{{< /highlight >}}",
        "<!--@{{< highlight go \"linenos=table\" >}}-->\n````go\n```\n````\n<!--@{{< /highlight >}}-->",
    );
    is_read_as(
        "{% highlight html %}\n{% raw %}\n{% if a %}\n{% endraw %}\n{% endhighlight %}",
        "<!--@{% highlight html %}\n{% raw %}-->\n```html\n{% if a %}\n```\n<!--@{% endraw %}\n{% endhighlight %}-->",
    );
    // In a list: where the code is not set in as far, it is.
    is_read_as(
        "- a\n\n  {% code lang:c %}\nb\n    c\n  {% endcode %}\n- d",
        "- a\n\n  <!--@{% code lang:c %}-->\n  ```c\n  b\n    c\n  ```\n  <!--@{% endcode %}-->\n- d",
    );
    is_read_as(
        "> {% code %}\n> a\n> {% endcode %}",
        "> <!--@{% code %}-->\n> ```\n> a\n> ```\n> <!--@{% endcode %}-->",
    );
    is_left("{% codeblock %}\na");
    is_left("a {% highlight js %}b{% endhighlight %}");
    is_left("```\n{% codeblock %}\na\n{% endcodeblock %}\n```");
    is_left("a\n\n    {% codeblock %}\n    a\n    {% endcodeblock %}\n");
    is_left("<div>\n{% codeblock %}\na\n{% endcodeblock %}\n</div>");
    is_left("{% raw %}\n{% codeblock %}\na\n{% endcodeblock %}\n{% endraw %}");
}

#[test]
fn notes_are_admonitions() {
    is_read_as(
        "{% note info %}\n*a*\n\n- b\n{% endnote %}",
        "<!--@{% note info %}--><div class=\"admonition info\">\n*a*\n\n- b\n<!--@{% endnote %}--></div>",
    );
    is_read_as(
        "{% note warning no-icon Mind & step %}a{% endnote %}",
        "<!--@{% note warning no-icon Mind & step %}--><div class=\"admonition warning\">\
         <p class=\"admonition-title\">Mind &amp; step</p>\na\n<!--@{% endnote %}--></div>",
    );
    is_read_as(
        "1. a\n\n   {{% alert title=\"b c\" color=\"warning\" %}} d\n   e{{% /alert %}}\n2. f",
        "1. a\n\n   <!--@{{% alert title=\"b c\" color=\"warning\" %}}--><div class=\"admonition warning\">\
         <p class=\"admonition-title\">b c</p>\n    d\n   e\n   <!--@{{% /alert %}}--></div>\n2. f",
    );
    is_read_as(
        "{{< tip >}}\na\n{{< /tip >}}",
        "<!--@{{< tip >}}--><div class=\"admonition tip\">\na\n<!--@{{< /tip >}}--></div>",
    );
    for (colons, start) in [
        ("::: note", "<div class=\"admonition note\">"),
        (":::note", "<div class=\"admonition note\">"),
        ("::: {.warning}", "<div class=\"admonition warning\">"),
        ("::: columns", "<div class=\"columns\">"),
        (":::tip[A b]", "<div class=\"admonition tip\"><p class=\"admonition-title\">A b</p>"),
        (
            "::: danger A b",
            "<div class=\"admonition danger\"><p class=\"admonition-title\">A b</p>",
        ),
    ] {
        is_read_as(
            &format!("{colons}\na\n\nb\n:::"),
            &format!("<!--@{colons}-->{start}\na\n\nb\n<!--@:::--></div>"),
        );
    }
    is_read_as(
        ":::: note\n::: tip\na\n:::\n::::",
        "<!--@:::: note--><div class=\"admonition note\">\n<!--@::: tip--><div class=\"admonition tip\">\na\n\
         <!--@:::--></div>\n<!--@::::--></div>",
    );
    is_read_as(
        "::: details A\nb\n:::",
        "<!--@::: details A--><details><summary>A</summary>\nb\n<!--@:::--></details>",
    );
    is_read_as(
        "{{< details \"A b\" >}}\nc\n{{< /details >}}",
        "<!--@{{< details \"A b\" >}}--><details><summary>A b</summary>\nc\n<!--@{{< /details >}}--></details>",
    );
    for (tag, start) in [
        (
            "{{< details summary=\"A\" title=\"B\" open=true >}}",
            "<details open><summary>A</summary>",
        ),
        ("{{< details \"A\" open >}}", "<details open><summary>A</summary>"),
        ("{{< details title=\"A\" open=false >}}", "<details><summary>A</summary>"),
    ] {
        let expected = format!("<!--@{tag}-->{start}\nc\n<!--@{{{{< /details >}}}}--></details>");
        is_read_as(&format!("{tag}\nc\n{{{{< /details >}}}}"), &expected);
    }
    is_read_as(
        "{% comment %}\na\n{% endcomment %}",
        "<!--@{% comment %}--><div hidden>\na\n<!--@{% endcomment %}--></div>",
    );
    // What begins behind the end of another is in the same item, and set in as far.
    is_read_as(
        "- {% note %}\n  a\n  {% endnote %} {% tip %}\n  b\n  {% endtip %} c",
        "- <!--@{% note %}--><div class=\"admonition note\">\n  a\n  <!--@{% endnote %}--></div>\n   \
         <!--@{% tip %}--><div class=\"admonition tip\">\n  b\n  <!--@{% endtip %}--></div>\n   c",
    );
    is_read_as(
        "!!! note\n    {% tip %}\n    a\n    {% endtip %} b\nc",
        "<!--@!!! note--><div class=\"admonition note\">\n<!--@{% tip %}--><div class=\"admonition tip\">\na\n\
         <!--@{% endtip %}--></div>\n b\n<!--@--></div>\nc",
    );
    // One that cannot be a comment does not keep those behind it from being one.
    is_read_as(
        "a {% comment %} b--c {% endcomment %} d {% comment %} *e* {% endcomment %}",
        "a {% comment %} b--c {% endcomment %} d <!--@{% comment %} *e* {% endcomment %}-->",
    );
    is_left("::: note\na");
    is_left(":::\na\n:::");
    is_left("::: some words\na\n:::");
    is_left("a {% note %} b {% endnote %}");
    is_left("{% note %}\n\n```\n{% endnote %}\n```");
    // What is not closed is none; what is around it is.
    is_read_as(
        "{% note %}\n{% quote %}\na\n{% endnote %}",
        "<!--@{% note %}--><div class=\"admonition note\">\n{% quote %}\na\n<!--@{% endnote %}--></div>",
    );
}

#[test]
fn what_is_set_in_below_a_mark_is_its_content() {
    let note = "<div class=\"admonition note\">";
    is_read_as(
        "!!! note\n    a\n\n    - b\n\nc",
        &format!("<!--@!!! note-->{note}\na\n\n- b\n\n<!--@--></div>\n\nc"),
    );
    is_read_as(
        "!!! note \"A & b\"\n\ta\nb",
        &format!(
            "<!--@!!! note \"A & b\"-->{note}<p class=\"admonition-title\">A &amp; b</p>\na\n<!--@--></div>\nb"
        ),
    );
    is_read_as(
        "!!! note \"A `b`\"\n    c",
        &format!(
            "<!--@!!! note \"A `b`\"-->{note}<div class=\"admonition-title\">\nA `b`\n<!--@--></div>\nc\n\n<!--@--></div>"
        ),
    );
    is_read_as("!!! note \"\"\na", &format!("<!--@!!! note \"\"-->{note}\n<!--@--></div>\na"));
    is_read_as(
        "??? note inline end \"A\"\n    b\n\nc",
        "<!--@??? note inline end \"A\"--><div class=\"admonition note inline end\"><details><summary>A</summary>\n\
         b\n\n<!--@--></details></div>\n\nc",
    );
    is_read_as(
        "???+ \"A\"\n    b\nc",
        "<!--@???+ \"A\"--><details open><summary>A</summary>\nb\n<!--@--></details>\nc",
    );
    is_read_as(
        "=== \"A\"\n\n    b\n\n=== \"B\"\n\n    ``` c\n    d\n    ```\n",
        "<!--@=== \"A\"--><details><summary>A</summary>\n\nb\n\n<!--@--></details>\n\n\
         <!--@=== \"B\"--><details><summary>B</summary>\n\n``` c\nd\n```\n\n<!--@--></details>\n",
    );
    // In a list, in a quotation, in another one.
    is_read_as(
        "1. a\n\n    !!! note\n        b\n\n2. c",
        &format!("1. a\n\n    <!--@!!! note-->{note}\n    b\n    \n    <!--@--></div>\n\n2. c")
            .replace("b\n    \n", "b\n\n"),
    );
    is_read_as(
        "> !!! note\n>     a\n>\n> b",
        &format!("> <!--@!!! note-->{note}\n> a\n>\n> <!--@--></div>\n>\n> b"),
    );
    is_read_as(
        "!!! note\n    a\n\n    !!! tip\n        b\n    c\n",
        &format!(
            "<!--@!!! note-->{note}\na\n\n<!--@!!! tip--><div class=\"admonition tip\">\nb\n<!--@--></div>\nc\n\n<!--@--></div>\n"
        ),
    );
    // What stands in what is replaced whole is not replaced.
    is_read_as(
        "{: .note}\na\n* {% b *c* %}\n{:toc}\nd",
        "{: .note}\na\n<!--@* {% b *c* %}\n{:toc}-->\nd",
    );
    // What Markdown has not closed goes on behind it.
    is_left("!!! note\n    ```\n    b\nc");
    for text in [
        "!!! note\na",
        "!!!\n    a",
        "!!! Read this!\n    a",
        "!!! note \"a\n    b",
        "???\n    a",
        "a\n===\n    b",
        "=== a\n    b",
        "a !!! note\n    b",
        "    !!! note\n        a",
        "```\n!!! note\n    a\n```",
    ] {
        is_left(text);
    }
}

#[test]
fn tabs_are_folded_in_under_their_labels() {
    let tab = |tag: &str, label| format!("<!--@{tag}--><details><summary>{label}</summary>");
    for (written, end, label) in [
        ("{{% tab Intel %}}", "{{% /tab %}}", "Intel"),
        ("{{% tab \"A b\" %}}", "{{% /tab %}}", "A b"),
        ("{{< tab header=\"A & b\" lang=c >}}", "{{< /tab >}}", "A &amp; b"),
        ("{{% tab name=\"a\" %}}", "{{% /tab %}}", "a"),
        ("{% tab title=\"a\" %}", "{% endtab %}", "a"),
        ("{% tab group Some label %}", "{% endtab %}", "Some label"),
        ("{% tab a %}", "{% endtab %}", "a"),
        ("{{% tab \"`a` b\" %}}", "{{% /tab %}}", "\n`a` b\n<!--@-->"),
    ] {
        let expected = format!("{}\n*c*\n<!--@{end}--></details>", tab(written, label));
        is_read_as(&format!("{written}\n*c*\n{end}"), &expected);
    }
    // As Prettier sets them, and in an item.
    is_read_as(
        "- {{< tabpane text=true >}} {{% tab a %}}\n\n  b\n\n  {{% /tab %}} {{% tab c %}}\n\n  d\n\n  {{% /tab %}} {{< /tabpane >}}\n  e",
        &format!(
            "- <!--@{{{{< tabpane text=true >}}}}-->\n   {}\n\n  b\n\n  <!--@{{{{% /tab %}}}}--></details>\n   \
             {}\n\n  d\n\n  <!--@{{{{% /tab %}}}}--></details>\n   <!--@{{{{< /tabpane >}}}}-->\n  e",
            tab("{{% tab a %}}", "a"),
            tab("{{% tab c %}}", "c"),
        ),
    );
    // Docsy's are code, if they do not say otherwise.
    is_read_as(
        "{{< tabpane lang=\"js\" >}}\n{{< tab a >}}\n*b*\n{{< /tab >}}\n{{< tab c d >}}\n```e\n```\n{{< /tab >}}\n{{< /tabpane >}}",
        &format!(
            "<!--@{{{{< tabpane lang=\"js\" >}}}}-->\n{}\n```js\n*b*\n```\n<!--@{{{{< /tab >}}}}--></details>\n\
             {}\n```e\n```\n<!--@{{{{< /tab >}}}}--></details>\n<!--@{{{{< /tabpane >}}}}-->",
            tab("{{< tab a >}}", "a"),
            tab("{{< tab c d >}}", "c"),
        ),
    );
    is_left("{{% tab a %}}\nb");
}

#[test]
fn quotations_say_who_and_where() {
    let quoted = |arguments: &str, footer: &str| {
        is_read_as(
            &format!("{{% blockquote{arguments} %}}\na\n{{% endblockquote %}}"),
            &format!(
                "<!--@{{% blockquote{arguments} %}}--><blockquote>\na\n\
                 <!--@{{% endblockquote %}}-->{footer}</blockquote>"
            ),
        );
    };
    quoted("", "");
    quoted(" A B", "<footer><strong>A B</strong></footer>");
    quoted(" A B, C D", "<footer><strong>A B</strong> <cite>C D</cite></footer>");
    quoted(
        " @a https://b.c/d",
        "<footer><strong>@a</strong> <cite><a href=\"https://b.c/d\">https://b.c/d</a></cite></footer>",
    );
    quoted(
        " A, B https://b.c/d E & f",
        "<footer><strong>A, B</strong> <cite><a href=\"https://b.c/d\">E &amp; f</a></cite></footer>",
    );
    is_read_as(
        "{% quote(author=\"A\") %}\nb\n{% end %}",
        "<!--@{% quote(author=\"A\") %}--><blockquote>\nb\n\
         <!--@{% end %}--><footer><strong>A</strong></footer></blockquote>",
    );
}

#[test]
fn attributes_are_no_text() {
    is_read_as("a\n{: .b #c}\n\nd", "a\n<!--@{: .b #c}-->\n\nd");
    is_read_as("# A\n{: #b .c}", "# A {#b .c}\n<!--@{: #b .c}-->");
    is_read_as("## A {#b}\n{: .c}", "## A {#b}\n<!--@{: .c}-->");
    is_read_as("|a|\n|-|\n|b|\n{: .c}", "|a|\n|-|\n|b|\n<!--@{: .c}-->");
    is_read_as("* TOC\n{:toc}\n\na", "<!--@* TOC\n{:toc}-->\n\na");
    is_read_as("## A\n{:.no_toc}", "## A {.no_toc}\n<!--@{:.no_toc}-->");
    is_read_as("![a](b){: .c width=\"2\"} d", "![a](b)<!--@{: .c width=\"2\"}--> d");
    is_read_as("*a*{: #b} `c`{:.d}", "*a*<!--@{: #b}--> `c`<!--@{:.d}-->");
    is_read_as("![a](b)\n{.c .d-e}", "![a](b)\n<!--@{.c .d-e}-->");
    is_read_as("a\n\n{#b}\n\n## C {#b}", "a\n\n<!--@{#b}-->\n\n## C {#b}");
    is_read_as("{.a}\nb", "<!--@{.a}-->\nb");
    is_read_as(
        "a\n\n{::options toc_levels=\"2\" /}",
        "a\n\n<!--@{::options toc_levels=\"2\" /}-->",
    );
    // An option is one line.
    is_read_as(
        "{::a\n::: note\n/}\n:::",
        "{::a\n<!--@::: note--><div class=\"admonition note\">\n/}\n<!--@:::--></div>",
    );
    for text in [
        "a {: .b}",
        "{:?}",
        "a\n{:#?}",
        "a\n{: b c?}",
        "`a{: .b}`",
        "(a){:x}",
        "a\n{#if b}",
        "a\n\n{.b c}",
        "a {.b}",
        "a\n{b: c}",
        "    a\n    {: .b}",
        "```\na\n{: .b}\n```",
        "\"{:}\"",
        "a\n{:}",
    ] {
        is_left(text);
    }
}

#[test]
fn attributes_make_notes() {
    let note = |kinds: &str| format!("<div class=\"admonition {kinds}\">");
    is_read_as(
        "{: .note }\na\nb\n\nc",
        &format!("<!--@{{: .note }}-->{}\na\nb\n<!--@--></div>\n\nc", note("note")),
    );
    is_read_as(
        "# a\nb\n{: .note .warning}\nc",
        &format!("# a\n<!--@-->{}\nb\n<!--@{{: .note .warning}}--></div>\nc", note("note warning")),
    );
    is_read_as(
        "- a\n\n  b\n  {: .notice--info}\n\n> c\n{: .prompt-tip }",
        &format!(
            "- a\n\n  <!--@-->{}\n  b\n  <!--@{{: .notice--info}}--></div>\n\n> <!--@@[!tip]-->\n> c\n<!--@{{: .prompt-tip }}-->",
            note("info")
        ),
    );
    is_read_as(
        "{: .note-title }\n> a\n>\n> b",
        "<!--@{: .note-title }-->\n> <!--@@[!note-title]-->\n> a\n>\n> b",
    );
    is_read_as(
        "> {: .warning }\n> a\n\nb",
        &format!("> <!--@{{: .warning }}-->{}\n> a\n> <!--@--></div>\n\nb", note("warning")),
    );
    is_read_as(
        "a\n> b\n>\n> c\nd\n{: .tip}",
        "a\n> <!--@@[!tip]-->\n> b\n>\n> c\nd\n<!--@{: .tip}-->",
    );
    is_read_as(
        "!!! tip\n    a\n    {: .note}\n\n    > b\n    {: .note}\nc",
        &format!(
            "<!--@!!! tip-->{}\n<!--@-->{}\na\n<!--@{{: .note}}--></div>\n\n> <!--@@[!note]-->\n> b\n<!--@{{: .note}}-->\n<!--@--></div>\nc",
            note("tip"),
            note("note")
        ),
    );
    // Those of a list, a heading, a table of contents, of nothing.
    is_read_as("- a\n\n- b\n{: .note}", "- a\n\n- b\n<!--@{: .note}-->");
    is_read_as("# a\n{: .note}", "# a {.note}\n<!--@{: .note}-->");
    is_read_as("{: .note}\n\na", "<!--@{: .note}-->\n\na");
    is_read_as("a\n{: .b}\n{: #c}", "a\n<!--@{: .b}-->\n<!--@{: #c}-->");
    is_read_as("{: .note}", "<!--@{: .note}-->");
}

#[test]
fn marks_of_the_table_of_contents_are_no_text() {
    for mark in ["[TOC]", "[toc]", "[[toc]]", "[[_TOC_]]", "@[toc]", "${toc}"] {
        is_read_as(&format!("a\n\n{mark}\n\nb"), &format!("a\n\n<!--@{mark}-->\n\nb"));
        is_left(&format!("a\n{mark}\n\nb"));
        is_left(&format!("{mark} b"));
        is_left(&format!("```\n\n{mark}\n\n```"));
    }
}

#[test]
fn quotations_are_what_they_begin_with() {
    is_read_as(
        "> [!WARNING]+ A & b\n> c\n\n> [!info]\n> d",
        "> <!--@[!WARNING]+ A & b--><p class=\"admonition-title\">A &amp; b</p>\n> c\n\n> <!--@[!info]-->\n> d",
    );
    is_read_as("> > [!faq|x]- A\n", "> > <!--@[!faq|x]- A--><p class=\"admonition-title\">A</p>\n");
    for text in [
        "> [!NOTE]\n> a",
        "> a\n> [!info] b",
        "[!info] a",
        "> [!info](b)",
        "> [!a] b -- c",
        "> ![a]",
    ] {
        is_left(text);
    }
    is_left("> [!x] a\r```");
}

#[test]
fn fences_are_named() {
    let named = |info: &str, title: &str| {
        let read = if info.starts_with('{') { "js" } else { info };
        is_read_as(
            &format!("a\n```{info}\n*b*\n```\nc"),
            &format!(
                "a\n<!--@--><figure><figcaption>{title}</figcaption>\n```{read}\n*b*\n```\n\
                 <!--@--></figure>\nc"
            ),
        );
    };
    named(" js title=\"a & b.js\" {1}", "a &amp; b.js");
    named("yml _config.yml", "_config.yml");
    named("js:src/a.js", "src/a.js");
    named("{.js .x title=\"a.js\"}", "a.js");
    named("js A b https://c.d", "<a href=\"https://c.d\">A b</a>");
    named("js A b https://c.d E f", "A b <a href=\"https://c.d\">E f</a>");
    is_read_as("```{.js .x}\na\n```", "```js\na\n```");
    is_read_as("~~~~{r, echo=FALSE}\na\n~~~~", "~~~~r\na\n~~~~");
    is_read_as(
        "- a\n\n  ~~~js [b.js]\n  c\n  ~~~",
        "- a\n\n  <!--@--><figure><figcaption>b.js</figcaption>\n  ~~~js [b.js]\n  c\n  ~~~\n  <!--@--></figure>",
    );
    is_read_as(
        "```js\na\n```\n{: file=\"b.js\" .c}\nd",
        "<!--@--><figure>\n```js\na\n```\n<!--@{: file=\"b.js\" .c}--><figcaption>b.js</figcaption></figure>\nd",
    );
    is_read_as("```\na\n```\n{: .nolineno }", "```\na\n```\n<!--@{: .nolineno }-->");
    is_left("```js title=\"a\"\nb");
    is_left("```js {1}\nb\n```");
    is_left("    ```js a.js\n    b\n    ```");
    is_left("- ```js a.js\n  b\n\nc\n```");
}

#[test]
fn addresses_are_paths() {
    for (written, address) in [
        ("{{< ref \"/b\" >}}", "/b"),
        ("{{% relref \"b.md#c\" %}}", "b.md#c"),
        ("{% link _posts/b.md %}", "_posts/b.md"),
        ("{{ site.baseurl }}{% post_url 2013-05-06-b %}", "2013-05-06-b"),
        ("{{ get_url(path=\"@/b.md\") }}", "@/b.md"),
        ("{{ '/b/' | relative_url }}", "/b/"),
        ("{{ \"/b\" | prepend: site.baseurl | absolute_url }}", "/b"),
        ("{{ site.url }}/b", "/b"),
        ("{{ site.repository }}/b", "<{{ site.repository }}/b>"),
        ("{{ site.url }}", "<{{ site.url }}>"),
        ("{{< param b >}}/c", "<{{\\< param b \\>}}/c>"),
        ("{{ page.b | upcase }}", "<{{ page.b | upcase }}>"),
    ] {
        is_read_as(&format!("[a]({written})"), &format!("[a]({address})"));
        is_read_as(&format!("![a]({written} \"b\")"), &format!("![a]({address} \"b\")"));
        is_left(&format!("`[a]({written})`"));
    }
    is_read_as("[a][]\n\n[a]: {% link b.md %} 'c'", "[a][]\n\n[a]: b.md 'c'");
    is_read_as("[a]: /b/{{< param c >}}/d", "[a]: </b/{{\\< param c \\>}}/d>");
    is_left("a [b]: {{ site.url }}/c");
    is_left("[a]({{site.repository}}/b)");
    is_left("[a](b{c})");
    is_left("\\[a]({{ site.url }}/b)");
}

#[test]
fn addresses_in_tags_are_paths() {
    is_read_as("a <b c=\"{{< ref \"d.md\" >}}\">e</b>", "a <b c=\"d.md\">e</b>");
    is_read_as(
        "<p>\n<img src='{{ '/a.png' | relative_url }}' alt='{% link b.md %}'>",
        "<p>\n<img src='/a.png' alt='b.md'>",
    );
    is_left("<b c=\"{{ site.url }}\">");
    is_left("`<b c=\"{{< ref \"d.md\" >}}\">`");
    is_left("a =\"{{< ref d >}}\"");
}

#[test]
fn links_of_generators_are_links() {
    for (written, link) in [
        ("{% link Some text https://a.b true c %}", "<a href=\"https://a.b\">Some text</a>"),
        ("{% url_for text /a %}", "<a href=\"/a\">text</a>"),
        ("{{< button href=\"/a\" text=\"b & c\" >}}", "<a href=\"/a\">b &amp; c</a>"),
        ("{{< button href=\"/a\" >}}\n*b* c\n{{< /button >}}", "<a href=\"/a\">*b* c</a>"),
        ("{{% button relref=\"/a\" %}}b{{% /button %}}", "<a href=\"/a\">b</a>"),
    ] {
        is_read_as(written, link);
        is_read_as(&format!("c {written} d"), &format!("c {link} d"));
    }
    is_left("{% link a.md %}");
    is_left("{{< button href=\"/a\" >}}b");
    is_left("{{< button href=\"/a\" >}}b\n\nc{{< /button >}}");
}

#[test]
fn shortcodes_alone_in_their_lines_are_left_to_themselves() {
    is_read_as(
        "a\n\n{{< figure\n  src=\"b_c_d.png\"\n  alt=\"*e*\"\n>}}\n\nf",
        "a\n\n<!--@{{< figure\n  src=\"b_c_d.png\"\n  alt=\"*e*\"\n>}}-->\n\nf",
    );
    is_read_as("{% youtube a_b_c %}", "<!--@{% youtube a_b_c %}-->");
    is_read_as(
        "{{< tabpane >}} {{% box header=\"`a`\" %}}\n\nb",
        "<!--@{{< tabpane >}}--> <!--@{{% box header=\"`a`\" %}}-->\n\nb",
    );
    // With its caption below it, an image is in one paragraph with that.
    is_left("{% img /a.png %}\n*b*\n\nc");
    is_left("{{< figure src=a >}}\n_b\nc_");
    is_read_as("{% img /a.png %}\n**b**", "<!--@{% img /a.png %}-->\n**b**");
    is_read_as("{% img /a.png %}\n*b* c", "<!--@{% img /a.png %}-->\n*b* c");
    is_read_as("{% img /a.png %}\n\n*b*", "<!--@{% img /a.png %}-->\n\n*b*");
    is_left("{% youtube a %} {% unknown %}");
    is_left("{% unknown %}");
    is_left("a {% youtube b %}");
    is_left("{% youtube a--b %}");
    is_left("{{< ref \"a\" >}}");
}

#[test]
fn shortcodes_in_a_line_are_no_markup() {
    is_read_as("a {% b c=\"*d* <e> f_g\" %} h", "a {% b c=\"\\*d\\* \\<e> f_g\" %} h");
    is_read_as("{{< a\n  b=\"c\"\n>}}\n\nd", "{{< a\n  b=\"c\"\n\\>}}\n\nd");
    is_read_as("a {{<b c=\"d\">}}", "a {{\\<b c=\"d\">}}");
    is_read_as("see {% post_link a-b %}.", "see <a href=\"a-b\">a-b</a>.");
    is_read_as(
        "{% post_link a 'B <c> d' false %}\ne {% asset_link f.pdf G h %}",
        "<a href=\"a\">B &lt;c&gt; d</a>\ne <a href=\"f.pdf\">G h</a>",
    );
    is_read_as(
        "{% btn #, A & b, fas fa-c %} {% button https://d.e, F %}",
        "<a href=\"#\">A &amp; b</a> <a href=\"https://d.e\">F</a>",
    );
    for text in [
        "a {% b c_d %}",
        "`{% a *b* %}`",
        "    {% a *b* %}",
        "```\n{% post_link a %}\n```",
        "`{% post_link a %}`",
        "{{ a * b }}",
        "<!-- {% a *b* %} -->",
        "<div>{% a *b* %}</div>",
    ] {
        is_left(text);
    }
}

/// Whether any edit of a text counts; the same ones do, whichever way reads it.
fn counts(source: &str) -> bool {
    let edits =
        |may_be_fast| expand(source, 0, SYNTAX, may_be_fast, |expanded, _| expanded.edits.to_vec());
    let fast: Option<Vec<Edit>> = edits(true);
    assert_eq!(fast, edits(false), "{source:?}");
    fast.is_some()
}

#[test]
fn the_same_edits_count_whichever_way_reads_in_the_corpus() {
    let Some(folder) = shared::folder("corpus/markdown") else { return };
    let mut count = 0;
    for path in shared::files(&folder) {
        let text = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&text);
        count += u32::from(counts(crate::split(&text).body));
    }
    println!("{count} texts are expanded");
    assert!(count > 50);
}

/// What is expanded, and what it may stand in, to be put together at random.
const PIECES: &[&str] = &[
    "a",
    "b c",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "- [ ] ",
    "[^1]: ",
    "a\n: ",
    "`",
    "```\n",
    "    c\n",
    "*",
    "_e_",
    "**s**",
    "<b>",
    "</b>",
    "<div>\n",
    "</div>\n",
    "<pre>",
    "<!--",
    "-->",
    "<a href=\"",
    "\">",
    "[",
    "](",
    ")",
    "[a](",
    "[a]: ",
    "![i](u)",
    "|",
    "a|b\n-|-\n",
    "c|d\n",
    "&amp;",
    "&eacute;",
    "\\",
    "---\n",
    "{% img a.png %}",
    "{{< figure src=\"a\" >}}",
    "{% note %}\n",
    "{% endnote %}\n",
    "{% highlight c %}\n",
    "{% endhighlight %}\n",
    "{{ site.url }}",
    "{{ \"/a\" | relative_url }}",
    "{{< ref \"a.md\" >}}",
    "{% a *b* _c_ [d] %}",
    "{% post_link a b %}",
    "{: .note}\n",
    "{: #a .b}",
    "{.a}\n",
    "[toc]\n",
    "> [!tip] a\n",
    "::: tip\n",
    ":::\n",
    "!!! note\n    a\n",
    "{% comment %}a{% endcomment %}",
];

#[test]
fn the_same_edits_count_whichever_way_reads_in_texts_put_together_at_random() {
    const TEXTS: u32 = 20_000;
    let mut count = 0;
    for text in random::texts(PIECES, TEXTS) {
        count += u32::from(counts(&text));
    }
    println!("{count} of {TEXTS} texts are expanded");
    assert!(count * 4 > TEXTS);
}
