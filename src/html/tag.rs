//! [`Tag`]: element names, classified once to a small integer.

macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// The name of an element: one of those that HTML gives a meaning to, or [`Tag::Other`].
        ///
        /// Names of SVG and `MathML` elements are classified by the same table where they coincide;
        /// [`Element::namespace`](super::Element::namespace) tells them apart.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum Tag { $($variant,)* Other }

        /// All tags but [`Tag::Other`], in order, with their names.
        const ALL: &[(Tag, &str)] = &[$((Tag::$variant, $name),)*];
    };
}

tags! {
    A "a", Abbr "abbr", Acronym "acronym", Address "address", Applet "applet", Area "area",
    Article "article", Aside "aside", Audio "audio", B "b", Base "base", Basefont "basefont",
    Bdi "bdi", Bdo "bdo", Bgsound "bgsound", Big "big", Blockquote "blockquote", Body "body",
    Br "br", Button "button", Canvas "canvas", Caption "caption", Center "center", Cite "cite",
    Code "code", Col "col", Colgroup "colgroup", Data "data", Datalist "datalist", Dd "dd",
    Del "del", Details "details", Dfn "dfn", Dialog "dialog", Dir "dir", Div "div", Dl "dl",
    Dt "dt", Em "em", Embed "embed", Fieldset "fieldset", Figcaption "figcaption",
    Figure "figure", Font "font", Footer "footer", Form "form", Frame "frame",
    Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head",
    Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe",
    Image "image", Img "img", Input "input", Ins "ins", Kbd "kbd", Keygen "keygen",
    Label "label", Legend "legend", Li "li", Link "link", Listing "listing", Main "main",
    Map "map", Mark "mark", Marquee "marquee", Math "math", Menu "menu", Meta "meta",
    Meter "meter", Nav "nav", Nobr "nobr", Noembed "noembed", Noframes "noframes",
    Noscript "noscript", Object "object", Ol "ol", Optgroup "optgroup", Option "option",
    Output "output", P "p", Param "param", Picture "picture", Plaintext "plaintext", Pre "pre",
    Progress "progress", Q "q", Rb "rb", Rp "rp", Rt "rt", Rtc "rtc", Ruby "ruby", S "s",
    Samp "samp", Script "script", Search "search", Section "section", Select "select",
    Slot "slot", Small "small", Source "source", Span "span", Strike "strike", Strong "strong",
    Style "style", Sub "sub", Summary "summary", Sup "sup", Svg "svg", Table "table",
    Tbody "tbody", Td "td", Template "template", Textarea "textarea", Tfoot "tfoot", Th "th",
    Thead "thead", Time "time", Title "title", Tr "tr", Track "track", Tt "tt", U "u", Ul "ul",
    Var "var", Video "video", Wbr "wbr", Xmp "xmp",
}

impl Tag {
    /// The tag of a name, whatever its case.
    pub(crate) fn from_name(name: &str) -> Self {
        if name.len() > SHORT {
            let long = LONG.iter().find(|tag| tag.name().eq_ignore_ascii_case(name));
            return long.copied().unwrap_or(Self::Other);
        }
        let mut key = Key::default();
        name.bytes().for_each(|byte| key.push(byte));
        Self::from_key(key)
    }

    /// The tag of a name of no more than [`SHORT`] bytes.
    #[inline]
    pub(super) fn from_key(Key(key): Key) -> Self {
        let tag = SLOTS[slot(key)];
        if KEYS.get(tag as usize) == Some(&key) { tag } else { Self::Other }
    }

    /// The name in lower case; empty for [`Tag::Other`].
    pub(super) fn name(self) -> &'static str {
        ALL.get(self as usize).map_or("", |&(_, name)| name)
    }
}

/// A set of tags.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tags([u64; 3]);

impl Tags {
    pub(crate) const fn of(tags: &[Tag]) -> Self {
        Self([0; 3]).with(tags)
    }

    pub(crate) const fn with(self, tags: &[Tag]) -> Self {
        let Self(mut bits) = self;
        let mut at = 0;
        while at < tags.len() {
            bits[tags[at] as usize / 64] |= 1 << (tags[at] as usize % 64);
            at += 1;
        }
        Self(bits)
    }

    pub(crate) const fn without(self, tags: &[Tag]) -> Self {
        let (Self(mut bits), Self(others)) = (self, Self::of(tags));
        let mut at = 0;
        while at < bits.len() {
            bits[at] &= !others[at];
            at += 1;
        }
        Self(bits)
    }

    pub(crate) const fn has(&self, tag: Tag) -> bool {
        self.0[tag as usize / 64] >> (tag as usize % 64) & 1 != 0
    }
}

/// The bytes of a short name as a number, letters in lower case. What makes them so changes a few
/// signs too, but into none that a tag's name has; and no digit comes of another byte.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Key(u64);

impl Key {
    #[inline]
    pub(super) const fn push(&mut self, byte: u8) {
        self.0 = self.0 << 8 | (byte | byte >> 1 & 0x20) as u64;
    }
}

/// A name of no more bytes fits into a number.
pub(super) const SHORT: usize = 8;

/// The tags with longer names.
const LONG: [Tag; 3] = [Tag::Blockquote, Tag::Figcaption, Tag::Plaintext];

/// Where in [`SLOTS`] a name stands, if it is a tag's. The factor was searched for: with it no two
/// tags share a slot.
const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0xCFAA_DEF0_6186_BF33) >> 54) as usize
}

/// The names of tags as numbers; 0 for those with long names, which no short name has.
const KEYS: [u64; ALL.len()] = {
    let mut keys = [0; ALL.len()];
    let mut at = 0;
    while at < ALL.len() {
        let name = ALL[at].1.as_bytes();
        let (mut key, mut byte) = (Key(0), 0);
        while byte < name.len() && name.len() <= SHORT {
            key.push(name[byte]);
            byte += 1;
        }
        keys[at] = key.0;
        at += 1;
    }
    keys
};

/// A hash table of the tags with short names, [`Tag::Other`] where none is.
static SLOTS: [Tag; 1024] = {
    let mut slots = [Tag::Other; 1024];
    let mut at = 0;
    while at < ALL.len() {
        if KEYS[at] != 0 {
            let slot = slot(KEYS[at]);
            assert!(matches!(slots[slot], Tag::Other), "two tags in one slot");
            slots[slot] = ALL[at].0;
        }
        at += 1;
    }
    slots
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_its_own_tag() {
        for &(tag, name) in ALL {
            assert_eq!((Tag::from_name(name), tag.name()), (tag, name));
            assert_eq!(Tag::from_name(&name.to_ascii_uppercase()), tag);
            assert_eq!(name.len() > SHORT, LONG.contains(&tag));
        }
        for other in
            ["", "x-y", "\u{10}", "p\0", "blockquotes", "a\u{0}", "\u{41}1", "H7", "h\u{11}"]
        {
            assert_eq!(Tag::from_name(other), Tag::Other, "{other:?}");
        }
        assert_eq!(Tag::Other.name(), "");
    }
}
