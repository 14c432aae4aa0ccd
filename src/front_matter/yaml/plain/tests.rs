//! The law of the fast way: it gives the events' answer, or none.

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::front_matter::mapping::Mapping;
use crate::front_matter::{Format, split};

#[allow(clippy::duplicate_mod)] // one loader of shared data for all unit tests
#[path = "../../../html/tests/shared.rs"]
mod shared;

/// A mapping and what was noticed.
type Answer<'a> = (Mapping<'a>, Notes);

/// Places are those of a source in which something stands before.
const BASE: u32 = 5;

fn answer<'a>(
    text: &'a str,
    limits: &Limits,
    way: impl Fn(Raw<'a>, &Limits, &mut Notes) -> Option<Root<'a>>,
) -> Option<Answer<'a>> {
    let mut notes = Notes::new(limits.diagnostics);
    match way(Raw { text, base: BASE }, limits, &mut notes)? {
        Root::Entries(entries) => Some((distinct(entries, &mut notes), notes)),
        Root::Empty => Some((Mapping::default(), notes)),
        Root::Other => None,
    }
}

/// Whether the fast way answers; fails if it does and differs.
#[track_caller]
fn keeps_within(text: &str, limits: &Limits) -> bool {
    let Some((fast, told)) = answer(text, limits, document) else { return false };
    let slow =
        |raw, limits: &Limits, notes: &mut Notes| Some(super::super::document(raw, limits, notes));
    let Some((slow, slow_told)) = answer(text, limits, slow) else {
        panic!("no mapping, the fast way finds {fast:?} in {text:?}");
    };
    let same = same_mapping(&fast, &slow) && format!("{told:?}") == format!("{slow_told:?}");
    let lines = |mapping: &Mapping<'_>| {
        mapping.iter().map(|entry| format!("{entry:?}")).collect::<Vec<_>>().join("\n")
    };
    let (fast, slow) = (lines(&fast), lines(&slow));
    assert!(same, "{text:?}\nfast {told:?}:\n{fast}\nslow {slow_told:?}:\n{slow}");
    true
}

#[track_caller]
fn keeps(text: &str) -> bool {
    keeps_within(text, &Limits::new())
}

fn same_mapping(a: &Mapping<'_>, b: &Mapping<'_>) -> bool {
    let same = |(a, b): (&Entry<'_>, &Entry<'_>)| {
        same_text(&a.key, &b.key) && a.key_span == b.key_span && same_value(&a.value, &b.value)
    };
    a.len() == b.len() && a.iter().zip(b).all(same)
}

fn same_value(a: &Value<'_>, b: &Value<'_>) -> bool {
    a.span == b.span
        && match (&a.kind, &b.kind) {
            (ValueKind::Scalar(a), ValueKind::Scalar(b)) => {
                same_text(&a.text, &b.text) && (a.style, a.schema) == (b.style, b.schema)
            }
            (ValueKind::List(a), ValueKind::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_value(a, b))
            }
            (ValueKind::Mapping(a), ValueKind::Mapping(b)) => same_mapping(a, b),
            _ => false,
        }
}

/// The same text, borrowed from the same place if it is borrowed and not empty.
fn same_text(a: &Text<'_>, b: &Text<'_>) -> bool {
    let place =
        |text: &Text<'_>| text.as_borrowed().filter(|text| !text.is_empty()).map(str::as_ptr);
    a == b && a.is_borrowed() == b.is_borrowed() && place(a) == place(b)
}

#[track_caller]
fn check(cases: &[(&str, bool)]) {
    for (text, kept) in cases {
        for text in [(*text).to_owned(), text.replace('\n', "\r\n")] {
            assert_eq!(keeps(&text), *kept, "{text:?}");
        }
    }
}

#[test]
fn plain_mappings_are_kept() {
    check(&[
        ("", true),
        ("# c\n", true),
        ("a: x\n", true),
        ("a: x", true),
        ("\n# c\n  # c\na: x\n\n \nb: y # c\n#\n", true),
        ("a : x\nb:\nc: ~\n", true),
        ("a: 'x'\nb: \"y\" # c\nc: ''\n", true),
        ("a: 'it''s'\n", true),
        ("'a b': x\n\"c: d\": y\n标 题: 标题：x\n", true),
        ("a: http://x/#y?z#\nb: C#\nc: :smile\nd: -1\n", true),
        ("a: x, [y] {z} & * ! | > ' \" % @ `\n", true),
        ("a:\n- x\n- 'y'\nb:\n  - x\n # c\n\n  - y\nc: z\n", true),
        ("a: []\nb: [ ]\nc: [x, 'y z' ,\"\",]\nd: [http://x, a:b, a#b]\n", true),
        ("a:\n- [x, y]\n- z\n", true),
        ("a:\n  b: x\n  c:\n  - y\n  d:\n    e: z\nf: g\n", true),
        ("a:\n  b:\nc:\n", true),
        ("a: x\n  y # z\n\n - - &z ,\n\n\n  : ?\nb: z\n", false),
        ("a: x\n  y\n\n - - &z , :a # c\nb: z\n", true),
        ("a:\n- x \n  y\nb:\n  x\n\n y\nc:\n  'x'\nd:\n  [x]\n", true),
        ("a: 'x\n  y \n\n\n  z'\nb: \"\n x \n  \"\n", true),
        ("a: [x, [y], {z: }]\nb: [[]]\n", false),
        ("a: 'x\ny'\nb:\n  c: \"x\n\ny\n \" # d\n", true),
        ("a: |\n  x \n   y: #\n\n\n    z\n  \nb: |-\n x\n\n\n# c\n", true),
        ("a: >\n  x \n  y: #\n\n\n  z\n \nb: >-\n x\n y\n", true),
        ("a:\n- x\n- >-\n   x\n   y\nb:\n  c: |\n    x\n  d: y\n", true),
        ("a: [x, [y], {z: a}]\nb: [[]]\n", true),
        ("a: {b: c, 'd e': [f], \"g\" : {}, }\n", true),
        ("a: {b: c, b: d}\n", true),
        ("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", true),
    ]);
}

#[test]
fn what_is_not_plain_is_declined() {
    check(&[
        ("x\n", false),
        ("- x\n", false),
        (" a: x\nb: y\n", false),
        ("a:\n  b: x\n c: y\n", false),
        ("a:\n  - x\n - y\n", false),
        ("a:\n  - x\n  b: y\n", false),
        ("a:\n- b: x\n", false),
        ("a:\n-\n", false),
        ("a: \n# b\n  | \n  c\n", false),
        ("a:\n  |\n   c\n", false),
        ("a: x\n  y: z\n", false),
        ("a: x # c\n  y\n", false),
        ("a: x\n # c\n  y\n", false),
        ("a: 'x\n--- y'\n", false),
        ("a: 'x\n  ''y'\n", false),
        ("a: \"x\n  \\ty\"\n", false),
        ("a: [{{ x }}]\n", false),
        ("a: {{ x }}\n", false),
        ("a: {b}\n", false),
        ("a: {b: }\n", false),
        ("a: {b:c}\n", false),
        ("a: {\"b\":c}\n", false),
        ("a: b: c\n", false),
        ("a: b:\n", false),
        ("a:b\n", false),
        ("a: \"\\t\"\n", false),
        ("a: 'x' y\n", false),
        ("a: 'x'#y\n", false),
        ("a: x #y\n", false),
        ("a: #y\n", false),
        ("a:\tx\n", false),
        ("a: [x,\n y]\n", false),
        ("a: [x: y]\n", false),
        ("a: [x,,y]\n", false),
        ("a: [x]: y\n", false),
        ("a: &x y\n", false),
        ("a: *x\n", false),
        ("a: !x y\n", false),
        ("a:\n- |\n x\n", false),
        ("a: |+\n  x\n", false),
        ("a: |2\n  x\n", false),
        ("a: | # c\n  x\n", false),
        ("a: |\n\n  x\n", false),
        ("a: |\nb: x\n", false),
        ("a: >\n  x\n   y\n", false),
        ("a: |\n  x\n y\n", false),
        ("a: |\n  x\n    \n", false),
        ("a: |\n  x", false),
        ("? a\n: x\n", false),
        ("<<: x\n", false),
        ("a: x\n--- b: y\n", false),
        ("a: x\n...: y\n", false),
        ("a: x\u{85}y\n", false),
        ("a: x\u{FEFF}y\n", false),
        ("a: x\u{FFFF}y\n", false),
        ("a: x\0y\n", false),
        ("a: x\u{7F}y\n", false),
    ]);
    assert!(!keeps("a: x\rb: y\n"));
    let long = "a".repeat(1025);
    assert!(!keeps(&format!("{long}: x\n")) && keeps(&format!("{}: x\n", &long[1..])));
}

#[test]
fn limits_are_left_to_the_events() {
    let limits = Limits::new().with_values(3).with_value_depth(2);
    for (text, kept) in [
        ("a: x\nb: y\nc: z\n", true),
        ("a: x\nb: y\nc: z\nd:\n", false),
        ("a:\n  b: x\n", false),
        ("a: [[x]]\n", false),
    ] {
        assert_eq!(keeps_within(text, &limits), kept, "{text:?}");
    }
}

/// The YAML front matter of all files in a folder of the shared data.
fn headers(folder: &str) -> Option<Vec<String>> {
    let folder = shared::folder(folder)?;
    let header = |path: PathBuf| {
        let bytes = fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let fenced = split(&text).front_matter.filter(|fenced| fenced.format == Format::Yaml)?;
        Some(fenced.raw.to_owned())
    };
    Some(shared::files(&folder).into_iter().filter_map(header).collect())
}

#[test]
fn most_front_matter_of_the_corpus_is_plain() {
    let Some(headers) = headers("corpus") else { return };
    let kept = headers.iter().filter(|header| keeps(header)).count();
    println!("the fast way keeps {kept} of {} headers", headers.len());
    if std::env::var_os("COPYDESK_DECLINED").is_some() {
        headers.iter().filter(|header| !keeps(header)).for_each(|header| println!("{header:?}"));
    }
    assert!(kept * 100 >= headers.len() * 90, "the fast way keeps {kept} of {}", headers.len());
}

#[test]
fn cases_are_read_alike() {
    let Some(headers) = headers("front-matter/cases") else { return };
    let kept = headers.iter().filter(|header| keeps(header)).count();
    println!("the fast way keeps {kept} of {} cases", headers.len());
    assert!(kept > 0);
}

/// The inputs of the yaml-test-suite. Each file is a list of mappings, here below a key.
fn suite() -> Option<Vec<String>> {
    let folder = shared::folder("yaml-test-suite/src")?;
    let mut inputs = Vec::new();
    for path in shared::files(&folder) {
        let text = fs::read_to_string(path).unwrap();
        let text = format!("cases:\n{}", text.trim_start_matches("---\n"));
        let notes = &mut Notes::new(9);
        let raw = Raw { text: &text, base: 0 };
        let Root::Entries(entries) = super::super::document(raw, &Limits::new(), notes) else {
            panic!("no mapping: {text:?}");
        };
        let cases = entries[0].value.as_list().unwrap();
        inputs.extend(cases.iter().filter_map(|case| Some(unmarked(case.get("yaml")?.text()?))));
    }
    Some(inputs)
}

/// The input that the suite writes with marks for what one does not see.
fn unmarked(text: &str) -> String {
    text.replace(['—', '↵'], "")
        .replace('␣', " ")
        .replace('»', "\t")
        .replace('←', "\r")
        .replace('⇔', "\u{FEFF}")
        .replace("∎\n", "")
}

#[test]
fn the_yaml_test_suite_is_read_alike() {
    let Some(inputs) = suite() else { return };
    let kept = inputs.iter().filter(|input| keeps(input)).count();
    println!("the fast way keeps {kept} of {} inputs of the suite", inputs.len());
    assert!(inputs.len() > 300 && kept > 0);
}

#[test]
fn changed_front_matter_is_read_alike() {
    changed(40);
}

#[test]
#[ignore = "takes minutes"]
fn much_changed_front_matter_is_read_alike() {
    changed(4_000);
}

/// Reads each known input, changed in `times` ways.
fn changed(times: u32) {
    let mut inputs = vec![SAMPLE.to_owned()];
    inputs.extend(headers("corpus").unwrap_or_default());
    inputs.extend(headers("front-matter/cases").unwrap_or_default());
    inputs.extend(suite().unwrap_or_default());
    inputs.retain(|input| input.len() < 2_000);
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let (mut kept, mut all) = (0, 0);
    for input in &inputs {
        for _ in 0..times {
            let mut text = input.clone();
            for _ in 0..=random.below(3) {
                text = change(&text, &mut random);
            }
            kept += u32::from(keeps(&text));
            all += 1;
        }
    }
    println!("the fast way keeps {kept} of {all} changed inputs");
}

const SAMPLE: &str = "# c\ntitle: 'it''s'\ntags:\n- x\n- \"y\" # c\nlist: [a, 'b', c]\n\
    nested:\n  k: v\n  l:\n    - 1\n    - 2\n\nempty:\nk w: x:y#z\n";

/// Marsaglia's xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// What YAML has rules for.
const PIECES: &[&str] = &[
    " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", ":", ": ", ":\n", " :", "-", "- ", "\n- ",
    "\n  - ", "-\n", "#", " #", " # ", "'", "''", "\"", "\\", "\\n", "[", "]", "[]", "[a, b]",
    ", ", ",", "{", "}", "{a: b}", "&a ", "*a", "!t ", "! ", "|", "|\n", ">-\n", ": |\n  ",
    ": >\n  ", "?", "? ", "%", "@", "`", "---", "---\n", "--- ", "\n...\n", "<<: ", "a: b\n",
    "\n  a: b", "x", "1", "é", "中", "：", "\u{A0}", "\u{85}", "\u{9B}", "\u{2028}", "\u{FEFF}",
    "\u{FFFE}", "\0", "\u{7F}", "\u{1}", "~", "=",
];

/// The text with something put in, taken out or doubled.
fn change(text: &str, random: &mut Random) -> String {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut place = || places[random.below(places.len())];
    let (from, to) = (place(), place());
    let next = places.get(places.partition_point(|&at| at <= from)).map_or(text.len(), |&at| at);
    let line = text[..from].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
    let piece = PIECES[random.below(PIECES.len())];
    match random.below(8) {
        0..3 => [&text[..from], piece, &text[from..]].concat(),
        3 => [&text[..from], &text[next..]].concat(),
        4 => [&text[..from], &text[from..next], &text[from..]].concat(),
        5 => [&text[..line], &text[line_end..]].concat(),
        6 => [&text[..line_end], &text[line..]].concat(),
        _ => [&text[..line], " ", &text[line..from], piece, &text[from.max(to)..]].concat(),
    }
}
