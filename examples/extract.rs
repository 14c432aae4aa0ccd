//! Prints one JSON document per file and line.
//!
//! ```text
//! cargo run --release --example extract -- [--pretty] [--strict] [--math] [--format FORMAT] [FILE | -]...
//! ```
//!
//! `-` reads standard input; without files the articles beside this example are read. A file that
//! cannot be read is told on standard error, the others are still done, and the exit status is 1.
//! `--format html`, `--format markdown` (with the feature of that name) or `--format auto` (the default:
//! by the file's name and by what stands in it) says what bodies are written in; with `--math`, `$…$`
//! in Markdown is a formula, as it is where front matter says `math: true`. With `--strict` the exit status is 1, too, where a document has a
//! diagnostic of severity error.

use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk::{BodyFormat, Diagnostic, Document, Parser, Severity};

const USAGE: &str =
    "usage: extract [--pretty] [--strict] [--math] [--format html|markdown|auto] [FILE | -]...";

struct Options {
    pretty: bool,
    strict: bool,
    math: bool,
    format: BodyFormat,
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let options = match options(std::env::args_os().skip(1).map(PathBuf::from)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    match extract(&options, &mut BufWriter::new(io::stdout().lock())) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads has read enough (`extract … | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut arguments: impl Iterator<Item = PathBuf>) -> Result<Options, String> {
    let mut options = Options {
        pretty: false,
        strict: false,
        math: false,
        format: BodyFormat::Auto,
        files: Vec::new(),
    };
    let mut only_files = false;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--pretty") if !only_files => options.pretty = true,
            Some("--strict") if !only_files => options.strict = true,
            Some("--math") if !only_files => options.math = true,
            Some("--format") if !only_files => {
                let name = arguments.next();
                options.format = match name.as_ref().and_then(|name| name.to_str()) {
                    Some("html") => BodyFormat::Html,
                    Some("markdown") => BodyFormat::Markdown,
                    Some("auto") => BodyFormat::Auto,
                    _ => return Err(format!("`--format` needs a format\n{USAGE}")),
                };
            }
            Some("--") if !only_files => only_files = true,
            Some("-h" | "--help") if !only_files => return Err(USAGE.to_owned()),
            Some(flag) if !only_files && flag.len() > 1 && flag.starts_with('-') => {
                return Err(format!("unknown option `{flag}`\n{USAGE}"));
            }
            _ => options.files.push(argument),
        }
    }
    if options.files.is_empty() {
        options.files = articles().map_err(|error| format!("examples/articles: {error}"))?;
    }
    Ok(options)
}

/// The articles beside this example, by name.
fn articles() -> io::Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.file_stem().is_some_and(|stem| stem != "README"));
    files.sort();
    Ok(files)
}

/// Whether every file could be read, and was as it should be.
fn extract(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let mut good = true;
    for file in &options.files {
        match read(file) {
            Ok(bytes) => {
                let name = file.to_string_lossy();
                let parser = Parser::new().body_format(options.format).file_name(&name);
                // Without the option the front matter says it.
                let parser = if options.math { parser.math(true) } else { parser };
                let document = parser.parse_bytes(&bytes);
                write_json(&document, options.pretty, out)?;
                good &= !(options.strict && complain(file, &document));
            }
            Err(error) => {
                eprintln!("{}: {error}", file.display());
                good = false;
            }
        }
    }
    out.flush()?;
    Ok(good)
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn write_json(document: &Document<'_>, pretty: bool, out: &mut impl Write) -> io::Result<()> {
    if pretty {
        serde_json::to_writer_pretty(&mut *out, document)?;
    } else {
        serde_json::to_writer(&mut *out, document)?;
    }
    out.write_all(b"\n")
}

/// Reports the errors of a document; whether there are any.
fn complain(file: &Path, document: &Document<'_>) -> bool {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
    let mut any = false;
    for diagnostic in document.diagnostics().iter().filter(is_error) {
        eprint!("{}:\n{}", file.display(), diagnostic.report(document.source()));
        any = true;
    }
    any
}
