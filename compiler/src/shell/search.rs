//! The definitions in a folder, told from the other YAML that lies beside them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{shown, sidecar::is_sidecar};
use crate::{
    diagnostics::Diagnostics,
    source::SourceFile,
    yaml::{self, Entry, NodeKind},
};

/// What is in a folder and in those in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The definitions, in the order of their paths.
    pub definitions: Vec<PathBuf>,
    /// How many other files are YAML.
    pub others: usize,
}

impl Found {
    /// The definitions in a folder that has to have some.
    pub fn some(self, folder: &Path) -> Result<Vec<PathBuf>, String> {
        let shown = shown(folder);
        match (self.definitions.is_empty(), self.others) {
            (false, _) => Ok(self.definitions),
            (true, 0) => Err(format!("there is no flow definition in the folder `{shown}`")),
            (true, _) => Err(format!("there is no flow definition in the folder `{shown}`, only other YAML")),
        }
    }
}

/// Searches a folder and the folders in it. Sidecars belong to their definitions. Hidden folders, those of caches and builds, and links to folders are left out.
pub fn search(folder: &Path) -> Result<Found, String> {
    let mut found = Found::default();
    visit(folder, &mut found)?;
    found.definitions.sort();
    Ok(found)
}

fn visit(folder: &Path, found: &mut Found) -> Result<(), String> {
    let cannot = |error| format!("cannot search the folder `{}`: {error}", shown(folder));
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        let path = entry.path();
        if entry.file_type().map_err(cannot)?.is_dir() {
            let name = entry.file_name();
            let hidden = name.to_string_lossy().starts_with('.') || name == "node_modules";
            if !hidden && !path.join("CACHEDIR.TAG").exists() {
                visit(&path, found)?;
            }
            continue;
        }
        let yaml = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("yaml") || it.eq_ignore_ascii_case("yml"));
        if !yaml || is_sidecar(&path) || !path.is_file() {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| format!("cannot read `{}`: {error}", shown(&path)))?;
        // What is no UTF-8 but looks like a definition is refused when it is read, instead of being passed over.
        if is_definition(&String::from_utf8_lossy(&bytes)) {
            found.definitions.push(path);
        } else {
            found.others += 1;
        }
    }
    Ok(())
}

/// Whether a text is meant as a definition, be it right or not.
fn is_definition(text: &str) -> bool {
    let source = SourceFile::new("", text);
    let Some(node) = yaml::read(&source, &mut Diagnostics::default()) else {
        return text.lines().any(|line| {
            let Some((key @ ("type" | "Type"), value)) = line.split_once(':') else { return false };
            let value = value.split('#').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
            value == if key == "type" { "flow" } else { "StateMachine" }
        });
    };
    let NodeKind::Mapping(entries) = &node.kind else { return false };
    let text = |key: &str| text_of(entries, key).unwrap_or_default();
    let has = |key: &str| entries.iter().any(|entry| entry.key == key);
    let is_flow = text("type") == "flow" || (has("steps") && text("version").starts_with('v'));
    is_flow || text("Type") == "StateMachine" || (has("States") && has("SpecVersion"))
}

fn text_of<'a>(entries: &'a [Entry], key: &str) -> Option<&'a str> {
    entries.iter().find(|entry| entry.key == key)?.value.as_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_told_from_other_yaml() {
        for text in [
            "version: v1\ntype: flow\nsteps: []",
            "{\"type\": \"flow\"}",
            "version: v1\nsteps:\n",
            "type: flow",
            "Type: StateMachine\nStates: []",
            "SpecVersion: v1\nStates:\n",
        ] {
            assert!(is_definition(text), "{text}");
        }
        // The last one is of Amazon States Language.
        for text in ["", "- a", "steps:\n  - script: make", "version: 2\nsteps: []", "StartAt: a\nStates: {a: {}}"] {
            assert!(!is_definition(text), "{text}");
        }
    }

    #[test]
    fn a_definition_that_is_no_yaml_is_one() {
        assert!(is_definition("version: v1\ntype: \"flow\" # of orders\nsteps: [\n"));
        assert!(is_definition("Type: StateMachine\nStates:\n  -Name: a\n    Type: Succeed\n"));
        assert!(!is_definition("type: map\nkeys: [\n"));
    }
}
