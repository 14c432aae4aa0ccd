//! What one shortcode says, by its meaning and its arguments.

use crate::document::figure::Image;
use crate::shortcode::{Meaning, Shortcode};
use crate::span::Span;
use crate::text::Text;

/// What a shortcode says.
pub(super) enum Said<'a> {
    Nothing,
    /// What another file says.
    Unread(Text<'a>),
    Embed(Text<'a>),
    /// An image, and the caption of its figure.
    Image(Box<Image<'a>>, Option<Text<'a>>),
}

/// What `code`, a shortcode of `text`, says; `None` if it lacks what it should say.
pub(super) fn said<'a>(
    meaning: Meaning,
    code: &Shortcode<'_>,
    text: &Text<'a>,
) -> Option<Said<'a>> {
    let part = |slice: &str| text.part(Span::of_part(text, slice, 0).range());
    match meaning {
        Meaning::Address => None,
        // Where it is called, `{{ note(…) }}`, there is no other tag.
        Meaning::Mark
        | Meaning::Code
        | Meaning::Quote
        | Meaning::Admonition
        | Meaning::Details
        | Meaning::Hidden => {
            let written = text.get(code.range.clone()).unwrap_or_default();
            let is_tag = ["{%", "{{<", "{{%"].iter().any(|open| written.starts_with(open));
            is_tag.then_some(Said::Nothing)
        }
        Meaning::Control => {
            let written = text.get(code.range.clone()).unwrap_or_default();
            written.starts_with("{%").then_some(Said::Nothing)
        }
        Meaning::Comment => Some(Said::Nothing),
        Meaning::Include => included(code, text),
        Meaning::Embed(address, names) => {
            let given = names.iter().find_map(|name| code.named(name));
            let value = given.or_else(|| code.positional().next()).filter(|v| !v.is_empty())?;
            Some(Said::Embed(embedded(address, value, text)))
        }
        Meaning::Image => {
            let mut rest = code.positional();
            let is_path = |value: &&str| value.contains(['.', '/']);
            let named = || ["src", "path", "url"].into_iter().find_map(|name| code.named(name));
            let src = named().or_else(|| rest.find(is_path))?;
            // After the path: width and height, then the title and the text that stands for it.
            let texts: Vec<_> = rest.filter(|value| value.parse::<u32>().is_err()).collect();
            let alt = code.named("alt").or_else(|| texts.last().copied());
            let title = (texts.len() > 1).then(|| part(texts[0]));
            let image = Image { title, ..image(code, part(src), alt.map(part), text) };
            let caption = code.named("caption").or_else(|| code.named("title"));
            Some(Said::Image(Box::new(image), caption.filter(|c| !c.is_empty()).map(part)))
        }
    }
}

fn image<'a>(
    code: &Shortcode<'_>,
    src: Text<'a>,
    alt: Option<Text<'a>>,
    text: &Text<'a>,
) -> Image<'a> {
    let class = code.named("class");
    Image {
        src,
        alt,
        title: None,
        width: code.named("width").and_then(|width| width.parse().ok()),
        height: code.named("height").and_then(|height| height.parse().ok()),
        loading: None,
        class: class.map(|class| text.part(Span::of_part(text, class, 0).range())),
        id: None,
        link: None,
        candidates: Vec::new(),
        span: Span::default(),
    }
}

/// What an included file says: a figure or an embed, by its name and the texts that it is given.
fn included<'a>(code: &Shortcode<'_>, text: &Text<'a>) -> Option<Said<'a>> {
    const SOURCES: &[&str] =
        &["src", "image_path", "image", "image_url", "img", "file", "path", "url"];
    const ALTS: &[&str] = &["alt", "image_alt", "alt_text", "image_alt_text"];
    const CAPTIONS: &[&str] = &["caption", "description", "title"];
    const PLACES: &[&str] = &["id", "video_id", "youtube_id", "url", "src"];
    let is_file = |file: &&str| !file.contains([':', '{', '[']);
    let mut files = code.positional().filter(is_file);
    // Hexo's has options and a title before the file.
    let file = if code.name == "include_code" { files.last() } else { files.next() };
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
            let image = image(code, part(src), named(ALTS).map(part), text);
            Said::Image(Box::new(image), named(CAPTIONS).map(part))
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
