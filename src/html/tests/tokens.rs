//! html5lib's tokenizer suite.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use super::shared;
use crate::html::tokenizer::{State, Token, Tokenizer, Tokens};

/// What the suite wants and a Rust string cannot hold.
const LONE_SURROGATES: &str = "\\uD";

#[test]
fn html5lib_tokenizer() {
    let Some(folder) = shared::folder("html5lib-tests/tokenizer") else { return };
    let (mut passed, mut left_out, mut failed) = (0, 0, Vec::new());
    for path in shared::files(&folder) {
        if path.extension().is_none_or(|extension| extension != "test") {
            continue;
        }
        let suite: Value = serde_json::from_str(&escape_surrogates(&path)).unwrap();
        // `xmlViolationTests` are for parsers that write XML.
        for test in suite["tests"].as_array().into_iter().flatten() {
            for case in cases(test) {
                match case {
                    None => left_out += 1,
                    Some(case) if case.passes() => passed += 1,
                    Some(case) => {
                        failed.push(format!("{}: {test}\n{}", path.display(), case.actual()));
                    }
                }
            }
        }
    }
    println!("{passed} passed, {} failed, {left_out} with lone surrogates", failed.len());
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
    assert!(passed > 6_000);
    // A Rust string cannot hold them; a case that becomes one it can hold must be run.
    assert_eq!(left_out, 4);
}

/// `serde_json` reads no lone surrogates, so they are kept as the escapes they are written as.
fn escape_surrogates(path: &std::path::Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    serde_json::from_str::<Value>(&text)
        .map_or_else(|_| text.replace("\\uD", "\\\\uD").replace("\\ud", "\\\\uD"), |_| text.clone())
}

struct Case {
    input: String,
    state: State,
    last_start_tag: String,
    expected: Value,
}

/// One case for each initial state; `None` where it takes a lone surrogate.
fn cases(test: &Value) -> Vec<Option<Case>> {
    let double = test["doubleEscaped"] == true;
    let default = vec![json!("Data state")];
    let states = test["initialStates"].as_array().unwrap_or(&default);
    let case = |state: &Value| {
        let mut expected = test["output"].clone();
        let mut input = test["input"].as_str().unwrap().to_owned();
        if double {
            input = unescape(&input)?;
            unescape_value(&mut expected)?;
        }
        let surrogates = input.contains(LONE_SURROGATES) || expected.to_string().contains("\\\\uD");
        if surrogates {
            return None;
        }
        let state = match state.as_str().unwrap() {
            "Data state" => State::Data,
            "PLAINTEXT state" => State::Plaintext,
            "RCDATA state" => State::Rcdata,
            "RAWTEXT state" => State::Rawtext,
            "Script data state" => State::ScriptData,
            "CDATA section state" => State::CdataSection,
            other => panic!("unknown state {other}"),
        };
        let last_start_tag = test["lastStartTag"].as_str().unwrap_or_default().to_owned();
        Some(Case { input, state, last_start_tag, expected })
    };
    states.iter().map(case).collect()
}

fn unescape_value(value: &mut Value) -> Option<()> {
    match value {
        Value::String(text) => *text = unescape(text)?,
        Value::Array(values) => values.iter_mut().try_for_each(unescape_value)?,
        Value::Object(fields) => {
            let old = std::mem::take(fields);
            for (name, mut value) in old {
                unescape_value(&mut value)?;
                fields.insert(unescape(&name)?, value);
            }
        }
        _ => {}
    }
    Some(())
}

/// `\uHHHH` becomes the character; `None` if that is a lone surrogate.
fn unescape(text: &str) -> Option<String> {
    let mut parts = text.split("\\u");
    let mut result = parts.next()?.to_owned();
    for part in parts {
        let code = u32::from_str_radix(part.get(..4)?, 16).ok()?;
        result.push(char::from_u32(code)?);
        result.push_str(&part[4..]);
    }
    Some(result)
}

impl Case {
    fn passes(&self) -> bool {
        let mut expected = Vec::new();
        for token in self.expected.as_array().unwrap() {
            push(&mut expected, token.clone());
        }
        self.actual() == Value::from(expected)
    }

    fn actual(&self) -> Value {
        let mut tokenizer = Tokenizer::new(&self.input, 0, u32::MAX);
        tokenizer.start_in(self.state, &self.last_start_tag);
        let mut tokens = Vec::new();
        let mut end = 0;
        loop {
            let (token, span) = tokenizer.next(|| false);
            assert!(end <= span.start && span.slice(&self.input).is_some(), "{span:?}");
            end = span.end;
            let value = match token {
                Token::End => break,
                Token::Null => json!(["Character", "\0"]),
                Token::Text(text) => json!(["Character", text]),
                Token::Comment(text) => json!(["Comment", text]),
                Token::EndTag(tag) => json!(["EndTag", tag.name()]),
                Token::Doctype(it) => {
                    json!(["DOCTYPE", it.name, it.public_id, it.system_id, !it.force_quirks])
                }
                Token::StartTag(tag) => {
                    let range = tag.attributes.start as usize..tag.attributes.end as usize;
                    let attributes: BTreeMap<_, _> = tokenizer.attributes()[range]
                        .iter()
                        .map(|attribute| (attribute.name.to_string(), attribute.value.to_string()))
                        .collect();
                    let mut token = vec![json!("StartTag"), json!(tag.name()), json!(attributes)];
                    token.extend(tag.self_closing.then_some(Value::Bool(true)));
                    Value::from(token)
                }
            };
            push(&mut tokens, value);
        }
        Value::from(tokens)
    }
}

/// Adds a token; adjacent characters are one.
fn push(tokens: &mut Vec<Value>, token: Value) {
    if let Some(last) = tokens.last_mut() {
        if last[0] == "Character" && token[0] == "Character" {
            let text = format!("{}{}", last[1].as_str().unwrap(), token[1].as_str().unwrap());
            last[1] = Value::from(text);
            return;
        }
    }
    tokens.push(token);
}
