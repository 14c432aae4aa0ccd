//! What a body shows, by an independent walk over html5ever's own tree (scripting off).
//!
//! The rules are law 4's; [`conservation`](crate::conservation) holds documents against them.

use std::borrow::Cow;
use std::collections::BTreeMap;

#[cfg(feature = "markdown")]
use copydesk::BodyFormat;
use copydesk::{Document, EmbedKind, OmittedKind, Shortcode};
use html5ever::tendril::TendrilSink as _;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{LocalName, ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What a body shows, and what of it is left out, in document order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// All text, without white space.
    pub(crate) text: String,
    pub(crate) headings: Vec<Heading>,
    pub(crate) images: Vec<Image>,
    /// The `href` of each link.
    pub(crate) links: Vec<String>,
    pub(crate) embeds: Vec<(EmbedKind, String)>,
    /// The images that each figure owns, by their `src`.
    pub(crate) figures: Vec<Vec<String>>,
    pub(crate) omitted: BTreeMap<OmittedKind, usize>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) id: Option<String>,
    /// Its text, without white space.
    pub(crate) text: String,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Image {
    /// The `src` attribute, or nothing.
    pub(crate) src: String,
    pub(crate) alt: Option<String>,
    /// The tag's other attributes: a lazy address stands in one of them.
    pub(crate) others: Vec<String>,
}

/// What stands in an element.
fn facts_of(node: &Handle) -> Facts {
    let mut walk = Walk::default();
    walk.children(node);
    walk.facts
}

/// What `body` shows.
pub(crate) fn facts(body: &str) -> Facts {
    let mut walk = Walk::default();
    let dom = parse(body);
    if let Some(root) = root(&dom) {
        walk.children(&root);
    }
    walk.facts
}

/// The tree of a body: a fragment's, or a whole page's if it begins like one.
fn parse(body: &str) -> RcDom {
    let options = || ParseOpts {
        // A byte order mark is the decoder's to drop; in a body it is a character.
        tokenizer: TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() },
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
    };
    if is_page(body) {
        return parse_document(RcDom::default(), options()).one(body);
    }
    let context = QualName::new(None, ns!(html), local_name!("body"));
    parse_fragment(RcDom::default(), options(), context, Vec::new(), false).one(body)
}

/// Whether a doctype or `<html` is the first thing in the body but for white space and comments.
fn is_page(body: &str) -> bool {
    let mut rest = body.trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { return false };
        rest = after.trim_start();
    }
    let begins = |tag: &str| rest.get(..tag.len()).is_some_and(|r| r.eq_ignore_ascii_case(tag));
    let ends = |at: usize| rest[at..].starts_with(|c: char| c.is_whitespace() || "/>".contains(c));
    begins("<!doctype") || (begins("<html") && ends("<html".len()))
}

/// The element whose children the body is: the fragment's root, or the page's `<body>`.
fn root(dom: &RcDom) -> Option<Handle> {
    let children = dom.document.children.borrow();
    let html = children.iter().find(|child| html_name(child) == Some(local_name!("html")))?;
    let children = html.children.borrow();
    let body = children.iter().find(|child| html_name(child) == Some(local_name!("body")));
    let is_page = children.iter().any(|child| html_name(child) == Some(local_name!("head")));
    match body {
        // A fragment has no head, and a `<body>` tag in it makes no element.
        Some(body) if is_page => Some(body.clone()),
        None if is_page => None,
        _ => Some(html.clone()),
    }
}

/// The name of an HTML element.
fn html_name(node: &Handle) -> Option<LocalName> {
    match &node.data {
        NodeData::Element { name, .. } if name.ns == ns!(html) => Some(name.local.clone()),
        _ => None,
    }
}

fn svg_name(node: &Handle) -> Option<LocalName> {
    match &node.data {
        NodeData::Element { name, .. } if name.ns == ns!(svg) => Some(name.local.clone()),
        _ => None,
    }
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|a| a.name.ns == ns!() && &*a.name.local == name);
    found.map(|attribute| attribute.value.to_string())
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
struct Walk {
    facts: Facts,
    /// Whether each open element owns media: a figure's place in the facts, or nothing for an
    /// element that media do not pass.
    figures: Vec<Option<Owner>>,
    /// The open heading's place in the facts.
    heading: Option<usize>,
    /// Whether the open elements are code, whose white space counts.
    in_code: bool,
    /// Whether the open elements are the words of a post.
    in_post: bool,
    /// Whether a figure's caption is what the content stands in: it has no headings of its own.
    in_caption: bool,
    /// The figure between the marks of a `[caption]` that is open.
    captioned: Option<Captioned>,
    /// Whether `{% raw %}` was met, and its end was not.
    raw: bool,
    /// The last image, as long as no text or element follows it.
    last_image: Option<Handle>,
}

/// Where an open `[caption]` ends, and what is around it.
struct Captioned {
    text: Handle,
    at: usize,
    /// Its place among the figures.
    place: usize,
    /// Whether it stands in a caption.
    outer: bool,
}

/// A figure that media may belong to, not in the facts until one does.
struct Owner {
    images: Vec<String>,
    has_media: bool,
}

impl Walk {
    fn children(&mut self, node: &Handle) {
        for child in node.children.borrow().iter() {
            self.node(child);
        }
    }

    fn node(&mut self, node: &Handle) {
        match &node.data {
            NodeData::Text { contents } => self.text_and_shortcodes(node, &contents.borrow()),
            // What Markdown wrote by itself is nothing of the source.
            NodeData::Comment { contents }
                if &**contents == "\u{fffc}" || contents.starts_with("\u{fffc}\u{fffc}") => {}
            // A shortcode that Markdown left to itself.
            NodeData::Comment { contents } if contents.starts_with('\u{fffc}') => {
                self.omit(OmittedKind::ShortcodeDelimiter);
                let written = &contents['\u{fffc}'.len_utf8()..];
                let code = copydesk::shortcodes(written).next();
                let code = code.filter(|code| code.range.start == 0 && !self.is_raw(code));
                // What a comment hides is more than a tag.
                let code = code.filter(|code| code.range.end == written.len());
                if let Some(said) = code.and_then(|code| self.shortcode(&code, written, "")) {
                    self.text(&said);
                }
            }
            NodeData::Comment { contents } => {
                let mark = contents.trim().to_ascii_lowercase();
                let marks = ["more", "read more", "readmore", "truncate", "excerpt"];
                let is_mark = marks.contains(&&*mark);
                self.omit(if is_mark { OmittedKind::ReadMore } else { OmittedKind::Comment });
            }
            NodeData::Element { .. } => self.element(node),
            _ => {}
        }
    }

    /// A text without the shortcodes that mean something: those are what they mean.
    fn text_and_shortcodes(&mut self, node: &Handle, text: &str) {
        if !text.contains(['{', '[']) || self.in_code || is_in_code(node) {
            return self.text(text);
        }
        let mut done = 0;
        for code in copydesk::shortcodes(text) {
            if self.is_raw(&code) {
                continue;
            }
            if code.range.start < done {
                continue;
            }
            let closes = |end: &Shortcode<'_>| matches!(end.name, "endcomment" | "/comment");
            let rest = &text[code.range.end..];
            let hidden =
                if code.name == "comment" { copydesk::shortcodes(rest).find(closes) } else { None };
            if let Some(end) = hidden {
                self.text(&text[done..code.range.start]);
                done = code.range.end + end.range.end;
                self.omit(OmittedKind::Comment);
                continue;
            }
            if code.name.ends_with("caption") {
                if self.is_caption_edge(node, text, &code) {
                    self.text(&text[done..code.range.start]);
                    self.caption_edge(node, text, &code);
                    done = code.range.end;
                    self.omit(OmittedKind::ShortcodeDelimiter);
                }
                continue;
            }
            let before = &text[done..code.range.start];
            if let Some(said) = self.shortcode(&code, &text[code.range.clone()], before) {
                self.text(&said);
                done = code.range.end;
                self.omit(OmittedKind::ShortcodeDelimiter);
            }
        }
        self.text(&text[done..]);
    }

    /// Whether a mark of a `[caption]` has its other one, with media between them.
    fn is_caption_edge(&self, node: &Handle, text: &str, code: &Shortcode<'_>) -> bool {
        if code.name.starts_with('/') {
            let here = |end: &Captioned| {
                std::rc::Rc::ptr_eq(&end.text, node) && end.at == code.range.start
            };
            return self.captioned.as_ref().is_some_and(here);
        }
        self.captioned.is_none()
            && self.heading.is_none()
            && caption_end(node, text, code.range.end).is_some()
    }

    fn caption_edge(&mut self, node: &Handle, text: &str, code: &Shortcode<'_>) {
        if let Some(Captioned { place, outer, .. }) = self.captioned.take() {
            self.in_caption = outer;
            if let Some(Owner { images, has_media: true }) = self.figures.pop().flatten() {
                self.facts.figures.insert(place, images);
            }
            return;
        }
        let Some((text, at)) = caption_end(node, text, code.range.end) else { return };
        let (place, outer) = (self.facts.figures.len(), std::mem::take(&mut self.in_caption));
        self.captioned = Some(Captioned { text, at, place, outer });
        self.figures.push(Some(Owner { images: Vec::new(), has_media: false }));
        self.text(code.named("caption").unwrap_or_default());
    }

    /// Whether a shortcode is text, between `raw` and `endraw`.
    fn is_raw(&mut self, code: &Shortcode<'_>) -> bool {
        if self.raw && !["endraw", "endverbatim"].contains(&code.name) {
            return true;
        }
        self.raw = ["raw", "verbatim"].contains(&code.name);
        false
    }

    /// Takes what a shortcode means, after the text before it; answers its own words, or nothing if
    /// it means nothing.
    fn shortcode(&mut self, code: &Shortcode<'_>, written: &str, before: &str) -> Option<String> {
        const STEPS: &str = "if elsif elseif elif else unless case when for break continue cycle \
                             tablerow ifchanged with assign capture increment decrement set liquid layout";
        const FILES: &[&str] = &[
            "include",
            "include_relative",
            "include_cached",
            "include_code",
            "render",
            "readfile",
        ];
        const MARKS: &[&str] = &[
            "raw",
            "verbatim",
            "tab",
            "tabs",
            "tabpane",
            "box",
            "ring",
            "center",
            "blocks/cover",
            "blocks/section",
            "blocks/lead",
            "blocks/feature",
            "blocks/link-down",
            "pageinfo",
            "note",
            "notice",
            "alert",
            "admonition",
            "callout",
            "hint",
            "info",
            "tip",
            "important",
            "warning",
            "warn",
            "caution",
            "danger",
            "codeblock",
            "code",
            "highlight",
            "code-toggle",
            "mermaid",
            "plantuml",
            "blockquote",
            "quote",
            "pullquote",
            "centerquote",
            "cq",
            "details",
            "expand",
            "collapse",
            "accordion",
            "folding",
            "spoiler",
            "comment",
        ];
        const IMAGES: &[&str] = &["img", "asset_img", "image", "figure"];
        const EMBEDS: &[(&str, &str)] = &[
            ("youtube", "https://www.youtube.com/embed/"),
            ("vimeo", "https://player.vimeo.com/video/"),
            ("bilibili", "https://player.bilibili.com/player.html?bvid="),
            ("tweet", "https://twitter.com/i/status/"),
            ("twitter", "https://twitter.com/i/status/"),
            ("x", "https://twitter.com/i/status/"),
            ("gist", "https://gist.github.com/"),
            ("instagram", "https://www.instagram.com/p/"),
            ("jsfiddle", "https://jsfiddle.net/"),
            ("iframe", ""),
            ("speakerdeck", "https://speakerdeck.com/player/"),
        ];
        let opened = code.name.trim_start_matches('/').trim_start_matches("end");
        let is_step = |name: &str| STEPS.split_ascii_whitespace().any(|step| step == name);
        let ended = code.name.trim_start_matches("end").trim_start_matches('/');
        if code.name == "#"
            || written.starts_with("{%") && (is_step(code.name) || is_step(ended.trim_start()))
        {
            self.text(before);
            return Some(String::new());
        }
        if FILES.contains(&code.name) {
            return self.included(code, written, before);
        }
        if MARKS.contains(&opened) {
            let called = !["{%", "{{<", "{{%"].iter().any(|open| written.starts_with(open));
            if called {
                return None;
            }
            self.text(before);
            // What stands above the content of what only marks it.
            let marks = ["raw", "verbatim", "tabs", "tabpane", "box", "ring", "center"];
            let is_mark = marks.contains(&code.name) || code.name.starts_with("blocks/");
            let title = code.named("title").filter(|_| is_mark).unwrap_or_default();
            return Some(title.to_owned());
        }
        let named = |name: &str| code.named(name).map(str::to_owned);
        let positional: Vec<&str> = code.positional().collect();
        if let Some((_, address)) = EMBEDS.iter().find(|(name, _)| *name == code.name) {
            let keys: &[&str] = match code.name {
                "iframe" => &["src", "url"],
                "bilibili" => &["id", "bvid"],
                _ => &["id"],
            };
            let value = keys.iter().find_map(|key| named(key));
            let value = value.or_else(|| positional.first().map(|&first| first.to_owned()));
            let value = value.filter(|value| !value.is_empty())?;
            let address = if value.starts_with("https://") { "" } else { *address };
            let is_of_user = code.name == "gist" && written.starts_with("{{");
            let name = positional.get(1).filter(|_| is_of_user);
            let value = name.map_or(value.clone(), |name| format!("{value}/{name}"));
            self.text(before);
            if let Some(Some(owner)) = self.figures.last_mut() {
                owner.has_media = true;
            }
            self.facts.embeds.push((EmbedKind::Frame, format!("{address}{value}")));
            return Some(String::new());
        }
        let is_image = |name: &str| IMAGES.contains(&name);
        if !is_image(code.name) && !code.name.split(['-', '_']).any(is_image) {
            return None;
        }
        let path = positional.iter().position(|value| value.contains(['.', '/']));
        let given = ["src", "path", "url"].iter().find_map(|name| named(name));
        let after = if given.is_some() { 0 } else { path.map_or(0, |path| path + 1) };
        let src = given.or_else(|| Some(positional[path?].to_owned()))?;
        let mut texts = positional[after..].iter().filter(|value| value.parse::<u32>().is_err());
        let alt = named("alt").or_else(|| texts.next_back().map(|&text| text.to_owned()));
        self.text(before);
        if let Some(Some(owner)) = self.figures.last_mut() {
            owner.images.push(src.clone());
            owner.has_media = true;
        }
        self.facts.images.push(Image { src: src.clone(), alt, others: Vec::new() });
        let given = |name| named(name).filter(|value| !value.is_empty());
        let is_hugo = code.name == "figure";
        self.facts.links.extend(given("link").or_else(|| given("href")));
        let mut phrase = |text: String| match phrase(&text).filter(|_| is_hugo) {
            Some((text, links)) => {
                self.facts.links.extend(links);
                text
            }
            None => text,
        };
        let caption = match (given("title"), given("caption").map(&mut phrase)) {
            (Some(title), Some(caption)) if is_hugo => Some(format!("{title} {caption}")),
            (title, caption) => caption.or(title),
        };
        let credit = given("attr").filter(|_| is_hugo);
        self.facts.links.extend(given("attrlink").filter(|_| credit.is_some()));
        let credit = credit.map(|text| match self::phrase(&text) {
            Some((text, links)) => {
                self.facts.links.extend(links);
                text
            }
            None => text,
        });
        if caption.is_some() || credit.is_some() {
            self.facts.figures.push(vec![src]);
        }
        Some(caption.into_iter().chain(credit).collect::<Vec<_>>().join(" "))
    }

    /// Takes what an included file shows, by its name.
    fn included(&mut self, code: &Shortcode<'_>, written: &str, before: &str) -> Option<String> {
        let mut files = code.positional().filter(|file| !file.contains([':', '{', '[']));
        let file = if code.name == "include_code" { files.last() } else { files.next() };
        let file = file.or_else(|| code.named("file"));
        let file = file.filter(|_| !code.written.contains(['{', '[']))?;
        let words = |file: &str| -> Vec<String> {
            let stem = file.rsplit('/').next().unwrap().split('.').next().unwrap();
            let words = stem.split(['-', '_']).map(str::to_owned);
            words.filter(|word| word.len() > 2).collect()
        };
        let named = |names: &str| {
            let mut values = names.split(' ').filter_map(|name| code.named(name));
            let is_text = |value: &&str| {
                let at = value.as_ptr() as usize - written.as_ptr() as usize;
                !value.is_empty() && written[..at].ends_with(['"', '\''])
            };
            values.find(is_text).map(str::to_owned)
        };
        self.text(before);
        let images = ["img", "asset_img", "image", "figure"];
        let embeds = [
            ("youtube", "https://www.youtube.com/embed/"),
            ("vimeo", "https://player.vimeo.com/video/"),
            ("bilibili", "https://player.bilibili.com/player.html?bvid="),
            ("tweet", "https://twitter.com/i/status/"),
            ("twitter", "https://twitter.com/i/status/"),
            ("gist", "https://gist.github.com/"),
            ("instagram", "https://www.instagram.com/p/"),
            ("jsfiddle", "https://jsfiddle.net/"),
            ("iframe", ""),
            ("speakerdeck", "https://speakerdeck.com/player/"),
        ];
        let kind = |file: &str| {
            let words = words(file);
            let exact = words.iter().find_map(|word| {
                let embed = embeds.iter().find(|(name, _)| name == word);
                images.contains(&&**word).then_some(None).or(embed.map(Some))
            });
            exact.or_else(|| {
                words.iter().find_map(|word| {
                    let begins = |name: &str| name.len() > 3 && word.starts_with(name);
                    embeds.iter().find(|(name, _)| begins(name)).map(Some)
                })
            })
        };
        match kind(file).or_else(|| kind(code.named("provider")?)) {
            None => {}
            Some(Some((_, address))) => {
                if let Some(value) = named("id video_id youtube_id url src") {
                    let address = if value.starts_with("https://") { "" } else { *address };
                    if let Some(Some(owner)) = self.figures.last_mut() {
                        owner.has_media = true;
                    }
                    self.facts.embeds.push((EmbedKind::Frame, format!("{address}{value}")));
                }
            }
            Some(None) => {
                if let Some(src) = named("src image_path image image_url img file path url") {
                    if let Some(Some(owner)) = self.figures.last_mut() {
                        owner.images.push(src.clone());
                        owner.has_media = true;
                    }
                    let alt = named("alt image_alt alt_text image_alt_text");
                    self.facts.images.push(Image { src: src.clone(), alt, others: Vec::new() });
                    let caption = named("caption description title").unwrap_or_default();
                    if !caption.is_empty() {
                        self.facts.figures.push(vec![src]);
                    }
                    return Some(caption);
                }
            }
        }
        Some(String::new())
    }

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.last_image = None;
        }
        let visible = text.chars().filter(|c| !c.is_whitespace());
        let from = self.facts.text.len();
        self.facts.text.extend(visible);
        if let Some(heading) = self.heading {
            self.facts.headings[heading].text.push_str(&self.facts.text[from..]);
        }
    }

    fn omit(&mut self, kind: OmittedKind) {
        *self.facts.omitted.entry(kind).or_default() += 1;
    }

    fn element(&mut self, node: &Handle) {
        if let Some(tex) = tex_of_script(node).filter(|_| !self.in_code) {
            return self.text(&tex);
        }
        if let Some(kind) = self.omitted(node) {
            if kind == OmittedKind::Permalink {
                self.name_heading("a", node);
            }
            self.omit(kind);
            return;
        }
        self.last_image = None;
        let name = html_name(node);
        let name = name.as_deref().unwrap_or_default();
        self.name_heading(name, node);
        match name {
            "img" | "amp-img" | "amp-anim" => self.image(node),
            "input" if attribute(node, "type").is_some_and(|t| t.eq_ignore_ascii_case("image")) => {
                self.image(node);
            }
            "iframe" | "video" | "audio" | "object" | "embed" => self.embed(name, node),
            _ if made(name, node).is_some() => self.embed(name, node),
            "blockquote" if self.opens_post(node) => self.post(node),
            "a" | "area" => self.facts.links.extend(attribute(node, "href")),
            _ => {}
        }
        match name {
            "blockquote" if self.opens_post(node) => {
                self.figures.push(None);
                self.in_post = true;
                self.children(node);
                self.in_post = false;
                self.figures.pop();
            }
            "div" if self.is_address(node) => {
                let address = text_of(node).trim().to_owned();
                if let Some(Some(owner)) = self.figures.last_mut() {
                    owner.has_media = true;
                }
                self.facts.embeds.push((EmbedKind::Frame, address));
                self.omit(OmittedKind::ShortcodeDelimiter);
            }
            "iframe" | "video" | "audio" | "object" | "applet" | "canvas" | "noembed"
            | "noframes" => {
                if node.children.borrow().iter().any(is_content) {
                    self.omit(OmittedKind::Fallback);
                }
            }
            _ if made(name, node).is_some() => {
                if node.children.borrow().iter().any(is_content) {
                    self.omit(OmittedKind::Fallback);
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.in_caption => self.heading(name, node),
            "figure" => self.figure(node),
            "pre" | "listing" | "xmp" | "plaintext" | "table" if self.is_code(node) => {
                self.in_code = true;
                self.figures.push(None);
                self.children(node);
                self.figures.pop();
                self.in_code = false;
            }
            "table" | "ul" | "ol" | "dl" | "blockquote" | "pre" | "details" | "figcaption" => {
                let in_figure = matches!(self.figures.last(), Some(Some(_)));
                let is_caption = name == "figcaption" && in_figure;
                let outer = std::mem::replace(&mut self.in_caption, is_caption);
                self.figures.push(None);
                self.children(node);
                self.figures.pop();
                self.in_caption = outer;
            }
            _ => self.children(node),
        }
    }

    /// Why an element is left out, with all that is in it.
    fn omitted(&self, node: &Handle) -> Option<OmittedKind> {
        // SVG has scripts and style sheets too, and shows them as little.
        let name = html_name(node).or_else(|| svg_name(node));
        match name.as_deref().unwrap_or_default() {
            "script" => Some(OmittedKind::Script),
            "style" => Some(OmittedKind::Style),
            "template" if html_name(node).is_some() => Some(OmittedKind::Template),
            "td" if self.heading.is_none() && code_beside(node) && holds_numbers(node) => {
                Some(OmittedKind::LineNumbers)
            }
            name if name != "td"
                && self.in_code
                && has_class(node, GUTTERS)
                && holds_numbers(node) =>
            {
                Some(OmittedKind::LineNumbers)
            }
            _ if attribute(node, "hidden").is_some() => Some(OmittedKind::Hidden),
            _ if attribute(node, "style").is_some_and(|style| displays_none(&style)) => {
                Some(OmittedKind::Hidden)
            }
            "title" | "datalist" if html_name(node).is_some() => Some(OmittedKind::Hidden),
            "title" | "desc" | "metadata" if svg_name(node).is_some() => Some(OmittedKind::Hidden),
            "noscript" if self.says_again(node) => Some(OmittedKind::NoscriptTwin),
            "a" | "span" if is_read_more(node) => Some(OmittedKind::ReadMore),
            "a" if html_name(node).is_some() && is_permalink(node, self.heading.is_some()) => {
                Some(OmittedKind::Permalink)
            }
            _ => None,
        }
    }

    /// Whether a `<noscript>` is the image before it, or the one that follows, once more.
    fn says_again(&self, noscript: &Handle) -> bool {
        let (mut images, mut others) = (Vec::new(), false);
        media_in(noscript, &mut images, &mut others);
        let ([twin], false) = (&images[..], others) else { return false };
        let same = |image: &Handle| {
            let file = |node: &Handle| {
                let src = attribute(node, "src").unwrap_or_default();
                src.split(['?', '#']).next().and_then(|p| p.rsplit('/').next()).map(str::to_owned)
            };
            is_late(image) || file(image) == file(twin)
        };
        self.last_image.as_ref().is_some_and(same)
            || image_after(noscript).as_ref().is_some_and(same)
    }

    fn image(&mut self, node: &Handle) {
        self.last_image = Some(node.clone());
        if is_pixel(node) {
            return self.omit(OmittedKind::TrackingPixel);
        }
        let src = attribute(node, "src").unwrap_or_default();
        if let Some(Some(owner)) = self.figures.last_mut() {
            owner.images.push(src.clone());
            owner.has_media = true;
        }
        let NodeData::Element { attrs, .. } = &node.data else { return };
        let mut others: Vec<String> =
            attrs.borrow().iter().map(|attribute| attribute.value.to_string()).collect();
        others.extend(picture_sources(node));
        self.facts.images.push(Image { src, alt: attribute(node, "alt"), others });
    }

    fn embed(&mut self, name: &str, node: &Handle) {
        if let Some(Some(owner)) = self.figures.last_mut() {
            owner.has_media = true;
        }
        let (kind, src) = match name {
            "iframe" => (EmbedKind::Frame, address(node)),
            "object" => (EmbedKind::Object, attribute(node, "data")),
            "embed" => (EmbedKind::Object, address(node)),
            "video" | "audio" => {
                let kind = if name == "video" { EmbedKind::Video } else { EmbedKind::Audio };
                (kind, address(node).or_else(|| first_source(node)))
            }
            made => {
                let kind = match made {
                    "amp-video" => EmbedKind::Video,
                    "amp-audio" => EmbedKind::Audio,
                    _ => EmbedKind::Frame,
                };
                (kind, self::made(made, node))
            }
        };
        self.facts.embeds.push((kind, src.unwrap_or_default()));
    }

    fn opens_post(&self, node: &Handle) -> bool {
        let classes = POSTS.iter().map(|(class, _)| *class);
        !self.in_post && self.heading.is_none() && classes.into_iter().any(|c| has_class(node, c))
    }

    fn post(&mut self, node: &Handle) {
        if let Some(Some(owner)) = self.figures.last_mut() {
            owner.has_media = true;
        }
        let (_, hosts) = POSTS.iter().find(|(class, _)| has_class(node, class)).unwrap();
        let names = ["data-instgrm-permalink", "data-text-post-permalink", "cite"];
        let own = names.iter().find_map(|name| attribute(node, name));
        let src = own.or_else(|| {
            let links = facts_of(node).links;
            let is_at = |link: &&String| hosts.iter().any(|host| link.contains(host));
            links.iter().rev().find(is_at).cloned()
        });
        self.facts.embeds.push((EmbedKind::Post, src.unwrap_or_default()));
    }

    /// Whether an element of a figure holds nothing but the address of what the figure shows.
    fn is_address(&self, node: &Handle) -> bool {
        let lone = node.children.borrow().len() == 1;
        let text = text_of(node);
        let text = text.trim();
        let known = ["youtu", "vimeo", "twitter", "x.com", "instagram", "spotify", "soundcloud"];
        lone && self.heading.is_none()
            && matches!(self.figures.last(), Some(Some(_)))
            && has_class(node, "wp-block-embed__wrapper")
            && text.starts_with("http")
            && !text.contains(char::is_whitespace)
            && known.iter().any(|host| text.contains(host))
    }

    /// Whether an element is code: preformatted, or a table of numbered lines, without other blocks.
    fn is_code(&self, node: &Handle) -> bool {
        let mut in_table = html_name(node).as_deref() == Some("table");
        let may = !self.in_code && self.heading.is_none() && (!in_table || is_code_table(node));
        may && !holds_blocks(node, &mut in_table)
    }

    /// A heading within a heading is a part of its text: there is no block for it to be.
    fn heading(&mut self, name: &str, node: &Handle) {
        if self.heading.is_some() {
            self.children(node);
            return;
        }
        let level = name[1..].parse().unwrap();
        let heading = Heading { level, id: anchor_name(node), text: String::new() };
        self.heading = Some(self.facts.headings.len());
        self.facts.headings.push(heading);
        self.figures.push(None);
        self.children(node);
        self.figures.pop();
        self.heading = None;
    }

    /// A heading without a name has that of the first anchor in it.
    fn name_heading(&mut self, name: &str, node: &Handle) {
        if let Some(heading) = self.heading.filter(|_| matches!(name, "a" | "span")) {
            let id = &mut self.facts.headings[heading].id;
            *id = id.take().or_else(|| anchor_name(node));
        }
    }

    /// A figure stands before those within it, though it is known to own media only after them.
    fn figure(&mut self, node: &Handle) {
        let place = self.facts.figures.len();
        let outer = std::mem::take(&mut self.in_caption);
        self.figures.push(Some(Owner { images: Vec::new(), has_media: false }));
        self.children(node);
        self.in_caption = outer;
        let owner = self.figures.pop().flatten();
        if let Some(Owner { images, has_media: true }) = owner {
            if self.heading.is_none() {
                self.facts.figures.insert(place, images);
            }
        }
    }
}

/// The `[/caption]` of what begins in a text before `from`: among the next texts of its element, if
/// media and nothing like a section stand before it.
fn caption_end(node: &Handle, text: &str, from: usize) -> Option<(Handle, usize)> {
    let around = parent(node)?;
    let siblings = around.children.borrow();
    let mut after = siblings.iter().skip_while(|sibling| !std::rc::Rc::ptr_eq(sibling, node));
    let (mut has_media, mut texts) = (false, 0);
    after.find_map(|sibling| {
        let NodeData::Text { contents } = &sibling.data else {
            let found = holds_media(sibling);
            has_media |= found == Some(true);
            return found.is_none().then_some(None);
        };
        texts += 1;
        let contents = contents.borrow();
        let (rest, from) = if texts == 1 { (&text[from..], from) } else { (&contents[..], 0) };
        let mark = copydesk::shortcodes(rest).find(|code| code.name.ends_with("caption"));
        let end = mark.map(|mark| {
            let ends = has_media && mark.name.starts_with('/');
            ends.then(|| (sibling.clone(), from + mark.range.start))
        });
        if texts == 24 { end.or(Some(None)) } else { end }
    })?
}

/// Whether media are in a node; `None` if it holds what a caption does not.
fn holds_media(node: &Handle) -> Option<bool> {
    const BLOCKS: &str = "address article aside blockquote caption center dd details dialog dir dl \
                          dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header \
                          hgroup hr legend li listing main menu nav ol optgroup option plaintext \
                          pre search section summary table tbody td tfoot th thead tr ul xmp";
    const MEDIA: &str = "img iframe video audio object embed";
    let name = html_name(node);
    let is = |names: &str| name.as_ref().is_some_and(|own| names.split(' ').any(|n| n == &**own));
    if is(BLOCKS) {
        return None;
    }
    let within = node.children.borrow().iter().map(holds_media).collect::<Option<Vec<bool>>>()?;
    Some(is(MEDIA) || within.contains(&true))
}

/// The formula in a script that holds one.
fn tex_of_script(node: &Handle) -> Option<String> {
    let name = html_name(node).or_else(|| svg_name(node))?;
    let kind = attribute(node, "type").filter(|_| name == local_name!("script"))?;
    let tex = text_of(node);
    let is_tex = kind.trim().starts_with("math/tex") && html_name(node).is_some();
    (is_tex && !tex.trim().is_empty()).then(|| {
        let hidden = tex.trim().strip_prefix("% <![CDATA[");
        hidden.and_then(|tex| tex.strip_suffix("%]]>")).unwrap_or(&tex).to_owned()
    })
}

/// Whether an image only counts who sees it: it is a pixel, or another's whose size is not given.
fn is_pixel(image: &Handle) -> bool {
    let NodeData::Element { attrs, .. } = &image.data else { return false };
    let sources = attrs.borrow().iter().filter(|it| it.name.local.contains("src")).count();
    let says = attribute(image, "alt").is_some_and(|alt| !alt.trim().is_empty());
    if html_name(image).as_deref() != Some("img") || sources > 1 || says {
        return false;
    }
    if !picture_sources(image).is_empty() {
        return false;
    }
    let src = attribute(image, "src").unwrap_or_default().to_ascii_lowercase();
    let path = src.split(['?', '#']).next().unwrap_or_default();
    let is_photo = [".jpg", ".jpeg", ".webp", ".avif"].iter().any(|it| path.ends_with(it));
    match [attribute(image, "width"), attribute(image, "height")] {
        [Some(width), Some(height)] => {
            let is_one = |side: &str| matches!(side.trim().trim_end_matches("px"), "0" | "1");
            is_one(&width) && is_one(&height) && !is_photo
        }
        [None, None] => {
            const COUNTERS: &[&str] = &[
                ".met.vgwort.de/",
                "//pixel.",
                "//tracking.",
                "//stats.wordpress.com/",
                "scorecardresearch.com/",
                "//www.google-analytics.com/",
                "//www.facebook.com/tr?",
                "//feeds.feedburner.com/~",
                "//c.statcounter.com/",
                "//counter.yadro.ru/",
                "//mc.yandex.ru/watch/",
                "//blogger.googleusercontent.com/tracker/",
            ];
            let style = attribute(image, "style").unwrap_or_default().replace(' ', "");
            let is_one = |side: &str| {
                let declarations = style.split(';');
                declarations.filter_map(|it| it.strip_prefix(side)).any(|it| it == "1px")
            };
            COUNTERS.iter().any(|counter| src.contains(counter))
                || is_one("width:") && is_one("height:") && !is_photo
        }
        _ => false,
    }
}

/// Whether markup is something that a reader acts on in a figure: a button, or an element that says no
/// more than such.
pub(crate) fn is_control(markup: &str, words: &str) -> bool {
    const WORDS: &[&str] = &[
        "enlarge",
        "loading",
        "download",
        "fullscreen",
        "lightbox",
        "zoom",
        "caption",
        "close",
        "play",
        "next",
        "previous",
        "vergrößern",
        "vollbild",
        "확대",
        "拡大",
        "放大",
    ];
    let tag = markup.split('>').next().unwrap_or_default().to_ascii_lowercase();
    let is_button = tag.starts_with("<button") || tag.contains("role") && tag.contains("button");
    // `1/12`, `1 of 5`, `4:11`.
    let is_number = words.starts_with(|c: char| c.is_ascii_digit())
        && words.ends_with(|c: char| c.is_ascii_digit())
        && words.chars().count() <= 10;
    // An icon says it in its `alt`.
    let said = if words.is_empty() { markup } else { words };
    let lower = said.to_lowercase();
    words.len() <= 96 && (is_button || is_number || WORDS.iter().any(|word| lower.contains(word)))
}

/// Whether markup is a formula that stands beside it in another notation.
pub(crate) fn is_rendered_again(markup: &str, source: &str) -> bool {
    let tag = markup.split('>').next().unwrap_or_default();
    tag.starts_with("<annotation")
        || tag.contains("katex-html") && source.contains("katex-mathml")
        || tag.contains("MathJax") && source.contains("math/tex")
}

/// What the `<source>`s of the `<picture>` around an image say.
fn picture_sources(image: &Handle) -> Vec<String> {
    let Some(picture) = parent(image) else { return Vec::new() };
    if html_name(&picture).as_deref() != Some("picture") {
        return Vec::new();
    }
    let sources = picture.children.borrow().clone();
    let sources = sources.iter().filter(|child| html_name(child).as_deref() == Some("source"));
    let srcsets = ["srcset", "data-srcset"].into_iter();
    sources.flat_map(|source| srcsets.clone().filter_map(|name| attribute(source, name))).collect()
}

fn parent(node: &Handle) -> Option<Handle> {
    let parent = node.parent.take();
    node.parent.set(parent.clone());
    parent?.upgrade()
}

/// The images in a node, and whether it shows anything else.
fn media_in(node: &Handle, images: &mut Vec<Handle>, others: &mut bool) {
    for child in node.children.borrow().iter() {
        match html_name(child).as_deref() {
            Some("img") => images.push(child.clone()),
            Some("picture" | "source" | "span" | "div" | "p") => media_in(child, images, others),
            Some(_) => *others = true,
            None => match &child.data {
                NodeData::Text { contents } => *others |= !contents.borrow().trim().is_empty(),
                NodeData::Element { .. } => *others = true,
                _ => {}
            },
        }
    }
}

/// Whether an image is to be loaded by a script.
fn is_late(image: &Handle) -> bool {
    const HOLDERS: &[&str] = &["placeholder", "blank.", "spacer.", "loading.", "lazy", "1x1"];
    let src = attribute(image, "src").unwrap_or_default();
    let name = src.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    src.trim().is_empty()
        || src.starts_with("data:")
        || HOLDERS.iter().any(|holder| name.contains(holder))
        || ["data-src", "data-srcset", "data-original", "data-lazy-src"]
            .iter()
            .any(|name| attribute(image, name).is_some())
}

/// The image that comes next after a node, in nothing but what is around it alone.
fn image_after(node: &Handle) -> Option<Handle> {
    let parent = parent(node)?;
    let siblings = parent.children.borrow();
    let after = siblings.iter().skip_while(|sibling| !std::rc::Rc::ptr_eq(sibling, node)).skip(1);
    first_shown(after.cloned().collect())
}

fn first_shown(nodes: Vec<Handle>) -> Option<Handle> {
    let node = nodes.into_iter().find(|node| match &node.data {
        NodeData::Text { contents } => !contents.borrow().trim().is_empty(),
        NodeData::Element { .. } => html_name(node).as_deref() != Some("source"),
        _ => false,
    })?;
    match html_name(&node).as_deref()? {
        "img" => Some(node),
        "picture" | "a" | "span" | "div" => {
            let children = node.children.borrow().clone();
            first_shown(children)
        }
        _ => None,
    }
}

/// Whether a text stands in code within a line, or in the `<pre>` around that.
fn is_in_code(node: &Handle) -> bool {
    let parent = node.parent.take();
    node.parent.set(parent.clone());
    let name = parent.and_then(|parent| html_name(&parent.upgrade()?));
    let names = ["code", "kbd", "samp", "tt", "var", "pre"];
    name.is_some_and(|name| names.contains(&&*name))
}

/// The words and links of a caption that is Markdown, if it is a phrase.
fn phrase(text: &str) -> Option<(String, Vec<String>)> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    // Without Markdown they are as they are written.
    if !cfg!(feature = "markdown") || !text.contains(['*', '_', '`', '[', '<', '\\']) {
        return None;
    }
    let (mut words, mut links, mut depth) = (String::new(), Vec::new(), 0);
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Text(part) | Event::Code(part) => words += &part,
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Start(Tag::Paragraph) if words.is_empty() => depth += 1,
            Event::Start(tag) if depth > 0 => {
                depth += 1;
                match tag {
                    Tag::Emphasis | Tag::Strong => {}
                    Tag::Link { dest_url, .. } => links.push(dest_url.into_string()),
                    _ => return None,
                }
            }
            Event::End(TagEnd::Paragraph) if depth == 1 => depth = 0,
            Event::End(_) => depth -= 1,
            _ => return None,
        }
        if depth > 6 {
            return None;
        }
    }
    Some((words, links))
}

/// The words of a class that name the numbers of lines, and of the cell with the lines.
const GUTTERS: &str = "gutter rouge-gutter gl lineno linenos linenodiv lnt ln lntd line-numbers-rows \
                       line-number line-numbers hljs-ln-numbers blob-num linenumber LineNr";
const CODE_CELLS: &str = "code rouge-code lntd hljs-ln-code blob-code code-cell";

fn has_class(node: &Handle, words: &str) -> bool {
    let class = attribute(node, "class").unwrap_or_default();
    class.split_ascii_whitespace().any(|word| words.split_ascii_whitespace().any(|w| w == word))
}

/// Whether all that an element shows is numbers.
fn holds_numbers(node: &Handle) -> bool {
    let mut text = String::new();
    !has_image(node, &mut text) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell numbers the lines of the cell after it.
fn code_beside(cell: &Handle) -> bool {
    let parent = cell.parent.take();
    cell.parent.set(parent.clone());
    let Some(row) = parent.and_then(|parent| parent.upgrade()) else { return false };
    let children = row.children.borrow();
    let after = children.iter().skip_while(|child| !std::rc::Rc::ptr_eq(child, cell)).skip(1);
    let mut near = after.take(2);
    let next = near.find(|child| html_name(child).as_deref() == Some("td"));
    has_class(cell, GUTTERS) && next.is_some_and(|code| has_class(code, CODE_CELLS))
}

/// Whether the first row of a table is a line's number beside the line.
fn is_code_table(table: &Handle) -> bool {
    let first = |node: &Handle, name: &str| {
        let children = node.children.borrow();
        let mut near = children.iter().take(4);
        near.find(|child| html_name(child).as_deref() == Some(name)).cloned()
    };
    let body = first(table, "tbody").unwrap_or_else(|| table.clone());
    let cell = first(&body, "tr").and_then(|row| first(&row, "td"));
    cell.is_some_and(|cell| code_beside(&cell))
}

/// Whether code holds other blocks than lines, and one table of them.
fn holds_blocks(node: &Handle, in_table: &mut bool) -> bool {
    node.children.borrow().iter().any(|child| {
        let name = html_name(child);
        let is_block = match name.as_deref().unwrap_or_default() {
            "table" => std::mem::replace(in_table, true) || !is_code_table(child),
            "tbody" | "tr" | "td" => !*in_table,
            "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "dd"
            | "details" | "dialog" | "dir" | "dl" | "dt" | "fieldset" | "figcaption" | "figure"
            | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup"
            | "hr" | "html" | "legend" | "li" | "listing" | "main" | "menu" | "nav" | "ol"
            | "optgroup" | "option" | "plaintext" | "pre" | "search" | "section" | "summary"
            | "tfoot" | "th" | "thead" | "ul" | "xmp" => true,
            _ => false,
        };
        is_block || holds_blocks(child, in_table)
    })
}

/// The classes of quotations that scripts make posts of, and where those stand.
const POSTS: &[(&str, &[&str])] = &[
    ("twitter-tweet", &["twitter.com", "//x.com"]),
    ("twitter-video", &["twitter.com", "//x.com"]),
    ("instagram-media", &["instagram.com"]),
    ("tiktok-embed", &["tiktok.com"]),
    ("bluesky-embed", &["bsky.app"]),
    ("text-post-media", &["threads.net", "threads.com"]),
    ("reddit-embed-bq", &["reddit.com"]),
    ("imgur-embed-pub", &["imgur.com"]),
];

/// What an element shows that a script makes.
fn made(name: &str, node: &Handle) -> Option<String> {
    let (names, prefix) = match name {
        "lite-youtube" | "amp-youtube" => {
            (["videoid", "data-videoid"], "https://www.youtube.com/embed/")
        }
        "lite-vimeo" | "amp-vimeo" => {
            (["videoid", "data-videoid"], "https://player.vimeo.com/video/")
        }
        "amp-dailymotion" => (["data-videoid"; 2], "https://www.dailymotion.com/embed/video/"),
        "amp-twitter" => (["data-tweetid"; 2], "https://twitter.com/i/status/"),
        "amp-instagram" => (["data-shortcode"; 2], "https://www.instagram.com/p/"),
        "amp-tiktok" => (["data-src"; 2], "https://www.tiktok.com/embed/"),
        "amp-facebook" => (["data-href"; 2], ""),
        "amp-iframe" | "amp-video" | "amp-audio" => (["src"; 2], ""),
        "oembed" => (["url"; 2], ""),
        _ => return None,
    };
    let value = names.iter().find_map(|name| attribute(node, name))?;
    Some(format!("{prefix}{value}"))
}

/// The address of an embed, or the one that a script will give it.
fn address(node: &Handle) -> Option<String> {
    let src = attribute(node, "src");
    let is_real = |src: &String| {
        let src = src.trim_start().to_ascii_lowercase();
        !src.is_empty() && !["about:", "data:", "javascript:"].iter().any(|p| src.starts_with(p))
    };
    let names = ["data-src", "data-lazy-src", "data-litespeed-src", "data-original"];
    let lazy = || names.iter().filter_map(|name| attribute(node, name)).find(is_real);
    src.clone().filter(is_real).or_else(lazy).or(src)
}

fn text_of(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text_of).collect(),
    }
}

/// Whether a child of an embed is shown in its stead: not white space, nor what the embed is told by.
fn is_content(node: &Handle) -> bool {
    match &node.data {
        NodeData::Text { contents } => !contents.borrow().trim().is_empty(),
        _ => !matches!(html_name(node).as_deref(), Some("source" | "track" | "param")),
    }
}

fn first_source(node: &Handle) -> Option<String> {
    let children = node.children.borrow();
    let mut sources = children.iter().filter(|c| html_name(c) == Some(local_name!("source")));
    sources.find_map(address)
}

/// Whether a `style` attribute says `display: none`.
fn displays_none(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let declaration: String = declaration.chars().filter(|c| !c.is_whitespace()).collect();
        let declaration = declaration.to_ascii_lowercase();
        declaration.strip_suffix("!important").unwrap_or(&declaration) == "display:none"
    })
}

fn anchor_name(node: &Handle) -> Option<String> {
    let named = |name| attribute(node, name).filter(|name| !name.trim().is_empty());
    named("id").or_else(|| named("name"))
}

/// Whether a link only leads to the heading that it stands in, or beside.
fn is_permalink(node: &Handle, in_heading: bool) -> bool {
    const CLASSES: &str = "headerlink header-anchor header-link anchor anchor-link anchorjs-link \
                           permalink hash-link heading-link heading-anchor headline-anchor \
                           zola-anchor markdownIt-Anchor toc-anchor direct-link";
    let mut text = String::new();
    let Some(href) = attribute(node, "href").filter(|_| !has_image(node, &mut text)) else {
        return false;
    };
    text.retain(|c| !['\u{200B}', '\u{FE0E}', '\u{FE0F}'].contains(&c));
    let text = text.to_ascii_lowercase();
    let (own, classed) = (href.starts_with('#'), has_class(node, CLASSES));
    match &*text {
        "" | "#" | "¶" | "§" | "🔗" | "∞" | "⚓" if in_heading => {
            own || classed && href.contains('#')
        }
        "" | "#" | "¶" | "§" | "🔗" | "∞" | "⚓" => own && classed,
        "permalink" | "link" | "anchor" | "directlink" | "linktothisheading" | "linktoheading" => {
            in_heading && classed && href.contains('#')
        }
        _ => false,
    }
}

/// Whether an anchor without content marks where what is shown of an article in lists ends.
fn is_read_more(node: &Handle) -> bool {
    let named = ["id", "name"].iter().filter_map(|name| attribute(node, name)).any(|name| {
        let number = name.strip_prefix("more").map(|rest| rest.trim_start_matches('-').to_owned());
        number.is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
    });
    named && html_name(node).is_some() && node.children.borrow().is_empty()
}

/// Whether there is an image within a node; collects the text before it, without white space.
fn has_image(node: &Handle, text: &mut String) -> bool {
    if let NodeData::Text { contents } = &node.data {
        text.extend(contents.borrow().chars().filter(|c| !c.is_whitespace()));
    }
    html_name(node) == Some(local_name!("img"))
        || node.children.borrow().iter().any(|child| has_image(child, text))
}

#[test]
fn the_oracle_knows_its_rules() {
    let facts = facts(
        "<h2 id=a>A <a href=#a>#</a></h2><!-- c --><p hidden>no</p><p style='Display : NONE'>no</p>\
         <figure><img src=1 alt><figcaption>x<img src=2></figcaption><figure><video><source src=v>old\
         </video></figure></figure><a href=b>b</a><script>no</script><noscript>n</noscript>",
    );
    assert_eq!(facts.text, "Axbn");
    assert_eq!(facts.headings, [Heading { level: 2, id: Some("a".into()), text: "A".into() }]);
    assert_eq!(facts.links, ["b"]);
    assert_eq!(facts.images.iter().map(|image| &*image.src).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(facts.images[0].alt.as_deref(), Some(""));
    assert_eq!(facts.embeds, [(EmbedKind::Video, "v".to_owned())]);
    assert_eq!(facts.figures, [vec!["1".to_owned()], vec![]]);
    let omitted: Vec<_> = facts.omitted.into_iter().collect();
    assert_eq!(
        omitted,
        [
            (OmittedKind::Script, 1),
            (OmittedKind::Comment, 1),
            (OmittedKind::Hidden, 2),
            (OmittedKind::Permalink, 1),
            (OmittedKind::Fallback, 1),
        ]
    );
}

/// The body of a document as HTML.
pub(crate) fn html<'d>(document: &Document<'_>, body: &'d str) -> Cow<'d, str> {
    match document.body_format() {
        #[cfg(feature = "markdown")]
        BodyFormat::Markdown => crate::rendered::rendered(body, false).into(),
        _ => body.into(),
    }
}
