//! From a [`Mapping`] to the [`Metadata`] it is: each entry goes to its field or stays in `extra`.

use super::alias::Slot;
use super::category;
use super::human::{human, trim};
use super::image::images;
use super::person::people;
use super::{Date, Field, ImageRole, Metadata, date};
use crate::diagnostic::{Code, Diagnostics};
use crate::front_matter::{Dialect, Entry, Mapping, Scalar, Value, ValueKind};
use crate::text::Text;

/// Reads what front matter says. Values move: what is borrowed stays so, nothing is copied.
///
/// No dialect reads a key otherwise yet; the place where one would is here.
pub(crate) fn read<'a>(
    mapping: Mapping<'a>,
    _dialect: Dialect,
    diagnostics: &mut Diagnostics,
) -> Metadata<'a> {
    let mut entries: Vec<Option<Entry<'a>>> =
        mapping.into_entries().into_iter().map(Some).collect();
    let mut filling = Filling { metadata: Metadata::default(), diagnostics };
    let claims = claims(&entries);
    filling.metadata.fields.reserve(claims.len());
    for Claim { slot, index, .. } in claims {
        if let Some(entry) = entries[index].take() {
            entries[index] = filling.entry(slot, entry);
        }
    }
    let mut metadata = filling.metadata;
    metadata.extra = Mapping::from_entries(entries.into_iter().flatten().collect(), |_| {});
    metadata.fields.sort_by_key(|field| field.span.start);
    metadata.images.sort_by_key(|image| image.span.start);
    metadata
}

/// An entry that means something, by its key.
struct Claim {
    slot: Slot,
    rank: usize,
    index: usize,
}

/// The entries that mean something, the most specific first; the last of equals, as with duplicates.
fn claims(entries: &[Option<Entry<'_>>]) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let found = entry.as_ref().and_then(|entry| Slot::of(&entry.key));
        claims.extend(found.map(|(slot, rank)| Claim { slot, rank, index }));
    }
    claims.sort_unstable_by_key(|claim| (claim.rank, usize::MAX - claim.index));
    claims
}

/// What of a value was read, and what of it was not.
pub(super) struct Read<'a, T> {
    pub(super) found: T,
    pub(super) rest: Option<Value<'a>>,
}

impl<'a, T> Read<'a, Vec<T>> {
    /// Reads each item of a list, or the value itself. Items that say nothing are left out.
    pub(super) fn each(
        value: Value<'a>,
        mut read: impl FnMut(Value<'a>) -> Result<T, Value<'a>>,
    ) -> Self {
        let span = value.span;
        let ValueKind::List(items) = value.kind else {
            return match read(value) {
                Ok(found) => Self { found: vec![found], rest: None },
                Err(value) => Self { found: Vec::new(), rest: Some(value) },
            };
        };
        let (mut found, mut rest) = (Vec::with_capacity(items.len()), Vec::new());
        for item in items.into_iter().filter(|item| !is_empty(item)) {
            match read(item) {
                Ok(item) => found.push(item),
                Err(item) => rest.push(item),
            }
        }
        let rest = (!rest.is_empty()).then_some(Value { kind: ValueKind::List(rest), span });
        Self { found, rest }
    }
}

/// Whether a value filled its field, and what of it did not fit.
type Filled<'a> = Read<'a, bool>;

impl<'a> Filled<'a> {
    const fn whole() -> Self {
        Self { found: true, rest: None }
    }

    const fn not(value: Value<'a>) -> Self {
        Self { found: false, rest: Some(value) }
    }
}

impl<'a, T> Read<'a, Vec<T>> {
    /// Appends what was found to the `field`.
    fn append_to(mut self, field: &mut Vec<T>) -> Filled<'a> {
        let found = !self.found.is_empty();
        if field.is_empty() {
            *field = self.found;
        } else {
            field.append(&mut self.found);
        }
        Filled { found, rest: self.rest }
    }
}

struct Filling<'a, 'd> {
    metadata: Metadata<'a>,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Filling<'a, '_> {
    /// Fills a field; gives back what stays in `extra`. An entry that says nothing is dropped.
    fn entry(&mut self, slot: Slot, entry: Entry<'a>) -> Option<Entry<'a>> {
        let Entry { key, key_span, value } = entry;
        if is_empty(&value) {
            return None;
        }
        let span = value.span;
        let (slot, Filled { found, rest }) = match slot {
            Slot::Taxonomies => return self.taxonomies(Entry { key, key_span, value }),
            // Jekyll's `published: false`.
            Slot::Published if value.as_flag().is_some() => (Slot::Draft, self.not_draft(value)),
            slot if self.is_filled(slot) => (slot, Filled::not(value)),
            slot => (slot, self.fill(slot, &key, value)),
        };
        let rest = rest.map(|value| Entry { key: key.clone(), key_span, value });
        if found {
            let name = Text::borrowed(slot.field());
            self.metadata.fields.push(Field { name, key, span });
        }
        rest
    }

    /// Whether a field that takes one key has it. Images are taken from every key that names some.
    fn is_filled(&self, slot: Slot) -> bool {
        let metadata = &self.metadata;
        match slot {
            Slot::Title => metadata.title.is_some(),
            Slot::Subtitle => metadata.subtitle.is_some(),
            Slot::Description => metadata.description.is_some(),
            Slot::Authors => !metadata.authors.is_empty(),
            Slot::Published => metadata.published.is_some(),
            Slot::Modified => metadata.modified.is_some(),
            Slot::Categories => !metadata.categories.is_empty(),
            Slot::Tags => !metadata.tags.is_empty(),
            Slot::Language => metadata.language.is_some(),
            Slot::Slug => metadata.slug.is_some(),
            Slot::Permalink => metadata.permalink.is_some(),
            Slot::Draft => metadata.draft.is_some(),
            Slot::Comments => metadata.comments.is_some(),
            Slot::Image(_) | Slot::Header | Slot::Taxonomies => false,
        }
    }

    /// Fills a field that is empty, and remarks on what does not fit.
    fn fill(&mut self, slot: Slot, key: &str, value: Value<'a>) -> Filled<'a> {
        if is_foreign(slot, &value) {
            return Filled::not(value);
        }
        let filled = self.take(slot, value);
        if let Some(rest) = &filled.rest {
            let message = format!("`{key}` does not have the shape of {}", slot.shape());
            self.diagnostics.push(Code::UnexpectedValue, rest.span, message);
        }
        filled
    }

    fn take(&mut self, slot: Slot, value: Value<'a>) -> Filled<'a> {
        let (metadata, diagnostics) = (&mut self.metadata, &mut *self.diagnostics);
        match slot {
            Slot::Title => human_text(&mut metadata.title, value, diagnostics),
            Slot::Subtitle => human_text(&mut metadata.subtitle, value, diagnostics),
            Slot::Description => human_text(&mut metadata.description, value, diagnostics),
            Slot::Authors => people(value, diagnostics).append_to(&mut metadata.authors),
            Slot::Published => dated(&mut metadata.published, value, diagnostics),
            Slot::Modified => dated(&mut metadata.modified, value, diagnostics),
            Slot::Categories => {
                metadata.category_ends = category::ends(&value);
                labels(value, diagnostics).append_to(&mut metadata.categories)
            }
            Slot::Tags => labels(value, diagnostics).append_to(&mut metadata.tags),
            Slot::Language => word(&mut metadata.language, value),
            Slot::Slug => word(&mut metadata.slug, value),
            Slot::Permalink => word(&mut metadata.permalink, value),
            Slot::Image(role) => images(value, role, diagnostics).append_to(&mut metadata.images),
            Slot::Header => {
                images(value, ImageRole::Cover, diagnostics).append_to(&mut metadata.images)
            }
            Slot::Draft => flag(&mut metadata.draft, value),
            Slot::Comments => flag(&mut metadata.comments, value),
            Slot::Taxonomies => Filled::not(value),
        }
    }

    fn not_draft(&mut self, value: Value<'a>) -> Filled<'a> {
        if self.metadata.draft.is_some() {
            return Filled::not(value);
        }
        let filled = flag(&mut self.metadata.draft, value);
        self.metadata.draft = self.metadata.draft.map(|published| !published);
        filled
    }

    /// Zola's `taxonomies`: a mapping of lists, of which some are fields. The others stay.
    fn taxonomies(&mut self, entry: Entry<'a>) -> Option<Entry<'a>> {
        let Entry { key, key_span, value: Value { kind, span } } = entry;
        let ValueKind::Mapping(mapping) = kind else {
            return Some(Entry { key, key_span, value: Value { kind, span } });
        };
        let mut rest = Vec::new();
        for mut entry in mapping {
            let slot = Slot::of(&entry.key).map(|(slot, _)| slot);
            match slot {
                Some(slot @ (Slot::Categories | Slot::Tags | Slot::Authors)) => {
                    entry.key = Text::from(format!("{key}.{}", entry.key));
                    rest.extend(self.entry(slot, entry));
                }
                _ => rest.push(entry),
            }
        }
        let kind = ValueKind::Mapping(Mapping::from_entries(rest, |_| {}));
        let value = Value { kind, span };
        (!is_empty(&value)).then_some(Entry { key, key_span, value })
    }
}

/// Whether a value is there for a program, not for the field: `cover: false`, `header: Welcome`.
/// It stays in `extra` and needs no remark.
fn is_foreign(slot: Slot, value: &Value<'_>) -> bool {
    match slot {
        Slot::Header => value.as_mapping().is_none(),
        Slot::Image(_) | Slot::Authors | Slot::Language | Slot::Slug | Slot::Permalink => {
            is_switch(value)
        }
        _ => false,
    }
}

fn human_text<'a>(
    field: &mut Option<Text<'a>>,
    value: Value<'a>,
    diagnostics: &mut Diagnostics,
) -> Filled<'a> {
    let span = value.span;
    set(field, scalar(value).map(|text| human(text, span, diagnostics)))
}

fn word<'a>(field: &mut Option<Text<'a>>, value: Value<'a>) -> Filled<'a> {
    set(field, scalar(value).map(trim))
}

fn dated<'a>(
    field: &mut Option<Date<'a>>,
    value: Value<'a>,
    diagnostics: &mut Diagnostics,
) -> Filled<'a> {
    let span = value.span;
    set(field, scalar(value).map(|text| date::read(text, span, diagnostics)))
}

fn flag<'a>(field: &mut Option<bool>, value: Value<'a>) -> Filled<'a> {
    set(field, value.as_flag().ok_or(value))
}

fn set<'a, T>(field: &mut Option<T>, result: Result<T, Value<'a>>) -> Filled<'a> {
    match result {
        Ok(found) => {
            *field = Some(found);
            Filled::whole()
        }
        Err(value) => Filled::not(value),
    }
}

/// The texts of a value and of the lists within it, in order (Hexo nests categories).
fn labels<'a>(value: Value<'a>, diagnostics: &mut Diagnostics) -> Read<'a, Vec<Text<'a>>> {
    let mut found = Vec::with_capacity(value.as_list().map_or(1, <[_]>::len));
    let rest = collect_labels(value, &mut found, diagnostics);
    Read { found, rest }
}

/// Values nest no deeper than [`Limits::value_depth`](crate::Limits::value_depth), nor does this.
fn collect_labels<'a>(
    value: Value<'a>,
    found: &mut Vec<Text<'a>>,
    diagnostics: &mut Diagnostics,
) -> Option<Value<'a>> {
    let span = value.span;
    match value.kind {
        _ if is_empty(&value) => None,
        ValueKind::Scalar(Scalar { text, .. }) => {
            found.push(human(text, span, diagnostics));
            None
        }
        ValueKind::List(items) => {
            let rest: Vec<_> = items
                .into_iter()
                .filter_map(|item| collect_labels(item, found, diagnostics))
                .collect();
            (!rest.is_empty()).then_some(Value { kind: ValueKind::List(rest), span })
        }
        ValueKind::Mapping(_) => Some(value),
    }
}

/// The text of a scalar; another value is given back.
pub(super) fn scalar(value: Value<'_>) -> Result<Text<'_>, Value<'_>> {
    match value.kind {
        ValueKind::Scalar(Scalar { text, .. }) => Ok(text),
        kind => Err(Value { kind, span: value.span }),
    }
}

/// Whether a value says nothing: null, blanks, an empty list or mapping.
pub(super) fn is_empty(value: &Value<'_>) -> bool {
    match &value.kind {
        ValueKind::Scalar(scalar) => scalar.text.trim().is_empty() || value.is_null(),
        ValueKind::List(items) => items.is_empty(),
        ValueKind::Mapping(mapping) => mapping.is_empty(),
    }
}

/// Whether a value is `true` or `false`, which is never an address or a name.
pub(super) fn is_switch(value: &Value<'_>) -> bool {
    value.as_bool().is_some()
}
