//! `flowsmith types`

use crate::{BAD, Folder, GOOD, WARNED};

#[test]
fn what_is_known_is_printed() {
    let folder = Folder::new("known");
    let ended = folder.write("a.yaml", GOOD).run("types a.yaml").with(0);
    assert!(ended.out.starts_with("flow a\n  input     {…}\n") && ended.err.is_empty(), "{ended:?}");
    assert!(folder.run_on("types -", WARNED).with(0).err.starts_with("warning[F0111]"));
}

#[test]
fn of_a_broken_definition_nothing_is_known() {
    let ended = Folder::new("known_bad").run_on("types -", BAD).with(1);
    assert!(ended.out.is_empty() && ended.err.starts_with("error[F0110]"), "{ended:?}");
}
