//! The index of decisions names what exists, and every case that was made for one.

#![expect(clippy::disallowed_methods, reason = "what it names are files")]

use std::{collections::BTreeSet, fs, path::Path};

const INDEX: &str = include_str!("mod.rs");

/// What the last column of each row names.
fn pins() -> BTreeSet<&'static str> {
    let rows = INDEX.lines().filter_map(|line| line.strip_prefix("//! |")?.strip_suffix('|'));
    let columns = rows.filter_map(|row| row.rsplit('|').next());
    columns.flat_map(|column| column.split('`').skip(1).step_by(2)).collect()
}

fn exists(pin: &str) -> bool {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    match pin.rsplit_once("::") {
        Some((module, test)) => {
            let file = tests.join(format!("{}.rs", module.replace("::", "/")));
            let content = fs::read_to_string(&file).unwrap_or_default();
            content.contains(&format!("fn {test}("))
        }
        None if pin.contains('/') => tests.join("flows").join(pin).is_dir(),
        None => tests.join("../compiler/tests/ui").join(pin).is_dir(),
    }
}

#[test]
fn the_index_names_what_exists() {
    let missing: Vec<_> = pins().into_iter().filter(|pin| !exists(pin)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn each_case_of_a_decision_is_in_the_index() {
    let (pins, folder) = (pins(), Path::new(env!("CARGO_MANIFEST_DIR")).join("flows/decisions"));
    for case in fs::read_dir(folder).unwrap() {
        let pin = format!("decisions/{}", case.unwrap().file_name().display());
        assert!(pins.contains(&*pin), "{pin}");
    }
}
