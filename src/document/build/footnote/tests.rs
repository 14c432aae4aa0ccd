//! What links and elements come to, one line per form.

use crate::{Document, OmittedKind};

/// The references, the definitions and what is left of the links.
fn read(body: &str) -> String {
    let document = Document::parse(body);
    let id = |id: &Option<crate::Text<'_>>| id.as_deref().unwrap_or_default().to_owned();
    let mut parts: Vec<String> = document
        .footnote_references()
        .map(|r| format!("{}->{} {}", id(&r.id), r.identifier, r.inlines.text()))
        .collect();
    parts.extend(document.footnotes().map(|note| {
        let text = note.blocks.iter().map(|block| block.text().into_string());
        let text = text.collect::<Vec<_>>().join("/");
        let back = note.references.iter().map(ToString::to_string).collect::<Vec<_>>();
        format!("{}: {} {text:?} <-{}", note.identifier, note.label.text(), back.join(","))
    }));
    let omitted = document.omitted().iter();
    let back = omitted.filter(|omitted| omitted.kind == OmittedKind::BackReference).count();
    parts.push(format!("{} links, {back} back", document.main().links().count()));
    parts.join("; ")
}

#[test]
fn footnotes_as_generators_write_them() {
    for (body, expected) in [
        // Markdown, by pulldown-cmark.
        (
            "<p>a<sup class=footnote-reference><a href=#n>1</a></sup></p><div class=footnote-definition id=n><sup class=footnote-definition-label>1</sup><p>b</p><p>c</p></div>",
            r#"->n 1; n: 1 "b/c" <-; 0 links, 0 back"#,
        ),
        // kramdown.
        (
            "<p>a<sup id=fnref:1 role=doc-noteref><a href=#fn:1 class=footnote rel=footnote>1</a></sup></p><div class=footnotes role=doc-endnotes><ol><li id=fn:1 role=doc-endnote><p>b&nbsp;<a href=#fnref:1 class=reversefootnote role=doc-backlink>&#8617;</a></p></li></ol></div>",
            r#"fnref:1->fn:1 1; fn:1:  "b" <-fnref:1; 0 links, 1 back"#,
        ),
        // GFM.
        (
            "<p>a<sup><a href=#user-content-fn-1 id=user-content-fnref-1 data-footnote-ref aria-describedby=footnote-label>1</a></sup></p><section data-footnotes class=footnotes><ol><li id=user-content-fn-1><p>b <a href=#user-content-fnref-1 data-footnote-backref class=data-footnote-backref>↩</a> <a href=#user-content-fnref-1-2 data-footnote-backref>↩<sup>2</sup></a></p></li></ol></section>",
            r#"user-content-fnref-1->user-content-fn-1 1; user-content-fn-1:  "b" <-user-content-fnref-1,user-content-fnref-1-2; 0 links, 2 back"#,
        ),
        // Pandoc.
        (
            "<p>a<a href=#fn1 class=footnote-ref id=fnref1><sup>1</sup></a></p><section class=footnotes><hr><ol><li id=fn1><p>b<a href=#fnref1 class=footnote-back>↩︎</a></p></li></ol></section>",
            r#"fnref1->fn1 1; fn1:  "b" <-fnref1; 0 links, 1 back"#,
        ),
        // WordPress.
        (
            "<p>a<sup data-fn=x class=fn><a href=#x id=x-link>1</a></sup></p><ol class=wp-block-footnotes><li id=x>b <a href=#x-link>↩︎</a></li></ol>",
            r#"x-link->x 1; x:  "b" <-x-link; 0 links, 1 back"#,
        ),
        // Word.
        (
            "<p>a<a href=#_ftn1 name=_ftnref1>[1]</a></p><div id=ftn1><p><a href=#_ftnref1 name=_ftn1>[1]</a> b</p><p>c</p></div>",
            r#"_ftnref1->_ftn1 [1]; _ftn1: [1] "b/c" <-_ftnref1; 1 links, 0 back"#,
        ),
        // By hand.
        (
            "<p>a<sup><a href=#n id=r>*</a></sup></p><p id=n><sup>*</sup> b <a href=#r>back</a></p>",
            r#"r->n *; n: * "b" <-r; 0 links, 1 back"#,
        ),
        // Two of one list, and an encoded id.
        (
            "<p>a<sup><a class=footnote href=#%E6%B3%A8>1</a></sup><ol><li id=注>b<li id=y>c</ol>",
            r#"->注 1; 注:  "b" <-; y:  "c" <-; 0 links, 0 back"#,
        ),
    ] {
        assert_eq!(read(body), expected, "{body}");
    }
}

#[test]
fn other_links_are_links() {
    for (body, expected) in [
        ("<p>a<sup><a href=#x>1</a></sup><p id=x>b", "1 links, 0 back"),
        ("<p><a href=#x>1</a><p id=x>b <a href=#r>↩</a>", "2 links, 0 back"),
        (
            "<p>a<sup><a id=r href=#x>1</a></sup><div id=x><h2>b</h2><a href=#r>↩</a></div>",
            "2 links, 0 back",
        ),
        ("<p>a<sup><a href=#>1</a></sup>", "1 links, 0 back"),
        ("<p>a<sup><a class=footnote href=#x>1</a></sup>", "->x 1; 0 links, 0 back"),
    ] {
        assert_eq!(read(body), expected, "{body}");
    }
}
