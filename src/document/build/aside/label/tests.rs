use super::start::LONGEST_LABEL;
use super::*;
use crate::Document;
use crate::document::build::aside::labels::LABELS;

#[test]
fn labels_are_in_order_and_lower_case() {
    assert!(LABELS.is_sorted_by(|(one, _), (other, _)| one < other));
    for (label, _) in LABELS {
        assert_eq!(label.to_lowercase(), *label);
        assert!(
            label
                .trim_matches(|c: char| !c.is_alphanumeric())
                .starts_with(label.chars().next().unwrap())
        );
        assert!((2..=LONGEST_LABEL).contains(&label.len()), "{label}");
    }
}

/// One test a row: alone, in capitals and with what it is a label of.
#[test]
fn every_label_is_read() {
    for (text, kind) in LABELS {
        assert_eq!(label(text), Some((*kind, text.len())), "{text}");
        let (found, _) = label(&format!("» {}: x", text.to_uppercase())).unwrap_or((*kind, 0));
        assert_eq!(found, *kind, "{text}");
        let html = match kind {
            Related => format!("<p>Before.<p>{text}: <a href=x>the other article</a><p>After."),
            _ => format!("<p>Before.<p>{text}<p>After."),
        };
        let document = Document::parse(&html);
        let asides: Vec<_> = document
            .blocks()
            .iter()
            .filter_map(|block| match block {
                Block::Aside(aside) => Some((aside.kind, aside.evidence)),
                _ => None,
            })
            .collect();
        assert_eq!(asides, [(*kind, AsideEvidence::Label)], "{text}");
    }
}

#[test]
fn what_is_no_label() {
    for text in [
        "",
        "Reading more",
        "Moreover",
        "Readmore",
        "Sharepoint",
        "Read",
        "Anzeigen",
        "Related to",
        "Share of the market",
        "Publicity",
    ] {
        let said = label(text).filter(|(_, end)| text[*end..].chars().all(is_sign));
        assert_eq!(said, None, "{text}");
    }
}

#[test]
fn labels_with_what_they_are_of() {
    let linked = "<a href=x>The pier is closed</a>";
    for (html, expected) in [
        (format!("<p>Read more: {linked}"), 1),
        (format!("<p><strong>READ MORE</strong> {linked}"), 1),
        (format!("<p>{}", "<a href=x>Read more: The pier is closed</a>"), 1),
        (format!("<h3>Related articles</h3><ul><li>{linked}<li>{linked}</ul><p>a"), 1),
        (format!("<h3>Related articles:</h3><h4>{linked}</h4><p>{linked}<p>a"), 1),
        (format!("<p>Mehr zum Thema</p><p>{linked}<p>a"), 1),
        (format!("<h4>Ähnliche:</h4><ul><li><h5>{linked}</h5>Why it is</ul><p>a"), 1),
        ("<p>Cite this article<p>Lee, A. The pier. https://a.b/2024<p>a".to_owned(), 1),
        ("<p>Advertisement</p><p>a".to_owned(), 1),
        // Prose that begins like one, a heading of prose, a label of nothing.
        (format!("<p>Read more about how {linked} and why that is so, in the old book"), 0),
        (format!("<h3>Related articles</h3><p>The {linked} for years."), 0),
        ("<h3>Related</h3><ul><li>One<li>Two</ul>".to_owned(), 0),
        (format!("<h4>Ähnliche:</h4><ul><li><h5>{linked}</h5><li>Why it is</ul><p>a"), 0),
        ("<h2>How to cite this article</h2><p>Lee, A. https://a.b/2024".to_owned(), 0),
        ("<p>Read more".to_owned(), 0),
        ("<p>Advertisement is an old trade.".to_owned(), 0),
        ("<h2>Advertisement</h2><p>a".to_owned(), 0),
        ("<h2>Share</h2><p>a".to_owned(), 0),
    ] {
        let document = Document::parse(&html);
        let asides =
            document.blocks().iter().filter(|block| matches!(block, Block::Aside(_))).count();
        assert_eq!(asides, expected, "{html}");
    }
}
