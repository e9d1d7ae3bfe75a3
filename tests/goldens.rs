//! The goldens of every case: the graph and the Rust of each definition, the histories of all runs; of some cases the Rust
//! with declared types, too. A change of them is a change of what users get, to be read before it is kept: `UPDATE=1 cargo
//! test -p flowsmith-tests goldens` writes what is made now.

#![expect(clippy::disallowed_methods, reason = "goldens are files")]

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{SourceFile, analyze, ir};
use flowsmith_tests::cases::{Case, cases, code};

use crate::check;

const HISTORY: &str = "history.txt";

/// The cases that show what becomes of declared types.
const TYPED: &[&str] = &[
    "callback/retry",
    "child/review",
    "choice/nested_loop",
    "contract/order",
    "data/mappings",
    "foreach/nested",
    "machine/callback",
    "machine/map",
    "machine/parallel",
];

fn files(case: &Case) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(case.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn definitions(case: &Case) -> Vec<PathBuf> {
    let mut files = files(case);
    files.retain(|file| file.extension().is_some_and(|it| it == "yaml") && !file.ends_with("run.yaml"));
    files.retain(|file| stem(file).rsplit_once('.').is_none_or(|(_, last)| last != "types"));
    files
}

fn shows_types(case: &Case) -> bool {
    TYPED.contains(&case.folder)
}

fn stem(file: &Path) -> &str {
    file.file_stem().unwrap().to_str().unwrap()
}

/// Compares all goldens of a kind, and writes them where that is asked for.
fn compare(goldens: impl IntoIterator<Item = (PathBuf, String)>) {
    compare_or_write(goldens, std::env::var_os("UPDATE").is_some());
}

fn compare_or_write(goldens: impl IntoIterator<Item = (PathBuf, String)>, update: bool) {
    let mut drift = String::new();
    for (file, made) in goldens {
        let golden = fs::read_to_string(&file).unwrap_or_default();
        if golden == made {
            continue;
        }
        if update {
            fs::write(&file, made).unwrap();
            continue;
        }
        let line = 1 + golden.lines().zip(made.lines()).take_while(|(golden, made)| golden == made).count();
        let shown = |text: &str| text.lines().nth(line - 1).unwrap_or("(the end)").to_owned();
        let (golden, made) = (shown(&golden), shown(&made));
        writeln!(drift, "\n{}:{line}\n  golden: {golden}\n  now:    {made}", file.display()).unwrap();
    }
    assert!(
        drift.is_empty(),
        "goldens differ; where the change is meant, `UPDATE=1 cargo test -p flowsmith-tests goldens` writes them\n{drift}"
    );
}

#[test]
fn graphs() {
    compare(cases().flat_map(definitions).map(|file| {
        let name = file.file_name().unwrap().to_str().unwrap();
        let source = SourceFile::new(name, fs::read_to_string(&file).unwrap());
        let (flow, _) = analyze(&source).unwrap_or_else(|findings| panic!("{}", findings.render_full(&source)));
        (file.with_extension("ir"), ir::print(&flow))
    }));
}

#[test]
fn generated_code() {
    compare(cases().flat_map(|case| {
        definitions(case).into_iter().map(|file| (file.with_extension("rs"), code(case, stem(&file))))
    }));
}

#[test]
fn generated_code_with_declared_types() {
    compare(cases().filter(|case| shows_types(case)).map(|case| {
        let typed = case.typed().unwrap_or_else(|| panic!("{case:?} has no declared types"));
        (case.path().join("flow.typed.rs"), code(&typed, "flow"))
    }));
}

fn histories_of(case: &Case) -> (PathBuf, String) {
    let runs = case.runs();
    let histories = runs.iter().map(|run| {
        let (ending, _) = check::standard(case, run);
        format!("# {}\n\n{}", run.name, check::history(&ending))
    });
    (case.path().join(HISTORY), histories.collect::<Vec<_>>().join("\n"))
}

#[test]
fn histories() {
    compare(cases().map(histories_of));
}

#[test]
fn histories_are_the_same_with_declared_types() {
    compare_or_write(cases().filter_map(Case::typed).map(|case| histories_of(&case)), false);
}

#[test]
fn nothing_else_is_in_a_case() {
    for case in cases() {
        let definitions = definitions(case);
        let made =
            definitions.iter().flat_map(|file| ["ir", "rs", "types.yaml"].map(|ending| file.with_extension(ending)));
        let mut known: BTreeSet<_> = definitions.iter().cloned().chain(made).collect();
        known.extend(["run.yaml", HISTORY].map(|name| case.path().join(name)));
        known.extend(shows_types(case).then(|| case.path().join("flow.typed.rs")));
        let unknown: Vec<_> = files(case).into_iter().filter(|file| !known.contains(file)).collect();
        assert!(unknown.is_empty(), "no definition of the case makes these: {unknown:?}");
    }
}
