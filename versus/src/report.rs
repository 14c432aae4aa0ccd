//! The results: a Markdown table with what it was measured on, or a line of JSON a row.

use std::process::Command;
use std::thread::available_parallelism;

use serde::Serialize;

/// Two numbers of one job on one input, and how they compare.
#[derive(Debug, Serialize)]
pub struct Row {
    pub row: &'static str,
    pub input: String,
    pub bytes: usize,
    pub unit: &'static str,
    pub ours: f64,
    pub peer: f64,
    pub peer_name: &'static str,
    pub ratio: f64,
}

pub fn print(rows: &[Row], json: bool) {
    if json {
        for row in rows {
            println!("{}", serde_json::to_string(row).expect("a row is JSON"));
        }
        return;
    }
    println!("| row | input | bytes | copydesk | peer | unit | ratio | peer |");
    println!("|---|---|--:|--:|--:|---|--:|---|");
    for Row { row, input, bytes, unit, ours, peer, peer_name, ratio } in rows {
        let (ours, peer) = (number(*ours), number(*peer));
        println!(
            "| {row} | {input} | {bytes} | {ours} | {peer} | {unit} | {ratio:.3} | {peer_name} |"
        );
    }
    println!();
}

/// What the numbers were measured on.
pub fn print_setting(rounds: usize) {
    let cores = available_parallelism().map_or(0, usize::from);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments = match arguments.join(" ") {
        none if none.is_empty() => none,
        some => format!(" -- {some}"),
    };
    println!("copydesk {}, {}", version("copydesk"), rustc());
    for peer in ["scraper", "serde_norway", "chrono", "html5ever", "markup5ever_rcdom"] {
        println!("- {peer} {}", version(peer));
    }
    println!("- {cores} cores, {}, {}", std::env::consts::ARCH, std::env::consts::OS);
    println!("- best of {rounds} rounds, contenders interleaved, one process");
    println!("- `cargo run --release --manifest-path versus/Cargo.toml{arguments}`\n");
}

fn number(value: f64) -> String {
    if value < 100.0 && value.fract() != 0.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.0}")
    }
}

/// The version of a package in this package's lock file.
fn version(package: &str) -> &'static str {
    let lock = include_str!("../Cargo.lock");
    let head = format!("name = \"{package}\"\nversion = \"");
    let version = lock.split_once(&head).and_then(|(_, rest)| rest.split_once('"'));
    version.map_or("?", |(version, _)| version)
}

fn rustc() -> String {
    let output = Command::new("rustc").arg("--version").output();
    output.map_or_else(|_| "rustc ?".into(), |o| String::from_utf8_lossy(&o.stdout).trim().into())
}
