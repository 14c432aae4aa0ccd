//! Front matter alone: from the head of a file to a typed record, by us and by those who read front
//! matter or YAML and nothing else. All read the record of [`peer_scraper`], date included; their
//! answers are asserted equal before anything is measured.

use std::hint::black_box;

use copydesk::{DateValue, Document, ImageRole, Parser};
use gray_matter::{Matter, engine::YAML};

use crate::common::inputs::Input;
use crate::jobs::Job;
use crate::peer_scraper::{self, Metadata};

/// The row of this job.
pub const NAME: &str = "front matter → metadata";

/// A reader of front matter: its name, its way, and whether it finds front matter below a blank line.
struct Peer {
    name: &'static str,
    read: fn(&str) -> Option<Metadata>,
    takes_blank_lines: bool,
}

const PEERS: [Peer; 5] = [
    Peer { name: "serde_norway, split by hand", read: serde_norway, takes_blank_lines: true },
    Peer { name: "serde-saphyr, split by hand", read: serde_saphyr, takes_blank_lines: true },
    Peer { name: "markdown-frontmatter", read: markdown_frontmatter, takes_blank_lines: true },
    Peer { name: "gray_matter, blank line trimmed", read: gray_matter, takes_blank_lines: false },
    Peer { name: "fronma, blank line trimmed", read: fronma, takes_blank_lines: false },
];

/// One job for each peer, on the head of `input`.
pub(crate) fn jobs(input: &'static Input) -> Vec<Job> {
    let (_, body) = peer_scraper::split(&input.text);
    let head = &input.text[..input.text.len() - body.len()];
    PEERS.iter().map(|peer| job(input, head, peer)).collect()
}

fn job(input: &'static Input, head: &'static str, peer: &Peer) -> Job {
    let Peer { name, read, takes_blank_lines } = *peer;
    let expected = ours(&Parser::new().parse_front_matter(head));
    let given = if takes_blank_lines { head } else { head.trim_start() };
    assert_eq!(read(given).as_ref(), Some(&expected), "{name}: {}", input.name);
    // The table says of a peer that it cannot read the head as it is: so it shall be.
    let fails = given == head || read(head).as_ref() != Some(&expected);
    assert!(fails, "{name} takes blank lines");
    Job {
        name: NAME,
        input: input.name.clone(),
        text: head,
        bytes: head.len(),
        peer: name,
        ours: Box::new(move |_| {
            drop(black_box(Parser::new().parse_front_matter(black_box(head))));
        }),
        theirs: Box::new(move |_| drop(black_box(read(black_box(given))))),
    }
}

/// Our metadata as the peers' record.
fn ours(document: &Document<'_>) -> Metadata {
    let ours = document.metadata();
    let image = |role: ImageRole| {
        ours.images.iter().find(|image| image.role == role).map(|image| image.src.to_string())
    };
    Metadata {
        title: ours.title.as_deref().unwrap_or_default().to_owned(),
        categories: ours.categories.iter().map(ToString::to_string).collect(),
        headimg: image(ImageRole::Cover),
        author: ours.authors.first().map(|author| author.name.to_string()),
        comments: ours.comments,
        date: ours.published.as_ref().and_then(|date| match date.value {
            DateValue::Instant(instant) => Some(instant),
            _ => None,
        }),
        thumbnail: image(ImageRole::Thumbnail),
    }
}

fn serde_norway(head: &str) -> Option<Metadata> {
    serde_norway::from_str(peer_scraper::split(head).0).ok()
}

fn serde_saphyr(head: &str) -> Option<Metadata> {
    serde_saphyr::from_str(peer_scraper::split(head).0).ok()
}

fn markdown_frontmatter(head: &str) -> Option<Metadata> {
    markdown_frontmatter::parse(head).ok().map(|(metadata, _)| metadata)
}

fn gray_matter(head: &str) -> Option<Metadata> {
    Matter::<YAML>::new().parse(head).ok().and_then(|parsed| parsed.data)
}

fn fronma(head: &str) -> Option<Metadata> {
    fronma::parser::parse(head).ok().map(|parsed| parsed.headers)
}
