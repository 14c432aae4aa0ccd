//! Instructions, counted by valgrind's callgrind: the same on a noisy machine.

use std::env;
use std::hint::black_box;
use std::process::Command;

/// Does what is counted: callgrind counts from here to the end of this function, by its name.
#[inline(never)]
pub(crate) fn counted(work: impl FnOnce()) {
    work();
    black_box(());
}

/// The instructions of what is [counted] when this program is run with these arguments.
pub(crate) fn instructions(arguments: &[&str]) -> u64 {
    let program = env::current_exe().expect("a program has a path");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg("--toggle-collect=*counted*")
        .arg(program)
        .args(arguments)
        .output()
        .expect("valgrind is installed");
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected : "));
    let count = collected.and_then(|(_, count)| count.trim().parse().ok());
    count.unwrap_or_else(|| panic!("callgrind counts nothing:\n{said}"))
}

/// A count as a number that can be divided.
pub(crate) fn float(number: u64) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}
