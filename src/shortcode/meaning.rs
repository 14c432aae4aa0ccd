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

impl Meaning {
    /// What a tag of this name means; one that closes another is a mark.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let of = |name: &str| MEANINGS.iter().find(|(names, _)| names.contains(&name));
        // A site's own: `legacy-img`, `image_with_class`.
        let of_image = |part| of(part).filter(|(_, meaning)| *meaning == Image);
        let found = of(name).or_else(|| name.split(['-', '_']).find_map(of_image));
        found.map(|&(_, meaning)| meaning).or_else(|| {
            let closed = closed(name).and_then(of).map(|&(_, meaning)| meaning);
            let closed =
                closed.filter(|meaning| matches!(meaning, Mark | Control) || meaning.is_paired());
            closed.map(|meaning| if meaning == Control { Control } else { Mark })
        })
    }

    /// What a file means that is included: an image, or an embed, by the words of its name.
    pub(crate) fn of_file(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        let words = || stem.split(['-', '_']).filter(|word| word.len() > 2);
        let is_embed = |meaning: &Self| matches!(meaning, Embed(..));
        let of = |word: &str| {
            let row = MEANINGS.iter().find(|(names, _)| names.contains(&word));
            row.map(|&(_, meaning)| meaning)
                .filter(|meaning| *meaning == Image || is_embed(meaning))
        };
        // `youtubePlayer`
        let begun = |word: &str| {
            let begins =
                |names: &&[&str]| names.iter().any(|name| name.len() > 3 && word.starts_with(name));
            let mut rows = MEANINGS.iter().filter(|(_, meaning)| is_embed(meaning));
            rows.find(|(names, _)| begins(names)).map(|&(_, meaning)| meaning)
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
