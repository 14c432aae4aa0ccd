//! Counts what both sides allocate for the whole job: how often, and how much at most beyond the
//! input. JSON goes to a sink that has its size already.

use std::alloc::System;

use peakmem_alloc::{PeakMemAlloc, PeakMemAllocTrait};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use versus::jobs::{self, Job, Work};
use versus::report::{self, Form, Row};

#[global_allocator]
static PEAK: PeakMemAlloc<&StatsAlloc<System>> = PeakMemAlloc::new(&INSTRUMENTED_SYSTEM);

fn main() {
    let mut jobs = jobs::all();
    jobs.retain(|job| matches!(job.name, "facts" | "everything"));
    let rows: Vec<Row> = jobs.iter().flat_map(rows).collect();
    report::print(&rows, Form::from_arguments());
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
