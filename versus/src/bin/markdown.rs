//! Markdown: our document, blocks and places included, against pulldown-cmark's own rendering to HTML.
//!
//! ```sh
//! cargo run --release --manifest-path versus/Cargo.toml --features markdown --bin markdown -- \
//!     FOLDER [ROUNDS]
//! ```
//!
//! The folder's `.md` and `.markdown` files are read once; in every round both sides have their turn
//! with all of them, and the best turn of each counts.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use copydesk::{BodyFormat, Parser};
use pulldown_cmark::{Options, html};

const SYNTAX: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: markdown FOLDER [ROUNDS]");
        std::process::exit(2);
    };
    let rounds: u32 = arguments.next().and_then(|rounds| rounds.parse().ok()).unwrap_or(20);
    let files = read(Path::new(&folder))?;
    let bodies: Vec<&str> = files.iter().map(|file| copydesk::split(file).body).collect();
    let bytes: usize = bodies.iter().map(|body| body.len()).sum();
    let parser = Parser::new().body_format(BodyFormat::Markdown);
    let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        ours = ours.min(turn(&bodies, |body| {
            black_box(parser.parse(body).blocks().len());
        }));
        theirs = theirs.min(turn(&bodies, |body| {
            let mut rendered = String::with_capacity(body.len() * 3 / 2);
            html::push_html(&mut rendered, pulldown_cmark::Parser::new_ext(body, SYNTAX));
            black_box(rendered.len());
        }));
    }
    println!("{} files, {bytes} bytes, best of {rounds}", files.len());
    println!("document {ours:?}, rendering {theirs:?}, ratio {:.2}", ours.div_duration_f64(theirs));
    Ok(())
}

fn turn<'a>(bodies: &[&'a str], work: impl Fn(&'a str)) -> Duration {
    let start = Instant::now();
    bodies.iter().for_each(|body| work(body));
    start.elapsed()
}

/// The texts of the Markdown files below a folder.
fn read(folder: &Path) -> io::Result<Vec<String>> {
    let (mut folders, mut texts) = (vec![PathBuf::from(folder)], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let is = |name| path.extension().is_some_and(|extension| extension == name);
            if path.is_dir() {
                folders.push(path);
            } else if is("md") || is("markdown") {
                texts.push(String::from_utf8_lossy(&fs::read(&path)?).into_owned());
            }
        }
    }
    Ok(texts)
}
