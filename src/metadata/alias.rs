//! What keys mean: the [`ALIASES`] of each field.

use std::sync::LazyLock;

use super::ImageRole;
use crate::front_matter::Dialect;

/// What an entry of front matter says, by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Title,
    Subtitle,
    Description,
    Authors,
    Published,
    Modified,
    Categories,
    Tags,
    Language,
    Slug,
    Permalink,
    Image(ImageRole),
    /// A mapping of images, or something else altogether.
    Header,
    Draft,
    Comments,
    /// Zola's mapping of lists.
    Taxonomies,
    /// A dialect's mapping of the site's own keys.
    Own,
}

/// What keys mean to one dialect, before what they mean to all.
const OWN: &[(Dialect, &str, Slot)] = &[
    (Dialect::Jekyll, "category", Slot::Categories),
    (Dialect::Jekyll, "tag", Slot::Tags),
    (Dialect::Zola, "path", Slot::Permalink),
    (Dialect::Zola, "extra", Slot::Own),
    (Dialect::Hugo, "params", Slot::Own),
    (Dialect::Org, "filetags", Slot::Tags),
];

/// The keys of each field, the more specific ones first: of two that are there, the first wins.
///
/// Chosen by counting the keys of some 1,200 real posts and by the documents of Hexo, Hugo, Jekyll,
/// Zola, Eleventy, Ghost, `WordPress` and Blogger exporters. Written as [`normal`] makes them.
pub(super) const ALIASES: &[(Slot, &[&str])] = &[
    (Slot::Title, &["title", "headline"]),
    (Slot::Subtitle, &["subtitle", "subheading", "subheadline", "subhead", "deck", "dek"]),
    (
        Slot::Description,
        &[
            "description",
            "desc",
            "summary",
            "excerpt",
            "abstract",
            "lead",
            "lede",
            "metadescription",
        ],
    ),
    (Slot::Authors, &["authors", "author", "byline", "creator", "dccreator", "writer"]),
    // Before the dates: `published: false` says the same with less.
    (Slot::Draft, &["draft", "isdraft"]),
    (Slot::Comments, &["comments", "allowcomments", "commentsenabled"]),
    (
        Slot::Published,
        &[
            "published",
            "publishedat",
            "publishedon",
            "publishedtime",
            "publishdate",
            "datepublished",
            "articlepublishedtime",
            "publicationdate",
            "pubdate",
            "publish",
            "date",
            "datetime",
            "dcdate",
            "postdate",
            "postedat",
            "created",
            "createdat",
            "createdtime",
            "datecreated",
            "creationdate",
        ],
    ),
    (
        Slot::Modified,
        &[
            "modified",
            "modifiedat",
            "modifiedtime",
            "modifieddate",
            "datemodified",
            "articlemodifiedtime",
            "updated",
            "updatedat",
            "updatedate",
            "updateddate",
            "dateupdated",
            "lastmod",
            "lastmodified",
            "lastmodifiedat",
            "lastupdated",
            "lastupdate",
        ],
    ),
    (Slot::Categories, &["categories", "category", "section", "articlesection"]),
    (Slot::Tags, &["tags", "tag", "topics", "keywords"]),
    (Slot::Language, &["language", "lang", "locale", "inlanguage"]),
    (Slot::Slug, &["slug"]),
    (Slot::Permalink, &["permalink", "canonicalurl", "canonical", "url"]),
    (
        Slot::Image(ImageRole::Cover),
        &[
            "cover",
            "coverimage",
            "coverimg",
            "coverphoto",
            "headimg",
            "headimage",
            "headerimage",
            "headerimg",
            "heroimage",
            "hero",
            "featuredimage",
            "featureimage",
            "featured",
            "leadimage",
            "banner",
            "bannerimage",
            "primaryimage",
            "topimg",
            "image",
            "images",
            "img",
            "photo",
            "picture",
        ],
    ),
    (
        Slot::Image(ImageRole::Thumbnail),
        &[
            "thumbnail",
            "thumb",
            "thumbnailurl",
            "thumbnailimage",
            "teaser",
            "teaserimage",
            "indeximg",
        ],
    ),
    (
        Slot::Image(ImageRole::Social),
        &["ogimage", "socialimage", "shareimage", "shareimg", "twitterimage"],
    ),
    (Slot::Header, &["header"]),
    (Slot::Taxonomies, &["taxonomies"]),
];

impl Slot {
    /// The member of [`Metadata`](super::Metadata) that it goes to.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Description => "description",
            Self::Authors => "authors",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Categories => "categories",
            Self::Tags => "tags",
            Self::Language => "language",
            Self::Slug => "slug",
            Self::Permalink => "permalink",
            Self::Image(_) | Self::Header => "images",
            Self::Draft => "draft",
            Self::Comments => "comments",
            Self::Taxonomies => "taxonomies",
            Self::Own => "extra",
        }
    }

    /// What a value of it looks like.
    pub(super) const fn shape(self) -> &'static str {
        match self {
            Self::Authors => "a name, a mapping with a `name`, or a list of them",
            Self::Categories | Self::Tags => "a text or a list of texts",
            Self::Image(_) | Self::Header => {
                "an address, a mapping with a `src`, or a list of them"
            }
            Self::Draft | Self::Comments => "yes or no",
            Self::Published | Self::Modified => "a date",
            _ => "a text",
        }
    }

    /// What `key` means, and its rank: the smaller, the more specific.
    pub(super) fn of(key: &str, dialect: Dialect) -> Option<(Self, usize)> {
        if dialect != Dialect::Common {
            let own = OWN.iter().find(|own| own.0 == dialect && own.1.eq_ignore_ascii_case(key));
            if let Some(&(.., slot)) = own {
                // The site's own keys come after those that all know.
                return Some((slot, if slot == Self::Own { usize::MAX } else { 0 }));
            }
        }
        let mut buffer = [0; LONGEST];
        let is_normal = key.bytes().all(|byte| byte.is_ascii_lowercase());
        let key = if is_normal { key.as_bytes() } else { normal(key, &mut buffer)? };
        let found = BY_BEGINNING[beginning(key)?].iter().find(|(alias, ..)| *alias == key);
        found.map(|&(_, slot, rank)| (slot, rank + 1))
    }
}

/// An alias with what it means and its rank.
type Meaning = (&'static [u8], Slot, usize);

/// The aliases by their first letter and their length: of most there is one.
static BY_BEGINNING: LazyLock<[Vec<Meaning>; BEGINNINGS]> = LazyLock::new(|| {
    let mut by_beginning = [const { Vec::new() }; BEGINNINGS];
    let all = ALIASES.iter().flat_map(|(slot, aliases)| aliases.iter().map(|alias| (alias, *slot)));
    for (rank, (alias, slot)) in all.enumerate() {
        if let Some(beginning) = beginning(alias.as_bytes()) {
            by_beginning[beginning].push((alias.as_bytes(), slot, rank));
        }
    }
    by_beginning
});

const BEGINNINGS: usize = 26 * (LONGEST + 1);

/// The number of a key's first letter and length; `None` if no alias begins so.
fn beginning(key: &[u8]) -> Option<usize> {
    let letter = key.first().filter(|letter| letter.is_ascii_lowercase())?;
    (key.len() <= LONGEST).then(|| usize::from(letter - b'a') * (LONGEST + 1) + key.len())
}

/// No key that means something is longer.
pub(super) const LONGEST: usize = 24;

/// The key in lower case without `_ - . :` and spaces, so that `featured_image`, `featured-image`,
/// `featuredImage` and `Featured Image` are one; `None` for a key that is longer than any alias.
pub(super) fn normal<'b>(key: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    let mut len = 0;
    for byte in key.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b'.' | b':' | b' ')) {
        *buffer.get_mut(len)? = byte.to_ascii_lowercase();
        len += 1;
    }
    Some(&buffer[..len])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        let cover = Some(Slot::Image(ImageRole::Cover));
        for key in ["featured_image", "featured-image", "featuredImage", "Featured Image"] {
            assert_eq!(Slot::of(key, Dialect::Common).map(|(slot, _)| slot), cover, "{key}");
        }
        for key in ["", "-", "titles", "标题", &"title".repeat(20)] {
            assert_eq!(Slot::of(key, Dialect::Common), None, "{key}");
        }
    }

    #[test]
    fn aliases_are_normal_and_stand_once() {
        let all: Vec<_> = ALIASES.iter().flat_map(|(_, aliases)| *aliases).collect();
        for (at, alias) in all.iter().enumerate() {
            assert_eq!(normal(alias, &mut [0; LONGEST]), Some(alias.as_bytes()));
            assert!(!all[..at].contains(alias), "{alias} stands twice");
        }
    }

    /// The table in the documentation is this one; where it is not, the failure shows the right one.
    #[test]
    fn the_documentation_tells_all() {
        let rows = ALIASES.iter().map(|(slot, aliases)| {
            let field = match slot {
                Slot::Image(role) => format!("`images` ({role:?})").to_lowercase(),
                Slot::Header => "`images`, in a mapping".to_owned(),
                Slot::Taxonomies => "`categories`, `tags`, `authors`, in a mapping".to_owned(),
                slot => format!("`{}`", slot.field()),
            };
            format!("| {field} | `{}` |\n", aliases.join("` `"))
        });
        let table = format!("| field | keys |\n|---|---|\n{}", rows.collect::<String>());
        assert_eq!(include_str!("aliases.md"), table, "{table}");
    }
}
