//! What shortcodes mean: images, figures, embeds, and marks around text that say nothing themselves.

use super::places::Places;
use super::text::{is_marked, is_space};
use super::{Builder, Content};
use crate::diagnostic::Code;
use crate::document::block::{Block, Omitted, OmittedKind};
use crate::document::embed::{Embed, EmbedKind};
use crate::document::figure::{Caption, CaptionEvidence, Figure, Image};
use crate::document::inline::{Inline, Inlines};
use crate::html::{MARK, NodeId, Tag};
use crate::shortcode::{Meaning, Shortcode, closed, shortcodes};
use crate::span::Span;
use crate::text::Text;

impl<'a> Builder<'_, 'a> {
    /// Takes a text, and what the shortcodes in it mean.
    pub(super) fn enter_text(&mut self, node: NodeId, text: &Text<'a>) {
        let span = self.span(node);
        if self.is_code() {
            self.asides.text(text);
            return self.run.preformatted(text, span);
        }
        if self.run.is_empty() && text.bytes().all(|byte| is_space(byte as char)) {
            // Nothing begins with white space.
            return;
        }
        self.asides.text(text);
        if !is_marked(text) || self.is_code_in_line(node) {
            return self.run.text(text, span);
        }
        let mut places = Places::new(text, span, self.source);
        let (mut done, mut is_never_hidden) = (0, false);
        // Where what is not done begins in the source, as long as that is known.
        let mut from = Some(span.start);
        for code in shortcodes(text) {
            // What is hidden is passed over.
            if code.range.start < done || self.is_raw(&code) {
                continue;
            }
            let own = places.of_one(code.range.clone());
            let before = done..code.range.start;
            if let Some(edge) = self.caption_edge(node, text, &code) {
                done = code.range.end;
                from = self.text_before(&text.part(before), span, from, own);
                self.omitted.push(Omitted { kind: OmittedKind::ShortcodeDelimiter, span: own });
                self.pass_caption_edge(node, edge, own);
                continue;
            }
            if code.name.ends_with("caption") {
                continue;
            }
            let meaning = Meaning::of(code.name);
            if meaning == Some(Meaning::Hidden) && !is_never_hidden {
                let closing = hidden_end(text, &code);
                is_never_hidden = closing.is_none();
                if let Some(closing) = closing {
                    done = closing.end;
                    let end = places.of_one(closing).end;
                    let hidden = Span::new(own.start, end.max(own.end));
                    from = self.text_before(&text.part(before), span, from, hidden);
                    self.omitted.push(Omitted { kind: OmittedKind::Comment, span: hidden });
                    continue;
                }
            }
            let Some(said) = meaning.and_then(|meaning| said(meaning, &code, text)) else {
                let message = format!("shortcode `{}` is not known; it is text", code.name);
                self.diagnostics.push(Code::UnknownShortcode, own, message);
                continue;
            };
            done = code.range.end;
            from = self.text_before(&text.part(before), span, from, own);
            self.omitted.push(Omitted { kind: OmittedKind::ShortcodeDelimiter, span: own });
            self.say(said, own);
        }
        if done == 0 {
            return self.run.text(text, span);
        }
        let place = from.map_or(span, |from| Span::new(from, span.end));
        self.run.text(&text.part(done..text.len()), place);
    }

    /// Takes the text from `from` up to a shortcode at `own`, both in the text at `whole`. Answers where
    /// the rest begins.
    fn text_before(
        &mut self,
        text: &Text<'a>,
        whole: Span,
        from: Option<u32>,
        own: Span,
    ) -> Option<u32> {
        let is_known = own != whole && !own.is_empty();
        let place = from.filter(|_| is_known).map_or(whole, |from| Span::new(from, own.start));
        self.run.text(text, place);
        is_known.then_some(own.end)
    }

    /// Whether a shortcode is text, as all is that stands between `raw` and `endraw`.
    fn is_raw(&mut self, code: &Shortcode<'_>) -> bool {
        let is_raw = self.raw && !matches!(code.name, "endraw" | "endverbatim");
        self.raw = is_raw || matches!(code.name, "raw" | "verbatim");
        is_raw
    }

    /// Takes a shortcode that Markdown left to itself; `written` is it, after the [`MARK`].
    pub(super) fn enter_shortcode(&mut self, node: NodeId, written: &Text<'a>) -> Content {
        let span = self.span(node);
        let written = written.part(MARK.len_utf8()..written.len());
        if written.is_empty() || written.starts_with(MARK) {
            // It parts what is read as Markdown, or says what is; it is nothing of the source.
            return Content::Skip;
        }
        let source = span.slice(self.source).filter(|source| *source == &*written);
        let written = source.map_or(written, Text::borrowed);
        let content = self.omit(node, OmittedKind::ShortcodeDelimiter);
        let code = shortcodes(&written).next().filter(|code| code.range.start == 0);
        if let Some(code) = code.filter(|code| !self.is_raw(code)) {
            if code.range.end < written.len() {
                // What a comment hides in a line.
                return content;
            }
            let said = Meaning::of(code.name).and_then(|meaning| said(meaning, &code, &written));
            self.flush();
            if let Some(said) = said {
                self.say(said, span);
            } else {
                let message = format!("shortcode `{}` lacks what it should say", code.name);
                self.diagnostics.push(Code::UnknownShortcode, span, message);
            }
            self.flush();
        }
        content
    }

    fn is_code_in_line(&self, text: NodeId) -> bool {
        let parent = self.tree.parent(text).and_then(|parent| self.tree.tag(parent));
        matches!(parent, Some(Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt | Tag::Var | Tag::Pre))
    }

    fn say(&mut self, said: Said<'a>, span: Span) {
        match said {
            Said::Nothing => {}
            Said::Unread(file) => {
                let message = format!("what is included of `{file}` is not read");
                self.diagnostics.push(Code::UnknownShortcode, span, message);
            }
            Said::Embed(src) => {
                let embed = Embed::at(EmbedKind::Frame, src, span);
                self.push_block(Block::Embed(Box::new(embed)));
            }
            Said::Image(mut image, None) => {
                image.span = span;
                self.run.push(Inline::Image(image), span);
            }
            Said::Image(mut image, Some(caption)) => {
                image.span = span;
                let inlines = Inlines::from(Inline::Text(caption));
                let caption = Caption { inlines, evidence: CaptionEvidence::Shortcode, span };
                self.push_block(Block::Figure(Box::new(Figure {
                    id: None,
                    images: vec![*image],
                    embeds: Vec::new(),
                    caption: Some(caption),
                    credits: Vec::new(),
                    blocks: Vec::new(),
                    span,
                })));
            }
        }
    }
}

/// What a shortcode says.
enum Said<'a> {
    Nothing,
    /// What another file says.
    Unread(Text<'a>),
    Embed(Text<'a>),
    /// An image, and the caption of its figure.
    Image(Box<Image<'a>>, Option<Text<'a>>),
}

/// What `code`, a shortcode of `text`, says; `None` if it lacks what it should say.
fn said<'a>(meaning: Meaning, code: &Shortcode<'_>, text: &Text<'a>) -> Option<Said<'a>> {
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

/// The tag in the same text that ends what a tag hides.
fn hidden_end(text: &str, code: &Shortcode<'_>) -> Option<std::ops::Range<usize>> {
    let rest = text.get(code.range.end..)?;
    let end = shortcodes(rest).find(|end| closed(end.name) == Some(code.name))?;
    Some(code.range.end + end.range.start..code.range.end + end.range.end)
}

#[cfg(test)]
mod tests {
    use crate::{Block, Code, Document, OmittedKind};

    /// What a body says, in short.
    fn read(body: &str) -> String {
        let document = Document::parse(body);
        let mut parts: Vec<String> = document
            .blocks()
            .iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => format!("p {}", paragraph.text()),
                Block::Embed(embed) => format!("embed {}", embed.src),
                Block::Figure(figure) => {
                    let caption = figure.caption.as_ref().unwrap();
                    format!("figure {} | {}", figure.images[0].src, caption.inlines.text())
                }
                other => format!("{other:?}"),
            })
            .collect();
        parts.extend(document.images().map(|image| {
            format!("img {} | {}", image.src, image.alt.as_deref().unwrap_or_default())
        }));
        let kinds = document.omitted().iter();
        let marks = kinds.filter(|omitted| omitted.kind == OmittedKind::ShortcodeDelimiter).count();
        let codes = document.diagnostics().iter();
        let unknown = codes.filter(|diagnostic| diagnostic.code == Code::UnknownShortcode).count();
        format!("{}; {marks} omitted, {unknown} unknown", parts.join("; "))
    }

    #[test]
    fn the_read_more_mark_is_told() {
        let document = Document::parse("<p>a</p><!--More--><p>b</p><!-- more of it -->");
        let kinds: Vec<_> = document.omitted().iter().map(|omitted| omitted.kind).collect();
        assert_eq!(kinds, [OmittedKind::ReadMore, OmittedKind::Comment]);
    }

    /// Also of a text that is not the source's.
    #[test]
    fn tags_have_their_places() {
        let body = "<p>a &amp; {% raw %}b &amp; {% endraw %}{% comment %} c &lt; {% endcomment %}";
        let document = Document::parse(body);
        let places: Vec<_> =
            document.omitted().iter().map(|it| it.span.slice(body).unwrap()).collect();
        assert_eq!(places, ["{% raw %}", "{% endraw %}", "{% comment %} c &lt; {% endcomment %}"]);
    }

    /// A test for each row of the table.
    #[test]
    fn shortcodes_are_what_people_mean() {
        for (body, expected) in [
            ("<p>{% img left /a.png 10 20 'b c' %}", "p ; img /a.png | b c; 1 omitted, 0 unknown"),
            ("<p>a {% asset_img b.jpg c %}", "p a; img b.jpg | c; 1 omitted, 0 unknown"),
            (r#"{% image "a.png" "b" %}"#, "p ; img a.png | b; 1 omitted, 0 unknown"),
            (r#"{{< legacy-img src="a" alt="b" >}}"#, "p ; img a | b; 1 omitted, 0 unknown"),
            (r#"{{ resize_image(path="a", width=1) }}"#, "p ; img a | ; 1 omitted, 0 unknown"),
            (
                r#"{{< figure src="a" alt="b" caption="c d" >}}"#,
                "figure a | c d; img a | b; 1 omitted, 0 unknown",
            ),
            ("{{< figure >}}", "p {{< figure >}}; 0 omitted, 1 unknown"),
            ("{{< youtube a >}}", "embed https://www.youtube.com/embed/a; 1 omitted, 0 unknown"),
            ("{{ vimeo(id=1) }}", "embed https://player.vimeo.com/video/1; 1 omitted, 0 unknown"),
            (
                r#"{{< tweet user="a" id="1" >}}"#,
                "embed https://twitter.com/i/status/1; 1 omitted, 0 unknown",
            ),
            ("{{< instagram a >}}", "embed https://www.instagram.com/p/a; 1 omitted, 0 unknown"),
            ("{% jsfiddle a %}", "embed https://jsfiddle.net/a; 1 omitted, 0 unknown"),
            ("{% iframe https://a.b %}", "embed https://a.b; 1 omitted, 0 unknown"),
            ("{% raw %}{% x %}{% endraw %}", "p {% x %}; 2 omitted, 0 unknown"),
            ("{{% alert %}}a{{% /alert %}}", "p a; 2 omitted, 0 unknown"),
            ("{% tab %}a{% endtab %}", "p a; 2 omitted, 0 unknown"),
            ("{% verbatim %}{% x %}{% endverbatim %}", "p {% x %}; 2 omitted, 0 unknown"),
            // Steps of a template, and comments.
            ("{% if a %}b{% else %}c{% endif %}", "p bc; 3 omitted, 0 unknown"),
            ("{%- for a in b limit:3 -%}c{%- endfor -%}", "p c; 2 omitted, 0 unknown"),
            ("a{# b #} {% assign c = 'd' %}e", "p a e; 2 omitted, 0 unknown"),
            ("a {% comment %}{% x %} b{% endcomment %}c", "p a c; 0 omitted, 0 unknown"),
            ("{{ if(a) }}", "p {{ if(a) }}; 0 omitted, 1 unknown"),
            // Files.
            ("a {% include toc.html %}", "p a; 1 omitted, 1 unknown"),
            ("{% include_code A b lang:js c.js %}", "; 1 omitted, 1 unknown"),
            (
                "{% include figure.html image_path='a.png' alt='b' caption='c' class=x %}",
                "figure a.png | c; img a.png | b; 1 omitted, 0 unknown",
            ),
            (
                "{% include \"linked-figure.html\", image: \"a\", alt: \"b: c\" %}",
                "p ; img a | b: c; 1 omitted, 0 unknown",
            ),
            ("{% include image.html src=page.image %}", "; 1 omitted, 1 unknown"),
            (
                "{% include youtubePlayer.html id=\"a\" %}",
                "embed https://www.youtube.com/embed/a; 1 omitted, 0 unknown",
            ),
            (
                "{% include video id='a' provider='vimeo' %}",
                "embed https://player.vimeo.com/video/a; 1 omitted, 0 unknown",
            ),
            ("{% include {{ page.a }} %}", "p {% include {{ page.a }} %}; 0 omitted, 1 unknown"),
            // Others are text.
            ("{% a %}", "p {% a %}; 0 omitted, 1 unknown"),
            ("{{ site.url }}", "p {{ site.url }}; 0 omitted, 0 unknown"),
            ("<code>{% raw %}</code>", "p {% raw %}; 0 omitted, 0 unknown"),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }
}
