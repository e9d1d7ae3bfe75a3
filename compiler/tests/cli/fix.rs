//! `flowsmith check --fix`

use crate::{Folder, GOOD};

const WRONG: &str = "# orders\nversion: v1.0\ntype: flow\nsteps:\n  - {type: pas, name: a} # 价\n  - {type: pass}\n";

#[test]
fn files_are_mended_and_what_is_left_is_shown() {
    let folder = Folder::new("fix");
    let stored = format!("\u{feff}{}", WRONG.replace('\n', "\r\n"));
    folder.write("a.yaml", WRONG).write("deep/b.yaml", &stored).write("c.yaml", GOOD);
    let ended = folder.run("check --fix --format short .").with(1);
    let mended = WRONG.replace("v1.0", "v1").replace("pas,", "pass,");
    assert_eq!(folder.read("a.yaml"), mended);
    assert_eq!(folder.read("deep/b.yaml"), format!("\u{feff}{}", mended.replace('\n', "\r\n")));
    assert_eq!((folder.read("c.yaml").as_str(), folder.files().len()), (GOOD, 3));
    assert!(ended.out.lines().all(|line| line.contains("error[F0112]")) && ended.out.lines().count() == 2, "{ended:?}");
    assert_eq!(ended.err, "checked 3 definitions: 4 fixes in 2 files, 2 errors\n");

    let ended = folder.run("check --fix --format short .").with(1);
    assert_eq!(ended.err, "checked 3 definitions: nothing to fix, 2 errors\n");
    assert_eq!(folder.read("a.yaml"), mended);
}

#[test]
fn what_is_hidden_is_not_mended() {
    let folder = Folder::new("fix_hidden");
    let text = "version: v1.0\ntype: flow\nsteps: []\n";
    folder.write("a.yaml", text).run("check --fix --allow F0109 a.yaml").with(0);
    assert_eq!(folder.read("a.yaml"), text);
}

#[test]
fn the_standard_input_cannot_be_mended() {
    let ended = Folder::new("fix_input").run_on("check --fix -", WRONG).with(2);
    assert_eq!(ended.err, "error: the standard input cannot be changed: `--fix` takes files and folders\n");
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_links_their_file() {
    use std::{fs, os::unix::fs::PermissionsExt};
    let folder = Folder::new("fix_unix");
    folder.write("a.yaml", WRONG);
    let file = folder.0.join("a.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("a.yaml", folder.0.join("link.yaml")).unwrap();
    folder.run("check --fix link.yaml").with(1);
    assert!(folder.read("a.yaml").contains("type: pass, name: a"));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(folder.0.join("link.yaml")).unwrap().is_symlink());
}
