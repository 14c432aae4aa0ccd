//! Markdown: documents, blocks and places included, against pulldown-cmark's own rendering to HTML, in
//! instructions over the corpus.
//!
//! `cargo bench --features markdown --bench markdown` fails above [`MOST`]; `cargo test --benches` makes
//! each document once, uncounted, and compares it with the rendering. Time is measured by
//! `versus/src/bin/markdown.rs`.

#[path = "common/callgrind.rs"]
mod callgrind;
#[path = "common/rendering.rs"]
mod rendering;

use std::env;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use callgrind::{counted, float, instructions};
use copydesk::{BodyFormat, Document, Engine, Parser};
use rendering::{read, rendering};

/// A document may cost so many times the rendering.
const MOST: f64 = 1.3;

static PARSER: Parser = Parser::new().body_format(BodyFormat::Markdown);

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = env::var_os("COPYDESK_SHARED").map_or(root.join("../shared"), PathBuf::from);
    let files = read(&shared.join("corpus/markdown"));
    let bodies: Vec<&str> = files.iter().map(|file| copydesk::split(file).body).collect();
    if bodies.is_empty() {
        println!("no corpus: nothing to count");
        return ExitCode::SUCCESS;
    }
    match &arguments[..] {
        [mark, side] if mark == "--run" => {
            run(side, &bodies);
            ExitCode::SUCCESS
        }
        _ if arguments.iter().any(|argument| argument == "--bench") => compare(&bodies),
        _ => {
            let compared = bodies.iter().filter(|body| is_same(body)).count();
            println!("{compared} passed, 0 failed");
            ExitCode::SUCCESS
        }
    }
}

fn compare(bodies: &[&str]) -> ExitCode {
    let [document, rendering] =
        ["document", "rendering"].map(|side| float(instructions(&["--run", side])));
    let bytes: usize = bodies.iter().map(|body| body.len()).sum();
    let ratio = document / rendering;
    println!(
        "{} files, {bytes} bytes: {document} instructions, of the rendering {rendering}",
        bodies.len()
    );
    println!("ratio {ratio:.3}, at most {MOST}");
    if ratio <= MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(side: &str, bodies: &[&str]) {
    match side {
        "document" => counted(|| bodies.iter().for_each(|body| drop(black_box(document(body))))),
        "rendering" => counted(|| bodies.iter().for_each(|body| drop(black_box(rendering(body))))),
        _ => panic!("no side is called {side}"),
    }
}

fn document(body: &str) -> Document<'_> {
    PARSER.parse(body)
}

/// Whether a body, which is made a document, was compared with its rendering: one that holds HTML or is
/// expanded is not.
fn is_same(body: &str) -> bool {
    let document = black_box(document(body));
    if body.contains('<') || !Engine::expansions(body, false).is_empty() {
        return false;
    }
    let rendered = rendering(body);
    let tags = |tag: &str| rendered.matches(tag).count();
    let headings: usize = (1..=6).map(|level| tags(&format!("<h{level}"))).sum();
    assert_eq!(document.headings().count(), headings, "{body}");
    assert_eq!(document.code_blocks().count(), tags("<pre>"), "{body}");
    assert_eq!(document.images().count(), tags("<img "), "{body}");
    true
}
