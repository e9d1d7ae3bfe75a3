//! SARIF logs against the part of their schema that they use.

use std::{fs, path::Path};

use serde_json::Value;

use crate::Folder;

#[test]
fn every_finding_of_the_cases_fits_the_schema() {
    let schema = serde_json::from_str(include_str!("sarif.schema.json")).unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();

    let folder = Folder::new("sarif_schema");
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut count = 0;
    for case in fs::read_dir(cases).unwrap() {
        let case = case.unwrap().path();
        let name = case.file_name().unwrap().to_str().unwrap().to_owned();
        folder.write(&format!("{name} 价.yaml"), fs::read(case.join("flow.yaml")).unwrap());
        count += 1;
    }
    let log: Value = serde_json::from_str(&folder.run("check --format sarif .").out).unwrap();
    assert!(log["runs"][0]["results"].as_array().unwrap().len() > count);
    let wrong: Vec<_> = schema.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
