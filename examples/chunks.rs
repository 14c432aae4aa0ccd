//! Articles to chunks for retrieval: one JSON object a line, each a piece of an article that an index
//! takes at once, with where it stands.
//!
//! ```sh
//! cargo run --release --example chunks -- [--max CHARACTERS] [FILE | FOLDER]...
//! ```
//!
//! Without files it reads `examples/articles`. Each line holds `id` (the file and the chunk's number),
//! `source` (the file), `title`, `breadcrumb` (the headings above), `text`, and `span` (the bytes of
//! the file). To embed a chunk, give the model its breadcrumb and its text.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use copydesk::Document;
use serde_json::json;

fn main() -> ExitCode {
    match run() {
        // Nobody reads on (`chunks | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("chunks: {error}");
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn run() -> io::Result<()> {
    let mut max = 1000;
    let mut paths = Vec::new();
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--max" => {
                let value = arguments.next().and_then(|value| value.parse().ok());
                max = value.ok_or_else(|| io::Error::other("--max takes a number"))?;
            }
            path => paths.push(PathBuf::from(path)),
        }
    }
    if paths.is_empty() {
        paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles"));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for path in paths {
        for file in files(path)? {
            let bytes = fs::read(&file).map_err(|error| {
                io::Error::new(error.kind(), format!("{}: {error}", file.display()))
            })?;
            write_chunks(&mut out, &file, &Document::from_bytes(&bytes), max)?;
        }
    }
    out.flush()
}

/// The file itself, or the files of a folder but its README, by name.
fn files(path: PathBuf) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path]);
    }
    let entries: io::Result<Vec<_>> = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect();
    let mut files = entries?;
    files.retain(|path| path.is_file() && path.file_stem().is_some_and(|stem| stem != "README"));
    files.sort();
    Ok(files)
}

fn write_chunks(
    out: &mut impl Write,
    file: &Path,
    document: &Document<'_>,
    max: usize,
) -> io::Result<()> {
    let source = file.display().to_string();
    for (number, chunk) in document.chunks(max).enumerate() {
        let breadcrumb: Vec<_> = chunk.breadcrumb.iter().map(|heading| heading.text()).collect();
        let line = json!({
            "id": format!("{source}#{number}"),
            "source": source,
            "title": document.metadata().title,
            "breadcrumb": breadcrumb,
            "text": chunk.text(),
            "span": chunk.span,
        });
        writeln!(out, "{line}")?;
    }
    Ok(())
}
