//! Help, version, wrong usage.

use crate::Folder;

#[test]
fn help_has_examples_that_end_as_it_says() {
    let folder = Folder::new("help");
    let help = folder.run("--help").with(0).out;
    for part in ["Examples:\n", "Exit codes:\n", "NO_COLOR"] {
        assert!(help.contains(part), "{help}");
    }
    for command in ["check", "explain", "codes", "build", "graph", "ir", "new", "schema", "types"] {
        let own = folder.run(&format!("{command} --help")).with(0).out;
        assert!(own.contains("Examples:\n") && help.contains(&format!("\n  {command} ")), "{own}");
    }
    let examples = help.lines().filter_map(|line| line.trim().strip_prefix("flowsmith "));
    let examples: Vec<_> = examples.map(|line| line.split('#').next().unwrap().trim().to_owned()).collect();
    assert!(examples.len() > 4);
    folder.write("flows/a.yaml", crate::GOOD);
    for example in examples {
        folder.run(&example).with(0);
    }
}

#[test]
fn help_fits_a_wide_terminal() {
    let folder = Folder::new("help_width");
    for args in [
        "--help",
        "-h",
        "check --help",
        "explain --help",
        "codes --help",
        "build --help",
        "graph --help",
        "ir --help",
        "new --help",
        "schema --help",
        "types --help",
    ] {
        for line in folder.run(args).with(0).out.lines() {
            assert!(line.chars().count() <= 110, "{args}: {line}");
        }
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let ended = Folder::new("version").run("--version").with(0);
    assert_eq!(ended.out, concat!("flowsmith ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn wrong_usage_ends_with_2() {
    let folder = Folder::new("usage");
    for args in ["", "frob", "check", "check --format long a", "build", "build a -o b --out-dir c", "ir a b", "new"] {
        let ended = folder.run(args).with(2);
        assert!(ended.out.is_empty() && !ended.err.is_empty(), "{args}");
    }
}
