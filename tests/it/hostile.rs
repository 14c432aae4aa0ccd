//! Law 6 for front matter: on every hostile family, four times the input takes no more than some
//! times the time, values stay few, and a limit that is met is told of.

use std::process::Command;
use std::time::{Duration, Instant};

use copydesk::{Code, Document, Mapping, Value, ValueKind};

use crate::shared;

const SMALL: usize = 64 << 10;
const LARGE: usize = 256 << 10;

/// Linear would be 4, quadratic 16. Wide, for machines that do other things too.
const GROWTH: u32 = 8;

/// No time below this is measured well enough to say that it grows.
const FLOOR: Duration = Duration::from_millis(250);

/// A family of the shared generator: what kind of text it makes and its name.
struct Family {
    kind: String,
    name: String,
}

#[test]
fn hostile_front_matter_takes_linear_time() {
    let Some(families) = families() else { return };
    let mut failures = Vec::new();
    for family in &families {
        let (small, large) = (best_time(family, SMALL), best_time(family, LARGE));
        if large > FLOOR && large > small * GROWTH {
            failures.push((family.name.clone(), format!("{small:?}, then {large:?}")));
        }
    }
    shared::report(&failures, families.len());
}

#[test]
fn hostile_front_matter_stays_small_and_shallow() {
    /// The deepest value and, beyond that, the JSON around it. `serde_json` reads 128.
    const DEPTH: usize = 64;
    let Some(families) = families() else { return };
    let mut failures = Vec::new();
    for family in &families {
        let input = family.input(LARGE);
        let document = Document::parse(&input);
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
    let Some(families) = families() else { return };
    for (name, bytes, code) in [
        ("y_flow_seq_c", SMALL, Code::TooManyValues),
        ("y_flow_map_c", SMALL, Code::TooManyValues),
        ("y_laughs", SMALL, Code::TooManyValues),
        ("y_alias_quad_list", SMALL, Code::TooManyValues),
        ("y_flow_ml", 1 << 20, Code::TooManyValues),
        ("y_dup", SMALL, Code::TooManyDiagnostics),
        ("y_scalar", 2 << 20, Code::FrontMatterTooLong),
        ("t_flat", LARGE, Code::TooManyValues),
        ("t_keys", 2 << 20, Code::FrontMatterTooLong),
        ("j_dup", SMALL, Code::TooManyDiagnostics),
        ("fm_bigyaml", 2 << 20, Code::FrontMatterTooLong),
        ("fm_unclosed", SMALL, Code::UnclosedFrontMatter),
        ("fm_lang", SMALL, Code::UnknownFenceLanguage),
    ] {
        let family = families.iter().find(|family| family.name == name).expect(name);
        let input = family.input(bytes);
        let document = Document::parse(&input);
        let codes: Vec<Code> = document.diagnostics().iter().map(|told| told.code).collect();
        let found = codes.contains(&code);
        assert!(found, "{name}: no {code:?} in {:?}", &codes[..codes.len().min(5)]);
    }
}

impl Family {
    /// The family's text of about so many bytes, within the fences of its format.
    fn input(&self, bytes: usize) -> String {
        let text = generate(&[&self.name, &bytes.to_string()]).expect(&self.name);
        match &*self.kind {
            "yaml" => format!("---\n{text}\n---\n<p>body</p>\n"),
            "toml" => format!("+++\n{text}\n+++\n<p>body</p>\n"),
            "json" => format!(";;;\n{text}\n;;;\n<p>body</p>\n"),
            "date" => with_dates(&text),
            _ => text,
        }
    }
}

/// Each line as the date of a mapping: in a field where it is alone, then all in one document.
fn with_dates(text: &str) -> String {
    for line in text.lines() {
        let json = serde_json::to_string(line).unwrap();
        Document::parse(&format!("---\ndate: {line}\nupdated: {json}\n---\n"));
    }
    let dates = text.lines().map(|line| format!("date: {line}\n")).collect::<String>();
    format!("---\n{dates}---\n")
}

fn families() -> Option<Vec<Family>> {
    const KINDS: [&str; 5] = ["yaml", "toml", "json", "fm", "date"];
    shared::path("hostile/generate.py")?;
    let Some(list) = generate(&["list"]) else {
        shared::say("skipped: there is no python3");
        return None;
    };
    let mut families = Vec::new();
    for line in list.lines() {
        let mut columns = line.split('\t').map(str::to_owned);
        let (kind, name) = (columns.next().unwrap(), columns.next().unwrap());
        if KINDS.contains(&&*kind) {
            families.push(Family { kind, name });
        }
    }
    assert!(families.len() > 80, "{} families", families.len());
    Some(families)
}

fn generate(arguments: &[&str]) -> Option<String> {
    let generator = shared::path("hostile/generate.py")?;
    let output = Command::new("python3").arg("-B").arg(generator).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The best of three, as the others tell of the machine.
fn best_time(family: &Family, bytes: usize) -> Duration {
    let input = family.input(bytes);
    let time = || {
        let start = Instant::now();
        let document = Document::parse(&input);
        let time = start.elapsed();
        drop(document);
        time
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
