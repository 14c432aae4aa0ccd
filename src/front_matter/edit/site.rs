//! [`Site`]: a place in a list or mapping, with its neighbours.

use super::action::{Holder, holder_of};
use super::lines;
use super::look::Look;
use super::path::ValuePath;
use super::write::yaml::STEP;
use super::write::{Hand, Quote, Quoting, is_plain_date, is_plain_key};
use crate::front_matter::Format;
use crate::front_matter::mapping::Entry;
use crate::front_matter::scalar::{Resolved, Scalar};
use crate::front_matter::value::{Value, ValueKind};
use crate::span::Span;

/// A list or mapping and, in it, the value that a path leads to.
#[derive(Debug)]
pub(super) struct Site<'m, 't> {
    pub(super) look: &'m Look<'t>,
    /// What is written in the holder itself: entries merged from elsewhere are not.
    pub(super) children: Vec<Child<'m, 't>>,
    /// Whether the holder is a list.
    pub(super) is_list: bool,
    /// Which of them it is.
    pub(super) at: Option<usize>,
    /// The holder's place; `None` for the mapping of all.
    pub(super) span: Option<Span>,
    /// The holder's path.
    pub(super) path: ValuePath<'m>,
}

/// An entry or item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Child<'m, 't> {
    pub(super) entry: Option<&'m Entry<'t>>,
    pub(super) value: &'m Value<'t>,
}

impl Child<'_, '_> {
    /// Where it begins: the key, or the item behind its dash, tag and anchor.
    pub(super) fn start(&self) -> usize {
        self.entry.map_or(self.value.span, |entry| entry.key_span).start as usize
    }

    pub(super) fn end(&self) -> usize {
        let key = self.entry.map_or(0, |entry| entry.key_span.end);
        self.value.span.end.max(key) as usize
    }
}

impl<'m, 't> Site<'m, 't> {
    /// The place that `path` names, or would name after an insertion.
    pub(super) fn of(look: &'m Look<'t>, path: &'m ValuePath<'_>) -> Option<Self> {
        let (_, values) = look.front_matter()?;
        let (parent, holder) = holder_of(values, path)?;
        let (_, last) = path.split_last()?;
        let mut site = Self::within(look, holder, parent);
        site.at = match holder {
            Holder::List(..) => last.parse().ok(),
            Holder::Mapping(..) => site
                .children
                .iter()
                .position(|child| child.entry.is_some_and(|entry| entry.key == **last)),
        };
        Some(site)
    }

    /// The list at `path`.
    pub(super) fn of_list(look: &'m Look<'t>, path: &'m ValuePath<'_>) -> Option<Self> {
        let (_, values) = look.front_matter()?;
        let list = values.at(path)?;
        let holder = Holder::List(list.as_list()?, list.span);
        Some(Self::within(look, holder, path.first(path.steps().len())))
    }

    fn within(look: &'m Look<'t>, holder: Holder<'m, 't>, path: ValuePath<'m>) -> Self {
        let yaml = look.format() == Some(Format::Yaml);
        let (children, span): (Vec<_>, _) = match holder {
            Holder::List(items, span) => {
                (items.iter().map(|value| Child { entry: None, value }).collect(), Some(span))
            }
            Holder::Mapping(mapping, span) => {
                let own = |entry: &&Entry<'_>| {
                    span.is_none_or(|span| !yaml || span.contains(entry.key_span))
                };
                let child =
                    |entry: &'m Entry<'t>| Child { entry: Some(entry), value: &entry.value };
                (mapping.iter().filter(own).map(child).collect(), span)
            }
        };
        let is_list = matches!(holder, Holder::List(..));
        Self { look, children, is_list, at: None, span, path }
    }

    pub(super) fn child(&self) -> Option<Child<'m, 't>> {
        self.children.get(self.at?).copied()
    }

    /// The child that stands last in the text.
    pub(super) fn last(&self) -> Option<&Child<'m, 't>> {
        self.children.iter().max_by_key(|child| child.end())
    }

    /// Whether the holder stands in brackets, not below a header of TOML.
    pub(super) fn has_brackets(&self) -> bool {
        let Some(span) = self.span else { return self.root_bracket().is_some() };
        let source = self.look.source(span);
        // A list of TOML's tables has the place of its first one's header.
        let inside = |child: &Child<'_, '_>| child.start() > span.start as usize;
        if self.is_list {
            source.starts_with('[') && self.children.first().is_none_or(inside)
        } else {
            source.starts_with('{')
        }
    }

    /// Where the inside of the mapping of all begins, if it stands in brackets.
    pub(super) fn root_bracket(&self) -> Option<usize> {
        let (text, start) = (self.look.text, self.look.raw_start());
        match self.look.format()? {
            Format::Json => {
                let at = lines::skip_ignored(text, start);
                Some(if text[at..].starts_with('{') { at + 1 } else { start })
            }
            Format::Yaml => {
                let at = lines::skip_ignored(text, start);
                text[at..self.look.raw_end().max(at)].starts_with('{').then_some(at + 1)
            }
            _ => None,
        }
    }

    /// How a value is written here; the one at the site is replaced by it, if there is one.
    pub(super) fn hand(&self, value: &Value<'_>) -> Hand {
        let replaced = self.child().map(|child| child.value);
        let like = if self.is_list && self.at.is_none() {
            self.last().map(|last| last.value)
        } else {
            replaced
        };
        let quotes = |value: &Value<'_>| value.as_scalar().and_then(|it| Quote::of(it.style));
        let earlier = like.and_then(text_of).and_then(|scalar| Quote::of(scalar.style));
        let around = || self.children.iter().rev().find_map(|child| quotes(child.value));
        let format = self.look.format().unwrap_or(Format::Yaml);
        let (brackets, keys) = (self.has_brackets(), self.quotes_keys(format));
        let is_json = format == Format::Yaml && brackets && keys;
        let is_date = like.and_then(Value::as_scalar).is_some_and(is_plain_date);
        let quoting = match () {
            () if earlier.is_some() || is_json => Quoting::All,
            () if is_date => Quoting::NotDates,
            () => Quoting::Needed,
        };
        Hand {
            format,
            quote: earlier.or_else(around).unwrap_or(Quote::Double),
            quoting,
            keys,
            brackets: brackets || self.prefers_brackets(value, replaced),
        }
    }

    /// Whether the last key is quoted, though it need not be.
    fn quotes_keys(&self, format: Format) -> bool {
        let key = self.children.last().and_then(|child| child.entry);
        key.is_some_and(|entry| {
            let quoted = self.look.source(entry.key_span).starts_with(['"', '\'']);
            quoted && is_plain_key(&entry.key, format)
        })
    }

    /// Whether what was there, or else the last of the neighbours of its kind, stands in brackets.
    fn prefers_brackets(&self, value: &Value<'_>, replaced: Option<&Value<'_>>) -> bool {
        let same = |other: &&Value<'_>| match value.kind {
            ValueKind::List(_) => other.as_list().is_some_and(|items| !items.is_empty()),
            ValueKind::Mapping(_) => other.as_mapping().is_some_and(|it| !it.is_empty()),
            ValueKind::Scalar(_) => false,
        };
        let around = || self.children.iter().rev().map(|child| child.value).find(same);
        let like = replaced.filter(|it| it.as_scalar().is_none()).or_else(around);
        like.is_some_and(|like| self.look.has_brackets(like))
    }

    /// How far the dashes of lists stand behind their keys hereabouts.
    pub(super) fn dash(&self) -> &'t str {
        let text = self.look.text;
        let own = self.children.iter().rev().find_map(|child| {
            let (entry, first) = (child.entry?, child.value.span.start as usize);
            let is_list = child.value.as_list().is_some() && text[first..].starts_with('-');
            let key = entry.key_span.start as usize;
            let line = text.get(lines::start(text, first)..first).filter(|_| is_list)?;
            line.get(lines::indent(text, key).len()..)
        });
        let blank = |dash: &&str| dash.bytes().all(|byte| byte == b' ');
        own.filter(blank).unwrap_or(STEP)
    }
}

/// The scalar that a value is, if that is text.
fn text_of<'m, 'a>(value: &'m Value<'a>) -> Option<&'m Scalar<'a>> {
    value.as_scalar().filter(|scalar| matches!(scalar.resolve(), Resolved::Str(_)))
}
