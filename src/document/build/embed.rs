//! Embeds: frames, players, and posts of social networks with their words.

use super::frame::{Closed, Kind};
use super::look::{has_word, is_media_source};
use super::{Builder, Content};
use crate::document::block::{Block, OmittedKind};
use crate::document::embed::{Embed, EmbedKind, Track};
use crate::document::provider::Provider;
use crate::document::walk::{Part, Walk};
use crate::html::{NodeData, NodeId, Tag, Tree};
use crate::span::Span;
use crate::text::Text;

/// Attributes in which scripts that load late keep the address.
const LAZY: &[&str] = &["data-src", "data-lazy-src", "data-litespeed-src", "data-original"];

/// Elements that scripts make, the attribute that tells what they show, and the address it makes.
const MADE: &[(&str, EmbedKind, &str, &str)] = &[
    ("lite-youtube", EmbedKind::Frame, "videoid", "https://www.youtube.com/embed/"),
    ("lite-vimeo", EmbedKind::Frame, "videoid", "https://player.vimeo.com/video/"),
    ("amp-youtube", EmbedKind::Frame, "data-videoid", "https://www.youtube.com/embed/"),
    ("amp-vimeo", EmbedKind::Frame, "data-videoid", "https://player.vimeo.com/video/"),
    (
        "amp-dailymotion",
        EmbedKind::Frame,
        "data-videoid",
        "https://www.dailymotion.com/embed/video/",
    ),
    ("amp-twitter", EmbedKind::Frame, "data-tweetid", "https://twitter.com/i/status/"),
    ("amp-instagram", EmbedKind::Frame, "data-shortcode", "https://www.instagram.com/p/"),
    ("amp-tiktok", EmbedKind::Frame, "data-src", "https://www.tiktok.com/embed/"),
    ("amp-facebook", EmbedKind::Frame, "data-href", ""),
    ("amp-iframe", EmbedKind::Frame, "src", ""),
    ("amp-video", EmbedKind::Video, "src", ""),
    ("amp-audio", EmbedKind::Audio, "src", ""),
    ("oembed", EmbedKind::Frame, "url", ""),
];

/// The classes of quotations that a script makes a post of, and whose they are.
const POSTS: &[(&str, Provider)] = &[
    ("twitter-tweet", Provider::X),
    ("twitter-video", Provider::X),
    ("instagram-media", Provider::Instagram),
    ("tiktok-embed", Provider::TikTok),
    ("bluesky-embed", Provider::Bluesky),
    ("text-post-media", Provider::Threads),
    ("reddit-embed-bq", Provider::Reddit),
    ("imgur-embed-pub", Provider::Imgur),
];

/// The attributes of such a quotation that hold the post's address.
const POST_ADDRESSES: &[&str] = &["data-instgrm-permalink", "data-text-post-permalink", "cite"];

/// A post that is open.
#[derive(Debug)]
pub(super) struct PostFrame<'a> {
    provider: Provider,
    src: Option<Text<'a>>,
}

impl<'a> Builder<'_, 'a> {
    /// An element that shows what comes from elsewhere; `None` if it does not.
    pub(super) fn enter_embed(&mut self, node: NodeId, tag: Tag) -> Option<Content> {
        let (kind, src) = match embed_kind(tag) {
            Some(kind) => (kind, self.embed_src(node, kind)),
            None if tag == Tag::Other => made(self.tree, node)?,
            None => return None,
        };
        let mut sources =
            self.parts_of(node, Tag::Source).filter_map(|source| self.address(source));
        let src = src.or_else(|| sources.next()).unwrap_or_default();
        let sources = sources.collect();
        let mut embed = Embed::at(kind, src, self.span(node));
        embed.title = self.attribute(node, "title");
        embed.poster =
            self.attribute(node, "poster").or_else(|| self.attribute(node, "data-poster"));
        embed.sources = sources;
        embed.tracks =
            self.parts_of(node, Tag::Track).filter_map(|track| self.track(track)).collect();
        self.push_block(Block::Embed(Box::new(embed)));
        if self.tree.children(node).any(|child| !is_media_source(self.tree, child)) {
            self.omit(node, OmittedKind::Fallback);
        }
        Some(Content::Skip)
    }

    /// `WordPress` keeps the address alone, in a figure, for the server to make the embed of it.
    pub(super) fn enter_address(&mut self, node: NodeId) -> Content {
        let tree = self.tree;
        let child = tree.first_child(node).filter(|&child| tree.next_sibling(child).is_none());
        let (Some(child), true) = (child, has_word(tree, node, &["wp-block-embed__wrapper"]))
        else {
            return Content::Walk;
        };
        let NodeData::Text(text) = &tree.node(child).data else { return Content::Walk };
        let address = text.trim();
        let is_address = address.starts_with("http") && !address.contains(char::is_whitespace);
        if !is_address || Provider::of(address).is_none() {
            return Content::Walk;
        }
        let src = text.part(Span::of_part(text, address, 0).range());
        let embed = Embed::at(EmbedKind::Frame, src, self.span(child));
        self.push_block(Block::Embed(Box::new(embed)));
        self.omit(child, OmittedKind::ShortcodeDelimiter)
    }

    fn parts_of(&self, node: NodeId, tag: Tag) -> impl Iterator<Item = NodeId> {
        let tree = self.tree;
        let children = tree.children(node).take(self.limits.srcset_candidates as usize);
        children.filter(move |&child| tree.tag(child) == Some(tag))
    }

    fn embed_src(&self, node: NodeId, kind: EmbedKind) -> Option<Text<'a>> {
        let data = self.attribute(node, "data").filter(|_| kind == EmbedKind::Object);
        data.or_else(|| self.address(node))
    }

    /// The address of an element, or the one that a script will give it.
    fn address(&self, node: NodeId) -> Option<Text<'a>> {
        let src = self.attribute(node, "src");
        if src.as_ref().is_some_and(|src| !is_placeholder(src)) {
            return src;
        }
        let lazy = LAZY.iter().filter_map(|name| self.attribute(node, name));
        lazy.into_iter().find(|lazy| !is_placeholder(lazy)).or(src)
    }

    fn track(&self, node: NodeId) -> Option<Track<'a>> {
        Some(Track {
            src: self.attribute(node, "src")?,
            kind: self.attribute(node, "kind"),
            language: self.attribute(node, "srclang"),
            label: self.attribute(node, "label"),
        })
    }

    /// A quotation that a script makes a post of a social network. A post within one is its words.
    pub(super) fn post(&self, node: NodeId) -> Option<PostFrame<'a>> {
        let class = self.tree.attribute(node, "class")?;
        let mut words = class.value.split_ascii_whitespace();
        let (_, provider) =
            words.find_map(|word| POSTS.iter().find(|(class, _)| *class == word))?;
        if self.frames.iter().any(|frame| matches!(frame.kind, Kind::Post(_))) {
            return None;
        }
        let src = POST_ADDRESSES.iter().find_map(|name| self.attribute(node, name));
        Some(PostFrame { provider: *provider, src })
    }
}

impl<'a> PostFrame<'a> {
    /// The address of a post that names none is that of the last link to such.
    pub(super) fn close(self, blocks: Vec<Block<'a>>, span: Span) -> Closed<'a> {
        let linked = || {
            let links = Walk::new(&blocks).filter_map(|part| match part {
                Part::Link(link) => Some(&link.href),
                _ => None,
            });
            links.filter(|href| Provider::of(href) == Some(self.provider)).last().cloned()
        };
        let src = self.src.or_else(linked).unwrap_or_default();
        let embed = Embed { blocks, ..Embed::at(EmbedKind::Post, src, span) };
        let provider = Some(self.provider);
        Closed::Block(Block::Embed(Box::new(Embed { provider, ..embed })))
    }
}

pub(super) const fn embed_kind(tag: Tag) -> Option<EmbedKind> {
    match tag {
        Tag::Iframe | Tag::Frame => Some(EmbedKind::Frame),
        Tag::Video => Some(EmbedKind::Video),
        Tag::Audio => Some(EmbedKind::Audio),
        Tag::Object | Tag::Embed => Some(EmbedKind::Object),
        _ => None,
    }
}

/// What an element shows that a script makes.
fn made<'a>(tree: &Tree<'a>, node: NodeId) -> Option<(EmbedKind, Option<Text<'a>>)> {
    let name = tree.name(tree.element(node)?);
    let &(_, kind, attribute, prefix) = MADE.iter().find(|(made, ..)| *name == **made)?;
    let value = &tree.attribute(node, attribute)?.value;
    let src = if prefix.is_empty() { value.clone() } else { format!("{prefix}{value}").into() };
    Some((kind, Some(src)))
}

/// Whether an address only holds the place of another.
fn is_placeholder(src: &str) -> bool {
    let src = src.trim_start();
    let begins =
        |prefix: &str| src.get(..prefix.len()).is_some_and(|s| s.eq_ignore_ascii_case(prefix));
    src.is_empty() || begins("about:") || begins("data:") || begins("javascript:")
}
