//! The sidecar of a definition: JSON Schema to types. Afterwards its names are resolved; what is wrong in it is any JSON.

mod files; // the files of a sidecar, and what a `$ref` leads to
mod keywords; // what JSON Schema has
mod layout; // what a sidecar declares, by the names of the definition

mod finite;
mod names;
mod object;
mod read; // a schema to a type
mod scalar;
mod union;

#[cfg(test)]
mod tests;

pub(crate) use files::missing;

use self::files::Files;
use self::layout::Layout;
use self::read::Reader;
use super::declared::Declared;
use crate::diagnostics::Diagnostics;
use crate::ir::Flow;
use crate::source::SourceFile;

/// Reads what is declared beside a definition.
pub(crate) fn declare(flow: &Flow, source: &SourceFile, diags: &mut Diagnostics) -> Declared {
    let Some(sidecar) = source.types() else { return Declared::default() };
    let files = Files::read(sidecar, diags);
    let mut found = Diagnostics::default();
    let mut reader = Reader::new(&files, &mut found);
    let mut declared = Declared::default();
    if let Some(root) = files.sidecar() {
        Layout { flow, reader: &mut reader, declared: &mut declared }.read(root);
    }
    reader.finish();
    let used = reader.types.len();
    reader.unused();
    finite::check(&reader.types, &reader.places, reader.diags);
    reader.types.truncate(used);
    declared.types = std::mem::take(&mut reader.types);
    diags.take_in(1, found);
    declared
}
