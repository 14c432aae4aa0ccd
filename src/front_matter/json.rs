//! JSON front matter: proven by `serde_json`, then read by a scanner that knows the places.
//!
//! `serde_json` gives no places for values. So it only says whether the text is JSON, and where
//! not; the scanner that follows may then trust the syntax and look for nothing but its tokens.

use serde::de::IgnoredAny;

use super::mapping::{Entry, Mapping};
use super::notes::Notes;
use super::scalar::{Scalar, Style};
use super::value::{Value, ValueKind};
use super::{Raw, Reading};
use crate::diagnostic::{Code, Diagnostics};
use crate::limits::Limits;
use crate::text::{Text, floor_boundary};

/// Reads JSON: an object, or the inside of one as Hexo's `;;;` has it.
pub(super) fn read<'a>(
    raw: Raw<'a>,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Reading<'a> {
    let content = raw.of(raw.text.trim_matches(WHITESPACE));
    let object = match content.text.bytes().next() {
        None => return Reading::Mapping(Mapping::default()),
        Some(b'{') => validate(content.text, 0),
        Some(b'"') if !is_string(content.text) => validate(&format!("{{{}}}", content.text), 1),
        Some(_) => {
            let message = "front matter is not a mapping of keys to values";
            diagnostics.push(Code::NotAMapping, content.span(), message);
            return Reading::NotAMapping;
        }
    };
    if let Err((at, message)) = object {
        let at = floor_boundary(content.text, at);
        diagnostics.push(Code::InvalidFrontMatter, content.part(at..at).span(), message);
        return Reading::Unreadable;
    }
    let mut notes = Notes::new(limits.diagnostics);
    let mapping = Scanner::new(content, limits, &mut notes).root();
    notes.finish(diagnostics);
    Reading::Mapping(mapping)
}

const WHITESPACE: [char; 4] = [' ', '\t', '\n', '\r'];

fn is_string(text: &str) -> bool {
    serde_json::from_str::<Text<'_>>(text).is_ok()
}

/// Whether `text` is JSON; if not, where (less the `before` bytes put in front) and why not.
fn validate(text: &str, before: usize) -> Result<(), (usize, String)> {
    serde_json::from_str::<IgnoredAny>(text).map(drop).map_err(|error| {
        let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let line: usize = lines.map(str::len).sum();
        let at = (line + error.column().saturating_sub(1)).saturating_sub(before);
        let message = error.to_string();
        let reason = message.split(" at line ").next().unwrap_or_default();
        (at, format!("front matter is not valid JSON: {reason}"))
    })
}

/// Goes over text that is known to be JSON.
struct Scanner<'a, 'r> {
    raw: Raw<'a>,
    at: usize,
    values: u32,
    depth: u32,
    notes: &'r mut Notes,
}

impl<'a, 'r> Scanner<'a, 'r> {
    fn new(raw: Raw<'a>, limits: &Limits, notes: &'r mut Notes) -> Self {
        let depth = limits.value_depth.min(200);
        Self { raw, at: 0, values: limits.values, depth, notes }
    }

    fn root(mut self) -> Mapping<'a> {
        if self.peek() == Some(b'{') {
            self.at += 1;
        }
        self.members(1)
    }

    fn peek(&self) -> Option<u8> {
        self.raw.text.as_bytes().get(self.at).copied()
    }

    /// Passes over white space, and over commas and colons, whose places are proven.
    fn next(&mut self) -> Option<u8> {
        let rest = self.raw.text.as_bytes().get(self.at..)?;
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':');
        self.at += rest.iter().take_while(|byte| blank(byte)).count();
        self.peek()
    }

    /// The members up to the closing brace, or to the end.
    fn members(&mut self, depth: u32) -> Mapping<'a> {
        let mut entries = Vec::new();
        while self.next() == Some(b'"') {
            let key = self.string();
            let key_text = self.decode(key);
            let Some(value) = self.value(depth + 1) else { break };
            entries.push(Entry { key: key_text, key_span: key.span(), value });
        }
        self.close();
        let notes = &mut *self.notes;
        Mapping::from_entries(entries, |lost| notes.duplicate(lost))
    }

    /// Passes over the bracket that closes a list or object.
    fn close(&mut self) {
        if matches!(self.next(), Some(b']' | b'}')) {
            self.at += 1;
        }
    }

    /// The next value; `None` when the limit is met, and then nothing more is read.
    fn value(&mut self, depth: u32) -> Option<Value<'a>> {
        let first = self.next()?;
        if !self.afford() {
            return None;
        }
        let start = self.at;
        let kind = match first {
            b'{' | b'[' if depth > self.depth => self.too_deep(),
            b'{' => {
                self.at += 1;
                ValueKind::Mapping(self.members(depth))
            }
            b'[' => {
                self.at += 1;
                ValueKind::List(self.items(depth))
            }
            b'"' => {
                let string = self.string();
                ValueKind::Scalar(Scalar::new(self.decode(string), Style::DoubleQuoted))
            }
            _ => ValueKind::Scalar(Scalar::new(self.literal(), Style::Plain)),
        };
        Some(Value { kind, span: self.raw.part(start..self.at).span() })
    }

    fn items(&mut self, depth: u32) -> Vec<Value<'a>> {
        let mut items = Vec::new();
        while !matches!(self.next(), None | Some(b']')) {
            let Some(item) = self.value(depth + 1) else { break };
            items.push(item);
        }
        self.close();
        items
    }

    fn afford(&mut self) -> bool {
        let Some(left) = self.values.checked_sub(1) else {
            let message = "there are more values than the limit; the rest is left aside";
            self.notes.push(Code::TooManyValues, self.raw.part(self.at..self.at).span(), message);
            self.at = self.raw.text.len();
            return false;
        };
        self.values = left;
        true
    }

    fn too_deep(&mut self) -> ValueKind<'a> {
        let start = self.at;
        self.skip();
        let message = "values nest deeper than the limit; this one is left empty";
        self.notes.push(Code::TooManyValues, self.raw.part(start..self.at).span(), message);
        ValueKind::Scalar(Scalar::new(Text::borrowed("null"), Style::Plain))
    }

    /// Passes over a list or object, however deep.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                b'"' => {
                    self.string();
                    continue;
                }
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    /// Passes over a string; gives it with its quotes.
    fn string(&mut self) -> Raw<'a> {
        let start = self.at;
        let bytes = self.raw.text.as_bytes();
        self.at += 1;
        while let Some(found) =
            bytes.get(self.at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest))
        {
            self.at += found + 1;
            if bytes.get(self.at - 1) == Some(&b'"') {
                break;
            }
            self.at += 1;
        }
        self.at = self.at.min(bytes.len());
        self.raw.part(start..self.at)
    }

    /// The text of a string; as written where an escape names half a character.
    fn decode(&mut self, string: Raw<'a>) -> Text<'a> {
        serde_json::from_str(string.text).unwrap_or_else(|_| {
            let message = "this is not valid JSON and was read as the text written";
            self.notes.push(Code::RepairedValue, string.span(), message);
            Text::borrowed(string.text.trim_matches('"'))
        })
    }

    /// A number, `true`, `false` or `null`.
    fn literal(&mut self) -> Text<'a> {
        let start = self.at;
        let bytes = self.raw.text.as_bytes().get(start..).unwrap_or_default();
        let inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        self.at += bytes.iter().take_while(|byte| inside(byte)).count().max(1);
        Text::borrowed(self.raw.part(start..self.at).text)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// The values as JSON and what was noticed.
    fn found_within(text: &str, limits: &Limits) -> String {
        let mut diagnostics = Diagnostics::new(9);
        let reading = read(Raw { text, base: 0 }, limits, &mut diagnostics);
        let mut found = match reading {
            Reading::Mapping(mapping) => serde_json::to_string(&mapping).unwrap(),
            other => format!("{other:?}"),
        };
        for diagnostic in diagnostics.finish(text) {
            write!(found, " | {diagnostic}").unwrap();
        }
        found
    }

    fn found(text: &str) -> String {
        found_within(text, &Limits::new())
    }

    #[test]
    fn objects_with_and_without_braces() {
        insta::assert_snapshot!(found(r#"{"b": [1, -2.5e3, true, null, {}], "a": {"k": "é\n"}}"#), @r#"{"b":[1,-2500.0,true,null,{}],"a":{"k":"é\n"}}"#);
        insta::assert_snapshot!(found("\"a\": 1,\n\"b\": {\"c\": []}\n"), @r#"{"a":1,"b":{"c":[]}}"#);
        insta::assert_snapshot!(found("{}"), @"{}");
        insta::assert_snapshot!(found(" \n"), @"{}");
        insta::assert_snapshot!(found(r#"{"n": 123456789012345678901234567890}"#), @r#"{"n":"123456789012345678901234567890"}"#);
    }

    #[test]
    fn mistakes_are_told() {
        insta::assert_snapshot!(found("{\"a\": 1, \"a\": 2}"), @r#"{"a":2} | warning: the key `a` stands twice; the last one wins at line 1, column 2"#);
        insta::assert_snapshot!(found("{\n\"a\": 1,\n}"), @"Unreadable | error: front matter is not valid JSON: key must be a string at line 3, column 1");
        insta::assert_snapshot!(found("{\n// c\n\"a\": 1}"), @"Unreadable | error: front matter is not valid JSON: key must be a string at line 2, column 1");
        insta::assert_snapshot!(found("\"a\": 1,"), @"Unreadable | error: front matter is not valid JSON: key must be a string at line 1, column 8");
        insta::assert_snapshot!(found("[1]"), @"NotAMapping | error: front matter is not a mapping of keys to values at line 1, column 1");
        insta::assert_snapshot!(found("\"text\""), @"NotAMapping | error: front matter is not a mapping of keys to values at line 1, column 1");
        insta::assert_snapshot!(found(r#"{"a": "\ud800", "b": 1}"#), @r#"{"a":"\\ud800","b":1} | warning: this is not valid JSON and was read as the text written at line 1, column 7"#);
        insta::assert_snapshot!(found("{\"é\": é}"), @"Unreadable | error: front matter is not valid JSON: expected value at line 1, column 7");
    }

    #[test]
    fn limits_leave_the_rest_aside() {
        let limits = Limits::new().with_value_depth(2).with_values(4);
        insta::assert_snapshot!(found_within(r#"{"a": [[1, "]"]], "b": 1}"#, &limits), @r#"{"a":[null],"b":1} | error: values nest deeper than the limit; this one is left empty at line 1, column 8"#);
        insta::assert_snapshot!(found_within(r#"{"a": [1, 2, 3, 4], "b": 1}"#, &limits), @r#"{"a":[1,2,3]} | error: there are more values than the limit; the rest is left aside at line 1, column 17"#);
    }

    #[test]
    fn places_hold_quotes_and_brackets() {
        let text = r#"{ "k" : "x\"" , "l":[ 1 ] }"#;
        let raw = Raw { text, base: 0 };
        let Reading::Mapping(mapping) = read(raw, &Limits::new(), &mut Diagnostics::new(0)) else {
            panic!("not read");
        };
        let places: Vec<_> = mapping
            .iter()
            .flat_map(|entry| [entry.key_span.slice(text), entry.value.span.slice(text)])
            .flatten()
            .collect();
        assert_eq!(places, [r#""k""#, r#""x\"""#, r#""l""#, "[ 1 ]"]);
    }
}
