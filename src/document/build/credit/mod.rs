//! Credits: whom a caption names as the source of its media, parted from what it says.
//!
//! ```text
//! Boats at rest. Photo: Ann Lee/Reuters
//! ───says──────  ─raw──────────────────
//!                       ─text──────────
//! ```
//!
//! The kinds of evidence: brackets at the end, a label before the name, a known name alone, an
//! element of its own. Where the form does not tell, nothing is parted: a caption that keeps its
//! credit loses less than one that loses its last words.

mod cut;
mod forms;
mod index;
mod name;
mod signs;
mod words;

use std::ops::Range;

use self::cut::{part_of, place_of, split_at, take_separator};
use self::name::{name_of_element, unbracketed};
use super::frame::leading_phrase;
use crate::document::block::Block;
use crate::document::figure::{Credit, CreditEvidence};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;

/// A credit is not longer than this, in characters.
const LONGEST: usize = 120;

/// What stands between a caption and its credit, or between two credits.
const BARS: [char; 14] = ['—', '–', '-', '|', '｜', '·', '•', '/', '／', ',', '，', ';', '＝', '('];

/// Parts the credit that ends a caption, or is all of it. `span` is the caption's place, `last` the
/// text of the element that it ends with, if it ends with one.
pub(super) fn part<'a>(
    caption: Inlines<'a>,
    last: Option<&str>,
    span: Span,
    source: &'a str,
) -> (Inlines<'a>, Option<Credit<'a>>) {
    let found = forms::find(&caption.verbatim(), last);
    let parted = found.and_then(|found| Some((split_at(&caption, found.start)?, found)));
    let Some(((says, raw), Found { start, name, evidence })) = parted else {
        return (caption, None);
    };
    let text = part_of(&raw, name.start - start..name.end - start);
    let span = place_of(&raw, span, source);
    (says, Some(Credit { text, raw, evidence, span }))
}

/// Whether all of a text is a credit: a label and a name, or names of agencies.
pub(super) fn is_all(text: &str) -> bool {
    text.len() <= 2 * LONGEST && forms::find(text, None).is_some_and(|found| found.start == 0)
}

/// Whether a text is names, and nothing else.
pub(super) fn is_names(text: &str) -> bool {
    name::is_name(text) && name::are_names(text)
}

/// Makes a credit of an element that is one. What is no phrase stays a block, and a sign
/// that parts the credit from the blocks before it goes with it.
pub(super) fn of_element<'a>(
    content: Vec<Block<'a>>,
    evidence: CreditEvidence,
    span: Span,
    credits: &mut Vec<Credit<'a>>,
    blocks: &mut Vec<Block<'a>>,
) {
    let (phrase, rest) = leading_phrase(content);
    if phrase.is_empty() {
        return blocks.extend(rest);
    }
    let raw = match take_separator(blocks) {
        Some(bar) => Inlines::from([vec![Inline::Text(bar)], phrase.into_vec()].concat()),
        None => phrase,
    };
    blocks.extend(rest);
    let plain = raw.verbatim();
    let said = unbracketed(plain.trim());
    let name = name_of_element(unbracketed(said.trim_start_matches(BARS).trim()));
    let name = Span::of_part(&plain, name, 0);
    let text = part_of(&raw, name.range());
    credits.push(Credit { text, raw, evidence, span });
}

/// A credit in a caption's plain text, in bytes of it.
struct Found {
    start: usize,
    name: Range<usize>,
    evidence: CreditEvidence,
}

impl Found {
    fn new(plain: &str, raw: &str, name: &str, evidence: CreditEvidence) -> Self {
        let range = |part| Span::of_part(plain, part, 0).range();
        let says = plain[..range(raw).start].trim_end();
        // A dash or bar that parts the credit goes with it.
        let dash = says.len() - says.trim_end_matches(BARS).len();
        let start = if dash > 0 { says.len() - dash } else { range(raw).start };
        Self { start, name: range(name), evidence }
    }
}

#[cfg(test)]
mod tests {
    use super::words::LABELS;
    use super::*;
    use crate::text::Text;

    #[track_caller]
    fn parts(caption: &str, says: &str, credit: &str) {
        let caption: &'static str = String::from(caption).leak();
        let phrase = Inlines::from(Inline::Text(Text::borrowed(caption)));
        let (rest, parted) = part(phrase, None, Span::new(0, caption.len() as u32), caption);
        let credit_text = parted.as_ref().map_or("", |credit| &credit.text);
        assert_eq!((&*rest.text(), credit_text), (says, credit), "{caption}");
        if let Some(credit) = parted {
            assert_eq!(credit.span.slice(caption), Some(&*credit.raw.text()), "{caption}");
        }
    }

    #[test]
    fn every_label_is_kept_out_of_the_name() {
        for (language, labels) in LABELS {
            for label in *labels {
                let capital: String =
                    label.chars().take(1).flat_map(char::to_uppercase).collect::<String>()
                        + &label.chars().skip(1).collect::<String>();
                let caption = format!("Pier 7. {capital}: Ann Lee");
                parts(&caption, "Pier 7.", "Ann Lee");
                assert!(!label.is_empty(), "{language}");
            }
        }
    }

    /// A line a language: the forms that its captions have.
    #[test]
    fn credits_in_many_languages() {
        for (caption, says, credit) in [
            ("The pier. Photograph: Ann Lee/Reuters", "The pier.", "Ann Lee/Reuters"),
            ("Der Kai. Foto: Ann Lee/dpa", "Der Kai.", "Ann Lee/dpa"),
            (
                "Der Kai. © picture alliance / dpa | Ann Lee",
                "Der Kai.",
                "picture alliance / dpa | Ann Lee",
            ),
            ("Le quai. Crédit photo : Ann Lee / AFP", "Le quai.", "Ann Lee / AFP"),
            ("El muelle. Foto: Ann Lee (EFE)", "El muelle.", "Ann Lee (EFE)"),
            ("O cais. Foto: Ann Lee/Divulgação", "O cais.", "Ann Lee/Divulgação"),
            ("Il molo. Fonte: ANSA", "Il molo.", "ANSA"),
            ("De kade. Beeld: Ann Lee", "De kade.", "Ann Lee"),
            ("Kajen. Foto: Ann Lee / NTB", "Kajen.", "Ann Lee / NTB"),
            ("Laituri. Kuva: Ann Lee", "Laituri.", "Ann Lee"),
            ("Nabrzeże. Fot. Ann Lee", "Nabrzeże.", "Ann Lee"),
            ("Molo. Zdroj: ČTK", "Molo.", "ČTK"),
            ("A móló. Fotó: Ann Lee", "A móló.", "Ann Lee"),
            ("Cheiul. Sursa foto: Ann Lee", "Cheiul.", "Ann Lee"),
            ("İskele. Fotoğraf: Ann Lee", "İskele.", "Ann Lee"),
            ("Prieplauka / A. Lee / ABC nuotr.", "Prieplauka", "A. Lee / ABC"),
            ("Gat. Izvor: HINA", "Gat.", "HINA"),
            ("Причал. Фото: Анна Ли / ТАСС", "Причал.", "Анна Ли / ТАСС"),
            ("Причал. Джерело: УНІАН", "Причал.", "УНІАН"),
            ("Η προβλήτα. Πηγή: ΑΠΕ", "Η προβλήτα.", "ΑΠΕ"),
            ("الرصيف. تصوير: علي", "الرصيف.", "علي"),
            ("اسکله. عکس: علی", "اسکله.", "علی"),
            ("המזח. צילום: דן לי", "המזח.", "דן לי"),
            ("घाट। फोटो: अमित", "घाट।", "अमित"),
            ("Dermaga. Foto: Antara/Ann Lee", "Dermaga.", "Antara/Ann Lee"),
            ("Dermaga(Dok.ABC )", "Dermaga", "ABC"),
            ("Bến tàu. Ảnh: Báo chí", "Bến tàu.", "Báo chí"),
            ("ท่าเรือ ภาพ: สมชาย", "ท่าเรือ", "สมชาย"),
            ("码头。图片来源：视觉中国", "码头。", "视觉中国"),
            ("码头。新华社记者李雷摄", "码头。", "新华社记者李雷"),
            ("埠頭の朝＝ロイター", "埠頭の朝", "ロイター"),
            ("埠頭の朝＝１３日午後（代表撮影）", "埠頭の朝＝１３日午後", "代表"),
            ("부두의 새벽이다. 연합뉴스", "부두의 새벽이다.", "연합뉴스"),
            ("부두의 새벽이다. 이영희 기자", "부두의 새벽이다.", "이영희 기자"),
        ] {
            parts(caption, says, credit);
        }
    }

    #[test]
    fn brackets() {
        parts("在乌克兰的前线 (半岛电视台)", "在乌克兰的前线", "半岛电视台");
        parts("集会现场（路透社）", "集会现场", "路透社");
        parts("集会现场（新华社 图）", "集会现场", "新华社 图");
        parts("集会现场（资料图）", "集会现场（资料图）", "");
        parts("The harbour at dawn (Reuters)", "The harbour at dawn", "Reuters");
        parts("The harbour at dawn. (Jane Roe)", "The harbour at dawn.", "Jane Roe");
        parts("The harbour [Jane Roe/Example Wire]", "The harbour", "Jane Roe/Example Wire");
        parts("The harbour (Photo: Jane Roe)", "The harbour", "Jane Roe");
        parts("The harbour bridge (2019)", "The harbour bridge (2019)", "");
        parts("Jane Roe (left)", "Jane Roe (left)", "");
        parts("The old bridge (Harbour Street)", "The old bridge (Harbour Street)", "");
        parts("李雷（左）", "李雷（左）", "");
        parts("现场（路透社资料图）", "现场", "路透社资料图");
        parts("现场（路透社）。", "现场", "路透社");
        parts("Pier at dawn (Reuters).", "Pier at dawn", "Reuters");
        parts("阿富汗 (塔利班)", "阿富汗 (塔利班)", "");
        parts("The flag \"Union Jack\" (Britain)", "The flag \"Union Jack\" (Britain)", "");
        parts("Pier [Note]", "Pier [Note]", "");
        parts("Roe (PA, left)", "Roe (PA, left)", "");
        parts("부두의 새벽 (연합뉴스)", "부두의 새벽", "연합뉴스");
        parts("Der Kai. Foto: Jane Roe (Keystone)", "Der Kai.", "Jane Roe (Keystone)");
        parts("Pier. (Photo: A / B. Courtesy of the C)", "Pier.", "A / B. Courtesy of the C");
    }

    #[test]
    fn labels_and_names() {
        parts("The harbour. Photo: Jane Roe", "The harbour.", "Jane Roe");
        parts("Photo by Jane Roe", "", "Jane Roe");
        parts("Illustration by Jane Roe", "", "Jane Roe");
        parts("The harbour © Example Wire", "The harbour", "Example Wire");
        parts("港口的早晨。摄影：李雷", "港口的早晨。", "李雷");
        parts("港口的早晨 图/新华社", "港口的早晨", "新华社");
        parts("港口的早晨。新华社记者李雷 摄", "港口的早晨。", "新华社记者李雷");
        parts("The harbour. Jane Roe/Getty Images", "The harbour.", "Jane Roe/Getty Images");
        parts(
            "The harbour. | Jane Roe/PA Images via Getty Images",
            "The harbour.",
            "Jane Roe/PA Images via Getty Images",
        );
        parts("The harbour, Photo: LAT Images", "The harbour", "LAT Images");
        parts("The harbour on Monday. AP", "The harbour on Monday.", "AP");
        parts("jane - stock.adobe.com", "", "jane - stock.adobe.com");
        parts(
            "Source: Example Yearbook & Example Council",
            "",
            "Example Yearbook & Example Council",
        );
        parts("© Ann Lee | Ann Lee", "", "Ann Lee");
        for says in [
            "A photo of the harbour",
            "Energy source: solar power",
            "The image/text ratio",
            "The big picture: how it all began",
            "An image = a matrix",
            "He came by courtesy of the king",
            "Photo: the pier at dawn",
            "Photo: The pier at dawn",
            "图：两人握手",
            "他正在拍摄",
            "服务由志愿者提供",
            "Ferries wait at the pier/AP",
            "Pier / Reuters",
            "The boat of NASA",
            "Boats. They rest",
            "Ann Lee | the boat",
        ] {
            parts(says, says, "");
        }
        parts("Pier. AP Photo/Jane Roe", "Pier.", "AP Photo/Jane Roe");
        parts("Pier. REUTERS/Jane Roe", "Pier.", "REUTERS/Jane Roe");
        parts("Pier — Photo courtesy of NASA", "Pier", "NASA");
        parts("埠頭の朝。写真＝ロイター", "埠頭の朝。", "ロイター");
        parts("港口。图片来源：路透社", "港口。", "路透社");
        parts("", "", "");
    }

    #[test]
    fn the_last_element() {
        for (caption, last, says, credit) in [
            ("Boats at rest. IMAGO/Ann Lee", "IMAGO/Ann Lee", "Boats at rest.", "IMAGO/Ann Lee"),
            ("Boats at rest Ann Lee/dpa", "Ann Lee/dpa", "Boats at rest", "Ann Lee/dpa"),
            ("Boats at rest. Ann Lee", "Ann Lee", "Boats at rest.", "Ann Lee"),
            ("Boats at rest\nReuters", "Reuters", "Boats at rest", "Reuters"),
            // In the sentence.
            ("She reads the Evening News", "Evening News", "She reads the Evening News", ""),
            ("Boats at rest. They sail", "They sail", "Boats at rest. They sail", ""),
        ] {
            let phrase = Inlines::from(Inline::Text(Text::borrowed(caption)));
            let (rest, parted) = part(phrase, Some(last), Span::default(), "");
            let parted = parted.map(|credit| credit.text.to_string()).unwrap_or_default();
            assert_eq!((&*rest.text(), &*parted), (says, credit), "{caption}");
        }
    }
}
