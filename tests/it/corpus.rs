//! Law 1: any bytes make one document, without a panic, and what holds for every input holds.

use std::process::{Command, Stdio};

use copydesk::Document;

use crate::invariants;
use crate::shared::{self, File};

/// What [`invariants`] says of bytes and, where they are one, of a text.
fn holds(file: &File) {
    invariants::bytes(&file.bytes);
    if let Ok(text) = std::str::from_utf8(&file.bytes) {
        invariants::split(text);
        invariants::document(text);
        if let Some(fenced) = copydesk::split(text).front_matter {
            invariants::metadata(fenced.raw);
        }
    }
}

#[test]
fn every_file_of_the_corpus_is_one_document() {
    let Some(files) = shared::corpus() else { return };
    shared::check_all(&files, holds);
}

#[test]
fn every_way_to_the_tree_gives_the_same_document() {
    let Some(files) = shared::corpus() else { return };
    shared::check_all(&files, |file| {
        if let Ok(text) = std::str::from_utf8(&file.bytes) {
            invariants::tree(text);
        }
    });
}

#[test]
fn every_front_matter_case_is_one_document() {
    let Some(files) = shared::files("front-matter/cases", 350) else { return };
    shared::check_all(&files, holds);
}

#[test]
fn every_input_of_the_tokenizer_suite_is_one_document() {
    let Some(suite) = shared::files("html5lib-tests/tokenizer", 10) else { return };
    let mut inputs = Vec::new();
    for file in suite.iter().filter(|file| file.has_extension("test")) {
        let suite: serde_json::Value = serde_json::from_slice(&file.bytes).expect(&file.name);
        for cases in suite.as_object().unwrap().values().filter_map(|cases| cases.as_array()) {
            for (number, case) in cases.iter().enumerate() {
                let input = case["input"].as_str().expect("an input");
                let twice = case["doubleEscaped"].as_bool().unwrap_or_default();
                let input = if twice { unescape(input) } else { input.to_owned() };
                inputs.push(File { name: format!("{}[{number}]", file.name), bytes: input.into() });
            }
        }
    }
    assert!(inputs.len() >= 6_800, "{} inputs", inputs.len());
    shared::check_all(&inputs, holds);
}

/// Decodes `\uXXXX`; half a surrogate pair, which no `str` can hold, is U+FFFD.
fn unescape(input: &str) -> String {
    let mut parts = input.split("\\u");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_at(4);
        let code = u32::from_str_radix(code, 16).expect("four digits");
        text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        text.push_str(rest);
    }
    text
}

#[test]
fn every_input_of_the_tree_suite_is_one_document() {
    let Some(inputs) = tree_suite() else { return };
    shared::check_all(&inputs, holds);
}

/// The inputs of html5lib's tree construction suite.
pub(crate) fn tree_suite() -> Option<Vec<File>> {
    let suite = shared::files("html5lib-tests/tree-construction", 50)?;
    let mut inputs = Vec::new();
    for file in suite.iter().filter(|file| file.has_extension("dat")) {
        let text = format!("\n{}", std::str::from_utf8(&file.bytes).expect(&file.name));
        for (number, case) in text.split("\n#data\n").skip(1).enumerate() {
            let input = case.split("#errors\n").next().unwrap_or_default();
            let input = input.strip_suffix('\n').unwrap_or(input);
            inputs.push(File { name: format!("{}[{number}]", file.name), bytes: input.into() });
        }
    }
    assert!(inputs.len() >= 1_790, "{} inputs", inputs.len());
    Some(inputs)
}

#[test]
fn every_hostile_family_is_one_document() {
    let Some(families) = hostile(4_096) else { return };
    let mut inputs = Vec::new();
    for (kind, file) in families {
        let fences = match &*kind {
            "yaml" | "date" => Some("---"),
            "toml" => Some("+++"),
            "json" => Some(";;;"),
            _ => None,
        };
        if let Some(fence) = fences {
            let fence = format!("{fence}\n");
            let parts = [fence.as_bytes(), &file.bytes, b"\n", fence.as_bytes(), b"body"];
            inputs.push(File { name: format!("{} fenced", file.name), bytes: parts.concat() });
        }
        inputs.push(file);
    }
    shared::check_all(&inputs, holds);
}

/// Law 6, of what comes out: a body's JSON is at most some times the input.
#[test]
fn hostile_families_write_little() {
    /// Many small blocks are the most: `<li>x`, 5 bytes, comes to about 90.
    const MOST: usize = 32;
    let Some(families) = hostile(64 << 10) else { return };
    let files: Vec<File> = families.into_iter().map(|(_, file)| file).collect();
    shared::check_all(&files, |file| {
        let json = serde_json::to_string(&Document::from_bytes(&file.bytes)).unwrap();
        let most = MOST * file.bytes.len();
        assert!(json.len() <= most, "{} bytes of JSON of {}", json.len(), file.bytes.len());
    });
}

/// Writes all families at a size, each as kind, name, length and bytes.
const GENERATE: &str = "
import runpy, sys
families = runpy.run_path(sys.argv[1])['F']
for name, (kind, why, make) in families.items():
    data = make(int(sys.argv[2]))
    sys.stdout.buffer.write(f'{kind}\\t{name}\\t{len(data)}\\n'.encode() + data)
";

/// The hostile families at about `bytes` each, with their kinds; `None`, and a line that says so,
/// without the data or without Python.
fn hostile(bytes: usize) -> Option<Vec<(String, File)>> {
    let generator = shared::path("hostile/generate.py")?;
    let output = Command::new("python3")
        .args(["-B", "-c", GENERATE])
        .arg(generator)
        .arg(bytes.to_string())
        .stderr(Stdio::inherit())
        .output();
    let Ok(output) = output else {
        shared::say("skipped: python3, which makes the hostile families, does not run");
        return None;
    };
    assert!(output.status.success(), "the generator failed");
    let mut rest = output.stdout.as_slice();
    let mut families = Vec::new();
    while let Some(end) = rest.iter().position(|&byte| byte == b'\n') {
        let head = std::str::from_utf8(&rest[..end]).unwrap();
        let [kind, name, length] = head.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let (data, after) = rest[end + 1..].split_at(length.parse().unwrap());
        families.push((kind.to_owned(), File { name: name.to_owned(), bytes: data.to_vec() }));
        rest = after;
    }
    assert!(families.len() >= 240, "{} families", families.len());
    Some(families)
}
