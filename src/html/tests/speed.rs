//! How fast, and how far from the budget: run with `--release --ignored --nocapture speed`.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{LocalName, ParseOpts, QualName, ns};
use markup5ever_rcdom::RcDom;

use super::shared;
use crate::diagnostic::Diagnostics;
use crate::html::tokenizer::{Token, Tokens};
use crate::html::{Engine, is_page, lenient, parse, spec};
use crate::limits::Limits;

#[test]
#[allow(clippy::cast_precision_loss)]
#[ignore = "prints times of a release build"]
fn speed() {
    let Some(folder) = shared::folder("corpus") else { return };
    let mut texts = Vec::new();
    let (mut steps, mut created, mut place) = (0.0_f64, 0.0_f64, String::new());
    for path in shared::files(&folder) {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        let context = if is_page(&text) { spec::Context::Page } else { spec::Context::BODY };
        let (own, elements) = spec::cost(&text, context);
        if own > steps {
            (steps, place) = (own, path.display().to_string());
        }
        created = created.max(elements);
        if path.extension().is_some_and(|it| it == "html") || text.contains("</p>") {
            texts.push(text);
        }
    }
    println!("at most {steps:.2} steps a byte ({place}), {created:.2} elements a tag");
    let limits = Limits::new();
    let ways: [&dyn Fn(&str); 4] = [
        &|text| {
            let mut tokens = super::tokens(text);
            while tokens.next(|| false).0 != Token::End {}
        },
        &|text| {
            let tokens = super::tokens(text);
            black_box(lenient::parse(tokens, text, 0, false, &mut Diagnostics::new(9)));
        },
        &|text| {
            black_box(parse(text, 0, Engine::Auto, &limits, &mut Diagnostics::new(9)));
        },
        &|text| {
            black_box(rcdom(text));
        },
    ];
    let mut sums = [Duration::ZERO; 4];
    let mut worst = (0.0_f64, 0);
    for (index, text) in texts.iter().enumerate() {
        let best = best_of(&ways, text);
        sums.iter_mut().zip(best).for_each(|(sum, best)| *sum += best);
        let ratio = best[2].as_secs_f64() / best[3].as_secs_f64();
        if ratio > worst.0 {
            worst = (ratio, index);
        }
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {bytes} bytes", texts.len());
    for (name, time) in ["tokens", "lenient", "ours", "html5ever + RcDom"].iter().zip(sums) {
        let speed = bytes as f64 / time.as_secs_f64() / 1e6;
        let ratio = time.as_secs_f64() / sums[3].as_secs_f64();
        println!("{name:18} {time:>9.1?} {speed:>7.0} MB/s {ratio:.3}");
    }
    println!("no text takes more than {:.2} of html5ever + RcDom", worst.0);
    assert!(worst.0 < 1.15, "{:?}", texts[worst.1].get(..200));
}

/// The best of some interleaved rounds, for each way.
fn best_of<const N: usize>(ways: &[&dyn Fn(&str); N], text: &str) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..9 {
        for (best, way) in best.iter_mut().zip(ways) {
            let start = Instant::now();
            way(text);
            *best = start.elapsed().min(*best);
        }
    }
    best
}

fn rcdom(text: &str) -> RcDom {
    let builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder: builder, ..ParseOpts::default() };
    let name = QualName::new(None, ns!(html), LocalName::from("body"));
    html5ever::parse_fragment(RcDom::default(), options, name, vec![], false).one(text)
}
