//! [`Tally`]: how much of what stands in a part of the body.

/// So much text beside an element is a separator: `|`, `·`, `/`.
pub(super) const SEPARATOR: u32 = 3;

/// A phrase with so much text outside links is prose.
pub(super) const PROSE: u32 = 120;

/// What stands in a part of the body, in bytes and in numbers; white space at the ends of texts is not
/// counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) text: u32,
    /// What of the text is linked.
    pub(super) linked: u32,
    /// What of the text stands in paragraphs that read like an article's.
    pub(super) prose: u32,
    pub(super) images: u32,
    /// Links to images that hold one.
    pub(super) enlarged: u32,
    pub(super) captions: u32,
    pub(super) tables: u32,
    pub(super) headings: u32,
    /// Headings that are links.
    pub(super) linked_headings: u32,
    /// Headings of level 1.
    pub(super) titles: u32,
}

/// What stands in a phrase, in bytes and in numbers. It is counted apart, since most of what is
/// counted is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Words {
    pub(super) text: u32,
    /// What of the text is linked.
    pub(super) linked: u32,
    pub(super) images: u32,
}

impl Words {
    pub(super) fn add_text(&mut self, text: &str, linked: bool) {
        self.add_len(text.trim_ascii().len() as u32, linked);
    }

    #[inline]
    pub(super) const fn add_len(&mut self, len: u32, linked: bool) {
        self.text += len;
        self.linked += if linked { len } else { 0 };
    }

    pub(super) const fn unlinked(self) -> u32 {
        self.text - self.linked
    }
}

/// What of a phrase reads like an article's prose, which has so much text outside links.
pub(super) const fn prose(unlinked: u32) -> u32 {
    if unlinked < PROSE { 0 } else { unlinked }
}

impl Tally {
    pub(super) const fn add(&mut self, phrase: Words) {
        self.text += phrase.text;
        self.linked += phrase.linked;
        self.images += phrase.images;
    }

    /// Ends a heading that says this.
    pub(super) fn end_heading(&mut self, level: u8, says: Words) {
        self.linked_headings += u32::from(says.linked > 0 && says.unlinked() <= SEPARATOR);
        self.headings += 1;
        self.titles += u32::from(level == 1);
    }

    /// What has come since `start`.
    pub(super) const fn since(&self, start: &Self) -> Self {
        Self {
            text: self.text - start.text,
            linked: self.linked - start.linked,
            prose: self.prose - start.prose,
            images: self.images - start.images,
            enlarged: self.enlarged - start.enlarged,
            captions: self.captions - start.captions,
            tables: self.tables - start.tables,
            headings: self.headings - start.headings,
            linked_headings: self.linked_headings - start.linked_headings,
            titles: self.titles - start.titles,
        }
    }

    /// Whether nothing but separators has come since `end`.
    pub(super) const fn is_all_since(&self, end: &Self) -> bool {
        self.text - end.text <= SEPARATOR && self.images == end.images
    }

    /// Whether it is headings that are links, each with a few words.
    pub(super) const fn are_cards(&self) -> bool {
        self.linked_headings > 2
            && self.linked_headings == self.headings
            && self.captions == 0
            && self.tables == 0
            && self.prose <= self.headings.saturating_mul(2 * PROSE)
    }

    pub(super) const fn unlinked(&self) -> u32 {
        self.text - self.linked
    }
}
