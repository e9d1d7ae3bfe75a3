//! What the README of an example says is found in its definition after a change is what is found.

use std::path::Path;

use flowsmith_compiler::{Diagnostics, Level, Sidecar, SourceFile, codegen, compile};

use crate::chapters::{self, Chapter, root};

#[test]
fn mistakes_in_the_typed_order_are_found_as_its_readme_says() {
    let folder = root().join("../examples/typed-order");
    let (definition, types) = (file(&folder, "order.yaml").text, file(&folder, "order.types.yaml").text);
    let readme = file(&folder, "README.md");
    assert!(findings(&definition, &types).1.is_empty());
    let mut mistaken = None;
    let text = readme.rewritten(|block| match &*block.info {
        "diff" => {
            mistaken = Some(changed(&definition, &block.text));
            None
        }
        "text findings" => {
            let (source, findings) = findings(&mistaken.take().expect("a change stands before"), &types);
            Some(findings.render_full(&source))
        }
        _ => None,
    });
    readme.should_be(&text).unwrap();
}

fn file(folder: &Path, name: &str) -> Chapter {
    chapters::read(format!("examples/typed-order/{name}"), folder.join(name))
}

/// The definition after a change; the lines that go stand in it once.
fn changed(definition: &str, diff: &str) -> String {
    let lines = |drop: char| -> String {
        let kept = diff.lines().filter(|line| !line.starts_with(drop));
        kept.flat_map(|line| [line.get(1..).unwrap_or_default(), "\n"]).collect()
    };
    let (old, new) = (lines('+'), lines('-'));
    assert_eq!(definition.matches(&old).count(), 1, "{old}");
    definition.replacen(&old, &new, 1)
}

/// As `flow!("order.yaml", deny(warnings))` finds it.
fn findings(definition: &str, types: &str) -> (SourceFile, Diagnostics) {
    let sidecar = Sidecar::new(SourceFile::new("order.types.yaml", types));
    let source = SourceFile::new("order.yaml", definition).with_types(sidecar);
    let mut options = codegen::Options::default();
    options.levels.set("warnings", Level::Deny).unwrap();
    let found = compile(&source, &options).map_or_else(|findings| findings, |output| output.findings);
    (source, found)
}
