//! Compiles the flows of the cases under `flows/` into one module.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{SourceFile, codegen, compile};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("flows");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=flows");
    let mut cases = String::new();
    let mut list = String::new();
    for feature in sorted(&root)? {
        for case in sorted(&feature)? {
            let folder = format!("{}/{}", name(&feature), name(&case));
            let module = folder.replace(['/', '-'], "_");
            let mut register = String::new();
            let mut flows = String::new();
            for file in sorted(&case)? {
                let stem = name(&file).trim_end_matches(".yaml").to_owned();
                if !name(&file).ends_with(".yaml") || stem == "run" {
                    continue;
                }
                #[expect(clippy::disallowed_methods, reason = "a build script reads files")]
                let source = SourceFile::new(name(&file), fs::read_to_string(&file)?);
                let mut options = codegen::Options::default();
                options.module = Some(stem.clone());
                let output = compile(&source, &options).map_err(|findings| findings.render_full(&source))?;
                let rust = out.join(format!("{module}_{stem}.rs"));
                fs::write(&rust, codegen::format(output.tokens).map_err(|error| format!("{folder}: {error}"))?)?;
                writeln!(flows, "    include!({rust:?});")?;
                write!(register, ".flow({module}::{stem}::Flow::remote())")?;
            }
            writeln!(cases, "#[deny(warnings)]\n#[expect(missing_docs, reason = \"a test\")]\npub mod {module} {{\n{flows}}}")?;
            writeln!(
                list,
                "    Case {{\n        folder: {folder:?},\n        flow: <{module}::flow::Flow as flowsmith::Flow>::NAME,\n        \
                 register: |builder| builder{register},\n        \
                 express: |engine, input| Box::pin(async move {{ engine.run_express(&{module}::flow::Flow::remote(), input).await }}),\n    }},"
            )?;
        }
    }
    let all = format!("{cases}\n/// All cases.\npub const CASES: &[Case] = &[\n{list}];\n");
    fs::write(out.join("cases.rs"), all)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
