//! The sidecars, with the definitions that they are for.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where definitions are: ours, and published ones, which are no part of the repository.
const FOLDERS: [&str; 3] = ["types", "../../../shared/corpus", "../../../shared/sources/flows"];

/// A sidecar and its definition.
#[derive(Debug)]
pub(crate) struct Pair {
    /// The name of the definition, without its ending.
    pub(crate) name: String,
    pub(crate) sidecar: PathBuf,
    /// None where it is not at hand.
    pub(crate) definition: Option<PathBuf>,
}

/// All sidecars, in the order of their names.
pub(crate) fn all(root: &Path) -> io::Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    for entry in fs::read_dir(root.join("types"))? {
        let sidecar = entry?.path();
        let file = sidecar.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(name) = file.strip_suffix(".types.yaml") else { continue };
        let found = FOLDERS.iter().map(|folder| root.join(folder).join(format!("{name}.yaml")));
        let definition = found.into_iter().find(|file| file.is_file());
        pairs.push(Pair { name: name.to_owned(), sidecar, definition });
    }
    pairs.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(pairs)
}
