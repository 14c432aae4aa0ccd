//! What markup comes to, one line per case: blocks as JSON without their places.

use crate::document::Document;
use serde_json::Value;

/// The JSON of the blocks of `html`, without spans, as short as it can be read.
fn blocks(html: &str) -> String {
    let document = Document::parse(html);
    let mut blocks = serde_json::to_value(document.blocks()).unwrap();
    strip(&mut blocks);
    let json = blocks.to_string();
    json.strip_prefix('[').and_then(|json| json.strip_suffix(']')).unwrap().replace('"', "")
}

fn strip(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(strip),
        Value::Object(map) => {
            map.remove("span");
            map.values_mut().for_each(strip);
        }
        _ => {}
    }
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(blocks(html), *expected, "{html}");
    }
}

#[test]
fn paragraphs() {
    check(&[
        ("<p>one <!-- x -->two</p>", "{text:one two,type:paragraph}"),
        ("loose <div>text", "{text:loose,type:paragraph},{text:text,type:paragraph}"),
        ("<p>a<br>b<br></p>", "{inlines:[a,{type:line_break},b],text:a\\nb,type:paragraph}"),
        ("a<br><br>b", "{text:a,type:paragraph},{text:b,type:paragraph}"),
        ("<p> &nbsp; </p><p></p>", ""),
        (
            "<p>a<iframe src=v></iframe>b",
            "{text:a,type:paragraph},{kind:frame,src:v,type:embed},{text:b,type:paragraph}",
        ),
    ]);
}

#[test]
fn inlines() {
    check(&[
        ("<p>a <b>b </b>c", "{inlines:[a ,{text:b,type:strong}, c],text:a b c,type:paragraph}"),
        ("<p>a<b> b</b>", "{inlines:[a ,{text:b,type:strong}],text:a b,type:paragraph}"),
        ("<b><b>x</b></b>", "{inlines:[{text:x,type:strong}],text:x,type:paragraph}"),
        ("<i></i>x", "{text:x,type:paragraph}"),
        ("x<a href=u></a>", "{inlines:[x,{href:u,text:,type:link}],text:x,type:paragraph}"),
        (
            "<a href=u><img src=i></a>",
            "{inlines:[{href:u,inlines:[{src:i,type:image}],text:,type:link}],text:,type:paragraph}",
        ),
        ("<a name=n>x</a>", "{text:x,type:paragraph}"),
        (
            "<p>中文\n<b>中文</b>\nab",
            "{inlines:[中文,{text:中文,type:strong}, ab],text:中文中文 ab,type:paragraph}",
        ),
    ]);
}

#[test]
fn links_around_blocks_are_given_once() {
    check(&[
        (
            "<a href=u><h3>t</h3><p>x</p></a>",
            "{inlines:[{href:u,text:t,type:link}],level:3,text:t,type:heading},{text:x,type:paragraph}",
        ),
        (
            "<b><p>x<p>y</b>",
            "{inlines:[{text:x,type:strong}],text:x,type:paragraph},{inlines:[{text:y,type:strong}],text:y,type:paragraph}",
        ),
    ]);
}

#[test]
fn headings() {
    check(&[
        (
            "<h2 id=a>x <i>y</i></h2>",
            "{id:a,inlines:[x ,{text:y,type:emphasis}],level:2,text:x y,type:heading}",
        ),
        ("<h2>x<div>y</div></h2>", "{level:2,text:x y,type:heading}"),
        ("<h2>x<a href=#x>¶</a></h2>", "{level:2,text:x,type:heading}"),
        (
            "<h2>x<iframe src=v></iframe></h2>",
            "{level:2,text:x,type:heading},{kind:frame,src:v,type:embed}",
        ),
    ]);
}

#[test]
fn figures() {
    check(&[
        (
            "<figure><img src=i alt>text (Reuters)</figure>",
            "{caption:{evidence:figure_text,text:text},credits:[{evidence:brackets,raw:{text:(Reuters)},text:Reuters}],images:[{alt:,src:i}],type:figure}",
        ),
        (
            "<figure><a href=u><img src=i></a><figcaption>one<p>two</figcaption></figure>",
            "{caption:{evidence:figcaption,inlines:[one,{type:line_break},two],text:one\\ntwo},images:[{link:{href:u,text:},src:i}],type:figure}",
        ),
        (
            "<figure><pre>x</pre><figcaption>y</figcaption></figure>",
            "{caption:{evidence:figcaption,text:y},text:x,type:code}",
        ),
        ("<figure><p>x</p></figure>", "{text:x,type:paragraph}"),
        (
            "<figure><img src=i><p>said</p></figure>",
            "{caption:{evidence:figure_text,text:said},images:[{src:i}],type:figure}",
        ),
        (
            "<figure><figure><img src=i></figure><figcaption>all</figcaption></figure>",
            "{blocks:[{images:[{src:i}],type:figure}],caption:{evidence:figcaption,text:all},type:figure}",
        ),
        (
            "<figure><img src=i><figcaption>text <span class=credit>Jane Roe</span></figcaption></figure>",
            "{caption:{evidence:figcaption,text:text},credits:[{evidence:class,raw:{text:Jane Roe},text:Jane Roe}],images:[{src:i}],type:figure}",
        ),
    ]);
}

#[test]
fn lists_and_tables() {
    check(&[
        (
            "<ol start=3><li>a<ul><li>b</ul><li><input type=checkbox checked>c</ol>",
            "{items:[{blocks:[{text:a,type:paragraph},{items:[{blocks:[{text:b,type:paragraph}]}],ordered:false,type:list}]},{blocks:[{text:c,type:paragraph}],checked:true}],ordered:true,start:3,type:list}",
        ),
        (
            "<ul>x<li>y</ul>",
            "{items:[{blocks:[{text:x,type:paragraph}]},{blocks:[{text:y,type:paragraph}]}],ordered:false,type:list}",
        ),
        (
            "<dl><dt>t<dd>d</dl>",
            "{entries:[{blocks:[{text:d,type:paragraph}],terms:[{text:t}]}],type:definition_list}",
        ),
        (
            "<table><caption>c<thead><tr><th>h<tbody><tr><td colspan=2>d</table>",
            "{caption:{evidence:table_caption,text:c},rows:[{cells:[{blocks:[{text:h,type:paragraph}],header:true}],part:head},{cells:[{blocks:[{text:d,type:paragraph}],colspan:2}],part:body}],type:table}",
        ),
    ]);
}

#[test]
fn code_and_others() {
    check(&[
        (
            "<pre><code class='hljs language-rust'>a\n  <b>b</b></code></pre>",
            "{language:rust,text:a\\n  b,type:code}",
        ),
        ("<pre>a<br>b<div>c</div></pre>", "{text:a\\nb\\nc\\n,type:code}"),
        ("<blockquote cite=u>x", "{blocks:[{text:x,type:paragraph}],cite:u,type:quote}"),
        (
            "<details><summary>s</summary>x",
            "{blocks:[{text:x,type:paragraph}],summary:{text:s},type:details}",
        ),
        ("a<hr>b", "{text:a,type:paragraph},{type:rule},{text:b,type:paragraph}"),
        (
            "<video><source src=a><source src=b>no video</video>",
            "{kind:video,sources:[b],src:a,type:embed}",
        ),
    ]);
}

#[test]
fn what_is_written_twice_is_kept_and_what_is_once_is_given_once() {
    check(&[
        ("<p><b>x<br></b></p>", "{inlines:[{text:x,type:strong}],text:x,type:paragraph}"),
        (
            "<bdo dir=no-direction><p>x<p>y</bdo>",
            "{inlines:[{dir:no-direction,text:x,type:direction}],text:x,type:paragraph},{text:y,type:paragraph}",
        ),
        (
            "<abbr title=t><p>x<p>y</abbr>",
            "{inlines:[{text:x,title:t,type:abbreviation}],text:x,type:paragraph},{text:y,type:paragraph}",
        ),
        (
            "<picture><source srcset=s><img src=a><img src=b></picture>",
            "{inlines:[{candidates:[{source:picture,src:s}],src:a,type:image},{src:b,type:image}],text:,type:paragraph}",
        ),
        (
            "<table><caption>a</caption><caption>b</caption><tr><td>c</table>",
            "{caption:{evidence:table_caption,inlines:[a,{type:line_break},b],text:a\\nb},rows:[{cells:[{blocks:[{text:c,type:paragraph}]}],part:body}],type:table}",
        ),
        (
            "<details><summary>a</summary><summary>b</summary>c</details>",
            "{blocks:[{text:b,type:paragraph},{text:c,type:paragraph}],summary:{text:a},type:details}",
        ),
    ]);
}

#[test]
fn omitted_is_told() {
    let html = "<script>x</script><p hidden>y</p><!-- z --><video>w</video><p style='Display : none!important'>v";
    let omitted = serde_json::to_value(Document::parse(html).omitted()).unwrap();
    let kinds: Vec<&str> =
        omitted.as_array().unwrap().iter().map(|o| o["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["script", "hidden", "comment", "fallback", "hidden"]);
}

/// What describes an SVG is not shown, nor are its styles; `MathML` knows none.
#[test]
fn other_namespaces() {
    let html = "<svg><title>x</title><desc>y</desc><style>z</style><text>a</text></svg>\
                <math><mi>b</mi><style>c</style></math>";
    let document = Document::parse(html);
    let omitted = serde_json::to_value(document.omitted()).unwrap();
    let kinds: Vec<&str> =
        omitted.as_array().unwrap().iter().map(|o| o["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["hidden", "hidden", "style"]);
    assert_eq!(document.paragraphs().map(|it| it.text().into_string()).collect::<String>(), "abc");
}

#[test]
fn nesting_is_bounded() {
    for open in
        ["<ul><li>", "<blockquote>", "<table><tr><td>", "<b><i><u><sub>", "<dl><dd>", "<figure>"]
    {
        let html = format!("{}x", open.repeat(2000));
        let json = serde_json::to_string(&Document::parse(&html)).unwrap();
        let mut depth = 0_i32;
        let deepest = json.bytes().map(|byte| {
            depth +=
                i32::from(matches!(byte, b'{' | b'[')) - i32::from(matches!(byte, b'}' | b']'));
            depth
        });
        assert!(deepest.max().unwrap() <= 120, "{open}");
        assert!(serde_json::from_str::<Document<'_>>(&json).is_ok(), "{open}");
    }
}
