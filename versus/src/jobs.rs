//! The jobs compared. Their results are asserted equal before anything is measured.

use std::hint::black_box;
use std::path::Path;

use copydesk::Document;

use crate::common::inputs::{self, Input};
use crate::writer::Writer;
use crate::{front_matter, ours, peer_rcdom, peer_scraper, trees};

/// One job on one input, done by both sides. What is JSON is written to the sink given.
pub struct Job {
    pub name: &'static str,
    pub input: String,
    /// What is read.
    pub text: &'static str,
    pub bytes: usize,
    pub peer: &'static str,
    pub ours: Work,
    pub theirs: Work,
}

pub type Work = Box<dyn Fn(&mut Vec<u8>)>;

/// All jobs on all inputs.
pub fn all() -> Vec<Job> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let inputs: &'static [Input] = inputs::load(&root).leak();
    let mut jobs = Vec::new();
    for job in [facts, everything] {
        for writer in Writer::ALL {
            jobs.extend(inputs.iter().map(|input| job(input, writer)));
        }
    }
    jobs.extend(inputs.iter().map(body));
    jobs.extend(inputs.iter().flat_map(trees::jobs));
    jobs.extend(trees::posts(&root));
    jobs.extend(inputs.first().map(front_matter::jobs).into_iter().flatten());
    jobs
}

/// The facts both sides agree on.
fn facts(input: &'static Input, writer: Writer) -> Job {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    ours::facts(&input.text, writer, &mut left);
    peer_scraper::facts(&input.text, writer, &mut right);
    assert_same(&left, &right, &input.name);
    Job {
        name: match writer {
            Writer::SerdeJson => "facts",
            Writer::SonicRs => "facts, by sonic-rs",
        },
        input: input.name.clone(),
        text: &input.text,
        bytes: input.text.len(),
        peer: peer_scraper::NAME,
        ours: Box::new(move |out| ours::facts(black_box(&input.text), writer, out)),
        theirs: Box::new(move |out| peer_scraper::facts(black_box(&input.text), writer, out)),
    }
}

/// Shows where two long texts part.
fn assert_same(left: &[u8], right: &[u8], name: &str) {
    let same = left.iter().zip(right).take_while(|(left, right)| left == right).count();
    if same < left.len().max(right.len()) {
        let near = |text: &[u8]| {
            let near = &text[same.saturating_sub(80)..text.len().min(same + 80)];
            String::from_utf8_lossy(near).into_owned()
        };
        panic!("{name}: the facts differ\nours: {}\npeer: {}", near(left), near(right));
    }
}

/// All we know against the facts that the peer knows.
fn everything(input: &'static Input, writer: Writer) -> Job {
    let mut json = Vec::new();
    ours::everything(&input.text, writer, &mut json);
    let back: Document<'_> = serde_json::from_slice(&json).expect("JSON that reads back");
    assert_eq!(back.blocks(), Document::parse(&input.text).blocks(), "{}", input.name);
    Job {
        name: match writer {
            Writer::SerdeJson => "everything",
            Writer::SonicRs => "everything, by sonic-rs",
        },
        ours: Box::new(move |out| ours::everything(black_box(&input.text), writer, out)),
        ..facts(input, writer)
    }
}

/// The body alone: our document against the peer's tree.
fn body(input: &'static Input) -> Job {
    let (_, body) = peer_scraper::split(&input.text);
    let document = Document::parse(body);
    let tree = peer_rcdom::tree(body);
    let headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let counts = [&headings[..], &["p"], &["img"]].map(|names| peer_rcdom::count(&tree, names));
    assert_eq!(ours::counts(&document), counts, "{}", input.name);
    Job {
        name: "body → document / tree",
        input: input.name.clone(),
        text: body,
        bytes: body.len(),
        peer: peer_rcdom::NAME,
        ours: Box::new(move |_| drop(black_box(Document::parse(black_box(body))))),
        theirs: Box::new(move |_| drop(black_box(peer_rcdom::tree(black_box(body))))),
    }
}
