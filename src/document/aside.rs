//! [`Aside`]: what stands in a body but is not the article.

use serde::{Deserialize, Serialize};

use super::block::Block;
use crate::owned::{owned_already, owned_struct};
use crate::span::Span;

/// What stands in the body but is not the article: a share bar, a list of teasers, a newsletter form.
///
/// Asides stand among a document's [`blocks`](crate::Document::blocks), never within another block, and
/// [`main`](crate::Document::main) leaves them out.
///
/// # Examples
///
/// ```
/// use copydesk::{AsideEvidence, AsideKind, Block, Document};
///
/// let document = Document::parse("<p>Ferries sail again.</p><div class=share-bar>Share</div>");
/// let Block::Aside(aside) = &document.blocks()[1] else { panic!() };
/// assert_eq!((aside.kind, aside.evidence), (AsideKind::Share, AsideEvidence::Class));
/// assert_eq!(document.main().paragraphs().count(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
#[non_exhaustive]
pub struct Aside<'a> {
    /// What it is.
    pub kind: AsideKind,
    /// Why it is taken for that.
    pub evidence: AsideEvidence,
    /// What stands in it.
    pub blocks: Vec<Block<'a>>,
    /// Its place.
    pub span: Span,
}

/// What an [`Aside`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AsideKind {
    /// Ways to other parts of the site or the page: menus, breadcrumbs.
    Navigation,
    /// Other articles: teasers, "read more", "most read".
    Related,
    /// Buttons to share, save or print the article, or to follow its publisher.
    Share,
    /// A form that asks for an address: newsletters, registration, a login.
    Signup,
    /// A box about whoever wrote the article.
    Author,
    /// Who wrote the article, when, how long it takes to read: what metadata say.
    Byline,
    /// The article's tags, or the section it is filed under, such as the line over its title.
    Tags,
    /// What readers say, how many do, and the form to do so.
    Comments,
    /// An advertisement, or the label of one.
    Advertisement,
    /// Says that the rest is for subscribers.
    Paywall,
    /// Says something of the site: cookies, consent, corrections, errors.
    Notice,
    /// Praises something of the publisher's own: an app, a podcast, a donation.
    Promotion,
    /// Belongs to the page as a program: buttons of a player, text for screen readers only.
    Control,
    /// The article's title once more.
    Title,
    /// Something else that the markup sets apart.
    Other,
}

/// Why something is taken for an [`Aside`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AsideEvidence {
    /// The element: `<nav>`, `<form>`, `<footer>`, `<button>`.
    Element,
    /// The element's `role`.
    Role,
    /// A word of the element's `class`, `id`, `aria-label` or the like.
    Class,
    /// Nearly all of it is links.
    Links,
    /// What it says: "Read more", "Lesen Sie auch".
    Label,
    /// The metadata say the same.
    Metadata,
    /// Where it stands: before or after the article's text, and not like it.
    Place,
}

owned_already!(AsideKind, AsideEvidence);
owned_struct!(Aside { kind, evidence, blocks, span });
