//! [`Said`]: what the metadata say of an article, to be found again in its body.

use chrono::Datelike as _;

use super::lengths::Lengths;
use crate::date::Date;
use crate::document::block::{Block, Item};
use crate::metadata::Metadata;
use crate::text::Text;

/// Who wrote the article, when, and what it is filed under; in lower case.
pub(super) struct Said {
    authors: Vec<String>,
    /// The year and the day of the month.
    day: Option<(i32, u32)>,
    tags: Vec<String>,
}

/// A byline is not longer, in bytes; nor is what else stands in it ("By", "Updated").
const LONGEST: usize = 120;
const LONGEST_REST: usize = 24;

/// No more names are looked at: each is sought in each phrase.
const MOST: usize = 16;

impl Said {
    pub(super) fn of(metadata: &Metadata<'_>) -> Self {
        let day = metadata.published.as_ref().and_then(Date::day);
        let tags = metadata.tags.iter().chain(&metadata.categories);
        Self {
            authors: names(metadata.authors.iter().map(|author| &author.name)),
            day: day.map(|day| (day.year(), day.day())),
            tags: names(tags),
        }
    }

    /// Whether a paragraph or list says who wrote the article or when, and next to nothing else.
    pub(super) fn is_byline(&self, block: &Block<'_>) -> bool {
        match block {
            Block::Paragraph(paragraph) => {
                Lengths::of(&paragraph.inlines).text() <= LONGEST
                    && self.is_said_by(&paragraph.inlines.text())
            }
            Block::List(list) => {
                const MOST: usize = 4;
                let is_short = |item: &Item<'_>| match &item.blocks[..] {
                    [Block::Paragraph(said)] => Lengths::of(&said.inlines).text() <= LONGEST,
                    _ => false,
                };
                list.items.len() <= MOST
                    && list.items.iter().all(is_short)
                    && self.is_said_by(&block.text())
            }
            _ => false,
        }
    }

    fn is_said_by(&self, text: &str) -> bool {
        let mut rest = text.to_lowercase();
        let mut is_said = self.is_day(&rest);
        for author in &self.authors {
            if rest.contains(author.as_str()) {
                is_said = true;
                rest = rest.replace(author.as_str(), " ");
            }
        }
        let letters = rest.chars().filter(|c| c.is_alphabetic()).map(char::len_utf8);
        is_said && letters.sum::<usize>() <= LONGEST_REST
    }

    /// Whether the day's numbers are among those of a text.
    fn is_day(&self, text: &str) -> bool {
        let Some((year, day)) = self.day else { return false };
        let numbers = text.split(|c: char| !c.is_ascii_digit()).flat_map(str::parse::<u16>);
        let has = |number: i64| numbers.clone().any(|n| i64::from(n) == number);
        has(i64::from(year)) && has(i64::from(day))
    }

    /// Whether a block is a list of tags.
    pub(super) fn are_tags(&self, block: &Block<'_>) -> bool {
        let Block::List(list) = block else { return false };
        let is_tag = |item: &Item<'_>| match &item.blocks[..] {
            [Block::Paragraph(paragraph)] => {
                let text = paragraph.inlines.text();
                text.len() <= LONGEST && self.tags.contains(&text.trim().to_lowercase())
            }
            _ => false,
        };
        !self.tags.is_empty() && !list.items.is_empty() && list.items.iter().all(is_tag)
    }
}

fn names<'t, 'a: 't>(names: impl Iterator<Item = &'t Text<'a>>) -> Vec<String> {
    let names = names.take(MOST).map(|name| name.trim().to_lowercase());
    names.filter(|name| !name.is_empty() && name.len() <= LONGEST).collect()
}
