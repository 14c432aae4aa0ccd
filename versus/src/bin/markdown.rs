//! Markdown: our document, blocks and places included, against pulldown-cmark's own rendering to HTML.
//!
//! ```sh
//! cargo run --release --manifest-path versus/Cargo.toml --features markdown --bin markdown -- \
//!     FOLDER [ROUNDS]
//! ```
//!
//! The folder's `.md` and `.markdown` files are read once; in every round both sides have their turn
//! with all of them, and the best turn of each counts.

#[path = "../../../benches/common/rendering.rs"]
mod rendering;

use std::env;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use copydesk::{BodyFormat, Parser};
use rendering::{read, rendering};

fn main() {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: markdown FOLDER [ROUNDS]");
        std::process::exit(2);
    };
    let rounds: u32 = arguments.next().and_then(|rounds| rounds.parse().ok()).unwrap_or(20);
    let files = read(Path::new(&folder));
    let bodies: Vec<&str> = files.iter().map(|file| copydesk::split(file).body).collect();
    let bytes: usize = bodies.iter().map(|body| body.len()).sum();
    let parser = Parser::new().body_format(BodyFormat::Markdown);
    let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        ours = ours.min(turn(&bodies, |body| {
            black_box(parser.parse(body).blocks().len());
        }));
        theirs = theirs.min(turn(&bodies, |body| {
            black_box(rendering(body).len());
        }));
    }
    println!("{} files, {bytes} bytes, best of {rounds}", files.len());
    println!("document {ours:?}, rendering {theirs:?}, ratio {:.2}", ours.div_duration_f64(theirs));
}

fn turn<'a>(bodies: &[&'a str], work: impl Fn(&'a str)) -> Duration {
    let start = Instant::now();
    for body in bodies {
        work(body);
    }
    start.elapsed()
}
