//! The files of a sidecar as trees, and what a `$ref` leads to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::keywords::{Keyword, keyword};
use super::names::Names;
use crate::diagnostics::Diagnostics;
use crate::ir::Constant;
use crate::source::{Sidecar, SourceFile, relative};
use crate::yaml::{self, Entry, Node, NodeKind};

/// The files of a sidecar. The number of a file is that in [`SourceFile::file`]: the sidecar is 1.
pub(super) struct Files<'a> {
    list: Vec<File<'a>>,
}

/// A file of a sidecar.
struct File<'a> {
    /// The path from the folder of the sidecar.
    path: &'a str,
    source: &'a SourceFile,
    /// None where it is empty, or no YAML, which is reported.
    root: Option<Node>,
    /// The places of the schemas in its `$defs`, by their names.
    defs: HashMap<String, usize>,
    /// Whether objects may have other keys than their properties where they do not say it.
    open: bool,
}

/// A schema that a `$ref` can lead to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    pub(super) file: usize,
    /// Its name among the `$defs` of the file; none for the file as a whole.
    pub(super) def: Option<String>,
}

/// A schema where it stands.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) file: usize,
    pub(super) node: &'a Node,
}

/// Why a `$ref` leads nowhere.
pub(super) enum Astray<'a> {
    /// It has no form that is known.
    Form,
    /// It leads to a file that is no file beside the sidecar.
    Elsewhere,
    /// The file is not there; its path from the folder of the sidecar.
    NoFile(String),
    /// The file as a whole is no schema.
    NoSchema,
    /// The file has no such schema; its path, and those that it has.
    NoDef { path: &'a str, name: String, known: Vec<&'a str> },
    /// The file has been reported.
    Reported,
}

impl<'a> Files<'a> {
    /// Reads the files.
    pub(super) fn read(sidecar: &'a Sidecar, diags: &mut Diagnostics) -> Self {
        let list = sidecar.files().enumerate().map(|(at, (path, source))| {
            let mut found = Diagnostics::default();
            let root = yaml::read_any(source, &mut found).filter(|root| !root.is_null());
            diags.take_in(at + 1, found);
            let default = root.as_ref().and_then(|root| default_of(root, at == 0)).and_then(Node::scalar);
            let defs = root.iter().flat_map(defs).enumerate().map(|(at, def)| (def.key.clone(), at));
            let defs = defs.collect();
            File { path, source, open: default != Some(Constant::Bool(false)), defs, root }
        });
        Self { list: list.collect() }
    }

    /// The tree of the sidecar.
    pub(super) fn sidecar(&self) -> Option<&Node> {
        self.list.first()?.root.as_ref()
    }

    /// The path of a file, as messages show it.
    pub(super) fn shown(&self, file: usize) -> &'a str {
        self.list[file - 1].source.path()
    }

    /// Whether objects in a file may have other keys than their properties where they do not say it.
    pub(super) fn is_open(&self, file: usize) -> bool {
        self.list[file - 1].open
    }

    /// The names of all schemas that have one: those of the sidecar, then file by file.
    pub(super) fn names(&self, names: &mut Names) -> BTreeMap<Target, String> {
        let mut known = BTreeMap::new();
        for (at, file) in self.list.iter().enumerate() {
            let Some(root) = &file.root else { continue };
            if at > 0 && is_schema(root) {
                known.insert(Target { file: at + 1, def: None }, names.unique(file.source.stem()));
            }
            for def in defs(root) {
                let target = Target { file: at + 1, def: Some(def.key.clone()) };
                known.insert(target, names.unique(&def.key));
            }
        }
        known
    }

    /// What a reference in a file leads to.
    pub(super) fn find(&self, from: usize, reference: &str) -> Result<Target, Astray<'_>> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if path.is_empty() {
            from
        } else {
            let path = relative(self.list[from - 1].path, &decoded(path)).ok_or(Astray::Elsewhere)?;
            let at = self.list.iter().position(|file| file.path == path);
            at.ok_or(Astray::NoFile(path))? + 1
        };
        let def = match fragment.strip_prefix("/$defs/") {
            Some(name) if !name.is_empty() && !name.contains('/') => Some(unescaped(&decoded(name))),
            None if matches!(fragment, "" | "/") && !reference.is_empty() => None,
            _ => return Err(Astray::Form),
        };
        let Some(root) = &self.list[file - 1].root else { return Err(Astray::Reported) };
        match def {
            None if file == 1 || !is_schema(root) => Err(Astray::NoSchema),
            Some(name) if !self.list[file - 1].defs.contains_key(&name) => {
                let known = defs(root).iter().map(|def| def.key.as_str()).collect();
                Err(Astray::NoDef { path: self.shown(file), name, known })
            }
            def => Ok(Target { file, def }),
        }
    }

    /// The schema that a target is.
    pub(super) fn schema(&self, target: &Target) -> Option<At<'_>> {
        let file = &self.list[target.file - 1];
        let root = file.root.as_ref()?;
        let node = match &target.def {
            None => root,
            Some(name) => &defs(root).get(*file.defs.get(name)?)?.value,
        };
        Some(At { file: target.file, node })
    }
}

/// The files that a sidecar refers to and does not have, by their paths from its folder.
pub(crate) fn missing(sidecar: &Sidecar) -> Vec<String> {
    let mut missing = BTreeSet::new();
    for (path, source) in sidecar.files() {
        let root = yaml::read_any(source, &mut Diagnostics::default());
        let mut nodes: Vec<&Node> = root.iter().collect();
        while let Some(node) = nodes.pop() {
            match &node.kind {
                NodeKind::Scalar(_) => {}
                NodeKind::Sequence(items) => nodes.extend(items),
                NodeKind::Mapping(entries) => {
                    nodes.extend(entries.iter().map(|entry| &entry.value));
                    let reference = value(node, "$ref").and_then(Node::as_text).unwrap_or_default();
                    let file = reference.split('#').next().filter(|file| !file.is_empty());
                    missing.extend(file.and_then(|file| relative(path, &decoded(file))));
                }
            }
        }
    }
    for (path, _) in sidecar.files() {
        missing.remove(path);
    }
    missing.into_iter().collect()
}

/// What a mapping has under a key.
pub(super) fn value<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    let NodeKind::Mapping(entries) = &node.kind else { return None };
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

fn defs(root: &Node) -> &[Entry] {
    match value(root, "$defs").map(|defs| &defs.kind) {
        Some(NodeKind::Mapping(entries)) => entries,
        _ => &[],
    }
}

/// Whether a file as a whole is a schema, instead of a collection of them.
fn is_schema(root: &Node) -> bool {
    let NodeKind::Mapping(entries) = &root.kind else { return true };
    entries.iter().any(|entry| {
        !matches!(entry.key.as_str(), "$defs" | "additionalProperties")
            && keyword(&entry.key) != Some(Keyword::Annotation)
    })
}

/// What a file says about the objects in it.
fn default_of(root: &Node, is_sidecar: bool) -> Option<&Node> {
    value(root, "additionalProperties").filter(|_| is_sidecar || !is_schema(root))
}

/// A part of a JSON pointer without its escapes.
fn unescaped(text: &str) -> String {
    text.replace("~1", "/").replace("~0", "~")
}

/// A part of a URI without its escapes.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| std::str::from_utf8(after.get(..2)?).ok()).flatten();
        let byte = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read() {
        assert_eq!(decoded("a%20b%zz%"), "a b%zz%");
        assert_eq!(decoded("%e4%bb%b7%"), "价%");
        assert_eq!(decoded("%ff"), "%ff");
        assert_eq!(unescaped("a~1b~01"), "a/b~1");
    }

    #[test]
    fn the_files_that_are_to_be_read_are_known() {
        let file = |path: &str, text: &str| SourceFile::new(path, text);
        let text = "$defs: {A: {$ref: b/c.yaml}, D: {items: [{$ref: 'd.json#/$defs/X'}]}, E: {$ref: '#/$defs/A'}}\n";
        let sidecar = Sidecar::new(file("flows/order.types.yaml", text));
        assert_eq!(missing(&sidecar), ["b/c.yaml", "d.json"]);
        let back = "{\"$ref\": \"../order.types.yaml#/$defs/A\", \"items\": {\"$ref\": \"e.yaml\"}}";
        let sidecar = sidecar.with_file("./b/c.yaml", file("flows/b/c.yaml", back));
        assert_eq!(missing(&sidecar), ["b/e.yaml", "d.json"]);
    }
}
