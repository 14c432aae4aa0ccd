//! The whole job with `scraper`, `serde_norway` and `chrono`, as one would write it for speed: one
//! selector and one walk for all the parts, attributes and titles borrowed, texts collapsed as
//! they are gathered.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset};
use scraper::{ElementRef, Html, Selector};
use serde::Deserialize;

use crate::facts::{Facts, Figure, Heading};
use crate::writer::Writer;

pub const NAME: &str = "scraper + serde_norway + chrono";

static PARTS: LazyLock<Selector> = LazyLock::new(|| selector("h1,h2,h3,h4,h5,h6,p,figure,a[href]"));
static IMAGE: LazyLock<Selector> = LazyLock::new(|| selector("img"));
static CAPTION: LazyLock<Selector> = LazyLock::new(|| selector("figcaption"));

fn selector(selectors: &str) -> Selector {
    Selector::parse(selectors).expect("selectors that parse")
}

/// Front matter, as this feed writes it.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Metadata {
    pub title: String,
    pub categories: Vec<String>,
    pub headimg: Option<String>,
    pub author: Option<String>,
    pub comments: Option<bool>,
    #[serde(deserialize_with = "date")]
    pub date: Option<DateTime<FixedOffset>>,
    pub thumbnail: Option<String>,
}

fn date<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<DateTime<FixedOffset>>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let rfc3339 = |_| DateTime::parse_from_rfc3339(&text);
    Ok(DateTime::parse_from_rfc2822(&text).or_else(rfc3339).ok())
}

/// The facts of an article, as JSON.
pub fn facts(input: &str, writer: Writer, out: &mut Vec<u8>) {
    let (metadata, body) = split(input);
    let metadata = self::metadata(metadata);
    let html = Html::parse_fragment(body);
    let mut facts = Facts {
        title: metadata.title.into(),
        date: metadata.date,
        categories: metadata.categories.into_iter().map(Cow::Owned).collect(),
        ..Facts::default()
    };
    for element in html.select(&PARTS) {
        match element.value().name() {
            "p" => facts.paragraphs.push(text(element)),
            "a" => facts.links.extend(element.attr("href").map(Cow::Borrowed)),
            "figure" => facts.figures.push(figure(element)),
            heading => {
                let level = heading.as_bytes()[1] - b'0';
                facts.headings.push(Heading { level, text: text(element) });
            }
        }
    }
    writer.write(&facts, out);
}

/// The typed front matter.
pub fn metadata(front_matter: &str) -> Metadata {
    serde_norway::from_str(front_matter).unwrap_or_default()
}

/// The text between the fences, and the body. Blank lines may stand before the first fence.
pub fn split(input: &str) -> (&str, &str) {
    let Some(rest) = input.trim_start().strip_prefix("---\n") else { return ("", input) };
    rest.split_once("\n---\n").unwrap_or(("", input))
}

fn figure(figure: ElementRef<'_>) -> Figure<'_> {
    let source = |image: ElementRef<'_>| image.attr("src").map(str::to_owned).map(Cow::Owned);
    let images = figure.select(&IMAGE).filter_map(source).collect();
    let caption = figure.select(&CAPTION).next().unwrap_or(figure);
    Figure { images, caption: text(caption) }
}

/// An element's text, its white space collapsed and trimmed.
fn text(element: ElementRef<'_>) -> Cow<'static, str> {
    let mut text = String::new();
    let mut space = false;
    for run in element.text() {
        for (at, word) in run.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            space |= at > 0;
            if word.is_empty() {
                continue;
            }
            if space && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
            space = false;
        }
    }
    text.into()
}
