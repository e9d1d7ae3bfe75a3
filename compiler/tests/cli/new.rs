//! `flowsmith new`

use crate::Folder;

#[test]
fn the_starter_has_no_findings() {
    let folder = Folder::new("new");
    let ended = folder.run("new order").with(0);
    assert!(ended.out.starts_with("wrote order.yaml\n") && ended.out.contains("flowsmith::flow!(\"order.yaml\")"));
    let ended = folder.run("check order.yaml --deny all").with(0);
    assert_eq!(ended.err, "checked 1 definition: nothing found\n");
    assert!(folder.read("order.yaml").lines().filter(|line| line.contains("# ")).count() > 8, "it is commented");
}

#[test]
fn a_path_is_taken_as_it_is() {
    let folder = Folder::new("new_path");
    folder.write("flows/x", "").run("new flows/my-order.yml").with(0);
    assert!(folder.read("flows/my-order.yml").contains("type: flow"));
    assert_eq!(folder.run("new gone/a").with(2).err, "error: there is no folder for `gone/a.yaml`\n");
}

#[test]
fn what_is_printed_can_be_typed() {
    let folder = Folder::new("new_words");
    let ended = folder.command("new").arg("my order").output().unwrap();
    let out = String::from_utf8(ended.stdout).unwrap();
    assert!(out.contains("\n  flowsmith check \"my order.yaml\"\n"), "{out}");
    assert!(out.contains("flowsmith::flow!(\"my order.yaml\"); // pub mod my_order\n"), "{out}");
}

#[test]
fn what_exists_is_not_replaced() {
    let folder = Folder::new("new_exists");
    let ended = folder.write("order.yaml", "mine").run("new order").with(2);
    assert_eq!(ended.err, "error: `order.yaml` exists already\n");
    assert_eq!(folder.read("order.yaml"), "mine");
}

#[test]
fn the_starter_of_the_other_dialect_has_no_findings() {
    let folder = Folder::new("new_dialect");
    let ended = folder.run("new my-order --dialect state-machine").with(0);
    assert!(
        ended.out.starts_with("wrote my-order.yaml\n") && ended.out.contains("flowsmith::flow!(\"my-order.yaml\")")
    );
    let ended = folder.run("check my-order.yaml --deny all").with(0);
    assert_eq!(ended.err, "checked 1 definition: nothing found\n");
    assert!(folder.read("my-order.yaml").contains("\nName: my-order\n"));
}
