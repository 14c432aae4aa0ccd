//! Other people's files, and running a check over all of them.

use std::any::Any;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{Write as _, stderr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A file's name and bytes.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.name).extension().is_some_and(|found| found == extension)
    }
}

/// `path` within the shared data; `None`, and a line that says so, if `COPYDESK_SHARED` is not set.
///
/// Panics if it is set and there is nothing at the path.
#[track_caller]
pub(crate) fn path(path: &str) -> Option<PathBuf> {
    let Some(root) = std::env::var_os("COPYDESK_SHARED") else {
        say_skipped();
        return None;
    };
    let path = Path::new(&root).join(path);
    assert!(path.exists(), "COPYDESK_SHARED is set, but {} does not exist", path.display());
    Some(path)
}

/// Says once for each test that it was skipped.
fn say_skipped() {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    if SAID.lock().unwrap().insert(test.clone()) {
        say(&format!("{test}: skipped, since COPYDESK_SHARED is not set"));
    }
}

/// The file at `path` within the shared data.
#[track_caller]
pub(crate) fn file(path: &str) -> Option<File> {
    let bytes = fs::read(self::path(path)?).unwrap_or_else(|error| panic!("{path}: {error}"));
    Some(File { name: path.to_owned(), bytes })
}

/// All files below `folder` within the shared data, at least `least`, in the order of their names.
#[track_caller]
pub(crate) fn files(folder: &str, least: usize) -> Option<Vec<File>> {
    let root = path(folder)?;
    let mut files = files_below(&root);
    for file in &mut files {
        file.name.insert_str(0, &format!("{folder}/"));
    }
    assert!(files.len() >= least, "{folder} holds {} files, not {least}", files.len());
    Some(files)
}

/// All files below `root`, named by their path from it, in the order of their names.
pub(crate) fn files_below(root: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                files.push(File { name, bytes: fs::read(&path).unwrap() });
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// All of `corpus/`.
#[track_caller]
pub(crate) fn corpus() -> Option<Vec<File>> {
    files("corpus", 1_300)
}

/// Runs `check` on every file, on as many threads as there are processors; fails with the first
/// files that it panics on.
pub(crate) fn check_all(files: &[File], check: impl Fn(&File) + Sync) {
    let failures = failures(files, |file| {
        check(file);
        Vec::new()
    });
    report(&failures, files.len());
}

/// What `check` finds wrong with the files, each with the file's name, in the files' order. A panic
/// is a failure too.
pub(crate) fn failures(
    files: &[File],
    check: impl Fn(&File) -> Vec<String> + Sync,
) -> Vec<(String, String)> {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let what = catch_unwind(AssertUnwindSafe(|| check(file)))
                .unwrap_or_else(|panic| vec![format!("panic: {}", message(&*panic))]);
            let what = what.into_iter().map(|what| (file.name.clone(), what));
            found.lock().unwrap().extend(what);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(work);
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// Fails with the first of `failures`, if there are any.
#[track_caller]
pub(crate) fn report(failures: &[(String, String)], of: usize) {
    const SHOWN: usize = 12;
    let mut report = String::new();
    for (name, what) in failures.iter().take(SHOWN) {
        let what = what.replace('\n', "\n    ");
        writeln!(report, "  {name}\n    {what}").unwrap();
    }
    let count = failures.len();
    assert!(failures.is_empty(), "{count} failures in {of} files; the first are:\n{report}");
}

/// What a panic said.
fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// A line on standard error that is seen even where a test passes: output of the macros is not.
pub(crate) fn say(line: &str) {
    let _ = writeln!(stderr(), "{line}");
}
