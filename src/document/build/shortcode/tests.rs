use crate::{Block, Code, Document, Inline, OmittedKind};

/// What a body says, in short.
fn read(body: &str) -> String {
    let document = Document::parse(body);
    let mut parts: Vec<String> = document
        .blocks()
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => format!("p {}", paragraph.text()),
            Block::Embed(embed) => format!("embed {}", embed.src),
            Block::Figure(figure) => {
                let caption = figure.caption.as_ref().unwrap();
                format!("figure {} | {}", figure.images[0].src, caption.inlines.text())
            }
            other => format!("{other:?}"),
        })
        .collect();
    parts.extend(
        document.images().map(|image| {
            format!("img {} | {}", image.src, image.alt.as_deref().unwrap_or_default())
        }),
    );
    let kinds = document.omitted().iter();
    let marks = kinds.filter(|omitted| omitted.kind == OmittedKind::ShortcodeDelimiter).count();
    let codes = document.diagnostics().iter();
    let unknown = codes.filter(|diagnostic| diagnostic.code == Code::UnknownShortcode).count();
    format!("{}; {marks} omitted, {unknown} unknown", parts.join("; "))
}

#[test]
fn the_read_more_mark_is_told() {
    let document = Document::parse("<p>a</p><!--More--><p>b</p><!-- more of it -->");
    let kinds: Vec<_> = document.omitted().iter().map(|omitted| omitted.kind).collect();
    assert_eq!(kinds, [OmittedKind::ReadMore, OmittedKind::Comment]);
}

/// Also of a text that is not the source's.
#[test]
fn tags_have_their_places() {
    let body = "<p>a &amp; {% raw %}b &amp; {% endraw %}{% comment %} c &lt; {% endcomment %}";
    let document = Document::parse(body);
    let places: Vec<_> = document.omitted().iter().map(|it| it.span.slice(body).unwrap()).collect();
    assert_eq!(places, ["{% raw %}", "{% endraw %}", "{% comment %} c &lt; {% endcomment %}"]);
}

/// A test for each row of the table.
#[test]
fn shortcodes_are_what_people_mean() {
    for (body, expected) in [
        ("<p>{% img left /a.png 10 20 'b c' %}", "p ; img /a.png | b c; 1 omitted, 0 unknown"),
        ("<p>a {% asset_img b.jpg c %}", "p a; img b.jpg | c; 1 omitted, 0 unknown"),
        (r#"{% image "a.png" "b" %}"#, "p ; img a.png | b; 1 omitted, 0 unknown"),
        (r#"{{< legacy-img src="a" alt="b" >}}"#, "p ; img a | b; 1 omitted, 0 unknown"),
        (r#"{{ resize_image(path="a", width=1) }}"#, "p ; img a | ; 1 omitted, 0 unknown"),
        (
            r#"{{< figure src="a" alt="b" caption="c d" >}}"#,
            "figure a | c d; img a | b; 1 omitted, 0 unknown",
        ),
        ("{{< figure >}}", "p {{< figure >}}; 0 omitted, 1 unknown"),
        ("{{< youtube a >}}", "embed https://www.youtube.com/embed/a; 1 omitted, 0 unknown"),
        ("{{ vimeo(id=1) }}", "embed https://player.vimeo.com/video/1; 1 omitted, 0 unknown"),
        (
            r#"{{< tweet user="a" id="1" >}}"#,
            "embed https://twitter.com/i/status/1; 1 omitted, 0 unknown",
        ),
        ("{{< instagram a >}}", "embed https://www.instagram.com/p/a; 1 omitted, 0 unknown"),
        ("{% jsfiddle a %}", "embed https://jsfiddle.net/a; 1 omitted, 0 unknown"),
        ("{{< gist a 1 >}}", "embed https://gist.github.com/a/1; 1 omitted, 0 unknown"),
        ("{% gist 1 a.js %}", "embed https://gist.github.com/1; 1 omitted, 0 unknown"),
        ("{{< speakerdeck a >}}", "embed https://speakerdeck.com/player/a; 1 omitted, 0 unknown"),
        ("{% iframe https://a.b %}", "embed https://a.b; 1 omitted, 0 unknown"),
        ("{% raw %}{% x %}{% endraw %}", "p {% x %}; 2 omitted, 0 unknown"),
        ("{{% alert %}}a{{% /alert %}}", "p a; 2 omitted, 0 unknown"),
        ("{% tab %}a{% endtab %}", "p a; 2 omitted, 0 unknown"),
        (r#"{{< box title="a" >}}b{{< /box >}}"#, "p a; p b; 2 omitted, 0 unknown"),
        ("{{% blocks/lead color=a %}}b{{% /blocks/lead %}}", "p b; 2 omitted, 0 unknown"),
        ("{{% pageinfo %}}b{{% /pageinfo %}}", "p b; 2 omitted, 0 unknown"),
        ("{% verbatim %}{% x %}{% endverbatim %}", "p {% x %}; 2 omitted, 0 unknown"),
        // Steps of a template, and comments.
        ("{% if a %}b{% else %}c{% endif %}", "p bc; 3 omitted, 0 unknown"),
        ("{%- for a in b limit:3 -%}c{%- endfor -%}", "p c; 2 omitted, 0 unknown"),
        ("a{# b #} {% assign c = 'd' %}e", "p a e; 2 omitted, 0 unknown"),
        ("a {% comment %}{% x %} b{% endcomment %}c", "p a c; 0 omitted, 0 unknown"),
        ("{{ if(a) }}", "p {{ if(a) }}; 0 omitted, 1 unknown"),
        // Files.
        ("a {% include toc.html %}", "p a; 1 omitted, 1 unknown"),
        ("{{% readfile file=\"a.md\" %}}", "; 1 omitted, 1 unknown"),
        ("{% include_code A b lang:js c.js %}", "; 1 omitted, 1 unknown"),
        (
            "{% include figure.html image_path='a.png' alt='b' caption='c' class=x %}",
            "figure a.png | c; img a.png | b; 1 omitted, 0 unknown",
        ),
        (
            "{% include \"linked-figure.html\", image: \"a\", alt: \"b: c\" %}",
            "p ; img a | b: c; 1 omitted, 0 unknown",
        ),
        ("{% include image.html src=page.image %}", "; 1 omitted, 1 unknown"),
        (
            "{% include youtubePlayer.html id=\"a\" %}",
            "embed https://www.youtube.com/embed/a; 1 omitted, 0 unknown",
        ),
        (
            "{% include video id='a' provider='vimeo' %}",
            "embed https://player.vimeo.com/video/a; 1 omitted, 0 unknown",
        ),
        ("{% include {{ page.a }} %}", "p {% include {{ page.a }} %}; 0 omitted, 1 unknown"),
        // Others are text.
        ("{% a %}", "p {% a %}; 0 omitted, 1 unknown"),
        ("{{ site.url }}", "p {{ site.url }}; 0 omitted, 0 unknown"),
        ("<code>{% raw %}</code>", "p {% raw %}; 0 omitted, 0 unknown"),
    ] {
        assert_eq!(read(body), expected, "{body}");
    }
}

/// What a figure's shortcode says besides image and caption.
#[test]
fn figures_say_what_their_arguments_do() {
    let read = |body: &'static str| {
        let document = Document::parse(body);
        let [Block::Figure(figure)] = document.blocks() else { panic!("{document:?}") };
        let caption = figure.caption.as_ref().map(|caption| caption.inlines.text().to_string());
        let credits = figure.credits.iter().map(|credit| {
            let link = credit.raw.iter().find_map(|inline| match inline {
                Inline::Link(link) => Some(link.href.to_string()),
                _ => None,
            });
            let place = credit.span.slice(body).unwrap();
            format!(
                " ({}|{place}|{:?}|{:?})",
                credit.text,
                link.unwrap_or_default(),
                credit.evidence
            )
        });
        let credits: String = credits.collect();
        let link = figure.images[0].link.as_ref();
        let link = link.map(|link| format!("{} {}", link.href, link.rel.as_deref().unwrap_or("-")));
        format!("{} {}{credits}", link.unwrap_or_default(), caption.unwrap_or_default())
    };
    for (body, expected) in [
        (r#"{{< figure src="a" link="b" rel="c" caption="d" >}}"#, "b c d"),
        (r#"{{< figure src="a" title="b" caption="c" >}}"#, " b\nc"),
        (
            r#"{{< figure src="a" caption="b (Reuters)" >}}"#,
            r#" b (Reuters|(Reuters)|""|Brackets)"#,
        ),
        (
            r#"{{< figure src="a" caption="b" attr="Photo by Ann Lee" attrlink=`https://c.d` >}}"#,
            r#" b (Ann Lee|Photo by Ann Lee|"https://c.d"|Shortcode)"#,
        ),
        (r#"{{< figure src="a" attr="CC BY 4.0" >}}"#, r#"  (CC BY 4.0|CC BY 4.0|""|Shortcode)"#),
    ] {
        assert_eq!(read(body), expected, "{body}");
    }
}

/// Hugo reads a caption, and whom a figure is owed to, as Markdown.
#[test]
#[cfg(feature = "markdown")]
fn captions_are_markdown() {
    for (caption, text, inlines) in [
        ("a [b](c) *d* `e` &amp; f", "a b d e & f", 7),
        ("a ***b***", "a b", 2),
        ("a\\*b", "a*b", 1),
        ("[b](c)", "b", 1),
        // More than a phrase, or another one.
        ("a &lt;b&gt;c", "a <b>c", 1),
        ("![a](b)", "![a](b)", 1),
        ("- [a](b)", "- [a](b)", 1),
        ("a [b]", "a [b]", 1),
        ("*a _b *c _d *e _f g_ e* d_ c* b_ a*", "*a _b *c _d *e _f g_ e* d_ c* b_ a*", 1),
        ("*a _b c_ a*", "a b c a", 1),
    ] {
        let body = format!("{{{{< figure src=\"x\" caption=\"{caption}\" >}}}}");
        let document = Document::parse(&body);
        let [Block::Figure(figure)] = document.blocks() else { panic!("{document:?}") };
        let read = &figure.caption.as_ref().unwrap().inlines;
        assert_eq!((&*read.text(), read.len()), (text, inlines), "{caption}");
    }
    let body = r#"{{< figure src="a" attr="[Ann Lee](b)" >}}"#;
    let document = Document::parse(body);
    let [Block::Figure(figure)] = document.blocks() else { panic!("{document:?}") };
    let credit = &figure.credits[0];
    assert_eq!(credit.text, "Ann Lee");
    assert!(matches!(&credit.raw[..], [Inline::Link(link)] if link.href == "b"));
}

#[test]
fn images_have_their_sizes_and_links() {
    let read = |body: &'static str| {
        let document = Document::parse(body);
        let image = document.images().next().unwrap().clone();
        let link = document.links().next().map(|link| link.href.to_string());
        let class = image.class.unwrap_or_default();
        let title = image.title.unwrap_or_default();
        let loading = image.loading.unwrap_or_default();
        format!("{:?} {:?} {class} {title} {loading} {link:?}", image.width, image.height)
    };
    for (body, expected) in [
        ("{% img left top /a.png 10 20 'b' 'c' %}", "Some(10) Some(20) left top b  None"),
        (
            r#"<p>{{< figure src="a" width="10px" height="50%" class="b" loading="lazy" link="c" >}}"#,
            r#"Some(10) None b  lazy Some("c")"#,
        ),
        (r#"{{< img src="a" title="b" caption="c" >}}"#, "None None  b  None"),
    ] {
        assert_eq!(read(body), expected, "{body}");
    }
}
