//! `flowsmith check`

use std::process::Stdio;

use crate::{BAD, Folder, GOOD, WARNED};

#[test]
fn what_is_right_ends_with_0() {
    let folder = Folder::new("right");
    let ended = folder.write("a.yaml", GOOD).run("check a.yaml").with(0);
    assert_eq!((ended.out.as_str(), ended.err.as_str()), ("", "checked 1 definition: nothing found\n"));
}

#[test]
fn errors_are_all_shown_and_end_with_1() {
    let folder = Folder::new("errors");
    folder.write("a.yaml", BAD).write("b.yaml", WARNED);
    let ended = folder.run("check a.yaml b.yaml").with(1);
    for part in ["error[F0110]: ", "[a.yaml:4:", "error[F0112]: ", "warning[F0111]: ", "[b.yaml:3:"] {
        assert!(ended.out.contains(part), "{part}\n{}", ended.out);
    }
    assert!(!ended.out.contains('\x1b'), "colours are for terminals");
    assert_eq!(ended.err, "checked 2 definitions: 2 errors and 1 warning\n");
}

#[test]
fn short_findings_have_a_line_each() {
    let folder = Folder::new("short");
    let ended = folder.write("a.yaml", BAD).run("check --format short a.yaml").with(1);
    assert!(ended.out.lines().all(|line| line.starts_with("a.yaml:")) && ended.out.lines().count() == 2);
}

#[test]
fn warnings_alone_end_with_0() {
    let ended = Folder::new("warnings").run_on("check -", WARNED).with(0);
    assert!(ended.out.starts_with("warning[F0111]: "), "{}", ended.out);
}

#[test]
fn levels_hide_show_and_deny() {
    let folder = Folder::new("levels");
    folder.write("a.yaml", WARNED);
    assert!(folder.run("check a.yaml --deny warnings").with(1).out.starts_with("error[F0111]: "));
    assert_eq!(folder.run("check a.yaml --deny warnings --allow F0111").with(0).out, "");
    assert_eq!(folder.run("check a.yaml --allow F0301,F0111").with(0).out, "");
    assert!(folder.run("check a.yaml --deny all --warn F0111").with(0).out.starts_with("warning[F0111]: "));
}

#[test]
fn a_target_refuses_what_the_service_refuses() {
    let folder = Folder::new("target");
    folder.write("a.yaml", "version: v1.0\ntype: flow\nname: my order\nsteps: []\n").write("b.yaml", WARNED);
    let ended = folder.run("check --format short --target cloudflow a.yaml b.yaml").with(1);
    let ids: Vec<_> = ended.out.lines().map(|line| line.split(": ").nth(1).unwrap()).collect();
    assert_eq!(ids, ["error[F0109]", "error[F0209]", "warning[F0111]"]);
    folder.run("check --target cloudflow --allow F0109 --warn F0209 a.yaml").with(0);
    folder.run("check --target any a.yaml").with(0);
    folder.run("check --target aws a.yaml").with(2);
}

#[test]
fn mistakes_about_levels_end_with_2() {
    let folder = Folder::new("levels_mistakes");
    folder.write("a.yaml", BAD);
    let ended = folder.run("check a.yaml --deny F0331 --allow F0110").with(2);
    assert_eq!(
        ended.err,
        "error: `F0110` is an error and cannot be set to `allow`\n\
         error: there is no code `F0331`: did you mean `F0301`?\n"
    );
    let ended = folder.run("check a.yaml --deny F0301 --warn F0301").with(2);
    assert_eq!(ended.err, "error: `F0301` is set to `warn` and to `deny`\n");
}

#[test]
fn folders_are_searched_for_definitions() {
    let folder = Folder::new("search");
    folder.write("flows/a.yaml", GOOD).write("flows/deep/b.yml", WARNED).write("flows/ci.yaml", "steps: [make]\n");
    let machine = "Type: StateMachine\nName: a\nSpecVersion: v1\nStartAt: a\nStates: [{Name: a, Type: Succeed}]\n";
    folder.write("flows/state.yaml", machine).write("flows/asl.yaml", "StartAt: a\nStates: {a: {Type: Succeed}}\n");
    folder.write("flows/notes.txt", GOOD);
    folder.write("flows/.hidden/c.yaml", BAD).write("flows/target/CACHEDIR.TAG", "").write("flows/target/d.yaml", BAD);
    let ended = folder.run("check flows flows/a.yaml").with(0);
    assert!(ended.out.contains("flows/deep/b.yml:3:"), "{}", ended.out);
    assert_eq!(ended.err, "checked 3 definitions: 1 warning; skipped 2 other YAML files\n");
    assert!(folder.run("check .").with(0).out.contains("[flows/deep/b.yml:3:"), "without `./`");
}

#[test]
fn a_broken_definition_in_a_folder_is_not_passed_over() {
    let folder = Folder::new("search_broken");
    folder.write("a.yaml", "version: v1\ntype: flow\nsteps: [\n");
    assert!(folder.run("check .").with(1).out.starts_with("error[F0101]: "));
    folder.write("a.yaml", b"version: v1\ntype: flow # Stra\xdfe\n");
    let ended = folder.run("check .").with(2);
    assert_eq!(ended.err, "error: `a.yaml` is no UTF-8 text, which a flow definition has to be\n");
}

#[test]
fn what_cannot_be_read_ends_with_2_after_the_rest_is_checked() {
    let folder = Folder::new("trouble");
    folder.write("a.yaml", BAD).write("empty/x.yaml", "a: 1\n").write("b.yaml", b"\xff\xfe");
    let ended = folder.run("check gone.yaml a.yaml empty b.yaml").with(2);
    assert!(ended.out.contains("error[F0110]"));
    assert_eq!(
        ended.err,
        "checked 1 definition: 2 errors; skipped 1 other YAML file\n\
         error: there is no file `gone.yaml`\n\
         error: there is no flow definition in the folder `empty`, only other YAML\n\
         error: `b.yaml` is no UTF-8 text, which a flow definition has to be\n"
    );
    assert!(folder.run_on("check -", b"\xff").with(2).err.starts_with("error: the standard input is no UTF-8"));
}

#[test]
fn a_reader_that_is_gone_is_no_error() {
    let folder = Folder::new("pipe");
    for (args, input, code) in [("check -", BAD, 1), ("check -", WARNED, 0), ("ir -", GOOD, 0)] {
        let mut command = folder.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take()); // before there is anything to read: it waits for its input
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args}: {output:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("error:"), "{output:?}");
    }
}
