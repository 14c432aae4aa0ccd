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
        ("<h2>b</h2><h1>One two</h1>a", "b ¶ title(One two) ¶ a"),
        ("<h2>b</h2><h2>One two</h2>a", "b ¶ One two ¶ a"),
        ("<h1>One</h1>a", "One ¶ a"),
        ("<p>b<h1>One two</h1>a", "b ¶ title(One two) ¶ a"),
    ] {
        let input = format!("---\ntitle: One two\n---\n{html}");
        assert_eq!(parts(&input), expected, "{html}");
    }
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
            "c / b ¶ navigation(d) ¶ e",
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
    for piece in
        ["<div class=related-share>", "<p class=tags>a", "<a class=share href=x>b</a>", "<nav>"]
    {
        let html = piece.repeat(1_000_000 / piece.len());
        assert!(!Document::parse(&html).source().is_empty());
    }
}
