//! Counts what both sides allocate for the whole job: how often, and how much at most beyond the
//! input. JSON goes to a sink that has its size already.

use std::alloc::System;
use std::hint::black_box;

use peakmem_alloc::{PeakMemAlloc, PeakMemAllocTrait};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use versus::front_matter;
use versus::jobs::{self, Job, Work};
use versus::report::{self, Form, Row};

#[global_allocator]
static PEAK: PeakMemAlloc<&StatsAlloc<System>> = PeakMemAlloc::new(&INSTRUMENTED_SYSTEM);

fn main() {
    let mut jobs = jobs::all();
    jobs.retain(|job| matches!(job.name, "facts" | "everything" | front_matter::NAME));
    jobs.iter().for_each(split_allocates_nothing);
    let rows: Vec<Row> = jobs.iter().flat_map(rows).collect();
    for row in rows.iter().filter(|row| row.row == front_matter::NAME && row.unit == "allocations")
    {
        assert!(row.ours <= 10.0, "metadata takes {} allocations", row.ours);
    }
    report::print(&rows, Form::from_arguments());
}

fn split_allocates_nothing(job: &Job) {
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    black_box(copydesk::split(black_box(job.text)));
    assert_eq!(region.change().allocations, 0, "{}", job.input);
}

/// A job's allocations and its peak.
fn rows(job: &Job) -> [Row; 2] {
    let (ours, theirs) = (measure(&job.ours), measure(&job.theirs));
    let row = |unit, ours: usize, theirs: usize, over: usize| {
        let float = |number: usize| u32::try_from(number).map_or(f64::INFINITY, f64::from);
        let [ours, peer] = [ours, theirs].map(|number| float(number) / float(over));
        Row {
            row: job.name,
            input: job.input.clone(),
            bytes: job.bytes,
            unit,
            ours,
            peer,
            peer_name: job.peer,
            ratio: ours / peer,
        }
    };
    [
        row("allocations", ours.allocations, theirs.allocations, 1),
        row("× input at peak", ours.peak, theirs.peak, job.bytes),
    ]
}

struct Heap {
    allocations: usize,
    peak: usize,
}

fn measure(work: &Work) -> Heap {
    let mut out = Vec::new();
    work(&mut out);
    out.clear();
    PEAK.reset_peak_memory();
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    work(&mut out);
    let change = region.change();
    let peak = PEAK.get_peak_memory();
    Heap { allocations: change.allocations + change.reallocations, peak }
}
