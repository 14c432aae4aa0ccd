//! Law 6 for front matter: on every hostile family, four times the input takes no more than some
//! times the time, values stay few, and a limit that is met is told of.

use std::process::Command;
use std::time::{Duration, Instant};

use copydesk::{Code, Document, Edit, Format, Mapping, Value, ValueKind};

use crate::shared;

const SMALL: usize = 64 << 10;
const LARGE: usize = 256 << 10;

/// Linear would be 4, quadratic 16. Wide, for machines that do other things too.
const GROWTH: u32 = 8;

/// No time below this is measured well enough to say that it grows.
const FLOOR: Duration = Duration::from_millis(400);

/// How often a family must grow too much to be blamed for it.
const ATTEMPTS: u32 = 3;

/// A family of the shared generator, in two sizes.
struct Family {
    name: String,
    small: String,
    large: String,
}

#[test]
fn hostile_front_matter_takes_linear_time() {
    takes_linear_time(|input| drop(Document::parse(input)));
}

#[test]
fn hostile_front_matter_is_edited_in_linear_time() {
    takes_linear_time(edit);
}

/// Edits of the last key, which has the most before it, and a conversion.
fn edit(input: &str) {
    let document = Document::parse(input);
    let values = document.front_matter().map(|front_matter| front_matter.values());
    let last = values.as_ref().and_then(|values| values.entries().last());
    let key = last.map_or("", |last| &*last.key);
    let _ = Edit::new(input).set([key], "new").push("new", "new").remove([key]).finish();
    let _ = Edit::new(input).finish_as(Format::Json);
}

fn takes_linear_time(work: fn(&str)) {
    let Some(families) = families() else { return };
    let mut failures = Vec::new();
    for family in &families {
        let slow = |_, _| slow(family, work).map(Some);
        if let Some(times) = (0..ATTEMPTS).try_fold(None, slow).flatten() {
            failures.push((family.name.clone(), times));
        }
    }
    shared::report(&failures, families.len());
}

/// The times that work on a family takes, if they grow too much.
fn slow(family: &Family, work: fn(&str)) -> Option<String> {
    let (small, large) = (best_time(&family.small, work), best_time(&family.large, work));
    let grows = large > FLOOR && large > small * GROWTH;
    grows.then(|| format!("{small:?}, then {large:?}"))
}

#[test]
fn hostile_front_matter_stays_small_and_shallow() {
    /// The deepest value and, beyond that, the JSON around it. `serde_json` reads 128.
    const DEPTH: usize = 64;
    let Some(families) = families() else { return };
    let mut failures = Vec::new();
    for family in &families {
        let input = &family.large;
        let document = Document::parse(input);
        let Some(front_matter) = document.front_matter() else { continue };
        let values = front_matter.values();
        let (count, depth) = size(&values);
        // Every value is written with a byte at least; copies by aliases come on top.
        if count > 2 * input.len() || depth > DEPTH {
            failures.push((family.name.clone(), format!("{count} values, {depth} deep")));
        }
        let json = serde_json::to_string(&document).unwrap();
        if serde_json::from_str::<serde_json::Value>(&json).is_err() {
            failures.push((family.name.clone(), "its JSON is not read".to_owned()));
        }
    }
    shared::report(&failures, families.len());
}

#[test]
fn limits_that_are_met_are_told_of() {
    if shared::path("hostile/generate.py").is_none() {
        return;
    }
    let mut failures = Vec::new();
    let cases = [
        // So deep that the YAML reader declines: the text as written.
        ("y_flow_seq_c", SMALL, Code::RepairedValue),
        ("y_flow_map_c", SMALL, Code::RepairedValue),
        ("y_laughs", SMALL, Code::TooManyValues),
        ("y_alias_quad_list", SMALL, Code::TooManyValues),
        ("y_flow_ml", 900 << 10, Code::TooManyValues),
        ("y_dup", SMALL, Code::TooManyDiagnostics),
        ("y_scalar", 2 << 20, Code::FrontMatterTooLong),
        ("t_flat", LARGE, Code::TooManyValues),
        ("t_keys", 2 << 20, Code::FrontMatterTooLong),
        ("j_dup", SMALL, Code::TooManyDiagnostics),
        ("fm_bigyaml", 2 << 20, Code::FrontMatterTooLong),
        ("fm_unclosed", SMALL, Code::UnclosedFrontMatter),
        ("fm_lang", SMALL, Code::UnknownFenceLanguage),
    ];
    for (name, bytes, code) in cases {
        let Some(text) = generate(&[name, &bytes.to_string()]) else { return };
        let input = fenced(kind_of(name), &text);
        let document = Document::parse(&input);
        let codes: Vec<Code> = document.diagnostics().iter().map(|told| told.code).collect();
        if !codes.contains(&code) {
            let codes = &codes[..codes.len().min(5)];
            failures.push((name.to_owned(), format!("no {code:?} in {codes:?}")));
        }
    }
    shared::report(&failures, cases.len());
}

/// The kind of a family, by the letter that its name begins with.
fn kind_of(name: &str) -> &'static str {
    match name.split('_').next() {
        Some("y") => "yaml",
        Some("t") => "toml",
        Some("j") => "json",
        _ => "fm",
    }
}

/// A family's text within the fences of its format.
fn fenced(kind: &str, text: &str) -> String {
    match kind {
        "yaml" => format!("---\n{text}\n---\n<p>body</p>\n"),
        "toml" => format!("+++\n{text}\n+++\n<p>body</p>\n"),
        "json" => format!(";;;\n{text}\n;;;\n<p>body</p>\n"),
        "date" => with_dates(text),
        _ => text.to_owned(),
    }
}

/// Each line as the date of a mapping: in a field where it is alone, then all in one document.
fn with_dates(text: &str) -> String {
    for line in text.lines() {
        let json = serde_json::to_string(line).unwrap();
        Document::parse(&format!("---\ndate: {line}\nupdated: {json}\n---\n"));
    }
    let dates = text.lines().map(|line| format!("date: {line}"));
    format!("---\n{}\n---\n", dates.collect::<Vec<_>>().join("\n"))
}

/// Writes every family of some kinds in two sizes: a line `kind name bytes`, then the bytes.
const SCRIPT: &str = "
import sys
sys.path.insert(0, sys.argv[1])
from generate import F
for name, (kind, _, make) in F.items():
    for size in sys.argv[2:]:
        if kind in ('yaml', 'toml', 'json', 'fm', 'date'):
            text = make(int(size))
            sys.stdout.buffer.write(b'%s %s %d\\n%s' % (kind.encode(), name.encode(), len(text), text))
";

/// The families, all from one run: to start python for each would take longer than to read them.
fn families() -> Option<Vec<Family>> {
    let folder = shared::path("hostile")?;
    let mut python = Command::new("python3");
    python.args(["-B", "-c", SCRIPT]).arg(folder).args([SMALL, LARGE].map(|n| n.to_string()));
    let Some(written) = output(&mut python) else {
        shared::say("skipped: there is no python3");
        return None;
    };
    let mut rest = &*written;
    let mut families = Vec::new();
    while !rest.is_empty() {
        let (name, small) = next_text(&mut rest);
        let (_, large) = next_text(&mut rest);
        families.push(Family { name, small, large });
    }
    assert!(families.len() > 80, "{} families", families.len());
    Some(families)
}

fn next_text(rest: &mut &[u8]) -> (String, String) {
    let end = rest.iter().position(|&byte| byte == b'\n').unwrap();
    let line = String::from_utf8_lossy(&rest[..end]).into_owned();
    let mut columns = line.split(' ').map(str::to_owned);
    let (kind, name) = (columns.next().unwrap(), columns.next().unwrap());
    let (text, after) = rest[end + 1..].split_at(columns.next().unwrap().parse().unwrap());
    *rest = after;
    let text = fenced(&kind, &String::from_utf8_lossy(text));
    (name, text)
}

fn generate(arguments: &[&str]) -> Option<String> {
    let generator = shared::path("hostile/generate.py")?;
    let written = output(Command::new("python3").arg("-B").arg(generator).args(arguments))?;
    Some(String::from_utf8_lossy(&written).into_owned())
}

fn output(command: &mut Command) -> Option<Vec<u8>> {
    let output = command.output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// The best of three, as the others tell of the machine.
fn best_time(input: &str, work: fn(&str)) -> Duration {
    let time = || {
        let start = Instant::now();
        work(input);
        start.elapsed()
    };
    (0..3).map(|_| time()).min().unwrap()
}

/// How many values there are, and how deep the deepest is.
fn size(values: &Mapping<'_>) -> (usize, usize) {
    let (mut count, mut deepest) = (0, 0);
    let mut open: Vec<(&Value<'_>, usize)> = values.iter().map(|e| (&e.value, 1)).collect();
    while let Some((value, depth)) = open.pop() {
        (count, deepest) = (count + 1, deepest.max(depth));
        match &value.kind {
            ValueKind::List(items) => open.extend(items.iter().map(|item| (item, depth + 1))),
            ValueKind::Mapping(inner) => open.extend(inner.iter().map(|e| (&e.value, depth + 1))),
            _ => {}
        }
    }
    (count, deepest)
}
