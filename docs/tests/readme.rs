//! The example of the README compiles, and the Chinese README has the same.

use std::fs;

use crate::chapters::{self, Chapter, root};

/// What stands before the program of the README where it is compiled.
const HEAD: &str = "\
//! The program in README.md, from which it is taken: `UPDATE=1 cargo test -p flowsmith-docs`.
#![expect(clippy::print_stdout, reason = \"it is as short as it can be\")]

";

#[test]
fn the_example_of_the_readme_is_compiled() {
    let readme = readme("README.md");
    let folder = root().join("examples/readme");
    for (file, text) in
        [("refund.yaml", first(&readme, "yaml")), ("main.rs", HEAD.to_owned() + &first(&readme, "rust"))]
    {
        let path = folder.join(file);
        let known = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        Chapter { name: format!("examples/readme/{file}"), path, text: known }.should_be(&text).unwrap();
    }
}

#[test]
fn the_readmes_have_the_same_example() {
    let (english, chinese) = (readme("README.md"), readme("README.zh.md"));
    for (language, comment) in [("yaml", " # "), ("rust", " // ")] {
        let code = |readme| {
            let text = first(readme, language);
            let code = |line: &str| line.split(comment).next().unwrap_or_default().trim_end().to_owned();
            text.lines().map(code).collect::<Vec<_>>()
        };
        assert_eq!(code(&english), code(&chinese), "the first block `{language}` of each, without comments");
    }
}

fn readme(name: &str) -> Chapter {
    chapters::read(name.to_owned(), root().join("..").join(name))
}

/// The first block of a language.
fn first(readme: &Chapter, language: &str) -> String {
    let block = readme.blocks().into_iter().find(|block| block.info == language);
    block.unwrap_or_else(|| panic!("{} has no block `{language}`", readme.name)).text
}
