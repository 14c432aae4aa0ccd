//! [`Meaning`]: what the shortcodes that people use mean, by one table.

/// What a shortcode means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// An image; a figure, if it has a caption.
    Image,
    /// What stands at this address, the first argument (or the one of these names) put in at `{}`.
    Embed(&'static str, &'static [&'static str]),
    /// A mark around text that is read as it stands.
    Mark,
    /// Code, up to its end.
    Code,
    /// A quotation, up to its end.
    Quote,
    /// A note, a warning … up to its end.
    Admonition,
    /// What is folded in, up to its end.
    Details,
    /// One of some tabs, up to its end.
    Tab,
    /// What is not shown, up to its end.
    Hidden,
    /// An address: that of the page named by the first argument.
    Address,
    /// What another file says, by its name and the arguments.
    Include,
    /// A step of the template language: nothing is shown in its place, but what stands around it is.
    Control,
    /// What is not shown, between the marks of this one tag.
    Comment,
}

use Meaning::{
    Address, Admonition, Code, Comment, Control, Details, Embed, Hidden, Image, Include, Mark,
    Quote, Tab,
};

/// The table. Whatever is not in it is text, with a diagnostic.
const MEANINGS: &[(&[&str], Meaning)] = &[
    (&["img", "asset_img", "image", "figure"], Image),
    (&["youtube"], Embed("https://www.youtube.com/embed/{}", &["id"])),
    (&["vimeo"], Embed("https://player.vimeo.com/video/{}", &["id"])),
    (&["bilibili"], Embed("https://player.bilibili.com/player.html?bvid={}", &["id", "bvid"])),
    (&["tweet", "twitter", "x"], Embed("https://twitter.com/i/status/{}", &["id"])),
    (&["instagram"], Embed("https://www.instagram.com/p/{}", &["id"])),
    (&["jsfiddle"], Embed("https://jsfiddle.net/{}", &["id"])),
    (&["gist"], Embed("https://gist.github.com/{}", &["id"])),
    (&["iframe"], Embed("{}", &["src", "url"])),
    (&["speakerdeck"], Embed("https://speakerdeck.com/player/{}", &["id"])),
    (&["codeblock", "code", "highlight", "code-toggle", "mermaid", "plantuml"], Code),
    (&["blockquote", "quote", "pullquote", "centerquote", "cq"], Quote),
    (&["note", "notice", "alert", "admonition", "callout", "hint", "pageinfo"], Admonition),
    (&["info", "tip", "important", "warning", "warn", "caution", "danger"], Admonition),
    (&["details", "expand", "collapse", "accordion", "folding", "spoiler"], Details),
    (&["comment"], Hidden),
    (&["#"], Comment),
    (&["tab"], Tab),
    (&["raw", "verbatim", "tabs", "tabpane", "box", "ring", "center"], Mark),
    // Docsy's.
    (
        &["blocks/cover", "blocks/section", "blocks/lead", "blocks/feature", "blocks/link-down"],
        Mark,
    ),
    (&["ref", "relref", "link", "post_url", "post_path", "asset_path", "get_url"], Address),
    (&["include", "include_relative", "include_cached", "include_code", "render"], Include),
    (&["readfile"], Include),
    (&["if", "elsif", "elseif", "elif", "else", "unless", "case", "when"], Control),
    (&["for", "break", "continue", "cycle", "tablerow", "ifchanged", "with"], Control),
    (&["assign", "capture", "increment", "decrement", "set", "liquid", "layout"], Control),
];

/// The names of the table, each with what it means.
const NAMES: [(&str, Meaning); COUNT] = {
    let mut all = [("", Control); COUNT];
    let (mut row, mut count) = (0, 0);
    while row < MEANINGS.len() {
        let (names, meaning) = MEANINGS[row];
        let mut at = 0;
        while at < names.len() {
            all[count] = (names[at], meaning);
            at += 1;
            count += 1;
        }
        row += 1;
    }
    all
};

const COUNT: usize = {
    let (mut row, mut count) = (0, 0);
    while row < MEANINGS.len() {
        count += MEANINGS[row].0.len();
        row += 1;
    }
    count
};

/// A hash table of the names: where each stands in [`NAMES`], in its slot or the next that is free.
static SLOTS: [u8; 256] = {
    let mut slots = [FREE; 256];
    let mut at = 0;
    while at < COUNT {
        let mut slot = slot(NAMES[at].0);
        while slots[slot] != FREE {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = at as u8;
        at += 1;
    }
    slots
};

/// No name stands there.
const FREE: u8 = u8::MAX;

/// The slot that a name is looked for in: a hash of Fowler, Noll and Vo's.
const fn slot(name: &str) -> usize {
    let name = name.as_bytes();
    let (mut hash, mut at) = (0x811C_9DC5_u32, 0);
    while at < name.len() {
        hash = (hash ^ name[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash >> 24) as usize
}

/// What a name of the table means.
fn named(name: &str) -> Option<Meaning> {
    let mut slot = slot(name);
    loop {
        let &(own, meaning) = NAMES.get(usize::from(SLOTS[slot]))?;
        if own == name {
            return Some(meaning);
        }
        slot = (slot + 1) % SLOTS.len();
    }
}

impl Meaning {
    /// What a tag of this name means; one that closes another is a mark.
    pub(crate) fn of(name: &str) -> Option<Self> {
        // A site's own: `legacy-img`, `image_with_class`.
        let of_image = |part| named(part).filter(|meaning| *meaning == Image);
        let of_parts = || {
            let has_parts = name.bytes().any(|byte| matches!(byte, b'-' | b'_'));
            has_parts.then(|| name.split(['-', '_']).find_map(of_image)).flatten()
        };
        named(name).or_else(of_parts).or_else(|| {
            let closed = closed(name).and_then(named)?;
            let is_mark = matches!(closed, Mark | Control) || closed.is_paired();
            is_mark.then_some(if closed == Control { Control } else { Mark })
        })
    }

    /// What a file means that is included: an image, or an embed, by the words of its name.
    pub(crate) fn of_file(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        let words = || stem.split(['-', '_']).filter(|word| word.len() > 2);
        let is_embed = |meaning: &Self| matches!(meaning, Embed(..));
        let of = |word: &str| named(word).filter(|meaning| *meaning == Image || is_embed(meaning));
        // `youtubePlayer`
        let begun = |word: &str| {
            let begins = |name: &str| name.len() > 3 && word.starts_with(name);
            let mut embeds = NAMES.iter().filter(|(_, meaning)| is_embed(meaning));
            embeds.find(|(name, _)| begins(name)).map(|&(_, meaning)| meaning)
        };
        words().find_map(of).or_else(|| words().find_map(begun))
    }

    /// Whether it is what stands between two tags.
    pub(crate) const fn is_paired(self) -> bool {
        matches!(self, Code | Quote | Admonition | Details | Tab | Hidden)
    }
}

/// The name of the tag that one of this name closes.
pub(crate) fn closed(name: &str) -> Option<&str> {
    name.strip_prefix('/').map(str::trim_start).or_else(|| name.strip_prefix("end"))
}
