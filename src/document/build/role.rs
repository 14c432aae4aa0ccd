//! [`Role`]: what an element beside an image is to it, by the words of its attributes.
//!
//! Class names are sentences of a kind: `image-description__caption--large`, `captionCredit`,
//! `bildunterschrift`. They are read word by word, and the last word that is known decides.

use crate::html::{Attribute, NodeId, Tree};

/// What an element beside an image, or in its figure, says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What the image shows.
    Caption,
    /// Whom the image is owed to; `weak` if only the place in a caption makes it so: an `author`
    /// elsewhere is the article's.
    Credit { weak: bool },
}

/// What the attributes of an element say it is: `class`, `itemprop`, `id`, and what is written for
/// tests and scripts (`data-testid="caption"`).
pub(super) fn role(tree: &Tree<'_>, node: NodeId) -> Option<Role> {
    let attributes = tree.attributes(tree.element(node)?).iter();
    let roles = attributes.filter(|attribute| names_things(attribute));
    roles.filter_map(|attribute| role_of(&attribute.value)).reduce(stronger)
}

/// Whether an element is a picture by its class: `photo`, `picBox`, `image-wrapper`; not what stands
/// beside one (`image-text`).
pub(super) fn is_picture(tree: &Tree<'_>, node: NodeId) -> bool {
    let Some(class) = tree.attribute(node, "class") else { return false };
    let said = || class.value.split_ascii_whitespace().flat_map(words).filter_map(meaning);
    let is_around = |word| matches!(word, Word::Media | Word::Around);
    said().any(|word| word == Word::Media) && said().all(is_around)
}

fn names_things(attribute: &Attribute<'_>) -> bool {
    /// A longer value is no name but a text or data.
    const LONGEST: usize = 64;
    match &*attribute.name {
        "class" | "itemprop" => true,
        "id" => attribute.value.len() <= LONGEST,
        name => {
            let is_name = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
            name.starts_with("data-")
                && attribute.value.len() <= LONGEST
                && attribute.value.bytes().all(is_name)
        }
    }
}

/// A credit stands in a caption more often than a caption in a credit.
const fn stronger(one: Role, other: Role) -> Role {
    match (one, other) {
        (Role::Credit { weak: false }, _) | (_, Role::Credit { weak: false }) => {
            Role::Credit { weak: false }
        }
        (Role::Caption, _) | (_, Role::Caption) => Role::Caption,
        _ => one,
    }
}

fn role_of(names: &str) -> Option<Role> {
    names.split_ascii_whitespace().filter_map(role_of_name).reduce(stronger)
}

/// What one name says, by the last of its words that is known.
fn role_of_name(name: &str) -> Option<Role> {
    let (mut of_media, mut role) = (false, None);
    for word in words(name) {
        match meaning(word) {
            Some(Word::Caption) => (of_media, role) = (true, Some(Role::Caption)),
            Some(Word::Credit) => role = Some(Role::Credit { weak: false }),
            Some(Word::Person) => {
                let strong = of_media || role == Some(Role::Credit { weak: false });
                role = Some(Role::Credit { weak: !strong });
            }
            Some(Word::Media) => of_media = true,
            Some(Word::Description) if of_media && role.is_none() => role = Some(Role::Caption),
            // `credit-card` is about something else, `teaser-image__credits` is not.
            Some(Word::Other) => (of_media, role) = (false, None),
            Some(Word::Around) if role == Some(Role::Caption) && !names_caption(name) => {
                return None;
            }
            _ => {}
        }
    }
    role
}

fn names_caption(name: &str) -> bool {
    words(name).any(|word| meaning(word) == Some(Word::Caption))
}

/// The words of a name: parted by signs, digits and capitals.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
        let first = rest.chars().next()?;
        let mut small = first.is_lowercase();
        let end = rest.char_indices().skip(1).find(|&(_, c)| {
            let parts = !c.is_alphabetic() || (small && c.is_uppercase());
            small = c.is_lowercase();
            parts
        });
        let (word, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = after;
        Some(word)
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Says that an element is a caption.
    Caption,
    /// Says that an element names whom something is owed to.
    Credit,
    /// The same, of an image; of an article otherwise.
    Person,
    /// An image or what is like one.
    Media,
    /// After a [`Media`](Self::Media) word: what describes it.
    Description,
    /// What is around something.
    Around,
    /// With this word, the others mean something else.
    Other,
}

/// Longer than any word of the table.
const LONGEST_WORD: usize = 24;

fn meaning(word: &str) -> Option<Word> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let mut lower = [0; LONGEST_WORD];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    of_word(lower).or_else(|| of_compound(lower))
}

/// The table.
fn of_word(word: &str) -> Option<Word> {
    Some(match word {
        "caption" | "captions" | "legend" | "legende" | "légende" | "leyenda" | "legenda"
        | "didascalia" | "bildunterschrift" | "bildlegende" | "bildtext" | "bildetekst"
        | "billedtekst" | "kuvateksti" | "bijschrift" | "onderschrift" | "podpis" | "popisek"
        | "cutline" | "piedefoto" | "undertext" => Word::Caption,
        "credit" | "credits" | "credito" | "creditos" | "crédit" | "crédits" | "copyright"
        | "copyrights" | "photographer" | "photographers" | "photog" | "fotograf" | "fotografo"
        | "fotógrafo" | "photographe" | "bildnachweis" | "bildquelle" | "bildrechte"
        | "byphoto" | "photoby" | "fotocredit" | "attribution" => Word::Credit,
        "author" | "authors" | "autor" | "autore" | "auteur" | "urheber" | "creator" | "source"
        | "sources" | "quelle" | "fuente" | "fonte" | "kilde" | "agency" | "agence" | "agentur"
        | "agencia" | "agenzia" | "byline" | "owner" | "rights" | "rightsholder" | "holder"
        | "provider" | "distributor" | "courtesy" | "artist" | "firma" | "zrodlo" | "zdroj" => {
            Word::Person
        }
        "image" | "images" | "img" | "photo" | "photos" | "foto" | "fotos" | "bild" | "bilder"
        | "picture" | "pic" | "media" | "video" | "figure" | "fig" | "thumb" | "thumbnail"
        | "gallery" | "galerie" | "galeria" | "slide" | "slideshow" | "carousel" | "imagen"
        | "imagem" | "immagine" | "afbeelding" | "bilde" | "billede" | "kuva" | "zdjecie"
        | "obrazek" | "illustration" => Word::Media,
        "description" | "desc" | "descr" | "descripcion" | "descricao" | "descrizione"
        | "beschreibung" | "info" | "infos" | "infotext" | "text" | "txt" | "texte" | "texto"
        | "subtitle" | "lead" | "comment" | "title" | "titel" | "titre" => Word::Description,
        "content" | "body" | "wrapper" | "container" | "block" | "grid" | "column" | "col"
        | "row" | "section" | "item" => Word::Around,
        "card" | "link" | "button" | "btn" | "icon" | "toggle" | "teaser" | "share" | "code"
        | "avatar" | "bio" | "related" | "track" => Word::Other,
        _ => return None,
    })
}

/// Words written as one: `imgcaption`, `photocredit`, `absatzbild`.
fn of_compound(word: &str) -> Option<Word> {
    /// No such word is shorter, in bytes.
    const SHORTEST: usize = 5;
    if word.len() < SHORTEST {
        return None;
    }
    let holds = |part: &str| word.as_bytes().windows(part.len()).any(|it| it == part.as_bytes());
    if holds("caption") {
        return Some(Word::Caption);
    }
    if holds("copyright") || word.ends_with("credit") || word.ends_with("credits") {
        return Some(Word::Credit);
    }
    for media in ["image", "img", "photo", "foto", "bild", "picture", "pic", "media"] {
        let Some(rest) = word.strip_prefix(media) else { continue };
        match of_word(rest) {
            Some(Word::Description) => return Some(Word::Caption),
            Some(Word::Person) => return Some(Word::Credit),
            _ => {}
        }
    }
    let of_media = word.ends_with("bild") || word.ends_with("foto") || word.ends_with("image");
    of_media.then_some(Word::Media)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        let read = |name| words(name).collect::<Vec<_>>();
        assert_eq!(
            read("image-description__caption--large"),
            ["image", "description", "caption", "large"]
        );
        assert_eq!(read("widget__captionCredit"), ["widget", "caption", "Credit"]);
        assert_eq!(read("CaptionHTML2text"), ["Caption", "HTML", "text"]);
        assert_eq!(read("--1"), [""; 0]);
    }

    #[test]
    fn roles() {
        const CREDIT: Option<Role> = Some(Role::Credit { weak: false });
        for (names, expected) in [
            // Captions.
            ("caption", Some(Role::Caption)),
            ("wp-caption-text", Some(Role::Caption)),
            ("tr-caption", Some(Role::Caption)),
            ("newsCaption", Some(Role::Caption)),
            ("CaptionWrapper-bpWYxk", Some(Role::Caption)),
            ("gallery__figcaption", Some(Role::Caption)),
            ("bildunterschrift", Some(Role::Caption)),
            ("légende", Some(Role::Caption)),
            ("img-description", Some(Role::Caption)),
            ("media-block__description", Some(Role::Caption)),
            ("mediaInfo", Some(Role::Caption)),
            ("absatzbild__info__text", Some(Role::Caption)),
            ("article--media--lead", Some(Role::Caption)),
            ("phototext", Some(Role::Caption)),
            ("image-description__caption--large", Some(Role::Caption)),
            // Credits.
            ("credit", CREDIT),
            ("caption__credit", CREDIT),
            ("widget__captionCredit", CREDIT),
            ("copyrightHolder", CREDIT),
            ("image--author", CREDIT),
            ("bildautor", CREDIT),
            ("main-image-source", CREDIT),
            ("photo-agency", CREDIT),
            ("caption credit", CREDIT),
            // In a caption only.
            ("author", Some(Role::Credit { weak: true })),
            ("source", Some(Role::Credit { weak: true })),
            ("byline__author", Some(Role::Credit { weak: true })),
            // Neither.
            ("wp-block-media-text__content", None),
            ("media-content", None),
            ("text-image", None),
            ("teaser-image__credits", CREDIT),
            ("credit-card", None),
            ("image-link", None),
            ("description", None),
            ("text-sm", None),
            ("accredited", None),
            ("", None),
        ] {
            assert_eq!(role_of(names), expected, "{names}");
        }
    }
}
