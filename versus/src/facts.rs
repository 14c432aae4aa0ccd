//! What both sides tell of an article, as the same JSON to the byte.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

/// The facts of an article. All texts have their white space collapsed and trimmed.
#[derive(Debug, Default, Serialize)]
pub struct Facts<'a> {
    pub title: Cow<'a, str>,
    pub date: Option<DateTime<FixedOffset>>,
    pub categories: Vec<Cow<'a, str>>,
    pub headings: Vec<Heading<'a>>,
    /// The texts of `<p>`, wherever it stands.
    pub paragraphs: Vec<Cow<'a, str>>,
    pub figures: Vec<Figure<'a>>,
    /// The `href` of `<a>`.
    pub links: Vec<Cow<'a, str>>,
}

#[derive(Debug, Serialize)]
pub struct Heading<'a> {
    pub level: u8,
    pub text: Cow<'a, str>,
}

/// A `<figure>`: the `src` of its images, and its caption with the credits in it.
#[derive(Debug, Serialize)]
pub struct Figure<'a> {
    pub images: Vec<Cow<'a, str>>,
    pub caption: Cow<'a, str>,
}
