//! The command line gives the same as a build script; the macro is compared with that in its own package.

use std::{fs, io, path::Path, process::Command};

use flowsmith_compiler::{build::Build, shell};

use crate::Folder;

#[test]
fn a_build_script_gives_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folders = ["tests/definitions", "tests/flows", "compiler/tests/definitions", "examples"];
    let definitions = folders.iter().flat_map(|folder| shell::search(&root.join(folder)).unwrap().definitions);
    let definitions: Vec<_> = definitions.collect();
    assert!(definitions.len() > 100, "{definitions:?}");

    let out = Folder::new("shells").0;
    let name = |at: usize| format!("flow_{at}");
    let build = Build::new().out_dir(&out);
    let build = definitions.iter().enumerate().fold(build, |build, (at, file)| build.flow_as(&name(at), file));
    build.run_on(&mut io::sink(), &mut io::sink()).unwrap();

    for (at, file) in definitions.iter().enumerate() {
        let mut command = Command::new(env!("CARGO_BIN_EXE_flowsmith"));
        let printed = command.args(["build", "--mod", &name(at)]).arg(file).output().unwrap();
        let module = fs::read(out.join(format!("flowsmith/{}.rs", name(at)))).unwrap();
        assert!(printed.stdout == module, "{} differs", file.display());
    }
}
