//! Definitions with the types that stand beside them.

use std::path::{Path, PathBuf};

use super::{read, shown};
use crate::{
    source::{Sidecar, SourceFile},
    types,
};

/// How a sidecar ends that is found by the name of its definition.
const ENDINGS: [&str; 3] = [".types.yaml", ".types.yml", ".types.json"];

/// How many files a sidecar may refer to.
const MOST_FILES: usize = 1_000;

/// A definition that was read with all that belongs to it.
#[derive(Debug)]
pub struct Loaded {
    /// The definition.
    pub source: SourceFile,
    /// The files that were read: the definition, then its sidecar and the files that this refers to.
    pub files: Vec<PathBuf>,
}

/// Reads a definition in a folder, with the sidecar that is given or stands beside it. Messages show paths without the
/// folder. A file that is referred to and not there is left to the findings.
pub fn load(folder: &Path, path: &Path, types: Option<&Path>) -> Result<Loaded, String> {
    let file = folder.join(path);
    let source = SourceFile::new(shown(path), read(&file)?);
    let types = match types {
        Some(types) => Some(types.to_owned()),
        None => beside(folder, path)?,
    };
    let loaded = Loaded { source, files: vec![file] };
    match types {
        Some(types) => loaded.with_types(folder, &types),
        None => Ok(loaded),
    }
}

impl Loaded {
    /// The definition with the sidecar at a path in a folder.
    pub fn with_types(mut self, folder: &Path, types: &Path) -> Result<Self, String> {
        let file = folder.join(types);
        let mut sidecar = Sidecar::new(SourceFile::new(shown(types), read_types(&file)?));
        self.files.push(file);
        let beside = types.parent().unwrap_or(Path::new(""));
        let mut gone = Vec::new();
        loop {
            let missing = types::missing(&sidecar);
            let Some(next) = missing.into_iter().find(|path| !gone.contains(path)) else { break };
            let path = beside.join(&next);
            let file = folder.join(&path);
            if !file.exists() || self.files.len() > MOST_FILES {
                gone.push(next);
                continue;
            }
            sidecar = sidecar.with_file(&next, SourceFile::new(shown(&path), read_types(&file)?));
            self.files.push(file);
        }
        self.source = self.source.with_types(sidecar);
        Ok(self)
    }
}

/// The definition whose sidecar a file is by its name, if that is there.
pub fn definition_of(sidecar: &Path) -> Option<PathBuf> {
    let name = sidecar.file_name()?.to_str()?;
    let stem = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))?;
    let definitions = ["yaml", "yml", "json"].map(|ending| sidecar.with_file_name(format!("{stem}.{ending}")));
    definitions.into_iter().find(|file| file.is_file())
}

/// Whether a file is a sidecar by its name.
pub(super) fn is_sidecar(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The sidecar of a definition that has its name.
fn beside(folder: &Path, path: &Path) -> Result<Option<PathBuf>, String> {
    let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { return Ok(None) };
    let files = ENDINGS.map(|ending| path.with_file_name(format!("{stem}{ending}")));
    let mut there = files.into_iter().filter(|path| folder.join(path).exists());
    match (there.next(), there.next()) {
        (Some(one), Some(other)) => {
            let (one, other, definition) = (shown(&one), shown(&other), shown(path));
            Err(format!("`{one}` and `{other}` are both named after `{definition}`: keep one of the two"))
        }
        (found, _) => Ok(found),
    }
}

fn read_types(file: &Path) -> Result<String, String> {
    let text = read(file);
    text.map_err(|sentence| {
        let sentence = sentence.replace("which a flow definition has to be", "which the types of a flow have to be");
        sentence.replace("expected the file of a flow definition", "expected a file with types")
    })
}
