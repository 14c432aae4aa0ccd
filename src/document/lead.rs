//! [`LeadImage`]: the image that stands for an article.

use super::Document;
use super::block::Block;
use super::count::Count;
use super::figure::{Caption, Credit, Figure, Image};
use super::locator::Locator;
use super::plain::Lines;
use super::walk::{Part, Walk};
use crate::metadata::{ImageRole, MetadataImage};
use crate::text::Text;

/// The image that stands for an article; [`Document::lead_image`] finds it, with an example. All of it
/// borrows from the document.
///
/// At least one of [`metadata`](Self::metadata) and [`image`](Self::image) is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeadImage<'s, 'a> {
    /// What the front matter says of it, if that names one.
    pub metadata: Option<&'s MetadataImage<'a>>,
    /// The same image in the body, if it is there.
    pub image: Option<&'s Image<'a>>,
    /// The figure that it stands in there.
    pub figure: Option<&'s Figure<'a>>,
}

impl<'s, 'a> LeadImage<'s, 'a> {
    /// Its address, as written: in the front matter, if that names one.
    pub fn src(&self) -> &'s Text<'a> {
        static NOWHERE: Text<'static> = Text::borrowed("");
        let named = self.metadata.map(|named| &named.src);
        named.or(self.image.map(|image| &image.src)).unwrap_or(&NOWHERE)
    }

    /// Its alternative text: that of the body's image, or else what the front matter says.
    pub fn alt(&self) -> Option<&'s Text<'a>> {
        let said = self.image.and_then(|image| image.alt.as_ref()).filter(|alt| !alt.is_empty());
        let named = self.metadata.and_then(|named| named.alt.as_ref());
        said.or(named).or(self.image.and_then(|image| image.alt.as_ref()))
    }

    /// The caption of its figure.
    pub fn caption(&self) -> Option<&'s Caption<'a>> {
        self.figure.and_then(|figure| figure.caption.as_ref())
    }

    /// Whom its figure credits.
    pub fn credits(&self) -> &'s [Credit<'a>] {
        self.figure.map_or(&[], |figure| &figure.credits)
    }
}

/// The image that stands for a document.
pub(super) fn lead_image<'s, 'a>(document: &'s Document<'a>) -> Option<LeadImage<'s, 'a>> {
    let named = named(&document.metadata.images);
    let image = match named {
        Some(named) => same(document, named),
        None => at_head(document),
    };
    let holds = |figure: &&Figure<'a>| {
        figure.images.iter().any(|own| image.is_some_and(|image| std::ptr::eq(own, image)))
    };
    let figure = image.and_then(|_| document.figures().find(holds));
    (named.is_some() || image.is_some()).then_some(LeadImage { metadata: named, image, figure })
}

/// The image that front matter names to be shown largest.
fn named<'s, 'a>(images: &'s [MetadataImage<'a>]) -> Option<&'s MetadataImage<'a>> {
    const ROLES: [ImageRole; 3] = [ImageRole::Cover, ImageRole::Social, ImageRole::Thumbnail];
    let of_role = |role| images.iter().find(move |it| it.role == role && !it.src.is_empty());
    ROLES.into_iter().find_map(of_role)
}

/// The first image of the body that is the one named.
fn same<'s, 'a>(document: &'s Document<'a>, named: &MetadataImage<'a>) -> Option<&'s Image<'a>> {
    let place = Locator::of(&named.src);
    let is_there = |address: &Text<'a>| {
        *address == named.src
            || place.as_ref().is_some_and(|place| {
                Locator::of(address).is_some_and(|address| place.is_same(&address))
            })
    };
    let mut images = document.images();
    images.find(|it| is_there(&it.src) || it.candidates.iter().any(|other| is_there(&other.src)))
}

/// The first image of content that stands in a figure or paragraph at the head of the article.
fn at_head<'s, 'a>(document: &'s Document<'a>) -> Option<&'s Image<'a>> {
    /// After more words than this an image belongs to what stands around it.
    const HEAD: usize = 150;
    let mut before = Count::default();
    for block in document.main().blocks() {
        if matches!(block, Block::Figure(_) | Block::Paragraph(_)) {
            let parts = Walk::new(std::slice::from_ref(block)).filter_map(|part| match part {
                Part::Image(image) => Some(image),
                _ => None,
            });
            if let Some(image) = parts.into_iter().find(|image| is_content(image)) {
                return Some(image);
            }
        }
        // Counting does not fail.
        let _ = Lines::new(&mut before).block(block);
        if before.words() > HEAD {
            return None;
        }
    }
    None
}

/// Whether an image shows something: it is no icon, emoji or pixel that counts visits.
fn is_content(image: &Image<'_>) -> bool {
    const LEAST: u32 = 64;
    let is_small = |side: Option<u32>| side.is_some_and(|side| side < LEAST);
    let class = image.class.as_deref().unwrap_or_default();
    let mut words = class.split([' ', '-', '_']);
    !is_small(image.width)
        && !is_small(image.height)
        && Locator::of(&image.src).is_some()
        && !words.any(|word| matches!(word, "emoji" | "smiley" | "icon" | "avatar" | "gravatar"))
}

#[cfg(test)]
mod tests {
    use crate::Document;

    /// The lead image's address, alternative text and caption.
    fn read(input: &str) -> String {
        let document = Document::parse(input);
        let Some(lead) = document.lead_image() else { return "none".to_owned() };
        let caption = lead.caption().map(|caption| caption.inlines.text());
        let texts = [lead.alt().map(ToString::to_string), caption.map(|text| text.to_string())];
        let named = if lead.metadata.is_some() { "named" } else { "" };
        let [alt, caption] = texts.map(Option::unwrap_or_default);
        format!("{} {alt}/{caption} {named}", lead.src())
    }

    #[test]
    fn a_named_image_is_joined_with_that_of_the_body() {
        let named = |body: &str| read(&format!("---\ncover: /a/pier.jpg\n---\n{body}"));
        for (body, expected) in [
            ("<p>One", "/a/pier.jpg / named"),
            ("<img src=b.jpg alt=B>", "/a/pier.jpg / named"),
            ("<p>One<p><img src=/a/pier-300x200.jpg alt=A>", "/a/pier.jpg A/ named"),
            (
                "<figure><img src=x.gif srcset='/a/pier.jpg 2x' alt=A><figcaption>C</figcaption></figure>",
                "/a/pier.jpg A/C named",
            ),
        ] {
            assert_eq!(named(body), expected, "{body}");
        }
        assert_eq!(
            read("---\nthumbnail: /t.jpg\nog_image: /s.jpg\n---\n<img src=/t.jpg alt=T>"),
            "/s.jpg / named"
        );
        let described = "---\ncover: {src: /a.jpg, alt: A}\n---\n<img src=/a.jpg alt=''>";
        assert_eq!(read(described), "/a.jpg A/ named");
    }

    #[test]
    fn without_a_name_it_is_the_first_image_at_the_head() {
        let long = "word ".repeat(200);
        for (body, expected) in [
            ("<p>One".to_owned(), "none"),
            ("<h1>T</h1><p>By me<p><img src=a.jpg alt=A>".to_owned(), "a.jpg A/ "),
            ("<img src=p.gif width=1 height=1><img src=a.jpg>".to_owned(), "a.jpg / "),
            ("<p>Hi <img class=wp-smiley src=s.png><p><img src=a.jpg>".to_owned(), "a.jpg / "),
            ("<nav><img src=logo.png></nav><img src=a.jpg>".to_owned(), "a.jpg / "),
            (format!("<p>{long}<p><img src=a.jpg>"), "none"),
            ("<figure><img src=a.jpg>C</figure>".to_owned(), "a.jpg /C "),
        ] {
            assert_eq!(read(&body), expected, "{body}");
        }
    }
}
