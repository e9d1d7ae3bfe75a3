//! Several definitions at once.

use std::collections::BTreeMap;

use crate::{
    Diagnostics, Output,
    codegen::{self, Options},
    compile,
    source::SourceFile,
};

/// A definition that was read.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Its text, under the path that is shown.
    pub source: SourceFile,
    /// The name of its module, where one is asked for.
    pub module: Option<String>,
}

/// What became of a definition.
#[derive(Debug)]
pub struct Compiled {
    /// Its text.
    pub source: SourceFile,
    /// The name of its module, without `r#`.
    pub module: String,
    /// The module, or what is wrong.
    pub result: Result<Output, Diagnostics>,
}

impl Compiled {
    /// What was found in the definition.
    pub fn findings(&self) -> &Diagnostics {
        match &self.result {
            Ok(output) => &output.findings,
            Err(findings) => findings,
        }
    }
}

/// Compiles definitions to modules that can stand side by side, in files as well.
pub fn compile_all(definitions: Vec<Definition>, options: &Options) -> Result<Vec<Compiled>, String> {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut compiled = Vec::new();
    for Definition { source, module } in definitions {
        let options = Options { module: module.or_else(|| options.module.clone()), ..options.clone() };
        let module = codegen::module_name(&source, &options).trim_start_matches("r#").to_owned();
        // Some file systems do not tell `Order.rs` from `order.rs`.
        if let Some(other) = taken.insert(module.to_lowercase(), source.path().to_owned()) {
            let path = source.path();
            return Err(format!(
                "`{other}` and `{path}` would both be the module `{module}`: give one of them another name"
            ));
        }
        let result = compile(&source, &options);
        compiled.push(Compiled { source, module, result });
    }
    Ok(compiled)
}
