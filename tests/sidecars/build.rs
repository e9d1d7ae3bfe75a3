//! Compiles each definition that has a sidecar here: ours, and the published ones where they are at hand.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

use flowsmith_compiler::build::Build;

#[path = "definitions.rs"]
mod definitions;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=types");
    println!("cargo::rerun-if-changed=definitions.rs");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    // What is found is the matter of the tests.
    let mut build = Build::new().allow("all");
    let mut modules = String::new();
    for pair in definitions::all(Path::new(&root))? {
        if let Some(definition) = &pair.definition {
            let module = module(&pair.name);
            build = build.flow_as(&module, definition).types(&pair.sidecar);
            writeln!(modules, "flowsmith::include_flow!({module:?});")?;
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("modules.rs"), modules)?;
    build.run().map_err(|failed| failed.to_string().into())
}

/// The name of a definition as one of a module.
fn module(name: &str) -> String {
    let words = name.split(|it: char| !it.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_")
}
