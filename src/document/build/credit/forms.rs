//! The forms in which a caption names a source: a function a form.

use super::index::{LABELS_BY_LAST, PLACES_BY_FIRST};
use super::name::{
    after_words, are_agencies, are_names, has_agency, is_cjk_source, is_name, name_in, opener_rest,
    strip_prefix_lower, strip_suffix_lower,
};
use super::signs::Signs;
use super::words::{CJK_OPENERS, CLOSERS, SEPARATORS, SOURCE_WORDS};
use super::{Found, LONGEST, last};
use crate::document::build::text::is_cjk;
use crate::document::figure::CreditEvidence;

/// The credit that ends a caption. `last` is the text of the element that it ends with.
pub(super) fn find(plain: &str, last: Option<&str>) -> Option<Found> {
    let caption = plain.trim_end();
    if caption.is_empty() {
        return None;
    }
    // `Photo: Jane Roe (Agency)`: the label comes first. `(Photo: Jane Roe)`: the brackets do.
    let brackets = in_brackets(caption);
    let label = after_label(caption);
    let first = brackets.into_iter().chain(label).min_by_key(|found| found.start);
    if first.is_some() {
        return first;
    }
    let (signs, wide) = (Signs::of(caption), Signs::WIDE);
    last.and_then(|last| in_last_element(caption, last))
        .or_else(|| signs.has(Signs::SLASH).then(|| after_slash(caption))?)
        .or_else(|| signs.has(Signs::BAR.or(wide)).then(|| after_bar(caption))?)
        .or_else(|| before_closer(caption))
        .or_else(|| signs.has(Signs::SEPARATOR.or(wide)).then(|| after_equals(caption))?)
        .or_else(|| last::sentence(caption))
        .or_else(|| agencies_alone(caption, signs))
}

/// `… (Reuters)`, `…（路透社）`, `… [Jane Roe/Example Agency]`.
fn in_brackets(caption: &str) -> Option<Found> {
    let (before, content, opener) = last_brackets(caption)?;
    let mut raw = &caption[before.len()..];
    let mut name = after_opener(content).unwrap_or_else(|| name_in(content));
    let labelled = name.len() < content.len();
    let is_agency = content.is_ascii() && are_agencies(content);
    let person = if is_agency { person_before(before) } else { None };
    if let Some(person) = person {
        // `… . Jane Roe (Agency)`
        raw = &caption[person..];
        name = raw.trim_end_matches(['.', '。']);
    }
    let short = (1..=LONGEST).contains(&content.chars().count());
    (short && (labelled || names_a_source(before, content, opener)))
        .then(|| Found::new(caption, raw, name, CreditEvidence::Brackets))
}

/// The text before the brackets that end `caption`, what is in them, and which they are. A full stop
/// may follow them.
pub(super) fn last_brackets(caption: &str) -> Option<(&str, &str, char)> {
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

/// What follows words that stand before a name in brackets alone: `取自臉書`, `foto ANSA`.
fn after_opener(content: &str) -> Option<&str> {
    match content.chars().next()? {
        'p' | 'P' | 'f' | 'F' | 'c' | 'C' => last::bare_label(content),
        '取' | '圖' | '图' | '翻' | '截' | '转' | '轉' => {
            let mut names = CJK_OPENERS.iter().filter_map(|opener| content.strip_prefix(opener));
            names.find(|name| !name.trim().is_empty()).map(str::trim_start)
        }
        _ => None,
    }
}

/// Where a person's name begins that is all of the sentence before brackets.
fn person_before(before: &str) -> Option<usize> {
    let text = before.trim_end();
    let at = text.rfind(ends_sentence).map(|at| next(text, at))?;
    let name = text[at..].trim_start();
    let is_person =
        before.len() > text.len() && people(name) && are_names(name) && after_words(name).is_none();
    is_person.then(|| text.len() - name.len())
}

fn names_a_source(before: &str, content: &str, opener: char) -> bool {
    if content.split([',', '，']).any(|part| tells_a_place(part.trim()))
        || content.contains(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let short = content.chars().count() <= 20;
    if short && is_cjk_source(content) {
        return true;
    }
    // `(Reuters reported earlier)` is a sentence.
    if !content.contains(is_cjk) && !are_source_words(content) {
        return false;
    }
    if has_agency(content) {
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

/// Whether every word is one of a name, or says what it gave.
fn are_source_words(content: &str) -> bool {
    let mut words = content.split_whitespace();
    words.all(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty() || are_names(word) || SOURCE_WORDS.contains(&bare)
    })
}

fn tells_a_place(content: &str) -> bool {
    let ends_word = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',']);
    let places = PLACES_BY_FIRST.beginning_as(content);
    places.filter_map(|place| strip_prefix_lower(content, place)).any(ends_word)
}

/// `Photo: Jane Roe`, `摄影：李雷`, `© Example Agency` at the end of a caption, or as all of it.
fn after_label(caption: &str) -> Option<Found> {
    let tail = last_chars(caption, LONGEST + 41);
    let starts = Signs::SEPARATOR.or(Signs::WIDE).or(Signs::OPENER).places(tail);
    let starts = starts.filter_map(|at| label_start(tail, at));
    let labelled = starts.filter_map(|start| Some((start, labelled(tail, start)?)));
    let (start, name) = labelled.min_by_key(|&(start, _)| start)?;
    let raw = &tail[start..];
    // A bracket that began before the label ends after it.
    let end = raw.trim_end_matches(['.', '。']).trim_end_matches([')', '）', ']', '］', '】']);
    let is_within = raw[..end.len()].contains(['(', '（', '[', '［', '【']);
    let name = if is_within || end.len() == raw.len() { name } else { name_in(end) };
    Some(Found::new(caption, raw, name, CreditEvidence::Label))
}

/// Where the label begins that ends before the sign at `at`, or that the word there is.
fn label_start(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = text.split_at(at);
    if !rest.starts_with(SEPARATORS) {
        return (ends_word(before) && opener_rest(rest).is_some()).then_some(at);
    }
    let before = before.trim_end();
    let labels = LABELS_BY_LAST.ending_as(before);
    let rests = labels.filter_map(|label| strip_suffix_lower(before, label));
    rests.min_by_key(|rest| rest.len()).filter(|rest| ends_word(rest)).map(str::len)
}

/// The name behind the label at `start`, if that makes a credit there, and is no part of a sentence
/// (`an energy source: solar power`).
fn labelled(text: &str, start: usize) -> Option<&str> {
    let (before, raw) = text.split_at(start);
    let name = name_in(raw);
    let parted =
        before.trim_end().ends_with(|c| ends_sentence(c) || is_bar(c)) || before.is_empty();
    let latin = raw.starts_with(|c: char| c.is_alphabetic() && !is_cjk(c));
    // `图：两人握手` says what the picture shows, `图：新华社` whose it is.
    let shows = before.is_empty() && raw.starts_with(['图', '圖']) && !raw.contains(['/', '／']);
    let is_word = raw.starts_with(char::is_alphabetic);
    let is_credit = name.len() < raw.len()
        && is_name(name)
        && (parted || !latin || raw.starts_with(char::is_uppercase) || !has_case(raw))
        && (!latin || is_latin_name(name))
        && (!latin || !is_word || !before.is_empty() || are_names(name))
        && (!shows || raw.contains("来源") || raw.contains("來源") || is_cjk_source(name));
    is_credit.then_some(name)
}

/// Whether a text begins in a script that has capitals.
fn has_case(text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase() || c.is_uppercase())
}

/// Names begin with capitals; agencies and sites need not.
fn is_latin_name(name: &str) -> bool {
    !name.starts_with(char::is_lowercase) || has_agency(name) || are_names(name)
}

/// Whether a label may follow `before`: a CJK label needs a visible boundary, since any CJK character
/// could end a word.
fn ends_word(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

/// The end of a text, of so many characters: no credit is longer, and a long caption stays cheap.
pub(super) fn last_chars(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let from = text.char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
    &text[from..]
}

/// The element that ends the caption names somebody: `Boats <small>Jane Roe/dpa</small>`.
fn in_last_element(caption: &str, last: &str) -> Option<Found> {
    let before = &caption[..caption.len() - tail_len(caption, last)?];
    let raw = &caption[before.len()..];
    let name = name_in(super::unbracketed(raw.trim()));
    let people = are_names(name) && (2..=6).contains(&name.split_whitespace().count());
    let parted = before.ends_with('\n')
        || before.trim_end().ends_with(|c| ends_sentence(c) || is_bar(c) || c == '|');
    let is_credit = has_agency(name) && are_names(name)
        || are_agencies(name)
        || people && (parted || name.contains('/'));
    (is_credit && is_name(name) && !before.trim().is_empty())
        .then(|| Found::new(caption, raw, name, CreditEvidence::Element))
}

/// How many bytes at the end of `text` show what `tail` shows.
fn tail_len(text: &str, tail: &str) -> Option<usize> {
    let mut rest = text.char_indices().rev().filter(|(_, c)| !c.is_whitespace());
    let mut start = None;
    for expected in tail.chars().rev().filter(|c| !c.is_whitespace()) {
        let (at, c) = rest.next()?;
        start = Some(at).filter(|_| c == expected);
        start?;
    }
    start.map(|start| text.len() - start)
}

/// `…. Jane Roe/Getty Images`, `…. REUTERS/Jane Roe`
fn after_slash(caption: &str) -> Option<Found> {
    let at = caption.rfind(". ").map_or(0, |at| at + 2);
    let at = at.max(caption.rfind(['\n', '!', '?', '”', '»']).map_or(0, |at| next(caption, at)));
    let raw = caption[at..].trim_start();
    let (person, agency) = raw.split_once('/')?;
    let is_credit =
        (people(person) && has_agency(agency)) || (has_agency(person) && people(agency));
    (is_credit && is_name(raw) && after_words(raw).is_none())
        .then(|| Found::new(caption, raw, raw, CreditEvidence::Agency))
}

/// Whether a text is two to four words with capitals, as a person's name is.
pub(super) fn people(names: &str) -> bool {
    let words = names.split_whitespace();
    (2..=4).contains(&words.clone().count())
        && words.into_iter().all(|word| word.starts_with(char::is_uppercase))
}

/// `… | Jane Roe/dpa`, `… | Jane Roe`.
fn after_bar(caption: &str) -> Option<Found> {
    let (before, raw) = caption.rsplit_once(['|', '｜'])?;
    let name = raw.trim();
    let people = (2..=4).contains(&name.split_whitespace().count());
    let ended = before.trim_end().ends_with(ends_sentence);
    let is_credit = are_names(name) && (has_agency(name) || (people && ended));
    (is_credit && is_name(name) && !before.trim().is_empty())
        .then(|| Found::new(caption, name, name, CreditEvidence::Agency))
}

/// `…。新华社记者李雷 摄`, `…。受访者供图`: after white space, a name that says what it is, or a whole
/// sentence.
fn before_closer(caption: &str) -> Option<Found> {
    let closer = CLOSERS.iter().find(|closer| caption.ends_with(**closer))?;
    let before = &caption[..caption.len() - closer.len()];
    let latin = closer.starts_with(|c: char| c.is_ascii_alphabetic());
    let start = if latin {
        before.find(" / ")?
    } else {
        before.rfind(ends_sentence).map_or(0, |at| next(before, at))
    };
    let raw = caption[start..].trim_start();
    let name = before.get(caption.len() - raw.len()..)?.trim_start_matches([' ', '/']).trim();
    let short = (1..=if latin { 60 } else { 20 }).contains(&name.chars().count());
    let parted = before.ends_with(char::is_whitespace)
        || ["记者", "記者"].iter().any(|reporter| name.contains(reporter))
        || is_cjk_source(name)
        || start > 0 && closer.starts_with('供') && name.chars().count() <= 8;
    (short && parted && (!latin || are_names(name)))
        .then(|| Found::new(caption, raw, name, CreditEvidence::Label))
}

/// `…＝ロイター`, `…＝5日、山田太郎撮影`: Japanese papers part the source so. What is no source may stand
/// there too.
fn after_equals(caption: &str) -> Option<Found> {
    let (before, raw) = caption.rsplit_once(['＝', '='])?;
    if !caption[before.len()..].starts_with('＝') && !before.ends_with(is_cjk) {
        return None;
    }
    let is_when = |text: &str| text.contains(char::is_numeric);
    let name = match raw.rsplit_once('、') {
        Some((when, name)) if is_when(when) => name.trim(),
        _ => raw.trim(),
    };
    let short = (1..=16).contains(&name.chars().count());
    (short && !is_when(name) && (is_cjk_source(name) || are_agencies(name)))
        .then(|| Found::new(caption, name, name_in(name), CreditEvidence::Agency))
}

/// `jane - stock.adobe.com`, `Getty Images` as all of a caption.
fn agencies_alone(caption: &str, signs: Signs) -> Option<Found> {
    let few = || caption.split_whitespace().count() <= 4 || are_names(caption);
    let bars = [(Signs::HYPHEN, " - "), (Signs::V, " via ")];
    let mut bars = bars.iter().filter(|(sign, _)| signs.has(*sign));
    let site = bars.find_map(|(_, bar)| caption.split_once(bar));
    let alone = match site {
        Some((_, site)) => are_agencies(site) && few(),
        None => are_agencies(caption),
    };
    (alone && is_name(caption))
        .then(|| Found::new(caption, caption, caption, CreditEvidence::Agency))
}

/// The place after the character at `at`.
pub(super) fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

pub(super) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '\n')
}

fn is_bar(c: char) -> bool {
    matches!(c, '—' | '–' | '-' | '|' | '｜' | '·' | '•' | ')' | '）' | ']' | ';' | '；')
}
