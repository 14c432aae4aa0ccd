//! [`Dialect`]: whose rules hold where site generators disagree. All rules are asked for here.

use serde::{Deserialize, Serialize};

use crate::owned::owned_already;

/// Whose rules hold where site generators disagree.
///
/// Most differences need no choice: a wider rule reads what each of them reads. These do, since the
/// same text means one thing to one generator and another to the next:
///
/// | rule | in |
/// |---|---|
/// | Front matter may stand without an opening fence. | Hexo |
/// | Lines `#+KEY: value` at the start are front matter; `#+KEY[]: a b` is a list. | Org |
/// | A plain list of categories is one path, from the widest to the narrowest ([`category_paths`]). | Hexo |
/// | A text as `categories` or `tags` is a list of words; `category` and `tag` are one word, and win. | Jekyll |
/// | `yes`, `no`, `on` and `off` without quotes are truth values, as in YAML 1.1. | Jekyll |
/// | `extra` is a table of the site's own keys: fields that are not said elsewhere are taken from it. | Zola |
/// | `path` is the permalink. | Zola |
/// | `params` is a table of the site's own keys, likewise. | Hugo |
/// | `filetags` are the tags. | Org |
///
/// [`category_paths`]: crate::Metadata::category_paths
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Dialect {
    /// What all agree on, and the reading that loses least where they do not.
    #[default]
    Common,
    /// Hexo.
    Hexo,
    /// Jekyll, whose YAML is of version 1.1.
    Jekyll,
    /// Hugo.
    Hugo,
    /// Zola.
    Zola,
    /// Org mode, as Hugo reads its keywords.
    Org,
}

owned_already!(Dialect);

impl Dialect {
    pub(super) const fn may_lack_opener(self) -> bool {
        matches!(self, Self::Hexo)
    }

    pub(super) const fn has_keywords(self) -> bool {
        matches!(self, Self::Org)
    }

    pub(super) const fn has_yaml_1_1(self) -> bool {
        matches!(self, Self::Jekyll)
    }

    pub(crate) const fn nests_categories(self) -> bool {
        matches!(self, Self::Hexo)
    }

    pub(crate) const fn parts_words(self) -> bool {
        matches!(self, Self::Jekyll)
    }

    /// Whether this is the default, for JSON.
    #[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
    pub(super) fn is_common(&self) -> bool {
        *self == Self::Common
    }
}
