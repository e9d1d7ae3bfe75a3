//! The chapter on codes is made of the compiler's table and its pages.

use std::fmt::Write as _;
use std::fs;

use flowsmith_compiler::Code;

use crate::chapters::{Chapter, root};

const HEAD: &str = "\
# Diagnostic codes

<!-- Generated from the table of codes and their pages: `UPDATE=1 cargo test -p flowsmith-docs`. -->

A finding has a code, a level, its place in the definition and mostly a help that says what to write instead. A code never
changes its meaning and is never used again.

- **Errors**: the definition is not compiled. All of them are reported at once.
- **Warnings**: it is compiled, and something in it is probably not what was meant.
- **Notes**: it is compiled, and something in it is worth knowing.

`flowsmith explain F0412` shows what stands here in a terminal, `flowsmith codes` lists all codes.
";

/// What the codes that begin alike are about.
const GROUPS: [(&str, &str); 6] = [
    ("F01", "YAML and shape"),
    ("F02", "Names"),
    ("F03", "Rules"),
    ("F04", "Data and expressions"),
    ("F05", "Types"),
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
    let mut chapter = HEAD.to_owned();
    chapter += "\n| code | level | about |\n|---|---|---|\n";
    for code in Code::ALL {
        let (id, level) = (code.id(), code.severity().word());
        writeln!(chapter, "| [{id}](#{}) | {level} | {} |", id.to_lowercase(), code.title()).unwrap();
    }
    for (group, about) in GROUPS {
        writeln!(chapter, "\n## {about}").unwrap();
        for code in Code::ALL.iter().filter(|code| code.id().starts_with(group)) {
            chapter += &section(*code);
        }
    }
    assert!(Code::ALL.iter().all(|code| chapter.contains(&format!("### {}\n", code.id()))), "a group is missing");
    chapter
}

/// What the table and the page of a code say. The example has the finding; what stands instead of it is compiled.
fn section(code: Code) -> String {
    let id = code.id();
    let page = code.page().replace("\r\n", "\n").replacen("```yaml", &format!("```yaml {id}"), 1);
    format!("\n### {id}\n\n**{}** ({}). {}\n\n{page}", code.title(), code.severity(), code.explain())
}
