//! What differs between two texts, as `diff -u` shows it.

use std::io::{self, Write};

/// How many lines are shown around a change.
const AROUND: usize = 2;

/// Texts that differ in more lines than this are shown as one change.
const MOST: usize = 2_000;

/// A line of the old text, the new one or both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Both,
    Old,
    New,
}

/// Writes the lines of `old` that go and those of `new` that come, with their places.
pub(crate) fn write(name: &str, old: &str, new: &str, out: &mut impl Write) -> io::Result<()> {
    let (old, new) = (lines(old), lines(new));
    let script = script(&old, &new);
    writeln!(out, "--- {name}\n+++ {name}")?;
    let changes = |at: &usize| script[*at] != Line::Both;
    let mut from = 0;
    while let Some(first) = (from..script.len()).find(changes) {
        // A change goes on where the next one is near.
        let mut last = first;
        while let Some(next) = (last + 1..script.len().min(last + 2 * AROUND + 2)).find(changes) {
            last = next;
        }
        let hunk = first.saturating_sub(AROUND).max(from)..script.len().min(last + AROUND + 1);
        from = hunk.end;
        let count = |script: &[Line], but: Line| script.iter().filter(|line| **line != but).count();
        let before = [Line::New, Line::Old].map(|but| count(&script[..hunk.start], but));
        let within = [Line::New, Line::Old].map(|but| count(&script[hunk.clone()], but));
        let start = |side: usize| before[side] + usize::from(within[side] > 0);
        writeln!(out, "@@ -{},{} +{},{} @@", start(0), within[0], start(1), within[1])?;
        let [mut in_old, mut in_new] = before;
        for line in &script[hunk] {
            let (mark, text) = match line {
                Line::New => ('+', new[in_new]),
                Line::Old => ('-', old[in_old]),
                Line::Both => (' ', old[in_old]),
            };
            in_old += usize::from(*line != Line::New);
            in_new += usize::from(*line != Line::Old);
            write!(out, "{mark}{text}")?;
            if !text.ends_with('\n') {
                write!(out, "\n\\ No newline at end of file\n")?;
            }
        }
    }
    Ok(())
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// How the one becomes the other: by the longest common part of the lines between those that are alike
/// at both ends.
fn script(old: &[&str], new: &[&str]) -> Vec<Line> {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let mut script = vec![Line::Both; head];
    if old.len() * new.len() > MOST * MOST {
        script.extend(old.iter().map(|_| Line::Old).chain(new.iter().map(|_| Line::New)));
    } else {
        script.extend(shortest(old, new));
    }
    script.extend(vec![Line::Both; tail]);
    script
}

fn shortest(old: &[&str], new: &[&str]) -> Vec<Line> {
    // The length of the longest common part of what is left from a line of each on.
    let mut common = vec![vec![0_u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut script) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        let line = match (old.get(i), new.get(j)) {
            (Some(old), Some(new)) if old == new => Line::Both,
            (Some(_), Some(_)) if common[i + 1][j] >= common[i][j + 1] => Line::Old,
            (Some(_), None) => Line::Old,
            _ => Line::New,
        };
        i += usize::from(line != Line::New);
        j += usize::from(line != Line::Old);
        script.push(line);
    }
    script
}
