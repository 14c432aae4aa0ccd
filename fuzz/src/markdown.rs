//! Markdown against its definition: the HTML that pulldown-cmark renders, once the shortcodes around
//! code, notes and quotations are expanded.

use copydesk::{BodyFormat, Code, Engine, Parser};
use serde_json::Value;

use crate::rendered::rendered;

/// The document of a Markdown text is that of its rendering, spans aside; so is what is left out.
///
/// # Panics
///
/// If it is not.
pub fn is_as_rendered(markdown: &str) {
    // Without a dollar sign both are the same.
    let math = markdown.contains('$');
    let rendered = rendered(markdown, math);
    let ours = said(markdown, BodyFormat::Markdown, math);
    let theirs = said(&rendered, BodyFormat::Html, math);
    if let (Some(ours), Some(theirs)) = (ours, theirs) {
        assert_eq!(ours, theirs, "{rendered}");
    }
}

/// The events of a Markdown text are pulldown-cmark's, whichever way reads it.
///
/// # Panics
///
/// If they are not.
pub fn is_read_alike(markdown: &str) {
    assert_eq!(Engine::Auto.markdown_events(markdown), Engine::Spec.markdown_events(markdown));
}

/// Blocks, and kinds of what is omitted; nothing if the work was too much for the browser's tree.
fn said(body: &str, format: BodyFormat, math: bool) -> Option<(Value, Value)> {
    let source = format!("---\na: b\n---\n{body}");
    let document = Parser::new().body_format(format).math(math).parse(&source);
    if document.diagnostics().iter().any(|diagnostic| diagnostic.code == Code::WorkBudgetSpent) {
        return None;
    }
    let json = serde_json::to_string(&document).expect("a document is JSON");
    let mut json: Value = serde_json::from_str(&json).expect("its JSON is read");
    strip_spans(&mut json);
    Some((json["blocks"].take(), json["omitted"].take()))
}

fn strip_spans(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.remove("span");
            members.values_mut().for_each(strip_spans);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_spans),
        _ => {}
    }
}
