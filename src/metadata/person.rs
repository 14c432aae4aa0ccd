//! [`Person`]: who wrote it.

use serde::{Deserialize, Serialize};

use super::alias::{LONGEST, normal};
use super::field::{each, is_empty, is_switch, scalar};
use super::human::{human, part, trim};
use super::linked;
use crate::diagnostic::Diagnostics;
use crate::front_matter::{Entry, Mapping, Value, ValueKind};
use crate::owned::owned_struct;
use crate::span::Span;
use crate::text::Text;

/// A person or organisation.
///
/// `Jane Roe <jane@example.com>` and `jane@example.com (Jane Roe)` are parted into name and address, and
/// so are links of Markdown: `[Jane Roe](https://jane.example) (Reuters), [Ann Lee](https://ann.example)`
/// are two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Person<'a> {
    /// The name; the address of one who gives nothing else.
    pub name: Text<'a>,
    /// The address of the person's page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text<'a>>,
    /// The electronic mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Text<'a>>,
    /// The organisation that the person is of, where the text that names them says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<Text<'a>>,
    /// What else is said of the person (`twitter`, `job` …), in order.
    #[serde(default, skip_serializing_if = "Mapping::is_empty")]
    pub extra: Mapping<'a>,
    /// The place of the value that names the person.
    pub span: Span,
}

owned_struct!(Person { name, url, email, affiliation, extra, span });

/// The people that a value names: a text, a mapping, or a list of both. Answers what is none.
pub(super) fn people<'a>(
    value: Value<'a>,
    found: &mut Vec<Person<'a>>,
    diagnostics: &mut Diagnostics,
) -> Option<Value<'a>> {
    found.reserve(value.as_list().map_or(1, <[_]>::len));
    each(value, |item| take(item, found, diagnostics))
}

fn take<'a>(
    value: Value<'a>,
    found: &mut Vec<Person<'a>>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Value<'a>> {
    let span = value.span;
    match value.kind {
        ValueKind::Mapping(mapping) => {
            let person = described(mapping, span, diagnostics)
                .map_err(|mapping| Value { kind: ValueKind::Mapping(mapping), span })?;
            found.push(person);
        }
        _ if is_switch(&value) => return Err(value),
        _ => {
            let text = human(scalar(value)?, span, diagnostics);
            match linked::people(&text, span) {
                Some(people) => found.extend(people),
                None => found.push(named(text, span)),
            }
        }
    }
    Ok(())
}

/// A person by a text.
pub(super) fn named(text: Text<'_>, span: Span) -> Person<'_> {
    let (name, address) = parted(&text).unwrap_or((text, Text::default()));
    let (mut url, mut email) = (None, None);
    if address.contains("://") {
        url = Some(address);
    } else if !address.is_empty() {
        email = Some(address);
    }
    Person { name, url, email, affiliation: None, extra: Mapping::default(), span }
}

/// `name <address>`, `address (name)`.
fn parted<'a>(text: &Text<'a>) -> Option<(Text<'a>, Text<'a>)> {
    let is_address = |text: &Text<'_>| {
        (text.contains('@') || text.contains("://")) && !text.contains(char::is_whitespace)
    };
    let last = text.len().checked_sub(1)?;
    let (opener, address_first) = match text.as_bytes()[last] {
        b'>' => ('<', false),
        b')' => ('(', true),
        _ => return None,
    };
    let open = text.rfind(opener)?;
    let before = trim(part(text, 0..open));
    let within = trim(part(text, open + 1..last));
    let (name, address) = if address_first { (within, before) } else { (before, within) };
    let name = if name.is_empty() { address.clone() } else { name };
    is_address(&address).then_some((name, address))
}

/// A person by a mapping, given back if it holds neither name nor address.
fn described<'a>(
    mapping: Mapping<'a>,
    span: Span,
    diagnostics: &mut Diagnostics,
) -> Result<Person<'a>, Mapping<'a>> {
    let names = |part| matches!(part, Some(Part::Name | Part::Url | Part::Email));
    if !mapping.iter().any(|entry| names(part_of(entry))) {
        return Err(mapping);
    }
    let (mut name, mut url, mut email, mut affiliation) = (None, None, None, None);
    let mut extra = Vec::new();
    for entry in mapping {
        let at = entry.value.span;
        match part_of(&entry) {
            Some(Part::Name) if name.is_none() => {
                name = scalar(entry.value).ok().map(|text| human(text, at, diagnostics));
            }
            Some(Part::Url) if url.is_none() => url = scalar(entry.value).ok().map(trim),
            Some(Part::Email) if email.is_none() => email = scalar(entry.value).ok().map(trim),
            Some(Part::Affiliation) if affiliation.is_none() => {
                affiliation = scalar(entry.value).ok().map(|text| human(text, at, diagnostics));
            }
            _ => extra.push(entry),
        }
    }
    let name = name.or_else(|| email.clone()).or_else(|| url.clone()).unwrap_or_default();
    let extra = Mapping::from_entries(extra, |_| {});
    Ok(Person { name, url, email, affiliation, extra, span })
}

#[derive(Clone, Copy)]
enum Part {
    Name,
    Url,
    Email,
    Affiliation,
}

/// What an entry says of a person; `None` if its value is no text or none at all.
fn part_of(entry: &Entry<'_>) -> Option<Part> {
    if entry.value.as_scalar().is_none() || is_empty(&entry.value) {
        return None;
    }
    match normal(&entry.key, &mut [0; LONGEST])? {
        b"name" | b"displayname" | b"fullname" | b"author" => Some(Part::Name),
        b"url" | b"link" | b"href" | b"uri" | b"homepage" | b"website" | b"site" => Some(Part::Url),
        b"email" | b"mail" => Some(Part::Email),
        b"affiliation" => Some(Part::Affiliation),
        _ => None,
    }
}
