//! The body alone: from its text to a tree, or as far as a peer goes, and how many headings,
//! paragraphs and images are in it. That count is asserted equal before anything is measured.

use std::cell::Cell;
use std::convert::Infallible;
use std::env;
use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use copydesk::Engine;
use dom_query::Matcher;
use html5gum::{Token, Tokenizer};
use lol_html::{HtmlRewriter, Settings, element};

use crate::common::inputs::Input;
use crate::jobs::Job;
use crate::peer_rcdom;
use crate::peer_scraper;

/// The row of the peers that build a tree.
pub const TREE: &str = "body → tree";
/// The row of the peers that give its parts one after the other.
pub const STREAM: &str = "body → tree / stream";

const COUNTED: [&str; 8] = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "img"];
const SELECTOR: &str = "h1,h2,h3,h4,h5,h6,p,img";

/// A reader of HTML: its name, and its way to the count.
struct Peer {
    row: &'static str,
    name: &'static str,
    count: fn(&str) -> usize,
}

const PEERS: [Peer; 5] = [
    Peer { row: TREE, name: peer_rcdom::NAME, count: rcdom },
    Peer { row: TREE, name: "dom_query", count: dom_query },
    Peer { row: TREE, name: "tl", count: tl },
    Peer { row: STREAM, name: "lol_html", count: lol_html },
    Peer { row: STREAM, name: "html5gum", count: html5gum },
];

/// One job for each peer, on the body of `input`.
pub(crate) fn jobs(input: &'static Input) -> impl Iterator<Item = Job> {
    let (_, body) = peer_scraper::split(&input.text);
    PEERS.iter().map(move |peer| job(input, body, peer))
}

fn job(input: &'static Input, body: &'static str, peer: &Peer) -> Job {
    let Peer { row, name, count } = *peer;
    assert_eq!(count(body), ours(body), "{name}: {}", input.name);
    Job {
        name: row,
        input: input.name.clone(),
        text: body,
        bytes: body.len(),
        peer: name,
        ours: Box::new(move |_| _ = black_box(ours(black_box(body)))),
        theirs: Box::new(move |_| _ = black_box(count(black_box(body)))),
    }
}

/// All real posts at hand, one after the other: what declines the fast way is in it.
pub(crate) fn posts(root: &Path) -> Option<Job> {
    let shared = env::var_os("COPYDESK_SHARED").map_or(root.join("../shared"), PathBuf::from);
    let bodies: &'static [String] = bodies(&shared.join("corpus/html")).ok()?.leak();
    let count = |way: fn(&str) -> usize| bodies.iter().map(|body| way(black_box(body))).sum();
    assert_eq!(count(ours), count(rcdom), "real posts");
    Some(Job {
        name: TREE,
        input: format!("{} posts", bodies.len()),
        text: "",
        bytes: bodies.iter().map(String::len).sum(),
        peer: peer_rcdom::NAME,
        ours: Box::new(move |_| _ = black_box::<usize>(count(ours))),
        theirs: Box::new(move |_| _ = black_box::<usize>(count(rcdom))),
    })
}

/// The HTML bodies of the files in a folder and the folders in it, but whole pages, and `<template>`,
/// whose content the peer keeps beside its tree.
fn bodies(folder: &Path) -> io::Result<Vec<String>> {
    let mut bodies = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
            let body = copydesk::split(&text).body;
            let lower = body.to_ascii_lowercase();
            if !["<html", "<!doctype", "<template"].iter().any(|tag| lower.contains(tag)) {
                bodies.push(body.to_owned());
            }
        }
    }
    Ok(bodies)
}

fn ours(body: &str) -> usize {
    Engine::Auto.count_elements(body, &COUNTED)
}

fn rcdom(body: &str) -> usize {
    peer_rcdom::count(&peer_rcdom::tree(body), &COUNTED)
}

fn dom_query(body: &str) -> usize {
    static MATCHER: LazyLock<Matcher> =
        LazyLock::new(|| Matcher::new(SELECTOR).expect("a selector that parses"));
    dom_query::Document::fragment(body).select_matcher(&MATCHER).length()
}

fn tl(body: &str) -> usize {
    let dom = tl::parse(body, tl::ParserOptions::default()).expect("a body below the size limit");
    let names = dom.nodes().iter().filter_map(|node| Some(node.as_tag()?.name().as_bytes()));
    names.filter(|name| COUNTED.iter().any(|counted| counted.as_bytes() == *name)).count()
}

fn lol_html(body: &str) -> usize {
    let count = Cell::new(0);
    let counting = element!(SELECTOR, |_| {
        count.set(count.get() + 1);
        Ok(())
    });
    let settings = Settings::new().append_element_content_handler(counting);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    rewriter.write(body.as_bytes()).expect("a body that is read");
    rewriter.end().expect("a body that ends");
    count.get()
}

fn html5gum(body: &str) -> usize {
    let counted = |token: Result<Token<()>, Infallible>| {
        let Ok(Token::StartTag(tag)) = token else { return false };
        COUNTED.iter().any(|name| name.as_bytes() == &**tag.name)
    };
    Tokenizer::new(body).filter_map(|token| counted(token).then_some(())).count()
}
