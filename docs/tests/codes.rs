//! The chapter on codes is made of the compiler's table and its cases.

use std::fmt::Write as _;
use std::fs;

use flowsmith_compiler::{Code, Diagnostic, SourceFile, codegen, compile};

use crate::chapters::{self, Chapter, root};

/// Definitions of more lines are not shown, only what is found in them.
const LONGEST: usize = 30;

const HEAD: &str = "\
# Diagnostic codes

<!-- Generated from the table of codes: `UPDATE=1 cargo test -p flowsmith-docs`. -->

A finding has a code, a level, its place in the definition and mostly a help that says what to write instead. A code never
changes its meaning and is never used again.

- **Errors**: the definition is not compiled. All of them are reported at once.
- **Warnings**: it is compiled, and something in it is probably not what was meant.
- **Notes**: it is compiled, and something in it is worth knowing.
";

/// What the codes that begin alike are about.
const GROUPS: [(&str, &str); 5] = [
    ("F01", "YAML and shape"),
    ("F02", "Names"),
    ("F03", "Rules"),
    ("F04", "Data and expressions"),
    ("F09", "The compiler"),
];

#[test]
fn the_chapter_on_codes_is_the_table() {
    let path = root().join("src/codes.md");
    let text = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let chapter = Chapter { name: "codes.md".to_owned(), path, text };
    chapter.should_be(&chapter_on_codes()).unwrap();
}

fn chapter_on_codes() -> String {
    let cases = cases();
    let mut chapter = HEAD.to_owned();
    chapter += "\n| code | level | about |\n|---|---|---|\n";
    for code in Code::ALL {
        let (id, level) = (code.id(), code.severity().word());
        writeln!(chapter, "| [{id}](#{}) | {level} | {} |", id.to_lowercase(), title(*code)).unwrap();
    }
    for (group, about) in GROUPS {
        writeln!(chapter, "\n## {about}").unwrap();
        for code in Code::ALL.iter().filter(|code| code.id().starts_with(group)) {
            chapter += &section(*code, &cases);
        }
    }
    assert!(Code::ALL.iter().all(|code| chapter.contains(&format!("### {}\n", code.id()))), "a group is missing");
    chapter
}

fn section(code: Code, cases: &[SourceFile]) -> String {
    let (source, finding) = example(code, cases);
    let mut section =
        format!("\n### {}\n\n**{}** ({}). {}\n", code.id(), title(code), code.severity().word(), code.explain());
    if source.text().lines().count() <= LONGEST {
        write!(section, "\n```yaml {}\n{}```\n", code.id(), with_newline(source.text())).unwrap();
    }
    write!(section, "\n```text\n{}```\n", with_newline(&finding.render_full(&source))).unwrap();
    section
}

/// The shortest case that is named for a code, and its first finding with it.
fn example(code: Code, cases: &[SourceFile]) -> (SourceFile, Diagnostic) {
    let named = cases.iter().filter(|case| case.path().starts_with(code.id()));
    let found = named.filter_map(|case| Some((case, finding(code, case)?)));
    let shortest = found.min_by_key(|(case, _)| (case.text().lines().count(), case.path()));
    let (case, _) = shortest.unwrap_or_else(|| panic!("no case for {}", code.id()));
    let shown = SourceFile::new("flow.yaml", case.text());
    let finding = finding(code, &shown).unwrap();
    (shown, finding)
}

fn finding(code: Code, source: &SourceFile) -> Option<Diagnostic> {
    let output = compile(source, &codegen::Options::default());
    let findings = output.map_or_else(|findings| findings, |output| output.findings);
    findings.iter().find(|it| it.code == code).cloned()
}

/// The definitions under `compiler/tests/ui`, each under the name of its folder.
fn cases() -> Vec<SourceFile> {
    let folder = root().join("../compiler/tests/ui");
    let mut folders: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let source = |folder: &std::path::PathBuf| {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let text = chapters::read(name.clone(), folder.join("flow.yaml")).text;
        SourceFile::new(name, text)
    };
    folders.iter().map(source).collect()
}

/// The name of a code in words: `UnknownTarget` is "unknown target".
fn title(code: Code) -> String {
    let mut title = String::new();
    for char in format!("{code:?}").chars() {
        if (char.is_ascii_uppercase() || char.is_ascii_digit()) && !title.is_empty() {
            title.push(' ');
        }
        title.extend(char.to_lowercase());
    }
    title.replace("yaml", "YAML")
}

fn with_newline(text: &str) -> String {
    format!("{}\n", text.trim_end_matches('\n'))
}
