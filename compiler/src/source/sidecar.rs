//! What stands beside a definition: the types of its data, as JSON Schema.

use std::collections::BTreeMap;

use super::SourceFile;

/// The types of a flow as they were read: the text of `order.types.yaml` beside `order.yaml`, and the texts of the files
/// that it refers to. Nothing here reads files.
///
/// ```
/// use flowsmith_compiler::{Sidecar, SourceFile, analyze};
///
/// let types = "input:\n  properties:\n    address: {$ref: 'address.yaml#/$defs/Address'}\n";
/// let address = "$defs:\n  Address:\n    type: object\n    properties: {city: {type: text}}\n";
/// let sidecar = Sidecar::new(SourceFile::new("order.types.yaml", types))
///     .with_file("address.yaml", SourceFile::new("address.yaml", address));
///
/// let definition = "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: hello}\n";
/// let source = SourceFile::new("order.yaml", definition).with_types(sidecar);
/// let findings = analyze(&source).unwrap_err();
/// assert_eq!(findings.render_short(&source), "address.yaml:4:31: error[F0114]: there is no type `text`");
/// ```
#[derive(Debug, Clone)]
pub struct Sidecar {
    file: SourceFile,
    /// By their paths from the folder of the sidecar.
    others: BTreeMap<String, SourceFile>,
}

impl Sidecar {
    /// The types of a flow, in a file that refers to no other.
    #[must_use]
    pub fn new(file: SourceFile) -> Self {
        Self { file, others: BTreeMap::new() }
    }

    /// Adds a file that is referred to: `$ref: address.yaml#/$defs/Address`. Its path leads from the folder of the sidecar,
    /// even where a file in another folder refers to it.
    #[must_use]
    pub fn with_file(mut self, path: &str, file: SourceFile) -> Self {
        self.others.insert(relative("", path).unwrap_or_else(|| path.to_owned()), file);
        self
    }

    /// The sidecar itself.
    #[must_use]
    pub fn file(&self) -> &SourceFile {
        &self.file
    }

    /// The path of the sidecar from its own folder.
    pub(crate) fn name(&self) -> &str {
        self.file.path().rsplit(['/', '\\']).next().unwrap_or_default()
    }

    /// The sidecar, and the files that it refers to in the order of their paths, with their paths from its folder.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        let others = self.others.iter().map(|(path, file)| (path.as_str(), file));
        std::iter::once((self.name(), &self.file)).chain(others)
    }
}

/// The path that a file at `base` means by `path`, both from one folder; none for what is no relative path.
pub(crate) fn relative(base: &str, path: &str) -> Option<String> {
    if path.starts_with(['/', '\\']) || path.contains("://") || path.get(1..2) == Some(":") {
        return None;
    }
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_the_folder_of_the_sidecar() {
        for (base, path, expected) in [
            ("order.types.yaml", "address.yaml", Some("address.yaml")),
            ("order.types.yaml", "./a//b.yaml", Some("a/b.yaml")),
            ("a/b.yaml", "c.yaml", Some("a/c.yaml")),
            ("a/b.yaml", "../../c.yaml", Some("../c.yaml")),
            ("../a.yaml", "../c.yaml", Some("../../c.yaml")),
            ("a.yaml", "/c.yaml", None),
            ("a.yaml", "https://example.com/c.yaml", None),
            ("a.yaml", "c:\\d.yaml", None),
            ("a.yaml", ".", None),
        ] {
            assert_eq!(relative(base, path).as_deref(), expected, "{base} {path}");
        }
    }
}
