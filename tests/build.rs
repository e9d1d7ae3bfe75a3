//! Compiles the flows of the cases under `flows/`, and the published definitions where they are at hand.

use std::{
    error::Error,
    fmt::{self, Debug, Formatter, Write as _},
    fs,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{Sidecar, SourceFile, codegen, compile};

/// Where published definitions are; they are no part of the repository.
const PUBLISHED: [&str; 2] = ["../../shared/corpus", "../../shared/sources/flows"];

/// The published definition that stands for a series of callbacks, too.
const REPEATED: &str = "mns-1-queue-callback.yaml";

/// A published example that is a step without a flow.
const FRAGMENT: &str = "callback-1-mapping.yaml";

/// Published definitions that are broken: what is wrong in each, and what its findings say to write.
const CORRECTIONS: [(&str, &[(&str, &str)]); 4] = [
    (
        "cloudflow-1.yaml",
        &[
            ("resourceArn: xxx", "resourceArn: acs:fc:::services/s.LATEST/functions/f"),
            ("invocationType: xxx", "invocationType: Sync"),
        ],
    ),
    ("cloudflow-2.yaml", &[("  -Name: an", "  - Name: an")]),
    (
        "cloudflow-3.yaml",
        &[
            ("\tpayloadEvent", "  payloadEvent"),
            ("FC::InvokeFunction", "FC:InvokeFunction"),
            ("WaitForUserCallback", "WaitForCustomCallback"),
            ("callbackToken: $Context", "callbackToken.$: $Context"),
        ],
    ),
    (
        "cloudflow-5.yaml",
        &[
            ("Next: Example 2 of function invocation\n", "Next: Example 2 of function invocation.\n"),
            ("$Input.ObjectSize", "$Input.Body.ObjectSize"),
            ("$Input.Threshold", "$Context.Execution.Input.Threshold"),
            (
                "$Input.BucketName\n        argument2.$: $Input.TaskId",
                "$Input.Body.BucketName\n        argument2.$: $Input.Body.TaskId",
            ),
        ],
    ),
];

/// The names that published definitions are started under by others of their repository.
const NAMES: [(&str, &str); 3] = [
    ("awesome-fnf__fork-flows__flows-subflow.yaml", "subflow"),
    ("awesome-fnf__post-execution-actions__flows-child.flow.yaml", "post-actions-subflow"),
    ("awesome-fnf__subflow-best-practice__Flow-audit.yaml", "audit_child"),
];

fn main() -> Result<(), Failed> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    fs::write(out.join("cases.rs"), cases(&root.join("flows"), &out)?)?;
    fs::write(out.join("published.rs"), published(&root, &out)?)?;
    Ok(())
}

/// Why it failed, shown as it is written: findings have lines.
struct Failed(Box<dyn Error>);

impl<E: Into<Box<dyn Error>>> From<E> for Failed {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl Debug for Failed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A module for each case, and the list of them. What has a sidecar is compiled without it, too: `<module>_typed` has what
/// it is with it, and the flows of the case that have none once more.
fn cases(root: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed=flows");
    let mut cases = String::new();
    let mut list = String::new();
    for feature in sorted(root)? {
        for case in sorted(&feature)? {
            let folder = format!("{}/{}", name(&feature), name(&case));
            let module = identifier(&folder);
            let typed_module = format!("{module}_typed");
            let (mut flows, mut register) = (String::new(), String::new());
            let (mut typed_flows, mut typed_register) = (String::new(), String::new());
            for file in sorted(&case)? {
                let Some(stem) = name(&file).strip_suffix(".yaml") else { continue };
                if stem == "run" || stem.rsplit_once('.').is_some_and(|(_, last)| last == "types") {
                    continue;
                }
                let compiled = |module: &str, source: &SourceFile| -> Result<String, Box<dyn Error>> {
                    let rust = rust(source, stem)?.map_err(|findings| format!("the case {folder}:\n{findings}"))?;
                    Ok(include(&out.join(format!("{module}_{stem}.rs")), &rust)?)
                };
                let source = SourceFile::new(name(&file), read(&file)?);
                flows += &compiled(&module, &source)?;
                let flow = format!(".flow({module}::{stem}::Flow::remote())");
                register += &flow;
                let sidecar = file.with_extension("types.yaml");
                if sidecar.is_file() {
                    let types = Sidecar::new(SourceFile::new(name(&sidecar), read(&sidecar)?));
                    typed_flows += &compiled(&typed_module, &source.with_types(types))?;
                    write!(typed_register, ".flow({typed_module}::{stem}::Flow::remote())")?;
                } else {
                    typed_register += &flow;
                }
            }
            cases += &modules(&module, &flows);
            let module = format!("{module}::flow");
            if case.join("flow.types.yaml").is_file() {
                cases += &modules(&typed_module, &typed_flows);
                let typed = runs(&format!("{typed_module}::flow"), &typed_register);
                list += &entry(&folder, &module, &register, &format!("Some(Typed {{{typed}}})"));
            } else {
                list += &entry(&folder, &module, &register, "None");
            }
        }
    }
    Ok(format!("{cases}\n/// All cases.\npub const CASES: &[Case] = &[\n{list}];\n"))
}

/// A module for all published definitions that compile, and the list of them; the list of the others.
fn published(root: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    let mut flows = String::new();
    let mut compiled = Vec::new();
    let mut refused = String::new();
    for folder in PUBLISHED {
        let files = root.join(folder);
        // What is not there would make cargo run this again each time.
        if !files.is_dir() {
            continue;
        }
        println!("cargo::rerun-if-changed={folder}");
        for file in sorted(&files)? {
            if file.extension().is_none_or(|it| it != "yaml") {
                continue;
            }
            let document = name(&file);
            let text = read(&file)?;
            let text = if document == FRAGMENT { format!("version: v1\ntype: flow\nsteps:\n{text}") } else { text };
            let thrice = (document == REPEATED).then(|| (format!("thrice-{document}"), repeated(&text)));
            let corrections = CORRECTIONS.iter().find(|(broken, _)| *broken == document);
            let corrected =
                corrections.map(|(_, changes)| (format!("corrected-{document}"), corrected(&text, changes)));
            for (document, text) in [(document.to_owned(), text)].into_iter().chain(thrice).chain(corrected) {
                let module = identifier(&document);
                let name = NAMES.iter().find(|(file, _)| *file == document).map(|(_, name)| format!("{name}.yaml"));
                let source = SourceFile::new(name.as_deref().unwrap_or(&document), text);
                match rust(&source, &module)? {
                    Ok(rust) => {
                        flows += &include(&out.join(format!("published_{module}.rs")), &rust)?;
                        compiled.push((document, format!("published::{module}")));
                    }
                    Err(findings) => writeln!(refused, "    ({document:?}, {findings:?}),")?,
                }
            }
        }
    }
    let list: String = compiled
        .iter()
        .map(|(document, module)| {
            let others = compiled.iter().filter(|(other, _)| repository(other) == repository(document));
            let register: Vec<_> = others.map(|(_, module)| format!(".flow({module}::Flow::remote())")).collect();
            entry(document, module, &register.concat(), "None")
        })
        .collect();
    let modules = modules("published", &flows);
    Ok(format!(
        "{modules}\n/// The published definitions that compile, each with those of its repository.\n\
         pub const PUBLISHED: &[Case] = &[\n{list}];\n\n\
         /// The others, each with what is wrong with it.\npub const REFUSED: &[(&str, &str)] = &[\n{refused}];\n"
    ))
}

/// The owner and the repository that the name of a document begins with, or its own name.
fn repository(document: &str) -> &str {
    document.rsplit_once("__").map_or(document, |(repository, _)| repository)
}

/// The definition with its only step, `Task_1`, three times.
fn repeated(text: &str) -> String {
    let (head, step) = text.split_once("steps:\n").unwrap_or((text, ""));
    let steps = ["Task_1", "Task_2", "Task_3"].map(|name| format!("{}\n", step.trim_end().replace("Task_1", name)));
    format!("{head}steps:\n{}", steps.concat())
}

/// The definition with what is wrong in it replaced.
fn corrected(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (wrong, right)| {
        assert!(text.contains(wrong), "a published definition has changed: there is no `{wrong}` in it");
        text.replace(wrong, right)
    })
}

/// The text of the module that a definition compiles to, or what is wrong with it.
fn rust(source: &SourceFile, module: &str) -> Result<Result<String, String>, codegen::FormatError> {
    let mut options = codegen::Options::default();
    options.module = Some(module.to_owned());
    match compile(source, &options) {
        Ok(output) => codegen::format(output.tokens).map(Ok),
        Err(findings) => Ok(Err(findings.render_full(source))),
    }
}

/// Writes the text of a module to a file that is included.
fn include(file: &Path, rust: &str) -> Result<String, std::io::Error> {
    fs::write(file, rust)?;
    Ok(format!("    include!({:?});\n", file.display().to_string()))
}

/// A module around modules of flows. What generated code is held to: no warning of rustc, and none of clippy that its
/// user has not asked for.
fn modules(name: &str, flows: &str) -> String {
    format!(
        "#[deny(warnings)]\n#[allow(missing_docs, clippy::pedantic, reason = \"a test of generated code\")]\n\
         pub mod {name} {{\n{flows}}}\n"
    )
}

/// The entry of a list of cases; `module` is that of the flow which runs.
fn entry(folder: &str, module: &str, register: &str, typed: &str) -> String {
    let runs = runs(module, register);
    format!(
        "    Case {{\n        folder: {folder:?},\n        flow: <{module}::Flow as flowsmith::Flow>::NAME,\n        \
         typed: {typed},\n        is_typed: false,{runs}\n    }},\n"
    )
}

/// How a case runs.
fn runs(module: &str, register: &str) -> String {
    format!(
        "\n        register: |builder| builder{register},\n        express: |engine, input| Box::pin(\
         crate::world::run_express(engine, {module}::Flow::remote(), input)),"
    )
}

#[expect(clippy::disallowed_methods, reason = "a build script reads files")]
fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut entries =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// What stands for a path in the names of modules and files.
fn identifier(path: &str) -> String {
    let path = path.to_ascii_lowercase();
    path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}
