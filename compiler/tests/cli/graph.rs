//! `flowsmith graph`

use crate::{BAD, Folder, GOOD};

#[test]
fn a_picture_is_printed_in_each_format() {
    let folder = Folder::new("graph");
    folder.write("a.yaml", GOOD);
    for (args, start) in [("", "flowchart"), (" --format dot", "digraph"), (" --format svg", "<svg")] {
        let ended = folder.run(&format!("graph a.yaml{args}")).with(0);
        assert!(ended.out.contains(start) && ended.err.is_empty(), "{ended:?}");
    }
    folder.run("graph a.yaml --format png").with(2);
}

#[test]
fn a_picture_is_written_whole_or_not_at_all() {
    let folder = Folder::new("graph_file");
    folder.write("a.yaml", GOOD).run("graph a.yaml --format svg -o a.svg").with(0);
    assert!(folder.read("a.svg").trim_end().ends_with("</svg>"));
    let ended = folder.write("a.yaml", BAD).run("graph a.yaml --format dot -o a.svg").with(1);
    assert!(ended.err.starts_with("error[F0110]"), "{ended:?}");
    assert!(folder.read("a.svg").trim_end().ends_with("</svg>"));
}
