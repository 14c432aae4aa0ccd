//! Changes the front matter of articles: tags, keys, its language.
//!
//! ```sh
//! cargo run --release --example retag -- [--write] [--add TAG] [--remove TAG] [--rename OLD=NEW]
//!     [--set KEY=VALUE] [--to yaml|toml|json] [FILE | FOLDER]...
//! ```
//!
//! It prints what would change, as `diff -u` would, and changes nothing. With `--write` it writes the
//! files, each whole or not at all: into a new file beside the old one, which then takes its place.
//!
//! `--rename` gives a tag another name. The value of `--set` is read as YAML reads a plain scalar
//! (`--set draft=false`, `--set weight=3`), and its key may be a path (`--set extra.lang=en`). Of a
//! folder, the files are taken whose names end as those of articles do. Without any argument, the
//! articles beside this example are shown with a tag more.
//!
//! What is not done is told on standard error with its place, the other files still are, and the exit
//! status is 1.

mod diff;
mod options;
mod store;
mod tags;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use copydesk::{Edit, Error, Position, Value};

use self::options::{Options, Task};

fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    match retag(&options, &mut BufWriter::new(io::stdout().lock())) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads has read enough (`retag … | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every file could be read, changed and, if asked for, written.
fn retag(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let (mut changed, mut failed) = (0, 0);
    for file in &options.files {
        match retag_file(file, options, out)? {
            Ok(true) => changed += 1,
            Ok(false) => {}
            Err(why) => {
                out.flush()?;
                eprintln!("{}{why}", file.display());
                failed += 1;
            }
        }
    }
    out.flush()?;
    let (done, all) = (if options.write { "written" } else { "to write" }, options.files.len());
    eprintln!("{changed} of {all} files {done}, {failed} failed");
    Ok(failed == 0)
}

/// Whether a file was changed, or why not: what follows its name.
fn retag_file(
    file: &Path,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<Result<bool, String>> {
    let source = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Err(format!(": {error}"))),
    };
    let source = match std::str::from_utf8(&source) {
        Ok(source) => source,
        Err(error) => {
            let valid = String::from_utf8_lossy(&source[..error.valid_up_to()]);
            let at = Position::of(&valid, u32::MAX);
            return Ok(Err(format!(":{}:{}: not UTF-8", at.line, at.column)));
        }
    };
    let edited = match edited(source, options) {
        Ok(edited) => edited,
        Err(error) => {
            let at = error.position();
            return Ok(Err(format!(":{}:{}: {}", at.line, at.column, error.message())));
        }
    };
    if edited == source {
        return Ok(Ok(false));
    }
    if options.write {
        return Ok(store::write(file, &edited)
            .map(|()| true)
            .map_err(|error| format!(": {error}")));
    }
    diff::write(&file.to_string_lossy(), source, &edited, out)?;
    Ok(Ok(true))
}

/// The text after all tasks.
fn edited(source: &str, options: &Options) -> Result<String, Error> {
    let mut edit = Edit::new(source);
    for task in &options.tasks {
        match task {
            Task::Set(key, value) => {
                edit.set(&**key, Value::plain(&**value));
            }
            Task::Add(tag) => tags::add(&mut edit, tag),
            Task::Remove(tag) => tags::remove(&mut edit, tag),
            Task::Rename(old, new) => tags::rename(&mut edit, old, new),
        }
    }
    match options.format {
        Some(format) => edit.finish_as(format),
        None => edit.finish(),
    }
}
