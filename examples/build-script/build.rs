//! Compiles every flow under `flows/`.

use flowsmith_compiler::build::{Build, Failed};

fn main() -> Result<(), Failed> {
    Build::new().flow("flows").deny("warnings").run()
}
