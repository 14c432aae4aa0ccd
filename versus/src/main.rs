//! Times both sides: `cargo run --release --manifest-path versus/Cargo.toml [-- --json] [--csv]
//! [--rounds N] [--quick]`. In every round each contender has its turn; the best turn of each counts. The heap
//! is measured after, by `bin/heap.rs`, since counting would slow whom allocates more.

use std::env;
use std::process::{Command, exit};
use std::time::{Duration, Instant};

use versus::front_matter;
use versus::jobs::{self, Job, Work};
use versus::report::{self, Form, Row};

/// A turn is as many runs as fill this, for the clock's sake.
const TURN: Duration = Duration::from_millis(4);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let value = arguments.iter().skip_while(|argument| *argument != "--rounds").nth(1);
    let rounds = match value.map(|value| value.parse()) {
        Some(Ok(rounds)) => rounds,
        Some(Err(_)) => fail("--rounds takes a number"),
        None if has("--quick") => 3,
        None => 40,
    };
    let form = Form::from_arguments();
    report::print_setting(form, rounds);
    let rows = times(rounds);
    let (head, all): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.row == front_matter::NAME);
    report::print(&all, form);
    report::print(&head, form);
    heap(&arguments);
}

fn times(rounds: usize) -> Vec<Row> {
    let mut sides: Vec<(Job, Side, Side)> = jobs::all()
        .into_iter()
        .map(|job| {
            let sides = (Side::new(&job.ours), Side::new(&job.theirs));
            (job, sides.0, sides.1)
        })
        .collect();
    for _ in 0..rounds {
        for (job, ours, theirs) in &mut sides {
            ours.turn(&job.ours);
            theirs.turn(&job.theirs);
        }
    }
    sides.into_iter().map(|(job, ours, theirs)| row(job, &ours, &theirs)).collect()
}

/// One contender: how many runs fill a turn, and its best time of a run.
struct Side {
    runs: u32,
    best: Duration,
    out: Vec<u8>,
}

impl Side {
    fn new(work: &Work) -> Self {
        let mut side = Self { runs: 1, best: Duration::MAX, out: Vec::new() };
        side.turn(work);
        side.turn(work);
        let runs = TURN.as_nanos() / side.best.as_nanos().max(1);
        side.runs = u32::try_from(runs).unwrap_or(u32::MAX).max(1);
        side.best = Duration::MAX;
        side
    }

    fn turn(&mut self, work: &Work) {
        let start = Instant::now();
        for _ in 0..self.runs {
            self.out.clear();
            work(&mut self.out);
        }
        self.best = self.best.min(start.elapsed() / self.runs);
    }
}

fn row(job: Job, ours: &Side, theirs: &Side) -> Row {
    let micros = |side: &Side| side.best.as_secs_f64() * 1e6;
    Row {
        row: job.name,
        input: job.input,
        bytes: job.bytes,
        unit: "µs",
        ours: micros(ours),
        peer: micros(theirs),
        peer_name: job.peer,
        ratio: micros(ours) / micros(theirs),
    }
}

/// Runs the other program of this package.
fn heap(arguments: &[String]) {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let heap = ["run", "--release", "--quiet", "--manifest-path", manifest, "--bin", "heap", "--"];
    let status = Command::new(cargo).args(heap).args(arguments).status();
    if !status.is_ok_and(|status| status.success()) {
        fail("the heap could not be measured");
    }
}

fn fail(message: &str) -> ! {
    eprintln!("versus: {message}");
    exit(1)
}
