//! What is to be done, from the command line.

use std::io;
use std::path::{Path, PathBuf};

use copydesk::Format;

const USAGE: &str = "usage: retag [--write] [--add TAG] [--remove TAG] [--rename OLD=NEW] \
                     [--set KEY=VALUE] [--to yaml|toml|json] [FILE | FOLDER]...";

/// How the names of articles end.
const ARTICLES: [&str; 6] = ["md", "markdown", "mdx", "html", "htm", "txt"];

pub(crate) struct Options {
    /// Whether files are written; else it is shown what would be.
    pub(crate) write: bool,
    /// In the order of the command line.
    pub(crate) tasks: Vec<Task>,
    /// The language that front matter shall be in.
    pub(crate) format: Option<Format>,
    pub(crate) files: Vec<PathBuf>,
}

pub(crate) enum Task {
    Add(String),
    Remove(String),
    Rename(String, String),
    Set(String, String),
}

impl Options {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self { write: false, tasks: Vec::new(), format: None, files: Vec::new() };
        let mut arguments = arguments.peekable();
        if arguments.peek().is_none() {
            options.tasks.push(Task::Add("example".to_owned()));
        }
        let mut paths = Vec::new();
        while let Some(argument) = arguments.next() {
            let mut value =
                || arguments.next().ok_or_else(|| format!("`{argument}` needs a value\n{USAGE}"));
            match &*argument {
                "--write" => options.write = true,
                "--add" => options.tasks.push(Task::Add(value()?)),
                "--remove" => options.tasks.push(Task::Remove(value()?)),
                "--rename" => {
                    let (old, new) = pair(&value()?)?;
                    options.tasks.push(Task::Rename(old, new));
                }
                "--set" => {
                    let (key, value) = pair(&value()?)?;
                    options.tasks.push(Task::Set(key, value));
                }
                "--to" => options.format = Some(format(&value()?)?),
                "--" => paths.extend(arguments.by_ref().map(PathBuf::from)),
                "-h" | "--help" => return Err(USAGE.to_owned()),
                flag if flag.starts_with('-') => {
                    return Err(format!("unknown option `{flag}`\n{USAGE}"));
                }
                path => paths.push(PathBuf::from(path)),
            }
        }
        if options.tasks.is_empty() && options.format.is_none() {
            return Err(format!("nothing to do\n{USAGE}"));
        }
        if paths.is_empty() {
            if options.write {
                return Err(format!("`--write` needs a file or folder\n{USAGE}"));
            }
            paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles"));
        }
        for path in paths {
            options.take(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok(options)
    }

    /// Takes a file, or the articles of a folder and of those in it, in the order of their names.
    fn take(&mut self, path: &Path) -> io::Result<()> {
        let mut paths = vec![path.to_owned()];
        let mut first = true;
        while let Some(path) = paths.pop() {
            // A link to a folder is followed only where it was named.
            let about = if first { path.metadata()? } else { path.symlink_metadata()? };
            if about.is_dir() {
                let entries = path.read_dir()?.collect::<io::Result<Vec<_>>>()?;
                let mut inside: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
                inside.sort_by(|a, b| b.cmp(a));
                paths.extend(inside);
            } else if first || (about.is_file() && is_article(&path)) {
                self.files.push(path);
            }
            first = false;
        }
        Ok(())
    }
}

fn is_article(path: &Path) -> bool {
    let is_readme = path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    let ending = path.extension().and_then(|ending| ending.to_str());
    !is_readme && ending.is_some_and(|ending| ARTICLES.contains(&ending))
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (left, right) =
        text.split_once('=').ok_or_else(|| format!("`{text}` has no `=`\n{USAGE}"))?;
    Ok((left.to_owned(), right.to_owned()))
}

fn format(name: &str) -> Result<Format, String> {
    match name {
        "yaml" => Ok(Format::Yaml),
        "toml" => Ok(Format::Toml),
        "json" => Ok(Format::Json),
        _ => Err(format!("`{name}` is no language of front matter\n{USAGE}")),
    }
}
