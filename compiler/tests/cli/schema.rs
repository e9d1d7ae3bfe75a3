//! `flowsmith schema`

use crate::Folder;

#[test]
fn each_dialect_has_a_schema_and_so_have_sidecars() {
    let folder = Folder::new("schema");
    for (dialect, key) in [("v1", "\"resourceArn\""), ("state-machine", "\"StartAt\""), ("types", "\"functions\"")] {
        let printed = folder.run(&format!("schema {dialect}")).with(0);
        assert!(printed.out.starts_with("{\n") && printed.out.contains(key) && printed.err.is_empty(), "{printed:?}");
        folder.run(&format!("schema {dialect} -o schemas/{dialect}.json")).with(0);
        assert_eq!(folder.read(&format!("schemas/{dialect}.json")), printed.out);
    }
}

#[test]
fn there_are_two_dialects() {
    let ended = Folder::new("schema_usage").run("schema v2").with(2);
    assert!(ended.err.contains("v1, state-machine, types"), "{ended:?}");
}
