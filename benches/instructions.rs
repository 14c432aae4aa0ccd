//! Instructions per byte of each step, counted by valgrind's callgrind: the same on a noisy machine.
//!
//! `cargo bench --bench instructions` compares with the record and fails where a step takes more
//! than 5 % above it; `-- --record` writes the record anew. `cargo test --benches` runs each step
//! once, uncounted.

#[path = "common/callgrind.rs"]
mod callgrind;
#[path = "common/inputs.rs"]
mod inputs;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use callgrind::{counted, float, instructions};
use copydesk::{Document, Parser, split};
use inputs::Input;

/// What another version of the compiler may cost; noise there is none.
const SLACK: f64 = 1.05;

const STEPS: [&str; 4] = ["split", "metadata", "parse", "json"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let inputs = inputs::load(Path::new(env!("CARGO_MANIFEST_DIR")));
    if let [mark, step, name] = &arguments[..] {
        if mark == "--run" {
            let input = inputs.iter().find(|input| input.name == *name).expect("an input's name");
            run(step, &input.text);
            return ExitCode::SUCCESS;
        }
    }
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    if !has("--bench") {
        for input in &inputs {
            for step in STEPS {
                run(step, &input.text);
            }
        }
        println!("{} passed, 0 failed", inputs.len() * STEPS.len());
        return ExitCode::SUCCESS;
    }
    let counts = counts(&inputs);
    if has("--record") {
        record(&counts);
        return ExitCode::SUCCESS;
    }
    compare(&counts)
}

/// Does a step once; what it needs before is not counted.
fn run(step: &str, input: &str) {
    let document = Document::parse(input);
    let mut json = Vec::with_capacity(input.len() * 8);
    match step {
        "split" => counted(|| _ = black_box(split(black_box(input)))),
        "metadata" => {
            counted(|| drop(black_box(Parser::new().parse_front_matter(black_box(input)))));
        }
        "parse" => counted(|| drop(black_box(Document::parse(black_box(input))))),
        "json" => counted(|| {
            serde_json::to_writer(&mut json, black_box(&document)).expect("a document is JSON");
        }),
        _ => panic!("no step is called {step}"),
    }
}

/// A step on an input, and its instructions.
struct Count {
    step: &'static str,
    input: String,
    bytes: usize,
    instructions: u64,
}

impl Count {
    /// `split` and `metadata` read the head alone: by the byte they would say nothing.
    fn per_byte(&self) -> f64 {
        float(self.instructions) / float(self.bytes as u64)
    }
}

fn counts(inputs: &[Input]) -> Vec<Count> {
    let steps = |input| STEPS.into_iter().map(move |step| count(step, input));
    inputs.iter().flat_map(steps).collect()
}

fn count(step: &'static str, input: &Input) -> Count {
    let instructions = instructions(&["--run", step, &input.name]);
    Count { step, input: input.name.clone(), bytes: input.text.len(), instructions }
}

fn record_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.csv")
}

fn record(counts: &[Count]) {
    let mut lines = format!("# {}\nstep,input,bytes,instructions\n", setting());
    for Count { step, input, bytes, instructions } in counts {
        writeln!(lines, "{step},{input},{bytes},{instructions}").expect("a string takes it");
    }
    fs::write(record_path(), &lines).expect("the record can be written");
    print!("{lines}");
}

/// What the counts depend on besides the code.
fn setting() -> String {
    let said = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output();
        output.map_or_else(
            |_| format!("{program} ?"),
            |it| String::from_utf8_lossy(&it.stdout).trim().to_owned(),
        )
    };
    let (date, rustc) = (said("date", &["-u", "+%F"]), said("rustc", &["--version"]));
    format!("{date}, {rustc}, {}", env::consts::ARCH)
}

fn compare(counts: &[Count]) -> ExitCode {
    let record = fs::read_to_string(record_path()).unwrap_or_default();
    let recorded = |count: &Count| {
        let head = format!("{},{},{},", count.step, count.input, count.bytes);
        record.lines().find_map(|line| line.strip_prefix(&head)?.parse::<u64>().ok())
    };
    let mut failed = 0;
    println!("| step | input | instructions | a byte | recorded |\n|---|---|--:|--:|--:|");
    for count in counts {
        let Count { step, input, instructions, .. } = count;
        let before = recorded(count);
        let grown = before.is_some_and(|before| float(*instructions) > float(before) * SLACK);
        failed += usize::from(grown);
        let before = before.map_or("none".to_owned(), |before| before.to_string());
        let mark = if grown { " **grown**" } else { "" };
        let per_byte = count.per_byte();
        println!("| {step} | {input} | {instructions} | {per_byte:.1} | {before}{mark} |");
    }
    println!("{} held, {failed} grown", counts.len() - failed);
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
