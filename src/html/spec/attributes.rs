//! [`Attributes`]: what html5ever is shown of a tag's attributes.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::{LocalName, QualName, ns};

use super::names::static_name;
use crate::html::Attribute;
use crate::text::Text;

/// Chooses the attributes that the tree builder's rules read, and takes back what it made of them.
///
/// - Active formatting elements are compared by their attributes (the "Noah's Ark clause") and
///   created again from them: they get one attribute that stands for the whole set, by the place of
///   the first set that is equal.
/// - In SVG and `MathML`, names are changed to camel case: those attributes are shown by name.
/// - `type` of `<input>`, `encoding` of `<annotation-xml>`, and that `<font>` has a `color`.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    state: RandomState,
    /// The sets of attributes of formatting elements, by the hash of the set.
    sets: HashMap<u64, Vec<Range<u32>>>,
    /// The places of the attributes shown in the current tag, in order.
    shown: Vec<u32>,
}

impl Attributes {
    /// The attributes to show of the tag `name`, whose own are `all[range]`.
    pub(super) fn pass(
        &mut self,
        name: &str,
        range: Range<u32>,
        all: &[Attribute<'_>],
        foreign: bool,
    ) -> Vec<html5ever::Attribute> {
        self.shown.clear();
        if range.is_empty() {
            return Vec::new();
        }
        let mut passed = Vec::new();
        let formatting = is_formatting(name);
        if formatting {
            let set = self.set(range.clone(), all);
            passed.push(attribute(LocalName::default(), &set.start.to_string(), set.end));
        }
        let shows: fn(&str) -> bool = match name {
            "input" => |attribute| attribute == "type",
            "font" => |attribute| matches!(attribute, "color" | "face" | "size"),
            _ if foreign && name == "annotation-xml" => |attribute| attribute == "encoding",
            _ => |_| false,
        };
        let adjusts = foreign || matches!(name, "a" | "font");
        if !adjusts && name != "input" {
            return passed;
        }
        for index in range {
            let Some(own) = all.get(index as usize) else { continue };
            if shows(&own.name) || (adjusts && may_be_adjusted(&own.name)) {
                if let Some(local) = static_name(&own.name) {
                    let value = if shows(&own.name) { &*own.value } else { "" };
                    passed.push(plain(local, value));
                    self.shown.push(index);
                }
            }
        }
        passed
    }

    /// The places of the attributes shown last.
    pub(super) fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// The first of the sets that are equal to `all[range]` but for order.
    fn set(&mut self, range: Range<u32>, all: &[Attribute<'_>]) -> Range<u32> {
        let hash = part(all, &range)
            .iter()
            .map(|attribute| self.state.hash_one((&attribute.name, &attribute.value)))
            .fold(0, u64::wrapping_add);
        let sets = self.sets.entry(hash).or_default();
        let own = sorted(all, &range);
        if let Some(set) = sets.iter().find(|set| sorted(all, set) == own) {
            return set.clone();
        }
        sets.push(range.clone());
        range
    }
}

/// The set of attributes that an attribute stands for.
pub(super) fn set_of(attributes: &[html5ever::Attribute]) -> Option<Range<u32>> {
    let first = attributes.first().filter(|first| first.name.local.is_empty())?;
    let (start, end) = first.value.split_once(' ')?;
    Some(start.parse().ok()?..end.parse().ok()?)
}

/// The names of the attributes shown, as the tree builder left them.
pub(super) fn names_of(attributes: &[html5ever::Attribute]) -> impl Iterator<Item = &LocalName> {
    let adjusted = attributes.iter().filter(|attribute| !attribute.name.local.is_empty());
    adjusted.map(|attribute| &attribute.name.local)
}

fn part<'t, 'a>(all: &'t [Attribute<'a>], range: &Range<u32>) -> &'t [Attribute<'a>] {
    all.get(range.start as usize..range.end as usize).unwrap_or_default()
}

fn sorted<'t, 'a>(
    all: &'t [Attribute<'a>],
    range: &Range<u32>,
) -> Vec<(&'t Text<'a>, &'t Text<'a>)> {
    let own = part(all, range).iter();
    let mut pairs: Vec<_> = own.map(|attribute| (&attribute.name, &attribute.value)).collect();
    pairs.sort_unstable();
    pairs
}

fn attribute(name: LocalName, start: &str, end: u32) -> html5ever::Attribute {
    plain(name, &format!("{start} {end}"))
}

fn plain(local: LocalName, value: &str) -> html5ever::Attribute {
    let name = QualName { prefix: None, ns: ns!(), local };
    html5ever::Attribute { name, value: StrTendril::from_slice(value) }
}

/// The elements that the list of active formatting elements may hold.
pub(super) fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Whether SVG or `MathML` may write an attribute in another case: `refX`, `viewBox`, longer ones.
fn may_be_adjusted(name: &str) -> bool {
    name.len() >= INLINE || matches!(name, "refx" | "refy")
}

/// The length of `viewbox`.
const INLINE: usize = 7;
