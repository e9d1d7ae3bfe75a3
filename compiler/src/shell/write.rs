//! Files that are written whole: whoever reads one meanwhile sees the old text or the new one.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::shown;

/// Writes files, all of them or, as far as a file system allows it, none. What has the text already is left alone, so that
/// nothing is built again for it. Folders that are missing are made.
pub fn write_all(files: &[(PathBuf, String)]) -> Result<(), String> {
    let mut drafts = Vec::new();
    for (file, text) in files {
        let draft = draft(file, text).map_err(|error| format!("cannot write `{}`: {error}", shown(file)))?;
        drafts.extend(draft.map(|draft| (file, draft)));
    }
    for (file, draft) in &mut drafts {
        draft.keep().map_err(|error| format!("cannot write `{}`: {error}", shown(file)))?;
    }
    Ok(())
}

/// The text of a file beside the file itself; removed if it does not take its place.
struct Draft {
    file: PathBuf,
    target: PathBuf,
}

impl Draft {
    fn keep(&mut self) -> io::Result<()> {
        fs::rename(&self.file, &self.target)?;
        self.file.clear();
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.file.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.file);
        }
    }
}

/// Writes a text beside its file; none where there is nothing to replace.
fn draft(file: &Path, text: &str) -> io::Result<Option<Draft>> {
    let known = fs::metadata(file);
    if let Ok(known) = &known {
        if known.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
        }
        if !known.is_file() {
            // A device or a pipe, which nothing can take the place of.
            return fs::write(file, text).map(|()| None);
        }
        if fs::read(file)? == text.as_bytes() {
            return Ok(None);
        }
    }
    // What a link leads to is replaced, not the link.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let name = target.file_name().ok_or_else(|| io::Error::other("it has no name"))?.to_string_lossy();
    let draft = Draft { file: folder.join(format!(".{name}.{}.tmp", std::process::id())), target: target.clone() };
    fs::write(&draft.file, text)?;
    if let Ok(known) = known {
        fs::set_permissions(&draft.file, known.permissions())?;
    }
    Ok(Some(draft))
}
