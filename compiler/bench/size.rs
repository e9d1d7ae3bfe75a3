//! What types cost at compile time: a flow of 20 steps with a sidecar and without, as lines of generated code, as the time of
//! building a crate with nothing else in it, and as the size of what that gives. `cargo bench -p flowsmith-compiler --bench size`
//!
//! It builds the runtime first, in a folder of its own under that of the target.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark takes the time, and writes the crates that it builds")]
#![expect(clippy::unwrap_used, reason = "whoever runs it reads what has failed")]

use std::{env, fmt::Write as _, fs, path::Path, process::Command, time::Instant};

use flowsmith_compiler::{Sidecar, SourceFile, codegen, compile};

/// Each of them has five steps.
const GROUPS: usize = 4;

/// So many times each crate is built; the median counts.
const RUNS: usize = 5;

/// The crates; the first has no flow.
const CRATES: [&str; 3] = ["none", "untyped", "typed"];

fn main() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("size");
    let lines = CRATES.map(|name| write(&root, name));
    let figures = |values: [f64; 3], unit: &str, what: &str| {
        let [none, untyped, typed] = values;
        let own = (typed - none) / (untyped - none);
        println!("{what:<24} {none:>9.0} {untyped:>9.0} {typed:>9.0} {:>8.2} {own:>10.2}   {unit}", typed / untyped);
    };
    println!("20 steps                   no flow   untyped     typed    ratio  of its own");
    figures(lines.map(count), "lines", "generated code");
    for profile in ["dev", "release"] {
        let folder = root.join("target").join(if profile == "dev" { "debug" } else { profile });
        // The runtime, and all that it needs.
        for name in CRATES {
            build(&root, name, profile);
        }
        let mut times = [const { Vec::new() }; 3];
        for _ in 0..RUNS {
            for (name, times) in CRATES.iter().zip(&mut times) {
                let file = root.join(name).join("lib.rs");
                let text = fs::read_to_string(&file).unwrap();
                fs::write(&file, text).unwrap(); // it has changed, for cargo
                times.push(build(&root, name, profile));
            }
        }
        let median = times.map(|mut times| {
            times.sort_by(f64::total_cmp);
            times[RUNS / 2] * 1e3
        });
        figures(median, "ms", &format!("cargo build, {profile}"));
        let sizes = CRATES.map(|name| fs::metadata(folder.join(format!("lib{name}.rlib"))).unwrap().len());
        figures(sizes.map(|bytes| count(usize::try_from(bytes / 1024).unwrap())), "KiB", &format!("rlib, {profile}"));
    }
}

/// Writes a crate; gives how many lines are generated.
fn write(root: &Path, name: &str) -> usize {
    let folder = root.join(name);
    fs::create_dir_all(&folder).unwrap();
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
         [dependencies]\nflowsmith = {{ path = {runtime:?}, default-features = false }}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let members = "[workspace]\nresolver = \"3\"\nmembers = [\"none\", \"untyped\", \"typed\"]\n\n\
                   [profile.dev]\ndebug = \"line-tables-only\"\n";
    fs::write(root.join("Cargo.toml"), members).unwrap();
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"), root.join("Cargo.lock")).unwrap();
    let code = match name {
        "none" => String::new(),
        "untyped" => generated(&SourceFile::new("order.yaml", definition())),
        _ => {
            let sidecar = Sidecar::new(SourceFile::new("order.types.yaml", types()));
            generated(&SourceFile::new("order.yaml", definition()).with_types(sidecar))
        }
    };
    let flow = if code.is_empty() { "" } else { ".flow(order::Flow::remote())" };
    // An engine runs it, so that its code is generated here and not where the crate is used.
    let engine = format!("pub fn engine() -> flowsmith::EngineBuilder {{ flowsmith::Engine::builder(){flow} }}\n");
    fs::write(folder.join("lib.rs"), format!("{code}\n{engine}")).unwrap();
    code.lines().count()
}

fn generated(source: &SourceFile) -> String {
    let output = compile(source, &codegen::Options::default());
    let output = output.unwrap_or_else(|findings| panic!("{}", findings.render_full(source)));
    codegen::format(output.tokens).unwrap()
}

/// Builds a crate; gives the seconds.
fn build(root: &Path, name: &str, profile: &str) -> f64 {
    let start = Instant::now();
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--offline", "-p", name, "--profile", profile])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    start.elapsed().as_secs_f64()
}

fn definition() -> String {
    let mut text = "version: v1\ntype: flow\nname: order\nsteps:\n".to_owned();
    for group in 0..GROUPS {
        write!(
            text,
            "  - type: task
    name: fetch {group}
    resourceArn: acs:fc:::services/shop/functions/fetch{group}
    inputMappings:
      - {{target: lines, source: $input.lines}}
      - {{target: limit, source: {group}}}
    outputMappings:
      - {{target: total{group}, source: $local.total}}
      - {{target: items{group}, source: $local.items}}
  - type: choice
    name: is {group} much
    choices:
      - condition: $.total{group} > 100
        goto: ask {group}
  - type: pass
    name: note {group}
    outputMappings:
      - {{target: note{group}, source: small}}
  - type: task
    name: ask {group}
    resourceArn: acs:fc:::services/shop/functions/ask{group}
    pattern: waitForCallback
    timeoutSeconds: 86400
    inputMappings:
      - {{target: amount, source: $local.total{group}}}
      - {{target: token, source: $context.task.token}}
    outputMappings:
      - {{target: by{group}, source: $local.by}}
  - type: task
    name: store {group}
    resourceArn: acs:fc:::services/shop/functions/store{group}
    retry:
      - {{errors: [Busy], intervalSeconds: 1, maxAttempts: 3, multiplier: 2}}
    inputMappings:
      - {{target: items, source: $local.items{group}}}
      - {{target: note, source: $local.note{group}}}
      - {{target: by, source: $local.by{group}}}
      - {{target: to, source: $input.address}}
    outputMappings:
      - {{target: parcel{group}, source: $local.parcel}}
"
        )
        .unwrap();
    }
    text += "outputMappings:\n";
    for group in 0..GROUPS {
        writeln!(text, "  - {{target: parcel{group}, source: $local.parcel{group}}}").unwrap();
    }
    text
}

fn types() -> String {
    let object = |keys: &[(&str, &str)], optional: &[(&str, &str)]| {
        let required: Vec<_> = keys.iter().map(|(key, _)| *key).collect();
        let properties: Vec<_> = keys.iter().chain(optional).map(|(key, ty)| format!("{key}: {ty}")).collect();
        format!("{{type: object, required: [{}], properties: {{{}}}}}", required.join(", "), properties.join(", "))
    };
    let (text, integer) = ("{type: string}", "{type: integer}");
    let lines = "{type: array, items: {$ref: '#/$defs/Line'}}";
    let address = "{$ref: '#/$defs/Address'}";
    let parcels: Vec<_> = (0..GROUPS).map(|group| format!("parcel{group}")).collect();
    let parcels: Vec<_> = parcels.iter().map(|key| (key.as_str(), text)).collect();
    let mut types = format!(
        "additionalProperties: false\ninput: {}\noutput: {}\nfunctions:\n",
        object(&[("lines", lines), ("address", address)], &[]),
        object(&parcels, &[])
    );
    for group in 0..GROUPS {
        for (function, input, output) in [
            (
                "fetch",
                object(&[("lines", lines), ("limit", integer)], &[]),
                Some(object(&[("total", integer), ("items", lines)], &[])),
            ),
            ("ask", object(&[("amount", integer), ("token", text)], &[]), None),
            (
                "store",
                object(&[("items", lines), ("by", text), ("to", address)], &[("note", text)]),
                Some(object(&[("parcel", text)], &[])),
            ),
        ] {
            writeln!(types, "  {function}{group}:\n    input: {input}").unwrap();
            if let Some(output) = output {
                writeln!(types, "    output: {output}").unwrap();
            }
        }
    }
    types += "reports:\n";
    for group in 0..GROUPS {
        writeln!(types, "  ask {group}: {}", object(&[("by", text)], &[])).unwrap();
    }
    let line = object(&[("sku", text), ("quantity", integer)], &[]);
    let address = object(&[("name", text), ("city", text)], &[("floor", integer)]);
    write!(types, "$defs:\n  Line: {line}\n  Address: {address}\n").unwrap();
    types
}

fn count(of: usize) -> f64 {
    u32::try_from(of).map_or(f64::INFINITY, f64::from)
}
