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
        io::ErrorKind::NotFound => format!("there is no file `{shown}`{}", separators(file)),
        io::ErrorKind::InvalidData => format!("`{shown}` is no UTF-8 text, which a flow definition has to be"),
        _ if file.is_dir() => format!("`{shown}` is a folder, expected the file of a flow definition"),
        _ => format!("cannot read `{shown}`: {error}"),
    })
}

/// What to say about a path that is written as only Windows reads it.
pub fn separators(file: &Path) -> &'static str {
    let odd = !cfg!(windows) && file.to_string_lossy().contains('\\');
    if odd { ": write `/` between folders, which every platform reads" } else { "" }
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

    #[test]
    fn a_path_of_windows_is_read_there_and_explained_elsewhere() {
        let path = Path::new(r"flows\order.yaml");
        if cfg!(windows) {
            assert_eq!(shown(path), "flows/order.yaml");
        } else {
            let expected =
                r"there is no file `flows\order.yaml`: write `/` between folders, which every platform reads";
            assert_eq!(read(path).unwrap_err(), expected);
        }
    }
}
