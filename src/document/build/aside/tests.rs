//! Which blocks become asides, one line per case.

use crate::document::{Block, Document};

/// What the body is made of: an aside as `kind(text)`, other blocks as their text.
fn parts(html: &str) -> String {
    let document = Document::parse(html);
    let part = |block: &Block<'_>| match block {
        Block::Aside(aside) => {
            let kind = serde_json::to_value(aside.kind).unwrap();
            format!("{}({})", kind.as_str().unwrap(), block.text())
        }
        _ => block.text().to_string(),
    };
    document.blocks().iter().map(part).collect::<Vec<_>>().join(" ¶ ").replace('\n', " / ")
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(parts(html), *expected, "{html}");
    }
}

#[test]
fn elements_and_roles() {
    check(&[
        ("<nav><a href=x>Home</a></nav><p>a", "navigation(Home) ¶ a"),
        ("<p>a</p><form>Mail <button>Send</button></form>", "a ¶ signup(Mail Send)"),
        ("<p>a</p><div><button>Play</button></div>", "a ¶ control(Play)"),
        ("<p>Press <button>Play</button> twice", "Press Play twice"),
        ("<aside><a href=x>b</a></aside><p>a", "other(b) ¶ a"),
        ("<aside>b</aside><p>a", "b ¶ a"),
        ("<div role=navigation><a href=x>b</a></div><p>a", "navigation(b) ¶ a"),
        ("<p><time>Monday</time></p><p>a", "byline(Monday) ¶ a"),
        ("<p><time>Monday</time> was a day", "Monday was a day"),
        // An aside stands in no other block.
        ("<ul><li><nav><a href=x>b</a></nav></ul>", "b"),
        ("<h2><button>b</button></h2>", "b"),
    ]);
}

#[test]
fn classes() {
    check(&[
        ("<div class=share>b</div>a", "share(b) ¶ a"),
        ("<div class=share><div class=tags>b</div>c</div>a", "share(b / c) ¶ a"),
        ("<div class='related footnotes'><a href=x>b</a></div>a", "b ¶ a"),
        ("<p class=paywall>b</p>a", "b ¶ a"),
        ("<div id=comments>b</div><section id=comments>c</section>a", "comments(b) ¶ c ¶ a"),
        // Of inline elements that a paragraph consists of.
        ("<p><span class=author>b</span> | <span class=date>c</span></p>a", "byline(b | c) ¶ a"),
        ("<p>By <span class=author>b</span></p>a", "byline(By b) ¶ a"),
        ("<p><span class=author>b</span> says</p>a", "b says ¶ a"),
        ("<p><a class=share href=x><img src=x></a></p>a", "share() ¶ a"),
        ("<span class=author>b<p>c</p></span>a", "byline(b / c) ¶ a"),
        // What is related is linked.
        ("<div class=related>b</div>a", "b ¶ a"),
        ("<div class=related><h4>b</h4></div>a", "related(b) ¶ a"),
        ("<h2 class=related>b</h2>a", "b ¶ a"),
        (
            "<figure class=inline-teaser><img src=x><div>Read</div><a href=x>The pier is closed</a></figure>a",
            "related(Read / The pier is closed) ¶ a",
        ),
        ("<figure class=teaser-image><img src=x><figcaption>b</figcaption></figure>a", "b ¶ a"),
        ("<div class=related><h4>c</h4><a href=x>b</a></div>a", "related(c / b) ¶ a"),
    ]);
}

#[test]
fn teasers_without_a_class() {
    let prose = "One two three four five six. ".repeat(6);
    let teaser = "<div><h3><a href=x>The pier is closed</a></h3>By night</div>";
    let linked = "<a href=x><img src=x><h3>The pier is closed</h3></a>";
    for (html, expected) in [
        (format!("<section>{teaser}{teaser}</section>"), 1),
        (format!("<article>{linked}</article>"), 1),
        (format!("<ul><li>{linked}<li>{linked}</ul>"), 1),
        (format!("<div>{}</div>", "<a href=y><img src=x>The pier is closed</a>".repeat(2)), 1),
        (
            format!("<div>{}</div>", "<a href=y.png?x><img src=x>The pier is closed</a>".repeat(2)),
            0,
        ),
        (format!("<div>{}</div>", "<a href=y><img src=x>Oslo</a>".repeat(2)), 0),
        // One linked heading may be a question in an article; a list of links may be its content.
        (teaser.to_owned(), 0),
        ("<ul><li><a href=x>b</a><li><a href=x>c</a></ul>".to_owned(), 0),
        (format!("<div>{teaser}{teaser}<p>{prose}</div>"), 0),
    ] {
        let html = format!("<p>{prose}</p>{html}");
        let document = Document::parse(&html);
        let is_aside = |block: &&Block<'_>| matches!(block, Block::Aside(_));
        assert_eq!(document.blocks().iter().filter(is_aside).count(), expected, "{html}");
    }
    // What is nothing but such links is about them.
    assert!(!parts(&teaser.repeat(9)).contains("related"));
}

#[test]
fn what_reads_like_an_article_stays() {
    let prose = "One two three four five six. ".repeat(6);
    let prose = prose.trim();
    for (html, expected) in [
        ("<div class=share>P</div>", "P"),
        ("<div class=share>P</div><p>P<p>P", "share(P) ¶ P ¶ P"),
        ("<div class=tags>P</div><p>P<p>P", "P ¶ P ¶ P"),
        ("<form><p>P</p><div class=tags>b</div></form>", "P ¶ tags(b)"),
        ("<div class=newsletter><p>P</p></div><p>P<p>P", "signup(P) ¶ P ¶ P"),
        ("<div class=date><h2>b</h2></div>", "b"),
        ("<div class=share><pre>b</pre></div><p>P", "b ¶ P"),
    ] {
        let expected = expected.replace('P', prose);
        assert_eq!(parts(&html.replace('P', prose)), expected, "{html}");
    }
}

#[test]
fn titles() {
    for (html, expected) in [
        ("<h2>one  Two</h2>a", "title(one Two) ¶ a"),
        ("<h2>b</h2><h1>One two</h1>a", "tags(b) ¶ title(One two) ¶ a"),
        ("<h2>b</h2><h2>One two</h2>a", "tags(b) ¶ title(One two) ¶ a"),
        // The only heading of level 1, if it says a part of it.
        ("<h1>Two of one</h1><h2>b</h2>a", "title(Two of one) ¶ b ¶ a"),
        ("<h1>Two of one</h1><h1>b</h1>a", "Two of one ¶ b ¶ a"),
        ("<h1>One of them</h1><h2>b</h2>a", "One of them ¶ b ¶ a"),
        // A line over the title is short, and right over it.
        ("<h4>b</h4><p>c<h1>One two</h1>a", "b ¶ c ¶ title(One two) ¶ a"),
        ("<h1>One</h1>a", "One ¶ a"),
        ("<p>b<h1>One two</h1>a", "b ¶ title(One two) ¶ a"),
    ] {
        let input = format!("---\ntitle: One two\n---\n{html}");
        assert_eq!(parts(&input), expected, "{html}");
    }
}

const PROSE: &str = "One two three four five six. One two three four five six. One two three \
    four five six. One two three four five six. One two three four five six.";

/// The same of a page with a title, an author, a date and tags; `P` is a paragraph's prose.
#[track_caller]
fn check_page(cases: &[(&str, &str)]) {
    let head = "---\ntitle: Big news\nauthor: Ann Lee\ndate: 2024-05-02\ntags: [Sea, Ships]\n---\n";
    for (html, expected) in cases {
        let html = html.replace('P', PROSE);
        assert_eq!(parts(&format!("{head}{html}")), expected.replace('P', PROSE), "{html}");
    }
}

#[test]
fn a_standfirst_is_a_paragraph() {
    let sentence = "What the article is about, said in a whole sentence.";
    let long = "What the article is about, said in many words but without an end";
    let title = "---\ntitle: Big news\n---\n";
    for (html, headings, is_paragraph) in [
        (format!("{title}<h1>Big news</h1><h2>{sentence}</h2><p>a"), 1, true),
        (format!("{title}<h1>Big news</h1><img src=x><h3>{long}</h3><p>a"), 1, true),
        (format!("{title}<h3>{sentence}</h3><p>{PROSE}"), 0, true),
        (format!("{title}<h3>{long}</h3><p>{PROSE}"), 1, false),
        // Sections: short, with a name, a question, linked, below a text, of an article without title.
        (format!("{title}<h1>Big news</h1><h2>About the harbour</h2><p>a"), 2, false),
        (format!("{title}<h1>Big news</h1><h2 id=a>{sentence}</h2><p>a"), 2, false),
        (
            format!(
                "{title}<h1>Big news</h1><h2>What is the article about, and why is it so many words long?</h2><p>a"
            ),
            2,
            false,
        ),
        (format!("{title}<h1>Big news</h1><h2><a href=x>{sentence}</a></h2><p>a"), 2, false),
        (format!("{title}<h1>Big news</h1><p>{PROSE}<h2>{sentence}</h2><p>a"), 2, false),
        (format!("<h1>Big news</h1><h2>{sentence}</h2><p>a"), 2, false),
    ] {
        let document = Document::parse(&html);
        assert_eq!(document.headings().count(), headings, "{html}");
        let said = document.paragraphs().any(|said| said.text() == sentence || said.text() == long);
        assert_eq!(said, is_paragraph, "{html}");
    }
}

#[test]
fn loose_phrases() {
    check_page(&[
        ("<h1>Big news</h1><div>Live</div><p>P", "title(Big news) ¶ other(Live) ¶ P"),
        ("<h1>Big news</h1><p>P<div>The end</div>", "title(Big news) ¶ P ¶ other(The end)"),
        (
            "<nav><a href=x>b</a></nav><p>P<div>Live</div><div class=share>c</div><p>P",
            "navigation(b) ¶ P ¶ share(Live / c) ¶ P",
        ),
        (
            "<p>P<nav>b</nav><div>Live</div><div class=share>c</div><p>P",
            "P ¶ navigation(b) ¶ other(Live) ¶ share(c) ¶ P",
        ),
        // Links and what has a time, wherever they stand.
        (
            "<h1>Big news</h1><p>P<div><a href=x>All news</a></div><p>P",
            "title(Big news) ¶ P ¶ navigation(All news) ¶ P",
        ),
        (
            "<h1>Big news</h1><p>P<div><time>20:24</time><mark>Bob Roe</mark></div><p>P",
            "title(Big news) ¶ P ¶ byline(20:24Bob Roe) ¶ P",
        ),
        // The number of a picture.
        ("<h1>Big news</h1><p>P<div>1 / 12</div><p>P", "title(Big news) ¶ P ¶ control(1 / 12) ¶ P"),
        // In a paragraph, like a sentence, with an image, in a body without other asides.
        ("<h1>Big news</h1><p>Live<p>P", "title(Big news) ¶ Live ¶ P"),
        (
            "<h1>Big news</h1><p>P<p><a href=x>All news</a><p>P",
            "title(Big news) ¶ P ¶ All news ¶ P",
        ),
        ("<h1>Big news</h1><p>P<div>It rains.</div>", "title(Big news) ¶ P ¶ It rains."),
        (
            "<h1>Big news</h1><p>P<div>What follows:</div><p>a",
            "title(Big news) ¶ P ¶ What follows: ¶ a",
        ),
        ("<div>Live</div><p>P<div><a href=x>All news</a></div>", "Live ¶ P ¶ All news"),
        // Where prose stands in no paragraphs.
        ("<h1>Big news</h1><div>P</div><div>Live</div>", "title(Big news) ¶ P ¶ Live"),
    ]);
}

#[test]
fn what_the_metadata_say() {
    check_page(&[
        ("<h1>Big news</h1><p>By Ann Lee<p>P", "title(Big news) ¶ byline(By Ann Lee) ¶ P"),
        (
            "<h1>Big news</h1><p>Stand: 2.5.2024, 9:40 Uhr<p>P",
            "title(Big news) ¶ byline(Stand: 2.5.2024, 9:40 Uhr) ¶ P",
        ),
        ("<h1>Big news</h1><p>P<p>– Ann Lee", "title(Big news) ¶ P ¶ byline(– Ann Lee)"),
        (
            "<h1>Big news</h1><ul><li>NEWS<li>2 May 2024</ul><p>P",
            "title(Big news) ¶ byline(NEWS / 2 May 2024) ¶ P",
        ),
        (
            "<h1>Big news</h1><p>P<ul><li>sea<li>Ships</ul><p>P",
            "title(Big news) ¶ P ¶ tags(sea / Ships) ¶ P",
        ),
        // More is said; another day; amid the text; no tag.
        (
            "<h1>Big news</h1><p>Ann Lee, who lives in the harbour for years<p>P",
            "title(Big news) ¶ Ann Lee, who lives in the harbour for years ¶ P",
        ),
        ("<h1>Big news</h1><p>3.5.2024<p>P", "title(Big news) ¶ 3.5.2024 ¶ P"),
        ("<h1>Big news</h1><p>P<p>Ann Lee<p>P", "title(Big news) ¶ P ¶ Ann Lee ¶ P"),
        (
            "<h1>Big news</h1><p>P<ul><li>Sea<li>Sand</ul><p>P",
            "title(Big news) ¶ P ¶ Sea / Sand ¶ P",
        ),
    ]);
}

#[test]
fn lists_of_links() {
    let links = "<ul><li><a href=x>Home</a><li><a href=x>Sea</a><li><a href=x>Oslo</a></ul>";
    let path = "<ul><li><a href=x>Home</a><li><a href=x>Sea</a><li>The pier is closed</ul>";
    for (html, expected) in [
        ("<h1>Big news</h1>L<p>P", "title(Big news) ¶ navigation(Home / Sea / Oslo) ¶ P"),
        (
            "Z<h1>Big news</h1><p>P",
            "navigation(Home / Sea / The pier is closed) ¶ title(Big news) ¶ P",
        ),
        (
            "<h1>Big news</h1><p>P<div>Topics:</div>L",
            "title(Big news) ¶ P ¶ navigation(Topics: / Home / Sea / Oslo)",
        ),
        (
            "<ul><li><button>Share</button></ul><h1>Big news</h1><p>P",
            "navigation(Share) ¶ title(Big news) ¶ P",
        ),
        // The article's own.
        ("<h1>Big news</h1><p>P<p>See:L", "title(Big news) ¶ P ¶ See: ¶ Home / Sea / Oslo"),
        ("<h1>Big news</h1><p>P<h2>See</h2>L", "title(Big news) ¶ P ¶ See ¶ Home / Sea / Oslo"),
        ("<h1>Big news</h1><p>PZ", "title(Big news) ¶ P ¶ Home / Sea / The pier is closed"),
        ("L<p>P", "Home / Sea / Oslo ¶ P"),
    ] {
        check_page(&[(&html.replace('L', links).replace('Z', path), expected)]);
    }
}

#[test]
fn cards_after_the_text() {
    let card = format!("<div><h3><a href=x>The pier</a></h3>{PROSE}</div>");
    let (three, two) = (card.repeat(3), card.repeat(2));
    for (html, asides) in [
        (format!("<h1>Big news</h1><p>{PROSE}<section>{three}</section>"), 2),
        (format!("<h1>Big news</h1><p>{PROSE}<section>{three}</section><p>{PROSE}"), 1),
        (format!("<h1>Big news</h1><p>{PROSE}<section>{two}</section>"), 1),
        (format!("<p>{PROSE}<section>{three}</section>"), 0),
    ] {
        let html = format!("---\ntitle: Big news\n---\n{html}");
        let document = Document::parse(&html);
        let is_aside = |block: &&Block<'_>| matches!(block, Block::Aside(_));
        assert_eq!(document.blocks().iter().filter(is_aside).count(), asides, "{html}");
    }
}

#[test]
fn headings_of_asides() {
    check_page(&[
        ("<p>P<h2>Voices</h2><div class=comments>b</div>", "P ¶ comments(Voices / b)"),
        (
            "<p>P<h2>Voices</h2><div class=comments>b</div><h2>c</h2><p>P",
            "P ¶ comments(Voices / b) ¶ c ¶ P",
        ),
        (
            "<p>P<h2>Voices</h2><div class=share>b</div><div class=comments>c</div>",
            "P ¶ share(Voices / b) ¶ comments(c)",
        ),
        // Something of the article stands under them, or the aside is of what is above.
        ("<p>P<h2>Voices</h2><div class=comments>b</div><p>P", "P ¶ Voices ¶ comments(b) ¶ P"),
        (
            "<p>P<h2>Voices</h2><div class=comments>b</div><h3>c</h3><p>P",
            "P ¶ Voices ¶ comments(b) ¶ c ¶ P",
        ),
        ("<h2>Voices</h2><div class=date>b</div>", "Voices ¶ byline(b)"),
    ]);
}

#[test]
fn labels_for_those_who_do_not_see() {
    check(&[
        ("<div aria-label='Related articles'><a href=x>b</a></div>a", "related(b) ¶ a"),
        ("<ul aria-label='Contenido relacionado'><li><a href=x>b</a></ul>a", "related(b) ¶ a"),
        ("<section aria-label='newsletter promotion'>b</section>a", "signup(b) ¶ a"),
        (
            "<section aria-label='Shares of the harbour company over the last ten years'>b</section>a",
            "b ¶ a",
        ),
        ("<section aria-label='The date'>b</section>a", "b ¶ a"),
    ]);
}

#[test]
fn labels_of_one_line() {
    check(&[
        ("<p>a<p>Subscribers only<p>b", "a ¶ paywall(Subscribers only) ¶ b"),
        ("<p>a<p>© 2024 Harbour News", "a ¶ notice(© 2024 Harbour News)"),
        ("<p>a<p>Subscribers only pay half.", "a ¶ Subscribers only pay half."),
    ]);
}

/// A `<figure>` that shows nothing and holds what is no article is a box like others.
#[test]
fn boxes_written_as_figures() {
    check(&[
        (
            "<p>a<figure><a href=#x>skip</a><aside aria-label='newsletter promotion'><h3>b</h3><form>c</form></aside></figure>d",
            "a ¶ signup(skip / b / c) ¶ d",
        ),
        ("<p>a<figure class=newsletter>b</figure>c", "a ¶ signup(b) ¶ c"),
        ("<p>a<figure><form>b</form></figure>c", "a ¶ signup(b) ¶ c"),
        // They show something, or say something of it.
        ("<p>a<figure class=newsletter><img src=x></figure>c", "a ¶  ¶ c"),
        ("<p>a<figure><form>b</form><table><tr><td>c</table></figure>", "a ¶ b / c"),
        ("<p>a<figure><form>b</form><figcaption>c</figcaption></figure>", "a ¶ c / b"),
        ("<p>a<figure>b</figure>c", "a ¶ b ¶ c"),
    ]);
}

#[test]
fn notes_and_chapters() {
    check(&[
        ("<p><span class=comment>b</span></p>a", "b ¶ a"),
        ("<p><a class=comments href=x>b</a></p>a", "comments(b) ¶ a"),
        ("<div class=toc><ul><li><a href=#x>b</a></ul></div>a", "navigation(b) ¶ a"),
        (
            "<div class=toc>In this article:<ul><li><a href=#x>b</a></ul></div>a",
            "navigation(In this article: / b) ¶ a",
        ),
        (
            "<div class=toc>The builder is one of the patterns of a family, the <a href=x>creational</a>.<ul><li><a href=#x>b</a></ul></div>a",
            "The builder is one of the patterns of a family, the creational. ¶ b ¶ a",
        ),
    ]);
}

/// Media take what stands between them and their caption: no place may shift.
#[test]
fn captions_beside_media() {
    check(&[
        (
            "<img src=x><div class=share>b</div><p class=caption>c</p><div class=share>d</div><p>e",
            " ¶ share(b) ¶ c ¶ share(d) ¶ e",
        ),
        (
            "<img src=x><button class=share>b</button><p class=caption>c</p><nav>d</nav><p>e",
            "c ¶ navigation(d) ¶ e",
        ),
        ("<div class=share><img src=x></div><p class=caption>c</p>e", "c ¶ e"),
        ("<img src=x alt=c><p>c</p><p class=share>d</p>e", "c ¶ share(d) ¶ e"),
    ]);
}

#[test]
fn an_aside_stands_where_its_element_does() {
    let html = "<p>a</p><div class=share>\n<p>b</p> </div><p><a class=share href=x>c</a></p>";
    let document = Document::parse(html);
    let places = document.blocks().iter().map(|block| block.span().slice(html).unwrap());
    let expected =
        ["<p>a</p>", "<div class=share>\n<p>b</p> </div>", "<p><a class=share href=x>c</a></p>"];
    assert_eq!(places.collect::<Vec<_>>(), expected);
}

#[test]
fn a_megabyte_of_marked_elements_is_linear() {
    for piece in [
        "<div class=related-share>",
        "<p class=tags>a",
        "<a class=share href=x>b</a>",
        "<nav>",
        "<h1>Big news</h1>",
        "<h1>Big news",
        "<h6>a</h6><h1>Big news</h1><h2>A sentence of many words.</h2>",
        "<nav>a</nav><div>b</div>",
        "<nav>a</nav><ul><li><a href=x>b</a></ul>",
        "<nav>a</nav><h2>b</h2><div class=share>c</div>",
        "<div><h3><a href=x>b</a></h3>",
        "<p>Ann Lee",
        "<p>»»»»»»»»»»",
    ] {
        let head = "---\ntitle: Big news\nauthor: Ann Lee\ndate: 2024-05-02\ntags: [b]\n---\n";
        let prose = format!("<p>{PROSE}</p><nav>c</nav>");
        let html = format!("{head}{}{prose}", piece.repeat(1_000_000 / piece.len()));
        assert!(!Document::parse(&html).source().is_empty());
    }
}
