//! Bytes per second of each step. `cargo bench [-- NAME]` times; `cargo test --benches` runs each
//! once. Either way the answers are checked first.

mod common;

use std::env;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use common::{inputs, walk};
use copydesk::{Block, Document, split};

/// A batch is long enough for the clock.
const BATCH: Duration = Duration::from_millis(20);
const BATCHES: usize = 15;

fn main() {
    let timed = env::args().any(|argument| argument == "--bench");
    let filter = env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let inputs = inputs::load(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut passed = 0;
    for input in &inputs {
        let mut bench = |step: &str, bytes: usize, run: &mut dyn FnMut()| {
            let name = format!("{step} {}", input.name);
            if filter.as_ref().is_some_and(|filter| !name.contains(filter)) {
                return;
            }
            run();
            passed += 1;
            if timed {
                report(&name, bytes, best(run));
            }
        };
        steps(&input.text, &mut bench);
    }
    println!("{passed} passed, 0 failed");
}

/// Takes a step's name, the bytes it reads, and one run of it.
type Bench<'b> = &'b mut dyn FnMut(&str, usize, &mut dyn FnMut());

/// Every step on one input, after the answers of all.
fn steps(input: &str, bench: Bench<'_>) {
    let document = Document::parse(input);
    answers_hold(input, &document);

    let head = &input[..document.body_span().start as usize];
    let body = document.body();
    bench("split", input.len(), &mut || {
        black_box(split(black_box(input)));
    });
    bench("metadata", head.len(), &mut || drop(black_box(Document::parse(black_box(head)))));
    bench("body", body.len(), &mut || drop(black_box(Document::parse(black_box(body)))));
    bench("document", input.len(), &mut || drop(black_box(Document::parse(black_box(input)))));
    let mut json = Vec::new();
    bench("json", input.len(), &mut || {
        json.clear();
        serde_json::to_writer(&mut json, black_box(&document)).expect("a document is JSON");
        black_box(&json);
    });
}

/// The parts of a document are as many as a search of its text finds.
fn answers_hold(input: &str, document: &Document<'_>) {
    let written = |tag: &str| input.matches(tag).count();
    let [mut headings, mut paragraphs, mut images] = [0; 3];
    walk::blocks(document, &mut |block| match block {
        Block::Heading(_) => headings += 1,
        Block::Paragraph(p) if input[p.span.range()].starts_with("<p>") => paragraphs += 1,
        Block::Figure(figure) => images += figure.images.len(),
        _ => {}
    });
    assert_eq!(headings, ["<h2", "<h3", "<h4"].map(written).iter().sum::<usize>());
    assert_eq!(paragraphs, written("<p>"));
    assert_eq!(images, written("<img"));
    let metadata = document.metadata();
    assert!(metadata.title.is_some() && metadata.published.is_some());
    assert_eq!(metadata.categories.len(), 3);
    assert_eq!(split(input).body, document.body());
}

/// The best time of one run, over batches of as many runs as fill one.
fn best(run: &mut dyn FnMut()) -> Duration {
    let start = Instant::now();
    let mut runs = 0;
    while start.elapsed() < BATCH {
        run();
        runs += 1;
    }
    let batch = |_| {
        let start = Instant::now();
        (0..runs).for_each(|_| run());
        start.elapsed() / runs
    };
    (0..BATCHES).map(batch).min().unwrap_or_default()
}

fn report(name: &str, bytes: usize, time: Duration) {
    let micros = time.as_secs_f64() * 1e6;
    let rate = u32::try_from(bytes).map_or(f64::NAN, f64::from) / micros;
    println!("{name:<28} {rate:>9.1} MB/s {micros:>12.2} µs");
}
