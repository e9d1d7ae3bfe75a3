//! Definitions in chapters compile, or have the findings that are said. Of a block `yaml …`, the words say what it is:
//!
//! | words | what it is |
//! |---|---|
//! | none | a whole definition without errors and warnings |
//! | `name.yaml` | the same, and the text of `samples/name.yaml` |
//! | `steps` | a list of steps; those that it leads to and does not have are added |
//! | `states` | the same of `Type: StateMachine`: a list of states that begins with the first |
//! | `task` | keys of a task |
//! | `types` | the sidecar of the definition before it |
//! | `types name.types.yaml` | the same, and the text of `samples/name.types.yaml` |
//! | `F0201` | has this finding |
//!
//! A sidecar may stand in the block of its definition, too, behind the line `# flow.types.yaml`.
//!
//! A block `text findings` has what is found in the definition before it.

use std::{collections::BTreeSet, fs, iter, path::Path};

use flowsmith_compiler::{Code, Diagnostics, Severity, Sidecar, SourceFile, codegen, compile};

use crate::chapters::{self, Block, Chapter, root};

/// What stands before a sidecar in the block of its definition.
const SIDECAR: &str = "# flow.types.yaml\n";

#[test]
fn definitions_in_chapters_are_as_they_say() {
    let mut failures = Vec::new();
    for chapter in chapters::all() {
        let mut last = None;
        let text = chapter.rewritten(|block| {
            let mut words = block.info.split_whitespace();
            match (words.next(), words.next()) {
                (Some("yaml"), Some("types")) => {
                    let definition: &Block = last.as_ref().unwrap_or(block);
                    let definition = definition.text.split(SIDECAR).next().unwrap_or_default();
                    let sample = sample(block);
                    let types = sample.as_ref().unwrap_or(&block.text);
                    let checked = Block { text: format!("{definition}{SIDECAR}{types}"), ..block.clone() };
                    failures.extend(check(&chapter, &checked).err());
                    last = Some(checked);
                    sample
                }
                (Some("yaml"), _) => {
                    let sample = sample(block);
                    let checked = Block { text: sample.clone().unwrap_or_else(|| block.text.clone()), ..block.clone() };
                    failures.extend(check(&chapter, &checked).err());
                    last = Some(checked);
                    sample
                }
                (Some("text"), Some("findings")) => last.as_ref().map(|definition| {
                    let source = source(definition);
                    findings(&source).render_full(&source)
                }),
                _ => None,
            }
        });
        failures.extend(chapter.should_be(&text).err());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn each_sample_stands_in_a_chapter() {
    let shown: BTreeSet<_> =
        chapters::all().iter().flat_map(Chapter::blocks).filter_map(|block| Some(file(&block)?.to_owned())).collect();
    for entry in fs::read_dir(root().join("samples")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(shown.contains(&name), "no chapter shows samples/{name}");
    }
}

#[test]
fn the_readmes_have_definitions_that_compile() {
    for name in ["README.md", "README.zh.md"] {
        let readme = chapters::read(name.to_owned(), root().join("..").join(name));
        for block in readme.blocks().iter().filter(|block| block.info == "yaml") {
            check(&readme, block).unwrap();
        }
    }
}

#[test]
fn data_in_chapters_is_json() {
    for chapter in chapters::all() {
        for block in chapter.blocks().iter().filter(|block| block.info == "json") {
            let read = serde_json::from_str::<serde_json::Value>(&block.text);
            assert!(read.is_ok(), "{}:{}: {read:?}", chapter.name, block.line);
        }
    }
}

/// The file of a sample that a block shows.
fn file(block: &Block) -> Option<&str> {
    let is_file = |word: &&str| Path::new(word).extension().is_some_and(|it| it == "yaml");
    block.info.split_whitespace().skip(1).find(is_file)
}

fn sample(block: &Block) -> Option<String> {
    let file = root().join("samples").join(file(block)?);
    Some(chapters::read(String::new(), file).text)
}

/// The definition that a block stands for.
fn source(block: &Block) -> SourceFile {
    let words: Vec<_> = block.info.split_whitespace().collect();
    if let Some((definition, types)) = block.text.split_once(SIDECAR) {
        let sidecar = Sidecar::new(SourceFile::new("flow.types.yaml", types));
        return SourceFile::new("flow.yaml", definition).with_types(sidecar);
    }
    let text = &block.text;
    let indented = || text.lines().flat_map(|line| ["    ", line, "\n"]).collect::<String>();
    let head = "version: v1\ntype: flow\nsteps:\n";
    let text = if words.contains(&"steps") {
        format!("{head}{text}")
    } else if words.contains(&"states") {
        let first = text.lines().find_map(|line| line.strip_prefix("- Name: ")).unwrap_or_default();
        format!("Type: StateMachine\nName: flow\nSpecVersion: v1\nStartAt: {first}\nStates:\n{text}")
    } else if words.contains(&"task") {
        let resource = if text.contains("resourceArn") || text.contains("action:") {
            ""
        } else {
            "    resourceArn: acs:fc:::services/s/functions/f\n"
        };
        format!("{head}  - type: task\n    name: work\n{resource}{}", indented())
    } else {
        text.clone()
    };
    SourceFile::new(file(block).unwrap_or("flow.yaml"), text)
}

fn findings(source: &SourceFile) -> Diagnostics {
    compile(source, &codegen::Options::default()).map_or_else(|findings| findings, |output| output.findings)
}

fn check(chapter: &Chapter, block: &Block) -> Result<(), String> {
    let words: Vec<_> = block.info.split_whitespace().collect();
    let expected = words.iter().find(|word| Code::ALL.iter().any(|code| code.id() == **word));
    let fragment = ["steps", "states", "task"].iter().any(|word| words.contains(word));
    let mut source = source(block);
    let mut found = findings(&source);
    if fragment && expected.is_none() {
        // The steps that a fragment leads to stand elsewhere.
        let unknown = found.iter().filter(|it| it.code == Code::UnknownTarget);
        let missing: BTreeSet<_> = unknown.map(|it| source.slice(it.primary.span)).collect();
        if !missing.is_empty() {
            let (indent, kind) = match words[1] {
                "states" => ("", "- {Type: Pass, End: true, Name: "),
                "task" => ("  ", "- {type: pass, name: "),
                _ => ("", "- {type: pass, name: "),
            };
            let steps = missing.iter().flat_map(|name| [indent, kind, name, "}\n"]);
            source = SourceFile::new("flow.yaml", iter::once(source.text()).chain(steps).collect::<String>());
            found = findings(&source);
        }
    }
    let wrong = match expected {
        Some(code) => !found.iter().any(|it| it.code.id() == *code),
        None if fragment => found.has_errors(),
        None => found.iter().any(|it| it.severity != Severity::Note),
    };
    if wrong {
        let shown = found.render_full(&source);
        return Err(format!("{}:{}: not as it says (`{}`)\n{shown}", chapter.name, block.line, block.info));
    }
    Ok(())
}
