//! The shell for build scripts: what it tells cargo, shows and writes.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read what was written")]

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use flowsmith_compiler::{
    Target,
    build::{Build, Failed},
    shell,
};

const GOOD: &str = "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: hello}\n";
const BAD: &str = "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: hello, goto: nowhere}\n";
/// Has a warning, F0111.
const WARNED: &str = "version: v1\ntype: flow\nowner: Ada\nsteps:\n  - {type: pass, name: hello}\n";

/// An empty folder with the name of the test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build_script").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("flows")).unwrap();
    folder
}

/// How a build ended, what cargo was told, and what was shown.
fn run(build: Build, out: &Path) -> (Result<(), Failed>, String, String) {
    let (mut cargo, mut people) = (Vec::new(), Vec::new());
    let ended = build.out_dir(out).run_on(&mut cargo, &mut people);
    (ended, String::from_utf8(cargo).unwrap(), String::from_utf8(people).unwrap())
}

fn refused(build: Build, out: &Path) -> String {
    let error = run(build, out).0.unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string(), "`main` shows the former");
    error.to_string()
}

#[test]
fn cargo_looks_at_every_file_and_folder() {
    let out = folder("rerun");
    let flows = out.join("flows");
    fs::write(out.join("a.yaml"), GOOD).unwrap();
    fs::write(flows.join("b.yaml"), GOOD).unwrap();
    fs::write(flows.join("other.yaml"), "a: 1").unwrap();
    let (ended, cargo, people) = run(Build::new().flow(out.join("a.yaml")).flow(&flows), &out);
    ended.unwrap();
    let expected = [out.join("a.yaml"), flows.clone(), flows.join("b.yaml")];
    let expected = expected.map(|path| format!("cargo::rerun-if-changed={}\n", path.display())).concat();
    assert_eq!((cargo, people), (expected, String::new()));
    assert!(fs::read_to_string(out.join("flowsmith/b.rs")).unwrap().contains("pub mod b {"));
}

#[test]
fn cargo_looks_at_types_too() {
    let out = folder("types");
    let path = |name: &str| out.join(name);
    fs::write(path("a.yaml"), GOOD).unwrap();
    fs::write(path("a.types.yaml"), "input: {properties: {b: {$ref: b.yaml}}}").unwrap();
    fs::write(path("b.yaml"), "type: string").unwrap();
    fs::write(path("flows/c.yaml"), GOOD).unwrap();
    fs::write(path("c.json"), "{\"input\": {\"type\": \"objekt\"}}").unwrap();
    let build = Build::new().flow(path("a.yaml")).flow_as("c", path("flows/c.yaml")).types(path("c.json"));
    let (ended, cargo, people) = run(build, &out);
    let expected = ["a.yaml", "a.types.yaml", "b.yaml", "flows/c.yaml", "c.json"].map(path);
    let expected = expected.map(|path| format!("cargo::rerun-if-changed={}\n", path.display())).concat();
    assert_eq!(cargo, expected);
    assert!(people.contains("error[F0114]: there is no type `objekt`") && people.contains("c.json:1:20]"), "{people}");
    ended.unwrap_err();
    assert_eq!(
        refused(Build::new().types("a.types.yaml").flow(path("flows")).types("b"), &out),
        "`a.types.yaml` has the types of no definition: add that with `flow` first"
    );
    let flows = shell::shown(&path("flows"));
    assert_eq!(
        refused(Build::new().flow(path("flows")).types("b"), &out),
        format!("`{flows}` is a folder: only the types of a file can be given")
    );
}

#[test]
fn a_target_fails_the_build_for_what_it_refuses() {
    let out = folder("target");
    let file = out.join("a.yaml");
    fs::write(&file, GOOD.replace("v1", "v1.0")).unwrap();
    run(Build::new().flow(&file), &out).0.unwrap();
    run(Build::new().flow(&file).target(Target::CloudFlow), &out).0.unwrap_err();
}

#[test]
fn warnings_are_shown_by_cargo() {
    let out = folder("warnings");
    let file = out.join("a.yaml");
    fs::write(&file, WARNED).unwrap();
    let (ended, cargo, people) = run(Build::new().flow(&file), &out);
    ended.unwrap();
    assert!(cargo.contains("\ncargo::warning=warning[F0111]: ") && cargo.contains("a.yaml:3:1]\n"), "{cargo}");
    assert!(cargo.lines().all(|line| line.starts_with("cargo::")), "{cargo}");
    assert!(people.is_empty());

    let (_, cargo, _) = run(Build::new().flow(&file).deny("all").allow("F0111"), &out);
    assert!(!cargo.contains("F0111"));
}

#[test]
fn errors_are_all_shown_and_nothing_is_written() {
    let out = folder("errors");
    for (name, text) in [("a", BAD), ("b", GOOD), ("c", WARNED)] {
        fs::write(out.join(format!("flows/{name}.yaml")), text).unwrap();
    }
    let build = Build::new().flow(out.join("flows")).deny("warnings");
    let (ended, _, people) = run(build, &out);
    assert!(people.contains("error[F0110]") && people.contains("error[F0111]"), "{people}");
    let shown = |name: &str| shell::shown(&out.join("flows").join(name));
    let ending = format!(
        "1 error in the flow definition `{}`\n       1 error in the flow definition `{}`",
        shown("a.yaml"),
        shown("c.yaml")
    );
    assert_eq!(ended.unwrap_err().to_string(), ending);
    assert!(!out.join("flowsmith").exists());
}

#[test]
fn what_is_up_to_date_is_not_touched_and_what_is_gone_goes() {
    let out = folder("untouched");
    let file = out.join("flows/a.yaml");
    let build = || run(Build::new().flow(out.join("flows")).krate("::durable"), &out).0.unwrap();
    fs::write(&file, GOOD).unwrap();
    fs::create_dir_all(out.join("flowsmith")).unwrap();
    fs::write(out.join("flowsmith/gone.rs"), "").unwrap();
    build();
    assert!(!out.join("flowsmith/gone.rs").exists());

    let module = out.join("flowsmith/a.rs");
    let modified = || fs::metadata(&module).unwrap().modified().unwrap();
    let before = modified();
    thread::sleep(Duration::from_millis(20));
    build();
    assert_eq!(modified(), before);
    fs::write(&file, GOOD.replace("hello", "bye")).unwrap();
    build();
    assert_ne!(modified(), before);
    assert!(fs::read_to_string(&module).unwrap().contains("use ::durable::__private::"));
}

#[test]
fn each_mistake_has_a_sentence() {
    let out = folder("mistakes");
    assert_eq!(refused(Build::new(), &out), "no flow definition is given: add one with `flow`");
    assert_eq!(
        refused(Build::new().flow("gone.yaml").flow("nowhere"), &out),
        "there is no file `gone.yaml`\n       there is no file `nowhere`"
    );
    let flows = out.join("flows");
    let shown = shell::shown(&flows);
    assert_eq!(
        refused(Build::new().flow(&flows), &out),
        format!("there is no flow definition in the folder `{shown}`")
    );
    assert_eq!(
        refused(Build::new().flow_as("orders", &flows), &out),
        format!("`{shown}` is a folder: only a file can be the module `orders`")
    );
    assert_eq!(
        refused(Build::new().deny("F0331").allow("F0110").krate("1st"), &out),
        "there is no code `F0331`: did you mean `F0301`?\n       \
         `F0110` is an error and cannot be set to `allow`\n       \
         `1st` is no path of a crate: expected one as `::flowsmith`"
    );
    let [a, b] = ["a.yaml", "b.yaml"].map(|name| flows.join(name));
    fs::write(&a, GOOD).unwrap();
    fs::write(&b, GOOD).unwrap();
    let same = refused(Build::new().flow_as("one", a).flow_as("one", b), &out);
    assert!(same.ends_with("would both be the module `one`: give one of them another name"), "{same}");
}
