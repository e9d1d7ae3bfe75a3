//! The files of the book, and the blocks in them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of Markdown.
#[derive(Debug)]
pub(crate) struct Chapter {
    /// Its path under `src/`, with slashes.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

/// All files of the book, in the order of their paths.
pub(crate) fn all() -> Vec<Chapter> {
    let mut chapters = Vec::new();
    collect(&root().join("src"), "", &mut chapters);
    chapters.sort_by(|left, right| left.name.cmp(&right.name));
    chapters
}

fn collect(folder: &Path, prefix: &str, chapters: &mut Vec<Chapter>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), chapters);
        } else if path.extension().is_some_and(|it| it == "md") {
            chapters.push(read(name, path));
        }
    }
}

/// A file, as if its lines ended the same way everywhere.
pub(crate) fn read(name: String, path: PathBuf) -> Chapter {
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Chapter { name, path, text: text.replace("\r\n", "\n") }
}

/// A fenced block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// The line of its fence, from 1.
    pub(crate) line: usize,
    /// What stands behind the fence: `yaml retries.yaml`.
    pub(crate) info: String,
    pub(crate) text: String,
}

impl Chapter {
    /// The fenced blocks, in order.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.rewritten(|block| {
            blocks.push(block.clone());
            None
        });
        blocks
    }

    /// The text with other contents for some blocks.
    pub(crate) fn rewritten(&self, mut content: impl FnMut(&Block) -> Option<String>) -> String {
        let mut rewritten = String::new();
        let mut lines = self.text.lines().enumerate();
        while let Some((index, line)) = lines.next() {
            rewritten.extend([line, "\n"]);
            let Some(info) = line.strip_prefix("```") else { continue };
            let body = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```");
            let text = body.flat_map(|line| [line, "\n"]).collect();
            let block = Block { line: index + 1, info: info.to_owned(), text };
            rewritten += &content(&block).unwrap_or(block.text);
            rewritten += "```\n";
        }
        rewritten
    }

    /// The lines that stand in no block, with their numbers.
    pub(crate) fn prose(&self) -> Vec<(usize, &str)> {
        let mut inside = false;
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines
            .filter(|(_, line)| {
                let fence = line.starts_with("```");
                inside ^= fence;
                !inside && !fence
            })
            .collect()
    }

    /// Compares the file with what it should be, or writes that with `UPDATE=1`.
    pub(crate) fn should_be(&self, text: &str) -> Result<(), String> {
        if self.text == text {
            return Ok(());
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&self.path, text).unwrap();
            return Ok(());
        }
        let differing = self.text.lines().zip(text.lines()).position(|(is, should)| is != should);
        let line = differing.unwrap_or_else(|| self.text.lines().count().min(text.lines().count()));
        let should = text.lines().nth(line).unwrap_or_default();
        Err(format!("{}:{}: should be `{should}`; `UPDATE=1` writes it", self.name, line + 1))
    }
}
