//! Links lead somewhere, and the list of chapters is complete.

use std::{collections::BTreeSet, fs, path::Path};

use crate::chapters::{self, Chapter, root};

/// Documents of the repository that link to others.
const DOCUMENTS: [&str; 5] = ["README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];

#[test]
fn links_lead_to_files_and_headings() {
    let documents = DOCUMENTS.map(|name| chapters::read(format!("../../{name}"), root().join("..").join(name)));
    let mut broken = Vec::new();
    for chapter in chapters::all().iter().chain(&documents) {
        for (line, target) in links(chapter) {
            if let Err(reason) = follow(chapter, &target) {
                broken.push(format!("{}:{line}: {target}: {reason}", chapter.name));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_list_of_chapters_is_complete() {
    let chapters = chapters::all();
    let summary = chapters.iter().find(|chapter| chapter.name == "SUMMARY.md").unwrap();
    let listed: Vec<_> = links(summary).into_iter().map(|(_, target)| target).collect();
    let there: BTreeSet<_> = chapters.iter().map(|it| &*it.name).filter(|name| *name != "SUMMARY.md").collect();
    assert_eq!(listed.iter().map(|it| &**it).collect::<BTreeSet<_>>(), there);
    assert_eq!(listed.len(), there.len(), "a chapter is listed twice");
}

#[test]
fn chapters_with_rust_are_tested() {
    let tested = fs::read_to_string(root().join("lib.rs")).unwrap();
    for chapter in chapters::all() {
        let has_rust = chapter.blocks().iter().any(|block| block.info.starts_with("rust"));
        let listed = tested.contains(&format!("\"{}\"", chapter.name));
        assert_eq!(has_rust, listed, "lib.rs lists the chapters that have Rust: {}", chapter.name);
    }
}

/// The targets of links, with their lines: `[text](target)`.
fn links(chapter: &Chapter) -> Vec<(usize, String)> {
    let mut links = Vec::new();
    for (line, text) in chapter.prose() {
        // What stands in backquotes is code.
        let text: String = text.split('`').step_by(2).collect();
        for rest in text.split("](").skip(1) {
            links.extend(rest.split_once(')').map(|(target, _)| (line, target.to_owned())));
        }
    }
    links
}

fn follow(chapter: &Chapter, target: &str) -> Result<(), String> {
    if target.starts_with("https://") {
        return Ok(());
    }
    let (file, heading) = target.split_once('#').unwrap_or((target, ""));
    let path = if file.is_empty() { chapter.path.clone() } else { chapter.path.parent().unwrap().join(file) };
    if !path.exists() {
        return Err("there is no such file".to_owned());
    }
    if heading.is_empty() || headings(&path).contains(heading) {
        return Ok(());
    }
    Err("there is no such heading".to_owned())
}

/// The names that the headings of a file have in links.
fn headings(path: &Path) -> BTreeSet<String> {
    let file = chapters::read(String::new(), path.to_owned());
    let headings = file.prose().into_iter().filter(|(_, line)| line.starts_with('#'));
    headings
        .map(|(_, line)| {
            let text = line.trim_start_matches('#').trim().to_lowercase();
            let kept = text.chars().filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_'));
            kept.map(|it| if it == ' ' { '-' } else { it }).collect()
        })
        .collect()
}
