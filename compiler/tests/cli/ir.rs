//! `flowsmith ir`

use crate::{BAD, Folder, GOOD, WARNED};

#[test]
fn the_graph_is_printed() {
    let folder = Folder::new("ir");
    let ended = folder.write("a.yaml", GOOD).run("ir a.yaml").with(0);
    assert!(ended.out.starts_with("flow a\n") && ended.err.is_empty(), "{ended:?}");
    assert!(folder.run_on("ir -", WARNED).with(0).err.starts_with("warning[F0111]"));
}

#[test]
fn of_a_broken_definition_nothing_is_printed() {
    let ended = Folder::new("ir_bad").run_on("ir -", BAD).with(1);
    assert!(ended.out.is_empty() && ended.err.starts_with("error[F0110]"), "{ended:?}");
    Folder::new("ir_missing").run("ir gone.yaml").with(2);
}
