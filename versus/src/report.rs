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

/// How the rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Table,
    /// A line of JSON a row.
    Json,
    /// For `records/`.
    Csv,
}

impl Form {
    pub fn from_arguments() -> Self {
        let has = |name: &str| std::env::args().any(|argument| argument == name);
        match (has("--json"), has("--csv")) {
            (true, _) => Self::Json,
            (_, true) => Self::Csv,
            _ => Self::Table,
        }
    }
}

/// What stands before the rows of both programs: what they were measured on, or names of columns.
pub fn print_setting(form: Form, rounds: usize) {
    match form {
        Form::Table => setting("-", rounds),
        Form::Json => {}
        Form::Csv => {
            setting("#", rounds);
            println!("row,input,bytes,unit,ours,peer,peer_name,ratio");
        }
    }
}

pub fn print(rows: &[Row], form: Form) {
    if form == Form::Table {
        println!("\n| row | input | bytes | copydesk | peer | unit | ratio | peer |");
        println!("|---|---|--:|--:|--:|---|--:|---|");
    }
    let line = match form {
        Form::Table => table_line,
        Form::Json => |row: &Row| serde_json::to_string(row).expect("a row is JSON"),
        Form::Csv => csv_line,
    };
    for row in rows {
        println!("{}", line(row));
    }
}

fn table_line(row: &Row) -> String {
    let Row { row, input, bytes, unit, ours, peer, peer_name, ratio } = row;
    let (ours, peer) = (number(*ours), number(*peer));
    format!("| {row} | {input} | {bytes} | {ours} | {peer} | {unit} | {ratio:.3} | {peer_name} |")
}

fn csv_line(row: &Row) -> String {
    let Row { row, input, bytes, unit, ours, peer, peer_name, ratio } = row;
    format!("{row},{input},{bytes},{unit},{ours:.3},{peer:.3},{peer_name},{ratio:.4}")
}

fn setting(mark: &str, rounds: usize) {
    let cores = available_parallelism().map_or(0, usize::from);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments = match arguments.join(" ") {
        none if none.is_empty() => none,
        some => format!(" -- {some}"),
    };
    let packages =
        ["copydesk", "scraper", "serde_norway", "chrono", "html5ever", "markup5ever_rcdom"];
    let packages = packages.map(|package| format!("{package} {}", version(package)));
    println!("{mark} {}, {}", packages.join(", "), rustc());
    println!("{mark} {cores} cores, {}, {}", std::env::consts::ARCH, std::env::consts::OS);
    println!("{mark} best of {rounds} rounds, contenders interleaved, one process");
    println!("{mark} `cargo run --release --manifest-path versus/Cargo.toml{arguments}`");
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
