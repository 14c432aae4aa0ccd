//! The last sentence of a caption, where that is nothing but a source.

use super::Found;
use super::forms::{ends_sentence, last_chars, next, people};
use super::name::{
    are_agencies, are_names, has_agency, is_cjk_source, is_name, strip_prefix_lower,
};
use super::words::{BARE_LABELS, KOREAN_TITLES};
use crate::document::figure::CreditEvidence;

/// A sentence that is a credit is not longer, in characters.
const LONGEST: usize = 80;

/// `…. Reuters`, `…. 연합뉴스`, `…. 이영희 기자`, `…. / JANE ROE`, `…. PHOTO JANE ROE, AGENCY`, `…. Jane Roe
/// for Example News`.
pub(super) fn sentence(caption: &str) -> Option<Found> {
    let text = caption.trim_end_matches('.');
    let tail = last_chars(text, LONGEST + 4);
    let at = tail.rfind(ends_sentence).map(|at| text.len() - tail.len() + next(tail, at))?;
    let said = text[at..].trim();
    let name = source(said).filter(|name| (1..=LONGEST).contains(&name.chars().count()))?;
    Some(Found::new(caption, caption[at..].trim_start(), name, CreditEvidence::Agency))
}

/// The name in a sentence that is a source.
fn source(said: &str) -> Option<&str> {
    if are_agencies(said) {
        return Some(said);
    }
    if said.contains(|c: char| ('가'..='힣').contains(&c)) {
        return korean_source(said);
    }
    if let Some(name) = said.strip_prefix(['/', '／']) {
        let name = name.trim();
        let is_source = people(name) || has_agency(name) || is_cjk_source(name);
        return (is_source && are_names(name)).then_some(name);
    }
    let labelled = bare_label(said);
    labelled.or_else(|| is_for(said).then_some(said)).filter(|name| is_name(name))
}

/// `연합뉴스`, `로이터 연합뉴스`, `부산=AP 뉴시스`, `이영희 기자`.
fn korean_source(said: &str) -> Option<&str> {
    /// In characters.
    const LONGEST_SOURCE: usize = 40;
    const LONGEST_CITY: usize = 6;
    let said = said.trim_start_matches('/').trim_start();
    let after_city = said.split_once('=').filter(|(city, _)| {
        city.chars().count() <= LONGEST_CITY && !city.contains(char::is_whitespace)
    });
    let name = after_city.map_or(said, |(_, name)| name.trim());
    let is_titled = KOREAN_TITLES.iter().any(|title| {
        let person = name.strip_suffix(title);
        person.is_some_and(|person| person.ends_with(' ') && person.chars().count() <= 12)
    });
    let mut words = name.split_whitespace();
    let mut are_sources = || {
        (1..=3).contains(&words.clone().count())
            && words.all(|word| is_cjk_source(word) || are_agencies(word))
    };
    (name.chars().count() <= LONGEST_SOURCE && (is_titled || are_sources())).then_some(name)
}

/// What follows a label without a colon: `Photo Jane Roe/Agency`, `foto ANSA`.
pub(super) fn bare_label(said: &str) -> Option<&str> {
    let rests = BARE_LABELS.iter().filter_map(|label| strip_prefix_lower(said, label));
    let mut names = rests.filter_map(|rest| rest.strip_prefix(' ')).map(str::trim_start);
    names.find(|name| {
        name.starts_with(char::is_uppercase)
            && are_names(name)
            && (has_agency(name) || name.split_whitespace().count() > 1)
    })
}

/// `Jane Roe for Example News`.
fn is_for(said: &str) -> bool {
    said.split_once(" for ").is_some_and(|(person, paper)| {
        people(person) && paper.starts_with(char::is_uppercase) && are_names(paper)
    })
}
