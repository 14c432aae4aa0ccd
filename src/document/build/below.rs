//! Words below an image, in one paragraph with it.
//!
//! ```text
//! ![](pier.jpg)            <img src=pier.jpg><br>
//! *The pier at dawn*       Photo: Ann Lee
//! ```
//!
//! Markdown has no captions, so this is how most authors write one: the next line, in emphasis. What is
//! nothing but a credit needs none.

use super::credit;
use super::figure::FigureFrame;
use super::text::is_blank;
use crate::document::block::Paragraph;
use crate::document::figure::{CaptionEvidence, Figure};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;

/// A longer text in emphasis goes with the image, and does not say what it shows; in bytes.
const LONGEST: usize = 500;

/// The figure that a paragraph is, or else the paragraph.
pub(super) fn figure<'a>(
    paragraph: Paragraph<'a>,
    source: &'a str,
) -> Result<Box<Figure<'a>>, Paragraph<'a>> {
    let Some((media, end)) = media_before_words(&paragraph.inlines, source) else {
        return Err(paragraph);
    };
    let Paragraph { inlines, span } = paragraph;
    let mut images = inlines.into_vec();
    let words = Inlines::from(images.split_off(media));
    let place = credit::place_of(&words, Span::new(end, span.end.max(end)), source);
    let images = Paragraph { inlines: Inlines::from(images), span };
    let words = Paragraph { inlines: words, span: place };
    Ok(Box::new(FigureFrame::of_images(images, words, CaptionEvidence::Emphasis, source)))
}

/// How many inlines stand before the words below the media that a phrase begins with, and where the
/// media end.
fn media_before_words(phrase: &[Inline<'_>], source: &str) -> Option<(usize, u32)> {
    let is_edge = |inline: &Inline<'_>| match inline {
        Inline::LineBreak => true,
        Inline::Text(text) => is_blank(text),
        _ => false,
    };
    let media = phrase.iter().take_while(|inline| end_of_media(inline).is_some()).count();
    let end = end_of_media(phrase.get(media.checked_sub(1)?)?)?;
    let edge = phrase[media..].iter().take_while(|inline| is_edge(inline)).count();
    let words = &phrase[media + edge..];
    let is_parted = phrase[media..media + edge].contains(&Inline::LineBreak)
        || source
            .get(end as usize..)
            .is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']));
    let say_it = || match words {
        [Inline::Emphasis(words)] => {
            let words = words.inlines.text();
            words.len() <= LONGEST && !is_of_article(&words)
        }
        words => credit::is_all(&Inlines::from(words.to_vec()).text()),
    };
    (is_parted && say_it()).then_some((media + edge, end))
}

/// Whether words say something of the article, and not of what stands above them: who wrote it, where it
/// was published before, and where there is more of it.
fn is_of_article(words: &str) -> bool {
    let mut near: String = words.trim_start().chars().take(48).collect();
    near.make_ascii_lowercase();
    let near = near.replace('’', "'");
    let is_of_it = |(article, verbs): &(&[&str], &[&str])| {
        let rest = article.iter().find_map(|start| near.strip_prefix(start));
        rest.is_some_and(|rest| verbs.iter().any(|verb| rest.starts_with(verb)))
    };
    let is_byline = || {
        let names = words.trim().strip_prefix("By ").or_else(|| words.trim().strip_prefix("by "));
        names.is_some_and(credit::is_names)
    };
    STARTS.iter().any(|start| near.starts_with(start))
        || ARTICLES.iter().any(is_of_it)
        || is_byline()
}

/// How such words begin.
const STARTS: &[&str] = &[
    "a guest post",
    "article originally",
    "article published",
    "author's note",
    "authored by",
    "co-authored",
    "co-written",
    "coauthored",
    "contributed by",
    "cross-post",
    "crosspost",
    "editor's note",
    "editors' note",
    "first appeared",
    "first published",
    "gastbeitrag",
    "guest article",
    "guest blog",
    "guest post",
    "interested in ",
    "learn more",
    "originally appeared",
    "originally posted",
    "originally published",
    "originally written",
    "post by",
    "posted by",
    "posted on",
    "published by",
    "published in",
    "published on",
    "publicado originalmente",
    "publié initialement",
    "read more",
    "republished",
    "reposted",
    "reprinted",
    "story by",
    "subscribe",
    "text by",
    "words by",
    "written by",
    "zuerst erschienen",
    "この記事",
    "作者：",
    "作者:",
    "原文",
    "文/",
    "文／",
    "文：",
    "本文",
    "转载",
    "轉載",
];

/// The article as it is named in such words, and what follows.
const ARTICLES: &[(&[&str], &[&str])] = &[
    (
        &[
            "this article ",
            "this blog post ",
            "this column ",
            "this entry ",
            "this essay ",
            "this guest post ",
            "this interview ",
            "this piece ",
            "this post ",
            "this story ",
        ],
        &["was ", "is ", "has ", "first ", "originally ", "appeared ", "appears ", "comes "],
    ),
    (
        &["dieser artikel ", "dieser beitrag ", "dieser text "],
        &["wurde ", "ist ", "erschien ", "stammt "],
    ),
    (&["cet article ", "ce billet "], &["a été ", "est ", "a paru "]),
    (&["este artículo ", "este post "], &["fue ", "se publicó ", "apareció ", "ha sido ", "es "]),
    (&["este artigo ", "este texto "], &["foi ", "é "]),
    (&["questo articolo "], &["è ", "e' "]),
];

/// Where an image ends, or a link around one.
fn end_of_media(inline: &Inline<'_>) -> Option<u32> {
    match inline {
        Inline::Image(image) => Some(image.span.end),
        Inline::Link(link) if matches!(link.inlines[..], [Inline::Image(_)]) => Some(link.span.end),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Block, Document};

    /// The figure that a body is, in short; what else it is.
    fn read(body: &str) -> String {
        let document = Document::parse(body);
        match document.blocks() {
            [Block::Figure(figure)] => {
                let caption = figure.caption.as_ref();
                let place =
                    caption.and_then(|caption| caption.span.slice(body)).unwrap_or_default();
                let credits = figure.credits.iter().map(|credit| credit.text.to_string());
                let credits = credits.collect::<Vec<_>>().join("+");
                format!("{} {place} ({credits})", figure.images.len())
            }
            [Block::Paragraph(paragraph)] => format!("p {}", paragraph.text()),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn words_below_an_image() {
        for (body, expected) in [
            ("<p><img src=a><br><em>The pier</em></p>", "1 The pier ()"),
            ("<p><img src=a>\n<em>The pier</em></p>", "1 The pier ()"),
            (
                "<p><a href=b><img src=a></a><br/> <i>The pier (Reuters)</i></p>",
                "1 The pier (Reuters) (Reuters)",
            ),
            ("<p><img src=a><img src=b><br><em>Two piers</em></p>", "2 Two piers ()"),
            ("<p><img src=a><br>Photo: Ann Lee</p>", "1  (Ann Lee)"),
            ("<img src=a><br><span>Photo credit: Ann Lee</span>", "1  (Ann Lee)"),
            // On the same line, or with more than it.
            ("<p><img src=a> <em>The pier</em></p>", "p The pier"),
            ("<p><img src=a><br><em>The pier</em> at dawn</p>", "p \nThe pier at dawn"),
            ("<p><img src=a><br>The pier</p>", "p \nThe pier"),
            // Of the article.
            (
                "<p><img src=a><br><em>This post was co-authored with <a href=b>Ann Lee</a>.</em></p>",
                "p \nThis post was co-authored with Ann Lee.",
            ),
            ("<p><img src=a>\n<em>Editor’s note: b</em></p>", "p Editor’s note: b"),
            (
                "<p><img src=a>\n<em>Originally published in b</em></p>",
                "p Originally published in b",
            ),
            ("<p><img src=a>\n<em>本文首发于 b</em></p>", "p 本文首发于 b"),
            (
                "<p><img src=a><br><em>This post holds the pier</em></p>",
                "1 This post holds the pier ()",
            ),
            ("<p><img src=a><br><em>By Ann Lee</em></p>", "p \nBy Ann Lee"),
            ("<p><img src=a><br><em>By the sea</em></p>", "1 By the sea ()"),
            ("<p><em>The pier</em><br><img src=a></p>", "p The pier\n"),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }

    #[test]
    #[cfg(feature = "markdown")]
    fn words_below_an_image_in_markdown() {
        let parser = crate::Parser::new().body_format(crate::BodyFormat::Markdown);
        for image in ["![](pier.jpg)", "{% image \"pier.jpg\" %}", "{{< img src=pier_1_.jpg >}}"] {
            let input = format!("{image}\n*The pier*\n");
            let document = parser.parse(&input);
            let [Block::Figure(figure)] = document.blocks() else { panic!("{document:?}") };
            let caption = figure.caption.as_ref().unwrap();
            assert_eq!(caption.span.slice(&input), Some("The pier"));
        }
    }
}
