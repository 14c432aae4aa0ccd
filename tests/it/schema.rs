//! The part of JSON Schema 2020-12 that `schema/document.schema.json` uses.
//!
//! A schema with any other keyword makes a panic, so that none goes unheeded.

use std::path::Path;

use serde_json::{Map, Value};

pub(crate) struct Schema(Value);

/// Where a value is not what the schema says, and why.
#[derive(Debug)]
pub(crate) struct Mismatch {
    path: String,
    why: String,
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", if self.path.is_empty() { "/" } else { &self.path }, self.why)
    }
}

impl Schema {
    /// The schema of documents.
    pub(crate) fn of_document() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/document.schema.json");
        Self(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    }

    /// The definitions under `$defs`.
    pub(crate) fn definitions(&self) -> &Map<String, Value> {
        self.0["$defs"].as_object().unwrap()
    }

    /// Whether `value` is what the schema says.
    pub(crate) fn check(&self, value: &Value) -> Result<(), Mismatch> {
        self.holds(&self.0, value, "")
    }

    fn holds(&self, schema: &Value, value: &Value, path: &str) -> Result<(), Mismatch> {
        let fail = |why: String| Err(Mismatch { path: path.to_owned(), why });
        let Some(keywords) = schema.as_object() else {
            let anything = schema.as_bool().expect("a schema is an object or a boolean");
            return if anything { Ok(()) } else { fail("nothing may stand here".to_owned()) };
        };
        for (keyword, rule) in keywords {
            match keyword.as_str() {
                "$ref" => self.holds(self.definition(rule), value, path)?,
                "type" if !is_of_type(value, rule) => {
                    return fail(format!("{value} is not {rule}"));
                }
                "const" if value != rule => return fail(format!("{value} is not {rule}")),
                "enum" if !rule.as_array().unwrap().contains(value) => {
                    return fail(format!("{value} is none of {rule}"));
                }
                "minimum" if value.as_f64() < rule.as_f64() => {
                    return fail(format!("{value} is below {rule}"));
                }
                "maximum" if value.as_f64() > rule.as_f64() => {
                    return fail(format!("{value} is above {rule}"));
                }
                "minItems" if (value.as_array().map_or(0, Vec::len) as u64) < count(rule) => {
                    return fail(format!("fewer than {rule} items"));
                }
                "maxItems" if (value.as_array().map_or(0, Vec::len) as u64) > count(rule) => {
                    return fail(format!("more than {rule} items"));
                }
                "items" => {
                    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.holds(rule, item, &format!("{path}/{number}"))?;
                    }
                }
                "properties" => self.properties(keywords, value, path)?,
                "oneOf" => self.one_of(rule.as_array().unwrap(), value, path)?,
                // What holds, what is read with `properties`, and what only people read.
                "type"
                | "const"
                | "enum"
                | "minimum"
                | "maximum"
                | "minItems"
                | "maxItems"
                | "required"
                | "additionalProperties"
                | "$schema"
                | "$defs"
                | "title"
                | "description"
                | "format" => {}
                other => panic!("the schema uses {other:?}, which the checker does not know"),
            }
        }
        Ok(())
    }

    fn definition(&self, reference: &Value) -> &Value {
        let name = reference.as_str().and_then(|r| r.strip_prefix("#/$defs/"));
        let name = name.unwrap_or_else(|| panic!("{reference} is not in $defs"));
        self.definitions().get(name).unwrap_or_else(|| panic!("{name:?} is not in $defs"))
    }

    fn properties(
        &self,
        schema: &Map<String, Value>,
        value: &Value,
        path: &str,
    ) -> Result<(), Mismatch> {
        let fail = |why: String| Err(Mismatch { path: path.to_owned(), why });
        let Some(members) = value.as_object() else { return Ok(()) };
        let properties = schema["properties"].as_object().unwrap();
        // Names first: the wrong one of many shapes is left before anything else is looked at.
        let is_name = |name: &&String| properties.get(*name).is_some_and(is_name);
        let (first, rest): (Vec<&String>, Vec<&String>) = members.keys().partition(is_name);
        for name in first.into_iter().chain(rest) {
            match properties.get(name).or_else(|| schema.get("additionalProperties")) {
                Some(Value::Bool(false)) => return fail(format!("{name:?} may not stand here")),
                Some(rule) => self.holds(rule, &members[name], &format!("{path}/{name}"))?,
                None => {}
            }
        }
        for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
            if !members.contains_key(name.as_str().unwrap()) {
                return fail(format!("{name} is missing"));
            }
        }
        Ok(())
    }

    fn one_of(&self, schemas: &[Value], value: &Value, path: &str) -> Result<(), Mismatch> {
        let results = schemas.iter().map(|schema| self.holds(schema, value, path));
        let (passed, failed): (Vec<_>, Vec<_>) = results.partition(Result::is_ok);
        if passed.len() == 1 {
            return Ok(());
        }
        // The shape that fits farthest tells most.
        let failed = failed.into_iter().filter_map(Result::err);
        let nearest = failed.max_by_key(|m| (!m.path.ends_with("/type"), m.path.len()));
        let fits = passed.len();
        let why = nearest.map_or_else(String::new, |nearest| format!("; nearest: {nearest}"));
        Err(Mismatch { path: path.to_owned(), why: format!("{fits} shapes fit, not one{why}") })
    }
}

fn is_name(schema: &Value) -> bool {
    schema.get("const").is_some() || schema.get("enum").is_some()
}

fn count(rule: &Value) -> u64 {
    rule.as_u64().expect("a number of items")
}

fn is_of_type(value: &Value, rule: &Value) -> bool {
    match rule.as_str().expect("one type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema names the type {other:?}"),
    }
}

#[test]
fn a_mismatch_says_where() {
    let schema = Schema(serde_json::json!({
        "$defs": {
            "a": { "type": "object", "required": ["type"], "additionalProperties": false,
                   "properties": { "type": { "const": "a" }, "n": { "type": "integer" } } },
            "b": { "type": "object", "required": ["type"], "additionalProperties": false,
                   "properties": { "type": { "const": "b" }, "n": { "type": "string" } } }
        },
        "type": "array",
        "items": { "oneOf": [{ "$ref": "#/$defs/a" }, { "$ref": "#/$defs/b" }] }
    }));
    let check = |value| schema.check(&value).map_err(|mismatch| mismatch.to_string());
    assert_eq!(check(serde_json::json!([{ "type": "a", "n": 1 }, { "type": "b" }])), Ok(()));
    let wrong = check(serde_json::json!([{ "type": "a", "n": "1" }])).unwrap_err();
    assert_eq!(wrong, r#"/0: 0 shapes fit, not one; nearest: /0/n: "1" is not "integer""#);
    let extra = check(serde_json::json!([{ "type": "a", "m": 1 }])).unwrap_err();
    assert_eq!(extra, r#"/0: 0 shapes fit, not one; nearest: /0: "m" may not stand here"#);
    assert!(check(serde_json::json!([{}])).unwrap_err().contains("\"type\" is missing"));
}
