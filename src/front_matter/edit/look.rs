//! [`Look`]: the text as it is, read.

use super::path::ValuePath;
use super::refusal::Refusal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::front_matter::found::{Found, find};
use crate::front_matter::mapping::{Entry, Mapping};
use crate::front_matter::value::{Value, ValueKind};
use crate::front_matter::{Dialect, Format, FrontMatter};
use crate::limits::Limits;
use crate::span::Span;

/// `&name`, as it stands before a value.
fn is_anchor(word: &str) -> bool {
    word.starts_with('&')
}

/// A text, its front matter and what was noticed in it.
#[derive(Debug)]
pub(super) struct Look<'t> {
    pub(super) text: &'t str,
    pub(super) found: Found<'t>,
    pub(super) noticed: Vec<Diagnostic>,
}

impl<'t> Look<'t> {
    pub(super) fn at(text: &'t str, dialect: Dialect, limits: &Limits) -> Result<Self, Refusal> {
        if text.len() > limits.input_bytes as usize {
            let reason = format!("the input is longer than {} bytes", limits.input_bytes);
            return Err(Refusal::new(&ValuePath::root(), Span::default(), reason));
        }
        let mut diagnostics = Diagnostics::new(limits.diagnostics);
        let found = find(text, dialect, limits, &mut diagnostics);
        Ok(Self { text, found, noticed: diagnostics.finish(text) })
    }

    /// The front matter with its values; `None` where there is none.
    pub(super) fn front_matter(&self) -> Option<(&FrontMatter<'t>, &Mapping<'t>)> {
        self.found.front_matter.as_ref().zip(self.found.values.as_ref())
    }

    pub(super) fn format(&self) -> Option<Format> {
        self.found.front_matter.as_ref().map(|front_matter| front_matter.format)
    }

    /// Why there is front matter of which nothing can be read, if so.
    pub(super) fn unreadable(&self) -> Option<Refusal> {
        let front_matter = self.found.front_matter.as_ref()?;
        if self.found.values.is_some() {
            return None;
        }
        let within = |notice: &&Diagnostic| front_matter.span.contains(notice.span);
        let (span, reason) = match self.noticed.iter().find(within) {
            Some(notice) => (notice.span, &*notice.message),
            None => (front_matter.span, "front matter cannot be read"),
        };
        Some(Refusal::new(&ValuePath::root(), span, reason))
    }

    /// What the source says at a place.
    pub(super) fn source(&self, span: Span) -> &'t str {
        span.slice(self.text).unwrap_or_default()
    }

    /// Whether a list or mapping stands in brackets.
    pub(super) fn has_brackets(&self, value: &Value<'_>) -> bool {
        let source = self.source(value.span);
        match &value.kind {
            ValueKind::Scalar(_) => false,
            ValueKind::Mapping(_) => source.starts_with('{'),
            // An array of TOML's tables has the place of its first one's header.
            ValueKind::List(items) => {
                source.starts_with('[')
                    && items.first().is_none_or(|first| first.span.start > value.span.start)
            }
        }
    }

    /// Whether a value is what an alias of YAML names.
    pub(super) fn is_alias(&self, value: &Value<'_>) -> bool {
        self.format() == Some(Format::Yaml)
            && self.source(value.span).starts_with('*')
            && value
                .as_scalar()
                .is_none_or(|scalar| !self.source(value.span).contains(&*scalar.text))
    }

    /// Where the front matter's text ends.
    pub(super) fn raw_end(&self) -> usize {
        let front_matter = self.found.front_matter.as_ref();
        front_matter.map_or(0, |front_matter| front_matter.raw_span.end as usize)
    }

    pub(super) fn raw_start(&self) -> usize {
        let front_matter = self.found.front_matter.as_ref();
        front_matter.map_or(0, |front_matter| front_matter.raw_span.start as usize)
    }

    /// The place of the value at `path`, or else that of the front matter.
    pub(super) fn place(&self, path: &ValuePath<'_>) -> Span {
        let value = self.front_matter().and_then(|(_, values)| values.at(path));
        let all = || self.found.front_matter.as_ref().map(|front_matter| front_matter.span);
        value.map(|value| value.span).or_else(all).unwrap_or_default()
    }

    /// Why a change at `path` may have done more than it should.
    pub(super) fn reason(&self, path: &ValuePath<'_>) -> Option<(Span, String)> {
        let (_, values) = self.front_matter()?;
        let mut holder: Option<&Value<'_>> = None;
        for (depth, step) in path.steps().iter().enumerate() {
            let entry = match holder {
                None => values.iter().find(|entry| entry.key == **step),
                Some(holder) => {
                    let entries = holder.as_mapping().map(Mapping::entries).unwrap_or_default();
                    entries.iter().find(|entry| entry.key == **step)
                }
            };
            let value = match (entry, holder) {
                (Some(entry), _) => &entry.value,
                (None, Some(holder)) => holder.step(step)?,
                (None, None) => return None,
            };
            if let Some(reason) = self.reason_of(holder, entry, value) {
                let reason = format!("`{}` {reason}", path.first(depth + 1));
                return Some((value.span, reason));
            }
            holder = Some(value);
        }
        None
    }

    fn reason_of(
        &self,
        holder: Option<&Value<'_>>,
        entry: Option<&Entry<'_>>,
        value: &Value<'_>,
    ) -> Option<String> {
        if self.is_alias(value) {
            return Some("is an alias of another value".to_owned());
        }
        let outside = |holder: &Value<'_>| {
            let place = entry.map_or(value.span, |entry| entry.key_span);
            holder.as_mapping().is_some()
                && self.format() == Some(Format::Yaml)
                && !holder.span.contains(place)
        };
        if holder.is_some_and(outside) {
            return Some("is merged from another mapping".to_owned());
        }
        let before = self.text.get(..value.span.start as usize)?;
        let mut words = before.split_ascii_whitespace().rev();
        if words.by_ref().take_while(|word| word.starts_with(['&', '!'])).any(is_anchor) {
            return Some("has an anchor, which may have aliases".to_owned());
        }
        let place = entry.map_or(value.span, |entry| entry.key_span.hull(value.span));
        self.noticed.iter().find_map(|notice| {
            let here = place.contains(notice.span) || notice.span.contains(place);
            match notice.code {
                Code::DuplicateKey => {
                    let key = self.source(notice.span).trim_matches(['"', '\'']);
                    let same = entry.is_some_and(|entry| entry.key == *key);
                    same.then(|| "stands twice".to_owned())
                }
                _ if here => Some(format!("stands where {}", notice.message)),
                _ => None,
            }
        })
    }
}
