//! What an article begins with, for teasers and previews.

use super::block::Block;
use super::sentence::{sentences, words};
use crate::text::Text;

/// The texts of paragraphs, with spaces between them, up to `max` characters.
pub(super) fn excerpt<'s, 'a: 's>(
    blocks: impl Iterator<Item = &'s Block<'a>>,
    max: usize,
) -> Option<Text<'s>> {
    let mut texts = blocks.filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.inlines.text()),
        _ => None,
    });
    let mut excerpt = texts.by_ref().find(|text| !text.trim().is_empty())?;
    let mut left = max.checked_sub(excerpt.chars().count());
    while let Some(room) = left.filter(|&room| room > 1) {
        let Some(text) = texts.next() else { break };
        let fits = room.checked_sub(text.chars().count() + 1);
        if fits.is_none()
            && sentences(&text).next().is_none_or(|first| first.chars().count() >= room)
        {
            break;
        }
        excerpt = Text::from(format!("{excerpt} {text}"));
        left = fits;
    }
    Some(if left.is_none() { cut(&excerpt, max) } else { excerpt })
}

/// The most of a text that `max` characters hold: whole sentences if they fill half of it, else whole
/// words and an ellipsis.
fn cut<'t>(text: &Text<'t>, max: usize) -> Text<'t> {
    let whole = fill(sentences(text), max);
    if text[..whole].chars().count() * 2 >= max {
        return part(text, whole);
    }
    let room = max.saturating_sub(1);
    let end = match fill(words(text), room) {
        0 => text.char_indices().nth(room).map_or(text.len(), |(end, _)| end),
        end => end,
    };
    let kept = text[..end].trim_end().trim_end_matches([',', ';', ':', '，', '；', '：', '、']);
    Text::from(format!("{kept}…"))
}

/// How many bytes of pieces `max` characters hold; the white space after the last one does not count.
fn fill<'t>(pieces: impl Iterator<Item = &'t str>, max: usize) -> usize {
    let (mut chars, mut bytes) = (0, 0);
    for piece in pieces {
        if chars + piece.trim_end().chars().count() > max {
            break;
        }
        chars += piece.chars().count();
        bytes += piece.len();
    }
    bytes
}

fn part<'t>(text: &Text<'t>, end: usize) -> Text<'t> {
    text.part(0..text[..end].trim_end().len())
}

#[cfg(test)]
mod tests {
    use crate::Document;

    #[test]
    fn an_excerpt_ends_at_a_sentence_or_a_word() {
        for (html, max, expected) in [
            ("", 20, None),
            ("<h1>A</h1><p>One.", 20, Some("One.")),
            ("<p>One two. Three four. Five.", 22, Some("One two. Three four.")),
            ("<p>One two three four five.", 12, Some("One two…")),
            ("<p>One two, three", 9, Some("One two…")),
            ("<p>Incomprehensibilities", 6, Some("Incom…")),
            ("<p>One.<p>Two.<p>Three.", 9, Some("One. Two.")),
            ("<p>One.<p>Two. Three.", 12, Some("One. Two.")),
            ("<p>你好。再见。他们来了。", 7, Some("你好。再见。")),
            ("<p>他们昨天晚上回来了", 5, Some("他们昨天…")),
            ("<p>One", 1, Some("…")),
        ] {
            let document = Document::parse(html);
            assert_eq!(document.excerpt(max).as_deref(), expected, "{html} {max}");
        }
    }

    #[test]
    fn an_excerpt_that_is_a_text_of_the_source_borrows() {
        let document = Document::parse("<p>One two. Three four. Five.</p>");
        assert!(document.excerpt(100).unwrap().is_borrowed());
        assert!(document.excerpt(22).unwrap().is_borrowed());
    }
}
