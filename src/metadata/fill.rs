//! From a [`Mapping`] to the [`Metadata`] it is: each entry goes to its field or stays in `extra`.

use super::alias::Slot;
use super::category;
use super::field::{Filled, dated, flag, human_text, is_empty, is_switch, list, word};
use super::image::images;
use super::label::{Parting, labels};
use super::person::people;
use super::{Field, ImageRole, Metadata, Options};
use crate::diagnostic::{Code, Diagnostics};
use crate::front_matter::{Dialect, Entry, Mapping, Value, ValueKind};
use crate::text::Text;

/// Reads what front matter says. Values move: what is borrowed stays so, nothing is copied.
pub(crate) fn read<'a>(
    mapping: Mapping<'a>,
    options: Options,
    diagnostics: &mut Diagnostics,
) -> Metadata<'a> {
    let mut filling = Filling { metadata: Metadata::default(), options, diagnostics };
    filling.metadata.fields.reserve(mapping.len());
    let extra = filling.mapping(mapping, None, |_| true);
    let mut metadata = filling.metadata;
    metadata.extra = extra;
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
fn claims(entries: &[Option<Entry<'_>>], dialect: Dialect) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let found = entry.as_ref().and_then(|entry| Slot::of(&entry.key, dialect));
        claims.extend(found.map(|(slot, rank)| Claim { slot, rank, index }));
    }
    claims.sort_unstable_by_key(|claim| (claim.rank, usize::MAX - claim.index));
    claims
}

struct Filling<'a, 'd> {
    metadata: Metadata<'a>,
    options: Options,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Filling<'a, '_> {
    /// Fills the fields that are `allowed` from a mapping, which may stand `within` another; gives back
    /// what stays of it.
    fn mapping(
        &mut self,
        mapping: Mapping<'a>,
        within: Option<&str>,
        allowed: fn(Slot) -> bool,
    ) -> Mapping<'a> {
        let mut entries: Vec<Option<Entry<'a>>> =
            mapping.into_entries().into_iter().map(Some).collect();
        for Claim { slot, index, .. } in claims(&entries, self.options.dialect) {
            if allowed(slot) {
                entries[index] =
                    entries[index].take().and_then(|entry| self.entry(slot, entry, within));
            }
        }
        Mapping::of_distinct(entries.into_iter().flatten().collect())
    }

    /// Fills a field; gives back what stays in `extra`. An entry that says nothing is dropped.
    fn entry(&mut self, slot: Slot, entry: Entry<'a>, within: Option<&str>) -> Option<Entry<'a>> {
        let Entry { key, key_span, value } = entry;
        if is_empty(&value) {
            return None;
        }
        let span = value.span;
        let (slot, Filled { found, rest }) = match slot {
            Slot::Taxonomies | Slot::Own => {
                return self.table(slot, Entry { key, key_span, value });
            }
            // Jekyll's `published: false`.
            Slot::Published if value.as_flag().is_some() => (Slot::Draft, self.not_draft(value)),
            slot if self.is_filled(slot) => (slot, Filled::not(value)),
            slot => (slot, self.fill(slot, &key, value)),
        };
        let rest = rest.map(|value| Entry { key: key.clone(), key_span, value });
        if found {
            let name = Text::borrowed(slot.field());
            let key = match within {
                Some(table) => format!("{table}.{key}").into(),
                None => key,
            };
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
            Slot::Image(_) | Slot::Header | Slot::Taxonomies | Slot::Own => false,
        }
    }

    /// Fills a field that is empty, and remarks on what does not fit.
    fn fill(&mut self, slot: Slot, key: &str, value: Value<'a>) -> Filled<'a> {
        if is_foreign(slot, &value) {
            return Filled::not(value);
        }
        let filled = self.take(slot, key, value);
        if let Some(rest) = &filled.rest {
            let message = format!("`{key}` does not have the shape of {}", slot.shape());
            self.diagnostics.push(Code::UnexpectedValue, rest.span, message);
        }
        filled
    }

    fn take(&mut self, slot: Slot, key: &str, value: Value<'a>) -> Filled<'a> {
        let parting = Parting::of(key, self.options);
        let order = self.options.date_order;
        let (metadata, diagnostics) = (&mut self.metadata, &mut *self.diagnostics);
        match slot {
            Slot::Title => human_text(&mut metadata.title, value, diagnostics),
            Slot::Subtitle => human_text(&mut metadata.subtitle, value, diagnostics),
            Slot::Description => human_text(&mut metadata.description, value, diagnostics),
            Slot::Authors => list(&mut metadata.authors, |found| people(value, found, diagnostics)),
            Slot::Published => dated(&mut metadata.published, value, order, diagnostics),
            Slot::Modified => dated(&mut metadata.modified, value, order, diagnostics),
            Slot::Categories => {
                metadata.category_ends = category::ends(&value);
                list(&mut metadata.categories, |found| labels(value, parting, found, diagnostics))
            }
            Slot::Tags => {
                list(&mut metadata.tags, |found| labels(value, parting, found, diagnostics))
            }
            Slot::Language => word(&mut metadata.language, value),
            Slot::Slug => word(&mut metadata.slug, value),
            Slot::Permalink => word(&mut metadata.permalink, value),
            Slot::Image(role) => {
                list(&mut metadata.images, |found| images(value, role, found, diagnostics))
            }
            Slot::Header => list(&mut metadata.images, |found| {
                images(value, ImageRole::Cover, found, diagnostics)
            }),
            Slot::Draft => flag(&mut metadata.draft, value),
            Slot::Comments => flag(&mut metadata.comments, value),
            Slot::Taxonomies | Slot::Own => Filled::not(value),
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

    /// A mapping of fields: Zola's `taxonomies`, of which some are, or a dialect's table of the site's
    /// own keys. What is no field stays in it.
    fn table(&mut self, slot: Slot, entry: Entry<'a>) -> Option<Entry<'a>> {
        let Entry { key, key_span, value: Value { kind, span } } = entry;
        let ValueKind::Mapping(mapping) = kind else {
            return Some(Entry { key, key_span, value: Value { kind, span } });
        };
        let allowed: fn(Slot) -> bool = match slot {
            Slot::Taxonomies => {
                |slot| matches!(slot, Slot::Categories | Slot::Tags | Slot::Authors)
            }
            _ => |slot| !matches!(slot, Slot::Taxonomies | Slot::Own),
        };
        let rest = self.mapping(mapping, Some(&key), allowed);
        let value = Value { kind: ValueKind::Mapping(rest), span };
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
