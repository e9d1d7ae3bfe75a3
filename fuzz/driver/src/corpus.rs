//! What mutation begins with: the definitions of this repository, right ones and wrong ones.

use std::{fs, io, path::Path};

use crate::dictionary::EXPRESSIONS;

/// The texts that mutants are made of.
#[derive(Debug, Clone)]
pub struct Corpus {
    texts: Vec<String>,
}

/// Longer texts are left out: what they can show, shorter ones show faster.
const LONGEST: usize = 20_000;

/// How many texts are kept.
const MOST: usize = 4_000;

impl Corpus {
    /// The definitions in the repository at `root`.
    pub fn definitions(root: &Path) -> io::Result<Self> {
        let mut texts = Vec::new();
        for folder in ["tests/flows", "tests/definitions", "compiler/tests", "compiler/src/bin", "docs/samples"] {
            read(&root.join(folder), &mut texts)?;
        }
        texts.sort();
        texts.dedup();
        Ok(Self { texts })
    }

    /// One text.
    #[must_use]
    pub fn of(text: String) -> Self {
        Self { texts: vec![text] }
    }

    /// The conditions and expressions in them.
    #[must_use]
    pub fn expressions(self) -> Self {
        let mut texts: Vec<_> = EXPRESSIONS.iter().map(|&text| text.to_owned()).collect();
        for line in self.texts.iter().flat_map(|text| text.lines()) {
            let Some((key, value)) = line.split_once(": ") else { continue };
            let key = key.trim_start_matches([' ', '-', '{', '[']);
            if key.eq_ignore_ascii_case("condition") || key == "ItemsPath" || key.ends_with(".$") {
                let value = value.trim().trim_matches(['\'']).trim_end_matches(['}', ']', ',']);
                texts.push(value.to_owned());
            }
        }
        texts.sort();
        texts.dedup();
        Self { texts }
    }

    /// The texts, in an order that does not change.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// Keeps a text that has shown something new.
    pub fn keep(&mut self, text: String) {
        if text.len() <= LONGEST && self.texts.len() < MOST {
            self.texts.push(text);
        }
    }
}

fn read(folder: &Path, texts: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, texts)?;
        } else if path.extension().is_some_and(|it| it == "yaml" || it == "yml")
            && path.file_name().is_some_and(|name| name != "run.yaml")
        {
            texts.extend(String::from_utf8(fs::read(&path)?).ok().filter(|text| text.len() <= LONGEST));
        }
    }
    Ok(())
}
