//! Definitions from files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The text of a definition, or one sentence that says why there is none.
#[expect(clippy::disallowed_methods, reason = "the shells read files")]
pub fn read(file: &Path) -> Result<String, String> {
    let shown = shown(file);
    fs::read_to_string(file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!("there is no file `{shown}`"),
        io::ErrorKind::InvalidData => format!("`{shown}` is no UTF-8 text, which a flow definition has to be"),
        _ if file.is_dir() => format!("`{shown}` is a folder, expected the file of a flow definition"),
        _ => format!("cannot read `{shown}`: {error}"),
    })
}

/// The path as messages and generated code show it, the same on every platform.
pub fn shown(file: &Path) -> String {
    let file: PathBuf = file.strip_prefix(".").unwrap_or(file).to_owned();
    let shown = file.to_string_lossy();
    if cfg!(windows) { shown.replace('\\', "/") } else { shown.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_without_what_says_nothing() {
        assert_eq!(shown(Path::new("./flows/order.yaml")), "flows/order.yaml");
        assert_eq!(shown(Path::new("../order.yaml")), "../order.yaml");
    }
}
