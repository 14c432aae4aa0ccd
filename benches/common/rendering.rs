//! What Markdown is measured against: pulldown-cmark's own rendering to HTML.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, html};

/// The syntax that the parser reads by default.
const SYNTAX: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

/// A text as HTML.
pub(crate) fn rendering(body: &str) -> String {
    let mut rendered = String::with_capacity(body.len() * 3 / 2);
    html::push_html(&mut rendered, pulldown_cmark::Parser::new_ext(body, SYNTAX));
    rendered
}

/// The texts of the Markdown files below a folder, in order; none if it is not there.
pub(crate) fn read(folder: &Path) -> Vec<String> {
    let (mut folders, mut paths) = (vec![PathBuf::from(folder)], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is = |name| path.extension().is_some_and(|extension| extension == name);
            if path.is_dir() {
                folders.push(path);
            } else if is("md") || is("markdown") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths.iter().flat_map(fs::read_to_string).collect()
}
