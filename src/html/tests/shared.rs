//! Where the test data is.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the shared test data, named by `COPYDESK_SHARED` or found beside the project.
///
/// `None`, with a line that says so, where there is none; a variable that names none is an error.
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let (root, named) = match std::env::var_os("COPYDESK_SHARED") {
        Some(root) => (PathBuf::from(root), true),
        None => (Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), false),
    };
    let folder = root.join(name);
    assert!(folder.is_dir() || !named, "COPYDESK_SHARED has no {}", folder.display());
    if !folder.is_dir() {
        println!("skipped: no {}", folder.display());
        return None;
    }
    Some(folder)
}

/// All files in a folder and the folders in it, in order.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}
