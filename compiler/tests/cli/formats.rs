//! Findings as tools take them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{BAD, Folder, GOOD, WARNED};

const UNKNOWN: &str = "version: v1\ntype: flow\nsteps:\n  - {type: choice, name: 价, choices: [{condition: $.a > 1, goto: aprove}]}\n  - {type: pass, name: approve}\n";

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn json_has_an_object_a_line_with_these_keys() {
    let folder = Folder::new("json");
    folder.write("a.yaml", UNKNOWN).write("b.yaml", WARNED).write("c.yaml", GOOD);
    let ended = folder.run("check --format json .").with(1);
    assert!(
        ended.out.starts_with(
            "{\"file\":\"a.yaml\",\"code\":\"F0201\",\"severity\":\"error\",\"message\":\"unknown step `aprove`\",\
         \"help\":\"did you mean `approve`?\",\"line\":4,\"column\":66,\"end_line\":4,\"end_column\":72,\
         \"byte_start\":97,\"byte_end\":103,\"related\":[],\"fix\":{\"safe\":true,\"edits\":[{\"text\":\"approve\",\
         \"line\":4,\"column\":66,\"end_line\":4,\"end_column\":72,\"byte_start\":97,\"byte_end\":103}]}}\n"
        ),
        "{}",
        ended.out
    );
    let findings = lines(&ended.out);
    assert_eq!(findings.len(), 2);
    assert_eq!((&findings[1]["file"], &findings[1]["fix"]), (&"b.yaml".into(), &Value::Null));
    assert_eq!(ended.err, "checked 3 definitions: 1 error and 1 warning\n");
}

#[test]
fn bytes_are_those_of_the_file() {
    let folder = Folder::new("json_bytes");
    let text = format!("\u{feff}{}", UNKNOWN.replace('\n', "\r\n"));
    folder.write("a.yaml", &text);
    for finding in lines(&folder.run("check --format json a.yaml").with(1).out) {
        let byte = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
        assert_eq!(&text[byte("byte_start")..byte("byte_end")], "aprove");
        assert_eq!((byte("line"), byte("column"), byte("end_column")), (4, 66, 72));
    }
}

#[test]
fn places_are_in_the_file_whatever_is_wrong_in_it() {
    let folder = Folder::new("json_places");
    for text in ["", "\n", "a: 价", "价", "\u{feff}", "a: \"价", "{", "\u{0}", "type: flow\r\nsteps:\r\n\t价"] {
        let ended = folder.run_on("check --format json -", text).with(1);
        for finding in lines(&ended.out) {
            let number = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
            let (start, end) = (number("byte_start"), number("byte_end"));
            assert!(start <= end && text.get(start..end).is_some(), "{text:?}: {finding}");
            assert!((number("line"), number("column")) <= (number("end_line"), number("end_column")), "{finding}");
        }
    }
}

#[test]
fn other_places_are_related() {
    let folder = Folder::new("json_related");
    folder.write("a.yaml", "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: a}\n  - {type: pass, name: a}\n");
    let findings = lines(&folder.run("check --format json a.yaml").with(1).out);
    assert_eq!(findings[0]["related"][0]["message"], "first here");
    assert_eq!(findings[0]["related"][0]["line"], 4);
}

#[test]
fn sarif_is_one_run_whatever_is_found() {
    let folder = Folder::new("sarif");
    folder.write("a b.yaml", UNKNOWN).write("c.yaml", WARNED).write("d.yaml", GOOD);
    let log: Value = serde_json::from_str(&folder.run("check --format sarif .").with(1).out).unwrap();
    assert_eq!((&log["version"], &log["runs"][1]), (&"2.1.0".into(), &Value::Null));
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["version"]), (&"flowsmith".into(), &env!("CARGO_PKG_VERSION").into()));
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        let rule = &driver["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["shortDescription"]["text"].as_str().unwrap().ends_with('.'), "{rule}");
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.yaml");
    assert_eq!(place["region"]["startColumn"], 66);
    assert_eq!(results[0]["level"], "error");
    let change = &results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "approve");

    let empty: Value = serde_json::from_str(&folder.run("check --format sarif d.yaml").with(0).out).unwrap();
    assert_eq!(empty["runs"][0]["results"], Value::Array(Vec::new()));
}

#[test]
fn sarif_names_each_rule_once() {
    let folder = Folder::new("sarif_rules");
    folder.write("a.yaml", BAD).write("b.yaml", BAD);
    let log: Value = serde_json::from_str(&folder.run("check --format sarif a.yaml b.yaml").with(1).out).unwrap();
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: BTreeSet<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rules.len());
}

#[test]
fn github_takes_a_command_a_line() {
    let folder = Folder::new("github");
    folder.write("a,b.yaml", UNKNOWN).write("c.yaml", "version: v1\ntype: flow\n100%: 1\nsteps: []\n");
    let ended = folder.run("check --format github a,b.yaml c.yaml").with(1);
    assert_eq!(
        ended.out,
        "::error file=a%2Cb.yaml,line=4,col=66,endLine=4,endColumn=72,title=F0201::unknown step `aprove`%0Ahelp: did you \
         mean `approve`?\n\
         ::warning file=c.yaml,line=3,col=1,endLine=3,endColumn=5,title=F0111::a flow has no key `100%25`%0Ahelp: known \
         here: `version`, `type`, `name`, `timeoutSeconds`, `inputMappings`, `steps` and `outputMappings`\n"
    );
}

#[test]
fn build_says_findings_for_tools_and_nothing_else() {
    let folder = Folder::new("build_formats");
    folder.write("a.yaml", UNKNOWN).write("b.yaml", WARNED);
    let ended = folder.run("build a.yaml --format json").with(1);
    assert_eq!((lines(&ended.err).len(), ended.out.as_str()), (1, ""));
    let ended = folder.run("build b.yaml --format sarif").with(0);
    let log: Value = serde_json::from_str(&ended.err).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 1);
    assert!(ended.out.contains("pub mod b {"));
}
