//! Files, written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Writes `text` into a new file beside `file`, which then takes its place and its permissions. A link
/// stays one: what it leads to is written.
pub(crate) fn write(file: &Path, text: &str) -> io::Result<()> {
    let file = file.canonicalize()?;
    let folder = file.parent().unwrap_or(Path::new("."));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = write_new(&beside, &file, text);
    if written.is_err() {
        // The reason is told; that the new file cannot be removed either would not add to it.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write_new(beside: &Path, file: &Path, text: &str) -> io::Result<()> {
    let mut new = OpenOptions::new().write(true).create_new(true).open(beside)?;
    new.write_all(text.as_bytes())?;
    new.set_permissions(fs::metadata(file)?.permissions())?;
    new.sync_all()?;
    drop(new);
    fs::rename(beside, file)
}
