use crate::{Block, Document};

/// The blocks of a body, in short.
fn read(body: &str) -> String {
    let document = Document::parse(body);
    let short = |block: &Block<'_>| match block {
        Block::Paragraph(paragraph) => format!("p {}", paragraph.text()),
        Block::Figure(figure) => {
            let images = figure.images.iter().map(|image| image.src.to_string());
            let caption = figure.caption.as_ref().map(|caption| caption.inlines.text());
            let credits = figure.credits.iter().map(|credit| credit.text.to_string());
            let list = |parts: Vec<String>| parts.join("+");
            let (images, credits) = (list(images.collect()), list(credits.collect()));
            format!("{images}: {} ({credits})", caption.unwrap_or_default())
        }
        Block::Aside(_) => format!("aside {}", block.text()),
        other => format!("{other:?}"),
    };
    document.blocks().iter().map(short).collect::<Vec<_>>().join("; ")
}

#[test]
fn captions_beside_media() {
    for (body, expected) in [
        ("<img src=a><p class=caption>b", "a: b ()"),
        ("<div><img src=a></div><div class=wp-caption-text>b</div><p>c", "a: b (); p c"),
        ("<p><img src=a><span class=caption>b</span></p>", "a: b ()"),
        ("<a href=x><img src=a><em class=caption>b</em></a>", "a: b ()"),
        ("<img src=a><img src=b><p class=caption>c", "a+b: c ()"),
        ("<img src=a><button>c</button><p class=caption>b", "a: b ()"),
        ("<img src=a><div class=credit>(<div>Image:</div>Ann Lee)</div>", "a:  (Ann Lee)"),
        ("<figure><img src=a><figcaption>b c<figcaption>b&nbsp;c</figure>", "a: b c ()"),
        (
            "<figure><img src=a><figcaption><img src=i> b. <i>Photo: Ann Lee</i></figcaption></figure>",
            "a: b. (Ann Lee)",
        ),
        ("<img src=a><div class=credit>b</div><div class=caption>c</div>", "a: c (b)"),
        ("<img src=a><p class=photo-author>b", "a:  (b)"),
        ("<figure><img src=a></figure><figcaption>b</figcaption>", "a: b ()"),
        ("<img src=a><p class=caption>b<p class=caption>c", "a: b\nc ()"),
        ("<img src=a><p class=caption>b<p class=credit>c<p class=caption>d", "a: b (c); p d"),
        (
            "<img src=a><p class=caption><b>b</b> <i class=credit>c</i><br><b>b</b> <i class=credit>c</i>",
            "a: b (c)",
        ),
        (
            "<figure><img src=a><figcaption>b</figcaption><figcaption>b</figcaption></figure>",
            "a: b ()",
        ),
        ("<figure><img src=a><figcaption><h3>b</h3>c</figcaption></figure>", "a: b\nc ()"),
        ("<img src=a aria-describedby=x><p id=x>b", "a: b ()"),
        ("<img src=a><x-text class=image-description><div>b</div></x-text>", "a: b ()"),
        ("<div class=picBox><a href=x><img src=a></a> <p>b</p></div>", "a: b ()"),
        (
            "<img src=a alt='A white boat at sea'><p>A white boat at sea (Reuters)",
            "a: A white boat at sea (Reuters)",
        ),
        ("<img src=a alt=b><p>b", "a: b ()"),
    ] {
        assert_eq!(read(body), expected, "{body}");
    }
}

#[test]
fn what_is_no_caption() {
    for (body, expected) in [
        ("<p class=caption>b", "p b"),
        ("<img src=a><p>c<p class=caption>b", "p ; p c; p b"),
        ("<img src=a><p>b", "p ; p b"),
        ("<img src=a alt=b><p>but", "p ; p but"),
        ("<div class=box><img src=a><p>b</p></div>", "p ; p b"),
        ("<div class=image><img src=a><p>b</p><p>c</p></div>", "p ; p b; p c"),
        ("<div class=text-image><img src=a><p>b</p></div>", "p ; p b"),
        ("<img src=a><p class=author>b", "p ; aside b"),
        ("<img src=a><p class=credit-card>b", "p ; p b"),
        ("<img src=a><div class=caption><p>b<img src=c></div>", "p ; p b"),
        // Another figure's caption is its own.
        (
            "<figure><img src=a><figcaption>b</figcaption></figure><p class=caption>c",
            "a: b (); p c",
        ),
        ("<img src=a><ul class=caption><li>b</ul>", "p ; List"),
    ] {
        let read = read(body);
        let read = read.split('(').next().filter(|_| read.contains("List(")).unwrap_or(&read);
        assert_eq!(read, expected, "{body}");
    }
}

/// What stands beside media is looked at for each of them, but not far.
#[test]
fn a_megabyte_beside_media_is_linear() {
    const HALF: usize = 500_000;
    let many = |piece: &str| piece.repeat(HALF / piece.len());
    let spaces = " ".repeat(HALF);
    for (html, captions) in [
        (format!("<div class=image>{}{}", many("<!---->"), many("<img><p>b</p>")), 0),
        (format!("<figure><img aria-describedby='{spaces}'>{}", many("<p id=a>b")), 0),
        (format!("<img src=a>{}", many("<p class=caption>b</p><p class=caption>c</p>")), 1),
    ] {
        let start = std::time::Instant::now();
        let document = Document::parse(&html);
        assert_eq!(document.figures().filter(|it| it.caption.is_some()).count(), captions);
        assert!(start.elapsed().as_secs() < 8, "{:?}", start.elapsed());
    }
}
