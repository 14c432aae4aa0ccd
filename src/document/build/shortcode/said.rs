//! What one shortcode says, by its meaning and its arguments.

#[cfg(feature = "markdown")]
use super::marked;
use crate::document::build::image::pixels;
use crate::document::figure::Image;
use crate::document::inline::{Inline, Inlines, Link};
use crate::shortcode::{Meaning, Shortcode};
use crate::span::Span;
use crate::text::Text;

/// What a shortcode says.
pub(super) enum Said<'a> {
    Nothing,
    /// What another file says.
    Unread(Text<'a>),
    Embed(Text<'a>),
    /// What stands above what is between its marks.
    Title(Text<'a>),
    Image(Box<Shown<'a>>),
}

/// An image, and what is said of it.
pub(super) struct Shown<'a> {
    pub(super) image: Image<'a>,
    /// Where a click on it leads.
    pub(super) link: Option<Link<'a>>,
    pub(super) caption: Inlines<'a>,
    /// Whom it is owed to.
    pub(super) credit: Inlines<'a>,
}

/// What `code`, a shortcode of `text` at `span`, says; `None` if it lacks what it should say.
pub(super) fn said<'a>(
    meaning: Meaning,
    code: &Shortcode<'_>,
    text: &Text<'a>,
    span: Span,
) -> Option<Said<'a>> {
    match meaning {
        Meaning::Address => None,
        // Where it is called, `{{ note(…) }}`, there is no other tag.
        Meaning::Mark
        | Meaning::Code
        | Meaning::Quote
        | Meaning::Admonition
        | Meaning::Details
        | Meaning::Tab
        | Meaning::Hidden => {
            let written = text.get(code.range.clone()).unwrap_or_default();
            let is_tag = ["{%", "{{<", "{{%"].iter().any(|open| written.starts_with(open));
            let title = code.named("title").filter(|_| meaning == Meaning::Mark);
            let title = title
                .filter(|title| !title.is_empty())
                .map(|title| Said::Title(text.part(Span::of_part(text, title, 0).range())));
            is_tag.then_some(title.unwrap_or(Said::Nothing))
        }
        Meaning::Control => {
            let written = text.get(code.range.clone()).unwrap_or_default();
            written.starts_with("{%").then_some(Said::Nothing)
        }
        Meaning::Comment => Some(Said::Nothing),
        Meaning::Include => included(code, text, span),
        Meaning::Embed(address, names) => {
            let given = names.iter().find_map(|name| code.named(name));
            let value = given.or_else(|| code.positional().next()).filter(|v| !v.is_empty())?;
            // Hugo's has whose it is before its name.
            let is_of_user = code.name == "gist" && text[code.range.clone()].starts_with("{{");
            if let Some(name) = code.positional().nth(1).filter(|_| is_of_user) {
                return Some(Said::Embed(address.replace("{}", &format!("{value}/{name}")).into()));
            }
            Some(Said::Embed(embedded(address, value, text)))
        }
        Meaning::Image => shown(code, text, span).map(|shown| Said::Image(Box::new(shown))),
    }
}

/// The image that a shortcode shows.
///
/// ```text
/// {% img left /pier.jpg 640 480 'title' 'alt' %}                                     Hexo
/// {{< figure src="pier.jpg" alt= title= caption= link= rel= attr= attrlink= >}}      Hugo
/// ```
///
/// Hugo sets a title above the caption, and behind it whom the image is owed to.
fn shown<'a>(code: &Shortcode<'_>, text: &Text<'a>, span: Span) -> Option<Shown<'a>> {
    let part = |slice: &str| text.part(Span::of_part(text, slice, 0).range());
    let given = |name| code.named(name).filter(|value| !value.is_empty());
    let is_path = |value: &&str| value.contains(['.', '/']);
    let named = ["src", "path", "url"].into_iter().find_map(|name| code.named(name));
    let before: Vec<_> = match named {
        Some(_) => Vec::new(),
        None => code.positional().take_while(|value| !is_path(value)).collect(),
    };
    let mut rest = code.positional().skip(before.len());
    let src = named.or_else(|| rest.next())?;
    // After the path: width and height, then the title and the text that stands for it.
    let (sizes, texts): (Vec<_>, Vec<_>) = rest.partition(|value| value.parse::<u32>().is_ok());
    let alt = code.named("alt").or_else(|| texts.last().copied());
    let mut image = image(code, part(src), alt.map(part), text, span);
    image.title = (texts.len() > 1).then(|| part(texts[0]));
    let mut sizes = sizes.into_iter().map(pixels);
    image.width = image.width.or_else(|| sizes.next().flatten());
    image.height = image.height.or_else(|| sizes.next().flatten());
    let classes = before.first().zip(before.last()).map(|(first, last)| {
        Span::of_part(text, first, 0).hull(Span::of_part(text, last, 0)).range()
    });
    image.class = image.class.or_else(|| classes.map(|classes| text.part(classes)));

    let (title, caption) = (given("title"), given("caption"));
    let is_figure = code.name == "figure";
    let phrase = |words: &str| {
        #[cfg(feature = "markdown")]
        if is_figure {
            return marked::phrase(part(words), span);
        }
        Inlines::from(Inline::Text(part(words)))
    };
    let caption = match (title, caption) {
        (Some(title), Some(caption)) if is_figure => {
            let lines = [Inline::Text(part(title)), Inline::LineBreak];
            Inlines::from([lines.into(), phrase(caption).into_vec()].concat())
        }
        (title, Some(caption)) => {
            image.title = image.title.or(title.map(part));
            phrase(caption)
        }
        (Some(title), None) => Inlines::from(Inline::Text(part(title))),
        (None, None) => Inlines::default(),
    };
    let linked = |href: &str, inlines, rel: Option<&str>| Link {
        href: part(href),
        title: None,
        rel: rel.map(part),
        id: None,
        inlines,
        span,
    };
    let link = given("link").or_else(|| given("href"));
    let link = link.map(|href| linked(href, Inlines::default(), given("rel")));
    let credit = given("attr").filter(|_| is_figure).map(|attr| {
        let name = phrase(attr);
        match given("attrlink") {
            Some(href) => Inlines::from(Inline::Link(Box::new(linked(href, name, None)))),
            None => name,
        }
    });
    let credit = credit.unwrap_or_default();
    Some(Shown { image, link, caption, credit })
}

fn image<'a>(
    code: &Shortcode<'_>,
    src: Text<'a>,
    alt: Option<Text<'a>>,
    text: &Text<'a>,
    span: Span,
) -> Image<'a> {
    let part = |slice: &str| text.part(Span::of_part(text, slice, 0).range());
    Image {
        src,
        alt,
        title: None,
        width: code.named("width").and_then(pixels),
        height: code.named("height").and_then(pixels),
        loading: code.named("loading").map(part),
        class: code.named("class").map(part),
        id: None,
        link: None,
        candidates: Vec::new(),
        span,
    }
}

/// What an included file says: a figure or an embed, by its name and the texts that it is given.
fn included<'a>(code: &Shortcode<'_>, text: &Text<'a>, span: Span) -> Option<Said<'a>> {
    const SOURCES: &[&str] =
        &["src", "image_path", "image", "image_url", "img", "file", "path", "url"];
    const ALTS: &[&str] = &["alt", "image_alt", "alt_text", "image_alt_text"];
    const CAPTIONS: &[&str] = &["caption", "description", "title"];
    const PLACES: &[&str] = &["id", "video_id", "youtube_id", "url", "src"];
    let is_file = |file: &&str| !file.contains([':', '{', '[']);
    let mut files = code.positional().filter(is_file);
    // Hexo's has options and a title before the file.
    let file = if code.name == "include_code" { files.last() } else { files.next() };
    let file = file.or_else(|| code.named("file").filter(is_file));
    let file = file.filter(|_| !code.written.contains(['{', '[']))?;
    let part = |slice: &str| text.part(Span::of_part(text, slice, 0).range());
    // What has no quotes is the name of a value.
    let is_text = |value: &&str| {
        let start = Span::of_part(text, value, 0).range().start;
        !value.is_empty() && text[..start].ends_with(['"', '\''])
    };
    let named = |names: &[&str]| names.iter().filter_map(|name| code.named(name)).find(is_text);
    let provider = || Meaning::of_file(code.named("provider")?);
    let said = match Meaning::of_file(file).or_else(provider) {
        Some(Meaning::Image) => named(SOURCES).map(|src| {
            let image = image(code, part(src), named(ALTS).map(part), text, span);
            let caption = named(CAPTIONS).map(|caption| Inline::Text(part(caption)));
            let caption = caption.map(Inlines::from).unwrap_or_default();
            Said::Image(Box::new(Shown { image, link: None, caption, credit: Inlines::default() }))
        }),
        Some(Meaning::Embed(address, _)) => {
            named(PLACES).map(|place| Said::Embed(embedded(address, place, text)))
        }
        _ => None,
    };
    Some(said.unwrap_or_else(|| Said::Unread(part(file))))
}

/// The address of what is embedded, of the one that it is given.
fn embedded<'a>(address: &str, value: &str, text: &Text<'a>) -> Text<'a> {
    if address == "{}" || value.starts_with("https://") {
        return text.part(Span::of_part(text, value, 0).range());
    }
    address.replace("{}", value).into()
}
