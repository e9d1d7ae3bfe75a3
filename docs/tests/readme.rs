//! The examples of the README compile, and the Chinese README has the same code.

use std::fs;

use crate::chapters::{self, Block, Chapter, root};

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

/// What stands before what the README says of typed data, and around its statements.
const TYPED: [&str; 3] = [
    "\
//! What README.md says of typed data, from which it is taken: `UPDATE=1 cargo test -p flowsmith-docs`.
#![expect(clippy::print_stdout, reason = \"it is as short as it can be\")]

use std::error::Error;

use flowsmith::{Call, Engine, StepError, TaskToken, Value, flow, json};
use refund::{Approval, AskInput};

flow!(\"refund.yaml\", deny(warnings));

struct Shop;

",
    "
#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let engine = Engine::builder().flow(refund::Flow::new(Shop)).build().await?;
    run(engine, TaskToken::new(\"\")).await
}

async fn run(engine: Engine, token: TaskToken) -> Result<(), Box<dyn Error>> {
",
    "    println!(\"approved by {approved_by}\");
    Ok(())
}
",
];

#[test]
fn what_the_readme_says_of_typed_data_is_compiled() {
    let readme = readme("README.md");
    let rust = nth(&readme, "rust", 2);
    let (items, statements) = rust.split_once("\nlet ").expect("items and statements");
    let statements = format!("let {statements}");
    let statements: String = statements.lines().flat_map(|line| ["    ", line, "\n"]).collect();
    let [head, main, end] = TYPED;
    let folder = root().join("examples/typed");
    for (file, text) in [
        ("refund.yaml", first(&readme, "yaml")),
        ("refund.types.yaml", first(&readme, "yaml types")),
        ("main.rs", [head, items, main, &statements, end].concat()),
    ] {
        let path = folder.join(file);
        let known = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        Chapter { name: format!("examples/typed/{file}"), path, text: known }.should_be(&text).unwrap();
    }
}

#[test]
fn the_readmes_have_the_same_code() {
    let (english, chinese) = (readme("README.md").blocks(), readme("README.zh.md").blocks());
    let infos = |blocks: &[Block]| blocks.iter().map(|block| block.info.clone()).collect::<Vec<_>>();
    assert_eq!(infos(&english), infos(&chinese));
    for (english, chinese) in english.iter().zip(&chinese) {
        assert_eq!(code(english), code(chinese), "lines {} and {}, without comments", english.line, chinese.line);
    }
}

/// The lines of a block, without comments.
fn code(block: &Block) -> Vec<&str> {
    let comment = if block.info.starts_with("rust") { " // " } else { " # " };
    block.text.lines().map(|line| line.split(comment).next().unwrap_or_default().trim_end()).collect()
}

fn readme(name: &str) -> Chapter {
    chapters::read(name.to_owned(), root().join("..").join(name))
}

/// The first block of a language.
fn first(readme: &Chapter, language: &str) -> String {
    nth(readme, language, 0)
}

/// A block of a language, by its number from 0.
fn nth(readme: &Chapter, language: &str, number: usize) -> String {
    let block = readme.blocks().into_iter().filter(|block| block.info == language).nth(number);
    block.unwrap_or_else(|| panic!("{} has too few blocks `{language}`", readme.name)).text
}
