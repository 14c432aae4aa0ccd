//! Credits: whom a caption names as the source of its media, parted from what it says.
//!
//! Three kinds of evidence: brackets at the end, a label before the name, a class on the element.
//! Where the form does not tell, nothing is parted: a caption that keeps its credit loses less than
//! one that loses its last words.

mod words;

use std::ops::Range;

use self::words::{
    AGENCIES, CJK_AGENCIES, CJK_ENDINGS, CLOSERS, COLONS, LABELS, OPENER_STARTS, OPENERS, PLACES,
    SEPARATORS,
};
use super::frame::leading_phrase;
use super::text::is_cjk;
use crate::document::block::Block;
use crate::document::figure::{Credit, CreditEvidence};
use crate::document::inline::{Inline, Inlines};
use crate::span::Span;
use crate::text::Text;

/// A credit is not longer than this, in characters.
const LONGEST: usize = 80;

/// Parts the credit that ends a caption, or is all of it. `span` is the caption's place.
pub(super) fn part<'a>(
    caption: Inlines<'a>,
    span: Span,
    source: &'a str,
) -> (Inlines<'a>, Option<Credit<'a>>) {
    let found = find(&caption.text());
    let parted = found.and_then(|found| Some((split_at(&caption, found.start)?, found)));
    let Some(((says, raw), Found { start, name, evidence })) = parted else {
        return (caption, None);
    };
    let text = part_of(&raw, name.start - start..name.end - start);
    let span = place_of(&raw, span, source);
    (says, Some(Credit { text, raw, evidence, span }))
}

/// Makes a credit of an element whose class says that it is one. What is no phrase stays a block.
pub(super) fn of_class<'a>(
    content: Vec<Block<'a>>,
    span: Span,
    credits: &mut Vec<Credit<'a>>,
    blocks: &mut Vec<Block<'a>>,
) {
    let (raw, rest) = leading_phrase(content);
    blocks.extend(rest);
    if raw.is_empty() {
        return;
    }
    let plain = raw.text();
    let name = Span::of_part(&plain, name_in(unbracketed(plain.trim())), 0);
    let text = part_of(&raw, name.range());
    credits.push(Credit { text, raw, evidence: CreditEvidence::Class, span });
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
        let dash = says.len() - says.trim_end_matches(['—', '–', '-', '|', '｜', '·']).len();
        let start = if dash > 0 { says.len() - dash } else { range(raw).start };
        Self { start, name: range(name), evidence }
    }
}

fn find(plain: &str) -> Option<Found> {
    let caption = plain.trim_end();
    let forms = [in_brackets, after_slash, after_label, before_closer];
    forms.iter().find_map(|form| form(caption))
}

/// `… (Reuters)`, `…（路透社）`, `… [Jane Roe/Example Agency]`.
fn in_brackets(caption: &str) -> Option<Found> {
    let (before, content, opener) = last_brackets(caption)?;
    let raw = &caption[before.len()..];
    let name = name_in(content);
    let labelled = name.len() < content.len();
    let short = (1..=LONGEST).contains(&content.chars().count());
    (short && (labelled || names_a_source(before, content, opener)))
        .then(|| Found::new(caption, raw, name, CreditEvidence::Brackets))
}

/// The text before the brackets that end `caption`, what is in them, and which they are. A full stop
/// may follow them.
fn last_brackets(caption: &str) -> Option<(&str, &str, char)> {
    let text = caption.strip_suffix(['.', '。']).unwrap_or(caption);
    let closer = text.chars().next_back()?;
    let openers: &[char] = match closer {
        ')' | '）' => &['(', '（'],
        ']' | '］' | '】' => &['[', '［', '【'],
        _ => return None,
    };
    let inner = &text[..text.len() - closer.len_utf8()];
    let at = inner.rfind(openers)?;
    let opener = inner[at..].chars().next()?;
    let content = inner[at + opener.len_utf8()..].trim();
    (!content.is_empty()).then_some((&caption[..at], content, opener))
}

fn names_a_source(before: &str, content: &str, opener: char) -> bool {
    if content.split([',', '，']).any(|part| tells_a_place(part.trim()))
        || content.contains(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let short = content.chars().count() <= 20;
    if names_an_agency(content) || (short && is_cjk_source(content)) {
        return true;
    }
    let sentence_ended = before.trim_end().ends_with(ends_sentence);
    if content.contains(is_cjk) {
        return short && sentence_ended;
    }
    let words = content.split_whitespace().count();
    let is_name = content.starts_with(char::is_uppercase) && words <= 8;
    let in_square = opener == '[' && words > 1;
    is_name && (sentence_ended || before.is_empty() || in_square || content.contains('/'))
}

/// Whether a CJK text is the name of an agency, by its ending or as one that is known.
fn is_cjk_source(name: &str) -> bool {
    CJK_ENDINGS.iter().any(|ending| name.ends_with(ending))
        || CJK_AGENCIES.iter().any(|agency| name.starts_with(agency))
}

fn tells_a_place(content: &str) -> bool {
    let ends_word = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',']);
    PLACES.iter().filter_map(|place| strip_prefix_lower(content, place)).any(ends_word)
}

fn names_an_agency(content: &str) -> bool {
    let ends_word = |rest: &str| rest.is_empty() || rest.starts_with(' ') || rest.ends_with(' ');
    content
        .split(['/', ',', '|', '-', '–', '—', '·'])
        .map(|name| name.trim().trim_end_matches('.'))
        .any(|name| {
            let rests = |agency: &&str| [name.strip_prefix(*agency), name.strip_suffix(*agency)];
            AGENCIES.iter().flat_map(rests).flatten().any(ends_word)
        })
}

/// `Photo: Jane Roe`, `摄影：李雷`, `© Example Agency` at the end of a caption, or as all of it.
fn after_label(caption: &str) -> Option<Found> {
    // No credit is longer; a long caption stays cheap.
    let from = caption.char_indices().rev().nth(LONGEST + 40).map_or(0, |(at, _)| at);
    let tail = &caption[from..];
    let separators = tail.char_indices().filter(|(_, c)| SEPARATORS.contains(c));
    let labels = separators.filter_map(|(at, _)| {
        let before = tail[..at].trim_end();
        let rests = LABELS.iter().filter_map(|label| strip_suffix_lower(before, label));
        rests.min_by_key(|rest| rest.len())
    });
    let openers = word_starts(tail).filter_map(|at| opener_rest(&tail[at..]).map(|_| &tail[..at]));
    let starts = labels.filter(|before| ends_word(before)).chain(openers).map(str::len);
    let start = starts.filter(|&start| is_labelled(&tail[..start], &tail[start..])).min()?;
    let raw = &tail[start..];
    Some(Found::new(caption, raw, name_in(raw), CreditEvidence::Label))
}

/// Whether `raw`, which begins with a label, is a credit there after `before`, and no part of a
/// sentence (`an energy source: solar power`).
fn is_labelled(before: &str, raw: &str) -> bool {
    let name = name_in(raw);
    let parted =
        before.is_empty() || before.trim_end().ends_with(|c| ends_sentence(c) || is_bar(c));
    let latin = raw.starts_with(|c: char| c.is_alphabetic() && !is_cjk(c));
    // `图：两人握手` says what the picture shows, `图：新华社` whose it is.
    let shows = before.is_empty() && raw.starts_with(['图', '圖']) && !raw.contains(['/', '／']);
    name.len() < raw.len()
        && is_name(name)
        && (parted || !latin || raw.starts_with(char::is_uppercase))
        && (!latin || is_latin_name(name))
        && (!shows || raw.contains("来源") || raw.contains("來源") || is_cjk_source(name))
}

/// Names begin with capitals; agencies and sites need not.
fn is_latin_name(name: &str) -> bool {
    !name.starts_with(char::is_lowercase) || names_an_agency(name) || name.starts_with("www.")
}

/// Whether a label may follow `before`: a CJK label needs a visible boundary, since any CJK character
/// could end a word.
fn ends_word(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .filter(|&at| ends_word(&text[..at]) && !text[at..].starts_with(char::is_whitespace))
}

/// `…。新华社记者李雷 摄`: after white space, or a name that says what it is.
fn before_closer(caption: &str) -> Option<Found> {
    let closer = CLOSERS.iter().find(|closer| caption.ends_with(**closer))?;
    let before = &caption[..caption.len() - closer.len()];
    let start = before
        .rfind(ends_sentence)
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let raw = caption[start..].trim_start();
    let name = before.get(caption.len() - raw.len()..)?.trim();
    let short = (1..=20).contains(&name.chars().count());
    let parted =
        before.ends_with(char::is_whitespace) || name.contains("记者") || is_cjk_source(name);
    (short && parted).then(|| Found::new(caption, raw, name, CreditEvidence::Label))
}

/// `…. Jane Roe/Getty Images`, `…. REUTERS/Jane Roe`
fn after_slash(caption: &str) -> Option<Found> {
    let at = caption.rfind(". ").map_or(0, |at| at + 2);
    let raw = caption[at..].trim_start();
    let (person, agency) = raw.split_once('/')?;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let people = |names: &str| {
        let count = names.split_whitespace().count();
        (2..=4).contains(&count) && names.split_whitespace().all(capital)
    };
    let is_credit =
        (people(person) && names_an_agency(agency)) || (names_an_agency(person) && people(agency));
    (is_credit && is_name(raw) && after_words(raw).is_none())
        .then(|| Found::new(caption, raw, raw, CreditEvidence::Label))
}

/// What follows the label that `text` begins with; all of it if there is none.
fn name_in(text: &str) -> &str {
    after_words(text).map_or(text, |name| name.trim_start().trim_end_matches(['.', '。']))
}

fn after_words(text: &str) -> Option<&str> {
    let labels = if text.contains(SEPARATORS) { LABELS } else { &[] };
    let labelled = labels.iter().filter_map(|label| {
        let rest = strip_prefix_lower(text, label)?.trim_start();
        // `The image/text ratio`: only a colon follows a label in Latin letters.
        let latin = label.starts_with(|c: char| c.is_alphabetic() && c < '\u{1100}');
        rest.strip_prefix(if latin { &COLONS[..] } else { &SEPARATORS[..] })
    });
    let rest = labelled.chain(opener_rest(text)).min_by_key(|rest| rest.len())?.trim_start();
    // `Photo: Courtesy of Jane Roe`
    Some(opener_rest(rest).unwrap_or(rest))
}

/// What follows the longest opener that `text` begins with.
fn opener_rest(text: &str) -> Option<&str> {
    if !text.starts_with(OPENER_STARTS) {
        return None;
    }
    let rests = OPENERS.iter().filter_map(|opener| {
        let rest = strip_prefix_lower(text, opener)?;
        let is_word = opener.ends_with(char::is_alphabetic);
        (!is_word || rest.starts_with(char::is_whitespace)).then_some(rest)
    });
    rests.min_by_key(|rest| rest.len())
}

/// `text` without `suffix`, which is in lower case, whatever the case in `text`.
fn strip_suffix_lower<'s>(text: &'s str, suffix: &str) -> Option<&'s str> {
    let mut rest = text.chars();
    for expected in suffix.chars().rev() {
        let c = rest.next_back()?;
        if !is_lower_of(c, expected) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// `text` without `prefix`, which is in lower case, whatever the case in `text`.
fn strip_prefix_lower<'s>(text: &'s str, prefix: &str) -> Option<&'s str> {
    let mut rest = text.chars();
    for expected in prefix.chars() {
        let c = rest.next()?;
        if !is_lower_of(c, expected) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Whether `lower`, in lower case, is `c`. Most are told apart without Unicode's tables.
fn is_lower_of(c: char, lower: char) -> bool {
    match (c.is_ascii(), lower.is_ascii()) {
        (true, true) => c.to_ascii_lowercase() == lower,
        (false, false) => c == lower || (!is_cjk(c) && c.to_lowercase().eq([lower])),
        _ => false,
    }
}

fn unbracketed(text: &str) -> &str {
    last_brackets(text)
        .filter(|(before, ..)| before.is_empty())
        .map_or(text, |(_, content, _)| content)
}

/// Whether a text could be a name, or a few: short, and not sentences.
fn is_name(text: &str) -> bool {
    let short = (1..=LONGEST).contains(&text.chars().count());
    let sentences = text.contains(['。', '！', '？', '!', '?']) || text.contains("\n\n");
    short && !sentences && text.chars().any(char::is_alphanumeric)
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '\n')
}

fn is_bar(c: char) -> bool {
    matches!(c, '—' | '–' | '-' | '|' | '｜' | '·' | ')' | '）' | ']' | ';' | '；')
}

/// The phrase before and from byte `at` of its plain text; `None` if that lies within an inline that
/// is not a text.
fn split_at<'a>(phrase: &Inlines<'a>, at: usize) -> Option<(Inlines<'a>, Inlines<'a>)> {
    if let [Inline::Text(text)] = &phrase[..] {
        let mut before = text.part(0..at);
        before.trim_end_in_place();
        let before = Some(before).filter(|before| !before.is_empty()).map(Inline::Text);
        let after = Inline::Text(text.part(at..text.len()));
        return Some((before.map(Inlines::from).unwrap_or_default(), Inlines::from(after)));
    }
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut offset = 0;
    for inline in phrase {
        let end = offset + inline.text_len();
        match inline {
            inline if offset >= at => after.push(inline.clone()),
            inline if end <= at => before.push(inline.clone()),
            Inline::Text(text) => {
                before.push(Inline::Text(text.part(0..at - offset)));
                after.push(Inline::Text(text.part(at - offset..text.len())));
            }
            _ => return None,
        }
        offset = end;
    }
    trim_end(&mut before);
    Some((Inlines::from(before), Inlines::from(after)))
}

/// Drops the line breaks and white space at the end.
fn trim_end(inlines: &mut Vec<Inline<'_>>) {
    loop {
        match inlines.last_mut() {
            Some(Inline::LineBreak) => {}
            Some(Inline::Text(text)) => {
                text.trim_end_in_place();
                if !text.is_empty() {
                    return;
                }
            }
            _ => return,
        }
        inlines.pop();
    }
}

/// A part of a phrase's plain text: a slice of the source, if the phrase is one text that is.
fn part_of<'a>(phrase: &Inlines<'a>, range: Range<usize>) -> Text<'a> {
    match &phrase[..] {
        [Inline::Text(text)] => text.part(range),
        _ => Text::from(phrase.text().get(range).unwrap_or_default().to_owned()),
    }
}

/// The place of a credit's phrase: exact if it is one text of the source, else the caption's.
fn place_of(phrase: &Inlines<'_>, caption: Span, source: &str) -> Span {
    let [Inline::Text(text)] = &phrase[..] else { return caption };
    if text.is_borrowed() {
        return Span::of_part(source, text, 0);
    }
    let place =
        caption.slice(source).and_then(|whole| whole.rfind(text.as_str()).map(|at| (whole, at)));
    place.map_or(caption, |(whole, at)| Span::of_part(source, &whole[at..at + text.len()], 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parts(caption: &'static str, says: &str, credit: &str) {
        let phrase = Inlines::from(Inline::Text(Text::borrowed(caption)));
        let (rest, parted) = part(phrase, Span::new(0, caption.len() as u32), caption);
        let credit_text = parted.as_ref().map_or("", |credit| &credit.text);
        assert_eq!((&*rest.text(), credit_text), (says, credit), "{caption}");
        if let Some(credit) = parted {
            assert_eq!(credit.span.slice(caption), Some(&*credit.raw.text()), "{caption}");
        }
    }

    #[test]
    fn every_opener_has_its_start() {
        assert!(OPENERS.iter().all(|opener| opener.starts_with(OPENER_STARTS)));
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
    }

    #[test]
    fn labels() {
        parts("The harbour. Photo: Jane Roe", "The harbour.", "Jane Roe");
        parts("Photo by Jane Roe", "", "Jane Roe");
        parts("The harbour © Example Wire", "The harbour", "Example Wire");
        parts("Der Hafen. Foto: Jane Roe/dpa", "Der Hafen.", "Jane Roe/dpa");
        parts("港口的早晨。摄影：李雷", "港口的早晨。", "李雷");
        parts("港口的早晨 图/新华社", "港口的早晨", "新华社");
        parts("港口的早晨。新华社记者李雷 摄", "港口的早晨。", "新华社记者李雷");
        parts("The harbour. Jane Roe/Getty Images", "The harbour.", "Jane Roe/Getty Images");
        parts("A photo of the harbour", "A photo of the harbour", "");
        for says in [
            "Energy source: solar power",
            "The image/text ratio",
            "The big picture: how it all began",
            "An image = a matrix",
            "He came by courtesy of the king",
            "Photo: the pier at dawn",
            "图：两人握手",
            "他正在拍摄",
            "服务由志愿者提供",
            "Ferries wait at the pier/AP",
            "Pier / Reuters",
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
}
