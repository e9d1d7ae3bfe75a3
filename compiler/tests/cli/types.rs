//! Definitions with types beside them.

use serde_json::Value;

use crate::{Folder, GOOD};

const TASK: &str =
    "version: v1\ntype: flow\nsteps:\n  - {type: task, name: a, resourceArn: 'acs:fc:::services/s/functions/f'}\n";
/// Has F0501 and F0503, in lines 2 and 3.
const WRONG: &str = "functions:\n  g: {input: {type: object}}\n  f: {input: {typ: object}}\n";

#[test]
fn a_sidecar_is_found_by_the_name_of_its_definition() {
    let folder = Folder::new("types");
    for ending in ["yaml", "yml", "json"] {
        let sidecar = format!("flows/order.types.{ending}");
        folder.write("flows/order.yaml", TASK).write(&sidecar, WRONG);
        let ended = folder.run("check --format short flows/order.yaml").with(1);
        let lines: Vec<_> = ended.out.lines().collect();
        assert_eq!(
            lines,
            [
                format!("{sidecar}:2:3: warning[F0501]: no step calls a function `g`"),
                format!("{sidecar}:3:15: error[F0503]: a schema has no keyword `typ`"),
            ]
        );
        std::fs::remove_file(folder.0.join(sidecar)).unwrap();
    }
    folder.run("check flows/order.yaml").with(0);
}

#[test]
fn a_sidecar_is_no_definition() {
    let folder = Folder::new("types_folder");
    folder.write("a.yaml", TASK).write("a.types.yaml", "functions: {f: {}}\n").write("b.types.yml", "type: flow\n");
    assert_eq!(folder.run("check .").with(0).err, "checked 1 definition: nothing found\n");
    // As a pattern of names gives them.
    assert_eq!(folder.run("check a.types.yaml a.yaml").with(0).err, "checked 1 definition: nothing found\n");
}

#[test]
fn files_that_a_sidecar_refers_to_are_read() {
    let folder = Folder::new("types_files");
    folder.write("flows/a.yaml", GOOD);
    folder.write("flows/a.types.yaml", "input: {properties: {b: {$ref: '../b.json#/$defs/B'}, c: {$ref: c.yaml}}}\n");
    folder.write("b.json", "{\"$defs\": {\"B\": {\"type\": \"strin\"}}}\n");
    let ended = folder.run("check --format short flows").with(1);
    assert_eq!(
        ended.out,
        "flows/a.types.yaml:1:65: error[F0506]: there is no file `c.yaml`\n\
         flows/../b.json:1:26: error[F0114]: there is no type `strin`\n"
    );
    folder.write("flows/c.yaml", "type: boolean\n").write("b.json", "{\"$defs\": {\"B\": {}}}");
    folder.run("check flows").with(0);
}

#[test]
fn types_are_named_for_one_definition() {
    let folder = Folder::new("types_named");
    folder.write("a.yaml", TASK).write("b.yaml", TASK).write("types/f.yaml", WRONG).write("latin.yaml", b"\xff");
    for command in ["check a.yaml", "build a.yaml", "ir a.yaml", "graph a.yaml"] {
        let ended = folder.run(&format!("{command} --types types/f.yaml")).with(1);
        assert!((ended.out + &ended.err).contains("[types/f.yaml:3:15]"), "{command}");
    }
    let ended = folder.run_on("check - --format short --types types/f.yaml", TASK).with(1);
    assert!(ended.out.starts_with("types/f.yaml:2:3: "), "{}", ended.out);
    for (args, sentence) in [
        ("check a.yaml b.yaml --types types/f.yaml", "`--types` are those of one definition, but there are 2"),
        ("check a.yaml --types gone.yaml", "there is no file `gone.yaml`"),
        ("check a.yaml --types types", "`types` is a folder, expected a file with types"),
        ("check a.yaml --types latin.yaml", "`latin.yaml` is no UTF-8 text, which the types of a flow have to be"),
    ] {
        assert_eq!(folder.run(args).with(2).err, format!("error: {sentence}\n"), "{args}");
    }
    folder.write("a.types.yaml", "").write("a.types.json", "{}");
    let sentence = "error: `a.types.yaml` and `a.types.json` are both named after `a.yaml`: keep one of the two\n";
    assert_eq!(folder.run("ir a.yaml").with(2).err, sentence);
}

#[test]
fn tools_are_told_the_file_of_a_finding() {
    let folder = Folder::new("types_tools");
    folder.write("a.yaml", format!("{TASK}owner: Ada\n")).write("a.types.yaml", WRONG);
    let json = folder.run("check --format json a.yaml").with(1).out;
    let findings: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let files: Vec<_> = findings.iter().map(|it| it["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["a.yaml", "a.types.yaml", "a.types.yaml"]);
    assert_eq!((&findings[2]["line"], &findings[2]["byte_start"]), (&3.into(), &54.into()));
    assert_eq!(findings[2]["fix"]["safe"], false);
    assert_eq!(findings[2]["fix"]["edits"][0]["byte_start"], 54);

    let sarif: Value = serde_json::from_str(&folder.run("check --format sarif a.yaml").with(1).out).unwrap();
    let place = &sarif["runs"][0]["results"][2];
    assert_eq!(place["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a.types.yaml");
    assert_eq!(place["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"], "a.types.yaml");

    let github = folder.run("check --format github a.yaml").with(1).out;
    assert!(github.contains("::error file=a.types.yaml,line=3,col=15,"), "{github}");
}

#[test]
fn a_sidecar_is_not_mended() {
    let folder = Folder::new("types_fix");
    folder.write("a.yaml", TASK.replace("resourceArn", "resourceArm")).write("a.types.yaml", WRONG);
    let ended = folder.run("check --fix a.yaml").with(1);
    assert_eq!(ended.err, "checked 1 definition: 1 fix in 1 file, 1 error and 1 warning\n");
    assert_eq!((folder.read("a.yaml").as_str(), folder.read("a.types.yaml").as_str()), (TASK, WRONG));
}

#[test]
fn the_flow_is_the_same() {
    let folder = Folder::new("types_digest");
    let without = folder.write("a.yaml", TASK).run("ir a.yaml").with(0).out;
    folder.write("a.types.yaml", "functions: {f: {input: {type: object}}}\n");
    assert_eq!(folder.run("ir a.yaml").with(0).out, without);
}
